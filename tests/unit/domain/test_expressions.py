"""Expressions: compiled late, and never at odds with their hints."""

import importlib
import pkgutil
import re
from collections.abc import Iterator

import pytest

from according import readers
from according.domain import datelines
from according.domain.expressions import Expression
from according.places import seed

LINES = [
    line
    for path in sorted(seed("articles").glob("*.txt"))
    for line in path.read_text(encoding="utf-8").splitlines()
]
MORE = [
    "image caption, The bridge at low water",
    "Photo: The bridge at low water.",
    "[1/4] The bridge at low water",
    "The bridge at low water. (AP Photo)",
    "AFP via Getty Images The bridge at low water",
    "Credit: Handout",
    "Photo",
    "Words by",
    "By Anna Reyl and Tom Marsh",
    "Authors: Anna Reyl",
    "(Reporting by Anna Reyl; editing by Tom Marsh)",
    "Anna Reyl is an editor. Anna Reyl reported from Rome. Anna Reyl covers ports.",
    "Correction: an earlier version of this article named another bridge.",
    "Editor's note: this story was updated",
    "Key points",
    "https://example.org/bridge",
    "after newsletter promotion",
    "Reply",
    "3 hours ago",
    "Updated 4 June 2024",
    "First published: June 4, 2024",
    "4-June-2024, 04/06/2024, 2024-06-04",
    "June 9 - Town hall",
    "ROME, June 4 (Reuters) - The bridge is closed. ",
    "ROME /Xinhua/ -- The bridge is closed. ",
    "Copyright 2024 The Courier, © The Courier, (c) The Courier",
    "The Courier relies on you. Support The Courier. Follow other Courier readers",
    "for The Courier newsletter keep The Courier going",
    "Originally published in The Courier.",
    "The Courier is part of a trust",
    "%PDF-1.7",
    "From: The Courier\nSubject: The bridge\n\nThe bridge is closed.\n",
    "<!DOCTYPE html><html><p>The bridge is closed.</p></html>",
    "<p>The bridge is closed.</p>",
]


def expressions() -> Iterator[Expression]:
    modules = [
        importlib.import_module(f"according.readers.{one.name}")
        for one in pkgutil.iter_modules(readers.__path__)
    ]
    for module in (*modules, datelines):
        for value in vars(module).values():
            for one in value if isinstance(value, tuple) else (value,):
                if isinstance(one, Expression):
                    yield one


def test_hints_leave_out_nothing_that_the_expression_matches() -> None:
    hinted = [one for one in expressions() if one.hints]

    assert hinted
    for one in hinted:
        plain = Expression(one.text, one.flags)
        found = [line for line in (*LINES, *MORE) if plain.search(line)]
        assert [line for line in (*LINES, *MORE) if one.search(line)] == found
        assert found, f"no line here tests {one.text}"


def test_where_no_hint_stands_nothing_is_compiled() -> None:
    broken = Expression("(", hints=("comment",))

    assert broken.search("nothing to see") is None
    assert broken.sub("x", "nothing to see") == "nothing to see"
    assert broken.split("nothing to see") == ["nothing to see"]
    assert list(broken.finditer("nothing to see")) == []
    with pytest.raises(re.error):
        broken.search("a comment")


def test_hints_are_in_small_letters_where_case_is_ignored() -> None:
    assert Expression("by", re.IGNORECASE, hints=("by",)).match("BY ANNA REYL")
