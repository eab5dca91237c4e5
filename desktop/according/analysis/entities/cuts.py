"""Parts what the model has run together: "Ann Roe for the Rail Board", "Roe the Rail Board"."""

from __future__ import annotations

from collections.abc import Iterator

from according.analysis.entities.gazetteer import Form, Gazetteer, folded
from according.analysis.entities.lines import Line

LINKS = frozenset(("at", "for", "from", "of"))
"""What leads from a person to the body for which they speak."""

DASHES = frozenset(("-", "–", "—", "--"))

BODIES = frozenset(("ORG", "FAC", "GPE", "NORP"))
"""Labels of entities in which an article of the next noun phrase may stand."""

JOINING = frozenset(("ADP", "CCONJ", "PUNCT"))


def parts(line: Line, start: int, end: int, label: str, gazetteer: Gazetteer) -> Iterator[range]:
    """The names that an entity of the model at tokens [start, end) is made of."""
    end = _before_people(line, start, end, label, gazetteer)
    cut = (
        _behind_person(line, start, end, label, gazetteer)
        or _at_article(line, start, end, label)
        or _at_dash(line, start, end)
    )
    if cut is None:
        yield range(start, end)
    else:
        yield range(start, cut)
        yield range(cut + 1, end)


def _behind_person(
    line: Line, start: int, end: int, label: str, gazetteer: Gazetteer
) -> int | None:
    """The word between a person with a known given name and a body, in an organisation's name."""
    cut = start + 2
    if label != "ORG" or cut + 1 >= end or line.words[cut] not in LINKS:
        return None
    plain = all(line.words[i].istitle() and line.words[i].isalpha() for i in range(start, cut))
    heads = gazetteer.words.heads
    named = folded(line.words[start]) in gazetteer.words.given and line.words[cut - 1] not in heads
    return cut if plain and named else None


def _at_article(line: Line, start: int, end: int, label: str) -> int | None:
    """The article with which another noun phrase begins inside a name."""
    if label not in BODIES:
        return None
    for index in range(start + 1, end - 1):
        if line.words[index] == "the" and line.pos[index - 1] not in JOINING:
            return index
    return None


def _at_dash(line: Line, start: int, end: int) -> int | None:
    """The dash with white on both sides that parts two phrases."""
    for index in range(start + 1, end - 1):
        free = (
            line.ends[index - 1] < line.starts[index] and line.ends[index] < line.starts[index + 1]
        )
        if line.words[index] in DASHES and free:
            return index
    return None


def _before_people(line: Line, start: int, end: int, label: str, gazetteer: Gazetteer) -> int:
    """Where a body's name ends before "on French": no name ends in half a noun phrase."""
    last = end - 1
    if label not in BODIES or last - 1 <= start or line.pos[last - 1] != "ADP":
        return end
    hit = gazetteer.match(line.words[last], 0)
    people = hit is not None and hit[0] == len(line.words[last]) and hit[1].form is Form.PEOPLE
    goes_on = end < len(line) and line.pos[end] in ("NOUN", "PROPN")
    return last - 1 if people and goes_on else end
