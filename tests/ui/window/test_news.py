"""What the window says of changed copies and of further articles."""

from __future__ import annotations

from dataclasses import replace

import pytest

from according.domain.anchoring import describe
from according.domain.notes import AnchoredNote, Note
from according.domain.spans import Span
from according.ui.window.news import analysed_again, changed_copy, kept_aside
from tests import factories


@pytest.mark.parametrize(
    ("firm", "moved", "lost", "said"),
    [
        (0, 0, 0, "."),
        (1, 0, 0, ": 1 note found again."),
        (2, 1, 1, ": 2 notes found again, 1 note to check and 1 note without its place."),
        (0, 2, 0, ": 2 notes to check."),
        (0, 0, 2, ": 2 notes without their places."),
    ],
)
def test_a_changed_copy_counts_its_notes(firm: int, moved: int, lost: int, said: str) -> None:
    reading = factories.reading()
    note = Note("n", describe(reading.article.text, Span(0, 9)))
    placed = [AnchoredNote(note, Span(0, 9), moved=n >= firm) for n in range(firm + moved)]
    copy = replace(reading, notes=tuple(placed), orphans=(note,) * lost)
    assert changed_copy(copy) == f"A changed copy of an article you have read{said}"


def test_further_articles_are_named_as_far_as_there_is_room() -> None:
    assert kept_aside(["Ferry back"]) == (
        "2 articles opened. “Ferry back” is under File > Open recent."
    )
    assert kept_aside(["Ferry back", "Tides"]) == (
        "3 articles opened. “Ferry back” and “Tides” are under File > Open recent."
    )
    assert kept_aside(["a"] * 5) == ("6 articles opened. The other 5 are under File > Open recent.")
    assert "…”" in kept_aside(["word " * 40])


def test_another_analysis_says_how_many_claims_there_are() -> None:
    reading = factories.reading()
    claims = len(reading.analysis.claims) if reading.analysis else 0
    assert analysed_again(reading, differs=True) == f"Analysed again: {claims} claims"
