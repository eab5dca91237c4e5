"""Notes find their places in a text; those without one are shown as orphans."""

from __future__ import annotations

from dataclasses import replace

from according.domain.anchoring import describe
from according.domain.notes import AnchoredNote, Note
from according.domain.reading import Reading
from according.services.assembling import with_notes
from tests.factories import article, plain, span_of

FIRST = "The quay was quiet when the inspectors came back on Thursday morning."
SECOND = "They had brought new lamps, and a drawing of the bridge from 1911."
THIRD = "Nobody spoke while the second girder was measured, 🌉 and measured again."
STORY = plain(FIRST, SECOND, THIRD)


def _note(words: str, id: str = "n1", *, of: str = STORY.text) -> Note:
    return Note(id, describe(of, span_of(of, words)), "A note")


def test_a_note_in_its_own_text_is_in_its_place() -> None:
    note = _note("a drawing of the bridge")
    placed = with_notes(Reading("a", STORY), [note])
    assert placed.notes == (
        AnchoredNote(note, note_span := span_of(STORY.text, note.target.exact)),
    )
    assert note_span.of(STORY.text) == "a drawing of the bridge"
    assert placed.orphans == ()


def test_a_note_on_reworded_words_asks_to_be_checked() -> None:
    changed = plain(FIRST, SECOND.replace("drawing", "fine drawing"), THIRD)
    placed = with_notes(Reading("a", changed), [_note("a drawing of the bridge from 1911")])
    assert placed.notes[0].span.of(changed.text) == "a fine drawing of the bridge from 1911"
    assert placed.notes[0].moved


def test_a_note_on_the_same_words_elsewhere_in_the_text_does_not() -> None:
    changed = plain("An added paragraph.", FIRST, SECOND, THIRD)
    placed = with_notes(Reading("a", changed), [_note("a drawing of the bridge from 1911")])
    assert not placed.notes[0].moved


def test_a_note_whose_words_lost_their_neighbours_asks_to_be_checked() -> None:
    changed = plain("Another story altogether.", SECOND, "With another end.")
    placed = with_notes(Reading("a", changed), [_note(SECOND)])
    assert placed.notes[0].span.of(changed.text) == SECOND
    assert placed.notes[0].moved


def test_a_note_without_a_place_is_an_orphan() -> None:
    note = _note(SECOND)
    placed = with_notes(Reading("a", plain(FIRST, THIRD)), [note])
    assert placed.notes == ()
    assert placed.orphans == (note,)


def test_notes_come_in_the_order_of_the_text() -> None:
    notes = [_note("second girder", "late"), _note("quay", "early")]
    placed = with_notes(Reading("a", STORY), notes)
    assert [one.note.id for one in placed.notes] == ["early", "late"]


def test_known_places_are_kept_and_gone_notes_go() -> None:
    moved = replace(_note("quay", "here"), text="changed since")
    known = Reading(
        "a",
        article(),
        notes=(
            AnchoredNote(_note("quay", "here"), span_of(article().text, "quay"), moved=True),
            AnchoredNote(_note("lamps", "gone"), span_of(article().text, "girders")),
        ),
    )
    placed = with_notes(known, [moved])
    assert placed.notes == (replace(known.notes[0], note=moved),)
