"""What the page says of a place: to a screen reader at the caret, and beside the pointer."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from according.domain.analysis import Analysis
from according.domain.claims import Claim
from according.domain.entities import Entity, Mention
from according.domain.reading import Reading
from according.ui.page.highlights import Mark, MarkKind
from according.ui.panel.wording import (
    claim_sentence,
    kind_word,
    level_word,
    listed,
    names,
    relay_ids,
    speakers,
    words_of,
)


def heard(reading: Reading, claim: Claim) -> str:
    """A claim as a screen reader says it: "Claim 4 of 17, the minister, likely, no note"."""
    noted = any(reading.notes_on(span) for span in claim.content)
    return claim_sentence(reading, claim, noted=noted)


def name_of(reading: Reading, analysis: Analysis, mark: Mark) -> str:
    """A claim or an entity as one line of a menu."""
    if mark.kind is not MarkKind.MENTION:
        return heard(reading, analysis.claim(mark.id))
    entity = analysis.entity(mark.id)
    return _tr("{name}, {kind}").format(name=entity.name, kind=kind_word(entity.kind))


def tip_of(reading: Reading, analysis: Analysis, mark: Mark) -> str:
    """What is said of a claim or an entity beside the pointer."""
    if mark.kind is not MarkKind.MENTION:
        return claim_tip(reading, analysis.claim(mark.id))
    entity = analysis.entity(mark.id)
    mention = next((one for one in entity.mentions if one.span == mark.span), None)
    return entity_tip(analysis, entity, mention)


def claim_tip(reading: Reading, claim: Claim) -> str:
    """By whose word, through whom, and how sure."""
    analysis = reading.analysis
    if analysis is None:
        return ""
    said = speakers(analysis, claim)
    if relays := names(analysis, relay_ids(claim)):
        said = _tr("{source}, via {relays}").format(source=said, relays=relays)
    level = level_word(claim)
    words = words_of(claim.certainty.likelihood.words, reading.article.text)
    return f"{said}\n{level}, {words}" if words else f"{said}\n{level}"


def entity_tip(analysis: Analysis, entity: Entity, mention: Mention | None) -> str:
    """Who it is, and what is uncertain about this mention."""
    lines = [_tr("{name}, {kind}").format(name=entity.name, kind=kind_word(entity.kind))]
    if entity.description:
        lines.append(entity.description)
    if mention is not None and mention.doubtful:
        others = [one.name for one in analysis.entities if one.id in mention.candidates]
        lines.append(_tr("Doubtful, or {others}").format(others=listed(others) or "?"))
    elif mention is not None and mention.inferred:
        lines.append(_tr("Inferred, not named here"))
    return "\n".join(lines)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Page", text)
