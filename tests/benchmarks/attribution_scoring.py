"""Compares attributions that were found with those that people marked.

Contents are matched one to one, those that share most words first, from half of the words of both
together. A relation is right when the content is matched and the sources share a word that is no
mere function word, or neither names one. So the figures are those of the scorer that comes with the
shared articles.
"""

from __future__ import annotations

import random
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

WORD = re.compile(r"\w+")
_FUNCTION = """a an the of to in on at by for from and or that this these those his her its their
our my your he she it they we i you who which"""
FUNCTION = frozenset(_FUNCTION.split())
KINDS = ("direct", "mixed", "indirect")
"""Contents that stand wholly, partly, or not at all within double quotation marks."""

HALF = 0.5
Places = frozenset[int]
Form = Mapping[str, Sequence[Sequence[int]]]


@dataclass(frozen=True, slots=True)
class Counts:
    """Of one article or of several: how many are marked, found and right, by kind as marked."""

    gold: tuple[int, ...]
    right: tuple[int, ...]
    found: int
    contents: int

    def __add__(self, other: Counts) -> Counts:
        return Counts(
            tuple(map(sum, zip(self.gold, other.gold, strict=True))),
            tuple(map(sum, zip(self.right, other.right, strict=True))),
            self.found + other.found,
            self.contents + other.contents,
        )


@dataclass(frozen=True, slots=True)
class Figures:
    """Parts between 0 and 1; `interval` is that of `f1`, 95 per cent, over articles."""

    precision: float
    recall: float
    f1: float
    interval: tuple[float, float]
    content: float
    source: float
    recalls: tuple[float, ...]


def count(row: Mapping[str, Any], found: Sequence[Form]) -> Counts:
    """The counts of one article; spans are in code points of its text."""
    text = row["text"]
    words = [(match.start(), match.end()) for match in WORD.finditer(text)]
    telling = frozenset(start for start, end in words if text[start:end].lower() not in FUNCTION)
    quoted = _quoted(text)
    gold = [one for one in (_sides(words, form) for form in row["attributions"]) if one[0]]
    ours = [one for one in (_sides(words, form) for form in found) if one[0]]
    kinds = [_kind(content, quoted) for content, _ in gold]
    pairs = _matched([one[0] for one in gold], [one[0] for one in ours])
    right = [
        kinds[first] for first, second in pairs if _same(gold[first][1], ours[second][1], telling)
    ]
    return Counts(
        tuple(map(kinds.count, range(len(KINDS)))),
        tuple(map(right.count, range(len(KINDS)))),
        len(ours),
        len(pairs),
    )


def figures(counts: Sequence[Counts], *, draws: int = 200) -> Figures:
    """The figures over several articles; the interval by bootstrap over them."""
    total = _total(counts)
    dice = random.Random(0)  # noqa: S311 - no secret
    drawn = sorted(_f1(_total(dice.choices(counts, k=len(counts)))) for _ in range(draws))
    gold, right = sum(total.gold), sum(total.right)
    return Figures(
        precision=right / max(total.found, 1),
        recall=right / max(gold, 1),
        f1=_f1(total),
        interval=(drawn[int(draws * 0.025)], drawn[int(draws * 0.975)]) if drawn else (0.0, 1.0),
        content=2 * total.contents / max(gold + total.found, 1),
        source=right / max(total.contents, 1),
        recalls=tuple(one / max(of, 1) for one, of in zip(total.right, total.gold, strict=True)),
    )


def _total(counts: Sequence[Counts]) -> Counts:
    return list(accumulate(counts))[-1]


def _f1(total: Counts) -> float:
    return 2 * sum(total.right) / max(sum(total.gold) + total.found, 1)


def _quoted(text: str) -> list[bool]:
    """Whether each code point stands within double quotation marks, paragraph by paragraph."""
    inside, flags = False, []
    for character in text:
        if character == '"':
            inside = not inside
        elif character in "“”\n":
            inside = character == "“"
        flags.append(inside)
    return flags


def _sides(words: Sequence[tuple[int, int]], form: Form) -> tuple[Places, Places]:
    """The words of content and source, each by its start."""
    content, source = (
        frozenset(
            start
            for start, end in words
            if any(low < end and start < high for low, high in form.get(side) or ())
        )
        for side in ("content", "source")
    )
    return content, source


def _kind(content: Places, quoted: Sequence[bool]) -> int:
    inside = sum(quoted[place] for place in content)
    if inside == len(content):
        return 0
    return 1 if inside else 2


def _matched(gold: Sequence[Places], ours: Sequence[Places]) -> list[tuple[int, int]]:
    alike = sorted(
        (
            (-len(one & other) / len(one | other), first, second)
            for first, one in enumerate(gold)
            for second, other in enumerate(ours)
            if one & other
        ),
    )
    left, right = set(range(len(gold))), set(range(len(ours)))
    pairs = []
    for shared, first, second in alike:
        if -shared >= HALF and first in left and second in right:
            left.remove(first)
            right.remove(second)
            pairs.append((first, second))
    return pairs


def _same(gold: Places, ours: Places, telling: Places) -> bool:
    if not gold and not ours:
        return True
    return bool(gold & ours & telling) or bool(gold & ours and not gold & telling)
