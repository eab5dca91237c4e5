"""A window beside the article's: its sources and claims as a table that leads to each of them."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from according.domain.reading import Reading
from according.ui.panel.cards import Prose, escaped, muted
from according.ui.panel.claims_table import GLYPHS, ClaimsTable, Part
from according.ui.panel.wording import quoted
from according.ui.style import Look
from according.ui.theme import interface_palette

NAMES_WIDTH = 280
"""Pixels at 100 % that names of sources may take, so that claims have room beside them."""

SIZE = QSize(900, 560)
"""At 100 %, where the screen has room."""

_STYLE = """
QTableView {{ background: {card}; color: {text}; gridline-color: {line}; font-size: {size}px;
    border: 1px solid {line}; selection-background-color: {soft}; selection-color: {text}; }}
QTableView::item:selected {{ background: {soft}; border: 2px solid {accent}; }}
QHeaderView {{ background: {panel}; }}
QHeaderView::section {{ background: {panel}; color: {text}; border: none;
    border-right: 1px solid {line}; border-bottom: 1px solid {line}; padding: {pad}px;
    font-size: {size}px; font-weight: 400; }}
QTableCornerButton::section, QAbstractScrollArea::corner {{ background: {panel}; border: none; }}
"""


class SourcesTableDialog(QDialog):
    """Arrows move, Enter and a click go to the claim, or from a name to the source.

    Signals
    -------
    claim_chosen(str), source_chosen(str): by their ids.
    """

    claim_chosen = Signal(str)
    source_chosen = Signal(str)

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Sources and claims"))
        self._look = look
        self._reading: Reading | None = None
        self.model: ClaimsTable | None = None
        self.table = QTableView(self)
        self.told = Prose("", "body")
        self._legend = Prose("", "small")
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self._set_up()
        self.restyle(look)

    def show_reading(self, reading: Reading | None) -> None:
        """Fill the table from an article; the cell that is current stays where it was."""
        self._reading = reading
        analysis = reading.analysis if reading is not None else None
        if reading is None or analysis is None or not analysis.claims:
            self.table.setModel(None)
            self.model = None
            self.told.setText(escaped(self.tr("There are no claims in this article.")))
            return
        current = self.table.currentIndex()
        place = (current.row(), current.column()) if current.isValid() else (0, 0)
        self.model = ClaimsTable(reading.article, analysis, self._look.theme)
        self.model.setParent(self)
        self.table.setModel(self.model)
        self.table.selectionModel().currentChanged.connect(self._tell)
        self._measure()
        row, column = place
        last = (self.model.rowCount() - 1, self.model.columnCount() - 1)
        self.table.setCurrentIndex(self.model.index(min(row, last[0]), min(column, last[1])))

    def show_claim(self, claim: str | None) -> None:
        """Go to the column of a claim that was chosen elsewhere, and to who says it."""
        model = self.model
        if model is None or claim is None or claim == self._claim_at(self.table.currentIndex()):
            return
        column = next((at for at, one in enumerate(model.claims) if one.id == claim), None)
        if column is None:
            return
        row = next((at for at, one in enumerate(model.rows) if claim in one.parts), 0)
        self.table.selectionModel().setCurrentIndex(
            model.index(row, column), QItemSelectionModel.SelectionFlag.ClearAndSelect
        )

    def restyle(self, look: Look) -> None:
        """Take another theme or text size."""
        self._look = look
        theme, px = look.theme, look.px
        self.setPalette(interface_palette(theme))
        self.table.setStyleSheet(
            _STYLE.format(
                card=theme.card.name(),
                panel=theme.panel.name(),
                text=theme.text.name(),
                line=theme.line.name(),
                accent=theme.accent.name(),
                soft=theme.accent_soft.name(),
                size=px(13),
                pad=px(4),
            )
        )
        words = {
            Part.SAYS: self.tr("says"),
            Part.PASSES_ON: self.tr("passes on"),
            Part.DENIES: self.tr("denies"),
        }
        legend = "&nbsp;&nbsp; ".join(
            f"{glyph}&nbsp;{muted(words[part], look)}" for part, glyph in GLYPHS.items()
        )
        self._legend.setText(legend)
        self._column.setContentsMargins(px(14), px(14), px(14), px(12))
        self._column.setSpacing(px(8))
        room = self.screen().availableGeometry().size() - QSize(60, 80)
        self.resize(QSize(px(SIZE.width()), px(SIZE.height())).boundedTo(room))
        self.show_reading(self._reading)

    def _set_up(self) -> None:
        table = self.table
        table.setAccessibleName(self.tr("Sources and claims"))
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setTabKeyNavigation(False)
        table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.clicked.connect(self._go)
        table.activated.connect(self._go)
        for header in (table.horizontalHeader(), table.verticalHeader()):
            header.setSectionsClickable(True)
            header.setHighlightSections(False)
            header.setTextElideMode(Qt.TextElideMode.ElideRight)
        table.horizontalHeader().sectionClicked.connect(self._go_to_column)
        table.verticalHeader().sectionClicked.connect(self._go_to_source)
        close = self._buttons.button(QDialogButtonBox.StandardButton.Close)
        close.setIcon(QIcon())
        close.setAutoDefault(False)
        self._buttons.rejected.connect(self.reject)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._legend)
        self._column.addWidget(table, 1)
        self._column.addWidget(self.told)
        self._column.addWidget(self._buttons)

    def _measure(self) -> None:
        """Columns all as wide as the widest heading, names no wider than they may be."""
        self.table.ensurePolished()
        names, claims = self.table.verticalHeader(), self.table.horizontalHeader()
        for header in (names, claims):
            header.ensurePolished()
        names.setFixedWidth(min(names.sizeHint().width(), self._look.px(NAMES_WIDTH)))
        names.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        widest = max(claims.sectionSizeHint(at) for at in range(claims.count()))
        claims.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        claims.setDefaultSectionSize(widest)

    def _claim_at(self, index: QModelIndex) -> str | None:
        valid = self.model is not None and index.isValid()
        return self.model.claims[index.column()].id if valid and self.model is not None else None

    def _tell(self, index: QModelIndex) -> None:
        """Say in words what the current cell shows; two lines high, so that nothing jumps."""
        model = self.model
        if model is None or not index.isValid():
            return
        text = quoted(model.claims[index.column()].text)
        self.told.setText(f"{escaped(model.sentence(index))}<br>{muted(text, self._look)}")

    def _go(self, index: QModelIndex) -> None:
        claim = self._claim_at(index)
        if claim is not None:
            self.claim_chosen.emit(claim)

    def _go_to_column(self, column: int) -> None:
        if self.model is not None:
            self.claim_chosen.emit(self.model.claims[column].id)

    def _go_to_source(self, row: int) -> None:
        source = self.model.rows[row].source if self.model is not None else None
        if source is not None:
            self.source_chosen.emit(source)
