"""What kind of source a phrase without an entity speaks of, and whether it names it."""

from __future__ import annotations

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from according.analysis.sources.source_kinds import INSTITUTIONS, SPEAKS_FOR, SourceWords
from according.analysis.sources.speaker_phrases import to_head
from according.domain.sources import SourceKind

PLURALS = frozenset(("NNS", "NNPS"))
PRONOUNS_OF_MANY = frozenset(("they", "we", "those", "some", "many", "others", "most", "several"))
PAPERS = frozenset({SourceKind.DOCUMENT, SourceKind.ACADEMIC_STUDY})

_INDEFINITE = frozenset(("a", "an", "one", "another", "some", "any"))
_SHARES = frozenset(("percent", "cent", "%", "third", "quarter", "half", "majority", "most"))
"""Heads of phrases such as "twelve percent of voters"."""

_NAMED = frozenset(("PERSON", "NORP", "ORG", "GPE", "LOC", "FAC", "WORK_OF_ART", "LAW", "PRODUCT"))
_SHOWN = frozenset(("see", "obtain", "review", "view", "leak", "share", "cite", "quote", "send"))
"""What outlets do to a document; they are not its authors."""

Told = tuple[SourceKind, bool]
"""A kind, and whether the words name the source."""


def phrase_kind(words: SourceWords, tokens: Tokens, head: Token, *, relay: bool) -> Told:
    """The kind of source a phrase speaks of, and whether it names it."""
    return (
        _unnamed(words, head)
        or _paper(words, tokens, head)
        or _person(words, tokens, head)
        or _other(words, tokens, head, relay=relay)
    )


def _unnamed(words: SourceWords, head: Token) -> Told | None:
    """People told by number, pronoun or a noun for many of them."""
    lemma, plural = head.lemma_.lower(), _plural(head)
    group = (
        head.pos_ in {"NUM", "SYM"}
        or lemma in _SHARES
        or lemma in words.always_unnamed
        or (plural and (lemma in words.unnamed or lemma == "report" or head.pos_ == "PRON"))
        or (_common(head) and words.collective(lemma, _made_of(head)))
    )
    if group:
        return SourceKind.UNNAMED_GROUP, False
    return (SourceKind.PERSON, False) if head.pos_ == "PRON" else None


def _paper(words: SourceWords, tokens: Tokens, head: Token) -> Told | None:
    """A document, named by its author or title."""
    documents = words.institutions[SourceKind.DOCUMENT]
    if head.lemma_.lower() not in documents and head.lower_ not in documents:
        return None
    return SourceKind.DOCUMENT, any(_is_authors(token, head) for token in tokens)


def _person(words: SourceWords, tokens: Tokens, head: Token) -> Told | None:
    """A person, who is no institution whatever name comes first: "a White House official"."""
    lemma = head.lemma_.lower()
    if not _common(head) or not words.human(lemma) or words.heads_institution(lemma):
        return None
    if _plural(head):
        return SourceKind.UNNAMED_GROUP, False
    kind, named = _role(words, tokens, lemma)
    return kind, named and tokens[0].lower_ not in _INDEFINITE


def _other(words: SourceWords, tokens: Tokens, head: Token, *, relay: bool) -> Told:
    indefinite = tokens[0].lower_ in _INDEFINITE
    kind = words.organisation(to_head(tokens, head))
    if kind is not None and head.lemma_.lower() not in SPEAKS_FOR:
        if indefinite:
            return kind, _proper(tokens) and (kind in PAPERS or head.pos_ == "PROPN")
        return kind, _proper(tokens) or kind in INSTITUTIONS
    if head.pos_ == "PROPN" and head.tag_ != "NNPS":
        kind = SourceKind.ONLINE_OUTLET if relay else words.person(tokens.text)
        if len(tokens) > 1 and words.governed(head.text):
            kind = SourceKind.NGO  # the place ends the name of a body: "Anglers UK"
        return kind, not indefinite
    if _plural(head) and head.pos_ != "PROPN":
        return SourceKind.UNNAMED_GROUP, False
    return _role(words, tokens, head.lemma_.lower())


def _role(words: SourceWords, tokens: Tokens, lemma: str) -> Told:
    text, proper = tokens.text, _proper(tokens)
    kind = words.person(text)
    if lemma in SPEAKS_FOR:
        return kind, False
    if kind is SourceKind.PERSON and not words.human(lemma):
        return SourceKind.DOCUMENT, proper  # a thing that says something: a slide, a sign
    return kind, kind is not SourceKind.PERSON and proper and words.holds_office(text)


def _common(head: Token) -> bool:
    """Whether a head is a common noun; in "an FBI agent" it may be read as part of the name."""
    return head.pos_ == "NOUN" or (head.pos_ == "PROPN" and head.text.islower())


def _plural(head: Token) -> bool:
    return head.tag_ in PLURALS or head.lower_ in PRONOUNS_OF_MANY


def _proper(tokens: Tokens) -> bool:
    return any(token.pos_ == "PROPN" or token.ent_type_ in _NAMED for token in tokens)


def _made_of(head: Token) -> str | None:
    """What a noun for many is made of: "experts" in "a panel of experts"."""
    for child in head.children:
        if child.lower_ == "of":
            return next((two.lemma_.lower() for two in child.children), None)
    return None


def _is_authors(token: Token, head: Token) -> bool:
    """Whether a name tells whose document it is, not who showed it: "seen by Foo"."""
    if token.pos_ != "PROPN" and token.ent_type_ not in _NAMED:
        return False
    above = [token, *token.ancestors]
    upto = next((number for number, one in enumerate(above) if one.i == head.i), len(above))
    return not any(one.lemma_.lower() in _SHOWN for one in above[:upto])
