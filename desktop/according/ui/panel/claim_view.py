"""The Claim view: what is said, by whom, how surely, and the reader's note on it."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from according.domain.analysis import Analysis
from according.domain.claims import Claim, Link, Status
from according.domain.notes import AnchoredNote, Note
from according.domain.reading import Reading
from according.domain.spans import Span
from according.ui.panel.cards import (
    Card,
    Prose,
    caption,
    clear,
    escaped,
    level_chip,
    link,
    muted,
    plain,
)
from according.ui.panel.choosers import SourceChooser
from according.ui.panel.claim_certainty import ClaimCertainty, judgements_on
from according.ui.panel.claim_chain import ClaimChain
from according.ui.panel.claim_links import LinkList, links_of
from according.ui.panel.claim_parts import ContentCard, LevelBar
from according.ui.panel.doubt import other_names, source_doubt
from according.ui.panel.note_editor import NoteEditor
from according.ui.panel.own_work import (
    note_at,
    notes_of,
    removed_links,
    source_correction,
    target_of,
)
from according.ui.panel.source_wording import Role, origin_question
from according.ui.panel.view import View
from according.ui.panel.wording import counted, quoted, shortened, tr
from according.ui.style import Look


class ClaimView(View):
    """The chosen claim, or a chosen passage, with the note on it.

    The upper part is built anew only when what it shows has changed; the note editor stays, so
    that saving a note does not disturb its writer.

    Signals
    -------
    written(WrittenNote), trashed(str), placed(str, Span), undo_asked(): as of `NoteEditor`.
    source_set(str, tuple[str, ...]): the sources of the claim with this id; none for the paper.
    link_added(LinkKind, str, str): link the first claim to the second.
    link_removed(Link), link_moved(Link, str, str): as of `LinkList`, with the claim shown first.
    withdrawn(str): take back the correction with this id.
    judged(Saying): the reader says something of the claim, or how a source stands to it.
    claim_chosen(str), source_chosen(str): the reader went elsewhere.
    """

    written = Signal(object)
    trashed = Signal(str)
    placed = Signal(str, object)
    undo_asked = Signal()
    source_set = Signal(str, object)
    link_added = Signal(object, str, str)
    link_removed = Signal(object)
    link_moved = Signal(object, str, str)
    withdrawn = Signal(str)
    judged = Signal(object)
    claim_chosen = Signal(str)
    source_chosen = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._shown: object = None
        self._subject: object = None
        self._orphans: object = None
        self._lifted: str | None = None
        self._below: tuple[Reading | None, tuple[AnchoredNote, ...], Span | None] = (None, (), None)
        self._upper = _section(self)
        self.editor = NoteEditor(look)
        self._lower = _section(self)
        self.column.addLayout(self._upper)
        self.column.addWidget(self.editor)
        self.column.addLayout(self._lower)
        self.column.addStretch(1)
        self.editor.written.connect(self.written)
        self.editor.trashed.connect(self.trashed)
        self.editor.placed.connect(self.placed)
        self.editor.lifted.connect(self._lift)
        self.editor.undo_asked.connect(self.undo_asked)
        self.editor.cursor_moved.connect(self._keep_cursor_in_sight)
        self.chooser: SourceChooser | None = None
        self.links: LinkList | None = None
        self.certainty: ClaimCertainty | None = None
        self._graded = False
        self._source_line: Prose | None = None

    def restyle(self, look: Look) -> None:
        super().restyle(look)
        self._shown = self._orphans = None
        self.editor.restyle(look)

    def set_graded(self, *, graded: bool) -> None:
        """Say whether the reader grades information; the view must be filled anew."""
        if graded != self._graded:
            self._graded = graded
            self._shown = None

    def show_claim(self, reading: Reading, analysis: Analysis, claim: Claim) -> None:
        """Show a claim; where it is the one shown already, only what has changed."""
        notes = notes_of(reading, claim)
        # By its place, which another analysis leaves alone: the note in hand stays in hand.
        alike = [one.id for one in analysis.claims if one.content == claim.content]
        subject = ("claim", claim.content, alike.index(claim.id))
        self._take_up(subject, reading, target_of(claim), notes)
        corrections = (source_correction(reading, claim), removed_links(reading, claim))
        own = (corrections, judgements_on(reading, claim))
        shown = (claim, links_of(analysis, claim), analysis.sources, own)
        if shown != self._shown:
            self._shown = shown
            self._build(reading, analysis, claim)
        self._show_lower(reading, notes[1:], target_of(claim))
        self.order_tabs()

    def show_passage(self, reading: Reading, passage: Span) -> None:
        """Show a passage that is no claim, to write a note on it."""
        note = note_at(reading, passage)
        self._take_up(("passage", passage), reading, passage, (note,) if note else ())
        if self._shown != passage:
            self._shown = passage
            clear(self._upper)
            self.links = self.chooser = self.certainty = None
            self._upper.addWidget(ContentCard(reading.article.text, (passage,), (), self.look))
        self._show_lower(reading, (), passage)

    def show_nothing(self, reading: Reading | None, words: str) -> None:
        """Nothing is chosen: say how to choose, and show the notes without a place."""
        self._take_up(None, reading, None, ())
        if self._shown != words:
            self._shown = words
            clear(self._upper)
            self.links = self.chooser = self.certainty = None
            self._upper.addWidget(plain(words, "empty"))
        self._show_lower(reading, ())

    def ask_for_source(self) -> None:
        """Open the card that asks who says the claim."""
        if self.chooser is not None:
            self.chooser.show()
            self.chooser.field.setFocus(Qt.FocusReason.OtherFocusReason)
            self.show_widget(self.chooser)

    def _take_up(
        self,
        subject: object,
        reading: Reading | None,
        target: Span | None,
        notes: tuple[AnchoredNote, ...],
    ) -> None:
        """Give the note editor its passage, or tell it what has been saved."""
        key = (subject, reading.id if reading else None, reading.article.text if reading else "")
        if key != self._subject:
            self._subject = key
            self.editor.begin(reading, target, notes[0] if notes else None)
            self.verticalScrollBar().setValue(0)
        elif reading is not None:
            self.editor.settle(reading)
        self.editor.setVisible(target is not None)

    def _build(self, reading: Reading, analysis: Analysis, claim: Claim) -> None:
        return_to = self._part_with_focus()
        clear(self._upper)
        article = reading.article
        content = ContentCard(article.text, claim.content, claim.certainty.words, self.look)
        content.put_bar(LevelBar(claim, self.look))
        self._upper.addWidget(content)
        self._head(tr("Who says it"))
        chain = ClaimChain(article, analysis, claim, self.look)
        chain.source_chosen.connect(self.source_chosen)
        self._upper.addWidget(chain)
        self._add_origin_question(analysis, claim)
        self._add_source_line(reading, analysis, claim)
        self._add_chooser(analysis, claim)
        self._head(tr("How sure"), level_chip(claim, self.look))
        self._add_certainty(reading, analysis, claim)
        self._head(tr("Related claims"))
        self._add_links(reading, analysis, claim)
        self._give_focus(return_to)

    def _part_with_focus(self) -> str:
        """Which part that is about to be built anew holds the keyboard."""
        focused = self.focusWidget()
        if focused is None or not focused.hasFocus() or self.editor.isAncestorOf(focused):
            return ""
        if self.links is not None and self.links.isAncestorOf(focused):
            return "links"
        for place, row in self.certainty.rows.items() if self.certainty is not None else ():
            if row.isAncestorOf(focused):
                return "/".join(place)
        inside = self.canvas.isAncestorOf(focused) and self.chooser is not None
        return "source" if inside else ""

    def _give_focus(self, part: str) -> None:
        """Put the keyboard where the reader was, not on the next control, which may act."""
        for place, row in self.certainty.rows.items() if self.certainty is not None else ():
            if part == "/".join(place):
                row.take_keyboard()
        widgets: dict[str, QWidget | None] = {"source": self._source_line}
        widgets["links"] = self.links.add if self.links is not None else None
        widget = widgets.get(part)
        if widget is not None:
            # A new widget can take the keyboard only once the layout has shown it.
            QTimer.singleShot(0, widget, lambda: widget.setFocus(Qt.FocusReason.TabFocusReason))

    def _head(self, text: str, beside: QWidget | None = None) -> None:
        line = QHBoxLayout()
        line.setContentsMargins(0, self.look.px(4), 0, 0)
        line.addWidget(caption(text), 1)
        if beside is not None:
            line.addWidget(beside)
        self._upper.addLayout(line)

    def _add_origin_question(self, analysis: Analysis, claim: Claim) -> None:
        for source in claim.sources:
            question = origin_question(Role(analysis.source(source), (claim,), ()))
            if question:
                self._upper.addWidget(plain(f"? {question}", "small"))

    def _add_source_line(self, reading: Reading, analysis: Analysis, claim: Claim) -> None:
        doubt = source_doubt(reading.article, analysis, claim)
        change = link(tr("Change source"), "change", self.look)
        words = f"{muted(doubt, self.look)} {change}" if doubt else change
        for name in other_names(analysis, claim):
            say = tr("It is {name}").format(name=name)
            words += muted(" · ", self.look) + link(say, f"set/{name}", self.look)
        correction = source_correction(reading, claim)
        if correction is not None or claim.status is Status.EDITED:
            words = f"{muted(tr('Edited by you.'), self.look)} "
            if correction is not None:
                words += link(tr("Undo"), correction.id, self.look) + muted(" · ", self.look)
            words += change
        line = Prose(words, "small", follow=lambda to: self._follow_source_line(to, claim))
        self._source_line = line
        self._upper.addWidget(line)

    def _follow_source_line(self, target: str, claim: Claim) -> None:
        if target == "change":
            self.ask_for_source()
        elif target.startswith("set/"):
            self.source_set.emit(claim.id, (target.removeprefix("set/"),))
        else:
            self.withdrawn.emit(target)

    def _add_chooser(self, analysis: Analysis, claim: Claim) -> None:
        chooser = SourceChooser(analysis, claim, self.look)
        chooser.hide()
        chooser.names_chosen.connect(lambda names: self._set_source(claim.id, names))
        chooser.given_up.connect(lambda: self._close(chooser))
        self.chooser = chooser
        self._upper.addWidget(chooser)

    def _set_source(self, claim: str, names: tuple[str, ...]) -> None:
        chooser = self.chooser
        self.source_set.emit(claim, names)
        if chooser is not None and chooser is self.chooser:
            self._close(chooser)

    def _close(self, chooser: SourceChooser) -> None:
        had_focus = chooser.isAncestorOf(self.focusWidget() or self)
        chooser.hide()
        if had_focus:
            self._give_focus("source")

    def _add_certainty(self, reading: Reading, analysis: Analysis, claim: Claim) -> None:
        certainty = ClaimCertainty(reading, analysis, claim, self.look, graded=self._graded)
        certainty.judged.connect(self.judged)
        certainty.opened.connect(self.show_widget)
        certainty.opened.connect(lambda _: self.order_tabs())
        self.certainty = certainty
        self._upper.addWidget(certainty)

    def _add_links(self, reading: Reading, analysis: Analysis, claim: Claim) -> None:
        links = LinkList(reading, analysis, claim, self.look)
        links.claim_chosen.connect(self.claim_chosen)
        links.added.connect(lambda kind, other: self.link_added.emit(kind, claim.id, other))
        links.removed.connect(self.link_removed)
        links.opened.connect(self.show_widget)
        links.moved.connect(lambda one, other: self._move(one, claim, other))
        links.withdrawn.connect(self.withdrawn)
        self.links = links
        self._upper.addWidget(links)

    def _move(self, one: Link, claim: Claim, other: str) -> None:
        """The end of the link that is not the shown claim goes to `other`."""
        first, second = (claim.id, other) if one.first == claim.id else (other, claim.id)
        self.link_moved.emit(one, first, second)

    def _show_lower(
        self,
        reading: Reading | None,
        more: tuple[AnchoredNote, ...],
        target: Span | None = None,
    ) -> None:
        """Further notes on the claim, the one to be put elsewhere, and those without a place."""
        self._below = (reading, more, target)
        orphans = reading.orphans if reading else ()
        lifted = _note(reading, self._lifted)
        shown = (more, orphans, target, lifted)
        if shown == self._orphans:
            return
        self._orphans = shown
        clear(self._lower)
        if more:
            self._lower.addWidget(caption(counted(len(more), "{n} more note", "{n} more notes")))
            self._lower.addWidget(self._note_card(tuple(one.note for one in more)))
        if lifted is not None:
            there = target if target is not None and not target.overlaps(lifted.span) else None
            self._lower.addWidget(caption(tr("A note to put elsewhere")))
            self._lower.addWidget(self._note_card((lifted.note,), there, homeless=True))
        if orphans:
            words = counted(
                len(orphans), "{n} note has lost its place", "{n} notes have lost their place"
            )
            self._lower.addWidget(caption(words))
            self._lower.addWidget(self._note_card(orphans, target, homeless=True))

    def _lift(self, note: str) -> None:
        """Take a note along until the reader puts it on another passage."""
        self._lifted = note
        self._show_lower(*self._below)
        last = self._lower.itemAt(self._lower.count() - 1)
        if last is not None and (card := last.widget()) is not None:
            self.show_widget(card)

    def _note_card(
        self, notes: tuple[Note, ...], target: Span | None = None, *, homeless: bool = False
    ) -> Card:
        """Notes to read and delete; the `homeless` can be put on the `target`, where there is one.

        A note that is taken along to another passage still has its old place to stay in.
        """
        card = Card(self.look)
        if homeless and target is None:
            words = tr("Choose a claim or select a passage to put it there.")
            card.column.addWidget(plain(words, "small"))
        for note in notes:
            passage = quoted(shortened(note.target.exact, 140))
            words = f"{muted(passage, self.look)}<br>{escaped(note.text or ', '.join(note.tags))}"
            tools = [link(tr("Put it here"), f"put/{note.id}", self.look)] if target else []
            if note.id == self._lifted:
                tools.append(link(tr("Leave it where it is"), f"leave/{note.id}", self.look))
            else:
                tools.append(link(tr("Delete"), f"delete/{note.id}", self.look))
            words += f"<br>{muted(' · ', self.look).join(tools)}"
            label = Prose(words, "body", follow=lambda to: self._act_on_note(to, target))
            label.setToolTip(note.target.exact if len(note.target.exact) > 140 else "")
            card.column.addWidget(label)
        return card

    def _act_on_note(self, link: str, target: Span | None) -> None:
        action, _, note = link.partition("/")
        if note == self._lifted:
            self._lifted = None
        if action == "put" and target is not None:
            self.placed.emit(note, target)
        elif action == "leave":
            self._show_lower(*self._below)
        else:
            self.trashed.emit(note)

    def _keep_cursor_in_sight(self, cursor: QRect) -> None:
        place = cursor.center() + self.editor.pos()
        self.ensureVisible(place.x(), place.y(), 0, self.look.px(24))


def _note(reading: Reading | None, id: str | None) -> AnchoredNote | None:
    notes = reading.notes if reading else ()
    return next((one for one in notes if one.note.id == id), None)


def _section(view: View) -> QVBoxLayout:
    layout = QVBoxLayout()
    layout.setSpacing(view.look.px(6))
    return layout
