"""Which rows of a page are the article's body: a chain of judgements, whose weights are learned."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from according.places import resource
from according.readers.html.facts import alike
from according.readers.html.rows import Row
from according.readers.html.signs import Seen, signs_of
from according.readers.lines import ends_sentence

_COPY = 60
"""Code points from which a row that the body has already had is a copy, as below each picture."""

_LINKED = 0.85
_LINK_WORDS = 5
"""Share of a row in links, and its words, from which it leads to another story."""

_TITLE = 0.8
"""Share of its words in the title from which the main heading is the headline in other words."""


class Weights(NamedTuple):
    """How much each sign speaks for the article, and what it costs to change sides."""

    change: float
    signs: Mapping[str, float]


def body_rows(page: Seen, weights: Weights | None = None) -> tuple[bool, ...]:
    """For each row whether it is of the body; headline, furniture and copies never are."""
    weights = weights or learned()
    values = [
        sum(weights.signs.get(name, 0.0) * value for name, value in signs.items())
        for signs in signs_of(page)
    ]
    kept = _chained(values, weights.change)
    found: set[str] = set()
    for at, row in enumerate(page.rows):
        copy = len(row.text) >= _COPY and row.text in found
        furniture = page.reasons[at] is not None or _is_link(row)
        if copy or furniture or is_title(row, page.title):
            kept[at] = False
        if kept[at]:
            found.add(row.text)
    return tuple(kept)


def _is_link(row: Row) -> bool:
    """Whether a row between paragraphs is the title of another story."""
    titled = row.text.count(" ") + 1 >= _LINK_WORDS and not ends_sentence(row.text)
    return row.linked > _LINKED and titled and row.tag in {"p", "div"}


def is_title(row: Row, title: str | None) -> bool:
    """Whether the row is the headline, in the words of the markup or nearly so."""
    if title is None:
        return False
    return row.text == title or (row.tag == "h1" and alike(row.text, title) > _TITLE)


@cache
def learned() -> Weights:
    """The weights in `resources/`, read once."""
    with resource("words", "page-rows.toml").open("rb") as file:
        data = tomllib.load(file)
    return Weights(change=data["change"], signs=data["signs"])


def _chained(values: Sequence[float], change: float) -> list[bool]:
    """The likeliest sides of all rows together, where neighbours tend to be on one side."""
    if not values:
        return []
    out, inside = 0.0, values[0]
    came: list[tuple[bool, bool]] = []
    for value in values[1:]:
        came.append((inside - change > out, inside >= out - change))
        out, inside = max(out, inside - change), max(inside, out - change) + value
    side = inside > out
    sides = [side]
    for from_out, from_inside in reversed(came):
        side = from_inside if side else from_out
        sides.append(side)
    return sides[::-1]
