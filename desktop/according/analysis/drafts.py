"""What the stages of the analysis hand to one another: parsed blocks and drafts of claims."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from according.domain.article import Article, Block
from according.domain.claims import Quotation
from according.domain.spans import Span, Spans


@dataclass(frozen=True, slots=True)
class Passage:
    """One block of the story with its parse; token offsets are code points of the block."""

    index: int
    block: Block
    doc: Doc

    def span(self, tokens: Tokens | Token) -> Span:
        """Where tokens of this passage's doc stand in the article, in code points."""
        start = self.block.span.start
        if isinstance(tokens, Token):
            return Span(start + tokens.idx, start + tokens.idx + len(tokens.text))
        return Span(start + tokens.start_char, start + tokens.end_char)

    def tokens(self, span: Span) -> Tokens | None:
        """The tokens an article span touches here, or None where it lies outside this block."""
        start = self.block.span.start
        if not self.block.span.overlaps(span):
            return None
        return self.doc.char_span(
            max(0, span.start - start),
            min(span.end, self.block.span.end) - start,
            alignment_mode="expand",
        )


@dataclass(frozen=True, slots=True)
class Parsed:
    """An article with one passage for each block that is analysed, in order."""

    article: Article
    passages: tuple[Passage, ...]

    def passage_at(self, position: int) -> Passage | None:
        """The passage that holds a code point of the article."""
        number = bisect_right(self.passages, position, key=_start) - 1
        if number < 0 or not self.passages[number].block.span.holds(position):
            return None
        return self.passages[number]

    def passages_over(self, span: Span) -> tuple[Passage, ...]:
        """The passages that overlap a span of the article, in order."""
        first = bisect_right(self.passages, span.start, key=_start) - 1
        last = bisect_right(self.passages, span.end, key=_start)
        return tuple(
            passage
            for passage in self.passages[max(first, 0) : last]
            if passage.block.span.overlaps(span)
        )


@dataclass(frozen=True, slots=True)
class Relay:
    """One step between the reader and the source: outlets side by side, and the words for it."""

    relays: Spans
    cue: Spans


@dataclass(frozen=True, slots=True)
class Draft:
    """A claim before anybody is resolved: spans of the article only.

    `source` is the phrase as written, `speakers` one span (name or noun phrase) for each who says
    it jointly. `relays` lead from the reader towards the source, nearest first. `lemma` is the
    cue's head verb or noun ("say", "according to"). `carried` says that the attribution stands in
    an earlier sentence. `origin` is the rule or model that found it, `confirmed` that a rule and
    the model both did. A draft without source and cue is in the narrator's voice.
    """

    content: Spans
    quotation: Quotation
    source: Spans = ()
    speakers: Spans = ()
    cue: Spans = ()
    lemma: str = ""
    relays: tuple[Relay, ...] = ()
    carried: bool = False
    negated: bool = False
    score: float = 1.0
    origin: str = ""
    confirmed: bool = False

    @property
    def narrated(self) -> bool:
        return not self.source and not self.cue


def _start(passage: Passage) -> int:
    return passage.block.span.start
