"""Ways in: files by dialog, command line and drop, text by paste, the sample article."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, QStandardPaths, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from according import places
from according.domain.reading import Opened
from according.errors import ReadingError
from according.readers.aside import load_aside
from according.readers.formats import ENDINGS
from according.readers.read import load, paste, paste_page
from according.ui.jobs import Job, Ticket
from according.ui.window.desk import Desk

_QUICK = frozenset({".txt", ".text"})
_QUICK_BYTES = 500_000
"""Kinds and size of files that are read before the next picture is due; others in the background,
for a page of some megabytes takes seconds."""

_ADDRESS = re.compile(r"https?://\S+")

SAMPLE = "harbour-inquiry.txt"
"""The article of `seeds/articles` that a first start offers."""


class Opening(QObject):
    """Reads what the reader brings and puts it on the desk.

    Signals
    -------
    began(): the reader brings something; what was told before is over.
    reading(str): the name of what is being read in the background; empty when nothing is any more.
    told(str): a sentence for the reader, where something could not be opened.
    """

    began = Signal()
    reading = Signal(str)
    told = Signal(str)

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._folder: Path | None = None
        self._asked = 0
        self._job: Job | None = None

    @property
    def is_reading(self) -> bool:
        """Whether something is being read in the background, to be shown then."""
        return self._job is not None

    def cancel(self) -> None:
        """Let what is being read go, and the files after it; what is open stays."""
        if self._job is not None:
            self._job.cancel()
            self._end_reading()

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
            ";;".join((self.tr("Articles ({endings})"), self.tr("All files (*)"))).format(
                endings=" ".join(f"*{ending}" for ending in ENDINGS)
            ),
        )
        if names:
            self.open_paths([Path(name) for name in names])

    def open_paths(self, paths: Sequence[Path], *, again: bool = False) -> None:
        """Show the first file that can be read, and put the others into the recent list.

        With `again` what was told before stays: it is of the files before these.
        """
        if not again:
            self._begin()
        self._open_first(list(paths), self._asked)

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
        clipboard = QGuiApplication.clipboard()
        # A clipboard that nobody has put anything on gives no data at all.
        brought: QMimeData | None = clipboard.mimeData()
        if brought is None or not self.take(brought):
            self._begin()
            self.told.emit(
                self.tr(
                    "There is no text on the clipboard. Copy an article first, then paste it here."
                )
            )

    def takes(self, brought: QMimeData) -> bool:
        """Whether a drop or a paste holds files or text."""
        return bool(_files(brought) or brought.text().strip() or brought.html().strip())

    def take(self, brought: QMimeData) -> bool:
        """Open the files or the text of a drop or a paste; False where it holds neither."""
        if not self.takes(brought):
            return False
        if files := _files(brought):
            self.open_paths(files)
            return True
        self._begin()
        text, markup, name = brought.text(), brought.html(), self.tr("Pasted text")
        if _ADDRESS.fullmatch(text.strip()):
            self.told.emit(
                self.tr(
                    "This is only a web address, and pages are never fetched: save the page in "
                    "your browser and open the file, or paste its text."
                )
            )
        elif markup.strip():
            self._read_aside(lambda _: paste_page(markup, text, name=name), name, [], self._asked)
        else:
            try:
                opened = paste(text, name=name)
            except ReadingError as error:
                self.told.emit(str(error))
            else:
                self.show(opened)
        return True

    def show(self, opened: Opened) -> None:
        """Show what was read, and keep it."""
        self._desk.show(opened)
        self._desk.keep(opened)

    def _begin(self) -> None:
        self._asked += 1
        self.began.emit()

    def _open_first(self, waiting: list[Path], asked: int) -> None:
        while waiting:
            path = waiting.pop(0)
            if not _is_quick(path):
                self._read_aside(partial(_load, path), path.name, waiting, asked)
                return
            if self._open(path):
                break
        self._desk.keep_aside(waiting)

    def _open(self, path: Path) -> bool:
        try:
            opened = load(path)
        except ReadingError as error:
            self.told.emit(str(error))
            return False
        self._show_file(opened)
        return True

    def _read_aside(
        self, work: Callable[[Ticket], Opened], name: str, waiting: list[Path], asked: int
    ) -> None:
        """Read in the background; what the reader asks for in the meantime is shown instead."""

        def ended() -> None:
            if self._job is job:
                self._end_reading()

        def done(opened: Opened) -> None:
            ended()
            if asked == self._asked:
                self._show_file(opened)
                self._desk.keep_aside(waiting)
            else:
                others = [Path(opened.path)] if opened.path is not None else []
                self._desk.keep_aside([*others, *waiting])

        def failed(error: ReadingError) -> None:
            ended()
            self.told.emit(str(error))
            if asked == self._asked:
                self._open_first(waiting, asked)
            else:
                self._desk.keep_aside(waiting)

        job = self._job = self._desk.read(work, done=done, failed=failed, broken=ended)
        self.reading.emit(name)

    def _end_reading(self) -> None:
        self._job = None
        self.reading.emit("")

    def _show_file(self, opened: Opened) -> None:
        if opened.path is not None:
            self._folder = Path(opened.path).parent
        self.show(opened)


def _load(path: Path, ticket: Ticket) -> Opened:
    return load_aside(path, cancelled=ticket.cancelled)


def _is_quick(path: Path) -> bool:
    """Whether a file is read in no time, or not at all."""
    try:
        size = path.stat().st_size
    except OSError:
        return True  # there is nothing to read
    return path.is_dir() or (path.suffix.lower() in _QUICK and size <= _QUICK_BYTES)


def _files(brought: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in brought.urls() if url.isLocalFile()]
