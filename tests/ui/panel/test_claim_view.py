"""The Claim view: the chain as drawn, how sure it is put, links, and the reader's corrections."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from according.domain.analysis import Analysis
from according.domain.claims import Claim, Link, LinkKind, Status
from according.domain.notes import AnchoredNote, Correction, CorrectionKind
from according.domain.reading import Reading
from according.domain.spans import Span
from according.ui.panel.cards import Clickable, Prose
from according.ui.panel.choosers import SourceChooser
from according.ui.panel.claim_chain import ClaimChain, CueLine
from according.ui.panel.claim_chooser import ClaimChooser
from according.ui.panel.claim_view import ClaimView
from according.ui.panel.doubt import source_doubt
from according.ui.panel.own_work import noted_claims, notes_of, source_correction, target_of
from according.ui.style import Look
from according.ui.theme import load_theme
from tests import factories

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def view(qtbot: QtBot) -> ClaimView:
    shown = ClaimView(Look(load_theme("light")))
    qtbot.addWidget(shown)
    shown.resize(432, 900)
    shown.show()
    return shown


def _analysis(reading: Reading) -> Analysis:
    assert reading.analysis is not None
    return reading.analysis


def _show(view: ClaimView, id: str, reading: Reading | None = None) -> tuple[Reading, Claim]:
    reading = reading or factories.reading()
    claim = _analysis(reading).claim(id)
    view.show_claim(reading, _analysis(reading), claim)
    return reading, claim


def _texts(view: ClaimView) -> list[str]:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    QCoreApplication.processEvents()
    return [label.text() for label in view.findChildren(QLabel) if not label.isHidden()]


def _line(view: ClaimView, words: str) -> Prose:
    return next(
        one for one in view.findChildren(Prose) if words in one.text().replace("\u00a0", " ")
    )


def _table(view: ClaimView) -> list[str]:
    assert view.certainty is not None
    labels = view.certainty.findChildren(QLabel)
    return [label.accessibleName() for label in labels if label.accessibleName()]


def _choosing(view: ClaimView) -> tuple[SourceChooser, list[tuple[str, ...]]]:
    """The chooser of a claim's source, and the names that are set with it from now on."""
    _show(view, "c7")
    sets: list[tuple[str, ...]] = []
    view.source_set.connect(lambda _claim, names: sets.append(names))
    view.ask_for_source()
    assert view.chooser is not None
    return view.chooser, sets


def test_the_chain_leads_from_the_paper_through_the_relay_to_the_source(view: ClaimView) -> None:
    _show(view, "c4")
    chain = view.findChildren(ClaimChain)[0]
    boxes = [box.accessibleName() for box in chain.findChildren(Clickable)]
    assert boxes == [
        "Ansel Gazette, newspaper",
        "Two people familiar with the inspection, not named",
    ]
    cues = [cue.findChildren(QLabel)[0].text() for cue in chain.findChildren(CueLine)]
    assert cues == ["“reported”", "“said”"]
    assert "Harbour Post" in chain.findChildren(QLabel)[0].text()


def test_relays_of_one_step_stand_side_by_side(view: ClaimView, qtbot: QtBot) -> None:
    reading = factories.reading()
    analysis = _analysis(reading)
    both = replace(analysis.claim("c4"), via=(("s3", "s4"),))
    claims = tuple(both if claim.id == "c4" else claim for claim in analysis.claims)
    _show(view, "c4", replace(reading, analysis=replace(analysis, claims=claims)))
    first, second, _source = view.findChildren(ClaimChain)[0].findChildren(Clickable)
    qtbot.waitUntil(lambda: second.x() > 0)
    assert first.y() == second.y()
    assert "? Two outlets, possibly one origin" in _texts(view)
    assert first.geometry().right() < second.geometry().left()


def test_each_link_of_a_chain_has_its_own_words(view: ClaimView) -> None:
    reading = factories.reading()
    analysis = _analysis(reading)
    claim = analysis.claim("c4")
    words = (*claim.relay_cues[0], *claim.attribution.cue)
    both = replace(claim, attribution=replace(claim.attribution, cue=words))
    claims = tuple(both if one.id == "c4" else one for one in analysis.claims)
    _show(view, "c4", replace(reading, analysis=replace(analysis, claims=claims)))
    cues = view.findChildren(ClaimChain)[0].findChildren(CueLine)
    assert [cue.findChildren(QLabel)[0].text() for cue in cues] == ["“reported”", "“said”"]


def test_a_box_of_the_chain_leads_to_its_source(view: ClaimView, qtbot: QtBot) -> None:
    _show(view, "c4")
    chosen: list[str] = []
    view.source_chosen.connect(chosen.append)
    QTest.keyClick(view.findChildren(ClaimChain)[0].findChildren(Clickable)[0], Qt.Key.Key_Return)
    assert chosen == ["s3"]


def test_the_papers_own_claim_credits_nobody(view: ClaimView) -> None:
    _show(view, "c1")
    assert view.findChildren(ClaimChain)[0].findChildren(Clickable) == []
    assert any("The paper itself says this; nobody is credited." in text for text in _texts(view))


def test_the_table_keeps_the_fields_apart_and_says_what_is_unknown(view: ClaimView) -> None:
    _show(view, "c2")
    assert _table(view) == [
        "Likelihood, “very likely” · 80–95 % on the ICD 203 scale",
        "Speaker’s confidence, not stated here",
        "Paper’s distance, neutral · “said”",
        "Basis, official statement",
        "Standing, not known",
    ]


def test_dates_are_shown_where_there_are_any(view: ClaimView) -> None:
    _show(view, "c7")
    assert _table(view)[-1] == "When, 2027"


def test_a_stance_has_its_reason(view: ClaimView) -> None:
    _show(view, "c5")
    assert (
        _table(view)[-1] == "Standing, has an interest in it · the minister answers for the bridge"
    )


def test_certainty_words_stand_out_in_the_content(view: ClaimView) -> None:
    _show(view, "c2")
    content = next(one for one in view.findChildren(Prose) if one.property("role") == "reading")
    colour = load_theme("light").certainty.name()
    assert f'<span style="color:{colour}; font-weight:600;">very likely</span>' in content.text()


def test_a_doubtful_name_says_which_other_could_be_meant() -> None:
    reading = factories.reading()
    analysis = _analysis(reading)
    doubt = source_doubt(reading.article, analysis, analysis.claim("c7"))
    assert doubt == "Doubtful: the text says “Reyl”, and Tomas Reyl could be meant."


def test_the_nearer_candidate_is_called_so() -> None:
    reading = factories.reading()
    analysis = _analysis(reading)
    anna = analysis.entity("e7")
    far = replace(anna, mentions=anna.mentions[1:])
    entities = tuple(far if one.id == "e7" else one for one in analysis.entities)
    changed = replace(analysis, entities=entities)
    doubt = source_doubt(reading.article, changed, changed.claim("c7"))
    assert doubt == "Doubtful: the text says “Reyl”, and Tomas Reyl stands nearer."


def test_a_pronoun_is_called_inferred() -> None:
    reading = factories.reading()
    analysis = _analysis(reading)
    doubt = source_doubt(reading.article, analysis, analysis.claim("c3"))
    assert doubt == "Inferred: the text says “she”."


def test_the_source_can_be_set_to_several_names(view: ClaimView, qtbot: QtBot) -> None:
    _show(view, "c7")
    sets: list[tuple[str, tuple[str, ...]]] = []
    view.source_set.connect(lambda claim, names: sets.append((claim, names)))
    _line(view, "Change source").linkActivated.emit("change")
    chooser = view.chooser
    assert chooser is not None
    assert chooser.isVisible()
    chooser.field.setText("Tomas Reyl")
    chooser.field.returnPressed.emit()
    chooser.field.setText("the  harbour board")
    chooser.new.click()
    chooser.done.click()
    assert sets == [("c7", ("Tomas Reyl", "the harbour board"))]
    assert not chooser.isVisible()


def test_half_a_name_is_taken_for_the_one_it_begins(view: ClaimView, qtbot: QtBot) -> None:
    chooser, sets = _choosing(view)
    chooser.field.setText("tomas")
    chooser.done.click()
    assert sets == [("Tomas Reyl",)]


def test_half_a_name_that_fits_two_waits_for_the_reader(view: ClaimView, qtbot: QtBot) -> None:
    chooser, sets = _choosing(view)
    chooser.field.setText("Reyl")
    chooser.done.click()
    assert sets == []
    assert chooser.new.text() == "Use “Reyl” as a new source"
    chooser.new.click()
    chooser.done.click()
    assert sets == [("Reyl",)]


def test_a_name_nobody_has_is_taken_only_when_the_reader_says_so(
    view: ClaimView, qtbot: QtBot
) -> None:
    chooser, sets = _choosing(view)
    assert not chooser.new.isVisible()
    QTest.keyClicks(chooser.field, "Oda")
    for _ in range(2):
        QTest.keyClick(chooser.field, Qt.Key.Key_Return)
    assert sets == []
    assert chooser.new.text() == "Use “Oda” as a new source"
    QTest.keyClick(chooser.new, Qt.Key.Key_Space)
    QTest.keyClick(chooser.field, Qt.Key.Key_Return)
    assert sets == [("Oda",)]


def test_enter_takes_the_only_name_that_fits_and_then_sets_it(
    view: ClaimView, qtbot: QtBot
) -> None:
    chooser, sets = _choosing(view)
    QTest.keyClicks(chooser.field, "gazet")
    QTest.keyClick(chooser.field, Qt.Key.Key_Return)
    assert sets == []
    QCoreApplication.processEvents()
    QTest.keyClick(chooser.field, Qt.Key.Key_Return)
    assert sets == [("Ansel Gazette",)]


def test_the_names_that_lie_near_are_offered(view: ClaimView, qtbot: QtBot) -> None:
    chooser, sets = _choosing(view)
    offered = [one.text() for one in chooser.findChildren(QPushButton) if "+" in one.text()]
    assert offered == ["+ Tomas Reyl", "+ Anna Reyl"]
    next(one for one in chooser.findChildren(QPushButton) if one.text() == "+ Tomas Reyl").click()
    qtbot.waitUntil(lambda: chooser._names == ["Tomas Reyl"])
    chooser.done.click()
    assert sets == [("Tomas Reyl",)]


def test_the_source_can_be_set_to_the_paper_itself(view: ClaimView) -> None:
    _show(view, "c7")
    sets: list[tuple[str, tuple[str, ...]]] = []
    view.source_set.connect(lambda claim, names: sets.append((claim, names)))
    view.ask_for_source()
    assert view.chooser is not None
    view.chooser.paper.click()
    assert sets == [("c7", ())]


def test_one_click_credits_the_other_whom_a_doubtful_name_fits(view: ClaimView) -> None:
    _show(view, "c7")
    sets: list[tuple[str, tuple[str, ...]]] = []
    view.source_set.connect(lambda claim, names: sets.append((claim, names)))
    line = _line(view, "It is Tomas Reyl")
    line.linkActivated.emit("set/Tomas Reyl")
    assert sets == [("c7", ("Tomas Reyl",))]


def test_escape_leaves_the_source_as_it_is(view: ClaimView, qtbot: QtBot) -> None:
    _show(view, "c7")
    sets: list[object] = []
    view.source_set.connect(lambda claim, _names: sets.append(claim))
    view.ask_for_source()
    assert view.chooser is not None
    QTest.keyClick(view.chooser, Qt.Key.Key_Escape)
    assert not view.chooser.isVisible()
    assert sets == []


def test_the_keyboard_comes_back_to_the_source_and_not_to_a_verdict(
    view: ClaimView, qtbot: QtBot
) -> None:
    with qtbot.waitActive(view):
        view.activateWindow()
    _show(view, "c7")
    view.source_set.connect(lambda _claim, _names: _show(view, "c7", _corrected()))
    view.ask_for_source()
    assert view.chooser is not None
    qtbot.waitUntil(lambda: view.chooser is not None and view.chooser.field.hasFocus())
    view.chooser._add("Tomas Reyl")
    QTest.keyClick(view.chooser.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: _line(view, "Edited by you.").hasFocus())


def _corrected() -> Reading:
    reading = factories.reading()
    analysis = _analysis(reading)
    edited = replace(analysis.claim("c7"), sources=("s5",), status=Status.EDITED)
    claims = tuple(edited if claim.id == "c7" else claim for claim in analysis.claims)
    where = factories.selector(reading.article.text, target_of(edited))
    correction = Correction("k1", CorrectionKind.SET_SOURCE, where, ("Tomas Reyl",))
    return replace(reading, analysis=replace(analysis, claims=claims), corrections=(correction,))


def test_hand_work_is_marked_and_can_be_undone(view: ClaimView) -> None:
    _show(view, "c7", _corrected())
    undone: list[str] = []
    view.withdrawn.connect(undone.append)
    line = _line(view, "Edited by you.")
    line.linkActivated.emit("k1")
    assert undone == ["k1"]


def test_a_correction_is_found_though_its_place_has_shifted() -> None:
    reading = _corrected()
    claim = _analysis(reading).claim("c7")
    kept = reading.corrections[0]
    shifted = replace(kept.target, start=kept.target.start - 9, end=kept.target.end - 9)
    moved = replace(reading, corrections=(replace(kept, target=shifted),))
    assert source_correction(moved, claim) is not None
    assert source_correction(moved, _analysis(moved).claim("c5")) is None


def test_links_lead_to_the_other_claim_and_can_be_removed(view: ClaimView) -> None:
    reading, _ = _show(view, "c2")
    chosen: list[str] = []
    removed: list[Link] = []
    view.claim_chosen.connect(chosen.append)
    view.link_removed.connect(removed.append)
    line = _line(view, "Denied by Calder Freight")
    line.linkActivated.emit("show/1")
    line.linkActivated.emit("remove/1")
    assert chosen == ["c6"]
    assert removed == [_analysis(reading).links[1]]


def test_a_link_can_be_moved_to_another_claim(view: ClaimView, qtbot: QtBot) -> None:
    reading, _ = _show(view, "c6")
    moved: list[tuple[Link, str, str]] = []
    view.link_moved.connect(lambda link, first, second: moved.append((link, first, second)))
    _line(view, "Denies").linkActivated.emit("move/0")
    chooser = view.findChildren(ClaimChooser)[0]
    QTest.keyClicks(chooser.field, "girder damaged")
    QTest.keyClick(chooser.field, Qt.Key.Key_Return)
    assert moved == [(_analysis(reading).links[1], "c6", "c4")]


def test_moving_a_denial_seen_from_the_denied_claim_keeps_its_direction(
    view: ClaimView, qtbot: QtBot
) -> None:
    _show(view, "c2")
    moved: list[tuple[str, str]] = []
    view.link_moved.connect(lambda _link, first, second: moved.append((first, second)))
    _line(view, "Denied by").linkActivated.emit("move/1")
    chooser = view.findChildren(ClaimChooser)[0]
    QTest.keyClicks(chooser.field, "2027")
    QTest.keyClick(chooser.field, Qt.Key.Key_Return)
    assert moved == [("c7", "c2")]


def test_a_link_can_be_added(view: ClaimView, qtbot: QtBot) -> None:
    _show(view, "c8")
    added: list[tuple[LinkKind, str, str]] = []
    view.link_added.connect(lambda kind, first, second: added.append((kind, first, second)))
    assert view.links is not None
    view.links.add.click()
    chooser = view.findChildren(ClaimChooser)[0]
    chooser.kinds[LinkKind.CONFIRMS].click()
    QTest.keyClicks(chooser.field, "Okonjo recent")
    QTest.keyClick(chooser.field, Qt.Key.Key_Return)
    assert added == [(LinkKind.CONFIRMS, "c8", "c3")]


def test_a_note_within_a_claim_is_the_claims_note(view: ClaimView) -> None:
    reading, claim = _show(view, "c2")
    assert [one.note.id for one in notes_of(reading, claim)] == ["n1"]
    assert view.editor.text.toPlainText() == "Ask the council."


def test_a_note_belongs_to_the_claim_it_fits_best() -> None:
    reading = factories.reading()
    analysis = _analysis(reading)
    outer = analysis.claim("c2")
    inner = replace(outer, id="c9", content=(reading.notes[0].span,))
    both = replace(reading, analysis=replace(analysis, claims=(*analysis.claims, inner)))
    assert notes_of(both, outer) == ()
    assert [one.note.id for one in notes_of(both, inner)] == ["n1"]


def test_saving_a_note_leaves_the_rest_of_the_view_alone(view: ClaimView, qtbot: QtBot) -> None:
    reading, _claim = _show(view, "c2")
    chain = view.findChildren(ClaimChain)[0]
    QTest.keyClicks(view.editor.text, "Now ")
    note = reading.notes[0]
    saved = replace(note, note=replace(note.note, text="Now Ask the council."))
    _show(view, "c2", replace(reading, notes=(saved,)))
    assert view.findChildren(ClaimChain)[0] is chain
    assert view.editor.text.toPlainText() == "Now Ask the council."


def test_notes_without_a_place_are_listed_and_can_be_put_back(view: ClaimView) -> None:
    _reading, claim = _show(view, "c7")
    assert "1 note has lost its place" in _texts(view)
    placed: list[tuple[str, Span]] = []
    trashed: list[str] = []
    view.placed.connect(lambda note, span: placed.append((note, span)))
    view.trashed.connect(trashed.append)
    lost = _line(view, "The old ferry will run again")
    assert "Is there a timetable?" in lost.text()
    lost.linkActivated.emit("put/n3")
    lost.linkActivated.emit("delete/n3")
    assert placed == [("n3", target_of(claim))]
    assert trashed == ["n3"]


def test_two_lost_notes_are_counted(view: ClaimView) -> None:
    reading = factories.reading()
    lost = reading.orphans[0]
    two = replace(reading, orphans=(lost, replace(lost, id="n4")))
    view.show_nothing(two, "Choose a claim")
    assert "2 notes have lost their place" in _texts(view)
    assert not view.editor.isVisible()
    assert "Put it here" not in _line(view, "The old ferry").text()


def test_a_second_note_on_a_claim_is_not_hidden(view: ClaimView) -> None:
    reading = factories.reading()
    span = reading.notes[0].span
    second = AnchoredNote(factories.note(reading.article.text, span, "Also this.", id="n9"), span)
    _show(view, "c2", replace(reading, notes=(*reading.notes, second)))
    assert "1 more note" in _texts(view)
    assert any("Also this." in text for text in _texts(view))


def test_a_passage_that_is_no_claim_can_be_noted(view: ClaimView, qtbot: QtBot) -> None:
    reading = factories.reading(analysed=False)
    passage = factories.span_of(reading.article.text, "SAVE IT 🌉")
    written: list[object] = []
    view.written.connect(written.append)
    view.show_passage(reading, passage)
    assert any("SAVE IT 🌉" in text for text in _texts(view))
    QTest.keyClicks(view.editor.text, "Seen it")
    view.editor.flush()
    assert [note.target for note in written] == [passage]  # type: ignore[attr-defined]


def test_claims_to_link_are_rows_that_scroll_with_the_panel(view: ClaimView, qtbot: QtBot) -> None:
    _show(view, "c6")
    assert view.links is not None
    view.links.add.click()
    chooser = view.findChildren(ClaimChooser)[0]
    assert chooser.findChildren(QAbstractScrollArea) == []
    assert chooser.offered == ("c5", "c7", "c4", "c8", "c3", "c2")
    assert chooser.more.text() == "2 more"
    chooser.more.click()
    assert len(chooser.offered) == 8
    chosen: list[str] = []
    chooser.claim_chosen.connect(lambda _kind, claim: chosen.append(claim))
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Return):
        QTest.keyClick(chooser.field, key)
    assert chosen == ["c7"]


def test_a_chooser_that_opens_is_wholly_in_sight(view: ClaimView, qtbot: QtBot) -> None:
    view.resize(432, 460)
    _show(view, "c6")
    assert view.links is not None
    view.links.add.click()
    chooser = view.findChildren(ClaimChooser)[0]
    qtbot.waitUntil(lambda: chooser.visibleRegion().boundingRect() == chooser.rect())


def test_a_link_that_was_removed_is_named(view: ClaimView) -> None:
    reading = factories.reading()
    analysis = _analysis(reading)
    text = reading.article.text
    first, second = analysis.claim("c6"), analysis.claim("c2")
    removed = Correction(
        "k2",
        CorrectionKind.REMOVE_LINK,
        factories.selector(text, target_of(first)),
        link=LinkKind.DENIES,
        other=factories.selector(text, target_of(second)),
    )
    without = replace(analysis, links=analysis.links[:1])
    changed = replace(reading, analysis=without, corrections=(removed,))
    _show(view, "c6", changed)
    line = _line(view, "You removed")
    assert "You removed “denies Maria Okonjo, ‘the cracks were" in line.text()
    assert "none found" not in _texts(view)
    undone: list[str] = []
    view.withdrawn.connect(undone.append)
    line.linkActivated.emit("k2")
    assert undone == ["k2"]
    _show(view, "c2", changed)
    assert any("You removed “denied by Calder Freight ‘overload" in text for text in _texts(view))


def test_a_note_that_moved_can_be_taken_to_another_claim(view: ClaimView) -> None:
    reading, _claim = _show(view, "c4")
    placed: list[tuple[str, Span]] = []
    view.placed.connect(lambda note, span: placed.append((note, span)))
    view.editor._moved.linkActivated.emit("elsewhere")
    assert "A note to put elsewhere" in _texts(view)
    assert "Choose a claim or select a passage to put it there." in _texts(view)
    assert placed == []
    _, other = _show(view, "c7", reading)
    assert "A note to put elsewhere" in _texts(view)
    card = _line(view, "Which two people?")
    assert "Put it here" in card.text().replace("\u00a0", " ")
    card.linkActivated.emit("put/n2")
    assert placed == [("n2", target_of(other))]
    _show(view, "c8", reading)
    assert "A note to put elsewhere" not in _texts(view)


def test_a_note_that_was_taken_along_can_be_left_where_it_is(view: ClaimView) -> None:
    _show(view, "c4")
    view.editor._moved.linkActivated.emit("elsewhere")
    _line(view, "Leave it where it is").linkActivated.emit("leave/n2")
    assert "A note to put elsewhere" not in _texts(view)


def test_a_lost_note_says_how_to_place_it(view: ClaimView) -> None:
    view.show_nothing(factories.reading(), "Choose a claim")
    assert "Choose a claim or select a passage to put it there." in _texts(view)
    _show(view, "c7")
    assert "Choose a claim or select a passage to put it there." not in _texts(view)


def test_a_verdict_alone_is_no_note() -> None:
    reading = factories.reading()
    first = reading.notes[0]
    bare = replace(first, note=replace(first.note, text=" ", tags=()))
    assert noted_claims(reading) == {"c2", "c4"}
    assert noted_claims(replace(reading, notes=(bare, reading.notes[1]))) == {"c4"}
