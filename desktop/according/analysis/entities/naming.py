"""Finds the names of an article: the model's, repaired, and those that the model missed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from according.analysis.entities.gazetteer import Gazetteer
from according.analysis.entities.households import surnames_of, with_households
from according.analysis.entities.kinds import Finder, kinds_of
from according.analysis.entities.lines import Line
from according.analysis.entities.names import MODEL_WEIGHT, Name, name_at, without_overlaps
from according.analysis.entities.printed import amounts, departments, seats
from according.analysis.entities.repairs import placed, repaired
from according.analysis.entities.speech import Speech
from according.analysis.entities.titled import presented, styled, titled, untitled
from according.analysis.entities.unseen import (
    bracketed,
    called,
    confirmed,
    extended,
    half_named,
    halves,
    joined,
    listed,
    owned,
    proper,
    runs,
)
from according.domain.entities import EntityKind

COMMON = frozenset(
    (EntityKind.PERSON, EntityKind.ORGANISATION, EntityKind.PRODUCT, EntityKind.GROUP)
)
"""Kinds that the model gives to common words with a capital."""


def find_names(
    lines: Sequence[Line], speeches: Sequence[Speech], gazetteer: Gazetteer
) -> tuple[Name, ...]:
    """All names in text order; none overlaps another."""
    seen = [_seen(line, gazetteer) for line in lines]
    for speech in speeches:
        _add_speaker(seen[speech.line], lines[speech.line], speech, gazetteer)
    elsewhere = _in_mid_sentence(lines, seen)
    nouns = _common_nouns(lines, seen)
    seen = [
        [
            name
            for name in names
            if not _common(line, name, elsewhere) and not (_guessed(name) and name.key in nouns)
        ]
        for line, names in zip(lines, seen, strict=True)
    ]
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
    finder = Finder(kinds_of(plain, gazetteer.words.fillers), gazetteer.words)
    settled: list[list[Name]] = []
    for line, names in zip(lines, seen, strict=True):
        if line.title_case or line.shouted:
            trusted = [name for name in names if finder.trusts(name)]
        else:
            trusted = names
        settled.append([finder.settled(name, line) for name in finder.repeated(line, trusted)])
    surnames = surnames_of([name for names in settled for name in names])
    roots: dict[int, set[int]] = {}
    for speech in speeches:
        roots.setdefault(speech.line, set()).add(speech.root)
    return tuple(
        name
        for line, names in zip(lines, settled, strict=True)
        for name in with_households(
            line,
            _speaking(line, names, roots.get(line.number, set()), gazetteer),
            surnames,
            gazetteer,
        )
    )


def _speaking(line: Line, names: list[Name], roots: set[int], gazetteer: Gazetteer) -> list[Name]:
    """Names with the kinds of those that speak: no work, and a person in "Ann Roe of the Board"."""
    found: list[Name] = []
    for name in names:
        speaks = not roots.isdisjoint(range(name.start, name.end))
        kind = name.kind
        if speaks and kind is EntityKind.WORK:
            kind = EntityKind.ORGANISATION
        elif speaks and _of_a_body(line, name, gazetteer):
            kind = EntityKind.PERSON
        found.append(replace(name, kind=kind))
    return found


def _of_a_body(line: Line, name: Name, gazetteer: Gazetteer) -> bool:
    """Whether two or three words that the model took for a body are a person of one."""
    words = line.words[name.start : name.end]
    guess = name.kind is EntityKind.ORGANISATION and name.weight <= MODEL_WEIGHT
    if not guess or name.known is not None or not 2 <= len(words) <= 3:
        return False
    after = line.words[name.end : name.end + 2]
    led = (
        len(after) > 1 and after[0] in ("of", "from") and (after[1] == "the" or after[1].istitle())
    )
    plain = all(word.isalpha() and word.istitle() for word in words)
    return led and plain and words[-1] not in gazetteer.words.heads


def _common(line: Line, name: Name, elsewhere: frozenset[str]) -> bool:
    """Whether a name is only the first word of a sentence: "Ferry operators have said"."""
    if not _guessed(name):
        return False
    if name.key in elsewhere or not line.opens_sentence(name.start) or name.end >= len(line):
        return False
    after = line.words[name.end]
    return line.pos[name.end] == "NOUN" and after.islower() and name.kind in COMMON


def _guessed(name: Name) -> bool:
    """Whether one word is a name by the model's guess alone."""
    alone = name.end - name.start == 1 and not name.titles
    return alone and name.weight <= MODEL_WEIGHT and name.known is None


def _common_nouns(lines: Sequence[Line], seen: Sequence[list[Name]]) -> frozenset[str]:
    """Nouns that the article writes small as often as not, and at no end of a longer name."""
    small: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    for line in lines:
        for word, pos in zip(line.words, line.pos, strict=True):
            if word.islower() and pos == "NOUN":
                small[word] += 1
            elif word.istitle() and not (line.title_case or line.shouted):
                capital[word.lower()] += 1
    longer = {
        word
        for names in seen
        for name in names
        if name.end - name.start > 1 or name.titles
        for word in (name.key.split()[:1] + name.key.split()[-1:])
    }
    return frozenset(word for word, n in small.items() if n >= capital[word]) - longer


def _in_mid_sentence(lines: Sequence[Line], seen: Sequence[list[Name]]) -> frozenset[str]:
    """The words of names that stand where a capital means something."""
    return frozenset(
        word
        for line, names in zip(lines, seen, strict=True)
        for name in names
        if name.end - name.start > 1 or not line.opens_sentence(name.start)
        for word in name.key.split()
    )


def _seen(line: Line, gazetteer: Gazetteer) -> list[Name]:
    """What one line alone shows, the best evidence first."""
    known = [] if line.shouted else list(listed(line, gazetteer))
    found = list(repaired(line, known, gazetteer))
    certain = without_overlaps(
        [
            *departments(line, known, gazetteer.words.parties),
            *_like_titles(line, known, gazetteer),
            *bracketed(line, known),
            *styled(line, gazetteer),
            *titled(line, gazetteer),
            *untitled(line, gazetteer),
            *amounts(line, found),
            *found,
            *presented(line, gazetteer),
        ]
    )
    names = without_overlaps([*certain, *confirmed(line, known, certain)])
    names = owned(line, joined(line, _without_offices(names), gazetteer))
    names = extended(line, names, gazetteer)
    names = without_overlaps([*names, *called(line, names, gazetteer)])
    if line.title_case or line.shouted:
        return names
    names = without_overlaps([*names, *runs(line, names, gazetteer)])
    sits = seats(line)
    return [
        placed(line, name, gazetteer)
        for name in names
        if not sits.issuperset(range(name.start, name.end))
    ]


def _like_titles(line: Line, known: Sequence[Name], gazetteer: Gazetteer) -> list[Name]:
    """Listed bodies that begin as a titled person does: "Manager Magazin"."""
    titles = gazetteer.words.posts | gazetteer.words.offices
    return [
        name
        for name in known
        if name.kind is EntityKind.ORGANISATION
        and name.end - name.start > 1
        and line.words[name.start] in titles
    ]


def _without_offices(names: list[Name]) -> list[Name]:
    """Names without those that are part of another's office: "Assistant Chief Constable"."""
    offices = {i for name in names for i in range(name.office, name.start)}
    return [name for name in names if offices.isdisjoint(range(name.start, name.end))]


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
