"""Scores become probabilities in the same order, and the reader's wish moves what is shown."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from according.analysis.learned.calibration import CLOSE, LEAST, Calibration, Line, calibration_of
from according.analysis.learned.network import Network
from according.settings import SENSITIVITY

LINES = st.builds(Line, weight=st.floats(0.2, 3), bias=st.floats(-2, 2))
SCORES = st.floats(0, 1)


@settings(deadline=None)
@given(LINES, SCORES, SCORES)
def test_a_higher_score_is_worth_no_less(line: Line, one: float, other: float) -> None:
    low, high = sorted((one, other))
    assert line.probability(low) <= line.probability(high)


@settings(deadline=None)
@given(st.floats(CLOSE, 1 - CLOSE))
def test_the_line_through_the_middle_leaves_a_score_as_it_is(score: float) -> None:
    assert Line(1, 0).probability(score) == pytest.approx(score)


@settings(deadline=None)
@given(LINES)
def test_the_extremes_are_never_certain(line: Line) -> None:
    assert 0 < line.probability(0) < line.probability(1) < 1


def test_weight_spreads_and_bias_shifts() -> None:
    assert Line(0.5, 0).probability(0.9) == pytest.approx(0.75)
    assert Line(1, -1).probability(0.5) < 0.5 < Line(1, 1).probability(0.5)


def test_a_calibration_is_read_from_its_form() -> None:
    form = {"agreed": [1.5, 0.25], "alone": [0.5, -1.0], "name": "any"}
    assert calibration_of(form) == Calibration(Line(1.5, 0.25), Line(0.5, -1.0))


def test_what_rules_find_as_well_is_worth_more(network: Network) -> None:
    given = network.calibration
    for score in (0.5, 0.7):
        assert given.agreed.probability(score, 80) > given.alone.probability(score, 80)


def test_more_claims_are_wanted_the_less_sure_they_may_be() -> None:
    least = [LEAST[wish] for wish in sorted(LEAST)]
    assert all(before > after for before, after in pairwise(least))
    assert all(0 < one < 1 for one in least)


def test_each_wish_of_the_settings_has_its_least() -> None:
    low, high = SENSITIVITY
    assert sorted(LEAST) == list(range(low, high + 1))
