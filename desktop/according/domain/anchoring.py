"""Notes stand on the text: describe a passage, and find it again in a changed text.

Exact words are looked for first. Where they are gone, places that share runs of words with the
passage are scored by how alike they are. What cannot be told apart counts as not found, so that
a note never moves in silence to a place that merely resembles its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from according.domain.resemblance import IndexedText, Passage, hash_of, resembling, unchanged
from according.domain.spans import Span

__all__ = [
    "CONTEXT",
    "Found",
    "Selector",
    "describe",
    "describe_all",
    "find",
    "find_all",
    "hash_of",
]

CONTEXT = 32
"""Code points of prefix and suffix kept with a quote."""

THRESHOLD = 0.62
"""Least score of a reworded passage: good words without any context stay below it."""

MARGIN = 0.06
"""Two places nearer than this in score are not told apart; more than position alone can give."""

LEAD = 0.12
"""By how much a place must beat what resembled the passage from the start: half of one neighbour,
for the resembling place may have got a neighbour by the edit."""

LONG = 32
"""Code points from which words that stood only once may be found without their neighbours."""


@dataclass(frozen=True, slots=True)
class Selector:
    """A passage in the terms of the W3C Web Annotation model.

    Text quote (`exact`, `prefix`, `suffix`), text position (`start`, `end`, code points) and
    `text_hash`, the SHA-256 of the text it was taken from, which says whether the position holds.
    `rival` is the score, from 0 to 1, of the place in that text that resembled the passage most:
    whatever is found later has to fit better, or it may be that other place.
    """

    exact: str
    prefix: str
    suffix: str
    start: int
    end: int
    text_hash: str
    rival: float = 0.0


@dataclass(frozen=True, slots=True)
class Found:
    """Where a passage stands; `exact` is false when its words have changed.

    `score` runs from 0 to 1; a passage found by its words alone, all its neighbours gone, has
    little more than half.
    """

    span: Span
    exact: bool
    score: float


def describe(text: str, span: Span, *, text_hash: str | None = None) -> Selector:
    """The selector of `span` (code points) in `text`; `text_hash` spares hashing it again."""
    return _described(IndexedText(text), span, hash_of(text) if text_hash is None else text_hash)


def describe_all(text: str, spans: Sequence[Span]) -> tuple[Selector, ...]:
    """`describe` for several spans, with the text indexed once."""
    indexed, text_hash = IndexedText(text), hash_of(text)
    return tuple(_described(indexed, span, text_hash) for span in spans)


def find(text: str, selector: Selector) -> Found | None:
    """Where the passage stands in `text`, in code points; None makes its note an orphan."""
    return find_all(text, (selector,))[0]


def find_all(text: str, selectors: Sequence[Selector]) -> tuple[Found | None, ...]:
    """`find` for several selectors, with the text indexed once."""
    indexed = IndexedText(text)
    return tuple(_find(indexed, selector) for selector in selectors)


def _described(indexed: IndexedText, span: Span, text_hash: str) -> Selector:
    text = indexed.text
    selector = Selector(
        exact=span.of(text),
        prefix=text[max(0, span.start - CONTEXT) : span.start],
        suffix=text[span.end : span.end + CONTEXT],
        start=span.start,
        end=span.end,
        text_hash=text_hash,
    )
    return replace(selector, rival=_rival(indexed, selector, span))


def _find(text: IndexedText, selector: Selector) -> Found | None:
    given = Span(selector.start, max(selector.start, selector.end))
    if selector.text_hash == text.hash and given.of(text.text) == selector.exact:
        return Found(given, exact=True, score=1.0)
    if not selector.exact.strip():
        return None
    passage = _passage(selector)
    # Where the words stand as they were, no reworded place is taken for theirs: it could as well
    # be a passage that resembles them.
    places = _unchanged(text, passage) or _resembling(text, passage)
    best = max(places, key=_by_score, default=None)
    if best is None or not _stands_out(best, places) or best.score <= selector.rival + LEAD:
        return None
    if best.exact:
        if passage.out_of_line(text, best.span) and not all(
            passage.out_of_line(text, one.span) for one in places if one.exact
        ):
            return None  # the paragraph itself stands elsewhere, and another begins with it
        long = len(selector.exact) >= LONG
        return best if long or passage.between_neighbours(text, best.span) else None
    return best if best.score >= THRESHOLD else None


def _rival(text: IndexedText, selector: Selector, own: Span) -> float:
    """The score of the place that resembles a passage most in the text it is taken from."""
    if not selector.exact.strip():
        return 0.0
    passage = _passage(selector)
    places = [
        *(one for one in _unchanged(text, passage) if one.span != own),
        *(one for one in _resembling(text, passage) if not one.span.overlaps(own)),
    ]
    return max((one.score for one in places), default=0.0)


def _passage(selector: Selector) -> Passage:
    return Passage(selector.exact, selector.prefix, selector.suffix, selector.start)


def _unchanged(text: IndexedText, passage: Passage) -> list[Found]:
    return [
        Found(span, exact=True, score=passage.score(text, span))
        for span in unchanged(text, passage)
    ]


def _resembling(text: IndexedText, passage: Passage) -> list[Found]:
    return [
        Found(span, exact=False, score=passage.score(text, span))
        for span in resembling(text, passage)
    ]


def _by_score(found: Found) -> float:
    return found.score


def _stands_out(best: Found, found: Sequence[Found]) -> bool:
    """Whether no other place comes near the best one in score."""
    return not any(
        other.score > best.score - MARGIN and not _same_place(other, best) for other in found
    )


def _same_place(one: Found, other: Found) -> bool:
    """Whether two finds differ in their edges only; the same words twice are two places."""
    if one.exact and other.exact:
        return one.span == other.span
    return one.span.overlaps(other.span)
