"""Brings the names of one person, place or organisation together, whatever their form."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.fuzz import ratio

from according.analysis.entities import acronyms
from according.analysis.entities.capitals import acts
from according.analysis.entities.cast import Cast, Figure
from according.analysis.entities.gazetteer import Form, Gazetteer, Known, Words, folded
from according.analysis.entities.kinds import CHURCH
from according.analysis.entities.lines import Line
from according.analysis.entities.names import Name
from according.analysis.entities.persons import (
    BY_GIVEN_NAME,
    Gender,
    Parts,
    gender_of,
    parts_of,
    same_person,
)
from according.domain.entities import EntityKind

SPELLING = 88.0
"""Likeness in per cent from which two long words count as spellings of one name (Zelensky,
Zelenskyy); below it stand pairs such as Peterson and Pearson."""

LONG_ENOUGH = 6
"""Letters a name must have to be recognised in another spelling."""

DEPARTMENT = re.compile(r"(?:us |uk |british )?(department|ministry) (?:of|for) (?:the )?(.+)")
"""Departments in the form that has their matter behind: "Ministry of Defence"."""

RULE = frozenset(("administration", "government", "regime"))
"""What a politician leads, in other words for one thing."""

NAMED_BODIES = frozenset(
    (EntityKind.ORGANISATION, EntityKind.FACILITY, EntityKind.EVENT, EntityKind.LAW)
)


def identify(names: Sequence[Name], lines: Sequence[Line], gazetteer: Gazetteer) -> Cast:
    """A cast in which every name is joined to its figure, or is open between several."""
    cast = Cast()
    _join_persons(cast, names, lines, gazetteer.words)
    _join_others(cast, names, lines, gazetteer)
    return cast


# Persons


@dataclass(slots=True)
class _People:
    """Persons of the cast by the words of their names.

    `plain` are the family names that the article gives to a Mr or a Ms, `unlike` those of one
    gender alone.
    """

    cast: Cast
    words: Words
    by_family: dict[str, list[Figure]]
    by_given: dict[str, list[Figure]]
    by_beginning: dict[str, list[Figure]]
    first: dict[int, int]
    plain: frozenset[str]
    unlike: dict[str, Gender]

    def with_family(self, word: str) -> list[Figure]:
        return self.by_family.get(word, [])

    def add(self, figure: Figure, parts: Parts) -> None:
        figure.parts.append(parts)
        for word in parts.family:
            _append(self.by_family, word, figure)
            _append(self.by_beginning, word[:4], figure)
        for word in parts.given:
            _append(self.by_given, word, figure)


def _join_persons(cast: Cast, names: Sequence[Name], lines: Sequence[Line], words: Words) -> None:
    """Full names first, so that short ones know all whom they may mean."""
    plain = frozenset(name.key for name in names if not words.plain.isdisjoint(name.titles))
    people = _People(cast, words, {}, {}, {}, {}, plain, _of_one_gender(names, words))
    persons = [
        (index, name, parts_of(name.text, words))
        for index, name in enumerate(names)
        if name.kind is EntityKind.PERSON
    ]
    for index, name, parts in persons:
        if parts.full:
            figure = _with_full_name(people, parts)
            people.first.setdefault(figure.number, index)
            if parts not in figure.parts:
                people.add(figure, parts)
            _join_person(cast, index, name, parts, figure, words)
    for index, name, parts in persons:
        if not parts.full:
            _join_short(people, index, name, parts, lines[name.line])


def _of_one_gender(names: Sequence[Name], words: Words) -> dict[str, Gender]:
    """Family names that the article prints with Mr or with Ms alone, and which of the two."""
    told: dict[str, set[Gender]] = {}
    for name in names:
        parts = parts_of(name.text, words) if not words.plain.isdisjoint(name.titles) else None
        if parts is not None and not parts.full:
            gender = gender_of(parts, name.titles, words)
            told.setdefault(name.key, set()).update(() if gender is None else (gender,))
    return {key: genders.pop() for key, genders in told.items() if len(genders) == 1}


def _with_full_name(people: _People, parts: Parts) -> Figure:
    """The person of a full name, made where no earlier name can be theirs."""
    seen = [figure for word in sorted(parts.family) for figure in people.with_family(word)]
    seen += people.by_family.get(parts.words[0], [])
    for figure in seen:
        if any(same_person(known, parts, people.words) for known in figure.parts):
            return figure
    for figure in people.by_beginning.get(parts.words[-1][:4], []):
        if any(_spelt_alike(known, parts) for known in figure.parts):
            return figure
    return people.cast.new(EntityKind.PERSON)


def _spelt_alike(one: Parts, other: Parts) -> bool:
    if not one.full or len(other.words[-1]) < LONG_ENOUGH or one.words[0][:3] != other.words[0][:3]:
        return False
    return ratio(" ".join(one.words), " ".join(other.words)) >= SPELLING


def _join_short(people: _People, index: int, name: Name, parts: Parts, line: Line) -> None:
    """A name of one word: one person's, nobody's yet, or open between several."""
    word = parts.words[0] if parts.words else ""
    if (bearer := _bearer(people.cast, index, name, line)) is not None:
        people.add(bearer, parts)
        _join_person(people.cast, index, name, parts, bearer, people.words)
        return
    fitting = [
        figure
        for figure in _whom_it_fits(people, name, word)
        if _of_one_rank(people, figure, name, word, line)
    ]
    introduced = [f for f in fitting if people.first.get(f.number, index) < index]
    if (other := _in_office(people, name, word, fitting)) is not None:
        people.first[other.number] = index
        fitting = [other]
    elif len(introduced) == 1:
        fitting = introduced  # readers know of nobody else at this point
    if len(fitting) == 1:
        _join_person(people.cast, index, name, parts, fitting[0], people.words)
    elif fitting:
        people.cast.open[index] = tuple(figure.number for figure in fitting)
    else:
        figure = people.cast.new(EntityKind.PERSON)
        people.first[figure.number] = index
        people.add(figure, parts)
        _join_person(people.cast, index, name, parts, figure, people.words)


def _in_office(people: _People, name: Name, word: str, fitting: Sequence[Figure]) -> Figure | None:
    """The Mr or Ms of the article who bears a title that nobody named in full is given.

    "President Marsh" and then "Mr Marsh" are no Helen Marsh, whatever she is.
    """
    offices = people.words.offices.intersection(name.titles)
    if not offices or not fitting or any(offices & figure.titles for figure in fitting):
        return None
    genders = {figure.gender for figure in fitting}
    other = people.unlike.get(word)
    if other is None or None in genders or other in genders:
        return None
    figure = people.cast.new(EntityKind.PERSON)
    figure.genders[other] += 1
    people.add(figure, Parts((word,), frozenset((word,)), frozenset(), family_first=False))
    return figure


def _bearer(cast: Cast, index: int, name: Name, line: Line) -> Figure | None:
    """Whose other name this is: the person's of the name before, in "Daglo, known as Hemeti"."""
    if line.words[max(0, name.start - 2) : name.start] != ("known", "as"):
        return None
    number = cast.of_name.get(index - 1)
    figure = cast.figures[number] if number is not None else None
    return figure if figure is not None and figure.kind is EntityKind.PERSON else None


def _of_one_rank(people: _People, figure: Figure, name: Name, word: str, line: Line) -> bool:
    """Whether a peer's name can be this figure's, and a Mr's or a Ms's name a peer's.

    A peer is another than the Mr of that name, and than anybody whom the article has named before
    where it introduces the peer: "Lord Hale of Norley", "Lord Hale, who was a minister".
    """
    peers, plain = people.words.peers, people.words.plain
    is_peer = not peers.isdisjoint(figure.titles)
    if peers.isdisjoint(name.titles):
        return not (
            is_peer and not plain.isdisjoint(name.titles) and plain.isdisjoint(figure.titles)
        )
    if is_peer:
        return True
    introduced = name.end - name.core > 1 or line.words[name.end : name.end + 2] == (",", "who")
    return not introduced and word not in people.plain


def _whom_it_fits(people: _People, name: Name, word: str) -> list[Figure]:
    """Persons whom a name of one word can mean, by family name, given name or spelling."""
    gender = gender_of(
        Parts((word,), frozenset(), frozenset(), family_first=False), name.titles, people.words
    )

    def allowed(figures: Iterable[Figure]) -> list[Figure]:
        unlike = {gender, None} if gender else None
        return [f for f in dict.fromkeys(figures) if unlike is None or f.gender in unlike]

    given_first = any(title in BY_GIVEN_NAME for title in name.titles)
    family, given = people.with_family(word), people.by_given.get(word, [])
    if given_first and given:
        return allowed(given) or allowed(family)
    if fitting := allowed(family):
        return fitting
    if not name.titles and (fitting := allowed(given)):
        return fitting
    if len(word) >= LONG_ENOUGH:
        near = people.by_beginning.get(word[:4], [])
        return allowed(
            figure
            for figure in near
            if any(
                ratio(word, known) >= SPELLING for parts in figure.parts for known in parts.family
            )
        )
    return []


def _join_person(
    cast: Cast, index: int, name: Name, parts: Parts, figure: Figure, words: Words
) -> None:
    cast.join(index, name, figure)
    gender = gender_of(parts, name.titles, words)
    if gender is not None:
        figure.genders[gender] += 1


# Places, organisations and the rest


def _join_others(
    cast: Cast, names: Sequence[Name], lines: Sequence[Line], gazetteer: Gazetteer
) -> None:
    """One figure for each key, and one for an organisation's short and long forms."""
    keys = [
        _key(name, lines[name.line], gazetteer) if name.kind is not EntityKind.PERSON else ""
        for name in names
    ]
    same = _same_bodies(names, keys, gazetteer)
    figures: dict[str, Figure] = {}
    for index, (name, key) in enumerate(zip(names, keys, strict=True)):
        if not key:
            continue
        joined = same(key)
        figure = figures.get(joined)
        if figure is None:
            known = _known(name, joined)
            figure = figures[joined] = cast.new(known.kind if known else name.kind, known)
        cast.join(index, name, figure)


def _known(name: Name, key: str) -> Known | None:
    known = name.known
    if known is None or known.form is not Form.CAPITAL:
        return known
    if known.key == key:
        kind = EntityKind.ORGANISATION if key.startswith("body:") else EntityKind.PLACE
        return Known(key, known.name, kind)
    return Known(key, known.city or name.text, EntityKind.PLACE)


def _key(name: Name, line: Line, gazetteer: Gazetteer) -> str:
    """What a name is compared by: the list's key where a list knows it."""
    known = name.known
    if known is not None:
        if known.form is Form.CAPITAL and not acts(line, name.start, name.end, gazetteer.capitals):
            return f"city:{known.city}"
        return known.key
    if name.called_after is not None:
        head = name.key.split()[-1]
        return f"called:{name.called_after} {'government' if head in RULE else name.kind.value}"
    if name.kind is EntityKind.GROUP:
        return f"group:{name.key.removesuffix('s')}"
    kind = "body" if name.kind in NAMED_BODIES else name.kind.value
    key = name.key
    if kind == "body" and (department := DEPARTMENT.fullmatch(key)):
        key = f"{department.group(2)} {department.group(1)}"
    return f"{kind}:{_without_fillers(key, gazetteer.words)}"


def _without_fillers(key: str, words: Words) -> str:
    """An organisation's name without "Inc", "Group" and the like at its end."""
    pieces = key.removesuffix("'s").split()
    while len(pieces) > 1 and pieces[-1].strip(",") in words.fillers:
        pieces.pop()
    return " ".join(pieces).strip(",")


def _same_bodies(
    names: Sequence[Name], keys: Sequence[str], gazetteer: Gazetteer
) -> Callable[[str], str]:
    """Leads from a key to the key that its organisation goes by."""
    to: dict[str, str] = {}
    bodies = {
        key: name
        for name, key in zip(names, keys, strict=True)
        if key and name.kind in NAMED_BODIES
    }
    by_key = {name.key: key for key, name in bodies.items()}
    for name, key in zip(names, keys, strict=True):
        if name.acronym_of in by_key and by_key[name.acronym_of] != key:
            to[key] = by_key[name.acronym_of]
    for short, long in (
        *_by_initials(bodies),
        *_by_ending(bodies, gazetteer),
        *_by_beginning(bodies, gazetteer),
    ):
        to.setdefault(short, long)

    def same(key: str) -> str:
        seen = {key}
        while key in to and to[key] not in seen:
            key = to[key]
            seen.add(key)
        return key

    return same


def _by_initials(bodies: dict[str, Name]) -> Iterator[tuple[str, str]]:
    """Pairs of an unlisted acronym and the one long form whose initials it has."""
    long: dict[str, set[str]] = {}
    for key, name in bodies.items():
        words = name.key.split()
        if len(words) > 1:
            long.setdefault(acronyms.initials(words), set()).add(key)
    for key, name in bodies.items():
        if acronyms.is_acronym(name.text):
            fitting = long.get(name.key, set())
            if len(fitting) == 1 and key not in fitting:
                yield key, next(iter(fitting))


def _by_ending(bodies: dict[str, Name], gazetteer: Gazetteer) -> Iterator[tuple[str, str]]:
    """Pairs such as "Security Council", "Council" or "Lumenism" and the one that ends so."""
    ends: dict[str, set[str]] = {}
    for key, name in bodies.items():
        words = name.text.split()
        for cut in (1, 2):
            lead = " ".join(words[:cut])
            hit = gazetteer.match(lead, 0)
            if len(words) - cut >= 2 and hit is not None and hit[0] == len(lead):
                ends.setdefault(folded(" ".join(words[cut:])), set()).add(key)
        if len(words) > 1 and (words[-1] in gazetteer.words.heads or CHURCH.fullmatch(name.key)):
            ends.setdefault(folded(words[-1]), set()).add(key)
    for key, name in bodies.items():
        fitting = ends.get(name.key, set())
        if len(fitting) == 1 and key not in fitting:
            yield key, next(iter(fitting))


def _by_beginning(bodies: dict[str, Name], gazetteer: Gazetteer) -> Iterator[tuple[str, str]]:
    """Pairs of a firm's first word and its whole name: "Brandt" and "Brandt Motoren"."""
    begin: dict[str, set[str]] = {}
    for key, name in bodies.items():
        first, _, rest = name.key.partition(" ")
        other = rest.split()[-1:] and rest.split()[-1] in gazetteer.words.not_companies
        if rest and " " not in rest and not other and name.kind is EntityKind.ORGANISATION:
            begin.setdefault(first, set()).add(key)
    for key, name in bodies.items():
        fitting = begin.get(name.key, set())
        if len(fitting) == 1 and name.known is None and key not in fitting:
            yield key, next(iter(fitting))


def _append(index: dict[str, list[Figure]], word: str, figure: Figure) -> None:
    figures = index.setdefault(word, [])
    if figure not in figures:
        figures.append(figure)
