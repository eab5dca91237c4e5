"""Who holds a role: "the defence minister" by the article's words, or by what is said next."""

from __future__ import annotations

from collections.abc import Iterator

from according.analysis.cast import Figure
from according.analysis.roles import Role, is_role, role_at
from according.analysis.speech import Speech
from according.analysis.story import Memory, Story
from according.domain.entities import EntityKind

TIE_REACH = 2
"""Paragraphs after a role without a name in which its bearer may be introduced by name."""

TIE_TOPIC = 2
"""Content words that role and person must share for the one to be taken for the other."""


def role_of(story: Story, speech: Speech) -> Role | None:
    """The role that a speaker phrase spells out, or None where it is none."""
    line = story.lines[speech.line]
    if line.pos[speech.root] not in ("NOUN", "PROPN", "ADJ"):
        return None
    return role_at(line, speech.start, _phrase_end(story, speech), story.at, story.gazetteer)


def is_personal(story: Story, speech: Speech) -> bool:
    """Whether the head of a speaker phrase says what one person does."""
    return is_role(story.lines[speech.line].words[speech.root].lower(), story.gazetteer)


def holders(story: Story, memory: Memory, role: Role) -> list[Figure]:
    """Persons who are known by a role, those known by just its words before all others."""
    fitting = [
        figure
        for figure in memory.cast.figures
        if figure.kind is EntityKind.PERSON
        and any(role.fits(known, story.gazetteer) for known in figure.roles)
    ]
    exact = [f for f in fitting if any(role.words == known.words for known in f.roles)]
    return exact or fitting


def namesakes(story: Story, memory: Memory, role: Role) -> tuple[int, list[Figure]] | None:
    """A short name whose title is this role, and the persons whom that name fits.

    "President Lee" says that one of the Lees is the president who spoke before.
    """
    for index, numbers in memory.cast.open.items():
        for office in story.roles.get(index, ()):
            if office.title and office.fits(role, story.gazetteer):
                return index, [memory.cast.figures[number] for number in numbers]
    return None


def tie(story: Story, memory: Memory) -> None:
    """Gives each role that speaks without a name to the person who then speaks on its matter.

    The article must introduce that person bare, as somebody the reader has met already.
    """
    for number, speech in enumerate(story.speeches):
        if number in memory.speaker_of or not is_personal(story, speech):
            continue
        role = role_of(story, speech)
        if role is None or holders(story, memory, role):
            continue
        for other in _next_speeches(story, number):
            figure = memory.cast.figures[memory.speaker_of.get(other, 0)]
            shared = story.speeches[other].topic & speech.topic
            if (
                other in memory.speaker_of
                and len(shared) >= TIE_TOPIC
                and _introduced_bare(story, memory, figure, speech)
            ):
                figure.roles += [role, *_same_role(story, memory, role, speech)]
                break


def _next_speeches(story: Story, number: int) -> Iterator[int]:
    here = story.speeches[number].line
    for other in range(number + 1, len(story.speeches)):
        if story.speeches[other].line > here + TIE_REACH:
            return
        yield other


def _introduced_bare(story: Story, memory: Memory, figure: Figure, speech: Speech) -> bool:
    """Whether a person is first named after a speech, in full, without a word on who it is."""
    named = memory.named_at.get(figure.number)
    return (
        figure.kind is EntityKind.PERSON
        and not figure.roles
        and any(parts.full for parts in figure.parts)
        and bool(named)
        and story.positions[named[0] if named else 0] > speech.span.start
    )


def _same_role(story: Story, memory: Memory, role: Role, speech: Speech) -> list[Role]:
    """Other speakers that spell the same role out, with whose it is."""
    found = []
    for number, other in enumerate(story.speeches):
        if other is speech or number in memory.speaker_of or not is_personal(story, other):
            continue
        same = role_of(story, other)
        spelt_out = same is not None and same.place and same.words == role.words
        if same is not None and spelt_out and same.fits(role, story.gazetteer):
            found.append(same)
    return found


def _phrase_end(story: Story, speech: Speech) -> int:
    """Where the noun phrase of a speaker ends: before a comma or a relative clause."""
    line = story.lines[speech.line]
    for index in range(speech.root + 1, speech.end):
        if line.words[index] in (",", "who", "which", "(") or line.pos[index] in ("VERB", "AUX"):
            return index
    return speech.end
