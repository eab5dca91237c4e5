"""The content of a claim as the Claim view shows it: in the article's face, with its stripe."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from according.domain.claims import Claim, Level, Voice
from according.domain.spans import Span, Spans
from according.ui.page.gutter import paint_stripe
from according.ui.panel.cards import Card, Prose, escaped
from according.ui.panel.wording import level_sentence, level_word
from according.ui.style import Look


class LevelBar(QWidget):
    """The stripe of a claim beside its content, in the pattern of its level."""

    def __init__(self, claim: Claim, look: Look) -> None:
        super().__init__()
        self._level: Level | None = claim.certainty.level
        if claim.voice is Voice.NARRATOR:
            self._level = None
        self._theme = look.theme
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setToolTip(level_sentence(claim.certainty.level))
        self.setAccessibleName(level_word(claim))

    def sizeHint(self) -> QSize:
        return QSize(4, 4)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_stripe(painter, QRectF(self.rect()), self._level, self._theme)
        painter.end()


class ContentCard(Card):
    """What is claimed, in the article's words and face, with its stripe at the left."""

    def __init__(self, text: str, content: Spans, words: Spans, look: Look) -> None:
        super().__init__(look)
        self._line = QHBoxLayout()
        self._line.setSpacing(look.px(10))
        shown = Prose(
            f'<p style="line-height:112%; margin:0;">{marked(text, content, words, look)}</p>',
            "reading",
        )
        shown.setAccessibleName(" … ".join(span.of(text) for span in content))
        self._line.addWidget(shown, 1)
        self.column.addLayout(self._line)

    def put_bar(self, bar: LevelBar) -> None:
        self._line.insertWidget(0, bar)


def marked(text: str, content: Spans, words: Spans, look: Look) -> str:
    """The content as rich text, its certainty words bold and in their colour."""
    return " … ".join(_marked_piece(text, piece, words, look) for piece in content)


def _marked_piece(text: str, piece: Span, words: Spans, look: Look) -> str:
    colour = look.theme.certainty.name()
    parts, at = [], piece.start
    for word in sorted(words):
        if not piece.contains(word) or word.start < at:
            continue
        parts.append(escaped(text[at : word.start]))
        parts.append(
            f'<span style="color:{colour}; font-weight:600;">{escaped(word.of(text))}</span>'
        )
        at = word.end
    parts.append(escaped(text[at : piece.end]))
    return "".join(parts)
