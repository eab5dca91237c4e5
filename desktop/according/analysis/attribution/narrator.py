"""What the paper says in its own voice: sentences that assert something and credit nobody."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from according.analysis.attribution.contents import Marked, spans_of
from according.analysis.attribution.trees import Range, Tree
from according.analysis.drafts import Draft
from according.domain.article import BlockKind
from according.domain.claims import Quotation
from according.domain.spans import Span

SHORTEST = 4
"""Words below which a sentence is a label rather than an assertion."""
SPOKEN = 0.5
"""A sentence that lies within quotation marks to this part is not in the paper's voice."""
FINITE = frozenset(("VBD", "VBP", "VBZ", "MD"))
UNASSERTED = frozenset((BlockKind.HEADING,))


def narrated(tree: Tree, taken: Sequence[Span], quotes: Marked, text: str) -> Iterator[Draft]:
    """One draft for each run of sentences of a passage that no attribution touches."""
    if tree.passage.block.kind in UNASSERTED:
        return
    run: Range | None = None
    touched = _touched(tree, taken)
    for number, (start, end) in enumerate(tree.sentences):
        if number not in touched and _asserts(tree, (start, end), quotes):
            run = (run[0] if run else start, end)
            continue
        if run is not None:
            yield from _draft(tree, run, quotes, text)
        run = None
    if run is not None:
        yield from _draft(tree, run, quotes, text)


def _draft(tree: Tree, run: Range, quotes: Marked, text: str) -> Iterator[Draft]:
    content = spans_of(tree, (run,), quotes, text)
    if content:
        yield Draft(content, Quotation.NONE, origin="narrator", score=0.6)


def _touched(tree: Tree, taken: Sequence[Span]) -> set[int]:
    """The numbers of the sentences that hold any part of an attribution."""
    touched: set[int] = set()
    for span in taken:
        first = bisect_right(tree.starts, span.start) - 1
        if first < 0 or tree.ends[first] <= span.start:
            first += 1
        last = bisect_left(tree.starts, span.end) - 1
        if first <= last:
            touched.update(range(tree.sentence_of[first], tree.sentence_of[last] + 1))
    return touched


def _asserts(tree: Tree, sentence: Range, quotes: Marked) -> bool:
    start, end = sentence
    words = [at for at in range(start, end) if tree.text[at][0].isalnum()]
    if len(words) < SHORTEST or "?" in tree.text[max(start, end - 2) : end]:
        return False
    roots = [at for at in range(start, end) if tree.dep[at] == "ROOT"]
    if not any(_assertive(tree, root) for root in roots):
        return False
    spoken = sum(1 for at in words if quotes.at(tree.starts[at]) is not None)
    return spoken < SPOKEN * len(words)


def _assertive(tree: Tree, root: int) -> bool:
    """Whether a root is a finite verb with a subject of its own, which an order has not."""
    subject = tree.child(root, "nsubj", "nsubjpass", "csubj", "csubjpass", "expl")
    return subject is not None and tree.finite(root)
