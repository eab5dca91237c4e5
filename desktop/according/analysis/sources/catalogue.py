"""The catalogue: sources the program knows before it reads anything, each fact with its basis."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from according import places
from according.analysis.sources.catalogue_files import read_contents, toml_files
from according.domain.article import Article
from according.domain.sources import OUTLETS, CatalogueEntry, SourceKind, domain_in, plain


class CatalogueFault(ValueError):
    """The catalogue that comes with the program is not as it must be: one line for each fault."""


Kinds = SourceKind | Collection[SourceKind] | None
"""One kind, several, or None for any."""

MOST_CANDIDATES = 8
"""Entries that a doubtful name may lead to; a name that more have in common tells nothing."""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The entries, found by any of their names or domains."""

    entries: tuple[CatalogueEntry, ...] = ()
    _named: Mapping[str, tuple[CatalogueEntry, ...]] = field(default_factory=dict, repr=False)
    _hosted: Mapping[str, tuple[CatalogueEntry, ...]] = field(default_factory=dict, repr=False)
    _by_id: Mapping[str, CatalogueEntry] = field(default_factory=dict, repr=False)

    def match(self, name: str, kind: Kinds = None) -> CatalogueEntry | None:
        """The entry with this name, whole, or this domain; None where there is none or several.

        Case, marks and "the" do not count. `kind` leaves only entries of that kind or those kinds.
        """
        found = _of_kind(self._named.get(plain(name), ()), kind)
        if not found and (host := domain_in(name)) is not None:
            return self.by_domain(host, kind)
        return found[0] if len(found) == 1 else None

    def by_domain(self, host: str, kind: Kinds = None) -> CatalogueEntry | None:
        """The entry on whose domain a host lies ("news.bbc.co.uk"), the longest one first."""
        labels = host.casefold().split(".")
        for start in range(len(labels) - 1):
            found = _of_kind(self._hosted.get(".".join(labels[start:]), ()), kind)
            if found:
                return found[0] if len(found) == 1 else None
        return None

    def candidates(self, name: str, kind: Kinds = None) -> tuple[CatalogueEntry, ...]:
        """The entries that a name may mean where `match` finds none.

        Those that have it whole; else those of whose names it is the beginning or the end ("the
        Post"), and outlets whose name it begins with ("Guardian Australia"). None if they are too
        many.
        """
        words = plain(name).split()
        found = _of_kind(self._named.get(" ".join(words), ()), kind)
        if not found:
            named = [
                list(one) for known, one in self._named.items() if _shortens(words, known.split())
            ]
            outlets = (self._named.get(" ".join(words[:end]), ()) for end in range(1, len(words)))
            named += [_of_kind(one, OUTLETS) for one in outlets]
            found = _of_kind(dict.fromkeys(entry for one in named for entry in one), kind)
        return tuple(found) if len(found) <= MOST_CANDIDATES else ()

    def entry(self, id: str) -> CatalogueEntry | None:
        return self._by_id.get(id)


def catalogue_of(entries: Collection[CatalogueEntry]) -> Catalogue:
    """A catalogue of these entries."""
    named: dict[str, list[CatalogueEntry]] = {}
    hosted: dict[str, list[CatalogueEntry]] = {}
    for entry in entries:
        for name in {plain(known) for known in (entry.name, *entry.aliases)}:
            named.setdefault(name, []).append(entry)
        for domain in set(entry.domains):
            hosted.setdefault(domain, []).append(entry)
    return Catalogue(
        tuple(entries),
        {name: tuple(known) for name, known in named.items()},
        {domain: tuple(known) for domain, known in hosted.items()},
        {entry.id: entry for entry in entries},
    )


def load_catalogue(folder: Path) -> Catalogue:
    """The catalogue in a folder of TOML files, or `CatalogueFault`."""
    contents = read_contents(toml_files(folder))
    if contents.faults:
        raise CatalogueFault("\n".join(contents.faults))
    return catalogue_of(contents.entries.values())


def bundled_catalogue() -> Catalogue:
    """The catalogue that comes with the program."""
    return load_catalogue(places.seed("catalogue"))


def with_publisher(article: Article, catalogue: Callable[[], Catalogue]) -> Article:
    """`article` with the outlet that has its address, where its own words name no publisher."""
    host = domain_in(article.address or "")
    if article.publisher is not None or host is None:
        return article
    known = catalogue().by_domain(host, OUTLETS)
    return article if known is None else replace(article, publisher=known.name)


def _of_kind(entries: Iterable[CatalogueEntry], kind: Kinds) -> list[CatalogueEntry]:
    kinds = {kind} if isinstance(kind, SourceKind) else kind
    return [entry for entry in entries if kinds is None or entry.kind in kinds]


def _shortens(words: Sequence[str], known: Sequence[str]) -> bool:
    """Whether a name is the beginning or the end of a known one."""
    size = len(words)
    return 0 < size < len(known) and words in (known[:size], known[-size:])
