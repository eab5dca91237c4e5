"""An EPUB book to a page: its chapters in the order of the spine."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from lxml import etree

from according.domain.article import BlockKind
from according.errors import UnreadableFile
from according.readers.archives import Archive, damaged, protected
from according.readers.html.stamps import stamp
from according.readers.marking import Line
from according.readers.markup import LONGEST, page_of_markup
from according.readers.page import Page
from according.readers.publisher import language

CONTAINER = "META-INF/container.xml"
_ENCRYPTION = "META-INF/encryption.xml"
_PAGES = frozenset({"application/xhtml+xml", "text/html", "application/x-dtbook+xml"})
_ESCAPED = re.compile(rb"%([0-9A-Fa-f]{2})")

_MOST_CHAPTERS = 2_000


class _Book(NamedTuple):
    """What the package of a book tells: its chapters' members, and what it says of itself."""

    chapters: tuple[str, ...]
    title: str | None
    names: tuple[str, ...]
    published: date | None
    publisher: str | None
    language: str | None


def read_epub(data: bytes, name: str) -> Page:
    """The text of a book; raises UnreadableFile where it is damaged, locked or too large."""
    archive = Archive(data, name=name)
    book = _book(archive, name)
    if _locked(archive, book, name):
        raise protected(name, "book")
    lines: list[Line] = []
    size = 0
    for chapter in book.chapters:
        for line in page_of_markup(archive.read(chapter), whole=True).lines:
            size += len(line.text)
            lines.append(line)
        if size > LONGEST:
            raise UnreadableFile(
                f"{name} holds more text than any article: choose a file that holds one article."
            )
    if not lines:
        raise UnreadableFile(
            f"{name} holds no readable text, only pictures: choose a book with its text as text."
        )
    return Page(
        lines=tuple(_headed(lines, book.title)),
        title=book.title or next((one.text for one in lines if _is_title(one)), None),
        names=book.names,
        published=book.published,
        publisher=book.publisher,
        language=language([line.text for line in lines[:400]]) or book.language,
        address=None,
    )


def _headed(lines: list[Line], title: str | None) -> Iterator[Line]:
    """The lines with one headline: the first, or the book's title; the others head chapters."""
    headlines = [at for at, line in enumerate(lines) if _is_title(line)]
    named = [at for at in headlines if title and lines[at].text.lower() == title.lower()]
    first = next(iter(named or headlines), None)
    for at, line in enumerate(lines):
        yield line._replace(kind=BlockKind.HEADING) if _is_title(line) and at != first else line


def _is_title(line: Line) -> bool:
    return line.kind is BlockKind.HEADLINE


def _book(archive: Archive, name: str) -> _Book:
    container = _xml(archive, CONTAINER, name)
    path = next((one.get("full-path") for one in _all(container, "rootfile")), None)
    if path is None or path not in archive.members:
        raise damaged(name)
    package = _xml(archive, path, name)
    folder = posixpath.dirname(path)
    manifest = {
        item.get("id"): _member(folder, item.get("href") or "")
        for item in _all(package, "item")
        if (item.get("media-type") or "") in _PAGES
        and "nav" not in (item.get("properties") or "").split()
    }
    spine = [
        manifest[one.get("idref")]
        for one in _all(package, "itemref")
        if one.get("idref") in manifest and one.get("linear") != "no"
    ]
    chapters = [one for one in dict.fromkeys(spine) if one in archive.members]
    return _Book(
        chapters=tuple(chapters[:_MOST_CHAPTERS]),
        title=next(_texts(package, "title"), None),
        names=tuple(dict.fromkeys(_texts(package, "creator"))),
        published=next((day for one in _texts(package, "date") if (day := stamp(one))), None),
        publisher=next(_texts(package, "publisher"), None),
        language=next((one[:2].lower() for one in _texts(package, "language")), None),
    )


def _locked(archive: Archive, book: _Book, name: str) -> bool:
    """Whether the chapters themselves are encrypted; many a book only hides its fonts."""
    if _ENCRYPTION not in archive.members:
        return False
    references = _all(_xml(archive, _ENCRYPTION, name), "CipherReference")
    hidden = {_member("", one.get("URI") or "") for one in references}
    return bool(hidden & set(book.chapters))


def _xml(archive: Archive, member: str, name: str) -> etree._Element:
    data = archive.read(member)
    if b"<!ENTITY" in data:  # a mere document type is usual in older books
        data = archive.markup(member)
    parser = etree.XMLParser(
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        recover=True,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise damaged(name) from error
    if root is None:
        raise damaged(name)
    return root


def _all(root: etree._Element, tag: str) -> list[etree._Element]:
    """The elements of a name, in whatever namespace."""
    return list(root.iter(f"{{*}}{tag}"))


def _texts(root: etree._Element, tag: str) -> Iterator[str]:
    for element in _all(root, tag):
        text = " ".join("".join(element.itertext()).split())
        if text:
            yield text[:1_000]


def _member(folder: str, href: str) -> str:
    """The member that a reference names; none outside the archive can be meant."""
    bare = href.partition("#")[0].encode("utf-8", "replace")
    plain = _ESCAPED.sub(lambda one: bytes([int(one[1], 16)]), bare).decode("utf-8", "replace")
    return posixpath.normpath(posixpath.join(folder, plain)).lstrip("/")
