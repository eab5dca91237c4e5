"""Sources are named in running text as far as they are named."""

from __future__ import annotations

import pytest

from according.analysis.source_names import joined, named, names, numeral
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
        ("court papers", SourceKind.DOCUMENT, None, "“court papers”"),
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
        ("Supreme Court", SourceKind.GOVERNMENT_BODY, "Supreme Court"),
        ("United Nations", SourceKind.INTERGOVERNMENTAL, "the United Nations"),
        ("Reuters", SourceKind.NEWS_AGENCY, "Reuters"),
    ],
)
def test_named(name: str, kind: SourceKind, expected: str) -> None:
    assert named(Source("s1", name, kind, named=True)) == expected


def test_one_person_has_its_description_and_several_have_none() -> None:
    berg = Source("s1", "Ola Berg", SourceKind.OFFICIAL, True, "e1", "minister")
    lee = Source("s2", "Ann Lee", SourceKind.PERSON, True, "e2", "cook")
    known = {"s1": berg, "s2": lee}
    assert names(("s1",), known) == "Ola Berg (minister)"
    assert names(("s1",), known, described=False) == "Ola Berg"
    assert names(("s1", "s2"), known) == "Ola Berg and Ann Lee"


def test_lists_and_numerals() -> None:
    assert joined(["A", "B", "C"]) == "A, B and C"
    assert [numeral(number) for number in (0, 1, 12, 13)] == ["no", "one", "twelve", "13"]
