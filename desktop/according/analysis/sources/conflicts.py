"""The conflicts an article speaks of and the states that are parties to them by its words."""

from __future__ import annotations

from collections.abc import Collection

from spacy.tokens import Token

from according.analysis.drafts import Parsed, Passage
from according.analysis.sources.mentions import Mentions
from according.domain.spans import Span

_JOINING = frozenset(("in", "on", "against", "with", "between", "of", "by", "into"))
_OWNING = frozenset(("poss", "compound", "amod", "nmod"))


def conflict_parties(
    parsed: Parsed, mentions: Mentions, conflicts: Collection[str]
) -> dict[str, Span]:
    """The states that stand with a word for conflict, each with the first words that say so.

    "The war in Foo", "the Foo war" and "Foo's invasion" make Foo a party; the words of the
    headline count as any others.
    """
    found: dict[str, Span] = {}
    for passage in parsed.passages:
        for token in passage.doc:
            if token.lemma_.lower() in conflicts and token.pos_ in {"NOUN", "PROPN"}:
                for tied in _tied(token):
                    _enter(found, passage, token, tied, mentions)
    return found


def _tied(token: Token) -> list[Token]:
    """The words that say whose conflict it is."""
    tied = [child for child in token.children if child.dep_ in _OWNING]
    for child in token.children:
        if child.dep_ in {"prep", "agent"} and child.lower_ in _JOINING:
            for place in child.children:
                if place.dep_ == "pobj":
                    tied.extend((place, *place.conjuncts))
    return tied


def _enter(
    found: dict[str, Span], passage: Passage, token: Token, tied: Token, mentions: Mentions
) -> None:
    states = mentions.places((passage.span(tied),))
    if not states:
        return
    ends = sorted((passage.span(token), passage.span(tied)))
    words = Span(ends[0].start, max(end.end for end in ends))
    for state in states:
        found.setdefault(state, words)
