"""The quotations of a story: what stands between a pair of marks, and what kind of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from according.analysis.attribution.quotation_marks import PairedMarks, pair_marks
from according.analysis.drafts import Parsed, Passage
from according.domain.spans import Span

SCARE_WORDS = 5
"""A quotation of more words is more than a term held at arm's length."""

SCARE_LENGTH = 80
NEAR = 40
"""Code points beside a quotation that show whether it stands within a sentence."""

BEGINNING = 40
"""Code points of a paragraph's beginning in a warning."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation: `span` with its marks, `inner` without; both in code points of the article.

    `scare`: a short phrase without a finite verb inside a longer sentence. `nested`: it stands
    within another one. `continued`: it goes on from the end of the block before.
    """

    span: Span
    inner: Span
    scare: bool = False
    nested: bool = False
    continued: bool = False


def find_quotations(parsed: Parsed) -> tuple[tuple[Quoted, ...], tuple[str, ...]]:
    """The quotations of the story in text order, and a warning for each stray mark's paragraph.

    A stray mark costs its own quotation: the pairs around it stand.
    """
    found: list[Quoted] = []
    warnings: list[str] = []
    texts = [passage.block.span.of(parsed.article.text) for passage in parsed.passages]
    for passage, text, marks in zip(parsed.passages, texts, pair_marks(texts), strict=True):
        found.extend(_quoted(passage, text, marks))
        if marks.unpaired:
            warnings.append(_warning(text))
    return tuple(found), tuple(warnings)


def _quoted(passage: Passage, text: str, marks: PairedMarks) -> Iterator[Quoted]:
    """Pairs of marks as quotations, outer before inner."""
    base, reached = passage.block.span.start, 0
    for pair in marks.pairs:
        if not text[pair.first.end : pair.last.start].strip():
            continue
        span = Span(base + pair.first.start, base + pair.last.end)
        inner = Span(base + pair.first.end, base + pair.last.start)
        yield Quoted(
            span,
            inner,
            scare=pair.last.end > pair.last.start and _scare(passage, text, span, inner),
            nested=span.end <= reached,
            continued=pair.first is marks.resumed,
        )
        reached = max(reached, span.end)


def _scare(passage: Passage, text: str, span: Span, inner: Span) -> bool:
    """Whether a quotation is a short phrase without a finite verb inside a longer sentence."""
    tokens = passage.tokens(inner) if len(inner) <= SCARE_LENGTH else None
    if tokens is None or len(tokens) == 0:
        return False
    words = [token for token in tokens if token.is_alpha]
    if len(words) > SCARE_WORDS or tokens.text[-1] in ".,!?":
        return False
    if any(token.tag_ in {"VBD", "VBP", "VBZ", "MD"} for token in words):
        return False
    start, end = span.start - passage.block.span.start, span.end - passage.block.span.start
    before, behind = text[max(0, start - NEAR) : start], text[end : end + NEAR]
    return bool(before.strip(" \n")) or bool(behind.strip(" \n.,;:"))


def _warning(text: str) -> str:
    beginning = " ".join(text[:BEGINNING].split())
    if len(text) > BEGINNING:
        beginning += "…"
    return (
        f"A quotation mark has no partner in the paragraph that begins “{beginning}”, "
        "so one quotation there may be missing or too long."
    )
