"""Markup to a tree of elements: the encoding found, nothing fetched, nothing expanded."""

from __future__ import annotations

import codecs
import re
from html.parser import HTMLParser as PlainParser

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from according.readers.html.tags import BLOCKS

_SURROGATES = re.compile("[\ud800-\udfff]")
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
_LINE_ENDS = re.compile("\r\n?")

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]{2,40})|"""
    rb"""<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w-]{2,40})["']""",
    re.IGNORECASE,
)
_HEAD = 8192
"""Bytes in which a page has to declare its encoding; browsers look in the first 1,024."""

_LATIN = frozenset({"iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii", "iso8859-1"})
"""What browsers read as Windows-1252, since pages that say so use its quotation marks."""

_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>", re.IGNORECASE)
_XHTML = "http://www.w3.org/1999/xhtml"
_EMPTY = re.compile(
    r"<(title|script|style|textarea|iframe|a|p|div|span|i|b|em|strong|td|li)((?:\s[^<>]*)?)/>",
    re.IGNORECASE,
)
"""What XML may leave empty; in HTML it would hold the rest of the page."""

_DOCTYPE = re.compile(r"<!doctype\b[^<>\[]*(?:\[.*?\]\s*)?>", re.IGNORECASE | re.DOTALL)

_PARTED = BLOCKS | {"br"}
_UNREAD = frozenset({"script", "style", "template", "noscript", "svg", "title"})


def markup_text(markup: str | bytes, *, encoding: str | None = None) -> str:
    """The characters of a page; a wrong byte is replaced, never a reason to refuse the page."""
    text = markup if isinstance(markup, str) else _decoded(markup, encoding)
    text = _SURROGATES.sub("\ufffd", text)
    return _CONTROLS.sub("", _LINE_ENDS.sub("\n", text)).removeprefix("\ufeff")


def tree_of(text: str) -> HtmlElement | None:
    """The root element of a page, or None where there is no element in it.

    An element nested more deeply than the parser goes takes the rest of the page with it; such a
    page is parsed again with its blocks side by side.
    """
    if _XHTML in text[:_HEAD]:
        text = _EMPTY.sub(r"<\1\2></\1>", text)
    text = _DOCTYPE.sub("", _XML_DECLARATION.sub("", text), count=1)
    if not text.strip():
        return None
    root, errors = _parsed(text)
    if any(error.type_name == "ERR_RESOURCE_LIMIT" or "depth" in error.message for error in errors):
        root, _ = _parsed(_flat(text))
    return root


def _parsed(text: str) -> tuple[HtmlElement | None, list[etree._LogEntry]]:
    parser = HTMLParser(
        encoding="utf-8",
        huge_tree=False,
        no_network=True,
        remove_comments=True,
        remove_pis=True,
        collect_ids=False,
        default_doctype=False,
    )
    try:
        root = document_fromstring(text.encode(), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        root = None
    return root, list(parser.error_log)


def _decoded(data: bytes, encoding: str | None) -> str:
    for mark, name in _BOMS:
        if data.startswith(mark):
            return data[len(mark) :].decode(name, errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    declared = _DECLARED.search(data[:_HEAD])
    inside = next((one.decode("ascii") for one in declared.groups() if one), "") if declared else ""
    for told in (encoding or "", inside):
        if told.lower().replace("-", "") == "utf8":
            continue
        try:
            return data.decode("cp1252" if told.lower() in _LATIN else told, errors="replace")
        except (LookupError, ValueError):
            continue
    broken = data.decode("utf-8", errors="replace")
    kept = sum(one > "\x7f" for one in broken) - broken.count("\ufffd")
    return broken if broken.count("\ufffd") * 4 <= kept else data.decode("cp1252", errors="replace")


class _Flattener(PlainParser):
    """Gathers the text of a page, with the beginnings and ends of its blocks."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[str] = [""]
        self._unread = 0

    def handle_starttag(
        self,
        tag: str,
        attrs: list[tuple[str, str | None]],  # noqa: ARG002 - the parser gives it
    ) -> None:
        self._unread += tag in _UNREAD
        if tag in _PARTED and self.blocks[-1]:
            self.blocks.append("")

    def handle_endtag(self, tag: str) -> None:
        self._unread = max(0, self._unread - (tag in _UNREAD))
        if tag in _PARTED and self.blocks[-1]:
            self.blocks.append("")

    def handle_data(self, data: str) -> None:
        if not self._unread:
            self.blocks[-1] += data


def _flat(text: str) -> str:
    """The page with its blocks as paragraphs side by side."""
    flattener = _Flattener()
    flattener.feed(text)
    flattener.close()
    paragraphs = (
        f"<p>{one.replace('&', '&amp;').replace('<', '&lt;')}</p>" for one in flattener.blocks
    )
    return f"<html><body>{''.join(paragraphs)}</body></html>"
