"""Sets the rows of a page as paragraphs of a document: sizes, spacing and inks, never HTML."""

from __future__ import annotations

from collections.abc import Iterable
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


def typeset(document: QTextDocument, page: PageMap, theme: Theme, zoom: float) -> None:
    """Fill `document` with the rows of `page`, one text block each."""
    document.setUndoRedoEnabled(False)
    document.setDocumentMargin(0)
    document.setDefaultFont(font_of(BODY, zoom))
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    cursor.select(QTextCursor.SelectionType.Document)
    cursor.removeSelectedText()
    for number, row in enumerate(page.rows):
        face = face_of(row)
        letters = letters_of(row, theme, zoom)
        if number:
            cursor.insertBlock(_paragraph(row, face, zoom), letters)
        else:
            cursor.setBlockFormat(_paragraph(row, face, zoom))
            cursor.setBlockCharFormat(letters)
        if row.lead:
            cursor.insertText(row.text[: row.lead], _strong(letters, theme))
        cursor.insertText(row.text[row.lead :], letters)
    cursor.endEditBlock()


def letters_of(row: Row, theme: Theme, zoom: float) -> QTextCharFormat:
    """The character format of a row's plain text."""
    face = face_of(row)
    letters = QTextCharFormat()
    letters.setFont(font_of(face, zoom))
    letters.setForeground(brush_of(theme.color(f"inks.{face.ink}")))
    return letters


def restyle(
    document: QTextDocument,
    page: PageMap,
    theme: Theme,
    zoom: float,
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
            cursor.setCharFormat(letters_of(page.rows[number], theme, zoom))
    for word in styled:
        change = _certain(theme) if word.certainty else _cue(theme)
        for number in page.numbers(word.span):
            _select(cursor, page, number, word)
            cursor.mergeCharFormat(change)
    cursor.endEditBlock()


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


def _strong(letters: QTextCharFormat, theme: Theme) -> QTextCharFormat:
    strong = QTextCharFormat(letters)
    strong.setFontWeight(QFont.Weight.DemiBold)
    strong.setForeground(brush_of(theme.text))
    return strong


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
