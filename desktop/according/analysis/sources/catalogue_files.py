"""Reads files of the catalogue and says everything that is wrong in them, file and entry named."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from according.analysis.sources.catalogue_faults import (
    FACT_TEXTS,
    Form,
    faults_of_basis,
    faults_of_entry,
    faults_of_fact,
    is_text,
    listed,
)
from according.analysis.sources.catalogue_wording import wording_fault
from according.domain.sources import CatalogueEntry, Fact, SourceKind

BASES = "bases.toml"
"""The file of a catalogue folder that holds the publications which facts of several kinds cite.

A file of entries may bring others in tables `[basis.<id>]`.
"""


@dataclass(frozen=True, slots=True)
class Contents:
    """What files of the catalogue hold: what is in order of it, and a sentence on each fault.

    `entries` and `bases` by id. `wordings` are sentences on facts that are not worded as every
    entry words them, which makes them no less usable; `looked_at` is how many entries and facts
    there are, in order or not.
    """

    entries: Mapping[str, CatalogueEntry] = field(default_factory=dict)
    bases: Mapping[str, Form] = field(default_factory=dict)
    faults: tuple[str, ...] = ()
    wordings: tuple[str, ...] = ()
    looked_at: tuple[int, int] = (0, 0)


def toml_files(folder: Path) -> tuple[Path, ...]:
    """The files of a catalogue folder, in the order they are read."""
    return tuple(sorted(folder.glob("*.toml")))


def read_contents(files: Sequence[Path], ground: Contents | None = None) -> Contents:
    """What `files` hold, which may cite the bases of `ground` and refer to its entries.

    An entry with the id of one in `ground` adds to that one and need not repeat its name and kind.
    """
    gathered = _Gathering(ground or Contents())
    forms = [(path.name, form) for path in files if (form := gathered.form(path)) is not None]
    for name, form in forms:
        gathered.take_bases(name, form)
    for name, form in forms:
        if name != BASES:
            gathered.take_entries(name, form)
    gathered.look_for_parents()
    return Contents(
        gathered.entries,
        gathered.bases,
        tuple(gathered.faults),
        tuple(gathered.wordings),
        gathered.looked_at,
    )


class _Gathering:
    """Goes through files and gathers what is in them."""

    def __init__(self, ground: Contents) -> None:
        self.entries: dict[str, CatalogueEntry] = {}
        self.bases: dict[str, Form] = {}
        self.faults: list[str] = []
        self.wordings: list[str] = []
        self.looked_at = (0, 0)
        self._ground = ground
        self._ids: set[str] = set()
        self._parents: list[tuple[str, str]] = []

    def form(self, path: Path) -> Form | None:
        try:
            return tomllib.loads(path.read_text(encoding="utf-8"))
        except OSError as error:
            self.faults.append(f"{path.name} cannot be read ({error.strerror}): see to the file.")
        except UnicodeDecodeError:
            self.faults.append(f"{path.name} is not in UTF-8: save it as UTF-8.")
        except tomllib.TOMLDecodeError as error:
            self.faults.append(f"{path.name} is no TOML: {error}. Correct it there.")
        return None

    def take_bases(self, file: str, form: Form) -> None:
        bases = form if file == BASES else form.get("basis", {})
        if not isinstance(bases, dict):
            self.faults.append(f"{file}: write each basis as a table [basis.<id>].")
            return
        for known_as, base in bases.items():
            place = f"{file}: the basis “{known_as}”"
            if known_as in self.bases or self._ground.bases.get(known_as, base) != base:
                self.faults.append(f"{place} is there already: give it another id.")
            elif wrong := list(faults_of_basis(base)):
                self.faults += [f"{place} {one}" for one in wrong]
                self.bases[known_as] = {}  # told once, not again with every fact that cites it
            else:
                self.bases[known_as] = base

    def take_entries(self, file: str, form: Form) -> None:
        if strange := form.keys() - {"entry", "basis"}:
            self.faults.append(
                f"{file} has {listed(strange)}: a file holds [[entry]] and [basis.<id>] only."
            )
        entries = form.get("entry", [])
        if not isinstance(entries, list) or not all(isinstance(one, dict) for one in entries):
            self.faults.append(f"{file}: write each entry under [[entry]].")
            return
        for number, one in enumerate(entries, start=1):
            self._take_entry(file, number, one)

    def look_for_parents(self) -> None:
        known = self._ids | self._ground.entries.keys()
        self.faults += [
            f"{place} has the parent “{parent}”, which is no entry: write the id of one, or leave "
            "the parent out."
            for place, parent in self._parents
            if parent not in known
        ]

    def _take_entry(self, file: str, number: int, form: Form) -> None:
        known_as = form.get("id") or form.get("name") or f"entry {number}"
        place = f"{file}: “{known_as}”"
        known = self._ground.entries.get(str(form.get("id")))
        if known is not None:
            form = {"name": known.name, "kind": known.kind.value} | dict(form)
        faults = list(faults_of_entry(form, known))
        if "id" in form and str(form["id"]) in self._ids:
            faults.append("is there twice: give one of the two another id.")
        tables = _tables(form.get("fact", ()))
        valued = [one for one in tables if is_text(one.get("value"))]  # an empty one is told below
        told = (wording_fault(str(one.get("field")), one["value"]) for one in valued)
        self.wordings += [f"{place} {one}" for one in told if one is not None]
        facts = [self._fact(one) for one in tables]
        faults += [fault for _, wrong in facts for fault in wrong]
        self.faults += [f"{place} {fault}" for fault in faults]
        self._ids.add(str(form.get("id")))
        self.looked_at = (self.looked_at[0] + 1, self.looked_at[1] + len(facts))
        if isinstance(form.get("parent"), str):
            self._parents.append((place, form["parent"]))
        if not faults:
            self.entries[form["id"]] = CatalogueEntry(
                id=form["id"],
                name=form["name"],
                kind=SourceKind(form["kind"]),
                aliases=tuple(form.get("aliases", ())),
                domains=tuple(form.get("domains", ())),
                country=form.get("country"),
                parent=form.get("parent"),
                facts=tuple(fact for fact, _ in facts if fact is not None),
            )

    def _fact(self, form: Form) -> tuple[Fact | None, list[str]]:
        """A fact, or what is wrong with it in words that follow the entry's id."""
        about = f"the fact about “{form['field']}”" if form.get("field") else "a fact"
        cited = str(form.get("basis", ""))
        base = self.bases.get(cited, self._ground.bases.get(cited))
        if base is None:
            what = f"the basis “{cited}”, which is not there" if cited else "no basis"
            faults = [f"has {about} with {what}: add a table [basis.<id>] and name its id."]
            return None, [*faults, *faults_of_fact(form, about, told=False)]
        whole = {**base, **form}
        faults = list(faults_of_fact(whole, about, told=bool(base)))
        if faults or not base:
            return None, faults
        return Fact(**{name: whole[name] for name in FACT_TEXTS}), []


def _tables(value: object) -> list[Form]:
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []
