"""A name in a line: the tokens that name something, and what kind of thing they name."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from according.analysis.entities.gazetteer import Known, folded
from according.analysis.entities.lines import Line
from according.domain.entities import EntityKind

AMOUNTS = frozenset((EntityKind.DATE, EntityKind.QUANTITY))

LISTED_WEIGHT, TITLE_WEIGHT, HEAD_WEIGHT, MODEL_WEIGHT = 6, 8, 4, 1
"""What one mention's evidence for a kind is worth against the others of the same name."""


@dataclass(frozen=True, slots=True)
class Name:
    """Tokens [start, end) of a line that name something; a person's titles end at `core`.

    Titles begin at `office`, before `start` where they say what somebody is and are no part of the
    name ("Foreign Secretary"). `text` is the name without titles. `acronym_of` is the folded long
    form where the article itself introduces an acronym, `called_after` the family name in "the
    Marsh family". `weight` says how good the evidence for the kind is.
    """

    line: int
    start: int
    end: int
    core: int
    kind: EntityKind
    text: str
    key: str
    known: Known | None = None
    titles: tuple[str, ...] = ()
    acronym_of: str | None = None
    called_after: str | None = None
    weight: int = MODEL_WEIGHT
    office: int = 0


def name_at(  # noqa: PLR0913 - the fields of a name, all but four of them by name
    line: Line,
    start: int,
    end: int,
    kind: EntityKind,
    *,
    core: int | None = None,
    known: Known | None = None,
    titles: tuple[str, ...] = (),
    weight: int = MODEL_WEIGHT,
    office: int | None = None,
) -> Name:
    """The name that tokens [start, end) of a line print."""
    core = start if core is None else core
    text = " ".join(line.text(core, end).split())
    return Name(
        line=line.number,
        start=start,
        end=end,
        core=core,
        kind=kind,
        text=text,
        key=folded(text),
        known=known,
        titles=titles,
        weight=weight,
        office=start if office is None else office,
    )


def tokens_of(names: Iterable[Name]) -> frozenset[int]:
    """The tokens that names of one line cover, with offices in front of them."""
    return frozenset(index for name in names for index in range(name.office, name.end))


def without_overlaps(names: Iterable[Name]) -> list[Name]:
    """Names of one line in text order; of two that overlap, the one given first stays."""
    taken: set[int] = set()
    kept: list[Name] = []
    for name in names:
        tokens = range(name.start, name.end)
        if taken.isdisjoint(tokens):
            taken.update(tokens)
            kept.append(name)
    return sorted(kept, key=lambda name: name.start)
