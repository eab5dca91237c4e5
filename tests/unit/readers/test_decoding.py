"""Bytes to text: encodings, line ends, and what is no text."""

from __future__ import annotations

import codecs

import pytest

from according.errors import UnreadableFile
from according.readers.decoding import decode

TEXT = "“Café Zoë” – the mayor’s answer\nSecond line\n"

CYRILLIC = (
    "Мэр города Приморск заявил, что мост через залив откроют весной. "
    "Жители района сомневаются в этом и просят проверить расчёты инженеров.\n"
) * 4


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-16-be"),
        TEXT.replace("\n", "\r\n").encode(),
        TEXT.replace("\n", "\r").encode(),
    ],
)
def test_every_encoding_gives_the_same_text(data: bytes) -> None:
    assert decode(data, name="a.txt") == TEXT


def test_windows_quotation_marks() -> None:
    english = TEXT + "The council met on Tuesday to hear what the engineers had found. " * 5
    assert decode(english.encode("cp1252"), name="a.txt") == english


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r"])
def test_other_scripts_are_guessed(encoding: str) -> None:
    assert decode(CYRILLIC.encode(encoding), name="a.txt") == CYRILLIC


def test_a_broken_byte_in_utf8_costs_one_character() -> None:
    data = (TEXT * 3).encode().replace(b"answer", b"answ\xffer", 1)
    assert decode(data, name="a.txt") == (TEXT * 3).replace("answer", "answ\ufffder", 1)


@pytest.mark.parametrize("data", [b"", b" \r\n\t \n", codecs.BOM_UTF8, "\u200b\n".encode()])
def test_empty_files_are_refused(data: bytes) -> None:
    with pytest.raises(UnreadableFile, match=r"^a\.txt is empty: "):
        decode(data, name="a.txt")


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
        bytes(range(256)) * 8,
        b"text\x00text",
        b"\x01\x02" * 9,
    ],
)
def test_binary_files_are_refused(data: bytes) -> None:
    with pytest.raises(UnreadableFile, match="is not a text file"):
        decode(data, name="a.bin")


def test_a_damaged_utf16_file_says_where() -> None:
    with pytest.raises(UnreadableFile, match="UTF-16-LE, but it is not from byte 4 on"):
        decode(codecs.BOM_UTF16_LE + "ab".encode("utf-16-le") + b"\x00\xd8", name="a.txt")
