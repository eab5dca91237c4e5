"""The Context view: one entity with every mention, what it says and what is said about it."""

from __future__ import annotations

from collections.abc import Callable
from math import ceil

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF
from PySide6.QtWidgets import QFrame, QVBoxLayout

from according.domain.analysis import Analysis
from according.domain.claims import Claim
from according.domain.entities import Entity, Mention
from according.domain.notes import AnchoredNote
from according.domain.reading import Reading
from according.domain.spans import Span
from according.ui.panel.cards import (
    Card,
    Clickable,
    Prose,
    dotted_chip,
    escaped,
    link,
    muted,
    plain,
    row,
    rule,
    small_button,
    titled,
)
from according.ui.panel.marked_line import Mark, MarkedLine, line_metrics, utf16_length
from according.ui.panel.mention_doubt import MentionDoubt
from according.ui.panel.own_work import home
from according.ui.panel.source_card import ClaimList
from according.ui.panel.view import View
from according.ui.panel.wording import (
    capital,
    counted,
    kind_word,
    place_mark,
    shortened,
    tr,
)
from according.ui.style import Look

BEFORE, AFTER = 22, 44
"""Code points of the text shown before and after a mention."""

SHOWN_FIRST = 12
"""How many mentions are shown before the rest is offered."""


class ContextView(View):
    """What the article has about the chosen entity.

    Signals
    -------
    claim_chosen(str): the reader went to a claim, by its id.
    entity_chosen(str): the reader asked for another entity, by its id.
    mention_chosen(str, Span): the reader went to a mention of the entity with this id.
    place_chosen(Span): the reader went to a place in the text.
    source_set(str, tuple[str, ...]), withdrawn(str): as of `MentionDoubt`.
    """

    claim_chosen = Signal(str)
    entity_chosen = Signal(str)
    mention_chosen = Signal(str, object)
    place_chosen = Signal(object)
    source_set = Signal(str, object)
    withdrawn = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._lines: list[tuple[Span, QFrame]] = []
        self._shown: object = None
        self._subject: object = None
        self._mark_width = 0

    def restyle(self, look: Look) -> None:
        super().restyle(look)
        self._shown = None

    def say(self, text: str, *, offer: bool = False) -> None:
        """Show one sentence in place of an entity."""
        self._lines, self._shown, self._subject = [], None, None
        super().say(text, offer=offer)

    def show_entity(
        self, reading: Reading, analysis: Analysis, entity: Entity, passage: Span | None
    ) -> None:
        """Fill the view; the mention that `passage` lies on is marked as the current one.

        Where the same is shown already, only the mark moves, and the keyboard stays.
        """
        shown = (reading.id, entity, analysis, reading.notes)
        if shown == self._shown:
            self.mark(passage)
            return
        subject = (reading.id, reading.article.text, entity.id)
        place = self.verticalScrollBar().value() if subject == self._subject else 0
        self.empty()
        self._lines, self._shown, self._subject = [], shown, subject
        self._add_head(reading, entity)
        self._add_mentions(reading, analysis, entity)
        self._add_claims(reading, analysis, entity)
        self._add_notes(reading, analysis, entity)
        self.column.addStretch(1)
        self.order_tabs()
        self.verticalScrollBar().setValue(place)
        self.mark(passage)

    def mark(self, passage: Span | None) -> None:
        """Mark the mention that a passage lies on."""
        for span, line in self._lines:
            role = "current" if passage is not None and span.overlaps(passage) else ""
            if line.property("role") != role:
                line.setProperty("role", role)
                line.style().unpolish(line)
                line.style().polish(line)
            if role:
                self.show_widget(line)

    def _add_head(self, reading: Reading, entity: Entity) -> None:
        card = Card(self.look)
        kind = dotted_chip(kind_word(entity.kind), self.look.theme.entity(entity.kind))
        card.column.addWidget(titled(plain(entity.name, "title"), kind, look=self.look))
        if entity.description:
            words = escaped(capital(entity.description))
            if entity.described is not None:
                mark, place = place_mark(reading.article, entity.described)
                mark = mark if mark.startswith("¶") else place
                words += " " + link(mark, "described", self.look)
            described = entity.described
            card.column.addWidget(
                Prose(words, "body", follow=lambda _to: self.place_chosen.emit(described))
            )
        also = also_written(entity, reading)
        if also:
            card.column.addWidget(plain(tr("Also written {names}").format(names=also), "small"))
        self._add_related(card, reading, entity)
        self.column.addWidget(card)

    def _add_related(self, card: Card, reading: Reading, entity: Entity) -> None:
        analysis = reading.analysis
        others = [one for one in analysis.entities if one.id in entity.related] if analysis else []
        if others:
            words = ", ".join(link(one.name, one.id, self.look) for one in others)
            label = muted(tr("See also"), self.look)
            card.column.addWidget(
                Prose(f"{label} {words}", "small", follow=self.entity_chosen.emit)
            )

    def _add_mentions(self, reading: Reading, analysis: Analysis, entity: Entity) -> None:
        count = len(entity.mentions)
        self.head(counted(count, "{n} mention", "{n} mentions"))
        card = Card(self.look)
        card.column.setSpacing(0)
        margin = self.look.px(5)
        card.column.setContentsMargins(self.look.px(8), margin, self.look.px(8), margin)
        self._mark_width = self._width_of_marks(reading, entity)
        for mention in entity.mentions[:SHOWN_FIRST]:
            self._add_mention(card, reading, analysis, entity, mention)
        rest = entity.mentions[SHOWN_FIRST:]
        if rest:
            more = small_button(counted(len(rest), "{n} more", "{n} more"), self.look)

            def show_rest() -> None:
                more.hide()
                for mention in rest:
                    self._add_mention(card, reading, analysis, entity, mention)

            more.clicked.connect(show_rest)
            card.column.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(card)

    def _add_mention(
        self, card: Card, reading: Reading, analysis: Analysis, entity: Entity, mention: Mention
    ) -> None:
        if self._lines:
            card.column.addWidget(rule())
        frame = QFrame()
        column = QVBoxLayout(frame)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        line = self._mention_line(reading, entity, mention)
        line.clicked.connect(lambda: self.mention_chosen.emit(entity.id, mention.span))
        column.addWidget(line)
        if mention.doubtful:
            doubt = self._doubt(reading, analysis, entity, mention)
            px = self.look.px
            doubt.setContentsMargins(self._mark_width + px(12), 0, px(4), px(6))
            column.addWidget(doubt)
        self._lines.append((mention.span, frame))
        card.column.addWidget(frame)

    def _mark_metrics(self) -> QFontMetricsF:
        font = QFont(self.font())
        font.setPixelSize(self.look.px(11))
        return QFontMetricsF(font)

    def _width_of_marks(self, reading: Reading, entity: Entity) -> int:
        """The width in which the place of every mention can be written."""
        metrics = self._mark_metrics()
        marks = {place_mark(reading.article, one.span)[0] for one in entity.mentions}
        widest = max(metrics.horizontalAdvance(mark) for mark in marks)
        return max(self.look.px(32), ceil(widest) + 1)

    def _mention_line(self, reading: Reading, entity: Entity, mention: Mention) -> Clickable:
        mark, place = place_mark(reading.article, mention.span)
        before, words, after = in_context(reading, mention.span)
        theme = self.look.theme
        start = utf16_length(before)
        marked = Mark(
            start,
            start + utf16_length(words),
            theme.entity_fill(entity.kind),
            theme.entity(entity.kind),
            dashed=mention.inferred,
        )
        number = plain(mark, "place")
        number.setWordWrap(False)
        number.setFixedWidth(self._mark_width)
        drop = round(line_metrics(self.look).ascent() - self._mark_metrics().ascent())
        number.setContentsMargins(0, max(0, drop), 0, 0)
        kind = "".join(
            f", {word}"
            for word, so in ((tr("inferred"), mention.inferred), (tr("doubtful"), mention.doubtful))
            if so
        )
        name = f"{place}{kind}, {before}{words}{after}"
        shown = MarkedLine(before + words + after, marked, self.look)
        return row(name, self.look, number, shown, tip=capital(f"{place}{kind}"))

    def _doubt(
        self, reading: Reading, analysis: Analysis, entity: Entity, mention: Mention
    ) -> MentionDoubt:
        doubt = MentionDoubt(reading, analysis, entity, mention, self.look)
        doubt.source_set.connect(self.source_set)
        doubt.withdrawn.connect(self.withdrawn)
        doubt.entity_chosen.connect(self.entity_chosen)
        return doubt

    def _add_claims(self, reading: Reading, analysis: Analysis, entity: Entity) -> None:
        says, about = said(analysis, entity)
        self._add_list(tr("Says"), says, reading)
        self._add_list(tr("Said about {name}").format(name=entity.name), about, reading)

    def _add_list(self, title: str, claims: tuple[Claim, ...], reading: Reading) -> None:
        self.head(f"{title} ({len(claims)})" if claims else title)
        if not claims:
            self.column.addWidget(plain(tr("nothing in this article"), "small"))
            return
        card = Card(self.look)
        card.column.setContentsMargins(*(self.look.px(size) for size in (8, 4, 8, 4)))
        card.column.addWidget(ClaimList(claims, reading, self.look, self.claim_chosen.emit))
        self.column.addWidget(card)

    def _add_notes(self, reading: Reading, analysis: Analysis, entity: Entity) -> None:
        notes = notes_on_entity(reading, analysis, entity)
        if not notes:
            return
        self.head(counted(len(notes), "{n} note", "{n} notes"))
        card = Card(self.look)
        for note in notes:
            text = note.note.text or ", ".join(note.note.tags)
            line = row(text, self.look, plain(shortened(text, 120)), tip=text)
            line.clicked.connect(self._opener(reading, note))
            card.column.addWidget(line)
        self.column.addWidget(card)

    def _opener(self, reading: Reading, note: AnchoredNote) -> Callable[[], None]:
        claim = home(reading, note)
        if claim is not None:
            return lambda: self.claim_chosen.emit(claim)
        return lambda: self.place_chosen.emit(note.span)


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


def also_written(entity: Entity, reading: Reading) -> str:
    """The other wordings of an entity, each once, with what is uncertain about them."""
    forms: dict[str, str] = {}
    for mention in entity.mentions:
        words = " ".join(mention.span.of(reading.article.text).split())
        key = words.casefold()
        if key == entity.name.casefold() or key in forms:
            continue
        doubt = tr("doubtful") if mention.doubtful else tr("inferred") if mention.inferred else ""
        forms[key] = f"{words} ({doubt})" if doubt else words
    return ", ".join(forms.values())


def said(analysis: Analysis, entity: Entity) -> tuple[tuple[Claim, ...], tuple[Claim, ...]]:
    """The claims an entity makes, and those of others that name it in their content."""
    own = {source.id for source in analysis.sources if source.entity == entity.id}
    says = tuple(claim for claim in analysis.claims if own.intersection(claim.sources))
    about = tuple(
        claim
        for claim in analysis.claims
        if not own.intersection(claim.sources)
        and any(claim.covers(mention.span) for mention in entity.mentions)
    )
    return says, about


def notes_on_entity(
    reading: Reading, analysis: Analysis, entity: Entity
) -> tuple[AnchoredNote, ...]:
    """The notes on passages that name an entity, and on the claims it makes."""
    says = {claim.id for claim in said(analysis, entity)[0]}
    return tuple(
        note
        for note in reading.notes
        if home(reading, note) in says
        or any(note.span.overlaps(mention.span) for mention in entity.mentions)
    )
