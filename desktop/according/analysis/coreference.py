"""Resolves what names nobody outright: one of two Kims, "the minister", "it", "she"."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from according.analysis.cast import Cast, Figure, Sighting
from according.analysis.gazetteer import Gazetteer
from according.analysis.lines import Line
from according.analysis.names import Name
from according.analysis.persons import Gender, gender_of, parts_of
from according.analysis.roles import At, Role, is_role, role_at
from according.analysis.speech import Speech
from according.domain.entities import EntityKind
from according.domain.spans import Span

# What speaks for a candidate when a short name fits two persons. A paper gives the short form to
# the person whose words it reports, so speaking outweighs nearness: a person merely mentioned just
# before is the usual wrong answer.
SPEAKS = 3.0  # the mention speaks here, and the candidate speaks elsewhere in the article
CONTINUES = 2.0  # the candidate was the last to speak before this
SPEAKS_NEXT = 1.0  # the candidate is the next to speak after this
SAME_TOPIC = 1.5  # at most: both are credited with words about the same things
SAME_TITLE = 2.0  # the candidate is given this title elsewhere
SAME_SENTENCE = 2.0  # the candidate is named in full earlier in this very sentence
BEFORE = 2.0  # the candidate is introduced before this
SAME_AS_LAST = 1.5  # the last open mention of this form went to the candidate
NEAREST = 1.0  # the candidate is the one mentioned last
NEAREST_UNSPOKEN = 2.5  # the same, where the mention does not speak
GENDER = 1.0  # pronoun or title agrees with what is known
SUBJECT = 1.5  # the candidate is the subject of an earlier sentence of the paragraph
SAME_PARAGRAPH = 1.5  # the candidate spoke earlier in this paragraph

RIVALRY = 1.0
"""A candidate this near to the best one makes a pronoun or description doubtful."""

REACH = 3
"""Paragraphs before a pronoun or description in which its bearer is looked for."""

TIE_REACH = 2
"""Paragraphs after a role without a name in which its bearer may be introduced by name."""

TIE_TOPIC = 2
"""Content words that role and person must share for the one to be taken for the other."""

HE_SHE = {"he": Gender.MAN, "she": Gender.WOMAN}


@dataclass(slots=True)
class Resolver:
    """Goes through the article in text order and remembers who has spoken."""

    cast: Cast
    names: Sequence[Name]
    lines: Sequence[Line]
    at: At
    index_at: dict[tuple[int, int], int]
    speeches: Sequence[Speech]
    gazetteer: Gazetteer
    speaker_of: dict[int, int] = field(default_factory=dict)
    spoken: list[tuple[int, int]] = field(default_factory=list)
    last_open: dict[str, int] = field(default_factory=dict)
    positions: list[int] = field(default_factory=list)

    def run(self) -> None:
        """Settles all speakers and open names; adds their sightings to the cast."""
        self.positions = [self.span_of(name).start for name in self.names]
        for number, speech in enumerate(self.speeches):
            figure = self._named(speech)
            if figure is not None:
                self.speaker_of[number] = figure.number
        self._tie_roles()
        open_names = sorted(self.cast.open)
        queue = [(self.positions[i], 0, i) for i in open_names]
        queue += [(speech.span.start, 1, n) for n, speech in enumerate(self.speeches)]
        for _, kind, number in sorted(queue):
            if kind == 0:
                self._settle_open(number)
            else:
                self._settle_speech(number)

    def span_of(self, name: Name) -> Span:
        return self.lines[name.line].span(name.start, name.end)

    # Speakers ---------------------------------------------------------------------------------------

    def _named(self, speech: Speech) -> Figure | None:
        """The figure whose name heads a speaker phrase, or stands in apposition to its head."""
        index = self._name_in(speech)
        if index is None or index not in self.cast.of_name:
            return None
        return self.cast.figures[self.cast.of_name[index]]

    def _name_in(self, speech: Speech) -> int | None:
        index = self.index_at.get((speech.line, speech.root))
        if index is not None:
            return index
        for token in range(speech.start, speech.end):
            index = self.index_at.get((speech.line, token))
            if index is None:
                continue
            name = self.names[index]
            figure = self.cast.of_name.get(index)
            described = figure is not None and any(
                role.line == speech.line and speech.start <= role.start < speech.end
                for role in self.cast.figures[figure].roles
            )
            if described and name.kind in (EntityKind.PERSON, EntityKind.ORGANISATION):
                return index
        return None

    def _settle_speech(self, number: int) -> None:
        """Resolves one speaker phrase and remembers who it was."""
        speech = self.speeches[number]
        if number not in self.speaker_of:
            index = self._name_in(speech)
            if index is not None:
                figure = self.cast.of_name.get(index)
            else:
                figure = self._meant(speech)
            if figure is not None:
                self.speaker_of[number] = figure
        if number in self.speaker_of:
            self.spoken.append((number, self.speaker_of[number]))

    def _meant(self, speech: Speech) -> int | None:
        """The figure a pronoun, role or description that speaks stands for."""
        line = self.lines[speech.line]
        word = line.words[speech.root].lower()
        if speech.end - speech.start == 1 and word in HE_SHE:
            return self._scored(speech, self._persons_before(speech, HE_SHE[word]))
        if speech.end - speech.start == 1 and word == "it":
            return self._scored(speech, self._bodies_before(speech, None))
        if line.pos[speech.root] not in ("NOUN", "PROPN", "ADJ"):
            return None
        role = role_at(line, speech.start, _phrase_end(line, speech), self.at, self.gazetteer)
        if role is None:
            return None
        definite = line.words[speech.start].lower() in ("the", "this", "that") or role.place
        if is_role(line.words[speech.root].lower(), self.gazetteer):
            return self._by_role(role, speech)
        return self._body(role, speech) if definite else None

    # Roles ------------------------------------------------------------------------------------------

    def _tie_roles(self) -> None:
        """Gives a role that speaks without a name to the person who then speaks on the same matter.

        The article must introduce that person bare, as if the reader had met them.
        """
        for number, speech in enumerate(self.speeches):
            line = self.lines[speech.line]
            if number in self.speaker_of or not is_role(
                line.words[speech.root].lower(), self.gazetteer
            ):
                continue
            role = role_at(line, speech.start, _phrase_end(line, speech), self.at, self.gazetteer)
            if role is None or self._holders(role):
                continue
            fitting = [
                self.cast.figures[who]
                for other in self._speeches_after(number)
                if (who := self.speaker_of.get(other)) is not None
                and self._introduced_bare(self.cast.figures[who], speech)
                and len(self.speeches[other].topic & speech.topic) >= TIE_TOPIC
            ]
            if fitting:
                self._give(fitting[0], role, speech)

    def _give(self, figure: Figure, role: Role, speech: Speech) -> None:
        """The role is this person's, and so is each like role that speaks near."""
        figure.roles.append(role)
        for other in self.speeches:
            line = self.lines[other.line]
            if other is speech or not is_role(line.words[other.root].lower(), self.gazetteer):
                continue
            same = role_at(line, other.start, _phrase_end(line, other), self.at, self.gazetteer)
            if (
                same is not None
                and same.place
                and same.words == role.words
                and same.fits(role, self.gazetteer)
            ):
                figure.roles.append(same)

    def _speeches_after(self, number: int) -> Iterable[int]:
        here = self.speeches[number].line
        for other in range(number + 1, len(self.speeches)):
            if self.speeches[other].line > here + TIE_REACH:
                return
            yield other

    def _introduced_bare(self, figure: Figure, speech: Speech) -> bool:
        """Whether a person is named in full after a speech without a word on who it is."""
        return (
            figure.kind is EntityKind.PERSON
            and not figure.roles
            and any(parts.full for parts in figure.parts)
            and min(self._named_at(figure), default=0) > speech.span.start
        )

    def _named_at(self, figure: Figure) -> list[int]:
        return [
            self.positions[index]
            for index, number in self.cast.of_name.items()
            if number == figure.number
        ]

    def _holders(self, role: Role) -> list[Figure]:
        return [
            figure
            for figure in self.cast.figures
            if figure.roles and any(role.fits(known, self.gazetteer) for known in figure.roles)
        ]

    def _by_role(self, role: Role, speech: Speech) -> int | None:
        holders = self._holders(role)
        if not holders:
            return None
        exact = [f for f in holders if any(role.words == known.words for known in f.roles)]
        return self._scored(speech, [(figure, 0.0) for figure in exact or holders], need=-1.0)

    # Bodies -----------------------------------------------------------------------------------------

    def _body(self, role: Role, speech: Speech) -> int | None:
        """A ministry, government or company that speaks without a name of its own."""
        words = self.gazetteer.words
        line = self.lines[speech.line]
        phrase = _common_phrase(line, role, self.at)
        if role.head in words.governments and role.place:
            return self._government(role, speech)
        if role.place and _is_body(phrase, role.head, words.bodies):
            return self._new_body(role, speech)
        named = [f for f in self._holders_of_body(role)]
        if named:
            return self._scored(speech, [(figure, 0.0) for figure in named], need=-1.0)
        if role.head in words.descriptions or role.head in words.bodies:
            return self._scored(speech, self._bodies_before(speech, role), need=2.0)
        return None

    def _government(self, role: Role, speech: Speech) -> int | None:
        """A country and its government are one."""
        for figure in self.cast.figures:
            if figure.known is not None and figure.known.key == f"place:{role.place}":
                self._see(figure, Sighting(speech.span, inferred=True))
                return figure.number
        return None

    def _new_body(self, role: Role, speech: Speech) -> int:
        """An organisation named by its country and its task: "North Korean foreign ministry"."""
        for figure in self.cast.figures:
            if figure.kind is EntityKind.ORGANISATION and any(
                known.words == role.words and known.place == role.place for known in figure.roles
            ):
                break
        else:
            figure = self.cast.new(EntityKind.ORGANISATION)
            figure.name = role.text
            figure.roles.append(role)
        self._see(figure, Sighting(role.span))
        return figure.number

    def _holders_of_body(self, role: Role) -> list[Figure]:
        """Organisations that are known by a role, or whose name ends as the description does."""
        found = []
        for figure in self.cast.figures:
            if figure.kind is not EntityKind.ORGANISATION:
                continue
            by_role = any(role.fits(known, self.gazetteer) for known in figure.roles)
            by_name = any(form.lower().split()[-1] == role.head for form in figure.forms)
            if by_role or by_name:
                found.append(figure)
        return found

    # Candidates -------------------------------------------------------------------------------------

    def _names_before(self, speech: Speech) -> Iterable[tuple[int, Name]]:
        """Names of the last paragraphs, the nearest first, none from what is said here."""
        stop = bisect_left(self.positions, speech.span.start)
        for index in range(stop - 1, -1, -1):
            name = self.names[index]
            if name.line < speech.line - REACH:
                return
            if index in self.cast.of_name and not speech.says(self.span_of(name)):
                yield index, name

    def _persons_before(self, speech: Speech, gender: Gender) -> list[tuple[Figure, float]]:
        def fits(figure: Figure) -> bool:
            return figure.kind is EntityKind.PERSON and figure.gender in (gender, None)

        return self._before(speech, fits, lambda f: GENDER if f.gender is gender else 0.0)

    def _bodies_before(self, speech: Speech, role: Role | None) -> list[tuple[Figure, float]]:
        def fits(figure: Figure) -> bool:
            return figure.kind is EntityKind.ORGANISATION if role else figure.is_acting_body()

        return self._before(speech, fits, lambda _: 0.0)

    def _before(
        self, speech: Speech, fits: Callable[[Figure], bool], extra: Callable[[Figure], float]
    ) -> list[tuple[Figure, float]]:
        """Candidates with what nearness, grammar and earlier speech say for them."""
        scores: dict[int, float] = {}
        for index, name in self._names_before(speech):
            figure = self.cast.figures[self.cast.of_name[index]]
            if not fits(figure):
                continue
            line = self.lines[name.line]
            score = scores.setdefault(figure.number, NEAREST if not scores else 0.0)
            if line.number == speech.line and _is_subject(line, name):
                scores[figure.number] = max(score, score + SUBJECT if score < SUBJECT else score)
        for number, who in reversed(self.spoken):
            spoke = self.speeches[number]
            if spoke.line < speech.line - REACH:
                break
            if fits(self.cast.figures[who]):
                bonus = CONTINUES + (SAME_PARAGRAPH if spoke.line == speech.line else 0.0)
                scores[who] = scores.get(who, 0.0) + bonus
                break
        return [(self.cast.figures[n], s + extra(self.cast.figures[n])) for n, s in scores.items()]

    def _scored(
        self, speech: Speech, candidates: Sequence[tuple[Figure, float]], *, need: float = 0.5
    ) -> int | None:
        """The best candidate, seen here as inferred; near rivals make it doubtful."""
        if not candidates:
            return None
        if need < 0:
            candidates = [(f, s + self._speaking(f, speech)) for f, s in candidates]
        ranked = sorted(candidates, key=lambda pair: -pair[1])
        best, score = ranked[0]
        if score < need:
            return None
        rivals = tuple(f.number for f, s in ranked[1:] if score - s < RIVALRY)
        self._see(best, Sighting(speech.span, inferred=True, rivals=rivals))
        return best.number

    # Open names -------------------------------------------------------------------------------------

    def _settle_open(self, index: int) -> None:
        """Gives a name that fits several persons to the one for whom most speaks; it stays doubtful."""
        name = self.names[index]
        candidates = [self.cast.figures[number] for number in self.cast.open[index]]
        span = self.span_of(name)
        speech = next((s for s in self._speeches_at(span) if self._name_in(s) == index), None)
        nearest = self._nearest(index, candidates)
        scores = {
            figure.number: self._score(figure, name, span, speech)
            + (NEAREST if speech else NEAREST_UNSPOKEN) * (figure is nearest)
            for figure in candidates
        }
        best = max(candidates, key=lambda figure: scores[figure.number])
        self.cast.join(index, name, best)
        self.last_open[name.key] = best.number
        rivals = tuple(figure.number for figure in candidates if figure is not best)
        self._see(best, Sighting(span, rivals=rivals))

    def _score(self, figure: Figure, name: Name, span: Span, speech: Speech | None) -> float:
        score = self._speaking(figure, speech) if speech else 0.0
        gender = gender_of(
            parts_of(name.text, self.gazetteer.words), name.titles, self.gazetteer.words
        )
        score += GENDER * (gender is not None and figure.gender is gender)
        score += SAME_TITLE * bool(figure.titles & set(name.titles))
        score += SAME_AS_LAST * (self.last_open.get(name.key) == figure.number)
        named = self._named_at(figure)
        score += BEFORE * (min(named, default=span.start) < span.start)
        line = self.lines[name.line]
        begins = line.starts[line.borders[line.sentence[name.start]][0]]
        score += SAME_SENTENCE * any(begins <= position < span.start for position in named)
        return score

    def _speaking(self, figure: Figure, speech: Speech) -> float:
        """What earlier and later speech says for a candidate to be the one who speaks here."""
        own = [n for n, who in self.speaker_of.items() if who == figure.number]
        others = [n for n in own if self.speeches[n] is not speech]
        score = SPEAKS * bool(others)
        if self.spoken and self.spoken[-1][1] == figure.number:
            score += CONTINUES
        here = bisect_right([s.span.start for s in self.speeches], speech.span.start)
        upcoming = next((n for n in range(here, len(self.speeches)) if n in self.speaker_of), None)
        score += SPEAKS_NEXT * (upcoming is not None and self.speaker_of[upcoming] == figure.number)
        shared = max((len(self.speeches[n].topic & speech.topic) for n in others), default=0)
        return score + min(SAME_TOPIC, shared / 2)

    def _speeches_at(self, span: Span) -> Iterable[Speech]:
        return (speech for speech in self.speeches if speech.span.overlaps(span))

    def _nearest(self, index: int, candidates: Sequence[Figure]) -> Figure | None:
        numbers = {figure.number for figure in candidates}
        for earlier in range(index - 1, -1, -1):
            number = self.cast.of_name.get(earlier)
            if number in numbers:
                return self.cast.figures[number] if number is not None else None
        return None

    def _see(self, figure: Figure, sighting: Sighting) -> None:
        figure.sightings.append(sighting)


def _phrase_end(line: Line, speech: Speech) -> int:
    """Where the noun phrase of a speaker ends: before a comma or a relative clause."""
    for index in range(speech.root + 1, speech.end):
        if line.words[index] in (",", "who", "which", "(") or line.pos[index] in ("VERB", "AUX"):
            return index
    return speech.end


def _common_phrase(line: Line, role: Role, at: At) -> str:
    """The role's words without the names in it, lower case."""
    words = [
        line.words[index].lower()
        for index in range(role.start, role.end)
        if (line.number, index) not in at and line.words[index] not in ("'s", "’s")
    ]
    return " ".join(words).replace(" ’s", "’s")


def _is_body(phrase: str, head: str, bodies: frozenset[str]) -> bool:
    return head in bodies or any(phrase.endswith(body) for body in bodies)


def _is_subject(line: Line, name: Name) -> bool:
    return any(line.deps[i] in ("nsubj", "nsubjpass") for i in range(name.start, name.end))
