"""A file of entries is checked whole: every fault is told, with the file and what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from according.places import seed
from according.services.cataloguing import Checked, check

BUNDLED = """
[basis.atlas]
title = "Atlas"
publisher = "Quay Press"
published = "2020"
where = "p. 4"

[[entry]]
id = "gazette"
name = "Quay Gazette"
kind = "newspaper"
domains = ["quay.example"]
"""
BASIS = """
[basis.almanac]
title = "Almanac"
publisher = "Quay Press"
published = "May 2021"
where = "p. 9"
"""
ENTRY = """
[[entry]]
id = "herald"
name = "Mole Herald"
kind = "newspaper"
parent = "gazette"
"""
FACT = """
[[entry.fact]]
field = "owner"
value = "Quay Press"
as_of = "2020"
basis = "atlas"
"""


@pytest.fixture
def bundled(tmp_path: Path) -> Path:
    folder = tmp_path / "bundled"
    folder.mkdir()
    (folder / "papers.toml").write_text(BUNDLED, encoding="utf-8")
    return folder


@pytest.fixture
def own(tmp_path: Path) -> Path:
    folder = tmp_path / "own"
    folder.mkdir()
    return folder


def _checked(own: Path, bundled: Path, text: str) -> Checked:
    file = own / "mine.toml"
    file.write_text(text, encoding="utf-8")
    return check([file], bundled)


def test_what_comes_with_the_program_is_in_order() -> None:
    checked = check([], seed("catalogue"))
    assert (checked.faults, checked.warnings) == ((), ())
    assert checked.entries > 45


def test_a_file_of_the_program_is_checked_beside_the_others() -> None:
    for file in seed("catalogue").glob("*.toml"):
        assert check([file], seed("catalogue")).faults == ()


def test_an_own_file_cites_and_refers_to_what_is_bundled(own: Path, bundled: Path) -> None:
    second = FACT.replace("atlas", "almanac")
    checked = _checked(own, bundled, BASIS + ENTRY + FACT + second)
    assert checked == Checked(1, 2)
    assert checked.summary == "1 entry, 2 facts: in order."


def test_an_entry_of_the_same_id_adds_to_the_bundled_one(own: Path, bundled: Path) -> None:
    assert _checked(own, bundled, '[[entry]]\nid = "gazette"\n' + FACT) == Checked(1, 1)
    other_kind = '[[entry]]\nid = "gazette"\nkind = "broadcaster"\n'
    assert "is there as newspaper" in _checked(own, bundled, other_kind).faults[0]


def test_all_faults_are_told(own: Path, bundled: Path) -> None:
    text = (
        ENTRY.replace("gazette", "nobody").replace("newspaper", "gossip")
        + FACT.replace("2020", "lately").replace("owner", "bias")
        + FACT.replace("atlas", "hearsay").replace("2020", "soon")
        + "[[entry]]\naliases = ['Nameless']\ndomains = ['https://mole.example']\n"
    )
    checked = _checked(own, bundled, text)
    assert checked.summary == "2 entries, 2 facts: 8 faults."
    told = "\n".join(checked.faults)
    for words in (
        "gossip",
        "lately",
        "soon",
        "bias",
        "hearsay",
        "“id”, “kind”, “name”",
        "https://mole",
    ):
        assert words in told
    assert all(one.startswith("mine.toml: ") for one in checked.faults)
    assert all(one.endswith(".") for one in checked.faults)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[[entry", "is no TOML"),
        ("title = 1", "has “title”"),
        ("entry = 3", "write each entry under"),
        ("basis = 3", "write each basis as a table"),
        (BASIS.replace('where = "p. 9"', ""), "“almanac” lacks “where”"),
        (BASIS.replace("May 2021", "May"), "name the year"),
        (BASIS + 'colour = "red"', "“colour”, which no basis has"),
        (BASIS.replace("almanac", "atlas"), "is there already"),
        ("[basis]\nalmanac = 3", "is no table"),
        (ENTRY + ENTRY, "is there twice"),
        (ENTRY.replace("gazette", "nobody"), "“herald” has the parent “nobody”, which is no entry"),
        (ENTRY.replace("herald", "The Herald"), "small letters"),
        (ENTRY + "country = 3", "a “country” that is no text"),
        (ENTRY + "aliases = 'Herald'", "“aliases” that are no texts"),
        (ENTRY + "fact = 3", "has a fact that is no table"),
        (ENTRY + FACT.replace("Quay Press", ""), "without “value”"),
        (ENTRY + FACT + 'colour = "red"', "with “colour”, which no fact has"),
        (ENTRY + FACT.replace("2020", "2020-13"), "as of “2020-13”, which is no date"),
        (ENTRY + FACT.replace('basis = "atlas"', ""), "with no basis"),
        (ENTRY + FACT.replace('"owner"', '"membership"'), "the membership “Quay Press”: write"),
    ],
)
def test_each_fault_is_told(own: Path, bundled: Path, text: str, words: str) -> None:
    (fault,) = _checked(own, bundled, text).faults
    assert words in fault


def test_the_wording_of_an_entry_with_other_faults_is_told_too(own: Path, bundled: Path) -> None:
    text = ENTRY + 'bias = "left"\n' + FACT.replace('"owner"', '"certification"')
    assert len(_checked(own, bundled, text).faults) == 2


def test_a_file_that_is_no_utf_8_is_told(own: Path, bundled: Path) -> None:
    (own / "mine.toml").write_bytes("name = “Wörter”".encode("utf-16"))
    assert check([own], bundled).faults == ("mine.toml is not in UTF-8: save it as UTF-8.",)


def test_a_basis_with_a_fault_is_told_once(own: Path, bundled: Path) -> None:
    basis = BASIS.replace('where = "p. 9"', "")
    cited = FACT.replace("atlas", "almanac")
    assert len(_checked(own, bundled, basis + ENTRY + cited + cited).faults) == 1


def test_a_name_and_a_domain_of_two_entries_are_warned_of(own: Path, bundled: Path) -> None:
    text = ENTRY + 'aliases = ["the QUAY Gazette"]\ndomains = ["quay.example"]\n'
    checked = _checked(own, bundled, text)
    assert checked.faults == ()
    assert [one.split(" leads")[0] for one in checked.warnings] == [
        "Warning: the name “quay gazette”",
        "Warning: the domain “quay.example”",
    ]
    assert checked.summary == "1 entry, 0 facts: in order, 2 warnings."


def test_folders_and_what_is_not_there(own: Path, bundled: Path, tmp_path: Path) -> None:
    assert "has no file of entries" in check([own], bundled).faults[0]
    assert "is not there" in check([tmp_path / "gone.toml"], bundled).faults[0]
    (own / "a.toml").write_text(ENTRY, encoding="utf-8")
    (own / "bases.toml").write_text(BASIS.replace("basis.", ""), encoding="utf-8")
    assert check([own], bundled) == Checked(1, 0)
