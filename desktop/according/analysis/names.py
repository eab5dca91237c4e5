"""Finds the names of an article: the model's, repaired, and those that the model missed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from according.analysis.acronyms import introduced
from according.analysis.gazetteer import Form, Gazetteer, Known, folded
from according.analysis.lines import POSSESSIVE, Line
from according.domain.entities import EntityKind

LABELS = {
    "PERSON": EntityKind.PERSON,
    "ORG": EntityKind.ORGANISATION,
    "GPE": EntityKind.PLACE,
    "LOC": EntityKind.PLACE,
    "FAC": EntityKind.FACILITY,
    "NORP": EntityKind.GROUP,
    "EVENT": EntityKind.EVENT,
    "WORK_OF_ART": EntityKind.WORK,
    "LAW": EntityKind.LAW,
    "PRODUCT": EntityKind.PRODUCT,
    "DATE": EntityKind.DATE,
    "TIME": EntityKind.DATE,
    "MONEY": EntityKind.QUANTITY,
    "QUANTITY": EntityKind.QUANTITY,
    "PERCENT": EntityKind.QUANTITY,
}
"""The model's labels; bare numbers, ordinals and languages name nobody."""

AMOUNTS = frozenset((EntityKind.DATE, EntityKind.QUANTITY))
PARTICLES = frozenset(
    ("de", "da", "di", "del", "della", "der", "den", "van", "von", "bin", "ibn", "al", "el", "la",
     "le", "du", "dos", "ter", "ten", "ul", "bint", "y", "e")
)  # fmt: skip
LINKS = frozenset(("of", "and", "for", "the", "&", "de", "la", "du", "on", "in", "to"))
NEVER = frozenset(
    ("gmt", "bst", "utc", "est", "edt", "pst", "cet", "ceo", "cfo", "mp", "mps", "mep", "meps", "pm",
     "am", "tv", "phd", "dna", "rna", "ai", "covid", "id", "ok", "i", "photo", "image", "video",
     "updated", "read", "comments", "faq", "pdf", "url", "gdp", "suv", "lgbt", "lgbtq", "hiv", "aids",
     "internet", "god", "vat", "gps", "usb", "cctv", "atm", "ufo", "er", "icu", "mr", "mrs", "ms", "ad", "bc")
)  # fmt: skip
"""Capitals that name nobody, folded: time zones, offices and everyday abbreviations."""

LISTED_WEIGHT, TITLE_WEIGHT, HEAD_WEIGHT, MODEL_WEIGHT = 6, 8, 4, 1
"""What one mention's evidence for a kind is worth against the others of the same name."""


@dataclass(frozen=True, slots=True)
class Name:
    """Tokens [start, end) of a line that name something; a person's titles end at `core`.

    `acronym_of` is the folded long form where the article itself introduces an acronym.
    """

    line: int
    start: int
    end: int
    core: int
    kind: EntityKind
    text: str
    known: Known | None = None
    titles: tuple[str, ...] = ()
    acronym_of: str | None = None
    weight: int = MODEL_WEIGHT

    @property
    def key(self) -> str:
        return folded(self.text)


def find_names(lines: Sequence[Line], gazetteer: Gazetteer) -> tuple[Name, ...]:
    """All names in text order; none overlaps another."""
    first = [_first_pass(line, gazetteer) for line in lines]
    kinds = _kinds(name for names in first for name in names)
    again = _index(kinds)
    found: list[Name] = []
    for line, names in zip(lines, first, strict=True):
        if line.title_case or line.shouted:
            names = [name for name in names if name.known or name.key in kinds.trusted]
        names = _without_overlaps([*names, *_repeated(line, names, kinds, again)])
        found += [_settled(name, kinds) for name in names]
    return tuple(found)


# The first pass: one line by itself ---------------------------------------------------------------


def _first_pass(line: Line, gazetteer: Gazetteer) -> list[Name]:
    """What one line alone shows, longest evidence first."""
    listed = [] if line.shouted else list(_listed(line, gazetteer))
    acronyms = [name for long, short in introduced(line) for name in _acronym(line, long, short)]
    titled = list(_titled(line, gazetteer))
    model = [name for ent in _entities(line) if (name := _repaired(line, *ent, gazetteer))]
    model = [_with_listed(name, listed) for name in model]
    certain = _without_overlaps([*acronyms, *titled, *model])
    joined = _joined(line, _without_overlaps([*certain, *_confirmed(line, listed, certain)]))
    return _without_overlaps([*joined, *_runs(line, joined, gazetteer)])


def _listed(line: Line, gazetteer: Gazetteer) -> Iterator[Name]:
    """Names of the lists, by their exact print."""
    text, offset = line.doc.text, line.passage.block.span.start
    at_end = {end: index + 1 for index, end in enumerate(line.ends)}
    index = 0
    while index < len(line):
        if line.words[index][0].isalpha() and (
            hit := gazetteer.match(text, line.starts[index] - offset)
        ):
            stop = at_end.get(hit[0] + offset)
            if stop is not None:
                known = hit[1]
                yield _name(line, index, stop, known.kind, known=known, weight=LISTED_WEIGHT)
                index = stop
                continue
        index += 1


def _confirmed(line: Line, listed: Iterable[Name], others: Sequence[Name]) -> Iterator[Name]:
    """Listed names that stand free and are used as names."""
    taken = _taken(others)
    for name in listed:
        if any(index in taken for index in range(name.start, name.end)):
            continue
        single = name.end - name.start == 1
        if single and name.kind is EntityKind.ORGANISATION:
            word = line.words[name.start]
            if line.pos[name.start] != "PROPN" or (word in ("IS", "RT", "PA", "FT", "SA")):
                continue
        yield name


def _with_listed(name: Name, listed: Iterable[Name]) -> Name:
    """A name of the model that a list knows, or that holds one at its very place."""
    for known in listed:
        if (known.start, known.end) == (name.start, name.end):
            return replace(name, kind=known.kind, known=known.known, weight=LISTED_WEIGHT)
        if known.start <= name.start and name.end <= known.end:
            return known
    return name


def _entities(line: Line) -> Iterator[tuple[int, int, EntityKind]]:
    for ent in line.doc.ents:
        kind = LABELS.get(ent.label_)
        if kind is not None:
            yield ent.start, ent.end, kind


def _repaired(
    line: Line, start: int, end: int, kind: EntityKind, gazetteer: Gazetteer
) -> Name | None:
    """An entity of the model cut down to the name, or None where nothing is left."""
    start, end = _trimmed(line, start, end, kind)
    if start >= end:
        return None
    if kind in AMOUNTS:
        return _amount(line, start, end, kind)
    start, end = _split(line, start, end, kind, gazetteer)
    while start < end and not _nameable(line, start):
        start += 1
    while end > start and not _nameable(line, end - 1):
        end -= 1
    start, end = _trimmed(line, start, end, kind)
    if start >= end or not any(line.capital(index) for index in range(start, end)):
        return None
    if folded(line.text(start, end)) in NEVER:
        return None
    name = _name(line, start, end, kind)
    head = gazetteer.words.heads.get(line.words[end - 1])
    if head is not None and end - start > 1 and kind is not EntityKind.WORK:
        return replace(name, kind=head, weight=HEAD_WEIGHT)
    return name


def _trimmed(line: Line, start: int, end: int, kind: EntityKind) -> tuple[int, int]:
    """Without articles, marks and possessive endings around it."""
    words = line.words
    while start < end and (
        (not words[start][0].isalnum()
        and not (kind in AMOUNTS and words[start][0] in "$£€¥"))
        or words[start] in ("a", "an", "the", "A", "An")
        or (words[start] == "The" and not _article_belongs(line, start, kind))
    ):
        start += 1
    while end > start and (
        words[end - 1] in POSSESSIVE
        or not (words[end - 1][-1].isalnum() or words[end - 1][-1] in ".%+!")
        or words[end - 1] == "."
    ):
        end -= 1
    return start, end


def _article_belongs(line: Line, index: int, kind: EntityKind) -> bool:
    """Whether "The" is part of a name: printed with a capital in mid-sentence."""
    if kind not in (EntityKind.ORGANISATION, EntityKind.WORK):
        return False
    return not line.opens_sentence(index)


def _amount(line: Line, start: int, end: int, kind: EntityKind) -> Name | None:
    text = line.text(start, end)
    if kind is EntityKind.DATE and ("old" in text or ("-" in text and not text[-1].isdigit())):
        return None  # an age or a compound adjective
    return _name(line, start, end, kind)


def _split(
    line: Line, start: int, end: int, kind: EntityKind, gazetteer: Gazetteer
) -> tuple[int, int]:
    """Without an owner ("Seoul’s Yonhap") or a people ("Russian Vladimir Putin") before it."""
    for index in range(start + 1, end - 1):
        if line.words[index] in POSSESSIVE and line.capital(index + 1):
            owner = gazetteer.match(line.text(start, index), 0)
            if kind is EntityKind.PERSON or owner is not None:
                start = index + 1
    if kind is EntityKind.PERSON and end - start > 2:
        hit = gazetteer.match(line.text(start, end), 0)
        if hit is not None and hit[1].form is Form.PEOPLE:
            start += len(line.text(start, start + hit[0]).split()) if hit[0] else 0
    return start, end


def _nameable(line: Line, index: int) -> bool:
    """Whether a name may begin or end with this token; "hyun" of "Yong-hyun" may end one."""
    word = line.words[index]
    if index and line.words[index - 1] == "-" and line.starts[index] == line.ends[index - 1]:
        return True
    return word[0].isupper() or word[0].isdigit() or any(c.isupper() for c in word)


def _titled(line: Line, gazetteer: Gazetteer) -> Iterator[Name]:
    """Persons after their titles: "Mr Kim", "Lt Gen Ada Moor", "President Lee"."""
    words = gazetteer.words
    persons = {ent.start: ent.end for ent in line.doc.ents if ent.label_ == "PERSON"}
    inside = {
        i for ent in line.doc.ents if ent.label_ == "PERSON" for i in range(ent.start, ent.end)
    }
    index = 0
    while index < len(line):
        length = _title_length(line, index, gazetteer)
        if not length:
            index += 1
            continue
        core = index + length
        titles = _titles(line, index, core)
        sure = any(title in words.courtesy for title in titles)
        end = persons.get(core) or (_run_of_person(line, core) if sure or core in inside else core)
        if end > core and not sure and line.words[end - 1] in words.heads:
            end = core
        end = _trimmed(line, core, end, EntityKind.PERSON)[1] if end > core else core
        if end > core:
            name = _name(line, index, end, EntityKind.PERSON, weight=TITLE_WEIGHT)
            yield replace(name, core=core, titles=titles, text=line.text(core, end))
        index = max(end, core)


def _title_length(line: Line, index: int, gazetteer: Gazetteer) -> int:
    """How many tokens from `index` on are titles before a capitalised word."""
    words = gazetteer.words
    length, whole = 0, False
    while index + length < len(line) - 1:
        word = line.words[index + length].rstrip(".")
        pair = f"{word} {line.words[index + length + 1]}"
        if pair in words.offices:
            length, whole = length + 2, True
        elif word in words.courtesy or word in words.ranks or word in words.offices:
            length, whole = length + 1, whole or word not in words.partial
        elif line.words[index + length] == "." and length:
            length += 1
        else:
            break
    following = index + length
    if not whole or following >= len(line) or not line.capital(following):
        return 0
    return length


def _titles(line: Line, start: int, core: int) -> tuple[str, ...]:
    plain = [word.rstrip(".") for word in line.words[start:core] if word != "."]
    return ("Prime Minister",) if plain == ["Prime", "Minister"] else tuple(plain)


def _run_of_person(line: Line, start: int) -> int:
    """Where the capitalised words that follow a title end."""
    end = start
    while end < len(line) and end - start < 6:
        word = line.words[end]
        joint = word == "-" and end > start and line.starts[end] == line.ends[end - 1]
        after_joint = end > start and line.words[end - 1] == "-"
        if not (line.capital(end) or joint or after_joint or word in PARTICLES):
            break
        if end > start and line.pos[end] == "VERB" and not after_joint:
            break
        end += 1
    while end > start and (line.words[end - 1] in PARTICLES or line.words[end - 1] == "-"):
        end -= 1
    return end


def _acronym(line: Line, long: tuple[int, int], short: tuple[int, int]) -> Iterator[Name]:
    """Both forms of "the Gas Board (GB)"; the acronym knows its long form."""
    full = _name(line, *long, EntityKind.ORGANISATION, weight=HEAD_WEIGHT)
    yield full
    brief = _name(line, *short, EntityKind.ORGANISATION, weight=HEAD_WEIGHT)
    yield replace(brief, acronym_of=full.key)


def _joined(line: Line, names: list[Name]) -> list[Name]:
    """An organisation with its branch: "Interfax" and "Ukraine" side by side are one name."""
    joined: list[Name] = []
    for name in names:
        last = joined[-1] if joined else None
        if (
            last is not None
            and last.end == name.start
            and last.kind is EntityKind.ORGANISATION
            and name.kind is EntityKind.PLACE
            and (name.end >= len(line) or line.pos[name.end] not in ("NOUN", "PROPN", "ADJ"))
        ):
            joined[-1] = _name(
                line, last.start, name.end, EntityKind.ORGANISATION, weight=HEAD_WEIGHT
            )
        else:
            joined.append(name)
    return joined


def _runs(line: Line, names: Sequence[Name], gazetteer: Gazetteer) -> Iterator[Name]:
    """Capitalised words in mid-sentence that no other rule has taken for a name."""
    if line.title_case or line.shouted:
        return
    taken = _taken(names)
    index = 0
    while index < len(line):
        if index in taken or not _proper(line, index):
            index += 1
            continue
        end = index + 1
        while end < len(line) and end not in taken:
            if _proper(line, end):
                end += 1
            elif (
                line.words[end] in LINKS
                and end + 1 < len(line)
                and end + 1 not in taken
                and _proper(line, end + 1)
                and line.words[end] not in ("and", "in", "to", "on", "the")
            ):
                end += 2
            else:
                break
        if (name := _run(line, index, end, gazetteer)) is not None:
            yield name
        index = end


def _run(line: Line, start: int, end: int, gazetteer: Gazetteer) -> Name | None:
    text = line.text(start, end)
    if folded(text) in NEVER or (end - start == 1 and line.opens_sentence(start)):
        return None
    words = gazetteer.words
    after = line.words[end] if end < len(line) else ""
    head = words.heads.get(line.words[end - 1])
    if end - start > 1 and head is not None:
        return _name(line, start, end, head, weight=HEAD_WEIGHT)
    if after in words.place_nouns:
        return _name(line, start, end, EntityKind.PLACE, weight=HEAD_WEIGHT)
    first = folded(line.words[start])
    if end - start > 1 and (first in words.men or first in words.women):
        return _name(line, start, end, EntityKind.PERSON)
    if end - start > 1 or (text.isupper() and len(text) > 1):
        return _name(line, start, end, EntityKind.ORGANISATION, weight=0)
    return None


def _proper(line: Line, index: int) -> bool:
    word = line.words[index]
    return line.pos[index] == "PROPN" and word[0].isupper() and len(word) > 1


# The second pass: what the whole article shows ------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Kinds:
    """The kind each name has in this article, and the names that may be looked for again."""

    by_key: Mapping[str, EntityKind]
    known: Mapping[str, Known | None]
    surnames: Mapping[str, int]
    trusted: frozenset[str]


def _kinds(names: Iterable[Name]) -> _Kinds:
    votes: dict[str, Counter[EntityKind]] = {}
    known: dict[str, Known | None] = {}
    surnames: Counter[str] = Counter()
    for name in names:
        votes.setdefault(name.key, Counter())[name.kind] += name.weight
        known[name.key] = known.get(name.key) or name.known
        if name.kind is EntityKind.PERSON and name.end - name.core > 1 and name.weight:
            surnames[name.key.split()[-1]] += 1
    by_key = {key: count.most_common(1)[0][0] for key, count in votes.items()}
    for key in by_key:
        if key in surnames and known[key] is None:
            by_key[key] = EntityKind.PERSON
    trusted = frozenset(key for key, count in votes.items() if count.total() > 0)
    return _Kinds(by_key, known, surnames, trusted)


def _settled(name: Name, kinds: _Kinds) -> Name:
    """The name with the kind that the article as a whole gives it."""
    if name.kind in AMOUNTS or name.titles:
        return name
    kind = kinds.by_key.get(name.key, name.kind)
    known = name.known or kinds.known.get(name.key)
    return replace(name, kind=kind, known=known if known and known.kind is kind else None)


def _index(kinds: _Kinds) -> dict[str, list[tuple[str, ...]]]:
    """Names to look for again, by their first word."""
    index: dict[str, list[tuple[str, ...]]] = {}
    for key in kinds.trusted:
        if kinds.by_key[key] in AMOUNTS:
            continue
        words = tuple(key.split())
        index.setdefault(words[0], []).append(words)
    for surname in kinds.surnames:
        index.setdefault(surname, []).append((surname,))
    for candidates in index.values():
        candidates.sort(key=len, reverse=True)
    return index


def _repeated(
    line: Line, names: Sequence[Name], kinds: _Kinds, index: Mapping[str, list[tuple[str, ...]]]
) -> Iterator[Name]:
    """Names of other lines that this line has too, unmarked by the model."""
    taken = _taken(names)
    plain: list[str] | None = None
    for start in range(len(line)):
        word = line.words[start]
        if start in taken or not word[0].isupper():
            continue
        candidates = index.get(folded(word))
        if candidates is None:
            continue
        plain = plain or [folded(word) or word for word in line.words]
        for words in candidates:
            end = start + len(words)
            if tuple(plain[start:end]) != words or any(i in taken for i in range(start, end)):
                continue
            if len(words) == 1 and (line.pos[start] != "PROPN" or word.lower() in NEVER):
                continue
            kind = kinds.by_key.get(" ".join(words), EntityKind.PERSON)
            yield _name(line, start, end, kind)
            break


# Small parts ----------------------------------------------------------------------------------------


def _name(
    line: Line,
    start: int,
    end: int,
    kind: EntityKind,
    *,
    known: Known | None = None,
    weight: int = MODEL_WEIGHT,
) -> Name:
    text = " ".join(line.text(start, end).split())
    return Name(line.number, start, end, start, kind, text, known, weight=weight)


def _taken(names: Iterable[Name]) -> frozenset[int]:
    return frozenset(index for name in names for index in range(name.start, name.end))


def _without_overlaps(names: Iterable[Name]) -> list[Name]:
    """The names in text order; of two that overlap, the one given first stays."""
    taken: set[int] = set()
    kept: list[Name] = []
    for name in names:
        tokens = range(name.start, name.end)
        if not any(index in taken for index in tokens):
            taken.update(tokens)
            kept.append(name)
    return sorted(kept, key=lambda name: name.start)
