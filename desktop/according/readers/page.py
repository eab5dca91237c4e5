"""A page taken apart: what every format's reader gives, and an Article is made of."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from according.readers.marking import Line


class Page(NamedTuple):
    """The lines of a page in its order, with their kinds, and what it says about itself."""

    lines: tuple[Line, ...]
    title: str | None
    names: tuple[str, ...]
    published: date | None
    publisher: str | None
    language: str | None
    address: str | None
