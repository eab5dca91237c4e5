"""The reader's own files of the catalogue, read on top of those that come with the program."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from pathlib import Path

from according.analysis.sources.catalogue import Catalogue, CatalogueFault, catalogue_of
from according.analysis.sources.catalogue_files import Contents, read_contents, toml_files
from according.domain.sources import CatalogueEntry


@dataclass(frozen=True, slots=True)
class WholeCatalogue:
    """The catalogue with the reader's own, and a sentence where a part of that is left out."""

    catalogue: Catalogue
    warning: str | None = None


def load_with_own(bundled: Path, own: Path) -> WholeCatalogue:
    """The catalogue of both folders; what is not in order in `own` is left out and told.

    An entry of `own` with the id of one in `bundled` adds names, domains and facts to it.
    """
    ground = read_contents(toml_files(bundled))
    if ground.faults:
        raise CatalogueFault("\n".join(ground.faults))
    files = toml_files(own)
    contents = read_contents(files, ground)
    entries = dict(ground.entries)
    for id_, entry in contents.entries.items():
        entries[id_] = _joined(ground.entries[id_], entry) if id_ in ground.entries else entry
    whole = (
        replace(entry, parent=entry.parent if entry.parent in entries else None)
        for entry in entries.values()
    )
    return WholeCatalogue(catalogue_of(tuple(whole)), _warning(contents, own))


def digest_of(own: Path) -> str | None:
    """What tells the present state of the reader's own files from any other; None without any."""
    files = toml_files(own)
    if not files:
        return None
    state = hashlib.sha256()
    for file in files:
        try:
            state.update(file.read_bytes())
        except OSError:
            state.update(b"unreadable")
        state.update(file.name.encode())
    return state.hexdigest()[:8]


def _warning(contents: Contents, own: Path) -> str | None:
    if not contents.faults:
        return None
    faults = "a fault" if len(contents.faults) == 1 else f"{len(contents.faults)} faults"
    return (
        f"Your own catalogue in {own} has {faults}; what is in order in it is used. To see what to "
        f'correct, run: according catalogue check "{own}"'
    )


def _joined(bundled: CatalogueEntry, own: CatalogueEntry) -> CatalogueEntry:
    """A bundled entry with what the reader adds to it."""
    names = dict.fromkeys((*bundled.aliases, own.name, *own.aliases))
    return replace(
        bundled,
        aliases=tuple(name for name in names if name != bundled.name),
        domains=tuple(dict.fromkeys((*bundled.domains, *own.domains))),
        country=bundled.country or own.country,
        parent=bundled.parent or own.parent,
        facts=(*bundled.facts, *own.facts),
    )
