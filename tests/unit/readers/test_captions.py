"""Captions told by their credits, and prose that mentions pictures."""

from __future__ import annotations

import pytest

from according.readers.captions import caption_lines


@pytest.mark.parametrize(
    "line",
    [
        "Getty Images A corridor propped up by steel posts",
        "Tomas Reyl/Harbour Wire/AFP via Getty Images The swing bridge in February",
        "The swing bridge in February. Photograph: Tomas Reyl/Reuters",
        "The swing bridge in February Photograph: Tomas Reyl/Reuters",
        "The swing bridge stands open, Feb. 3, 2025. (AP Photo/Tomas Reyl)",
        "The swing bridge in February (Tomas Reyl/PA)",
        "The swing bridge in February [File: Tomas Reyl/AFP]",
        "Image caption, The posts were meant to stay for six weeks",
        "Image: The bridge stood open all night. Pic: PA",
        "[1/2] The swing bridge stands open in February. REUTERS/Tomas Reyl",
        "A whelk at low tide. Credit: Tidal Ecology",
    ],
)
def test_captions(line: str) -> None:
    assert caption_lines([line]) == {0}


@pytest.mark.parametrize(
    "line",
    [
        "Photograph: Tomas Reyl/Reuters",
        "Getty Images",
        "The Big Picture: what a town does with its letters",
        "One letter held only a picture: a boy on a bicycle.",
        "Reuters reported that the bridge had closed.",
        "The bridge was closed on Sunday, the harbour board told reporters. (AP)",
        "The image: nobody who saw it forgot it.",
    ],
)
def test_no_captions(line: str) -> None:
    assert caption_lines([line]) == frozenset()


def test_a_line_between_the_word_image_and_a_credit_is_a_caption() -> None:
    lines = ["Image", "A canal outside Merrow last month.", "Credit...Tomas Reyl"]
    assert caption_lines(lines) == {1}
    assert caption_lines(lines[1:]) == frozenset()
