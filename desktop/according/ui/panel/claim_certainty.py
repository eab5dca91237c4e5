"""How sure a claim is put and how its sources stand to it, with the reader's own word on that."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from according.domain.analysis import Analysis
from according.domain.claims import Claim, Voice
from according.domain.judgements import DIRECTNESS, STANCE, Judgement, source_key
from according.domain.reading import Reading
from according.ui.panel.cards import Table, caption
from according.ui.panel.judged_value import JudgedRow
from according.ui.panel.judging_words import Judged
from according.ui.panel.standing_lines import information_grade_row, standing_row
from according.ui.panel.wording import (
    Value,
    confidence,
    date_words,
    distance,
    likelihood,
    title_name,
    tr,
)
from according.ui.style import Look


class ClaimCertainty(QWidget):
    """The three fields of certainty, which the article's words say, and what can be judged.

    Signals
    -------
    judged(Saying): the reader says something of a field.
    opened(QWidget): an editor has opened and should be in sight.
    """

    judged = Signal(object)
    opened = Signal(object)

    def __init__(
        self, reading: Reading, analysis: Analysis, claim: Claim, look: Look, *, graded: bool
    ) -> None:
        super().__init__()
        self._look = look
        self.rows: dict[tuple[str, str], JudgedRow] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.px(4))
        self._add_certainty(claim, reading.article.text)
        if claim.voice is not Voice.NARRATOR:
            self._add_standing(reading, analysis, claim)
        if claim.when:
            table = Table(look)
            table.add_value(tr("When"), Value(", ".join(map(date_words, claim.when))))
            self._column.addWidget(table)
        if graded:
            head = caption(tr("Your grade"))
            head.setContentsMargins(0, look.px(4), 0, 0)
            self._column.addWidget(head)
            self._add(information_grade_row(reading, claim))

    def _add_certainty(self, claim: Claim, text: str) -> None:
        table = Table(self._look)
        table.add_value(tr("Likelihood"), likelihood(claim.certainty, text))
        table.add_value(tr("Speaker’s confidence"), confidence(claim.certainty, text))
        table.add_value(tr("Paper’s distance"), distance(claim, text))
        self._column.addWidget(table)

    def _add_standing(self, reading: Reading, analysis: Analysis, claim: Claim) -> None:
        """Basis and standing of each source, under its name where there are several."""
        standing = {one.source: one for one in claim.standing}
        sources = [analysis.source(one) for one in claim.sources]
        for field in (DIRECTNESS, STANCE):
            for index, source in enumerate(sources):
                one, key = standing.get(source.id), source_key(source)
                row = standing_row(reading, claim, one, key=key, field=field)
                subject = title_name(source) if len(sources) > 1 else ""
                self._add(row, subject=subject, labelled=index == 0)

    def _add(self, shown: Judged, *, subject: str = "", labelled: bool = True) -> None:
        row = JudgedRow(shown, self._look, subject=subject, labelled=labelled)
        row.judged.connect(self.judged)
        row.opened.connect(self.opened)
        self.rows[shown.field, shown.source] = row
        self._column.addWidget(row)


def judgements_on(reading: Reading, claim: Claim) -> tuple[Judgement, ...]:
    """All that the reader said of a claim and of how its sources stand to it."""
    return tuple(one for one in reading.judgements if one.claim == claim.id)
