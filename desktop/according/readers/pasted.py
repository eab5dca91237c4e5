"""A page as pasted from a news site: every line becomes a block of some kind, none is dropped."""

from __future__ import annotations

from collections.abc import Sequence

from according.domain.article import READ_KINDS
from according.domain.expressions import Expression
from according.readers import body as bodies
from according.readers import byline
from according.readers.boilerplate import APPEAL, wording
from according.readers.boxes import widened
from according.readers.captions import caption_lines
from according.readers.head import find_head
from according.readers.lines import paragraphs
from according.readers.marking import BIOGRAPHY, CORRECTION, CREDIT, Marking
from according.readers.page import Page
from according.readers.printed_dates import dated
from according.readers.publisher import language, publisher

ADDRESS = "web address"
LEGAL = "legal"

_CAPTIONED = frozenset({None, CREDIT, "sharing", "navigation"})
"""Reasons that a line's wording may seem to give though it is a caption."""

_SPOKEN = frozenset({APPEAL, LEGAL, "comment forum", "newsletter", BIOGRAPHY})
"""Reasons of the lines in which a paper speaks of itself."""

_ADDRESS = Expression(r"^(?:[\w ]{0,20}:\s*)?(https?://\S+)$", hints=("http",))


def take_apart(text: str) -> Page:
    """The lines of a pasted page with their kinds, and what the page says about itself."""
    lines = paragraphs(text)
    reasons = _reasons(lines)
    captions = frozenset(at for at in caption_lines(lines) if reasons[at] in _CAPTIONED)
    reasons = [None if at in captions else why for at, why in enumerate(reasons)]
    noisy = bodies.is_noisy(lines, reasons)
    values = bodies.weights(lines, reasons, noisy=noisy)
    run = bodies.extended(bodies.densest_run(values), lines, values, reasons)
    head = find_head(lines, reasons, run, captions)
    marked = Marking(lines, reasons, values, run, head, noisy, captions).lines()
    spoken = [line.text for line in marked if line.reason in _SPOKEN]
    legal = [line.text for line in marked if line.reason == LEGAL]
    story = [line.text for line in marked if line.kind in READ_KINDS]
    prose = lines[head.body_start : run.stop]
    address = next((m[1] for line in lines if (m := _ADDRESS.match(line))), None)
    return Page(
        lines=marked,
        title=lines[head.title] if head.title is not None else None,
        names=tuple(head.names) or _signed(lines),
        published=head.published or dated(prose, lines),
        publisher=publisher(spoken, legal, prose),
        language=language(prose or story),
        address=address,
    )


def _reasons(lines: Sequence[str]) -> list[str | None]:
    words = wording()
    appeals = words.appeals(lines)
    found = [
        APPEAL if at in appeals else ADDRESS if _ADDRESS.match(line) else words.reason(line)
        for at, line in enumerate(lines)
    ]
    return [
        None if CORRECTION.match(line) else why
        for line, why in zip(lines, widened(lines, found), strict=True)
    ]


def _signed(lines: Sequence[str]) -> tuple[str, ...]:
    """The writers that the foot of the page names."""
    return next((names for line in lines if (names := byline.reporters(line))), ())
