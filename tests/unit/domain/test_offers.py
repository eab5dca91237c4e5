"""What was said of an entity in one article is offered where it fits in another."""

from __future__ import annotations

from dataclasses import replace

from according.domain.notes import Correction, CorrectionKind
from according.domain.offers import Offer, offers
from according.domain.spans import Span
from tests.factories import analysis, article, selector

MACHINE = analysis()
ELSEWHERE = selector(article().text, Span(0, 10))
MERGE, RENAME = CorrectionKind.MERGE_ENTITIES, CorrectionKind.RENAME_ENTITY
KIND, MENTION = CorrectionKind.SET_ENTITY_KIND, CorrectionKind.SET_MENTION


def _done(kind: CorrectionKind, *names: str) -> Correction:
    return Correction(f"{kind} {names}", kind, ELSEWHERE, names)


def test_joining_is_offered_where_both_are_named() -> None:
    joined = _done(MERGE, "northern wire", "Ansel Gazette")
    assert offers(MACHINE, [joined]) == (Offer(MERGE, "e6", "Ansel Gazette", "e4"),)
    assert offers(MACHINE, [_done(MERGE, "Northern Wire", "Southern Wire")]) == ()


def test_the_newest_name_is_offered() -> None:
    done = [_done(RENAME, "T. Reyl", "Tomas Reyl"), _done(RENAME, "Tom Reyl", "Tomas Reyl")]
    assert offers(MACHINE, done) == (Offer(RENAME, "e5", "Tom Reyl"),)


def test_a_kind_is_offered_unless_it_is_that_already() -> None:
    assert offers(MACHINE, [_done(KIND, "group", "Calder Freight")]) == (
        Offer(KIND, "e3", "group"),
    )
    assert offers(MACHINE, [_done(KIND, "organisation", "Calder Freight")]) == ()


def test_a_name_of_two_entities_fits_neither() -> None:
    twin = replace(MACHINE.entities[4], id="e9")
    two = replace(MACHINE, entities=(*MACHINE.entities, twin))
    assert offers(two, [_done(RENAME, "Tom Reyl", "Tomas Reyl")]) == ()


def test_what_names_nobody_of_before_or_a_single_mention_is_not_offered() -> None:
    done = [_done(RENAME, "Tom Reyl"), _done(MENTION, "Anna Reyl", "Tomas Reyl")]
    assert offers(MACHINE, done) == ()
