"""OpenDocument texts (ODT) to a page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape
from typing import Any, NamedTuple

from according.errors import UnreadableFile
from according.readers.archives import Archive, damaged, protected
from according.readers.document import page_of_document
from according.readers.facts import Facts, author
from according.readers.page import Page

_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_DC = "{http://purl.org/dc/elements/1.1/}"

_LEFT_OUT = frozenset(
    {
        f"{_TEXT}tracked-changes",
        f"{_TEXT}note",
        f"{_TEXT}table-of-content",
        f"{_TEXT}alphabetical-index",
        f"{_OFFICE}annotation",
        f"{_OFFICE}forms",
    }
)
"""What stands in the file beside its text: what was deleted, footnotes, remarks, indexes."""

_WHITE = {f"{_TEXT}s": " ", f"{_TEXT}tab": " ", f"{_TEXT}line-break": "<br>"}
_WRAPPED = {f"{_TEXT}list": "ul", f"{_TEXT}list-item": "li", f"{_TABLE}table": "table"}
_WRAPPED |= {f"{_TABLE}table-row": "tr", f"{_TABLE}table-cell": "td"}
_LETTERED = frozenset({f"{_TEXT}p", f"{_TEXT}span"})
_WEIGHT = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}font-weight"
_STYLED = {"Title": "h1", "Quotations": "blockquote", "Caption": "figcaption"}
"""Elements for paragraphs of the styles that every office program has."""


def read_odt(data: bytes, name: str) -> Page:
    """The page in an OpenDocument text; raises UnreadableFile where it is locked or broken."""
    archive = Archive(data, name=name)
    manifest = "META-INF/manifest.xml"
    if manifest in archive.members and b"encryption-data" in archive.read(manifest):
        raise protected(name)
    content = _parsed(archive, "content.xml", name)
    body = content.find(f"{_OFFICE}body/{_OFFICE}text")
    if body is None:
        raise damaged(name)
    markup = "".join(_markup(body, _styles(content)))
    return page_of_document(f"<html><body>{markup}</body></html>", _facts(archive, name))


def _parsed(archive: Archive, member: str, name: str) -> Any:
    # Imported here as everything that a plain text does not need.
    from lxml import etree  # noqa: PLC0415

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    try:
        return etree.fromstring(archive.markup(member), parser)
    except etree.XMLSyntaxError as error:
        raise damaged(name) from error


class _Styles(NamedTuple):
    """The named style on which each automatic style is built, and which of these are bold."""

    parents: Mapping[str, str]
    bold: frozenset[str]


def _styles(content: Any) -> _Styles:
    styles = {style.get(f"{_STYLE}name", ""): style for style in content.iter(f"{_STYLE}style")}
    return _Styles(
        {name: style.get(f"{_STYLE}parent-style-name", "") for name, style in styles.items()},
        frozenset(
            name
            for name, style in styles.items()
            for letters in style.iter(f"{_STYLE}text-properties")
            if letters.get(_WEIGHT) == "bold"
        ),
    )


def _markup(element: Any, styles: _Styles) -> Iterator[str]:
    """The content of an element as HTML; lxml refuses nesting that would be too deep for this."""
    yield escape(element.text or "")
    for child in element:
        tag = child.tag
        if isinstance(tag, str) and tag not in _LEFT_OUT:
            yield from _element(child, styles)
        yield escape(child.tail or "")


def _element(child: Any, styles: _Styles) -> Iterator[str]:
    tag = child.tag
    if tag in _WHITE:
        yield _WHITE[tag]
        return
    as_html = _name(child, styles)
    bold = tag in _LETTERED and child.get(f"{_TEXT}style-name", "") in styles.bold
    wraps = [one for one in (as_html, "b" if bold else None) if one is not None]
    yield "".join(f"<{one}>" for one in wraps)
    yield from _markup(child, styles)
    yield "".join(f"</{one}>" for one in reversed(wraps))


def _name(child: Any, styles: _Styles) -> str | None:
    """The HTML element for a paragraph, heading, list or table."""
    if child.tag == f"{_TEXT}h":
        level = child.get(f"{_TEXT}outline-level", "2")
        return f"h{level}" if level in set("123456") else "h6"
    if child.tag == f"{_TEXT}p":
        style = child.get(f"{_TEXT}style-name", "")
        return _STYLED.get(style) or _STYLED.get(styles.parents.get(style, ""), "p")
    return _WRAPPED.get(child.tag)


def _facts(archive: Archive, name: str) -> Facts:
    if "meta.xml" not in archive.members:
        return Facts()
    try:
        meta = _parsed(archive, "meta.xml", name)
    except UnreadableFile:
        return Facts()  # the text is there, which is what counts
    creator = "{urn:oasis:names:tc:opendocument:xmlns:meta:1.0}initial-creator"
    return Facts(
        names=author(meta.findtext(f".//{creator}") or meta.findtext(f".//{_DC}creator")),
        language=meta.findtext(f".//{_DC}language"),
    )
