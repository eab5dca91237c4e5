"""The sources and claims of an article as a table: who says, passes on or denies which claim."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from according.domain.analysis import Analysis
from according.domain.article import Article
from according.domain.claims import Claim, Level
from according.ui.panel.source_groups import Order, groups
from according.ui.panel.wording import (
    claim_number,
    level_word,
    names,
    quoted,
    relay_ids,
    shortened,
    title_name,
    tr,
)
from according.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex

SHOWN = 240
"""Code points of a claim in a tip."""

LONGEST_NAME = 36
"""Code points of a name beside its row; the tip tells all of it."""


class Part(StrEnum):
    """What a source does to a claim."""

    SAYS = "says"
    PASSES_ON = "passes on"
    DENIES = "denies"


GLYPHS = {Part.SAYS: "●", Part.PASSES_ON: "→", Part.DENIES: "✕"}


@dataclass(frozen=True, slots=True)
class Row:
    """A source, or the paper itself where `source` is None, and its part in claims by their ids."""

    name: str
    source: str | None
    parts: dict[str, Part]


class ClaimsTable(QAbstractTableModel):
    """Rows are sources in order of role, then the paper; columns are the claims in order."""

    def __init__(self, article: Article, analysis: Analysis, theme: Theme) -> None:
        super().__init__()
        self._analysis, self._theme = analysis, theme
        self.claims = analysis.claims
        self.rows = rows(article, analysis)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as above
        return 0 if parent.isValid() else len(self.claims)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        claim = self.claims[index.column()]
        part = self.rows[index.row()].parts.get(claim.id)
        tell: dict[int, Callable[[], Any]] = {
            Qt.ItemDataRole.DisplayRole: lambda: GLYPHS[part] if part is not None else "",
            Qt.ItemDataRole.TextAlignmentRole: lambda: Qt.AlignmentFlag.AlignCenter,
            Qt.ItemDataRole.AccessibleTextRole: lambda: self.sentence(index),
            Qt.ItemDataRole.ToolTipRole: lambda: f"{self.sentence(index)}\n{_tip(claim)}",
        }
        if part is not None:
            level = claim.credited_level
            tell[Qt.ItemDataRole.ForegroundRole] = lambda: self._theme.stripe_of(claim)
            if level is not None:
                tell[Qt.ItemDataRole.BackgroundRole] = lambda: self._theme.fill(level)
        return tell[role]() if role in tell else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        return (
            _claim_head(self.claims[section], section + 1)
            if orientation is Qt.Orientation.Horizontal
            else _source_head(self.rows[section])
        ).get(role)

    def sentence(self, index: Index) -> str:
        """What a cell says, in words."""
        row, claim = self.rows[index.row()], self.claims[index.column()]
        part = row.parts.get(claim.id)
        words = {
            Part.SAYS: tr("Claim {n}, {level}, said by {name}"),
            Part.PASSES_ON: tr("Claim {n}, {level}, passed on by {name}"),
            Part.DENIES: tr("Claim {n}, denied by {name}"),
            None: tr("Claim {n}, {level}, not by {name}"),
        }[part]
        number = claim_number(self._analysis, claim.id)
        said = words.format(name=row.name, n=number, level=level_word(claim))
        relays = names(self._analysis, relay_ids(claim)) if part is Part.SAYS else ""
        return tr("{said}, through {names}").format(said=said, names=relays) if relays else said


def rows(article: Article, analysis: Analysis) -> tuple[Row, ...]:
    """Who has a part in which claims, in the order of the cards."""
    found = []
    for group in groups(analysis, Order.ROLE):
        for role in group.roles:
            parts = {claim.id: Part.PASSES_ON for claim in role.relays}
            parts |= {claim.id: _said(claim) for claim in role.says}
            found.append(Row(title_name(role.source), role.source.id, parts))
        if group.paper:
            name = article.publisher or tr("The article")
            own = {claim.id: Part.SAYS for claim in group.paper}
            found.append(Row(tr("{name}, the paper itself").format(name=name), None, own))
    return tuple(found)


def _claim_head(claim: Claim, number: int) -> dict[int, Any]:
    spoken = (tr("Claim {n}").format(n=number), level_word(claim), claim.text)
    return {
        Qt.ItemDataRole.DisplayRole: f"{number}\n{level_word(claim)}",
        Qt.ItemDataRole.ToolTipRole: _tip(claim),
        Qt.ItemDataRole.AccessibleTextRole: ", ".join(spoken),
    }


def _source_head(row: Row) -> dict[int, Any]:
    return {
        Qt.ItemDataRole.DisplayRole: shortened(row.name, LONGEST_NAME),
        Qt.ItemDataRole.ToolTipRole: row.name,
        Qt.ItemDataRole.TextAlignmentRole: Qt.AlignmentFlag.AlignLeft
        | Qt.AlignmentFlag.AlignVCenter,
    }


def _tip(claim: Claim) -> str:
    return quoted(shortened(claim.text, SHOWN))


def _said(claim: Claim) -> Part:
    return Part.DENIES if claim.certainty.level is Level.DENIED else Part.SAYS
