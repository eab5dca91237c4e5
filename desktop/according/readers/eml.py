"""An email to a page: its best body part, with its headers for what the text does not tell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from email.utils import parseaddr, parsedate_to_datetime

from according.domain.article import READ_KINDS
from according.errors import UnreadableFile
from according.readers import byline, pasted
from according.readers.html.tree import markup_text
from according.readers.letters import Letter, Part, letter_of
from according.readers.markup import is_blank, page_of_markup
from according.readers.page import Page

_PREFIX = re.compile(r"^(?:(?:re|fwd?|aw|wg)\s*:\s*)+", re.IGNORECASE)
_PLAIN = "text/plain"
_QUOTED = re.compile(r"^>+ ?", re.MULTILINE)

_ENOUGH = 0.6
"""Share of the words of the plain text that the formatted one must give to be taken."""


def read_eml(data: bytes, name: str) -> Page:
    """The text of an email; raises UnreadableFile where there is none in it."""
    letter = letter_of(data, name=name)
    page = _best(letter.parts)
    if page is None:
        raise UnreadableFile(
            f"{name} is an email without a text: open it in your mail program, save what is "
            "attached to it, and open that file."
        )
    return _with_headers(page, letter)


def _read(part: Part) -> Page:
    text = markup_text(part.data, encoding=part.encoding)
    if part.kind != _PLAIN:
        return page_of_markup(text)
    lines = text.splitlines()
    quoted = sum(line.startswith(">") for line in lines)
    if quoted * 2 > len(lines):  # a letter that passes on another one
        text = _QUOTED.sub("", text)
    return pasted.take_apart(text)


def _best(parts: Sequence[Part]) -> Page | None:
    """The formatted text, unless the plain one has much more of it; None where both are blank."""
    pages = [(part.kind, page) for part in parts if not is_blank(page := _read(part))]
    most = max((_words(page) for _, page in pages), default=0)
    told = [(kind, page) for kind, page in pages if _words(page) >= most * _ENOUGH]
    formatted = (page for kind, page in told if kind != _PLAIN)
    return next(formatted, None) or next((page for _, page in told), None)


def _words(page: Page) -> int:
    return sum(len(line.text.split()) for line in page.lines if line.kind in READ_KINDS)


def _with_headers(page: Page, letter: Letter) -> Page:
    sender, _ = parseaddr(letter.headers.get("from", ""))
    writer = byline.is_name(sender)
    subject = _PREFIX.sub("", letter.headers.get("subject", "")).strip()
    return page._replace(
        title=page.title or subject or None,
        names=page.names or ((sender,) if writer else ()),
        publisher=page.publisher or (sender if sender and not writer else None),
        published=page.published or _date(letter.headers.get("date", "")),
    )


def _date(printed: str) -> date | None:
    try:
        return parsedate_to_datetime(printed)
    except (TypeError, ValueError, IndexError, OverflowError):
        return None
