"""Sources that the reader names get the facts of the catalogue; the machine's stay as found."""

from __future__ import annotations

from dataclasses import replace

from according.analysis.sources.catalogue import Catalogue, catalogue_of
from according.analysis.sources.known_facts import UNKNOWN_FIELDS, with_known_sources
from according.domain.analysis import Analysis
from according.domain.claims import Status
from according.domain.sources import CatalogueEntry, Fact, Source, SourceKind
from tests.factories import analysis

OWNER = Fact("owner", "Quay Press", "2024", "Atlas", "Quay Press", "2024", "p. 4")


def _entry(id: str, name: str, kind: SourceKind, *facts: Fact) -> CatalogueEntry:
    return CatalogueEntry(id, name, kind, (name.rsplit(maxsplit=1)[-1],), (), None, None, facts)


ENTRIES = (
    _entry("mole-herald", "The Mole Herald", SourceKind.NEWSPAPER, OWNER),
    _entry("anna-reyl", "Anna Reyl", SourceKind.NGO),
)


def _catalogue() -> Catalogue:
    return catalogue_of(ENTRIES)


def _credited(source: Source) -> Analysis:
    """The bridge story with claim c8 credited to `source` by the reader."""
    known = analysis()
    claims = tuple(
        replace(claim, sources=(source.id,), status=Status.EDITED) if claim.id == "c8" else claim
        for claim in known.claims
    )
    others = tuple(one for one in known.sources if one.id != source.id)
    return replace(known, sources=(*others, source), claims=claims)


def _own(name: str) -> Source:
    return Source("s9", name, SourceKind.PERSON, named=True, by_reader=True)


def test_a_name_that_the_reader_gives_brings_the_facts() -> None:
    source = with_known_sources(_credited(_own("the herald")), _catalogue).source("s9")
    assert (source.name, source.kind) == ("The Mole Herald", SourceKind.NEWSPAPER)
    assert (source.catalogue, source.by_reader) == ("mole-herald", False)
    assert [(note.field, note.value) for note in source.notes] == [
        ("owner", "Quay Press"),
        *((field, None) for field in UNKNOWN_FIELDS if field != "owner"),
    ]


def test_a_name_that_nobody_knows_stays_as_it_is() -> None:
    given = _credited(_own("Harbour Watch"))
    assert with_known_sources(given, _catalogue) == given


def test_a_person_of_the_article_is_no_entry() -> None:
    person = replace(_own("Anna Reyl"), entity="e7", by_reader=False)
    given = _credited(person)
    assert with_known_sources(given, _catalogue) == given
    body = _credited(replace(person, kind=SourceKind.COMPANY))
    assert with_known_sources(body, _catalogue).source("s9").catalogue == "anna-reyl"


def test_what_the_machine_found_stays_as_it_was_found() -> None:
    gazette = replace(analysis().source("s3"), name="Herald")  # which passes on a claim besides
    given = _credited(gazette)
    assert with_known_sources(given, _catalogue) == given


def test_a_doubtful_name_stays_doubtful() -> None:
    given = _credited(replace(_own("Herald"), candidates=("mole-herald", "ansel-herald")))
    assert with_known_sources(given, _catalogue) == given


def test_another_name_of_a_source_of_the_article_is_that_source() -> None:
    given = _credited(_own("the Herald"))
    herald = replace(given.source("s3"), catalogue="mole-herald")
    sources = tuple(herald if one.id == "s3" else one for one in given.sources)
    result = with_known_sources(replace(given, sources=sources), _catalogue)
    assert result.claim("c8").sources == ("s3",)
    assert [one.source for one in result.claim("c8").standing] == ["s3"]
    assert "s9" not in {one.id for one in result.sources}
