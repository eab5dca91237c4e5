"""Whether a source has a side in the matter of a claim, with the reason in the article's words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from according.analysis.drafts import Draft, Parsed
from according.analysis.sources.allegiances import Allegiance
from according.analysis.sources.disputes import Dispute
from according.analysis.sources.interests import Side, beside, tied
from according.analysis.sources.mentions import Mentions
from according.analysis.sources.standing_words import StandingWords
from according.domain.claims import Claim, Quotation, Stance
from according.domain.entities import EntityKind
from according.domain.sources import Source, SourceKind
from according.domain.spans import Span, hull

SHORT = 60
"""Code points of the longest words of the article that a reason repeats."""

ANSWERS_WITHIN = 2
"""Paragraphs after an accusation in which the accused is taken to speak of it."""

_OUR = re.compile(r"\b[Oo]ur [\w-]+")

_TOPICAL = frozenset(("nsubj", "nsubjpass", "dobj", "poss", "ROOT", "conj", "agent"))

_ACTING = frozenset(
    {
        SourceKind.OFFICIAL,
        SourceKind.GOVERNMENT_BODY,
        SourceKind.MILITARY_OR_INTELLIGENCE,
        SourceKind.INTERGOVERNMENTAL,
        SourceKind.PARTY,
    }
)


@dataclass(frozen=True, slots=True)
class Matter:
    """What decides stances in one article.

    `parties` are the states in a conflict with the words that say so, `accusing` the lemmas of
    cues that accuse, `disputes` the accusations that the article tells of, `paid` the sources of
    which the article says who paid, `numbers` the order of the paragraphs.
    """

    parsed: Parsed
    mentions: Mentions
    allegiances: Mapping[str, Allegiance]
    parties: Mapping[str, Span]
    accusing: frozenset[str]
    words: StandingWords
    disputes: tuple[Dispute, ...] = ()
    paid: Mapping[str, Side] = field(default_factory=dict)
    numbers: Mapping[int, int] = field(default_factory=dict)

    def side(
        self, claim: Claim, draft: Draft, source: Source, printed: Span | None, *, denies: bool
    ) -> Side:
        """How a source stands to the matter of a claim, which may deny those of others."""
        text = self.parsed.article.text
        said = self._said_of(printed) if printed is not None else None
        tie = said or tied(text, draft, source, printed, self.words)
        paid = tie or beside(text, draft) or self.paid.get(source.id)
        if paid is not None:
            return paid
        own = self.allegiances.get(source.id, {})
        if source.kind is SourceKind.UNNAMED_GROUP:
            return self._of_own(claim, source, own) or Side()
        return (
            self._named(claim, source, own)
            or self._in_conflict(claim, draft, source, own)
            or (self._accused(draft, claim) if denies else None)
            or self._accusing(draft, source)
            or self._disputing(claim, source, own)
            or self._charged(claim, own)
            or self._of_own(claim, source, own)
            or Side()
        )

    def _charged(self, claim: Claim, own: Allegiance) -> Side | None:
        """The source, or whom it speaks for, has just been accused."""
        passage = self.parsed.passage_at(claim.start)
        if passage is None:
            return None
        for dispute in self.disputes:
            if dispute.target not in own or dispute.named is None:
                continue
            if 0 <= self.numbers.get(passage.index, 0) - dispute.passage <= ANSWERS_WITHIN:
                words = tuple(sorted((dispute.cue, dispute.named)))
                text = self.parsed.article.text
                told = hull(words).of(text) if len(hull(words)) <= SHORT else words[0].of(text)
                return Side(Stance.PARTY, f"is accused here: “{told}”", words)
        return None

    def _of_own(self, claim: Claim, source: Source, own: Allegiance) -> Side | None:
        """A firm, or who speaks for it, on what it calls its own: "our batteries"."""
        if claim.quotation not in {Quotation.DIRECT, Quotation.MIXED}:
            return None
        speaks = self.words.voices.search(source.description or "") or any(
            entity != source.entity and self._is_body(entity) for entity in own
        )
        if source.kind is not SourceKind.COMPANY and (source.kind in _ACTING or not speaks):
            return None
        for span in claim.content:
            if match := _OUR.search(span.of(self.parsed.article.text)):
                place = Span(match.start(), match.end()).shifted(span.start)
                return Side(Stance.INTERESTED, f"speaks of its own: “{match.group()}”", (place,))
        return None

    def _is_body(self, id_: str) -> bool:
        entity = self.mentions.entity(id_)
        return entity is not None and entity.kind is EntityKind.ORGANISATION

    def _said_of(self, printed: Span) -> Side | None:
        """What the words for a source say of its side: "its allies", "independent experts"."""
        text = printed.of(self.parsed.article.text)
        lowered = text.lower()
        if self.words.not_independent.search(text):
            return None
        for stance, words in (
            (Stance.ALLY, self.words.allies),
            (Stance.ADVERSARY, self.words.adversaries),
            (Stance.INDEPENDENT, self.words.independents),
        ):
            for word in re.finditer(r"[a-z]+", lowered):
                if _singular(word.group()) in words:
                    return Side(stance, f"called “{text}” here", (printed,))
        return None

    def _named(self, claim: Claim, source: Source, own: Allegiance) -> Side | None:
        """The source, or the state it speaks for, is named in the claim as more than a place."""
        for named in self.mentions.within(claim.content):
            for entity in self.mentions.related(named.entity):
                place = named.mention.span
                if entity.id not in own or not self._acts(place):
                    continue
                told = place.of(self.parsed.article.text)
                if entity.id == source.entity:
                    if not self._is_subject(place):
                        continue
                    interested = source.kind is SourceKind.COMPANY
                    if source.kind in {SourceKind.PERSON, SourceKind.OFFICIAL}:
                        continue  # that people speak of themselves is no side in a matter
                    return Side(
                        Stance.INTERESTED if interested else Stance.PARTY,
                        f"the claim is about “{told}” itself",
                        (place,),
                    )
                stance = Stance.PARTY if source.kind in _ACTING else Stance.INTERESTED
                return Side(stance, f"speaks for {entity.name}, named in the claim", (place,))
        return None

    def _acts(self, place: Span) -> bool:
        """Whether a name stands for who acts or is acted on, not for where something is."""
        passage = self.parsed.passage_at(place.start)
        tokens = passage.tokens(place) if passage is not None else None
        if tokens is None:
            return False
        root = tokens.root
        where = root.dep_ == "pobj" and root.head.lower_ in {"in", "at", "near", "across", "into"}
        people = root.dep_ == "amod" and root.head.lemma_.lower() in self.words.civil
        return not where and not people

    def _is_subject(self, place: Span) -> bool:
        """Whether the content is about this name, not only about something called after it."""
        passage = self.parsed.passage_at(place.start)
        tokens = passage.tokens(place) if passage is not None else None
        return tokens is not None and tokens.root.dep_ in _TOPICAL

    def _in_conflict(
        self, claim: Claim, draft: Draft, source: Source, own: Allegiance
    ) -> Side | None:
        """The source speaks for a state in a conflict, and the claim is about that conflict."""
        sides = [entity for entity in own if entity in self.parties]
        if not sides or source.kind not in _ACTING:
            return None
        reach = (hull((*draft.cue, *claim.content)),) if not draft.carried else claim.content
        others = [
            entity
            for entity in self.mentions.places(reach)
            if entity in self.parties and entity not in own
        ]
        if not others and not self._military(claim):
            return None
        words = self.parties[sides[0]]
        told = words.of(self.parsed.article.text)
        return Side(Stance.PARTY, f"speaks for {self._name(sides[0])}: “{told}”", (words,))

    def _military(self, claim: Claim) -> bool:
        for span in claim.content:
            passage = self.parsed.passage_at(span.start)
            tokens = passage.tokens(span) if passage is not None else None
            if tokens is not None and any(
                token.lemma_.lower() in self.words.matters for token in tokens
            ):
                return True
        return False

    def _accused(self, draft: Draft, claim: Claim) -> Side:
        words = (*draft.cue, *claim.content)
        text = self.parsed.article.text
        whole = hull(words)
        short = len(whole) <= SHORT and draft.cue and draft.cue[0] < claim.content[0]
        content = claim.text.strip(' ,.“”"')
        told = content if len(content) <= SHORT else " ".join(span.of(text) for span in draft.cue)
        if short:
            told = whole.of(text)
        return Side(Stance.PARTY, f"answers what is said of it: “{told}”", words)

    def _accusing(self, draft: Draft, source: Source) -> Side | None:
        lemma = draft.lemma.lower().split()[0] if draft.lemma else ""
        if lemma not in self.accusing or source.kind not in _ACTING or not draft.cue:
            return None
        told = draft.cue[0].of(self.parsed.article.text)
        return Side(Stance.PARTY, f"makes the accusation: “{told}”", draft.cue[:1])

    def _disputing(self, claim: Claim, source: Source, own: Allegiance) -> Side | None:
        """The source speaks for one side of a dispute, and the claim names the other."""
        if source.kind not in _ACTING:
            return None
        named = self.mentions.places(claim.content)
        for dispute in self.disputes:
            told = f"“{dispute.cue.of(self.parsed.article.text)}”"
            for mine, its, reason in (
                (dispute.accusers, dispute.accused, f"which makes an accusation here: {told}"),
                (dispute.accused, dispute.accusers, f"which is accused here: {told}"),
            ):
                sides = [entity for entity in own if entity in mine]
                if sides and its & named.keys():
                    return Side(
                        Stance.PARTY, f"speaks for {self._name(sides[0])}, {reason}", (dispute.cue,)
                    )
        return None

    def _name(self, id_: str) -> str:
        entity = self.mentions.entity(id_)
        return entity.name if entity is not None else "a side"


def _singular(word: str) -> str:
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    return word.removesuffix("s")
