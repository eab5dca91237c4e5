"""Names that the model has missed in a line: listed ones, runs of capitals, joined halves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from according.analysis.entities.acronyms import introduced
from according.analysis.entities.beside import apposed, kind_beside
from according.analysis.entities.gazetteer import Form, Gazetteer, Known, folded
from according.analysis.entities.lines import POSSESSIVE, Line
from according.analysis.entities.names import (
    HEAD_WEIGHT,
    LISTED_WEIGHT,
    MODEL_WEIGHT,
    Name,
    name_at,
    tokens_of,
    without_overlaps,
)
from according.analysis.entities.repairs import TICKER, head_of, own_kind
from according.domain.entities import EntityKind

AMBIGUOUS = frozenset(("IS", "RT", "PA", "FT", "SA", "US", "IT", "ICE", "SEC", "WHO", "EFE", "DW"))
"""Acronyms that are words or initials too: names only where the parser says so."""

INSTITUTIONS = {
    **dict.fromkeys(("Cathedral", "Church", "Hospital"), EntityKind.FACILITY),
    **dict.fromkeys(("College", "School", "University"), EntityKind.ORGANISATION),
}
"""What is called after a saint or founder: "St Thomas' Hospital"."""

DATELINE = 4
"""Letters a place in capitals must have to be read as its name: "WASHINGTON (AP)"."""


def listed(line: Line, gazetteer: Gazetteer) -> Iterator[Name]:
    """Names of the lists by their exact print, and places in the capitals of a dateline."""
    text, offset = line.printed, line.passage.block.span.start
    at_end = {end: index + 1 for index, end in enumerate(line.ends)}
    index = 0
    while index < len(line):
        word = line.words[index]
        stop = None
        if word[0].isalpha() and (hit := gazetteer.match(text, line.starts[index] - offset)):
            stop = at_end.get(hit[0] + offset)
        elif not index and len(word) >= DATELINE and word.isupper():
            hit = gazetteer.match(word.title(), 0)
            stop = 1 if hit is not None and hit[0] == len(word) else None
        if stop is not None and hit is not None:
            yield name_at(line, index, stop, hit[1].kind, known=hit[1], weight=LISTED_WEIGHT)
            index = stop
        else:
            index += 1


def confirmed(line: Line, names: Sequence[Name], others: Sequence[Name]) -> Iterator[Name]:
    """Listed names that stand free and are used as names."""
    taken = tokens_of(others)
    for name in names:
        if not taken.isdisjoint(range(name.start, name.end)):
            continue
        word = line.words[name.start]
        if name.end - name.start == 1 and name.kind is EntityKind.ORGANISATION:
            acronym = word.isupper() and len(word) > 2 and word not in AMBIGUOUS
            if not acronym and line.pos[name.start] != "PROPN":
                continue
        yield name


def bracketed(line: Line, names: Sequence[Name]) -> Iterator[Name]:
    """Both forms of "the Gas Board (GB)"; the acronym knows its long form."""
    known = {(name.start, name.end): name for name in names}
    for long, short in introduced(line):
        full = known.get(long) or name_at(line, *long, EntityKind.ORGANISATION, weight=HEAD_WEIGHT)
        yield full
        brief = name_at(line, *short, full.kind, known=full.known, weight=HEAD_WEIGHT)
        yield replace(brief, acronym_of=full.key)


def joined(line: Line, names: Sequence[Name], gazetteer: Gazetteer) -> list[Name]:
    """Halves of one name brought together.

    An organisation and the country of its branch ("Interfax Ukraine"), a given name and a family
    name that is a place's too, a family name and the capitalised word before it.
    """
    whole: list[Name] = []
    for name in names:
        last = whole[-1] if whole else None
        if last is not None and last.end == name.start and (kind := _together(line, last, name)):
            whole[-1] = name_at(
                line, last.start, name.end, kind,
                core=last.core, titles=last.titles, weight=HEAD_WEIGHT, office=last.office,
            )  # fmt: skip
        elif name.kind is EntityKind.PERSON and not name.titles:
            whole.append(_with_given_name(line, name, last, gazetteer))
        else:
            whole.append(name)
    return whole


def _together(line: Line, first: Name, second: Name) -> EntityKind | None:
    """The kind of the one name that two adjacent ones make, or None."""
    after = line.pos[second.end] if second.end < len(line) else ""
    if second.kind is not EntityKind.PLACE or after in ("NOUN", "PROPN", "ADJ"):
        return None
    if first.kind is EntityKind.ORGANISATION:
        return EntityKind.ORGANISATION
    single = first.end - first.core == 1 and second.end - second.start == 1
    capital = second.known is not None and second.known.form is Form.CAPITAL
    unknown = first.known is None and first.kind in (EntityKind.PERSON, EntityKind.PLACE)
    return EntityKind.PERSON if unknown and single and capital else None


def _with_given_name(line: Line, name: Name, last: Name | None, gazetteer: Gazetteer) -> Name:
    """A person of one word with the capitalised word before it: "Enver" of "Enver Solomon"."""
    before = name.start - 1
    if before < 0 or name.end - name.core > 1 or (last is not None and last.end > before):
        return name
    word, words = line.words[before], gazetteer.words
    known = folded(word) in words.given
    plain = folded(word) in words.roles or word in words.offices or folded(word) in words.never
    if plain or not proper(line, before) or (line.opens_sentence(before) and not known):
        return name
    return name_at(line, before, name.end, EntityKind.PERSON, weight=name.weight)


def owned(line: Line, names: Sequence[Name]) -> list[Name]:
    """Names with "St Thomas' Hospital" whole, where only its first half was found."""
    found: list[Name] = []
    for name in names:
        head = name.end + 1
        whole = (
            name.known is None
            and head < len(line)
            and line.words[name.end] in POSSESSIVE
            and line.words[head] in INSTITUTIONS
        )
        if whole:
            kind = INSTITUTIONS[line.words[head]]
            found.append(name_at(line, name.start, head + 1, kind, weight=HEAD_WEIGHT))
        else:
            found.append(name)
    return without_overlaps(found)


def extended(line: Line, names: Sequence[Name], gazetteer: Gazetteer) -> list[Name]:
    """Names with listed places among them that only begin a longer one: "Kent Police"."""
    taken = tokens_of(names)
    found: list[Name] = []
    for name in names:
        end = name.end
        while end < len(line) and end not in taken and proper(line, end):
            end += 1
        kind = gazetteer.words.heads.get(line.words[end - 1]) if end > name.end else None
        begins = name.known is not None and (
            name.known.key.startswith("city:") or name.known.form is Form.CAPITAL
        )
        longer = begins and kind is not None and name.kind is EntityKind.PLACE
        found.append(
            name_at(line, name.start, end, kind, weight=HEAD_WEIGHT) if longer and kind else name
        )
    return found


def called(line: Line, names: Sequence[Name], gazetteer: Gazetteer) -> Iterator[Name]:
    """Names of one word that say right behind what they name: "Unite, the union"."""
    taken = tokens_of(names)
    for index in range(len(line)):
        if index in taken or not proper(line, index) or apposed(line, index + 1) is None:
            continue
        kind = kind_beside(line, index, index + 1, gazetteer)
        start = index
        while start and start - 1 not in taken and proper(line, start - 1):
            start -= 1
        if kind is not None and not (start < index and kind is EntityKind.PERSON):
            yield name_at(line, start, index + 1, kind, weight=HEAD_WEIGHT)


def halves(names: Sequence[Name]) -> dict[str, Known]:
    """The countries that "the North" and "the South" mean in an article that names one of each."""
    found: dict[str, Known] = {}
    for half in ("North", "South"):
        countries = {
            name.known.key: name.known
            for name in names
            if name.known is not None
            and name.kind is EntityKind.PLACE
            and name.known.name.startswith(f"{half} ")
            and name.known.key.startswith("place:")
        }
        if len(countries) == 1:
            known = next(iter(countries.values()))
            found[half] = Known(known.key, known.name, EntityKind.PLACE)
    return found


def half_named(line: Line, countries: Mapping[str, Known]) -> Iterator[Name]:
    """Each "the North" of a line that stands for a country, also in "North and South Korea"."""
    for index in range(len(line)):
        known = countries.get(line.words[index])
        if known is None:
            continue
        if line.words[index + 1 : index + 2] == ("and",) and index + 3 < len(line):
            other = countries.get(line.words[index + 2])
            if other is not None and known.name.endswith(f" {line.words[index + 3]}"):
                for start, end, one in ((index, index + 1, known), (index + 2, index + 4, other)):
                    yield name_at(line, start, end, one.kind, known=one, weight=LISTED_WEIGHT)
                continue
        if not index or line.words[index - 1].lower() != "the":
            continue
        after = line.words[index + 1] if index + 1 < len(line) else ""
        if not after[:1].isupper():
            yield name_at(
                line, index, index + 1, EntityKind.PLACE, known=known, weight=LISTED_WEIGHT
            )


def runs(line: Line, names: Sequence[Name], gazetteer: Gazetteer) -> Iterator[Name]:
    """Capitalised words in mid-sentence that no other rule has taken for a name."""
    taken = tokens_of(names)
    index = 0
    while index < len(line):
        if index in taken or not proper(line, index):
            index += 1
            continue
        end = index + 1
        while end < len(line) and end not in taken:
            if proper(line, end):
                end += 1
            elif _links(line, end) and end + 1 not in taken:
                end += 2
            else:
                break
        if (name := _run(line, index, end, gazetteer)) is not None:
            yield name
        index = end


def proper(line: Line, index: int) -> bool:
    """Whether a token is a proper noun that begins with a capital."""
    word = line.words[index]
    return line.pos[index] == "PROPN" and word[0].isupper() and len(word) > 1


def _links(line: Line, index: int) -> bool:
    return (
        line.words[index] in ("of", "for", "&", "de", "la", "du")
        and index + 1 < len(line)
        and proper(line, index + 1)
    )


def _run(line: Line, start: int, end: int, gazetteer: Gazetteer) -> Name | None:
    """What a run names, as far as its words and neighbours show; None where nothing does."""
    text, words = line.text(start, end), gazetteer.words
    after = line.words[end] if end < len(line) else ""
    head = line.words[head_of(line, start, end)]
    office = after in words.offices or after in words.posts or head.lower() in words.roles
    opening = end - start == 1 and line.opens_sentence(start)
    if office or opening or folded(text) in words.never:
        return None
    if line.words[end - 1] in words.phrase_ends or text in words.letters or TICKER.fullmatch(text):
        return None
    kind, weight = _kind_of_run(line, start, end, gazetteer)
    return name_at(line, start, end, kind, weight=weight) if kind is not None else None


def _kind_of_run(
    line: Line, start: int, end: int, gazetteer: Gazetteer
) -> tuple[EntityKind | None, int]:
    """The kind of a run and the weight of the evidence; a weight of 0 is a guess."""
    words, text = gazetteer.words, line.text(start, end)
    several = end - start > 1
    beside = kind_beside(line, start, end, gazetteer)
    own = own_kind(line, start, end, words) if several else None
    if beside is not None and not (own is not None and beside is EntityKind.PERSON):
        return beside, HEAD_WEIGHT
    if own is not None:
        return own, HEAD_WEIGHT
    if end < len(line) and line.words[end] in words.place_nouns:
        return EntityKind.PLACE, HEAD_WEIGHT
    first = folded(line.words[start])
    if several and first in words.given:
        return EntityKind.PERSON, MODEL_WEIGHT
    state = start > 0 and line.words[start - 1] == "-"  # the one in "R-WI"
    acronym = text.isupper() and len(text) > 1 and not state
    return (EntityKind.ORGANISATION if several or acronym else None), 0
