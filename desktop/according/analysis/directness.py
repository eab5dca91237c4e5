"""How a source would know what it claims, as far as the text shows."""

from __future__ import annotations

import re
from collections.abc import Iterable

from according.analysis.drafts import Draft, Parsed, Passage
from according.analysis.passages import sentence_of
from according.analysis.standing_words import StandingWords, Words
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
_LONGEST = 2
"""Words of the longest phrase in the lists of statements and venues."""


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
    statement = _listed(parsed, around, words.statements)
    if statement and source.named:
        return Directness.OFFICIAL_STATEMENT, statement
    if claim.via:
        return Directness.RELAYED, tuple(span for step in claim.relay_cues for span in step)
    if source.kind in _OFFICIALS and source.named:
        return Directness.OFFICIAL_STATEMENT, _listed(parsed, around, words.venues)
    return Directness.NOT_STATED, ()


def _saw(text: str, claim: Claim, printed: Span | None, words: StandingWords) -> Spans:
    """Words that make a source a witness: what it is called, or "I saw" in its own quotation."""
    if printed is not None:
        match = re.search(
            rf"\b(?:{'|'.join(sorted(words.witnesses))})(?:es|s)?\b",
            printed.of(text),
            re.IGNORECASE,
        )
        if match is not None:
            return (Span(match.start(), match.end()).shifted(printed.start),)
    if claim.quotation in {Quotation.DIRECT, Quotation.MIXED}:
        return _phrases(text, claim.content, words.saw)
    return ()


def _hearsay(text: str, claim: Claim, words: StandingWords) -> Spans:
    """Words at the content's beginning that make it a claim about what others say."""
    first = claim.content[0]
    opening = Span(first.start, min(first.end, first.start + 40))
    return _phrases(text, (opening,), words.hearsay)[:1]


def _phrases(text: str, spans: Spans, phrases: Words) -> Spans:
    pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(phrases)))})\b", re.IGNORECASE)
    return tuple(
        Span(match.start(), match.end()).shifted(span.start)
        for span in spans
        for match in pattern.finditer(span.of(text))
    )


def _around(parsed: Parsed, claim: Claim, draft: Draft) -> list[tuple[Passage, Span]]:
    """The sentences of the cue, from which the content is cut out by `_listed`."""
    found = []
    for span in draft.cue or claim.content[:1]:
        passage = parsed.passage_at(span.start)
        tokens = passage.tokens(span) if passage is not None else None
        if passage is not None and tokens is not None:
            found.append((passage, passage.span(sentence_of(passage, tokens.root))))
    return found


def _listed(parsed: Parsed, around: Iterable[tuple[Passage, Span]], words: Words) -> Spans:
    """The words of a list that stand in these sentences outside quotation marks."""
    found: dict[Span, None] = {}
    for passage, sentence in around:
        tokens = passage.tokens(sentence)
        quoted = _quoted(sentence, parsed.article.text)
        for token in tokens or ():
            for size in range(_LONGEST, 0, -1):
                piece = passage.doc[token.i : token.i + size]
                lemmas = " ".join(one.lemma_.lower() for one in piece)
                span = passage.span(piece)
                if lemmas in words and not any(span.overlaps(other) for other in quoted):
                    found[span] = None
                    break
    return tuple(found)


def _quoted(sentence: Span, text: str) -> Spans:
    return tuple(
        Span(match.start(), match.end()).shifted(sentence.start)
        for match in re.finditer(r"[“\"][^“”\"]*[”\"]", sentence.of(text))
    )
