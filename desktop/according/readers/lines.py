"""A pasted text to its lines, one a paragraph: white space collapsed, hard wrapping undone."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

_BREAKS = re.compile("[\n\x0b\x0c\x85\u2028\u2029]")
_ENDS_SENTENCE = re.compile(r"[.!?…:;。！？][\"'”’»)\]]*$")

_BULLET = re.compile(r"^(?:[•▪◦‣●*·–-]\s|\(?\d{1,2}[.)]\s)")
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")
"""Words that headlines capitalise; short ones are left small in every style."""

_NARROWEST, _WIDEST = 40, 120
"""Widths, in code points, between which a text may have been wrapped by a machine."""

_RAGGED = 6
"""Code points by which a wrapped line may fall short of what would have fitted."""


def paragraphs(text: str) -> tuple[str, ...]:
    """The paragraphs of `text`, none empty; each has single spaces and no line break."""
    groups = _groups(text)
    width = _wrapped_at(groups)
    if width is None:
        return tuple(line for group in groups for line in group)
    return tuple(line for group in groups for line in _unwrapped(group, width))


def ends_sentence(line: str) -> bool:
    """Whether a line ends as a sentence does, closing marks apart."""
    return bool(_ENDS_SENTENCE.search(line[-8:]))


def is_bullet(line: str) -> bool:
    """Whether a line is an item of a list, by the mark or number it begins with."""
    return bool(_BULLET.match(line))


def title_cased(line: str) -> bool:
    """Whether a line is capitalised as American headlines are, so that a full stop says little."""
    words = _LONG_WORD.findall(line)
    return len(words) >= 3 and sum(word[0].isupper() for word in words) >= len(words) * 0.8


def _groups(text: str) -> list[list[str]]:
    """Lines between blank lines, white space collapsed."""
    groups: list[list[str]] = [[]]
    for raw in _BREAKS.split(text):
        line = " ".join(raw.split())
        if line.strip("\ufeff\u200b "):
            groups[-1].append(line)
        elif groups[-1]:
            groups.append([])
    return [group for group in groups if group]


def _wrapped_at(groups: Sequence[Sequence[str]]) -> int | None:
    """The width at which the text was wrapped, or None where each line is a paragraph.

    A wrapped line ends in the middle of a sentence, and the next line's first word would not have
    fitted on it. Paragraphs of one line each do neither.
    """
    lengths = sorted(len(line) for group in groups for line in group)
    if not lengths:
        return None
    width = lengths[int(len(lengths) * 0.98) - 1 if len(lengths) > 50 else -1]
    if not _NARROWEST <= width <= _WIDEST:
        return None
    inner = [pair for group in groups for pair in itertools.pairwise(group)]
    full = [pair for pair in inner if _was_full(*pair, width)]
    running = [line for line, _ in full if not ends_sentence(line)]
    enough = len(full) >= 2 and len(full) * 2 >= len(inner) and len(running) * 2 >= len(full)
    return width if enough else None


def _was_full(line: str, following: str, width: int) -> bool:
    first = following.split(" ", 1)[0]
    return len(line) + 1 + len(first) > width - _RAGGED


def _unwrapped(group: Sequence[str], width: int) -> list[str]:
    joined = [group[0]]
    for line, following in itertools.pairwise(group):
        if _was_full(line, following, width):
            joined[-1] += f" {following}"
        else:
            joined.append(following)
    return joined
