"""Entities: one for each that is named, and the right one where a name fits two."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from spacy.language import Language

from according.analysis.attribution.find import find_drafts
from according.analysis.attribution.lexicon import load_words
from according.analysis.attribution.quotations import find_quotations
from according.analysis.drafts import Draft
from according.analysis.entities.find import find_entities
from according.analysis.passages import parse
from according.domain.article import Article
from according.domain.entities import Entity, EntityKind
from according.readers.read import read
from tests.shared import sample_article
from tests.unit.analysis.articles import article_of
from tests.unit.analysis.drafting import draft_of


def found(nlp: Language, article: Article, *drafts: Draft) -> dict[str, Entity]:
    """The entities of an article by their names, of which no two may be alike."""
    entities = find_entities(parse(nlp, article), drafts)
    by_name = {entity.name: entity for entity in entities}
    assert len(by_name) == len(entities)
    return by_name


def printed(article: Article, entity: Entity, *, inferred: bool | None = None) -> list[str]:
    """The words of an entity's mentions, all or only the inferred or uninferred ones."""
    return [
        mention.span.of(article.text)
        for mention in entity.mentions
        if inferred is None or mention.inferred is inferred
    ]


def kinds(entities: Sequence[Entity] | dict[str, Entity]) -> set[EntityKind]:
    values = entities.values() if isinstance(entities, dict) else entities
    return {entity.kind for entity in values}


# One entity for each


def test_ids_follow_the_text(nlp: Language) -> None:
    article = article_of("Helen Marsh met Luis Ferreira in Portugal.", "Marsh left for Norway.")
    entities = find_entities(parse(nlp, article), ())
    assert [entity.id for entity in entities] == ["e1", "e2", "e3", "e4"]
    assert [entity.name for entity in entities] == [
        "Helen Marsh", "Luis Ferreira", "Portugal", "Norway",
    ]  # fmt: skip


def test_a_country_has_many_names_and_one_entity(nlp: Language) -> None:
    article = article_of(
        "Britain has signed the treaty. The UK was the last to do so.",
        "The United Kingdom had asked for more time; London has denied that it stalled.",
        "The signing was held in London.",
    )
    entities = found(nlp, article)
    kingdom = entities["United Kingdom"]
    assert printed(article, kingdom) == ["Britain", "UK", "United Kingdom", "London"]
    assert printed(article, kingdom, inferred=True) == ["London"]
    assert printed(article, entities["London"]) == ["London"]
    assert kinds(entities) == {EntityKind.PLACE}


def test_a_people_and_its_country_know_each_other(nlp: Language) -> None:
    entities = found(nlp, article_of("Norwegian boats left Norway. Many Norwegians cheered."))
    country, people = entities["Norway"], entities["Norwegian"]
    assert people.kind is EntityKind.GROUP
    assert len(people.mentions) == 2
    assert country.related == (people.id,)
    assert people.related == (country.id,)


def test_case_and_accents_make_no_new_entity(nlp: Language) -> None:
    article = article_of(
        "Nato has sent ships, officials said. NATO ships were seen off Spain.",
        "Péter Szabó spoke for an hour. Peter Szabo left early.",
    )
    entities = found(nlp, article)
    assert printed(article, entities["Nato"]) == ["Nato", "NATO"]
    assert printed(article, entities["Péter Szabó"]) == ["Péter Szabó", "Peter Szabo"]


def test_an_acronym_is_its_long_form(nlp: Language) -> None:
    article = article_of(
        "The Severn Gas Board (SGB) raised prices.", "Customers of the SGB were not told."
    )
    board = found(nlp, article)["Severn Gas Board"]
    assert board.kind is EntityKind.ORGANISATION
    assert printed(article, board) == ["Severn Gas Board", "SGB", "SGB"]


def test_a_family_name_that_comes_first(nlp: Language) -> None:
    article = article_of(
        "The envoys Han Min-seo of South Korea and Chen Weiguo of China spoke on Monday.",
        "Mr Han was brief. Mr Chen spoke for an hour.",
    )
    entities = found(nlp, article)
    assert printed(article, entities["Han Min-seo"]) == ["Han Min-seo", "Mr Han"]
    assert printed(article, entities["Chen Weiguo"]) == ["Chen Weiguo", "Mr Chen"]


# Two of one name


def test_the_one_who_speaks_is_meant_and_not_the_nearest(nlp: Language) -> None:
    article = article_of(
        "Han Min-seo said the border would be closed on Monday.",
        "The Chinese president and North Korean general Han Ji-woo signed a pact in May.",
        "Mr Han said the border would stay closed for a week.",
    )
    entities = found(
        nlp,
        article,
        draft_of(article, "the border would be closed on Monday", by="Han Min-seo", cue="said"),
        draft_of(article, "the border would stay closed", by="Mr Han", cue=("said", 1)),
    )
    speaker, general = entities["Han Min-seo"], entities["Han Ji-woo"]
    (mention,) = speaker.mentions[1:]
    assert mention.span.of(article.text) == "Mr Han"
    assert (mention.doubtful, mention.inferred) == (True, False)
    assert mention.candidates == (general.id,)
    assert len(general.mentions) == 1


def test_title_and_gender_leave_no_doubt(nlp: Language) -> None:
    article = article_of(
        "The mayor, Boris Oakes, and his sister, the journalist Rachel Oakes, fell out.",
        "Mr Oakes wants the road. Ms Oakes does not.",
    )
    entities = found(nlp, article)
    assert printed(article, entities["Boris Oakes"]) == ["Boris Oakes", "Mr Oakes"]
    assert printed(article, entities["Rachel Oakes"]) == ["Rachel Oakes", "Ms Oakes"]
    assert not any(m.doubtful for entity in entities.values() for m in entity.mentions)


def test_a_doctor_is_the_one_who_was_called_so(nlp: Language) -> None:
    article = article_of(
        "Dr Priya Nair and her husband, Tom Nair, found the fossil.",
        "Mr Nair almost stepped on it. Dr Nair has named it.",
    )
    entities = found(nlp, article)
    assert printed(article, entities["Priya Nair"]) == ["Dr Priya Nair", "Dr Nair"]
    assert printed(article, entities["Tom Nair"]) == ["Tom Nair", "Mr Nair"]


def test_the_subject_of_the_paragraph_goes_before_the_speaker_of_the_last(nlp: Language) -> None:
    article = article_of(
        "Joe Marlow and Hunter Marlow live in Ohio. Joe Marlow said the law was wrong.",
        "Hunter Marlow arrived after nine. Marlow said nothing about the case.",
    )
    entities = found(
        nlp,
        article,
        draft_of(article, "the law was wrong", by=("Joe Marlow", 1), cue="said"),
        draft_of(article, "nothing about the case", by=("Marlow", 4), cue=("said", 1)),
    )
    hunter = entities["Hunter Marlow"]
    assert printed(article, hunter) == ["Hunter Marlow", "Hunter Marlow", "Marlow"]
    assert hunter.mentions[-1].candidates == (entities["Joe Marlow"].id,)


def test_she_said_that_she_is_a_woman(nlp: Language) -> None:
    article = article_of(
        "Rupert Langley runs the firm. His wife, Susan Langley, owns half of it.",
        "Langley said she would fight on.",
    )
    entities = found(
        nlp, article, draft_of(article, "she would fight on", by=("Langley", 2), cue="said")
    )
    assert printed(article, entities["Susan Langley"]) == ["Susan Langley", "Langley"]


def test_a_firm_and_its_founder(nlp: Language) -> None:
    article = article_of(
        "Harkness, the vacuum cleaner maker, is to cut 1,000 jobs. James Harkness founded it.",
        "Mr Harkness has moved to Singapore.",
    )
    entities = found(nlp, article)
    firm, founder = entities["Harkness"], entities["James Harkness"]
    assert (firm.kind, founder.kind) == (EntityKind.ORGANISATION, EntityKind.PERSON)
    assert firm.mentions[0].candidates == (founder.id,)
    assert printed(article, founder) == ["James Harkness", "Mr Harkness"]


# Roles, bodies, pronouns


@pytest.mark.parametrize(
    ("paragraph", "name", "description"),
    [
        (
            "Portugal’s finance minister, Ana Lima, resigned.",
            "Ana Lima",
            "Portugal’s finance minister",
        ),
        (
            "Ana Lima, the Portuguese chief of staff, resigned.",
            "Ana Lima",
            "Portuguese chief of staff",
        ),
        (
            "The letter reached US secretary of state Carl Dietz.",
            "Carl Dietz",
            "US secretary of state",
        ),
        ("Carl Dietz, 54, who is a nurse, saw it.", "Carl Dietz", "nurse"),
        ("Former prime minister Carl Dietz saw it.", "Carl Dietz", "former prime minister"),
        ("It was shown by the state news agency KCNA.", "KCNA", "state news agency"),
        ("A statement by Sen. Carl Dietz followed.", "Carl Dietz", "senator"),
    ],
)
def test_descriptions(nlp: Language, paragraph: str, name: str, description: str) -> None:
    article = article_of(paragraph)
    entity = found(nlp, article)[name]
    assert entity.description == description
    assert entity.described is not None


def test_a_role_is_its_holder(nlp: Language) -> None:
    article = article_of(
        "Portugal’s finance minister, Ana Lima, met Spanish minister Luis Vega.",
        "“Taxes will rise,” the finance minister said.",
    )
    entities = found(
        nlp,
        article,
        draft_of(article, "“Taxes will rise,”", by="the finance minister", cue="said"),
    )
    (mention,) = entities["Ana Lima"].mentions[1:]
    assert mention.span.of(article.text) == "the finance minister"
    assert (mention.inferred, mention.doubtful) == (True, False)


def test_a_role_is_tied_to_whom_the_article_introduces_next(nlp: Language) -> None:
    article = article_of(
        "Portuguese soldiers could be sent to the border, Portugal’s defence minister said.",
        "Ana Lima claimed that Portuguese soldiers would reach the border in June.",
        "Ten people live there.",
        "“Nobody will be forced,” the defence minister said.",
    )
    entities = found(
        nlp,
        article,
        draft_of(
            article,
            "Portuguese soldiers could be sent to the border",
            by="Portugal’s defence minister",
            cue="said",
        ),
        draft_of(
            article,
            "Portuguese soldiers would reach the border in June",
            by="Ana Lima",
            cue="claimed",
        ),
        draft_of(article, "“Nobody will be forced,”", by="the defence minister", cue="said"),
    )
    minister = entities["Ana Lima"]
    assert minister.description == "Portugal’s defence minister"
    assert printed(article, minister, inferred=True) == [
        "Portugal’s defence minister",
        "the defence minister",
    ]


def test_a_role_of_another_country_is_not_tied(nlp: Language) -> None:
    article = article_of("Spanish minister Luis Vega spoke.", "“No,” the Portuguese minister said.")
    entities = found(
        nlp, article, draft_of(article, "“No,”", by="the Portuguese minister", cue="said")
    )
    assert printed(article, entities["Luis Vega"]) == ["Luis Vega"]


def test_a_ministry_has_a_name_and_it_is_the_subject_before(nlp: Language) -> None:
    article = article_of(
        "The Portuguese foreign ministry on Sunday blamed Nato for accusing the country of theft. "
        "“That is a lie,” it said in a statement."
    )
    entities = found(
        nlp,
        article,
        draft_of(article, "accusing the country of theft", by="Nato", cue="accusing"),
        draft_of(article, "“That is a lie,”", by="it", cue="said"),
    )
    ministry = entities["Portuguese foreign ministry"]
    assert ministry.kind is EntityKind.ORGANISATION
    assert printed(article, ministry, inferred=True) == ["it"]
    assert not ministry.mentions[-1].doubtful


def test_a_government_is_its_country(nlp: Language) -> None:
    article = article_of("Portugal has a new road. The Portuguese government said it was cheap.")
    entities = found(
        nlp, article, draft_of(article, "it was cheap", by="The Portuguese government", cue="said")
    )
    assert printed(article, entities["Portugal"], inferred=True) == ["The Portuguese government"]
    assert EntityKind.ORGANISATION not in kinds(entities)


def test_she_is_the_woman_who_spoke(nlp: Language) -> None:
    article = article_of(
        "Helen Marsh said the mill was safe. Tom Oakes watched. She said nobody was hurt."
    )
    entities = found(
        nlp,
        article,
        draft_of(article, "the mill was safe", by="Helen Marsh", cue="said"),
        draft_of(article, "nobody was hurt", by="She", cue=("said", 1)),
    )
    assert printed(article, entities["Helen Marsh"]) == ["Helen Marsh", "She"]
    assert printed(article, entities["Tom Oakes"]) == ["Tom Oakes"]


def test_the_company_is_the_one_in_the_story(nlp: Language) -> None:
    article = article_of(
        "Northgate Holdings Plc runs 40 homes, the Daily Herald said.",
        "The company said it was surprised.",
    )
    entities = found(
        nlp,
        article,
        draft_of(article, "runs 40 homes", by="the Daily Herald", cue="said"),
        draft_of(article, "it was surprised", by="The company", cue=("said", 1)),
    )
    company = next(e for name, e in entities.items() if name.startswith("Northgate"))
    assert printed(article, company, inferred=True) == ["The company"]


def test_many_mentions_take_no_longer_each(nlp: Language) -> None:
    paragraph = (
        "Helen Marsh met Tom Oakes in Oslo. Marsh left. Mr Oakes stayed in Norway with Nato."
    )
    article = article_of(*[paragraph] * 300)
    entities = found(nlp, article)
    assert len(entities["Helen Marsh"].mentions) == 600
    assert len(entities["Norway"].mentions) == 300


def test_nobody_is_doubted_for_one_who_comes_later(nlp: Language) -> None:
    article = article_of(
        "Helen Marsh runs the mill. Marsh bought it in March.",
        "Her brother Tom Marsh has never seen it.",
    )
    entities = found(nlp, article)
    assert printed(article, entities["Helen Marsh"]) == ["Helen Marsh", "Marsh"]
    assert not any(m.doubtful for entity in entities.values() for m in entity.mentions)


def test_the_speaker_of_the_paragraph_goes_on(nlp: Language) -> None:
    article = article_of(
        "Anna Weber said the boats were boarded. Tom Weber called that a lie.",
        "“There was no raid,” said Mr Weber. Weber added that the law was on his side.",
    )
    entities = found(
        nlp,
        article,
        draft_of(article, "the boats were boarded", by="Anna Weber", cue="said"),
        draft_of(article, "that a lie", by="Tom Weber", cue="called"),
        draft_of(article, "“There was no raid,”", by="Mr Weber", cue=("said", 1)),
        draft_of(article, "the law was on his side", by=("Weber", 3), cue="added"),
    )
    assert printed(article, entities["Tom Weber"]) == ["Tom Weber", "Mr Weber", "Weber"]
    assert entities["Tom Weber"].mentions[-1].candidates == (entities["Anna Weber"].id,)


def test_a_role_that_only_one_holds_is_theirs_where_nobody_speaks(nlp: Language) -> None:
    article = article_of(
        "Hungary’s prime minister, Miklós Varga, met Senator Carol Burke.",
        "A crowd greeted the prime minister. The senator left by a side door.",
    )
    entities = found(nlp, article)
    assert printed(article, entities["Miklós Varga"], inferred=True) == ["the prime minister"]
    assert printed(article, entities["Carol Burke"], inferred=True) == ["The senator"]


def test_a_vice_president_is_not_the_president(nlp: Language) -> None:
    article = article_of("They wrote to Vice President Carol Burke on Friday.")
    assert found(nlp, article)["Carol Burke"].description == "vice president"


def test_the_sample_article(nlp: Language) -> None:
    path = sample_article()
    article = read(path.read_bytes(), name=path.name)
    parsed = parse(nlp, article)
    drafts = find_drafts(parsed, find_quotations(parsed)[0], load_words())
    entities = find_entities(parsed, drafts)
    by_name = {entity.name: entity for entity in entities}
    minister, leader = by_name["Kim Yong-hyun"], by_name["Kim Jong-un"]
    assert minister.description == "South Korea’s defence minister"
    (doubted,) = (mention for mention in minister.mentions if mention.doubtful)
    assert doubted.span.of(article.text) == "Mr Kim"
    assert doubted.candidates == (leader.id,)
    north = by_name["North Korea"]
    assert {"North Korea", "DPRK", "Pyongyang"} == set(printed(article, north))
    assert printed(article, by_name["Pyongyang"]) == ["Pyongyang"]
    assert printed(article, by_name["Nato"]) == ["Nato", "NATO", "Nato"]
    assert printed(article, by_name["North Korean foreign ministry"], inferred=True) == ["it"]
    assert printed(article, by_name["Kyrylo Budanov"]) == ["Lt Gen Kyrylo Budanov"]
    assert {"The Kyiv Post", "Interfax Ukraine", "KCNA", "Yonhap"} <= by_name.keys()
    assert not {"Elon Musk", "Big Tech", "BST", "Shweta Sharma"} & by_name.keys()
