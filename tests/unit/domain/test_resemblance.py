"""Places that resemble a passage are found by shared runs of words and cut at whole words."""

from __future__ import annotations

import pytest

from according.domain.resemblance import IndexedText, Passage, resembling, unchanged
from according.domain.spans import Span

TEXT = "First the tide came in. Then the ferry left, late and half empty. Nobody waved."


def _resembling(exact: str, prefix: str = "in. ", suffix: str = " Nobody") -> list[str]:
    passage = Passage(exact, prefix, suffix, 24)
    return [span.of(TEXT) for span in resembling(IndexedText(TEXT), passage)]


def test_folding_keeps_every_offset() -> None:
    text = "“It’s\u00a0open” – said «Ada»\n🌉\tx"
    assert len(IndexedText(text).folded) == len(text)
    assert IndexedText(text).folded.startswith('"It\'s open" - said "Ada" 🌉 x')


def test_unchanged_places_are_all_of_them() -> None:
    passage = Passage("ha ha", "", "", 0)
    assert list(unchanged(IndexedText("ha ha ha"), passage)) == [Span(0, 5), Span(3, 8)]


@pytest.mark.parametrize(
    ("prefix", "exact", "suffix", "there"),
    [
        (
            "in. ",
            "Then a ferry left, late and half empty.",
            " Nobody",
            "Then the ferry left, late and half empty.",
        ),
        ("Then ", "the old ferry left, late and half", " empty", "the ferry left, late and half"),
        (
            "Then ",
            "the ferry had left, late, empty.",
            " No",
            "the ferry left, late and half empty.",
        ),
    ],
)
def test_edges_are_whole_words_with_the_marks_the_passage_had(
    prefix: str, exact: str, suffix: str, there: str
) -> None:
    assert _resembling(exact, prefix, suffix) == [there]


def test_words_that_share_no_run_resemble_nothing() -> None:
    assert _resembling("Bakers and millers met on the hill at noon.") == []


def test_a_passage_without_words_resembles_nothing() -> None:
    assert list(resembling(IndexedText(TEXT), Passage("🌉 …", "", "", 0))) == []


def test_an_empty_neighbourhood_fits_at_the_borders_of_the_text_only() -> None:
    text, passage = IndexedText(TEXT), Passage("First", "", "", 0)
    assert passage.likeness_before(text, 0) == 1
    assert passage.likeness_before(text, 6) == 0
    assert passage.likeness_after(text, len(TEXT)) == 1
    assert passage.likeness_after(text, 6) == 0


def test_unrelated_neighbours_count_for_nothing() -> None:
    passage = Passage("Nobody", "quite another sentence before it ", " waved.", 66)
    assert passage.likeness_before(IndexedText(TEXT), TEXT.index("Nobody")) < 0.1
    assert passage.likeness_after(IndexedText(TEXT), TEXT.index(" waved")) == 1
