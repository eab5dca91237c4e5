"""What speaks for a row of a page being the article's, and against it: named signs with values."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from according.readers import body as bodies
from according.readers.boilerplate import APPEAL, wording
from according.readers.boxes import widened
from according.readers.captions import caption_lines
from according.readers.html.evidence import Evidence
from according.readers.html.rows import HINTS, Row
from according.readers.lines import ends_sentence
from according.readers.marking import CORRECTION

PROSE_WORDS = 9
"""Words from which a row that ends a sentence is a paragraph for certain."""

_CORE = 0.7
"""Share of the prose that trafilatura takes which the core of the page holds."""

_ALIKE = 0.5
"""Share of the prose that trafilatura takes from which its way of writing is the body's."""

_LINKED = 0.6
"""Share of its characters in links from which a row is a link."""

_PLACES = frozenset(
    {"article", "main", "aside", "nav", "header", "footer", "form", "table", "address"}
)
_FRAMES = frozenset({"blockquote", "figcaption", "figure", "caption"})
_FADES = (0.0, 1.0, 0.5, 0.25, 0.12)
"""How much of a paragraph's words counts for the elements about it, the nearest first."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What the rows of a page are judged by, beside their own markup.

    `taken` is the share of each row that trafilatura keeps and `readable` that of the readability
    algorithm, `reasons` why it is furniture by its wording, `title` the headline that the markup
    names.
    """

    rows: Sequence[Row]
    taken: Sequence[float]
    readable: Sequence[float]
    reasons: Sequence[str | None]
    captions: frozenset[int]
    title: str | None


def seen(rows: Sequence[Row], evidence: Evidence, title: str | None) -> Seen:
    """The page with what its wording gives away."""
    lines = [row.text for row in rows]
    words = wording()
    appeals = words.appeals(lines)
    found = [APPEAL if at in appeals else words.reason(line) for at, line in enumerate(lines)]
    reasons = [
        None if CORRECTION.match(line) else why
        for line, why in zip(lines, widened(lines, found), strict=True)
    ]
    return Seen(rows, evidence.taken, evidence.readable, reasons, caption_lines(lines), title)


def signs_of(page: Seen) -> Iterator[dict[str, float]]:
    """For each row of the page its signs, those that are zero left out."""
    rows = page.rows
    lines = [row.text for row in rows]
    counts = [line.count(" ") + 1 for line in lines]
    prose = [
        count >= PROSE_WORDS and row.linked < _LINKED and ends_sentence(row.text)
        for row, count in zip(rows, counts, strict=True)
    ]
    shape = _Shape(page, counts, prose)
    noisy = bodies.is_noisy(lines, page.reasons)
    values = bodies.weights(lines, page.reasons, noisy=noisy)
    run = bodies.extended(bodies.densest_run(values), lines, values, page.reasons)
    copies: set[str] = set()
    for at, row in enumerate(rows):
        signs = {"bias": 1.0}
        signs |= _of_markup(row)
        signs |= _of_words(page, at, counts[at], prose=prose[at])
        signs |= shape.signs(at)
        signs["run"] = float(at in run)
        signs["copy"] = float(row.text in copies and counts[at] >= 4)
        copies.add(row.text)
        taken = page.taken[at] >= 0.5
        signs["taken"] = page.taken[at]
        readable = page.readable[at] >= 0.5
        signs["readable"] = page.readable[at]
        signs["both"] = float(taken and readable)
        signs["neither"] = float(not taken and not readable)
        signs["taken prose"] = float(taken and prose[at])
        signs["taken in run"] = float(taken and at in run)
        alike = signs["mould"] > _ALIKE
        signs["left alike"] = float(not taken and readable and alike and prose[at])
        signs["left in core"] = float(not taken and signs["in core"] > 0 and prose[at])
        yield {name: value for name, value in signs.items() if value}


def _of_markup(row: Row) -> dict[str, float]:
    signs = {f"tag {row.tag if row.tag[1:].isdigit() is False else 'h'}": 1.0}
    if row.tag == "h1":
        signs["tag h1"] = 1.0
    signs |= {f"hint {hint}": 1.0 for hint in row.hints if hint in HINTS}
    signs |= {f"in {place}": 1.0 for place in row.around if place in _PLACES}
    signs |= {f"frame {frame}": 1.0 for frame in row.around if frame in _FRAMES}
    signs["linked"] = row.linked
    signs["link"] = float(row.linked > 0.9)
    signs["marked"] = float(row.marked > 0.9)
    return signs


def _of_words(page: Seen, at: int, count: int, *, prose: bool) -> dict[str, float]:
    text = page.rows[at].text
    return {
        "prose": float(prose),
        "length": min(count, 60) / 60,
        "short": float(count < 5),
        "sentence": float(ends_sentence(text)),
        "worded": float(page.reasons[at] is not None),
        "caption": float(at in page.captions),
    }


class _Shape:
    """Where the prose of a page stands, by the elements that hold it."""

    def __init__(self, page: Seen, counts: Sequence[int], prose: Sequence[bool]) -> None:
        self._page = page
        self._counts = counts
        self._prose = prose
        rows = page.rows
        self._scores: defaultdict[int, float] = defaultdict(float)
        held: Counter[int] = Counter()
        beside: Counter[int] = Counter()
        kept: Counter[int] = Counter()
        moulds: Counter[str] = Counter()
        for at, row in enumerate(rows):
            if not prose[at]:
                continue
            for fade, box in zip(_FADES, reversed(row.path), strict=False):
                self._scores[box] += counts[at] * fade
            parent = _parent(row)
            beside[parent] += counts[at]
            if page.taken[at] >= 0.5:
                held.update(dict.fromkeys(row.path, counts[at]))
                kept[parent] += counts[at]
                moulds[row.mould] += counts[at]
        self._beside, self._kept, self._moulds = beside, kept, moulds
        self._best = max(self._scores, key=lambda box: self._scores[box], default=-1)
        self._top = max(self._scores.values(), default=0.0) or 1.0
        self._total = sum(kept.values())
        whole = [box for box, words in held.items() if words >= _CORE * self._total]
        self._core = max(whole, default=-1)
        inside = [at for at in range(len(rows)) if prose[at] and page.taken[at] >= 0.5]
        self._first = inside[0] if inside else 0
        self._last = inside[-1] if inside else len(rows)

    def signs(self, at: int) -> dict[str, float]:
        row = self._page.rows[at]
        parent = _parent(row)
        beside = self._beside[parent]
        rows = self._page.rows
        near = [one for one in (at - 1, at + 1) if 0 <= one < len(rows)]
        return {
            "in core": float(self._core in row.path),
            "in best": float(self._best in row.path),
            "parent score": self._scores[parent] / self._top,
            "siblings taken": self._kept[parent] / beside if beside else 0.0,
            "siblings share": min(1.0, self._kept[parent] / self._total) if self._total else 0.0,
            "siblings none": float(not beside),
            "mould": self._moulds[row.mould] / self._total if self._total else 0.0,
            "before": float(at < self._first),
            "after": float(at > self._last),
            "far": min(1.0, max(self._first - at, at - self._last, 0) / 20),
            "near taken": sum(self._page.taken[one] >= 0.5 for one in near) / 2,
            "near prose": sum(self._prose[one] for one in near) / 2,
            "near link": sum(rows[one].linked > _LINKED for one in near) / 2,
            "near worded": sum(self._page.reasons[one] is not None for one in near) / 2,
        }


def _parent(row: Row) -> int:
    """The element that the row's siblings are in; text without a block of its own is in a box."""
    if row.tag == "div" or len(row.path) < 2:
        return row.path[-1] if row.path else 0
    return row.path[-2]
