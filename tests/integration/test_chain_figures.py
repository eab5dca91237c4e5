"""Sources, chains, levels and denials stay as right as they were, on articles with gold answers."""

from __future__ import annotations

from tests.benchmarks import chains
from tests.benchmarks.gold_chains import gold_chains


def test_the_figures_stay_above_their_floors() -> None:
    assert chains.main([]) == 0


def test_the_gold_is_of_three_styles_with_a_held_out_half() -> None:
    articles = gold_chains()
    parts = [(one.style, one.part) for one in articles if one.part != "seeds"]
    assert {parts.count((style, part)) for style, part in parts} == {2}
    assert {style for style, _ in parts} == {"british", "wire", "science"}
