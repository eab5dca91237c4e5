"""The mentions of an entity, each as a line of its sentence, and the reader's word on them."""

from __future__ import annotations

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
        self.earlier = small_button("", look)
        self.earlier.clicked.connect(self._show_earlier)
        self.later = small_button("", look)
        self.later.clicked.connect(self._show_later)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        left = Qt.AlignmentFlag.AlignLeft
        self.column.addWidget(self.earlier, 0, left)
        self.column.addLayout(self._rows)
        self.column.addWidget(self.later, 0, left)
        self._begin(0)

    def mark(self, passage: Span | None) -> QWidget | None:
        """Mark the mention that a passage lies on; the line of it, if there is one."""
        index = self._index_of(passage)
        if index is not None and not self._start <= index < self._end:
            self._begin(max(0, index - LEAD))
        self._current = self._entity.mentions[index].span if index is not None else None
        for span, line in self._lines.items():
            role = "current" if span == self._current else ""
            if (line.property("role") or "") != role:
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

    def _begin(self, start: int) -> None:
        """Show a few mentions from the one with this number on, in place of those shown before."""
        clear(self._rows)
        self._lines.clear()
        self._tools.clear()
        self.chooser = None
        self._start = self._end = start
        self._add(start, start + SHOWN_FIRST)

    def _show_earlier(self) -> None:
        start = self._start
        self._add(max(0, start - SHOWN_MORE), start)
        self._focus(self._start)

    def _show_later(self) -> None:
        end = self._end
        self._add(end, end + SHOWN_MORE)
        self._focus(end)

    def _add(self, start: int, end: int) -> None:
        """Add lines before or after those that are shown."""
        mentions = self._entity.mentions
        end = min(end, len(mentions))
        before = start < self._start
        self._widen(mentions[start:end])
        # In one widget, since each that is shown by itself would lay out all the others again.
        stretch = QWidget()
        column = QVBoxLayout(stretch)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for number, mention in enumerate(mentions[start:end], start):
            frame = self._frame(mention)
            self._lines[mention.span] = frame
            if number > start or (self._rows.count() and not before):
                column.addWidget(rule())
            column.addWidget(frame)
        if before:
            column.addWidget(rule())
        self._rows.insertWidget(0 if before else -1, stretch)
        self._start, self._end = min(start, self._start), max(end, self._end)
        rest = len(mentions) - self._end
        self.earlier.setText(counted(self._start, "{n} before", "{n} before"))
        self.earlier.setVisible(self._start > 0)
        self.later.setText(counted(rest, "{n} more", "{n} more"))
        self.later.setVisible(rest > 0)

    def _focus(self, number: int) -> None:
        """Put the keyboard on the first of the lines that were asked for."""
        self.changed.emit()
        line = self._lines[self._entity.mentions[number].span]
        button = line.findChild(QPushButton)
        if button is not None:
            # A new widget can take the keyboard only once the layout has shown it.
            QTimer.singleShot(0, button, lambda: button.setFocus(Qt.FocusReason.OtherFocusReason))

    def _frame(self, mention: Mention) -> QFrame:
        """The line of a mention, with what is doubtful or settled about it."""
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
        return frame

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

    def _widen(self, mentions: tuple[Mention, ...]) -> None:
        """Make room in which the place of each of these mentions, and of the last, can stand."""
        metrics, article = self._mark_metrics(), self._reading.article
        spans = [one.span for one in (*mentions, self._entity.mentions[-1])]
        widest = max(metrics.horizontalAdvance(place_mark(article, span)[0]) for span in spans)
        self._mark_width = max(self._mark_width, self._look.px(32), ceil(widest) + 1)

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
