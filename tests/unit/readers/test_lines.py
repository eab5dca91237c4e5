"""Paragraphs of a pasted text: white space, blank lines, hard wrapping."""

from __future__ import annotations

import textwrap

import pytest

from according.readers.lines import ends_sentence, paragraphs, title_cased

STORY = (
    (
        "The tram line to Westhaven will close for six weeks in autumn, the operator told "
        "passengers on Monday, because two of the viaduct’s arches need new bearings."
    ),
    (
        "Replacement buses will run every eight minutes. “We know that this is a nuisance,” said "
        "Olga Brandt, who runs the line, “but it is less of one than a closed viaduct.”"
    ),
    "Work starts on 6 October.",
)


@pytest.mark.parametrize("gap", ["\n", "\n\n", "\n \t\n\n", "\u2029", "\x0c"])
def test_a_line_is_a_paragraph(gap: str) -> None:
    assert paragraphs(gap.join(STORY)) == STORY


@pytest.mark.parametrize("width", [60, 72, 80])
def test_hard_wrapping_is_undone(width: int) -> None:
    wrapped = "\n\n".join(textwrap.fill(line, width, break_on_hyphens=False) for line in STORY)
    assert paragraphs(wrapped) == STORY


def test_hard_wrapping_without_blank_lines_keeps_short_last_lines_apart() -> None:
    wrapped = "\n".join(textwrap.fill(line, 66, break_on_hyphens=False) for line in STORY)
    assert paragraphs(wrapped) == STORY


def test_white_space_becomes_single_spaces_and_the_rest_stays() -> None:
    assert paragraphs("  Mr\u00a0Brandt’s  «naïve»\tcafe\u0301 \n") == (
        "Mr Brandt’s «naïve» cafe\u0301",
    )


def test_a_list_of_short_lines_is_not_joined() -> None:
    names = "Westhaven\nOld Quay\nGasworks\nCathedral\nUniversity"
    assert paragraphs(names) == tuple(names.split("\n"))


@pytest.mark.parametrize(
    "line", ["He left.", "“He left.”", "Did he?’", "He left (on foot).", "終わり。"]
)
def test_sentence_ends(line: str) -> None:
    assert ends_sentence(line)


@pytest.mark.parametrize("line", ["Mayor leaves", "Mayor ‘leaves’", "He left,"])
def test_no_sentence_ends(line: str) -> None:
    assert not ends_sentence(line)


def test_title_case() -> None:
    assert title_cased("Mayor Says Tram Line Will Close Until Spring.")
    assert not title_cased("Mayor says the tram line will close until spring.")
