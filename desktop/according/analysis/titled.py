"""Persons after their titles: "Mr Kim", "Lt Gen Ada Moor", "President Lee"."""

from __future__ import annotations

from collections.abc import Iterator

from according.analysis.gazetteer import Gazetteer, folded
from according.analysis.lines import Line
from according.analysis.names import HEAD_WEIGHT, TITLE_WEIGHT, Name, name_at
from according.analysis.repairs import trimmed
from according.domain.entities import EntityKind

LONGEST = 6
"""Tokens a name may have that only its title shows."""

PARTICLES = frozenset(
    ("de", "da", "di", "del", "della", "der", "den", "van", "von", "bin", "ibn", "al", "el", "la")
)
"""Small words inside family names."""


def titled(line: Line, gazetteer: Gazetteer) -> Iterator[Name]:
    """Names with the titles before them; a rank or office in full needs a person of the model's."""
    words = gazetteer.words
    persons = {
        index: ent.end
        for ent in line.doc.ents
        if ent.label_ == "PERSON"
        for index in range(ent.start, ent.end)
    }
    index = 0
    while index < len(line):
        core = index + _length(line, index, gazetteer)
        if core == index:
            index += 1
            continue
        titles = _titles(line, index, core, words.offices)
        courteous = any(title in words.courtesy or title in words.title_roles for title in titles)
        end = persons.get(core) or (_end_of_name(line, core) if courteous else core)
        end = trimmed(line, core, _before_dash(line, core, end), EntityKind.PERSON)[1]
        surname = end - core == 1 and any(t in words.men or t in words.women for t in titles)
        if end > core and (surname or line.words[end - 1] not in words.heads):
            yield name_at(
                line, index, end, EntityKind.PERSON,
                core=core, titles=titles, weight=TITLE_WEIGHT,
            )  # fmt: skip
        index = max(end, core)


def _before_dash(line: Line, start: int, end: int) -> int:
    """Where a name ends before a dash that stands free: "Mr Oakes - 60 per cent"."""
    for index in range(start + 1, end):
        if line.words[index] == "-" and line.starts[index] > line.ends[index - 1]:
            return index
    return end


def untitled(line: Line, gazetteer: Gazetteer) -> Iterator[Name]:
    """Names that begin with a known given name, or are written as "Han Min-seo" is."""
    words = gazetteer.words
    longer = [(ent.start, ent.end) for ent in line.doc.ents if ent.end - ent.start > 2]
    index = 0
    while index < len(line) - 1:
        first = folded(line.words[index])
        end = index + 1
        if not line.capital(index) or not line.capital(index + 1):
            index += 1
            continue
        if first in words.family_first and _hyphened(line, index + 1):
            end = index + 4
        elif first in words.men or first in words.women:
            end = _family_name(line, index, gazetteer)
        inside = any(start <= index and end <= stop for start, stop in longer)
        if end - index > 1 and not inside:
            yield name_at(line, index, end, EntityKind.PERSON, weight=HEAD_WEIGHT)
        index = end


def _hyphened(line: Line, index: int) -> bool:
    """Whether "Min-seo" begins here."""
    return (
        index + 2 < len(line)
        and line.words[index + 1] == "-"
        and line.words[index + 2].islower()
        and line.starts[index + 2] == line.ends[index] + 1
    )


def _family_name(line: Line, index: int, gazetteer: Gazetteer) -> int:
    """Where a name ends whose given name is at `index`; right behind it where it is none."""
    end = index + 1
    while end < len(line) and end - index < 3 and line.pos[end] == "PROPN" and line.capital(end):
        end += 1
    plain = all(line.words[i].isalpha() and not line.words[i].isupper() for i in range(index, end))
    place = gazetteer.match(line.words[index], 0) is not None
    head = line.words[end - 1] in gazetteer.words.heads
    return end if plain and not place and not head else index + 1


def _length(line: Line, index: int, gazetteer: Gazetteer) -> int:
    """How many tokens from `index` on are titles before a capitalised word."""
    words = gazetteer.words
    length, whole = 0, False
    while index + length < len(line) - 1:
        printed = line.words[index + length]
        word = printed.rstrip(".")
        if f"{word} {line.words[index + length + 1]}" in words.offices:
            length, whole = length + 2, True
        elif word in words.courtesy or word in words.ranks or word in words.offices:
            length, whole = length + 1, whole or word not in words.partial
        elif printed == "." and length:
            length += 1
        else:
            break
    following = index + length
    return length if whole and following < len(line) and line.capital(following) else 0


def _titles(line: Line, start: int, core: int, offices: frozenset[str]) -> tuple[str, ...]:
    """The titles one by one; "Prime Minister" is one."""
    titles: list[str] = []
    for word in line.words[start:core]:
        plain = word.rstrip(".")
        if titles and f"{titles[-1]} {plain}" in offices:
            titles[-1] = f"{titles[-1]} {plain}"
        elif plain:
            titles.append(plain)
    return tuple(titles)


def _end_of_name(line: Line, start: int) -> int:
    """Where the capitalised words that follow a title end."""
    end = start
    while end < len(line) and end - start < LONGEST:
        word, joined = line.words[end], end > start and line.words[end - 1] == "-"
        hyphen = word == "-" and end > start and line.starts[end] == line.ends[end - 1]
        if not (line.capital(end) or hyphen or joined or word in PARTICLES):
            break
        if end > start and line.pos[end] == "VERB" and not joined:
            break
        end += 1
    while end > start and (line.words[end - 1] in PARTICLES or line.words[end - 1] == "-"):
        end -= 1
    return end
