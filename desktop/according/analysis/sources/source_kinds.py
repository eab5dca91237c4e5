"""What kind of source a name, a role or a noun phrase speaks of."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from according.domain.sources import OUTLETS, SourceKind

Words = frozenset[str]

INSTITUTIONS = frozenset(
    {
        SourceKind.GOVERNMENT_BODY,
        SourceKind.MILITARY_OR_INTELLIGENCE,
        SourceKind.INTERGOVERNMENTAL,
    }
)
"""Kinds of body whose spokesmen are officials."""

SPEAKS_FOR = frozenset(("spokesman", "spokeswoman", "spokesperson"))

_LONGEST = 4
"""Words of the longest phrase in the lists."""

_HUMAN_ENDINGS = ("er", "or", "ist", "ian", "man", "woman", "ee", "person", "maker", "goer")
"""How nouns for people end; nouns for documents that end so are in their own list."""

_FORMER = re.compile(r"\b(?:former|ex|retired|late|then|onetime|one-time)\b")
_OF = re.compile(r"\s(?:of|for|on|in|at|and|&|to|against)\s|,")


@dataclass(frozen=True, slots=True)
class SourceWords:
    """The word lists of `source-kinds.toml`, in small letters.

    `people` has the roles of `roles.toml` as well; `places` are those that have a government.
    """

    military: Words
    not_military: Words
    official: Words
    not_official: Words
    institutions: Mapping[SourceKind, Words]
    unnamed: Words
    always_unnamed: Words
    offices: Words
    people: Words
    places: Words
    collectives: Words
    made_of: Words
    channels: Words
    issued: Words
    own_writing: Words
    writing: Words
    regions: Words
    heads: Words
    no_surnames: Words

    def person(self, description: str) -> SourceKind:
        """The kind of a person of this description; former holders of an office are persons."""
        text = _plain(description).replace(",", " ")
        if self._military(text) and not _FORMER.search(text):
            return SourceKind.MILITARY_OR_INTELLIGENCE
        if _FORMER.search(text):
            return SourceKind.PERSON
        if self._official(text):
            return SourceKind.OFFICIAL if self._public(text) else SourceKind.PERSON
        heads = bool(_found(text, self.heads)) and self._institutional(text)
        return SourceKind.OFFICIAL if heads else SourceKind.PERSON

    def organisation(self, name: str) -> SourceKind | None:
        """The kind of an organisation by its name or label, None where no word tells.

        The head of a name stands last, or before its first preposition: what it says counts first.
        """
        text = _plain(name)
        head = _OF.split(text, maxsplit=1)[0].strip()
        kind = self._ending(head) or self._ending(text) or self._anywhere(text)
        between = self.institutions[SourceKind.INTERGOVERNMENTAL]
        if kind is SourceKind.GOVERNMENT_BODY and any(one in between for one in head.split()[:-1]):
            return SourceKind.INTERGOVERNMENTAL  # an office of the UN is no government's
        return kind

    def no_person(self, name: str) -> bool:
        """Whether a name ends as no person's does: "Brandt Motoren"."""
        return bool(self.no_surnames.intersection(_plain(name).split()[-1:]))

    def human(self, noun: str) -> bool:
        """Whether a noun, as a lemma, stands for a person."""
        return noun in self.people or noun.endswith(_HUMAN_ENDINGS)

    def collective(self, noun: str, made_of: str | None) -> bool:
        """Whether a noun stands for people together, by itself or by what it is made of."""
        return noun in self.collectives or (
            noun in self.made_of and made_of is not None and self.human(made_of)
        )

    def heads_institution(self, noun: str) -> bool:
        """Whether a common noun alone says what kind of institution something is."""
        kind = self._kind(noun)
        return kind is not None and not (kind in OUTLETS and self.human(noun))

    def channel(self, name: str) -> bool:
        """Whether a name is that of a place where people publish for themselves."""
        return _plain(name).removeprefix("the ") in self.channels

    def governed(self, place: str) -> bool:
        """Whether a place is known to have a government, so that it can speak."""
        return place.lower().removeprefix("the ") in self.places - self.regions

    def holds_office(self, description: str) -> bool:
        """Whether a description names an office that one person holds at a time."""
        return bool(_found(_plain(description), self.offices))

    def _military(self, text: str) -> bool:
        return bool(_found(_without(text, self.not_military), self.military))

    def _public(self, text: str) -> bool:
        """Whether an official role is a public one: a spokesman is what he speaks for."""
        roles = _found(_without(text, self.not_official), self.official)
        return not SPEAKS_FOR.issuperset(roles) or self._institutional(text)

    def _institutional(self, text: str) -> bool:
        """Whether a description names a public body."""
        return any(
            forms & self.institutions[kind]
            for phrase in _phrases(text)
            for forms in ({phrase, phrase.removesuffix("s")},)
            for kind in INSTITUTIONS
        )

    def _official(self, text: str) -> bool:
        return bool(_found(_without(text, self.not_official), self.official))

    def _ending(self, text: str) -> SourceKind | None:
        words = text.split()
        for size in range(min(_LONGEST, len(words)), 0, -1):
            kind = self._kind(" ".join(words[-size:]))
            if kind is not None:
                return kind
        return None

    def _anywhere(self, text: str) -> SourceKind | None:
        for phrase in sorted(_phrases(text), key=lambda phrase: -phrase.count(" ")):
            kind = self._kind(phrase)
            if kind is not None:
                return kind
        return None

    def _kind(self, phrase: str) -> SourceKind | None:
        forms = {phrase, phrase.removesuffix("s")}
        return next(
            (
                kind
                for kind, words in self.institutions.items()
                if kind is not SourceKind.DOCUMENT and forms & words
            ),
            None,
        )


def load_source_words(folder: Path) -> SourceWords:
    """The lists in a folder such as `resources/words`."""
    lists = tomllib.loads((folder / "source-kinds.toml").read_text(encoding="utf-8"))
    roles = tomllib.loads((folder / "roles.toml").read_text(encoding="utf-8"))
    countries = tomllib.loads((folder / "countries.toml").read_text(encoding="utf-8"))
    places = tomllib.loads((folder / "places.toml").read_text(encoding="utf-8"))
    return SourceWords(
        military=frozenset(lists["military"]["words"]),
        not_military=frozenset(lists["military"]["except"]),
        official=frozenset(lists["official"]["words"]),
        not_official=frozenset(lists["official"]["except"]),
        institutions={
            SourceKind(kind): frozenset(words) for kind, words in lists["institutions"].items()
        },
        unnamed=frozenset(lists["unnamed"]["plural"]),
        always_unnamed=frozenset(lists["unnamed"]["always"]),
        offices=frozenset(lists["offices"]["words"]),
        people=frozenset((*lists["people"]["words"], *roles["heads"])),
        places=frozenset(
            name.lower().removeprefix("the ")
            for country in countries["country"]
            for name in (country["name"], *country.get("also", ()), *country.get("capitals", ()))
        )
        | {name.lower() for name in (*places["states"], *places["counties"], *places["cities"])},
        collectives=frozenset(lists["collectives"]["words"]),
        made_of=frozenset(lists["collectives"]["made_of"]),
        channels=frozenset(lists["channels"]["names"]),
        issued=frozenset(lists["issued"]["words"]),
        own_writing=frozenset(lists["own_writing"]["words"]),
        writing=frozenset(lists["own_writing"]["verbs"]),
        regions=frozenset(lists["regions"]["names"]),
        heads=frozenset(lists["heads"]["words"]),
        no_surnames=frozenset(lists["no_surnames"]["words"]),
    )


def is_outlet(kind: SourceKind | None) -> bool:
    return kind in OUTLETS


def _plain(text: str) -> str:
    lowered = re.sub(r"[’']s\b|[’']", " ", text.lower())
    return re.sub(r"[^\w\s&,-]|(?<!\w)-|-(?!\w)", " ", lowered.replace(".", "")).strip()


def _phrases(text: str) -> Iterator[str]:
    words = text.replace(",", " ").split()
    for size in range(_LONGEST, 0, -1):
        for start in range(len(words) - size + 1):
            yield " ".join(words[start : start + size])


def _found(text: str, words: Collection[str]) -> list[str]:
    return [phrase for phrase in _phrases(text) if phrase in words]


def _without(text: str, phrases: Collection[str]) -> str:
    """A text without the phrases that would mislead."""
    for phrase in _found(text, phrases):
        text = f" {text} ".replace(f" {phrase} ", " ").strip()
    return text
