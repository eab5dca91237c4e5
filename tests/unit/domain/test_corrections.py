"""Hand work lies over the machine's reading; nothing else of it changes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from according.domain.analysis import Analysis
from according.domain.anchoring import Selector
from according.domain.article import Article
from according.domain.claims import (
    Attribution,
    Directness,
    Link,
    LinkKind,
    Stance,
    Standing,
    Status,
    Voice,
)
from according.domain.corrections import apply, unfolded
from according.domain.notes import Correction, CorrectionKind
from according.domain.sources import Source, SourceKind
from according.domain.spans import Span, hull
from tests.factories import STORY, analysis, article, plain, selector, span_of

ARTICLE = article()
MACHINE = analysis(ARTICLE)


def _on(claim: str) -> Selector:
    return selector(ARTICLE.text, hull(MACHINE.claim(claim).content))


def _set(claim: str, *names: str, id: str = "k1") -> Correction:
    return Correction(id, CorrectionKind.SET_SOURCE, _on(claim), names)


def _link(kind: CorrectionKind, first: str, second: str, link: LinkKind) -> Correction:
    return Correction(f"{first}-{second}", kind, _on(first), link=link, other=_on(second))


def _applied(*corrections: Correction, of: Article = ARTICLE) -> Analysis:
    return apply(MACHINE, corrections, of)


def test_without_hand_work_the_machine_stands() -> None:
    assert _applied() is MACHINE
    unfold = Correction("k1", CorrectionKind.UNFOLD, selector(ARTICLE.text, Span(0, 10)))
    assert _applied(unfold) is MACHINE


def test_a_claim_gets_the_source_of_that_name() -> None:
    result = _applied(_set("c7", "Tomas Reyl"))
    claim = result.claim("c7")
    assert claim.sources == ("s5",)
    assert claim.voice is Voice.ATTRIBUTED
    assert claim.status is Status.EDITED
    assert claim.standing == (Standing("s5", Directness.NOT_STATED, Stance.NOT_KNOWN),)
    assert claim.attribution == MACHINE.claim("c7").attribution


def test_all_other_claims_stay_as_they_are() -> None:
    result = _applied(_set("c7", "Tomas Reyl"))
    assert [one for one in result.claims if one.id != "c7"] == [
        one for one in MACHINE.claims if one.id != "c7"
    ]
    assert result.entities == MACHINE.entities
    assert result.links == MACHINE.links


def test_a_source_that_lost_its_last_claim_leaves_the_list() -> None:
    result = _applied(_set("c7", "Tomas Reyl"))
    assert [source.id for source in result.sources] == ["s1", "s2", "s3", "s4", "s5", "s6"]


def test_a_source_that_never_had_a_claim_stays() -> None:
    extra = Source("s8", "Harbour Board", SourceKind.GOVERNMENT_BODY, named=True)
    machine = replace(MACHINE, sources=(*MACHINE.sources, extra))
    result = apply(machine, [_set("c7", "Tomas Reyl")], ARTICLE)
    assert extra in result.sources


def test_several_sources_say_it_jointly_and_keep_their_standing() -> None:
    result = _applied(_set("c5", "Maria Okonjo", "Tomas Reyl"))
    claim = result.claim("c5")
    assert claim.sources == ("s1", "s5")
    assert claim.standing[1] == MACHINE.claim("c5").standing[0]
    assert claim.standing[0].stance is Stance.NOT_KNOWN
    assert claim.origins == 2


def test_unnamed_sources_count_as_one_origin() -> None:
    machine = replace(
        MACHINE,
        sources=(*MACHINE.sources, Source("s8", "aides", SourceKind.UNNAMED_GROUP, named=False)),
    )
    joint = _set("c5", "aides", "Two people familiar with the inspection", "Maria Okonjo")
    assert apply(machine, [joint], ARTICLE).claim("c5").origins == 2


def test_the_reader_may_give_a_claim_to_the_paper() -> None:
    claim = _applied(_set("c5")).claim("c5")
    assert claim.voice is Voice.NARRATOR
    assert [claim.sources, claim.via, claim.relays, claim.relay_cues, claim.standing] == [()] * 5
    assert claim.attribution == Attribution()


def test_the_papers_own_claim_may_be_given_to_somebody() -> None:
    claim = _applied(_set("c8", "Calder Freight")).claim("c8")
    assert claim.voice is Voice.ATTRIBUTED
    assert claim.sources == ("s6",)


def test_an_entity_that_was_no_source_becomes_one() -> None:
    result = _applied(_set("c8", "Port Ansel"))
    made = result.source(result.claim("c8").sources[0])
    assert (made.id, made.entity, made.kind) == ("s8", "e1", SourceKind.GOVERNMENT_BODY)
    assert made.name == "government of Port Ansel"
    assert made.named


def test_the_words_for_an_entity_name_its_source() -> None:
    # The reader types what stands in the article, in whatever case.
    assert _applied(_set("c8", "ansel  gazette")).claim("c8").sources == ("s3",)


def test_words_that_fit_two_entities_name_neither() -> None:
    result = _applied(_set("c8", "Reyl"))
    made = result.source(result.claim("c8").sources[0])
    assert (made.id, made.name, made.entity) == ("s8", "Reyl", None)


def test_a_name_nobody_has_is_somebody_new() -> None:
    result = _applied(_set("c8", "  Rosa   Lindqvist "), _set("c1", "rosa lindqvist", id="k2"))
    made = result.sources[-1]
    assert made == Source("s8", "Rosa Lindqvist", SourceKind.PERSON, named=True, by_reader=True)
    assert result.claim("c8").sources == result.claim("c1").sources == ("s8",)


def test_who_says_it_does_not_pass_it_on_as_well() -> None:
    claim = _applied(_set("c5", "Northern Wire")).claim("c5")
    assert claim.sources == ("s4",)
    assert [claim.via, claim.relays, claim.relay_cues] == [()] * 3


def test_the_later_correction_of_a_claim_holds() -> None:
    result = _applied(_set("c8", "Rosa Lindqvist"), _set("c8", "Calder Freight", id="k2"))
    assert result.claim("c8").sources == ("s6",)
    assert [source.id for source in result.sources] == [source.id for source in MACHINE.sources]


def test_a_link_is_added() -> None:
    add = _link(CorrectionKind.ADD_LINK, "c6", "c4", LinkKind.DISPUTES)
    assert _applied(add).links == (
        *MACHINE.links,
        Link(LinkKind.DISPUTES, "c6", "c4", (), 1.0, Status.EDITED),
    )


def test_a_link_is_removed() -> None:
    remove = _link(CorrectionKind.REMOVE_LINK, "c6", "c2", LinkKind.DENIES)
    assert _applied(remove).links == MACHINE.links[:1]


def test_only_the_link_of_that_kind_is_removed() -> None:
    remove = _link(CorrectionKind.REMOVE_LINK, "c6", "c2", LinkKind.REPEATS)
    assert _applied(remove).links == MACHINE.links


def test_a_moved_link_keeps_its_words() -> None:
    moved = _applied(
        _link(CorrectionKind.REMOVE_LINK, "c6", "c2", LinkKind.DENIES),
        _link(CorrectionKind.ADD_LINK, "c6", "c4", LinkKind.DENIES),
    )
    assert moved.links == (
        MACHINE.links[0],
        Link(LinkKind.DENIES, "c6", "c4", MACHINE.links[1].words, 1.0, Status.EDITED),
    )


def test_adding_a_link_the_machine_found_confirms_it() -> None:
    added = _applied(_link(CorrectionKind.ADD_LINK, "c6", "c2", LinkKind.DENIES))
    assert [(link.first, link.second, link.status) for link in added.links] == [
        ("c0", "c2", Status.SUGGESTED),
        ("c6", "c2", Status.EDITED),
    ]


def test_hand_work_finds_its_claim_when_another_analysis_cut_it_otherwise() -> None:
    claim = MACHINE.claim("c7")
    shorter = replace(claim, id="c70", content=(Span(claim.start, claim.content[0].end - 8),))
    other = replace(
        MACHINE, claims=tuple(shorter if one is claim else one for one in MACHINE.claims)
    )
    assert apply(other, [_set("c7", "Tomas Reyl")], ARTICLE).claim("c70").sources == ("s5",)


def test_hand_work_chooses_the_claim_that_fits_best_among_nested_ones() -> None:
    claim = MACHINE.claim("c7")
    start = claim.content[0].start
    inner = replace(claim, id="c71", content=(Span(start, start + 12),))
    machine = replace(MACHINE, claims=(inner, *MACHINE.claims))
    result = apply(machine, [_set("c7", "Tomas Reyl")], ARTICLE)
    assert result.claim("c7").sources == ("s5",)
    assert result.claim("c71").sources == ("s7",)


def test_hand_work_without_a_claim_changes_nothing() -> None:
    lost = replace(_set("c7", "Tomas Reyl"), target=selector("x" * 90, Span(10, 80)))
    assert _applied(lost).claims == MACHINE.claims
    byline = selector(ARTICLE.text, span_of(ARTICLE.text, "Ruth Tallis"))
    assert _applied(replace(lost, target=byline)).claims == MACHINE.claims


@pytest.mark.parametrize("shift", [0, 40])
def test_blocks_are_unfolded_where_they_stand(shift: int) -> None:
    folded = [index for index, block in enumerate(ARTICLE.blocks) if block.folded]
    words = ARTICLE.of(ARTICLE.blocks[folded[1]])
    target = selector(ARTICLE.text, span_of(ARTICLE.text, words))
    story = ([(STORY[1][0], "x" * shift, None)] if shift else []) + list(STORY)
    unfold = Correction("k1", CorrectionKind.UNFOLD, target)
    assert unfolded(article(story), [unfold]) == {folded[1] + (1 if shift else 0)}


def test_only_folded_blocks_are_unfolded() -> None:
    one = plain("The only paragraph of this story is open.")
    unfold = Correction("k1", CorrectionKind.UNFOLD, selector(one.text, Span(0, 20)))
    assert unfolded(one, [unfold]) == frozenset()
