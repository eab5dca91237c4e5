"""The words that tell how a source stands to a claim."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class StandingWords:
    """The lists of `standing.toml`: patterns where whole phrases are looked for, else lemmas."""

    statements: re.Pattern[str]
    venues: re.Pattern[str]
    hearsay: re.Pattern[str]
    witnesses: re.Pattern[str]
    saw: re.Pattern[str]
    not_independent: re.Pattern[str]
    allies: Words
    adversaries: Words
    independents: Words
    civil: Words
    conflicts: Words
    matters: Words


def load_standing_words(path: Path) -> StandingWords:
    """The lists in a file such as `resources/words/standing.toml`."""
    lists = tomllib.loads(path.read_text(encoding="utf-8"))
    return StandingWords(
        statements=_pattern(lists["statements"]),
        venues=_pattern(lists["venues"]),
        hearsay=_pattern(lists["hearsay"]),
        witnesses=_pattern(lists["witnesses"]),
        saw=_pattern(lists["saw"]),
        not_independent=_pattern(lists["not_independent"]),
        allies=frozenset(lists["allies"]),
        adversaries=frozenset(lists["adversaries"]),
        independents=frozenset(lists["independents"]),
        civil=frozenset(lists["civil"]),
        conflicts=frozenset(lists["conflicts"]),
        matters=frozenset(lists["matters"]),
    )


def _pattern(phrases: Collection[str]) -> re.Pattern[str]:
    """Any of the phrases, in the singular or the plural, as whole words."""
    longest = sorted(map(re.escape, phrases), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(longest)})(?:es|s)?\b", re.IGNORECASE)
