"""The links of a claim to others, in words, with what the reader can do about them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from according.domain.analysis import Analysis
from according.domain.claims import Claim, Link, Status
from according.domain.notes import Correction
from according.domain.reading import Reading
from according.ui.panel.cards import Prose, clear, escaped, link, muted, plain, small_button
from according.ui.panel.claim_chooser import ClaimChooser
from according.ui.panel.own_work import link_correction, removed_link, removed_links
from according.ui.panel.wording import link_words, quoted, tr
from according.ui.style import Look


class LinkList(QWidget):
    """What answers a claim and what it answers.

    Signals
    -------
    claim_chosen(str): the reader went to the claim at the other end.
    added(LinkKind, str): link the claim to the one with this id.
    removed(Link): this link is wrong.
    moved(Link, str): this link leads to, or comes from, the claim with this id instead.
    withdrawn(str): take back the correction with this id.
    opened(QWidget): a card has opened below the links and should be in sight.
    """

    claim_chosen = Signal(str)
    added = Signal(object, str)
    removed = Signal(object)
    moved = Signal(object, str)
    withdrawn = Signal(str)
    opened = Signal(object)

    def __init__(self, reading: Reading, analysis: Analysis, claim: Claim, look: Look) -> None:
        super().__init__()
        self._reading, self._analysis, self._claim, self._look = reading, analysis, claim, look
        self._links = links_of(analysis, claim)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.px(4))
        for index, one in enumerate(self._links):
            self._column.addWidget(self._line(index, one))
        removed = removed_links(reading, claim)
        for correction in removed:
            self._column.addWidget(self._removed_line(correction))
        if not self._links and not removed:
            self._column.addWidget(plain(tr("none found"), "small"))
        self.add = small_button(tr("Add link…"), look)
        self.add.clicked.connect(self._ask_for_new)
        self._column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self._asked_from: QWidget = self.add
        self._place = QVBoxLayout()
        self._column.addLayout(self._place)

    def _line(self, index: int, one: Link) -> Prose:
        phrase, other = link_words(one, self._claim, self._reading)
        look = self._look
        words = f"{link(phrase, f'show/{index}', look)} {muted(other, look)}"
        gap = muted("\u00a0·\u00a0", look)
        if link_correction(self._reading, one) is not None:
            own = f"{muted(tr('Added by you.'), look)} {link(tr('Undo'), f'undo/{index}', look)}"
            return Prose(f"{words} &nbsp;{own}", "body", follow=self._follow)
        tools = link(tr("Move"), f"move/{index}", look) + gap
        tools += link(tr("Remove"), f"remove/{index}", look)
        if one.status is Status.EDITED:
            tools = f"{muted(tr('Edited by you.'), look)} {tools}"
        line = Prose(f"{words} &nbsp;{tools}", "body", follow=self._follow)
        line.setAccessibleName(f"{phrase} {other}")
        end = one.second if one.first == self._claim.id else one.first
        line.setToolTip(escaped(self._analysis.claim(end).text))
        return line

    def _removed_line(self, correction: Correction) -> Prose:
        one = removed_link(self._reading, correction)
        what = tr("a link")
        if one is not None:
            phrase, other = link_words(one, self._claim, self._reading)
            what = quoted(f"{phrase[:1].lower()}{phrase[1:]} {other}")
        words = tr("You removed {what}.").format(what=what)
        undo = link(tr("Undo"), correction.id, self._look)
        return Prose(f"{muted(words, self._look)} {undo}", "small", follow=self.withdrawn.emit)

    def _follow(self, target: str) -> None:
        action, _, number = target.partition("/")
        one = self._links[int(number)]
        if action == "show":
            self.claim_chosen.emit(one.second if one.first == self._claim.id else one.first)
        elif action == "remove":
            self.removed.emit(one)
        elif action == "move":
            self._ask_for_other(one)
        elif (correction := link_correction(self._reading, one)) is not None:
            self.withdrawn.emit(correction.id)

    def _ask_for_new(self) -> None:
        chooser = ClaimChooser(self._analysis, self._claim, self._look)
        chooser.claim_chosen.connect(self.added)
        self._open(chooser)

    def _ask_for_other(self, one: Link) -> None:
        chooser = ClaimChooser(self._analysis, self._claim, self._look, kind=one.kind)
        chooser.claim_chosen.connect(lambda _kind, other: self.moved.emit(one, other))
        self._open(chooser)

    def _open(self, chooser: ClaimChooser) -> None:
        clear(self._place)
        focused = QApplication.focusWidget()
        inside = focused is not None and self.isAncestorOf(focused)
        self._asked_from = focused if inside and focused is not None else self.add
        chooser.given_up.connect(self._close)
        self._place.addWidget(chooser)
        chooser.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.opened.emit(chooser)

    def _close(self) -> None:
        """Close the chooser; the keyboard goes back to where it was opened."""
        clear(self._place)
        self._asked_from.setFocus(Qt.FocusReason.OtherFocusReason)


def links_of(analysis: Analysis, claim: Claim) -> tuple[Link, ...]:
    """The links that start from a claim or lead to it."""
    return tuple(
        one
        for one in analysis.links
        if claim.id in (one.first, one.second) and one.status is not Status.REJECTED
    )
