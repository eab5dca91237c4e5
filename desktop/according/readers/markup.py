"""Markup to a page: the article of a web page, or a document that is all article."""

from __future__ import annotations

from according.domain.article import BlockKind
from according.errors import UnreadableFile
from according.readers.html.evidence import taken
from according.readers.html.rows import Row, rows_of
from according.readers.html.tree import markup_text, tree_of
from according.readers.marking import OTHER, Line
from according.readers.pasted import Page
from according.readers.publisher import language


def read_html(data: bytes, name: str, *, encoding: str | None = None) -> Page:
    """The article of a saved web page; raises UnreadableFile where the page has no text."""
    page = page_of_markup(markup_text(data, encoding=encoding))
    if not page.lines:
        raise UnreadableFile(
            f"{name} holds no readable text: save the page again once it shows in the browser, or "
            "copy its text and paste it."
        )
    return page


def page_of_markup(
    markup: str | bytes, *, address: str | None = None, whole: bool = False
) -> Page:
    """The article of a page in HTML.

    `address` is where the page is from, if that is known beside its markup. With `whole` the
    document is all article: nothing of it is judged, only the kinds of its blocks are kept.
    """
    root = tree_of(markup_text(markup))
    rows = rows_of(root) if root is not None else ()
    shares = (1.0,) * len(rows) if whole or root is None else taken(root, rows)
    lines = tuple(_line(row, share) for row, share in zip(rows, shares, strict=True))
    title = next((line.text for line in lines if line.kind is BlockKind.HEADING), None)
    return Page(
        lines=lines,
        title=title,
        names=(),
        published=None,
        publisher=None,
        language=language([line.text for line in lines]),
        address=address,
    )


def _line(row: Row, share: float) -> Line:
    if share < 0.5:
        return Line(BlockKind.BOILERPLATE, row.text, OTHER)
    return Line(kind_of(row), row.text)


def kind_of(row: Row) -> BlockKind:
    """The kind of a block of the story, by its element."""
    if row.tag[0] == "h" and row.tag[1:].isdigit():
        return BlockKind.HEADING
    if row.around & {"figcaption", "caption"}:
        return BlockKind.CAPTION
    if "blockquote" in row.around:
        return BlockKind.QUOTATION
    if row.tag in {"li", "dt", "dd"}:
        return BlockKind.LIST
    return BlockKind.PARAGRAPH
