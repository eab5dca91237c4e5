"""How sources are named in running text."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from according.domain.sources import Source, SourceKind

PAPERS = frozenset({SourceKind.DOCUMENT, SourceKind.ACADEMIC_STUDY})
_PEOPLE = frozenset({SourceKind.OFFICIAL, SourceKind.MILITARY_OR_INTELLIGENCE, SourceKind.PERSON})
_BODIES = frozenset({SourceKind.GOVERNMENT_BODY, SourceKind.MILITARY_OR_INTELLIGENCE})
_DESCRIBED = 60
"""Code points of the longest description that stands behind a name in brackets."""

_ARTICLES = frozenset(("a", "an", "the"))
_ALREADY = frozenset(("unnamed", "anonymous", "unidentified"))
_AMOUNTS = frozenset(("several", "some", "many", "other"))
_NUMERALS = (
    *("no", "one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
)
_PRONOUNS = frozenset(
    (
        *("he", "she", "it", "they", "we", "i", "who", "this", "that", "these", "those", "some"),
        *("many", "others", "them", "us", "you", "anyone", "everyone", "nobody", "one", "each"),
        *("someone", "somebody", "everybody", "most", "whom", "both"),
    )
)
_OWNED = re.compile(r"[’']s? | (?:of|for|at|from|in) (?:the )?[A-Z]")
"""Names that say whose people these are, and so need no "unnamed"."""

_SHARE = re.compile(r"(?:(?:only|nearly|about|more than|at least) )*(?:\d|[A-Za-z-]+ percent)")

_VOWEL = re.compile(
    r"[aeioAEIO](?!ne\b|uro)|[uU](?![A-Z.]|ni(?!n)|s[ae]|ro|te)|[FHLMNRSX](?:[A-Z]{1,3}\b|\.)|hou?r"
    r"|hon(?:est|our)|heir"
)
"""Beginnings that are spoken with a vowel: "an FBI agent", "a US senator"."""

_COMMON = re.compile(
    r"(?:United |government of |Department |Ministry |Office |University of |Bank of |Church of )"
    r"|.* (?:Administration|Agency|Army|Association|Authority|Commission|Committee|Council|Court"
    r"|Bureau|Campaign|Central Bank|Department|Federation|Forces|Foundation|Fund|Gazette"
    r"|Guardian|Herald|House|Institute|Journal"
    r"|Ministry|Network|Office|Party|Post|Society|Telegraph|Times|Trust|Union|World Bank)$",
)
"""Names that take "the" in running text where the article itself does not tell."""


@dataclass(frozen=True, slots=True)
class Naming:
    """The sources of one article by id, with its text, which tells whose name takes a "the"."""

    known: Mapping[str, Source]
    text: str = ""

    def names(self, voice: Sequence[str], *, described: bool = True) -> str:
        """The names of joint sources; one person alone with its description in brackets."""
        told = joined(_together([self.named(id_) for id_ in voice]))
        source = self.known[voice[0]]
        description = source.description or ""
        person = len(voice) == 1 and source.entity is not None and source.kind in _PEOPLE
        if described and person and 0 < len(description) < _DESCRIBED:
            return f"{told} ({description})"
        return told

    def named(self, id_: str) -> str:
        """One source, with the article its name needs."""
        source = self.known[id_]
        return named(source, definite=self._definite(source))

    def _definite(self, source: Source) -> bool:
        """Whether the article puts "the" before a name more often than not."""
        if source.kind in {SourceKind.PERSON, SourceKind.OFFICIAL} or not source.named:
            return False
        name = re.escape(source.name)
        found = re.findall(rf"\b([Tt]he )?{name}\b(?! [A-Z])", self.text)
        return 2 * sum(map(bool, found)) > len(found)


def named(source: Source, *, definite: bool = False) -> str:
    """One source, with the article its name needs."""
    if not source.named:
        return unnamed(source)
    name = source.name
    if name.startswith("The "):
        return f"the {name.removeprefix('The ')}"
    if source.entity is None and (article := _article(source)):
        return f"{article} {name}"
    if source.kind in PAPERS:
        return f"the {name}" if definite else name
    owned = re.match(r"[A-Z][\w-]*(?: [A-Z][\w-]*)*[’']s? ", name)
    common = source.kind in _BODIES and name.split()[-1].islower() and not owned
    person = source.kind in _PEOPLE - _BODIES
    if definite or common or (not person and _COMMON.match(name)):
        return f"the {name}"
    return name


def unnamed(source: Source) -> str:
    """People who are not named, said to be so; documents with their own article."""
    name = source.name
    if name.lower() in _PRONOUNS:
        return "somebody unnamed"
    if source.kind in PAPERS:
        return _paper(source)
    if name.startswith("another "):
        return name.replace("another ", "another unnamed ", 1)
    if name.split()[0].lower() in _ALREADY or _OWNED.search(name):
        return name if name.split()[0].lower() in _ALREADY else told(source)
    if source.kind is SourceKind.UNNAMED_GROUP and _article(source) not in {"a", "an"}:
        return _group(name)
    return f"an unnamed {name.removeprefix('one ')}"


def _paper(source: Source) -> str:
    name, article = source.name, _article(source)
    many = name.endswith("s") or name in {"data", "research"}
    return name if many and not article else f"{article or _indefinite(name)} {name}"


def told(source: Source) -> str:
    """An unnamed source by its own words, in a list that says nobody in it is named."""
    name = re.sub(r"^(?:unnamed|anonymous|unidentified) ", "", source.name)
    article = _article(source)
    if article and not name.startswith(("one ", "another ")):
        return f"{article if article == 'the' else _indefinite(name)} {name}"
    return name


def _group(name: str) -> str:
    first, _, rest = name.partition(" ")
    if _SHARE.match(name) or rest.startswith("of "):
        return name
    if first.lower() in _AMOUNTS or first.lower() in _NUMERALS[2:]:
        return f"{first} unnamed {rest}"
    return f"an unnamed {rest}" if first == "one" else f"unnamed {name}"


def only_pronoun(voice: Sequence[str], known: Mapping[str, Source]) -> bool:
    """Whether a source is told by a pronoun alone."""
    return any(
        name in _PRONOUNS or name.split()[-1] in _PRONOUNS - {"one"}
        for name in (known[id_].name.lower() for id_ in voice)
    )


def joined(told: Sequence[str]) -> str:
    """ "A", "A and B", "A, B and C"."""  # noqa: D210
    if len(told) < 3:
        return " and ".join(told)
    return f"{', '.join(told[:-1])} and {told[-1]}"


def numeral(number: int) -> str:
    """A number as a word, up to twelve."""
    return _NUMERALS[number] if number < len(_NUMERALS) else str(number)


def _article(source: Source) -> str:
    """The article with which a source that is no entity is printed."""
    first = (source.description or "").split(" ")[0].lower()
    if first not in _ARTICLES:
        return "a" if not source.named and source.name.startswith("spokes") else ""
    if first == "the" or not source.description:
        return first
    # What stands after the article in print may not be what stands after it here.
    return _indefinite(source.name)


def _indefinite(name: str) -> str:
    return "an" if _VOWEL.match(name) else "a"


def _together(told: list[str]) -> list[str]:
    """Several governments told in one: "the governments of Norway and Chile"."""
    first = "the government of "
    if len(told) < 2 or not all(one.startswith(first) for one in told):
        return told
    return [f"the governments of {joined([one.removeprefix(first) for one in told])}"]
