"""The word lists that tell how a source stands to a claim."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class StandingWords:
    """The lists of `standing.toml`, in small letters; phrases are words with single spaces."""

    statements: Words
    venues: Words
    hearsay: Words
    witnesses: Words
    saw: Words
    allies: Words
    adversaries: Words
    independents: Words
    not_independent: Words
    civil: Words
    conflicts: Words
    matters: Words


def load_standing_words(path: Path) -> StandingWords:
    """The lists in a file such as `resources/words/standing.toml`."""
    lists = tomllib.loads(path.read_text(encoding="utf-8"))
    return StandingWords(**{name: frozenset(words) for name, words in lists.items()})
