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
        self._folder: Path | None = None

    @property
    def folder(self) -> Path:
        """Where the choice of files begins: where the last came from, else documents or home."""
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        likely = (self._folder, Path(QStandardPaths.writableLocation(documents)))
        return next((one for one in likely if one is not None and one.is_dir()), Path.home())

    def ask_for_files(self) -> None:
        """Let the reader choose files."""
        names, _ = QFileDialog.getOpenFileNames(
            self._window,
            self.tr("Open articles"),
            str(self.folder),
            self.tr("Text files (*.txt *.text *.md);;All files (*)"),
        )
        if names:
            self.open_paths([Path(name) for name in names])

    def open_paths(self, paths: Sequence[Path]) -> None:
        """Show the first file that can be read, and put the others into the recent list."""
        self.began.emit()
        waiting = list(paths)
        while waiting and not self._open(waiting.pop(0)):
            pass
        self._desk.keep_aside(waiting)

    def take_up(self, opened: Opened | None, others: Sequence[Path]) -> None:
        """Keep what the page shows already, and the further files of the command line."""
        if opened is not None:
            if opened.path is not None:
                self._folder = Path(opened.path).parent
            self._desk.take_up()
            self._desk.keep(opened)
        self._desk.keep_aside(others)

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
        self._folder = path.absolute().parent
        self.show(opened)
        return True


def _files(brought: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in brought.urls() if url.isLocalFile()]
