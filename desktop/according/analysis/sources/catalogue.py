"""The catalogue: sources the program knows before it reads anything, each fact with its basis."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from according.domain.sources import CatalogueEntry, Fact, SourceKind, plain

BASES = "bases.toml"
"""The file of a catalogue folder that holds the publications which facts of several kinds cite.

A file of entries may bring others in tables `[basis.<id>]`.
"""

FIELDS = (
    "type and seat",
    "owner",
    "funding",
    "relation to a state",
    "corrections policy",
    "assessment by Wikipedia editors",
    "certification",
    "membership",
    "press freedom of the seat",
)
"""What a fact of the catalogue may be about, in the order of a card."""

_AS_OF = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")
_TEXTS = ("title", "publisher", "published", "where")


class CatalogueFault(ValueError):
    """An entry of the catalogue is not as it must be; the sentence names file and entry."""


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
    files = {path.name: _read(path) for path in sorted(folder.glob("*.toml"))}
    bases = files.pop(BASES) if BASES in files else _read(folder / BASES)
    for name, form in files.items():
        own = form.get("basis", {})
        if twice := bases.keys() & own.keys():
            raise CatalogueFault(f"{name}: the basis {_listed(twice)} is there already.")
        bases = bases | own
    entries: dict[str, CatalogueEntry] = {}
    for name, form in files.items():
        for one in form.get("entry", []):
            entry = _entry(one, bases, name)
            if entry.id in entries:
                raise CatalogueFault(f"{name}: the id “{entry.id}” is used twice.")
            entries[entry.id] = entry
    for entry in entries.values():
        if entry.parent is not None and entry.parent not in entries:
            raise CatalogueFault(f"The parent of “{entry.id}”, “{entry.parent}”, is no entry.")
    return catalogue_of(tuple(entries.values()))


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise CatalogueFault(f"{path.name} cannot be read: {error}") from error


def _entry(form: dict[str, Any], bases: dict[str, Any], file: str) -> CatalogueEntry:
    known = {"id", "name", "kind", "aliases", "domains", "country", "parent", "fact"}
    known_as = form.get("id") or form.get("name") or "an entry without id"
    if missing := {"id", "name", "kind"} - form.keys():
        raise CatalogueFault(f"{file}: “{known_as}” lacks {_listed(missing)}.")
    if strange := form.keys() - known:
        raise CatalogueFault(f"{file}: “{known_as}” has {_listed(strange)}, which no entry has.")
    try:
        kind = SourceKind(form["kind"])
    except ValueError as error:
        strange_kind = form["kind"]
        raise CatalogueFault(f"{file}: “{known_as}” has the kind “{strange_kind}”.") from error
    return CatalogueEntry(
        id=form["id"],
        name=form["name"],
        kind=kind,
        aliases=tuple(form.get("aliases", ())),
        domains=tuple(form.get("domains", ())),
        country=form.get("country"),
        parent=form.get("parent"),
        facts=tuple(_fact(fact, bases, f"{file}: “{known_as}”") for fact in form.get("fact", ())),
    )


def _fact(form: dict[str, str], bases: dict[str, Any], place: str) -> Fact:
    base = bases.get(form.get("basis", ""))
    if base is None:
        raise CatalogueFault(f"{place} has a fact whose basis is not in the catalogue.")
    whole = {**base, **form}
    needed = ("field", "value", "as_of", *_TEXTS)
    if missing := {name for name in needed if not str(whole.get(name, "")).strip()}:
        raise CatalogueFault(f"{place} has a fact without {_listed(missing)}.")
    if whole["field"] not in FIELDS:
        raise CatalogueFault(f"{place} has a fact about “{whole['field']}”, which is no field.")
    if not _AS_OF.fullmatch(whole["as_of"]):
        raise CatalogueFault(f"{place} has a fact as of “{whole['as_of']}”, which is no date.")
    return Fact(**{name: whole[name] for name in needed})


def _listed(names: Collection[str]) -> str:
    return ", ".join(f"“{name}”" for name in sorted(names))
