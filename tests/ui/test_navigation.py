"""Stepping from claim to claim, name to name, word to word."""

from __future__ import annotations

import pytest

from according.domain.spans import Span
from according.ui.navigation import (
    Walk,
    certainty_stops,
    claim_stops,
    entity_stops,
    next_stop,
)
from according.ui.workspace import Workspace
from tests import factories


@pytest.fixture
def workspace() -> Workspace:
    workspace = Workspace()
    workspace.show(factories.reading())
    return workspace


@pytest.fixture
def walk(workspace: Workspace) -> Walk:
    return Walk(workspace, lambda: 0)


def test_claims_are_met_in_the_order_of_the_text(workspace: Workspace, walk: Walk) -> None:
    met: list[str | None] = []
    while walk.claim(1):
        met.append(workspace.selection.claim)
    expected = sorted(factories.analysis().claims, key=lambda claim: claim.content[0])
    assert met == [claim.id for claim in expected]
    assert walk.claim(-1)
    assert workspace.selection.claim == met[-2]


def test_every_mention_is_met_not_every_entity(workspace: Workspace, walk: Walk) -> None:
    shown: list[Span] = []
    workspace.reveal_asked.connect(shown.append)
    while walk.entity(1):
        pass
    mentions = [mention for entity in factories.analysis().entities for mention in entity.mentions]
    assert len(shown) == len(mentions)
    assert shown == sorted(shown)


def test_certainty_words_bring_their_claim(workspace: Workspace, walk: Walk) -> None:
    shown: list[Span] = []
    workspace.reveal_asked.connect(shown.append)
    assert walk.certainty(1)
    claim = workspace.claim
    assert claim is not None
    assert shown[-1] in claim.certainty.words


def test_a_walk_goes_on_from_what_was_clicked(workspace: Workspace, walk: Walk) -> None:
    stops = claim_stops(factories.analysis())
    assert walk.claim(1)
    workspace.choose(claim=stops[-2][1])
    assert walk.claim(1)
    assert workspace.selection.claim == stops[-1][1]
    assert not walk.claim(1)
    assert workspace.selection.claim == stops[-1][1]


def test_a_walk_begins_at_the_top_of_the_page(workspace: Workspace) -> None:
    stops = claim_stops(factories.analysis())
    walk = Walk(workspace, lambda: stops[1][0].start)
    walk.claim(1)
    assert workspace.selection.claim == stops[1][1]


def test_without_an_analysis_there_is_nowhere_to_go() -> None:
    assert not Walk(Workspace(), lambda: 0).claim(1)


def test_stops_before_and_after_a_place() -> None:
    stops = ((Span(2, 4), "a"), (Span(2, 9), "b"), (Span(11, 12), "c"))
    assert next_stop(stops, 0, 1) == stops[0]
    assert next_stop(stops, stops[0], 1) == stops[1]
    assert next_stop(stops, stops[2], 1) is None
    assert next_stop(stops, 11, -1) == stops[1]
    assert next_stop(stops, stops[0], -1) is None


def test_the_article_of_the_tests_has_all_three_kinds_of_stop() -> None:
    analysis = factories.analysis()
    assert all((claim_stops(analysis), entity_stops(analysis), certainty_stops(analysis)))
