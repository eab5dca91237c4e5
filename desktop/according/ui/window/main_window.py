"""The window as far as the text needs it; `Controls` brings the rest after the first paint."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QMainWindow, QSplitter, QVBoxLayout, QWidget

from according.domain.reading import Opened, Reading
from according.ui.appearance import Appearance
from according.ui.page.page import Page
from according.ui.theme import interface_palette
from according.ui.window.remembering import Memory
from according.ui.workspace import Workspace

if TYPE_CHECKING:
    from according.ui.window.controls import Controls

PANEL_WIDTH, LEAST_PANEL = 432, 360
SIZE = (1360, 860)
LEAST_SIZE = (720, 480)


class MainWindow(QMainWindow):
    """Holds the page, and keeps the places of menu, tools, panel and status line for `Controls`."""

    def __init__(self, memory: Memory, appearance: Appearance) -> None:
        super().__init__()
        self.controls: Controls | None = None
        self.memory = memory
        self.appearance = appearance
        self.workspace = Workspace(self)
        self.page = Page(self.workspace, appearance.theme)
        self.page.zoom(memory.preferred.zoom)
        self.splitter = QSplitter()
        self.middle = QVBoxLayout()
        self.setWindowTitle(self.tr("According"))
        self.setMinimumSize(*LEAST_SIZE)
        self.setPalette(interface_palette(appearance.theme))
        self._lay_out()
        self.resize(*SIZE)
        memory.restore_shape(self, self.splitter, self.workspace)

    def show_first(self, opened: Opened) -> None:
        """Show a file as it was read; `Controls` takes it up from there."""
        self.workspace.show(Reading(name=opened.name, article=opened.article, path=opened.path))

    def adopt_panel(self, panel: QWidget) -> None:
        """Put the panel into the place that was kept for it."""
        sizes = self.splitter.sizes()
        kept = self.splitter.replaceWidget(1, panel)
        panel.show()
        self.splitter.setSizes(sizes)
        if kept is not None:
            kept.deleteLater()

    def chrome(self) -> tuple[int, int, int]:
        """How high menu, tools and status line are, to keep their places at the next start."""
        if self.controls is None:
            return self.memory.session.chrome
        bars = (self.menuBar(), self.controls.tools, self.statusBar())
        heights = [bar.height() for bar in bars]
        return heights[0], heights[1], heights[2]

    def closeEvent(self, event: QCloseEvent) -> None:
        """Save the note in hand, remember the place, and wait for both threads."""
        if self.controls is not None and not self.controls.may_end():
            event.ignore()
            return
        self.hide()
        if self.controls is not None:
            self.memory.save_session(self)
            self.controls.end()
        super().closeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.controls is not None and self.controls.opening.takes(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if self.controls is not None and self.controls.opening.take(event.mimeData()):
            event.acceptProposedAction()

    def _lay_out(self) -> None:
        waiting = QWidget()
        waiting.setMinimumWidth(LEAST_PANEL)
        self.splitter.addWidget(self.page)
        self.splitter.addWidget(waiting)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(1)
        self.splitter.setSizes([SIZE[0] - PANEL_WIDTH, PANEL_WIDTH])
        menu, tools, status = self.memory.session.chrome
        self.setMenuWidget(_room(menu + tools))
        central = QWidget()
        self.middle.setContentsMargins(0, 0, 0, status)
        self.middle.setSpacing(0)
        self.middle.addWidget(self.splitter, 1)
        central.setLayout(self.middle)
        self.setCentralWidget(central)


def _room(height: int) -> QWidget:
    room = QWidget()
    room.setFixedHeight(height)
    return room
