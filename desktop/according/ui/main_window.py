"""The window: tools, page and panel, status line; connects them and knows no rule of the domain."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QIcon
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QMainWindow,
    QMenu,
    QMessageBox,
    QPlainTextEdit,
    QSplitter,
    QStackedWidget,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from according.domain.notes import Verdict
from according.domain.reading import Reading, Recent
from according.domain.spans import Span
from according.places import Places
from according.settings import Settings
from according.ui.actions import make_actions
from according.ui.appearance import Appearance
from according.ui.banner import Banner
from according.ui.changes import Changes
from according.ui.commands import COMMANDS
from according.ui.desk import Desk
from according.ui.helping import Help
from according.ui.jobs import Jobs
from according.ui.menus import fill_menu_bar, fill_recent
from according.ui.offer import Build
from according.ui.opening import Opening
from according.ui.own_work import target_of
from according.ui.page import Page
from according.ui.panes import cycle
from according.ui.remembering import Memory
from according.ui.start_page import StartPage
from according.ui.status_line import StatusLine
from according.ui.style import stylesheet
from according.ui.tool_row import LAYERS, ToolRow
from according.ui.workspace import Workspace

if TYPE_CHECKING:
    from according.ui.panel import Panel

PANEL_WIDTH, LEAST_PANEL = 432, 360
SIZE = (1360, 860)
LEAST_SIZE = (720, 480)
ZOOM_STEP = 10


class MainWindow(QMainWindow):
    """Shows one article. What is not needed for its text is made by `complete`, afterwards."""

    def __init__(
        self,
        places: Places,
        preferred: Settings,
        appearance: Appearance,
        jobs: Jobs,
        build: Build,
    ) -> None:
        super().__init__()
        self.setWindowTitle(self.tr("According"))
        self.setAcceptDrops(True)
        self.setMinimumSize(*LEAST_SIZE)
        self._memory = Memory(places, preferred, self)
        self.appearance = appearance
        self._jobs = jobs
        self.workspace = Workspace(self)
        self.desk = Desk(self.workspace, jobs, build, self)
        self.changes = Changes(self.desk, self.workspace, self)
        self.opening = Opening(self.desk, self)
        self.page = Page(self.workspace, appearance.theme)
        self.actions_by_id = make_actions(self, self.page)
        self.tools = ToolRow(self.actions_by_id, self)
        self.help = Help(places, self.actions_by_id, lambda: appearance.theme, self)
        self.banner = Banner()
        self.start_page = StartPage()
        self.status = StatusLine(self.workspace, self)
        self._recent_menu = QMenu(self.tr("Open &recent"), self)
        self._icons: dict[str, QIcon] = {}
        self._fault_told = False
        self._lay_out()
        self._connect()
        self.page.zoom(preferred.zoom)
        self._restyle()
        self._reading_changed(None)

    # Beginning and end

    def restore(self) -> None:
        """Take up the size and the layers of last time."""
        self.resize(*SIZE)
        self._memory.restore_shape(self, self._splitter, self.workspace)

    def restore_article(self) -> None:
        """Open the article of last time where one left it, or show how to begin."""
        article = self._memory.session.article
        if article is None:
            self._begin()
            return
        self.desk.reopen(article, done=self._restored, failed=lambda _: self._begin())

    def complete(self) -> None:
        """Make what the text did not have to wait for: panel, icons, services."""
        self.show_panel()
        self._make_icons()
        self.desk.start()

    def show_panel(self) -> None:
        """Put the panel into the place that was kept for it."""
        if self._splitter.widget(1) is self.panel:
            return
        kept = self._splitter.replaceWidget(1, self.panel)
        self.panel.show()
        if kept is not None:
            kept.deleteLater()

    @cached_property
    def panel(self) -> Panel:
        """The panel, made when it is first needed."""
        # Imported here, because its views take longer than the text they would hold up.
        from according.ui.panel import Panel  # noqa: PLC0415

        panel = Panel(self.workspace, self.appearance.theme, scale=self._scale)
        panel.note_written.connect(self.changes.write_note)
        panel.note_placed.connect(self.changes.place_note)
        panel.note_trashed.connect(self.changes.trash_note)
        panel.source_set.connect(self.changes.set_source)
        panel.link_added.connect(self.changes.add_link)
        panel.link_removed.connect(self.changes.remove_link)
        panel.link_moved.connect(self.changes.move_link)
        panel.correction_withdrawn.connect(self.changes.withdraw)
        panel.analysis_asked.connect(self.desk.analyse)
        self.desk.leaving.connect(panel.flush)
        self.desk.not_saved.connect(panel.note_failed)
        self.desk.not_analysed.connect(panel.set_problem)
        panel.set_running(self.desk.analysing)
        return panel

    def closeEvent(self, event: QCloseEvent) -> None:
        """Save the note in hand, remember the place, and wait for both threads."""
        self.hide()
        self.desk.leaving.emit()
        self._memory.save_session(self, self._splitter, self.page, self.workspace)
        self.desk.close()
        self._jobs.close()
        super().closeEvent(event)

    # Commands of the table

    def begin_search(self) -> None:
        self.tools.find_field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.tools.find_field.selectAll()

    def copy(self) -> None:
        """Copy from whatever has the focus."""
        focused = QApplication.focusWidget()
        source = focused if isinstance(focused, (QTextEdit, QPlainTextEdit, QLineEdit)) else None
        (source or self.page).copy()

    def switch_layer(self, layer: str) -> None:
        shown = getattr(self.workspace.layers, layer)
        self.workspace.set_layers(**{layer: not shown})

    def zoom_by(self, step: int) -> None:
        self.page.zoom(self.page.percent + step * ZOOM_STEP)

    def reset_zoom(self) -> None:
        self.page.zoom(100)

    def choose_theme(self, choice: str) -> None:
        self.appearance.choose(choice)
        self._show_choice()
        self._memory.prefer_theme(choice)

    def write_note(self) -> None:
        """Write on the chosen claim, or on the passage that is selected."""
        passage = self.page.selected_span()
        if passage is not None:
            self._note_on(passage)
            return
        if self.workspace.claim is None and self.workspace.selection.passage is None:
            self.status.showMessage(
                self.tr("Choose a claim, or select a passage, to note on"), 4000
            )
            return
        self.panel.write_note()

    def set_verdict(self, verdict: str) -> None:
        self.panel.set_verdict(Verdict(verdict))

    def cycle_panes(self, step: int) -> None:
        panes = (
            (self.page, self.panel, self.tools)
            if self._has_article
            else (self.start_page, self.tools)
        )
        cycle(panes, step)

    def let_go(self) -> None:
        """Back to the page; from the page, let go of what is chosen."""
        if QApplication.focusWidget() is not self.page and self._has_article:
            self.page.setFocus()
        else:
            self.workspace.choose()

    # Drops

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.opening.takes(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if self.opening.take(event.mimeData()):
            event.acceptProposedAction()

    # Parts

    @property
    def _has_article(self) -> bool:
        return self.workspace.reading is not None

    @property
    def _scale(self) -> float:
        return self.page.percent / 100

    def _lay_out(self) -> None:
        waiting = QWidget()
        waiting.setProperty("role", "panel")
        waiting.setMinimumWidth(LEAST_PANEL)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.addWidget(self.page)
        self._splitter.addWidget(waiting)
        self._splitter.setStretchFactor(0, 1)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(1)
        self._splitter.setSizes([SIZE[0] - PANEL_WIDTH, PANEL_WIDTH])
        self._stack = QStackedWidget()
        self._stack.addWidget(self._splitter)
        self._stack.addWidget(self.start_page)
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.banner)
        column.addWidget(self._stack, 1)
        self.setCentralWidget(middle)
        self.addToolBar(self.tools)
        self.setStatusBar(self.status)
        fill_menu_bar(self.menuBar(), self.actions_by_id, self._recent_menu)

    def _connect(self) -> None:
        self.workspace.reading_changed.connect(self._reading_changed)
        self.workspace.layers_changed.connect(lambda _: self._show_layers())
        self.appearance.changed.connect(lambda _: self._restyle())
        self.page.zoom_changed.connect(self._zoomed)
        self.page.unfold_asked.connect(self.changes.unfold)
        self.page.fold_asked.connect(self.changes.fold)
        self.page.context_asked.connect(self._fill_context_menu)
        self.page.hits_changed.connect(self._show_hits)
        self.tools.find_field.sought.connect(self.page.find)
        self.tools.find_field.again.connect(self.page.find_next)
        self.tools.find_field.left.connect(self._end_search)
        self.tools.shade.clicked.connect(lambda: self.choose_theme(self.appearance.toggled()))
        self.start_page.sample_asked.connect(self.opening.open_sample)
        self.start_page.open_asked.connect(self.opening.ask_for_files)
        self.status.cancel_asked.connect(self.desk.cancel_analysis)
        self.opening.told.connect(self.banner.tell)
        self.desk.told.connect(self.banner.tell)
        self.desk.opened.connect(self._opened)
        self._memory.told.connect(self.banner.tell)
        self.desk.progressed.connect(lambda done, total: self.status.show_progress((done, total)))
        self.desk.analysis_began.connect(lambda: self.status.show_progress((0, 0)))
        self.desk.analysis_ended.connect(lambda: self.status.show_progress(None))
        self.desk.recent_changed.connect(self._list_recent)
        self.changes.stack.undoTextChanged.connect(lambda _: self._name_undo())
        self.changes.stack.redoTextChanged.connect(lambda _: self._name_undo())
        self._name_undo()
        self._show_layers()

    def _opened(self) -> None:
        """Another article has been opened: what was told of the one before is over."""
        self._stack.setCurrentWidget(self._splitter)
        self.page.setFocus()

    def _reading_changed(self, reading: Reading | None) -> None:
        for command in COMMANDS:
            if command.needs_article:
                self.actions_by_id[command.id].setEnabled(reading is not None)
        self.tools.find_field.setEnabled(reading is not None)
        title = reading.article.title or reading.name if reading else ""
        self.setWindowTitle(title)

    def _restored(self) -> None:
        self._memory.restore_place(self.page, self.workspace)
        self.page.setFocus()

    def _begin(self) -> None:
        """Show how to begin."""
        self._stack.setCurrentWidget(self.start_page)
        self.start_page.setFocus()

    def _zoomed(self, percent: int) -> None:
        self._restyle()
        self._memory.prefer_zoom(percent)

    def _restyle(self) -> None:
        theme = self.appearance.theme
        self.setStyleSheet(stylesheet(theme, self._scale))
        self.page.set_theme(theme)
        self.tools.restyle(theme, self._scale)
        self.status.show_zoom(self.page.percent)
        self._show_choice()
        if "panel" in self.__dict__:
            self.panel.restyle(theme, self._scale)
        if self._icons:
            self._make_icons()

    def _show_choice(self) -> None:
        self.actions_by_id[f"theme-{self.appearance.choice}"].setChecked(True)

    def _make_icons(self) -> None:
        from according.ui.icons import NAMES, make_icon  # noqa: PLC0415

        theme = self.appearance.theme
        self._icons = {name: make_icon(name, theme) for name in NAMES}
        for command in COMMANDS:
            if command.icon:
                self.actions_by_id[command.id].setIcon(self._icons[command.icon])
        self.tools.shade.setIcon(self._icons["theme-light" if theme.dark else "theme-dark"])

    def _show_layers(self) -> None:
        for layer in LAYERS:
            shown = getattr(self.workspace.layers, layer)
            self.actions_by_id[f"layer-{layer}"].setChecked(shown)

    def _name_undo(self) -> None:
        stack = self.changes.stack
        undo, redo = self.actions_by_id["undo"], self.actions_by_id["redo"]
        undo.setText(self.tr("&Undo {what}").format(what=stack.undoText()).strip())
        redo.setText(self.tr("&Redo {what}").format(what=stack.redoText()).strip())
        undo.setEnabled(stack.canUndo())
        redo.setEnabled(stack.canRedo())

    def _show_hits(self, count: int, number: int) -> None:
        self.tools.find_field.show_hits(number, count)

    def _end_search(self) -> None:
        self.tools.find_field.clear()
        self.page.setFocus()

    def _fill_context_menu(self, menu: QMenu, passage: Span | None) -> None:
        menu.addSeparator()
        note = menu.addAction(self.actions_by_id["note"].icon(), self.tr("Write a note"))
        note.setEnabled(passage is not None)
        if passage is not None:
            note.triggered.connect(lambda: self._note_on(passage))
        if self.workspace.claim is not None:
            menu.addAction(self.actions_by_id["change-source"])

    def _list_recent(self, articles: tuple[Recent, ...]) -> None:
        reading = self.workspace.reading
        fill_recent(
            self._recent_menu, articles, self.desk.reopen, open=reading.id if reading else None
        )

    def _note_on(self, passage: Span) -> None:
        """Write a note on a passage, or on the claim that it is."""
        analysis = self.workspace.analysis
        claims = analysis.claims if analysis else ()
        claim = next((one.id for one in claims if target_of(one) == passage), None)
        self.workspace.choose(claim=claim, passage=None if claim else passage)
        self.panel.write_note()

    # From outside

    def answer(self, paths: Sequence[Path]) -> None:
        """A later start has handed its files over: show them, and come to the front."""
        self.opening.open_paths(paths)
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.raise_()
        self.activateWindow()

    def tell_of_fault(self) -> None:
        """One calm dialog, however many faults there are."""
        if self._fault_told:
            return
        self._fault_told = True
        box = QMessageBox(
            QMessageBox.Icon.Warning,
            self.tr("Something went wrong"),
            self.tr("Something in the program did not work. Your notes are safe."),
            QMessageBox.StandardButton.Close,
            self,
        )
        box.setInformativeText(
            self.tr("The log says where it happened. It holds no article text and no notes.")
        )
        folder = box.addButton(self.tr("Open the log folder"), QMessageBox.ButtonRole.ActionRole)
        folder.clicked.connect(self.help.open_log_folder)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.finished.connect(lambda _: setattr(self, "_fault_told", False))
        box.open()
