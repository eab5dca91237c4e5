"""Bytes, or a paste, to an Article: the one way in."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from according.domain.article import READ_KINDS, Article, Block, BlockKind
from according.domain.reading import Opened
from according.domain.spans import Span
from according.errors import UnreadableFile
from according.readers import byline, formats, verbatim
from according.readers.decoding import decode
from according.readers.head import is_dateline
from according.readers.language import language_of
from according.readers.marking import Line
from according.readers.page import Page
from according.readers.publisher import publisher

LARGEST = 64 * 1024 * 1024
"""Bytes beyond which a file is no article, and reading it would only exhaust the memory."""

LONGEST_BLOCK = 20_000
"""Code points of one block: a longer one holds the window up, and is parted at a sentence."""

_LOST, _LEFT_OUT = 0.1, 0.3
"""Shares of the words of a plain text that its markup may lack, and of those of its story."""

_PAGE = re.compile(r"<html\b", re.IGNORECASE)
_SURROGATES = re.compile("[\ud800-\udfff]")
_UNSEEN = re.compile("[\x00-\x08\x0e-\x1f\x7f\u200b\ufeff]+")
_SENTENCE_ENDS = re.compile(r"[.!?…][\"'”’»)\]]*\s")


def read(data: bytes, *, name: str, as_is: bool = False) -> Article:
    """The article in `data`; `name` is the file's, for what is said about it.

    The furniture of a page is folded with a reason. With `as_is` a text stays as it is after
    decoding and turning line ends into line feeds.
    """
    sha256 = hashlib.sha256(data).hexdigest()
    if as_is:
        return _verbatim(_plain(data, name), sha256)
    return _article(formats.page_of(data, name=name), sha256, name=name)


def read_text(text: str, *, name: str) -> Article:
    """The article in a pasted text; half a surrogate pair, which no file can hold, is replaced."""
    return read(_whole(text).encode(), name=name)


def load(path: Path, *, as_is: bool = False, called: str | None = None) -> Opened:
    """The file at `path`, read; raises UnreadableFile with a sentence where it cannot be.

    `called` is what the sentence calls the file, if not by its name.
    """
    name = path.name or str(path)
    told = called or name
    data = bytes_of(path, told)
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


def paste_page(markup: str, text: str, *, name: str) -> Opened:
    """A piece of a page from the clipboard, which brings its markup and the same as plain text.

    The markup tells headings, lists and furniture, but not every program brings all of the text
    in it: then the plain text is read.
    """
    try:
        plain = paste(text, name=name)
    except UnreadableFile:
        plain = None
    whole = markup if _PAGE.search(markup) else f"<!DOCTYPE html><html><body>{markup}</body></html>"
    # With its mark in front it is UTF-8, whatever the page said of the bytes it once was in.
    data = _whole(whole).encode("utf-8-sig")
    try:
        page = Opened(name=name, path=None, original=data, article=read(data, name=name))
    except UnreadableFile:
        page = None
    if page is not None and (plain is None or _holds(page.article, plain.article)):
        return page
    return plain or paste(text, name=name)


def _holds(article: Article, plain: Article) -> bool:
    """Whether an article has nearly all words of another, and most of its story."""
    lost = _words(plain, story=False) - _words(article, story=False)
    left_out = _words(plain, story=True) - _words(article, story=True)
    return (
        lost.total() <= _words(plain, story=False).total() * _LOST
        and left_out.total() <= _words(plain, story=True).total() * _LEFT_OUT
    )


def _words(article: Article, *, story: bool) -> Counter[str]:
    blocks = article.story() if story else iter(article.blocks)
    return Counter(word for block in blocks for word in article.of(block).split())


def _whole(text: str) -> str:
    return _SURROGATES.sub("\ufffd", text)


def bytes_of(path: Path, name: str) -> bytes:
    """What is in the file at `path`, which a complaint calls `name`."""
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


def _plain(data: bytes, name: str) -> str:
    told = formats.format_of(data, name=name)
    if not formats.is_plain(told):
        raise UnreadableFile(
            f"{name} is {told}, and only a text can be taken as it is: open it without --as-is."
        )
    return formats.short_enough(decode(data, name=name), name=name)


def _article(page: Page, sha256: str, *, name: str) -> Article:
    lines = [part for line in page.lines for part in _parts(line)]
    if not any(character.isalnum() for line in lines for character in line.text):
        raise UnreadableFile(
            f"{name} holds no text that could be read: copy the text of the article and paste it "
            "into the window."
        )
    text = formats.short_enough("\n".join(line.text for line in lines), name=name)
    story = [line.text for line in lines if line.kind in READ_KINDS]
    return Article(
        text=text,
        blocks=_joined(lines),
        title=_clean(page.title or "") or None,
        byline=tuple(one for one in map(_clean, page.names) if one),
        published=page.published,
        publisher=_clean(page.publisher or "") or None,
        language=language_of(story, said=page.language),
        sha256=sha256,
        address=_clean(page.address or "") or None,
    )


def _clean(text: str) -> str:
    """One line of text: single spaces, no control characters, whole characters only."""
    if _SURROGATES.search(text):
        # Two halves that stand side by side are one character; a half alone is none.
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return " ".join(_UNSEEN.sub(" ", text).split())


def _parts(line: Line) -> Iterator[Line]:
    """A line as blocks: none if it is empty, several if it is too long for the window."""
    text = _clean(line.text)
    while len(text) > LONGEST_BLOCK:
        ends = [match.end() for match in _SENTENCE_ENDS.finditer(text, 0, LONGEST_BLOCK)]
        space = text.rfind(" ", 0, LONGEST_BLOCK) + 1
        cut = ends[-1] if ends else space or LONGEST_BLOCK
        yield line._replace(text=text[:cut].rstrip())
        text = text[cut:].lstrip()
    if text:
        yield line._replace(text=text)


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
        language=language_of(story),
        sha256=sha256,
    )
