"""Cuts articles into windows for training and packs windows of about one length together."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import torch
from corpus import Example
from torch import Tensor

from according.analysis.learned.decoding import CUE
from according.analysis.learned.network import FIRST, LAST
from according.analysis.learned.windows import LENGTH, MARGIN

BATCH = 12
"""Windows in one step."""


@dataclass(frozen=True, slots=True)
class Cut:
    """Pieces `start` to `end` of an article; only anchors from `first` to `last` are learned."""

    example: Example
    start: int
    end: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Batch:
    """Some windows, filled up to the longest; one row for each.

    `anchors`: 1 for an anchor, 0 for none, -1 for what is not learned here. `roles`: what each
    piece is to any attribution, -1 for padding. `taken`: pieces of cues, of which no negative is
    drawn. `pairs`: (n, 2) row and place of each anchor; `labels`: (n, length) of each.
    """

    ids: Tensor
    features: Tensor
    filled: Tensor
    anchors: Tensor
    roles: Tensor
    taken: Tensor
    pairs: Tensor
    labels: Tensor


def cuts(example: Example, dice: random.Random) -> Iterator[Cut]:
    """An article in windows that overlap a little; where they begin is left to chance."""
    pieces = len(example.encoded)
    if pieces <= LENGTH:
        yield Cut(example, 0, pieces, 0, pieces)
        return
    margin = MARGIN // 2
    step = LENGTH - 2 * margin
    for start in range(-dice.randrange(step), pieces - margin, step):
        begin, end = max(0, start), min(pieces, start + LENGTH)
        if end - begin > 2 * margin:
            first = 0 if begin == 0 else begin + margin
            last = pieces if end == pieces else end - margin
            yield Cut(example, begin, end, first, last)


def batches(windows: Sequence[Cut], dice: random.Random) -> Iterator[Batch]:
    """All windows in random order, those of about one length together."""
    order = sorted(windows, key=lambda one: (one.end - one.start) // 32 + dice.random())
    groups = [order[at : at + BATCH] for at in range(0, len(order), BATCH)]
    dice.shuffle(groups)
    for group in groups:
        yield batch(group)


def batch(group: Sequence[Cut]) -> Batch:
    """Windows as one batch."""
    length = max(one.end - one.start for one in group) + 2
    size = (len(group), length)
    made = Batch(
        ids=torch.zeros(size, dtype=torch.long),
        features=torch.zeros(*size, 3, dtype=torch.long),
        filled=torch.zeros(size, dtype=torch.bool),
        anchors=torch.full(size, -1, dtype=torch.long),
        roles=torch.full(size, -1, dtype=torch.long),
        taken=torch.zeros(size, dtype=torch.bool),
        pairs=torch.zeros(0, 2, dtype=torch.long),
        labels=torch.zeros(0, length, dtype=torch.long),
    )
    pairs: list[tuple[int, int]] = []
    labels: list[Tensor] = []
    for row, one in enumerate(group):
        _fill(made, row, one)
        for place, label in _gold(made, row, one):
            pairs.append((row, place))
            labels.append(label)
    if not pairs:
        return made
    return Batch(
        ids=made.ids,
        features=made.features,
        filled=made.filled,
        anchors=made.anchors,
        roles=made.roles,
        taken=made.taken,
        pairs=torch.tensor(pairs, dtype=torch.long),
        labels=torch.stack(labels),
    )


def _fill(made: Batch, row: int, one: Cut) -> None:
    """Writes the pieces of a window; the first place is that of the opening mark."""
    part, size = slice(one.start, one.end), one.end - one.start
    made.ids[row, 0], made.ids[row, size + 1] = FIRST, LAST
    made.ids[row, 1 : size + 1] = torch.from_numpy(one.example.encoded.ids[part])
    made.features[row, 1 : size + 1] = torch.from_numpy(one.example.encoded.features[part])
    made.filled[row, : size + 2] = True
    made.anchors[row, one.first - one.start + 1 : one.last - one.start + 1] = 0
    made.roles[row, 1 : size + 1] = 0


def _gold(made: Batch, row: int, one: Cut) -> Iterator[tuple[int, Tensor]]:
    """Marks the gold of a window, and gives each anchor to be learned with its labels."""
    for gold in one.example.gold:
        inside = (gold.pieces >= one.start) & (gold.pieces < one.end)
        if not inside.any():
            continue
        places = torch.from_numpy(gold.pieces[inside] - one.start + 1)
        kinds = torch.from_numpy(gold.labels[inside])
        made.roles[row, places] = kinds
        made.taken[row, places[kinds == CUE]] = True
        if one.first <= gold.anchor < one.last:
            place = gold.anchor - one.start + 1
            made.anchors[row, place] = 1
            label = torch.zeros(made.ids.shape[1], dtype=torch.long)
            label[places] = kinds
            yield place, label
