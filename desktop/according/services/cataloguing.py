"""Checks files of the catalogue: the program's own, or a reader's in the same format."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from according.analysis.sources.catalogue_files import Contents, read_contents, toml_files
from according.domain.sources import CatalogueEntry, plain


@dataclass(frozen=True, slots=True)
class Checked:
    """How many entries and facts were looked at, and a sentence on each fault and each doubt."""

    entries: int
    facts: int
    faults: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()

    @property
    def summary(self) -> str:
        """One line: what was looked at, and whether it is in order."""
        looked_at = f"{_counted(self.entries, 'entry', 'entries')}, {_counted(self.facts, 'fact')}"
        found = _counted(len(self.faults), "fault") if self.faults else "in order"
        if self.warnings:
            found += f", {_counted(len(self.warnings), 'warning')}"
        return f"{looked_at}: {found}."


def check(paths: Sequence[Path], bundled: Path) -> Checked:
    """Check the files at `paths` and in folders there; without any, the catalogue in `bundled`.

    What is the reader's may cite bases of the bundled catalogue and refer to its entries.
    """
    files, faults = _files(paths or [bundled])
    own = {path.resolve() for path in files}
    beside = [path for path in toml_files(bundled) if path.resolve() not in own]
    ground = read_contents(beside)
    contents = read_contents(files, ground)
    return Checked(
        *contents.looked_at,
        faults=(*faults, *contents.faults, *contents.wordings),
        warnings=tuple(_shared(contents, ground)),
    )


def _files(paths: Sequence[Path]) -> tuple[list[Path], list[str]]:
    """The files to check, and what is wrong with the arguments."""
    files: list[Path] = []
    faults: list[str] = []
    for path in paths:
        if path.is_dir():
            inside = toml_files(path)
            files += inside
            if not inside:
                faults.append(f"{path} has no file of entries in it: name one that ends in .toml.")
        elif path.exists():
            files.append(path)
        else:
            faults.append(f"{path} is not there: name a file that ends in .toml, or its folder.")
    return list(dict.fromkeys(files)), faults


def _shared(contents: Contents, ground: Contents) -> Iterator[str]:
    """A sentence on each name and domain of `contents` by which two entries are meant."""
    others = [one for id_, one in ground.entries.items() if id_ not in contents.entries]
    own = contents.entries.values()
    yield from _doubled(own, others, "name", _names)
    yield from _doubled(own, others, "domain", lambda entry: entry.domains)


def _doubled(
    own: Collection[CatalogueEntry],
    others: Collection[CatalogueEntry],
    what: str,
    of: Callable[[CatalogueEntry], Collection[str]],
) -> Iterator[str]:
    holders: dict[str, list[str]] = {}
    for entry in (*own, *others):
        for known in of(entry):
            holders.setdefault(known, []).append(entry.id)
    ids = {entry.id for entry in own}
    for known, by in holders.items():
        if len(by) > 1 and ids & set(by):
            told = " and ".join(f"“{one}”" for one in by)
            yield (
                f"Warning: the {what} “{known}” leads to {told}, so it is shown as doubtful: take "
                "it from all but one of them if it means that one only."
            )


def _names(entry: CatalogueEntry) -> Collection[str]:
    return dict.fromkeys(plain(name) for name in (entry.name, *entry.aliases))


def _counted(number: int, one: str, many: str = "") -> str:
    return f"{number} {one if number == 1 else many or one + 's'}"
