"""Notes stand on the text: describe a passage, and find it again in a changed text."""

from __future__ import annotations

from dataclasses import dataclass

from according.domain.spans import Span

CONTEXT = 32
"""Code points of prefix and suffix kept with a quote."""


@dataclass(frozen=True, slots=True)
class Selector:
    """A passage in the terms of the W3C Web Annotation model.

    Text quote (`exact`, `prefix`, `suffix`), text position (`start`, `end`, code points) and
    `text_hash`, the SHA-256 of the text it was taken from, which says whether the position holds.
    """

    exact: str
    prefix: str
    suffix: str
    start: int
    end: int
    text_hash: str


@dataclass(frozen=True, slots=True)
class Found:
    """Where a passage stands; `exact` is false when its words have changed."""

    span: Span
    exact: bool
    score: float
