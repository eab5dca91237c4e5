"""Cuts the model's entities down to the names in them and corrects their kinds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from according.analysis.gazetteer import Form, Gazetteer, folded
from according.analysis.lines import POSSESSIVE, Line
from according.analysis.names import AMOUNTS, HEAD_WEIGHT, LISTED_WEIGHT, Name, name_at
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
CURRENCIES = "$£€¥₩₽"


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
            name = _repaired(line, ent.start, ent.end, kind, gazetteer)
            if name is not None:
                yield _listed(name, listed)


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
    if start >= end or not any(line.capital(index) for index in range(start, end)):
        return None
    if folded(line.text(start, end)) in gazetteer.words.never:
        return None
    better = _better_kind(line, start, end, kind, gazetteer)
    if better is not None:
        return name_at(line, start, end, better, weight=HEAD_WEIGHT)
    return name_at(line, start, end, kind)


def _better_kind(
    line: Line, start: int, end: int, kind: EntityKind, gazetteer: Gazetteer
) -> EntityKind | None:
    """The kind that the name's own words or its neighbours show, whatever the model says."""
    words = gazetteer.words
    head = words.heads.get(line.words[head_of(line, start, end)])
    if head is not None and end - start > 1 and kind is not EntityKind.WORK:
        return head
    if kind is not EntityKind.PERSON and _personal(line, start, end, gazetteer):
        return EntityKind.PERSON
    place = end < len(line) and line.words[end] in words.place_nouns
    if place and kind in (EntityKind.ORGANISATION, EntityKind.PRODUCT):
        return EntityKind.PLACE
    described = end - start == 1 and described_as_body(line, end, gazetteer)
    return EntityKind.ORGANISATION if described or _periodical(line, start) else None


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
    return (given in gazetteer.words.men or given in gazetteer.words.women) and all(
        line.pos[index] == "PROPN" and line.words[index].isalpha() and line.capital(index)
        for index in range(start, end)
    )


def described_as_body(line: Line, index: int, gazetteer: Gazetteer) -> bool:
    """Whether "Dyson" is called a firm right behind: ", the vacuum cleaner maker"."""
    if index + 2 >= len(line) or line.words[index] != "," or line.pos[index + 1] != "DET":
        return False
    noun = ""
    for token in range(index + 2, min(len(line), index + 8)):
        if line.pos[token] not in ("NOUN", "ADJ", "PROPN"):
            break
        noun = line.words[token]
    return noun in gazetteer.words.descriptions or noun in gazetteer.words.outlets


def _periodical(line: Line, start: int) -> bool:
    """Whether a name is what something was published in, or is called a journal before."""
    before = [word.lower() for word in line.words[max(0, start - 3) : start]]
    return before[-1:] == ["journal"] or before[-2:] == ["published", "in"]


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


def _listed(name: Name, listed: Sequence[Name]) -> Name:
    """The name with what a list knows of it: as a whole, or of a body after its country."""
    for other in listed:
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
