"""Sources: whom the article credits, and what is on record about them."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum


class SourceKind(StrEnum):
    """The kinds a source may have."""

    NEWS_AGENCY = "news agency"
    NEWSPAPER = "newspaper"
    BROADCASTER = "broadcaster"
    ONLINE_OUTLET = "online outlet"
    GOVERNMENT_BODY = "government body"
    OFFICIAL = "official"
    MILITARY_OR_INTELLIGENCE = "military or intelligence"
    PARTY = "party"
    INTERGOVERNMENTAL = "intergovernmental"
    NGO = "NGO"
    THINK_TANK = "think tank"
    COMPANY = "company"
    ACADEMIC_STUDY = "academic study"
    SOCIAL_ACCOUNT = "social account"
    UNNAMED_GROUP = "unnamed group"
    PERSON = "person"
    DOCUMENT = "document"


OUTLETS = frozenset(
    {
        SourceKind.NEWS_AGENCY,
        SourceKind.NEWSPAPER,
        SourceKind.BROADCASTER,
        SourceKind.ONLINE_OUTLET,
    }
)
"""Sources whose trade is passing on what others say."""


FIELDS = (
    "type and seat",
    "owner",
    "funding",
    "relation to a state",
    "corrections policy",
    "assessment by Wikipedia editors",
    "certification",
    "membership",
    "press freedom of the seat",
)
"""What a fact of the catalogue may be about, in the order of a card."""


@dataclass(frozen=True, slots=True)
class ReliabilityNote:
    """One dated, cited fact about a source; never a score. `value` None: not known."""

    field: str
    value: str | None
    as_of: str | None
    basis: str | None


@dataclass(frozen=True, slots=True)
class Source:
    """Someone credited in the article.

    `entity` is the id of the entity it is, or None; `catalogue` the id of its entry in the
    catalogue, or None; where that is doubtful, `candidates` are the ids it may be. `description` is
    as printed. `by_reader`: the reader made up the name, so nothing of its kind is known.
    """

    id: str
    name: str
    kind: SourceKind
    named: bool
    entity: str | None = None
    description: str | None = None
    catalogue: str | None = None
    notes: tuple[ReliabilityNote, ...] = ()
    by_reader: bool = False
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact of the catalogue: `field` and `value`, when it was so, and where it can be read."""

    field: str
    value: str
    as_of: str
    title: str
    publisher: str
    published: str
    where: str

    @property
    def basis(self) -> str:
        return f"{self.title}, {self.publisher}, {self.published}, {self.where}"


@dataclass(frozen=True, slots=True)
class CatalogueEntry:
    """A source the program knows before it reads anything."""

    id: str
    name: str
    kind: SourceKind
    aliases: tuple[str, ...]
    domains: tuple[str, ...]
    country: str | None
    parent: str | None
    facts: tuple[Fact, ...]


def plain(name: str) -> str:
    """A name without case, accents, punctuation, a leading "the" and a possessive ending."""
    text = unicodedata.normalize("NFKD", name.casefold())
    text = re.sub(r"[’']s\b", "", "".join(c for c in text if not unicodedata.combining(c)))
    words = re.sub(r"[^\w\s]", lambda mark: "" if mark.group() in ".'’" else " ", text).split()
    return " ".join(words[1:] if words[:1] == ["the"] and len(words) > 1 else words)


_DOMAIN = re.compile(r"(?:[\w-]{1,63}\.)+[^\W\d_]{2,63}")


def domain_in(address: str) -> str | None:
    """The domain of a web address or of what is printed as one, in small letters without "www."."""
    words = address.strip().casefold()
    _, scheme, rest = words.partition("://")
    host = re.split(r"[/?#:]", rest if scheme else words, maxsplit=1)[0].strip(".")
    host = host.removeprefix("www.")
    return host if _DOMAIN.fullmatch(host) else None
