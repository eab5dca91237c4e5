"""Walks through the article by keyboard: to the next claim, mention or word of certainty."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from according.domain.claims import Claim
from according.domain.spans import Span
from according.ui.page.article_view import ArticleView
from according.ui.page.highlights import MarkIndex, reading_marks
from according.ui.page.spoken import heard
from according.ui.workspace import Layers


def next_index(spans: Sequence[Span], place: Span, step: int) -> int | None:
    """The index of the span `step` away from `place` (code points); None beyond either end.

    `spans` are in text order. `place` is the span one comes from, or an empty one at the caret,
    from which a span that starts there is still ahead.
    """
    if step > 0:
        found = bisect_right(spans, place) if len(place) else bisect_left(spans, place)
        index = found + step - 1
    else:
        index = bisect_left(spans, place) + step
    return index if 0 <= index < len(spans) else None


class Walker:
    """Moves choice and caret through a view, and tells a screen reader of each claim once.

    `told` is called with what was announced.
    """

    def __init__(self, view: ArticleView, told: Callable[[str], None]) -> None:
        self._view = view
        self._workspace = view.workspace
        self._tell = told
        self._last_heard: str | None = None
        self._walked: Span | None = None
        self.claims = MarkIndex()
        self.follow_reading()

    def follow_reading(self) -> None:
        """Take up the claims of the reading that is now open."""
        claims = MarkIndex(reading_marks(self._workspace.analysis, Layers(entities=False)))
        if claims.marks != self.claims.marks:
            self._last_heard = None
        self.claims = claims

    def next_claim(self, step: int) -> None:
        """Choose the next or previous claim, from the chosen one or from the caret."""
        analysis = self._workspace.analysis
        claims = sorted(analysis.claims, key=lambda one: one.content[0]) if analysis else []
        index: int | None
        if (chosen := self._workspace.claim) is not None:
            index = next(i for i, one in enumerate(claims) if one.id == chosen.id) + step
        else:
            index = next_index([one.content[0] for one in claims], self._caret(), step)
        if index is not None and 0 <= index < len(claims):
            claim = claims[index]
            self._workspace.choose(claim=claim.id, reveal=True)
            self._view.set_caret(claim.start)
            self._hear(claim)

    def next_entity(self, step: int) -> None:
        """Choose the entity of the next or previous mention."""
        analysis = self._workspace.analysis
        mentions = sorted(
            (mention.span, entity.id)
            for entity in (analysis.entities if analysis else ())
            for mention in entity.mentions
        )
        index = next_index([span for span, _ in mentions], self._place(), step)
        if index is not None:
            span, entity = mentions[index]
            self._workspace.choose(entity=entity, passage=span)
            self._walk_to(span)

    def next_certainty(self, step: int) -> None:
        """Go to the next or previous words of certainty, and choose their claim."""
        analysis = self._workspace.analysis
        claims = analysis.claims if analysis else ()
        words = sorted({(word, one.id) for one in claims for word in one.certainty.words})
        index = next_index([word for word, _ in words], self._place(), step)
        if index is not None:
            word, claim = words[index]
            self._workspace.choose(claim=claim)
            self._walk_to(word)

    def hear_caret(self) -> None:
        """Announce the claim that the caret has come into; the same one not twice in a row."""
        analysis = self._workspace.analysis
        point = self._view.caret()
        marks = self.claims.at(point) if point is not None else []
        if not marks or analysis is None:
            self._last_heard = None
        elif marks[0].id != self._last_heard:
            self._hear(analysis.claim(marks[0].id))

    def _hear(self, claim: Claim) -> None:
        reading = self._workspace.reading
        if reading is None:
            return
        self._last_heard = claim.id
        sentence = heard(reading, claim)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._view, sentence))
        self._tell(sentence)

    def _walk_to(self, span: Span) -> None:
        self._view.reveal(span)
        self._view.set_caret(span.start)
        self._walked = span

    def _place(self) -> Span:
        """The span walked to last, as long as the caret stands there; else the caret."""
        caret = self._caret()
        walked = self._walked
        return walked if walked is not None and walked.start == caret.start else caret

    def _caret(self) -> Span:
        """An empty span at the caret; where that is out of sight, at the first visible line."""
        point = self._view.caret() if self._view.caret_in_view() else None
        if point is None:
            point = self._view.place()
        return Span(point, point)
