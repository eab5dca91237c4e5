"""The catalogue is whole: every fact has a basis, and one wording serves every side."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from according.analysis.sources.catalogue import (
    Catalogue,
    CatalogueFault,
    load_catalogue,
)
from according.analysis.sources.catalogue_wording import WORDINGS, wording_fault
from according.domain.sources import FIELDS, OUTLETS, CatalogueEntry, Fact, SourceKind, plain
from according.places import resource, seed

JUDGEMENTS = re.compile(
    r"\b(?:propaganda|mouthpiece|regime|notorious|respected|trusted|biased|controversial|leading"
    r"|independent-minded|reputable|infamous|so-called|puppet|authoritarian|democratic)\b",
    re.IGNORECASE,
)


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue(seed("catalogue"))


def facts(catalogue: Catalogue) -> list[tuple[CatalogueEntry, Fact]]:
    return [(entry, fact) for entry in catalogue.entries for fact in entry.facts]


def test_every_fact_has_a_whole_basis_and_a_date(catalogue: Catalogue) -> None:
    assert facts(catalogue)
    for entry, fact in facts(catalogue):
        place = f"{entry.id}: {fact.field}"
        assert all((fact.title, fact.publisher, fact.published, fact.where)), place
        assert re.fullmatch(r"\d{4}(-\d{2}){0,2}", fact.as_of), place
        assert re.search(r"\d{4}", fact.published), place


def test_one_wording_for_every_side(catalogue: Catalogue) -> None:
    assert set(FIELDS) == set(WORDINGS)
    for entry, fact in facts(catalogue):
        assert wording_fault(fact.field, fact.value) is None, f"{entry.id}: {fact.value}"


def test_no_judgements_of_ours(catalogue: Catalogue) -> None:
    for entry, fact in facts(catalogue):
        if fact.field != "assessment by Wikipedia editors":
            words = fact.value.removesuffix(entry.country or "")  # its own name may judge
            assert not JUDGEMENTS.search(words), f"{entry.id}: {fact.value}"


def test_the_great_agencies_and_broadcasters_are_there(catalogue: Catalogue) -> None:
    assert len(catalogue.entries) >= 45
    for name in (
        *("Reuters", "AP", "AFP", "dpa", "Xinhua", "TASS", "RIA Novosti", "Anadolu", "Kyodo"),
        *("PTI", "ANSA", "EFE", "BBC", "CNN", "Al Jazeera", "CGTN", "RT", "Deutsche Welle"),
        *("France 24", "NPR", "VOA", "NHK", "CBC", "New York Times", "Washington Post"),
        *("Guardian", "The Times", "FT", "WSJ", "Press TV", "IRNA", "SANA", "KBS"),
        *("The Independent", "Yonhap", "KCNA", "The Kyiv Post", "Interfax Ukraine"),
    ):
        entry = catalogue.match(name)
        assert entry is not None, name
        assert entry.kind in OUTLETS, name


def test_a_country_has_the_name_that_the_lists_of_words_give_it(catalogue: Catalogue) -> None:
    table = tomllib.loads(resource("words", "countries.toml").read_text(encoding="utf-8"))
    names = {country["name"] for country in table["country"]}
    for entry in catalogue.entries:
        assert entry.country is None or entry.country in names, entry.id
        for fact in entry.facts:
            if fact.field == "relation to a state":
                assert fact.value.endswith(f", {entry.country}"), entry.id


def test_each_outlet_has_the_government_of_its_country_beside_it(catalogue: Catalogue) -> None:
    governed = {
        entry.country
        for entry in catalogue.entries
        if any(fact.field == "press freedom of the seat" for fact in entry.facts)
    }
    for entry in catalogue.entries:
        if entry.kind in OUTLETS and entry.country is not None:
            assert entry.country in governed, entry.id


def test_no_domain_is_that_of_two_entries_or_of_a_platform(catalogue: Catalogue) -> None:
    hosts = [domain for entry in catalogue.entries for domain in set(entry.domains)]
    assert len(hosts) == len(set(hosts))
    for platform in ("youtube.com", "t.me", "facebook.com", "x.com", "blogspot.com", "medium.com"):
        assert catalogue.by_domain(f"someone.{platform}") is None, platform


def test_no_name_leads_to_two_entries(catalogue: Catalogue) -> None:
    for entry in catalogue.entries:
        for name in (entry.name, *entry.aliases):
            found = catalogue.match(name)
            assert found is not None, name
            assert found.id == entry.id, name


def test_a_name_matches_whole_without_case_marks_and_article(catalogue: Catalogue) -> None:
    for name, known_as in (
        ("Interfax", "interfax-russia"),
        ("the INTERFAX UKRAINE", "interfax-ukraine"),
        ("Interfax-Ukraine", "interfax-ukraine"),
    ):
        entry = catalogue.match(name)
        assert entry is not None, name
        assert entry.id == known_as, name
    assert catalogue.match("Kyiv Post reporters") is None


def test_a_kind_leaves_only_entries_of_that_kind(catalogue: Catalogue) -> None:
    moscow = catalogue.match("Moscow", SourceKind.GOVERNMENT_BODY)
    assert moscow is not None
    assert moscow.id == "government-of-russia"
    assert catalogue.match("Moscow", OUTLETS) is None


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("The U.N.", "un"),
        ("North Korea’s foreign ministry", "north korea foreign ministry"),
        ("Agence France-Presse", "agence france presse"),
        ("The", "the"),
    ],
)
def test_plain_names(name: str, expected: str) -> None:
    assert plain(name) == expected


BASES = """
[atlas]
title = "Atlas"
publisher = "Quay Press"
published = "2020"
where = "p. 4"
"""
ENTRY = """
[[entry]]
id = "gazette"
name = "Quay Gazette"
kind = "newspaper"
"""
FACT = """
[[entry.fact]]
field = "owner"
value = "Quay Press"
as_of = "2020"
basis = "atlas"
"""


def folder_with(tmp_path: Path, entries: str) -> Path:
    (tmp_path / "bases.toml").write_text(BASES, encoding="utf-8")
    (tmp_path / "papers.toml").write_text(entries, encoding="utf-8")
    return tmp_path


def test_a_whole_entry_is_read(tmp_path: Path) -> None:
    (entry,) = load_catalogue(folder_with(tmp_path, ENTRY + FACT)).entries
    assert entry.facts[0].basis == "Atlas, Quay Press, 2020, p. 4"


@pytest.mark.parametrize(
    ("entries", "fault"),
    [
        (ENTRY + FACT.replace('as_of = "2020"\n', ""), "“as_of”"),
        (ENTRY + FACT.replace('as_of = "2020"', 'as_of = "lately"'), "lately"),
        (ENTRY + FACT.replace("atlas", "hearsay"), "basis"),
        (ENTRY + FACT.replace("owner", "reputation"), "reputation"),
        (ENTRY.replace("newspaper", "gossip"), "gossip"),
        (ENTRY.replace('name = "Quay Gazette"\n', ""), "“name”"),
        (ENTRY + 'bias = "left"\n', "“bias”"),
        (ENTRY + 'parent = "nobody"\n', "nobody"),
        (ENTRY + ENTRY, "twice"),
    ],
)
def test_a_fault_names_the_entry(tmp_path: Path, entries: str, fault: str) -> None:
    with pytest.raises(CatalogueFault, match="gazette") as caught:
        load_catalogue(folder_with(tmp_path, entries))
    assert fault in str(caught.value)


OWN_BASIS = """
[basis.almanac]
title = "Almanac"
publisher = "Quay Press"
published = "2021"
where = "p. 9"
"""


def test_a_file_brings_bases_of_its_own(tmp_path: Path) -> None:
    text = OWN_BASIS + ENTRY + FACT.replace("atlas", "almanac")
    (entry,) = load_catalogue(folder_with(tmp_path, text)).entries
    assert entry.facts[0].basis == "Almanac, Quay Press, 2021, p. 9"


def test_a_basis_that_is_there_twice_is_refused(tmp_path: Path) -> None:
    twice = OWN_BASIS.replace("almanac", "atlas") + ENTRY
    with pytest.raises(CatalogueFault, match="“atlas” is there already"):
        load_catalogue(folder_with(tmp_path, twice))


def test_a_broken_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(CatalogueFault, match=r"papers\.toml"):
        load_catalogue(folder_with(tmp_path, "[[entry"))
