"""The stages run in order on articles of our own, with progress, cancelling and one model."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from threading import Thread

import pytest

from according import places
from according.analysis.learned.calibration import LEAST
from according.analysis.pipeline import Analyzer, Cancelled
from according.analysis.producer import producer_of
from according.domain.analysis import LEARNED, Analysis
from according.domain.article import Article, Block, BlockKind
from according.domain.claims import Level, LinkKind, Voice
from according.domain.json_form import from_json, to_json
from according.domain.spans import text_of
from according.errors import ModelMissing
from according.readers.read import load
from tests.factories import article as bridge_story
from tests.unit.analysis.articles import article_of


@pytest.fixture(scope="module")
def analyzer() -> Analyzer:
    return Analyzer()


@pytest.fixture(scope="module")
def story() -> Article:
    return bridge_story()


@pytest.fixture(scope="module")
def analysis(analyzer: Analyzer, story: Article) -> Analysis:
    return analyzer.analyze(story)


def test_claims_are_numbered_in_text_order_and_stand_on_the_text(
    analysis: Analysis, story: Article
) -> None:
    assert [claim.id for claim in analysis.claims] == [
        f"c{number}" for number in range(1, len(analysis.claims) + 1)
    ]
    starts = [claim.start for claim in analysis.claims]
    assert starts == sorted(starts)
    for claim in analysis.claims:
        assert claim.text == text_of(claim.content, story.text)


def test_nothing_comes_from_a_folded_block(analysis: Analysis, story: Article) -> None:
    folded = [block.span for block in story.blocks if block.folded]
    spans = [span for claim in analysis.claims for span in claim.content]
    spans += [mention.span for entity in analysis.entities for mention in entity.mentions]
    assert folded
    assert not [span for span in spans for block in folded if span.overlaps(block)]


def test_ids_lead_somewhere(analysis: Analysis) -> None:
    sources = {source.id for source in analysis.sources}
    entities = {entity.id for entity in analysis.entities}
    claims = {claim.id for claim in analysis.claims}
    for claim in analysis.claims:
        assert set(claim.sources) <= sources
        assert {id_ for step in claim.via for id_ in step} <= sources
        assert set(claim.entities) <= entities
        assert [one.source for one in claim.standing] == list(claim.sources)
        assert len(claim.relays) == len(claim.relay_cues)
    assert {source.entity for source in analysis.sources} - {None} <= entities
    assert {id_ for link in analysis.links for id_ in (link.first, link.second)} <= claims
    assert {id_ for phrase in analysis.phrases for id_ in phrase.claims} <= claims


def test_a_relayed_and_hedged_claim(analysis: Analysis) -> None:
    girder = next(claim for claim in analysis.claims if "a third girder" in claim.text)
    assert girder.certainty.level is Level.POSSIBLE
    (source,) = (analysis.source(id_) for id_ in girder.sources)
    assert (source.name, source.named) == ("two people familiar with the inspection", False)
    ((relay,),) = girder.via
    assert analysis.source(relay).name == "Ansel Gazette"
    assert girder.origins == 1


def test_the_reading_survives_its_json_form(analysis: Analysis, story: Article) -> None:
    assert from_json(to_json(story, analysis, file="bridge.txt")) == analysis


def test_an_article_without_a_story(analyzer: Analyzer) -> None:
    bare = article_of("Subscribe now.")
    folded = Block(BlockKind.BOILERPLATE, bare.blocks[0].span, "an appeal")
    empty = Article(bare.text, (folded,), None, (), None, None, None, bare.sha256)
    analysis = analyzer.analyze(empty)
    assert (analysis.claims, analysis.sources, analysis.links) == ((), (), ())
    assert analysis.summary == "No claims were found in this text."


def test_a_denial_is_linked_to_the_accusation_before_it(analyzer: Analyzer) -> None:
    article = article_of(
        "Inspectors said the mill was clean.",
        "Prosecutor Nora Vance accused Calder Mills of hiding the report.",
        "Calder Mills has denied the allegation.",
    )
    analysis = analyzer.analyze(article)
    (denial,) = (link for link in analysis.links if link.kind is LinkKind.DENIES)
    assert "denied" in article.text[denial.words[0].start : denial.words[0].end]
    assert "hiding the report" in analysis.claim(denial.second).text
    assert analysis.claim(denial.first).certainty.level is Level.DENIED
    assert "1 denial by Calder Mills of a claim by Nora Vance" in analysis.summary


def test_the_papers_own_voice_has_no_source(analyzer: Analyzer) -> None:
    (claim,) = analyzer.analyze(article_of("The swing bridge was closed in 2019.")).claims
    assert (claim.voice, claim.sources, claim.standing) == (Voice.NARRATOR, (), ())
    assert claim.when == ("2019",)


def test_progress_counts_the_blocks(analyzer: Analyzer) -> None:
    seen: list[tuple[int, int]] = []
    article = article_of("One.", "Two.", "Three.")
    analyzer.analyze(article, on_progress=lambda done, total: seen.append((done, total)))
    assert seen == [(1, 3), (2, 3), (3, 3)]


@pytest.mark.parametrize("after", [0, 1, 4])
def test_cancelling_ends_the_analysis(analyzer: Analyzer, after: int) -> None:
    asked = 0

    def cancelled() -> bool:
        nonlocal asked
        asked += 1
        return asked > after

    with pytest.raises(Cancelled):
        analyzer.analyze(article_of("Ann Lee said no."), cancelled=cancelled)
    assert analyzer.analyze(article_of("Ann Lee said it rained.")).claims


def test_a_missing_model_is_told_when_it_is_needed() -> None:
    analyzer = Analyzer("no_such_model")
    with pytest.raises(ModelMissing):
        analyzer.analyze(article_of("Ann Lee said no."))


def test_two_threads_share_one_model(analyzer: Analyzer) -> None:
    found: list[Analysis] = []
    article = article_of("Ann Lee said the crane fell.")
    threads = [Thread(target=lambda: found.append(analyzer.analyze(article))) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 2
    assert found[0] == found[1]


def test_the_producer_names_program_model_and_stages(analysis: Analysis) -> None:
    assert analysis.producer.model.startswith("en_core_web_sm")
    assert analysis.producer.version
    assert "rules: attribution" in analysis.producer.components
    assert "parser" in analysis.producer.components


@pytest.mark.parametrize("sensitivity", sorted(LEAST))
def test_the_producer_is_known_before_anything_is_loaded(
    analyzer: Analyzer, sensitivity: int
) -> None:
    analyzer.sensitivity = sensitivity
    try:
        assert producer_of(sensitivity=sensitivity) == analyzer.producer
    finally:
        analyzer.sensitivity = 0


def test_each_sensitivity_is_another_producer() -> None:
    assert len({producer_of(sensitivity=one) for one in LEAST}) == len(LEAST)


SPOKEN = article_of(
    "The weir at Ebdon was shut on Monday.",
    "“Nobody will pass before Friday,” said Clara Voss, the harbour master.",
    "Engineers said that the gate had been struck by a barge.",
)


@pytest.fixture
def models(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder in the place of the attribution models."""
    shipped = places.resource

    def resource(*parts: str) -> Path:
        return tmp_path.joinpath(*parts[1:]) if parts[0] == "models" else shipped(*parts)

    monkeypatch.setattr(places, "resource", resource)
    return tmp_path


def damage(models: Path) -> None:
    """Puts a model there whose graphs are none."""
    folder = models / "attribution-1"
    folder.mkdir()
    (folder / "about.json").write_text(
        '{"likely": 0.15, "agreed": [1, 0], "alone": [1, 0]}', encoding="utf-8"
    )
    for name in ("encoder.onnx", "reading.onnx", "vocabulary.txt"):
        (folder / name).write_bytes(b"not this")


def said_in(analysis: Analysis) -> list[str]:
    return [claim.text for claim in analysis.claims if claim.voice is Voice.ATTRIBUTED]


def test_the_attribution_model_takes_part(analyzer: Analyzer) -> None:
    analysis = analyzer.analyze(SPOKEN)
    assert analysis.producer.learned
    origins = [one.origin for one in analysis.claims if one.voice is Voice.ATTRIBUTED]
    assert len(origins) == 2
    assert all(origin.endswith(f" + {LEARNED}") for origin in origins)


def test_without_a_model_the_rules_read_alone(models: Path) -> None:
    analyzer = Analyzer()
    analysis = analyzer.analyze(SPOKEN)
    assert said_in(analysis) == [
        "“Nobody will pass before Friday,”",
        "the gate had been struck by a barge",
    ]
    assert not any(LEARNED in claim.origin for claim in analysis.claims)
    assert not analysis.producer.learned
    assert producer_of() == analyzer.producer == analysis.producer
    assert not list(models.iterdir())


def test_with_a_damaged_model_the_rules_read_alone(models: Path) -> None:
    alone = Analyzer().analyze(SPOKEN)
    damage(models)
    damaged = Analyzer()
    assert damaged.analyze(SPOKEN) == alone


def test_a_damaged_model_is_no_producer(models: Path) -> None:
    damage(models)
    # Otherwise each opening of an article would have it analysed again.
    assert not producer_of().learned


def test_a_running_analysis_goes_on_with_the_sensitivity_it_began_with(analyzer: Analyzer) -> None:
    def wish(_done: int, _total: int) -> None:
        analyzer.sensitivity = 2

    before = analyzer.producer
    try:
        analysis = analyzer.analyze(SPOKEN, on_progress=wish)
    finally:
        analyzer.sensitivity = 0
    assert analysis.producer == before


@pytest.mark.parametrize(
    "path", sorted(places.seed("articles").glob("*.txt")), ids=lambda p: p.stem
)
def test_more_claims_are_wanted_and_none_is_lost(analyzer: Analyzer, path: Path) -> None:
    article = load(path).article
    counts = []
    try:
        for sensitivity in sorted(LEAST):
            analyzer.sensitivity = sensitivity
            counts.append(len(said_in(analyzer.analyze(article))))
    finally:
        analyzer.sensitivity = 0
    assert all(fewer <= more for fewer, more in pairwise(counts))
    assert counts[0] < counts[-1]


def test_an_article_in_another_language_is_not_analysed(analyzer: Analyzer, story: Article) -> None:
    analysis = analyzer.analyze(replace(story, language="fr"))
    assert (analysis.claims, analysis.entities, analysis.sources) == ((), (), ())
    assert analysis.warnings == (
        "The article is in French, and only English is analysed: read it, and write notes on it.",
    )
    assert analyzer.analyze(replace(story, language=None)).claims
