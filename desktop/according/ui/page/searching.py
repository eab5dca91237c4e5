"""The search in the open article: its hits, and which of them one stands on."""

from __future__ import annotations

from according.domain.spans import Span, Spans
from according.ui.page.article_view import ArticleView
from according.ui.page.finding import find_spans
from according.ui.page.highlights import Mark, MarkKind
from according.ui.page.walking import next_index


class Search:
    """Marks hits in a view and moves between them."""

    def __init__(self, view: ArticleView) -> None:
        self._view = view
        self._query = ("", False)
        self._hits: Spans = ()
        self._at = -1

    @property
    def count(self) -> int:
        return len(self._hits)

    @property
    def number(self) -> int:
        """The number of the current hit, from 1; 0 when there is none."""
        return self._at + 1

    def find(self, text: str, *, whole: bool) -> int:
        """Look for `text` and go to the first hit from here; how many there are."""
        self._query = (text, whole)
        self.repeat()
        if self._hits:
            place = self._view.place()
            self._go_to(next_index(self._hits, Span(place, place), 1) or 0)
        return self.count

    def repeat(self) -> None:
        """Look again, after the text has changed."""
        text, whole = self._query
        reading = self._view.workspace.reading
        article = reading.article.text if reading else ""
        shown = self._view.page_map.shown_spans()
        self._hits = find_spans(article, shown, text, whole=whole)
        self._at = min(self._at, len(self._hits) - 1)
        self._show()

    def step(self, step: int) -> int:
        """Go to another hit, round the end; its number, or 0 without one."""
        if self._hits:
            self._go_to((self._at + step) % len(self._hits))
        return self.number

    def _go_to(self, index: int) -> None:
        self._at = index
        self._show()
        self._view.reveal(self._hits[index])

    def _show(self) -> None:
        self._view.show_hits(
            tuple(
                Mark(span, MarkKind.CURRENT if index == self._at else MarkKind.HIT)
                for index, span in enumerate(self._hits)
            )
        )
