"""How a source would know what it claims, as far as the text shows."""

from __future__ import annotations

import re

from according.analysis.drafts import Draft, Parsed
from according.analysis.passages import sentence_of
from according.analysis.sources.standing_words import StandingWords
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

BESIDE = 12
"""Code points between a source and a clause about it: an age, a comma."""

_TELLING = frozenset(("say", "tell", "recall", "add", "describe", "testify", "explain"))
"""Cues after which "she" is the one who speaks; who alleges something speaks of others."""

_WHO_SAW = re.compile(
    r"\bwho (?:had |also )?(?:saw|seen|witnessed|watched|survived|filmed"
    r"|was (?:there|inside|aboard))\b",
    re.IGNORECASE,
)
_HAS_SEEN = re.compile(
    r"(?:that )?(?:he|she|they|we|I) (?:had |also )?(?:saw|seen|witnessed|watched)\b"
    r"|(?:that )?(?:he|she|they|we|I) (?:had )?heard (?:an? |the )?"
    r"(?:explosion|gunfire|shot|blast|bang)",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[“\"][^“”\"]*[”\"]")


def directness(
    parsed: Parsed,
    claim: Claim,
    draft: Draft,
    source: Source,
    printed: Span | None,
    words: StandingWords,
) -> tuple[Directness, Spans]:
    """How directly a source knows, with the article's words for it where there are any."""
    text = parsed.article.text
    around = _around(parsed, claim, draft)
    saw = _saw(text, claim, draft, printed, around, words)
    if saw:
        return Directness.WITNESSED, saw
    hearsay = _hearsay(text, claim, words)
    if hearsay:
        return Directness.SECOND_HAND, hearsay
    if source.kind in _DOCUMENTS:
        return Directness.DOCUMENT, ()
    return _spoken(text, claim, source, around, words)


def _spoken(
    text: str, claim: Claim, source: Source, around: Spans, words: StandingWords
) -> tuple[Directness, Spans]:
    """What the occasion tells: a statement, a formal place, a relay, an office."""
    statement = _unquoted(text, around, words.statements) if source.named else ()
    testimony = _by_cue(claim, _unquoted(text, around, words.testimony))
    if statement or testimony:
        return Directness.OFFICIAL_STATEMENT, statement or testimony
    if claim.via:
        return Directness.RELAYED, tuple(span for step in claim.relay_cues for span in step)
    if source.kind in _OFFICIALS and source.named:
        return Directness.OFFICIAL_STATEMENT, _by_cue(claim, _unquoted(text, around, words.venues))
    return Directness.NOT_STATED, ()


def _by_cue(claim: Claim, spans: Spans) -> Spans:
    """Those that begin with the cue: another's "told MPs" may stand in the same sentence."""
    return tuple(span for span in spans if any(span.overlaps(cue) for cue in claim.attribution.cue))


def _saw(
    text: str,
    claim: Claim,
    draft: Draft,
    printed: Span | None,
    around: Spans,
    words: StandingWords,
) -> Spans:
    """Words that make a source a witness: what it is called, or what it says that it saw."""
    alone = len(draft.speakers) < 2
    called = _found(text, (printed,) if printed is not None else (), words.witnesses)
    if called:
        return called
    told = _found(text, draft.source if alone else (), _WHO_SAW)
    if not told and alone and not draft.carried:
        told = tuple(span for span in _unquoted(text, around, _WHO_SAW) if _beside(draft, span))
    if told:
        return told
    if claim.quotation in {Quotation.DIRECT, Quotation.MIXED}:
        return _found(text, claim.content, words.saw)
    first = claim.content[0]
    match = _HAS_SEEN.match(first.of(text)) if draft.lemma.lower() in _TELLING else None
    return (Span(match.start(), match.end()).shifted(first.start),) if match else ()


def _beside(draft: Draft, span: Span) -> bool:
    """Whether words stand right behind those for the source: ", who saw the crash,"."""
    return any(0 <= span.start - source.end <= BESIDE for source in draft.source)


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
