"""The catalogue: sources the program knows before it reads anything, each fact with its basis."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from according.analysis.sources.catalogue_files import read_contents, toml_files
from according.domain.sources import CatalogueEntry, SourceKind, plain


class CatalogueFault(ValueError):
    """The catalogue that comes with the program is not as it must be: one line for each fault."""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The entries, found by any of their names."""

    entries: tuple[CatalogueEntry, ...] = ()
    _named: Mapping[str, tuple[CatalogueEntry, ...]] = field(default_factory=dict, repr=False)

    def match(
        self, name: str, kind: SourceKind | Collection[SourceKind] | None = None
    ) -> CatalogueEntry | None:
        """The entry with this name, whole, or None; case, marks and "the" do not count.

        `kind` leaves only entries of that kind or those kinds. A name that fits two is no match.
        """
        kinds = {kind} if isinstance(kind, SourceKind) else kind
        found = [
            entry
            for entry in self._named.get(plain(name), ())
            if kinds is None or entry.kind in kinds
        ]
        return found[0] if len(found) == 1 else None

    def entry(self, id: str) -> CatalogueEntry | None:
        return next((entry for entry in self.entries if entry.id == id), None)


def catalogue_of(entries: Collection[CatalogueEntry]) -> Catalogue:
    """A catalogue of these entries."""
    named: dict[str, list[CatalogueEntry]] = {}
    for entry in entries:
        for name in {plain(known) for known in (entry.name, *entry.aliases)}:
            named.setdefault(name, []).append(entry)
    return Catalogue(tuple(entries), {name: tuple(known) for name, known in named.items()})


def load_catalogue(folder: Path) -> Catalogue:
    """The catalogue in a folder of TOML files, or `CatalogueFault`."""
    contents = read_contents(toml_files(folder))
    if contents.faults:
        raise CatalogueFault("\n".join(contents.faults))
    return catalogue_of(contents.entries.values())
