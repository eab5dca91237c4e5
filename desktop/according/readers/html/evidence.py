"""Which rows of a page two other extractors take for the article."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from lxml import etree
from lxml.html import HtmlElement, fromstring

from according.readers.html.rows import Row

_WORD = re.compile(r"\w+")
_RUN = 3
"""Words that are looked up together, so that a row counts as taken where its wording is."""

_MOST_ELEMENTS = 50_000
"""Elements beyond which trafilatura is not asked: on so many it takes far longer than on a page of
prose of the same size. Pages of news have a tenth of them."""

_STUMBLES = (
    ArithmeticError,
    AttributeError,
    AssertionError,
    LookupError,
    RecursionError,
    TypeError,
    ValueError,
    etree.LxmlError,
)
"""What the extractors raise on odd trees; then the other one and our own signs have to do."""


class Evidence(NamedTuple):
    """For each row the share of its words that an extractor keeps, from 0 to 1."""

    taken: tuple[float, ...]
    readable: tuple[float, ...]


def evidence_of(root: HtmlElement, rows: Sequence[Row]) -> Evidence:
    """What trafilatura and the readability algorithm keep of `rows`; `root` is used up by it."""
    # Its warnings speak of pages that hold no article, which is told by our own sentence.
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    words = [_WORD.findall(row.text) for row in rows]
    small = next(islice(root.iter(), _MOST_ELEMENTS, None), None) is None
    taken = _shares(words, list(_trafilatura(root))) if small else None
    readable = _shares(words, list(_readability(root)))
    return Evidence(readable if taken is None else taken, readable)


def _shares(rows: Sequence[Sequence[str]], blocks: Sequence[str]) -> tuple[float, ...]:
    kept = [_WORD.findall(block) for block in blocks]
    words = [word for block in kept for word in block]
    runs = set(zip(*(words[at:] for at in range(_RUN)), strict=False))
    short = {tuple(block) for block in kept if len(block) < _RUN}
    return tuple(_share(row, runs, short) for row in rows)


def _share(words: Sequence[str], runs: set[tuple[str, ...]], short: set[tuple[str, ...]]) -> float:
    if len(words) < _RUN:
        return float(bool(words) and tuple(words) in short)
    count = len(words) - _RUN + 1
    return sum(tuple(words[at : at + _RUN]) in runs for at in range(count)) / count


def _trafilatura(root: HtmlElement) -> Iterator[str]:
    # Imported here: it takes longer than to show a text, and text files need none of it.
    from trafilatura import bare_extraction  # noqa: PLC0415

    try:
        document = bare_extraction(root, fast=True, include_comments=False, with_metadata=False)
    except _STUMBLES:
        return
    body = getattr(document, "body", None)
    if body is None:
        return
    for element in body.iter("p", "head", "item", "quote", "cell", "ab", "code", "fw", "lb"):
        yield " ".join(_own_text(element))


def _readability(root: HtmlElement) -> Iterator[str]:
    # Trafilatura's own copy of the algorithm; imported here for the same reason.
    from trafilatura.readability_lxml import Document  # noqa: PLC0415

    try:
        summary = fromstring(Document(root, min_text_length=25).summary())
    except _STUMBLES:
        return
    yield " ".join(summary.itertext())


def _own_text(element: HtmlElement) -> Iterator[str]:
    """The text of a block up to its next block inside."""
    if element.text:
        yield element.text
    for child in element:
        if child.tag in {"hi", "ref", "del", "graphic"}:
            yield from child.itertext()
        if child.tail:
            yield child.tail
