"""Phrases: hints and openings leave out no line that the whole expression matches."""

import re
import tomllib

import pytest

from according.places import resource, seed
from according.readers.boilerplate import wording
from according.readers.phrases import DIGIT, Phrase, hints_of, openings_of

LINES = [
    line.lower()
    for path in sorted(seed("articles").glob("*.txt"))
    for line in path.read_text(encoding="utf-8").splitlines()
    if line.strip()
]


def alternatives() -> list[str]:
    with resource("words", "boilerplate.toml").open("rb") as file:
        data = tomllib.load(file)
    kinds = [text for kind in data["kind"] for form in FORMS for text in kind.get(form, ())]
    return kinds + [text for texts in data["appeal"].values() for text in texts]


FORMS = ("whole", "opening", "within")


@pytest.mark.parametrize(
    ("text", "openings"),
    [
        ("share your story", ("share your story",)),
        ("comments?", ("comment",)),
        ("(sign|log) ?in", ("sign", "log")),
        ("(free )?newsletters", ("free ", "newsletters")),
        (r"\d+ comments", (DIGIT,)),
        (r"\d* comments", ()),
        ("[a-z]+ here", ()),
        ("(?!not)this", ()),
        ("(a|[bc]) day", ()),
    ],
)
def test_an_opening_is_what_each_match_begins_with(text: str, openings: tuple[str, ...]) -> None:
    assert openings_of(text) == openings


@pytest.mark.parametrize(
    ("text", "hints"),
    [
        ("unsubscribe at any time", ("unsubscribe at any time", ())),
        ("(see|read) their replies", (" their replies", ("see", "read"))),
        ("(straight )?to your (inbox|phone)", ("to your ", ("inbox", "phone"))),
        (r"\bnews.{0,9}letters?", ("letter", ())),
        ("one|other", ("", ("one", "other"))),
        ("(a|[bc])", ("", ())),
        (r"e\.g\. x{2,3}y", ("e.g. ", ())),
    ],
)
def test_a_hint_stands_in_each_match(text: str, hints: tuple[str, tuple[str, ...]]) -> None:
    assert hints_of(text) == hints


def test_a_phrase_finds_what_its_expression_finds() -> None:
    for text in alternatives():
        expression = re.compile(text)
        for line in LINES:
            assert Phrase(text).search(line) == bool(expression.search(line)), (text, line)


def test_a_phrase_keeps_what_stands_before_and_behind_it() -> None:
    phrase = Phrase("menu|home", before="^", behind="$")

    assert phrase.search("menu")
    assert not phrase.search("the menu")
    assert not phrase.search("home page")


def test_no_shipped_phrase_has_alternatives_outside_a_group() -> None:
    # openings_of() relies on it.
    assert [text for text in alternatives() if _bare_bar(text)] == []


def test_a_line_that_begins_with_a_digit_of_any_script_is_furniture() -> None:
    assert wording().reason("3") == wording().reason("٣") == "navigation"


def _bare_bar(text: str) -> bool:
    without_escapes = re.sub(r"\\.|\[[^\]]*\]", "", text)
    while (less := re.sub(r"\([^()]*\)", "", without_escapes)) != without_escapes:
        without_escapes = less
    return "|" in without_escapes
