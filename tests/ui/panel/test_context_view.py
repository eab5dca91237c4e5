"""The Context view: mentions as lines of text, what the entity says and what is said about it."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFrame, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from according.domain.analysis import Analysis
from according.domain.entities import Entity, EntityKind, Mention
from according.domain.notes import Correction, CorrectionKind
from according.domain.reading import Reading
from according.domain.spans import Span
from according.ui.panel.cards import Clickable, Prose
from according.ui.panel.context_view import ContextView, said
from according.ui.panel.entity_head import also_written
from according.ui.panel.marked_line import MarkedLine, line_metrics, utf16_length
from according.ui.panel.mention_doubt import MentionDoubt
from according.ui.panel.mention_list import in_context
from according.ui.style import Look, stylesheet
from according.ui.theme import load_theme
from tests import factories

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def view(qtbot: QtBot) -> ContextView:
    shown = ContextView(Look(load_theme("light")))
    qtbot.addWidget(shown)
    shown.resize(432, 800)
    shown.show()
    return shown


def _show(view: ContextView, id: str, passage: Span | None = None) -> tuple[Reading, Entity]:
    reading = factories.reading()
    analysis = _analysis(reading)
    entity = analysis.entity(id)
    view.show_entity(reading, analysis, entity, passage)
    return reading, entity


def _analysis(reading: Reading) -> Analysis:
    assert reading.analysis is not None
    return reading.analysis


def _rows(view: ContextView) -> list[Clickable]:
    return [row for row in view.findChildren(Clickable) if row.findChild(MarkedLine)]


def test_each_mention_is_a_line_that_leads_to_its_place(view: ContextView, qtbot: QtBot) -> None:
    _reading, entity = _show(view, "e2")
    places: list[tuple[str, Span]] = []
    view.mention_chosen.connect(lambda one, span: places.append((one, span)))
    rows = _rows(view)
    assert [row.accessibleName().split(",")[0] for row in rows] == [
        "headline",
        "paragraph 2",
        "paragraph 2",
    ]
    QTest.keyClick(rows[2], Qt.Key.Key_Return)
    assert places == [("e2", entity.mentions[2].span)]
    assert "inferred" in rows[2].accessibleName()
    assert "she told the harbour board" in rows[2].accessibleName()


def test_the_head_says_who_it_is_and_where_that_stands(view: ContextView) -> None:
    _reading, entity = _show(view, "e2")
    texts = [label.text() for label in view.findChildren(QLabel)]
    assert any("Maria Okonjo" in text for text in texts)
    assert any("Chief engineer" in text and "¶2" in text for text in texts)
    places: list[Span] = []
    view.place_chosen.connect(places.append)
    described = next(
        one for one in view.findChildren(Prose) if "¶2" in one.text() and "<a" in one.text()
    )
    described.linkActivated.emit("described")
    assert places == [entity.described]


def test_other_wordings_say_how_sure_they_are() -> None:
    reading = factories.reading()
    analysis = _analysis(reading)
    assert also_written(analysis.entity("e7"), reading) == "Reyl (doubtful)"
    assert also_written(analysis.entity("e2"), reading) == "engineer (inferred), she (inferred)"
    assert also_written(analysis.entity("e1"), reading) == ""


def test_a_doubtful_mention_offers_the_other_candidate(view: ContextView) -> None:
    _show(view, "e7")
    chosen: list[str] = []
    view.entity_chosen.connect(chosen.append)
    doubt = view.findChildren(MentionDoubt)[0]
    assert _plain(doubt.line) == "Doubtful: or Tomas Reyl? Keep · Change"
    doubt.line.linkActivated.emit("show/e5")
    assert chosen == ["e5"]


def test_a_doubtful_mention_is_settled_where_it_stands(view: ContextView) -> None:
    _reading, entity = _show(view, "e7")
    said: list[tuple[str, tuple[Span, ...], str]] = []
    view.meant.connect(lambda *what: said.append(what))
    line = view.findChildren(MentionDoubt)[0].line
    line.linkActivated.emit("keep")
    line.linkActivated.emit("set/e5")
    spans = (entity.mentions[1].span,)
    assert said == [("e7", spans, "Anna Reyl"), ("e7", spans, "Tomas Reyl")]


def test_a_doubt_without_another_candidate_can_be_laid_to_rest(view: ContextView) -> None:
    reading = factories.reading()
    analysis = _analysis(reading)
    entity = analysis.entity("e7")
    alone = replace(entity, mentions=(replace(entity.mentions[1], candidates=()),))
    view.show_entity(reading, analysis, alone, None)
    assert _plain(view.findChildren(MentionDoubt)[0].line) == "Doubtful. Keep"


def test_a_mention_that_was_settled_says_so_and_can_be_taken_back(view: ContextView) -> None:
    reading = factories.reading()
    analysis = _analysis(reading)
    entity = analysis.entity("e7")
    settled = replace(entity.mentions[1], doubtful=False, candidates=())
    sure = replace(entity, mentions=(entity.mentions[0], settled))
    changed = replace(
        analysis, entities=tuple(sure if one.id == "e7" else one for one in analysis.entities)
    )
    where = factories.selector(reading.article.text, settled.span)
    correction = Correction("k1", CorrectionKind.SET_MENTION, where, ("Anna Reyl", "Anna Reyl"))
    kept = replace(reading, analysis=changed, corrections=(correction,))
    view.show_entity(kept, changed, sure, None)
    (doubt,) = view.findChildren(MentionDoubt)
    assert _plain(doubt.line) == "You said who is meant. Take back"
    undone: list[str] = []
    view.withdrawn.connect(undone.append)
    doubt.line.linkActivated.emit("back")
    assert undone == ["k1"]


def test_places_are_written_out_on_the_line_of_their_words(view: ContextView, qtbot: QtBot) -> None:
    view.setStyleSheet(stylesheet(load_theme("light"), 1.0))
    _show(view, "e2")
    marks = [one for one in view.findChildren(QLabel) if one.property("role") == "place"]
    assert [one.text() for one in marks] == ["Headline", "¶2", "¶2"]
    qtbot.waitUntil(lambda: view.findChildren(MarkedLine)[-1].x() > 0)
    for mark, line in zip(marks, view.findChildren(MarkedLine), strict=True):
        assert mark.sizeHint().width() <= mark.width()
        assert mark.x() + mark.width() < line.x()
        top = mark.y() + mark.contentsRect().y()
        baseline = top + mark.fontMetrics().ascent()
        words = line.y() + line_metrics(Look(load_theme("light"))).ascent()
        assert abs(baseline - words) <= 1


def _plain(label: Prose) -> str:
    return re.sub(r"<[^>]+>", "", label.text()).replace("\u00a0", " ")


def test_the_mention_that_was_clicked_on_the_page_is_marked(view: ContextView) -> None:
    reading = factories.reading()
    second = _analysis(reading).entity("e7").mentions[1].span
    _show(view, "e7", second)
    current = [one for one in view.findChildren(QFrame) if one.property("role") == "current"]
    assert len(current) == 1
    row = current[0].findChildren(Clickable)[0]
    assert "doubtful" in row.accessibleName()
    view.mark(None)
    assert not [one for one in view.findChildren(QFrame) if one.property("role") == "current"]


def test_going_to_a_mention_leaves_its_line_where_it_is(view: ContextView) -> None:
    _reading, entity = _show(view, "e7")
    rows = _rows(view)
    _show(view, "e7", entity.mentions[0].span)
    assert _rows(view) == rows
    view.restyle(Look(load_theme("dark")))
    _show(view, "e7")
    assert not set(_rows(view)[2:]) & set(rows)


def test_what_it_says_and_what_is_said_about_it_are_apart() -> None:
    analysis = _analysis(factories.reading())
    says, about = said(analysis, analysis.entity("e2"))
    assert [claim.id for claim in says] == ["c0", "c2", "c3"]
    assert about == ()
    says, about = said(analysis, analysis.entity("e1"))
    assert says == ()
    assert [claim.id for claim in about] == ["c1", "c8"]


def test_nothing_said_is_said_so(view: ContextView) -> None:
    _show(view, "e4")
    texts = [label.text() for label in view.findChildren(QLabel)]
    assert texts.count("nothing in this article") == 2


def test_notes_on_its_claims_are_listed(view: ContextView) -> None:
    _show(view, "e2")
    texts = [label.text() for label in view.findChildren(QLabel)]
    assert "1 note" in texts
    chosen: list[str] = []
    view.claim_chosen.connect(chosen.append)
    note = next(
        row for row in view.findChildren(Clickable) if row.accessibleName() == "Ask the council."
    )
    note.click()
    assert chosen == ["c2"]


def test_words_around_a_mention_stay_within_its_block_and_are_cut_between_words() -> None:
    reading = factories.reading()
    span = factories.span_of(reading.article.text, "Calder Freight")
    before, words, after = in_context(reading, span)
    assert (before, words) == ("", "Calder Freight")
    assert after == ", which runs the largest fleet in the port\u00a0…"
    end = factories.span_of(reading.article.text, "2027")
    before, words, after = in_context(reading, end)
    assert before == "…\u00a0bridge could open in "
    assert after == "."


def test_an_emoji_before_the_mention_does_not_shift_its_mark() -> None:
    assert utf16_length("on 🌉 ") == 6


def _sailing(count: int) -> tuple[Reading, Analysis, Entity]:
    """An article that names one person many times."""
    article = factories.plain(" ".join(["Ansel sails."] * count))
    mentions = tuple(Mention(Span(13 * n, 13 * n + 5)) for n in range(count))
    entity = Entity("e1", "Ansel", EntityKind.PERSON, mentions)
    analysis = replace(factories.analysis(), entities=(entity,), claims=(), links=(), sources=())
    return Reading("ansel.txt", article, analysis=analysis), analysis, entity


def _visible(view: ContextView) -> list[Clickable]:
    return [row for row in _rows(view) if row.isVisibleTo(view)]


def _button(view: ContextView, text: str) -> QPushButton:
    return next(
        one
        for one in view.findChildren(QPushButton)
        if one.text() == text and one.isVisibleTo(view)
    )


def test_many_mentions_show_the_first_and_offer_the_rest(view: ContextView, qtbot: QtBot) -> None:
    view.show_entity(*_sailing(40), None)
    qtbot.waitUntil(lambda: len(_visible(view)) == 12)
    _button(view, "28 more").click()
    qtbot.waitUntil(lambda: len(_visible(view)) == 40)


def test_a_mention_far_down_is_shown_with_its_neighbours(view: ContextView, qtbot: QtBot) -> None:
    reading, analysis, entity = _sailing(300)
    view.show_entity(reading, analysis, entity, entity.mentions[150].span)
    qtbot.waitUntil(lambda: len(_visible(view)) == 12)
    current = [one for one in view.findChildren(QFrame) if one.property("role") == "current"]
    assert len(current) == 1
    _button(view, "147 before").click()
    qtbot.waitUntil(lambda: len(_visible(view)) == 52)
    assert _button(view, "107 before")
    current = [one for one in view.findChildren(QFrame) if one.property("role") == "current"]
    assert len([one for one in current if one.isVisibleTo(view)]) == 1
