"""A zip file in memory, opened with limits: what it unpacks to is known before it is unpacked."""

from __future__ import annotations

import io
import lzma
import struct
import zipfile
import zlib

from according.errors import UnreadableFile

LARGEST = 512 * 1024 * 1024
"""Bytes that all members together may unpack to: pictures of a long report are less."""

LARGEST_PART = 16 * 1024 * 1024
"""Bytes of one member that is read as markup; a thick novel is a third of it."""

MOST_MEMBERS = 20_000

_RATIO, _RATIO_FROM = 150, 8 * 1024 * 1024
"""Markup packs ten to forty to one. Beyond this ratio, from this size on, nobody wrote it."""

_ENCRYPTED = 0x1

_FAULTS = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    OSError,
    NotImplementedError,
    RuntimeError,
    ValueError,
)
"""All that zipfile raises on bytes that are no whole zip file, or packed in a way it lacks."""


class Archive:
    """The members of a zip file; `name` is what the file is called in what is said about it."""

    def __init__(self, data: bytes, *, name: str) -> None:
        self._name = name
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            members = self._zip.infolist()
        except _FAULTS as error:
            raise self._damaged() from error
        self._sizes = {member.filename: member.file_size for member in members}
        total = sum(member.file_size for member in members)
        packed = max(1, len(data))
        bomb = total > _RATIO_FROM and total / packed > _RATIO
        if bomb or total > LARGEST or len(members) > MOST_MEMBERS:
            raise UnreadableFile(
                f"{name} is packed to unpack into far more than an article ({_amount(total)}): ask "
                "whoever made it for another copy."
            )
        if any(member.flag_bits & _ENCRYPTED for member in members):
            raise protected(name)

    @property
    def members(self) -> frozenset[str]:
        return frozenset(self._sizes)

    def read(self, member: str) -> bytes:
        """One member, unpacked; raises UnreadableFile where it is missing, broken or too large."""
        if self._sizes.get(member, 0) > LARGEST_PART:
            raise UnreadableFile(
                f"{self._name} holds more text than any article: choose a file that holds one "
                "article."
            )
        try:
            return self._zip.read(member)
        except (*_FAULTS, KeyError) as error:
            raise self._damaged() from error

    def markup(self, member: str) -> bytes:
        """One member that is XML; one that declares entities of its own is refused.

        No program that writes such files declares any, and they may unfold without end.
        """
        data = self.read(member)
        if b"<!DOCTYPE" in data or b"<!ENTITY" in data or b"<\x00!\x00E\x00N" in data:
            raise UnreadableFile(
                f"{self._name} declares entities of its own, which may unfold without end: save it "
                "again in the program that wrote it."
            )
        return data

    def _damaged(self) -> UnreadableFile:
        return damaged(self._name)


def damaged(name: str) -> UnreadableFile:
    """The sentence for a file that is cut off or broken."""
    return UnreadableFile(
        f"{name} is damaged or not complete: copy or download it again, and open that copy."
    )


def protected(name: str, kind: str = "file") -> UnreadableFile:
    """The sentence for a file that only a password opens."""
    return UnreadableFile(
        f"{name} is protected by a password: open it in its own program, save it there without the "
        f"password, and open that {kind} here."
    )


def _amount(size: int) -> str:
    return f"{size // 1024**3} GB" if size >= 2 * 1024**3 else f"{size // 1024**2} MB"
