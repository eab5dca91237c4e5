"""Finds the names of an article: the model's, repaired, and those that the model missed."""

from __future__ import annotations

from collections.abc import Sequence

from according.analysis.gazetteer import Gazetteer
from according.analysis.kinds import Finder, kinds_of
from according.analysis.lines import Line
from according.analysis.names import Name, name_at, without_overlaps
from according.analysis.repairs import repaired
from according.analysis.speech import Speech
from according.analysis.titled import titled, untitled
from according.analysis.unseen import (
    bracketed,
    called,
    confirmed,
    half_named,
    halves,
    joined,
    listed,
    proper,
    runs,
)
from according.domain.entities import EntityKind


def find_names(
    lines: Sequence[Line], speeches: Sequence[Speech], gazetteer: Gazetteer
) -> tuple[Name, ...]:
    """All names in text order; none overlaps another."""
    seen = [_seen(line, gazetteer) for line in lines]
    for speech in speeches:
        _add_speaker(seen[speech.line], lines[speech.line], speech, gazetteer)
    countries = halves([name for names in seen for name in names])
    if countries:
        seen = [
            without_overlaps([*half_named(line, countries), *names])
            for line, names in zip(lines, seen, strict=True)
        ]
    plain = [
        name
        for line, names in zip(lines, seen, strict=True)
        for name in names
        if not (line.title_case or line.shouted)
    ]
    finder = Finder(kinds_of(plain), gazetteer.words.never)
    found: list[Name] = []
    for line, names in zip(lines, seen, strict=True):
        if line.title_case or line.shouted:
            trusted = [name for name in names if finder.trusts(name)]
        else:
            trusted = names
        found += [finder.settled(name, line) for name in finder.repeated(line, trusted)]
    return tuple(found)


def _seen(line: Line, gazetteer: Gazetteer) -> list[Name]:
    """What one line alone shows, the best evidence first."""
    known = [] if line.shouted else list(listed(line, gazetteer))
    certain = without_overlaps(
        [
            *bracketed(line, known),
            *titled(line, gazetteer),
            *untitled(line, gazetteer),
            *repaired(line, known, gazetteer),
        ]
    )
    names = without_overlaps([*certain, *confirmed(line, known, certain)])
    names = joined(line, names, gazetteer)
    names = without_overlaps([*names, *called(line, names, gazetteer)])
    if line.title_case or line.shouted:
        return names
    return without_overlaps([*names, *runs(line, names, gazetteer)])


def _add_speaker(names: list[Name], line: Line, speech: Speech, gazetteer: Gazetteer) -> None:
    """One who speaks under a name that nothing else shows: "Unite, the union, said"."""
    if any(speech.start <= name.start < speech.end for name in names):
        return
    root = speech.root
    if not proper(line, root) or line.title_case or line.shouted:
        return
    start = root
    while start > speech.start and proper(line, start - 1):
        start -= 1
    if line.words[root] in gazetteer.words.offices:
        return
    names.append(name_at(line, start, root + 1, EntityKind.ORGANISATION))
    names.sort(key=lambda name: name.start)
