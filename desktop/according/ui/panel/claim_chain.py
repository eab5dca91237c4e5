"""The chain of a claim, drawn: from the paper through those who pass it on to those who say it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from according.domain.analysis import Analysis
from according.domain.article import Article
from according.domain.claims import Claim, Voice
from according.domain.sources import Source
from according.domain.spans import Spans
from according.ui.panel.cards import Clickable, Prose, bold, muted, plain
from according.ui.panel.flow import Flow
from according.ui.panel.source_wording import description
from according.ui.panel.wording import title_name, tr, words_of
from according.ui.style import Look


class ClaimChain(QWidget):
    """Boxes joined by lines that carry the words of attribution.

    Signals
    -------
    source_chosen(str): the reader asked for a source of the chain, by its id.
    """

    source_chosen = Signal(str)

    def __init__(self, article: Article, analysis: Analysis, claim: Claim, look: Look) -> None:
        super().__init__()
        self._look = look
        self._known = {source.id: source for source in analysis.sources}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._add_paper(article)
        if claim.voice is Voice.NARRATOR:
            return
        for index, step in enumerate(claim.via):
            cue = claim.relay_cues[index] if index < len(claim.relay_cues) else ()
            self._add_cue(cue, article)
            self._add_step(step, "box")
        self._add_cue(own_cue(claim), article)
        self._add_step(claim.sources, "source box")

    def _add_paper(self, article: Article) -> None:
        frame = QFrame()
        frame.setProperty("role", "box")
        line = QHBoxLayout(frame)
        self._pad(line)
        name = article.publisher or tr("The article")
        kind = f" {muted(tr('the paper'), self._look)}" if article.publisher else ""
        line.addWidget(Prose(bold(name) + kind))
        self._column.addWidget(frame)

    def _add_cue(self, cue: Spans, article: Article) -> None:
        self._column.addWidget(CueLine(words_of(cue, article.text), self._look))

    def _add_step(self, ids: tuple[str, ...], role: str) -> None:
        sources = [self._known[one] for one in ids if one in self._known]
        side_by_side = QWidget()
        flow = Flow(side_by_side, spacing=self._look.px(6), equal=True)
        for source in sources:
            flow.addWidget(self._box(source, role))
        if not sources:
            flow.addWidget(self._nobody())
        self._column.addWidget(side_by_side)

    def _box(self, source: Source, role: str) -> Clickable:
        layout = QHBoxLayout()
        self._pad(layout)
        words = description(source)
        name = ", ".join(part for part in (title_name(source), words) if part)
        box = Clickable(role, name, self._look, layout)
        box.setAccessibleDescription(tr("Show this source"))
        box.put(Prose(f"{bold(title_name(source))} {muted(words, self._look)}"), stretch=1)
        box.clicked.connect(lambda: self.source_chosen.emit(source.id))
        return box

    def _nobody(self) -> QFrame:
        frame = QFrame()
        frame.setProperty("role", "source box")
        line = QHBoxLayout(frame)
        self._pad(line)
        line.addWidget(plain(tr("Source not known"), "small"))
        return frame

    def _pad(self, layout: QHBoxLayout) -> None:
        px = self._look.px
        layout.setContentsMargins(px(11), px(6), px(11), px(6))


def own_cue(claim: Claim) -> Spans:
    """The words that credit the sources, without those that credit whoever passes it on."""
    relayed = [span for cue in claim.relay_cues[: len(claim.via)] for span in cue]
    return tuple(
        span for span in claim.attribution.cue if not any(span.overlaps(other) for other in relayed)
    )


class CueLine(QWidget):
    """The line between two boxes of a chain, with its words beside it."""

    def __init__(self, words: str, look: Look) -> None:
        super().__init__()
        self._look = look
        line = QHBoxLayout(self)
        line.setContentsMargins(look.px(34), look.px(2), 0, look.px(2))
        label = plain(words or " ", "small")
        label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(label)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(QPen(self._look.theme.line, 2))
        x = self._look.px(17)
        painter.drawLine(x, 0, x, self.height())
        painter.end()
