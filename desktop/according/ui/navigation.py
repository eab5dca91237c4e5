"""Going through the article: the next claim, name or certainty word from where one is."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from according.domain.analysis import Analysis
from according.domain.spans import Span
from according.ui.workspace import Selection, Workspace

Stop = tuple[Span, str]
"""A place in the text, and the id of the claim or entity to be chosen there."""


def claim_stops(analysis: Analysis) -> tuple[Stop, ...]:
    """The claims in the order of the text."""
    return tuple(sorted((claim.content[0], claim.id) for claim in analysis.claims))


def entity_stops(analysis: Analysis) -> tuple[Stop, ...]:
    """Every mention of every entity in the order of the text."""
    return tuple(
        sorted(
            (mention.span, entity.id) for entity in analysis.entities for mention in entity.mentions
        )
    )


def certainty_stops(analysis: Analysis) -> tuple[Stop, ...]:
    """Every certainty word, with the first claim that it belongs to."""
    words: dict[Span, str] = {}
    for claim in analysis.claims:
        for span in claim.certainty.words:
            words.setdefault(span, claim.id)
    return tuple(sorted(words.items()))


def next_stop(stops: Sequence[Stop], here: Stop | int, step: int) -> Stop | None:
    """The stop after (1) or before (-1) `here`: a stop, or a code point; None at the end."""
    if isinstance(here, int):
        if step > 0:
            return next((stop for stop in stops if stop[0].start >= here), None)
        return next((stop for stop in reversed(stops) if stop[0].start < here), None)
    if step > 0:
        return next((stop for stop in stops if stop > here), None)
    return next((stop for stop in reversed(stops) if stop < here), None)


class Walk:
    """Remembers where the reader is while stepping, until something else is chosen."""

    def __init__(self, workspace: Workspace, top_of_page: Callable[[], int]) -> None:
        self._workspace = workspace
        self._top_of_page = top_of_page
        self._here: Stop | None = None
        self._stepping = False
        workspace.selection_changed.connect(self._forget)

    def claim(self, step: int) -> bool:
        """Choose the next claim; False where there is none."""
        stop = self._next(claim_stops, step)
        return stop is not None and self._go(stop, claim=stop[1])

    def entity(self, step: int) -> bool:
        """Choose the entity of the next mention and show that mention."""
        stop = self._next(entity_stops, step)
        return stop is not None and self._go(stop, entity=stop[1])

    def certainty(self, step: int) -> bool:
        """Choose the claim of the next certainty word and show the word."""
        stop = self._next(certainty_stops, step)
        return stop is not None and self._go(stop, claim=stop[1])

    def _next(self, stops: Callable[[Analysis], tuple[Stop, ...]], step: int) -> Stop | None:
        analysis = self._workspace.analysis
        return next_stop(stops(analysis), self._place(), step) if analysis else None

    def _place(self) -> Stop | int:
        """Where one is: the last stop, what is chosen, or the top of the page."""
        if self._here is not None:
            return self._here
        if (claim := self._workspace.claim) is not None:
            return claim.content[0], claim.id
        if (entity := self._workspace.entity) is not None:
            return entity.mentions[0].span, entity.id
        if (passage := self._workspace.selection.passage) is not None:
            return passage.start
        return self._top_of_page()

    def _go(self, stop: Stop, *, claim: str | None = None, entity: str | None = None) -> bool:
        self._stepping = True
        self._workspace.choose(claim=claim, entity=entity)
        self._stepping = False
        self._here = stop
        self._workspace.reveal(stop[0])
        return True

    def _forget(self, _: Selection) -> None:
        if not self._stepping:
            self._here = None
