"""Sets the rows of a page as paragraphs of a document: sizes, spacing and inks, never HTML."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from PySide6.QtGui import (
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QApplication

from according.domain.article import BlockKind
from according.ui.page.highlights import PageMap, Words
from according.ui.page.rows import Row, RowKind
from according.ui.theme import Theme, brush_of, reading_font

GAP = 16.0
"""From the text to the nearest stripe."""
STRIPE = 4.0
LANE = 8.0
"""From one stripe to the next."""
LANES = 3
"""Stripes side by side at most; further ones share the outermost lane."""
ARROW = 5.0
MARGIN = GAP + STRIPE + LANES * LANE + ARROW + 2
"""What the left margin needs; the right one needs less."""
NOTE = 12.0
NOTE_GAP = 16.0
RIGHT_MARGIN = NOTE_GAP + NOTE + 8
LARGEST_BESIDE = 2.0
"""Size (1 is 100 %) up to which stripes and glyphs grow with the text: a column needs its width."""
COLUMN = 600
"""Width of the text at 100 %, in pixels: about 70 characters."""
ABOVE = 34
BELOW = 96
"""Room under the last line, so that it need not be read at the edge of the window."""


class Face(NamedTuple):
    """How a kind of row is set; lengths in pixels at 100 %."""

    size: int
    line: int
    before: int = 0
    after: int = 16
    ink: str = "text"
    bold: bool = False
    italic: bool = False
    plain: bool = False
    indent: int = 0
    hanging: int = 0


BODY = Face(18, 29)
FOLD = Face(13, 20, before=24, after=20, ink="muted", plain=True)
SMALL = Face(14, 22, after=10, ink="muted")
FACES = {
    BlockKind.HEADLINE: Face(30, 37, after=12, bold=True),
    BlockKind.STANDFIRST: Face(19, 28, after=12, ink="standfirst", italic=True),
    BlockKind.HEADING: Face(21, 29, before=24, after=8, bold=True),
    BlockKind.QUOTATION: Face(18, 29, indent=28),
    BlockKind.LIST: Face(18, 29, after=8, indent=20),
    BlockKind.CAPTION: Face(14, 20, after=20, ink="muted", plain=True),
    BlockKind.BOILERPLATE: SMALL,
}
METADATA = Face(13, 20, before=4, after=16, ink="muted", plain=True)
AFTER_UNFOLDED = 24
"""From boilerplate that is shown to the story."""
FOLD_LABEL_ROOM = 64
"""Kept free at the end of a fold row for its "Show" or "Hide"."""


def beside(zoom: float) -> float:
    """How large stripes, glyphs and margins are at a size of the text; 1 is 100 %."""
    return max(1.0, min(zoom, LARGEST_BESIDE))


def face_of(row: Row) -> Face:
    """How a row is set."""
    if row.kind is RowKind.METADATA:
        return METADATA
    if row.kind is not RowKind.BLOCK:
        return FOLD
    return FACES.get(row.shape, BODY)


def font_of(face: Face, zoom: float) -> QFont:
    """The font of a face at `zoom` (1 is 100 %)."""
    pixels = max(1, round(face.size * zoom))
    if face.plain:
        font = QFont(QApplication.font())
        font.setPixelSize(pixels)
    else:
        font = reading_font(pixels)
    font.setBold(face.bold)
    font.setItalic(face.italic)
    return font


class Faces:
    """How rows are set in a theme at a size (1 is 100 %); each format is made once."""

    def __init__(self, theme: Theme, zoom: float) -> None:
        self.theme = theme
        self.zoom = zoom
        self._letters: dict[Face, QTextCharFormat] = {}
        self._paragraphs: dict[tuple[Face, BlockKind, bool, bool], QTextBlockFormat] = {}

    def letters(self, row: Row) -> QTextCharFormat:
        """The character format of a row's plain text."""
        face = face_of(row)
        if face not in self._letters:
            letters = QTextCharFormat()
            letters.setFont(font_of(face, self.zoom))
            letters.setForeground(brush_of(self.theme.color(f"inks.{face.ink}")))
            self._letters[face] = letters
        return self._letters[face]

    def paragraph(self, row: Row) -> QTextBlockFormat:
        """The format of a row as a paragraph."""
        key = (face_of(row), row.shape, row.closes, row.of_fold)
        if key not in self._paragraphs:
            self._paragraphs[key] = _paragraph(row, key[0], self.zoom)
        return self._paragraphs[key]

    def lead(self, row: Row) -> QTextCharFormat:
        """The character format of the authors in the line of metadata."""
        strong = QTextCharFormat(self.letters(row))
        strong.setFontWeight(QFont.Weight.DemiBold)
        strong.setForeground(brush_of(self.theme.text))
        return strong


def clear(document: QTextDocument, zoom: float) -> None:
    """Empty `document` for rows at `zoom` (1 is 100 %)."""
    document.setUndoRedoEnabled(False)
    cursor = QTextCursor(document)
    cursor.select(QTextCursor.SelectionType.Document)
    cursor.removeSelectedText()
    document.setDocumentMargin(0)
    document.setDefaultFont(font_of(BODY, zoom))


def typeset(document: QTextDocument, page: PageMap, faces: Faces) -> None:
    """Fill an empty `document` with those rows of `page` that it is to hold, a text block each."""
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    for number in range(page.first, page.last):
        row = page.rows[number]
        if number == page.first:
            _begin(cursor, row, faces)
        else:
            cursor.insertBlock(faces.paragraph(row), faces.letters(row))
        _write(cursor, row, faces)
    cursor.endEditBlock()


def add_below(document: QTextDocument, rows: Iterable[Row], faces: Faces) -> None:
    """Set rows after those that `document` holds."""
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    cursor.movePosition(QTextCursor.MoveOperation.End)
    for row in rows:
        cursor.insertBlock(faces.paragraph(row), faces.letters(row))
        _write(cursor, row, faces)
    cursor.endEditBlock()


def add_above(document: QTextDocument, rows: Sequence[Row], faces: Faces, *, first: Row) -> None:
    """Set rows before those that `document` holds, of which `first` is the first."""
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    _begin(cursor, rows[0], faces)
    for row, below in pairwise((*rows, first)):
        _write(cursor, row, faces)
        cursor.insertBlock(faces.paragraph(below), faces.letters(below))
    cursor.endEditBlock()


def restyle(
    document: QTextDocument,
    page: PageMap,
    faces: Faces,
    *,
    plain: Iterable[Words],
    styled: Iterable[Words],
) -> None:
    """Give the words of `plain` back their row's format, then style those of `styled`."""
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    for word in plain:
        for number in page.numbers(word.span):
            _select(cursor, page, number, word)
            cursor.setCharFormat(faces.letters(page.rows[number]))
    for word in styled:
        change = _certain(faces.theme) if word.certainty else _cue(faces.theme)
        for number in page.numbers(word.span):
            _select(cursor, page, number, word)
            cursor.mergeCharFormat(change)
    cursor.endEditBlock()


def _begin(cursor: QTextCursor, row: Row, faces: Faces) -> None:
    cursor.setBlockFormat(faces.paragraph(row))
    cursor.setBlockCharFormat(faces.letters(row))


def _write(cursor: QTextCursor, row: Row, faces: Faces) -> None:
    if row.lead:
        cursor.insertText(row.text[: row.lead], faces.lead(row))
    cursor.insertText(row.text[row.lead :], faces.letters(row))


def _select(cursor: QTextCursor, page: PageMap, number: int, word: Words) -> None:
    start, end = page.local(number, word.span)
    cursor.setPosition(page.start_of(number) + start)
    cursor.setPosition(page.start_of(number) + end, QTextCursor.MoveMode.KeepAnchor)


def _certain(theme: Theme) -> QTextCharFormat:
    change = QTextCharFormat()
    change.setFontWeight(QFont.Weight.Bold)
    change.setForeground(theme.certainty)
    return change


def _cue(theme: Theme) -> QTextCharFormat:
    change = QTextCharFormat()
    change.setFontItalic(True)
    change.setForeground(theme.accent)
    return change


def _paragraph(row: Row, face: Face, zoom: float) -> QTextBlockFormat:
    form = QTextBlockFormat()
    form.setLineHeight(round(face.line * zoom), QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    form.setTopMargin(round(face.before * zoom))
    form.setBottomMargin(round((AFTER_UNFOLDED if row.closes else face.after) * zoom))
    form.setLeftMargin(round(face.indent * zoom))
    if row.of_fold:
        form.setRightMargin(round(FOLD_LABEL_ROOM * zoom))
    if face.bold:
        form.setHeadingLevel(1 if row.shape is BlockKind.HEADLINE else 2)
    return form
