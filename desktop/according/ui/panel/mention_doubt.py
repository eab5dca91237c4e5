"""The line under a mention: who else could be meant, and the reader's word on it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from according.domain.analysis import Analysis
from according.domain.entities import Entity, Mention
from according.domain.notes import Correction
from according.ui.panel.cards import Prose, link, muted
from according.ui.panel.wording import tr
from according.ui.style import Look


class MentionDoubt(QWidget):
    """Says what is doubtful about a mention and lets the reader settle it.

    Once it is settled, with `settled`, it says that this was the reader and lets it be taken back.

    Signals
    -------
    meant(str): the mention means the entity of this name.
    withdrawn(str): take back the correction with this id.
    entity_chosen(str): the reader asked for another entity, by its id.
    """

    meant = Signal(str)
    withdrawn = Signal(str)
    entity_chosen = Signal(str)

    def __init__(
        self,
        analysis: Analysis,
        entity: Entity,
        mention: Mention,
        settled: Correction | None,
        look: Look,
    ) -> None:
        super().__init__()
        self._entity, self._settled, self._look = entity, settled, look
        known = {one.id: one for one in analysis.entities}
        self._others = {one: known[one] for one in mention.candidates if one in known}
        self.line = Prose(self._words(), "small", follow=self._follow)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.line)

    def _words(self) -> str:
        look = self._look
        if self._settled is not None:
            back = link(tr("Take back"), "back", look)
            return f"{muted(tr('You said who is meant.'), look)} {back}"
        if not self._others:
            return f"{muted(tr('Doubtful.'), look)} {link(tr('Keep'), 'keep', look)}"
        gap = muted(" · ", look)
        others = self._others.values()
        names = gap.join(link(one.name, f"show/{one.id}", look) for one in others)
        say = tr("Change") if len(others) == 1 else tr("It is {name}")
        tools = [link(tr("Keep"), "keep", look)]
        tools += [link(say.format(name=one.name), f"set/{one.id}", look) for one in others]
        before = muted(tr("Doubtful: or"), look)
        return f"{before} {names}{muted('?', look)} {gap.join(tools)}"

    def _follow(self, target: str) -> None:
        action, _, other = target.partition("/")
        if action == "show":
            self.entity_chosen.emit(other)
        elif action == "back" and self._settled is not None:
            self.withdrawn.emit(self._settled.id)
        elif action == "keep":
            self.meant.emit(self._entity.name)
        elif action == "set":
            self.meant.emit(self._others[other].name)
