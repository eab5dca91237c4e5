"""What sort of organisation a figure is: whether "the company" or "the charity" can mean it."""

from __future__ import annotations

from collections.abc import Mapping
from enum import IntEnum

from according.analysis.entities.cast import Cast, Figure
from according.analysis.entities.gazetteer import Words
from according.domain.entities import EntityKind

EXECUTIVES = frozenset(("boss", "ceo", "chair", "chairman", "executive", "founder", "shareholder"))
"""Roles that show their body to be a company."""

WIDE = frozenset(("body", "group", "organisation", "organization", "team"))
"""Nouns for almost any organisation that is no part of a state."""


OFFICES = frozenset(("department", "ministry", "office", "treasury"))
"""Heads of names that are a state's."""


class Suits(IntEnum):
    """How well a noun goes with a figure."""

    NO = 0
    PERHAPS = 1
    YES = 2


def suits(figure: Figure, noun: str, words: Words, *, outlet: bool, led: bool) -> Suits:
    """Whether `noun` can mean the figure, by its names and by what the article calls it.

    `outlet` says that it reports on others, `led` that somebody is its chief executive.
    """
    if figure.kind not in (EntityKind.ORGANISATION, EntityKind.FACILITY):
        return Suits.NO
    called = {role.noun for role in figure.roles}
    heads = _heads(figure)
    named_so = not heads.isdisjoint(words.stands_for.get(noun, frozenset((noun,))))
    known_party = figure.known is not None and figure.known.name in words.parties
    reports = noun in words.outlets and outlet and not called
    if noun in called or named_so or reports or (noun == "party" and known_party):
        return Suits.YES
    if noun in words.company_nouns:
        return _as_company(figure, called, heads, words, outlet=outlet, led=led)
    if noun in WIDE:
        other = outlet or not heads.isdisjoint(words.bodies | OFFICES)
    else:
        other = figure.known is not None or outlet or not called.isdisjoint(words.descriptions)
        other = other or not heads.isdisjoint(words.body_heads - words.civil)
    return Suits.NO if other else Suits.PERHAPS


def _as_company(
    figure: Figure, called: set[str], heads: set[str], words: Words, *, outlet: bool, led: bool
) -> Suits:
    firm = not heads.isdisjoint(words.stands_for["company"])
    if firm or not called.isdisjoint(words.company_nouns):
        return Suits.YES
    if figure.known is not None and figure.known.key.startswith("body:"):
        return Suits.YES if figure.known.name in words.companies else Suits.NO
    other = not heads.isdisjoint(words.not_companies) or not called.isdisjoint(words.descriptions)
    if outlet or other:
        return Suits.NO
    return Suits.YES if led else Suits.PERHAPS


def led_bodies(cast: Cast, of_token: Mapping[tuple[int, int], int]) -> frozenset[int]:
    """Numbers of the figures whose names stand in the role of a chief executive or the like."""
    found: set[int] = set()
    for figure in cast.figures:
        for role in figure.roles if figure.kind is EntityKind.PERSON else ():
            if EXECUTIVES.isdisjoint(role.words):
                continue
            for token in range(role.start, role.end):
                name = of_token.get((role.line, token))
                if name is not None and name in cast.of_name:
                    found.add(cast.of_name[name])
    return frozenset(found)


def _heads(figure: Figure) -> set[str]:
    """The words of a figure's names that say what it is, in lower case."""
    names = [*figure.forms, figure.name or "", figure.known.name if figure.known else ""]
    heads: set[str] = set()
    for name in names:
        words = name.lower().replace("’", "'").split()
        for cut in ("of", "for", "on"):
            if cut in words[1:]:
                heads.add(words[words.index(cut, 1) - 1])
        if words:
            heads.add(words[-1])
    return heads
