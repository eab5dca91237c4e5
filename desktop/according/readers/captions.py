"""Which lines of a page describe a picture: told by the credit they end or begin with."""

from __future__ import annotations

import re
from collections.abc import Sequence

from according.domain.expressions import Expression
from according.readers.lines import ends_sentence

_AGENCY = (
    r"(?:AP|AFP|EPA(?:-EFE)?|PA|PA Media|PA Wire|Reuters|REUTERS|Getty(?: Images)?|Shutterstock|"
    r"Alamy|Bloomberg|Rex|Xinhua|TASS|AAP|Anadolu|Handout|Supplied|Photo|File|Pool)"
)
_LABELS = (
    r" (?:Photograph|Photo|Picture|Pictures|Pic|Image|Illustration|Photo credit|Image credit|"
    r"Picture credit|Credit)"
)
_CREDITED = Expression(
    rf"[(\[](?:[^()\[\]]{{0,60}}[/: ])?{_AGENCY}(?:[/ ][^()\[\]]{{0,50}})?[)\]]$"
    rf"|{_LABELS} ?(?::|by\b|©) ?[^.!?/]{{2,40}}/[^.!?]{{2,40}}\.?$"
    rf"|(?<=[.!?)”’]) {_LABELS.lstrip()} ?(?::|by\b|©) ?[^.!?]{{2,70}}\.?$"
    r"|\.? Credit ?\.\.\.[^.!?]{2,70}$"
    rf"|\. (?:[A-Z][\w.’'-]+ ){{0,4}}?[A-Z]?[\w.’'-]*/{_AGENCY}(?:/[\w ]+)?$"
    r"|\. (?:REUTERS|EPA|AFP)/[\w .’'-]+?(?: Purchase Licensing Rights.*)?$",
    hints=(")", "]", "/", "Photo", "Pic", "Image", "Illustration", "Credit"),
)
_AGENCY_FIRST = Expression(
    r"^(?:(?:[\w.’' -]{2,40}/)*(?:(?:AFP|EPA|AP|Reuters|Anadolu)(?: via |/))?Getty Images|"
    r"PA Media|PA Wire|EPA-EFE|Shutterstock|AFP via \w+|[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2}/"
    rf"{_AGENCY})\s+(?=[A-Z“‘\"])",
    hints=("Getty Images", "PA Media", "PA Wire", "EPA-EFE", "Shutterstock", "AFP via ", "/"),
)
_TOLD = Expression(
    r"^(?:image caption|caption|media caption|figure caption)\s?[,:]?\s+(?=\S)",
    re.IGNORECASE,
    hints=("caption",),
)
_LABELLED = Expression(
    r"^(?:image|photo|picture|video|pictured)s?\s?:\s+(?=\S)", re.IGNORECASE, hints=(":",)
)
_NUMBERED = Expression(
    r"^(?:\[\d+/\d+\]|item \d+ of \d+|\d+ of \d+ \|)\s*(?=\S)", re.IGNORECASE, hints=("/", " of ")
)
_LABEL = Expression(
    r"^(?:image|photo|picture|gallery|slideshow)$",
    re.IGNORECASE,
    hints=("image", "photo", "picture", "gallery", "slideshow"),
)
_CREDIT = Expression(r"^credit ?(?:\.\.\.|…|:)", re.IGNORECASE, hints=("credit",))

_LONGEST = 60
"""Words beyond which a line is a paragraph, whatever it ends with."""

_CREDIT_LENGTH = 120
"""Code points at the end of a line in which its credit stands."""

_SHORTEST = 4
"""Words of the shortest caption; fewer beside a credit are a part of the credit."""


def caption_lines(lines: Sequence[str]) -> frozenset[int]:
    """The indexes of the lines that hold the words of a caption, with or without a credit."""
    return frozenset(at for at in range(len(lines)) if _is_caption(lines, at))


def _is_caption(lines: Sequence[str], at: int) -> bool:
    line = lines[at]
    words = line.count(" ") + 1
    if not _SHORTEST <= words <= _LONGEST:
        return False
    # A paragraph may end with the agency it was taken from: "... on Sunday. (AP)".
    if match := _CREDITED.search(line, max(0, len(line) - _CREDIT_LENGTH)):
        bare = match[0].strip("()[]").isalpha() and ends_sentence(line[: match.start()].rstrip())
        return _enough(line[: match.start()]) and not bare
    for pattern in (_TOLD, _NUMBERED):
        if match := pattern.match(line):
            return _enough(line[match.end() :])
    if match := _AGENCY_FIRST.match(line):
        return _enough(line[match.end() :])
    if match := _LABELLED.match(line):
        return ends_sentence(line) and _enough(line[match.end() :])
    framed = 0 < at < len(lines) - 1 and _LABEL.match(lines[at - 1]) is not None
    return framed and _CREDIT.match(lines[at + 1]) is not None


def _enough(words: str) -> bool:
    return len(words.split()) >= _SHORTEST
