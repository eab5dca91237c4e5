"""Which rows of a page trafilatura takes for the article."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Sequence

from lxml import etree
from lxml.html import HtmlElement

from according.readers.html.rows import Row

_WORD = re.compile(r"\w+")
_RUN = 3
"""Words that are looked up together, so that a row counts as taken where its wording is."""


def taken(root: HtmlElement, rows: Sequence[Row], *, precise: bool = False) -> tuple[float, ...]:
    """For each row the share of its words that trafilatura keeps, from 0 to 1."""
    blocks = [_WORD.findall(block) for block in _blocks(root, precise=precise)]
    words = [word for block in blocks for word in block]
    runs = set(zip(*(words[at:] for at in range(_RUN)), strict=False))
    short = {tuple(block) for block in blocks}
    return tuple(_share(_WORD.findall(row.text), runs, short) for row in rows)


def _share(words: Sequence[str], runs: set[tuple[str, ...]], short: set[tuple[str, ...]]) -> float:
    if len(words) < _RUN:
        return float(bool(words) and tuple(words) in short)
    found = [tuple(words[at : at + _RUN]) in runs for at in range(len(words) - _RUN + 1)]
    return sum(found) / len(found)


def _blocks(root: HtmlElement, *, precise: bool) -> Iterator[str]:
    # Imported here: it takes longer than to show a text, and text files need none of it.
    from trafilatura import bare_extraction  # noqa: PLC0415

    # Its warnings speak of pages that hold no article, which is told by our own sentence.
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        document = bare_extraction(
            root, fast=True, favor_precision=precise, include_comments=False, with_metadata=False
        )
    except (ArithmeticError, AttributeError, LookupError, RecursionError, etree.LxmlError):
        return  # a page that it stumbles over; our own evidence stands
    body = getattr(document, "body", None)
    if body is None:
        return
    for element in body.iter("p", "head", "item", "quote", "cell", "ab", "code", "fw", "lb"):
        yield " ".join(_own_text(element))


def _own_text(element: HtmlElement) -> Iterator[str]:
    """The text of a block up to its next block inside."""
    if element.text:
        yield element.text
    for child in element:
        if child.tag in {"hi", "ref", "del", "graphic"}:
            yield from child.itertext()
        if child.tail:
            yield child.tail
