"""Groups given names as the program groups its own: what is left where finding is perfect."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from according.analysis.drafts import Draft, Parsed
from according.analysis.entities.find import entities_of
from according.analysis.entities.gazetteer import Form, Gazetteer, load_gazetteer
from according.analysis.entities.lines import Line, lines_of
from according.analysis.entities.names import Name, name_at
from according.analysis.entities.speech import speeches
from according.analysis.entities.titled import titled
from according.analysis.entities.unseen import bracketed, listed
from according.domain.entities import Entity, EntityKind
from according.domain.spans import Span

KINDS = {
    "PERSON": EntityKind.PERSON,
    "ORG": EntityKind.ORGANISATION,
    "PLACE": EntityKind.PLACE,
}

Given = tuple[int, int, str]
"""Start and end of a name in code points of the article, and the gold's type."""


def grouped(
    parsed: Parsed, drafts: Sequence[Draft], given: Sequence[Given]
) -> Iterator[dict[str, Any]]:
    """Each given name with the entity to which the program counts it, as the scorer reads it."""
    lines, gazetteer = lines_of(parsed), load_gazetteer()
    spoken = speeches(drafts, lines)
    names = tuple(_names(lines, given, gazetteer))
    entities = entities_of(lines, spoken, names, gazetteer)
    for start, end, type_ in given:
        found = _over(entities, Span(start, end))
        yield {"start": start, "end": end, "type": type_, "entity": found}


def _over(entities: Iterable[Entity], span: Span) -> str | None:
    over = (e.id for e in entities if any(m.span.overlaps(span) for m in e.mentions))
    return next(over, None)


def _names(lines: Sequence[Line], given: Sequence[Given], gazetteer: Gazetteer) -> Iterator[Name]:
    """The given spans as names, with what lists, titles and brackets tell of them."""
    for line in lines:
        block = line.passage.block.span
        known = {(name.start, name.end): name for name in listed(line, gazetteer)}
        titles = {name.core: name for name in titled(line, gazetteer)}
        acronyms = {name.start: name for name in bracketed(line, list(known.values()))}
        for start, end, type_ in sorted(given):
            if not block.overlaps(Span(start, end)):
                continue
            tokens = line.inside(Span(start, end))
            if tokens is not None:
                name = name_at(line, *tokens, KINDS[type_])
                yield _told(name, known, titles, acronyms)


def _told(
    name: Name,
    known: dict[tuple[int, int], Name],
    titles: dict[int, Name],
    acronyms: dict[int, Name],
) -> Name:
    if (entry := known.get((name.start, name.end))) is not None and entry.known is not None:
        fits = entry.kind is name.kind or entry.known.form is Form.PEOPLE
        name = replace(name, known=entry.known) if fits else name
    if (title := titles.get(name.start)) is not None and name.kind is EntityKind.PERSON:
        name = replace(name, start=title.start, office=title.office, titles=title.titles)
    if (short := acronyms.get(name.start)) is not None:
        name = replace(name, acronym_of=short.acronym_of)
    return name
