"""How a source would know what it claims, as far as the text shows."""

from __future__ import annotations

import re

from according.analysis.drafts import Draft, Parsed
from according.analysis.passages import sentence_of
from according.analysis.standing_words import StandingWords
from according.domain.claims import Claim, Directness, Quotation
from according.domain.sources import Source, SourceKind
from according.domain.spans import Span, Spans

_OFFICIALS = frozenset(
    {
        SourceKind.OFFICIAL,
        SourceKind.GOVERNMENT_BODY,
        SourceKind.MILITARY_OR_INTELLIGENCE,
        SourceKind.INTERGOVERNMENTAL,
    }
)
_DOCUMENTS = frozenset({SourceKind.DOCUMENT, SourceKind.ACADEMIC_STUDY})
OPENING = 40
"""Code points at a content's beginning in which "reports of ..." is looked for."""

_QUOTED = re.compile(r"[“\"][^“”\"]*[”\"]")


def directness(  # noqa: PLR0911 - one line for each rung, from the most direct down
    parsed: Parsed,
    claim: Claim,
    draft: Draft,
    source: Source,
    printed: Span | None,
    words: StandingWords,
) -> tuple[Directness, Spans]:
    """How directly a source knows, with the article's words for it where there are any."""
    text = parsed.article.text
    saw = _saw(text, claim, printed, words)
    if saw:
        return Directness.WITNESSED, saw
    hearsay = _hearsay(text, claim, words)
    if hearsay:
        return Directness.SECOND_HAND, hearsay
    if source.kind in _DOCUMENTS:
        return Directness.DOCUMENT, ()
    around = _around(parsed, claim, draft)
    statement = _unquoted(text, around, words.statements)
    if statement and source.named:
        return Directness.OFFICIAL_STATEMENT, statement
    if claim.via:
        return Directness.RELAYED, tuple(span for step in claim.relay_cues for span in step)
    if source.kind in _OFFICIALS and source.named:
        return Directness.OFFICIAL_STATEMENT, _unquoted(text, around, words.venues)
    return Directness.NOT_STATED, ()


def _saw(text: str, claim: Claim, printed: Span | None, words: StandingWords) -> Spans:
    """Words that make a source a witness: what it is called, or "I saw" in its own quotation."""
    if printed is not None:
        called = _found(text, (printed,), words.witnesses)
        if called:
            return called
    if claim.quotation in {Quotation.DIRECT, Quotation.MIXED}:
        return _found(text, claim.content, words.saw)
    return ()


def _hearsay(text: str, claim: Claim, words: StandingWords) -> Spans:
    """Words at the content's beginning that make it a claim about what others say."""
    first = claim.content[0]
    opening = Span(first.start, min(first.end, first.start + OPENING))
    return _found(text, (opening,), words.hearsay)[:1]


def _around(parsed: Parsed, claim: Claim, draft: Draft) -> Spans:
    """The sentences of the cue, or of the content where there is no cue."""
    found: dict[Span, None] = {}
    for span in draft.cue or claim.content[:1]:
        passage = parsed.passage_at(span.start)
        tokens = passage.tokens(span) if passage is not None else None
        if passage is not None and tokens is not None:
            found[passage.span(sentence_of(passage, tokens.root))] = None
    return tuple(found)


def _found(text: str, spans: Spans, pattern: re.Pattern[str]) -> Spans:
    """Where the words of a list stand in these spans."""
    return tuple(
        Span(match.start(), match.end()).shifted(span.start)
        for span in spans
        for match in pattern.finditer(span.of(text))
    )


def _unquoted(text: str, spans: Spans, pattern: re.Pattern[str]) -> Spans:
    """The same, outside quotation marks: what the paper says of the occasion."""
    quoted = _found(text, spans, _QUOTED)
    return tuple(
        span
        for span in _found(text, spans, pattern)
        if not any(span.overlaps(other) for other in quoted)
    )
