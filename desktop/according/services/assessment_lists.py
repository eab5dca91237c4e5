"""Reads a reader's own list of assessments, a table with a header, and says what is wrong in it."""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from according.domain.judgements import Assessment
from according.domain.sources import domain_in
from according.errors import ReadingError, UnreadableFile
from according.readers.decoding import decode

COLUMNS = {
    "name": ("name", "source", "outlet", "publication"),
    "domain": ("domain", "website", "site", "url"),
    "assessor": ("assessor", "assessed by", "by", "publisher"),
    "wording": ("wording", "rating", "status", "assessment"),
    "date": ("date", "as_of", "as of", "year"),
}
"""The headers by which each column is known, in any case and order."""

_NEEDED = ("assessor", "wording", "date")
_SEPARATORS = ",;\t|"
_DATE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")

EXAMPLE = "domain,name,assessor,wording,date"


class ListFault(ReadingError):
    """A list cannot be brought in; nothing has changed."""


@dataclass(frozen=True, slots=True)
class ImportedList:
    """The good rows of a list that was read, and a sentence on each row that was left out."""

    name: str
    rows: tuple[Assessment, ...]
    faults: tuple[str, ...] = ()

    @property
    def count(self) -> int:
        return len(self.rows)


def read_list(path: Path) -> ImportedList:
    """The rows of a CSV file; a ListFault where none of them is good. The list has its name."""
    lines = _lines(path)
    reader = csv.reader(lines, delimiter=_separator(lines), strict=True)
    rows: list[Assessment] = []
    faults: list[str] = []
    try:
        places = _places(next(reader), path.name)
        for cells in reader:
            if any(map(str.strip, cells)):
                values = {
                    column: cells[at].strip() if at < len(cells) else ""
                    for column, at in places.items()
                }
                if wrong := _wrong(values):
                    faults.append(f"Line {reader.line_num} of {path.name} {wrong}.")
                else:
                    rows.append(_assessment(path.name, values))
    except csv.Error as error:
        raise ListFault(
            f"{path.name} is not a table from line {reader.line_num} on ({error}): save it again "
            "as CSV."
        ) from error
    if not rows:
        first = f" {faults[0]}" if faults else ""
        raise ListFault(f"{path.name} has no row that can be used; nothing was changed.{first}")
    return ImportedList(path.name, tuple(rows), tuple(faults))


def _lines(path: Path) -> list[str]:
    try:
        data = path.read_bytes()
    except OSError as error:
        reason = error.strerror or str(error)
        raise ListFault(f"{path} cannot be read ({reason}): name another file.") from error
    if not data.strip():
        raise ListFault(f"{path.name} is empty: begin it with the line {EXAMPLE}.")
    try:
        return decode(data, name=path.name).splitlines(keepends=True)
    except UnreadableFile as error:
        raise ListFault(f"{path.name} is no text: save the table as CSV.") from error


def _separator(lines: Sequence[str]) -> str:
    """What stands between the cells; the header tells best, for it has no sentences."""
    try:
        return csv.Sniffer().sniff(lines[0], delimiters=_SEPARATORS).delimiter
    except csv.Error:
        return max(_SEPARATORS, key=lines[0].count)


def _places(header: Sequence[str], file: str) -> Mapping[str, int]:
    """At which place of a row each column stands."""
    titles = [" ".join(title.casefold().split()) for title in header]
    places = {
        column: titles.index(known[0])
        for column, names in COLUMNS.items()
        if (known := [name for name in names if name in titles])
    }
    missing = [column for column in _NEEDED if column not in places]
    if "name" not in places and "domain" not in places:
        missing.insert(0, "domain or name")
    if missing:
        raise ListFault(
            f"{file} has no column {', '.join(missing)}: begin it with the line {EXAMPLE}."
        )
    return places


def _wrong(values: Mapping[str, str]) -> str | None:
    """Why a row cannot be used, to follow "Line 3 of list.csv"."""
    if not values.get("name") and not values.get("domain"):
        return "names neither a domain nor a name"
    if values.get("domain") and domain_in(values["domain"]) is None:
        return f"has “{values['domain']}” for a domain, which is none"
    for column in _NEEDED:
        if not values[column]:
            return f"has no {column}"
    if not _DATE.fullmatch(values["date"]):
        return f"has the date “{values['date']}”: write it as 2024, 2024-05 or 2024-05-31"
    return None


def _assessment(file: str, values: Mapping[str, str]) -> Assessment:
    return Assessment(
        list=file,
        name=values.get("name") or None,
        domain=domain_in(values.get("domain", "")),
        assessor=values["assessor"],
        wording=values["wording"],
        date=values["date"],
    )
