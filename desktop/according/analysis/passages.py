"""Reads the story's blocks with the language model, and mends where their sentences end."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from according.analysis.drafts import Parsed, Passage
from according.domain.article import READ_KINDS, Article, Block, BlockKind
from according.domain.datelines import dateline_prefix
from according.domain.spans import Span

BATCH = 8
"""Blocks read between two looks at `cancelled`: enough for the model to work at full speed."""

OPENING = frozenset("“‘«([{")
CLOSING = frozenset("”’»)]}")
STRAIGHT = frozenset(('"', "'", "''"))
STOPS = frozenset((".", "!", "?", "…", "...", ":"))
_TITLES = (
    "Mr Mrs Ms Dr Prof Lt Gen Col Maj Capt Sgt Cpl Cmdr Adm Brig Sir Rev Hon Sen Rep Gov St v vs"
)
ABBREVIATIONS = frozenset(written for word in _TITLES.split() for written in (word, word + ".")) | {
    "No."
}
"""Words that stand before a name and so end no sentence, with or without their full stop."""

_BOUNDS = "according.sentences"


class Cancelled(Exception):
    """The reader stopped the analysis."""


def parse(
    nlp: Language,
    article: Article,
    *,
    on_progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Parsed:
    """One passage for each block of the story; `on_progress` gets blocks done and blocks in all.

    A passage begins behind the dateline of its paragraph, which is no part of a sentence.
    Raises `Cancelled` between two blocks once `cancelled` says so.
    """
    blocks = read_blocks(article)
    passages: list[Passage] = []
    for (index, block), doc in zip(
        blocks, nlp.pipe(_texts(article, blocks, cancelled), batch_size=BATCH), strict=True
    ):
        if cancelled is not None and cancelled():
            raise Cancelled
        passages.append(Passage(index, block, doc))
        if on_progress is not None:
            on_progress(len(passages), len(blocks))
    return Parsed(article, tuple(passages))


def read_blocks(article: Article) -> list[tuple[int, Block]]:
    """The blocks of the story with their numbers, each behind the dateline of its paragraph."""
    return [
        (index, _without_dateline(article, block))
        for index, block in enumerate(article.blocks)
        if block.kind in READ_KINDS
    ]


def sentences(passage: Passage) -> tuple[Tokens, ...]:
    """The sentences of a passage, with the model's borders mended; together they cover it.

    A closing mark belongs to what it closes; no sentence ends after a comma, after "Lt Gen" or in
    the middle of a line without a stop, and none begins with a small letter.
    """
    doc = passage.doc
    bounds = doc.user_data.get(_BOUNDS)
    if bounds is None:
        bounds = doc.user_data[_BOUNDS] = tuple(_bounds(doc))
    return tuple(doc[start:end] for start, end in bounds)


def sentence_of(passage: Passage, token: Token) -> Tokens:
    """The mended sentence that holds a token of this passage."""
    return next(s for s in sentences(passage) if s.start <= token.i < s.end)


def _texts(
    article: Article, blocks: list[tuple[int, Block]], cancelled: Callable[[], bool] | None
) -> Iterator[str]:
    for _, block in blocks:
        if cancelled is not None and cancelled():
            raise Cancelled
        yield article.of(block)


def _without_dateline(article: Article, block: Block) -> Block:
    if block.kind is not BlockKind.PARAGRAPH:
        return block
    begin = block.span.start + dateline_prefix(article.of(block))
    return replace(block, span=Span(begin, block.span.end))


def _bounds(doc: Doc) -> Iterator[tuple[int, int]]:
    """Token ranges of the mended sentences."""
    start = 0
    for sentence in doc.sents:
        border = _mended(doc, sentence.start)
        if border > start and _ends_before(doc, start, border):
            yield start, border
            start = border
    if start < len(doc):
        yield start, len(doc)


def _mended(doc: Doc, border: int) -> int:
    """A border moved so that marks stay with the words they enclose."""
    while 0 < border < len(doc) and _closes(doc, border):
        border += 1
    while border > 1 and _opens(doc, border - 1):
        border -= 1
    return border


def _closes(doc: Doc, index: int) -> bool:
    token = doc[index]
    if token.text in STRAIGHT:
        tight_before = not doc[index - 1].whitespace_
        return tight_before and (bool(token.whitespace_) or index + 1 == len(doc))
    return token.text in CLOSING


def _opens(doc: Doc, index: int) -> bool:
    token = doc[index]
    if token.text in STRAIGHT:
        return bool(doc[index - 1].whitespace_) and not token.whitespace_
    return token.text in OPENING


def _ends_before(doc: Doc, start: int, border: int) -> bool:
    """Whether a sentence that began at `start` can end before the token at `border`."""
    if border >= len(doc):
        return False
    following, last = doc[border], border - 1
    if any(token.is_space and "\n" in token.text for token in doc[last : border + 1]):
        return True
    closed = last
    while closed > start and (doc[closed].text in CLOSING or doc[closed].text in STRAIGHT):
        closed -= 1
    end = doc[closed].text
    if following.is_lower or end in ABBREVIATIONS:
        return False
    if end == ":" and _opens(doc, border):
        return False
    return end in STOPS or end[-1] in ".!?…"
