"""What the words beside a name say it is: "Wick, a town", "the drug Talvex", "near Kalma"."""

from __future__ import annotations

from according.analysis.entities.gazetteer import Gazetteer
from according.analysis.entities.lines import POSSESSIVE, Line
from according.domain.entities import EntityKind

REACH = 8
"""Tokens behind a comma within which the noun of an apposition stands."""

PLACE_LABELS = frozenset(("GPE", "LOC", "FAC"))
NAMED = frozenset(("called", "named", "dubbed"))
AGE_DIGITS = 2
CLOSING = frozenset((",", ".", ";", ")", "–", "—"))
PLAIN = frozenset(("NOUN", "ADJ", "PROPN", "NUM"))


def kind_beside(line: Line, start: int, end: int, gazetteer: Gazetteer) -> EntityKind | None:
    """The kind that a noun in apposition or right before a name gives it, or None."""
    if _as_person(line, end):
        return EntityKind.PERSON
    if line.words[max(0, start - 2) : start] == ("known", "as") and end - start == 1:
        return _alias(line, start)
    noun = apposed(line, end)
    if noun is not None:
        return _kind_of(noun, gazetteer)
    if end < len(line) and line.words[end] in gazetteer.words.behind and end - start == 1:
        return EntityKind.PRODUCT
    return kind_before(line, start, end, gazetteer)


def _alias(line: Line, start: int) -> EntityKind | None:
    """A person's, where the model has a person's name right before "known as"."""
    before = next((i for i in range(start - 3, start - 6, -1) if i >= 0 and line.capital(i)), None)
    if before is None or line.doc[before].ent_type_ != "PERSON":
        return None
    return EntityKind.PERSON


def _as_person(line: Line, index: int) -> bool:
    """Whether an age or "who" follows a name: ", 41, of", ", who"."""
    following = line.words[index : index + 3]
    if len(following) < 3 or following[0] != ",":
        return False
    age = following[1].isdigit() and len(following[1]) <= AGE_DIGITS
    return following[1] == "who" or (age and following[2] in CLOSING)


def apposed(line: Line, index: int) -> str | None:
    """The noun of the apposition that begins with the comma at `index`: ", a market town in"."""
    if index + 2 >= len(line) or line.words[index] != "," or line.pos[index + 1] != "DET":
        return None
    noun = None
    for token in range(index + 2, min(len(line), index + REACH)):
        word = line.words[token]
        if word in POSSESSIVE or word == "-":
            continue
        if line.pos[token] not in PLAIN:
            break
        noun = word
    return noun


def located(line: Line, start: int, end: int, gazetteer: Gazetteer) -> bool:
    """Whether a name is used as a place's: "in Kalma", "seized Kalma", "the mayor of Kalma"."""
    where = gazetteer.words.where
    if not start or (end < len(line) and line.words[end] in POSSESSIVE):
        return False
    before = line.words[start - 1].lower()
    if before == "," and start > 1 and _ends_place(line, start - 2, gazetteer):
        return end < len(line) and line.words[end] in CLOSING
    if before == "of":
        return start > 1 and line.words[start - 2].lower() in where.of
    if before == "from":
        governor = line.heads[start - 1]
        of_person = line.words[governor].lower() in gazetteer.words.roles
        return of_person or (start > 1 and line.words[start - 2] in (",", "three", "two", "four"))
    lemma = line.doc[line.heads[start - 1]].lemma_.lower()
    if before in where.before:
        return lemma not in where.publishing | where.holdings
    return line.doc[start - 1].lemma_.lower() in where.verbs and line.pos[start - 1] == "VERB"


def _ends_place(line: Line, index: int, gazetteer: Gazetteer) -> bool:
    """Whether a token ends a place's name, after which the next larger place may stand."""
    if line.doc[index].ent_type_ in PLACE_LABELS:
        return True
    return gazetteer.words.heads.get(line.words[index]) is EntityKind.PLACE


def periodical(line: Line, start: int, end: int, gazetteer: Gazetteer) -> bool:
    """Whether a name is what something was published in, or is called a journal before."""
    before = [word.lower() for word in line.words[max(0, start - 3) : start]]
    if before[-1:] == ["journal"] or before[-2:] == ["published", "in"]:
        return True
    if before[-1:] != ["in"] or end - start < 2:
        return False
    verb = line.doc[line.heads[start - 1]].lemma_.lower()
    return verb in gazetteer.words.where.publishing


def _kind_of(noun: str, gazetteer: Gazetteer) -> EntityKind | None:
    words = gazetteer.words
    role = noun in words.roles
    if noun in words.periodicals:
        return EntityKind.WORK
    if noun in words.descriptions or noun in words.outlets:
        return None if role else EntityKind.ORGANISATION
    person = role and noun not in words.either
    return words.nouns.get(noun) or (EntityKind.PERSON if person else None)


def acts_as_body(line: Line, start: int, end: int, gazetteer: Gazetteer) -> bool:
    """Whether the words around a name make a body of it: "an analyst at Metzler", "Kan radio".

    For "chairman of Brandt" and "Brandt’s largest shareholder" the name must be one word.
    """
    words, alone = gazetteer.words, end - start == 1
    noun, link = ("", "", *(word.lower() for word in line.words[max(0, start - 2) : start]))[-2:]
    after = [word.lower() for word in line.words[end : end + 4]]
    if after and line.pos[end] == "NOUN" and after[0] in words.media:
        return True
    if alone and after and after[0] in POSSESSIVE:
        return not words.possessions.isdisjoint(after[1:])
    if after and line.pos[end] == "PROPN":
        return False
    if link == "at":
        return noun.removesuffix("s") in words.staff
    if link == "of":
        return alone and noun.removesuffix("s") in words.executives
    return alone and link == "for" and noun in ("works", "worked")


def kind_before(line: Line, start: int, end: int, gazetteer: Gazetteer) -> EntityKind | None:
    """The kind by the noun in front: "the robot Grebe", "a robot named Grebe", "the book, Dew,"."""
    if acts_as_body(line, start, end, gazetteer):
        return EntityKind.ORGANISATION
    last = start - 1
    word, introduced = line.words[last] if start else "", False
    if word in NAMED and last:
        last -= 1
    elif word == "of" and last:
        last -= 1
        noun = line.words[last]
        return EntityKind.PLACE if gazetteer.words.nouns.get(noun) is EntityKind.PLACE else None
    elif word == "," and last > 1:
        after = line.words[end] if end < len(line) else "."
        introduced = after in CLOSING and line.pos[last - 1] == "NOUN"
        if not introduced:
            return None
        last -= 1
    if last < 0 or line.pos[last] != "NOUN" or not line.words[last].islower():
        return None
    kind = _kind_of(line.words[last], gazetteer)
    if introduced and kind is not EntityKind.PERSON:
        return kind if line.pos[last - 1] in ("DET", "ADJ", "PRON", "PART") else None
    return kind if introduced or kind is not EntityKind.PERSON else None
