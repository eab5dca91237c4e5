"""What the window says unasked: of a changed copy, of further articles, of another analysis."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from according.domain.reading import Reading

NAMED = 3
"""Further articles that are named; of more, only their number is said."""

LONGEST_TITLE = 60
"""Characters of a title in a sentence."""


def changed_copy(reading: Reading) -> str:
    """That an article is another version of one that was read, and what became of its notes."""
    moved = sum(note.moved for note in reading.notes)
    parts = [
        _counted(number, one, many)
        for number, one, many in (
            (len(reading.notes) - moved, "{n} note found again", "{n} notes found again"),
            (moved, "{n} note to check", "{n} notes to check"),
            (
                len(reading.orphans),
                "{n} note without its place",
                "{n} notes without their places",
            ),
        )
        if number
    ]
    said = _tr("A changed copy of an article you have read")
    return f"{said}: {_listed(parts)}." if parts else f"{said}."


def kept_aside(titles: Sequence[str]) -> str:
    """That more articles were opened than the one shown, and where the others are."""
    opened = _tr("{n} articles opened.").format(n=len(titles) + 1)
    if len(titles) > NAMED:
        others = _tr("The other {n} are under File > Open recent.").format(n=len(titles))
    else:
        names = _listed([f"“{_short(title)}”" for title in titles])
        where = "{names} is under File > Open recent.", "{names} are under File > Open recent."
        others = _tr(where[0] if len(titles) == 1 else where[1]).format(names=names)
    return f"{opened} {others}"


def analysed_again(reading: Reading, differs: bool) -> str:  # noqa: FBT001 - one yes or no
    """What another analysis has brought."""
    if not differs or reading.analysis is None:
        return _tr("Analysed again: nothing changed")
    claims = _counted(len(reading.analysis.claims), "{n} claim", "{n} claims")
    return _tr("Analysed again: {claims}").format(claims=claims)


def _listed(parts: Sequence[str]) -> str:
    if len(parts) < 2:
        return "".join(parts)
    return _tr("{first} and {last}").format(first=", ".join(parts[:-1]), last=parts[-1])


def _counted(number: int, one: str, many: str) -> str:
    return _tr(one if number == 1 else many).format(n=number)


def _short(title: str) -> str:
    return title if len(title) <= LONGEST_TITLE else title[: LONGEST_TITLE - 1].rstrip() + "…"


def _tr(text: str) -> str:
    return QCoreApplication.translate("News", text)
