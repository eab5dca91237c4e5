"""The summary counts every claim once, in words that read well."""

from __future__ import annotations

import re
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from according.analysis.summary import summarise
from according.domain.analysis import Phrase
from according.domain.claims import (
    Attribution,
    Certainty,
    Claim,
    Directness,
    Level,
    Link,
    LinkKind,
    Quotation,
    Stance,
    Standing,
    Voice,
)
from according.domain.sources import Source, SourceKind
from according.domain.spans import Span

SOURCES = (
    Source("s1", "Ola Berg", SourceKind.OFFICIAL, named=True, entity="e1", description="minister"),
    Source("s2", "port sources", SourceKind.UNNAMED_GROUP, named=False),
    Source("s3", "Quay Gazette", SourceKind.NEWSPAPER, named=True),
    Source("s4", "Harbour Times", SourceKind.NEWSPAPER, named=True),
    Source("s5", "government of Norway", SourceKind.GOVERNMENT_BODY, named=True),
    Source("s6", "government of Chile", SourceKind.GOVERNMENT_BODY, named=True),
    Source("s7", "media reports", SourceKind.UNNAMED_GROUP, named=False),
    Source("s8", "Ann Lee", SourceKind.PERSON, named=True),
    Source("s9", "leaked memo", SourceKind.DOCUMENT, named=False, description="A leaked memo"),
)


def claim(
    number: int,
    *who: str,
    via: tuple[tuple[str, ...], ...] = (),
    level: Level = Level.ASSERTED,
    stance: Stance = Stance.NOT_KNOWN,
    directness: Directness = Directness.NOT_STATED,
    narrated: bool = False,
) -> Claim:
    return Claim(
        id=f"c{number}",
        content=(Span(number * 10, number * 10 + 5),),
        text="words",
        voice=Voice.NARRATOR if narrated else Voice.ATTRIBUTED,
        quotation=Quotation.INDIRECT,
        attribution=Attribution(),
        sources=who,
        via=via,
        certainty=Certainty(level=level),
        standing=tuple(Standing(one, directness, stance) for one in who),
        origins=1,
        when=(),
        entities=(),
        score=1.0,
        origin="by hand",
    )


def text(phrases: tuple[Phrase, ...]) -> str:
    return "".join(phrase.text for phrase in phrases)


def counted(phrases: tuple[Phrase, ...]) -> list[str]:
    """The ids in the phrases that begin with a count: the parts."""
    return [
        id_
        for phrase in phrases
        if re.match(r"\d+ (?!claim)", phrase.text)
        for id_ in phrase.claims
    ]


def test_a_whole_summary() -> None:
    claims = (
        claim(1, "s1"),
        claim(2, "s7"),
        claim(3, "s1"),
        claim(4, narrated=True),
        claim(5, "s1", via=(("s3",),)),
        claim(6, "s1", via=(("s3",),)),
        claim(7, "s2", via=(("s3", "s4"),)),
        claim(8, "s2", via=(("s3", "s4"),)),
        claim(9, "s5", stance=Stance.PARTY),
        claim(10, "s8"),
        claim(11, "s5", "s6", level=Level.DENIED),
        claim(12, "s9"),
        claim(13),
    )
    links = (Link(LinkKind.DENIES, "c11", "c9", (), 0.9),)
    assert text(summarise(claims, SOURCES, links)) == (
        "13 claims: 4 by Ola Berg (minister), two of them through the Quay Gazette; "
        "1 by the government of Norway; 1 by Ann Lee; 1 from a leaked memo; "
        "1 from unnamed media reports; "
        "2 from unnamed port sources through two outlets, possibly one origin; "
        "1 credited to nobody; 1 in the paper’s own voice; "
        "1 denial by the governments of Norway and Chile of a claim by the government of Norway. "
        "No independent witness is named."
    )


def test_phrases_carry_the_claims_they_count() -> None:
    claims = (claim(1, "s1"), claim(2, "s1", via=(("s3",),)), claim(3, narrated=True))
    phrases = summarise(claims, SOURCES, ())
    by_text = {phrase.text: phrase.claims for phrase in phrases}
    assert by_text["2 by Ola Berg (minister)"] == ("c1", "c2")
    assert by_text[", one of them through the Quay Gazette"] == ("c2",)
    assert by_text["1 in the paper’s own voice"] == ("c3",)


def test_many_voices_are_put_together_by_role() -> None:
    crowd = tuple(Source(f"p{n}", f"Person {n}", SourceKind.PERSON, named=True) for n in range(4))
    officials = tuple(
        Source(f"o{n}", f"Official {n}", SourceKind.OFFICIAL, named=True) for n in range(3)
    )
    claims = (
        *(claim(n, f"p{n}") for n in range(4)),
        claim(10, "o0", stance=Stance.PARTY),
        claim(11, "o1", stance=Stance.ALLY),
        claim(12, "o2"),
    )
    assert text(summarise(claims, (*crowd, *officials), ())) == (
        "7 claims: 2 by states and officials with a side in the matter; "
        "1 by Official 2; 4 by named people. "
        "No independent witness is named."
    )


def test_one_claim_reads_as_a_sentence() -> None:
    assert text(summarise((claim(1, "s8"),), SOURCES, ())) == (
        "1 claim, by Ann Lee. No independent witness is named."
    )
    assert text(summarise((claim(1, narrated=True),), SOURCES, ())) == (
        "1 claim, in the paper’s own voice. No independent witness is named."
    )
    assert text(summarise((claim(1, "s8", level=Level.DENIED),), SOURCES, ())) == (
        "1 claim, a denial by Ann Lee. No independent witness is named."
    )


def test_many_unnamed_sources_are_one_part_with_a_list() -> None:
    crowd = tuple(
        Source(f"u{n}", name, SourceKind.UNNAMED_GROUP, named=False, description=name)
        for n, name in enumerate(("residents", "two aid workers", "analysts", "critics"))
    )
    claims = (claim(1, "u0"), claim(2, "u1"), claim(3, "u1"), claim(4, "u2"), claim(5, "u3"))
    phrases = summarise(claims, crowd, ())
    assert text(phrases) == (
        "5 claims: 5 from unnamed sources (two aid workers, residents, analysts and others). "
        "No independent witness is named."
    )
    by_text = {phrase.text: phrase.claims for phrase in phrases}
    assert by_text[" (two aid workers"] == ("c2", "c3")
    assert by_text["5 from unnamed sources"] == ("c1", "c2", "c3", "c4", "c5")


def test_a_list_of_long_descriptions_is_cut() -> None:
    long = "people with close knowledge of the talks about the harbour"
    crowd = tuple(
        Source(f"u{n}", name, SourceKind.UNNAMED_GROUP, named=False, description=name)
        for n, name in enumerate((long, f"other {long}", "critics"))
    )
    claims = (claim(1, "u0"), claim(2, "u1"), claim(3, "u2"))
    assert f"from unnamed sources ({long} and others)" in text(summarise(claims, crowd, ()))


def test_people_and_organisations_are_put_together() -> None:
    people = tuple(Source(f"p{n}", f"Person {n}", SourceKind.PERSON, True) for n in range(3))
    bodies = tuple(Source(f"n{n}", f"Body {n}", SourceKind.NGO, True) for n in range(2))
    claims = (*(claim(n, f"p{n}") for n in range(3)), *(claim(5 + n, f"n{n}") for n in range(2)))
    assert text(summarise(claims, (*people, *bodies), ())).startswith(
        "5 claims: 5 by named people and organisations. "
    )


def test_a_request_turned_down_is_no_denial() -> None:
    refused = replace(claim(1, "s1", level=Level.DENIED), text="a new request for funds")
    denied = replace(claim(2, "s1", level=Level.DENIED), text="that funds were requested")
    assert text(summarise((refused, denied), SOURCES, ())) == (
        "2 claims: 1 by Ola Berg (minister); 1 denial by Ola Berg. No independent witness is named."
    )


def test_a_denial_of_several_voices_tells_their_number() -> None:
    claims = (claim(1, "s1"), claim(2, "s8"), claim(3, "s5", level=Level.DENIED))
    links = tuple(Link(LinkKind.DENIES, "c3", one, (), 0.9) for one in ("c1", "c2"))
    assert "1 denial by the government of Norway of two of these claims" in text(
        summarise(claims, SOURCES, links)
    )


def test_no_claims() -> None:
    assert text(summarise((), (), ())) == "No claims were found in this text."


def test_witnesses_are_told_with_their_claims() -> None:
    seen = claim(2, "s8", directness=Directness.WITNESSED)
    phrases = summarise((claim(1, "s1"), seen), SOURCES, ())
    assert phrases[-1] == Phrase(
        "One claim comes from a witness or a source called independent.", ("c2",)
    )


@given(
    st.lists(
        st.tuples(
            st.lists(st.sampled_from([source.id for source in SOURCES]), max_size=3, unique=True),
            st.sampled_from(list(Level)),
            st.sampled_from(list(Stance)),
            st.booleans(),
        ),
        min_size=2,
        max_size=30,
    )
)
def test_the_parts_add_up_to_all_claims(
    made: list[tuple[list[str], Level, Stance, bool]],
) -> None:
    claims = tuple(
        claim(number, *who, level=level, stance=stance, narrated=narrated and not who)
        for number, (who, level, stance, narrated) in enumerate(made)
    )
    phrases = summarise(claims, SOURCES, ())
    ids = counted(phrases)
    assert sorted(ids) == sorted(one.id for one in claims)
    numbers = [int(found) for found in re.findall(r"(?:: |; )(\d+) ", text(phrases))]
    assert sum(numbers) == len(claims)
