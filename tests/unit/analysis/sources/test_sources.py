"""Speakers and relays become sources: one for each who says it, named as far as they are."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from spacy.language import Language

from according.analysis.drafts import Draft
from according.analysis.passages import parse
from according.analysis.sources.catalogue import Catalogue, load_catalogue
from according.analysis.sources.find import LABEL_FIELD, Resolved, resolve
from according.analysis.sources.known_facts import UNKNOWN_FIELDS
from according.analysis.sources.source_kinds import load_source_words
from according.domain.article import Article
from according.domain.entities import Entity, EntityKind, Mention
from according.domain.sources import Source, SourceKind
from according.places import resource, seed
from tests.unit.analysis.articles import article_of, span_of
from tests.unit.analysis.drafting import draft_of, entity_of
from tests.unit.analysis.reading import reading


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue(seed("catalogue"))


def resolved(
    nlp: Language,
    article: Article,
    drafts: Sequence[Draft],
    entities: Sequence[Entity],
    catalogue: Catalogue,
) -> tuple[tuple[Source, ...], tuple[Resolved, ...]]:
    words = load_source_words(resource("words"))
    return resolve(parse(nlp, article), drafts, entities, catalogue, words)


def source_of(nlp: Language, catalogue: Catalogue, text: str, by: str, cue: str) -> Source:
    """The source of a sentence in which no entity is known."""
    article = article_of(text)
    draft = draft_of(article, text.split(f"{cue} ", 1)[1].rstrip("."), by=by, cue=cue)
    (source,), _ = resolved(nlp, article, [draft], [], catalogue)
    return source


def test_one_person_is_one_source(nlp: Language, catalogue: Catalogue) -> None:
    article = article_of(
        "Norway’s fisheries minister Ola Berg said the quota would fall.",
        "Mr Berg added that boats would be tied up.",
    )
    berg = entity_of(
        article,
        *("e1", "Ola Berg", EntityKind.PERSON, "Ola Berg", "Mr Berg"),
        description="Norway’s fisheries minister",
    )
    drafts = [
        draft_of(
            article,
            "the quota would fall",
            by="Norway’s fisheries minister Ola Berg",
            cue="said",
        ),
        draft_of(article, "boats would be tied up", by="Mr Berg", cue="added"),
    ]
    (source,), who = resolved(nlp, article, drafts, [berg], catalogue)
    assert [one.sources for one in who] == [("s1",), ("s1",)]
    assert (source.name, source.kind, source.named) == ("Ola Berg", SourceKind.OFFICIAL, True)
    assert source.entity == "e1"
    assert source.description == "Norway’s fisheries minister"


def test_a_doubtful_name_makes_the_reading_doubtful(nlp: Language, catalogue: Catalogue) -> None:
    article = article_of("Mr Berg said the quota would fall.")
    mention = Mention(span_of(article, "Mr Berg"), doubtful=True, candidates=("e2",))
    berg = Entity("e1", "Ola Berg", EntityKind.PERSON, (mention,))
    draft = draft_of(article, "the quota would fall", by="Mr Berg", cue="said")
    _, (who,) = resolved(nlp, article, [draft], [berg], catalogue)
    assert who.doubtful


def test_joint_capitals_are_two_governments(nlp: Language, catalogue: Catalogue) -> None:
    article = article_of("Moscow and Oslo have denied such claims.")
    russia = entity_of(article, "e1", "Russia", EntityKind.PLACE, "Moscow")
    norway = entity_of(article, "e2", "Norway", EntityKind.PLACE, "Oslo")
    draft = draft_of(
        article,
        *("such claims",),
        by="Moscow and Oslo",
        speakers=("Moscow", "Oslo"),
        cue="have denied",
        lemma="deny",
    )
    sources, (who,) = resolved(nlp, article, [draft], [russia, norway], catalogue)
    assert who.sources == ("s1", "s2")
    assert [source.name for source in sources] == ["government of Russia", "government of Norway"]
    assert {source.kind for source in sources} == {SourceKind.GOVERNMENT_BODY}
    assert [source.entity for source in sources] == ["e1", "e2"]
    assert sources[0].catalogue == "government-of-russia"


def test_relays_side_by_side_are_one_step(nlp: Language, catalogue: Catalogue) -> None:
    text = "Reuters and the Quay Gazette had quoted unnamed port sources as saying the crane fell."
    article = article_of(text)
    entities = [
        entity_of(article, "e1", "Reuters", EntityKind.ORGANISATION),
        entity_of(article, "e2", "Quay Gazette", EntityKind.ORGANISATION),
    ]
    draft = draft_of(
        article,
        "the crane fell",
        by="unnamed port sources",
        cue="saying",
        via=[(("Reuters", "the Quay Gazette"), "had quoted")],
    )
    sources, (who,) = resolved(nlp, article, [draft], entities, catalogue)
    assert who.sources == ("s1",)
    assert who.via == (("s2", "s3"),)
    port, reuters, gazette = sources
    assert (port.name, port.named) == ("unnamed port sources", False)
    assert port.kind is SourceKind.UNNAMED_GROUP
    assert [(note.field, note.value) for note in port.notes] == [
        ("how many", None),
        ("whose", None),
    ]
    assert (reuters.kind, reuters.catalogue) == (SourceKind.NEWS_AGENCY, "reuters")
    assert (gazette.kind, gazette.catalogue) == (SourceKind.NEWSPAPER, None)


def test_the_articles_label_stands_beside_the_facts(nlp: Language, catalogue: Catalogue) -> None:
    article = article_of(
        "The quota would fall, the minister said, according to Chinese state news agency Xinhua."
    )
    agency = entity_of(article, "e1", "Xinhua", EntityKind.ORGANISATION)
    draft = draft_of(
        article,
        "The quota would fall",
        by="the minister",
        cue="said",
        via=[(("Chinese state news agency Xinhua",), "according to")],
    )
    sources, _ = resolved(nlp, article, [draft], [agency], catalogue)
    notes = sources[1].notes
    label = next(note for note in notes if note.field == LABEL_FIELD)
    assert (label.value, label.basis) == ("“Chinese state news agency”", "this article")
    known = [note.as_of for note in notes if note.value is not None]
    assert known == sorted(known, key=str, reverse=True)
    assert all(note.basis for note in notes if note.value is not None)
    assert {note.field for note in notes if note.value is None} <= set(UNKNOWN_FIELDS)
    assert notes[-1].value is None


def test_an_outlet_nobody_knows_shows_what_is_not_known(
    nlp: Language, catalogue: Catalogue
) -> None:
    article = article_of("The Quay Gazette reported that the crane fell.")
    gazette = entity_of(article, "e1", "Quay Gazette", EntityKind.ORGANISATION)
    draft = draft_of(article, "the crane fell", by="The Quay Gazette", cue="reported")
    (source,), _ = resolved(nlp, article, [draft], [gazette], catalogue)
    assert [(note.field, note.value) for note in source.notes] == [
        (field, None) for field in UNKNOWN_FIELDS
    ]


def test_a_surname_is_no_outlet(nlp: Language, catalogue: Catalogue) -> None:
    article = article_of("Mr Reuters said the crane fell.")
    person = entity_of(article, "e1", "Reuters", EntityKind.PERSON, "Mr Reuters")
    draft = draft_of(article, "the crane fell", by="Mr Reuters", cue="said")
    (source,), _ = resolved(nlp, article, [draft], [person], catalogue)
    assert (source.kind, source.catalogue) == (SourceKind.PERSON, None)


@pytest.mark.parametrize(
    ("owner", "name", "id"),
    [
        ("South Korea’s ", "Joint Chiefs of Staff", "joint-chiefs-of-south-korea"),
        ("Ukraine's ", "General Staff", "general-staff-of-ukraine"),
        ("the ", "General Staff", None),
    ],
)
def test_a_body_is_known_by_whose_it_is(
    nlp: Language, catalogue: Catalogue, owner: str, name: str, id: str | None
) -> None:
    article = article_of(f"On Monday {owner}{name} said that three drones had crossed the river.")
    body = entity_of(article, "e1", name, EntityKind.ORGANISATION, name)
    content = "three drones had crossed the river"
    draft = draft_of(article, content, by=f"{owner}{name}", cue="said")
    (source,), _ = resolved(nlp, article, [draft], [body], catalogue)
    assert source.catalogue == id
    assert source.name == (name if id is None else owner + name)


def test_the_papers_own_short_name_is_not_another_paper(
    nlp: Language, catalogue: Catalogue
) -> None:
    from dataclasses import replace  # noqa: PLC0415

    article = replace(
        article_of("The mayor told The Times the crane fell."), publisher="The Harbour Times"
    )
    times = entity_of(article, "e1", "The Times", EntityKind.ORGANISATION)
    draft = draft_of(
        article,
        "the crane fell",
        by="The mayor",
        cue="told",
        via=[(("The Times",), "told")],
    )
    sources, _ = resolved(nlp, article, [draft], [times], catalogue)
    assert sources[1].catalogue is None


@pytest.mark.parametrize(
    ("text", "by", "cue", "kind", "named"),
    [
        ("Two people familiar with the deal said it failed.", "Two people familiar with the deal",
         "said", SourceKind.UNNAMED_GROUP, False),
        ("Media reports claimed the crane fell.", "Media reports",
         "claimed", SourceKind.UNNAMED_GROUP, False),
        ("Officials said the crane fell.", "Officials", "said", SourceKind.UNNAMED_GROUP, False),
        ("A leaked memo says the crane was old.", "A leaked memo",
         "says", SourceKind.DOCUMENT, False),
        ("Police said the crane fell.", "Police", "said", SourceKind.GOVERNMENT_BODY, True),
        ("The Norwegian foreign ministry said the crane fell.", "The Norwegian foreign ministry",
         "said", SourceKind.GOVERNMENT_BODY, True),
        ("A spokeswoman for the brewery said the crane fell.", "A spokeswoman for the brewery",
         "said", SourceKind.PERSON, False),
        ("She said the crane fell.", "She", "said", SourceKind.PERSON, False),
        ("They said the crane fell.", "They", "said", SourceKind.UNNAMED_GROUP, False),
        ("Nearly 52 percent of voters said the crane was old.", "Nearly 52 percent of voters",
         "said", SourceKind.UNNAMED_GROUP, False),
        ("The sign says the quay is closed.", "The sign", "says", SourceKind.DOCUMENT, False),
    ],
)  # fmt: skip
def test_sources_that_no_entity_stands_for(
    nlp: Language,
    catalogue: Catalogue,
    text: str,
    by: str,
    cue: str,
    kind: SourceKind,
    named: bool,
) -> None:
    source = source_of(nlp, catalogue, text, by, cue)
    assert (source.kind, source.named) == (kind, named)


def test_unnamed_sources_say_how_many_and_whose_where_printed(
    nlp: Language, catalogue: Catalogue
) -> None:
    source = source_of(
        nlp, catalogue, "Three US officials said the crane fell.", "Three US officials", "said"
    )
    assert source.description == "Three US officials"
    assert [(note.field, note.value) for note in source.notes] == [
        ("how many", "three"),
        ("whose", "US"),
    ]


def test_an_adjective_is_no_papers_name(nlp: Language, catalogue: Catalogue) -> None:
    by = "An independent, elected council"
    source = source_of(nlp, catalogue, f"{by} said the crane fell.", by, "said")
    assert source.catalogue is None
    assert source.name == "independent, elected council"


def test_a_place_without_a_government_does_not_speak_as_one(
    nlp: Language, catalogue: Catalogue
) -> None:
    article = article_of("Alden said the crane fell.")
    alden = entity_of(article, "e1", "Alden", EntityKind.PLACE)
    draft = draft_of(article, "the crane fell", by="Alden", cue="said")
    (source,), _ = resolved(nlp, article, [draft], [alden], catalogue)
    assert (source.name, source.kind) == ("Alden", SourceKind.COMPANY)


def test_the_short_phrase_that_follows_is_the_same_source(
    nlp: Language, catalogue: Catalogue
) -> None:
    article = article_of("A senior port official said it fell. The official said it was old.")
    drafts = [
        draft_of(article, "it fell", by="A senior port official", cue=("said", 0)),
        draft_of(article, "it was old", by="The official", cue=("said", 1)),
    ]
    sources, who = resolved(nlp, article, drafts, [], catalogue)
    assert len(sources) == 1
    assert [one.sources for one in who] == [("s1",), ("s1",)]


def test_a_headlines_bare_noun_is_the_first_such_source_of_the_body(
    nlp: Language, catalogue: Catalogue
) -> None:
    article = article_of(
        "Sponges hardly age, according to a study published on Monday.",
        "Another study says they do.",
        headline="Sponges may never age, study suggests",
    )
    drafts = [
        draft_of(article, "Sponges may never age", by=("study", 0), cue="suggests"),
        draft_of(
            article,
            "Sponges hardly age",
            by="a study published on Monday",
            cue="according to",
        ),
        draft_of(article, "they do", by="Another study", cue="says"),
    ]
    sources, who = resolved(nlp, article, drafts, [], catalogue)
    assert [one.sources for one in who] == [("s1",), ("s1",), ("s2",)]
    assert sources[0].description == "a study published on Monday"


def test_its_allies_are_named_after_whose_they_are(nlp: Language, catalogue: Catalogue) -> None:
    article = article_of("Norway and its allies accused the port of delays.")
    norway = entity_of(article, "e1", "Norway", EntityKind.PLACE, "Norway", inferred=("its",))
    draft = draft_of(
        article,
        "the port of delays",
        by="Norway and its allies",
        speakers=("Norway", "its allies"),
        cue="accused",
        lemma="accuse",
    )
    sources, _ = resolved(nlp, article, [draft], [norway], catalogue)
    assert (sources[1].name, sources[1].named) == ("allies of Norway", False)
    assert sources[1].description == "its allies"


def test_officials_of_one_country_are_not_those_of_another() -> None:
    read = reading(
        "Two Arab officials claimed the talks had stalled.",
        "Qatari officials said later that the terms were agreed.",
        headline="Qatari officials say a truce is close",
    )
    assert read.source("a truce is close").name == "Qatari officials"
    assert read.source("the talks had stalled").name == "two Arab officials"
    assert read.claim("a truce is close").sources == read.claim("the terms were agreed").sources


def test_one_of_a_group_that_spoke_before() -> None:
    read = reading(
        "Two American officials said the plan was off.",
        "One of the officials said more would follow.",
    )
    assert read.source("more would follow").name == "one of two American officials"


def test_a_business_network_is_a_broadcaster() -> None:
    read = reading("Harbour Business Network reported that the plant had burned.")
    assert read.source("the plant had burned").kind is SourceKind.BROADCASTER


def test_a_firm_whose_name_looks_like_a_person_s() -> None:
    read = reading(
        "The merger is near, Tolland Motoren said on Monday.",
        "The company said it would hire more.",
    )
    source = read.source("The merger is near")
    assert source.kind is SourceKind.COMPANY
    assert read.source("it would hire more") == source
