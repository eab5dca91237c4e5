"""One source's card: name, what it does here, and, when opened, its claims, standing and facts."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from according.domain.analysis import Analysis
from according.domain.claims import Claim, Stance
from according.domain.reading import Reading
from according.domain.sources import ReliabilityNote
from according.ui.panel.cards import (
    Clickable,
    Prose,
    Table,
    caption,
    chip,
    escaped,
    level_chip,
    link,
    muted,
    plain,
    row,
    rule,
    small_button,
    titled,
)
from according.ui.panel.own_work import noted_claims
from according.ui.panel.source_sentences import source_sentence
from according.ui.panel.source_wording import (
    Role,
    field_word,
    newest_first,
    origin_question,
    role_chip,
)
from according.ui.panel.wording import (
    Value,
    claim_sentence,
    counted,
    date_words,
    directness,
    shortened,
    stance,
    title_name,
    tr,
)
from according.ui.style import Look

SHOWN_FIRST = 6
"""How many claims a list shows before it offers the rest."""


class SourceCard(QFrame):
    """A source; its head opens and closes the details, which are built the first time.

    Signals
    -------
    claim_chosen(str): the reader went to a claim, by its id.
    entity_chosen(str): the reader asked for the context of the source.
    grown(): details were added.
    """

    claim_chosen = Signal(str)
    entity_chosen = Signal(str)
    grown = Signal()

    def __init__(self, role: Role, reading: Reading, analysis: Analysis, look: Look) -> None:
        super().__init__()
        self.role = role
        self._reading, self._analysis, self._look = reading, analysis, look
        self._details: QWidget | None = None
        self.setProperty("role", "card")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(1, 1, 1, 1)
        self._column.setSpacing(0)
        self._arrow = QLabel("▸")
        self._arrow.setProperty("role", "mark")
        self.head = self._head()
        self._column.addWidget(self.head)

    @property
    def opened(self) -> bool:
        return self._details is not None and not self._details.isHidden()

    def open(self, *, opened: bool = True) -> None:
        """Show or hide the details."""
        if opened and self._details is None:
            self._details = self._built()
            self._column.addWidget(self._details)
            self.grown.emit()
        if self._details is not None:
            self._details.setVisible(opened)
        self._describe()

    def _head(self) -> Clickable:
        px = self._look.px
        layout = QVBoxLayout()
        layout.setContentsMargins(px(13), px(11), px(13), px(11))
        layout.setSpacing(px(4))
        head = Clickable("row", self.role.source.name, self._look, layout)
        title = titled(
            plain(title_name(self.role.source), "name"),
            chip(role_chip(self.role)),
            self._arrow,
            look=self._look,
        )
        words = source_sentence(self.role, self._analysis)
        head.put(title, plain(words))
        question = origin_question(self.role)
        if question:
            head.put(plain(f"? {question}", "small"))
        head.setAccessibleDescription(f"{role_chip(self.role)}. {words} {question}".strip())
        head.clicked.connect(lambda: self.open(opened=not self.opened))
        return head

    def _describe(self) -> None:
        self._arrow.setText("▾" if self.opened else "▸")
        state = tr("details shown") if self.opened else tr("details hidden")
        self.head.setAccessibleName(f"{title_name(self.role.source)}, {state}")

    def _built(self) -> QWidget:
        px = self._look.px
        details = QWidget()
        column = QVBoxLayout(details)
        column.setContentsMargins(px(13), 0, px(13), px(11))
        column.setSpacing(px(6))
        column.addWidget(rule())
        for title, claims in (
            (tr("Says"), self.role.says),
            (tr("Passes on"), self.role.relays),
        ):
            if claims:
                column.addWidget(caption(title))
                column.addWidget(
                    ClaimList(claims, self._reading, self._look, self.claim_chosen.emit)
                )
        self._add_standing(column)
        self._add_facts(column)
        entity = self.role.source.entity
        if entity is not None:
            button = small_button(tr("Where it is mentioned"), self._look)
            button.clicked.connect(lambda: self.entity_chosen.emit(entity))
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return details

    def _add_standing(self, column: QVBoxLayout) -> None:
        column.addWidget(caption(tr("In this article")))
        table = Table(self._look)
        basis, standing = standing_values(self.role)
        table.add_value(tr("Basis"), basis)
        table.add_value(tr("Standing"), standing)
        column.addWidget(table)

    def _add_facts(self, column: QVBoxLayout) -> None:
        column.addWidget(caption(tr("On record")))
        facts = newest_first(self.role.source.notes)
        if not facts:
            column.addWidget(plain(tr("Nothing is on record about this source."), "small"))
            return
        table = Table(self._look)
        for fact in facts:
            table.add(field_word(fact.field), FactLabel(fact, self._look))
        column.addWidget(table)


class FactLabel(Prose):
    """A dated fact; "basis" opens the place where it can be read."""

    def __init__(self, fact: ReliabilityNote, look: Look) -> None:
        self._fact, self._look = fact, look
        self._opened = False
        super().__init__("", follow=self._toggle)
        self.setAccessibleName(f"{field_word(fact.field)}, {fact.value or tr('not known')}")
        self._show()

    def _toggle(self, _target: str) -> None:
        self._opened = not self._opened
        self._show()

    def _show(self) -> None:
        fact, look = self._fact, self._look
        if fact.value is None:
            self.setText(muted(tr("not known"), look))
            return
        date = f" · {tr('as of {date}').format(date=date_words(fact.as_of))}" if fact.as_of else ""
        text = escaped(fact.value) + muted(date, look)
        if fact.basis:
            arrow = "▾" if self._opened else "▸"
            text += muted(" · ", look) + link(f"{tr('basis')} {arrow}", "basis", look)
            text += f"<br>{muted(fact.basis, look)}" if self._opened else ""
        self.setText(text)


class ClaimList(QWidget):
    """Claims as rows to click, the first few at once and the rest on demand."""

    def __init__(
        self,
        claims: Iterable[Claim],
        reading: Reading,
        look: Look,
        choose: Callable[[str], object],
    ) -> None:
        super().__init__()
        self._claims = tuple(claims)
        self._reading, self._look, self._choose = reading, look, choose
        self._noted = noted_claims(reading)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._add(self._claims[:SHOWN_FIRST])
        rest = self._claims[SHOWN_FIRST:]
        if rest:
            more = small_button(counted(len(rest), "{n} more", "{n} more"), look)
            more.clicked.connect(lambda: self._show_rest(more))
            self._column.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)

    def _show_rest(self, more: QWidget) -> None:
        before = self._column.count()
        self._add(self._claims[SHOWN_FIRST:])
        first = self._column.itemAt(before)
        if first is not None and (line := first.widget()) is not None:
            line.setFocus(Qt.FocusReason.OtherFocusReason)
        more.hide()

    def _add(self, claims: Iterable[Claim]) -> None:
        for claim in claims:
            noted = claim.id in self._noted
            name = f"{claim_sentence(self._reading, claim, noted=noted)}. {claim.text}"
            words = shortened(claim.text, 80) + ("\u00a0▪" if noted else "")
            tip = claim.text if len(claim.text) > 80 else ""
            line = row(name, self._look, level_chip(claim, self._look), plain(words), tip=tip)
            line.clicked.connect(lambda _on=False, claim=claim: self._choose(claim.id))
            self._column.addWidget(line)


def standing_values(role: Role) -> tuple[Value, Value]:
    """Basis and standing of a source over all its claims in the article."""
    mine = [
        one
        for claim in (*role.says, *role.relays)
        for one in claim.standing
        if one.source == role.source.id
    ]
    ways = dict.fromkeys(directness(one.directness) for one in mine)
    known = [str(way) for way in ways if way.known]
    basis = Value(", ".join(known)) if known else Value(tr("not stated here"), known=False)
    stood = next((one for one in mine if one.stance is not Stance.NOT_KNOWN), None)
    stood = stood or next((one for one in mine if one.reason), None)
    if stood is None:
        return basis, stance(Stance.NOT_KNOWN, None)
    return basis, stance(stood.stance, stood.reason)
