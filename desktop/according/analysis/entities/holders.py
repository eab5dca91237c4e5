"""Who holds a role: "the defence minister" by the article's words, or by what is said next."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from according.analysis.entities.bodies import is_indefinite, phrase_start
from according.analysis.entities.cast import Figure, Sighting
from according.analysis.entities.lines import Line
from according.analysis.entities.roles import OVER_THE_STORY, Role, is_role, role_at
from according.analysis.entities.speech import Speech
from according.analysis.entities.story import FAR, Memory, Story
from according.domain.entities import EntityKind

TIE_REACH = 2
"""Paragraphs after a role without a name in which its bearer may be introduced by name."""

ALSO_THINGS = frozenset(("chair", "driver", "general", "guard", "head", "major", "model", "star"))
"""Roles whose words mean other things too: they need a holder who is called just that."""

TIE_TOPIC = 2
"""Content words that role and person must share for the one to be taken for the other."""


TITLE_LEADS = {
    "councillor": frozenset(("chair", "chairman", "chairwoman", "leader", "mayor")),
    "professor": frozenset(("author", "director", "head", "researcher", "scientist")),
    "general": frozenset(("chief", "commander", "head")),
}
"""Offices that a person with a title may hold besides, by what the title makes of them."""


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
    """Persons who are known by a role by now; those known by just its words before all others."""
    wider = story.gazetteer.words.wider.get(role.head, frozenset())
    fitting = [
        figure
        for figure in memory.cast.described((*memory.cast.rarest(role.words), *wider))
        if figure.kind is EntityKind.PERSON
        and any(
            role.fits(known, story.gazetteer)
            and (known.span.start <= role.span.start or not role.in_story)
            for known in figure.roles
        )
    ]
    exact = [f for f in fitting if any(role.words == known.words for known in f.roles)]
    called_so = [f for f in fitting if any(role.head == known.head for known in f.roles)]
    return exact or called_so or fitting  # "the minister" is no prime minister while another is one


def find_holders(story: Story, memory: Memory) -> None:
    """Adds the places where a role that one person alone holds stands for them, speaking or not."""
    spoken = {(s.line, i) for s in story.speeches for i in range(s.start, s.end)}
    spelt = {
        (role.line, i)
        for figure in memory.cast.figures
        for role in figure.roles
        for i in range(role.start, role.end)
    }
    for line in story.lines:
        for index, word in enumerate(line.words):
            if line.pos[index] != "NOUN" or word not in story.gazetteer.words.roles:
                continue
            if (line.number, index) in spoken or (line.number, index) in spelt:
                continue
            if any(start <= index < end for start, end, _ in memory.held_in.get(line.number, ())):
                continue
            start = phrase_start(line, index)
            definite = start > 0 and line.words[start - 1].lower() == "the"
            role = role_at(line, start, index + 1, story.at, story.gazetteer)
            if is_indefinite(line, start, index + 1):
                continue
            if role is None or not (definite or role.place) or _goes_on(line, index + 1):
                continue
            known = holders(story, memory, role)
            if word in ALSO_THINGS:
                known = [f for f in known if any(word == one.noun for one in f.roles)]
            if len(known) == 1:
                known[0].see(Sighting(line.span(start - definite, index + 1), inferred=True))
                place = (start - definite, index + 1, known[0])
                memory.held_in.setdefault(line.number, []).append(place)


def _goes_on(line: Line, index: int) -> bool:
    """Whether more follows that says which one is meant: "the head of", "the judge who", a name."""
    if index >= len(line):
        return False
    return line.words[index] in ("of", "who", "for", "in", "at", "'s", "’s", "and", "-") or (
        line.pos[index] in ("PROPN", "NOUN")
    )


def namesakes(story: Story, memory: Memory, role: Role) -> tuple[int, list[Figure]] | None:
    """A short name whose title is this role, and the persons whom that name fits.

    "President Lee" says that one of the Lees is the president who spoke before.
    """
    for index in story.named_in(role.line - FAR, role.line + FAR):
        numbers = memory.cast.open.get(index, ())
        for office in story.roles.get(index, ()) if numbers else ():
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
        if is_indefinite(story.lines[speech.line], speech.start, speech.end):
            continue
        figure = _speaks_next(story, memory, number, role) or _spoke_last(story, memory, number)
        if figure is not None:
            memory.cast.describe(figure, (role, *_same_role(story, memory, role, speech)))


def _speaks_next(story: Story, memory: Memory, number: int, role: Role) -> Figure | None:
    """A person who is introduced bare by the next speeches on the same matter."""
    speech = story.speeches[number]
    for other in _next_speeches(story, number):
        if other not in memory.speaker_of:
            continue
        figure = memory.cast.figures[memory.speaker_of[other]]
        shared = story.speeches[other].topic & speech.topic
        if not _introduced(memory, figure, speech, role, story):
            continue
        if _opens_next(story, speech, story.speeches[other]):
            return figure
        if len(shared) >= (1 if figure.roles else TIE_TOPIC):
            return figure

    return None


def _introduced(memory: Memory, figure: Figure, speech: Speech, role: Role, story: Story) -> bool:
    """Whether a person is named in full behind a role, bare or with a title that goes with it."""
    if figure.kind is not EntityKind.PERSON or not memory.named_at.get(figure.number):
        return False
    if not any(parts.full for parts in figure.parts):
        return False
    goes_with = all(
        known.words <= role.words or (known.title and role.noun in TITLE_LEADS.get(known.noun, ()))
        for known in figure.roles
    )
    return goes_with and _first_named(story, memory, figure) > speech.span.start


def _opens_next(story: Story, speech: Speech, other: Speech) -> bool:
    """Whether a name opens the paragraph right behind the one in which a role has spoken."""
    line = story.lines[speech.line]
    return (
        line.passage.block.kind not in OVER_THE_STORY
        and other.line == speech.line + 1
        and other.start == 0
        and (other.line, other.root) in story.at
    )


def _spoke_last(story: Story, memory: Memory, number: int) -> Figure | None:
    """The person who spoke just before in this paragraph, if the role was mentioned before them."""
    speech = story.speeches[number]
    last = next((n for n in range(number - 1, -1, -1) if n in memory.speaker_of), None)
    if last is None or story.speeches[last].line != speech.line:
        return None
    figure = memory.cast.figures[memory.speaker_of[last]]
    if not _bare(memory, figure):
        return None
    noun = story.lines[speech.line].words[speech.root].lower()
    introduced = _first_named(story, memory, figure)
    return figure if memory.first_at.get(noun, introduced) < introduced else None


def _next_speeches(story: Story, number: int) -> Iterator[int]:
    here = story.speeches[number].line
    for other in range(number + 1, len(story.speeches)):
        if story.speeches[other].line > here + TIE_REACH:
            return
        yield other


def _bare(memory: Memory, figure: Figure) -> bool:
    """Whether a person is named in full without a word on who it is."""
    return (
        figure.kind is EntityKind.PERSON
        and not figure.roles
        and any(parts.full for parts in figure.parts)
        and bool(memory.named_at.get(figure.number))
    )


def _first_named(story: Story, memory: Memory, figure: Figure) -> int:
    return story.positions[memory.named_at[figure.number][0]]


def _same_role(story: Story, memory: Memory, role: Role, speech: Speech) -> list[Role]:
    """Other speakers that spell the same role out, with whose it is."""
    found = []
    first = bisect_left(story.speeches, speech.line - FAR, key=_line_of)
    last = bisect_left(story.speeches, speech.line + FAR, key=_line_of)
    for number in range(first, last):
        other = story.speeches[number]
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


def _line_of(speech: Speech) -> int:
    return speech.line
