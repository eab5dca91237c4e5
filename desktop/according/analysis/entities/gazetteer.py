"""What the program knows about names before it reads: countries, bodies, titles, roles."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

from according.domain.entities import EntityKind
from according.places import resource

LISTS = (
    "countries",
    "places",
    "organisations",
    "titles",
    "roles",
    "given_names",
    "capitals",
    "never_names",
    "units",
    "kind_nouns",
)
DOTTED = re.compile("[A-Z]{3,4}")
"""Acronyms that some papers print with full stops: F.B.I."""

FIRST_WORD = re.compile(r"\w+")


class Form(StrEnum):
    """How a listed string names what it names."""

    NAME = "name"
    CAPITAL = "capital"
    PEOPLE = "people"


@dataclass(frozen=True, slots=True)
class Known:
    """A listed string: `key` is what it names, the same for all names of one thing.

    A capital has the key of the country or body for which it may stand; `city` is its own name.
    """

    key: str
    name: str
    kind: EntityKind
    form: Form = Form.NAME
    city: str | None = None


@dataclass(frozen=True, slots=True)
class Where:
    """Words around a name that say it is a place's, and those that say it is not."""

    before: frozenset[str]
    of: frozenset[str]
    verbs: frozenset[str]
    holdings: frozenset[str]
    publishing: frozenset[str]


@dataclass(frozen=True, slots=True)
class Words:
    """Plain word sets of the lists, by what they decide; lower case unless they are titles."""

    courtesy: frozenset[str]
    ranks: frozenset[str]
    offices: frozenset[str]
    partial: frozenset[str]
    peers: frozenset[str]
    plain: frozenset[str]
    styles: frozenset[str]
    letters: frozenset[str]
    posts: frozenset[str]
    portfolios: frozenset[str]
    men: frozenset[str]
    women: frozenset[str]
    given: frozenset[str]
    heads: Mapping[str, EntityKind]
    fillers: frozenset[str]
    place_nouns: frozenset[str]
    nouns: Mapping[str, EntityKind]
    behind: frozenset[str]
    periodicals: frozenset[str]
    event_names: frozenset[str]
    phrase_ends: frozenset[str]
    around: Mapping[str, EntityKind]
    where: Where
    roles: frozenset[str]
    either: frozenset[str]
    wider: Mapping[str, frozenset[str]]
    spelling: Mapping[str, str]
    title_roles: Mapping[str, str]
    bodies: frozenset[str]
    governments: frozenset[str]
    descriptions: frozenset[str]
    outlets: frozenset[str]
    generic: frozenset[str]
    stands_for: Mapping[str, frozenset[str]]
    body_heads: frozenset[str]
    own_heads: frozenset[str]
    companies: frozenset[str]
    parties: frozenset[str]
    not_companies: frozenset[str]
    company_nouns: frozenset[str]
    civil: frozenset[str]
    short: Mapping[str, frozenset[str]]
    family_first: frozenset[str]
    hungarian: frozenset[str]
    never: frozenset[str]
    units: frozenset[str]
    staff: frozenset[str]
    executives: frozenset[str]
    media: frozenset[str]
    possessions: frozenset[str]


@dataclass(frozen=True, slots=True)
class Capitals:
    """Words that tell a government from its city."""

    city_verbs: frozenset[str]
    addressed: frozenset[str]
    giving: frozenset[str]
    sending: frozenset[str]
    goods: frozenset[str]
    bonds: frozenset[str]
    siding: frozenset[str]
    possessions: frozenset[str]


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """All lists. `listed` leads from the first word of a string to the strings that begin so."""

    listed: Mapping[str, tuple[tuple[str, Known], ...]]
    words: Words
    capitals: Capitals

    def match(self, text: str, start: int) -> tuple[int, Known] | None:
        """The longest listed string that begins at `start` of `text`, and where it ends."""
        first = FIRST_WORD.match(text, start)
        if first is None:
            return None
        for listed, known in self.listed.get(first.group(), ()):
            end = start + len(listed)
            if text.startswith(listed, start) and not text[end : end + 1].isalnum():
                return end, known
        return None

    def country(self, name: str) -> Known | None:
        """The country that the lists call by this name."""
        strings = self.listed.get(name.partition(" ")[0], ())
        return next((known for _, known in strings if known.key == f"place:{name}"), None)


def folded(text: str) -> str:
    """A name without case, accents, full stops, curly apostrophes and leading article."""
    if not text.isascii():
        text = text.replace("’", "'").replace("–", "-")
        decomposed = unicodedata.normalize("NFKD", text)
        text = "".join(c for c in decomposed if not unicodedata.combining(c))
    text = " ".join(text.casefold().replace(".", "").split())
    return text.removeprefix("the ")


@cache
def load_gazetteer() -> Gazetteer:
    """The shipped lists; read once, never changed."""
    return read_gazetteer(resource("words"))


def read_gazetteer(folder: Path) -> Gazetteer:
    """The lists of a folder."""
    lists = {
        name: tomllib.loads((folder / f"{name}.toml").read_text(encoding="utf-8")) for name in LISTS
    }
    listed: dict[str, dict[str, Known]] = {}
    for text, known in _known(lists):
        first = FIRST_WORD.search(text)
        if first is not None:
            listed.setdefault(first.group(), {}).setdefault(text, known)
    capitals = {
        name.replace("-", "_"): frozenset(words) for name, words in lists["capitals"].items()
    }
    return Gazetteer(
        listed={
            first: tuple(sorted(strings.items(), key=lambda pair: -len(pair[0])))
            for first, strings in listed.items()
        },
        words=_words(lists),
        capitals=Capitals(**capitals),
    )


def _known(lists: Mapping[str, Any]) -> Iterable[tuple[str, Known]]:
    for country in lists["countries"]["country"]:
        name = country["name"]
        place = Known(f"place:{name}", name, EntityKind.PLACE)
        for text in (name, *country.get("also", ())):
            yield text, place
        people = country.get("people", ())
        for text in people:
            yield text, Known(f"people:{name}", people[0], EntityKind.GROUP, Form.PEOPLE)
        for spellings in country.get("capitals", ()):
            city, *_ = cities = spellings.split("/")
            body = lists["organisations"]["seats"].get(city)
            key, stands_for = (f"body:{folded(body)}", body) if body else (f"place:{name}", name)
            for text in cities:
                yield text, Known(key, stands_for, EntityKind.PLACE, Form.CAPITAL, city)
    places = lists["places"]
    for name in (*places["states"], *places["cities"], *places["counties"]):
        for text in (name, *places["aliases"].get(name, ())):
            yield text, Known(f"city:{folded(name)}", name, EntityKind.PLACE)
    yield from _bodies(lists["organisations"]["names"])


def _bodies(organisations: Iterable[list[str]]) -> Iterable[tuple[str, Known]]:
    """Organisations by each of their names, and by acronyms with full stops."""
    for names in organisations:
        body = Known(f"body:{folded(names[0])}", names[0], EntityKind.ORGANISATION)
        for text in names:
            yield text, body
            if DOTTED.fullmatch(text):
                yield "".join(f"{letter}." for letter in text), body


def _words(lists: Mapping[str, Any]) -> Words:
    titles, roles, names = lists["titles"], lists["roles"], lists["given_names"]
    bodies, places, nouns = lists["organisations"], lists["places"], lists["kind_nouns"]
    men, women = titles["man"], titles["woman"]
    return Words(
        courtesy=frozenset((*men, *women, *titles["either"])),
        ranks=frozenset(titles["ranks"]),
        offices=frozenset(titles["offices"]),
        partial=frozenset(titles["partial"]),
        peers=frozenset(titles["peers"]),
        plain=frozenset(titles["plain"]),
        styles=frozenset(titles["styles"]),
        letters=frozenset(titles["letters"]),
        posts=frozenset(titles["posts"]),
        portfolios=frozenset(titles["portfolios"]),
        men=frozenset((*men, *titles["gender"]["man"], *names["man"].split())),
        women=frozenset((*women, *titles["gender"]["woman"], *names["woman"].split())),
        given=frozenset((*names["man"].split(), *names["woman"].split())),
        heads={
            **dict.fromkeys(bodies["heads"], EntityKind.ORGANISATION),
            **dict.fromkeys(places["place-heads"], EntityKind.PLACE),
            **dict.fromkeys(places["facility-heads"], EntityKind.FACILITY),
            **dict.fromkeys(places["event-heads"], EntityKind.EVENT),
            **dict.fromkeys(places["law-heads"], EntityKind.LAW),
        },
        nouns={
            noun: kind
            for kind in (EntityKind.PRODUCT, EntityKind.WORK, EntityKind.EVENT, EntityKind.PLACE)
            for noun in nouns[kind.value]
        },
        behind=frozenset(nouns["behind"]),
        periodicals=frozenset(nouns["periodical"]),
        event_names=frozenset(nouns["event-names"]),
        phrase_ends=frozenset(nouns["phrase-ends"]),
        around={
            noun: EntityKind(kind) for kind, listed in nouns["around"].items() for noun in listed
        },
        where=Where(**{name: frozenset(listed) for name, listed in places["context"].items()}),
        fillers=frozenset(word.casefold() for word in bodies["fillers"]),
        place_nouns=frozenset(places["place-nouns"]),
        roles=frozenset(roles["heads"]),
        either=frozenset(roles["either"]),
        wider={word: frozenset(narrower) for word, narrower in roles["wider"].items()},
        spelling=roles["spelling"],
        title_roles=titles["roles"],
        bodies=frozenset(bodies["bodies"]),
        governments=frozenset(bodies["governments"]),
        descriptions=frozenset(bodies["descriptions"]),
        outlets=frozenset(bodies["outlets"]),
        generic=frozenset(bodies["generic"]),
        stands_for={word: frozenset(parts) for word, parts in bodies["stands-for"].items()},
        own_heads=frozenset(head.lower() for head in (*bodies["heads"], *places["facility-heads"])),
        body_heads=frozenset(head.lower() for head in bodies["heads"]),
        companies=frozenset(bodies["companies"]),
        parties=frozenset(bodies["parties"]),
        not_companies=frozenset(bodies["not-companies"]["heads"]),
        company_nouns=frozenset(bodies["not-companies"]["nouns"]),
        civil=frozenset(bodies["not-companies"]["civil"]),
        short=_short(names["short"]),
        family_first=frozenset(
            word for family in names["family-first"].values() for word in family.split()
        ),
        hungarian=frozenset(folded(names["family-first"]["hungarian"]).split()),
        never=frozenset(lists["never_names"]["words"]),
        units=frozenset(lists["units"]["words"]),
        staff=frozenset(roles["staff"]),
        executives=frozenset(roles["executives"]),
        media=frozenset(bodies["media"]),
        possessions=frozenset(bodies["possessions"]),
    )


def _short(pairs: Iterable[tuple[str, str]]) -> dict[str, frozenset[str]]:
    """Given names by folded form, each with its other forms."""
    forms: dict[str, set[str]] = {}
    for short, full in pairs:
        forms.setdefault(folded(short), set()).add(folded(full))
        forms.setdefault(folded(full), set()).add(folded(short))
    return {name: frozenset(others) for name, others in forms.items()}
