"""Which format a file is in, told by what is in it, and the reader of each format."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from enum import StrEnum

from according.domain.expressions import Expression
from according.errors import UnreadableFile
from according.readers import pasted
from according.readers.decoding import decode, told_encoding
from according.readers.page import Page


class Format(StrEnum):
    """The formats that are read, as a sentence names them."""

    TEXT = "a text file"
    MARKDOWN = "a Markdown file"
    HTML = "a web page"
    MHTML = "a saved web page (MHTML)"
    EMAIL = "an email"
    PDF = "a PDF file"
    DOCX = "a Word file"
    ODT = "an OpenDocument file"
    RTF = "an RTF file"
    EPUB = "an EPUB book"


ENDINGS = (
    *(".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml", ".mhtml", ".mht"),
    *(".pdf", ".docx", ".odt", ".rtf", ".epub", ".eml"),
)
"""Endings of the files that are offered; what is in a file is told by its content."""

_READERS = {
    Format.MARKDOWN: ("markdown", "read_markdown"),
    Format.HTML: ("markup", "read_html"),
    Format.MHTML: ("mhtml", "read_mhtml"),
    Format.EMAIL: ("eml", "read_eml"),
    Format.PDF: ("pdf", "read_pdf"),
    Format.DOCX: ("docx", "read_docx"),
    Format.ODT: ("odt", "read_odt"),
    Format.RTF: ("rtf", "read_rtf"),
    Format.EPUB: ("epub", "read_epub"),
}
"""Module and function that read each format; a text file is read here."""

LONGEST = 5_000_000
"""Code points beyond which a text is no article: the longest novels are shorter."""

MOST_LINES = 200_000
"""Lines beyond which a text is a list or a table."""

_SAMPLE = 64 * 1024
"""Bytes at the start in which the signs of a format stand."""

_PDF = Expression(r"%PDF-\d", hints=("%PDF-",))
_PDF_WITHIN = 1024
"""Bytes before which a PDF may begin, after what a mail program or a server put there."""

_FOREIGN = (
    ((b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"II*\0", b"MM\0*", b"BM", b"RIFF"), "is a picture"),
    ((b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!", b"BZh", b"\xfd7zXZ"), "is a packed archive"),
    ((b"bplist00",), "is a Safari web archive"),
    ((b"\x7fELF", b"MZ", b"\xcf\xfa\xed\xfe"), "is a program"),
    ((b"SQLite format 3",), "is a database"),
    ((b"ID3", b"OggS", b"fLaC", b"\0\0\0\x18ftyp", b"\0\0\0\x20ftyp"), "is a recording"),
)
"""How files begin that hold no text of an article, and what is said of them."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_OFFICE = "EncryptedPackage".encode("utf-16-le")
_ZIPPED = {
    "xl/workbook.xml": "is a spreadsheet",
    "ppt/presentation.xml": "is a presentation",
    "Index/Document.iwa": "is a Pages document",
}

_HEADER = Expression(r"(?:[!-9;-~]+:[^\n]*\n(?:[ \t]+\S[^\n]*\n)*){2,}", hints=(":",))
_FIELD = Expression(r"(?m)^([!-9;-~]+):[ \t]*([^\n]*(?:\n[ \t]+[^\n]*)*)", hints=(":",))
_MACHINE_MADE = frozenset(
    {"mime-version", "received", "message-id", "return-path", "content-type", "delivered-to"}
)
_LETTER = frozenset({"from", "to", "date", "subject", "sender"})
"""Fields of an email that also stand on the printed head of one that somebody pasted."""

_PROLOGUE = Expression(r"(?s)(?:\s|<!--.*?-->|<\?.*?\?>)*")
_ROOT = Expression(r"(?i)<(?:!doctype\s+html|(?:\w+:)?html|head|body)\b", hints=("<",))
_PART = Expression(
    r"(?i)<(?:article|section|main|header|aside|nav|div|p|h[1-6]|span|meta|title|link|script|style|"
    r"table|ul|ol|dl|blockquote|figure|img|a|b|i|em|strong|center|font|br)\b[^<>]*>",
    hints=("<",),
)
_CLOSING = Expression(r"</\w", hints=("</",))
_SIGN = Expression(
    r"(?m)^(?:#{1,6}[ \t]+\S|[-*+][ \t]+\S|\d+\.[ \t]+\S|>[ \t]?\S|```|(?:===+|---+|\+\+\+)[ \t]*$)"
    r"|\]\(\S+\)|\*\*\S|__\S|!\[",
)
_MARKDOWN_ENDINGS = (".md", ".markdown", ".mdown", ".mkd")
_HTML_ENDINGS = (".html", ".htm", ".xhtml", ".shtml")
_MAIL_ENDINGS = (".eml", ".mht", ".mhtml")


def page_of(data: bytes, *, name: str) -> Page:
    """The page in a file; raises UnreadableFile with one sentence where there is none."""
    told = format_of(data, name=name)
    if told is Format.TEXT:
        return pasted.take_apart(short_enough(decode(data, name=name), name=name))
    return _reader(told)(data, name)


def format_of(data: bytes, *, name: str) -> Format:
    """The format of a file by its content; raises UnreadableFile where it is one that holds none.

    The name decides only between plain text and what looks like it: Markdown, a piece of a page.
    """
    if (packed := _binary(data, name)) is not None:
        return packed
    begin = _begin(data)
    ending = name.lower()
    if (letter := _letter(begin, ending)) is not None:
        return letter
    if _is_markup(begin, ending):
        return Format.HTML
    if ending.endswith(_MARKDOWN_ENDINGS) and _SIGN.search(begin):
        return Format.MARKDOWN
    return Format.TEXT


def is_plain(told: Format) -> bool:
    """Whether a file of this format is text for the eye too, and can be taken as it is."""
    return told not in {Format.PDF, Format.DOCX, Format.ODT, Format.RTF, Format.EPUB}


def short_enough(text: str, *, name: str) -> str:
    """`text`, or UnreadableFile where it is longer than any article."""
    if len(text) > LONGEST:
        raise UnreadableFile(
            f"{name} holds {len(text) // 1_000_000} million characters, more than any article: "
            "choose a file that holds one article."
        )
    if (lines := text.count("\n")) > MOST_LINES:
        raise UnreadableFile(
            f"{name} holds {lines // 1000},000 lines, as a list or a table does and no article: "
            "choose a file that holds one article."
        )
    return text


def _reader(told: Format) -> Callable[[bytes, str], Page]:
    """The reader of a format, imported only now: a text opens without waiting for the others."""
    module, function = _READERS[told]
    reader: Callable[[bytes, str], Page] = getattr(
        importlib.import_module(f"according.readers.{module}"), function
    )
    return reader


def _binary(data: bytes, name: str) -> Format | None:
    if data.startswith(b"{\\rtf"):
        return Format.RTF
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zipped(data, name)
    found = _PDF.search(data[:_PDF_WITHIN].decode("latin-1"))
    if found and (not data[: found.start()].strip(b"\xef\xbb\xbf \r\n\t") or b" obj" in data):
        return Format.PDF
    if data.startswith(_OLE):
        raise _office(data, name)
    for beginnings, what in _FOREIGN:
        if data.startswith(beginnings) and _has_controls(data):
            raise _foreign(name, what)
    return None


def _has_controls(data: bytes) -> bool:
    """Whether bytes are none of a text: some texts begin with the letters of a foreign format."""
    return any(byte < 0x09 for byte in data[:512])


def _zipped(data: bytes, name: str) -> Format:
    from according.readers.archives import Archive  # noqa: PLC0415 - as in _reader

    archive = Archive(data, name=name)
    members = archive.members
    told = archive.read("mimetype").strip() if "mimetype" in members else b""
    if told.startswith(b"application/epub") or "META-INF/container.xml" in members:
        return Format.EPUB
    if told.startswith(b"application/vnd.oasis.opendocument.text"):
        return Format.ODT
    if told.startswith(b"application/vnd.oasis.opendocument."):
        raise _foreign(name, "is a spreadsheet, a presentation or a drawing")
    if "[Content_Types].xml" in members and any(one.startswith("word/") for one in members):
        return Format.DOCX
    for member, what in _ZIPPED.items():
        if member in members:
            raise _foreign(name, what)
    raise _foreign(name, "is a packed archive")


def _office(data: bytes, name: str) -> UnreadableFile:
    if _ENCRYPTED_OFFICE in data:
        from according.readers.archives import protected  # noqa: PLC0415 - as in _reader

        return protected(name)
    return UnreadableFile(
        f"{name} is a file of an older Office: open it in its own program, save it as .docx, and "
        "open that file here."
    )


def _foreign(name: str, what: str) -> UnreadableFile:
    return UnreadableFile(
        f"{name} {what}, not a text file: choose a file that holds an article as text."
    )


def _begin(data: bytes) -> str:
    """The start of a text for looking at: signs of formats are ASCII, whatever the encoding."""
    encoding, at = told_encoding(data) or ("latin-1", 0)
    begin = data[at : at + _SAMPLE].decode(encoding, errors="replace")
    return begin.replace("\r\n", "\n").replace("\r", "\n")


def _letter(begin: str, ending: str) -> Format | None:
    """Whether a text is an email, or a page that a browser saved in the form of one."""
    if begin.startswith("From "):  # the line that a mailbox puts before each letter
        begin = begin.partition("\n")[2]
    head = _HEADER.match(begin)
    if head is None:
        return None
    fields = {match[1].lower(): match[2].lower() for match in _FIELD.finditer(head[0])}
    made = fields.keys() & _MACHINE_MADE
    named = ending.endswith(_MAIL_ENDINGS)
    if not made and not (named and fields.keys() & _LETTER):
        return None
    if not fields.keys() & (_LETTER | {"content-type"}):
        return None
    saved = "snapshot-content-location" in fields or "saved by" in fields.get("from", "")
    related = "multipart/related" in fields.get("content-type", "")
    sent = fields.keys() & {"received", "to", "delivered-to"}
    page = saved or (related and not sent) or ending.endswith((".mht", ".mhtml"))
    return Format.MHTML if page else Format.EMAIL


def _is_markup(begin: str, ending: str) -> bool:
    prologue = _PROLOGUE.match(begin)
    start = prologue.end() if prologue else 0
    if begin.startswith("<", start):
        if _ROOT.match(begin, start):
            return True
        if _PART.match(begin, start) and (_CLOSING.search(begin) or ending.endswith(_HTML_ENDINGS)):
            return True
    lowered = begin[: _PDF_WITHIN * 4].lower()
    if "<html" in lowered and ("<body" in begin.lower() or "<head" in lowered):
        return True
    return ending.endswith(_HTML_ENDINGS) and _PART.search(begin) is not None
