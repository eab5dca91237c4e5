"""The mentions of an entity, each as a line of its sentence, and the reader's word on them."""

from __future__ import annotations

from collections.abc import Callable
from math import ceil

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFont, QFontMetricsF
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from according.domain.analysis import Analysis
from according.domain.entities import Entity, Mention
from according.domain.reading import Reading
from according.domain.spans import Span
from according.ui.panel.cards import (
    Card,
    Clickable,
    Prose,
    clear,
    linked,
    muted,
    plain,
    row,
    rule,
    small_button,
)
from according.ui.panel.entity_chooser import EntityChooser
from according.ui.panel.entity_work import EntityWork, wording_of
from according.ui.panel.marked_line import Mark, MarkedLine, line_metrics, utf16_length
from according.ui.panel.mention_doubt import MentionDoubt
from according.ui.panel.wording import capital, counted, place_mark, quoted, shortened, tr
from according.ui.style import Look

BEFORE, AFTER = 22, 44
"""Code points of the text shown before and after a mention."""

SHOWN_FIRST, SHOWN_MORE = 12, 40
"""How many mentions are shown at first, and with each asking for more."""

LEAD = 3
"""How many mentions stand before the current one where the list does not begin at the first."""


class MentionList(Card):
    """A stretch of the mentions of an entity, round the current one; more on demand.

    Signals
    -------
    mention_chosen(Span): the reader went to a mention.
    meant(tuple[Span, ...], str): these mentions mean the entity of this name.
    withdrawn(str), entity_chosen(str): as of `MentionDoubt`.
    changed(): other lines are shown.
    opened(QWidget): a card has opened and should be in sight.
    """

    mention_chosen = Signal(object)
    meant = Signal(object, str)
    withdrawn = Signal(str)
    entity_chosen = Signal(str)
    changed = Signal()
    opened = Signal(object)

    def __init__(
        self, reading: Reading, analysis: Analysis, entity: Entity, work: EntityWork, look: Look
    ) -> None:
        super().__init__(look)
        self._reading, self._analysis, self._entity = reading, analysis, entity
        self._work, self._look = work, look
        self._lines: dict[Span, QFrame] = {}
        self._tools: dict[Span, Prose] = {}
        self._current: Span | None = None
        self._start = self._end = 0
        self.column.setSpacing(0)
        margin = look.px(5)
        self.column.setContentsMargins(look.px(8), margin, look.px(8), margin)
        self._mark_width = 0
        self.chooser: EntityChooser | None = None
        self._show(0, SHOWN_FIRST)

    def mark(self, passage: Span | None) -> QWidget | None:
        """Mark the mention that a passage lies on; the line of it, if there is one."""
        index = self._index_of(passage)
        if index is not None and not self._start <= index < self._end:
            start = max(0, index - LEAD)
            self._show(start, start + SHOWN_FIRST)
        self._current = self._entity.mentions[index].span if index is not None else None
        for span, line in self._lines.items():
            role = "current" if span == self._current else ""
            if line.property("role") != role:
                line.setProperty("role", role)
                line.style().unpolish(line)
                line.style().polish(line)
                self._offer_tools(span, line, offered=bool(role))
        return self._lines[self._current] if self._current is not None else None

    @property
    def first(self) -> QWidget | None:
        """The current line, or else the first, as the keyboard reaches it."""
        frame = self._lines.get(self._current) if self._current is not None else None
        frame = frame or next(iter(self._lines.values()), None)
        return frame.findChild(Clickable) if frame is not None else None

    def ask(self, passage: Span | None) -> bool:
        """Ask in a card who is meant by the mention that a passage lies on; False without one."""
        self.mark(passage)
        if self._current is None:
            return False
        self._ask(self._current, "one")
        return True

    def _index_of(self, passage: Span | None) -> int | None:
        if passage is None:
            return None
        spans = [one.span for one in self._entity.mentions]
        exact = next((n for n, span in enumerate(spans) if span == passage), None)
        touching = (n for n, span in enumerate(spans) if span.overlaps(passage))
        return exact if exact is not None else next(touching, None)

    def _show(self, start: int, end: int) -> None:
        """Show the mentions from `start` to `end` in place of those shown before."""
        mentions = self._entity.mentions
        self._start, self._end = start, min(end, len(mentions))
        clear(self.column)
        self._lines.clear()
        self._tools.clear()
        self.chooser = None
        self._mark_width = self._width_of_marks()
        if self._start:
            self._add_more(counted(self._start, "{n} before", "{n} before"), self._show_earlier)
        for mention in mentions[self._start : self._end]:
            self._add_mention(mention)
        rest = len(mentions) - self._end
        if rest:
            self._add_more(counted(rest, "{n} more", "{n} more"), self._show_later)

    def _add_more(self, words: str, act: Callable[[], None]) -> None:
        more = small_button(words, self._look)
        # Later, because the button itself goes when the lines are shown anew.
        more.clicked.connect(lambda: QTimer.singleShot(0, self, act))
        self.column.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)

    def _show_earlier(self) -> None:
        start = max(0, self._start - SHOWN_MORE)
        self._show_and_focus(start, self._end, start)

    def _show_later(self) -> None:
        self._show_and_focus(self._start, self._end + SHOWN_MORE, self._end)

    def _show_and_focus(self, start: int, end: int, first: int) -> None:
        """Show more lines, with the keyboard on the first one that is new."""
        self._show(start, end)
        self.mark(self._current)
        self.changed.emit()
        line = self._lines[self._entity.mentions[first].span]
        button = line.findChild(QPushButton)
        if button is not None:
            # A new widget can take the keyboard only once the layout has shown it.
            QTimer.singleShot(0, button, lambda: button.setFocus(Qt.FocusReason.OtherFocusReason))

    def _add_mention(self, mention: Mention) -> None:
        if self._lines:
            self.column.addWidget(rule())
        frame = QFrame()
        column = QVBoxLayout(frame)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        line = self._mention_line(mention)
        line.clicked.connect(lambda: self.mention_chosen.emit(mention.span))
        column.addWidget(line)
        settled = self._work.meant.get(mention.span)
        if mention.doubtful or settled is not None:
            doubt = MentionDoubt(self._analysis, self._entity, mention, settled, self._look)
            doubt.meant.connect(lambda name: self.meant.emit((mention.span,), name))
            doubt.withdrawn.connect(self.withdrawn)
            doubt.entity_chosen.connect(self.entity_chosen)
            self._indent(doubt)
            column.addWidget(doubt)
        self._lines[mention.span] = frame
        self.column.addWidget(frame)

    def _indent(self, widget: QWidget) -> None:
        """Put what belongs to a line under its words."""
        px = self._look.px
        left = px(4) if self._look.large else self._mark_width + px(12)
        widget.setContentsMargins(left, px(1), px(4), px(6))

    def _offer_tools(self, span: Span, line: QFrame, *, offered: bool) -> None:
        """The current mention can be said to mean somebody else, and all that are written so."""
        tools = self._tools.get(span)
        if tools is None and offered:
            tools = Prose(self._tool_words(span), "small", follow=lambda to: self._ask(span, to))
            self._indent(tools)
            self._tools[span] = tools
            layout = line.layout()
            if layout is not None:
                layout.addWidget(tools)
        if tools is not None:
            tools.setVisible(offered)

    def _tool_words(self, span: Span) -> str:
        look = self._look
        words = linked(tr("Somebody else…"), "one", look)
        same = wording_of(self._entity, span, self._reading.article.text)
        if len(same.mentions) > 1:
            text = tr("All {n} of {words}…").format(
                n=len(same.mentions), words=quoted(shortened(same.words, 40))
            )
            words += muted(" · ", look) + linked(text, "all", look)
        return words

    def _ask(self, span: Span, which: str) -> None:
        text = self._reading.article.text
        same = wording_of(self._entity, span, text)
        # The one at hand first: what is chosen goes with it.
        spans = (span,) if which == "one" else (span, *(one for one in same.spans if one != span))
        doubtful = any(one.doubtful for one in same.mentions) and len(spans) > 1
        question = tr("Who is meant by {words} here?")
        if len(spans) > 1:
            question = tr("Who is meant by {words} in all {n} places?")
        chooser = EntityChooser(
            self._analysis,
            self._entity,
            self._look,
            question.format(words=quoted(shortened(span.of(text), 40)), n=len(spans)),
            near=self._candidates(span),
            new=True,
            itself=doubtful,
        )
        chooser.entity_chosen.connect(
            lambda one: self._mean(spans, self._analysis.entity(one).name)
        )
        chooser.name_chosen.connect(lambda name: self._mean(spans, name))
        chooser.given_up.connect(lambda: self._close(span))
        self._open(chooser, span)

    def _candidates(self, span: Span) -> tuple[str, ...]:
        """Who else a doubtful mention could be."""
        mention = next(one for one in self._entity.mentions if one.span == span)
        return mention.candidates

    def _open(self, chooser: EntityChooser, span: Span) -> None:
        if self.chooser is not None:
            self.chooser.hide()
            self.chooser.deleteLater()
        self.chooser = chooser
        layout = self._lines[span].layout()
        if layout is not None:
            layout.addWidget(chooser)
        chooser.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.opened.emit(chooser)

    def _mean(self, spans: tuple[Span, ...], name: str) -> None:
        self.meant.emit(spans, name)

    def _close(self, span: Span) -> None:
        """Close the chooser; the keyboard goes back to where it was opened."""
        if self.chooser is not None:
            self.chooser.hide()
            self.chooser.deleteLater()
            self.chooser = None
        if span in self._tools:
            self._tools[span].setFocus(Qt.FocusReason.OtherFocusReason)

    def _mark_metrics(self) -> QFontMetricsF:
        font = QFont(self.font())
        font.setPixelSize(self._look.px(11))
        return QFontMetricsF(font)

    def _width_of_marks(self) -> int:
        """The width in which the place of every mention that is shown can be written."""
        metrics = self._mark_metrics()
        article = self._reading.article
        shown = self._entity.mentions[self._start : self._end]
        marks = {place_mark(article, one.span)[0] for one in shown}
        widest = max((metrics.horizontalAdvance(mark) for mark in marks), default=0.0)
        return max(self._look.px(32), ceil(widest) + 1)

    def _mention_line(self, mention: Mention) -> Clickable:
        mark, place = place_mark(self._reading.article, mention.span)
        before, words, after = in_context(self._reading, mention.span)
        theme, kind = self._look.theme, self._entity.kind
        start = utf16_length(before)
        marked = Mark(
            start,
            start + utf16_length(words),
            theme.entity_fill(kind),
            theme.entity(kind),
            dashed=mention.inferred,
        )
        number = plain(mark, "place")
        number.setWordWrap(False)
        if not self._look.large:
            number.setFixedWidth(self._mark_width)
            drop = round(line_metrics(self._look).ascent() - self._mark_metrics().ascent())
            number.setContentsMargins(0, max(0, drop), 0, 0)
        unsure = "".join(
            f", {word}"
            for word, so in ((tr("inferred"), mention.inferred), (tr("doubtful"), mention.doubtful))
            if so
        )
        name = f"{place}{unsure}, {before}{words}{after}"
        shown = MarkedLine(before + words + after, marked, self._look)
        return self._row(name, number, shown, capital(f"{place}{unsure}"))

    def _row(self, name: str, number: Prose, shown: MarkedLine, tip: str) -> Clickable:
        """A line with its place before it; with large text the place stands above."""
        if not self._look.large:
            return row(name, self._look, number, shown, tip=tip)
        px = self._look.px
        above = QVBoxLayout()
        above.setContentsMargins(px(4), px(4), px(4), px(4))
        above.setSpacing(px(1))
        line = Clickable("row", name, self._look, above)
        line.put(number, shown)
        line.setToolTip(tip)
        return line


def in_context(reading: Reading, span: Span) -> tuple[str, str, str]:
    """A mention with some words of its block before and after it."""
    text = reading.article.text
    block = reading.article.block_at(span.start)
    whole = block.span if block is not None else Span(0, len(text))
    start, end = max(whole.start, span.start - BEFORE), min(whole.end, span.end + AFTER)
    before, after = text[start : span.start], text[span.end : end]
    if start > whole.start:
        before = "…\u00a0" + before.partition(" ")[2]
    if end < whole.end:
        after = after.rpartition(" ")[0].rstrip(" ,;:—–-") + "\u00a0…"
    return before.replace("\n", " "), span.of(text).replace("\n", " "), after.replace("\n", " ")
