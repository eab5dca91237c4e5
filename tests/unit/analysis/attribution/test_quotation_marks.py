"""Marks are paired by the text alone: across paragraphs, despite possessives and stray marks."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from according.analysis.attribution.quotation_marks import pair_marks, quoted_ranges


def quoted(*texts: str) -> list[list[str]]:
    """What stands in marks in each paragraph, in words."""
    return [
        [span.of(text) for span in spans]
        for text, spans in zip(texts, quoted_ranges(texts), strict=True)
    ]


def resumed(*texts: str) -> list[bool]:
    """Which paragraphs go on with a quotation of the one before."""
    return [paired.resumed is not None for paired in pair_marks(texts)]


def unpaired(*texts: str) -> list[bool]:
    return [paired.unpaired for paired in pair_marks(texts)]


@pytest.mark.parametrize(
    "texts",
    [
        ("She said: “It rained.", "“Then it froze.", "“Now it thaws.” He left."),
        ('She said: "It rained.', '"Then it froze.', '"Now it thaws." He left.'),
        ("She said: ``It rained.", "``Then it froze.", "``Now it thaws.'' He left."),
    ],
)
def test_each_paragraph_of_a_long_quotation_is_quoted(texts: tuple[str, ...]) -> None:
    assert quoted(*texts) == [
        [texts[0].removeprefix("She said: ")],
        [texts[1]],
        [texts[2].removesuffix(" He left.")],
    ]
    assert resumed(*texts) == [False, True, True]
    assert unpaired(*texts) == [False, False, False]


def test_a_quotation_left_open_ends_with_the_words_of_its_paragraph() -> None:
    assert quoted("She said: “It rained.  ", "“It froze.”")[0] == ["“It rained."]


def test_a_quotation_goes_on_only_in_a_paragraph_that_opens_it_again() -> None:
    texts = ("She said: “It rained.", "He said: “It froze.”")
    assert quoted(*texts) == [[], ["“It froze.”"]]
    assert unpaired(*texts) == [True, False]
    assert resumed(*texts) == [False, False]


def test_an_empty_paragraph_ends_a_long_quotation() -> None:
    assert quoted("She said: “It rained.", "", "“It froze.”") == [[], [], ["“It froze.”"]]


def test_a_closed_quotation_does_not_go_on() -> None:
    texts = ("“It rained,” she said.", "“It froze.”")
    assert resumed(*texts) == [False, False]
    assert unpaired(*texts) == [False, False]


def test_a_quotation_that_is_begun_after_another_goes_on() -> None:
    texts = ("“It rained,” she said. “It poured.", "“It froze.”")
    assert quoted(*texts) == [["“It rained,”", "“It poured."], ["“It froze.”"]]


def test_an_inner_quotation_left_open_costs_only_itself() -> None:
    assert quoted("She said: “He cried ‘help.", "“Then it froze.”") == [
        ["“He cried ‘help."],
        ["“Then it froze.”"],
    ]


def test_outer_quotations_come_before_inner_ones() -> None:
    assert quoted("“He cried ‘help’ and ‘hurry’,” she said.") == [
        ["“He cried ‘help’ and ‘hurry’,”", "‘help’", "‘hurry’"]
    ]
    assert quoted("‘He cried “help”,’ she said.") == [["‘He cried “help”,’", "“help”"]]


def test_paired_marks_say_whether_they_are_double() -> None:
    (paired,) = pair_marks(["“He cried ‘help’,” she said."])
    assert [(pair.first.double, pair.last.double) for pair in paired.pairs] == [
        (True, True),
        (False, False),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("‘The workers’ rights matter,’ she said.", ["‘The workers’ rights matter,’"]),
        ("'The workers' rights matter,' she said.", ["'The workers' rights matter,'"]),
        (
            "'The workers' rights and the owners' duties,' she said.",
            ["'The workers' rights and the owners' duties,'"],
        ),
        ("‘Stop,’ she said. The dogs’ bowl fell. ‘Go,’ he said.", ["‘Stop,’", "‘Go,’"]),
        ("'Stop,' she said. The dogs' bowl fell. 'Go,' he said.", ["'Stop,'", "'Go,'"]),
        ("The dogs' owner said: 'Never.'", ["'Never.'"]),
        ("She spoke of ‘the workers’ and left.", ["‘the workers’"]),
        ("She spoke of 'the workers' and 'the owners' there.", ["'the workers'", "'the owners'"]),
        ("‘In the ’80s we won,’ she said.", ["‘In the ’80s we won,’"]),
        ("'Tis late, 'twas dark, rock 'n' roll.", []),
    ],
)
def test_possessives_and_elisions_are_no_quotation_marks(text: str, expected: list[str]) -> None:
    assert quoted(text) == [expected]
    assert unpaired(text) == [False]


@pytest.mark.parametrize(
    ("text", "expected", "stray"),
    [
        ("A lone ” here and “fine” there.", ["“fine”"], True),
        ("A lone “ here.", [], True),
        ("He said “nothing and “all” of it.", ["“all”"], True),
        ("A loose “ one ” here.", ["“ one ”"], False),
        ("He is 6' 2\" tall, “she said”.", ["“she said”"], False),
        ("“One”“two”—“three”", ["“One”", "“two”", "“three”"], False),
        ("“”", ["“”"], False),
        ("", [], False),
    ],
)
def test_a_stray_mark_costs_its_own_pair(text: str, expected: list[str], *, stray: bool) -> None:
    assert quoted(text) == [expected]
    assert unpaired(text) == [stray]


@settings(deadline=None)
@given(st.lists(st.text("as ,.“”„«»‘’`\"'\u00a0", max_size=24), max_size=4))
def test_any_marks_give_ranges_that_lie_in_each_other_or_apart(texts: list[str]) -> None:
    ranges = quoted_ranges(texts)
    assert len(ranges) == len(texts)
    for text, spans in zip(texts, ranges, strict=True):
        assert [span.start for span in spans] == sorted(span.start for span in spans)
        for number, one in enumerate(spans):
            assert one.end <= len(text)
            for other in spans[number + 1 :]:
                assert one.contains(other) or not one.overlaps(other)
