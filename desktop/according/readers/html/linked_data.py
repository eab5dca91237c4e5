"""What a page says about its article in JSON-LD, the form that search engines read."""

from __future__ import annotations

import json
import re
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from html import unescape
from typing import Any, NamedTuple

from lxml.html import HtmlElement

_ARTICLE = re.compile(
    r"(?:article|blogposting|report|review|analysis|liveblogposting|webpage)$", re.IGNORECASE
)
_WRAPPING = re.compile(r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>)\s*$")
_TRAILING_COMMA = re.compile(r",(\s*[}\]])")
_TAG = re.compile(r"<[^>]{1,200}>")

_LARGEST = 1_000_000
"""Code points beyond which a script is data for a program and not about an article."""

_MOST = 5_000
"""Values of one script that are looked at."""

_FOLLOWED = (
    "@graph",
    "publisher",
    "author",
    "mainEntity",
    "mainEntityOfPage",
    "itemListElement",
    "item",
    "hasPart",
)


class LinkedArticle(NamedTuple):
    """One article as a page describes it; what is not told is None."""

    headline: str | None
    names: tuple[str, ...]
    published: str | None
    publisher: str | None
    language: str | None
    address: str | None
    is_page: bool = False
    """Whether the page about the article is described, rather than the article."""


def linked_articles(root: HtmlElement) -> tuple[LinkedArticle, ...]:
    """The articles that the scripts of a page describe, in their order."""
    items = [
        item
        for script in root.iter("script")
        if "ld+json" in (script.get("type") or "").lower()
        for item in _items(_loaded(script.text or ""))
    ]
    known = {
        identity: item["name"]
        for item in items
        if isinstance(identity := item.get("@id"), str) and "name" in item
    }
    told = [item for item in items if any(_ARTICLE.search(kind) for kind in _kinds(item))]
    return tuple(_article(item, known) for item in told)


def clean(value: object) -> str | None:
    """A text with its entities and tags resolved and white space collapsed, or None."""
    if not isinstance(value, str) or len(value) > 2_000:
        return None
    text = " ".join(_TAG.sub("", unescape(unescape(value))).split())
    return "".join(one for one in text if one.isprintable()) or None


def _loaded(text: str) -> object:
    if len(text) > _LARGEST:
        return None
    bare = _WRAPPING.sub("", text)
    for one in (bare, _TRAILING_COMMA.sub(r"\1", bare)):
        try:
            return json.loads(one, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _items(data: object) -> Iterator[dict[str, Any]]:
    """The things that one script describes, without recursion."""
    left = deque([data])
    for _ in range(_MOST):
        if not left:
            return
        value = left.popleft()
        if isinstance(value, list):
            left.extend(value[:_MOST])
        elif isinstance(value, dict):
            yield value
            left.extend(value[name] for name in _FOLLOWED if name in value)


def _kinds(item: dict[str, Any]) -> Sequence[str]:
    kinds = item.get("@type")
    kinds = kinds if isinstance(kinds, list) else [kinds]
    return [kind for kind in kinds if isinstance(kind, str)]


def _article(item: dict[str, Any], known: Mapping[str, object]) -> LinkedArticle:
    page = item.get("mainEntityOfPage")
    page = page.get("@id") or page.get("url") if isinstance(page, dict) else page
    published = item.get("datePublished") or item.get("dateCreated")
    return LinkedArticle(
        headline=clean(item.get("headline") or item.get("name")),
        names=tuple(_names(item.get("author") or item.get("creator"), known)),
        published=published if isinstance(published, str) else None,
        publisher=next(_names(item.get("publisher"), known), None),
        language=clean(item.get("inLanguage")),
        address=clean(item.get("url")) or clean(page),
        is_page=any(kind.endswith("WebPage") for kind in _kinds(item)),
    )


def _names(value: object, known: Mapping[str, object], depth: int = 0) -> Iterator[str]:
    """The names of persons or bodies, some of which are only pointed at by an "@id"."""
    if isinstance(value, list) and depth < 3:
        for one in value[:30]:
            yield from _names(one, known, depth + 1)
    elif isinstance(value, dict) and depth < 3:
        named = value.get("name") or known.get(str(value.get("@id")))
        yield from _names(named, known, depth + 1)
    elif name := clean(value):
        yield name
