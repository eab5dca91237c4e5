"""The Sources view: the summary in prose, and one card for each source of the article."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from according.domain.analysis import Analysis
from according.domain.claims import Claim
from according.domain.reading import Reading
from according.ui.following import followed
from according.ui.panel.cards import (
    Card,
    Prose,
    escaped,
    flowing,
    linked,
    plain,
    small_button,
)
from according.ui.panel.own_work import noted_claims
from according.ui.panel.source_card import PaperCard, SourceCard
from according.ui.panel.source_groups import Group, Order, groups
from according.ui.panel.source_wording import Role
from according.ui.panel.view import View
from according.ui.panel.wording import counted, rules_alone, tr
from according.ui.style import Look
from according.ui.workspace import Selection


class SourcesView(View):
    """The sources of the open article.

    Signals
    -------
    claim_chosen(str): the reader went to one claim, by its id.
    claim_walked(str): the reader walks through the claims a phrase of the summary counts.
    entity_chosen(str): the reader asked for the context of a source.
    judged(Saying): the reader says something of a source.
    note_written(str, str, Reading): keep this text on the source with this key; the reading is the
        one it was written in.
    table_asked(): show sources and claims as a table.
    """

    claim_chosen = Signal(str)
    claim_walked = Signal(str)
    entity_chosen = Signal(str)
    judged = Signal(object)
    note_written = Signal(str, str, object)
    table_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._cards: dict[str, SourceCard] = {}
        self.paper: PaperCard | None = None
        self._graded = False
        self._built: object = None
        self._order = Order.ROLE
        self._reading: Reading | None = None
        self._numbered: Analysis | None = None
        self._walk = (-1, -1)
        self._place: Prose | None = None
        self._chips: dict[Order, QPushButton] = {}

    @property
    def cards(self) -> dict[str, SourceCard]:
        """The cards by the ids of their sources, in the order shown."""
        return dict(self._cards)

    def show_reading(self, reading: Reading, analysis: Analysis) -> None:
        """Fill the view; cards that were open and the place in the list are kept.

        Where the reader has only said something of a source, the cards stay and take note of it.
        """
        built = (reading.article.sha256, analysis, noted_claims(reading))
        if built == self._built:
            self._reading = reading
            for card in self._cards.values():
                card.settle(reading)
            return
        self.flush()
        opened = {one for one, card in self._cards.items() if card.opened}
        writing = next((one for one, card in self._cards.items() if card.writing), None)
        place = self.verticalScrollBar().value()
        if self._reading is None or self._reading.article.text != reading.article.text:
            opened, writing, place, self._walk = set(), None, 0, (-1, -1)
        elif self._numbered is not None:
            now = (self._followed(one, analysis) for one in opened)
            opened = {one for one in now if one is not None}
            writing = self._followed(writing, analysis)
        self._numbered, self._reading, self._built = analysis, reading, built
        self._build(reading, analysis)
        for one in opened & self._cards.keys():
            self._cards[one].open()
        self.order_tabs()
        self.verticalScrollBar().setValue(place)
        if writing in self._cards:
            self._cards[writing].write()

    def show_source(self, id: str) -> None:
        """Open a source's card and scroll to it."""
        card = self._cards.get(id)
        if card is not None:
            card.open()
            self.show_top(card)

    def restyle(self, look: Look) -> None:
        self.flush()
        self._built = None
        super().restyle(look)

    def say(self, text: str, *, offer: bool = False) -> None:
        """Show one sentence in place of the sources."""
        self.flush()
        self._cards, self.paper, self._place, self._built = {}, None, None, None
        super().say(text, offer=offer)

    def flush(self) -> None:
        """Announce notes on sources that are not saved yet."""
        for card in self._cards.values():
            card.flush()

    def note_failed(self) -> None:
        """The last note could not be saved; it stays in its field."""
        for card in self._cards.values():
            if card.note is not None:
                card.note.fail()

    def set_graded(self, *, graded: bool) -> None:
        """Say whether the reader grades sources."""
        if graded != self._graded:
            self._graded = graded
            self._rebuild()

    def order(self, order: Order) -> None:
        """Order the cards anew."""
        self._order = order
        self._rebuild()

    def _rebuild(self) -> None:
        self._built = None
        if self._cards and self._reading is not None and self._reading.analysis is not None:
            self.show_reading(self._reading, self._reading.analysis)

    def _followed(self, source: str | None, analysis: Analysis) -> str | None:
        """The id in `analysis` of a source that another one numbered."""
        if source is None or self._numbered is None:
            return source
        return followed(Selection(source=source), self._numbered, analysis).source

    def _build(self, reading: Reading, analysis: Analysis) -> None:
        self.empty()
        self._cards, self.paper = {}, None
        self._add_summary(analysis)
        if not (analysis.producer.learned or reading.article.foreign):
            self.column.addWidget(plain(rules_alone(), "small"))
        if reading.article.foreign:
            for warning in analysis.warnings:
                self.column.addWidget(plain(warning, "empty"))
            self.column.addStretch(1)
            return
        if not analysis.sources:
            self.column.addWidget(plain(tr("The article credits nobody."), "empty"))
        self._add_orders(analysis)
        for group in groups(analysis, self._order):
            self._add_group(group, reading, analysis)
        self._add_warnings(analysis)
        self.column.addStretch(1)

    def _add_group(self, group: Group, reading: Reading, analysis: Analysis) -> None:
        if group.heading:
            self.head(group.heading)
        for role in group.roles:
            self._add_card(role, reading, analysis)
        if group.paper:
            self._add_paper(group.paper, reading)

    def _add_card(self, role: Role, reading: Reading, analysis: Analysis) -> None:
        card = SourceCard(role, reading, analysis, self.look, graded=self._graded)
        card.claim_chosen.connect(self.claim_chosen)
        card.entity_chosen.connect(self.entity_chosen)
        card.judged.connect(self.judged)
        card.note_written.connect(
            lambda key, text: self.note_written.emit(key, text, self._reading)
        )
        card.opened_part.connect(self.show_widget)
        card.grown.connect(self.order_tabs)
        card.opened_part.connect(lambda _: self.order_tabs())
        self._cards[role.source.id] = card
        self.column.addWidget(card)

    def _add_paper(self, claims: tuple[Claim, ...], reading: Reading) -> None:
        card = PaperCard(claims, reading, self.look)
        card.claim_chosen.connect(self.claim_chosen)
        card.grown.connect(self.order_tabs)
        self.paper = card
        self.column.addWidget(card)

    def _add_summary(self, analysis: Analysis) -> None:
        if not analysis.phrases:
            return
        card = Card(self.look, "tinted")
        words = "".join(
            escaped(phrase.text)
            if target is None
            else linked(phrase.text, f"phrase/{target}", self.look)
            for phrase, target in zip(analysis.phrases, _targets(analysis), strict=True)
        )
        prose = Prose(
            f'<p style="line-height:112%; margin:0;">{words}</p>',
            "summary",
            follow=lambda target: self._walk_on(analysis, target),
        )
        prose.setAccessibleName(analysis.summary)
        card.column.addWidget(prose)
        self._place = plain("", "small")
        self._place.hide()
        card.column.addWidget(self._place)
        if analysis.claims:
            table = small_button(tr("As a table"), self.look)
            table.setAccessibleDescription(tr("Sources and claims as a table"))
            table.clicked.connect(self.table_asked)
            card.column.addWidget(table, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(card)

    def _add_warnings(self, analysis: Analysis) -> None:
        """What the analysis stumbled over in the text."""
        count = len(analysis.warnings)
        if count:
            self.head(counted(count, "{n} remark on the text", "{n} remarks on the text"))
            for warning in analysis.warnings:
                self.column.addWidget(plain(warning, "small"))

    def _walk_on(self, analysis: Analysis, target: str) -> None:
        """Choose the first claim of a phrase, and with each further click the next."""
        index = int(target.removeprefix("phrase/"))
        claims = analysis.phrases[index].claims
        step = (self._walk[1] + 1) % len(claims) if self._walk[0] == index else 0
        self._walk = (index, step)
        if self._place is not None:
            shown = tr("Showing {n} of {all}; click again for the next")
            self._place.setText(
                shown.format(n=step + 1, all=len(claims))
                if len(claims) > 1
                else counted(1, "Showing the only one", "")
            )
            self._place.show()
        self.claim_walked.emit(claims[step])

    def _add_orders(self, analysis: Analysis) -> None:
        if len(analysis.sources) < 2:
            return
        chips: list[QWidget] = [plain_label(tr("Order by"))]
        for order in Order:
            chip = small_button(tr(order.value), self.look, "chip")
            chip.setCheckable(True)
            chip.setChecked(order is self._order)
            chip.setAccessibleName(tr("Order by {what}").format(what=tr(order.value)))
            chip.clicked.connect(lambda _on=False, order=order: self._reorder(order))
            self._chips[order] = chip
            chips.append(chip)
        self.column.addWidget(flowing(chips, self.look))

    def _reorder(self, order: Order) -> None:
        self.order(order)
        self._chips[order].setFocus(Qt.FocusReason.OtherFocusReason)


def _targets(analysis: Analysis) -> Iterator[int | None]:
    """For each phrase of the summary the one whose claims it leads to.

    What is said of a counted phrase in passing (", possibly one origin") leads there as well.
    """
    before: int | None = None
    for index, phrase in enumerate(analysis.phrases):
        in_passing = phrase.text[:2] in {", ", " ("} and phrase.text[2:].strip()
        if phrase.claims:
            before = index
        elif not in_passing:
            before = None
        yield before


def plain_label(text: str) -> QWidget:
    """A short label that does not wrap, for a row of chips."""
    label = plain(text, "small")
    label.setWordWrap(False)
    return label
