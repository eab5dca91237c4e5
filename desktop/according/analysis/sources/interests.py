"""What the article says of a source's interest: whose lawyer it is, who paid for its study."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from according.analysis.drafts import Draft, Parsed
from according.analysis.passages import sentence_of
from according.analysis.sources.find import Resolved
from according.analysis.sources.phrase_kinds import PAPERS
from according.analysis.sources.standing_words import StandingWords
from according.domain.claims import Stance
from according.domain.sources import Source
from according.domain.spans import Span, Spans

BEFORE = 40
"""Code points before "funded by" in which the paper has to be named."""

CLAUSE = 90
"""Code points behind a source in which a clause about it is read."""

_APART = re.compile(
    r",? (?:who|which) (?:was|were|is|are|had) ((?:not|no) (?:been )?"
    r"(?:involved|involvement|part of|part in|linked|connected|affiliated)[^,.;“”]*)"
)
_INVOLVED = re.compile(
    r",? (?:who|which) ((?:part-|partly |co-|jointly )?(?:funded|commissioned|financed|sponsored"
    r"|paid for|makes|made|sells|owns|developed|manufactures)\b[^,.;“”]*)"
)
PHRASE = 90
"""Code points of the longest words for a source that a reason repeats whole."""


@dataclass(frozen=True, slots=True)
class Side:
    """A stance with its reason; without words of the article there is none but "not known"."""

    stance: Stance = Stance.NOT_KNOWN
    reason: str | None = None
    words: Spans = ()


def tied(
    text: str, draft: Draft, source: Source, printed: Span | None, words: StandingWords
) -> Side | None:
    """A tie to somebody in the words for the source: "a lawyer for the port"."""
    alone = len(draft.speakers) < 2
    for span in (*(draft.source if alone else ()), *((printed,) if printed is not None else ())):
        if words.ties.search(span.of(text)):
            told = span.of(text)
            if len(told) > PHRASE:
                told = f"{told[:PHRASE].rsplit(' ', 1)[0]} …"
            return Side(Stance.INTERESTED, f"called “{told}” here", (span,))
    if not source.named and printed is not None and words.ties.search(source.name):
        return Side(Stance.INTERESTED, f"told of as “{source.name}”", (printed,))
    return None


def beside(text: str, draft: Draft) -> Side | None:
    """What a clause right behind a source says: "who was not involved", "which funded it"."""
    for span in draft.source if len(draft.speakers) < 2 else ():
        near = text[span.start : span.end + CLAUSE]
        for stance, pattern in ((Stance.INDEPENDENT, _APART), (Stance.INTERESTED, _INVOLVED)):
            match = pattern.search(near)
            if match and match.start() - len(span) <= len(", ") and "\n" not in match.group():
                words = Span(match.start(1), match.end(1)).shifted(span.start)
                return Side(stance, f"the article says “{words.of(text)}”", (words,))
    return None


def paid_for(
    parsed: Parsed,
    drafts: Sequence[Draft],
    resolved: Sequence[Resolved],
    sources: Mapping[str, Source],
    words: StandingWords,
) -> dict[str, Side]:
    """The sources of which a sentence says who paid: "a study funded by Foo"."""
    found: dict[str, Side] = {}
    text = parsed.article.text
    for draft, who in zip(drafts, resolved, strict=True):
        if draft.carried or len(who.sources) != 1 or not draft.source:
            continue
        source = who.sources[0]
        for match in words.paid.finditer(text, *_reach(parsed, draft)):
            place = Span(match.start(), match.end())
            if not any(place.overlaps(content) for content in draft.content):
                found.setdefault(source, _paid(text, place))
    return {**_told_apart(text, sources, words), **found}


def _told_apart(text: str, sources: Mapping[str, Source], words: StandingWords) -> dict[str, Side]:
    """Papers of which another sentence says who paid: "The study was funded by Foo"."""
    papers = [source for source in sources.values() if source.kind in PAPERS]
    found: dict[str, Side] = {}
    for match in words.paid.finditer(text) if papers else ():
        before = text[max(0, match.start() - BEFORE) : match.start()]
        for source in papers:
            noun = source.name.split(" by ")[0].split(" published")[0].split(" ")[-1]
            if re.search(rf"\b[Tt]he {re.escape(noun)} (?:was|is|has been|received)\b", before):
                found.setdefault(source.id, _paid(text, Span(match.start(), match.end())))
    return found


def _paid(text: str, place: Span) -> Side:
    return Side(Stance.INTERESTED, f"the article says “{place.of(text)}”", (place,))


def _reach(parsed: Parsed, draft: Draft) -> tuple[int, int]:
    """The sentence of a source's words, as a range of the article."""
    passage = parsed.passage_at(draft.source[0].start)
    tokens = passage.tokens(draft.source[0]) if passage is not None else None
    if passage is None or tokens is None:
        return 0, 0
    sentence = passage.span(sentence_of(passage, tokens.root))
    return sentence.start, sentence.end
