"""The line under a doubtful mention: who else could be meant, and the reader's word on it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from according.domain.analysis import Analysis
from according.domain.claims import Claim, Status
from according.domain.entities import Entity, Mention
from according.domain.reading import Reading
from according.ui.panel.cards import Prose, link, muted
from according.ui.panel.own_work import source_correction
from according.ui.panel.wording import tr
from according.ui.style import Look


class MentionDoubt(QWidget):
    """Says what is doubtful about a mention and lets the reader settle it.

    Whom a name means decides only who makes the claims that are credited with it, so settling it
    sets the source of these claims. Where there are none, the line shows the other candidate.

    Signals
    -------
    source_set(str, tuple[str, ...]): the sources of the claim with this id.
    withdrawn(str): take back the correction with this id.
    entity_chosen(str): the reader asked for another entity, by its id.
    """

    source_set = Signal(str, object)
    withdrawn = Signal(str)
    entity_chosen = Signal(str)

    def __init__(
        self, reading: Reading, analysis: Analysis, entity: Entity, mention: Mention, look: Look
    ) -> None:
        super().__init__()
        self._reading, self._analysis, self._entity = reading, analysis, entity
        self._look = look
        self._claims = resting_on(analysis, mention)
        known = {one.id: one for one in analysis.entities}
        self._others = [known[one] for one in mention.candidates if one in known]
        self.line = Prose(self._words(), "small", follow=self._follow)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.line)

    def _words(self) -> str:
        look = self._look
        gap = muted(" · ", look)
        open_claims = [one for one in self._claims if one.status is not Status.EDITED]
        if self._claims and not open_claims:
            undo = link(tr("Undo"), "undo", look) if self._corrections() else ""
            return f"{muted(tr('You said who is meant.'), look)} {undo}".strip()
        if not self._others:
            return muted(tr("Doubtful"), look)
        names = gap.join(link(one.name, f"show/{one.id}", look) for one in self._others)
        if not open_claims:
            shown = gap.join(
                link(tr("Show {name}").format(name=one.name), f"show/{one.id}", look)
                for one in self._others
            )
            asked = tr(" or ").join(one.name for one in self._others)
            return f"{muted(tr('Doubtful: or {names}?').format(names=asked), look)} {shown}"
        say = tr("Change") if len(self._others) == 1 else tr("It is {name}")
        tools = [link(tr("Keep"), "keep", look)]
        tools += [link(say.format(name=one.name), f"set/{one.id}", look) for one in self._others]
        before = muted(tr("Doubtful: or"), look)
        return f"{before} {names}{muted('?', look)} {gap.join(tools)}"

    def _follow(self, target: str) -> None:
        action, _, other = target.partition("/")
        if action == "show":
            self.entity_chosen.emit(other)
        elif action == "undo":
            for correction in self._corrections():
                self.withdrawn.emit(correction)
        else:
            meant = self._analysis.entity(other) if action == "set" else self._entity
            for claim in self._claims:
                if claim.status is not Status.EDITED:
                    self.source_set.emit(claim.id, self._sources(claim, meant))

    def _corrections(self) -> list[str]:
        found = (source_correction(self._reading, claim) for claim in self._claims)
        return list(dict.fromkeys(one.id for one in found if one is not None))

    def _sources(self, claim: Claim, meant: Entity) -> tuple[str, ...]:
        """The names of all who make a claim, with the one who is meant in the entity's place."""
        sources = [self._analysis.source(one) for one in claim.sources]
        names = [
            meant.name if one.entity == self._entity.id and meant is not self._entity else one.name
            for one in sources
        ]
        return tuple(dict.fromkeys(names)) or (meant.name,)


def resting_on(analysis: Analysis, mention: Mention) -> tuple[Claim, ...]:
    """The claims that are credited with the words of a mention."""
    return tuple(
        claim
        for claim in analysis.claims
        if any(span.overlaps(mention.span) for span in claim.attribution.source)
    )
