"""The reader's lists of assessments in the preferences, each with a way to let it go."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from according.ui.panel.cards import clear, plain, small_button
from according.ui.panel.wording import counted
from according.ui.style import Look


class ListBox(QWidget):
    """Names the lists that were brought in.

    Signals
    -------
    import_asked(): bring in a list.
    forgotten(str): take the list of this name out.
    """

    import_asked = Signal()
    forgotten = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._lists: tuple[tuple[str, int], ...] = ()
        self.removers: dict[str, QPushButton] = {}
        self.bring = small_button(self.tr("&Import assessments…"), look)
        self.bring.clicked.connect(self.import_asked)
        self._rows = QGridLayout()
        self._rows.setColumnStretch(0, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(QLabel(self.tr("Lists of assessments")))
        column.addLayout(self._rows)
        column.addWidget(self.bring, 0, Qt.AlignmentFlag.AlignLeft)

    def minimumSizeHint(self) -> QSize:
        # A layout's least height is that of its least width, where each word has a line.
        return QSize(super().minimumSizeHint().width(), 0)

    def show_lists(self, lists: Sequence[tuple[str, int]]) -> None:
        """Show names and numbers of rows."""
        self._lists = tuple(lists)
        clear(self._rows)
        self.removers = {}
        if not lists:
            words = self.tr(
                "None. What others say of an outlet can be brought in as a table with the columns "
                "domain, name, assessor, wording and date."
            )
            self._rows.addWidget(plain(words, "small"), 0, 0)
        for at, (name, count) in enumerate(lists):
            words = counted(count, "{n} assessment", "{n} assessments")
            self._rows.addWidget(plain(f"{name}, {words}", "small"), at, 0)
            remove = small_button(self.tr("Remove"), self._look)
            remove.setAccessibleName(self.tr("Remove {name}").format(name=name))
            remove.clicked.connect(lambda _on=False, name=name: self.forgotten.emit(name))
            self.removers[name] = remove
            self._rows.addWidget(remove, at, 1, Qt.AlignmentFlag.AlignTop)

    def restyle(self, look: Look) -> None:
        """Take another theme or text size."""
        self._look = look
        layout = self.layout()
        if layout is not None:
            layout.setSpacing(look.px(4))
        self.show_lists(self._lists)
