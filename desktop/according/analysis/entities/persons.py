"""Personal names: their parts, which part is the family's, and who is a man or a woman."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from according.analysis.entities.gazetteer import Words, folded

PARTICLES = frozenset(
    (
        "de", "da", "di", "del", "della", "dos", "du", "der", "den", "ter", "van", "von", "bin",
        "ibn", "bint", "abu", "al", "el", "la", "le", "los", "zu", "mac",
    )
)  # fmt: skip
"""Small words inside family names, which never are given names; folded."""

SUFFIXES = frozenset(
    ("jr", "sr", "ii", "iii", "iv", "phd", "md", "qc", "kc", "mp", "obe", "cbe", "mbe")
)
BY_GIVEN_NAME = frozenset(
    (
        "Sir",
        "Dame",
        "King",
        "Queen",
        "Prince",
        "Princess",
        "Pope",
        "Lady",
        "Father",
        "Sister",
        "Saint",
    )
)
"""Titles that stand before the given name."""

SYLLABLES = re.compile(
    r"(?:[bcdfghjklmnpqrstvwxyz]{0,3}[aeiouüăâêôơưy]{1,3}(?:ng|[nhrklmptc])?){1,3}$"
)
"""Given names of up to three open syllables, as Korean, Chinese and Vietnamese ones are written."""


class Gender(StrEnum):
    """What title, given name, role or pronoun say; an entity may have none known."""

    MAN = "man"
    WOMAN = "woman"


@dataclass(frozen=True, slots=True)
class Parts:
    """A personal name folded and parted; `family` are the parts that "Mr" may stand before."""

    words: tuple[str, ...]
    family: frozenset[str]
    given: frozenset[str]
    family_first: bool

    @property
    def full(self) -> bool:
        return len(self.words) > 1


def parts_of(text: str, words: Words) -> Parts:
    """The parts of a name as printed, titles already off."""
    pieces = [piece.strip(",") for piece in folded(text).split()]
    if "of" in pieces[1:]:
        styled = pieces[0].title() in words.styles
        pieces = [" ".join(pieces)] if styled else pieces[: pieces.index("of", 1)]
    while len(pieces) > 1 and pieces[-1] in SUFFIXES:
        pieces.pop()
    if len(pieces) < 2:
        return Parts(tuple(pieces), frozenset(pieces), frozenset(), family_first=False)
    first, last = pieces[0], pieces[-1]
    if first in PARTICLES and first not in words.family_first:
        # a family name alone: "Van der Berg"
        alone = frozenset((" ".join(pieces), last))
        return Parts((last,), alone, frozenset(), family_first=False)
    hyphened = re.search(r"[A-Z][a-z]+-[a-z]", text.split(maxsplit=1)[1]) is not None
    asian = all(SYLLABLES.fullmatch(piece.replace("-", "")) for piece in pieces[1:])
    gendered = any(piece in words.men or piece in words.women for piece in pieces[1:])
    family_first = first in words.family_first and (hyphened or (asian and not gendered))
    if first in words.hungarian and first not in words.men | words.women:
        return Parts(tuple(pieces), frozenset((first,)), frozenset(pieces[1:]), family_first=True)
    if not family_first:
        family = {last, last.removeprefix("al-").removeprefix("el-")}
        if len(pieces) > 2:
            family.add(" ".join(pieces[1:]))
        return Parts(tuple(pieces), frozenset(family), frozenset((first,)), family_first=False)
    sure = hyphened or first not in words.men | words.women
    family = {first} if sure and hyphened else {first, last}
    return Parts(tuple(pieces), frozenset(family), frozenset(pieces[1:]), family_first=True)


def same_person(one: Parts, other: Parts, words: Words) -> bool:
    """Whether two full names can be one person's."""
    if set(one.words) == set(other.words) or _run_together(one) == _run_together(other):
        return True
    if len(one.words) > 2 and one.words[1:] == other.words:
        return True  # "García Márquez" of "Rafael García Márquez"
    if one.family_first or other.family_first:
        shorter, longer = sorted((one.words, other.words), key=len)
        return longer[: len(shorter)] == shorter
    if one.words[-1] != other.words[-1]:
        return False
    return _same_given(one.words[0], other.words[0], words)


def gender_of(parts: Parts, titles: Iterable[str], words: Words) -> Gender | None:
    """What titles and the given name say."""
    for title in titles:
        if title in words.courtesy:
            if title in words.men:
                return Gender.MAN
            if title in words.women:
                return Gender.WOMAN
    if not parts.full or parts.family_first:
        return None
    return gender_of_word(parts.words[0], words)


def gender_of_word(word: str, words: Words) -> Gender | None:
    if word in words.men:
        return Gender.MAN
    return Gender.WOMAN if word in words.women else None


def _run_together(parts: Parts) -> str:
    """A name without its gaps: "Kim Min Jae" and "Kim Min-jae" are one."""
    return "".join(parts.words).replace("-", "")


def _same_given(one: str, other: str, words: Words) -> bool:
    if one == other or other in words.short.get(one, ()):
        return True
    shorter, longer = sorted((one, other), key=len)
    return len(shorter) == 1 and longer.startswith(shorter)
