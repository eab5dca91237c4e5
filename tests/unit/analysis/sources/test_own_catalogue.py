"""A reader's own files lie on top of the bundled ones; what is wrong in them stops nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from according.analysis.sources.own_catalogue import digest_of, load_with_own

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

  [[entry.fact]]
  field = "owner"
  value = "Quay Press"
  as_of = "2020"
  basis = "atlas"
"""
ADDED = """
[[entry]]
id = "gazette"
aliases = ["The Quay"]
domains = ["thequay.example"]
country = "Norway"

  [[entry.fact]]
  field = "funding"
  value = "sales"
  as_of = "2021"
  basis = "atlas"
"""
NEW = """
[[entry]]
id = "herald"
name = "Mole Herald"
kind = "newspaper"
parent = "gazette"
"""


@pytest.fixture
def bundled(tmp_path: Path) -> Path:
    folder = tmp_path / "bundled"
    folder.mkdir()
    (folder / "papers.toml").write_text(BUNDLED, encoding="utf-8")
    return folder


@pytest.fixture
def own(tmp_path: Path) -> Path:
    return tmp_path / "own"


def _write(folder: Path, text: str, name: str = "mine.toml") -> None:
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")


def test_without_own_files_the_bundled_catalogue_stands(bundled: Path, own: Path) -> None:
    whole = load_with_own(bundled, own)
    assert [entry.id for entry in whole.catalogue.entries] == ["gazette"]
    assert whole.warning is None
    assert not own.exists()


def test_an_own_entry_is_found_and_may_add_to_a_bundled_one(bundled: Path, own: Path) -> None:
    _write(own, ADDED + NEW)
    whole = load_with_own(bundled, own)
    assert whole.warning is None
    gazette, herald = whole.catalogue.entries
    assert (gazette.name, gazette.aliases) == ("Quay Gazette", ("The Quay",))
    assert gazette.country == "Norway"
    assert [fact.field for fact in gazette.facts] == ["owner", "funding"]
    assert whole.catalogue.by_domain("www.thequay.example") == gazette
    assert whole.catalogue.by_domain("quay.example") == gazette
    assert whole.catalogue.match("Mole Herald") == herald
    assert herald.parent == "gazette"


def test_what_is_not_in_order_is_left_out_and_told_in_a_sentence(bundled: Path, own: Path) -> None:
    _write(own, NEW + '[[entry]]\nid = "other"\nname = "Other"\nkind = "gossip"\n')
    _write(own, "[[entry", "broken.toml")
    whole = load_with_own(bundled, own)
    assert [entry.id for entry in whole.catalogue.entries] == ["gazette", "herald"]
    assert whole.warning is not None
    assert "has 2 faults; what is in order in it is used" in whole.warning
    assert f'according catalogue check "{own}"' in whole.warning


def test_a_parent_that_is_no_entry_leads_nowhere(bundled: Path, own: Path) -> None:
    _write(own, NEW.replace('"gazette"', '"nobody"'))
    whole = load_with_own(bundled, own)
    assert whole.catalogue.entries[1].parent is None
    assert whole.warning is not None
    assert "has a fault" in whole.warning


def test_the_digest_tells_one_state_of_the_files_from_another(own: Path) -> None:
    assert digest_of(own) is None
    _write(own, NEW)
    first = digest_of(own)
    assert first is not None
    assert digest_of(own) == first
    _write(own, ADDED)
    assert digest_of(own) not in {None, first}
    _write(own, NEW)
    (own / "mine.toml").rename(own / "yours.toml")
    assert digest_of(own) not in {None, first}
