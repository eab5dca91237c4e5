"""What surrounds the text: menus, tools, panel, status line, and the desk behind them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QMenu,
    QMenuBar,
    QPlainTextEdit,
    QStackedWidget,
    QTextEdit,
)

from according.domain.languages import not_analysed
from according.domain.notes import Verdict
from according.domain.reading import Reading, Recent
from according.domain.spans import Span
from according.places import Places
from according.ui.jobs import Jobs, Lane
from according.ui.page.finding import whole_words
from according.ui.page.tips import Tips
from according.ui.panel.own_work import target_of
from according.ui.panel.panel import Panel
from according.ui.panel.wording import claim_number
from according.ui.style import Look, stylesheet
from according.ui.window.actions import make_actions
from according.ui.window.banner import Banner
from according.ui.window.block_tools import BlockTools
from according.ui.window.changes import Changes
from according.ui.window.commands import COMMANDS
from according.ui.window.desk import Desk
from according.ui.window.entity_tools import EntityTools
from according.ui.window.helping import Help
from according.ui.window.icons import NAMES, make_icon, program_icon
from according.ui.window.judging import Judging
from according.ui.window.main_window import MainWindow
from according.ui.window.menus import fill_menu_bar, fill_recent
from according.ui.window.news import analysed_again, changed_copy, kept_aside
from according.ui.window.offer import Build
from according.ui.window.opening import Opening
from according.ui.window.panes import cycle
from according.ui.window.preferring import Preferring
from according.ui.window.session import LAYERS
from according.ui.window.start_page import StartPage
from according.ui.window.status_line import StatusLine
from according.ui.window.tabulating import Tabulating
from according.ui.window.tool_row import ToolRow
from according.ui.window.undo import About

ZOOM_STEP = 10


class Controls(QObject):
    """Connects the parts of a window; knows no rule of the domain.

    Public methods are the slots of the command table.
    """

    def __init__(self, window: MainWindow, places: Places, jobs: Jobs, build: Build) -> None:
        super().__init__(window)
        self.window = window
        self.workspace = window.workspace
        self.appearance = window.appearance
        self.page = window.page
        self.jobs = jobs
        self.desk = Desk(self.workspace, jobs, build, self)
        self.changes = Changes(self.desk, self.workspace, self)
        self.opening = Opening(self.desk, window)
        self.judging = Judging(
            self.desk, self.workspace, self.changes.stack, window, lambda: self.opening.folder
        )
        self.preferring = Preferring(window, self.desk, self.judging, self.choose_theme, self)
        self.tabulating = Tabulating(window, lambda: Look(self.appearance.theme, self._scale))
        self.actions = make_actions(self, window, self.page)
        self.help = Help(
            places, self.actions, lambda: self.appearance.theme, lambda: self._scale, window
        )
        self.panel = Panel(self.workspace, self.appearance.theme, scale=self._scale)
        self.tools = ToolRow(self.actions, window)
        self.status = StatusLine(self.workspace, window)
        self.entities = EntityTools(self.workspace, self.panel, self.status)
        self.blocks = BlockTools(self.workspace, self.page, self.changes, self.status)
        self.banner = Banner(self.appearance.theme)
        self.start_page = StartPage()
        self.recent = QMenu(self.tr("Open &recent"), window)
        self._stack = QStackedWidget()
        self._icons: dict[str, QIcon] = {}
        self._unsaved = False
        self._lay_out()
        self._connect_desk()
        self._connect_panel()
        self._connect_page()
        self._restyle()
        self._reading_changed(self.workspace.reading)

    # Beginning and end

    def begin(self, *, restoring: bool) -> None:
        """Without an article on the page, open that of last time, or show how to begin."""
        article = self.window.memory.session.article
        if self.workspace.reading is not None:
            self.page.setFocus()
        elif restoring and article is not None:
            self.desk.reopen(article, done=self._restored, failed=lambda _: self._teach())
        else:
            self._teach()
        self.desk.start()
        self.window.memory.follow(self.window)
        QApplication.setWindowIcon(program_icon())

    def may_end(self) -> bool:
        """Save the note in hand; False, once, where that fails, so that the reader can copy it."""
        warned, self._unsaved = self._unsaved, False
        self.desk.leaving.emit()
        self.jobs.settle(Lane.LIBRARY)
        if not self._unsaved or warned:
            return True
        self.status.say(self.tr("The last note is not saved. Close again to leave without it."))
        return False

    def end(self) -> None:
        """Wait until both threads have ended."""
        self.changes.forget()
        self.preferring.end()
        self.tabulating.end()
        self.desk.close()
        self.jobs.close()

    def answer(self, paths: Sequence[Path]) -> None:
        """A later start has handed its files over: show them, and come to the front."""
        self.opening.open_paths(paths)
        self.window.setWindowState(self.window.windowState() & ~Qt.WindowState.WindowMinimized)
        self.window.raise_()
        self.window.activateWindow()

    # Slots of the command table

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
        self.window.memory.prefer_theme(choice)
        self.preferring.follow()

    def write_note(self) -> None:
        """Write on the passage that is selected, or on the chosen claim."""
        passage = self.page.selected_span()
        if passage is not None:
            self._note_on(passage)
        elif self._can_note():
            self.panel.write_note()

    def set_verdict(self, verdict: str) -> None:
        if self._can_note():
            self.panel.set_verdict(Verdict(verdict))

    def change_source(self) -> None:
        if self.workspace.claim is None:
            self.status.say(self.tr("Choose a claim first"))
        else:
            self.panel.change_source()

    def cycle_panes(self, step: int) -> None:
        reading = self.workspace.reading
        panes = (self.page, self.panel, self.tools) if reading else (self.start_page, self.tools)
        tab = self.panel.segments.button(self.panel.view)
        cycle(panes, step, entries={self.panel: tab})

    def let_go(self) -> None:
        """End a reading, else dismiss what is told, else go to the page and let go of a choice."""
        if self.tools.find_field.hasFocus():
            self._end_search()
        elif self.opening.is_reading:
            self.opening.cancel()
        elif self.banner.sentence:
            self.banner.clear()
        elif self.workspace.reading is not None and QApplication.focusWidget() is not self.page:
            self.page.setFocus()
        else:
            self.workspace.choose()

    # Building

    def _lay_out(self) -> None:
        window = self.window
        self._stack.addWidget(window.splitter)
        self._stack.addWidget(self.start_page)
        window.middle.setContentsMargins(0, 0, 0, 0)
        window.middle.addWidget(self.banner)
        window.middle.addWidget(self._stack, 1)
        window.adopt_panel(self.panel)
        bar = QMenuBar()
        fill_menu_bar(bar, self.actions, self.recent)
        window.setMenuBar(bar)
        window.addToolBar(self.tools)
        window.setStatusBar(self.status)
        window.setAcceptDrops(True)

    def _connect_desk(self) -> None:
        self.opening.began.connect(self.banner.clear)
        self.opening.told.connect(self.banner.tell)
        self.opening.reading.connect(self.status.show_reading)
        self.window.memory.told.connect(self.banner.tell)
        self.desk.told.connect(self.banner.tell)
        self.judging.told.connect(self.banner.tell)
        self.judging.informed.connect(self.banner.inform)
        self.desk.kept.connect(self._tell_of_copy)
        self.desk.kept_aside.connect(lambda titles: self.banner.inform(kept_aside(titles)))
        self.desk.analysed_again.connect(lambda *news: self.status.say(analysed_again(*news)))
        self.desk.opened.connect(self._opened)
        self.desk.progressed.connect(lambda done, total: self.status.show_progress((done, total)))
        self.desk.analysis_began.connect(lambda: self.status.show_progress((0, 0)))
        self.desk.analysis_ended.connect(lambda: self.status.show_progress(None))
        self.desk.recent_changed.connect(self._list_recent)
        self.status.cancel_asked.connect(self._cancel)
        self.start_page.sample_asked.connect(self.opening.open_sample)
        self.start_page.open_asked.connect(self.opening.ask_for_files)
        self.changes.stepping.connect(self.panel.flush)
        self.changes.stepped.connect(self._show_step)
        self.changes.stack.undoTextChanged.connect(lambda _: self._name_undo())
        self.changes.stack.redoTextChanged.connect(lambda _: self._name_undo())
        self._name_undo()

    def _connect_panel(self) -> None:
        panel, changes = self.panel, self.changes
        panel.note_written.connect(changes.write_note)
        panel.note_placed.connect(changes.place_note)
        panel.note_trashed.connect(changes.trash_note)
        panel.undo_asked.connect(changes.undo)
        panel.source_set.connect(changes.set_source)
        panel.link_added.connect(changes.add_link)
        panel.link_removed.connect(changes.remove_link)
        panel.link_moved.connect(changes.move_link)
        panel.entity_renamed.connect(changes.rename_entity)
        panel.entity_kind_set.connect(changes.set_entity_kind)
        panel.entities_joined.connect(changes.join_entities)
        panel.mentions_meant.connect(changes.set_mentions)
        panel.correction_withdrawn.connect(changes.withdraw)
        panel.set_graded(graded=self.window.memory.preferred.grading)
        self.preferring.grading_changed.connect(lambda on: panel.set_graded(graded=on))
        panel.table_asked.connect(self.tabulating.show)
        panel.judged.connect(self.judging.say)
        panel.source_note_written.connect(self.judging.write_note)
        panel.analysis_asked.connect(self.desk.analyse)
        self.desk.leaving.connect(panel.flush)
        self.desk.not_saved.connect(panel.note_failed)
        self.desk.not_saved.connect(lambda: setattr(self, "_unsaved", True))
        self.desk.not_analysed.connect(panel.set_problem)
        self.desk.analysis_began.connect(lambda: panel.set_running(running=True))
        self.desk.analysis_ended.connect(lambda: panel.set_running(running=False))

    def _connect_page(self) -> None:
        page, field = self.page, self.tools.find_field
        self.workspace.reading_changed.connect(self._reading_changed)
        self.workspace.layers_changed.connect(lambda _: self._show_layers())
        self.appearance.changed.connect(lambda _: self._restyle())
        page.zoom_changed.connect(self._zoomed)
        page.unfold_asked.connect(self.changes.unfold)
        page.fold_asked.connect(self.changes.fold)
        page.context_asked.connect(self._fill_context_menu)
        Tips(page)
        page.hits_changed.connect(lambda count, number: field.show_hits(number, count))
        field.sought.connect(page.find)
        field.again.connect(page.find_next)
        field.left.connect(self._end_search)
        self.tools.shade.clicked.connect(lambda: self.choose_theme(self.appearance.toggled()))
        self._show_layers()

    # Following

    @property
    def _scale(self) -> float:
        return self.page.percent / 100

    def _opened(self) -> None:
        """Another article has been opened: Undo and the search of the one before are over."""
        self.changes.forget()
        self.tools.find_field.clear()
        self.panel.show_view("sources")
        self._stack.setCurrentWidget(self.window.splitter)
        self.page.setFocus()

    def _cancel(self) -> None:
        if self.opening.is_reading:
            self.opening.cancel()
        else:
            self.desk.cancel_analysis()

    def _restored(self) -> None:
        self.window.memory.restore_place(self.page, self.workspace, self.panel.show_view)

    def _teach(self) -> None:
        self._stack.setCurrentWidget(self.start_page)
        self.start_page.setFocus()

    def _tell_of_copy(self, reading: Reading) -> None:
        if reading.version_of is not None:
            self.banner.inform(changed_copy(reading))
        if reading.article.language is not None and reading.article.foreign:
            self.banner.inform(not_analysed(reading.article.language))

    def _show_step(self, sentence: str, place: Span | None, about: About) -> None:
        """Say what was undone or done again, and go where it was."""
        claim = self._claim_on(place)
        if place is None:
            self.status.say(sentence)
        elif about is About.BLOCK:
            self.status.say(sentence)
            self.workspace.reveal(place)
        elif about is About.ENTITY:
            self.status.say(sentence)
            self.entities.show_at(place)
        elif claim is not None and self.workspace.analysis is not None:
            number = claim_number(self.workspace.analysis, claim)
            on = self.tr("{sentence} on claim {number}")
            self.status.say(on.format(sentence=sentence, number=number))
            self.workspace.choose(claim=claim, reveal=True)
            self.panel.show_view("claim")
        else:
            self.status.say(sentence)
            self.workspace.choose(passage=place, reveal=True)
            self.panel.show_view("claim")

    def _claim_on(self, passage: Span | None) -> str | None:
        """The id of the claim that a passage is."""
        analysis = self.workspace.analysis
        claims = analysis.claims if analysis else ()
        return next((one.id for one in claims if target_of(one) == passage), None)

    def _reading_changed(self, reading: Reading | None) -> None:
        for command in COMMANDS:
            if command.needs_article:
                self.actions[command.id].setEnabled(reading is not None)
        self.tools.find_field.setEnabled(reading is not None)
        title = reading.article.title or reading.name if reading else ""
        self.window.setWindowTitle(title)

    def _zoomed(self, percent: int) -> None:
        self.window.memory.prefer_zoom(percent)
        self._restyle()

    def _restyle(self) -> None:
        theme = self.appearance.theme
        self.window.setStyleSheet(stylesheet(theme, self._scale))
        # A new style sheet gives each widget, and the viewport of a scrolling one, the palette back
        # that it had before the old sheet; so the page's is set after it.
        self.page.set_theme(theme)
        self.page.viewport().setPalette(self.page.palette())
        self.tools.restyle(theme, self._scale)
        self.panel.restyle(theme, self._scale)
        self.start_page.restyle(theme, self._scale)
        self.banner.restyle(theme, self._scale)
        self.status.show_zoom(self.page.percent)
        self._show_choice()
        self.preferring.follow()
        self.tabulating.follow()
        self._icons = {name: make_icon(name, theme) for name in NAMES}
        for command in COMMANDS:
            if command.icon:
                self.actions[command.id].setIcon(self._icons[command.icon])
        self.tools.shade.setIcon(self._icons["theme-light" if theme.dark else "theme-dark"])

    def _show_choice(self) -> None:
        self.actions[f"theme-{self.appearance.choice}"].setChecked(True)

    def _show_layers(self) -> None:
        for layer in LAYERS:
            shown = getattr(self.workspace.layers, layer)
            self.actions[f"layer-{layer}"].setChecked(shown)

    def _name_undo(self) -> None:
        stack = self.changes.stack
        undo, redo = self.actions["undo"], self.actions["redo"]
        undo.setText(self.tr("&Undo {what}").format(what=stack.undoText()).strip())
        redo.setText(self.tr("&Redo {what}").format(what=stack.redoText()).strip())
        undo.setEnabled(stack.canUndo())
        redo.setEnabled(stack.canRedo())

    def _list_recent(self, articles: tuple[Recent, ...]) -> None:
        reading = self.workspace.reading
        fill_recent(self.recent, articles, self._reopen, open=reading.id if reading else None)

    def _reopen(self, article: int) -> None:
        self.banner.clear()
        self.desk.reopen(article)

    def _end_search(self) -> None:
        self.tools.find_field.clear()
        self.page.setFocus()

    def _can_note(self) -> bool:
        """Whether something is chosen that a note can stand on; else say what to do."""
        selection = self.workspace.selection
        # The passage beside an entity is where that stands, and nothing the reader selected.
        if self.workspace.claim or (selection.passage and selection.entity is None):
            return True
        hint = self.tr("Choose a claim with j, or select a passage, to write on it")
        self.status.say(hint)
        return False

    def _fill_context_menu(self, menu: QMenu, passage: Span | None, blocks: Sequence[int]) -> None:
        menu.addSeparator()
        note = menu.addAction(self._icons["note"], self.tr("Write a note"))
        note.setEnabled(passage is not None)
        if passage is not None:
            note.triggered.connect(lambda: self._note_on(passage))
        if self.workspace.claim is not None:
            menu.addAction(self.actions["change-source"])
        self.entities.fill(menu, passage)
        self.blocks.fill(menu, blocks)

    def _note_on(self, passage: Span) -> None:
        """Write a note on a passage in whole words, or on the claim that it is."""
        if self.workspace.reading is not None and self._claim_on(passage) is None:
            passage = whole_words(self.workspace.reading.article.text, passage)
        claim = self._claim_on(passage)
        self.workspace.choose(claim=claim, passage=None if claim else passage)
        self.panel.write_note()
