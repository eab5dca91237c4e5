"""Reads a large file in a process of its own, which shares no lock with the window.

A page of some megabytes is searched as a whole many times, and each time no other thread of the
process goes on. Besides, a process can be ended in the middle.
"""

from __future__ import annotations

import pickle
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from according.domain.article import Article
from according.domain.reading import Opened
from according.errors import UnreadableFile
from according.readers.read import bytes_of, read

ARGUMENT = "--read-aside"
"""What makes the program such a process; the name of the file follows."""

LARGE = 300_000
"""Bytes from which on it is worth a process, which takes a quarter of a second to start."""

_ASKED = 0.05
"""Seconds between two looks at whether the reading was called off."""


class CalledOff(Exception):
    """The reading was ended before it was done."""


def load_aside(path: Path, *, cancelled: Callable[[], bool]) -> Opened:
    """The file at `path`, as `read.load` gives it; raises CalledOff soon after `cancelled`."""
    name = path.name or str(path)
    data = bytes_of(path, name)
    article = (
        read(data, name=name) if len(data) < LARGE else read_aside(data, name=name, off=cancelled)
    )
    return Opened(name=name, path=str(path.absolute()), original=data, article=article)


def read_aside(data: bytes, *, name: str, off: Callable[[], bool]) -> Article:
    """The article in `data`, read by a process that is ended as soon as the reading is `off`."""
    with tempfile.TemporaryFile() as file:
        file.write(data)
        file.seek(0)
        with subprocess.Popen(  # noqa: S603 - our own program, and the name is only told
            [*_program(), ARGUMENT, name],
            stdin=file,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),  # which only Windows has
        ) as process:
            answer = _answer(process, off)
    if process.returncode:
        raise UnreadableFile(
            f"{name} cannot be read: the reading broke off. Copy the text of the article and paste "
            "it into the window."
        )
    result: Article | UnreadableFile = pickle.loads(answer)  # noqa: S301 - from our own process
    if isinstance(result, UnreadableFile):
        raise result
    return result


def _answer(process: subprocess.Popen[bytes], off: Callable[[], bool]) -> bytes:
    while True:
        try:
            return process.communicate(timeout=_ASKED)[0]
        except subprocess.TimeoutExpired:
            if off():
                process.kill()
                raise CalledOff from None


def serve(name: str) -> None:
    """Read what comes in and give out the article, or the error; the work of the other process."""
    result: Article | UnreadableFile
    try:
        result = read(sys.stdin.buffer.read(), name=name)
    except UnreadableFile as error:
        result = error
    pickle.dump(result, sys.stdout.buffer, protocol=pickle.HIGHEST_PROTOCOL)


def _program() -> list[str]:
    """How this program is started: a frozen one is its own interpreter."""
    return (
        [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "according"]
    )
