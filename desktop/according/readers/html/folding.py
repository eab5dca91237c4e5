"""Why a row of a page is folded, for those left-out rows that are worth unfolding."""

from __future__ import annotations

from collections.abc import Sequence

from according.readers import byline
from according.readers.html.signs import Seen
from according.readers.lines import ends_sentence
from according.readers.marking import BIOGRAPHY, CREDIT, NAVIGATION, OTHER, RELATED

_BY_HINT = (
    ("comments", "comment forum"),
    ("newsletter", "newsletter"),
    ("advertisement", "advertisement"),
    ("legal", "legal"),
    ("author biography", BIOGRAPHY),
    ("sharing", "sharing"),
    ("related", RELATED),
    ("navigation", NAVIGATION),
)
"""What the classes about a row speak of, the most telling first."""

_SENTENCE = 4
_LONG = 12
"""Words from which a row is kept for folding: a sentence of few, or any row of many."""


def folded(page: Seen, at: int, names: Sequence[str]) -> str | None:
    """The reason to fold a row that is no part of the article; `names` are those of the writers.

    None where it is less than a sentence and is left out altogether.
    """
    row = page.rows[at]
    words = row.text.count(" ") + 1
    if words < _SENTENCE or (words < _LONG and not ends_sentence(row.text)):
        return None
    return page.reasons[at] or _by_place(page, at, names)


def _by_place(page: Seen, at: int, names: Sequence[str]) -> str:
    """The reason where no wording gives one."""
    row = page.rows[at]
    if byline.is_about(row.text, names):
        return BIOGRAPHY
    if at in page.captions or row.around & {"figcaption", "caption"}:
        return CREDIT
    if row.around & {"nav", "header", "footer"}:
        return NAVIGATION
    if row.linked > 0.6:
        return RELATED
    return next((reason for hint, reason in _BY_HINT if hint in row.hints), OTHER)
