"""The parts of the Claim view that only show: the content and how sure it is put."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from according.domain.analysis import Analysis
from according.domain.claims import Claim, Level, Standing, Voice
from according.domain.reading import Reading
from according.domain.spans import Span, Spans
from according.ui.page.gutter import paint_stripe
from according.ui.panel.cards import Card, Prose, Table, escaped
from according.ui.panel.wording import (
    Value,
    confidence,
    date_words,
    directness,
    distance,
    level_sentence,
    level_word,
    likelihood,
    stance,
    title_name,
    tr,
    words_of,
)
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


def certainty_table(reading: Reading, analysis: Analysis, claim: Claim, look: Look) -> Table:
    """How sure the claim is put, and how its sources stand to it."""
    text = reading.article.text
    table = Table(look)
    table.add_value(tr("Likelihood"), likelihood(claim.certainty, text))
    table.add_value(tr("Speaker’s confidence"), confidence(claim.certainty, text))
    table.add_value(tr("Paper’s distance"), distance(claim, text))
    if claim.voice is not Voice.NARRATOR:
        _add_standing(table, analysis, claim, text)
    if claim.when:
        table.add_value(tr("When"), Value(", ".join(date_words(one) for one in claim.when)))
    return table


def _add_standing(table: Table, analysis: Analysis, claim: Claim, text: str) -> None:
    mine = [one for one in claim.standing if one.source in claim.sources]
    if not mine:
        table.add_value(tr("Basis"), Value(tr("not stated here"), known=False))
        table.add_value(tr("Standing"), Value(tr("not known"), known=False))
        return
    bases = [(one.source, basis(one, text)) for one in mine]
    if len({value for _, value in bases}) == 1:
        table.add_value(tr("Basis"), bases[0][1])
    else:
        _add_lines(table, tr("Basis"), bases, analysis)
    stances = [(one.source, stance(one.stance, one.reason)) for one in mine]
    _add_lines(table, tr("Standing"), stances, analysis)


def basis(standing: Standing, text: str) -> Value:
    """How the source would know; the words say so unless they are the reason of its stance."""
    value = directness(standing.directness)
    if standing.words and standing.reason is None:
        return Value(value.main, words_of(standing.words, text), value.known)
    return value


def _add_lines(
    table: Table, label: str, values: list[tuple[str, Value]], analysis: Analysis
) -> None:
    """One line for each source, under its name where there are several."""
    for index, (source, value) in enumerate(values):
        shown = value
        if len(values) > 1:
            name = title_name(analysis.source(source))
            shown = Value(f"{name} – {value.main}", value.more, value.known)
        table.add_value(label if index == 0 else "", shown)


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
