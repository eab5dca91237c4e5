"""Persons called by what the article has not said of them: "the Vermont senator said"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from according.analysis.entities.cast import Figure
from according.analysis.entities.lines import Line
from according.analysis.entities.persons import gender_of_word
from according.analysis.entities.roles import OVER_THE_STORY, Role
from according.analysis.entities.speech import Speech
from according.analysis.entities.story import Memory, Story
from according.domain.entities import EntityKind

EPITHETS = frozenset(
    (
        "billionaire", "candidate", "challenger", "contender", "front-runner", "frontrunner",
        "incumbent", "magnate", "mogul", "nominee", "tycoon",
    )
)  # fmt: skip
"""Roles that few people have, so that they tell who is meant without a place."""

SUBJECTS = frozenset(("nsubj", "nsubjpass"))
NEAR = 8
"""Speeches back among which the one of the last sentence is looked for."""

AGE = re.compile(r"\d{2}-year-old")


def by_epithet(story: Story, memory: Memory, speech: Speech, role: Role) -> Figure | None:
    """The person of whom the last sentence was, where the words fit and nobody else is near.

    The phrase must tell by its place, party or age that it means somebody known.
    """
    line = story.lines[speech.line]
    if line.words[speech.start].lower() != "the" or not _telling(story, role):
        return None
    figure = _last_subject(story, memory, speech)
    return figure if figure is not None and _can_be(story, figure, role) else None


def _telling(story: Story, role: Role) -> bool:
    if role.place is not None or role.head in EPITHETS:
        return True
    line = story.lines[role.line]
    named = (story.at.get((role.line, index)) for index in range(role.start, role.end))
    party = any(name is not None and name.kind is EntityKind.GROUP for name in named)
    return party or AGE.search(line.text(role.start, role.end)) is not None


def _last_subject(story: Story, memory: Memory, speech: Speech) -> Figure | None:
    """The person who is the subject of the last sentence, or of a clause before in this one.

    The last sentence may end the paragraph before. None where its subject is anything else.
    """
    line = story.lines[speech.line]
    sentence = line.sentence[speech.start]
    for token in range(speech.start - 1, line.borders[sentence][0] - 1, -1):
        if line.deps[token] in SUBJECTS and not memory.reported(line.span(token, token + 1)):
            main = line.deps[line.heads[token]] == "ROOT"
            return None if main else _person_at(story, memory, line, token)
    for before, first, end in _sentences_before(story, line, sentence):
        for token in range(first, end):
            subject = before.deps[token] in SUBJECTS and before.deps[before.heads[token]] == "ROOT"
            if subject and not memory.reported(before.span(token, token + 1)):
                return _person_at(story, memory, before, token)
        if not memory.reported(before.span(first, end - 1)):
            return None
    return None


def _sentences_before(story: Story, line: Line, sentence: int) -> Iterator[tuple[Line, int, int]]:
    """The sentences before one, the nearest first, to the beginning of the paragraph before."""
    for first, end in reversed(line.borders[:sentence]):
        yield line, first, end
    if line.number and story.lines[line.number - 1].passage.block.kind not in OVER_THE_STORY:
        before = story.lines[line.number - 1]
        for first, end in reversed(before.borders):
            if end - first > 1:
                yield before, first, end


def _person_at(story: Story, memory: Memory, line: Line, token: int) -> Figure | None:
    """The person who is named at a token, or who has spoken there under a pronoun or a role."""
    index = story.index_at.get((line.number, token))
    figure = memory.figure_of(index) if index is not None else None
    for number in memory.spoken[-NEAR:] if figure is None else ():
        spoke = story.speeches[number]
        if (spoke.line, spoke.root) == (line.number, token):
            figure = memory.cast.figures[memory.speaker_of[number]]
    return figure if figure is not None and figure.kind is EntityKind.PERSON else None


def _can_be(story: Story, figure: Figure, role: Role) -> bool:
    """Whether nothing known of a person speaks against a role: gender, country or office."""
    gender = gender_of_word(role.noun, story.gazetteer.words)
    if gender is not None and figure.gender not in (gender, None):
        return False
    return not any(
        (role.place and known.place and role.place != known.place)
        or (known.head == role.head and not role.fits(known, story.gazetteer))
        for known in figure.roles
    )
