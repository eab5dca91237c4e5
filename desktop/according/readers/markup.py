"""Markup to a page: the article of a web page, or a document that is all article."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime

from lxml.html import HtmlElement

from according.domain.article import BlockKind
from according.errors import UnreadableFile
from according.readers import byline
from according.readers.boilerplate import APPEAL
from according.readers.boxes import FORUM, NEWSLETTER
from according.readers.html.evidence import evidence_of
from according.readers.html.facts import Facts, facts_of
from according.readers.html.folding import folded
from according.readers.html.head import PageHead, head_of
from according.readers.html.judging import body_rows
from according.readers.html.rows import Row, rows_of
from according.readers.html.signs import Seen, seen
from according.readers.html.stamps import exactness
from according.readers.html.tree import markup_text, tree_of
from according.readers.lines import ends_sentence
from according.readers.marking import BIOGRAPHY, Line
from according.readers.page import Page
from according.readers.pasted import LEGAL
from according.readers.publisher import language, publisher

LONGEST = 5_000_000
"""Code points beyond which a text is no article: the longest novels are shorter."""

_SCRIPTED = re.compile(r"\b(?:java)?script\b|\bbrowser\b", re.IGNORECASE)
_SCRIPTED_WORDS = 60
"""Words up to which a page that speaks of scripts says no more than that it needs them."""

_SPOKEN = frozenset({APPEAL, NEWSLETTER, FORUM, BIOGRAPHY})
"""Reasons of the lines in which a paper speaks of itself."""

SUBHEADING_WORDS = 16
"""Words up to which a line may head paragraphs."""

_FEW_WORDS = 40
"""Words from which the language of a text is told by them rather than by what the page declares."""


def read_html(data: bytes, name: str, *, encoding: str | None = None) -> Page:
    """The article of a saved web page; raises UnreadableFile where the page has no text."""
    text = markup_text(data, encoding=encoding)
    return readable(page_of_markup(text), name=name, size=len(text))


def readable(page: Page, *, name: str, size: int) -> Page:
    """`page`, or UnreadableFile where there is no text in it or more than can be read.

    `size` is that of its markup in code points: a text longer than the parser takes is left out.
    """
    blank = is_blank(page)
    if (blank and size > LONGEST) or sum(len(line.text) for line in page.lines) > LONGEST:
        raise UnreadableFile(
            f"{name} holds more text than any article: choose a file that holds one article."
        )
    if blank:
        raise UnreadableFile(
            f"{name} holds no readable text: save the page again once its text shows in the "
            "browser, or copy the text and paste it."
        )
    return page


def is_blank(page: Page) -> bool:
    """Whether a page has no text but, at the most, the words that it needs scripts."""
    words = sum(len(line.text.split()) for line in page.lines)
    if words > _SCRIPTED_WORDS:
        return False
    return all(_SCRIPTED.search(line.text) or line.text == page.title for line in page.lines)


def page_of_markup(markup: str | bytes, *, address: str | None = None, whole: bool = False) -> Page:
    """The article of a page in HTML.

    `address` is where the page is from, if that is known beside its markup. With `whole` the
    document is all article: nothing of it is judged, only the kinds of its blocks are kept.
    """
    text = markup_text(markup)
    root = tree_of(text)
    if root is None:
        return Page((), None, (), None, None, None, address)
    rows = rows_of(root)
    facts = facts_of(root, text)
    return _whole(rows, facts, address) if whole else _judged(root, rows, facts, address)


def _judged(root: HtmlElement, rows: Sequence[Row], facts: Facts, address: str | None) -> Page:
    page = seen(rows, evidence_of(root, rows), facts.title)
    kept = list(body_rows(page))
    if not any(kept):
        kept = [one.linked < 0.5 and not why for one, why in zip(rows, page.reasons, strict=True)]
    head = head_of(rows, kept, facts)
    names = facts.names or tuple(head.names) or _signed(rows)
    lines = tuple(_lines(page, kept, head, names))
    if head.title is None and facts.title and lines:
        lines = (Line(BlockKind.HEADLINE, facts.title), *lines)
    if head.title is not None and rows[head.title].tag not in {"h1", "h2"}:
        facts = facts._replace(title=rows[head.title].text)
    legal = [row.text for row, why in zip(rows, page.reasons, strict=True) if why == LEGAL]
    spoken = [line.text for line in lines if line.reason in _SPOKEN]
    facts = facts._replace(publisher=facts.publisher or publisher(spoken, legal, ()))
    return _page(lines, facts, head, names, address)


def _whole(rows: Sequence[Row], facts: Facts, address: str | None) -> Page:
    """A document of which nothing is left out; its first heading is its headline."""
    first = next((row.text for row in rows[:3] if row.tag in {"h1", "h2"}), None)
    facts = facts._replace(title=first or facts.title)
    title = next((at for at, row in enumerate(rows) if row.text == facts.title), None)
    kept = [title is not None and at > title for at in range(len(rows))]
    head = head_of(rows, kept, facts) if title is not None else PageHead()
    head.standfirst.clear()
    lines = tuple(
        Line(_head_kind(head, at) or kind_of(row), row.text) for at, row in enumerate(rows)
    )
    return _page(lines, facts, head, facts.names or tuple(head.names), address)


def _lines(page: Seen, kept: Sequence[bool], head: PageHead, names: Sequence[str]) -> list[Line]:
    """The blocks in the order of the page; what is left out and too short for a sentence goes."""
    lines: list[Line] = []
    shown = {row.text for row, is_body in zip(page.rows, kept, strict=True) if is_body}
    last = max((at for at, one in enumerate(kept) if one), default=0)
    for at, row in enumerate(page.rows):
        kind = _head_kind(head, at)
        if kind is None and kept[at]:
            kind = BlockKind.CAPTION if at in page.captions else kind_of(row)
            if kind is BlockKind.PARAGRAPH and byline.is_about(row.text, names):
                lines.append(Line(BlockKind.BOILERPLATE, row.text, BIOGRAPHY))
                continue
        inside = (head.title or 0) < at < last
        if kind is None and inside and row.text not in shown and _is_caption(page, at):
            kind = BlockKind.CAPTION
        if kind is not None:
            lines.append(Line(kind, row.text))
        elif row.text not in shown and (reason := folded(page, at, names)) is not None:
            lines.append(Line(BlockKind.BOILERPLATE, row.text, reason))
        shown.add(row.text)
    return lines


def _is_caption(page: Seen, at: int) -> bool:
    """Whether a row that is left out is the caption of a picture of the article."""
    row = page.rows[at]
    framed = bool(row.around & {"figcaption", "caption"}) or at in page.captions
    around = row.around & {"nav", "aside", "footer"}
    return framed and not around and row.linked < 0.5 and row.text.count(" ") >= 3


def _head_kind(head: PageHead, at: int) -> BlockKind | None:
    if at == head.title:
        return BlockKind.HEADLINE
    if at in head.standfirst:
        return BlockKind.STANDFIRST
    if at in head.bylines:
        return BlockKind.BYLINE
    return BlockKind.DATELINE if at in head.datelines else None


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
    if row.bold and row.tag in {"p", "div"} and _is_subheading(row.text):
        return BlockKind.HEADING
    return BlockKind.PARAGRAPH


def _is_subheading(text: str) -> bool:
    """Whether a paragraph that is bold throughout heads those below it, and is none itself."""
    few = text.count(" ") < SUBHEADING_WORDS
    return few and not ends_sentence(text.rstrip("?!")) and any(map(str.isalpha, text))


def _page(
    lines: tuple[Line, ...],
    facts: Facts,
    head: PageHead,
    names: tuple[str, ...],
    address: str | None,
) -> Page:
    story = [line.text for line in lines if line.kind is BlockKind.PARAGRAPH]
    return Page(
        lines=lines,
        title=facts.title,
        names=names,
        published=_published(facts.published, head.published),
        publisher=facts.publisher or publisher((), (), story),
        language=_language(story, facts.language),
        address=facts.address or address,
    )


def _published(told: date | None, printed: date | None) -> date | None:
    """What the markup tells, unless the page prints the same day more exactly."""
    if told is None or printed is None:
        return told or printed
    days = [one.date() if isinstance(one, datetime) else one for one in (told, printed)]
    return printed if days[0] == days[1] and exactness(printed) > exactness(told) else told


def _language(story: Sequence[str], declared: str | None) -> str | None:
    by_words = language(story)
    few = sum(text.count(" ") + 1 for text in story) < _FEW_WORDS
    return by_words or (declared if declared != "en" or few else None)


def _signed(rows: Sequence[Row]) -> tuple[str, ...]:
    return next((names for row in rows if (names := byline.reporters(row.text))), ())
