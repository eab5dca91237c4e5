"""The libraries Qt needs from a Linux system: which are missing, and the command that brings them.

Standard library only: the set-up runs it before anything is installed.
"""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

LIST = "system-libraries.txt"


@dataclass(frozen=True, slots=True)
class Library:
    """A Debian package, the shared library it brings (None: none to look for), and for what."""

    package: str
    soname: str | None
    purpose: str


def read_list(path: Path) -> tuple[Library, ...]:
    """The libraries listed in `path`, three words a line."""
    rows = (line.split("#")[0].split() for line in path.read_text(encoding="utf-8").splitlines())
    return tuple(
        Library(package, None if soname == "-" else soname, purpose)
        for package, soname, purpose in (row for row in rows if row)
    )


def missing(libraries: Sequence[Library]) -> tuple[Library, ...]:
    """Those whose shared library this system cannot load; none anywhere but on Linux."""
    if not sys.platform.startswith("linux"):
        return ()
    return tuple(library for library in libraries if library.soname and not _loads(library.soname))


def sentence(libraries: Sequence[Library]) -> str:
    """What to do about missing libraries, with the command to type."""
    packages = " ".join(library.package for library in libraries)
    names = ", ".join(library.soname or library.package for library in libraries)
    return (
        f"The window needs system libraries that are not installed: {names}. "
        f"On Debian or Ubuntu type: sudo apt-get install {packages}"
    )


def _loads(soname: str) -> bool:
    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True
