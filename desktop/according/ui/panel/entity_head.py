"""The head of the Context view: who it is, and the tools to say it better."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QPainter, QPixmap
from PySide6.QtWidgets import QLineEdit, QMenu, QVBoxLayout, QWidget

from according.domain.analysis import Analysis
from according.domain.entities import Entity, EntityKind
from according.domain.notes import Correction, CorrectionKind
from according.domain.offers import Offer
from according.domain.reading import Reading
from according.domain.spans import Span
from according.ui.panel.cards import (
    Card,
    Prose,
    clear,
    escaped,
    flowing,
    link,
    muted,
    plain,
    small_button,
    titled,
)
from according.ui.panel.entity_chooser import EntityChooser
from according.ui.panel.entity_work import EntityWork, Wording, wordings
from according.ui.panel.wording import (
    capital,
    counted,
    kind_phrase,
    kind_word,
    place_mark,
    quoted,
    shortened,
    tr,
)
from according.ui.style import Look

FORMS_SHOWN = 8
"""How many other wordings are written out before the rest is counted."""


class NameField(QLineEdit):
    """The name of an entity while it is being changed; Enter keeps it, Escape leaves it.

    Signals
    -------
    given_up(): nothing is to change.
    """

    given_up = Signal()

    def event(self, event: QEvent) -> bool:
        # Else the window's own Escape, which goes to the page, would come first.
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
            return
        super().keyPressEvent(event)


class EntityHead(QWidget):
    """Name, kind and description of an entity, what the reader made of it, and the tools.

    Signals
    -------
    renamed(str), kind_set(EntityKind): the entity has this name, is of this kind.
    joined(str): it is the same as the entity with this id.
    meant(tuple[Span, ...], str): these mentions mean the entity of this name.
    withdrawn(str): take back the correction with this id.
    entity_chosen(str), place_chosen(Span): the reader went elsewhere.
    opened(QWidget): a card has opened and should be in sight.
    """

    renamed = Signal(str)
    kind_set = Signal(object)
    joined = Signal(str)
    meant = Signal(object, str)
    withdrawn = Signal(str)
    entity_chosen = Signal(str)
    place_chosen = Signal(object)
    opened = Signal(object)

    def __init__(
        self, reading: Reading, analysis: Analysis, entity: Entity, work: EntityWork, look: Look
    ) -> None:
        super().__init__()
        self._reading, self._analysis, self._entity = reading, analysis, entity
        self._look = look
        self._asked_from: QWidget | None = None
        self.chooser: EntityChooser | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(8))
        self._card = Card(look)
        column.addWidget(self._card)
        self._place = QVBoxLayout()
        column.addLayout(self._place)
        self._add_title()
        self._add_description()
        self._add_wordings()
        self._add_related()
        self._add_work(work)
        self._add_tools()

    def rename(self) -> None:
        """Put a field with the name in the place of the title."""
        clear(self._place)
        self.chooser = None
        self.name.hide()
        self.field.setText(self._entity.name)
        self.field.show()
        self.hint.show()
        self.field.selectAll()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.opened.emit(self.field)

    def choose_kind(self) -> None:
        """Open the menu of kinds."""
        self.kinds.popup(self.kind.mapToGlobal(self.kind.rect().bottomLeft()))
        current = next((one for one in self.kinds.actions() if one.isChecked()), None)
        if current is not None:
            self.kinds.setActiveAction(current)

    def ask_for_same(self) -> None:
        """Open the card that asks with whom the entity is one."""
        chooser = EntityChooser(
            self._analysis,
            self._entity,
            self._look,
            tr("Which is the same as {name}?").format(name=self._entity.name),
        )
        chooser.entity_chosen.connect(self.joined)
        self._open(chooser, self.same)

    def ask_for_part(self) -> None:
        """Open the card that asks which wordings mean somebody else, and whom."""
        chooser = EntityChooser(
            self._analysis,
            self._entity,
            self._look,
            tr("Who is meant by them?"),
            new=True,
            parts=wordings(self._entity, self._reading.article.text),
        )
        chooser.entity_chosen.connect(
            lambda one: self._part(chooser, self._analysis.entity(one).name)
        )
        chooser.name_chosen.connect(lambda name: self._part(chooser, name))
        self._open(chooser, self.part)

    def _add_title(self) -> None:
        look, entity = self._look, self._entity
        self.name = plain(entity.name, "title")
        self.field = NameField()
        self.field.setAccessibleName(tr("Name"))
        self.field.returnPressed.connect(self._rename)
        self.field.given_up.connect(self._leave_name)
        self.field.hide()
        title = QWidget()
        stacked = QVBoxLayout(title)
        stacked.setContentsMargins(0, 0, 0, 0)
        stacked.addWidget(self.name)
        stacked.addWidget(self.field)
        self.kinds = self._kind_menu()
        self.kind = small_button(f"\u2009{kind_word(entity.kind)} ▾", look, "chip")
        self.kind.setIcon(_dot(look, entity.kind))
        self.kind.setIconSize(QSize(look.px(8), look.px(8)))
        said = tr("Kind, {kind}, change").format(kind=kind_phrase(entity.kind))
        self.kind.setAccessibleName(said)
        self.kind.setToolTip(tr("Change the kind"))
        self.kind.clicked.connect(self.choose_kind)
        self._card.column.addWidget(titled(title, self.kind, look=look))
        self.hint = plain(tr("Enter keeps the name, Escape leaves it as it was."), "small")
        self.hint.hide()
        self._card.column.addWidget(self.hint)

    def _kind_menu(self) -> QMenu:
        menu = QMenu(self)
        for kind in EntityKind:
            action = menu.addAction(kind_phrase(kind))
            action.setCheckable(True)
            action.setChecked(kind is self._entity.kind)
            action.triggered.connect(lambda _on=False, kind=kind: self._set_kind(kind))
        return menu

    def _add_description(self) -> None:
        entity = self._entity
        if entity.description is None:
            return
        words = escaped(capital(entity.description))
        described = entity.described
        if described is not None:
            mark, place = place_mark(self._reading.article, described)
            mark = mark if mark.startswith("¶") else place
            words += " " + link(mark, "described", self._look)
        self._card.column.addWidget(
            Prose(words, "body", follow=lambda _to: self.place_chosen.emit(described))
        )

    def _add_wordings(self) -> None:
        also = also_written(self._entity, self._reading)
        if also:
            words = tr("Also written {names}").format(names=also)
            self._card.column.addWidget(plain(words, "small"))

    def _add_related(self) -> None:
        ids = self._entity.related
        others = [one for one in self._analysis.entities if one.id in ids]
        if others:
            words = ", ".join(link(one.name, one.id, self._look) for one in others)
            label = muted(tr("See also"), self._look)
            self._card.column.addWidget(
                Prose(f"{label} {words}", "small", follow=self.entity_chosen.emit)
            )

    def _add_work(self, work: EntityWork) -> None:
        """What the reader said of the entity, to be taken back; what they said elsewhere."""
        for correction in (work.renamed, work.kind, *work.joined):
            if correction is not None:
                words = muted(_own_work(correction), self._look)
                back = link(tr("Take back"), correction.id, self._look)
                self._card.column.addWidget(
                    Prose(f"{words} {back}", "small", follow=self.withdrawn.emit)
                )
        for offer in self._reading.offers:
            if offer.entity == self._entity.id:
                words = muted(_offered(offer), self._look)
                here = link(tr("Do so here"), "here", self._look)
                self._card.column.addWidget(
                    Prose(f"{words} {here}", "small", follow=self._taker(offer))
                )

    def _taker(self, offer: Offer) -> Callable[[str], None]:
        """Do here what the reader did in another article."""

        def take(_target: str) -> None:
            if offer.kind is CorrectionKind.RENAME_ENTITY:
                self.renamed.emit(offer.said)
            elif offer.kind is CorrectionKind.SET_ENTITY_KIND:
                self._set_kind(EntityKind(offer.said))
            elif offer.other is not None:
                self.joined.emit(offer.other)

        return take

    def _add_tools(self) -> None:
        look = self._look
        self.edit = small_button(tr("Rename"), look, "chip")
        self.edit.clicked.connect(self.rename)
        self.same = small_button(tr("Is the same as…"), look, "chip")
        self.same.clicked.connect(self.ask_for_same)
        self.same.setVisible(len(self._analysis.entities) > 1)
        self.part = small_button(tr("Part…"), look, "chip")
        self.part.setToolTip(tr("Some of the mentions mean somebody else"))
        self.part.clicked.connect(self.ask_for_part)
        tools = flowing([self.edit, self.same, self.part], look)
        self.part.setHidden(len(wordings(self._entity, self._reading.article.text)) < 2)
        tools.setContentsMargins(0, look.px(4), 0, 0)
        self._card.column.addWidget(tools)

    def _open(self, chooser: EntityChooser, asked_from: QWidget) -> None:
        self._leave_name()
        clear(self._place)
        self.chooser, self._asked_from = chooser, asked_from
        chooser.given_up.connect(self._close)
        self._place.addWidget(chooser)
        first = next(iter(chooser.parts), None)
        (first or chooser.field).setFocus(Qt.FocusReason.OtherFocusReason)
        self.opened.emit(chooser)

    def _close(self) -> None:
        """Close the chooser; the keyboard goes back to where it was opened."""
        clear(self._place)
        self.chooser = None
        if self._asked_from is not None:
            self._asked_from.setFocus(Qt.FocusReason.OtherFocusReason)

    def _part(self, chooser: EntityChooser, name: str) -> None:
        spans = _spans(chooser.spoken_of)
        if spans:
            self.meant.emit(spans, name)

    def _rename(self) -> None:
        name = " ".join(self.field.text().split())
        if name and name != self._entity.name:
            self.renamed.emit(name)
        self._leave_name()

    def _leave_name(self) -> None:
        """Show the title again; the keyboard goes to the tool that asked for the field."""
        had_focus = self.focusWidget() is self.field
        self.field.hide()
        self.hint.hide()
        self.name.show()
        if had_focus:
            self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _set_kind(self, kind: EntityKind) -> None:
        if kind is not self._entity.kind:
            self.kind_set.emit(kind)


def also_written(entity: Entity, reading: Reading) -> str:
    """The other wordings of an entity, each once, with what is uncertain about them."""
    forms = []
    for one in wordings(entity, reading.article.text):
        if one.words.casefold() == entity.name.casefold():
            continue
        first = one.mentions[0]
        doubt = tr("doubtful") if first.doubtful else tr("inferred") if first.inferred else ""
        forms.append(f"{one.words} ({doubt})" if doubt else one.words)
    rest = len(forms) - FORMS_SHOWN
    if rest > 1:
        more = counted(rest, "{n} other way", "{n} other ways")
        forms = [*forms[:FORMS_SHOWN], tr("and {more}").format(more=more)]
    return ", ".join(forms)


def _spans(parts: tuple[Wording, ...]) -> tuple[Span, ...]:
    return tuple(sorted(span for one in parts for span in one.spans))


def _own_work(correction: Correction) -> str:
    """What the reader said of an entity, and what it was before."""
    before = correction.names[1] if len(correction.names) > 1 else ""
    if correction.kind is CorrectionKind.RENAME_ENTITY:
        words = tr("You renamed this; it was {name}.") if before else tr("You renamed this.")
        return words.format(name=quoted(before))
    if correction.kind is CorrectionKind.SET_ENTITY_KIND:
        return tr("You set the kind.")
    first = correction.names[0] if correction.names else correction.target.exact
    return tr("You said that {name} is the same.").format(name=quoted(first))


def _offered(offer: Offer) -> str:
    """What the reader did with an entity of this name in another article."""
    said = quoted(shortened(offer.said, 60))
    if offer.kind is CorrectionKind.RENAME_ENTITY:
        return tr("In another article you renamed this to {name}.").format(name=said)
    if offer.kind is CorrectionKind.SET_ENTITY_KIND:
        kind = kind_phrase(EntityKind(offer.said))
        return tr("In another article you set the kind to {kind}.").format(kind=kind)
    return tr("In another article you said it is the same as {name}.").format(name=said)


def _dot(look: Look, kind: EntityKind) -> QIcon:
    """A dot in the colour of a kind."""
    size = look.px(8)
    picture = QPixmap(size, size)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.theme.entity(kind))
    radius = size / 2
    painter.drawEllipse(QPointF(radius, radius), radius, radius)
    painter.end()
    return QIcon(picture)
