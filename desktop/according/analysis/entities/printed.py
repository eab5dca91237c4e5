"""Names and amounts that their print alone shows: long ministries, "£19m", "R-S.C."."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from according.analysis.entities.lines import Line
from according.analysis.entities.names import HEAD_WEIGHT, Name, name_at
from according.domain.entities import EntityKind

MATTER = r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*"
DEPARTMENT = re.compile(
    rf"(?:Department|Ministry|Office) (?:for|of) {MATTER}(?:, {MATTER})*,? (?:and|&) {MATTER}"
)
"""A department of several matters: with a comma, or with "and" between two capitals."""

AMOUNT = re.compile(
    r"(?:(?:about|almost|around|nearly|over|roughly|some) )?"
    r"(?:[A-Z]{1,2}\$|[$£€¥₩₽₹])\d[\d,.]*\d?"
    r"(?:(?:bn|tn|m|k|b|p)\b| (?:thousand|million|billion|trillion|crore|lakh)\b)?"
    r"|\d[\d,]*(?:\.\d+)? ?(?:per cent\b|percent\b|%)"
)
"""Sums of money with their sign and order, and shares in a hundred."""

PARTIES = frozenset(("D", "Dem", "I", "L", "R", "Rep"))
"""What stands before a member's state in brackets or between commas: "R-S.C."."""


def departments(line: Line, known: Iterable[Name], parties: frozenset[str]) -> Iterator[Name]:
    """Ministries with all their matters: "Department for Culture, Media and Sport".

    None of the matters is a body of its own, as in "Ministry of Justice, Treasury and Home Office".
    """
    bodies = {
        name.start
        for name in known
        if name.kind is EntityKind.ORGANISATION and name.known and name.known.name not in parties
    }
    for start, end in _tokens(line, DEPARTMENT.finditer(line.printed)):
        if not bodies.isdisjoint(range(start + 1, end)):
            continue
        yield name_at(line, start, end, EntityKind.ORGANISATION, weight=HEAD_WEIGHT)


def amounts(line: Line, names: Iterable[Name]) -> Iterator[Name]:
    """Whole amounts where the model has found none or a part of one."""
    quantities = [name for name in names if name.kind is EntityKind.QUANTITY]
    for start, end in _tokens(line, AMOUNT.finditer(line.printed)):
        wider = any(name.start <= start and end <= name.end for name in quantities)
        if not wider:
            yield name_at(line, start, end, EntityKind.QUANTITY)


def seats(line: Line) -> frozenset[int]:
    """Tokens that only say for which party and state somebody sits."""
    found: set[int] = set()
    for index in range(1, len(line) - 1):
        party = line.words[index - 1].rstrip(".")
        if line.words[index] in ("-", "–") and party in PARTIES:
            found.update((index - 1, index, index + 1))
        glued, dash, state = line.words[index].partition("-")
        if dash and state and glued.rstrip(".") in PARTIES:
            found.add(index)
    return frozenset(found)


def _tokens(line: Line, matches: Iterable[re.Match[str]]) -> Iterator[tuple[int, int]]:
    """The tokens [start, end) that matches cover, where they begin with one."""
    offset = line.passage.block.span.start
    starts = {start: index for index, start in enumerate(line.starts)}
    for match in matches:
        start = starts.get(match.start() + offset)
        stop = match.start() + len(match.group().rstrip(".,")) + offset
        if start is None:
            continue
        end = start
        while end < len(line) and line.ends[end] <= stop:
            end += 1
        if end > start and line.ends[end - 1] == stop:
            yield start, end
