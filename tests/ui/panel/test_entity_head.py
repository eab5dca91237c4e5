"""The head of the Context view: renaming, kinds, joining, parting, and the reader's own work."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from according.domain.entities import EntityKind
from according.domain.notes import Correction, CorrectionKind
from according.domain.offers import Offer
from according.domain.reading import Reading
from according.domain.spans import Span
from according.ui.panel.cards import Prose
from according.ui.panel.context_view import ContextView
from according.ui.panel.entity_head import EntityHead
from according.ui.style import Look
from according.ui.theme import load_theme
from tests import factories

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

Said = list[tuple[object, ...]]


@pytest.fixture
def view(qtbot: QtBot) -> ContextView:
    shown = ContextView(Look(load_theme("light")))
    qtbot.addWidget(shown)
    shown.resize(432, 800)
    shown.show()
    return shown


def _head(view: ContextView, id: str, reading: Reading | None = None) -> EntityHead:
    reading = reading or factories.reading()
    analysis = reading.analysis
    assert analysis is not None
    view.show_entity(reading, analysis, analysis.entity(id), None)
    assert view.entity is not None
    return view.entity


def _said(view: ContextView) -> Said:
    said: Said = []
    for signal in (view.renamed, view.kind_set, view.joined, view.meant, view.withdrawn):
        signal.connect(lambda *what: said.append(what))
    return said


def _lines(head: EntityHead) -> list[str]:
    found = head.findChildren(Prose)
    return [re.sub(r"<[^>]+>", "", one.text()).replace("\u00a0", " ") for one in found]


def _corrected(kind: CorrectionKind, *names: str, other: str = "") -> Reading:
    """The bridge story with one correction of Maria Okonjo."""
    reading = factories.reading()
    text = reading.article.text
    where = factories.selector(text, factories.span_of(text, "Maria Okonjo"))
    more = factories.selector(text, factories.span_of(text, other)) if other else None
    return replace(reading, corrections=(Correction("k1", kind, where, names, other=more),))


def test_a_name_is_changed_where_it_stands(view: ContextView, qtbot: QtBot) -> None:
    head, said = _head(view, "e2"), _said(view)
    head.edit.click()
    assert head.name.isHidden()
    assert head.field.selectedText() == "Maria Okonjo"
    head.field.clear()
    QTest.keyClicks(head.field, " Maria  A. Okonjo")
    QTest.keyClick(head.field, Qt.Key.Key_Return)
    assert said == [("e2", "Maria A. Okonjo")]


@pytest.mark.parametrize("typed", ["", "   ", "Maria Okonjo"])
def test_no_name_or_the_same_one_changes_nothing(view: ContextView, typed: str) -> None:
    head, said = _head(view, "e2"), _said(view)
    head.rename()
    head.field.setText(typed)
    QTest.keyClick(head.field, Qt.Key.Key_Return)
    assert said == []
    assert not head.name.isHidden()


def test_escape_leaves_the_name_and_the_keyboard_at_its_tool(
    view: ContextView, qtbot: QtBot
) -> None:
    head, said = _head(view, "e2"), _said(view)
    qtbot.waitUntil(head.edit.isVisible)
    head.edit.click()
    QTest.keyClicks(head.field, "Somebody")
    QTest.keyClick(head.field, Qt.Key.Key_Escape)
    assert said == []
    assert (head.name.isHidden(), head.field.isHidden()) == (False, True)
    assert view.focusWidget() is head.edit


def test_the_kinds_stand_in_a_menu_in_plain_words(view: ContextView) -> None:
    head, said = _head(view, "e2"), _said(view)
    texts = [action.text() for action in head.kinds.actions()]
    assert len(texts) == len(EntityKind)
    assert "group of people" in texts
    assert [one.text() for one in head.kinds.actions() if one.isChecked()] == ["person"]
    head.kinds.actions()[texts.index("person")].trigger()
    head.kinds.actions()[texts.index("organisation")].trigger()
    assert said == [("e2", EntityKind.ORGANISATION)]
    assert head.kind.accessibleName() == "Kind, person, change"


def test_two_entities_are_joined_by_choosing_the_other(view: ContextView, qtbot: QtBot) -> None:
    head, said = _head(view, "e7"), _said(view)
    head.same.click()
    assert head.chooser is not None
    QTest.keyClick(head.chooser.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: said == [("e7", "e5")])


def test_words_are_parted_with_all_their_places(view: ContextView, qtbot: QtBot) -> None:
    head, said = _head(view, "e1"), _said(view)
    assert head.part.isHidden()  # it is written in one way only
    head = _head(view, "e2")
    head.part.click()
    assert head.chooser is not None
    chip = next(chip for chip, one in head.chooser.parts.items() if one.words == "she")
    chip.click()
    QTest.keyClicks(head.chooser.field, "Inga Dahl")
    QTest.keyClick(head.chooser.field, Qt.Key.Key_Return)
    she = factories.within(factories.article().text, "she told", "she")
    qtbot.waitUntil(lambda: said == [("e2", (she,), "Inga Dahl")])


def test_giving_up_a_choice_gives_the_keyboard_back(view: ContextView, qtbot: QtBot) -> None:
    head = _head(view, "e2")
    qtbot.waitUntil(head.same.isVisible)
    head.same.click()
    assert head.chooser is not None
    QTest.keyClick(head.chooser.field, Qt.Key.Key_Escape)
    assert head.chooser is None
    assert view.focusWidget() is head.same


@pytest.mark.parametrize(
    ("kind", "names", "other", "words"),
    [
        (
            CorrectionKind.RENAME_ENTITY,
            ("Maria Okonjo", "M. Okonjo"),
            "",
            "You renamed this; it was “M. Okonjo”. Take back",
        ),
        (
            CorrectionKind.SET_ENTITY_KIND,
            ("person", "Maria Okonjo"),
            "",
            "You set the kind. Take back",
        ),
        (
            CorrectionKind.MERGE_ENTITIES,
            ("the engineer", "Maria Okonjo"),
            "engineer",
            "You said that “the engineer” is the same. Take back",
        ),
    ],
)
def test_what_the_reader_said_is_told_apart_and_taken_back(
    view: ContextView, kind: CorrectionKind, names: tuple[str, ...], other: str, words: str
) -> None:
    head, said = _head(view, "e2", _corrected(kind, *names, other=other)), _said(view)
    assert words in _lines(head)
    line = next(one for one in head.findChildren(Prose) if "Take" in one.text())
    line.linkActivated.emit("k1")
    assert said == [("k1",)]


def test_what_no_longer_holds_is_not_said(view: ContextView) -> None:
    reading = _corrected(CorrectionKind.RENAME_ENTITY, "Another Name", "Maria Okonjo")
    assert not any("Take back" in line for line in _lines(_head(view, "e2", reading)))


def test_work_of_another_article_is_offered(view: ContextView) -> None:
    offers = (
        Offer(CorrectionKind.RENAME_ENTITY, "e2", "Maria A. Okonjo"),
        Offer(CorrectionKind.SET_ENTITY_KIND, "e2", "group"),
        Offer(CorrectionKind.MERGE_ENTITIES, "e2", "Tomas Reyl", "e5"),
        Offer(CorrectionKind.RENAME_ENTITY, "e4", "Gazette of Ansel"),
    )
    reading = replace(factories.reading(), offers=offers)
    head, said = _head(view, "e2", reading), _said(view)
    lines = [line for line in _lines(head) if "another article" in line]
    assert lines == [
        "In another article you renamed this to “Maria A. Okonjo”. Do so here",
        "In another article you set the kind to group of people. Do so here",
        "In another article you said it is the same as “Tomas Reyl”. Do so here",
    ]
    for line in head.findChildren(Prose):
        if "another article" in line.text():
            line.linkActivated.emit("here")
    assert said == [("e2", "Maria A. Okonjo"), ("e2", EntityKind.GROUP), ("e2", "e5")]


def test_one_mention_and_all_of_its_wording_can_mean_somebody_else(
    view: ContextView, qtbot: QtBot
) -> None:
    text = factories.article().text
    first, second = (factories.span_of(text, "Port Ansel", nth) for nth in (0, 1))
    _head(view, "e1")
    said = _said(view)
    view.mark(second)
    mentions = view.mentions
    assert mentions is not None
    tools = next(one for one in mentions.findChildren(Prose) if "Somebody else" in one.text())
    for which, spans in (("one", (second,)), ("all", (second, first))):
        tools.linkActivated.emit(which)
        assert mentions.chooser is not None
        QTest.keyClicks(mentions.chooser.field, "Ansel Harbour")
        QTest.keyClick(mentions.chooser.field, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: bool(said))
        assert said.pop() == ("e1", spans, "Ansel Harbour")


def test_a_doubtful_wording_can_be_kept_in_all_places(view: ContextView, qtbot: QtBot) -> None:
    article = factories.plain("Reyl sails. Reyl sails. Anna Reyl sails.")
    analysis = factories.analysis()
    anna = replace(
        analysis.entity("e7"),
        mentions=tuple(
            replace(analysis.entity("e7").mentions[1], span=Span(start, start + 4))
            for start in (0, 12)
        ),
        described=None,
    )
    entities = (anna, analysis.entity("e5"))
    changed = replace(analysis, entities=entities, claims=(), links=(), sources=())
    reading = Reading("reyl.txt", article, analysis=changed)
    view.show_entity(reading, changed, anna, anna.mentions[0].span)
    mentions, said = view.mentions, _said(view)
    assert mentions is not None
    tools = next(one for one in mentions.findChildren(Prose) if "Somebody else" in one.text())
    tools.linkActivated.emit("all")
    assert mentions.chooser is not None
    QTest.keyClick(mentions.chooser.field, Qt.Key.Key_Return)
    spans = tuple(one.span for one in anna.mentions)
    qtbot.waitUntil(lambda: said == [("e7", spans, "Anna Reyl")])


def test_the_command_asks_for_the_words_where_no_mention_is_current(view: ContextView) -> None:
    head = _head(view, "e2")
    view.correct("means", None)
    assert head.chooser is not None
    assert head.chooser.parts
