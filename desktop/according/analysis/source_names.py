"""How sources are named in running text."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from according.domain.sources import Source, SourceKind

_PAPERS = frozenset({SourceKind.DOCUMENT, SourceKind.ACADEMIC_STUDY})
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
        *("many", "others", "them", "us", "you", "anyone", "everyone", "nobody", "one"),
    )
)
_OWNED = re.compile(r"[’']s? | of (?:the )?[A-Z]")
"""Names that say whose people these are, and so need no "unnamed"."""

_SHARE = re.compile(r"(?:(?:only|nearly|about|more than|at least) )*(?:\d|[A-Za-z-]+ percent)")


def names(voice: Sequence[str], known: Mapping[str, Source], *, described: bool = True) -> str:
    """The names of joint sources; one person alone with its description in brackets."""
    told = joined([named(known[id_]) for id_ in voice])
    source = known[voice[0]]
    description = source.description or ""
    person = len(voice) == 1 and source.entity is not None and source.kind in _PEOPLE
    if described and person and 0 < len(description) < _DESCRIBED:
        return f"{told} ({description})"
    return told


def named(source: Source) -> str:
    """One source, with the article its name needs."""
    if not source.named:
        return unnamed(source)
    if source.kind in _PAPERS and source.entity is None:
        article = _article(source)
        return f"{article} {source.name}" if article else source.name
    common = source.kind in _BODIES and source.name.split()[-1].islower()
    if common or source.name.startswith(("government of ", "United ")):
        return f"the {source.name}"
    return source.name


def unnamed(source: Source) -> str:
    """People who are not named, said to be so; documents with their own article."""
    name = source.name
    if source.kind in _PAPERS:
        article = _article(source)
        return f"{article} {name}" if article else f"“{name}”"
    if name.startswith("another "):
        return name.replace("another ", "another unnamed ", 1)
    if name.split()[0].lower() in _ALREADY or _OWNED.search(name):
        return name
    if source.kind is SourceKind.UNNAMED_GROUP and _article(source) not in {"a", "an"}:
        return _group(name)
    return f"an unnamed {name.removeprefix('one ')}"


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
        _PRONOUNS.intersection((name, name.split()[-1]))
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
    first = (source.description or "").split(" ")[0].lower()
    return first if first in _ARTICLES else ""
