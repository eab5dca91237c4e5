"""The parts of the phrases that credit somebody: head, name, label."""

from __future__ import annotations

import re

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from according.analysis.drafts import Passage
from according.domain.spans import Span

ARTICLES = re.compile(r"^(?:both(?: the)?|the|an?|its|their|his|her|our)(?:\s+|$)", re.IGNORECASE)
_NAME_WORDS = 10
"""Words of the longest name made of a phrase; the whole phrase is kept as description."""
_AMOUNTS = frozenset(
    (
        *("lot", "number", "dozen", "handful", "couple", "score", "hundred", "thousand"),
        *("bunch", "host", "pair", "range", "series", "string", "variety", "all", "both"),
    )
)
"""Heads of phrases whose second noun is who speaks."""
_WHEN = re.compile(
    r"\s(?:on|in|last|this|late|early) (?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|week|month"
    r"|year|January|February|March|April|May|June|July|August|September|October|November|December"
    r")\b.*$"
)
"""When a document came out, which is no part of its name."""

_WITH_ARTICLE = re.compile(
    r"(?:US|USA|UK|UN|EU|UAE|DRC|United \w+(?: \w+)?|.*(?:Republic|Islands|Emirates|States|Union)"
    r"|.*\b(?:Republic|Union|Federation|Kingdom|State) of .*|Netherlands|Philippines|Maldives"
    r"|Bahamas|Gambia|Seychelles|Comoros|Vatican|Balkans|Isle of \w+)"
)


def head_of(tokens: Tokens) -> Token:
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


def names_head(head: Token, last: Token) -> bool:
    """Whether `last` is a name set beside the head: "the news agency Foo"."""
    return last.head == head and last.dep_ in {"appos", "compound", "nmod"} and last.i > head.i


def label_of(passage: Passage, mention: Span, head: Token, phrase: Span) -> str | None:
    """What stands before a name and says what it is: "South Korean state news agency" Foo."""
    start = min(phrase.start, passage.span(passage.doc[head.left_edge.i]).start)
    text = passage.doc.text
    base = passage.block.span.start
    label = text[start - base : mention.start - base].strip(" ,“”\"'‘’") if start >= base else ""
    if not re.search(r"\b[a-z]{3,}", ARTICLES.sub("", label)):
        label = text[mention.end - base : phrase.end - base].lstrip("’'s").strip(' ,“”"‘’')
    label = ARTICLES.sub("", label)
    return label if re.search(r"\b[a-z]{3,}", label) else None


def to_head(tokens: Tokens, head: Token) -> str:
    return tokens.doc[tokens.start : max(head.i, tokens.start) + 1].text


def brief(tokens: Tokens, head: Token) -> str:
    """A phrase short enough for a name: to its head, with what follows unless it is a clause."""
    start = to_head(tokens, head)
    rest = tokens.text[len(start) :]
    rest = re.split(r"\s(?:who|which|that|whose|where)\b|\s?[,;(–—]", rest, maxsplit=1)[0]
    text = f"{start}{rest}".strip(" ,“”\"'‘’")
    clause = next((one for one in head.rights if one.dep_ in {"acl", "relcl"}), None)
    if len(text.split()) > _NAME_WORDS and clause is not None and clause.left_edge.i > head.i:
        text = tokens.doc[tokens.start : clause.left_edge.i].text.strip(" ,“”\"'‘’")
    if len(text.split()) > _NAME_WORDS:
        text = re.split(r"\s(?:from|in|at|by|with|on|to|for)\s", text, maxsplit=1)[0]
    return " ".join(_WHEN.sub("", text).split()[:_NAME_WORDS])


def trimmed(text: str) -> str:
    """A noun phrase without what follows its nouns: "allies backing Ukraine" keeps "allies"."""
    return re.split(r"\s(?:who|which|that|in|from|with|\w+ing)\b", text, maxsplit=1)[0]


def the(name: str) -> str:
    """A place's name with the article that running text gives it."""
    return f"the {name}" if _WITH_ARTICLE.fullmatch(name) else name
