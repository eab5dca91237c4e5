"""What a claim is about, as words and entities that can be compared with another claim's."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from spacy.tokens import Token

from according.analysis.drafts import Draft, Parsed
from according.analysis.sources.mentions import Mentions
from according.domain.article import BlockKind
from according.domain.claims import Claim
from according.domain.entities import Entity, EntityKind
from according.domain.spans import Span, hull

_NEGATION = re.compile(
    r"\b(?:not|no|never|nor|none|neither|nobody|without)\b|n[’']t\b", re.IGNORECASE
)
_POINTING = re.compile(r"\W*(?:that|this|it|they|these|those)\W?s?\b")
"""The beginning of a content that is about what was said before."""

_NUMBER = re.compile(r"\d[\d,.]*\d|\d")
STEM = 5
"""Letters that two words of one family at least begin with: "inspected", "inspection"."""

_AS = "verb-as"
"""How the rule is called that reads "dismissed the study as noise"."""

_SEVERAL = frozenset(("these", "those", "them"))
_TELLING = frozenset(("NOUN", "VERB", "PROPN", "ADJ", "NUM"))
_ADDED = frozenset(("advcl", "xcomp", "ccomp", "prep", "conj", "dep"))
_UNTOLD = frozenset({EntityKind.DATE, EntityKind.QUANTITY})

Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class LinkWords:
    """The word lists of `links.toml`: lemmas in small letters."""

    denies: Words
    disputes: Words
    confirms: Words
    declines: Words
    comment: Words
    accuses: Words
    suggests: Words
    anaphors: Words
    misdeeds: Words
    general: Words
    requests: Words
    falsehoods: Words
    papers: Words
    figures: Words
    researchers: Words
    charges: Words


def load_link_words(path: Path) -> LinkWords:
    """The lists in a file such as `resources/words/links.toml`."""
    lists = tomllib.loads(path.read_text(encoding="utf-8"))
    return LinkWords(**{name: frozenset(words) for name, words in lists.items()})


@dataclass(frozen=True, slots=True, eq=False)
class Topic:
    """One claim made comparable.

    `words` are the telling lemmas of the content and `entities` the ids of whom it names, each
    with its place; `about` also holds whom the words between cue and content name, such as the
    accused in "accused X of ...". `head` is the lemma of the content's head, `speakers` those of
    the words for who says it. `negated` says that the content has a negation, `falsehood` that it
    calls a claim false; `cue` is the cue in small letters. `outer` are the verb and the object that
    the cue depends on: "disputed that" of "disputed that, saying ...". `owners` are the lemmas of
    those whose claim the content speaks of: "council" of "the council's claim", and "his" of "his
    account". `many` says that several claims are pointed to; `told_until` is where the verdict of
    "dismissed it as noise" begins; `numbers` are the printed figures.
    """

    number: int
    claim: Claim
    draft: Draft
    passage: int
    block: BlockKind
    words: Mapping[str, Span]
    entities: Mapping[str, Span]
    about: Words
    head: str
    cue: str
    size: int
    negated: bool = False
    falsehood: bool = False
    speakers: Words = frozenset()
    outer: tuple[str, str] | None = None
    owners: Words = frozenset()
    many: bool = False
    told_until: int | None = None
    numbers: Words = frozenset()

    @property
    def lead(self) -> bool:
        """Whether the claim stands in the headline or the standfirst."""
        return self.block in {BlockKind.HEADLINE, BlockKind.STANDFIRST}

    def shared(self, other: Topic) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The words and the entities that both claims have."""
        return (
            tuple(word for word in self.words if other.has(word)),
            tuple(entity for entity in self.entities if entity in other.entities),
        )

    def has(self, word: str) -> bool:
        """Whether the content has a word, or one of its family."""
        return word in self.words or any(_akin(word, mine) for mine in self.words)

    def likeness(self, other: Topic) -> float:
        """How much of the smaller content stands in the other, from 0 to 1."""
        words, entities = self.shared(other)
        smaller = min(len(self.words) + len(self.entities), len(other.words) + len(other.entities))
        return (len(words) + len(entities)) / smaller if smaller else 0.0


def topics(
    parsed: Parsed,
    drafts: Sequence[Draft],
    claims: Sequence[Claim],
    mentions: Mentions,
    words: LinkWords,
) -> tuple[Topic, ...]:
    """One topic for each claim, in text order."""
    numbers = {passage.index: number for number, passage in enumerate(parsed.passages)}
    found: list[Topic] = []
    for draft, claim in zip(drafts, claims, strict=True):
        passage = parsed.passage_at(claim.start)
        if passage is None:
            continue
        told, entities = _told(parsed, claim, mentions, words)
        head = _head(parsed, claim)
        found.append(
            Topic(
                number=len(found),
                claim=claim,
                draft=draft,
                passage=numbers[passage.index],
                block=passage.block.kind,
                words=told,
                entities=entities,
                about=frozenset(entities) | _between(draft, mentions),
                head=head.lemma_.lower() if head is not None else "",
                cue=" ".join(span.of(parsed.article.text).lower() for span in draft.cue),
                size=sum(len(span) for span in claim.content),
                negated=bool(_NEGATION.search(claim.text)),
                falsehood=_falsehood(claim, told, words),
                speakers=_speakers(parsed, draft),
                outer=_outer(parsed, draft),
                owners=_owners(parsed, claim),
                told_until=_verdict(parsed, draft),
                many=_many(parsed, claim, words),
                numbers=frozenset(_NUMBER.findall(claim.text)),
            )
        )
    return tuple(found)


def _falsehood(claim: Claim, told: Mapping[str, Span], words: LinkWords) -> bool:
    """Whether a claim calls another false: "the claim is baseless", "called it a lie"."""
    lowered = claim.text.lower()
    of_claim = bool((words.anaphors | words.papers) & told.keys()) or bool(_POINTING.match(lowered))
    return of_claim and any(
        re.search(rf"\b{re.escape(word)}\b", lowered) for word in words.falsehoods
    )


def _told(
    parsed: Parsed, claim: Claim, mentions: Mentions, words: LinkWords
) -> tuple[dict[str, Span], dict[str, Span]]:
    """The telling lemmas of a content that are no names, and the entities that it names."""
    entities: dict[str, Span] = {}
    named: list[Span] = []
    for mention in mentions.within(claim.content):
        if mention.entity.kind in _UNTOLD:
            continue
        named.append(mention.mention.span)
        for entity in _one(mentions, mention.entity):
            entities.setdefault(entity.id, mention.mention.span)
    hedges = claim.certainty.words
    lemmas: dict[str, Span] = {}
    for span, token in _tokens(parsed, claim):
        if not any(span.overlaps(other) for other in (*named, *hedges)):
            lemma = token.lemma_.lower()
            if token.pos_ in _TELLING and not token.is_stop and lemma not in words.general:
                lemmas.setdefault(lemma, span)
    return lemmas, entities


def _one(mentions: Mentions, entity: Entity) -> tuple[Entity, ...]:
    """A people counts as its country, so that "North Korean" and "North Korea" are one."""
    if entity.kind is not EntityKind.GROUP:
        return (entity,)
    places = [other for other in mentions.related(entity) if other.kind is EntityKind.PLACE]
    return tuple(places) or (entity,)


def _tokens(parsed: Parsed, claim: Claim) -> list[tuple[Span, Token]]:
    found: list[tuple[Span, Token]] = []
    for span in claim.content:
        for passage in parsed.passages_over(span):
            tokens = passage.tokens(span)
            if tokens is not None:
                found.extend((passage.span(token), token) for token in tokens)
    return found


def _between(draft: Draft, mentions: Mentions) -> Words:
    """Whom the words from cue to content name, the source left out."""
    if not draft.cue or draft.carried:
        return frozenset()
    reach = hull((*draft.cue, draft.content[0]))
    named = mentions.within((reach,))
    return frozenset(
        entity.id
        for one in named
        if not any(one.mention.span.overlaps(source) for source in draft.source)
        for entity in _one(mentions, one.entity)
    )


def _speakers(parsed: Parsed, draft: Draft) -> Words:
    """The lemmas of the nouns for who says it, and in what: "army", "said in a report"."""
    found = set()
    for span in draft.speakers or draft.source:
        passage = parsed.passage_at(span.start)
        tokens = passage.tokens(span) if passage is not None else None
        if tokens is not None and tokens.root.pos_ == "NOUN":
            found.add(tokens.root.lemma_.lower())
    return frozenset(found | _paper(parsed, draft))


def _paper(parsed: Parsed, draft: Draft) -> set[str]:
    if not draft.cue or draft.carried:
        return set()
    passage = parsed.passage_at(draft.cue[0].start)
    tokens = passage.tokens(draft.cue[0]) if passage is not None else None
    return {
        noun.lemma_.lower()
        for child in (tokens.root.children if tokens is not None else ())
        if child.lower_ == "in"
        for noun in child.children
        if noun.dep_ == "pobj"
    }


def _owners(parsed: Parsed, claim: Claim) -> Words:
    return frozenset(
        token.lemma_.lower()
        for _, token in _tokens(parsed, claim)
        if token.dep_ == "poss" and token.pos_ in {"NOUN", "PRON"}
    )


def _outer(parsed: Parsed, draft: Draft) -> tuple[str, str] | None:
    """The verb that a participle such as "saying" goes with, and the head of its object."""
    if not draft.cue or draft.carried:
        return None
    passage = parsed.passage_at(draft.cue[0].start)
    tokens = passage.tokens(draft.cue[0]) if passage is not None else None
    if tokens is None or tokens.root.tag_ != "VBG" or tokens.root.dep_ not in _ADDED:
        return None
    verb = tokens.root.head
    for child in verb.children:
        if child.dep_ in {"dobj", "pobj", "nsubjpass"}:
            return verb.lemma_.lower(), child.lemma_.lower()
    return None


def _head(parsed: Parsed, claim: Claim) -> Token | None:
    passage = parsed.passage_at(claim.start)
    tokens = passage.tokens(claim.content[0]) if passage is not None else None
    if tokens is None:
        return None
    telling = [token for token in tokens if token.is_alpha]
    return tokens.root if len(telling) != 1 else telling[0]


def _many(parsed: Parsed, claim: Claim, words: LinkWords) -> bool:
    """Whether a content that points back points to several claims."""
    pointing = words.anaphors | words.misdeeds | words.papers
    return any(
        token.lower_ in _SEVERAL or (token.tag_ == "NNS" and token.lemma_.lower() in pointing)
        for _, token in _tokens(parsed, claim)
    )


def _verdict(parsed: Parsed, draft: Draft) -> int | None:
    if not draft.origin.startswith(_AS):
        return None
    text = parsed.article.text
    for span in draft.content:
        at = text.find(" as ", span.start, span.end)
        if at >= 0:
            return at
    return None


def _akin(one: str, other: str) -> bool:
    """Whether two words are of one family, as far as their beginnings tell."""
    least = max(STEM, min(len(one), len(other)) - 1)
    return one[:least] == other[:least] and min(len(one), len(other)) >= least
