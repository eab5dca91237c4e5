"""Resolves who speaks where no name says so: one of two Kims, "the minister", "it", "she"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate

from according.analysis.entities.bodies import (
    ARTICLES,
    find_bodies,
    is_indefinite,
    named_so,
    stateful,
)
from according.analysis.entities.candidates import REACH, Scores, bodies, means_thing, persons
from according.analysis.entities.cast import Figure, Sighting
from according.analysis.entities.epithets import by_epithet
from according.analysis.entities.holders import (
    find_holders,
    holders,
    is_personal,
    namesakes,
    role_of,
    tie,
)
from according.analysis.entities.lines import POSSESSIVE, Line
from according.analysis.entities.persons import Gender
from according.analysis.entities.rivals import choose, speaking, titled_alone
from according.analysis.entities.roles import Role, role_at
from according.analysis.entities.sorts import WIDE, Suits, led_bodies, suits
from according.analysis.entities.speech import Speech
from according.analysis.entities.story import FAR, Memory, Story
from according.analysis.entities.titles_of import name_of
from according.domain.entities import EntityKind

RIVALRY = 1.0
"""A candidate this near to the best one makes the mention doubtful."""

ENOUGH = 2.0
"""Score without which "the company" is left unresolved."""

STORY = 1.0
"""What the headline's organisation has for it where "the company" stands alone."""

HE_SHE = {"he": Gender.MAN, "she": Gender.WOMAN, "him": Gender.MAN, "her": Gender.WOMAN}
ACTING_BODIES = frozenset((EntityKind.ORGANISATION, EntityKind.FACILITY))
RELATIVE = frozenset(("who", "which"))
PRONOUNS = frozenset((*HE_SHE, *RELATIVE, "it", "they", "them"))
PLURAL = frozenset((EntityKind.ORGANISATION, EntityKind.GROUP))
"""Kinds that "they said" can mean."""

HUMAN = frozenset((EntityKind.PERSON, EntityKind.GROUP))
NAMED_SPEAKERS = (EntityKind.PERSON, EntityKind.ORGANISATION)


def resolve(story: Story, memory: Memory) -> None:
    """Settles all speakers and open names in text order; adds their sightings to the cast."""
    for index, number in sorted(memory.cast.of_name.items()):
        memory.named(index, number, full=" " in story.names[index].text)
    for number, speech in enumerate(story.speeches):
        named_here = _name_in(story, speech)
        if named_here is not None and named_here in memory.cast.of_name:
            memory.speaks(number, memory.cast.of_name[named_here])
            if named_here == _body_before(story, speech):
                noun = story.lines[speech.line].span(speech.root, speech.root + 1)
                body = memory.cast.figures[memory.cast.of_name[named_here]]
                body.see(Sighting(noun, inferred=True))
    memory.led = led_bodies(memory.cast, story.index_at)
    memory.contents = sorted(span for speech in story.speeches for span in speech.said)
    memory.ends = [*accumulate((span.end for span in memory.contents), max)]
    memory.first_at = _first_words(story.lines)
    tie(story, memory)
    find_holders(story, memory)
    find_bodies(story, memory)
    speaking_names = {
        name: speech for speech in story.speeches if (name := _name_in(story, speech)) is not None
    }
    queue = [(story.positions[index], 0, index) for index in memory.cast.open]
    queue += [(speech.span.start, 1, number) for number, speech in enumerate(story.speeches)]
    for _, kind, number in sorted(queue):
        if kind == 0:
            _settle_open(story, memory, number, speaking_names.get(number))
        else:
            _settle_speech(story, memory, number)
    find_holders(story, memory)
    name_owners(story, memory)


def _first_words(lines: Sequence[Line]) -> dict[str, int]:
    found: dict[str, int] = {}
    for line in lines:
        for word, start in zip(line.words, line.starts, strict=True):
            found.setdefault(word.lower(), start)
    return found


def _name_in(story: Story, speech: Speech) -> int | None:
    """The name that heads a speaker phrase, or stands in apposition to its head."""
    index = story.index_at.get((speech.line, speech.root))
    if index is not None:
        return index
    if (body := _body_before(story, speech)) is not None:
        return body
    for token in range(speech.start, speech.end):
        index = story.index_at.get((speech.line, token))
        if index is None or story.names[index].kind not in NAMED_SPEAKERS:
            continue
        if any(speech.start <= role.start < speech.end for role in story.roles.get(index, ())):
            return index
    return None


def _body_before(story: Story, speech: Speech) -> int | None:
    """The organisation of "the RMT union", named right before what it is."""
    line, words = story.lines[speech.line], story.gazetteer.words
    before = speech.root - 1
    while before > speech.start and line.pos[before] == "NOUN":
        before -= 1
    index = story.index_at.get((speech.line, before))
    if index is None or line.words[speech.root] not in words.descriptions | words.outlets:
        return None
    return index if story.names[index].kind is EntityKind.ORGANISATION else None


def _settle_open(story: Story, memory: Memory, index: int, speech: Speech | None) -> None:
    """Gives a name that fits several persons to one of them; it stays doubtful."""
    candidates = [memory.cast.figures[number] for number in memory.cast.open[index]]
    best = choose(story, memory, index, candidates, speech)
    memory.cast.join(index, story.names[index], best)
    memory.last_open[story.names[index].key] = best.number
    memory.cast.describe(best, story.roles.get(index, ()))
    sure = titled_alone(story, index, best, candidates)
    rivals = () if sure else tuple(figure.number for figure in candidates if figure is not best)
    best.see(Sighting(story.span(index), rivals=rivals))


def _settle_speech(story: Story, memory: Memory, number: int) -> None:
    """Resolves one speaker phrase and remembers who it was."""
    speech = story.speeches[number]
    if number not in memory.speaker_of:
        index = _name_in(story, speech)
        figure = _meant(story, memory, speech) if index is None else memory.figure_of(index)
        if figure is not None:
            memory.speaks(number, figure.number)
    aside = story.lines[speech.line].words[speech.root].lower() in RELATIVE
    if number in memory.speaker_of and not aside:
        memory.spoken.append(number)


def _meant(story: Story, memory: Memory, speech: Speech) -> Figure | None:
    """The figure that a pronoun, role or description stands for."""
    line = story.lines[speech.line]
    word = line.words[speech.root].lower()
    if speech.end - speech.start == 1 and word in PRONOUNS:
        return _by_pronoun(story, memory, speech, word)
    role = role_of(story, speech)
    if role is None:
        return None
    if is_personal(story, speech):
        if is_indefinite(line, speech.start, speech.end):
            return None
        known = holders(story, memory, role)
        if not known and (open_name := namesakes(story, memory, role)) is not None:
            best = choose(story, memory, *open_name, speech)
            memory.cast.describe(best, (role,))
            rivals = tuple(f.number for f in open_name[1] if f is not best)
            best.see(Sighting(speech.span, inferred=True, rivals=rivals))
            return best
        if not known and (meant := by_epithet(story, memory, speech, role)) is not None:
            memory.cast.describe(meant, (replace(role, epithet=True),))
            known = [meant]
        if known or line.words[speech.root] not in story.gazetteer.words.descriptions:
            return _best(speech, [(f, speaking(story, memory, f, speech)) for f in known])
    return _body(story, memory, speech, role)


def _by_pronoun(story: Story, memory: Memory, speech: Speech, word: str) -> Figure | None:
    if word == "it" and means_thing(story, speech):
        return None
    if word == "it":
        return _best(speech, bodies(story, memory, speech, None))
    if word in RELATIVE:
        return _by_relative(story, memory, speech)
    if word in ("they", "them"):
        return _several(story, memory, speech)
    person = _best(speech, persons(story, memory, speech, HE_SHE[word]))
    if person is not None:
        person.genders[HE_SHE[word]] += 1
    return person


def _by_relative(story: Story, memory: Memory, speech: Speech) -> Figure | None:
    """Whom "who said" follows: the name or role to which the clause belongs."""
    line = story.lines[speech.line]
    verb = line.heads[speech.root]
    while line.deps[verb] in ("aux", "conj", "xcomp") and line.heads[verb] < verb:
        verb = line.heads[verb]
    if line.deps[verb] != "relcl" or line.heads[verb] >= speech.start:
        return None
    head, before = line.heads[verb], speech.start - 1
    before -= before > 0 and line.words[before] == ","
    if line.pos[before] == "PROPN" and (speech.line, before) in story.index_at:
        head = before  # the last of several names side by side
    index = story.index_at.get((speech.line, head))
    if index is not None:
        figure = memory.figure_of(index)
        human = line.words[speech.root].lower() != "who" or (figure and figure.kind in HUMAN)
        return _best(speech, [(figure, 0.0)] if figure is not None and human else [])
    held = memory.held_in.get(speech.line, ())
    return _best(speech, [(one, 0.0) for start, end, one in held if start <= head < end])


def _body(story: Story, memory: Memory, speech: Speech, role: Role) -> Figure | None:
    """A body of a country, or the organisation that "the company" means."""
    figure = stateful(story, memory, role, speech.span)
    words = story.gazetteer.words
    line = story.lines[speech.line]
    if figure is not None or line.words[speech.start].lower() not in ARTICLES:
        return figure
    if role.head in words.governments:
        scores = bodies(story, memory, speech, role)
        countries = [(f, s) for f, s in scores if f.kind is EntityKind.PLACE]
        last = memory.government_before(speech.span.start)
        if last is not None and (last[0] >= speech.line - REACH or not countries):
            countries = [(last[1], 0.0)]
        return _best(speech, countries)
    return _best(speech, meant_by(story, memory, speech, role))


def meant_by(story: Story, memory: Memory, speech: Speech, role: Role) -> Scores:
    """The organisations that "the company" or "the agency" can mean, best first in score."""
    words = story.gazetteer.words
    if role.noun not in words.descriptions | words.outlets | words.bodies | words.own_heads:
        return ()
    scores = dict(bodies(story, memory, speech, role))
    sorts = {figure: _suits(story, memory, figure, role.noun) for figure in scores}
    named = [
        f for f in named_so(story, memory, role) if _suits(story, memory, f, role.noun) is Suits.YES
    ]
    if role.in_story:
        named = [f for f in named if _starts(story, memory, f) < speech.span.start]
    exact = [f for f in named if any(known.noun == role.noun for known in f.roles)]
    fitting = exact or named
    if not fitting and role.words <= {role.head}:
        fitting = [
            figure
            for figure in _within_sight(story, memory, speech.line)
            if _suits(story, memory, figure, role.noun) is Suits.YES
            and _starts(story, memory, figure) < speech.span.start
        ]
    if role.noun in WIDE and role.words <= {role.head}:
        near = [(f, s + (sorts.get(f) is Suits.YES)) for f, s in scores.items()]
        return [(f, s) for f, s in near if sorts.get(f, Suits.NO) is not Suits.NO and s >= ENOUGH]
    if fitting:
        near = [(f, scores.get(f, speaking(story, memory, f, speech))) for f in fitting]
        return [(f, score + STORY * _in_headline(story, memory, f)) for f, score in near]
    if role.noun not in words.generic or not role.words <= {role.head}:
        return ()
    perhaps = [(f, s) for f, s in scores.items() if sorts.get(f) is Suits.PERHAPS]
    first = [(f, s) for f, s in perhaps if _in_headline(story, memory, f)]
    if role.noun in words.company_nouns and len(first if len(perhaps) > 1 else perhaps) == 1:
        return first if len(perhaps) > 1 else perhaps
    return [(f, s) for f, s in perhaps if s >= ENOUGH]


def _within_sight(story: Story, memory: Memory, line: int) -> list[Figure]:
    """The bodies that are named in the headline or not too far before a line."""
    found: dict[int, Figure] = {}
    for index in (*story.named_in(0, 0), *story.named_in(line - FAR, line)):
        figure = memory.figure_of(index)
        if figure is not None and figure.kind in ACTING_BODIES:
            found[figure.number] = figure
    for number in range(max(0, line - FAR), line + 1):
        found |= {figure.number: figure for figure, _ in memory.bodies_in.get(number, ())}
    return [found[number] for number in sorted(found)]


def _suits(story: Story, memory: Memory, figure: Figure, noun: str) -> Suits:
    relays = any(story.speeches[n].relays for n in memory.speeches_of.get(figure.number, ()))
    led = figure.number in memory.led
    return suits(figure, noun, story.gazetteer.words, outlet=relays, led=led)


def _starts(story: Story, memory: Memory, figure: Figure) -> int:
    """Where a figure is first named or described, in code points of the article."""
    named = memory.named_at.get(figure.number)
    if named:
        return story.positions[named[0]]
    return min((role.span.start for role in figure.roles), default=0)


def _in_headline(story: Story, memory: Memory, figure: Figure) -> bool:
    named = memory.named_at.get(figure.number, [])
    return any(story.names[name].line == 0 for name in named[:1])


def _several(story: Story, memory: Memory, speech: Speech) -> Figure | None:
    """A body or family that spoke or acted last, if nothing else in the plural came between."""
    line = story.lines[speech.line]
    nearest = next(iter(story.before(speech.span.start, speech.line)), None)
    figure = memory.figure_of(nearest) if nearest is not None else None
    if nearest is None or figure is None or figure.kind not in PLURAL:
        return None
    name = story.names[nearest]
    subject = any(line.deps[i] in ("nsubj", "nsubjpass") for i in range(name.start, name.end))
    between = any(
        line.doc[i].tag_ in ("NNS", "NNPS") and line.deps[i] in ("nsubj", "nsubjpass")
        for i in range(name.end, speech.start)
    )
    return _best(speech, [(figure, 0.0)]) if subject and not between else None


def name_owners(story: Story, memory: Memory) -> None:
    """Says whose "the company's chief executive" somebody is, where that is certain."""
    words = story.gazetteer.words
    for figure in memory.cast.figures:
        if figure.kind is EntityKind.PERSON:
            figure.roles = [
                _owned(story, memory, role, words.descriptions) for role in figure.roles
            ]


def _owned(story: Story, memory: Memory, role: Role, nouns: frozenset[str]) -> Role:
    """A description that begins with "company's" with the company's name in its place."""
    line, second = story.lines[role.line], role.start + 1
    noun = line.words[role.start]
    if second >= role.end or line.words[second] not in POSSESSIVE or noun.lower() not in nouns:
        return role
    owner = role_at(line, role.start, second, story.at, story.gazetteer)
    if owner is None:
        return role
    here = Speech(-1, owner.span, role.line, role.start, second, role.start, (), frozenset())
    ranked = sorted(meant_by(story, memory, here, owner), key=lambda pair: -pair[1])
    if not ranked or (len(ranked) > 1 and ranked[0][1] - ranked[1][1] < RIVALRY):
        return role
    return replace(role, text=f"{name_of(ranked[0][0])}{role.text.removeprefix(noun)}")


def _best(speech: Speech, candidates: Scores, *, need: float = 0.0) -> Figure | None:
    """The best candidate, seen here as inferred; near rivals make it doubtful."""
    ranked = sorted(candidates, key=lambda pair: -pair[1])
    if not ranked or ranked[0][1] < need:
        return None
    best, score = ranked[0]
    rivals = tuple(figure.number for figure, other in ranked[1:] if score - other < RIVALRY)
    best.see(Sighting(speech.span, inferred=True, rivals=rivals))
    return best
