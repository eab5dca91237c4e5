"""Reads the articles with gold attributions and lays them out for training, one row a piece."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from according.analysis.drafts import Parsed
from according.analysis.learned.decoding import CONTENT, CUE, SOURCE
from according.analysis.learned.encoding import Encoded, encode
from according.analysis.model import load_model
from according.analysis.passages import parse
from according.readers.read import read


@dataclass(frozen=True, slots=True)
class Gold:
    """One attribution: the piece its cue hangs on, and the label of every piece of the article.

    `labels` are sparse: the numbers of the pieces, and their labels.
    """

    anchor: int
    pieces: NDArray[np.int64]
    labels: NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Example:
    """An article as the network sees it, with its gold attributions in the order of their cues."""

    name: str
    text: str
    encoded: Encoded
    gold: tuple[Gold, ...]


def rows(path: Path) -> list[dict[str, Any]]:
    """The articles of a data file, as they are stored."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def examples(path: Path, tokenizer: Tokenizer) -> Iterator[Example]:
    """The articles of a data file; attributions without a cue are left out of the gold."""
    nlp = load_model()
    for row in rows(path):
        article = read(row["text"].encode(), name=row["id"], as_is=True)
        parsed = parse(nlp, article)
        encoded = encode(tokenizer, article)
        if len(encoded):
            yield Example(row["id"], row["text"], encoded, tuple(_gold(row, parsed, encoded)))


def _gold(row: dict[str, Any], parsed: Parsed, encoded: Encoded) -> Iterator[Gold]:
    for attribution in row["attributions"]:
        anchor = _anchor(attribution["cue"], parsed, encoded)
        if anchor is None:
            continue
        labels = np.zeros(len(encoded), dtype=np.int64)
        for name, label in (("content", CONTENT), ("source", SOURCE), ("cue", CUE)):
            labels[_pieces(encoded, attribution[name])] = label
        labels[anchor] = CUE
        pieces = np.flatnonzero(labels)
        yield Gold(anchor, pieces, labels[pieces])


def _pieces(encoded: Encoded, spans: Sequence[Sequence[int]]) -> NDArray[np.int64]:
    """The pieces that spans of the article touch."""
    found = [
        np.arange(
            np.searchsorted(encoded.spans[:, 1], start, side="right"),
            np.searchsorted(encoded.spans[:, 0], end, side="left"),
        )
        for start, end in spans
    ]
    return np.concatenate(found) if found else np.zeros(0, dtype=np.int64)


def _anchor(cue: Sequence[Sequence[int]], parsed: Parsed, encoded: Encoded) -> int | None:
    """The first piece of the word that the cue's other words hang on."""
    for start, end in cue:
        passage = parsed.passage_at(start)
        if passage is None:
            continue
        base = passage.block.span.start
        tokens = passage.doc.char_span(start - base, end - base, alignment_mode="expand")
        if tokens is None or not len(tokens):
            continue
        root = base + tokens.root.idx
        pieces = _pieces(encoded, [[root, root + len(tokens.root.text)]])
        if len(pieces):
            return int(pieces[0])
    return None
