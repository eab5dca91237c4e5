"""Turns the network's scores into attributions: which pieces are source, cue and content."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from according.analysis.learned.encoding import Encoded, Opening
from according.domain.spans import Span, Spans

OUTSIDE, SOURCE, CUE, CONTENT = range(4)
"""What a piece is to an attribution, as the network numbers it."""


FROM = {SOURCE: 0.3, CUE: 0.5, CONTENT: 0.5}
"""From this probability a piece is one; chosen on articles the network was not trained on."""

SURE = 0.4
"""A phrase with a piece as sure as this is a source; others are none beside it."""

HOLE, LIKELY = 3, 0.2
"""So many pieces between two of a content are content too, if they are as likely as this."""

LOWEST = 0.1
"""Attributions of a lower score are no more than noise."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A piece that may be a cue, and how the pieces of its window read for it.

    `cue`: probability that it is one. `first`: number of the window's first piece.
    `labels`: (length of the window, 4) probabilities.
    """

    anchor: int
    cue: float
    first: int
    labels: NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Attributed:
    """One attribution as the model reads it, in code points of the article.

    `anchor` is the word of the cue that the others hang on.
    """

    anchor: Span
    source: Spans
    cue: Spans
    content: Spans
    score: float

    @property
    def size(self) -> int:
        """Code points of the content."""
        return sum(map(len, self.content))


def decode(encoded: Encoded, candidates: Sequence[Candidate]) -> list[Attributed]:
    """The attributions of an article in the order of their cues.

    A piece is content of one attribution only, the one that wants it most; a source may serve
    several.
    """
    kept = _one_for_each_cue(candidates)
    strength = np.zeros(len(encoded), dtype=np.float32)
    owner = np.full(len(encoded), -1)
    for number, one in enumerate(kept):
        wanted = one.labels[:, CONTENT] * one.cue
        part = slice(one.first, one.first + len(wanted))
        better = wanted > strength[part]
        strength[part][better] = wanted[better]
        owner[part][better] = number
    found = []
    for number, one in enumerate(kept):
        made = _read(encoded, one, owner == number)
        if made is not None:
            found.append(made)
    return found


def _one_for_each_cue(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Without those that stand in the cue, or in the content, of a likelier one."""
    kept: list[Candidate] = []
    for one in sorted(candidates, key=lambda one: -one.cue):
        if not any(_takes(other, one.anchor) for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda one: one.anchor)


def _takes(candidate: Candidate, piece: int) -> bool:
    place = piece - candidate.first
    if not 0 <= place < len(candidate.labels):
        return False
    cue, content = candidate.labels[place, CUE], candidate.labels[place, CONTENT]
    return bool(cue > FROM[CUE] or content > FROM[CONTENT])


def _read(encoded: Encoded, one: Candidate, owned: NDArray[np.bool_]) -> Attributed | None:
    part = slice(one.first, one.first + len(one.labels))
    content = (one.labels[:, CONTENT] > FROM[CONTENT]) & owned[part]
    if not content.any():
        return None
    score = one.cue * float(one.labels[content, CONTENT].mean())
    if score < LOWEST:
        return None
    cue = (one.labels[:, CUE] > FROM[CUE]) & ~content
    cue[one.anchor - one.first] = not content[one.anchor - one.first]
    source = _source(one.labels[:, SOURCE]) & ~content & ~cue
    content |= _holes(content, one.labels, owned[part]) & ~cue & ~source
    return Attributed(
        anchor=encoded.span(one.anchor, one.anchor),
        source=_spans(encoded, one.first, source),
        cue=_spans(encoded, one.first, cue),
        content=_spans(encoded, one.first, content),
        score=score,
    )


def _source(likely: NDArray[np.float32]) -> NDArray[np.bool_]:
    """The runs of pieces that hold one that is surely of the source, or else all that may be."""
    found = likely > FROM[SOURCE]
    sure = np.zeros_like(found)
    pieces = np.flatnonzero(found)
    for run in np.split(pieces, np.flatnonzero(np.diff(pieces) > 1) + 1):
        sure[run] = bool((likely[run] > SURE).any())
    return sure if sure.any() else found


def _holes(
    content: NDArray[np.bool_], labels: NDArray[np.float32], owned: NDArray[np.bool_]
) -> NDArray[np.bool_]:
    """Small gaps in a content whose pieces nothing else wants more."""
    holes = np.zeros_like(content)
    for before, after in pairwise(np.flatnonzero(content)):
        gap = slice(before + 1, after)
        if 1 < after - before <= HOLE + 1 and labels[gap, CONTENT].min() > LIKELY:
            holes[gap] = owned[gap].all()
    return holes


def _spans(encoded: Encoded, first: int, chosen: NDArray[np.bool_]) -> Spans:
    """The chosen pieces of a window as spans: neighbours joined, but not over a paragraph's end."""
    pieces = np.flatnonzero(chosen) + first
    if not len(pieces):
        return ()
    opening = encoded.features[pieces[1:], 0] != Opening.INSIDE
    breaks = np.flatnonzero((np.diff(pieces) > 1) | opening) + 1
    return tuple(encoded.span(int(run[0]), int(run[-1])) for run in np.split(pieces, breaks))
