"""What a file says about itself in its own fields."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from according.readers import byline


class Facts(NamedTuple):
    """What a document says about itself beside its text."""

    title: str | None = None
    names: tuple[str, ...] = ()
    published: date | None = None
    publisher: str | None = None
    language: str | None = None
    address: str | None = None


def author(value: str | None) -> tuple[str, ...]:
    """The writers in a field that often holds the name of a computer's account."""
    return byline.names_in(value) if value and " " in value.strip() else ()
