"""Who and what the article names: one entity for each, with every mention of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from according.analysis.drafts import Draft, Parsed
from according.analysis.entities.cast import Cast, Figure, Sighting
from according.analysis.entities.coreference import resolve
from according.analysis.entities.gazetteer import Form, Gazetteer, load_gazetteer
from according.analysis.entities.identity import identify
from according.analysis.entities.lines import Line, lines_of
from according.analysis.entities.names import Name
from according.analysis.entities.naming import find_names
from according.analysis.entities.persons import gender_of_word
from according.analysis.entities.roles import (
    RELATIONS,
    At,
    Role,
    after,
    before,
    behind,
    title_as_role,
)
from according.analysis.entities.speech import Speech, speeches
from according.analysis.entities.story import Memory, Story
from according.analysis.entities.titles_of import name_of
from according.domain.entities import Entity, EntityKind, Mention

DESCRIBED = frozenset((EntityKind.PERSON, EntityKind.ORGANISATION, EntityKind.FACILITY))
COUNTRY_KINDS = frozenset((EntityKind.PLACE, EntityKind.GROUP))


def find_entities(
    parsed: Parsed, drafts: Sequence[Draft], *, gazetteer: Gazetteer | None = None
) -> tuple[Entity, ...]:
    """All entities, in the order of their first mentions; spans are code points of the article.

    Drafts say who speaks: speakers without a name are resolved here, and a name that fits two
    persons goes to the one whose words are reported.
    """
    gazetteer = gazetteer or load_gazetteer()
    lines = lines_of(parsed)
    spoken = speeches(drafts, lines)
    return entities_of(lines, spoken, find_names(lines, spoken, gazetteer), gazetteer)


def entities_of(
    lines: Sequence[Line], spoken: Sequence[Speech], names: Sequence[Name], gazetteer: Gazetteer
) -> tuple[Entity, ...]:
    """The entities that the names of an article stand for, with all that refers to them."""
    cast = identify(names, lines, gazetteer)
    at = {(name.line, i): name for name in names for i in range(name.start, name.end)}
    roles = {
        index: tuple(_roles(lines[name.line], name, at, gazetteer))
        for index, name in enumerate(names)
        if name.kind in DESCRIBED
    }
    _describe(cast, roles, gazetteer)
    story = Story(
        lines=lines,
        names=names,
        speeches=spoken,
        gazetteer=gazetteer,
        at=at,
        index_at={
            (name.line, i): n for n, name in enumerate(names) for i in range(name.start, name.end)
        },
        positions=[lines[name.line].starts[name.start] for name in names],
        roles=roles,
    )
    resolve(story, Memory(cast))
    _sight(story, cast)
    return _entities(cast)


def _describe(cast: Cast, roles: Mapping[int, tuple[Role, ...]], gazetteer: Gazetteer) -> None:
    """Gives every named person and body what the article says they are."""
    for index, found in roles.items():
        number = cast.of_name.get(index)
        if number is None:
            continue
        figure = cast.figures[number]
        cast.describe(figure, found)
        for role in found:
            gender = gender_of_word(role.noun, gazetteer.words)
            if gender is not None and figure.kind is EntityKind.PERSON:
                figure.genders[gender] += 1


def _roles(line: Line, name: Name, at: At, gazetteer: Gazetteer) -> Iterator[Role]:
    if role := before(line, name, at, gazetteer):
        yield role
    if role := after(line, name, at, gazetteer):
        yield role
    if role := behind(line, name, at, gazetteer):
        yield role
    if role := title_as_role(line, name, at, gazetteer):
        yield role


def _sight(story: Story, cast: Cast) -> None:
    """Adds a sighting for every name; open names have got theirs with their rivals."""
    sharing = _sharing(story, cast)
    for index, number in cast.of_name.items():
        if index in cast.open:
            continue
        name = story.names[index]
        figure = cast.figures[number]
        stands_for = (
            name.known is not None
            and name.known.form is Form.CAPITAL
            and figure.known is not None
            and figure.known.key == name.known.key
        )
        others = () if name.titles else sharing.get(name.key, ())
        rivals = tuple(other for other in others if other != number)
        figure.see(Sighting(story.span(index), inferred=stands_for, rivals=rivals))


def _sharing(story: Story, cast: Cast) -> dict[str, tuple[int, ...]]:
    """Names of one word that are a person's and an organisation's: a firm and its founder."""
    persons: dict[str, set[int]] = {}
    for figure in cast.figures:
        for parts in figure.parts:
            for word in parts.family:
                persons.setdefault(word, set()).add(figure.number)
    shared: dict[str, set[int]] = {}
    for index, number in cast.of_name.items():
        key = story.names[index].key
        if key in persons and cast.figures[number].kind is EntityKind.ORGANISATION:
            shared.setdefault(key, set(persons[key])).add(number)
    return {key: tuple(sorted(numbers)) for key, numbers in shared.items()}


def _entities(cast: Cast) -> tuple[Entity, ...]:
    seen = sorted((f for f in cast.figures if f.sightings), key=lambda figure: figure.first)
    ids = {figure.number: f"e{n}" for n, figure in enumerate(seen, start=1)}
    related = _related(seen)
    return tuple(
        _entity(figure, ids, tuple(ids[number] for number in related.get(figure.number, ())))
        for figure in seen
    )


def _entity(figure: Figure, ids: dict[int, str], related: tuple[str, ...]) -> Entity:
    role = _best_role(figure)
    return Entity(
        id=ids[figure.number],
        name=name_of(figure),
        kind=figure.kind,
        mentions=_mentions(figure, ids),
        description=role.text if role else None,
        described=role.span if role else None,
        related=related,
    )


def _mentions(figure: Figure, ids: dict[int, str]) -> tuple[Mention, ...]:
    """The mentions in text order, none inside another."""
    kept: list[Mention] = []
    for sighting in sorted(figure.sightings, key=lambda s: (s.span.start, -s.span.end, s.inferred)):
        if kept and kept[-1].span.contains(sighting.span):
            continue
        candidates = tuple(ids[number] for number in sighting.rivals if number in ids)
        kept.append(Mention(sighting.span, sighting.inferred, bool(candidates), candidates))
    return tuple(kept)


def _best_role(figure: Figure) -> Role | None:
    """The description that says most; in the story rather than over it, and the first of those."""
    if not figure.roles or figure.name is not None:
        return None
    return max(
        figure.roles,
        key=lambda role: (
            role.in_story,
            not role.epithet,
            min(len(role.words), 3) + bool(role.place) - role.title - _only_related(role),
            -role.span.start,
        ),
    )


def _only_related(role: Role) -> int:
    """2 where a description is no more than a bond: "cousin", which any office outweighs."""
    return 2 if role.text.lower() in RELATIONS else 0


def _related(figures: Sequence[Figure]) -> dict[int, tuple[int, ...]]:
    """A country and its people, each to the other; families and governments to their person."""
    places: dict[str, int] = {}
    peoples: dict[str, int] = {}
    for figure in figures:
        if figure.known is not None and figure.kind in COUNTRY_KINDS:
            kind, _, name = figure.known.key.partition(":")
            if kind == "place":
                places[name] = figure.number
            elif kind == "people":
                peoples[name] = figure.number
    related = _called_after(figures)
    for name in places.keys() & peoples.keys():
        related[places[name]] = (peoples[name],)
        related[peoples[name]] = (places[name],)
    return related


def _called_after(figures: Sequence[Figure]) -> dict[int, tuple[int, ...]]:
    """Bodies and families with the one person of the name that they have."""
    bearers: dict[str, set[int]] = {}
    for figure in figures:
        for parts in figure.parts:
            for word in parts.family:
                bearers.setdefault(word, set()).add(figure.number)
    return {
        figure.number: tuple(named)
        for figure in figures
        if figure.called_after is not None
        and len(named := bearers.get(figure.called_after, set())) == 1
    }
