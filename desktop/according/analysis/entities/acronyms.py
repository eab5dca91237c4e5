"""Acronyms: those the article introduces in brackets, and those that fit a name's initials."""

from __future__ import annotations

from collections.abc import Iterator

from according.analysis.entities.lines import Line

SMALL = frozenset(("of", "and", "for", "the", "on", "in", "to", "de", "&", "-", "s", "'s", "’s"))
LONGEST = 10
"""Tokens before the bracket within which the long form is looked for."""


def introduced(line: Line) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Token ranges of long form and acronym for each "Gas Board (GB)" of a line."""
    for index in range(1, len(line) - 2):
        if line.words[index] != "(" or line.words[index + 2] not in (")", ",", ";"):
            continue
        short = line.words[index + 1]
        if is_acronym(short):
            start = _long_form(line, index, short)
            if start is not None:
                yield (start, index), (index + 1, index + 2)


def is_acronym(word: str) -> bool:
    """Whether a word is printed as an acronym: GB, Nato's NATO, U.N., MoD."""
    plain = word.replace(".", "")
    return (
        2 <= len(plain) <= 8
        and plain.isalpha()
        and plain[0].isupper()
        and sum(letter.isupper() for letter in plain) >= 2
    )


def initials(words: list[str]) -> str:
    """The first letters of a name's words, without the small ones, in lower case."""
    return "".join(
        word[0].lower() for word in words if word.lower() not in SMALL and word[0].isalnum()
    )


def fits(acronym: str, long: str) -> bool:
    """Whether a folded acronym abbreviates a folded long form."""
    words = long.replace("-", " ").split()
    every = "".join(word[0] for word in words if word[0].isalnum())
    plain = acronym.replace(".", "")
    return len(plain) >= 2 and len(words) > 1 and plain in (initials(words), every)


def _long_form(line: Line, bracket: int, short: str) -> int | None:
    """Where the words before a bracket begin that the acronym abbreviates."""
    letters = [letter.lower() for letter in short if letter.isalpha()]
    left, index, start = len(letters), bracket - 1, None
    while index >= max(0, bracket - LONGEST) and left:
        word = line.words[index]
        if word[0].isalnum() and word[0].lower() == letters[left - 1]:
            left, start = left - 1, index
        elif word.lower() not in SMALL and not word[0].isupper():
            return None
        index -= 1
    if left or start is None or not line.words[start][0].isupper():
        return None
    return start
