"""The open reading and what is chosen in it: the one object that the window's parts share."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from according.domain.reading import Reading
from according.domain.spans import Span

if TYPE_CHECKING:  # the text shows before these are needed
    from according.domain.analysis import Analysis
    from according.domain.claims import Claim
    from according.domain.entities import Entity
    from according.domain.sources import Source


@dataclass(frozen=True, slots=True)
class Selection:
    """What is chosen: ids of the analysis, and a passage of the text; each may be None."""

    claim: str | None = None
    entity: str | None = None
    source: str | None = None
    passage: Span | None = None


@dataclass(frozen=True, slots=True)
class Layers:
    """Which highlights the page shows."""

    claims: bool = True
    entities: bool = True
    certainty: bool = True


class Workspace(QObject):
    """Holds the open reading, the selection and the layers, and announces each change.

    Signals
    -------
    reading_changed(Reading | None): another article, a new analysis, a changed note or correction.
    selection_changed(Selection): something else is chosen.
    layers_changed(Layers): highlights were switched.
    reveal_asked(Span): the page should show this place.
    """

    reading_changed = Signal(object)
    selection_changed = Signal(object)
    layers_changed = Signal(object)
    reveal_asked = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reading: Reading | None = None
        self._selection = Selection()
        self._layers = Layers()
        self._numbered: Analysis | None = None

    @property
    def reading(self) -> Reading | None:
        return self._reading

    @property
    def analysis(self) -> Analysis | None:
        return self._reading.analysis if self._reading else None

    @property
    def selection(self) -> Selection:
        return self._selection

    @property
    def layers(self) -> Layers:
        return self._layers

    @property
    def claim(self) -> Claim | None:
        """The chosen claim, if the open analysis has it."""
        claims = self.analysis.claims if self.analysis else ()
        return next((claim for claim in claims if claim.id == self._selection.claim), None)

    @property
    def entity(self) -> Entity | None:
        """The chosen entity, if the open analysis has it."""
        entities = self.analysis.entities if self.analysis else ()
        return next((one for one in entities if one.id == self._selection.entity), None)

    @property
    def source(self) -> Source | None:
        """The chosen source, if the open analysis has it."""
        sources = self.analysis.sources if self.analysis else ()
        return next((one for one in sources if one.id == self._selection.source), None)

    def show(self, reading: Reading | None) -> None:
        """Make `reading` the open one; of the same text, what is chosen stays chosen.

        Where another producer has numbered claims and entities anew, the choice follows them.
        """
        same_text = bool(
            reading and self._reading and reading.article.text == self._reading.article.text
        )
        self._reading = reading
        if not same_text:
            self._selection, self._numbered = Selection(), None
        self._follow(reading.analysis if reading else None)
        self.reading_changed.emit(reading)
        self.selection_changed.emit(self._selection)

    def choose(
        self,
        *,
        claim: str | None = None,
        entity: str | None = None,
        source: str | None = None,
        passage: Span | None = None,
        reveal: bool = False,
    ) -> None:
        """Choose a claim, entity, source or passage; what is not named is let go."""
        self._select(Selection(claim=claim, entity=entity, source=source, passage=passage))
        if reveal and (place := self._place()) is not None:
            self.reveal_asked.emit(place)

    def set_layers(self, **shown: bool) -> None:
        """Switch highlights on or off by the names of `Layers`."""
        layers = replace(self._layers, **shown)
        if layers != self._layers:
            self._layers = layers
            self.layers_changed.emit(layers)

    def reveal(self, span: Span) -> None:
        """Ask the page to show a place."""
        self.reveal_asked.emit(span)

    def _select(self, selection: Selection) -> None:
        if selection != self._selection:
            self._selection = selection
            self.selection_changed.emit(selection)

    def _follow(self, analysis: Analysis | None) -> None:
        """Take the ids of the selection from the analysis that gave them to a new one."""
        before = self._numbered
        if analysis is None:
            return
        self._numbered = analysis
        if before is not None and self._selection != Selection():
            from according.ui.following import followed  # noqa: PLC0415 - the text shows before it

            self._selection = followed(self._selection, before, analysis)

    def _place(self) -> Span | None:
        if self._selection.passage is not None:
            return self._selection.passage
        if (claim := self.claim) is not None:
            return claim.content[0]
        if (entity := self.entity) is not None:
            return entity.mentions[0].span
        return None
