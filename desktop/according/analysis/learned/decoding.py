"""Turns the network's scores into attributions: which pieces are source, cue and content."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from according.analysis.learned.encoding import Encoded
from according.domain.spans import Span, Spans

OUTSIDE, SOURCE, CUE, CONTENT = range(4)
"""What a piece is to an attribution, as the network numbers it."""


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Chosen on articles that the network was not trained on."""

    source: float = 0.5
    content: float = 0.5
    score: float = 0.4


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


def decode(
    encoded: Encoded, candidates: Sequence[Candidate], thresholds: Thresholds = Thresholds()
) -> list[Attributed]:
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
        made = _read(encoded, one, owner == number, thresholds)
        if made is not None:
            found.append(made)
    return found


def _one_for_each_cue(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Without those that stand in the cue of a likelier one."""
    kept: list[Candidate] = []
    for one in sorted(candidates, key=lambda one: -one.cue):
        if not any(_takes(other, one.anchor) for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda one: one.anchor)


def _takes(candidate: Candidate, piece: int) -> bool:
    place = piece - candidate.first
    return 0 <= place < len(candidate.labels) and bool(candidate.labels[place, CUE] > 0.5)


def _read(
    encoded: Encoded, one: Candidate, owned: NDArray[np.bool_], thresholds: Thresholds
) -> Attributed | None:
    part = slice(one.first, one.first + len(one.labels))
    content = (one.labels[:, CONTENT] > thresholds.content) & owned[part]
    if not content.any():
        return None
    score = score_of(one, content)
    if score < thresholds.score:
        return None
    source = (one.labels[:, SOURCE] > thresholds.source) & ~content
    cue = one.labels[:, CUE] > 0.5
    cue[one.anchor - one.first] = True
    return Attributed(
        anchor=encoded.span(one.anchor, one.anchor),
        source=_spans(encoded, one.first, source),
        cue=_spans(encoded, one.first, cue & ~content),
        content=_spans(encoded, one.first, content),
        score=score,
    )


def score_of(one: Candidate, content: NDArray[np.bool_]) -> float:
    """How sure the network is of a cue with its content, between 0 and 1."""
    here = float(one.labels[one.anchor - one.first, CUE])
    return float(np.sqrt(one.cue * here) * one.labels[content, CONTENT].mean())


def _spans(encoded: Encoded, first: int, chosen: NDArray[np.bool_]) -> Spans:
    """The chosen pieces of a window as spans: whole words, what is next to each other joined."""
    pieces = np.flatnonzero(chosen) + first
    if not len(pieces):
        return ()
    breaks = np.flatnonzero(np.diff(pieces) > 1) + 1
    return tuple(encoded.span(int(run[0]), int(run[-1])) for run in np.split(pieces, breaks))
