"""Bylines: lines that name who wrote the article."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from according.domain.expressions import Expression
from according.readers.printed_dates import find_date

_LEAD = Expression(
    r"^(?:(?:words|story|text|report(?:ed|ing)?|written|posted|published|analysis|exclusive|review|interview|essay)"
    r"\s+)?by\s*:?\s+(?=\S)|^authors?\s*:\s*",
    re.IGNORECASE,
    hints=("by", "author"),
)
_LATER = Expression(r"\bby\s*:?\s+", re.IGNORECASE, hints=("by",))
_PARTICLES = r"(?:de|da|di|du|del|della|der|den|dos|van|von|bin|bint|ibn|al|el|la|le|ter|ten|y|e)"
_INITIAL = r"(?:[A-Z]\.){1,3}"
_PART = rf"(?:{_INITIAL}|(?:[^\W\d_a-z][\w’'.-]*)|{_PARTICLES}(?=\s))"
_NAME = Expression(rf"^[^\W\d_a-z][\w’'.-]*(?:\s+{_PART}){{1,4}}$")
_PLACE = Expression(r"\s+(?:in|at|for|from|of)\s+[A-Z].*$")
_ROLE_WORDS = Expression(
    r"\b(?:editor|correspondent|reporter|writer|columnist|journalist|contributor|staff|chief|bureau"
    r"|producer|analyst|agency|agencies|news|press|reuters|afp|ap|bbc|presenter|critic|commentator"
    r"|specialist|author|professor|lecturer|fellow|team)\b",
    re.IGNORECASE,
)
_NO_NAMES = Expression(
    r"\b(?:the|news|post|times|daily|guardian|politics|world|sports?|business|opinion|culture|home|"
    r"war|live|science|health|tech|technology|climate|environment|media|education|society|press|"
    r"institute|university|college|academy|council|foundation|ministry|department|cent(?:re|er)|"
    r"association|services?|laborator(?:y|ies)|images?|photos?|reviews?|united|kingdom|states|north|south|east|west|latest|more|house|street|election|crisis)\b",
    re.IGNORECASE,
)
_FOOTER = Expression(
    r"^\(?reporting by (?P<names>[^;()]{3,150}?)(?:;|\)|\.$|$)",
    re.IGNORECASE,
    hints=("reporting by",),
)
_ABOUT = Expression(
    r"^(?:[\w.’'-]+ ){1,4}(?:is (?:an?|the) (?:[\w’'&-]+ ){0,6}?(?:editor|correspondent|reporter|"
    r"writer|columnist|journalist|contributor|producer|professor|lecturer|fellow|author)\b"
    r"|(?:reported|reports|contributed|writes) from\b|covers\b|writes about\b|joined The\b)",
    hints=("is a", "is the", " from", "covers", "writes about", "joined The"),
)
_LONGEST = 160
"""Code points beyond which a line is prose and no byline."""

_SEPARATORS = Expression(r"\s*(,|;|&|\||•|·|/|\band\b|\bwith\b|\s[-–—]\s)\s*")
_ADDS = frozenset({";", "&", "and", "with"})
"""Separators after which another writer comes; after the others it may be the first one's role."""

_VOWELS = frozenset("AEIOUYÀÁÂÃÄÅÈÉÊËÌÍÎÏÒÓÔÕÖØÙÚÛÜÝ")


def names_in(line: str) -> tuple[str, ...]:
    """The names a byline gives, as printed; none where the line is no byline.

    "By" makes a line a byline; without it every part must be a name, a role or a place.
    """
    lead = led_by(line)
    opening = _LEAD.match(line)
    rest = _without_date(line[opening.end() :] if opening else line)
    if len(rest) > _LONGEST or (not lead and len(rest.split()) > 16):
        return ()
    names: list[str] = []
    for part, adds in _parts(rest):
        tells = bool(_ROLE_WORDS.search(part))
        bare = part if names and tells and not adds else _without_role(_PLACE.sub("", part))
        named = is_name(bare) and not (names and _ROLE_WORDS.search(bare))
        if named or (lead and not names and _single(bare)):
            names.append(_cased(bare))
        elif not (names and (lead or tells)):
            return tuple(names) if lead else ()
    return tuple(names)


def led_by(line: str) -> bool:
    """Whether the line says "by" before the names: at its start, or after the date."""
    if _LEAD.match(line):
        return True
    return len(line) < _LONGEST and _without_date(line) != line and bool(_LATER.search(line))


def is_role(line: str) -> bool:
    """Whether a short line under a byline tells who the writer is: "Health correspondent"."""
    return is_handle(line) or (len(line.split()) <= 7 and bool(_ROLE_WORDS.search(line)))


def is_handle(line: str) -> bool:
    """Whether a line is a name in a social network and nothing else."""
    return bool(re.fullmatch(r"@\w{2,30}", line))


def reporters(line: str) -> tuple[str, ...]:
    """The names in a line at the foot: "Reporting by A and B in Seoul; Editing by C"."""
    match = _FOOTER.match(line)
    return names_in(f"By {match['names']}") if match else ()


def is_about(line: str, names: Sequence[str]) -> bool:
    """Whether a line tells about one of the writers rather than about the story."""
    return any(
        line.startswith((name, name.rsplit(" ", 1)[-1])) and (_ABOUT.search(line) is not None)
        for name in names
    )


def is_name(words: str) -> bool:
    """Whether `words` look like the name of one person."""
    return bool(_NAME.match(words)) and not _NO_NAMES.search(words)


def _parts(line: str) -> Iterator[tuple[str, bool]]:
    """The parts between separators, each with whether it begins with another writer."""
    pieces = _SEPARATORS.split(line)
    roles_apart = True
    for number in range(0, len(pieces), 2):
        part = pieces[number].strip(" .,")
        if not part:
            continue
        yield part, pieces[number - 1] in _ADDS or not roles_apart
        # "Ana Ruiz Health reporter, Ben Ode Business reporter": roles come without a comma here.
        roles_apart = _without_role(part) == part


def _cased(name: str) -> str:
    """A name printed in capitals as it is written; agencies and initials stay as they are."""
    if not name.isupper() or " " not in name:
        return name
    words = [_cased_word(word, first=not number) for number, word in enumerate(name.split())]
    return " ".join(words)


def _cased_word(word: str, *, first: bool) -> str:
    lower = word.lower()
    if not first and re.fullmatch(_PARTICLES, lower):
        return lower
    initials = "." in word or (len(word) <= 3 and _VOWELS.isdisjoint(word))
    if initials or _ROLE_WORDS.search(word):
        return word
    written = re.sub(r"[^\W\d_]+", lambda part: part[0].capitalize(), lower)
    return re.sub(r"^Mc(\w)", lambda part: f"Mc{part[1].upper()}", written)


def _single(word: str) -> bool:
    """A byline may give one word: a pen name, or the agency."""
    return bool(re.match(r"^[^\W\d_a-z][\w’'-]+(?:\s[^\W\d_a-z][\w’'-]+){0,3}$", word))


def _without_role(part: str) -> str:
    """A name without what is printed right after it: "Ruth Tallis Transport correspondent"."""
    words = part.split()
    for length in (2, 3):
        name, role = " ".join(words[:length]), " ".join(words[length:])
        if _ROLE_WORDS.search(role) and is_name(name) and not _ROLE_WORDS.search(name):
            return name
    return part


def _without_date(line: str) -> str:
    found = find_date(line)
    if found is None:
        return line
    before = line[: found.span.start].rstrip(" ,|·•–—-")
    if not before and (later := _LATER.search(line, found.span.end)):
        return line[later.end() :]
    return re.sub(r"\b(?:published|updated|posted|on)\W*$", "", before, flags=re.IGNORECASE)
