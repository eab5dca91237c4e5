"""A web page that a browser saved with its pictures in one file (MHTML), to a page."""

from __future__ import annotations

import re

from according.errors import UnreadableFile
from according.readers.html.tree import markup_text
from according.readers.letters import Letter, Part, letter_of
from according.readers.markup import page_of_markup, readable
from according.readers.page import Page

_ADDRESS = re.compile(r"https?://[^\s<>\"]{4,1000}$")
_PAGES = frozenset({"text/html", "application/xhtml+xml"})


def read_mhtml(data: bytes, name: str) -> Page:
    """The article of the page that was saved; its pictures and frames are left alone."""
    letter = letter_of(data, name=name)
    part = _main(letter)
    if part is None:
        raise UnreadableFile(
            f"{name} holds no web page: save the page again, as “Webpage, Single File”."
        )
    said = (letter.headers.get("snapshot-content-location"), part.location)
    address = next((one for one in said if one and _ADDRESS.match(one)), None)
    text = markup_text(part.data, encoding=part.encoding)
    page = readable(page_of_markup(text, address=address), name=name, size=len(text))
    return page._replace(title=page.title or letter.headers.get("subject") or None)


def _main(letter: Letter) -> Part | None:
    """The page itself: the part that is to be shown first, else the first that is a page."""
    pages = [part for part in letter.parts if part.kind in _PAGES]
    start = [part for part in pages if letter.start and part.identity == letter.start]
    return next(iter(start or pages), None)
