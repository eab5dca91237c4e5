"""Who is meant where words only point back: "they", "one of them", "the statement said"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from according.analysis.drafts import Draft, Parsed, Passage
from according.analysis.passages import sentence_of
from according.analysis.sources.mentions import Named
from according.analysis.sources.phrase_kinds import PAPERS, PLURALS
from according.analysis.sources.source_kinds import INSTITUTIONS, SPEAKS_FOR, SourceWords
from according.analysis.sources.speaker_phrases import head_of
from according.analysis.sources.speakers import Speaker, Speakers
from according.domain.entities import EntityKind
from according.domain.sources import OUTLETS, SourceKind
from according.domain.spans import Span

REACH = 2
"""Paragraphs back in which the one meant is looked for."""

_HE_SHE = frozenset(("he", "she"))
_ME = frozenset(("she", "he", "they", "it", "who"))
_PART = re.compile(
    r"(?P<part>(?:(?:at least|only)\s+)?(?:an?other|one|two|three|four|five|both|some|many|most|"
    r"several|none|neither|each|others|a (?:second|third|fourth)|the (?:other|others|second)))"
    r"(?:\s+of\s+(?:them|these|those|the (?:two|three|four|five|six|others)|whom))?",
    re.IGNORECASE,
)
_PART_OF_NOUN = re.compile(
    r"(?P<part>another|one|two|three|four|both|some|many|most|several) of (?:the|these|those) "
    r"(?P<noun>[a-z]+s)"
)
_GENDERED = {
    "he": frozenset(
        ("woman", "mother", "wife", "sister", "daughter", "girl", "widow", "grandmother")
    ),
    "she": frozenset(
        ("man", "father", "husband", "brother", "son", "boy", "widower", "grandfather")
    ),
}
_POINTING = frozenset(("the", "this", "that", "its", "their", "his", "her"))
_GENERAL = frozenset(("business", "charity", "company", "firm", "party", "union", "newspaper"))
"""Nouns that fit every body of their kind."""

_OVERSEERS = frozenset(("regulator", "watchdog", "ombudsman"))
"""Nouns that newspapers use for one another."""

_FIRMS = frozenset(("airline", "bank", "carmaker", "company", "firm", "retailer"))
"""Nouns that no public body is called by."""

_SINGLE = frozenset({SourceKind.PERSON, SourceKind.OFFICIAL, SourceKind.MILITARY_OR_INTELLIGENCE})
_BODIES = frozenset(SourceKind) - {
    SourceKind.PERSON,
    SourceKind.OFFICIAL,
    SourceKind.UNNAMED_GROUP,
    SourceKind.DOCUMENT,
    SourceKind.ACADEMIC_STUDY,
}


@dataclass(frozen=True, slots=True)
class _Said:
    """Somebody credited before, with the number of the paragraph and the place."""

    number: int
    span: Span
    speaker: Speaker


class Antecedents:
    """Remembers who has been credited, draft by draft, and finds who pointing words mean."""

    def __init__(self, parsed: Parsed, speakers: Speakers, words: SourceWords) -> None:
        self._parsed = parsed
        self._speakers = speakers
        self._words = words
        self._numbers = {passage.index: n for n, passage in enumerate(parsed.passages)}
        self._said: list[_Said] = []
        self._issued: dict[str, tuple[int, tuple[Speaker, ...]]] = {}

    def credited(self, span: Span, *, whole: Span | None = None) -> tuple[Speaker, ...]:
        """Who is credited by the words at `span`; empty where they credit nobody."""
        passage = self._parsed.passage_at(span.start)
        tokens = passage.tokens(whole or span) if passage is not None else None
        if passage is not None and tokens is not None and len(tokens):
            meant = self._meant(passage, tokens)
            if meant:
                return meant
        speaker = self._speakers.at(span, whole=whole)
        return (speaker,) if speaker is not None else ()

    def remember(self, draft: Draft, spans: Sequence[Span], said: Sequence[Speaker]) -> None:
        """Keeps who one draft credits, and what they put out: "said in a statement"."""
        if draft.carried:
            return
        for span, speaker in zip(spans, said, strict=False):
            passage = self._parsed.passage_at(span.start)
            if passage is not None:
                self._said.append(_Said(self._numbers[passage.index], span, speaker))
        if not said or not draft.cue:
            return
        passage = self._parsed.passage_at(draft.cue[0].start)
        tokens = passage.tokens(draft.cue[0]) if passage is not None else None
        if passage is None or tokens is None:
            return
        hidden = (*draft.content, *draft.source)
        for token in sentence_of(passage, tokens.root):
            lemma = token.lemma_.lower()
            if lemma in self._words.issued and token.pos_ == "NOUN":
                place = passage.span(token)
                if not any(place.overlaps(other) for other in hidden):
                    self._issued[lemma] = (self._numbers[passage.index], tuple(said))

    def _meant(self, passage: Passage, tokens: Tokens) -> tuple[Speaker, ...]:
        head = head_of(tokens)
        lower = tokens.text.strip(" ,").lower()
        if len(tokens) == 1 and lower in _ME:
            found = self._pronoun(passage, tokens[0], lower)
            return (found,) if found is not None else ()
        part = _PART_OF_NOUN.fullmatch(lower) or _PART.fullmatch(lower)
        if part is not None and (found := self._part(passage, tokens, part)) is not None:
            return (found,)
        if head.lemma_.lower() in self._words.issued:
            return self._issuer(passage, tokens, head)
        if tokens[0].lower_ in _POINTING and len(tokens) == 2:
            found = self._body(passage, tokens, head)
            return (found,) if found is not None else ()
        if head.lemma_.lower() in SPEAKS_FOR and len(tokens) <= 2:
            found = self._spokesman(passage, tokens)
            return (found,) if found is not None else ()
        return ()

    def _near(self, passage: Passage, before: int) -> list[_Said]:
        """Those credited shortly before, the nearest first."""
        number = self._numbers[passage.index]
        near = [one for one in self._said[-12:] if number - one.number <= REACH]
        return [one for one in reversed(near) if one.span.start < before]

    def _pronoun(self, passage: Passage, token: Token, lower: str) -> Speaker | None:
        place = passage.span(token)
        near = self._near(passage, place.start)
        last = near[0] if near else None
        named = self._speakers.mentions.at(place)
        if lower in _HE_SHE:
            return self._he_or_she(named, last, place, lower)
        if lower == "it":
            return self._paper_before(passage, token) or self._it(passage, named, last, place)
        return self._they(passage, token, last) if lower == "they" and named is None else None

    def _paper_before(self, passage: Passage, token: Token) -> Speaker | None:
        """The paper that is the subject of the sentence before: "The report ... But it said"."""
        start = sentence_of(passage, token).start
        if not start:
            return None
        for one in sentence_of(passage, passage.doc[start - 1]):
            if one.dep_ == "nsubj" and one.head.dep_ == "ROOT" and one.pos_ == "NOUN":
                speaker = self._speakers.at(passage.span(_phrase(passage.doc, one)))
                return speaker if speaker is not None and speaker.kind in PAPERS else None
        return None

    def _it(
        self, passage: Passage, named: Named | None, last: _Said | None, place: Span
    ) -> Speaker | None:
        """The paper or body without a name that spoke last, unless another was named since."""
        if last is None or last.speaker.entity is not None or last.speaker.many:
            return None
        if last.speaker.kind not in _BODIES | PAPERS:
            return None
        here = self._numbers[passage.index] == last.number
        if named is not None and (not here or self._between(named.entity.id, last.span, place)):
            return None
        return last.speaker

    def _he_or_she(
        self, named: Named | None, last: _Said | None, place: Span, lower: str
    ) -> Speaker | None:
        """The unnamed person who spoke last, unless another was named since."""
        if last is None or last.speaker.named or not self._one(last.speaker, lower):
            return None
        if named is not None and self._between(named.entity.id, last.span, place):
            return None
        return last.speaker

    def _they(self, passage: Passage, token: Token, last: _Said | None) -> Speaker | None:
        """The people who were the last subject, or spoke last."""
        subject = self._many_before(passage, token)
        group = last if last is not None and last.speaker.many else None
        if subject is not None and (group is None or subject.start > group.span.start):
            return self._speakers.at(subject)
        return group.speaker if group is not None else None

    def _one(self, speaker: Speaker, pronoun: str) -> bool:
        """Whether an unnamed source is one person whom "he" or "she" may mean."""
        return (
            not speaker.many
            and speaker.kind in _SINGLE
            and speaker.head not in _GENDERED[pronoun]
            and speaker.head not in _ME
        )

    def _between(self, entity: str, first: Span, last: Span) -> bool:
        """Whether an entity is named between two places."""
        known = self._speakers.mentions.entity(entity)
        return known is not None and any(
            not mention.inferred and first.start <= mention.span.start < last.start
            for mention in known.mentions
        )

    def _many_before(self, passage: Passage, token: Token) -> Span | None:
        """The people who are the subject of the sentence before: "The researchers counted"."""
        doc = passage.doc
        sentence = sentence_of(passage, token)
        start = sentence.start
        if start == 0:
            number = self._numbers[passage.index]
            if number == 0:
                return None
            passage = self._parsed.passages[number - 1]
            doc, start = passage.doc, len(passage.doc)
        before = sentence_of(passage, doc[start - 1])
        for one in before:
            if one.dep_ in {"nsubj", "nsubjpass"} and one.head.dep_ == "ROOT":
                people = one.tag_ in PLURALS and one.pos_ == "NOUN"
                if people and self._words.human(one.lemma_.lower()):
                    return passage.span(_phrase(doc, one))
        return None

    def _part(self, passage: Passage, tokens: Tokens, words: re.Match[str]) -> Speaker | None:
        """Some of a group that spoke before, if need be one with a certain noun."""
        part, noun = words["part"], words.groupdict().get("noun")
        near = self._near(passage, passage.span(tokens).start)
        many = (one.speaker for one in near if one.speaker.many)
        group = next((one for one in many if noun in {None, one.head, f"{one.head}s"}), None)
        if group is None or group.kind is not SourceKind.UNNAMED_GROUP:
            return None
        name = re.sub(r"^one of ", "", group.name)
        return replace(
            group,
            key=f"{part} {group.key}",
            name=f"{part} of {name}" if " of " not in part else name,
            description=tokens.text.strip(" ,"),
            many=part.rsplit(maxsplit=1)[-1]
            in {"two", "three", "four", "both", "some", "many", "others"},
        )

    def _issuer(self, passage: Passage, tokens: Tokens, head: Token) -> tuple[Speaker, ...]:
        """Whose statement it is: by its own words, or by who made one shortly before."""
        for child in head.children:
            owner = child if child.dep_ == "poss" else None
            if child.lower_ in {"from", "by", "of"}:
                owner = next((one for one in child.children if one.dep_ == "pobj"), None)
            if owner is not None and owner.i >= tokens.start and owner.i < tokens.end:
                span = passage.span(_phrase(passage.doc, owner))
                speaker = self._speakers.at(span)
                if speaker is not None and (speaker.entity or speaker.kind in _BODIES):
                    return (speaker,)
        number, said = self._issued.get(head.lemma_.lower(), (0, ()))
        near = self._numbers[passage.index] - number <= REACH
        return said if near and tokens[0].lower_ in _POINTING else ()

    def _body(self, passage: Passage, tokens: Tokens, head: Token) -> Speaker | None:
        """The organisation that "the firm" means: the last of this kind that was named."""
        place = passage.span(tokens)
        kind = self._words.organisation(head.lower_)
        named = self._speakers.mentions.at(passage.span(head))
        if kind not in _BODIES or head.pos_ != "NOUN" or self._fits(named, head.lower_):
            return None
        for said in self._near(passage, place.start):
            if said.speaker.named and _called(said.speaker, head.lower_, kind):
                return said.speaker
        number = self._numbers[passage.index]
        first = self._parsed.passages[max(0, number - REACH)].block.span.start
        for one in reversed(self._speakers.mentions.over(Span(first, place.start))):
            if one.entity.kind is EntityKind.ORGANISATION and not one.mention.inferred:
                speaker = self._speakers.at(one.mention.span)
                if speaker is not None and _called(speaker, head.lower_, kind):
                    return speaker
        return None

    def _fits(self, named: Named | None, noun: str) -> bool:
        """Whether the entity read behind a noun can be what the noun says."""
        if named is None or noun not in _FIRMS:
            return named is not None
        speaker = self._speakers.at(named.mention.span)
        return speaker is not None and speaker.kind not in INSTITUTIONS | OUTLETS

    def _spokesman(self, passage: Passage, tokens: Tokens) -> Speaker | None:
        """The spokesman of the body that spoke or was named last in this paragraph."""
        speaker = self._speakers.at(passage.span(tokens))
        if speaker is None or speaker.entity is not None or speaker.named:
            return None
        place = passage.span(tokens)
        before = Span(passage.block.span.start, place.start)
        for one in reversed(self._speakers.mentions.over(before)):
            if one.entity.kind is not EntityKind.ORGANISATION:
                continue
            body = self._speakers.at(one.mention.span)
            if body is not None and body.kind in _BODIES:
                name = f"{speaker.head} for {body.name}"
                return replace(
                    speaker,
                    key=f"name {name.lower()}",
                    name=name,
                    kind=self._words.person(f"{name} {body.kind.value}"),
                    behalf=body.name,
                )
        return None


def _called(speaker: Speaker, noun: str, kind: SourceKind | None) -> bool:
    """Whether a noun can mean a body: a general one of its kind, or one of its own words."""
    if speaker.kind is not kind:
        return False
    own = f"{speaker.name} {speaker.description or ''} {speaker.label or ''}".lower().split()
    overseer = noun in _OVERSEERS and bool(_OVERSEERS.intersection(own))
    return noun in _GENERAL or noun in own or overseer


def _phrase(doc: Doc, head: Token) -> Tokens:
    """The whole noun phrase of a head, without a possessive ending."""
    end = head.right_edge.i + 1
    if end - 1 > head.i and doc[end - 1].tag_ == "POS":
        end -= 1
    return doc[head.left_edge.i : end]
