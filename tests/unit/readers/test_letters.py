"""Web pages saved as MHTML, and emails."""

from __future__ import annotations

import base64
import quopri
from datetime import UTC, date, datetime

import pytest

from according.errors import UnreadableFile
from according.readers.eml import read_eml
from according.readers.letters import letter_of
from according.readers.mhtml import read_mhtml

STORY = (
    "<h1>Mill café to close in May</h1><p>The café in the old mill will close in May, its owner "
    "said on Monday, after eleven years by the weir.</p><p>“We thank everyone who came,” said "
    "Odile Crane, who opened it with her brother.</p><p>The council, which owns the mill, said "
    "that it had not raised the rent since 2016.</p>"
)
PLAIN = (
    "The café in the old mill will close in May, its owner said on Monday, after eleven years.\n\n"
    "The council, which owns the mill, said that it had not raised the rent since 2016.\n"
)


def mhtml(encoding: str = "quoted-printable", charset: str = "utf-8", *, start: str = "") -> bytes:
    data = f"<html><head><title>Mill</title></head><body>{STORY}</body></html>".encode(charset)
    body = quopri.encodestring(data) if encoding != "base64" else base64.encodebytes(data)
    return b"\r\n".join(
        [
            b"From: <Saved by a browser>",
            b"Snapshot-Content-Location: https://post.example/mill",
            b"Subject: =?utf-8?Q?Mill_caf=C3=A9?=",
            b"Date: Mon, 4 Mar 2030 10:00:00 -0000",
            b"MIME-Version: 1.0",
            b'Content-Type: multipart/related; type="text/html"; boundary="=_b"' + start.encode(),
            b"",
            b"--=_b",
            b"Content-Type: text/html; charset=utf-8",
            b"Content-ID: <frame@x>",
            b"",
            b"<p>An advertisement in a frame, with a sentence of its own to be read.</p>",
            b"--=_b",
            b"Content-Type: text/css",
            b"",
            b"p { color: red }",
            b"--=_b",
            f"Content-Type: text/html; charset={charset}".encode(),
            b"Content-ID: <main@x>",
            f"Content-Transfer-Encoding: {encoding}".encode(),
            b"Content-Location: https://post.example/mill",
            b"",
            body,
            b"--=_b--",
            b"",
        ]
    )


@pytest.mark.parametrize("encoding", ["quoted-printable", "base64"])
@pytest.mark.parametrize("charset", ["utf-8", "windows-1252"])
def test_the_part_to_be_shown_is_the_page(encoding: str, charset: str) -> None:
    page = read_mhtml(mhtml(encoding, charset, start='; start="<main@x>"'), "a.mhtml")
    assert page.title == "Mill café to close in May"
    assert len(page.lines) == 4
    assert page.address == "https://post.example/mill"
    assert page.published is None  # the date is that of saving


def test_without_a_start_the_first_page_is_taken() -> None:
    assert read_mhtml(mhtml(), "a.mhtml").lines[-1].text.startswith("An advertisement")


def test_a_saved_page_without_a_page_is_refused() -> None:
    data = b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\n"
    with pytest.raises(UnreadableFile, match=r"^a\.mhtml holds no web page: "):
        read_mhtml(data + b"Content-Type: image/png\n\nx\n--b--", "a.mhtml")


def test_a_saved_page_that_only_scripts_fill_is_refused() -> None:
    data = b"MIME-Version: 1.0\nContent-Type: text/html\n\n<body><script>go()</script></body>"
    with pytest.raises(UnreadableFile, match=r"^a\.mhtml holds no readable text: "):
        read_mhtml(data, "a.mhtml")


HEADERS = (
    "From: Odile Crane <odile@post.example>\nTo: you@there.example\n"
    "Subject: =?iso-8859-1?Q?Fwd:_Mill_caf=E9?=\n closing\nDate: Mon, 4 Mar 2024 10:00:00 +0100\n"
    "MIME-Version: 1.0\n"
)


def letter(*parts: tuple[str, str]) -> bytes:
    pieces = [HEADERS, "Content-Type: multipart/alternative; boundary=b\n\n"]
    for kind, text in parts:
        pieces.append(f"--b\nContent-Type: {kind}\nContent-Transfer-Encoding: 8bit\n\n{text}\n")
    return "".join([*pieces, "--b--\n"]).encode()


def test_the_headers_tell_what_the_text_does_not() -> None:
    page = read_eml(letter(("text/plain; charset=utf-8", PLAIN)), "a.eml")
    assert page.title == "Mill café closing"
    assert page.names == ("Odile Crane",)
    assert page.published == datetime.fromisoformat("2024-03-04T10:00:00+01:00")
    assert [line.text[:8] for line in page.lines] == ["The café", "The coun"]


def test_a_sender_that_is_no_person_is_the_publisher() -> None:
    data = letter(("text/plain", PLAIN)).replace(b"Odile Crane <", b'"The Post" <')
    page = read_eml(data, "a.eml")
    assert page.names == ()
    assert page.publisher == "The Post"


def test_the_formatted_text_is_taken_where_it_says_as_much() -> None:
    both = letter(("text/plain", PLAIN), ("text/html; charset=utf-8", STORY))
    assert read_eml(both, "a.eml").title == "Mill café to close in May"
    teaser = "<h1>Mill café</h1><p>Read it in your browser.</p>"
    page = read_eml(letter(("text/plain", PLAIN * 3), ("text/html", teaser)), "a.eml")
    assert page.lines[0].text.startswith("The café in the old mill")


def test_an_attachment_is_no_text() -> None:
    data = letter(("text/plain\nContent-Disposition: attachment; filename=a.txt", PLAIN))
    with pytest.raises(UnreadableFile, match=r"^a\.eml is an email without a text: "):
        read_eml(data, "a.eml")


def test_a_letter_that_passes_on_another_loses_its_marks() -> None:
    quoted = "".join(f"> {line}\n" for line in PLAIN.splitlines())
    page = read_eml(letter(("text/plain; charset=utf-8", quoted)), "a.eml")
    assert all(not line.text.startswith(">") for line in page.lines)


def test_a_message_nested_without_end_is_damaged() -> None:
    nest = b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (one, one)
        for one in range(3_000)
    )
    with pytest.raises(UnreadableFile, match=r"^a\.eml is "):
        read_eml(nest, "a.eml")


def test_the_line_of_a_mailbox_is_no_header() -> None:
    data = b"From someone@there Mon Mar  4 10:00:00 2024\n" + letter(("text/plain", PLAIN))
    assert letter_of(data, name="a.eml").headers["to"] == "you@there.example"


def test_a_header_that_cannot_be_decoded_is_shown_as_it_is_written() -> None:
    data = b"Subject: =?klingon-7?Q?Mill?=\n\n" + PLAIN.encode()
    assert letter_of(data, name="a.eml").headers["subject"] == "=?klingon-7?Q?Mill?="


@pytest.mark.parametrize("day", ["Mon, 4 Mar 2024 10:00:00 -0000", "Mon, 4 Mar 2024 10:00:00 GMT"])
def test_the_day_of_a_letter_has_its_time(day: str) -> None:
    data = letter(("text/plain", PLAIN)).replace(b"Mon, 4 Mar 2024 10:00:00 +0100", day.encode())
    published = read_eml(data, "a.eml").published
    assert isinstance(published, datetime)
    assert published.date() == date(2024, 3, 4)
    assert published.tzinfo in {None, UTC}
