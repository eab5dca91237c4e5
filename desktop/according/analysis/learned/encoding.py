"""Turns the blocks of a story into what the attribution model reads: pieces of words and marks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer
from tokenizers.models import WordPiece
from tokenizers.normalizers import BertNormalizer
from tokenizers.pre_tokenizers import BertPreTokenizer

from according.analysis.attribution.quotation_marks import quoted_ranges
from according.analysis.passages import read_blocks
from according.domain.article import Article, BlockKind
from according.domain.spans import Span

Numbers = NDArray[np.int64]

PLAIN = str.maketrans({"’": "'", "‘": "'", "`": "'", "´": "'", "\u00a0": " ", "\u200b": " "})
"""Apostrophes and blanks as the model knows them; each is one code point, so places stay."""


class Opening(IntEnum):
    """Where a piece stands in its block."""

    INSIDE = 0
    PARAGRAPH = 1
    HEADING = 2


class Casing(IntEnum):
    """How the word of a piece is written; the vocabulary itself knows small letters only."""

    LOWER = 0
    TITLE = 1
    UPPER = 2
    MIXED = 3
    NUMBER = 4
    MARK = 5


HEADINGS = frozenset((BlockKind.HEADLINE, BlockKind.HEADING))

UNKNOWN, LONGEST = "[UNK]", 100
"""The piece of a word that the vocabulary cannot make, as of one of more code points than this."""

DEEPEST = 2
"""A quotation within a quotation within a quotation counts as one within a quotation."""


@dataclass(frozen=True, slots=True)
class Encoded:
    """The pieces of an article, in order; all arrays have one row or entry for each piece.

    `spans`: (n, 2) code points of the article. `words`: number of the word a piece belongs to,
    counted over the article. `features`: (n, 3) `Opening`, depth of quotation, `Casing`.
    """

    ids: Numbers
    spans: Numbers
    words: Numbers
    features: Numbers

    def __len__(self) -> int:
        return len(self.ids)

    def span(self, first: int, last: int) -> Span:
        """From the start of one piece to the end of another, in code points of the article."""
        return Span(int(self.spans[first, 0]), int(self.spans[last, 1]))


def tokenizer_of(vocabulary: Path) -> Tokenizer:
    """The pieces that a model knows, one a line, as BERT without capitals parts words into them."""
    words = vocabulary.read_text(encoding="utf-8").removesuffix("\n").split("\n")
    numbers = {word: number for number, word in enumerate(words)}
    tokenizer = Tokenizer(WordPiece(numbers, unk_token=UNKNOWN, max_input_chars_per_word=LONGEST))
    tokenizer.normalizer = BertNormalizer()
    tokenizer.pre_tokenizer = BertPreTokenizer()
    return tokenizer


def encode(tokenizer: Tokenizer, article: Article) -> Encoded:
    """All pieces of the story; quotation marks of any style are read as “ and ”."""
    blocks = [block for _, block in read_blocks(article)]
    quoted = quoted_ranges([article.of(block) for block in blocks])
    texts = [
        _canonical(article.of(block), ranges) for block, ranges in zip(blocks, quoted, strict=True)
    ]
    encodings = tokenizer.encode_batch(texts, add_special_tokens=False)
    # An array for each block: a long text has a million pieces, and as many tuples would hold all
    # threads while they are gone through.
    ids, words = [_numbers([])], [_numbers([])]
    spans, features = [_numbers([], 2)], [_numbers([], 3)]
    counted = 0
    for block, ranges, encoding in zip(blocks, quoted, encodings, strict=True):
        text, base = article.of(block), block.span.start
        depths = _depths(len(text), ranges)
        opening = Opening.HEADING if block.kind in HEADINGS else Opening.PARAGRAPH
        # Without special tokens every piece belongs to a word.
        belongs = [word for word in encoding.word_ids if word is not None]
        casings = _casings(text, belongs, encoding.offsets)
        ids.append(_numbers(encoding.ids))
        spans.append(_numbers(encoding.offsets, 2) + base)
        words.append(_numbers(belongs) + counted)
        features.append(
            _numbers(
                [
                    (
                        Opening.INSIDE if number else opening,
                        min(depths[start], DEEPEST),
                        casings[word],
                    )
                    for number, (word, (start, _)) in enumerate(
                        zip(belongs, encoding.offsets, strict=True)
                    )
                ],
                3,
            )
        )
        counted += len(casings)
    return Encoded(*map(np.concatenate, (ids, spans, words, features)))


def _numbers(values: Sequence[object], columns: int = 0) -> Numbers:
    array = np.asarray(values, dtype=np.int64)
    return array.reshape(-1, columns) if columns else array


def _canonical(text: str, ranges: Iterable[Span]) -> str:
    """The text with one style of quotation marks, as long as before."""
    characters = list(text.translate(PLAIN))
    for span in ranges:
        if span.end - span.start < 2:
            continue
        characters[span.start] = "“"
        if text[span.start : span.start + 2] in {"''", "``"}:
            characters[span.start + 1] = " "
        if text[span.end - 1] in "”’\"'»“":
            characters[span.end - 1] = "”"
            if text[span.end - 2 : span.end] == "''":
                characters[span.end - 2] = " "
    return "".join(characters)


def _depths(length: int, ranges: Iterable[Span]) -> list[int]:
    depths = [0] * (length + 1)
    for span in ranges:
        for place in range(span.start, span.end):
            depths[place] += 1
    return depths


def _casings(text: str, words: Sequence[int], offsets: Sequence[tuple[int, int]]) -> list[Casing]:
    """The casing of each word of a text."""
    bounds: dict[int, tuple[int, int]] = {}
    for word, (start, end) in zip(words, offsets, strict=True):
        bounds[word] = (bounds[word][0] if word in bounds else start, end)
    return [_casing(text[start:end]) for start, end in bounds.values()]


def _casing(word: str) -> Casing:
    if not any(character.isalpha() for character in word):
        digit = any(character.isdigit() for character in word)
        return Casing.NUMBER if digit else Casing.MARK
    if word.islower():
        return Casing.LOWER
    if word[0].isupper() and (len(word) == 1 or word[1:].islower()):
        return Casing.TITLE
    return Casing.UPPER if word.isupper() else Casing.MIXED
