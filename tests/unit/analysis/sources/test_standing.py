"""How a source stands to a claim is told in the article's words, or it is not known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from spacy.language import Language

from according.analysis.drafts import Draft
from according.analysis.passages import parse
from according.analysis.sources.allegiances import allegiances
from according.analysis.sources.catalogue import Catalogue, load_catalogue
from according.analysis.sources.conflicts import conflict_parties
from according.analysis.sources.disputes import Dispute
from according.analysis.sources.find import Resolved
from according.analysis.sources.mentions import Mentions
from according.analysis.sources.stances import Matter
from according.analysis.sources.standing import origins, standings
from according.analysis.sources.standing_words import StandingWords, load_standing_words
from according.domain.article import Article
from according.domain.claims import Directness, Quotation, Stance, Standing
from according.domain.entities import Entity, EntityKind
from according.domain.sources import Source, SourceKind
from according.places import resource, seed
from tests.unit.analysis.articles import article_of, span_of
from tests.unit.analysis.drafting import claim_of, draft_of, entity_of
from tests.unit.analysis.reading import reading


@pytest.fixture(scope="module")
def words() -> StandingWords:
    return load_standing_words(resource("words", "standing.toml"))


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue(seed("catalogue"))


def source(kind: SourceKind, *, named: bool = True, entity: str | None = None) -> Source:
    return Source("s1", "somebody", kind, named, entity=entity)


class Stand:
    """Tells the standing of one source to one claim of an article."""

    def __init__(self, nlp: Language, words: StandingWords, catalogue: Catalogue) -> None:
        self.nlp, self.words, self.catalogue = nlp, words, catalogue

    def __call__(
        self,
        article: Article,
        draft: Draft,
        who: Source,
        entities: Sequence[Entity] = (),
        *,
        via: tuple[tuple[str, ...], ...] = (),
        denies: bool = False,
        disputes: tuple[Dispute, ...] = (),
    ) -> Standing:
        parsed, mentions = parse(self.nlp, article), Mentions(entities)
        resolved = [Resolved((who.id,), via)]
        matter = Matter(
            parsed,
            mentions,
            allegiances(
                parsed, [draft], resolved, [who], mentions, self.catalogue, self.words.voices
            ),
            conflict_parties(parsed, mentions, self.words.conflicts),
            frozenset(("accuse",)),
            self.words,
            disputes,
        )
        claim = claim_of(article, 1, draft, sources=(who.id,), via=via)
        (standing,) = standings(
            parsed, claim, draft, {who.id: who}, matter, self.words, denies=denies
        )
        return standing


@pytest.fixture
def stand(nlp: Language, words: StandingWords, catalogue: Catalogue) -> Stand:
    return Stand(nlp, words, catalogue)


def told(article: Article, standing: Standing) -> list[str]:
    return [span.of(article.text) for span in standing.words]


def test_a_minister_before_parliament_speaks_officially(stand: Stand) -> None:
    article = article_of("The fisheries minister told parliament the quota would fall.")
    draft = draft_of(
        article, "the quota would fall", by="The fisheries minister", cue="told", lemma="tell"
    )
    standing = stand(article, draft, source(SourceKind.OFFICIAL))
    assert standing.directness is Directness.OFFICIAL_STATEMENT
    assert told(article, standing) == ["told parliament"]
    assert (standing.stance, standing.reason) == (Stance.NOT_KNOWN, None)


def test_a_statement_passed_on_is_still_a_statement(stand: Stand) -> None:
    article = article_of(
        "“The sea is ours,” the ministry said in a statement, according to the agency."
    )
    draft = draft_of(
        article,
        "“The sea is ours,”",
        by="the ministry",
        cue="said",
        via=[(("the agency",), "according to")],
        quotation=Quotation.DIRECT,
    )
    standing = stand(article, draft, source(SourceKind.GOVERNMENT_BODY), via=(("s2",),))
    assert standing.directness is Directness.OFFICIAL_STATEMENT
    assert told(article, standing) == ["statement"]


def test_a_statement_spoken_of_in_the_quotation_is_none(stand: Stand) -> None:
    article = article_of("“I read the statement,” the cook said.")
    draft = draft_of(
        article,
        "“I read the statement,”",
        by="the cook",
        cue="said",
        quotation=Quotation.DIRECT,
    )
    assert stand(article, draft, source(SourceKind.PERSON)).directness is Directness.NOT_STATED


def test_unnamed_sources_known_through_an_outlet_are_relayed(stand: Stand) -> None:
    article = article_of("The Gazette had quoted port sources as saying the crane fell.")
    draft = draft_of(
        article,
        "the crane fell",
        by="port sources",
        cue="saying",
        via=[(("The Gazette",), "had quoted")],
    )
    group = source(SourceKind.UNNAMED_GROUP, named=False)
    standing = stand(article, draft, group, via=(("s2",),))
    assert standing.directness is Directness.RELAYED
    assert told(article, standing) == ["had quoted"]


def test_what_is_about_reports_is_second_hand(stand: Stand) -> None:
    article = article_of("Mr Berg said reports of losses were likely to be true.")
    draft = draft_of(article, "reports of losses were likely to be true", by="Mr Berg", cue="said")
    standing = stand(article, draft, source(SourceKind.OFFICIAL))
    assert standing.directness is Directness.SECOND_HAND
    assert told(article, standing) == ["reports of"]


@pytest.mark.parametrize(
    ("text", "content", "by"),
    [
        ("“I saw the crane fall,” Ann Lee said.", "“I saw the crane fall,”", "Ann Lee"),
        ("The crane fell, an eyewitness said.", "The crane fell", "an eyewitness"),
    ],
)
def test_a_witness_only_by_words(stand: Stand, text: str, content: str, by: str) -> None:
    article = article_of(text)
    draft = draft_of(article, content, by=by, cue="said", quotation=Quotation.MIXED)
    assert stand(article, draft, source(SourceKind.PERSON)).directness is Directness.WITNESSED


def test_a_document_is_a_document(stand: Stand) -> None:
    article = article_of("A memo says the crane was old.")
    draft = draft_of(article, "the crane was old", by="A memo", cue="says")
    who = source(SourceKind.DOCUMENT, named=False)
    assert stand(article, draft, who).directness is Directness.DOCUMENT


def test_who_speaks_for_a_state_that_the_claim_names_is_a_party(stand: Stand) -> None:
    article = article_of("Norway’s fisheries minister said Norway had emptied no sea.")
    norway = entity_of(article, "e1", "Norway", EntityKind.PLACE, ("Norway", 0), ("Norway", 1))
    draft = draft_of(
        article, "Norway had emptied no sea", by="Norway’s fisheries minister", cue="said"
    )
    standing = stand(article, draft, source(SourceKind.OFFICIAL), [norway])
    assert (standing.stance, told(article, standing)) == (Stance.PARTY, ["Norway"])
    assert standing.reason == "speaks for Norway, named in the claim"


def test_a_state_that_is_only_a_place_in_the_claim_makes_no_party(stand: Stand) -> None:
    article = article_of("Norway’s fisheries minister said herring spawn in Norway.")
    norway = entity_of(article, "e1", "Norway", EntityKind.PLACE, ("Norway", 0), ("Norway", 1))
    draft = draft_of(
        article, "herring spawn in Norway", by="Norway’s fisheries minister", cue="said"
    )
    standing = stand(article, draft, source(SourceKind.OFFICIAL), [norway])
    assert standing.stance is Stance.NOT_KNOWN


def test_a_state_at_war_is_a_party_by_the_articles_words(stand: Stand) -> None:
    article = article_of(
        "The war in Norway goes on.",
        "Norway’s chief of intelligence said Peru had sent artillery shells.",
        "The minister of Chile said Peru had sent artillery shells.",
    )
    entities = [
        entity_of(article, "e1", "Norway", EntityKind.PLACE, ("Norway", 0), ("Norway", 1)),
        entity_of(article, "e2", "Chile", EntityKind.PLACE),
    ]
    own = draft_of(
        article,
        ("Peru had sent artillery shells", 0),
        by="Norway’s chief of intelligence",
        cue=("said", 0),
    )
    standing = stand(article, own, source(SourceKind.MILITARY_OR_INTELLIGENCE), entities)
    assert (standing.stance, told(article, standing)) == (Stance.PARTY, ["war in Norway"])
    assert standing.reason == "speaks for Norway: “war in Norway”"
    other = draft_of(
        article,
        ("Peru had sent artillery shells", 1),
        by="The minister of Chile",
        cue=("said", 1),
    )
    assert stand(article, other, source(SourceKind.OFFICIAL), entities).stance is Stance.NOT_KNOWN


def test_who_speaks_for_an_accuser_is_a_party_where_the_accused_is_named(stand: Stand) -> None:
    article = article_of(
        "Chile accused Norway of emptying the sea.",
        "Chile’s fisheries minister said Norway must send its trawlers home.",
        "Chile’s fisheries minister said herring were small.",
    )
    entities = [
        entity_of(
            article, "e1", "Chile", EntityKind.PLACE, ("Chile", 0), ("Chile", 1), ("Chile", 2)
        ),
        entity_of(article, "e2", "Norway", EntityKind.PLACE, ("Norway", 0), ("Norway", 1)),
    ]
    dispute = Dispute(frozenset(("e1",)), frozenset(("e2",)), span_of(article, "accused"))
    minister = source(SourceKind.OFFICIAL)
    home = draft_of(
        article,
        "Norway must send its trawlers home",
        by=("Chile’s fisheries minister", 0),
        cue=("said", 0),
    )
    standing = stand(article, home, minister, entities, disputes=(dispute,))
    assert (standing.stance, told(article, standing)) == (Stance.PARTY, ["accused"])
    assert standing.reason == "speaks for Chile, which makes an accusation here: “accused”"
    small = draft_of(
        article,
        "herring were small",
        by=("Chile’s fisheries minister", 1),
        cue=("said", 1),
    )
    standing = stand(article, small, minister, entities, disputes=(dispute,))
    assert standing.stance is Stance.NOT_KNOWN


@pytest.mark.parametrize(
    ("by", "stance"),
    [
        ("Its allies", Stance.ALLY),
        ("Critics of the mayor", Stance.ADVERSARY),
        ("Independent experts", Stance.INDEPENDENT),
        ("Experts", Stance.NOT_KNOWN),
    ],
)
def test_the_words_for_a_source_may_tell_its_side(stand: Stand, by: str, stance: Stance) -> None:
    article = article_of(f"{by} said the crane was old.")
    draft = draft_of(article, "the crane was old", by=by, cue="said")
    standing = stand(article, draft, source(SourceKind.UNNAMED_GROUP, named=False))
    assert standing.stance is stance
    assert (standing.reason is None) is (stance is Stance.NOT_KNOWN)


def test_a_company_is_interested_in_its_own_affairs(stand: Stand) -> None:
    article = article_of("Calder said Calder trucks were light.", "Calder said Calder was honest.")
    calder = entity_of(
        article, "e1", "Calder", EntityKind.ORGANISATION, *[("Calder", n) for n in range(4)]
    )
    maker = source(SourceKind.COMPANY, entity="e1")
    trucks = draft_of(article, "Calder trucks were light", by="Calder", cue=("said", 0))
    assert stand(article, trucks, maker, [calder]).stance is Stance.NOT_KNOWN
    honest = draft_of(article, "Calder was honest", by=("Calder", 2), cue=("said", 1))
    standing = stand(article, honest, maker, [calder])
    assert (standing.stance, told(article, standing)) == (Stance.INTERESTED, ["Calder"])


def test_who_denies_an_accusation_is_a_party_to_it(stand: Stand) -> None:
    article = article_of("Mr Berg denied the claims.")
    draft = draft_of(article, "the claims", by="Mr Berg", cue="denied", lemma="deny")
    standing = stand(article, draft, source(SourceKind.PERSON), denies=True)
    assert (standing.stance, standing.reason) == (
        Stance.PARTY,
        "answers what is said of it: “denied the claims”",
    )


def test_independent_origins(catalogue: Catalogue) -> None:
    named, group = source(SourceKind.OFFICIAL), source(SourceKind.UNNAMED_GROUP, named=False)
    other = replace(named, id="s2")
    assert origins([named, other], catalogue) == 2
    assert origins([group], catalogue) == 1
    assert origins([group, replace(group, id="s2")], catalogue) == 1
    assert origins([named, replace(group, id="s2")], catalogue) == 2
    assert origins([], catalogue) == 1


def test_a_government_and_its_seat_are_one_origin(catalogue: Catalogue) -> None:
    body = source(SourceKind.GOVERNMENT_BODY)
    russia = replace(body, id="s1", catalogue="government-of-russia")
    kremlin = replace(body, id="s2", catalogue="kremlin")
    norway = replace(body, id="s3")
    assert origins([russia, kremlin], catalogue) == 1
    assert origins([kremlin, norway], catalogue) == 2


def test_testimony_is_official_whoever_gives_it(stand: Stand) -> None:
    article = article_of("Ann Lee told the inquiry the gate was open.")
    draft = draft_of(article, "the gate was open", by="Ann Lee", cue="told", lemma="tell")
    standing = stand(article, draft, source(SourceKind.PERSON))
    assert standing.directness is Directness.OFFICIAL_STATEMENT
    assert told(article, standing) == ["told the inquiry"]


def test_a_venue_that_is_not_told_anything_tells_nothing(stand: Stand) -> None:
    article = article_of("The regulator said it had opened an inquiry.")
    draft = draft_of(article, "it had opened an inquiry", by="The regulator", cue="said")
    assert told(article, stand(article, draft, source(SourceKind.GOVERNMENT_BODY))) == []


@pytest.mark.parametrize(
    ("sentence", "by", "content", "saw"),
    [
        (
            *("Ann Lee, a baker who saw the crash, said it was loud.",),
            *("Ann Lee, a baker who saw the crash", "it was loud", "who saw"),
        ),
        (
            *("Ann Lee said she had seen the wall fall.",),
            *("Ann Lee", "she had seen the wall fall", "she had seen"),
        ),
        (
            *("Ann Lee, who survived the fire, said it was loud.",),
            *("Ann Lee", "it was loud", "who survived"),
        ),
    ],
)
def test_witnesses_by_the_papers_words(
    stand: Stand, sentence: str, by: str, content: str, saw: str
) -> None:
    article = article_of(sentence)
    draft = draft_of(article, content, by=by, cue="said")
    standing = stand(article, draft, source(SourceKind.PERSON))
    assert standing.directness is Directness.WITNESSED
    assert told(article, standing) == [saw]


@pytest.mark.parametrize(
    "by", ["A lawyer for the port", "Lee’s brother", "Former employees of the mill"]
)
def test_a_tie_makes_a_source_interested(stand: Stand, by: str) -> None:
    article = article_of(f"{by} said the gate was open.")
    draft = draft_of(article, "the gate was open", by=by, cue="said")
    standing = stand(article, draft, source(SourceKind.PERSON, named=False))
    assert (standing.stance, standing.reason) == (Stance.INTERESTED, f"called “{by}” here")


def test_who_pays_for_a_study_is_told() -> None:
    read = reading(
        "Researchers at the mill, whose work was funded by Calder, said the water was clean.",
        "A survey found that swimmers agreed. The survey was paid for by the brewers.",
    )
    standing = read.standing("the water was clean")
    assert (standing.stance, standing.reason) == (
        Stance.INTERESTED,
        "the article says “funded by Calder”",
    )
    assert read.standing("swimmers agreed").stance is Stance.INTERESTED


def test_who_is_accused_is_a_party() -> None:
    read = reading(
        "Inspectors accused Calder Shipping of hiding the report.",
        "Calder Shipping said the report was public.",
    )
    standing = read.standing("the report was public")
    assert standing.stance is Stance.PARTY
    assert standing.reason == "is accused here: “accused Calder Shipping”"


@pytest.mark.parametrize(
    ("clause", "stance", "quoted"),
    [
        ("who was not involved in the survey", Stance.INDEPENDENT, "not involved in the survey"),
        ("who part-funded the work", Stance.INTERESTED, "part-funded the work"),
        ("who makes the pump", Stance.INTERESTED, "makes the pump"),
        ("who lives by the river", Stance.NOT_KNOWN, None),
    ],
)
def test_a_clause_behind_a_source_tells_its_side(
    stand: Stand, clause: str, stance: Stance, quoted: str | None
) -> None:
    article = article_of(f"Ann Lee, {clause}, said the river was clean.")
    draft = draft_of(article, "the river was clean", by="Ann Lee", cue="said")
    standing = stand(article, draft, source(SourceKind.PERSON))
    reason = f"the article says “{quoted}”" if quoted else None
    assert (standing.stance, standing.reason) == (stance, reason)


def test_a_maker_on_its_own_product_is_interested(stand: Stand) -> None:
    article = article_of("“Our pump is the best in the world,” Lars Holm said.")
    draft = draft_of(
        article,
        *("“Our pump is the best in the world,”",),
        by="Lars Holm",
        cue="said",
        quotation=Quotation.DIRECT,
    )
    boss = replace(source(SourceKind.PERSON), description="chief executive")
    standing = stand(article, draft, boss)
    assert (standing.stance, standing.reason) == (
        Stance.INTERESTED,
        "speaks of its own: “Our pump”",
    )
    assert stand(article, draft, source(SourceKind.PERSON)).stance is Stance.NOT_KNOWN


def test_what_another_told_parliament_is_not_ones_own_testimony() -> None:
    read = reading(
        "The fisheries minister told parliament boats had sunk after media reports claimed "
        "that nets were cut."
    )
    assert read.standing("nets were cut").directness is not Directness.OFFICIAL_STATEMENT


def test_the_security_council_is_told_officially() -> None:
    read = reading("Rafael Monti told the U.N. Security Council that the risk was real.")
    standing = read.standing("the risk was real")
    assert standing.directness is Directness.OFFICIAL_STATEMENT
    assert read.told(standing) == ["told the U.N. Security Council"]
