"""Bytes of a file to text: finds the encoding, turns every line end into a line feed."""

from __future__ import annotations

import codecs
import re

from according.errors import UnreadableFile

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_CONTROLS_ALLOWED = 0.002
"""Share of control characters above which a file is no text; a stray one is a slip."""

_SAMPLE = 64 * 1024
"""Bytes shown to charset-normalizer: enough to tell, and a large file stays fast."""

_WESTERN_SHARE = 0.05
"""An English text has fewer bytes than this outside ASCII: quotation marks, dashes, some names."""

_INVISIBLE = {0xFEFF: None, 0x200B: None}
"""A stray byte-order mark and the space without width."""

_ENCODED_LINE_END = re.compile("\r\n?")


def decode(data: bytes, *, name: str) -> str:
    """The text of a file; raises UnreadableFile where there is none in it."""
    text = _ENCODED_LINE_END.sub("\n", _decoded(data, name))
    if not text.translate(_INVISIBLE).strip():
        raise UnreadableFile(
            f"{name} is empty: save the text of the article again, and open that file."
        )
    controls = len(_CONTROLS.findall(text))
    if "\x00" in text or controls > max(2, len(text) * _CONTROLS_ALLOWED):
        raise _no_text(name)
    return text


def _decoded(data: bytes, name: str) -> str:
    if (marked := told_encoding(data)) is not None:
        encoding, begin = marked
        return _strict(data[begin:], encoding, name)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _guessed(data, name)


def told_encoding(data: bytes) -> tuple[str, int] | None:
    """The encoding that a mark or the zeros of wide characters tell, and where the text begins."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return encoding, len(mark)
    wide = _wide_encoding(data)
    return (wide, 0) if wide is not None else None


def _strict(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableFile(
            f"{name} is damaged: it says that it is {encoding.upper()}, but it is not from byte "
            f"{error.start} on; save it again as UTF-8."
        ) from error


def _wide_encoding(data: bytes) -> str | None:
    """UTF-16 without a mark: every other byte of a Latin text is then zero."""
    sample = data[:4096]
    if b"\x00" not in sample or len(sample) < 4:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    half = len(sample) / 2
    if odd > 0.5 * half and even < 0.1 * half:
        return "utf-16-le"
    if even > 0.5 * half and odd < 0.1 * half:
        return "utf-16-be"
    return None


def _guessed(data: bytes, name: str) -> str:
    if b"\x00" in data:
        raise _no_text(name)
    repaired = data.decode("utf-8", errors="replace")
    damaged = repaired.count("\ufffd")
    if damaged * 4 <= sum(character > "\x7f" for character in repaired) - damaged:
        return repaired  # UTF-8 with a few broken bytes, and not another encoding
    high = sum(byte > 0x7F for byte in data)
    if high <= max(1, len(data) * _WESTERN_SHARE):
        try:
            return data.decode("cp1252")
        except UnicodeDecodeError:
            pass  # has one of the five bytes Windows leaves empty
    # Imported here: needed for few files, and it would slow every start.
    from charset_normalizer import from_bytes  # noqa: PLC0415

    best = from_bytes(data[:_SAMPLE]).best()
    if best is None:
        raise _no_text(name)
    return data.decode(best.encoding, errors="replace")


def _no_text(name: str) -> UnreadableFile:
    return UnreadableFile(
        f"{name} is not a text file: choose a file that holds an article as text."
    )
