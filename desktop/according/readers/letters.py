"""The parts and headers of a message in MIME: an email, or a web page saved in the form of one."""

from __future__ import annotations

import binascii
from collections.abc import Iterator
from contextlib import suppress
from email import message_from_bytes
from email.errors import HeaderParseError, MessageError
from email.header import decode_header, make_header
from email.message import Message
from typing import NamedTuple

from according.readers.archives import damaged

_MOST = 2_000
"""Parts of a message that are looked at."""


class Part(NamedTuple):
    """One text of a message, decoded from its transfer encoding."""

    kind: str
    data: bytes
    encoding: str | None
    identity: str
    location: str | None


class Letter(NamedTuple):
    """A message with its texts in their order, attachments left out."""

    headers: dict[str, str]
    parts: tuple[Part, ...]
    start: str
    """The identity of the part that is to be shown first, or an empty text."""


def letter_of(data: bytes, *, name: str) -> Letter:
    """The message in `data`; raises UnreadableFile where it cannot be taken apart."""
    try:
        message = message_from_bytes(_without_mailbox(data))
        parts = tuple(_parts(message))
        start = message.get_param("start")
    except (RecursionError, MessageError, ValueError, LookupError, AttributeError) as error:
        raise damaged(name) from error  # nested without end, or with headers nobody can read
    headers = {key.lower(): _decoded(value) for key, value in reversed(message.items())}
    return Letter(headers, parts, _bare(start if isinstance(start, str) else ""))


def _without_mailbox(data: bytes) -> bytes:
    """`data` without the line that a mailbox puts before each message, and blank lines."""
    data = data.removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n \t")
    return data.partition(b"\n")[2] if data.startswith(b"From ") else data


def _parts(message: Message) -> Iterator[Part]:
    for number, part in enumerate(message.walk()):
        if number >= _MOST:
            return
        kind = part.get_content_type()
        if part.is_multipart() or kind not in {"text/html", "text/plain", "application/xhtml+xml"}:
            continue
        if part.get_content_disposition() == "attachment":
            continue
        location = part.get("Content-Location")
        yield Part(
            kind,
            _payload(part),
            part.get_content_charset(),
            _bare(str(part.get("Content-ID") or "")),
            _decoded(location) if location else None,
        )


def _payload(part: Message) -> bytes:
    try:
        data = part.get_payload(decode=True)
    except (ValueError, binascii.Error):
        data = None
    return data if isinstance(data, bytes) else b""


def _decoded(value: object) -> str:
    """A header as it is read: encoded words resolved, lines joined."""
    text = str(value)
    with suppress(HeaderParseError, LookupError, ValueError, binascii.Error):
        text = str(make_header(decode_header(text)))
    return " ".join(text.encode("utf-8", "replace").decode("utf-8").split())


def _bare(identity: str) -> str:
    return identity.strip().strip("<>")
