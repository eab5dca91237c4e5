"""Rich text (RTF) to a page."""

from __future__ import annotations

import re

from according.errors import UnreadableFile
from according.readers import pasted
from according.readers.archives import damaged
from according.readers.facts import author
from according.readers.formats import short_enough
from according.readers.page import Page

_LARGEST = 12_000_000
"""Bytes without pictures; a thick novel is a fourth of it."""

_PICTURE = re.compile(rb"(?<=\s)[0-9a-fA-F]{60,}|(?<=\n)[0-9a-fA-F\s]{400,}|\b[0-9a-fA-F]{400,}")
"""A picture in hexadecimal digits."""

_FONTS = re.compile(r"\{[^{}]*\\fonttbl(?:[^{}]|\{[^{}]*\})*\}")
_FONTS_LONGEST = 60_000
"""Characters of a table of fonts; reading one takes the square of its length."""

_LINK = re.compile(r"(\\fldinst)\s*\{")
"""Where the address of a link begins: parted from its word, it is left out of the text."""

_INFO = r"\{{\\{0} ([^{{}}\\]*)\}}"

_FAULTS = (ValueError, TypeError, LookupError, OverflowError, AttributeError)
"""What striprtf raises on numbers, code pages and groups that are not as they should be."""


def read_rtf(data: bytes, name: str) -> Page:
    """The page in an RTF file; raises UnreadableFile where it is broken or holds no text."""
    data = _PICTURE.sub(b"", data)
    if len(data) > _LARGEST:
        raise UnreadableFile(
            f"{name} holds more text than any article: choose a file that holds one article."
        )
    # The standard says ASCII; what is above it is in the code page of the time.
    source = _LINK.sub("\\1\n{", data.decode("cp1252", errors="replace")).replace("\x00", "")
    fonts = _FONTS.search(source)
    if fonts is not None and len(fonts[0]) > _FONTS_LONGEST:
        source = source.replace(fonts[0], "", 1)
    # Imported here as everything that a plain text does not need.
    from striprtf.striprtf import rtf_to_text  # noqa: PLC0415

    try:
        text = rtf_to_text(source, errors="replace")
    except _FAULTS as error:
        raise damaged(name) from error
    page = pasted.take_apart(short_enough(_whole(text), name=name))
    return page._replace(
        title=page.title or _info("title", source),
        names=page.names or author(_info("author", source)),
    )


def _whole(text: str) -> str:
    """Text with whole characters: RTF writes those beyond the first 65,536 as two halves."""
    joined = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    # A cell of a table ends in a bar, and so does the last one of a row.
    return re.sub(r"\|+(?=\n|$)", "", joined)


def _info(field: str, source: str) -> str | None:
    found = re.search(_INFO.format(field), source[:20_000])
    return found[1].strip() or None if found else None
