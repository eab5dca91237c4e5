"""Sentences about claims and entities: for screen readers, tooltips and list rows."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from according.domain.analysis import Analysis
from according.domain.claims import Claim, Voice
from according.domain.entities import Entity, Mention
from according.domain.reading import Reading
from according.domain.spans import text_of


def claim_sentence(reading: Reading, claim: Claim) -> str:
    """A claim as one line, such as "Claim 4 of 17, Kim Yong-hyun, highly likely, no note"."""
    analysis = reading.analysis
    if analysis is None:
        return claim.text
    number = next(i for i, one in enumerate(analysis.claims, 1) if one.id == claim.id)
    parts = [
        _tr("Claim {number} of {count}").format(number=number, count=len(analysis.claims)),
        who_says(analysis, claim),
        how_sure(reading, claim),
    ]
    if via := who_relays(analysis, claim):
        parts.append(_tr("via {relays}").format(relays=via))
    parts.append(_notes(reading, claim))
    return ", ".join(parts)


def claim_tip(reading: Reading, claim: Claim) -> str:
    """What the pointer says of a claim: how sure it is, by whose word, through whom."""
    analysis = reading.analysis
    if analysis is None:
        return claim.text
    said = who_says(analysis, claim)
    if via := who_relays(analysis, claim):
        said = _tr("{source}, via {relays}").format(source=said, relays=via)
    level = claim.certainty.level.value
    words = text_of(claim.certainty.likelihood.words, reading.article.text)
    return f"{said}\n{level}" + (f", “{words}”" if words else "")


def entity_tip(analysis: Analysis, entity: Entity, mention: Mention | None) -> str:
    """What the pointer says of a mention: who it is, and what is uncertain about it."""
    lines = [entity.name]
    if entity.description:
        lines.append(entity.description)
    if mention is not None and mention.doubtful:
        names = [one.name for one in analysis.entities if one.id in mention.candidates]
        others = _tr(" or ").join(names) or _tr("someone else")
        lines.append(_tr("Doubtful, or {others}").format(others=others))
    elif mention is not None and mention.inferred:
        lines.append(_tr("Inferred, not named here"))
    return "\n".join(lines)


def who_says(analysis: Analysis, claim: Claim) -> str:
    """The sources of a claim, or that the paper itself speaks."""
    if claim.voice is Voice.NARRATOR:
        return _tr("the paper itself")
    names = [source.name for source in analysis.sources if source.id in claim.sources]
    return _tr(" and ").join(names) or _tr("source not stated")


def who_relays(analysis: Analysis, claim: Claim) -> str:
    """The relays of a claim, from the reader towards the source."""
    names = {source.id: source.name for source in analysis.sources}
    steps = ([names[one] for one in step if one in names] for step in claim.via)
    return ", ".join(_tr(" and ").join(step) for step in steps if step)


def how_sure(reading: Reading, claim: Claim) -> str:
    """The printed words of likelihood, else the level."""
    words = text_of(claim.certainty.likelihood.words, reading.article.text)
    return words or claim.certainty.level.value


def _notes(reading: Reading, claim: Claim) -> str:
    count = len({note.note.id for span in claim.content for note in reading.notes_on(span)})
    if count == 0:
        return _tr("no note")
    return _tr("1 note") if count == 1 else _tr("{count} notes").format(count=count)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Spoken", text)
