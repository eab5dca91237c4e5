"""The format of a file is told by what is in it."""

from __future__ import annotations

import io
import zipfile

import pytest

from according.errors import UnreadableFile
from according.readers.formats import LONGEST, MOST_LINES, Format, format_of, page_of

ODT = "application/vnd.oasis.opendocument.text"


def packed(*members: tuple[str, str]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in members:
            archive.writestr(name, text)
    return target.getvalue()


CHROME = (
    "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.org/a\r\n"
    "Subject: Ferry\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n"
    '\ttype="text/html";\r\n\tboundary="b"\r\n\r\n--b\r\n'
)
LETTER = (
    "Return-Path: <desk@example.org>\nReceived: by mail.example.org\nFrom: desk@example.org\n"
    "To: reader@example.org\nSubject: The ferry\nContent-Type: text/plain\n\nThe ferry sails.\n"
)
PRINTED = "From: The desk\nTo: All\nSubject: The ferry\n\nThe ferry sails on Monday.\n"


@pytest.mark.parametrize(
    ("data", "name", "told"),
    [
        (b"The ferry sails on Monday.\n", "a.pdf", Format.TEXT),
        (b"%PDF-1.7\n%\xe2\xe3", "a.txt", Format.PDF),
        (b"\r\nX-Junk: 1\r\n\r\n%PDF-1.4\n1 0 obj\n", "a", Format.PDF),
        (b"A report on %PDF-1.7 and its makers.", "a.txt", Format.TEXT),
        (b"{\\rtf1\\ansi hello}", "a.doc", Format.RTF),
        (packed(("mimetype", "application/epub+zip"), ("a", "b")), "a.zip", Format.EPUB),
        (packed(("META-INF/container.xml", "<a/>")), "a.zip", Format.EPUB),
        (packed(("mimetype", ODT), ("content.xml", "<a/>")), "a.docx", Format.ODT),
        (packed(("[Content_Types].xml", ""), ("word/document.xml", "")), "a.odt", Format.DOCX),
        (b"<!DOCTYPE html>\n<html><p>Hello</p></html>", "a.txt", Format.HTML),
        (b"\n <!-- saved --> <html lang='en'><p>Hello</p></html>", "a", Format.HTML),
        (b"<?xml version='1.0'?>\n<html xmlns='a'><p>Hello</p></html>", "a.xml", Format.HTML),
        ("<html><p>Hello</p></html>".encode("utf-16"), "a.txt", Format.HTML),
        (b"<h1>Ferry</h1><p>It sails.</p>", "Pasted text", Format.HTML),
        (b"Saved page\n<html><body><p>Hello</p></body></html>", "a.txt", Format.HTML),
        (b"It sails.<br>On Monday.", "a.html", Format.HTML),
        (b"It sails.<br>On Monday.", "a.txt", Format.TEXT),
        (b"<3 was all the note said.\n", "a.txt", Format.TEXT),
        (b"<b was smaller than a.\n", "a.txt", Format.TEXT),
        (CHROME.encode(), "a.txt", Format.MHTML),
        (LETTER.encode(), "a.txt", Format.EMAIL),
        (b"From desk@example.org Mon\n" + LETTER.encode(), "a.txt", Format.EMAIL),
        (PRINTED.encode(), "a.txt", Format.TEXT),
        (PRINTED.encode(), "a.eml", Format.EMAIL),
        (b"# Ferry\n\nIt sails.\n", "a.md", Format.MARKDOWN),
        (b"---\ntitle: Ferry\n---\nIt sails.\n", "A.MD", Format.MARKDOWN),
        (b"It sails.\n", "a.md", Format.TEXT),
        (b"# Ferry\n\nIt sails.\n", "a.txt", Format.TEXT),
    ],
)
def test_the_content_tells_the_format(data: bytes, name: str, told: Format) -> None:
    assert format_of(data, name=name) is told


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "a.x is a picture, not a text file: "),
        (b"\x1f\x8b\x08\x00\x00", "a.x is a packed archive, not a text file: "),
        (packed(("xl/workbook.xml", "")), "a.x is a spreadsheet, "),
        (packed(("photo.jpg", "")), "a.x is a packed archive, "),
        (b"PK\x03\x04\x14\x00", "a.x is damaged or not complete: "),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "a.x is a file of an older Office: "),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "a.x is protected by a password: ",
        ),
    ],
)
def test_files_of_another_kind_are_named(data: bytes, sentence: str) -> None:
    with pytest.raises(UnreadableFile) as raised:
        format_of(data, name="a.x")
    assert str(raised.value).startswith(sentence)
    assert str(raised.value).endswith(".")


def test_a_zip_file_with_a_password_is_named() -> None:
    data = bytearray(packed(("word/document.xml", "secret")))
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + flags] |= 1
    with pytest.raises(UnreadableFile, match=r"^a\.docx is protected by a password: "):
        format_of(bytes(data), name="a.docx")


def test_letters_that_begin_like_a_foreign_format_are_a_text() -> None:
    assert format_of(b"BM is short for bench mark.", name="a.txt") is Format.TEXT


def test_a_text_longer_than_any_article_is_refused() -> None:
    with pytest.raises(UnreadableFile, match=r"^a\.txt holds 6 million characters, more than any"):
        page_of(b"x" * (LONGEST + 1_000_001), name="a.txt")


def test_a_text_of_more_lines_than_any_article_is_refused() -> None:
    with pytest.raises(UnreadableFile, match=r"^a\.txt holds 201,000 lines, as a list or a table"):
        page_of(b"a\n" * (MOST_LINES + 1_001), name="a.txt")
