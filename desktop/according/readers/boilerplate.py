"""Which lines of a page are not the article, by their wording: each with the reason."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import Any, NamedTuple

from according.places import resource
from according.readers.phrases import DIGIT, Phrase, openings_of

APPEAL = "donation appeal"
SEPARATOR = "separator"

_STRAIGHT = str.maketrans("’‘“”\u00a0", "''\"\" ")
_QUOTED = re.compile(r'"[^"]*(?:"|$)|(?<!\w)\'[^\']*\'(?!\w)')
_REPORTS = re.compile(
    r"\b(?:said|says|told|tells|added|adds|wrote|writes|asked|argued|claimed|announced|warned|"
    r"insisted|denied|reported|stated|testified|according to)\b"
)

_WORD_START = re.compile(r"\w")
_KEY = 3
"""Characters by which the phrases are found that a line may begin with."""

_FORMS = {
    "whole": (r"^\W*", r"[\s.:!?…»›>|*-]*$"),
    "opening": (r"^[\s\W]*", ""),
    "within": ("", ""),
}
"""What stands before and behind a phrase in the expression that is compiled."""

_POINTS = {"plead": 3, "ask": 2, "trade": 1, "person": 1, "reader": 1}
_SURE = 4
_HINT = 2
"""An appeal alone needs `_SURE` points and a plea; a short line beside one needs `_HINT`."""

_SHORT_LINE = 15
"""Words below which a line with a hint, next to an appeal, closes or opens it."""

_LONGEST_GAP = 3
"""Paragraphs with no more than a "we" or "you" that two appeals may have between them."""


class _Kind(NamedTuple):
    """One kind of furniture, and the number of words beyond which a line is prose."""

    reason: str
    longest: int


class _Points(NamedTuple):
    """How much a line sounds like an appeal; `personal` when it says we, our, you or your."""

    score: int = 0
    pleads: bool = False
    personal: bool = False


class Wording:
    """The wording of page furniture.

    Phrases that a line begins with are kept by their first characters, each with its opening, and
    alone where that is all of it; the others are in a list.
    """

    def __init__(self, data: Mapping[str, Any]) -> None:
        self._kinds = tuple(_Kind(one["reason"], one["longest"]) for one in data["kind"])
        self._begun: dict[str, list[tuple[int, str, Phrase | None]]] = {}
        self._others: list[tuple[int, Phrase]] = []
        for number, kind in enumerate(data["kind"]):
            for form, (before, behind) in _FORMS.items():
                for text in kind.get(form, ()):
                    phrase = Phrase(text, before=before, behind=behind)
                    openings = openings_of(text) if before else ()
                    if openings and all(one[0].isalpha() or one == DIGIT for one in openings):
                        for one in openings:
                            begun = self._begun.setdefault(one[:_KEY], [])
                            begun.append((number, one, None if behind + text == one else phrase))
                    else:
                        self._others.append((number, phrase))
        self._appeal = {
            name: tuple(Phrase(text) for text in data["appeal"][name]) for name in _POINTS
        }

    def reason(self, line: str) -> str | None:
        """Why a line is furniture by its own wording, or None; appeals are told by `appeals`."""
        if not any(character.isalnum() for character in line):
            return SEPARATOR
        words = line.count(" ") + 1
        if words > _LONGEST_FURNITURE or len(line) > _LONGEST_LINE:
            return None
        plain = _plain(line)
        number = next(self._found(plain, words), None)
        if number is None:
            return None
        kind = self._kinds[number]
        return None if kind.longest > _PROSE and _reports_speech(plain) else kind.reason

    def _found(self, plain: str, words: int) -> Iterator[int]:
        """The kinds of furniture that a line may be, in their order."""
        first = _WORD_START.search(plain)
        start = plain[first.start() :] if first else ""
        if start[:1].isdecimal():
            start = DIGIT
        begun = [
            (number, phrase)
            for length in range(1, _KEY + 1)
            for number, opening, phrase in self._begun.get(start[:length], ())
            if start.startswith(opening)
        ]
        phrases: list[tuple[int, Phrase | None]] = [*begun, *self._others]
        for number, phrase in sorted(phrases, key=lambda one: one[0]):
            if words <= self._kinds[number].longest and (phrase is None or phrase.search(plain)):
                yield number

    def appeals(self, lines: Sequence[str]) -> frozenset[int]:
        """The indexes of the lines that ask the reader for support.

        A line that pleads is one by itself. Lines that speak of the paper's own work are part of
        the appeal when they stand beside one, and so are the few that stand between two.
        """
        if not any(self._pleads(line) for line in lines):
            return frozenset()
        points = [self._points(line) for line in lines]
        found = {at for at, one in enumerate(points) if one.pleads and one.score >= _SURE}
        for start in sorted(found):
            found.update(self._joined(start, -1, lines, points))
            found.update(self._joined(start, 1, lines, points))
        for first, second in pairwise(sorted(found)):
            between = range(first + 1, second)
            if len(between) <= _LONGEST_GAP and all(points[at].personal for at in between):
                found.update(between)
        return frozenset(found)

    def _joined(
        self, start: int, step: int, lines: Sequence[str], points: Sequence[_Points]
    ) -> Iterator[int]:
        """The lines that belong to the appeal at `start`, going one way."""
        at = start + step
        while 0 <= at < len(lines) and (
            points[at].score >= _SURE
            or (points[at].score >= _HINT and lines[at].count(" ") < _SHORT_LINE)
        ):
            yield at
            at += step

    def _pleads(self, line: str) -> bool:
        if line.count(" ") > _LONGEST_APPEAL or len(line) > _LONGEST_LINE:
            return False
        plain = _plain(line)
        return any(phrase.search(plain) for phrase in self._appeal["plead"])

    def _points(self, line: str) -> _Points:
        if line.count(" ") > _LONGEST_APPEAL or len(line) > _LONGEST_LINE:
            return _Points()
        plain = _plain(line)
        if _reports_speech(plain):
            return _Points()
        outside = _QUOTED.sub(" ", plain)
        hits = {
            name
            for name, phrases in self._appeal.items()
            if any(phrase.search(outside) for phrase in phrases)
        }
        if _REPORTS.search(outside) and not {"plead", "trade"} <= hits:
            return _Points()
        speaks = bool(hits & {"person", "trade"}) or line.count(" ") < _SHORT_LINE
        return _Points(
            score=sum(_POINTS[name] for name in hits),
            pleads="plead" in hits and speaks,
            personal=bool(hits & {"person", "reader", "plead"}),
        )


_PROSE = 40
"""Kinds of furniture that may be longer than this read like prose and could quote somebody."""

_LONGEST_FURNITURE = 130
_LONGEST_APPEAL = 110
_LONGEST_LINE = 1_500
"""Words, and code points (for a line without spaces), beyond which a line is no furniture."""


@cache
def wording() -> Wording:
    """The wording in `resources/`, read once."""
    with resource("words", "boilerplate.toml").open("rb") as file:
        data = tomllib.load(file)
    return Wording(data)


def _plain(line: str) -> str:
    return line.translate(_STRAIGHT).lower()


def _reports_speech(plain: str) -> bool:
    """Whether the line quotes somebody and says who speaks: then it is the article's."""
    return '"' in plain and bool(_REPORTS.search(_QUOTED.sub(" ", plain)))
