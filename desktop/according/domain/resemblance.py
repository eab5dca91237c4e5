"""Where a text resembles a passage: places that share runs of words, scored by likeness.

All offsets are code points; comparing is done in folded characters, one for one.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from functools import cached_property

from rapidfuzz.distance import Levenshtein

from according.domain.spans import Span

# The weights are those of the Hypothesis client: the words themselves count most, what stands
# before and after tells repeated words apart, the position only breaks ties.
QUOTE_WEIGHT, PREFIX_WEIGHT, SUFFIX_WEIGHT, POSITION_WEIGHT = 50, 20, 20, 2
_ALL_WEIGHTS = QUOTE_WEIGHT + PREFIX_WEIGHT + SUFFIX_WEIGHT + POSITION_WEIGHT

LEAST_QUOTE = 0.55
"""Least likeness of the words: between the same neighbours something else may stand today."""

_CHANCE = 0.35  # likeness that two unrelated pieces of prose reach; worth nothing
_RUN = 3  # words in a row that make a place worth a look
_PLACES = 12  # places looked at closely, those with most shared runs first
_EDGE = 64  # code points at either end of a passage that decide where it begins and ends
_WHOLE = 3000  # code points up to which all of a passage is compared: the time grows by the square
_WIDEST = 40  # words by which an edge may have moved within its passage

# One code point for one, so that offsets stay: quotation marks, dashes and spaces change with the
# typesetter and not with the words.
_SAME = str.maketrans(
    "‘’‚‛′“”„‟«»″‐‑‒–—−\u00a0\u2002\u2003\u2007\u2008\u2009\u200a\u202f\u3000\n\r\t",
    '\'\'\'\'\'"""""""------            ',
)
# Chinese, Japanese and Korean syllables are words of their own here, for want of spaces.
_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|[^\W\u3040-\u30ff\u3400-\u9fff]+")


def hash_of(text: str) -> str:
    """The SHA-256 of a text, as selectors keep it."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


class IndexedText:
    """A text with what searching it needs, each part made when it is first asked for."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def hash(self) -> str:
        return hash_of(self.text)

    @cached_property
    def folded(self) -> str:
        return self.text.translate(_SAME)

    @cached_property
    def words(self) -> list[re.Match[str]]:
        return list(_WORD.finditer(self.folded))

    @cached_property
    def keys(self) -> list[str]:
        return [word.group().casefold() for word in self.words]

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """The indexes at which each word stands."""
        places: dict[str, list[int]] = {}
        for index, key in enumerate(self.keys):
            places.setdefault(key, []).append(index)
        return places


class Passage:
    """The words of a passage and its neighbours, made ready for comparing."""

    def __init__(self, exact: str, prefix: str, suffix: str, start: int) -> None:
        self.begins = prefix[-1:] in {"", "\n"}
        self.ends = suffix[:1] in {"", "\n"}
        self.exact = exact.translate(_SAME)
        self.prefix = prefix.translate(_SAME)
        self.suffix = suffix.translate(_SAME)
        self.start = start
        whole = self.prefix + self.exact + self.suffix
        matches = list(_WORD.finditer(whole))
        begin, end = len(self.prefix), len(self.prefix) + len(self.exact)
        self.keys = [word.group().casefold() for word in matches]
        self.before = sum(word.end() <= begin for word in matches)
        inside = [word for word in matches if word.end() > begin and word.start() < end]
        self.length = len(inside)
        self.lead = max(0, inside[0].start() - begin) if inside else 0
        self.trail = max(0, end - inside[-1].end()) if inside else 0

    def score(self, text: IndexedText, span: Span) -> float:
        """How well `span` fits, from 0 to 1."""
        quote = self.likeness_of(text, span)
        away = abs(span.start - self.start) / max(len(text.folded), self.start, 1)
        weighed = (
            QUOTE_WEIGHT * quote
            + PREFIX_WEIGHT * self.likeness_before(text, span.start)
            + SUFFIX_WEIGHT * self.likeness_after(text, span.end)
            + POSITION_WEIGHT * (1 - away)
        )
        return weighed / _ALL_WEIGHTS

    def likeness_of(self, text: IndexedText, span: Span) -> float:
        """How much of the passage's words stands in `span`; of long ones, at both ends."""
        there = span.of(text.folded)
        if max(len(self.exact), len(there)) <= _WHOLE:
            return Levenshtein.normalized_similarity(self.exact, there)
        half = _WHOLE // 2
        head = Levenshtein.normalized_similarity(self.exact[:half], there[:half])
        tail = Levenshtein.normalized_similarity(self.exact[-half:], there[-half:])
        return (head + tail) / 2

    def likeness_before(self, text: IndexedText, start: int) -> float:
        """How much of the prefix stands before `start`; none fits at the text's beginning only."""
        if not self.prefix:
            return float(start == 0)
        return _likeness(self.prefix, text.folded[max(0, start - len(self.prefix)) : start])

    def likeness_after(self, text: IndexedText, end: int) -> float:
        """How much of the suffix stands after `end`; none fits at the text's end only."""
        if not self.suffix:
            return float(end == len(text.folded))
        return _likeness(self.suffix, text.folded[end : end + len(self.suffix)])

    def between_neighbours(self, text: IndexedText, span: Span) -> bool:
        """Whether at least one side of `span`, or half of both, is as it was."""
        before = self.likeness_before(text, span.start)
        return before + self.likeness_after(text, span.end) >= 1

    def out_of_line(self, text: IndexedText, span: Span) -> bool:
        """Whether the passage began or ended a paragraph where `span` does not."""
        begins = span.start == 0 or text.text[span.start - 1] == "\n"
        ends = span.end == len(text.text) or text.text[span.end] == "\n"
        return (self.begins and not begins) or (self.ends and not ends)


def unchanged(text: IndexedText, passage: Passage) -> Iterator[Span]:
    """The places where the passage's own words stand, typography apart."""
    start = text.folded.find(passage.exact)
    while start >= 0:
        yield Span(start, start + len(passage.exact))
        start = text.folded.find(passage.exact, start + 1)


def resembling(text: IndexedText, passage: Passage) -> Iterator[Span]:
    """The places whose words resemble the passage, each with its best edges."""
    if not passage.length:
        return
    for lowest, highest in _shared_runs(text, passage):
        span = _best_edges(text, passage, lowest, highest)
        if span is None or span.of(text.folded) == passage.exact:
            continue
        if passage.likeness_of(text, span) >= LEAST_QUOTE:
            yield span


def _shared_runs(text: IndexedText, passage: Passage) -> list[tuple[int, int]]:
    """Where runs of the passage's words stand: lowest and highest index of its first word.

    Runs of its neighbours vote too. Words put in or taken out shift the runs behind them, so
    votes within half a passage of one another are for one place.
    """
    run = min(_RUN, passage.length)
    votes: dict[int, int] = {}
    for offset in range(len(passage.keys) - run + 1):
        for index in _runs_at(text, passage.keys[offset : offset + run]):
            first = index - offset + passage.before
            votes[first] = votes.get(first, 0) + 1
    reach = min(_WIDEST, max(4, passage.length // 2))
    groups: list[list[int]] = []
    for first in sorted(votes):
        if groups and first - groups[-1][0] <= reach:
            groups[-1].append(first)
        else:
            groups.append([first])
    groups.sort(key=lambda group: -sum(votes[first] for first in group))
    return [(group[0], group[-1]) for group in groups[:_PLACES]]


def _runs_at(text: IndexedText, run: list[str]) -> Iterator[int]:
    """The indexes at which these words stand in a row, found by the rarest of them."""
    nowhere: list[int] = []
    offset, rarest = min(enumerate(run), key=lambda pair: len(text.places.get(pair[1], nowhere)))
    for index in text.places.get(rarest, nowhere):
        first = index - offset
        if first >= 0 and text.keys[first : first + len(run)] == run:
            yield first


def _best_edges(text: IndexedText, passage: Passage, lowest: int, highest: int) -> Span | None:
    """The best span of whole words whose first word lies about `lowest` to `highest`.

    The edges are chosen apart, each by the words next to it, and then tried in pairs.
    """
    slack = min(_WIDEST, 3 + passage.length // 3)
    last = len(text.words)
    starts = [
        _reach_left(text, text.words[index].start(), passage.lead)
        for index in range(max(0, lowest - slack), min(last, highest + slack + 1))
    ]
    final = passage.length - 1
    ends = [
        _reach_right(text, text.words[index].end(), passage.trail)
        for index in range(max(0, lowest + final - slack), min(last, highest + final + slack + 1))
    ]
    head, tail = passage.exact[:_EDGE], passage.exact[-_EDGE:]

    def fit_start(start: int) -> float:
        likeness = Levenshtein.normalized_similarity(head, text.folded[start : start + len(head)])
        return 2 * likeness + passage.likeness_before(text, start)

    def fit_end(end: int) -> float:
        words = text.folded[max(0, end - len(tail)) : end]
        likeness = Levenshtein.normalized_similarity(tail, words)
        return 2 * likeness + passage.likeness_after(text, end)

    pairs = [
        Span(start, end)
        for start in sorted(starts, key=fit_start)[-4:]
        for end in sorted(ends, key=fit_end)[-4:]
        if start < end
    ]
    return max(pairs, key=lambda span: passage.score(text, span), default=None)


def _reach_left(text: IndexedText, start: int, most: int) -> int:
    """`start` with up to `most` marks before it, where the passage began with marks."""
    least = max(0, start - most)
    while start > least and _is_mark(text.folded[start - 1]):
        start -= 1
    return start


def _reach_right(text: IndexedText, end: int, most: int) -> int:
    """`end` with up to `most` marks after it, where the passage ended with marks."""
    longest = min(len(text.folded), end + most)
    while end < longest and _is_mark(text.folded[end]):
        end += 1
    return end


def _is_mark(character: str) -> bool:
    return not character.isspace() and not _WORD.match(character)


def _likeness(expected: str, there: str) -> float:
    """How alike two neighbourhoods are, from 0 (no more than by chance) to 1."""
    return max(0.0, (Levenshtein.normalized_similarity(expected, there) - _CHANCE) / (1 - _CHANCE))
