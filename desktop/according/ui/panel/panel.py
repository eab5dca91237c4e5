"""The side panel: Sources, Context and Claim, following what is chosen in the workspace."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from according.domain.analysis import Analysis
from according.domain.notes import Verdict
from according.domain.reading import Reading
from according.domain.spans import Span
from according.ui.following import followed
from according.ui.panel.claim_view import ClaimView
from according.ui.panel.context_view import ContextView
from according.ui.panel.note_keeper import WrittenNote
from according.ui.panel.segments import PanelView, Segments
from according.ui.panel.sources_view import SourcesView
from according.ui.panel.wording import tr
from according.ui.style import Look
from according.ui.theme import Theme
from according.ui.workspace import Selection, Workspace

WIDTH, LEAST_WIDTH = 432, 360


class Panel(QWidget):
    """Shows what is chosen and announces what the reader does; it never calls a service.

    Signals
    -------
    note_written(Span target, str text, tuple[str, ...] tags, Verdict | None, str note_id, Reading):
        save a note, a new one where the id is not known yet. The reading is the one it was written
        in: it is no longer the open one when another article was opened meanwhile.
    note_placed(str note_id, Span target): a note that had moved or lost its place stands here.
    note_trashed(str note_id): put a note into the trash.
    source_set(str claim_id, tuple[str, ...] names): who says a claim; no name is the paper itself.
    link_added(LinkKind, str first, str second): the first claim answers the second.
    link_removed(Link): a link is wrong.
    link_moved(Link, str first, str second): a link joins these claims instead.
    entity_renamed(str, str), entity_kind_set(str, EntityKind), entities_joined(str, str),
    mentions_meant(str, tuple[Span, ...], str): as of `ContextView`.
    correction_withdrawn(str correction_id): take back a piece of hand work.
    judged(Saying): the reader says something of a source, or of what a claim is worth.
    source_note_written(str key, str text, Reading): save a note on a source; the reading is as
        above.
    table_asked(): show sources and claims as a table.
    undo_asked(): take the last change back.
    analysis_asked(): analyse the article now.
    """

    note_written = Signal(object, str, object, object, object, object)
    note_trashed = Signal(str)
    note_placed = Signal(str, object)
    source_set = Signal(str, object)
    link_added = Signal(object, str, str)
    link_removed = Signal(object)
    link_moved = Signal(object, str, str)
    entity_renamed = Signal(str, str)
    entity_kind_set = Signal(str, object)
    entities_joined = Signal(str, str)
    mentions_meant = Signal(str, object, str)
    correction_withdrawn = Signal(str)
    judged = Signal(object)
    source_note_written = Signal(str, str, object)
    table_asked = Signal()
    undo_asked = Signal()
    analysis_asked = Signal()

    def __init__(
        self,
        workspace: Workspace,
        theme: Theme,
        *,
        scale: float = 1.0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._look = Look(theme, scale)
        self._running = False
        self._problem = ""
        self._selection = Selection()
        self._entity: str | None = None
        self._text = ""
        self._numbered: Analysis | None = None
        self._walking = False
        self._stale = set(PanelView)
        self.sources = SourcesView(self._look)
        self.context = ContextView(self._look)
        self.claim = ClaimView(self._look)
        self._views = {
            PanelView.SOURCES: self.sources,
            PanelView.CONTEXT: self.context,
            PanelView.CLAIM: self.claim,
        }
        self.segments = Segments(self._look)
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self._reading_changed(workspace.reading)

    @property
    def view(self) -> PanelView:
        """The view that is shown."""
        return list(PanelView)[self._stack.currentIndex()]

    def show_view(self, view: PanelView | str) -> None:
        """Show one of the views."""
        view = PanelView(view)
        self._stack.setCurrentWidget(self._views[view])
        self.segments.mark(view)
        self._refresh()

    def restyle(self, theme: Theme, scale: float) -> None:
        """Take another theme or text size."""
        look = Look(theme, scale)
        if look == self._look:
            return
        self._look = look
        for view in self._views.values():
            view.restyle(look)
        self.segments.restyle(look)
        self._measure()
        self._make_stale(*PanelView)

    def set_running(self, running: bool) -> None:  # noqa: FBT001 - reads as a property setter
        """Say whether the article is being analysed now."""
        self._running = running
        if running:
            self._problem = ""
        self._make_stale(*PanelView)

    def set_problem(self, sentence: str) -> None:
        """Say why there is no analysis; the empty text takes it back."""
        self._problem, self._running = sentence, False
        self._make_stale(*PanelView)

    def write_note(self) -> None:
        """Show the Claim view with the keyboard in the note."""
        self.show_view(PanelView.CLAIM)
        if self.claim.editor.isEnabled():
            self.claim.editor.text.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.claim.show_widget(self.claim.editor)

    def set_verdict(self, verdict: Verdict) -> None:
        """Set the verdict on what is chosen, or take it back where it is set already."""
        self._bring_up_to_date(PanelView.CLAIM)
        self.claim.editor.set_verdict(verdict)

    def change_source(self) -> None:
        """Ask who says the chosen claim."""
        self.show_view(PanelView.CLAIM)
        self.claim.ask_for_source()

    def correct_entity(self, what: str) -> None:
        """Let the reader say something of the chosen entity, as of `ContextView.correct`."""
        self.show_view(PanelView.CONTEXT)
        self.context.correct(what, self._selection.passage)

    def flush(self) -> None:
        """Announce notes that are not saved yet, as before the window closes."""
        self.claim.editor.flush()
        self.sources.flush()

    def note_failed(self) -> None:
        """The last note could not be saved; it stays in the editor and is tried again."""
        self.claim.editor.keeper.fail()
        self.sources.note_failed()

    def set_graded(self, *, graded: bool) -> None:
        """Say whether the reader grades sources and information."""
        self.sources.set_graded(graded=graded)
        self.claim.set_graded(graded=graded)
        self._make_stale(PanelView.CLAIM)

    def _lay_out(self) -> None:
        self.setProperty("role", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(LEAST_WIDTH)
        for widget in self._views.values():
            self._stack.addWidget(widget)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._top = QVBoxLayout()
        self._top.addWidget(self.segments)
        self._column.addLayout(self._top)
        self._column.addWidget(self._stack, 1)
        self._measure()

    def _measure(self) -> None:
        px = self._look.px
        self._column.setContentsMargins(0, px(10), 0, 0)
        self._top.setContentsMargins(px(14), 0, px(14), px(8))

    def _connect(self) -> None:
        workspace = self._workspace
        self.segments.chosen.connect(self.show_view)
        workspace.reading_changed.connect(self._reading_changed)
        workspace.selection_changed.connect(self._selection_changed)
        for view in (self.sources, self.context, self.claim):
            view.claim_chosen.connect(self._choose_claim)
        for view in (self.sources, self.context):
            view.entity_chosen.connect(self._choose_entity)
        self.sources.claim_walked.connect(self._walk)
        self.sources.note_written.connect(self.source_note_written)
        self.sources.table_asked.connect(self.table_asked)
        for judging in (self.sources, self.claim):
            judging.judged.connect(self.judged)
        self.context.mention_chosen.connect(self._choose_mention)
        self.context.place_chosen.connect(workspace.reveal)
        self.context.renamed.connect(self.entity_renamed)
        self.context.kind_set.connect(self.entity_kind_set)
        self.context.joined.connect(self.entities_joined)
        self.context.meant.connect(self.mentions_meant)
        self.context.withdrawn.connect(self.correction_withdrawn)
        self.claim.source_chosen.connect(self._choose_source)
        self.claim.written.connect(self._note_written)
        self.claim.trashed.connect(self.note_trashed)
        self.claim.placed.connect(self.note_placed)
        self.claim.undo_asked.connect(self.undo_asked)
        self.claim.source_set.connect(self.source_set)
        self.claim.link_added.connect(self.link_added)
        self.claim.link_removed.connect(self.link_removed)
        self.claim.link_moved.connect(self.link_moved)
        self.claim.withdrawn.connect(self.correction_withdrawn)
        for view in (self.sources, self.context):
            view.analysis_asked.connect(self.analysis_asked)

    def _choose_claim(self, claim: str) -> None:
        self._workspace.choose(claim=claim, reveal=True)

    def _choose_entity(self, entity: str) -> None:
        self._workspace.choose(entity=entity, reveal=True)

    def _choose_source(self, source: str) -> None:
        self._workspace.choose(source=source)

    def _walk(self, claim: str) -> None:
        """Choose a claim without leaving the Sources view."""
        self._walking = True
        try:
            self._workspace.choose(claim=claim, reveal=True)
        finally:
            self._walking = False

    def _choose_mention(self, entity: str, mention: Span) -> None:
        self._workspace.choose(entity=entity, passage=mention, reveal=True)

    def _note_written(self, note: WrittenNote) -> None:
        content = note.content
        self.note_written.emit(
            note.target, content.text, content.tags, content.verdict, note.note_id, note.reading
        )

    def _reading_changed(self, reading: Reading | None) -> None:
        known = (
            {one.id for one in reading.analysis.entities} if reading and reading.analysis else ()
        )
        before = self._selection
        # Every article has an e1: an id means nothing in another text.
        text = reading.article.text if reading else ""
        if text != self._text:
            self._entity = self._numbered = None
        if reading is not None and reading.analysis is not None:
            if self._numbered is not None:
                at = before.passage if before.entity == self._entity else None
                shown = Selection(entity=self._entity, passage=at)
                self._entity = followed(shown, self._numbered, reading.analysis).entity
            self._numbered = reading.analysis
        if self._entity not in known:
            self._entity = None
        self._text = text
        # What was chosen has perhaps another number, and is no new choice.
        self._selection = self._workspace.selection
        self._make_stale(*PanelView)
        # The note in hand has to hear what was saved, and to be saved before it is let go.
        self._bring_up_to_date(PanelView.CLAIM)

    def _selection_changed(self, selection: Selection) -> None:
        before, self._selection = self._selection, selection
        if selection.entity is not None:
            self._entity = selection.entity
        wanted = _view_for(before, selection)
        self._stale |= {PanelView.CONTEXT, PanelView.CLAIM}
        self._bring_up_to_date(PanelView.CLAIM)
        if wanted is not None and not self._walking:
            self.show_view(wanted)
        self._refresh()
        if wanted is PanelView.SOURCES and selection.source is not None:
            self.sources.show_source(selection.source)

    def _make_stale(self, *views: PanelView) -> None:
        self._stale |= set(views)
        self._refresh()

    def _refresh(self) -> None:
        self.segments.count(self._workspace.analysis, self._workspace.claim)
        self._bring_up_to_date(self.view)

    def _bring_up_to_date(self, view: PanelView) -> None:
        """Fill a view if what it shows has changed since."""
        if view not in self._stale:
            return
        self._stale.discard(view)
        {
            PanelView.SOURCES: self._fill_sources,
            PanelView.CONTEXT: self._fill_context,
            PanelView.CLAIM: self._fill_claim,
        }[view]()

    def _fill_sources(self) -> None:
        reading, analysis = self._workspace.reading, self._workspace.analysis
        if reading is None or analysis is None:
            self.sources.say(self._missing(), offer=self._can_analyse())
            return
        self.sources.show_reading(reading, analysis)

    def _fill_context(self) -> None:
        reading, analysis = self._workspace.reading, self._workspace.analysis
        if reading is None or analysis is None:
            self.context.say(self._missing(), offer=self._can_analyse())
            return
        entity = next((one for one in analysis.entities if one.id == self._entity), None)
        if entity is None:
            self.context.say(tr("Click a name on the page, or press e there."))
            return
        self.context.show_entity(reading, analysis, entity, self._selection.passage)

    def _fill_claim(self) -> None:
        reading, analysis = self._workspace.reading, self._workspace.analysis
        claim, passage = self._workspace.claim, self._workspace.selection.passage
        if reading is not None and analysis is not None and claim is not None:
            self.claim.show_claim(reading, analysis, claim)
        elif reading is not None and passage is not None and self._selection.entity is None:
            self.claim.show_passage(reading, passage)
        elif reading is None or analysis is None:
            self.claim.show_nothing(reading, self._missing())
        elif not analysis.claims:
            self.claim.show_nothing(reading, tr("No claims were found in this article."))
        else:
            self.claim.show_nothing(reading, tr("Choose a claim on the page, or press j there."))

    def _can_analyse(self) -> bool:
        return self._workspace.reading is not None and not self._running

    def _missing(self) -> str:
        """Why there is nothing to show."""
        if self._workspace.reading is None:
            return tr("Open an article to see who says what in it.")
        if self._running:
            return tr("The article is being analysed. You can read it and write notes meanwhile.")
        return self._problem or tr("This article has not been analysed.")


def _view_for(before: Selection, now: Selection) -> PanelView | None:
    """The view of what has just been chosen."""
    if now.entity is not None and (now.entity, now.passage) != (before.entity, before.passage):
        return PanelView.CONTEXT
    if now.source is not None and now.source != before.source:
        return PanelView.SOURCES
    if now.claim is not None and now.claim != before.claim:
        return PanelView.CLAIM
    return None
