"""One source's card: name, what it does here, and, when opened, its claims, standing and facts."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from according.domain.analysis import Analysis
from according.domain.claims import Claim
from according.domain.judgements import DIRECTNESS, STANCE, source_key
from according.domain.reading import Reading
from according.ui.panel.cards import (
    Clickable,
    Prose,
    caption,
    chip,
    clear,
    escaped,
    muted,
    plain,
    rule,
    small_button,
    titled,
)
from according.ui.panel.claim_list import ClaimList
from according.ui.panel.judged_value import JudgedRow
from according.ui.panel.judging_words import Judged
from according.ui.panel.new_fact import NewFact
from according.ui.panel.own_words import assessed, own_words, source_note
from according.ui.panel.source_note import SourceNoteField
from according.ui.panel.source_sentences import source_sentence
from according.ui.panel.source_wording import Role, origin_question, role_chip
from according.ui.panel.standing_lines import (
    fact_rows,
    missing_fields,
    numbered,
    source_grade_row,
    standing_rows,
)
from according.ui.panel.wording import counted, title_name, tr
from according.ui.style import Look

LABEL_WIDTH = 118
"""Width of the labels in pixels at 100 %."""


class FoldingCard(QFrame):
    """A card whose head opens and closes details, which are built the first time.

    Signals
    -------
    claim_chosen(str): the reader went to a claim, by its id.
    grown(): details were added.
    """

    claim_chosen = Signal(str)
    grown = Signal()

    def __init__(self, title: str, tag: str, look: Look) -> None:
        super().__init__()
        self._title, self._look = title, look
        self._details: QWidget | None = None
        self.setProperty("role", "card")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(1, 1, 1, 1)
        self._column.setSpacing(0)
        self._arrow = QLabel("▸")
        self._arrow.setProperty("role", "mark")
        px = look.px
        layout = QVBoxLayout()
        layout.setContentsMargins(px(13), px(11), px(13), px(11))
        layout.setSpacing(px(4))
        self.head = Clickable("row", title, look, layout)
        self.head.put(titled(plain(title, "name"), chip(tag), self._arrow, look=look))
        self.head.clicked.connect(lambda: self.open(opened=not self.opened))
        self._column.addWidget(self.head)
        self._describe()

    @property
    def opened(self) -> bool:
        return self._details is not None and not self._details.isHidden()

    def open(self, *, opened: bool = True) -> None:
        """Show or hide the details."""
        if opened and self._details is None:
            self._details = QWidget()
            column = QVBoxLayout(self._details)
            column.setContentsMargins(self._look.px(13), 0, self._look.px(13), self._look.px(11))
            column.setSpacing(self._look.px(6))
            column.addWidget(rule())
            self._fill(column)
            self._column.addWidget(self._details)
            self.grown.emit()
        if self._details is not None:
            self._details.setVisible(opened)
        self._describe()

    def _fill(self, column: QVBoxLayout) -> None:
        """Build the details."""
        raise NotImplementedError

    def _describe(self) -> None:
        self._arrow.setText("▾" if self.opened else "▸")
        state = tr("details shown") if self.opened else tr("details hidden")
        self.head.setAccessibleName(f"{self._title}, {state}")


class PaperCard(FoldingCard):
    """What the paper says in its own voice."""

    def __init__(self, claims: tuple[Claim, ...], reading: Reading, look: Look) -> None:
        name = reading.article.publisher or tr("The article")
        super().__init__(name, counted(len(claims), "{n} claim", "{n} claims"), look)
        self._claims, self._reading = claims, reading
        words = tr("What the paper says in its own voice.")
        self.head.put(plain(words))
        self.head.setAccessibleDescription(words)

    def _fill(self, column: QVBoxLayout) -> None:
        column.addWidget(caption(tr("Says")))
        listed = ClaimList(self._claims, self._reading, self._look, self.claim_chosen.emit)
        column.addWidget(listed)


class SourceCard(FoldingCard):
    """A source of the article, with the reader's own word on it.

    Signals
    -------
    entity_chosen(str): the reader asked for the context of the source.
    judged(Saying): the reader says something of a field.
    note_written(str, str): keep this text on the source with this key.
    opened_part(QWidget): a card has opened inside and should be in sight.
    """

    entity_chosen = Signal(str)
    judged = Signal(object)
    note_written = Signal(str, str)
    opened_part = Signal(object)

    def __init__(
        self, role: Role, reading: Reading, analysis: Analysis, look: Look, *, graded: bool = False
    ) -> None:
        super().__init__(title_name(role.source), role_chip(role), look)
        self.role = role
        self.key = source_key(role.source)
        self.note: SourceNoteField | None = None
        self._reading, self._analysis, self._graded = reading, analysis, graded
        self._rows: dict[tuple[str, tuple[str, ...]], JudgedRow] = {}
        self._shown: object = None
        self._own = plain("", "small")
        self._judged = QVBoxLayout()
        self._judged.setSpacing(look.px(6))
        words, question = source_sentence(role, analysis), origin_question(role)
        self.head.put(plain(words))
        if question:
            self.head.put(plain(f"? {question}", "small"))
        self.head.put(self._own)
        self._said = f"{role_chip(role)}. {words} {question}".strip()
        self._show_own()

    @property
    def rows(self) -> tuple[JudgedRow, ...]:
        """The fields shown, from top to bottom."""
        return tuple(self._rows.values())

    def settle(self, reading: Reading) -> None:
        """Take note of what the reader has said meanwhile; the note being written stays."""
        self._reading = reading
        self._show_own()
        if self._details is not None:
            self._build_judged()
        if self.note is not None:
            self.note.settle(source_note(reading, self.key))

    @property
    def writing(self) -> bool:
        """Whether the keyboard is in the note."""
        return self.note is not None and self.note.text.hasFocus()

    def write(self) -> None:
        """Put the keyboard at the end of the note."""
        if self.note is not None:
            self.note.write()

    def flush(self) -> None:
        """Announce a note that is not saved yet."""
        if self.note is not None:
            self.note.flush()

    def _fill(self, column: QVBoxLayout) -> None:
        for title, claims in (
            (tr("Says"), self.role.says),
            (tr("Passes on"), self.role.relays),
        ):
            if claims:
                column.addWidget(caption(title))
                choose = self.claim_chosen.emit
                column.addWidget(ClaimList(claims, self._reading, self._look, choose))
        column.addLayout(self._judged)
        self._build_judged()
        text = source_note(self._reading, self.key)
        self.note = SourceNoteField(text, self.role.source.name, self._look)
        self.note.written.connect(lambda text: self.note_written.emit(self.key, text))
        self.note.add.clicked.connect(lambda: self.opened_part.emit(self.note))
        column.addWidget(self.note)
        entity = self.role.source.entity
        if entity is not None:
            button = small_button(tr("Where it is mentioned"), self._look)
            button.clicked.connect(lambda: self.entity_chosen.emit(entity))
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _show_own(self) -> None:
        """What the reader has added, on the closed card too."""
        words = own_words(self._reading, self.key)
        self._own.setText(escaped(words))
        self._own.setVisible(bool(words))
        self.head.setAccessibleDescription(f"{self._said} {words}".strip())

    def _build_judged(self) -> None:
        """All that the reader can judge, built anew where any of it has changed."""
        basis, stance = (
            standing_rows(self.role, self._reading, field) for field in (DIRECTNESS, STANCE)
        )
        facts = fact_rows(self.role.source, self._reading.judgements)
        grade = source_grade_row(self.role.source, self._reading.judgements)
        lists = assessed(self._reading, self.key)
        shown = (basis, stance, facts, grade, lists)
        if shown == self._shown:
            return
        self._shown = shown
        return_to = next((one for one, row in self._rows.items() if _holds(row)), None)
        clear(self._judged)
        self._rows = {}
        self._head(tr("In this article"))
        self._add_standing(basis)
        self._add_standing(stance)
        self._head(tr("On record"))
        if not facts:
            words = tr("Nothing is on record about this source.")
            self._judged.addWidget(plain(words, "small"))
        for row in facts:
            self._add(row)
        self._add_new(facts)
        if lists:
            self._head(tr("In your lists"))
            for words, more in lists:
                line = f"{escaped(words)} {muted(more, self._look)}"
                self._judged.addWidget(Prose(line))
        if self._graded:
            self._head(tr("Your grade"))
            self._add(grade)
        if return_to in self._rows:
            self._rows[return_to].take_keyboard()
        self.grown.emit()

    def _head(self, text: str) -> None:
        label = caption(text)
        label.setContentsMargins(0, self._look.px(4), 0, 0)
        self._judged.addWidget(label)

    def _add_standing(self, rows: tuple[tuple[Judged, tuple[Claim, ...]], ...]) -> None:
        """One row where all claims are alike, else one for each standing with its claims."""
        for index, (row, claims) in enumerate(rows):
            places = numbered(self._analysis, claims) if len(rows) > 1 else ()
            self._add(row, places=places, labelled=index == 0)

    def _add(
        self, shown: Judged, *, places: tuple[tuple[str, int], ...] = (), labelled: bool = True
    ) -> None:
        row = JudgedRow(
            shown, self._look, label_width=LABEL_WIDTH, numbers=places, labelled=labelled
        )
        row.judged.connect(self.judged)
        row.claim_chosen.connect(self.claim_chosen)
        row.opened.connect(self.opened_part)
        self._rows[shown.place] = row
        self._judged.addWidget(row)

    def _add_new(self, facts: tuple[Judged, ...]) -> None:
        fields = missing_fields(facts)
        if fields:
            new = NewFact(self.key, fields, self._look)
            new.judged.connect(self.judged)
            new.opened.connect(self.opened_part)
            self._judged.addWidget(new)


def _holds(row: JudgedRow) -> bool:
    """Whether a row holds the keyboard."""
    focused = row.focusWidget()
    return focused is not None and focused.hasFocus()
