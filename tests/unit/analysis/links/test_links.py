"""Claims are linked to those they answer, repeat or carry, by the words that make it so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest
from spacy.language import Language

from according.analysis.drafts import Draft
from according.analysis.links.find import denied_by, find_links
from according.analysis.links.topics import LinkWords, load_link_words, topics
from according.analysis.passages import parse
from according.analysis.sources.mentions import Mentions
from according.domain.article import Article
from according.domain.claims import Claim, Level, Link, LinkKind
from according.domain.entities import Entity, EntityKind
from according.places import resource
from tests.unit.analysis.articles import article_of
from tests.unit.analysis.drafting import claim_of, draft_of, entity_of


@pytest.fixture(scope="module")
def words() -> LinkWords:
    return load_link_words(resource("words", "links.toml"))


class Story:
    """An article with claims made by hand; `say` adds one and gives its id."""

    def __init__(self, nlp: Language, article: Article, *entities: Entity) -> None:
        self.nlp = nlp
        self.article = article
        self.entities = entities
        self.drafts: list[Draft] = []
        self.claims: list[Claim] = []

    def say(self, content: str, *, who: str = "", **more: object) -> str:
        certainty = {key: more.pop(key) for key in ("level", "likelihood") if key in more}
        draft = draft_of(self.article, content, **more)  # type: ignore[arg-type]
        sources = tuple(who.split())
        claim = claim_of(
            self.article,
            len(self.claims) + 1,
            draft,
            sources=sources,
            **certainty,  # type: ignore[arg-type]
        )
        self.drafts.append(draft)
        self.claims.append(claim)
        return claim.id

    def links(
        self, words: LinkWords, serving: Mapping[str, tuple[str, ...]] | None = None
    ) -> tuple[Link, ...]:
        parsed = parse(self.nlp, self.article)
        mentions = Mentions(self.entities)
        compared = topics(parsed, self.drafts, self.claims, mentions, words)
        loyal = {source: dict.fromkeys(ids) for source, ids in (serving or {}).items()}
        return find_links(compared, loyal, words, self.article.text)


def pairs(links: Sequence[Link], kind: LinkKind) -> set[tuple[str, str]]:
    return {(link.first, link.second) for link in links if link.kind is kind}


@pytest.fixture
def quarrel(nlp: Language) -> Story:
    article = article_of(
        "Chilean sources said six Norwegian sailors died when a trawler sank.",
        "Chile and its partners have accused Norway of sending trawlers to Peru.",
        "Admiral Rojas accused Oslo of “emptying the sea” off Peru.",
        "Oslo and Lima have denied such allegations.",
        "Chile has bought nets.",
    )
    return Story(
        nlp,
        article,
        entity_of(article, "e1", "Norway", EntityKind.PLACE, "Norway", ("Oslo", 0), ("Oslo", 1)),
        entity_of(article, "e2", "Peru", EntityKind.PLACE, ("Peru", 0), ("Peru", 1), "Lima"),
        entity_of(article, "e3", "Norwegian", EntityKind.GROUP, related=("e1",)),
    )


def test_such_allegations_are_the_accusations_not_the_casualties(
    quarrel: Story, words: LinkWords
) -> None:
    quarrel.say(
        "six Norwegian sailors died when a trawler sank", who="s1", by="Chilean sources", cue="said"
    )
    first = quarrel.say(
        "of sending trawlers to Peru",
        who="s2 s3",
        by="Chile and its partners",
        cue="have accused",
        lemma="accuse",
    )
    second = quarrel.say(
        "of “emptying the sea” off Peru",
        who="s4",
        by="Admiral Rojas",
        cue=("accused", 1),
        lemma="accuse",
    )
    denial = quarrel.say(
        "such allegations", who="s5 s6", by="Oslo and Lima", cue="have denied", lemma="deny"
    )
    quarrel.say("Chile has bought nets")
    links = quarrel.links(words, {"s5": ("e1",), "s6": ("e2",)})
    assert pairs(links, LinkKind.DENIES) == {(denial, first), (denial, second)}
    assert denied_by(links) == {denial: (first, second)}
    link = links[0]
    told = [span.of(quarrel.article.text) for span in link.words]
    assert told == ["have denied", "such allegations"]
    assert all(0 < link.score <= 1 for link in links)


def test_a_denial_in_its_own_words_finds_what_it_denies(nlp: Language, words: LinkWords) -> None:
    article = article_of(
        "Prosecutors said Ann Lee poisoned the well.",
        "The mayor said the well would be cleaned.",
        "Ms Lee denied poisoning the well.",
    )
    story = Story(nlp, article)
    accusation = story.say("Ann Lee poisoned the well", who="s1", by="Prosecutors", cue=("said", 0))
    story.say("the well would be cleaned", who="s2", by="The mayor", cue=("said", 1))
    denial = story.say("poisoning the well", who="s3", by="Ms Lee", cue="denied", lemma="deny")
    assert pairs(story.links(words), LinkKind.DENIES) == {(denial, accusation)}


def test_a_rejected_request_denies_nothing(nlp: Language, words: LinkWords) -> None:
    article = article_of(
        "The paper said a request to open the file had been made.",
        "The judge rejected the request to open the file.",
    )
    story = Story(nlp, article)
    story.say("a request to open the file had been made", who="s1", by="The paper", cue="said")
    story.say(
        "the request to open the file", who="s2", by="The judge", cue="rejected", lemma="reject"
    )
    assert not pairs(story.links(words), LinkKind.DENIES)


def test_somebodys_claims_are_those_that_somebody_makes(nlp: Language, words: LinkWords) -> None:
    article = article_of(
        "Ann Lee said the songs were hers.",
        "A lawyer said the case was simple.",
        "Big Crane denied Lee’s claims.",
    )
    lee = entity_of(article, "e1", "Ann Lee", EntityKind.PERSON, "Ann Lee", ("Lee", 1))
    story = Story(nlp, article, lee)
    hers = story.say("the songs were hers", who="s1", by="Ann Lee", cue=("said", 0))
    story.say("the case was simple", who="s2", by="A lawyer", cue=("said", 1))
    denial = story.say("Lee’s claims", who="s3", by="Big Crane", cue="denied", lemma="deny")
    links = story.links(words, {"s1": ("e1",)})
    assert pairs(links, LinkKind.DENIES) == {(denial, hers)}


def test_calling_a_claim_false_disputes_it(nlp: Language, words: LinkWords) -> None:
    article = article_of(
        "Chile accused Norway of emptying the sea.",
        "A fisherman said the accusation was baseless.",
    )
    story = Story(nlp, article)
    charge = story.say("of emptying the sea", who="s1", by="Chile", cue="accused", lemma="accuse")
    answer = story.say("the accusation was baseless", who="s2", by="A fisherman", cue="said")
    assert pairs(story.links(words), LinkKind.DISPUTES) == {(answer, charge)}


def test_the_opposite_is_no_repetition(nlp: Language, words: LinkWords) -> None:
    article = article_of(
        "Chile said Norway sent large grey trawlers to Peru.",
        "Norway said Norway sent no large grey trawlers to Peru.",
    )
    norway = entity_of(article, "e1", "Norway", EntityKind.PLACE, ("Norway", 0), ("Norway", 2))
    story = Story(nlp, article, norway)
    story.say("Norway sent large grey trawlers to Peru", who="s1", by="Chile", cue=("said", 0))
    story.say("Norway sent no large grey trawlers", who="s2", by=("Norway", 1), cue=("said", 1))
    assert not pairs(story.links(words), LinkKind.REPEATS)


def test_no_comment_goes_to_the_claim_about_the_silent(nlp: Language, words: LinkWords) -> None:
    article = article_of(
        "Inspectors said the mill was fine. Inspectors said Calder hid the report.",
        "Calder declined to comment on the matter.",
    )
    calder = entity_of(
        article, "e1", "Calder", EntityKind.ORGANISATION, ("Calder", 0), ("Calder", 1)
    )
    story = Story(nlp, article, calder)
    story.say("the mill was fine", who="s1", by="Inspectors", cue=("said", 0))
    hidden = story.say("Calder hid the report", who="s1", by=("Inspectors", 1), cue=("said", 1))
    silence = story.say(
        "to comment on the matter", who="s2", by=("Calder", 1), cue="declined", lemma="decline"
    )
    links = story.links(words, {"s2": ("e1",)})
    assert pairs(links, LinkKind.NO_COMMENT) == {(silence, hidden)}


def test_the_cue_may_hold_the_refusal(nlp: Language, words: LinkWords) -> None:
    article = article_of(
        "Inspectors said Calder hid the report.", "Calder declined to comment on the fees."
    )
    calder = entity_of(
        article, "e1", "Calder", EntityKind.ORGANISATION, ("Calder", 0), ("Calder", 1)
    )
    story = Story(nlp, article, calder)
    hidden = story.say("Calder hid the report", who="s1", by="Inspectors", cue="said")
    silence = story.say(
        "the fees", who="s2", by=("Calder", 1), cue="declined to comment", lemma="decline"
    )
    links = story.links(words, {"s2": ("e1",)})
    assert pairs(links, LinkKind.NO_COMMENT) == {(silence, hidden)}


def test_a_stronger_repetition_by_the_same_source(nlp: Language, words: LinkWords) -> None:
    article = article_of(
        "Mr Berg said reports of Norwegian losses off Peru were likely to be true. “We think "
        "Norwegian losses off Peru are certain,” he said.",
    )
    norway = entity_of(
        article, "e1", "Norwegian", EntityKind.GROUP, ("Norwegian", 0), ("Norwegian", 1)
    )
    peru = entity_of(article, "e2", "Peru", EntityKind.PLACE, ("Peru", 0), ("Peru", 1))
    story = Story(nlp, article, norway, peru)
    first = story.say(
        "reports of Norwegian losses off Peru were likely to be true",
        who="s1",
        by="Mr Berg",
        cue=("said", 0),
        likelihood="likely",
    )
    second = story.say(
        "“We think Norwegian losses off Peru are certain,”",
        who="s1",
        by="he",
        cue=("said", 1),
        likelihood="certain",
    )
    assert pairs(story.links(words), LinkKind.REPEATS) == {(second, first)}


def test_a_headline_rests_on_the_claims_that_carry_it(nlp: Language, words: LinkWords) -> None:
    article = article_of(
        "Norwegian trawlers could fish off Peru, the minister said.",
        "The minister said such a voyage was very likely.",
        "A sailor said the soup was cold.",
        headline="Norway ‘very likely’ sending trawlers to Peru, Chile says",
    )
    norway = entity_of(article, "e1", "Norway", EntityKind.PLACE)
    people = entity_of(article, "e2", "Norwegian", EntityKind.GROUP, related=("e1",))
    peru = entity_of(article, "e3", "Peru", EntityKind.PLACE, ("Peru", 0), ("Peru", 1))
    story = Story(nlp, article, norway, people, peru)
    lead = story.say(
        "Norway ‘very likely’ sending trawlers to Peru",
        who="s1",
        by="Chile",
        cue="says",
        likelihood=("very likely", 0),
    )
    could = story.say(
        "Norwegian trawlers could fish off Peru", who="s2", by="the minister", cue=("said", 0)
    )
    likely = story.say(
        "such a voyage was very likely",
        who="s2",
        by="The minister",
        cue=("said", 1),
        likelihood=("very likely", 1),
    )
    story.say("the soup was cold", who="s3", by="A sailor", cue=("said", 2))
    found = pairs(story.links(words, {"s1": ("e9",), "s2": ("e9",)}), LinkKind.RESTS_ON)
    assert found == {(lead, could), (lead, likely)}


def test_many_like_sentences_do_not_flood_the_links(nlp: Language, words: LinkWords) -> None:
    lines = [f"Crew {n} said the Peru net number {n} tore." for n in range(60)]
    article = article_of(*lines)
    peru = entity_of(article, "e1", "Peru", EntityKind.PLACE, *[("Peru", n) for n in range(60)])
    story = Story(nlp, article, peru)
    for n in range(60):
        story.say(f"the Peru net number {n} tore", who=f"s{n}", by=f"Crew {n} ", cue=("said", n))
    assert len(story.links(words)) <= 200


def test_an_article_without_claims_has_no_links(nlp: Language, words: LinkWords) -> None:
    assert Story(nlp, article_of("Nothing happened.")).links(words) == ()


def test_two_denials_with_one_level_carry_each_other(nlp: Language, words: LinkWords) -> None:
    article = article_of(
        "Calder denied overloading the bridge.", headline="Calder denies overloading"
    )
    story = Story(nlp, article)
    lead = story.say(
        "overloading", who="s1", by="Calder", cue="denies", lemma="deny", level=Level.DENIED
    )
    body = story.say(
        "overloading the bridge",
        who="s1",
        by=("Calder", 1),
        cue="denied",
        lemma="deny",
        level=Level.DENIED,
    )
    assert pairs(story.links(words), LinkKind.RESTS_ON) == {(lead, body)}
