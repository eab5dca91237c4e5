"""The reader's own word on sources, kept beside the program's: judgements, notes, lists of others.

A judgement never replaces a value of the program; a window shows both. Judgements are only added
to: the latest on a field counts, those before it are its history.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from according.domain.sources import Source, SourceKind, plain

if TYPE_CHECKING:
    # For types alone, so that a window shows its text before the search for passages is loaded.
    from according.domain.anchoring import Selector

STANCE = "stance"
"""Field of a source's standing to one claim; its values are those of `Stance`."""

DIRECTNESS = "directness"
"""Field of a source's standing to one claim; its values are those of `Directness`."""

SOURCE_GRADE = "source grade"
"""Field of a source in general; its values are the keys of `SOURCE_GRADES`."""

INFORMATION_GRADE = "information grade"
"""Field of one claim, whoever says it: its source is `""`. Values: keys of `INFORMATION_GRADES`."""

SOURCE_GRADES = {
    "A": "completely reliable",
    "B": "usually reliable",
    "C": "fairly reliable",
    "D": "not usually reliable",
    "E": "unreliable",
    "F": "reliability cannot be judged",
}
"""The Admiralty scale for sources."""

INFORMATION_GRADES = {
    "1": "confirmed by other sources",
    "2": "probably true",
    "3": "possibly true",
    "4": "doubtful",
    "5": "improbable",
    "6": "truth cannot be judged",
}
"""The Admiralty scale for information."""

UNGRADED = {SOURCE_GRADE: "F", INFORMATION_GRADE: "6"}
"""What a grade is until the reader gives one."""

_PEOPLE = frozenset(
    {SourceKind.PERSON, SourceKind.OFFICIAL, SourceKind.MILITARY_OR_INTELLIGENCE, SourceKind.PARTY}
)
_HERE = "here:"


@dataclass(frozen=True, slots=True)
class Judgement:
    """The reader's word on one field of a source, with the reason.

    `source` is the key that `source_key` gives. Without `target` it holds of the source in general;
    with it, of its standing to the claim whose content `target` describes. `value` None takes back
    what the reader said before: the program's own stands alone again. `claim` is the id of that
    claim in the open analysis, None where its passage is not found; it is not kept in the library.
    """

    id: str
    source: str
    field: str
    value: str | None
    reason: str = ""
    created: datetime | None = None
    target: Selector | None = None
    claim: str | None = None


@dataclass(frozen=True, slots=True)
class SourceNote:
    """The reader's free text on a source, `source` being its key; the time is in UTC."""

    source: str
    text: str
    changed: datetime | None = None


@dataclass(frozen=True, slots=True)
class Assessment:
    """What an assessor said of an outlet, a row of a list that the reader brought in.

    The outlet is told by `name` or `domain`, at least one. `date` is as the list has it. `source`
    is the key of the source of the open article that it fits; it is not kept in the library.
    """

    list: str
    name: str | None
    domain: str | None
    assessor: str
    wording: str
    date: str
    source: str = ""


def source_key(source: Source) -> str:
    """By what the same source is known again in another article.

    Its kind does not count: one article makes an official what another makes a person. A source
    without a name, or a person with one name only, is known again in this article alone.
    """
    if source.catalogue is not None:
        return f"catalogue:{source.catalogue}"
    name = plain(source.name)
    if not source.named or (source.kind in _PEOPLE and " " not in name):
        return _HERE + name
    return f"name:{name}"


def source_keys(source: Source) -> tuple[str, ...]:
    """The key of a source, then the one it had before the catalogue knew it."""
    key = source_key(source)
    return (key, f"name:{plain(source.name)}") if source.catalogue is not None else (key,)


def only_here(key: str) -> bool:
    """Whether a source of that key is known again in its own article alone."""
    return key.startswith(_HERE)


def current(
    judgements: Sequence[Judgement], source: str, field: str, claim: str | None = None
) -> Judgement | None:
    """What the reader holds now of a field, in general or of one claim; None without a word."""
    told = history(judgements, source, field, claim)
    return told[0] if told and told[0].value is not None else None


def history(
    judgements: Sequence[Judgement], source: str, field: str, claim: str | None = None
) -> tuple[Judgement, ...]:
    """All that the reader said of a field, taken back or not, the latest first."""
    return tuple(
        one
        for one in reversed(judgements)
        if one.source == source
        and one.field == field
        and (one.target is None if claim is None else one.claim == claim)
    )


def grade(
    judgements: Sequence[Judgement], source: str, field: str, claim: str | None = None
) -> str:
    """The reader's grade of a source or a claim, "F" or "6" until there is one."""
    told = current(judgements, source, field, claim)
    return UNGRADED[field] if told is None or told.value is None else told.value
