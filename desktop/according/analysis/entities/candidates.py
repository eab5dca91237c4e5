"""Whom a pronoun or "the company" can mean, with what speaks for each candidate."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from according.analysis.entities.cast import Figure
from according.analysis.entities.lines import Line
from according.analysis.entities.persons import Gender
from according.analysis.entities.roles import Role
from according.analysis.entities.speech import Speech
from according.analysis.entities.story import Memory, Story
from according.domain.entities import EntityKind
from according.domain.spans import Span

# What speaks for a candidate of a pronoun or of "the company".
LAST_SPEAKER = 2.0  # the last to speak, as far as it is of the right kind
SAME_PARAGRAPH = 1.5  # and that in this paragraph
MAIN_SUBJECT = 6.0  # subject of the main verb in an earlier sentence of this paragraph
SUBJECT = 1.5  # any other subject in this paragraph
NEAREST = 1.0  # the last mentioned
PREVIOUS_SUBJECT = 2.0  # the last subject of a main verb in the paragraph before
INTRODUCED = 1.5  # named there last, and for the first time: who is brought in speaks next
SAME_SENTENCE = 2.5  # named in the clause to which the pronoun's own belongs
AGREES = 1.0  # known to be a man or a woman as the pronoun says

REACH = 3
"""Paragraphs before a pronoun or description in which its bearer is looked for."""

SUBJECTS = frozenset(("nsubj", "nsubjpass"))
SUBORDINATE = frozenset(("acl", "advcl", "ccomp", "relcl"))

Scores = Sequence[tuple[Figure, float]]
"""Candidates, each with what speaks for it."""


def persons(story: Story, memory: Memory, speech: Speech, gender: Gender) -> Scores:
    def fits(figure: Figure) -> bool:
        return figure.kind is EntityKind.PERSON and figure.gender in (gender, None)

    found = _before(story, memory, speech, fits)
    return [(figure, score + AGREES * (figure.gender is gender)) for figure, score in found]


def bodies(story: Story, memory: Memory, speech: Speech, role: Role | None) -> Scores:
    words = story.gazetteer.words

    def fits(figure: Figure) -> bool:
        if role is not None and role.head in words.governments:
            return figure.kind is EntityKind.PLACE and figure.is_country()
        return figure.is_acting_body() and (role is None or figure.kind is not EntityKind.PLACE)

    return _before(story, memory, speech, fits)


def _before(story: Story, memory: Memory, speech: Speech, fits: Callable[[Figure], bool]) -> Scores:
    """Candidates with what nearness, grammar and earlier speech say for them."""
    scores: dict[Figure, float] = {}
    line = story.lines[speech.line]
    told = subject = here = False
    for place, number, start, end, figure in _places(story, memory, speech):
        if not fits(figure) or speech.says(place) or _modifies(story.lines[number], start, end):
            continue
        reported = memory.reported(place)
        nearest = 0.0 if told or reported else NEAREST
        if nearest and number == speech.line - 1 and _introduced(story, memory, figure, place):
            nearest += INTRODUCED
        told = told or not reported
        score = scores.setdefault(figure, nearest)
        here = here or (number == speech.line and not reported)
        if number == speech.line - 1 and not (subject or here or reported):
            subject = as_subject(story.lines[number], start, end) == MAIN_SUBJECT
            scores[figure] += PREVIOUS_SUBJECT * subject
        if number == speech.line:
            told_by = as_subject(line, start, end)
            if not told_by and not reported and _governs(line, start, speech):
                told_by = SAME_SENTENCE
            scores[figure] = max(score, NEAREST * (score > 0) + told_by)
    for figure, role in memory.bodies_in.get(speech.line, ()):
        if fits(figure) and role.end <= speech.start:
            scores[figure] = max(scores.get(figure, 0.0), as_subject(line, role.start, role.end))
    last = _last_speaker(story, memory, speech, fits)
    if last is not None:
        figure, line_number = last
        again = SAME_PARAGRAPH if line_number == speech.line else 0.0
        scores[figure] = scores.get(figure, 0.0) + LAST_SPEAKER + again
    return list(scores.items())


def _introduced(story: Story, memory: Memory, figure: Figure, place: Span) -> bool:
    named = memory.named_at.get(figure.number, [])
    return bool(named) and story.positions[named[0]] == place.start


def means_thing(story: Story, speech: Speech) -> bool:
    """Whether "it" takes up the subject of the last sentence here, which is no body: "the rate"."""
    line, words = story.lines[speech.line], story.gazetteer.words
    for token in range(speech.start - 1, -1, -1):
        clause = line.deps[line.heads[token]] if line.deps[token] in SUBJECTS else ""
        if clause != "ROOT" and not (clause == "ccomp" and line.words[speech.start - 1] == ":"):
            continue
        bodies_too = words.bodies | words.descriptions | words.governments | words.outlets
        plain = line.pos[token] == "NOUN" and line.words[token].lower() not in bodies_too
        return plain and (line.number, token) not in story.at
    return False


def _modifies(line: Line, start: int, end: int) -> bool:
    """Whether a name only tells which thing a noun behind it means: "a US citizen"."""
    head = line.heads[end - 1]
    return (
        head >= end
        and line.deps[end - 1] in ("amod", "compound", "nmod")
        and line.pos[head] == "NOUN"
        and not any(line.deps[i] in SUBJECTS for i in range(start, end))
    )


def _places(
    story: Story, memory: Memory, speech: Speech
) -> list[tuple[Span, int, int, int, Figure]]:
    """Where somebody is named or meant by a role within reach before a speech, the nearest first.

    Each is a span with its line and the tokens [start, end) there.
    """
    found = []
    for index in story.before(speech.span.start, speech.line - REACH):
        figure, name = memory.figure_of(index), story.names[index]
        if figure is not None:
            found.append((story.span(index), name.line, name.start, name.end, figure))
    for number in range(max(0, speech.line - REACH), speech.line + 1):
        for start, end, figure in memory.held_in.get(number, ()):
            place = story.lines[number].span(start, end)
            if place.end <= speech.span.start:
                found.append((place, number, start, end, figure))
    return sorted(found, key=lambda one: -one[0].start)


def _governs(line: Line, name: int, speech: Speech) -> bool:
    """Whether a name stands before the subordinate clause that a pronoun of its sentence opens."""
    if line.sentence[name] != line.sentence[speech.root]:
        return False
    verb = line.heads[speech.root]
    return line.deps[verb] in SUBORDINATE and line.heads[verb] < verb


def _last_speaker(
    story: Story, memory: Memory, speech: Speech, fits: Callable[[Figure], bool]
) -> tuple[Figure, int] | None:
    """The last fitting one to speak within reach before this speech, and in which line."""
    for number in reversed(memory.spoken):
        spoke = story.speeches[number]
        if spoke.line < speech.line - REACH:
            return None
        figure = memory.cast.figures[memory.speaker_of[number]]
        if spoke.span.start < speech.span.start and fits(figure):
            return figure, spoke.line
    return None


def as_subject(line: Line, start: int, end: int) -> float:
    for index in range(start, end):
        if line.deps[index] in SUBJECTS:
            verb = line.heads[index]
            return MAIN_SUBJECT if line.deps[verb] == "ROOT" else SUBJECT
    return 0.0
