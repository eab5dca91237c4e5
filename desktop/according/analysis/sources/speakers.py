"""Who a speaker's or relay's words stand for: an entity, a body, a document, people unnamed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import takewhile

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from according.analysis.drafts import Parsed, Passage
from according.analysis.sources.catalogue import Catalogue
from according.analysis.sources.mentions import Mentions, Named
from according.analysis.sources.phrase_kinds import (
    PAPERS,
    PLURALS,
    PRONOUNS_OF_MANY,
    phrase_kind,
)
from according.analysis.sources.source_kinds import SourceWords
from according.analysis.sources.speaker_phrases import (
    ARTICLES,
    brief,
    head_of,
    label_of,
    names_head,
    the,
    trimmed,
)
from according.domain.article import BlockKind
from according.domain.entities import Entity, EntityKind
from according.domain.sources import OUTLETS, CatalogueEntry, SourceKind, domain_in, plain
from according.domain.spans import Span

GOVERNMENT = frozenset({SourceKind.GOVERNMENT_BODY})
ORGANISATIONS = frozenset(SourceKind) - {
    SourceKind.PERSON,
    SourceKind.OFFICIAL,
    SourceKind.UNNAMED_GROUP,
}
_FORMS = frozenset(("plc", "inc", "ltd", "llc", "llp", "corp", "co", "ag", "gmbh", "sa", "nv"))
"""Legal forms that end a firm's name and may stand outside what is read as the name."""

_CAUSE = re.compile(r"\s(?:for|against|without|of)\s")

REACH = 40
"""Code points before a name in which it is said whose it is."""

OWNER_MOST = 3
"""Words that say so, at most: "the Central African Republic's"."""

_LEADS = frozenset({BlockKind.HEADLINE, BlockKind.STANDFIRST})

_BODIES = frozenset(("NORP", "GPE", "ORG", "FAC", "PERSON"))


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who is credited at one place.

    `key` is the same for every place that speaks of the same source. `label` is what the article
    calls a known organisation ("state news agency"), `doubtful` that the name fits others too,
    `behalf` the bodies that words for unnamed people name ("US officials"). `head` is the noun of a
    source without a name, `bare` that it stands in the headline, `many` that it is several people,
    `proper` the names within the phrase. `candidates` are entries of the catalogue that the name
    may mean.
    """

    key: str
    name: str
    kind: SourceKind
    named: bool
    entity: str | None = None
    description: str | None = None
    entry: CatalogueEntry | None = None
    label: str | None = None
    doubtful: bool = False
    behalf: str | None = None
    head: str = ""
    bare: bool = False
    many: bool = False
    proper: frozenset[str] = frozenset()
    candidates: tuple[CatalogueEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class Speakers:
    """Resolves spans of one article to speakers."""

    parsed: Parsed
    mentions: Mentions
    catalogue: Catalogue
    words: SourceWords

    def at(self, span: Span, *, whole: Span | None = None, relay: bool = False) -> Speaker | None:
        """Who the words at `span` stand for; None where the story has no such words.

        `whole` is the phrase they begin: "two people" of "two people familiar with the deal".
        """
        passage = self.parsed.passage_at(span.start)
        tokens = passage.tokens(span) if passage is not None else None
        if passage is None or tokens is None or not len(tokens):
            return None
        head = head_of(tokens)
        named = self._named(passage, tokens, head, span)
        if named is not None and self._speaks(named) and not _is_tail(passage, named, tokens):
            return self._entity(passage, named, head, whole or span, relay=relay)
        phrase = passage.tokens(whole) if whole is not None else None
        return self._phrase(passage, phrase or tokens, head, relay=relay)

    def _speaks(self, named: Named) -> bool:
        """Whether an entity can be credited; "the government" of a continent is none of it."""
        entity = named.entity
        if entity.kind is EntityKind.PLACE and named.mention.inferred:
            return self.words.governed(entity.name) or self._entry(entity, relay=False) is not None
        return entity.kind not in {EntityKind.DATE, EntityKind.QUANTITY}

    def _named(self, passage: Passage, tokens: Tokens, head: Token, span: Span) -> Named | None:
        """The mention over the head; else over a name at the phrase's end ("state agency Foo")."""
        named = self.mentions.at(passage.span(head))
        if named is not None:
            return named
        if head.lower_.strip(".") in _FORMS and head.i > tokens.start:
            return self.mentions.at(passage.span(head.doc[head.i - 1]), inside=span)
        last = tokens[-1]
        printed = last.pos_ == "PROPN" or last.text[:1].isupper()
        if head.pos_ in {"NOUN", "PROPN"} and printed and names_head(head, last):
            return self.mentions.at(passage.span(last), inside=span)
        return None

    def _entity(
        self, passage: Passage, named: Named, head: Token, span: Span, *, relay: bool
    ) -> Speaker:
        entity = named.entity
        printed = span.of(self.parsed.article.text)
        label = label_of(passage, named.mention.span, head, span)
        entry = self._entry(entity, relay=relay)
        kind = self._kind(entity, entry, label, printed, relay=relay)
        name = entity.name
        if entity.kind is EntityKind.PLACE and kind is SourceKind.GOVERNMENT_BODY:
            name = entry.name if entry is not None else f"government of {the(entity.name)}"
            label = printed if plain(printed) != plain(entity.name) else None
        elif entry is not None and self.catalogue.match(name) is None:
            # Known by whose it is: so is it called.
            name = next((one for one in self._owned(entity) if self._known(one, entry)), name)
        if kind is SourceKind.UNNAMED_GROUP:
            name = ARTICLES.sub("", printed)
        body = entry is None and entity.kind is not EntityKind.PERSON
        return Speaker(
            key=f"entity {entity.id}" if kind is not SourceKind.UNNAMED_GROUP else f"name {name}",
            name=name,
            kind=kind,
            named=kind is not SourceKind.UNNAMED_GROUP,
            entity=entity.id,
            description=(entity.description or label or "").strip() or None,
            entry=entry,
            label=label if kind in OUTLETS else None,
            doubtful=named.mention.doubtful,
            candidates=self._candidates(entity.name, kind) if body else (),
        )

    def _candidates(self, name: str, kind: SourceKind) -> tuple[CatalogueEntry, ...]:
        """The entries that the name of a body may mean, where it is none of them for sure."""
        if kind not in ORGANISATIONS or self._is_publisher(name):
            return ()
        return self.catalogue.candidates(name, OUTLETS if kind in OUTLETS else kind)

    def _entry(self, entity: Entity, *, relay: bool) -> CatalogueEntry | None:
        if entity.kind is EntityKind.PERSON:
            return None
        kinds = GOVERNMENT if entity.kind is EntityKind.PLACE else ORGANISATIONS
        printed = (
            mention.span.of(self.parsed.article.text)
            for mention in entity.mentions
            if not mention.inferred
        )
        for name in dict.fromkeys((entity.name, *printed, *self._owned(entity))):
            found = self.catalogue.match(name, OUTLETS if relay else kinds)
            found = found or self.catalogue.match(name, kinds)
            if found is not None and not self._is_publisher(name):
                return found
        return None

    def _owned(self, entity: Entity) -> list[str]:
        """Its names with the words before them that may say whose it is, the fewest first."""
        text = self.parsed.article.text
        owned: list[str] = []
        for mention in entity.mentions:
            start = mention.span.start
            words = () if mention.inferred else text[max(0, start - REACH) : start].split()
            before = list(takewhile(lambda word: word[0].isupper(), reversed(words)))[:OWNER_MOST]
            owned += (
                " ".join((*before[:count][::-1], mention.span.of(text)))
                for count in range(1, len(before) + 1)
            )
        return owned

    def _known(self, name: str, entry: CatalogueEntry) -> bool:
        found = self.catalogue.match(name)
        return found is not None and found.id == entry.id

    def _is_publisher(self, name: str) -> bool:
        """Whether a short name ("the Times") is the article's own paper, another one than known."""
        publisher = plain(self.parsed.article.publisher or "")
        return publisher.endswith(f" {plain(name)}")

    def _kind(  # noqa: C901, PLR0911 - one line for each kind of entity
        self,
        entity: Entity,
        entry: CatalogueEntry | None,
        label: str | None,
        printed: str,
        *,
        relay: bool,
    ) -> SourceKind:
        if entry is not None:
            return entry.kind
        told = self.words.organisation(entity.name)
        if told is not None and self.words.no_person(entity.name):
            return told
        if entity.kind is not EntityKind.PERSON and self._describes_person(entity, label):
            return self.words.person(f"{entity.description or ''} {printed}")
        match entity.kind:
            case EntityKind.PERSON:
                return self.words.person(f"{entity.description or ''} {printed}")
            case EntityKind.PLACE if self.words.governed(entity.name):
                return SourceKind.GOVERNMENT_BODY
            case EntityKind.FACILITY:
                return told or SourceKind.GOVERNMENT_BODY
            case EntityKind.GROUP:
                return told if told is SourceKind.PARTY else SourceKind.UNNAMED_GROUP
            case EntityKind.WORK | EntityKind.LAW | EntityKind.EVENT | EntityKind.PRODUCT:
                return told if told in OUTLETS else SourceKind.DOCUMENT
        described = f"{entity.description or ''} {label or ''} {self._called(entity)}"
        told = told or self.words.organisation(described)
        if relay and told not in OUTLETS:
            return SourceKind.ONLINE_OUTLET if told is None else told
        if told is not None:
            return told
        if domain_in(entity.name) is not None:
            return SourceKind.ONLINE_OUTLET
        # Bodies that name their cause or members are rarely firms: "Parents for Clean Air".
        return SourceKind.NGO if _CAUSE.search(entity.name) else SourceKind.COMPANY

    def _describes_person(self, entity: Entity, label: str | None) -> bool:
        """Whether what the article says of an entity is a role that only a person has."""
        told = entity.description or ARTICLES.sub("", label or "")
        last = re.split(r" (?:of|for|at) ", told.lower(), maxsplit=1)[0].split()
        return bool(last) and self.words.human(last[-1]) and not self.words.organisation(last[-1])

    def _called(self, entity: Entity) -> str:
        """What the article calls an organisation elsewhere: "the company"."""
        text = self.parsed.article.text
        return " ".join(
            mention.span.of(text)
            for mention in entity.mentions
            if mention.inferred and entity.kind is EntityKind.ORGANISATION
        )

    def _phrase(
        self, passage: Passage, tokens: Tokens, head: Token, *, relay: bool
    ) -> Speaker | None:
        """A source that no entity stands for: what its head noun and its number tell."""
        printed = tokens.text.strip(" ,“”\"'‘’")
        name = self._own_name(passage, tokens) or self._behind_label(tokens, relay=relay)
        name = name or ARTICLES.sub("", brief(tokens, head))
        common = head.pos_ != "PROPN" and self._is_common(tokens[0])
        if common and name.startswith(tokens[0].text):
            name = name[:1].lower() + name[1:]
        if not plain(name):
            return None
        kind, named = phrase_kind(self.words, tokens, head, relay=relay)
        proper = any(letter.isupper() for letter in name)
        if len(tokens) == 1 and head.like_url:
            named, kind = True, kind if kind in OUTLETS else SourceKind.ONLINE_OUTLET
            proper = True
        entry = self.catalogue.match(name, ORGANISATIONS) if named and proper else None
        proper_names = frozenset(
            token.lower_ for token in tokens if token.pos_ == "PROPN" and token.i != head.i
        )
        definite = tokens[0].lower_ in {"the", "this", "that"} and (
            len(tokens) == 2 or (kind in PAPERS and tokens[0].i < head.i)
        )
        return Speaker(
            key=f"head {head.lemma_.lower()}" if definite else f"name {plain(name)}",
            name=entry.name if entry is not None else name,
            kind=entry.kind if entry is not None else kind,
            named=named,
            description=printed if not named or printed != name else None,
            entry=entry,
            behalf=", ".join(entity.text for entity in tokens.ents if entity.label_ in _BODIES)
            or None,
            head=head.lemma_.lower(),
            bare=passage.block.kind in _LEADS and tokens[0].lower_ not in {"the", "this", "that"},
            many=head.tag_ in PLURALS or head.lower_ in PRONOUNS_OF_MANY,
            proper=proper_names,
            candidates=self._candidates(name, kind) if named and proper and not entry else (),
        )

    def _own_name(self, passage: Passage, tokens: Tokens) -> str | None:
        """The phrase with a pronoun in it replaced by whom it stands for: "its allies"."""
        first = tokens[0]
        if first.tag_ != "PRP$":
            return None
        owner = self.mentions.at(passage.span(first))
        rest = tokens[1:].text.strip()
        if owner is None or not rest:
            return None
        return f"{trimmed(rest)} of {the(owner.entity.name)}"

    def _behind_label(self, tokens: Tokens, *, relay: bool) -> str | None:
        """The name of an outlet without its label: "the business daily Correio do Porto"."""
        if not relay:
            return None
        labels = [
            token.i
            for token in tokens
            if token.is_lower and self.words.organisation(token.lower_) in OUTLETS
        ]
        name = tokens.doc[labels[-1] + 1 : tokens.end] if labels else None
        if name is None or not len(name):
            return None
        return name.text if name[0].text[0].isupper() and name[-1].text[0].isupper() else None

    def _is_common(self, first: Token) -> bool:
        """Whether a word has its capital only from the beginning of its sentence."""
        if not first.is_sent_start or first.ent_type_ in _BODIES:
            return False
        known = (self.words.unnamed, self.words.people, *self.words.institutions.values())
        forms = {first.lower_, first.lemma_.lower()}
        return (
            first.pos_ in {"NUM", "DET", "ADV"}
            or (first.pos_ in {"NOUN", "ADJ"} and first.head.text.islower())
            or first.tag_ == "NNS"
            or any(forms & words for words in known)
        )


def _is_tail(passage: Passage, named: Named, tokens: Tokens) -> bool:
    """Whether a place only ends the name of a body: "Anglers UK"."""
    place = passage.tokens(named.mention.span)
    if named.entity.kind is not EntityKind.PLACE or place is None or place.start <= tokens.start:
        return False
    before = passage.doc[place.start - 1]
    return before.pos_ == "PROPN" or before.tag_ == "POS"
