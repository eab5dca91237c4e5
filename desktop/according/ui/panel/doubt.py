"""What is uncertain about who says a claim, as a sentence that names the words of the text."""

from __future__ import annotations

from according.domain.analysis import Analysis
from according.domain.article import Article
from according.domain.claims import Claim, Status, Voice
from according.domain.entities import Entity, Mention
from according.ui.panel.wording import listed, quoted, tr

UNSURE = 0.5
"""Score of a reading at or below which the panel asks the reader to look."""


def source_doubt(article: Article, analysis: Analysis, claim: Claim) -> str:
    """Why the source of a claim may be another one; empty where nothing speaks for that."""
    if claim.voice is Voice.NARRATOR:
        return tr("The paper itself says this; nobody is credited.")
    if claim.status is Status.EDITED:
        return ""
    return _credit_doubt(article, analysis, claim) or _reading_doubt(article, claim)


def other_names(analysis: Analysis, claim: Claim) -> tuple[str, ...]:
    """The names of those who could be meant by a doubtful name that credits the claim."""
    if claim.status is Status.EDITED:
        return ()
    ids = {
        one
        for _, mention in _credited(analysis, claim)
        if mention.doubtful
        for one in mention.candidates
    }
    return tuple(entity.name for entity in analysis.entities if entity.id in ids)


def _credit_doubt(article: Article, analysis: Analysis, claim: Claim) -> str:
    """The doubt about the words that credit the source: a name of several, or no name."""
    found = _credited(analysis, claim)
    for entity, mention in found:
        if mention.doubtful and mention.candidates:
            return _doubtful(article, analysis, entity, mention)
    inferred = sorted(mention.span for _, mention in found if mention.inferred)
    if not inferred:
        return ""
    words = listed(dict.fromkeys(quoted(span.of(article.text)) for span in inferred))
    return tr("Inferred: the text says {words}.").format(words=words)


def _reading_doubt(article: Article, claim: Claim) -> str:
    if _carried(claim, article):
        return tr("Carried over from a sentence before.")
    return tr("The program is not sure of this reading.") if claim.score <= UNSURE else ""


def _credited(analysis: Analysis, claim: Claim) -> list[tuple[Entity, Mention]]:
    """The mentions of the claim's sources within the words that credit them."""
    ids = {source.entity for source in analysis.sources if source.id in claim.sources}
    return [
        (entity, mention)
        for entity in analysis.entities
        if entity.id in ids
        for mention in entity.mentions
        if any(span.overlaps(mention.span) for span in claim.attribution.source)
    ]


def _doubtful(article: Article, analysis: Analysis, entity: Entity, mention: Mention) -> str:
    others = [one for one in analysis.entities if one.id in mention.candidates]
    words = quoted(mention.span.of(article.text))
    names = listed(one.name for one in others)
    nearer = len(others) == 1 and _distance(others[0], mention) < _distance(entity, mention)
    reason = tr("{names} stands nearer") if nearer else tr("{names} could be meant")
    return tr("Doubtful: the text says {words}, and {reason}.").format(
        words=words, reason=reason.format(names=names)
    )


def _distance(entity: Entity, mention: Mention) -> int:
    """Code points from an entity's last mention before this one."""
    before = [
        one.span.end
        for one in entity.mentions
        if one.span.end <= mention.span.start and not one.inferred
    ]
    return mention.span.start - max(before) if before else mention.span.start + 1


def _carried(claim: Claim, article: Article) -> bool:
    """Whether the words of attribution stand in another block, or a sentence before."""
    spans = (*claim.attribution.source, *claim.attribution.cue)
    if not spans or claim.start < spans[-1].end:
        return False
    between = article.text[max(span.end for span in spans) : claim.start]
    return "\n" in between or any(mark in between for mark in (". ", ".” ", "! ", "? "))
