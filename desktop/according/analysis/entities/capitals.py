"""Tells a capital that acts, and so stands for its government, from the city itself."""

from __future__ import annotations

from itertools import pairwise

from according.analysis.entities.gazetteer import Capitals
from according.analysis.entities.lines import POSSESSIVE, Line

BOND_PREPOSITIONS = frozenset(
    ("with", "between", "against", "for", "from", "on", "to", "of", "by", "toward", "towards")
)
DASHES = frozenset(("—", "–", "--"))
DATELINE = 10
"""Tokens within which the dash of a dateline stands."""

SUBJECTS = frozenset(("nsubj", "csubj"))


def acts(line: Line, start: int, end: int, words: Capitals) -> bool:
    """Whether the capital at tokens [start, end) stands for its government.

    It does as the subject of a verb, as what is accused or asked, as a party to ties and treaties,
    as the receiver of arms, and as the owner of what only governments own.
    """
    if not start and _dateline(line, end):
        return False
    if end < len(line) and line.words[end] in POSSESSIVE:
        return _owns(line, end + 1, words)
    token = _first_conjunct(line, end - 1)
    dep, head = line.deps[token], line.heads[token]
    if dep in SUBJECTS:
        return _lemma(line, head) not in words.city_verbs and not _locates(line, head)
    if dep in ("nsubjpass", "dobj", "dative", "obj"):
        return _lemma(line, head) in words.addressed
    if dep == "pobj":
        return _after_preposition(line, head, words)
    return False


def _dateline(line: Line, end: int) -> bool:
    """Whether a place opens a line as its dateline: "Paris, France — ", "MOSCOW (AP)"."""
    following = line.words[end : end + DATELINE]
    bracketed = any(pair == (")", "-") for pair in pairwise(following))
    return bool(following) and (
        line.words[0].isupper()
        or following[0] == "("
        or bracketed
        or not DASHES.isdisjoint(following)
    )


def _owns(line: Line, index: int, words: Capitals) -> bool:
    """Whether what "Moscow’s" leads to is a government's: an invasion, not a street."""
    while index < len(line) and line.pos[index] in ("ADJ", "NOUN", "PROPN", "ADV", "NUM", "PUNCT"):
        noun = line.pos[index] == "NOUN" or line.words[index].islower()
        if noun and _lemma(line, index) in words.possessions:
            return True
        index += 1
    return False


def _after_preposition(line: Line, preposition: int, words: Capitals) -> bool:
    word = line.words[preposition].lower()
    governor = line.heads[preposition]
    lemma = _lemma(line, governor)
    if word == "to" and preposition and line.words[preposition - 1].lower() == "according":
        return True
    if line.pos[governor] == "VERB":
        return _after_verb(line, word, preposition, words)
    if word not in BOND_PREPOSITIONS or line.pos[governor] not in ("NOUN", "PROPN"):
        return False
    return lemma in words.bonds or (word == "to" and lemma in words.goods)


def _after_verb(line: Line, word: str, preposition: int, words: Capitals) -> bool:
    verb = line.heads[preposition]
    lemma = _lemma(line, verb)
    if word in ("with", "against"):
        return lemma in words.siding
    if word == "by":
        return line.deps[preposition] == "agent"
    return word == "to" and (
        lemma in words.giving or (lemma in words.sending and _goods(line, verb, words))
    )


def _goods(line: Line, verb: int, words: Capitals) -> bool:
    """Whether what is sent is goods: "missiles to Moscow", but not "soldiers to Moscow"."""
    objects = {i for i in range(len(line)) if line.heads[i] == verb and line.deps[i] == "dobj"}
    for index in range(len(line)):
        if line.deps[index] == "conj" and line.heads[index] in objects:
            objects.add(index)
    return any(_lemma(line, index) in words.goods for index in objects)


def _locates(line: Line, verb: int) -> bool:
    """Whether "is" only says what or where the city is."""
    return _lemma(line, verb) == "be" and any(
        line.heads[index] == verb and line.deps[index] in ("attr", "prep", "acomp")
        for index in range(verb + 1, min(len(line), verb + 8))
    )


def _first_conjunct(line: Line, token: int) -> int:
    """The first of the names that stand side by side: all of them act alike."""
    steps = 0
    while line.deps[token] == "conj" and line.pos[line.heads[token]] == "PROPN" and steps < 8:
        token, steps = line.heads[token], steps + 1
    return token


def _lemma(line: Line, index: int) -> str:
    return line.doc[index].lemma_.lower()
