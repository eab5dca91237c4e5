"""Where a content clause ends that its parse makes too short or too long."""

from __future__ import annotations

from according.analysis.attribution.contents import Marked
from according.analysis.attribution.lexicon import Lexicon
from according.analysis.attribution.trees import Range, Tree

REACH = 200
"""Tokens of a content that are searched for the next cue."""


def until_next_cue(
    tree: Tree, verb: int, ranges: tuple[Range, ...], words: Lexicon
) -> tuple[Range, ...]:
    """A content less “and predicted that ...”, which the parse may take for a part of it.

    The second cue has the tense of the first, which the content before it has not, and a clause.
    """
    start, end = ranges[-1]
    for at in range(start + 1, min(end, start + REACH)):
        if tree.dep[at] != "conj" or tree.tag[at] != tree.tag[verb] or tree.pos[at] != "VERB":
            continue
        if not words.takes(tree.lemma[at], "clause") or tree.child(at, "nsubj", "nsubjpass"):
            continue
        first = tree.left[at]
        joined = first > start + 1 and tree.pos[first - 1] == "CCONJ"
        if not joined or tree.child(at, "ccomp") is None or tree.tag[tree.head[at]] == tree.tag[at]:
            continue
        return (*ranges[:-1], (start, first - 1))
    return ranges


def with_second_that(tree: Tree, ranges: tuple[Range, ...]) -> tuple[Range, ...]:
    """A content that goes on with "and that ..." goes on to that clause's end."""
    start, end = ranges[-1]
    at = end
    while at < len(tree) and (tree.text[at] == "," or tree.pos[at] == "CCONJ"):
        at += 1
    if end < at < len(tree) and tree.lower[at] == "that" and tree.dep[at] == "mark":
        clause = tree.head[at]
        if tree.sentence_of[clause] == tree.sentence_of[at] and clause > at:
            return (*ranges[:-1], (start, max(end, tree.right[clause] + 1)))
    return ranges


def until_quotation_ends(
    tree: Tree, ranges: tuple[Range, ...], quotes: Marked
) -> tuple[Range, ...]:
    """Content that ends where a quotation begins goes on to the quotation's end."""
    start, end = ranges[-1]
    if end < len(tree) and tree.text[end] in {"“", '"', "‘", "''", "``"}:
        quoted = quotes.at(tree.starts[end])
        if quoted is not None and quoted.span.start == tree.starts[end]:
            end = tree.until(quoted.span.end, end)
    return (*ranges[:-1], (start, end))
