"""The Sources view: a summary to walk through, and a card for each source."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument, QTextOption
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from according.domain.analysis import Analysis, Phrase
from according.domain.reading import Reading
from according.ui.panel.cards import Clickable, Prose
from according.ui.panel.claim_list import ClaimList
from according.ui.panel.judged_value import JudgedRow
from according.ui.panel.source_card import SourceCard
from according.ui.panel.source_groups import Order
from according.ui.panel.sources_view import SourcesView
from according.ui.style import Look
from according.ui.theme import load_theme
from tests import factories

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def view(qtbot: QtBot) -> SourcesView:
    shown = SourcesView(Look(load_theme("light")))
    qtbot.addWidget(shown)
    shown.resize(432, 800)
    reading = factories.reading()
    shown.show_reading(reading, _analysis(reading))
    shown.show()
    return shown


def _analysis(reading: Reading) -> Analysis:
    assert reading.analysis is not None
    return reading.analysis


def _texts(widget: QWidget) -> str:
    return " ".join(label.text() for label in widget.findChildren(QLabel))


def _rows(card: SourceCard) -> dict[str, JudgedRow]:
    """The fields of an open card."""
    return {row.shown.field: row for row in card.rows}


def _summary(view: SourcesView) -> Prose:
    return next(one for one in view.findChildren(Prose) if one.property("role") == "summary")


def test_every_source_has_a_card_and_those_who_speak_come_first(view: SourcesView) -> None:
    assert list(view.cards) == ["s1", "s5", "s7", "s6", "s2", "s3", "s4"]


def test_cards_can_be_ordered_by_claims_and_by_name(view: SourcesView) -> None:
    view.order(Order.NAMED)
    assert list(view.cards)[-1] == "s2"
    assert next(iter(view.cards)) == "s7"
    view.order(Order.CLAIMS)
    assert next(iter(view.cards)) == "s1"


def test_a_counted_phrase_walks_through_its_claims(view: SourcesView) -> None:
    phrases = _analysis(factories.reading()).phrases
    walked: list[str] = []
    view.claim_walked.connect(walked.append)
    counted = phrases[1].claims
    for _ in range(len(counted) + 1):
        _summary(view).linkActivated.emit("phrase/1")
    assert tuple(walked) == (*counted, counted[0])
    _summary(view).linkActivated.emit("phrase/3")
    assert walked[-1] == phrases[3].claims[0]
    _summary(view).linkActivated.emit("phrase/1")
    assert walked[-1] == counted[0]


def test_only_counted_phrases_are_links(view: SourcesView) -> None:
    text = _summary(view).text()
    assert text.count("<a ") == 4
    assert _summary(view).accessibleName() == _analysis(factories.reading()).summary


def test_what_is_said_in_passing_leads_to_the_claims_it_is_said_of(qtbot: QtBot) -> None:
    view = SourcesView(Look(load_theme("light")))
    qtbot.addWidget(view)
    reading = factories.reading()
    analysis = _analysis(reading)
    phrases = (
        Phrase("9 claims: "),
        Phrase("1 from unnamed sources", ("c4",)),
        Phrase(", possibly one origin"),
        Phrase("; "),
        Phrase("1 denial", ("c6",)),
        Phrase(". "),
        Phrase("No independent witness is named."),
    )
    changed = replace(analysis, phrases=phrases)
    view.show_reading(replace(reading, analysis=changed), changed)
    walked: list[str] = []
    view.claim_walked.connect(walked.append)
    text = _summary(view).text()
    targets = re.findall(r'href="([^"]+)"', text)
    assert targets == ["phrase/1", "phrase/1", "phrase/4"]
    assert text.count("possibly one origin</a>") == 1
    for target in targets:
        _summary(view).linkActivated.emit(target)
    assert walked == ["c4", "c4", "c6"]


def test_a_row_of_short_phrases_breaks_between_any_two_words(qtbot: QtBot) -> None:
    reading = factories.reading()
    (claim, *_) = _analysis(reading).claims
    short = ("2 from port officials", " through two outlets", ", possibly one origin")
    phrases = tuple(Phrase(text, (claim.id,)) for text in short)
    view = SourcesView(Look(load_theme("light")))
    qtbot.addWidget(view)
    view.show_reading(reading, replace(_analysis(reading), phrases=phrases))
    laid_out = QTextDocument()
    words = QTextOption()
    words.setWrapMode(QTextOption.WrapMode.WordWrap)  # as a label wraps
    laid_out.setDefaultTextOption(words)
    laid_out.setHtml(_summary(view).text())
    laid_out.setTextWidth(120)
    assert laid_out.idealWidth() <= 120


def test_the_article_cannot_put_markup_into_the_panel(qtbot: QtBot) -> None:
    view = SourcesView(Look(load_theme("light")))
    qtbot.addWidget(view)
    reading = factories.reading()
    analysis = _analysis(reading)
    evil = replace(analysis.sources[0], name="<img src=x>", description="<a href='http://x'>y</a>")
    changed = replace(analysis, sources=(evil, *analysis.sources[1:]))
    view.show_reading(replace(reading, analysis=changed), changed)
    assert "<img" not in _texts(view.cards["s1"])
    assert "<a href='http" not in _texts(view.cards["s1"])
    assert not any(label.openExternalLinks() for label in view.findChildren(QLabel))


def test_the_details_are_built_when_a_card_is_opened(view: SourcesView) -> None:
    card = view.cards["s4"]
    assert card.findChildren(JudgedRow) == []
    card.open()
    facts = _rows(card)
    assert list(facts) == ["stance", "type", "owner", "corrections policy"]
    assert "news agency" in facts["type"].words.text()
    assert "as of March 2025" in facts["type"].words.text()
    assert "a cooperative of newspapers" in facts["owner"].words.text()
    assert "not known" in facts["corrections policy"].words.text()


def test_the_basis_of_a_fact_opens_where_it_can_be_read(view: SourcesView) -> None:
    view.cards["s4"].open()
    fact = _rows(view.cards["s4"])["owner"].words
    assert "Annual report" not in fact.text()
    fact.linkActivated.emit("basis/0")
    assert "Annual report, Northern Wire, 2024-11, printed" in fact.text()
    fact.linkActivated.emit("basis/0")
    assert "Annual report" not in fact.text()


def test_enter_opens_and_closes_a_card(view: SourcesView, qtbot: QtBot) -> None:
    card = view.cards["s1"]
    QTest.keyClick(card.head, Qt.Key.Key_Return)
    assert card.opened
    assert card.head.accessibleName() == "Maria Okonjo, details shown"
    QTest.keyClick(card.head, Qt.Key.Key_Space)
    assert not card.opened
    assert card.head.accessibleName() == "Maria Okonjo, details hidden"


def test_the_claims_of_an_open_card_lead_to_the_claim(view: SourcesView, qtbot: QtBot) -> None:
    chosen: list[str] = []
    view.claim_chosen.connect(chosen.append)
    view.cards["s1"].open()
    rows = view.cards["s1"].findChildren(ClaimList)[0].findChildren(Clickable)
    assert len(rows) == 3
    assert (
        rows[1].accessibleName().startswith("Claim 3 of 9, Maria Okonjo, very likely, with a note")
    )
    rows[1].click()
    assert chosen == ["c2"]


def test_open_cards_stay_open_when_a_note_is_saved(view: SourcesView) -> None:
    view.cards["s1"].open()
    reading = replace(factories.reading(), notes=())
    view.show_reading(reading, _analysis(reading))
    assert view.cards["s1"].opened
    assert not view.cards["s5"].opened


def test_what_the_analysis_stumbled_over_is_told(view: SourcesView) -> None:
    assert "1 remark on the text" in _texts(view)
    assert "A quotation mark in paragraph 4 has no partner." in _texts(view)


def test_another_article_starts_with_closed_cards(view: SourcesView) -> None:
    view.cards["s1"].open()
    other = replace(factories.reading(), article=factories.plain("Something else."))
    view.show_reading(other, _analysis(other))
    assert not view.cards["s1"].opened


def test_a_source_that_is_asked_for_is_opened_and_shown(view: SourcesView, qtbot: QtBot) -> None:
    view.show_source("s4")
    assert view.cards["s4"].opened
    head = view.cards["s4"].head
    qtbot.waitUntil(lambda: not head.visibleRegion().isEmpty())


def test_long_names_wrap_in_a_narrow_panel_with_large_text(qtbot: QtBot) -> None:
    view = SourcesView(Look(load_theme("light"), 2.0))
    qtbot.addWidget(view)
    view.resize(360, 900)
    reading = factories.reading()
    analysis = _analysis(reading)
    name = "Interdepartmental Harbour-and-Waterways-Reconstruction " + "x" * 60
    changed = replace(
        analysis, sources=(replace(analysis.sources[0], name=name), *analysis.sources[1:])
    )
    view.show_reading(replace(reading, analysis=changed), changed)
    view.show()
    qtbot.waitUntil(lambda: view.canvas.width() == view.viewport().width())
    card = view.cards["s1"]
    assert card.width() <= view.viewport().width()
    right = max(
        label.mapTo(view.canvas, label.rect().topRight()).x()
        for label in card.findChildren(QLabel)
        if not label.isHidden()
    )
    assert right <= view.viewport().width()


def test_an_article_in_another_language_says_why_there_are_no_sources(view: SourcesView) -> None:
    reading = factories.reading()
    analysis = Analysis(_analysis(reading).producer, warnings=("The article is in French.",))
    view.show_reading(replace(reading, article=replace(reading.article, language="fr")), analysis)
    assert "The article is in French." in _texts(view)
    assert "credits nobody" not in _texts(view)
