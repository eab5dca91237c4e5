"""The Context view: one entity with every mention, what it says and what is said about it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from according.domain.analysis import Analysis
from according.domain.claims import Claim
from according.domain.entities import Entity
from according.domain.notes import AnchoredNote
from according.domain.reading import Reading
from according.domain.spans import Span
from according.ui.panel.cards import Card, Prose, link, muted, plain, row
from according.ui.panel.claim_list import ClaimList
from according.ui.panel.entity_head import EntityHead
from according.ui.panel.entity_work import work_on
from according.ui.panel.mention_list import MentionList
from according.ui.panel.named_with import named_with
from according.ui.panel.own_work import home
from according.ui.panel.view import View
from according.ui.panel.wording import counted, shortened, tr
from according.ui.style import Look

NAMED_WITH = 6
"""How many of the entities that share claims with the shown one are named."""


class ContextView(View):
    """What the article has about the chosen entity.

    Signals
    -------
    claim_chosen(str): the reader went to a claim, by its id.
    entity_chosen(str): the reader asked for another entity, by its id.
    mention_chosen(str, Span): the reader went to a mention of the entity with this id.
    place_chosen(Span): the reader went to a place in the text.
    renamed(str, str), kind_set(str, EntityKind): the entity with this id has this name or kind.
    joined(str, str): the first entity is the same as the second, whose name it takes.
    meant(str, tuple[Span, ...], str): these mentions of the entity mean the one of this name.
    withdrawn(str): take back the correction with this id.
    """

    claim_chosen = Signal(str)
    entity_chosen = Signal(str)
    mention_chosen = Signal(str, object)
    place_chosen = Signal(object)
    renamed = Signal(str, str)
    kind_set = Signal(str, object)
    joined = Signal(str, str)
    meant = Signal(str, object, str)
    withdrawn = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._shown: object = None
        self._subject: object = None
        self.entity: EntityHead | None = None
        self.mentions: MentionList | None = None

    def restyle(self, look: Look) -> None:
        super().restyle(look)
        self._shown = None

    def say(self, text: str, *, offer: bool = False) -> None:
        """Show one sentence in place of an entity."""
        self._shown = self._subject = self.entity = self.mentions = None
        super().say(text, offer=offer)

    def show_entity(
        self, reading: Reading, analysis: Analysis, entity: Entity, passage: Span | None
    ) -> None:
        """Fill the view; the mention that `passage` lies on is marked as the current one.

        Where the same is shown already, only the mark moves, and the keyboard stays.
        """
        shown = (reading.id, entity, analysis, reading.notes, reading.corrections, reading.offers)
        if shown == self._shown:
            self.mark(passage)
            return
        subject = (reading.id, reading.article.text, entity.id)
        place = self.verticalScrollBar().value() if subject == self._subject else 0
        held = self._part_with_focus()
        self.empty()
        self._shown, self._subject = shown, subject
        work = work_on(reading, analysis, entity)
        self.entity = EntityHead(reading, analysis, entity, work, self.look)
        self.mentions = MentionList(reading, analysis, entity, work, self.look)
        self._connect(entity.id, self.entity, self.mentions)
        self.column.addWidget(self.entity)
        self.head(counted(len(entity.mentions), "{n} mention", "{n} mentions"))
        self.column.addWidget(self.mentions)
        self._add_claims(reading, analysis, entity)
        self._add_named_with(analysis, entity)
        self._add_notes(reading, analysis, entity)
        self.column.addStretch(1)
        self.order_tabs()
        self.verticalScrollBar().setValue(place)
        self.mark(passage)
        self._give_focus(held)

    def mark(self, passage: Span | None) -> None:
        """Mark the mention that a passage lies on."""
        line = self.mentions.mark(passage) if self.mentions is not None else None
        if line is not None:
            self.order_tabs()
            self.show_widget(line)

    def correct(self, what: str, passage: Span | None) -> None:
        """Let the reader say something of the entity.

        Its "name", its "kind", with whom it is the "same", or whom the mention at `passage`
        "means"; without one, also which mentions those are.
        """
        head, mentions = self.entity, self.mentions
        if head is None or mentions is None:
            return
        if what == "name":
            head.rename()
        elif what == "kind":
            head.choose_kind()
        elif what == "same":
            head.ask_for_same()
        elif not mentions.ask(passage):
            head.ask_for_part()

    def _connect(self, id: str, head: EntityHead, mentions: MentionList) -> None:
        head.renamed.connect(lambda name: self.renamed.emit(id, name))
        head.kind_set.connect(lambda kind: self.kind_set.emit(id, kind))
        head.joined.connect(lambda other: self.joined.emit(id, other))
        head.place_chosen.connect(self.place_chosen)
        mentions.mention_chosen.connect(lambda span: self.mention_chosen.emit(id, span))
        mentions.changed.connect(self.order_tabs)
        for part in (head, mentions):
            part.meant.connect(lambda spans, name: self.meant.emit(id, spans, name))
            part.withdrawn.connect(self.withdrawn)
            part.entity_chosen.connect(self.entity_chosen)
            part.opened.connect(self._show_opened)

    def _show_opened(self, card: QWidget) -> None:
        self.order_tabs()
        self.show_widget(card)

    def _part_with_focus(self) -> str:
        """Which part that is about to be built anew holds the keyboard."""
        focused = self.focusWidget()
        if focused is None or not focused.hasFocus() or not self.canvas.isAncestorOf(focused):
            return ""
        if self.mentions is not None and self.mentions.isAncestorOf(focused):
            return "mentions"
        return "head"

    def _give_focus(self, part: str) -> None:
        """Put the keyboard where the reader was, not on the next control, which may act."""
        widget: QWidget | None = None
        if part == "mentions" and self.mentions is not None:
            widget = self.mentions.first
        elif part and self.entity is not None:
            widget = self.entity.edit
        if widget is not None:
            given = widget
            # A new widget can take the keyboard only once the layout has shown it.
            QTimer.singleShot(0, given, lambda: given.setFocus(Qt.FocusReason.OtherFocusReason))

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

    def _add_named_with(self, analysis: Analysis, entity: Entity) -> None:
        others = named_with(analysis, entity)[:NAMED_WITH]
        if not others:
            return
        self.head(tr("Named with"))
        parts: list[str] = []
        for one, count in others:
            # Once said, the number alone will do.
            claims = counted(count, "in {n} claim", "in {n} claims") if not parts else ""
            claims = claims or tr("in {n}").format(n=count)
            parts.append(f"{link(one.name, one.id, self.look)} {muted(claims, self.look)}")
        words = muted(" · ", self.look).join(parts)
        self.column.addWidget(Prose(words, "body", follow=self.entity_chosen.emit))

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
