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
    testimony: re.Pattern[str]
    voices: re.Pattern[str]
    ties: re.Pattern[str]
    paid: re.Pattern[str]
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
        venues=_told(lists["venues"]),
        testimony=_told(lists["formal"]),
        voices=_pattern(lists["voices"]),
        ties=_tied(lists["ties"]),
        paid=re.compile(rf"\b(?:{_any(lists['paid'])})\s+(?:the\s+)?(\w+)", re.IGNORECASE),
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


_LEGAL = r"(?:lawyer|attorney|solicitor|barrister)s?\b"
"""Ties that tell a side even where only a pronoun says whose: "her lawyer"."""


def _pattern(phrases: Collection[str]) -> re.Pattern[str]:
    """Any of the phrases, in the singular or the plural, as whole words."""
    return re.compile(rf"\b(?:{_any(phrases)})(?:es|s)?\b", re.IGNORECASE)


def _told(venues: Collection[str]) -> re.Pattern[str]:
    """ "Told MPs", "testified before a committee": the venue after a verb for speaking there."""  # noqa: D210
    verbs = r"(?:told|tells|telling|tell|testified (?:to|before|at)|gave evidence to|addressing)"
    return re.compile(
        rf"\b{verbs}\s+(?:[\w.’'-]+\s+){{0,3}}?(?:{_any(venues)})(?:es|s)?\b", re.IGNORECASE
    )


def _tied(ties: Collection[str]) -> re.Pattern[str]:
    """ "A lawyer for Foo", "Foo’s brother", "employees of Foo"."""  # noqa: D210
    noun = rf"(?:{_any(ties)})(?:es|s)?"
    return re.compile(
        rf"\b{noun}\b (?:of|for|at|to|representing|acting for|with)\b"
        rf"|[’']s? (?:\w+ )?{noun}\b|\b(?:his|her|their|its) (?:\w+ )?{_LEGAL}",
        re.IGNORECASE,
    )


def _any(phrases: Collection[str]) -> str:
    return "|".join(sorted(map(re.escape, phrases), key=len, reverse=True))
