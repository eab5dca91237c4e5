"""Ways in: files by dialog, command line and drop, text by paste, the sample article."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, QStandardPaths, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from according import places
from according.domain.reading import Opened
from according.errors import ReadingError
from according.readers.read import load, paste
from according.ui.window.desk import Desk

SAMPLE = "harbour-inquiry.txt"
"""The article of `seeds/articles` that a first start offers."""


class Opening(QObject):
    """Reads what the reader brings and puts it on the desk.

    Signals
    -------
    began(): the reader brings something; what was told before is over.
    told(str): a sentence for the reader, where something could not be opened.
    """

    began = Signal()
    told = Signal(str)

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._folder = QStandardPaths.writableLocation(
            QStandardPaths.StandardLocation.DocumentsLocation
        )

    def ask_for_files(self) -> None:
        """Let the reader choose files."""
        names, _ = QFileDialog.getOpenFileNames(
            self._window,
            self.tr("Open articles"),
            self._folder,
            self.tr("Text files (*.txt *.text *.md);;All files (*)"),
        )
        if names:
            self._folder = str(Path(names[0]).parent)
            self.open_paths([Path(name) for name in names])

    def open_paths(self, paths: Sequence[Path]) -> None:
        """Show the first file that can be read, and put the others into the recent list."""
        self.began.emit()
        waiting = list(paths)
        while waiting and not self._open(waiting.pop(0)):
            pass
        for path in waiting:
            self._desk.keep_aside(path)

    def take_up(self, opened: Opened | None, others: Sequence[Path]) -> None:
        """Keep what the page shows already, and the further files of the command line."""
        if opened is not None:
            self._desk.take_up()
            self._desk.keep(opened)
        for path in others:
            self._desk.keep_aside(path)

    def open_sample(self) -> None:
        """Show the article that comes with the program."""
        self.open_paths([places.seed("articles", SAMPLE)])

    def paste(self) -> None:
        """Open what is on the clipboard as an article."""
        self.began.emit()
        clipboard = QGuiApplication.clipboard()
        # A clipboard that nobody has put anything on gives no data at all.
        brought: QMimeData | None = clipboard.mimeData()
        if brought is None or not self.take(brought):
            self.told.emit(
                self.tr(
                    "There is no text on the clipboard. Copy an article first, then paste it here."
                )
            )

    def takes(self, brought: QMimeData) -> bool:
        """Whether a drop or a paste holds files or text."""
        return bool(_files(brought)) or (brought.hasText() and bool(brought.text().strip()))

    def take(self, brought: QMimeData) -> bool:
        """Open the files or the text of a drop or a paste; False where it holds neither."""
        if not self.takes(brought):
            return False
        if files := _files(brought):
            self.open_paths(files)
            return True
        try:
            opened = paste(brought.text(), name=self.tr("Pasted text"))
        except ReadingError as error:
            self.told.emit(str(error))
        else:
            self.show(opened)
        return True

    def show(self, opened: Opened) -> None:
        """Show what was read, and keep it."""
        self._desk.show(opened)
        self._desk.keep(opened)

    def _open(self, path: Path) -> bool:
        try:
            opened = load(path)
        except ReadingError as error:
            self.told.emit(str(error))
            return False
        self.show(opened)
        return True


def _files(brought: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in brought.urls() if url.isLocalFile()]
