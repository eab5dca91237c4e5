"""Sets a page in a document: a long one from where it is read outwards, a part at a time.

So a text of any length shows at once, and the window is free between two parts.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QTextDocument

from according.domain.spans import Span
from according.ui.page.highlights import PageMap, Words
from according.ui.page.typesetting import Faces, add_above, add_below, clear, restyle, typeset

AT_ONCE = 40_000
"""UTF-16 units below the place to be read that are set before it shows: some screens, in 20 ms."""

ABOVE = 10_000
"""Those above it: a passage is shown with what stands before it."""

PART = 8_000
"""Units of a further part: with its layout it takes 5 ms, and moves what is below it in 10."""


class Growth(QObject):
    """Holds which rows of a page a document has, and brings those that are still missing.

    `held` keeps the place of the view while rows come in above it.

    Signals
    -------
    whole(): the document holds all rows.
    """

    whole = Signal()

    def __init__(
        self,
        document: QTextDocument,
        held: Callable[[], AbstractContextManager[None]],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.page = PageMap("", ())
        self.words: tuple[Words, ...] = ()
        self._document = document
        self._held = held
        self._faces: Faces | None = None
        self._next = QTimer(self, interval=0)
        self._next.timeout.connect(self._grow)

    @property
    def long(self) -> bool:
        """Whether the page is set in several parts."""
        return self.page.size(0, len(self.page.rows)) > AT_ONCE

    def clear(self, zoom: float) -> None:
        """Empty the document for rows at `zoom` (1 is 100 %)."""
        self._next.stop()
        clear(self._document, zoom)

    def begin(self, page: PageMap, faces: Faces, words: tuple[Words, ...], *, row: int) -> None:
        """Set an emptied document from `row` outwards, with the words that are styled."""
        self._faces, self.words = faces, words
        self.page = (
            page.cut(page.above(row, ABOVE), page.below(row, AT_ONCE)) if page.rows else page
        )
        typeset(self._document, self.page, faces)
        self._style(faces, self.page.first, self.page.last)
        if self.page.whole:
            self.whole.emit()
        else:
            self._next.start()

    def restyle(self, words: tuple[Words, ...]) -> None:
        """Style these words in place of those before."""
        if self._faces is not None:
            restyle(self._document, self.page, self._faces, plain=self.words, styled=words)
        self.words = words

    def finish(self) -> None:
        """Set all that is missing now."""
        while self._next.isActive():
            self._grow()

    def _grow(self) -> None:
        """Set the next part below, and the next above."""
        faces, page = self._faces, self.page
        if faces is not None and page.last < len(page.rows):
            last = page.below(page.last, PART)
            add_below(self._document, page.rows[page.last : last], faces)
            self.page = page.cut(page.first, last)
            self._style(faces, page.last, last)
            page = self.page
        if faces is not None and page.first > 0:
            first = page.above(page.first, PART)
            with self._held():
                above = page.rows[first : page.first]
                add_above(self._document, above, faces, first=page.rows[page.first])
                self.page = page.cut(first, page.last)
                self._style(faces, first, page.first)
        if self.page.whole:
            self._next.stop()
            self.whole.emit()

    def _style(self, faces: Faces, first: int, last: int) -> None:
        """Style the words of the rows from `first` to before `last`."""
        spans = [row.span for row in self.page.rows[first:last] if row.span is not None]
        if not spans or not self.words:
            return
        words = _within(self.words, Span(spans[0].start, spans[-1].end))
        restyle(self._document, self.page, faces, plain=(), styled=words)


def _within(words: Sequence[Words], span: Span) -> Sequence[Words]:
    """Those of `words`, which are disjoint and in text order, that overlap `span`."""
    first = bisect_right(words, span.start, key=lambda word: word.span.end)
    last = bisect_left(words, span.end, key=lambda word: word.span.start)
    return words[first:last]
