"""What is chosen is found again when another analysis has numbered everything anew."""

from __future__ import annotations

from dataclasses import replace

from according.domain.analysis import Analysis, Producer
from according.domain.spans import Span, hull
from according.ui.following import followed
from according.ui.workspace import Selection, Workspace
from tests import factories
from tests.windows import without_first

OTHER = Producer("0.0", "by hand", ("another",))
BEFORE = factories.analysis()


def renumbered(analysis: Analysis, count: int = 1) -> Analysis:
    """The analysis of another producer, that misses the first claims."""
    return replace(without_first(analysis, count), producer=OTHER)


def turned(analysis: Analysis) -> Analysis:
    """The analysis of another producer, with entities and sources in another order."""
    entities = {one.id: f"e{n}" for n, one in enumerate(reversed(analysis.entities), 1)}
    sources = {one.id: f"s{n}" for n, one in enumerate(reversed(analysis.sources), 1)}
    return replace(
        analysis,
        producer=OTHER,
        entities=tuple(replace(one, id=entities[one.id]) for one in analysis.entities),
        sources=tuple(
            replace(one, id=sources[one.id], entity=entities.get(one.entity or ""))
            for one in analysis.sources
        ),
    )


def test_a_claim_is_followed_to_its_new_number() -> None:
    assert followed(Selection(claim="c5"), BEFORE, renumbered(BEFORE)) == Selection(claim="c4")


def test_a_claim_whose_edges_moved_a_little_is_the_same() -> None:
    after = renumbered(BEFORE)
    moved = tuple(
        replace(one, content=(Span(one.content[0].start + 4, one.content[-1].end),))
        for one in after.claims
    )
    now = followed(Selection(claim="c5"), BEFORE, replace(after, claims=moved))
    assert now == Selection(claim="c4")


def test_a_claim_that_is_lost_leaves_its_passage_and_comes_back() -> None:
    fewer = renumbered(BEFORE, 3)
    lost = followed(Selection(claim="c2"), BEFORE, fewer)
    assert lost == Selection(passage=hull(BEFORE.claim("c2").content))
    assert followed(lost, fewer, BEFORE) == Selection(claim="c2")


def test_a_passage_that_the_reader_selected_stays_one() -> None:
    passage = Selection(passage=Span(3, 30))
    assert followed(passage, BEFORE, renumbered(BEFORE)) == passage


def test_entity_and_source_are_followed() -> None:
    after = turned(BEFORE)
    for entity, mentions in ((one.id, one.mentions) for one in BEFORE.entities):
        now = followed(Selection(entity=entity), BEFORE, after).entity
        assert now is not None
        assert after.entity(now).mentions == mentions
    for source in BEFORE.sources:
        now = followed(Selection(source=source.id), BEFORE, after).source
        assert now is not None
        assert after.source(now).name == source.name


def test_with_the_same_producer_numbers_stay() -> None:
    after = replace(BEFORE, claims=BEFORE.claims[::-1])
    assert followed(Selection(claim="c5"), BEFORE, after) == Selection(claim="c5")


def test_the_workspace_follows_across_a_reading_without_analysis() -> None:
    workspace = Workspace()
    reading = factories.reading()
    workspace.show(reading)
    workspace.choose(claim="c5")
    workspace.show(replace(reading, analysis=None))
    workspace.show(replace(reading, analysis=renumbered(BEFORE)))
    assert workspace.claim is not None
    assert workspace.claim.content == BEFORE.claim("c5").content
    assert workspace.claim.id == "c4"


def corrected(*, joined: bool) -> Analysis:
    """The analysis after the reader joined Anna Reyl with Tomas, or gave him one mention."""
    anna, tomas = BEFORE.entity("e7"), BEFORE.entity("e5")
    gone = anna.mentions if joined else anna.mentions[1:]
    left = replace(anna, mentions=anna.mentions[: len(anna.mentions) - len(gone)])
    changed = {"e7": left, "e5": replace(tomas, mentions=(*tomas.mentions, *gone))}
    entities = (changed.get(one.id, one) for one in BEFORE.entities)
    sources = (one for one in BEFORE.sources if not joined or one.entity != "e7")
    return replace(
        BEFORE,
        entities=tuple(one for one in entities if one.mentions),
        sources=tuple(sources),
    )


def test_an_entity_that_was_joined_is_the_one_it_was_joined_with() -> None:
    after = corrected(joined=True)
    assert followed(Selection(entity="e7"), BEFORE, after) == Selection(entity="e5")
    assert followed(Selection(source="s7"), BEFORE, after) == Selection(source="s5")


def test_a_mention_that_means_somebody_else_takes_the_choice_along() -> None:
    after = corrected(joined=False)
    first, second = (one.span for one in BEFORE.entity("e7").mentions)
    assert followed(Selection(entity="e7", passage=second), BEFORE, after).entity == "e5"
    assert followed(Selection(entity="e7", passage=first), BEFORE, after).entity == "e7"
    back = Selection(entity="e5", passage=second)
    assert followed(back, after, BEFORE).entity == "e7"


def test_a_number_that_another_entity_has_got_is_not_followed() -> None:
    anna = BEFORE.entity("e7")
    made = replace(anna, id="e9", name="Inga Dahl", mentions=anna.mentions[:1])
    more = replace(anna, id="e10", name="Nils Dahl", mentions=anna.mentions[1:])
    others = tuple(one for one in BEFORE.entities if one.id != "e7")
    before = replace(BEFORE, entities=(*others, made, more))
    after = replace(
        BEFORE, entities=(*others, replace(anna, mentions=made.mentions), replace(more, id="e9"))
    )
    assert followed(Selection(entity="e10"), before, after).entity == "e9"
    assert followed(Selection(entity="e9"), before, after).entity == "e7"
