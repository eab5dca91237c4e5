"""Entities as the reader sees them: claims and sources follow, nothing else changes."""

from __future__ import annotations

from dataclasses import replace

from according.domain.analysis import Analysis
from according.domain.claims import Status
from according.domain.corrections import apply
from according.domain.entities import Entity, EntityKind
from according.domain.entity_corrections import entity_at
from according.domain.notes import Correction, CorrectionKind
from according.domain.sources import Source, SourceKind
from according.domain.spans import Span
from tests.factories import analysis, article, selector, span_of, within

ARTICLE = article()
TEXT = ARTICLE.text
MACHINE = analysis(ARTICLE)
SECOND_REYL = within(TEXT, "Reyl said a new", "Reyl")
ANNA = span_of(TEXT, "Anna Reyl")
TOMAS = span_of(TEXT, "Tomas Reyl")
GAZETTE = span_of(TEXT, "Ansel Gazette")
WIRE = span_of(TEXT, "Northern Wire")


def _of(kind: CorrectionKind, at: Span, *names: str, other: Span | None = None) -> Correction:
    end = selector(TEXT, other) if other is not None else None
    return Correction(f"{kind}-{at.start}", kind, selector(TEXT, at), names, other=end)


def _applied(*corrections: Correction) -> Analysis:
    return apply(MACHINE, corrections, ARTICLE)


def _entity(of: Analysis, name: str) -> Entity:
    return next(one for one in of.entities if one.name == name)


def _source(of: Analysis, claim: str) -> Source:
    (only,) = of.claim(claim).sources
    return of.source(only)


def _spans(entity: Entity) -> list[Span]:
    return [mention.span for mention in entity.mentions]


def test_a_renamed_entity_gives_its_source_the_name() -> None:
    result = _applied(_of(CorrectionKind.RENAME_ENTITY, TOMAS, " Tomas  A. Reyl "))
    assert _entity(result, "Tomas A. Reyl").id == "e5"
    assert _source(result, "c5").name == "Tomas A. Reyl"
    assert result.claims == MACHINE.claims


def test_an_empty_name_changes_nothing() -> None:
    assert _applied(_of(CorrectionKind.RENAME_ENTITY, TOMAS, "  ")) == MACHINE
    assert _applied(_of(CorrectionKind.RENAME_ENTITY, TOMAS)) == MACHINE


def test_the_government_of_a_renamed_place_follows() -> None:
    made = Source("s8", "government of Port Ansel", SourceKind.GOVERNMENT_BODY, True, "e1")
    machine = replace(MACHINE, sources=(*MACHINE.sources, made))
    place = span_of(TEXT, "Port Ansel")
    rename = _of(CorrectionKind.RENAME_ENTITY, place, "Ansel")
    assert apply(machine, [rename], ARTICLE).source("s8").name == "government of Ansel"


def test_another_kind_changes_the_kind_of_a_source_that_had_it_from_there() -> None:
    result = _applied(_of(CorrectionKind.SET_ENTITY_KIND, span_of(TEXT, "Calder Freight"), "group"))
    assert _entity(result, "Calder Freight").kind is EntityKind.GROUP
    assert _source(result, "c6").kind is SourceKind.UNNAMED_GROUP
    official = _applied(_of(CorrectionKind.SET_ENTITY_KIND, TOMAS, "organisation"))
    assert _source(official, "c5").kind is SourceKind.OFFICIAL


def test_a_kind_of_a_later_version_changes_nothing() -> None:
    assert _applied(_of(CorrectionKind.SET_ENTITY_KIND, TOMAS, "constellation")) == MACHINE


def test_joined_entities_have_all_mentions_and_one_source() -> None:
    result = _applied(_of(CorrectionKind.MERGE_ENTITIES, ANNA, other=TOMAS))
    one = _entity(result, "Tomas Reyl")
    assert _spans(one) == sorted([TOMAS, ANNA, SECOND_REYL])
    assert not any(mention.doubtful or mention.candidates for mention in one.mentions)
    assert "e7" not in {entity.id for entity in result.entities}
    assert _source(result, "c7").id == _source(result, "c5").id == "s5"
    assert [standing.source for standing in result.claim("c7").standing] == ["s5"]
    assert "s7" not in {source.id for source in result.sources}
    assert result.claim("c7").status is Status.SUGGESTED


def test_joined_relays_stand_once() -> None:
    result = _applied(_of(CorrectionKind.MERGE_ENTITIES, GAZETTE, other=WIRE))
    assert result.claim("c4").via == (("s4",),)
    assert result.claim("c5").via == (("s4",),)


def test_an_entity_is_not_joined_with_itself() -> None:
    assert _applied(_of(CorrectionKind.MERGE_ENTITIES, ANNA, other=SECOND_REYL)) == MACHINE


def test_a_mention_means_somebody_else_and_so_does_its_claim() -> None:
    result = _applied(_of(CorrectionKind.SET_MENTION, SECOND_REYL, "Tomas Reyl"))
    assert _spans(_entity(result, "Anna Reyl")) == [ANNA]
    tomas = _entity(result, "Tomas Reyl")
    assert _spans(tomas) == [TOMAS, SECOND_REYL]
    assert not tomas.mentions[1].doubtful
    assert _source(result, "c7").entity == "e5"
    assert result.claim("c7").status is Status.EDITED
    assert [one for one in result.claims if one.id != "c7"] == [
        one for one in MACHINE.claims if one.id != "c7"
    ]


def test_a_mention_may_mean_somebody_new() -> None:
    result = _applied(_of(CorrectionKind.SET_MENTION, SECOND_REYL, "Ines Reyl"))
    made = _entity(result, "Ines Reyl")
    assert (made.id, made.kind, _spans(made)) == ("e9", EntityKind.PERSON, [SECOND_REYL])
    assert _source(result, "c7").name == "Ines Reyl"


def test_the_reader_settles_a_doubt() -> None:
    result = _applied(_of(CorrectionKind.SET_MENTION, SECOND_REYL, "Anna Reyl"))
    assert not any(mention.doubtful for mention in _entity(result, "Anna Reyl").mentions)
    assert result.claims == MACHINE.claims


def test_an_entity_without_mentions_goes() -> None:
    result = _applied(_of(CorrectionKind.SET_MENTION, TOMAS, "Anna Reyl"))
    assert "Tomas Reyl" not in {entity.name for entity in result.entities}
    anna = _entity(result, "Anna Reyl")
    assert TOMAS in _spans(anna)
    assert not any(mention.doubtful for mention in anna.mentions)
    assert _source(result, "c5").id == "s7"
    assert "s5" not in {source.id for source in result.sources}


def test_a_claims_entities_follow_its_mentions() -> None:
    year = span_of(TEXT, "2027")
    assert "e8" in MACHINE.claim("c7").entities
    result = _applied(_of(CorrectionKind.SET_MENTION, year, "the opening year"))
    made = _entity(result, "the opening year").id
    assert made in result.claim("c7").entities
    assert "e8" not in result.claim("c7").entities


def test_corrections_build_on_one_another_and_may_be_applied_again() -> None:
    steps = (
        _of(CorrectionKind.MERGE_ENTITIES, ANNA, other=TOMAS),
        _of(CorrectionKind.RENAME_ENTITY, ANNA, "The Reyls"),
        _of(CorrectionKind.SET_MENTION, SECOND_REYL, "Anna Reyl"),
    )
    once = _applied(*steps)
    assert {"The Reyls", "Anna Reyl"} < {entity.name for entity in once.entities}
    assert _source(once, "c7").name == "Anna Reyl"
    assert _source(once, "c5").name == "The Reyls"


def test_where_no_entity_is_nothing_changes() -> None:
    nowhere = span_of(TEXT, "quay wall")
    assert entity_at(MACHINE, nowhere) is None
    assert _applied(_of(CorrectionKind.RENAME_ENTITY, nowhere, "Quay")) == MACHINE
    assert _applied(_of(CorrectionKind.MERGE_ENTITIES, ANNA, other=nowhere)) == MACHINE
