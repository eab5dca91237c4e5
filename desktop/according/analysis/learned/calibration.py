"""Turns the model's scores into how often a claim of such a score is right."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

LEAST: Mapping[int, float] = {-2: 0.8, -1: 0.55, 0: 0.35, 1: 0.25, 2: 0.15}
"""How sure a claim must be to be shown, by how many claims the reader wants."""

CLOSE = 1e-4
"""Scores nearer than this to 0 and 1 say no more than those."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line through the log-odds of scores: `weight` is one over the temperature.

    `length` weighs the logarithm of a content's code points: short ones are more often wrong.
    """

    weight: float
    bias: float
    length: float = 0.0

    def probability(self, score: float, size: int = 1) -> float:
        """What a score between 0 and 1 is worth for a content of so many code points."""
        score = min(max(score, CLOSE), 1 - CLOSE)
        odds = self.weight * math.log(score / (1 - score)) + self.bias
        odds += self.length * math.log(max(size, 1))
        return 1 / (1 + math.exp(-odds))


@dataclass(frozen=True, slots=True)
class Calibration:
    """Fitted on articles the model was not trained on.

    `agreed`: for attributions that the rules find as well, `alone`: for the others.
    """

    agreed: Line
    alone: Line


def calibration_of(form: Mapping[str, Any]) -> Calibration:
    """The calibration as the model's `about.json` has it."""
    return Calibration(agreed=Line(*form["agreed"]), alone=Line(*form["alone"]))
