"""Who shares claims with an entity."""

from __future__ import annotations

from dataclasses import replace

from according.ui.panel.named_with import named_with
from tests import factories

ANALYSIS = factories.analysis()


def test_entities_are_counted_by_the_claims_they_share_most_first() -> None:
    entities = {"c0": ("e1", "e8"), "c2": ("e1", "e3"), "c3": ("e3",), "c5": ("e3",)}
    claims = tuple(replace(one, entities=entities.get(one.id, ())) for one in ANALYSIS.claims)
    analysis = replace(ANALYSIS, claims=claims)
    # Maria Okonjo says c0, c2 and c3; a date counts for nobody.
    maria = analysis.entity("e2")
    shared = [(one.id, count) for one, count in named_with(analysis, maria)]
    assert shared == [("e1", 2), ("e3", 2)]
    freight = analysis.entity("e3")
    shared = [(one.id, count) for one, count in named_with(analysis, freight)]
    assert shared == [("e2", 2), ("e1", 1), ("e5", 1)]


def test_who_is_in_no_claim_has_nobody_beside() -> None:
    claims = tuple(replace(one, entities=()) for one in ANALYSIS.claims)
    analysis = replace(ANALYSIS, claims=claims)
    assert named_with(analysis, analysis.entity("e1")) == ()
