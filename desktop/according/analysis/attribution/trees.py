"""A passage's parse as plain lists, which rules can walk many times without asking the model."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from according.analysis.drafts import Passage
from according.analysis.passages import sentences
from according.domain.spans import Span, Spans

Range = tuple[int, int]
"""Half-open range of token numbers of one passage."""

MISREAD_LEMMAS = {"hop": "hope", "found": "find", "saw": "see"}
"""Lemmas the model gives to forms of other verbs: in news, nobody hops and few found."""

SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj", "expl"))


@dataclass(frozen=True, slots=True, eq=False)
class Tree:
    """Words of a passage by token number; `starts` and `ends` are code points of the article.

    `left` and `right` are the first and last token of each subtree, `kids` the tokens that depend
    on each, in order; `sentence_of` gives the number of each token's sentence in `sentences`.
    """

    passage: Passage
    text: tuple[str, ...]
    lower: tuple[str, ...]
    lemma: tuple[str, ...]
    tag: tuple[str, ...]
    pos: tuple[str, ...]
    dep: tuple[str, ...]
    head: tuple[int, ...]
    kids: tuple[tuple[int, ...], ...]
    left: tuple[int, ...]
    right: tuple[int, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    sentences: tuple[Range, ...]
    sentence_of: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.text)

    def span(self, tokens: Range) -> Span:
        """Where a range of tokens stands in the article, in code points."""
        return Span(self.starts[tokens[0]], self.ends[tokens[1] - 1])

    def spans(self, ranges: Iterable[Range]) -> Spans:
        """Where ranges of tokens stand; empty ones, which odd text may leave, have no place."""
        return tuple(self.span(tokens) for tokens in ranges if tokens[0] < tokens[1])

    def subtree(self, token: int) -> Range:
        return self.left[token], self.right[token] + 1

    def until(self, position: int, token: int) -> int:
        """The first token from `token` on that begins at or behind a code point."""
        return bisect_left(self.starts, position, token)

    def child(self, token: int, *deps: str) -> int | None:
        """The first dependent of one of these kinds."""
        return next((kid for kid in self.kids[token] if self.dep[kid] in deps), None)

    def children(self, token: int, *deps: str) -> Iterator[int]:
        return (kid for kid in self.kids[token] if self.dep[kid] in deps)

    def subject(self, token: int) -> int | None:
        """The head of a verb's own subject: of two before it, the nearer one."""
        found = list(self.children(token, "nsubj", "nsubjpass"))
        before = [kid for kid in found if kid < token]
        return before[-1] if before else (found[0] if found else None)

    def ancestors(self, token: int) -> Iterator[int]:
        """The heads above a token, nearest first."""
        while self.head[token] != token:
            token = self.head[token]
            yield token

    def within(self, token: int, top: int) -> bool:
        """Whether `token` is `top` or stands below it."""
        return token == top or any(above == top for above in self.ancestors(token))

    def infinitive(self, token: int) -> bool:
        """Whether a verb is an infinitive with "to"."""
        return any(self.tag[kid] == "TO" for kid in self.kids[token] if kid < token)

    def finite(self, token: int) -> bool:
        """Whether a verb, or one of its auxiliaries, is finite."""
        if self.tag[token] in {"VBD", "VBP", "VBZ", "MD"}:
            return True
        return any(
            self.tag[kid] in {"VBD", "VBP", "VBZ", "MD"}
            for kid in self.kids[token]
            if self.dep[kid] in {"aux", "auxpass"}
        )


def tree_of(passage: Passage) -> Tree:
    """The parse of one passage as lists."""
    doc = passage.doc
    table = doc.to_array(["ORTH", "LOWER", "LEMMA", "TAG", "POS", "DEP", "HEAD"]).tolist()
    strings, known = doc.vocab.strings, {0: ""}

    def word(key: int) -> str:
        if key not in known:
            known[key] = strings[key]
        return known[key]

    count = len(table)
    head = tuple(at + _signed(row[6]) for at, row in enumerate(table))
    kids: list[list[int]] = [[] for _ in range(count)]
    for at, above in enumerate(head):
        if above != at:
            kids[above].append(at)
    left, right = _edges(head)
    base = passage.block.span.start
    starts = tuple(base + token.idx for token in doc)
    borders = tuple((sentence.start, sentence.end) for sentence in sentences(passage))
    text = tuple(word(row[0]) for row in table)
    return Tree(
        passage=passage,
        text=text,
        lower=tuple(word(row[1]) for row in table),
        lemma=tuple(_lemmas(table, word)),
        tag=tuple(word(row[3]) for row in table),
        pos=tuple(word(row[4]) for row in table),
        dep=tuple(word(row[5]) for row in table),
        head=head,
        kids=tuple(map(tuple, kids)),
        left=left,
        right=right,
        starts=starts,
        ends=tuple(start + len(form) for start, form in zip(starts, text, strict=True)),
        sentences=borders,
        sentence_of=tuple(
            number for number, (start, end) in enumerate(borders) for _ in range(start, end)
        ),
    )


def _signed(value: int) -> int:
    """An offset that spaCy hands over as an unsigned number of 64 bits."""
    return value - 2**64 if value >= 2**63 else value


def _lemmas(table: list[list[int]], word: Callable[[int], str]) -> Iterator[str]:
    for row in table:
        lemma = word(row[2]).lower()
        yield MISREAD_LEMMAS.get(lemma, lemma)


def _edges(head: tuple[int, ...]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """First and last token below each token; a few rounds carry the edges up to the root."""
    left, right = list(range(len(head))), list(range(len(head)))
    changed = True
    while changed:
        changed = False
        for at in (*range(len(head)), *range(len(head) - 1, -1, -1)):
            above = head[at]
            if left[at] < left[above]:
                left[above], changed = left[at], True
            if right[at] > right[above]:
                right[above], changed = right[at], True
    return tuple(left), tuple(right)
