"""The hard cases of the sample article, one test each, from its bytes to the analysis.

The article itself is not part of the project; where it is absent, these tests are skipped. What
the tests quote of it are the few words that say which claim is meant.
"""

from __future__ import annotations

import pytest

from according.analysis.pipeline import Analyzer
from according.domain.analysis import Analysis
from according.domain.article import Article, BlockKind
from according.domain.claims import (
    Claim,
    Directness,
    DistanceKind,
    Level,
    LinkKind,
    Stance,
    Voice,
)
from according.domain.entities import Entity, EntityKind
from according.domain.json_form import to_json
from according.domain.sources import Source, SourceKind
from according.domain.spans import Spans
from according.readers.read import read
from tests.shared import sample_article


@pytest.fixture(scope="module")
def article() -> Article:
    path = sample_article()
    return read(path.read_bytes(), name=path.name)


@pytest.fixture(scope="module")
def analysis(article: Article) -> Analysis:
    return Analyzer().analyze(article)


def claims_with(analysis: Analysis, words: str) -> list[Claim]:
    return [claim for claim in analysis.claims if words in claim.text]


def claim_with(analysis: Analysis, words: str) -> Claim:
    """The claim of the body whose content has these words; the shortest where one holds another."""
    found = claims_with(analysis, words)
    assert found, f"no claim has “{words}”"
    return min(found, key=lambda claim: len(claim.text))


def sources_of(analysis: Analysis, claim: Claim) -> list[Source]:
    return [analysis.source(id_) for id_ in claim.sources]


def names(analysis: Analysis, claim: Claim) -> list[str]:
    return [source.name for source in sources_of(analysis, claim)]


def relays(analysis: Analysis, claim: Claim) -> list[list[str]]:
    return [[analysis.source(id_).name for id_ in step] for step in claim.via]


def entity_named(analysis: Analysis, name: str, kind: EntityKind | None = None) -> Entity:
    found = [
        entity
        for entity in analysis.entities
        if entity.name.casefold() == name.casefold() and kind in {None, entity.kind}
    ]
    assert len(found) == 1, f"{name}: {[entity.name for entity in found]}"
    return found[0]


def mentions(article: Article, entity: Entity) -> list[str]:
    return [mention.span.of(article.text) for mention in entity.mentions]


def told(article: Article, spans: Spans) -> list[str]:
    return [span.of(article.text) for span in spans]


def test_appeal_related_link_and_forum_are_folded_with_a_reason(
    article: Article, analysis: Analysis
) -> None:
    folded = [block for block in article.blocks if block.folded]
    assert all(block.reason for block in folded)
    text = " ".join(article.of(block) for block in folded)
    for words in ("Related:", "Your donation", "commenting forum"):
        assert words in text
    known = {entity.name for entity in analysis.entities}
    assert not known & {"Elon Musk", "Big Tech", "The A Word", "PAC", "Comments"}
    places = [span for claim in analysis.claims for span in claim.content]
    places += [mention.span for entity in analysis.entities for mention in entity.mentions]
    assert not [span for span in places for block in folded if span.overlaps(block.span)]


def test_metadata_is_read_and_not_analysed(article: Article, analysis: Analysis) -> None:
    assert article.title is not None
    assert article.title.startswith("North Korea is")
    assert article.byline == ("Shweta Sharma",)
    assert article.published is not None
    assert article.published.isoformat() == "2024-10-08T09:10:00+01:00"
    assert article.publisher == "The Independent"
    kinds = [block.kind for block in article.blocks[:4]]
    assert BlockKind.HEADLINE in kinds
    assert BlockKind.STANDFIRST in kinds
    assert not {"BST", "Shweta Sharma"} & {entity.name for entity in analysis.entities}


def test_the_headline_is_compared_with_the_body(analysis: Analysis) -> None:
    sending = claim_with(analysis, "sending troops to fight")
    deployment = claim_with(analysis, "possibility of such a deployment")
    casualties = claim_with(analysis, "the occurrence of casualties")
    killed = claim_with(analysis, "soldiers killed in Ukraine war")
    assert len({claim.id for claim in (sending, deployment, casualties, killed)}) == 4
    for claim in (sending, deployment, casualties, killed):
        assert claim.certainty.level is Level.PROBABLE
        assert claim.certainty.likelihood.band == (80, 90)
        assert claim.certainty.likelihood.scale == "PHIA"
    rests = {(link.first, link.second) for link in analysis.links if link.kind is LinkKind.RESTS_ON}
    assert (sending.id, deployment.id) in rests
    assert (killed.id, casualties.id) in rests
    assert (sending.id, casualties.id) not in rests
    assert (killed.id, deployment.id) not in rests


def test_mr_kim_is_the_defence_minister_and_doubtful(article: Article, analysis: Analysis) -> None:
    yong_hyun = entity_named(analysis, "Kim Yong-hyun")
    jong_un = entity_named(analysis, "Kim Jong-un")
    (mention,) = (
        mention for mention in yong_hyun.mentions if mention.span.of(article.text) == "Mr Kim"
    )
    assert mention.doubtful
    assert mention.candidates == (jong_un.id,)
    claim = claim_with(analysis, "also likely to be true")
    (source,) = sources_of(analysis, claim)
    assert source.entity == yong_hyun.id
    assert source.kind is SourceKind.OFFICIAL
    form = to_json(article, analysis, file="sample.txt")
    written = next(one for one in form["entities"] if one["id"] == yong_hyun.id)
    assert {
        "start": mention.span.start,
        "end": mention.span.end,
        "inferred": False,
        "doubtful": True,
        "candidates": [jong_un.id],
    } in written["mentions"]


def test_every_role_of_the_minister_is_him(analysis: Analysis) -> None:
    for words in (
        "soldiers killed in Ukraine war",
        "could fight alongside",
        "could be sent to Ukraine",
        "possibility of such a deployment",
        "also likely to be true",
        "the occurrence of casualties",
    ):
        assert names(analysis, claim_with(analysis, words)) == ["Kim Yong-hyun"], words


def test_the_chain_through_yonhap_holds_for_the_free_quotation(analysis: Analysis) -> None:
    for words in ("also likely to be true", "the occurrence of casualties"):
        claim = claim_with(analysis, words)
        assert relays(analysis, claim) == [["Yonhap"]]
    reports = claim_with(analysis, "also likely to be true")
    assert reports.standing[0].directness is Directness.SECOND_HAND
    assert claim_with(analysis, "the occurrence").standing[0].directness is Directness.RELAYED
    assert reports.certainty.likelihood.band == (55, 80)
    yonhap = next(source for source in analysis.sources if source.name == "Yonhap")
    assert yonhap.catalogue == "yonhap"
    labels = [note for note in yonhap.notes if note.basis == "this article"]
    assert [note.value for note in labels] == ["“South Korean state news agency”"]


def test_two_outlets_side_by_side_are_possibly_one_origin(analysis: Analysis) -> None:
    claim = claim_with(analysis, "six North Korean soldiers")
    assert names(analysis, claim) == ["unnamed intelligence sources"]
    assert relays(analysis, claim) == [["The Kyiv Post", "Interfax Ukraine"]]
    assert claim.origins == 1
    (source,) = sources_of(analysis, claim)
    assert not source.named
    assert ("whose", None) in [(note.field, note.value) for note in source.notes]
    assert claim.standing[0].stance is Stance.NOT_KNOWN
    outlets = [analysis.source(id_) for id_ in claim.via[0]]
    assert [outlet.catalogue for outlet in outlets] == ["kyiv-post", "interfax-ukraine"]
    for outlet in outlets:
        assert any("Ukraine" in (note.value or "") for note in outlet.notes)
    assert "through two outlets, possibly one origin" in analysis.summary


def test_media_reports_are_a_claim_of_their_own(analysis: Analysis) -> None:
    claim = claim_with(analysis, "had lost troops")
    assert names(analysis, claim) == ["media reports"]
    assert sources_of(analysis, claim)[0].kind is SourceKind.UNNAMED_GROUP
    assert claim.certainty.level is Level.ALLEGED
    assert "had lost troops" not in claim_with(analysis, "could fight alongside").text


def test_the_accusation_is_natos(analysis: Analysis) -> None:
    claim = claim_with(analysis, "missiles, shells and drones")
    assert names(analysis, claim) == ["Nato"]
    assert claim.certainty.level is Level.ALLEGED
    nato = sources_of(analysis, claim)[0]
    assert nato.kind is SourceKind.INTERGOVERNMENTAL
    assert not [
        one
        for one in claims_with(analysis, "missiles, shells and drones")
        if "foreign ministry" in " ".join(names(analysis, one))
    ]


def test_allegedly_injured_is_carried_over(article: Article, analysis: Analysis) -> None:
    claim = claim_with(analysis, "injured")
    assert names(analysis, claim) == ["unnamed intelligence sources"]
    assert relays(analysis, claim) == [["The Kyiv Post", "Interfax Ukraine"]]
    assert claim.certainty.level is Level.ALLEGED
    assert claim.certainty.distance.kind is DistanceKind.DISTANCING
    assert "allegedly" in told(article, claim.certainty.distance.words)


def test_budanov_is_a_party(article: Article, analysis: Analysis) -> None:
    claim = claim_with(analysis, "crazy volumes")
    (source,) = sources_of(analysis, claim)
    assert source.name == "Kyrylo Budanov"
    assert source.kind is SourceKind.MILITARY_OR_INTELLIGENCE
    assert "chief of military intelligence" in (source.description or "")
    (standing,) = claim.standing
    assert standing.stance is Stance.PARTY
    assert standing.reason is not None
    assert any("war" in words for words in told(article, standing.words))


def test_who_speaks_for_an_accuser_is_a_party(analysis: Analysis) -> None:
    claim = claim_with(analysis, "should be the first priority")
    assert names(analysis, claim) == ["Antony Blinken"]
    assert claim.standing[0].stance is Stance.PARTY
    minister = claim_with(analysis, "could fight alongside")
    assert minister.standing[0].stance is Stance.NOT_KNOWN
    assert minister.standing[0].directness is Directness.OFFICIAL_STATEMENT


def test_the_denial_is_of_the_arms_transfers(analysis: Analysis) -> None:
    denial = claim_with(analysis, "such allegations")
    sources = sources_of(analysis, denial)
    assert [source.name for source in sources] == [
        "government of Russia",
        "government of North Korea",
    ]
    assert {source.kind for source in sources} == {SourceKind.GOVERNMENT_BODY}
    assert denial.certainty.level is Level.DENIED
    assert denial.origins == 2
    denied = {
        link.second
        for link in analysis.links
        if link.first == denial.id and link.kind is LinkKind.DENIES
    }
    assert denied == {
        claim_with(analysis, "sending weapons and munitions").id,
        claim_with(analysis, "crazy volumes").id,
    }


def test_the_papers_own_assertion(analysis: Analysis) -> None:
    claim = claim_with(analysis, "huge caches of weapons")
    assert (claim.voice, claim.sources, claim.via) == (Voice.NARRATOR, (), ())
    assert claim.certainty.level is Level.ASSERTED


def test_the_ministrys_statement_through_kcna(analysis: Analysis) -> None:
    claim = claim_with(analysis, "held wholly responsible")
    (source,) = sources_of(analysis, claim)
    assert "foreign ministry" in source.name
    assert source.kind is SourceKind.GOVERNMENT_BODY
    assert relays(analysis, claim) == [["KCNA"]]
    (standing,) = claim.standing
    assert standing.directness is Directness.OFFICIAL_STATEMENT
    assert standing.stance is Stance.PARTY
    kcna = analysis.source(claim.via[0][0])
    assert (kcna.kind, kcna.catalogue) == (SourceKind.NEWS_AGENCY, "kcna")


def test_one_entity_each_with_clean_spans(article: Article, analysis: Analysis) -> None:
    north = entity_named(analysis, "North Korea", EntityKind.PLACE)
    assert {"North Korea", "DPRK", "Pyongyang"} <= set(mentions(article, north))
    visit = article.text.index("visit to Pyongyang") + len("visit to ")
    assert visit not in {mention.span.start for mention in north.mentions}
    nato = entity_named(analysis, "Nato")
    assert {"Nato", "NATO"} <= set(mentions(article, nato))
    putin = entity_named(analysis, "Vladimir Putin")
    assert {"Vladimir Putin", "Mr Putin"} <= set(mentions(article, putin))
    for entity in analysis.entities:
        for words in mentions(article, entity):
            assert not words.endswith(("’s", "'s", "’", ",", ".", "”")), words


def test_dates(analysis: Analysis) -> None:
    assert claim_with(analysis, "could be sent to Ukraine").when == ("2024-06",)


def test_joint_accusers(analysis: Analysis) -> None:
    claim = claim_with(analysis, "sending weapons and munitions")
    first, second = sources_of(analysis, claim)
    assert (first.name, first.named) == ("government of the United States", True)
    assert not second.named
    assert "allies" in second.name
    assert claim.standing[1].stance is Stance.ALLY


def test_the_summary_adds_up(analysis: Analysis) -> None:
    parts = analysis.summary.split(": ", 1)[1].split(". ")[0].split("; ")
    assert sum(int(part.split(" ")[0]) for part in parts) == len(analysis.claims)
    assert "Kim Yong-hyun" in analysis.summary
    assert "in the paper’s own voice" in analysis.summary
    assert "1 denial" in analysis.summary
    assert analysis.summary.endswith("No independent witness is named.")
