"""Who is in the article: names brought together into one figure for each that is named."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from according.analysis.entities.gazetteer import Form, Known
from according.analysis.entities.names import Name
from according.analysis.entities.persons import Gender, Parts
from according.analysis.entities.roles import Role
from according.domain.entities import EntityKind
from according.domain.spans import Span

BODIES = frozenset((EntityKind.ORGANISATION, EntityKind.FACILITY))


@dataclass(frozen=True, slots=True)
class Sighting:
    """One mention of a figure; `rivals` are the numbers of others whom it may mean."""

    span: Span
    inferred: bool = False
    rivals: tuple[int, ...] = ()


@dataclass(slots=True, eq=False)
class Figure:
    """An entity in the making; `number` is its place in the cast.

    `forms` are its names as printed, of which the `borrowed` are those of a capital that stands
    for it; `called_after` is the family name in "the Marsh government".
    """

    number: int
    kind: EntityKind
    known: Known | None = None
    parts: list[Parts] = field(default_factory=list)
    forms: Counter[str] = field(default_factory=Counter)
    borrowed: set[str] = field(default_factory=set)
    titles: set[str] = field(default_factory=set)
    genders: Counter[Gender] = field(default_factory=Counter)
    roles: list[Role] = field(default_factory=list)
    sightings: list[Sighting] = field(default_factory=list)
    name: str | None = None
    called_after: str | None = None

    @property
    def gender(self) -> Gender | None:
        if not self.genders:
            return None
        (gender, count), *others = self.genders.most_common(2)
        return None if others and others[0][1] == count else gender

    @property
    def first(self) -> int:
        """Where the figure is first named or meant, in code points of the article."""
        return min(sighting.span.start for sighting in self.sightings)

    def see(self, sighting: Sighting) -> None:
        """Adds a mention of this figure."""
        self.sightings.append(sighting)

    def is_country(self) -> bool:
        return self.known is not None and self.known.key.startswith("place:")

    def is_acting_body(self) -> bool:
        """Whether "it said" can mean this figure."""
        return self.kind in (EntityKind.ORGANISATION, EntityKind.PLACE, EntityKind.FACILITY)


@dataclass(slots=True)
class Cast:
    """All figures, which of them each name means, and the names that fit several.

    Figures are found by the keys of the lists, by the words of what they are, and bodies by the
    words of what they are called.
    """

    figures: list[Figure] = field(default_factory=list)
    of_name: dict[int, int] = field(default_factory=dict)
    open: dict[int, tuple[int, ...]] = field(default_factory=dict)
    by_key: dict[str, Figure] = field(default_factory=dict)
    _by_role: dict[str, dict[int, Figure]] = field(default_factory=dict)
    _by_name: dict[str, dict[int, Figure]] = field(default_factory=dict)

    def new(self, kind: EntityKind, known: Known | None = None) -> Figure:
        figure = Figure(len(self.figures), kind, known)
        self.figures.append(figure)
        if known is not None:
            self.by_key.setdefault(known.key, figure)
            self._call(figure, known.name)
        return figure

    def join(self, index: int, name: Name, figure: Figure) -> None:
        """Name number `index` means `figure`."""
        self.of_name[index] = figure.number
        figure.forms[name.text] += 1
        self._call(figure, name.text)
        figure.titles.update(name.titles)
        figure.called_after = figure.called_after or name.called_after
        if name.known is not None and name.known.form is Form.CAPITAL:
            figure.borrowed.add(name.text)

    def describe(self, figure: Figure, roles: Iterable[Role]) -> None:
        """Adds what the article says a figure is."""
        for role in roles:
            figure.roles.append(role)
            for word in role.words | {role.head}:
                self._by_role.setdefault(word, {})[figure.number] = figure

    def rename(self, figure: Figure, name: str) -> None:
        """Calls a body by a phrase for it."""
        figure.name = name
        self._call(figure, name)

    def described(self, words: Iterable[str]) -> list[Figure]:
        """Figures with one of some words in what they are, in the order of their making."""
        return _in_order(self._by_role, words)

    def called(self, words: Iterable[str]) -> list[Figure]:
        """Bodies with one of some words in their names, in the order of their making."""
        return _in_order(self._by_name, words)

    def rarest(self, words: Iterable[str]) -> tuple[str, ...]:
        """The one of some words that describes the fewest figures; none of no words."""
        return tuple(sorted(words, key=lambda word: (len(self._by_role.get(word, ())), word))[:1])

    def _call(self, figure: Figure, name: str) -> None:
        if figure.kind in BODIES:
            for word in name.lower().split():
                self._by_name.setdefault(word, {})[figure.number] = figure


def _in_order(index: Mapping[str, Mapping[int, Figure]], words: Iterable[str]) -> list[Figure]:
    found: dict[int, Figure] = {}
    for word in words:
        found.update(index.get(word, {}))
    return [found[number] for number in sorted(found)]
