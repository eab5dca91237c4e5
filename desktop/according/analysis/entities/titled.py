"""Persons after their titles: "Mr Kim", "Lt Gen Ada Moor", "President Lee"."""

from __future__ import annotations

from collections.abc import Iterator

from according.analysis.entities.gazetteer import Gazetteer, Words, folded
from according.analysis.entities.lines import Line
from according.analysis.entities.names import HEAD_WEIGHT, TITLE_WEIGHT, Name, name_at
from according.analysis.entities.persons import PARTICLES
from according.analysis.entities.repairs import trimmed, without_letters
from according.domain.entities import EntityKind

LONGEST = 6
"""Tokens a name may have that only its title shows."""


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
        titles, start = _titles(line, index, core, words)
        courteous = any(title in words.courtesy or title in words.title_roles for title in titles)
        end = persons.get(core) or _end_untold(line, core, several=not courteous)
        end = trimmed(line, core, _before_dash(line, core, end), EntityKind.PERSON)[1]
        end = without_letters(line, core, end, words)
        surname = end - core > 1 and folded(line.words[core]) in words.given
        surname = surname or (
            end - core == 1 and any(t in words.men or t in words.women for t in titles)
        )
        if end > core and (surname or line.words[end - 1] not in words.heads):
            if not words.peers.isdisjoint(titles):
                end = _seat(line, end)
            yield name_at(
                line, start, end, EntityKind.PERSON,
                core=core, titles=titles, weight=TITLE_WEIGHT, office=index,
            )  # fmt: skip
        index = max(end, core)


def styled(line: Line, gazetteer: Gazetteer) -> Iterator[Name]:
    """Names that are a title and its place: "the Duke of Marbury"."""
    for index in range(1, len(line) - 2):
        style = line.words[index] in gazetteer.words.styles and line.words[index + 1] == "of"
        if style and line.words[index - 1].lower() == "the":
            end = _seat(line, index + 1)
            if end > index + 1:
                yield name_at(line, index, end, EntityKind.PERSON, weight=TITLE_WEIGHT)


def _end_untold(line: Line, core: int, *, several: bool) -> int:
    """Where a name ends that the model does not know, behind a title.

    Behind an office it must have `several` words, all of them proper nouns.
    """
    end = _end_of_name(line, core)
    proper = all(line.pos[i] == "PROPN" or line.words[i] == "-" for i in range(core, end))
    if several and (end - core == 1 or not proper or line.title_case or line.shouted):
        return core
    return end


def _seat(line: Line, end: int) -> int:
    """Where a peer's name ends that has a place in it: "Lord Hale of Upper Norley"."""
    if end + 1 >= len(line) or line.words[end] != "of" or not line.capital(end + 1):
        return end
    end += 2
    while end < len(line) and line.capital(end) and line.pos[end] == "PROPN":
        end += 1
    return end


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
        joined = line.capital(index + 1) or line.words[index + 1] in PARTICLES
        if not line.capital(index) or not joined:
            index += 1
            continue
        if first in words.family_first and _hyphened(line, index + 1):
            end = index + 4
        elif first in words.given:
            end = _family_name(line, index, gazetteer)
        inside = any(start <= index and end <= stop for start, stop in longer)
        if end - index > 1 and not inside:
            yield name_at(line, index, end, EntityKind.PERSON, weight=HEAD_WEIGHT)
        index = end


def presented(line: Line, gazetteer: Gazetteer) -> Iterator[Name]:
    """Names right behind what somebody is: "her colleague Per Lindqvist"."""
    words = gazetteer.words
    for index in range(len(line) - 2):
        role = line.words[index]
        if role not in words.roles or role in words.descriptions or role in words.either:
            continue
        end = index + 1
        while end < len(line) and end - index <= LONGEST:
            particle = line.words[end] in PARTICLES and end > index + 1
            proper = line.pos[end] == "PROPN" or end == index + 1
            if not (particle or (proper and line.capital(end))):
                break
            end += 1
        plain = end - index > 2 and not line.words[end - 1].isupper()
        if plain and line.words[end - 1] not in words.heads and line.capital(index + 1):
            listed = gazetteer.match(line.words[index + 1], 0)
            if listed is None:
                yield name_at(line, index + 1, end, EntityKind.PERSON, weight=HEAD_WEIGHT)


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
    longest = index + 3
    while end < min(len(line), longest) and line.pos[end] == "PROPN":
        particle = line.words[end] in PARTICLES
        if not (particle or line.capital(end)):
            break
        end, longest = end + 1, longest + particle
    while line.words[end - 1] in PARTICLES:
        end -= 1
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
        if post := _post(line, index + length, words.posts):
            length, whole = length + post, True
        elif f"{word} {line.words[index + length + 1]}" in words.offices:
            length, whole = length + 2, True
        elif word in words.courtesy or word in words.ranks or word in words.offices:
            length, whole = length + 1, whole or word not in words.partial
        elif printed == "." and length:
            length += 1
        else:
            break
    following = index + length
    if whole and following + 1 < len(line) and line.words[following] in PARTICLES:
        following += 1  # "Mr van der Berg"
        following += line.words[following] in PARTICLES and following + 1 < len(line)
    return length if whole and following < len(line) and line.capital(following) else 0


def _post(line: Line, index: int, posts: frozenset[str]) -> int:
    """How many tokens from `index` on are one office: "Secretary of State"."""
    for length in (3, 2, 1):
        if " ".join(line.words[index : index + length]) in posts:
            return length
    return 0


def _titles(line: Line, start: int, core: int, words: Words) -> tuple[tuple[str, ...], int]:
    """The titles one by one, "Prime Minister" being one, and where those of the name begin.

    An office in full is what somebody is and no part of the name; a rank or "Sen." is.
    """
    titles: list[str] = []
    index, begin = start, start
    while index < core:
        plain = line.words[index].rstrip(".")
        if post := _post(line, index, words.posts):
            titles.append(" ".join(line.words[index : index + post]))
            index = begin = index + post
            continue
        if titles and f"{titles[-1]} {plain}" in words.offices:
            titles[-1] = f"{titles[-1]} {plain}"
        elif plain:
            titles.append(plain)
        index += 1
    return tuple(titles), min(begin, core)


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
