"""Markdown to a page; what stands between lines of dashes at its top is said about it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from datetime import date, datetime

from according.readers.decoding import decode
from according.readers.document import page_of_document
from according.readers.facts import Facts
from according.readers.formats import short_enough
from according.readers.page import Page

_FRONT = re.compile(
    r"\A\s*(?P<mark>---|\+\+\+)[ \t]*\n(?P<fields>.*?)\n(?P=mark)[ \t]*(?:\n|\Z)", re.DOTALL
)
_FIELD = re.compile(r"(?P<name>[\w -]+?):(?:[ \t]+(?P<value>.*?))?[ \t]*")
_ITEM = re.compile(r"[ \t]*-[ \t]+(?P<value>.*?)[ \t]*")
_WIKI = re.compile(r"\[\[(?:[^\]|]*\|)?([^\]|]*)\]\]")

_NAMES = ("author", "authors", "byline", "by")
_DATES = ("published", "date", "pubdate", "date published", "created")
_OUTLETS = ("publisher", "publication", "site", "site_name", "outlet")
_ADDRESSES = ("url", "source", "canonical", "canonical_url", "link")

Fields = Mapping[str, tuple[str, ...]]


def read_markdown(data: bytes, name: str) -> Page:
    """The page in a Markdown file."""
    text = short_enough(decode(data, name=name), name=name)
    front = _FRONT.match(text)
    fields = _fields(front["mark"], front["fields"]) if front else {}
    body = text[front.end() :] if front and fields else text
    # Imported here as everything that a plain text does not need.
    from markdown_it import MarkdownIt  # noqa: PLC0415

    return page_of_document(MarkdownIt("commonmark").enable("table").render(body), _facts(fields))


def _fields(mark: str, text: str) -> Fields:
    """The fields of a front matter: in TOML, or in the plain part of YAML that people write."""
    if mark == "+++":
        try:
            return {
                key.lower(): tuple(map(str, value)) if isinstance(value, list) else (str(value),)
                for key, value in tomllib.loads(text).items()
            }
        except tomllib.TOMLDecodeError:
            return {}
    found: dict[str, tuple[str, ...]] = {}
    last = ""
    for line in text.splitlines():
        if (item := _ITEM.fullmatch(line)) and last:
            found[last] = (*found.get(last, ()), _plain(item["value"]))
        elif field := _FIELD.fullmatch(line):
            last = field["name"].strip().lower()
            found[last] = _values(field["value"] or "")
    return found


def _values(value: str) -> tuple[str, ...]:
    is_list = value.startswith("[") and value.endswith("]") and not value.startswith("[[")
    parts = value[1:-1].split(",") if is_list else [value]
    return tuple(plain for one in parts if (plain := _plain(one)))


def _plain(value: str) -> str:
    return _WIKI.sub(r"\1", value.strip().strip("\"'")).strip()


def _facts(fields: Fields) -> Facts:
    addresses = (fields[key][0] for key in _ADDRESSES if fields.get(key))
    return Facts(
        title=_first(fields, ("title", "headline")),
        names=next((fields[key] for key in _NAMES if fields.get(key)), ()),
        published=next((day for key in _DATES if (day := _date(fields.get(key, ())))), None),
        publisher=_first(fields, _OUTLETS),
        language=_first(fields, ("language", "lang")),
        address=next((one for one in addresses if one.startswith("http")), None),
    )


def _first(fields: Fields, keys: tuple[str, ...]) -> str | None:
    return next((fields[key][0] for key in keys if fields.get(key)), None)


def _date(values: tuple[str, ...]) -> date | None:
    """A date as ISO 8601 writes it; a day and a time with its zone."""
    if not values:
        return None
    text = values[0]
    try:
        if len(text) <= 10:
            return date.fromisoformat(text)
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.tzinfo is not None else moment.date()
