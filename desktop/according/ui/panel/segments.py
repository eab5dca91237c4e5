"""The segmented control at the top of the panel: one button for each of its views."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame

from according.domain.analysis import Analysis
from according.domain.claims import Claim
from according.ui.panel.cards import TwoPart
from according.ui.panel.flow import Flow
from according.ui.panel.wording import claim_number, counted, tr
from according.ui.style import Look

STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
}
"""How far each arrow key goes among the views."""


class PanelView(StrEnum):
    """The views of the panel, in the order of their segments."""

    SOURCES = "sources"
    CONTEXT = "context"
    CLAIM = "claim"


class Segments(QFrame):
    """Names the views and what is in them.

    Signals
    -------
    chosen(PanelView): the reader asked for a view.
    """

    chosen = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setProperty("role", "trough")
        self.setAccessibleName(tr("Views of the panel"))
        flow = Flow(self, spacing=2, equal=True)
        flow.setContentsMargins(2, 2, 2, 2)
        self._buttons: dict[PanelView, TwoPart] = {}
        for view in PanelView:
            button = TwoPart("segment", look, always_bold=True)
            button.installEventFilter(self)
            button.clicked.connect(lambda _on=False, view=view: self.chosen.emit(view))
            self._buttons[view] = button
            flow.addWidget(button)
        self.mark(PanelView.SOURCES)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go from view to view with the arrow keys."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            here = next((one for one, button in self._buttons.items() if button is watched), None)
            step = STEPS.get(Qt.Key(event.key()))
            if here is not None and step is not None:
                views = list(PanelView)
                view = views[(views.index(here) + step) % len(views)]
                self.chosen.emit(view)
                self._buttons[view].setFocus(Qt.FocusReason.OtherFocusReason)
                return True
        return super().eventFilter(watched, event)

    def button(self, view: PanelView) -> TwoPart:
        """The button that shows a view."""
        return self._buttons[view]

    def mark(self, view: PanelView) -> None:
        """Mark the view that is shown; the Tab key comes to its button, the arrows to the others.

        By hand: in a button group the arrows would go no further than the last.
        """
        for one, button in self._buttons.items():
            button.setChecked(one is view)
            button.setFocusPolicy(
                Qt.FocusPolicy.StrongFocus if one is view else Qt.FocusPolicy.ClickFocus
            )

    def count(self, analysis: Analysis | None, claim: Claim | None) -> None:
        """Say how many sources there are, and which of the claims is chosen."""
        sources = len(analysis.sources) if analysis else 0
        place = ""
        if analysis is not None and claim is not None:
            number = claim_number(analysis, claim.id)
            place = tr("{n} of {all}").format(n=number, all=len(analysis.claims))
        self._buttons[PanelView.SOURCES].set_words(tr("Sources"), str(sources) if sources else "")
        self._buttons[PanelView.CONTEXT].set_words(tr("Context"))
        self._buttons[PanelView.CLAIM].set_words(tr("Claim"), place)
        spoken = counted(sources, "Sources, {n} source", "Sources, {n} sources")
        self._buttons[PanelView.SOURCES].setAccessibleName(spoken)

    def restyle(self, look: Look) -> None:
        """Take another theme or text size."""
        for button in self._buttons.values():
            button.restyle(look)
