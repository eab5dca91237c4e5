"""Word files (DOCX) to a page."""

from __future__ import annotations

import io
import re
import zipfile
from xml.parsers.expat import ExpatError

from according.readers.archives import Archive, damaged
from according.readers.document import page_of_document
from according.readers.facts import Facts, author
from according.readers.page import Page

_READ = re.compile(r"(?:word/[^/]+\.xml|.*\.rels|\[Content_Types\]\.xml|docProps/core\.xml)")
"""Members that are read as markup; pictures and embedded files never are."""

_NOTE_REFERENCE = re.compile(
    r'<sup><a [^>]*href="#(?:foot|end)note-\d+"[^>]*>.*?</a></sup>'
    r'|<a href="#(?:foot|end)note-ref-\d+">↑</a>'
)

_STYLES = """
p.Title => h1:fresh
p[style-name='Title'] => h1:fresh
p.Quote => blockquote > p:fresh
p[style-name='Quote'] => blockquote > p:fresh
p.IntenseQuote => blockquote > p:fresh
p[style-name='Intense Quote'] => blockquote > p:fresh
p.Caption => figure > figcaption:fresh
p[style-name='caption'] => figure > figcaption:fresh
"""
"""Styles that every Word has and mammoth takes for plain paragraphs."""

_FIELD = r"<{0}\b[^>]*>([^<]*)</{0}>"

_FAULTS = (
    ExpatError,
    zipfile.BadZipFile,
    LookupError,
    ValueError,
    TypeError,
    AttributeError,
    OSError,
    EOFError,
    RecursionError,
)
"""What mammoth raises on a file whose parts do not fit together, or nest without end."""


def read_docx(data: bytes, name: str) -> Page:
    """The page in a Word file; raises UnreadableFile where it is broken."""
    archive = Archive(data, name=name)
    for member in archive.members:
        if _READ.fullmatch(member):
            archive.markup(member)  # refuses what mammoth would unpack or unfold without end
    # Imported here: only a Word file needs it.
    import mammoth  # noqa: PLC0415

    try:
        markup = mammoth.convert_to_html(
            io.BytesIO(data),
            style_map=_STYLES,
            convert_image=lambda _: [],
            include_embedded_style_map=False,
            external_file_access=False,
        ).value
    except _FAULTS as error:
        raise damaged(name) from error
    return page_of_document(_NOTE_REFERENCE.sub("", markup), _facts(archive))


def _facts(archive: Archive) -> Facts:
    if "docProps/core.xml" not in archive.members:
        return Facts()
    core = archive.markup("docProps/core.xml").decode("utf-8", errors="replace")
    return Facts(
        names=author(_field("dc:creator", core)), language=_field("dc:language", core) or None
    )


def _field(tag: str, markup: str) -> str:
    found = re.search(_FIELD.format(tag), markup)
    return found[1].strip() if found else ""
