"""Ministries, governments and firms that act without a name of their own."""

from __future__ import annotations

from according.analysis.entities.cast import Figure, Sighting
from according.analysis.entities.lines import POSSESSIVE, Line
from according.analysis.entities.roles import At, Role, role_at
from according.analysis.entities.story import Memory, Story
from according.domain.entities import EntityKind
from according.domain.spans import Span

ARTICLES = ("the", "this", "that")
INDEFINITE = frozenset(("a", "an", "another", "any", "each", "every", "one", "several", "some"))


def find_bodies(story: Story, memory: Memory) -> None:
    """Adds the bodies that are subjects under their country's name: "the Ruritanian navy"."""
    bodies = story.gazetteer.words.bodies | story.gazetteer.words.governments
    for line in story.lines:
        for index in range(len(line)):
            if not _may_end(line.words[index], bodies) or not _is_subject(line, index):
                continue
            start = phrase_start(line, index)
            if any(_is_body(story, line, token) for token in range(start, index + 1)):
                continue
            role = role_at(line, start, index + 1, story.at, story.gazetteer)
            if role is not None and role.place is not None:
                stateful(story, memory, role, role.span)


def _is_subject(line: Line, index: int) -> bool:
    """Whether a noun is a subject, alone or side by side with one."""
    while line.deps[index] == "conj" and line.heads[index] < index:
        index = line.heads[index]
    return line.deps[index] in ("nsubj", "nsubjpass")


def _is_body(story: Story, line: Line, token: int) -> bool:
    """Whether a token is part of an organisation's own name: "China's Xinhua news agency"."""
    name = story.at.get((line.number, token))
    return name is not None and name.kind is EntityKind.ORGANISATION


def stateful(story: Story, memory: Memory, role: Role, span: Span) -> Figure | None:
    """The government or body of a country that a phrase names; new where it is the first time."""
    words = story.gazetteer.words
    if role.place is None:
        return None
    if role.head in words.governments:
        return _country(story, memory, role, span)
    phrase = _common_words(story.lines[role.line], role, story.at)
    if role.head not in words.bodies and not any(phrase.endswith(body) for body in words.bodies):
        return None
    figure = _same_body(memory, role)
    if figure is not None:
        _take_longer(memory, figure, role)
    else:
        full = _named_in_full(memory, role)
        if full is not None:
            full.see(Sighting(role.span, inferred=True))
            return full
        figure = memory.cast.new(EntityKind.ORGANISATION)
        memory.cast.rename(figure, role.text)
        memory.cast.describe(figure, (role,))
    memory.bodies_in.setdefault(role.line, []).append((figure, role))
    figure.see(Sighting(role.span))
    return figure


def _same_body(memory: Memory, role: Role) -> Figure | None:
    """The body that a phrase has named before, here or elsewhere."""
    for figure in memory.cast.described(memory.cast.rarest(role.words)):
        if figure.kind is EntityKind.ORGANISATION and any(
            known.words == role.words and known.place == role.place for known in figure.roles
        ):
            return figure
    here = memory.bodies_in.get(role.line, ())
    return next((figure for figure, known in here if known.span.overlaps(role.span)), None)


def _take_longer(memory: Memory, figure: Figure, role: Role) -> None:
    """Calls a body by the longer of two phrases for it that stand at one place."""
    for number, known in enumerate(figure.roles):
        if role.span.contains(known.span) and role.span != known.span:
            figure.roles[number] = role
            if figure.name == known.text:
                memory.cast.rename(figure, role.text)


def _named_in_full(memory: Memory, role: Role) -> Figure | None:
    """The one organisation that begins as a phrase does and has all its words: "Dublin Council"."""
    first, *_ = role.text.lower().split()
    words = set(role.text.lower().split())
    found = [
        figure
        for figure in memory.cast.called((first,))
        if figure.kind is EntityKind.ORGANISATION
        and any(
            words <= set(form.lower().split()) and form.lower().split()[0] == first
            for form in figure.forms
        )
    ]
    return found[0] if len(found) == 1 else None


def named_so(story: Story, memory: Memory, role: Role) -> list[Figure]:
    """Organisations that are known by a description, or in whose names it stands."""
    stand_for = story.gazetteer.words.stands_for.get(role.head, frozenset()) | {role.head}
    wider = story.gazetteer.words.wider.get(role.head, frozenset())
    described = memory.cast.described((*memory.cast.rarest(role.words), *wider))
    perhaps = {f.number: f for f in (*described, *memory.cast.called(stand_for))}
    found = []
    for _, figure in sorted(perhaps.items()):
        if figure.kind not in (EntityKind.ORGANISATION, EntityKind.FACILITY):
            continue
        by_role = any(role.fits(known, story.gazetteer) for known in figure.roles)
        names = [*figure.forms, figure.name or "", figure.known.name if figure.known else ""]
        by_name = any(_stands_in(name, stand_for, role) for name in names)
        if by_role or by_name:
            found.append(figure)
    return found


def _stands_in(name: str, stand_for: frozenset[str], role: Role) -> bool:
    """Whether a name has a word for the description's head, and its other words too."""
    words = set(name.lower().split())
    return not stand_for.isdisjoint(words) and role.words - {role.head} <= words


def _country(story: Story, memory: Memory, role: Role, span: Span) -> Figure | None:
    """A country and its government are one; its name within the phrase is a mention of its own."""
    key = f"place:{role.place}"
    figure = memory.cast.by_key.get(key)
    if figure is None:
        country = story.gazetteer.country(role.place or "")
        if country is None:
            return None
        figure = memory.cast.new(EntityKind.PLACE, country)
    figure.see(Sighting(_behind_name(story, role, key, span), inferred=True))
    memory.govern(span.start, role.line, figure)
    return figure


def _behind_name(story: Story, role: Role, key: str, span: Span) -> Span:
    """What stands behind a country's name in a phrase, or the whole phrase without one."""
    line = story.lines[role.line]
    for index in range(role.start, role.end):
        name = story.at.get((role.line, index))
        if name is None or name.known is None or name.kind is not EntityKind.PLACE:
            continue
        if name.known.key == key and name.end < role.end:
            following = name.end + (line.words[name.end] in POSSESSIVE)
            return Span(line.starts[following], span.end)
    return span


def _may_end(word: str, bodies: frozenset[str]) -> bool:
    return word in bodies or any(body.endswith(f" {word}") for body in bodies if " " in body)


def is_indefinite(line: Line, start: int, end: int) -> bool:
    """Whether a noun phrase brings in somebody new: "a spokesman", "one official"."""
    first = start if not start or line.pos[start] in ("DET", "PRON", "NUM") else start - 1
    return any(
        line.words[index].lower() in INDEFINITE
        or (line.pos[index] == "NUM" and line.deps[index] == "nummod")
        for index in range(first, min(start + 1, end))
    )


def phrase_start(line: Line, index: int) -> int:
    """Where the noun phrase begins whose head is at `index`."""
    while index > 0 and (
        line.pos[index - 1] in ("NOUN", "ADJ", "PROPN") or line.words[index - 1] in POSSESSIVE
    ):
        index -= 1
    return index


def _common_words(line: Line, role: Role, at: At) -> str:
    """A role's words without the names in it, lower case."""
    return " ".join(
        line.words[index].lower()
        for index in range(role.start, role.end)
        if (line.number, index) not in at and line.words[index] not in POSSESSIVE
    )
