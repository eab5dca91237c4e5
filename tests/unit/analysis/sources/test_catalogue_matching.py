"""Sources meet the catalogue by name, domain and kind; what is doubtful is said to be."""

from __future__ import annotations

from dataclasses import replace

import pytest
from spacy.language import Language

from according.analysis.passages import parse
from according.analysis.sources.catalogue import (
    MOST_CANDIDATES,
    Catalogue,
    catalogue_of,
    with_publisher,
)
from according.analysis.sources.find import resolve
from according.analysis.sources.source_kinds import load_source_words
from according.domain.article import Article
from according.domain.entities import Entity, EntityKind
from according.domain.sources import OUTLETS, CatalogueEntry, Source, SourceKind
from according.places import resource
from tests.unit.analysis.articles import article_of
from tests.unit.analysis.drafting import draft_of, entity_of


def _entry(
    id: str,
    name: str,
    kind: SourceKind = SourceKind.NEWSPAPER,
    *,
    aliases: tuple[str, ...] = (),
    domains: tuple[str, ...] = (),
) -> CatalogueEntry:
    return CatalogueEntry(id, name, kind, aliases, domains, None, None, ())


CATALOGUE = catalogue_of(
    (
        _entry("ansel-post", "Ansel Post", domains=("post.example", "ansel.co.example")),
        _entry("mole-post", "Mole Post"),
        _entry("wire", "Wire", SourceKind.NEWS_AGENCY, aliases=("Harbour Wire",)),
        _entry("signal", "Signal", SourceKind.BROADCASTER, domains=("signal.com",)),
        _entry("signal-works", "Signal Works", SourceKind.COMPANY, domains=("works.signal.com",)),
        _entry("navy-a", "Navy of Ansel", SourceKind.MILITARY_OR_INTELLIGENCE, aliases=("Navy",)),
        _entry("navy-m", "Navy of Mole", SourceKind.MILITARY_OR_INTELLIGENCE, aliases=("Navy",)),
    )
)


def _ids(entries: tuple[CatalogueEntry, ...]) -> tuple[str, ...]:
    return tuple(entry.id for entry in entries)


@pytest.mark.parametrize(
    ("host", "id"),
    [
        ("post.example", "ansel-post"),
        ("news.Post.example", "ansel-post"),
        ("signal.com", "signal"),
        ("shop.works.signal.com", "signal-works"),
        ("co.example", None),
        ("otherpost.example", None),
        ("example", None),
    ],
)
def test_the_entry_of_a_domain(host: str, id: str | None) -> None:
    found = CATALOGUE.by_domain(host)
    assert (found.id if found else None) == id


def test_a_domain_of_two_is_no_match() -> None:
    first, second = (_entry(name, name, domains=("quay.example",)) for name in ("one", "two"))
    catalogue = catalogue_of((first, replace(second, kind=SourceKind.COMPANY)))
    assert catalogue.by_domain("quay.example") is None
    assert catalogue.by_domain("quay.example", OUTLETS) == first


def test_a_name_in_the_form_of_a_domain_is_matched_as_one() -> None:
    found = CATALOGUE.match("Signal.com", OUTLETS)
    assert found is not None
    assert found.id == "signal"
    assert CATALOGUE.match("works.signal.com", OUTLETS) == found


@pytest.mark.parametrize(
    ("name", "kind", "ids"),
    [
        ("the Post", OUTLETS, ("ansel-post", "mole-post")),
        ("Ansel", OUTLETS, ("ansel-post",)),
        ("Signal North", OUTLETS, ("signal",)),
        ("Signal North", SourceKind.COMPANY, ()),
        ("the Navy", None, ("navy-a", "navy-m")),
        ("Navy", SourceKind.NEWSPAPER, ()),
        ("Outpost", None, ()),
        ("Mole Herald", OUTLETS, ()),
    ],
)
def test_what_a_doubtful_name_may_mean(
    name: str, kind: SourceKind | None, ids: tuple[str, ...]
) -> None:
    assert _ids(CATALOGUE.candidates(name, kind)) == ids


def test_a_name_of_too_many_tells_nothing() -> None:
    entries = [_entry(f"e{number}", f"Paper{number} Post") for number in range(MOST_CANDIDATES + 1)]
    assert catalogue_of(entries).candidates("Post", OUTLETS) == ()
    assert len(catalogue_of(entries[1:]).candidates("Post", OUTLETS)) == MOST_CANDIDATES


def test_a_publisher_is_known_by_the_address_where_nothing_names_it() -> None:
    article = replace(article_of("Nobody was hurt."), publisher=None)
    at = replace(article, address="https://www.post.example/2025/harbour")
    assert with_publisher(at, lambda: CATALOGUE).publisher == "Ansel Post"
    named = replace(at, publisher="Harbour Times")
    assert with_publisher(named, lambda: CATALOGUE) is named
    elsewhere = replace(article, address="https://blog.example/2025")
    assert with_publisher(elsewhere, lambda: CATALOGUE) is elsewhere
    assert with_publisher(article, _not_asked) is article


def _not_asked() -> Catalogue:
    raise AssertionError("without an address the catalogue need not be read")


def _sources(
    nlp: Language, article: Article, who: list[tuple[str, str]], *entities: Entity
) -> tuple[Source, ...]:
    """The sources of the claims, each told by its content and whom it is credited to."""
    drafts = [draft_of(article, content, by=by, cue="said") for content, by in who]
    words = load_source_words(resource("words"))
    return resolve(parse(nlp, article), drafts, entities, CATALOGUE, words)[0]


def test_a_source_printed_as_a_domain(nlp: Language) -> None:
    article = article_of("The port will close, signal.com said.")
    (signal,) = _sources(nlp, article, [("The port will close", "signal.com")])
    assert (signal.name, signal.kind, signal.named) == ("Signal", SourceKind.BROADCASTER, True)
    assert signal.catalogue == "signal"


def test_a_domain_that_nobody_knows_is_an_outlet_with_a_name(nlp: Language) -> None:
    article = article_of("The port will close, harbour24.com said.")
    (source,) = _sources(nlp, article, [("The port will close", "harbour24.com")])
    assert (source.name, source.named) == ("harbour24.com", True)
    assert source.kind is SourceKind.ONLINE_OUTLET
    assert source.catalogue is None


def test_a_domain_and_the_name_of_its_outlet_are_one_source(nlp: Language) -> None:
    article = article_of("The port will close, signal.com said.", "Signal said it was safe.")
    signal = entity_of(article, "e1", "Signal", EntityKind.ORGANISATION, "Signal")
    who = [("The port will close", "signal.com"), ("it was safe", "Signal")]
    (source,) = _sources(nlp, article, who, signal)
    assert (source.catalogue, source.entity) == ("signal", "e1")


def test_a_name_that_may_be_two_is_shown_as_doubtful_without_their_facts(nlp: Language) -> None:
    article = article_of("The Post said the port would close.")
    post = entity_of(article, "e1", "Post", EntityKind.ORGANISATION, "Post")
    (source,) = _sources(nlp, article, [("the port would close", "The Post")], post)
    assert (source.catalogue, source.candidates) == (None, ("ansel-post", "mole-post"))
    assert all(note.value is None for note in source.notes)


def test_a_surname_is_no_name_of_a_body(nlp: Language) -> None:
    article = article_of("Mr Wire said the port would close.")
    person = entity_of(article, "e1", "Wire", EntityKind.PERSON, "Wire")
    (source,) = _sources(nlp, article, [("the port would close", "Wire")], person)
    assert (source.catalogue, source.candidates) == (None, ())
