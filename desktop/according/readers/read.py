"""Bytes, or a paste, to an Article: the one way in."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from pathlib import Path

from according.domain.article import READ_KINDS, Article, Block, BlockKind
from according.domain.reading import Opened
from according.domain.spans import Span
from according.errors import UnreadableFile
from according.readers import byline, pasted, verbatim
from according.readers.decoding import decode
from according.readers.head import is_dateline
from according.readers.marking import Line
from according.readers.publisher import language, publisher

LARGEST = 64 * 1024 * 1024
"""Bytes beyond which a file is no article, and reading it would only exhaust the memory."""

_SURROGATES = re.compile("[\ud800-\udfff]")


def read(data: bytes, *, name: str, as_is: bool = False) -> Article:
    """The article in `data`; `name` is the file's, for what is said about it.

    A pasted page is cleaned: its furniture is folded with a reason. With `as_is` the text stays as
    it is after decoding and turning line ends into line feeds.
    """
    return _article(decode(data, name=name), hashlib.sha256(data).hexdigest(), as_is=as_is)


def read_text(text: str, *, name: str) -> Article:
    """The article in a pasted text; half a surrogate pair, which no file can hold, is replaced."""
    return read(_whole(text).encode(), name=name)


def load(path: Path, *, as_is: bool = False, called: str | None = None) -> Opened:
    """The file at `path`, read; raises UnreadableFile with a sentence where it cannot be.

    `called` is what the sentence calls the file, if not by its name.
    """
    name = path.name or str(path)
    told = called or name
    data = _bytes(path, told)
    return Opened(
        name=name,
        path=str(path.absolute()),
        original=data,
        article=read(data, name=told, as_is=as_is),
    )


def paste(text: str, *, name: str) -> Opened:
    """A pasted text, read, with the bytes that stand for it in the library."""
    data = _whole(text).encode()
    return Opened(name=name, path=None, original=data, article=read(data, name=name))


def _whole(text: str) -> str:
    return _SURROGATES.sub("\ufffd", text)


def _bytes(path: Path, name: str) -> bytes:
    try:
        if path.is_dir():
            raise UnreadableFile(f"{name} is a folder: choose a file in it.")
        size = path.stat().st_size
        if size > LARGEST:
            raise UnreadableFile(
                f"{name} is {size // (1024 * 1024)} MB, more than any article: choose a text file "
                "that holds one article."
            )
        return path.read_bytes()
    except FileNotFoundError as error:
        raise UnreadableFile(
            f"{name} is not there: it may have been moved or renamed. Choose it again where it is "
            "now."
        ) from error
    except PermissionError as error:
        raise UnreadableFile(
            f"{name} may not be read: ask its owner, or change its permissions."
        ) from error
    except OSError as error:
        why = error.strerror or str(error)
        raise UnreadableFile(f"{name} cannot be read ({why}): check the disk it is on.") from error


def _article(text: str, sha256: str, *, as_is: bool) -> Article:
    return _verbatim(text, sha256) if as_is else _cleaned(text, sha256)


def _cleaned(text: str, sha256: str) -> Article:
    page = pasted.take_apart(text)
    return Article(
        text="\n".join(line.text for line in page.lines),
        blocks=_joined(page.lines),
        title=page.title,
        byline=page.names,
        published=page.published,
        publisher=page.publisher,
        language=page.language,
        sha256=sha256,
        address=page.address,
    )


def _joined(lines: Sequence[Line]) -> tuple[Block, ...]:
    blocks, start = [], 0
    for line in lines:
        blocks.append(Block(line.kind, Span(start, start + len(line.text)), line.reason))
        start += len(line.text) + 1
    return tuple(blocks)


def _verbatim(text: str, sha256: str) -> Article:
    blocks = verbatim.blocks_of(text)

    def first(kind: BlockKind) -> str | None:
        return next((block.span.of(text) for block in blocks if block.kind is kind), None)

    story = [block.span.of(text) for block in blocks if block.kind in READ_KINDS]
    dateline = is_dateline(first(BlockKind.DATELINE) or "")
    return Article(
        text=text,
        blocks=blocks,
        title=first(BlockKind.HEADLINE),
        byline=byline.names_in(first(BlockKind.BYLINE) or ""),
        published=dateline.value if dateline else None,
        publisher=publisher((), (), story),
        language=language(story),
        sha256=sha256,
    )
