"""Families and bodies called after a person: "the Oakeses", "the Lee government"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from according.analysis.entities.gazetteer import Gazetteer, folded
from according.analysis.entities.lines import Line
from according.analysis.entities.names import HEAD_WEIGHT, Name, name_at, without_overlaps
from according.domain.entities import EntityKind

GUESSED = frozenset((EntityKind.PERSON, EntityKind.ORGANISATION, EntityKind.PLACE, EntityKind.WORK))


def surnames_of(names: Sequence[Name]) -> frozenset[str]:
    """The last words of all persons' names, folded."""
    return frozenset(
        name.key.split()[-1] for name in names if name.kind is EntityKind.PERSON and name.key
    )


def with_households(
    line: Line, names: Sequence[Name], surnames: frozenset[str], gazetteer: Gazetteer
) -> list[Name]:
    """The names of a line with those of families and of bodies called after somebody."""
    found = [_called_after(line, name, surnames, gazetteer) for name in names]
    return without_overlaps([*_families(line, surnames), *found])


def _called_after(line: Line, name: Name, surnames: frozenset[str], gazetteer: Gazetteer) -> Name:
    """The whole of "the Marsh family" where the name in it is a person's or unlisted."""
    if name.titles or name.known is not None or name.kind not in GUESSED:
        return name
    after = line.words[name.end] if name.end < len(line) else ""
    kind = gazetteer.words.around.get(after)
    before = line.words[name.start - 1].lower() if name.start else ""
    if kind is None or before != "the":
        return name
    person = name.kind is EntityKind.PERSON or name.key.split()[-1] in surnames
    if not person and kind is not EntityKind.GROUP:
        return name
    whole = name_at(line, name.start, name.end + 1, kind, weight=HEAD_WEIGHT)
    return replace(whole, called_after=name.key.split()[-1])


def _families(line: Line, surnames: frozenset[str]) -> list[Name]:
    """Families in the plural: "the Thorntons", "the Lowndeses"."""
    found: list[Name] = []
    for index in range(1, len(line)):
        word = line.words[index]
        if (
            not word[0].isupper()
            or not word.endswith("s")
            or line.words[index - 1].lower() != "the"
        ):
            continue
        key = folded(word)
        stem = next((one for one in (key[:-1], key[:-2]) if one in surnames), None)
        if stem is None or (index + 1 < len(line) and line.capital(index + 1)):
            continue
        name = name_at(line, index, index + 1, EntityKind.GROUP, weight=HEAD_WEIGHT)
        found.append(replace(name, called_after=stem))
    return found
