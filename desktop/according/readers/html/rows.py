"""The visible text of a page as rows, one a block element, with what its markup says of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from typing import NamedTuple

from lxml.etree import iterwalk
from lxml.html import HtmlElement

from according.readers.html.tags import BLOCKS

_UNREAD = frozenset(
    [
        "applet",
        "area",
        "audio",
        "button",
        "canvas",
        "datalist",
        "embed",
        "frame",
        "frameset",
        "head",
        "iframe",
        "input",
        "map",
        "math",
        "meta",
        "noembed",
        "noframes",
        "noscript",
        "object",
        "optgroup",
        "option",
        "picture",
        "script",
        "select",
        "style",
        "svg",
        "template",
        "textarea",
        "title",
        "track",
        "video",
    ]
)
_OWNED = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "li", "dt", "dd", "td", "th", "pre", "p"})
_BOLD = frozenset({"b", "strong"})
_MARKS = _BOLD | {"i", "em"}
_CELLS = frozenset({"td", "th"})
_KINDS = ("blockquote", "figcaption", "caption", "figure")
_PLACES = ("article", "main", "aside", "nav", "header", "footer", "form", "table", "address")

_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)

_HINTS = {
    "comments": re.compile(r"comment|disqus|respond|discussion|forum|replies"),
    "related": re.compile(
        r"related|recirc|recommend|read-?more|more-?stories|more-?from|most-?(?:read|popular|view)"
        r"|trending|popular|up-?next|next-?(?:post|article)|see-?also|also-?like|outbrain|taboola"
        r"|teaser|onward|sidebar|side-?bar|rail\b|widget|carousel|\blist-?(?:item|view)|further"
    ),
    "sharing": re.compile(r"share|sharing|social|follow|addthis|sharedaddy|toolbar"),
    "newsletter": re.compile(r"newsletter|sign-?up|subscri|e-?mail-|mailing|opt-?in|inline-?cta"),
    "advertisement": re.compile(
        r"\bads?\b|\bad[-_]|advert|sponsor|promo|banner|dfp|paywall|commercial"
    ),
    "navigation": re.compile(
        r"\bnav|menu|breadcrumb|masthead|pagination|pager|skip-|site-?(?:header|footer)|\bfooter"
        r"|\btags?\b|tag-?list|topics|categor|taxonomy|keywords"
    ),
    "legal": re.compile(r"cookie|consent|gdpr|copyright|disclaimer|legal|terms|privacy"),
    "author biography": re.compile(
        r"author|\bbio\b|\bbios?[-_]|biography|contributor|byline|writer|profile"
    ),
    "caption": re.compile(r"caption|credit|photo|image|media|gallery|figure|slide|picture|\bwp-c"),
    "dated": re.compile(r"\bdate|time-?stamp|timestamp|published|meta\b|meta[-_]|dateline"),
    "headed": re.compile(r"headline|title|standfirst|\bdek\b|sub-?head|summary|lede|intro|excerpt"),
    "body": re.compile(
        r"article-?_*(?:body|text|content|copy|main)|body-?(?:text|copy|content)|story-?_*(?:body|"
        r"content|text)|post-?_*(?:body|content|text)|entry-?(?:content|body)|articlebody|\bprose\b"
        r"|content-?body|rich-?text|page-?content|main-?content|field-name-body|paragraph"
    ),
    "hidden": re.compile(r"\bhidden\b|screen-?reader|visually-?hidden|sr-only|tooltip|modal|popup"),
}
HINTS = tuple(_HINTS)

_RUN_TOGETHER = re.compile(r"[a-z]{2}[A-Z]")
"""A border of elements without a space, which only a style sheet sets apart."""

_CELL = 60
"""Code points up to which a cell of a table holds a value; a longer one is text laid out in it."""

_PARAGRAPH = re.compile(r"\n\s*\n")
_INVISIBLE = re.compile("[\ufeff\u200b\u00ad]")
"""What only says where a word may be broken."""

_WORD_BOUNDARY = re.compile(r"([a-z0-9])([A-Z])")


class Row(NamedTuple):
    """The text of one block, white space collapsed.

    `tag` is the innermost element that gives the block its kind, `around` the names of the elements
    about it, `hints` what the classes of those elements speak of. `linked` is the share of its
    characters in links, `marked` of those in bold or italics. `box` numbers the element that the
    text is directly in and `path` those about it, the outermost first; `cells` numbers the row of a
    table that it is a cell of, if it is one. `mould` is how the element and the one about it are
    written: the parts of a body that lie in several boxes are written alike. `bold` is whether all
    of the text is.
    """

    text: str
    tag: str
    around: frozenset[str]
    hints: frozenset[str]
    linked: float
    marked: float
    box: int
    path: tuple[int, ...]
    cells: int = 0
    mould: str = ""
    bold: bool = False


@dataclass(slots=True)
class _Place:
    """What is known of the elements about the text that is being read."""

    number: int
    tag: str
    around: frozenset[str]
    hints: frozenset[str]
    path: tuple[int, ...]
    cells: int = 0
    mould: str = ""


@dataclass(slots=True)
class _Text:
    """The text of a block so far, in pieces, with what they stand in."""

    pieces: list[str] = field(default_factory=list)
    linked: int = 0
    marked: int = 0
    bold: int = 0
    size: int = 0
    breaks: int = 0

    def add(self, piece: str | None, *, linked: bool, marked: bool, bold: bool) -> None:
        if not piece:
            return
        if self.pieces and _RUN_TOGETHER.match(self.pieces[-1][-2:] + piece[:1]):
            self.pieces.append(" ")
        size = len(piece.strip())
        self.breaks = 0 if size else self.breaks
        self.pieces.append(piece)
        self.size += size
        self.linked += size * linked
        self.marked += size * marked
        self.bold += size * bold


def rows_of(root: HtmlElement) -> tuple[Row, ...]:
    """The rows of a page in its order, none empty."""
    return tuple(_with_cells_joined(_Walk().rows(root)))


def _with_cells_joined(rows: Iterable[Row]) -> Iterator[Row]:
    """`rows` with the short cells of one row of a table in one line, as they are read."""
    for number, group in groupby(rows, key=lambda row: row.cells):
        cells = list(group)
        if not number or len(cells) == 1 or any(len(one.text) > _CELL for one in cells):
            yield from cells
            continue
        size = sum(len(one.text) for one in cells)
        yield cells[0]._replace(
            text=" | ".join(one.text for one in cells),
            linked=sum(one.linked * len(one.text) for one in cells) / size,
            marked=sum(one.marked * len(one.text) for one in cells) / size,
        )


class _Walk:
    """One way through a tree, without recursion: pages may be nested deeply."""

    def __init__(self) -> None:
        self._places = [_Place(0, "body", frozenset(), frozenset(), ())]
        self._text = _Text()
        self._links = 0
        self._marks = 0
        self._bold = 0
        self._count = 0
        self._hints: dict[str, frozenset[str]] = {}

    def rows(self, root: HtmlElement) -> Iterator[Row]:
        walk = iterwalk(root, events=("start", "end"))
        for event, element in walk:
            tag = element.tag
            if event == "end":
                yield from self._left(tag)
                if element is not root:
                    self._add(element.tail)
            elif tag in _UNREAD:
                walk.skip_subtree()
            else:
                yield from self._reached(element, tag)
                self._add(element.text)
        yield from self._flush()

    def _reached(self, element: HtmlElement, tag: str) -> Iterator[Row]:
        if tag in BLOCKS:
            yield from self._flush()
            self._places.append(self._entered(element, tag))
        elif tag == "a":
            self._links += 1
        elif tag in _MARKS:
            self._marks += 1
            self._bold += tag in _BOLD
        elif tag == "q":
            self._add("“")
        elif tag == "br":
            self._text.add("\n", linked=False, marked=False, bold=False)
            self._text.breaks += 1
            if self._text.breaks > 1:
                yield from self._flush()

    def _left(self, tag: str) -> Iterator[Row]:
        if tag in BLOCKS:
            yield from self._flush()
            self._places.pop()
        elif tag == "a":
            self._links -= 1
        elif tag in _MARKS:
            self._marks -= 1
            self._bold -= tag in _BOLD
        elif tag == "q":
            self._add("”")

    def _add(self, piece: str | None) -> None:
        self._text.add(piece, linked=self._links > 0, marked=self._marks > 0, bold=self._bold > 0)

    def _entered(self, element: HtmlElement, tag: str) -> _Place:
        about = self._places[-1]
        self._count += 1
        around = about.around
        if tag in _KINDS or tag in _PLACES:
            around |= {tag}
        hints = about.hints
        told = f"{element.get('class', '')} {element.get('id', '')} {element.get('role', '')}"
        if len(told) > 2 and tag not in {"html", "body"}:
            hints |= self._hinted(told)
        if element.get("itemprop") == "articleBody":
            hints |= {"body"}
        style = element.get("style")
        if (style and _HIDDEN.search(style)) or element.get("hidden") is not None:
            hints |= {"hidden"}
        own = tag if tag in _OWNED else "div" if tag in BLOCKS else about.tag
        if about.tag in {"li", "td", "th", "dd", "dt"} and own in {"p", "div"}:
            own = about.tag
        cells = self._count if tag == "tr" else 0 if tag == "table" else about.cells
        path = (*about.path, self._count)
        mould = f"{about.mould.rpartition('>')[2]}>{tag}.{element.get('class', '')}"
        return _Place(self._count, own, around, hints, path, cells, mould)

    def _hinted(self, told: str) -> frozenset[str]:
        known = self._hints.get(told)
        if known is None:
            words = _WORD_BOUNDARY.sub(r"\1-\2", told).lower().replace("_", "-")
            known = frozenset(name for name, one in _HINTS.items() if one.search(words))
            self._hints[told] = known
        return known

    def _flush(self) -> Iterator[Row]:
        text = self._text
        if not text.pieces:
            return
        self._text = _Text()
        place = self._places[-1]
        size = max(1, text.size)
        whole = _INVISIBLE.sub("", "".join(text.pieces))
        for paragraph in _PARAGRAPH.split(whole) if place.tag == "pre" else (whole,):
            if joined := " ".join(paragraph.split()):
                yield Row(
                    joined,
                    place.tag,
                    place.around,
                    place.hints,
                    text.linked / size,
                    text.marked / size,
                    place.number,
                    place.path,
                    place.cells if place.tag in _CELLS else 0,
                    place.mould,
                    bold=text.bold == text.size > 0,
                )
