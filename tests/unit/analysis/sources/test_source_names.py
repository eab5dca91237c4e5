"""Sources are named in running text as far as they are named."""

from __future__ import annotations

import pytest

from according.analysis.sources.source_names import Naming, joined, named, numeral, told
from according.domain.sources import Source, SourceKind

GROUP = SourceKind.UNNAMED_GROUP


@pytest.mark.parametrize(
    ("name", "kind", "description", "expected"),
    [
        ("officials", GROUP, "officials", "unnamed officials"),
        ("unnamed port sources", GROUP, None, "unnamed port sources"),
        ("two people close to the deal", GROUP, None, "two unnamed people close to the deal"),
        ("source", GROUP, "a source", "an unnamed source"),
        ("another source", GROUP, "another source", "another unnamed source"),
        ("one official", GROUP, "one official", "an unnamed official"),
        ("allies of Norway", GROUP, "its allies", "allies of Norway"),
        ("Lee’s aides", GROUP, "Lee’s aides", "Lee’s aides"),
        ("52 percent of voters", GROUP, None, "52 percent of voters"),
        ("some of the crew", GROUP, None, "some of the crew"),
        ("senior officer", SourceKind.OFFICIAL, "a senior officer", "an unnamed senior officer"),
        ("leaked memo", SourceKind.DOCUMENT, "A leaked memo", "a leaked memo"),
        ("court papers", SourceKind.DOCUMENT, None, "court papers"),
        ("report", SourceKind.DOCUMENT, "report", "a report"),
        ("they", GROUP, "They", "somebody unnamed"),
        ("panel of UN experts", GROUP, "A panel of UN experts", "a panel of UN experts"),
        ("US senator", SourceKind.OFFICIAL, "a US senator", "an unnamed US senator"),
        (
            "spokesperson for Calder",
            SourceKind.PERSON,
            "A spokesperson",
            "a spokesperson for Calder",
        ),
    ],
)
def test_unnamed(name: str, kind: SourceKind, description: str | None, expected: str) -> None:
    assert named(Source("s1", name, kind, named=False, description=description)) == expected


@pytest.mark.parametrize(
    ("name", "kind", "expected"),
    [
        ("government of Norway", SourceKind.GOVERNMENT_BODY, "the government of Norway"),
        (
            "Norwegian foreign ministry",
            SourceKind.GOVERNMENT_BODY,
            "the Norwegian foreign ministry",
        ),
        ("Supreme Court", SourceKind.GOVERNMENT_BODY, "the Supreme Court"),
        ("United Nations", SourceKind.INTERGOVERNMENTAL, "the United Nations"),
        ("Reuters", SourceKind.NEWS_AGENCY, "Reuters"),
        ("The Quay Gazette", SourceKind.NEWSPAPER, "the Quay Gazette"),
        ("Department of Harbours", SourceKind.GOVERNMENT_BODY, "the Department of Harbours"),
        ("Harbour Relief Fund", SourceKind.NGO, "the Harbour Relief Fund"),
    ],
)
def test_named(name: str, kind: SourceKind, expected: str) -> None:
    assert named(Source("s1", name, kind, named=True)) == expected


def test_one_person_has_its_description_and_several_have_none() -> None:
    berg = Source("s1", "Ola Berg", SourceKind.OFFICIAL, True, "e1", "minister")
    lee = Source("s2", "Ann Lee", SourceKind.PERSON, True, "e2", "cook")
    naming = Naming({"s1": berg, "s2": lee})
    assert naming.names(("s1",)) == "Ola Berg (minister)"
    assert naming.names(("s1",), described=False) == "Ola Berg"
    assert naming.names(("s1", "s2")) == "Ola Berg and Ann Lee"


def test_governments_share_their_word() -> None:
    norway = Source("s1", "government of Norway", SourceKind.GOVERNMENT_BODY, True)
    chile = Source("s2", "government of Chile", SourceKind.GOVERNMENT_BODY, True)
    naming = Naming({"s1": norway, "s2": chile})
    assert naming.names(("s1", "s2")) == "the governments of Norway and Chile"


def test_the_article_tells_which_name_takes_the() -> None:
    board = Source("s1", "Tideway Board", SourceKind.COMPANY, True, "e1")
    calder = Source("s2", "Calder", SourceKind.COMPANY, True, "e2")
    text = "The Tideway Board met. Calder told the Tideway Board of its plan. Calder left."
    naming = Naming({"s1": board, "s2": calder}, text)
    assert (naming.named("s1"), naming.named("s2")) == ("the Tideway Board", "Calder")


@pytest.mark.parametrize(
    ("name", "description", "expected"),
    [
        ("FBI agent", "an FBI agent", "an FBI agent"),
        ("US senator", "a US senator", "a US senator"),
        ("university porter", "A university porter", "a university porter"),
        ("one of two porters", "One of them", "one of two porters"),
        ("unnamed port sources", None, "port sources"),
    ],
)
def test_in_a_list_of_unnamed_sources_the_own_words_do(
    name: str, description: str | None, expected: str
) -> None:
    assert told(Source("s1", name, GROUP, named=False, description=description)) == expected


def test_lists_and_numerals() -> None:
    assert joined(["A", "B", "C"]) == "A, B and C"
    assert [numeral(number) for number in (0, 1, 12, 13)] == ["no", "one", "twelve", "13"]


def test_an_article_goes_by_the_sound_of_the_word_behind_it() -> None:
    source = Source(
        "s1", "unnamed senior official", SourceKind.OFFICIAL, named=False, description="an unnamed"
    )
    assert told(source) == "a senior official"


def test_a_name_that_begins_with_its_owner_takes_no_article() -> None:
    name = "Norland's foreign ministry"
    assert named(Source("s1", name, SourceKind.GOVERNMENT_BODY, named=True)) == name
