"""Cuts the model's entities down to the names in them and corrects their kinds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from according.analysis.entities.acronyms import is_acronym
from according.analysis.entities.beside import kind_before, kind_beside, located, periodical
from according.analysis.entities.cuts import parts
from according.analysis.entities.gazetteer import Form, Gazetteer, Words, folded
from according.analysis.entities.lines import POSSESSIVE, Line
from according.analysis.entities.names import (
    AMOUNTS,
    HEAD_WEIGHT,
    LISTED_WEIGHT,
    MODEL_WEIGHT,
    Name,
    name_at,
)
from according.analysis.entities.persons import PARTICLES
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

CAPTION_WORDS = frozenset(("Image", "Photo", "Picture", "Credit"))
QUOTES = frozenset("“‘\"'")
CURRENCIES = "$£€¥₩₽"
INITIALS = re.compile(r"(?:[A-Z]\.){1,3}")
MODEL_NUMBER = re.compile(r"[A-Za-z]{2,}\d+")
"""A version or a model of something made: "KX12"; with one letter it may be a road."""

NUMBERLESS = frozenset((EntityKind.PERSON, EntityKind.PLACE))
"""Kinds of things that have no number in their names."""

TICKER = re.compile(r"[A-Z0-9]{2,6}\.[A-Z]{1,3}|(?:NASDAQ|NYSE|LSE|LON) ?: ?[A-Z.]{1,6}")
PLACED_WEIGHT = 2
"""What "in Kalma" says for a place: more than the model's guess, less than the name's own words."""

STATIONS = frozenset(("Channel", "Radio"))
"""First words of a broadcaster's name."""

MISTAKEN = frozenset((EntityKind.PERSON, EntityKind.WORK, EntityKind.PRODUCT))
"""Kinds that the model gives to "the Gazette" and "the Ministry"."""

MISPLACED = frozenset(
    (EntityKind.ORGANISATION, EntityKind.PRODUCT, EntityKind.WORK, EntityKind.FACILITY)
)
"""Kinds that the model gives to places which it does not know."""


def repaired(line: Line, listed: Sequence[Name], gazetteer: Gazetteer) -> Iterator[Name]:
    """The names among the model's entities of a line, each within its entity."""
    for ent in line.doc.ents:
        kind = LABELS.get(ent.label_)
        if ent.label_ == "CARDINAL" and ent.end < len(line):
            if line.words[ent.end] in gazetteer.words.units:
                yield name_at(line, ent.start, ent.end + 1, EntityKind.QUANTITY)
            continue
        if kind in AMOUNTS:
            start, end = trimmed(line, ent.start, ent.end, kind)
            if start < end and not _adjective(line.text(start, end), kind):
                yield name_at(line, start, end, kind)
        elif kind is not None and not _clause(line, ent.start, ent.end):
            for part in parts(line, ent.start, ent.end, ent.label_, gazetteer):
                name = _repaired(line, part.start, part.stop, kind, gazetteer)
                if name is not None:
                    yield _listed(line, name, listed)


def _clause(line: Line, start: int, end: int) -> bool:
    """Whether an entity has swallowed half a sentence, as happens in headlines."""
    return end - start > 3 and any(line.pos[i] in ("VERB", "AUX") for i in range(start, end))


def trimmed(line: Line, start: int, end: int, kind: EntityKind) -> tuple[int, int]:
    """Tokens [start, end) without articles, marks and possessive endings around them."""
    words = line.words
    while start < end and (
        not _begins(words[start], kind)
        or words[start] in ("a", "an", "the", "A", "An")
        or (words[start] == "The" and not _article_belongs(line, start, kind))
    ):
        start += 1
    while end > start and (
        words[end - 1] in POSSESSIVE
        or words[end - 1] == "."
        or not (words[end - 1][-1].isalnum() or words[end - 1][-1] in ".%+!")
    ):
        end -= 1
    return start, end


def _begins(word: str, kind: EntityKind) -> bool:
    return word[0].isalnum() or (kind in AMOUNTS and word[0] in CURRENCIES)


def _article_belongs(line: Line, index: int, kind: EntityKind) -> bool:
    """Whether "The" is part of a name: printed with a capital in mid-sentence."""
    if kind not in (EntityKind.ORGANISATION, EntityKind.WORK):
        return False
    return not line.opens_sentence(index)


def _adjective(text: str, kind: EntityKind) -> bool:
    """Whether a date is an age or part of a compound: "34 years old", "two-day"."""
    return kind is EntityKind.DATE and ("old" in text or ("-" in text and not text[-1].isdigit()))


def _repaired(
    line: Line, start: int, end: int, kind: EntityKind, gazetteer: Gazetteer
) -> Name | None:
    start, end = trimmed(line, start, end, kind)
    start = _without_owner(line, start, end, kind, gazetteer)
    end = _without_caption(line, start, end)
    while start < end and not _nameable(line, start):
        start += 1
    while end > start and not _nameable(line, end - 1):
        end -= 1
    start, end = trimmed(line, start, end, kind)
    start = _with_prefix(line, start)
    if kind is EntityKind.PERSON:
        start = _with_particles(line, _without_role(line, start, end, gazetteer.words))
    if start >= end or not any(line.capital(index) for index in range(start, end)):
        return None
    if kind is EntityKind.PERSON:
        end = without_letters(line, start, end, gazetteer.words)
    if _nobody(line, start, end, kind, gazetteer.words):
        return None
    if kind in NUMBERLESS and end - start == 1 and MODEL_NUMBER.fullmatch(line.words[start]):
        kind = EntityKind.PRODUCT
    better = _better_kind(line, start, end, kind, gazetteer)
    if better is None:
        phrase = end - start > 1 and line.words[end - 1] in gazetteer.words.phrase_ends
        return None if phrase and kind is not EntityKind.GROUP else name_at(line, start, end, kind)
    if better is EntityKind.WORK and start > 1 and line.words[start - 1] == "The":
        start -= not line.opens_sentence(start - 1)
    return name_at(line, start, end, better, weight=HEAD_WEIGHT)


def placed(line: Line, name: Name, gazetteer: Gazetteer) -> Name:
    """A place where the model's guess is something else and the words before it say so."""
    single = name.end - name.core == 1
    guess = name.kind in MISPLACED or (name.kind is EntityKind.PERSON and single)
    if not guess or name.weight > MODEL_WEIGHT or name.titles or is_acronym(name.text):
        return name
    if name.known is None and located(line, name.start, name.end, gazetteer):
        return replace(name, kind=EntityKind.PLACE, weight=PLACED_WEIGHT)
    return name


def _nobody(line: Line, start: int, end: int, kind: EntityKind, words: Words) -> bool:
    """Whether an entity names nothing: a word of `never`, "OBE", an office or part of one."""
    if folded(line.text(start, end)) in words.never:
        return True
    office = end - start == 1 and line.words[start] in words.ranks | words.offices
    if office and kind is not EntityKind.PERSON:  # there are families of the name
        return True
    if TICKER.fullmatch(line.text(start, end)):
        return True
    letters = all(word in words.letters for word in line.words[start:end])
    return letters or _belongs_to_post(line, start, end, words)


def _belongs_to_post(line: Line, start: int, end: int, words: Words) -> bool:
    """Whether an entity is only part of an office: "State" or "Health" of the secretary's."""
    own = all(
        line.words[i] in words.portfolios or line.words[i] == "and" for i in range(start, end)
    )
    if not own:
        return False
    if start > 1 and line.words[start - 1] == "of" and line.words[start - 2] == "Secretary":
        return True
    after = line.words[end] if end < len(line) else ""
    return after in words.posts or (after.istitle() and after.lower() in words.roles)


def without_letters(line: Line, start: int, end: int, words: Words) -> int:
    """Where a person's name ends before "OBE" and the like."""
    while end - start > 1 and line.words[end - 1] in words.letters:
        end -= 1
    return end


def _better_kind(
    line: Line, start: int, end: int, kind: EntityKind, gazetteer: Gazetteer
) -> EntityKind | None:
    """The kind that the name's own words or its neighbours show, whatever the model says."""
    words = gazetteer.words
    several = end - start > 1
    beside = kind_beside(line, start, end, gazetteer)
    overruled = (
        kind is not EntityKind.PERSON
        or not several
        or (kind_before(line, start, end, gazetteer) is not None)
    )
    quoted = start > 0 and line.words[start - 1] in QUOTES and kind is EntityKind.WORK
    own = own_kind(line, start, end, words) if several and not quoted else None
    unlike = kind is EntityKind.GROUP or (own is not None and beside is EntityKind.PERSON)
    if beside is not None and overruled and not unlike:
        return beside
    if own is not None:
        return own
    if kind is not EntityKind.PERSON and _personal(line, start, end, gazetteer):
        return EntityKind.PERSON
    if not several and start and line.words[start - 1].lower() == "the":
        head = words.heads.get(line.words[start])
        if head is EntityKind.ORGANISATION and kind in MISTAKEN:
            return head  # "The Gazette"
    place = end < len(line) and line.words[end] in words.place_nouns
    guess = kind in MISPLACED or (kind is EntityKind.PERSON and not several)
    if place and guess:
        return EntityKind.PLACE
    return EntityKind.WORK if periodical(line, start, end, gazetteer) else None


def own_kind(line: Line, start: int, end: int, words: Words) -> EntityKind | None:
    """The kind that a name of several words shows itself: "Storm Edith", "Severn Gas Board"."""
    if line.words[start] in words.event_names:
        return EntityKind.EVENT
    if line.words[start] in STATIONS and end - start > 1:
        return EntityKind.ORGANISATION
    return words.heads.get(line.words[head_of(line, start, end)])


def head_of(line: Line, start: int, end: int) -> int:
    """The word of a name that says what it is: the last, or the one before "of" or "for"."""
    for index in range(start + 1, end):
        if line.words[index] in ("of", "for"):
            return index - 1
    return end - 1


def _personal(line: Line, start: int, end: int, gazetteer: Gazetteer) -> bool:
    """Whether two or three words are a given and a family name, whatever the model says."""
    if not 2 <= end - start <= 3 or line.words[end - 1].isupper():
        return False
    given = folded(line.words[start])
    initials = INITIALS.fullmatch(line.words[start]) is not None
    return (initials or given in gazetteer.words.given) and all(
        line.pos[index] == "PROPN" and line.words[index].isalpha() and line.capital(index)
        for index in range(start + initials, end)
    )


def _without_owner(line: Line, start: int, end: int, kind: EntityKind, gazetteer: Gazetteer) -> int:
    """Where the name begins after an owner ("Seoul’s Yonhap") or a people ("Russian Ivan Li")."""
    for index in range(start + 1, end - 1):
        if line.words[index] in POSSESSIVE and line.capital(index + 1):
            owner = line.text(start, index)
            hit = gazetteer.match(owner, 0)
            known = hit is not None and hit[0] == len(owner) and hit[1].form is not Form.PEOPLE
            if kind is EntityKind.PERSON or known:
                start = index + 1
    if kind is EntityKind.PERSON and end - start > 2:
        text = line.text(start, end)
        hit = gazetteer.match(text, 0)
        if hit is not None and hit[1].form is Form.PEOPLE:
            start += len(text[: hit[0]].split())
    return start


def _without_caption(line: Line, start: int, end: int) -> int:
    """Where the name ends before "Image:" that has been glued to it."""
    after = line.words[end] if end < len(line) else ""
    if end - start > 1 and after == ":" and line.words[end - 1] in CAPTION_WORDS:
        return end - 1
    return end


def _without_role(line: Line, start: int, end: int, words: Words) -> int:
    """Where a name begins that has its role in front, with the capital of a sentence's start."""
    role = end - start > 2 and line.opens_sentence(start) and line.words[start].lower()
    return start + 1 if role and role in words.roles else start


def _with_particles(line: Line, start: int) -> int:
    """Where a family name begins that has "van der" or the like before it."""
    while start > 1 and line.words[start - 1] in PARTICLES and line.pos[start - 1] == "PROPN":
        start -= 1
    return start


def _with_prefix(line: Line, start: int) -> int:
    """Where a name begins that has "al-" or the like before its hyphen."""
    if (
        start > 1
        and line.words[start - 1] == "-"
        and line.words[start - 2].lower() in ("al", "el")
        and line.starts[start] == line.ends[start - 2] + 1
    ):
        return start - 2
    return start


def _nameable(line: Line, index: int) -> bool:
    """Whether a name may begin or end with this token; "hyun" of "Yong-hyun" may end one."""
    word = line.words[index]
    if index and line.words[index - 1] == "-" and line.starts[index] == line.ends[index - 1]:
        return True
    return word[0].isdigit() or any(letter.isupper() for letter in word)


def _listed(line: Line, name: Name, listed: Sequence[Name]) -> Name:
    """The name with what a list knows of it: as a whole, or of a body after its country.

    A listed name with a number behind it is that name and a score: "Norway 2".
    """
    for other in listed:
        if other.start == name.start and other.end < name.end:
            score = all(line.words[i].isdigit() for i in range(other.end, name.end))
            if score and other.kind is EntityKind.PLACE:
                return other
            if other.kind is EntityKind.ORGANISATION and is_acronym(other.text):
                mistaken = name.kind is EntityKind.PERSON  # "UN Women"
                return replace(name, kind=other.kind, weight=HEAD_WEIGHT) if mistaken else name
            continue
        if other.start <= name.start and name.end <= other.end:
            if (other.start, other.end) != (name.start, name.end):
                return other
            return replace(name, kind=other.kind, known=other.known, weight=LISTED_WEIGHT)
        owned = name.start < other.start and other.end == name.end
        if owned and other.kind is EntityKind.ORGANISATION and other.end - other.start > 1:
            owner = next((n for n in listed if n.start == name.start), None)
            if owner is not None and owner.end == other.start:
                return replace(name, kind=other.kind, known=other.known, weight=LISTED_WEIGHT)
    return name
