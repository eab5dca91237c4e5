"""What the article as a whole says about its names: their kinds, and where they stand again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from according.analysis.entities.gazetteer import Form, Known, Words, folded
from according.analysis.entities.lines import Line
from according.analysis.entities.names import (
    AMOUNTS,
    HEAD_WEIGHT,
    Name,
    name_at,
    tokens_of,
    without_overlaps,
)
from according.domain.entities import EntityKind

MISTAKEN = frozenset((EntityKind.ORGANISATION, EntityKind.PRODUCT, EntityKind.WORK))
"""Kinds that the model gives to persons with unusual names."""

TOKEN = re.compile(r"'s|\w+|[^\w\s]")
"""A folded name's tokens as the model parts them."""

PEOPLE = re.compile("(?<=[a-z]{3})ans?$")
"""How the people of a country in -a is called."""

CHURCH = re.compile(r"church of (\w+)")
"""A folded name of a church that may be called by what it teaches."""

LEGAL_FORMS = frozenset(
    ("ag", "corp", "corporation", "gmbh", "inc", "limited", "llc", "llp", "ltd", "plc", "sa", "se")
)
"""Endings without which a company is known by the rest of its name alone."""

LOCATIVE = frozenset(
    ("in", "to", "from", "at", "near", "of", "around", "across", "outside", "into")
)


@dataclass(frozen=True, slots=True)
class Kinds:
    """The kind each name has in this article, and the names that may be looked for again.

    `shared` are family names that are an organisation's or a place's name too: each mention of
    them keeps the kind that its own line shows.
    """

    by_key: Mapping[str, EntityKind]
    known: Mapping[str, Known | None]
    surnames: frozenset[str]
    shared: frozenset[str]
    trusted: frozenset[str]


def kinds_of(names: Iterable[Name], fillers: frozenset[str] = frozenset()) -> Kinds:
    """The kind for which most speaks, name by name; a guess (weight 0) makes no name trusted.

    A name is also an organisation's where the article has it with one of the `fillers` behind it
    ("Toyota Motor" for "Toyota").
    """
    names = _with_firms(names)
    votes: dict[str, Counter[EntityKind]] = {}
    known: dict[str, Known | None] = {}
    surnames: set[str] = set()
    given: set[str] = set()
    companies: set[str] = set()
    full: set[str] = set()
    for name in names:
        votes.setdefault(name.key, Counter())[name.kind] += name.weight
        known[name.key] = known.get(name.key) or name.known
        if name.kind is EntityKind.ORGANISATION and name.key.split()[-1] in fillers:
            short, _, ending = name.key.rpartition(" ")
            full.add(short)
            if ending in LEGAL_FORMS and short and " " not in short:
                votes.setdefault(short, Counter())
                known.setdefault(short, None)
        if name.kind is EntityKind.PERSON and name.end - name.core > 1 and name.weight:
            last = name.key.split()[-1]
            surnames.update((last, last.removeprefix("al-").removeprefix("el-")))
            given.add(name.key.split()[0])
        if name.kind is EntityKind.ORGANISATION and name.weight >= HEAD_WEIGHT:
            companies.add(name.key)
    for key in full & votes.keys() - surnames:
        votes[key][EntityKind.ORGANISATION] += HEAD_WEIGHT
        companies.add(key)
    by_key = {key: count.most_common(1)[0][0] for key, count in votes.items()}
    for key, kind in by_key.items():
        first, *_, last = key.split() if " " in key else (key, "", key)
        unsure = kind in MISTAKEN and votes[key][kind] < HEAD_WEIGHT and known[key] is None
        if first != last and unsure and by_key.get(last) is EntityKind.PERSON:
            by_key[key] = EntityKind.PERSON
            surnames.add(last)
    shared = {key for key in surnames & by_key.keys() if known[key] is not None or key in companies}
    by_key.update((key, EntityKind.PERSON) for key in by_key.keys() & surnames - shared)
    by_key.update(
        (key, EntityKind.PERSON)
        for key in by_key.keys() & given - shared
        if known[key] is None and key not in companies
    )
    _name_countries(names, by_key, known, surnames)
    creeds = _creeds(names, known)
    by_key.update(dict.fromkeys(creeds, EntityKind.ORGANISATION))
    trusted = creeds.union(key for key, count in votes.items() if count.total() > 0)
    return Kinds(by_key, known, frozenset(surnames), frozenset(shared), trusted)


def _creeds(names: Iterable[Name], known: Mapping[str, Known | None]) -> frozenset[str]:
    """What churches are called by alone: "Lumenism" after "the Church of Lumenism", no places."""
    found = (CHURCH.fullmatch(name.key) for name in names)
    return frozenset(match.group(1) for match in found if match and not known.get(match.group(1)))


def _with_firms(names: Iterable[Name]) -> list[Name]:
    """The names with "Brandt Motoren" and "Brandt" as a firm's where the article shows it is one.

    It must name nobody whose family name that is.
    """
    names = list(names)
    firms = {
        name.key
        for name in names
        if name.kind is EntityKind.ORGANISATION and name.weight >= HEAD_WEIGHT
    }
    guessed = [name for name in names if _guessed_person(name)]
    firms &= {name.key.split()[0] for name in guessed}
    firms -= {name.key.split()[-1] for name in names if _family(name)}
    return [
        replace(name, kind=EntityKind.ORGANISATION, weight=HEAD_WEIGHT)
        if _guessed_person(name) and name.key.split()[0] in firms
        else name
        for name in names
    ]


def _guessed_person(name: Name) -> bool:
    plain = name.kind is EntityKind.PERSON and not name.titles
    return plain and name.weight < HEAD_WEIGHT and name.known is None and bool(name.key.strip())


def _family(name: Name) -> bool:
    return name.kind is EntityKind.PERSON and (" " in name.key or bool(name.titles))


def _name_countries(
    names: Sequence[Name],
    by_key: dict[str, EntityKind],
    known: dict[str, Known | None],
    surnames: set[str],
) -> None:
    """Makes a country of a name that the article has a people of: "Ruritania", "Ruritanian"."""
    printed = {name.key: name.text.removeprefix("The ") for name in names}
    for people in [key for key, kind in by_key.items() if kind is EntityKind.GROUP]:
        if known[people] is not None:
            continue
        place = PEOPLE.sub("a", people)
        if place == people or place not in by_key or known[place] is not None:
            continue
        if place in surnames:
            continue
        name = printed[place]
        by_key[place] = EntityKind.PLACE
        known[place] = Known(f"place:{name}", name, EntityKind.PLACE)
        known[people] = Known(
            f"people:{name}", printed[people].removesuffix("s"), EntityKind.GROUP, Form.PEOPLE
        )


class Finder:
    """Gives names their kinds and finds them again where the model has missed them."""

    def __init__(self, kinds: Kinds, words: Words) -> None:
        self._kinds = kinds
        self._never = words.never
        self._given = words.given
        self._index = _index(kinds)

    def settled(self, name: Name, line: Line) -> Name:
        """The name with the kind that the article as a whole gives it."""
        kinds = self._kinds
        if name.kind in AMOUNTS or name.titles:
            return name
        if name.kind is EntityKind.PERSON and self._overlong(name):
            return self.settled(name_at(line, name.start + 1, name.end, name.kind), line)
        if name.key in kinds.shared:
            return _by_its_line(name, line)
        kind = kinds.by_key.get(name.key, name.kind)
        known = name.known or kinds.known.get(name.key)
        return replace(name, kind=kind, known=known if known and known.kind is kind else None)

    def _overlong(self, name: Name) -> bool:
        """Whether a name is a full one with a word in front: "Deport Ann Lee" in a headline."""
        first, _, rest = name.key.partition(" ")
        given, _, family = rest.partition(" ")
        if not family or given not in self._given or first in self._given:
            return False
        return rest in self._kinds.trusted and self._kinds.by_key[rest] is EntityKind.PERSON

    def trusts(self, name: Name) -> bool:
        """Whether a name of a headline in capitals is a name elsewhere too."""
        return name.known is not None or name.key in self._kinds.trusted

    def repeated(self, line: Line, names: Sequence[Name]) -> list[Name]:
        """The line's names with those of other lines that the model has missed or cut here."""
        starts = {name.start: name for name in names}
        taken = tokens_of(names)
        found: list[Name] = []
        plain: list[str] = []
        for start, word in enumerate(line.words):
            if not word[0].isupper() or (start in taken and start not in starts):
                continue
            words = self._index.get(folded(word))
            if not words:
                continue
            plain = plain or [folded(word) or word for word in line.words]
            name = self._at(line, start, words, plain, starts.get(start))
            if name is not None:
                found.append(name)
        return without_overlaps([*found, *names])

    def _at(
        self,
        line: Line,
        start: int,
        candidates: Sequence[tuple[str, ...]],
        plain: Sequence[str],
        present: Name | None,
    ) -> Name | None:
        """The longest known name at `start` that is longer than the one already found there."""
        for words in candidates:
            end = start + len(words)
            if present is not None and (present.titles or end <= present.end):
                return None
            if tuple(plain[start:end]) != words:
                continue
            if len(words) == 1 and not self._stands_alone(line, start, words[0]):
                continue
            name = name_at(line, start, end, EntityKind.PERSON)
            return replace(name, kind=self._kinds.by_key.get(name.key, name.kind))
        return None

    def _stands_alone(self, line: Line, index: int, key: str) -> bool:
        """Whether one capitalised word is a name here and no common word at a sentence's start."""
        if line.pos[index] == "PROPN":
            return key not in self._never
        return key in self._kinds.surnames and line.deps[index] == "nsubj"


def _by_its_line(name: Name, line: Line) -> Name:
    """A family name that a place has too: the place's after "in" and the like."""
    if name.kind is not EntityKind.PLACE:
        return name
    before = line.words[name.start - 1].lower() if name.start else ""
    if before in LOCATIVE:
        return name
    return replace(name, kind=EntityKind.PERSON, known=None)


def _index(kinds: Kinds) -> Mapping[str, list[tuple[str, ...]]]:
    """Names to look for again, by their first word, the longest first."""
    index: dict[str, list[tuple[str, ...]]] = {}
    for key in kinds.trusted | kinds.surnames:
        if kinds.by_key.get(key) not in AMOUNTS:
            words = tuple(TOKEN.findall(key))
            index.setdefault(words[0], []).append(words)
    for found in index.values():
        found.sort(key=len, reverse=True)
    return index
