"""Loads and checks the word lists in `resources/words`."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from according import places
from according.domain.claims import DistanceKind, Level

FRAMES = frozenset(
    (
        *("clause", "quote", "infinitive", "urge", "small", "object"),
        *("of", "for", "as", "against", "about", "on", "to", "with"),
    )
)
"""The complements a reporting verb may hold its content in; the last eight are prepositions."""

PREPOSITIONS = FRAMES - {"clause", "quote", "infinitive", "urge", "small", "object"}

Words = frozenset[str]


class WordListError(ValueError):
    """A shipped word list is not as the program needs it: a fault of ours, not the reader's."""


@dataclass(frozen=True, slots=True)
class Term:
    """A word of likelihood, as lower-case words, with its band in per cent when `scale` has it."""

    words: tuple[str, ...]
    level: Level
    band: tuple[int, int] | None = None
    scale: str | None = None
    noun: bool = False


@dataclass(frozen=True, slots=True)
class Outlets:
    """What marks a phrase as a news outlet; `names` and `name_words` are as printed."""

    nouns: Words
    agency_before: Words
    name_words: Words
    names: Words
    not_outlets: Words
    passing_on: Words


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The word lists of attribution and certainty, as lemmas unless the name says otherwise.

    `frames` gives for each reporting verb the complements its content may stand in. `terms` are
    words of likelihood by their first word, longest first.
    """

    frames: Mapping[str, frozenset[str]]
    nouns: Words
    adjectives: Words
    unowned: Words
    refusals: Words
    comments: Words
    statement_nouns: Words
    distance: Mapping[str, DistanceKind]
    passive_distancing: Words
    opinions: Words
    adverbs: Words
    requests: Words
    terms: Mapping[str, tuple[Term, ...]]
    first_person: Words
    confidence_verbs: Words
    confidence_adjectives: Words
    confidence_phrases: tuple[tuple[str, ...], ...]
    labels: Words
    speaking_nouns: Words
    people_endings: tuple[str, ...]
    outlets: Outlets

    def takes(self, lemma: str, frame: str) -> bool:
        """Whether a verb's content may stand in this complement."""
        return frame in self.frames.get(lemma, ())


def load_words(folder: Path | None = None) -> Lexicon:
    """The word lists below `folder`, or the shipped ones; `WordListError` if one is amiss."""
    folder = folder or places.resource("words")
    reporting, distance = _table(folder, "reporting"), _table(folder, "distance")
    likelihood, outlets = _table(folder, "likelihood"), _table(folder, "outlets")
    try:
        return Lexicon(
            frames=_frames(reporting["frames"]),
            nouns=_words(reporting["nouns"]),
            adjectives=_words(reporting["adjectives"]),
            unowned=_words(reporting["unowned"]),
            refusals=frozenset(reporting["declining"]["refuse"].split()),
            comments=frozenset(reporting["declining"]["comment"].split()),
            statement_nouns=_words(reporting["statement_nouns"]),
            distance=_distances(distance),
            passive_distancing=_words(distance["passive_distancing"]),
            opinions=_words(distance["opinion"]),
            adverbs=_words(distance["adverbs"]),
            requests=frozenset(_table(folder, "links")["requests"]),
            terms=_terms(likelihood),
            first_person=frozenset(likelihood["confidence"]["first_person"]),
            confidence_verbs=frozenset(likelihood["confidence"]["verbs"]),
            confidence_adjectives=frozenset(likelihood["confidence"]["adjectives"]),
            confidence_phrases=tuple(
                tuple(phrase.split()) for phrase in likelihood["confidence"]["phrases"]
            ),
            labels=_words(reporting["labels"]),
            speaking_nouns=_words(reporting["speaking_nouns"]),
            people_endings=tuple(reporting["speaking_nouns"]["plural_endings"].split()),
            outlets=_outlets(outlets),
        )
    except KeyError as error:
        raise WordListError(
            f"A list is missing from the word lists in {folder}: {error}."
        ) from error


def _table(folder: Path, name: str) -> dict[str, Any]:
    path = folder / f"{name}.toml"
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise WordListError(f"The word list {path} cannot be read: {error}.") from error


def _words(entry: Mapping[str, Any]) -> Words:
    words = entry["words"]
    return frozenset(words.split() if isinstance(words, str) else words)


def _frames(lists: Mapping[str, Any]) -> dict[str, frozenset[str]]:
    """Frames by verb, from verbs by frame."""
    frames: dict[str, set[str]] = {}
    for frame, entry in lists.items():
        if frame not in FRAMES:
            raise WordListError(f"“{frame}” is no complement that a reporting verb may have.")
        if not entry.get("source"):
            raise WordListError(f"The list of verbs for “{frame}” names no source.")
        for verb in _words(entry):
            frames.setdefault(verb, set()).add(frame)
    return {verb: frozenset(kinds) for verb, kinds in frames.items()}


def _distances(lists: Mapping[str, Any]) -> dict[str, DistanceKind]:
    """Distance by cue; hostile and denying cues keep that even where another list has them."""
    found: dict[str, DistanceKind] = {}
    for kind in (
        DistanceKind.VOUCHING,
        DistanceKind.DISTANCING,
        DistanceKind.HOSTILE,
        DistanceKind.DENYING,
    ):
        found.update(dict.fromkeys(_words(lists[kind.value]), kind))
    return found


def _terms(lists: Mapping[str, Any]) -> dict[str, tuple[Term, ...]]:
    """Terms by their first word, longest first, so that "highly likely" goes before "highly"."""
    terms: dict[tuple[str, ...], Term] = {}
    for level in (Level.POSSIBLE, Level.PROBABLE):
        for phrase in lists["unscaled"][level.value]:
            _enter(terms, Term(tuple(phrase.split()), level))
        for phrase in lists["unscaled"][f"nouns_{level.value}"]:
            _enter(terms, Term(tuple(phrase.split()), level, noun=True))
    # ICD 203 is read last: a term on both scales takes its band.
    for scale in ("PHIA", "ICD 203"):
        for entry in lists["scales"][scale]:
            low, high = entry["band"]
            if not 0 <= low < high <= 100:
                raise WordListError(f"{low}-{high} is no band in per cent.")
            for phrase in entry["words"]:
                words = tuple(phrase.split())
                _enter(terms, Term(words, Level(entry["level"]), (low, high), scale))
    return _by_first_word(terms.values())


def _enter(terms: dict[tuple[str, ...], Term], term: Term) -> None:
    if any(word != word.lower() for word in term.words):
        raise WordListError(f"“{' '.join(term.words)}” must be in small letters.")
    terms[term.words] = term


def _by_first_word(terms: Iterable[Term]) -> dict[str, tuple[Term, ...]]:
    grouped: dict[str, list[Term]] = {}
    for term in terms:
        grouped.setdefault(term.words[0], []).append(term)
    return {
        first: tuple(sorted(group, key=lambda term: -len(term.words)))
        for first, group in grouped.items()
    }


def _outlets(lists: Mapping[str, Any]) -> Outlets:
    return Outlets(
        nouns=_words(lists["nouns"]),
        agency_before=_words(lists["agency_before"]),
        name_words=_words(lists["name_words"]),
        names=_words(lists["names"]),
        not_outlets=frozenset(lists["not_outlets"]),
        passing_on=_words(lists["passing_on"]),
    )
