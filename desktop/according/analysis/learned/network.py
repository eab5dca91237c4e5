"""Runs the attribution network: which pieces may be cues, and what the others are to each."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

from according.analysis.learned.calibration import Calibration, calibration_of
from according.analysis.learned.decoding import Attributed, Candidate, decode
from according.analysis.learned.encoding import Encoded, tokenizer_of
from according.analysis.learned.windows import Window, windows

FIRST, LAST = 101, 102
"""Numbers of the marks that the encoder expects at the two ends of a window."""

TOGETHER = 4
"""Windows read at once: enough to keep the processor busy, few enough to stop soon."""

MOST_ANCHORS = 48
"""Anchors labelled at once; more would need more memory than they save time."""


@dataclass(frozen=True, slots=True)
class Network:
    """A loaded model. `likely`: from this score a piece is looked at as a cue."""

    name: str
    tokenizer: Tokenizer
    encoder: onnxruntime.InferenceSession
    reading: onnxruntime.InferenceSession
    likely: float
    calibration: Calibration

    def attributed(
        self, encoded: Encoded, *, cancelled: Callable[[], bool] | None = None
    ) -> list[Attributed]:
        """The attributions of an article; fewer once `cancelled` says so."""
        return decode(encoded, self.candidates(encoded, cancelled=cancelled))

    def candidates(
        self, encoded: Encoded, *, cancelled: Callable[[], bool] | None = None
    ) -> list[Candidate]:
        """What may be cues in an article, in order; nothing more once `cancelled` says so."""
        cut = windows(len(encoded))
        found: list[Candidate] = []
        for at in range(0, len(cut), TOGETHER):
            if cancelled is not None and cancelled():
                break
            found.extend(self._read(encoded, cut[at : at + TOGETHER]))
        return found

    def _read(self, encoded: Encoded, group: Sequence[Window]) -> Iterator[Candidate]:
        hidden, scores = self.encoder.run(["hidden", "cues"], _inputs(encoded, group))
        anchors = [
            (row, place)
            for row, window in enumerate(group)
            for place in np.flatnonzero(scores[row] > self.likely)
            if window.first <= window.start + place - 1 < window.last
        ]
        for at in range(0, len(anchors), MOST_ANCHORS):
            chosen = np.asarray(anchors[at : at + MOST_ANCHORS], dtype=np.int64)
            (labels,) = self.reading.run(
                ["labels"], {"hidden": hidden, "window": chosen[:, 0], "anchor": chosen[:, 1]}
            )
            for (row, place), label in zip(chosen.tolist(), labels, strict=True):
                window = group[row]
                yield Candidate(
                    anchor=window.start + place - 1,
                    cue=float(scores[row, place]),
                    first=window.start,
                    labels=label[1 : window.end - window.start + 1],
                )


def open_network(folder: Path) -> Network | None:
    """The model in a folder, or None where a file of it is missing or damaged."""
    try:
        return load_network(folder)
    except Exception:  # noqa: BLE001 - the tokenizer's and the runtime's have no narrower kind
        return None


def load_network(folder: Path) -> Network:
    """The model in a folder: two graphs, the vocabulary, and `about.json`."""
    options = onnxruntime.SessionOptions()
    # One thread: the parse runs at the same time on the other.
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    about = json.loads((folder / "about.json").read_text(encoding="utf-8"))
    tokenizer = tokenizer_of(folder / "vocabulary.txt")
    if tokenizer.get_vocab_size() != about["pieces"]:
        raise ValueError(f"{folder} has another vocabulary than its model")
    encoder, reading = (
        onnxruntime.InferenceSession(
            str(folder / name), options, providers=["CPUExecutionProvider"]
        )
        for name in ("encoder.onnx", "reading.onnx")
    )
    return Network(folder.name, tokenizer, encoder, reading, about["likely"], calibration_of(about))


def _inputs(encoded: Encoded, group: Sequence[Window]) -> dict[str, NDArray[Any]]:
    """The pieces of some windows, filled up to the longest."""
    length = max(window.end - window.start for window in group) + 2
    ids = np.zeros((len(group), length), dtype=np.int64)
    features = np.zeros((len(group), length, encoded.features.shape[1]), dtype=np.int64)
    filled = np.zeros((len(group), length), dtype=bool)
    for row, window in enumerate(group):
        size = window.end - window.start
        ids[row, 0], ids[row, size + 1] = FIRST, LAST
        ids[row, 1 : size + 1] = encoded.ids[window.start : window.end]
        features[row, 1 : size + 1] = encoded.features[window.start : window.end]
        filled[row, : size + 2] = True
    return {"ids": ids, "features": features, "filled": filled}
