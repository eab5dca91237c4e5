"""What the reader can say of an entity, from the menus, and where Undo shows it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu

from according.domain.entity_corrections import entity_at
from according.domain.spans import Span
from according.ui.panel.panel import Panel
from according.ui.panel.wording import quoted
from according.ui.window.actions import translated
from according.ui.window.commands import COMMANDS, ENTITY_TOOL
from according.ui.window.status_line import StatusLine
from according.ui.workspace import Workspace


class EntityTools(QObject):
    """Goes to an entity and opens what asks for the reader's word on it."""

    def __init__(self, workspace: Workspace, panel: Panel, status: StatusLine) -> None:
        super().__init__(panel)
        self._workspace, self._panel, self._status = workspace, panel, status
        panel.mentions_meant.connect(self._tell)

    def correct(self, what: str) -> None:
        """Say something of the chosen entity; `what` as of `ContextView.correct`."""
        if self._workspace.entity is None:
            self._status.say(self.tr("Choose a name first, with e or a click"))
        else:
            self._panel.correct_entity(what)

    def fill(self, menu: QMenu, passage: Span | None) -> None:
        """Add what can be said of the entity that has a mention at `passage`."""
        analysis = self._workspace.analysis
        entities = analysis.entities if analysis else ()
        spans = ((one.id, mention.span) for one in entities for mention in one.mentions)
        entity = next((one for one, span in spans if span == passage), None)
        if entity is None or passage is None:
            return
        menu.addSeparator()
        for command in COMMANDS:
            if command.slot == ENTITY_TOOL:
                action = menu.addAction(translated(command.text))
                action.triggered.connect(
                    partial(self._correct_at, entity, passage, str(command.argument))
                )

    def show_at(self, place: Span) -> None:
        """Go to a mention; where it comes to mean another entity, the choice follows it."""
        analysis = self._workspace.analysis
        entity = entity_at(analysis, place) if analysis else None
        if entity is None:
            self._workspace.reveal(place)
        else:
            self._workspace.choose(entity=entity.id, passage=place, reveal=True)
            self._panel.show_view("context")

    def _tell(self, entity: str, mentions: Sequence[Span], name: str) -> None:
        """Say where mentions have gone that may no longer be on the panel."""
        reading = self._workspace.reading
        if reading is None or not mentions or name == self._name(entity):
            return
        words = quoted(mentions[0].of(reading.article.text))
        sentence = self.tr("{words} means {name} now")
        if len(mentions) > 1:
            sentence = self.tr("{words} means {name} now, in {n} places")
        self._status.say(sentence.format(words=words, name=name, n=len(mentions)))

    def _name(self, entity: str) -> str:
        analysis = self._workspace.analysis
        entities = analysis.entities if analysis else ()
        return next((one.name for one in entities if one.id == entity), "")

    def _correct_at(self, entity: str, passage: Span, what: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - as `triggered` calls it
        self._workspace.choose(entity=entity, passage=passage)
        self._panel.correct_entity(what)
