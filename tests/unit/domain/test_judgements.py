"""A source is known again across articles; the latest word on a field counts."""

from __future__ import annotations

import pytest

from according.domain.judgements import (
    INFORMATION_GRADE,
    INFORMATION_GRADES,
    SOURCE_GRADE,
    SOURCE_GRADES,
    STANCE,
    UNGRADED,
    Judgement,
    current,
    grade,
    history,
    only_here,
    source_key,
    source_keys,
)
from according.domain.sources import Source, SourceKind, domain_in
from tests.factories import article, selector, span_of

TEXT = article().text
TARGET = selector(TEXT, span_of(TEXT, "a third girder may be damaged"))


def _source(name: str, kind: SourceKind = SourceKind.OFFICIAL, **more: object) -> Source:
    return Source("s1", name, kind, **({"named": True} | more))  # type: ignore[arg-type]


def _said(value: str | None, id: str = "j1", **more: object) -> Judgement:
    return Judgement(id, "name:maria okonjo", **({"field": "owner", "value": value} | more))  # type: ignore[arg-type]


def test_a_person_is_the_same_whether_called_an_official_or_not() -> None:
    official, person = _source("Maria Okonjo"), _source("María Okonjo", SourceKind.PERSON)
    assert source_key(official) == source_key(person) == "name:maria okonjo"


def test_a_source_of_the_catalogue_goes_by_its_id_and_was_known_by_its_name() -> None:
    gazette = _source("The Quay Gazette", SourceKind.NEWSPAPER, catalogue="quay-gazette")
    assert source_keys(gazette) == ("catalogue:quay-gazette", "name:quay gazette")


@pytest.mark.parametrize(
    ("source", "here"),
    [
        (_source("two port officials", SourceKind.UNNAMED_GROUP, named=False), True),
        (_source("Reyl", SourceKind.PERSON), True),
        (_source("Tomas Reyl", SourceKind.PERSON), False),
        (_source("Lloyd’s", SourceKind.COMPANY), False),
    ],
)
def test_nobody_is_known_again_elsewhere_by_a_surname_or_without_a_name(
    source: Source, *, here: bool
) -> None:
    assert only_here(source_key(source)) is here


def test_the_latest_word_counts_and_all_of_them_are_history() -> None:
    told = (_said("a trust"), _said("a family", "j2"))
    assert current(told, "name:maria okonjo", "owner") == told[1]
    assert history(told, "name:maria okonjo", "owner") == told[::-1]
    assert current(told, "name:maria okonjo", "funding") is None
    assert current(told, "name:tomas reyl", "owner") is None


def test_what_is_taken_back_stays_in_the_history() -> None:
    told = (_said("a trust"), _said(None, "j2"))
    assert current(told, "name:maria okonjo", "owner") is None
    assert len(history(told, "name:maria okonjo", "owner")) == 2


def test_a_word_on_one_claim_holds_of_that_claim_alone() -> None:
    told = (_said("party", field=STANCE, target=TARGET, claim="c4"),)
    assert current(told, "name:maria okonjo", STANCE, "c4") == told[0]
    assert current(told, "name:maria okonjo", STANCE, "c5") is None
    assert current(told, "name:maria okonjo", STANCE) is None


def test_a_claim_that_is_not_found_is_not_the_source_in_general() -> None:
    told = (_said("party", field=STANCE, target=TARGET),)
    assert history(told, "name:maria okonjo", STANCE) == ()


def test_grades_cannot_be_judged_until_the_reader_does() -> None:
    assert SOURCE_GRADES[UNGRADED[SOURCE_GRADE]].endswith("cannot be judged")
    assert INFORMATION_GRADES[UNGRADED[INFORMATION_GRADE]].endswith("cannot be judged")
    given = Judgement("j1", "", INFORMATION_GRADE, "2", target=TARGET, claim="c4")
    assert grade((given,), "", INFORMATION_GRADE, "c4") == "2"
    assert grade((given,), "", INFORMATION_GRADE, "c5") == "6"
    assert grade((), "name:maria okonjo", SOURCE_GRADE) == "F"


@pytest.mark.parametrize(
    ("address", "domain"),
    [
        ("https://www.Quay-Gazette.example/news?id=1", "quay-gazette.example"),
        ("news.quay.example:8080", "news.quay.example"),
        ("Spiegel.de", "spiegel.de"),
        ("the Quay Gazette", None),
        ("U.N.", None),
        ("3.5", None),
        ("", None),
    ],
)
def test_the_domain_in_an_address(address: str, domain: str | None) -> None:
    assert domain_in(address) == domain
