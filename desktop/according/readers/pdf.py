"""PDF to a page: columns in order, paragraphs whole, running heads and page numbers folded."""

from __future__ import annotations

import re
import statistics
from collections.abc import Iterable, Iterator, Mapping, Sequence
from threading import Lock
from typing import Any, NamedTuple

from according.domain.article import BlockKind
from according.errors import UnreadableFile
from according.readers import byline, pasted
from according.readers.archives import damaged, protected
from according.readers.formats import LONGEST
from according.readers.lines import ends_sentence, is_bullet
from according.readers.marking import Line
from according.readers.page import Page
from according.readers.printed.furniture import RUNNING, furniture
from according.readers.printed.lines import PrintedLine, lines_of
from according.readers.printed.order import in_reading_order
from according.readers.printed.paragraphs import Paragraph, paragraphs

MOST_PAGES = 1_000

_ONE_AT_A_TIME = Lock()
"""PDFium keeps state of its own and may be used by one thread at a time."""

_PASSWORD = 4
"""PDFium's FPDF_ERR_PASSWORD."""

_LARGER = 1.15
"""Times the height of the body's letters from which on a short paragraph is a heading."""

_PLAIN = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST})
"""Kinds that a heading in larger letters may have been taken for: a number begins some."""

_LONG = 20
"""Characters of a line that does not stand twice by chance."""

_HEADLINE = 1.25
_HEADLINE_WORDS = 40
_HEADING_WORDS = 16
_WORDED = 3
"""Words from which a line that is set large is a headline, and no name of a paper or a section."""

_PARTS_NAME = ("", "|", "-", "–", "—", "·", ":", "»")
"""What follows the headline in the title of a page, before the name of the site."""


_NO_TITLE = re.compile(
    r"(?i)^(?:untitled|microsoft (?:word|powerpoint) - .*|.*\.(?:docx?|indd|pdf|tex|rtf|html?|qxp)|"
    r"(?:new )?document\d*|print(?:ing)?|slide \d+)?$"
)
_ADDRESS = re.compile(r"https?://[^\s…]+")


class _Pages(NamedTuple):
    """What was read out of a file, before PDFium closes it."""

    lines: tuple[tuple[PrintedLine, ...], ...]
    title: str
    author: str


def read_pdf(data: bytes, name: str) -> Page:
    """The page in a PDF file; raises UnreadableFile where it is locked, broken or a scan."""
    pages = _pages(data, name)
    beside = furniture(pages.lines)
    body = _once(
        line
        for lines in pages.lines
        for line in in_reading_order([one for one in lines if one not in beside])
    )
    if not any(character.isalpha() for line in body for character in line.text):
        raise UnreadableFile(
            f"{name} holds pictures of pages and no text, as a scan does: let a program for text "
            "recognition read it, and open what that makes."
        )
    printed = paragraphs(body)
    page = pasted.take_apart("\n\n".join(one.text for one in printed))
    if len(page.lines) == len(printed):
        page = _styled(page, printed, pages.title)
    return page._replace(
        lines=tuple(_with_furniture(page.lines, printed, body, beside)),
        title=page.title or _title(pages.title),
        names=page.names or byline.names_in(pages.author),
        address=_address(beside),
    )


def _once(lines: Iterable[PrintedLine]) -> list[PrintedLine]:
    """Lines without those set twice: to look bold, or cut off at a page's end and set anew."""
    kept: list[PrintedLine] = []
    for line in lines:
        before = kept[-1] if kept else None
        if before is not None and before.text.strip() == line.text.strip():
            shadow = (
                before.page == line.page and abs(before.middle - line.middle) < 0.3 * line.height
            )
            if (shadow and before.overlaps(line)) or (
                before.page != line.page and len(line.text) >= _LONG
            ):
                continue
        kept.append(line)
    return kept


def _pages(data: bytes, name: str) -> _Pages:
    # Imported here: it loads PDFium, which only a PDF needs.
    from pypdfium2 import PdfDocument, PdfiumError  # noqa: PLC0415

    with _ONE_AT_A_TIME:
        try:
            document = PdfDocument(data)
        except PdfiumError as error:
            if getattr(error, "err_code", None) == _PASSWORD:
                raise protected(name, "PDF") from error
            raise damaged(name) from error
        try:
            if len(document) > MOST_PAGES:
                raise UnreadableFile(
                    f"{name} has {len(document)} pages, more than any article: print the pages of "
                    "the article to a PDF of their own."
                )
            lines = tuple(_lines(document, name))
            title, author = map(document.get_metadata_value, ("Title", "Author"))
        except PdfiumError as error:
            raise damaged(name) from error
        finally:
            document.close()
    return _Pages(lines, " ".join(title.split()), " ".join(author.split()))


def _lines(document: Any, name: str) -> Iterator[tuple[PrintedLine, ...]]:
    letters = 0
    for number in range(len(document)):
        page = document[number]
        try:
            lines = lines_of(page, number)
        finally:
            page.close()
        letters += sum(len(line.text) for line in lines)
        if letters > LONGEST:
            raise UnreadableFile(
                f"{name} holds more text than any article: print the pages of the article to a PDF "
                "of their own."
            )
        yield lines


def _styled(page: Page, printed: Sequence[Paragraph], named: str) -> Page:
    """`page` with the kinds that the size of its letters tells."""
    body = _body_height(printed)
    lines = [
        line._replace(kind=BlockKind.HEADING)
        if line.kind in _PLAIN and _is_heading(one, body)
        else line
        for line, one in zip(page.lines, printed, strict=True)
    ]
    best = _headline(printed, body, named)
    old = next((at for at, line in enumerate(lines) if line.kind is BlockKind.HEADLINE), None)
    if best is None or best == old:
        return page._replace(lines=tuple(lines))
    if (
        old is not None
        and printed[old].height >= printed[best].height * 0.98
        and not _is_named(printed[best].text, named)
    ):
        return page._replace(lines=tuple(lines))
    if old is not None:
        lines[old] = lines[old]._replace(kind=BlockKind.HEADING)
    lines[best] = Line(BlockKind.HEADLINE, lines[best].text)
    return page._replace(lines=tuple(lines), title=lines[best].text)


def _body_height(printed: Sequence[Paragraph]) -> float:
    """The height in which most letters are set."""
    return statistics.median_low(
        one.height for one in printed for _ in range(1 + len(one.text) // 20)
    )


def _is_heading(one: Paragraph, body: float) -> bool:
    short = one.text.count(" ") < _HEADING_WORDS and not ends_sentence(one.text.rstrip("?!"))
    larger = one.height > body * _LARGER
    return short and (larger or (one.bold and not is_bullet(one.text)))


def _headline(printed: Sequence[Paragraph], body: float, named: str) -> int | None:
    """The paragraph of the first page that is set largest, or that the file says is its title."""
    first = [
        at
        for at, one in enumerate(printed)
        if one.page == printed[0].page and one.text.count(" ") < _HEADLINE_WORDS
    ]
    for at in first:
        if _is_named(printed[at].text, named):
            return at
    large = [at for at in first if printed[at].height >= body * _HEADLINE]
    # The name of a paper or of a section is larger still, but has a word or two.
    worded = [at for at in large if _is_worded(printed[at].text)]
    return max(worded or large, key=lambda at: (printed[at].height, -at), default=None)


def _is_worded(text: str) -> bool:
    return text.count(" ") >= _WORDED - 1


def _is_named(text: str, named: str) -> bool:
    """Whether the title in the file is a paragraph's text, the name of the site apart."""
    if not named.casefold().startswith(text.casefold()):
        return False
    rest = named[len(text) :].strip()
    return _is_worded(text) or (any(map(str.isalpha, text)) and rest[:1] in _PARTS_NAME)


def _with_furniture(
    lines: Sequence[Line],
    printed: Sequence[Paragraph],
    body: Sequence[PrintedLine],
    beside: Mapping[PrintedLine, str],
) -> Iterator[Line]:
    """The lines of the text with those of its pages put where each page begins or ends."""
    tops: dict[int, float] = {}
    for one in body:
        tops[one.page] = max(one.middle, tops.get(one.page, one.middle))
    waiting = sorted(beside, key=lambda line: (line.page, -line.middle))
    begins = [one.page for one in printed] if len(printed) == len(lines) else [0] * len(lines)
    at = 0
    for line, page in zip(lines, begins, strict=True):
        while at < len(waiting) and _stands_before(waiting[at], page, tops):
            yield _folded(waiting[at], beside)
            at += 1
        yield line
    for rest in waiting[at:]:
        yield _folded(rest, beside)


def _stands_before(line: PrintedLine, page: int, tops: Mapping[int, float]) -> bool:
    """Whether a line belongs before a paragraph that begins on a page."""
    return line.page < page or (line.page == page and line.middle > tops.get(page, line.middle))


def _folded(line: PrintedLine, beside: Mapping[PrintedLine, str]) -> Line:
    return Line(BlockKind.BOILERPLATE, line.text, beside[line])


def _title(named: str) -> str | None:
    return None if _NO_TITLE.match(named) else named


def _address(beside: Mapping[PrintedLine, str]) -> str | None:
    """Where a browser that printed the page had it from: it stands in the running foot."""
    found = (_ADDRESS.match(line.text) for line, why in beside.items() if why == RUNNING)
    return next((match[0] for match in found if match), None)
