"""The panel follows the workspace and announces what the reader does, never more."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from according import places
from according.bootstrap import Services, build
from according.domain.analysis import Analysis
from according.domain.claims import LinkKind
from according.domain.notes import Verdict
from according.domain.reading import Reading
from according.domain.spans import Span
from according.ui.panel.cards import Clickable, Prose
from according.ui.panel.claim_chain import ClaimChain
from according.ui.panel.panel import Panel
from according.ui.panel.segments import PanelView
from according.ui.style import stylesheet
from according.ui.theme import load_theme, theme_names
from according.ui.workspace import Workspace
from tests import factories
from tests.windows import without_first

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

CHOICES: dict[PanelView, Callable[[Workspace], None]] = {
    PanelView.SOURCES: lambda workspace: workspace.choose(source="s1"),
    PanelView.CONTEXT: lambda workspace: workspace.choose(entity="e7"),
    PanelView.CLAIM: lambda workspace: workspace.choose(claim="c2"),
}
"""What to choose so that a view is shown."""


@pytest.fixture
def workspace() -> Workspace:
    return Workspace()


@pytest.fixture
def panel(workspace: Workspace, qtbot: QtBot) -> Panel:
    shown = Panel(workspace, load_theme("light"))
    qtbot.addWidget(shown)
    shown.resize(432, 860)
    shown.show()
    workspace.show(factories.reading())
    return shown


def _analysis(reading: Reading) -> Analysis:
    assert reading.analysis is not None
    return reading.analysis


def _settle() -> None:
    """Lay out what was added, and delete what was taken out."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    QCoreApplication.processEvents()


def _texts(panel: Panel) -> list[str]:
    _settle()
    return [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]


def test_what_is_chosen_decides_which_view_is_shown(panel: Panel, workspace: Workspace) -> None:
    shown = [panel.view]
    workspace.choose(claim="c2")
    shown.append(panel.view)
    workspace.choose(entity="e2")
    shown.append(panel.view)
    workspace.choose(source="s4")
    shown.append(panel.view)
    assert shown == [PanelView.SOURCES, PanelView.CLAIM, PanelView.CONTEXT, PanelView.SOURCES]
    assert panel.sources.cards["s4"].opened


def test_the_segments_count(panel: Panel, workspace: Workspace) -> None:
    assert panel.segments.button(PanelView.SOURCES).words() == "Sources 7"
    assert panel.segments.button(PanelView.CLAIM).words() == "Claim"
    workspace.choose(claim="c2")
    assert panel.segments.button(PanelView.CLAIM).words() == "Claim 3 of 9"
    assert panel.segments.button(PanelView.CLAIM).accessibleName() == "Claim 3 of 9"


def test_the_reader_can_switch_views(panel: Panel, qtbot: QtBot) -> None:
    QTest.mouseClick(panel.segments.button(PanelView.CONTEXT), Qt.MouseButton.LeftButton)
    assert panel.view is PanelView.CONTEXT
    assert any("Click a name on the page" in text for text in _texts(panel))
    panel.show_view("claim")
    assert any("Choose a claim on the page, or press j there." in text for text in _texts(panel))


def test_walking_through_a_summary_stays_in_the_sources(panel: Panel, workspace: Workspace) -> None:
    summary = next(one for one in panel.findChildren(Prose) if one.property("role") == "summary")
    places: list[Span] = []
    workspace.reveal_asked.connect(places.append)
    summary.linkActivated.emit("phrase/3")
    assert panel.view is PanelView.SOURCES
    assert workspace.selection.claim == "c4"
    assert places == [_analysis(factories.reading()).claim("c4").content[0]]
    assert panel.segments.button(PanelView.CLAIM).words() == "Claim 5 of 9"


def test_a_mention_in_the_context_is_revealed_on_the_page(
    panel: Panel, workspace: Workspace
) -> None:
    workspace.choose(entity="e7")
    places: list[Span] = []
    workspace.reveal_asked.connect(places.append)
    mention = _analysis(factories.reading()).entity("e7").mentions[1]
    row = next(
        one for one in panel.context.findChildren(Clickable) if "doubtful" in one.accessibleName()
    )
    row.click()
    assert places == [mention.span]
    assert workspace.selection.entity == "e7"
    assert panel.view is PanelView.CONTEXT


def test_the_context_keeps_its_entity_while_a_claim_is_looked_at(
    panel: Panel, workspace: Workspace
) -> None:
    workspace.choose(entity="e2")
    workspace.choose(claim="c6")
    panel.show_view(PanelView.CONTEXT)
    assert any("Maria Okonjo" in text for text in _texts(panel))


def test_without_an_article_the_panel_says_what_it_is_for(qtbot: QtBot) -> None:
    panel = Panel(Workspace(), load_theme("light"))
    qtbot.addWidget(panel)
    panel.show()
    assert any("Open an article" in text for text in _texts(panel))
    assert [one for one in panel.sources.findChildren(QPushButton) if one.text()] == []


def test_while_the_analysis_runs_notes_can_be_written(
    panel: Panel, workspace: Workspace, qtbot: QtBot
) -> None:
    panel.set_running(True)
    reading = factories.reading(analysed=False)
    workspace.show(reading)
    assert any("being analysed" in text for text in _texts(panel))
    passage = factories.span_of(reading.article.text, "SAVE IT")
    workspace.choose(passage=passage)
    written: list[Span] = []
    panel.note_written.connect(lambda target, *_rest: written.append(target))
    panel.write_note()
    QTest.keyClicks(panel.claim.editor.text, "early")
    panel.flush()
    assert written == [passage]


def test_a_missing_model_is_told_and_the_analysis_can_be_asked_for(
    panel: Panel, workspace: Workspace, qtbot: QtBot
) -> None:
    workspace.show(factories.reading(analysed=False))
    panel.set_problem("The language model is not installed.")
    assert "The language model is not installed." in _texts(panel)
    asked: list[bool] = []
    panel.analysis_asked.connect(lambda: asked.append(True))
    _settle()
    button = next(one for one in panel.sources.findChildren(QPushButton) if one.isVisible())
    button.click()
    assert asked == [True]


def test_an_article_without_claims_says_so(panel: Panel, workspace: Workspace) -> None:
    empty = Analysis(_analysis(factories.reading()).producer)
    workspace.show(replace(factories.reading(), analysis=empty))
    assert "The article credits nobody." in _texts(panel)
    panel.show_view(PanelView.CLAIM)
    assert "No claims were found in this article." in _texts(panel)


def test_a_note_is_announced_with_all_that_a_service_needs(
    panel: Panel, workspace: Workspace, qtbot: QtBot
) -> None:
    workspace.choose(claim="c7")
    announced: list[tuple[object, ...]] = []
    panel.note_written.connect(lambda *values: announced.append(values))
    QTest.keyClicks(panel.claim.editor.text, "When?")
    panel.set_verdict(Verdict.OPEN)
    target, text, tags, verdict, _id, reading = announced[-1]
    assert target == _analysis(factories.reading()).claim("c7").content[0]
    assert (text, tags, verdict) == ("When?", (), Verdict.OPEN)
    assert reading is workspace.reading


def test_choosing_another_claim_saves_the_note_of_the_one_before(
    panel: Panel, workspace: Workspace, qtbot: QtBot
) -> None:
    workspace.choose(claim="c7")
    announced: list[tuple[Span, str]] = []
    panel.note_written.connect(lambda target, text, *_rest: announced.append((target, text)))
    QTest.keyClicks(panel.claim.editor.text, "for the bridge")
    workspace.choose(claim="c6")
    assert announced == [(_analysis(factories.reading()).claim("c7").content[0], "for the bridge")]
    assert panel.claim.editor.text.toPlainText() == ""


def test_opening_another_article_saves_the_note_with_its_own_reading(
    panel: Panel, workspace: Workspace, qtbot: QtBot
) -> None:
    workspace.choose(claim="c7")
    first = workspace.reading
    announced: list[tuple[object, ...]] = []
    panel.note_written.connect(lambda *values: announced.append(values))
    QTest.keyClicks(panel.claim.editor.text, "left in a hurry")
    workspace.show(Reading("other.txt", factories.plain("Other words."), id=2))
    assert [(values[1], values[5]) for values in announced] == [("left in a hurry", first)]


def test_an_entity_chosen_between_two_keys_does_not_lose_them(
    panel: Panel, workspace: Workspace, qtbot: QtBot
) -> None:
    workspace.choose(claim="c7")
    announced: list[str] = []
    panel.note_written.connect(lambda _target, text, *_rest: announced.append(text))
    QTest.keyClicks(panel.claim.editor.text, "half")
    workspace.choose(entity="e7")
    assert announced == ["half"]


def test_corrections_are_announced_in_ids(panel: Panel, workspace: Workspace) -> None:
    workspace.choose(claim="c6")
    done: list[tuple[object, ...]] = []
    panel.source_set.connect(lambda *values: done.append(("source", *values)))
    panel.link_removed.connect(lambda *values: done.append(("remove", *values)))
    panel.link_added.connect(lambda *values: done.append(("add", *values)))
    panel.change_source()
    assert panel.claim.chooser is not None
    panel.claim.chooser.paper.click()
    panel.claim.link_added.emit(LinkKind.DISPUTES, "c6", "c4")
    link = _analysis(factories.reading()).links[1]
    panel.claim.link_removed.emit(link)
    assert done == [
        ("source", "c6", ()),
        ("add", LinkKind.DISPUTES, "c6", "c4"),
        ("remove", link),
    ]


def test_the_theme_and_the_text_size_can_change_in_use(
    panel: Panel, workspace: Workspace, qtbot: QtBot
) -> None:
    workspace.choose(claim="c2")
    QTest.keyClicks(panel.claim.editor.text, "kept ")
    panel.restyle(load_theme("dark"), 2.0)
    _settle()
    content = next(one for one in panel.findChildren(Prose) if one.property("role") == "reading")
    assert load_theme("dark").certainty.name() in content.text()
    assert panel.claim.editor.text.toPlainText() == "kept Ask the council."


@pytest.mark.parametrize("view", list(PanelView))
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_nothing_is_wider_than_the_narrowest_panel(
    workspace: Workspace, qtbot: QtBot, qapp: QApplication, view: PanelView, scale: float
) -> None:
    theme = load_theme("light")
    panel = Panel(workspace, theme, scale=scale)
    qtbot.addWidget(panel)
    panel.setStyleSheet(stylesheet(theme, scale))
    panel.resize(360, 700)
    workspace.show(factories.reading())
    CHOICES[view](workspace)
    panel.show()
    qtbot.waitUntil(lambda: panel.isVisible() and panel.view is view)
    qapp.processEvents()
    scrolling = panel._views[view]
    canvas = scrolling.canvas
    assert canvas.width() <= scrolling.viewport().width()
    for child in canvas.findChildren(QLabel) + canvas.findChildren(QAbstractButton):
        if child.isVisible():
            assert child.mapTo(canvas, child.rect().topRight()).x() <= canvas.width()


def test_every_control_has_a_name_and_can_be_reached_by_keyboard(
    panel: Panel, workspace: Workspace
) -> None:
    for choose in CHOICES.values():
        choose(workspace)
        for button in panel.findChildren(QAbstractButton):
            assert button.accessibleName() or button.text(), button
            if not panel.segments.isAncestorOf(button):
                assert button.focusPolicy() & Qt.FocusPolicy.TabFocus, button


def test_tab_comes_to_the_button_of_the_view_and_arrows_go_to_the_others(
    panel: Panel, workspace: Workspace
) -> None:
    for view, choose in CHOICES.items():
        choose(workspace)
        by_tab = [
            one
            for one in PanelView
            if panel.segments.button(one).focusPolicy() & Qt.FocusPolicy.TabFocus
        ]
        assert by_tab == [view]
    visited = [panel.view]
    panel.segments.button(panel.view).setFocus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left):
        QTest.keyClick(panel.segments.button(panel.view), key)
        visited.append(panel.view)
        assert panel.segments.button(panel.view) is panel.focusWidget()
    assert visited == [PanelView.CLAIM, PanelView.SOURCES, PanelView.CONTEXT, PanelView.SOURCES]


@pytest.mark.parametrize("view", list(PanelView))
def test_the_tab_key_goes_down_the_view(
    panel: Panel, workspace: Workspace, view: PanelView
) -> None:
    CHOICES[view](workspace)
    _settle()
    canvas = panel._views[view].canvas
    chain = []
    widget = panel.segments.button(PanelView.CLAIM).nextInFocusChain()
    while widget is not None and widget is not panel.segments.button(PanelView.CLAIM):
        reachable = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if widget.isVisible() and reachable and canvas.isAncestorOf(widget):
            chain.append(widget)
        widget = widget.nextInFocusChain()
    heights = [one.mapTo(canvas, one.rect().center()).y() for one in chain]
    assert len(heights) > 4
    assert heights == sorted(heights)


@pytest.mark.parametrize("name", theme_names())
def test_the_style_sheet_is_complete_in_every_theme(name: str, qtbot: QtBot) -> None:
    for scale in (1.0, 1.5, 2.0):
        sheet = stylesheet(load_theme(name), scale)
        assert "{" in sheet
        assert "{px" not in sheet
        assert "{{" not in sheet
    assert "font-size: 28px" in stylesheet(load_theme(name), 2.0)


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    folder = tmp_path / "library"
    made = build(places.Places(config=folder, data=folder, state=folder))
    yield made
    made.close()


def test_a_note_goes_to_the_library_and_comes_back(
    services: Services, workspace: Workspace, qtbot: QtBot
) -> None:
    panel = Panel(workspace, load_theme("light"))
    qtbot.addWidget(panel)
    kept = services.reading.keep(factories.opened())
    workspace.show(replace(kept, analysis=factories.analysis(kept.article)))

    def save(
        target: Span, text: str, tags: tuple[str, ...], verdict: Verdict | None, id: str
    ) -> None:
        assert workspace.reading is not None
        workspace.show(
            services.annotating.write_note(
                workspace.reading, target, text=text, tags=tags, verdict=verdict, note_id=id
            )
        )

    panel.note_written.connect(lambda *values: save(*values[:5]))
    workspace.choose(claim="c7")
    for text in ("Who pays?", "Who pays? And when?"):
        panel.claim.editor.text.setPlainText(text)
        panel.flush()
    panel.set_verdict(Verdict.DOUBTFUL)
    again = services.reading.reopen(kept.id or 0)
    assert [(one.note.text, one.note.verdict) for one in again.notes] == [
        ("Who pays? And when?", Verdict.DOUBTFUL)
    ]


@pytest.mark.parametrize("width", [360, 432, 600])
@pytest.mark.parametrize("view", list(PanelView))
def test_a_view_scrolls_no_further_than_its_cards(
    panel: Panel, workspace: Workspace, qtbot: QtBot, view: PanelView, width: int
) -> None:
    panel.resize(width, 300)
    CHOICES[view](workspace)
    shown = {
        PanelView.SOURCES: panel.sources,
        PanelView.CONTEXT: panel.context,
        PanelView.CLAIM: panel.claim,
    }[view]
    qtbot.waitUntil(lambda: shown.isVisible() and shown.verticalScrollBar().maximum() > 0)
    _settle()
    tall = shown.canvas.heightForWidth(shown.canvas.width())
    assert shown.verticalScrollBar().maximum() == tall - shown.viewport().height()


def test_another_article_brings_no_entity_of_the_last_one(
    panel: Panel, workspace: Workspace
) -> None:
    CHOICES[PanelView.CONTEXT](workspace)
    _settle()
    first = workspace.reading
    assert first is not None
    other = replace(first, article=factories.plain(first.article.text.replace("\n", " ")))
    workspace.show(other)
    panel.show_view(PanelView.CONTEXT)
    _settle()
    name = next(one.name for one in _analysis(first).entities if one.id == "e7")
    shown = [one.text() for one in panel.context.findChildren(QLabel) if one.isVisible()]
    assert shown
    assert not any(name in words for words in shown)


def test_what_stands_alone_begins_at_the_edge_of_the_cards(
    panel: Panel, workspace: Workspace
) -> None:
    panel.setStyleSheet(stylesheet(load_theme("light"), 1.0))
    workspace.choose(claim="c7")
    _settle()
    view = panel.claim
    assert view.links is not None
    edge = view.findChildren(ClaimChain)[0].mapTo(view.canvas, QPoint(0, 0)).x()
    change = next(
        one for one in view.findChildren(Prose) if "source" in one.text() and "href" in one.text()
    )
    for label in (change, view.links.findChildren(Prose)[-1]):
        assert label.mapTo(view.canvas, label.contentsRect().topLeft()).x() == edge
    assert _first_ink(view.links.add) <= 1


def _first_ink(button: QPushButton) -> int:
    """How many pixels lie left of a button's word."""
    shot = button.grab().toImage()
    ground = shot.pixelColor(0, 0)
    return next(
        x
        for x in range(shot.width())
        if any(shot.pixelColor(x, y) != ground for y in range(shot.height()))
    )


def test_the_note_in_hand_stays_when_another_analysis_numbers_the_claims_anew(
    panel: Panel, workspace: Workspace
) -> None:
    reading = replace(factories.reading(), notes=(), orphans=())
    workspace.show(reading)
    workspace.choose(claim="c5")
    QTest.keyClicks(panel.claim.editor.text, "Half a thou")
    written: list[object] = []
    panel.note_written.connect(lambda *note: written.append(note))
    fewer = without_first(_analysis(reading), 2)
    producer = replace(fewer.producer, components=("another",))
    workspace.show(replace(reading, analysis=replace(fewer, producer=producer)))
    assert workspace.claim is not None
    assert workspace.claim.id == "c3"
    assert panel.claim.editor.text.toPlainText() == "Half a thou"
    assert written == []
