"""Who a speaker's or relay's words stand for: an entity, a body, a document, people unnamed."""

from __future__ import annotations

import re
from dataclasses import dataclass

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from according.analysis.catalogue import Catalogue, plain
from according.analysis.drafts import Parsed, Passage
from according.analysis.mentions import Mentions, Named
from according.analysis.source_kinds import INSTITUTIONS, SPEAKS_FOR, SourceWords
from according.domain.article import BlockKind
from according.domain.entities import Entity, EntityKind
from according.domain.sources import OUTLETS, CatalogueEntry, SourceKind
from according.domain.spans import Span

GOVERNMENT = frozenset({SourceKind.GOVERNMENT_BODY})
ORGANISATIONS = frozenset(SourceKind) - {
    SourceKind.PERSON,
    SourceKind.OFFICIAL,
    SourceKind.UNNAMED_GROUP,
}
_ARTICLES = re.compile(r"^(?:both(?: the)?|the|an?|its|their|his|her|our)(?:\s+|$)", re.IGNORECASE)
_NAME_WORDS = 8
"""Words of the longest name made of a phrase; the whole phrase is kept as description."""

_AMOUNTS = frozenset(
    (
        *("lot", "number", "dozen", "handful", "couple", "score", "hundred", "thousand"),
        *("bunch", "host", "pair", "range", "series", "string", "variety", "all", "both"),
    )
)
"""Heads of phrases whose second noun is who speaks."""

_LEADS = frozenset({BlockKind.HEADLINE, BlockKind.STANDFIRST})

_BODIES = frozenset(("NORP", "GPE", "ORG", "FAC", "PERSON"))

_SHARES = frozenset(("percent", "cent", "%", "third", "quarter", "half", "majority", "most"))
"""Heads of phrases such as "twelve percent of voters"."""

_PLURALS = frozenset(("NNS", "NNPS"))
_PRONOUNS_OF_MANY = frozenset(("they", "we", "those", "some", "many", "others", "most", "several"))


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who is credited at one place.

    `key` is the same for every place that speaks of the same source. `label` is what the article
    calls a known organisation ("state news agency"), `doubtful` that the name fits others too,
    `behalf` the bodies that words for unnamed people name ("US officials"). `head` is the noun of a
    source without a name, `bare` that the headline has it without an article ("study suggests").
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
        head = _head(tokens)
        named = self._named(passage, tokens, head, span)
        if named is not None and named.entity.kind not in {EntityKind.DATE, EntityKind.QUANTITY}:
            return self._entity(passage, named, head, whole or span, relay=relay)
        phrase = passage.tokens(whole) if whole is not None else None
        return self._phrase(passage, phrase or tokens, head, relay=relay)

    def _named(self, passage: Passage, tokens: Tokens, head: Token, span: Span) -> Named | None:
        """The mention over the head; else over a name at the phrase's end ("state agency Foo")."""
        named = self.mentions.at(passage.span(head))
        if named is not None:
            return named
        last = tokens[-1]
        if head.pos_ in {"NOUN", "PROPN"} and last.pos_ == "PROPN" and _names_head(head, last):
            return self.mentions.at(passage.span(last), inside=span)
        return None

    def _entity(
        self, passage: Passage, named: Named, head: Token, span: Span, *, relay: bool
    ) -> Speaker:
        entity = named.entity
        printed = span.of(self.parsed.article.text)
        label = _label(passage, named.mention.span, head, span)
        entry = self._entry(entity, relay=relay)
        kind = self._kind(entity, entry, label, printed, relay=relay)
        name = entity.name
        if entity.kind is EntityKind.PLACE and kind is SourceKind.GOVERNMENT_BODY:
            name = entry.name if entry is not None else f"government of {entity.name}"
            label = printed if plain(printed) != plain(entity.name) else None
        if kind is SourceKind.UNNAMED_GROUP:
            name = _ARTICLES.sub("", printed)
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
        )

    def _entry(self, entity: Entity, *, relay: bool) -> CatalogueEntry | None:
        if entity.kind is EntityKind.PERSON:
            return None
        kinds = GOVERNMENT if entity.kind is EntityKind.PLACE else ORGANISATIONS
        printed = (
            mention.span.of(self.parsed.article.text)
            for mention in entity.mentions
            if not mention.inferred
        )
        for name in dict.fromkeys((entity.name, *printed)):
            found = self.catalogue.match(name, OUTLETS if relay else kinds)
            found = found or self.catalogue.match(name, kinds)
            if found is not None and not self._is_publisher(name):
                return found
        return None

    def _is_publisher(self, name: str) -> bool:
        """Whether a short name ("the Times") is the article's own paper, another one than known."""
        publisher = plain(self.parsed.article.publisher or "")
        return publisher.endswith(f" {plain(name)}")

    def _kind(  # noqa: PLR0911 - one line for each kind of entity
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
        match entity.kind:
            case EntityKind.PERSON:
                return self.words.person(f"{entity.description or ''} {printed}")
            case EntityKind.PLACE if self.words.governed(entity.name):
                return SourceKind.GOVERNMENT_BODY
            case EntityKind.FACILITY:
                return SourceKind.GOVERNMENT_BODY
            case EntityKind.GROUP:
                return told if told is SourceKind.PARTY else SourceKind.UNNAMED_GROUP
            case EntityKind.WORK | EntityKind.LAW | EntityKind.EVENT | EntityKind.PRODUCT:
                return told if told in OUTLETS else SourceKind.DOCUMENT
        told = told or self.words.organisation(f"{entity.description or ''} {label or ''}")
        if relay and told not in OUTLETS:
            return SourceKind.ONLINE_OUTLET if told is None else told
        return told or SourceKind.COMPANY

    def _phrase(
        self, passage: Passage, tokens: Tokens, head: Token, *, relay: bool
    ) -> Speaker | None:
        """A source that no entity stands for: what its head noun and its number tell."""
        printed = tokens.text.strip(" ,“”\"'‘’")
        name = self._own_name(passage, tokens) or _ARTICLES.sub("", _brief(tokens, head))
        if name.startswith(tokens[0].text) and self._is_common(tokens[0]):
            name = name[:1].lower() + name[1:]
        if not plain(name):
            return None
        kind, named = self._phrase_kind(tokens, head, relay=relay)
        proper = any(letter.isupper() for letter in name)
        entry = self.catalogue.match(name, ORGANISATIONS) if named and proper else None
        definite = tokens[0].lower_ == "the" and len(tokens) == 2
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
            bare=passage.block.kind in _LEADS and tokens[0].pos_ not in {"DET", "PRON"},
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
        return f"{_trimmed(rest)} of {_the(owner.entity.name)}"

    def _is_common(self, first: Token) -> bool:
        """Whether a word has its capital only from the beginning of its sentence."""
        if not first.is_sent_start or first.ent_type_ in _BODIES:
            return False
        known = (self.words.unnamed, self.words.people, *self.words.institutions.values())
        forms = {first.lower_, first.lemma_.lower()}
        return (
            first.pos_ in {"NUM", "DET", "ADV"}
            or first.tag_ == "NNS"
            or any(forms & words for words in known)
        )

    def _phrase_kind(  # noqa: PLR0911 - one line for each sort of phrase
        self, tokens: Tokens, head: Token, *, relay: bool
    ) -> tuple[SourceKind, bool]:
        lemma, text = head.lemma_.lower(), tokens.text
        proper = any(token.pos_ == "PROPN" or token.ent_type_ for token in tokens)
        documents = self.words.institutions[SourceKind.DOCUMENT]
        plural = head.tag_ in _PLURALS or head.lower_ in _PRONOUNS_OF_MANY
        if head.pos_ in {"NUM", "SYM"} or lemma in _SHARES:
            return SourceKind.UNNAMED_GROUP, False
        if head.pos_ == "PRON":
            return (SourceKind.UNNAMED_GROUP if plural else SourceKind.PERSON), False
        if lemma in self.words.always_unnamed or (
            plural and (lemma in self.words.unnamed or lemma == "report")
        ):
            return SourceKind.UNNAMED_GROUP, False
        if lemma in documents or head.lower_ in documents:
            return SourceKind.DOCUMENT, proper
        institution = self.words.organisation(_to_head(tokens, head))
        if institution is not None and lemma not in SPEAKS_FOR:
            return institution, proper or institution in INSTITUTIONS
        if head.pos_ == "PROPN" and head.tag_ != "NNPS":
            return (SourceKind.ONLINE_OUTLET if relay else self.words.person(text)), True
        if plural and head.pos_ != "PROPN":
            return SourceKind.UNNAMED_GROUP, False
        return self._role(text, lemma, proper=proper)

    def _role(self, text: str, lemma: str, *, proper: bool) -> tuple[SourceKind, bool]:
        kind = self.words.person(text)
        if lemma in SPEAKS_FOR:
            return kind, False
        if kind is SourceKind.PERSON and not self.words.human(lemma):
            return SourceKind.DOCUMENT, proper  # a thing that says something: a slide, a sign
        return kind, kind is not SourceKind.PERSON and proper and self.words.holds_office(text)


def _head(tokens: Tokens) -> Token:
    """The head of a phrase; of a phrase read as a clause, its last noun."""
    root = tokens.root
    if root.lemma_.lower() in _AMOUNTS:
        # "a lot of people" speaks of people.
        root = next(
            (two for one in root.children if one.lower_ == "of" for two in one.children), root
        )
    if root.pos_ in {"NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ"}:
        return root
    nouns = [token for token in tokens if token.pos_ in {"NOUN", "PROPN", "PRON"}]
    return nouns[-1] if nouns else root


def _names_head(head: Token, last: Token) -> bool:
    """Whether `last` is a name set beside the head: "the news agency Foo"."""
    return last.head == head and last.dep_ in {"appos", "compound", "nmod"} and last.i > head.i


def _label(passage: Passage, mention: Span, head: Token, phrase: Span) -> str | None:
    """What stands before a name and says what it is: "South Korean state news agency" Foo."""
    start = min(phrase.start, passage.span(passage.doc[head.left_edge.i]).start)
    text = passage.doc.text
    base = passage.block.span.start
    label = text[start - base : mention.start - base].strip(" ,“”\"'‘’") if start >= base else ""
    if not re.search(r"\b[a-z]{3,}", _ARTICLES.sub("", label)):
        label = text[mention.end - base : phrase.end - base].lstrip("’'s").strip(' ,“”"‘’')
    label = _ARTICLES.sub("", label)
    return label if re.search(r"\b[a-z]{3,}", label) else None


def _to_head(tokens: Tokens, head: Token) -> str:
    return tokens.doc[tokens.start : max(head.i, tokens.start) + 1].text


def _brief(tokens: Tokens, head: Token) -> str:
    """A phrase short enough for a name: to its head, with what follows unless it is a clause."""
    start = _to_head(tokens, head)
    rest = tokens.text[len(start) :]
    rest = re.split(r"\s(?:who|which|that|whose|where)\b|\s?[,;(–—]", rest, maxsplit=1)[0]
    text = f"{start}{rest}".strip(" ,“”\"'‘’")
    clause = next((one for one in head.rights if one.dep_ in {"acl", "relcl"}), None)
    if len(text.split()) > _NAME_WORDS and clause is not None and clause.left_edge.i > head.i:
        text = tokens.doc[tokens.start : clause.left_edge.i].text.strip(" ,“”\"'‘’")
    if len(text.split()) > _NAME_WORDS:
        text = re.split(r"\s(?:from|in|at|by|with|on|to|for)\s", text, maxsplit=1)[0]
    return " ".join(text.split()[:_NAME_WORDS])


def _trimmed(text: str) -> str:
    """A noun phrase without what follows its nouns: "allies backing Ukraine" keeps "allies"."""
    return re.split(r"\s(?:who|which|that|in|from|with|\w+ing)\b", text, maxsplit=1)[0]


def _the(name: str) -> str:
    return f"the {name}" if re.fullmatch(r"(?:US|UK|UN|EU|United \w+)", name) else name
