"""A passage's tokens as plain sequences: the rules about names read them many times over."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc

from according.analysis.drafts import Parsed, Passage
from according.analysis.passages import sentences
from according.domain.article import BlockKind
from according.domain.spans import Span

POSSESSIVE = frozenset(("'s", "’s", "'", "’"))
TITLE_CASE = 0.7
"""Share of long words with a capital from which a headline counts as set in title case."""


@dataclass(frozen=True, slots=True)
class Line:
    """Tokens of one passage, `printed` as its text.

    `starts` and `ends` are code points of the article; `heads` are token numbers, `sentence` and
    `borders` say in which mended sentence a token stands and where those begin and end.
    `title_case` and `shouted` say that capitals mean nothing here.
    """

    number: int
    passage: Passage
    doc: Doc
    printed: str
    words: tuple[str, ...]
    pos: tuple[str, ...]
    deps: tuple[str, ...]
    heads: tuple[int, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    sentence: tuple[int, ...]
    borders: tuple[tuple[int, int], ...]
    title_case: bool
    shouted: bool

    def __len__(self) -> int:
        return len(self.words)

    def span(self, start: int, end: int) -> Span:
        """Where tokens [start, end) stand in the article."""
        return Span(self.starts[start], self.ends[end - 1])

    def text(self, start: int, end: int) -> str:
        """The words of tokens [start, end) as printed."""
        offset = self.passage.block.span.start
        return self.printed[self.starts[start] - offset : self.ends[end - 1] - offset]

    def capital(self, index: int) -> bool:
        """Whether a token is a word or number-word that begins with a capital."""
        return self.words[index][0].isupper()

    def opens_sentence(self, index: int) -> bool:
        """Whether nothing but marks stands before a token in its sentence."""
        first = self.borders[self.sentence[index]][0]
        return all(not self.words[i][0].isalnum() for i in range(first, index))

    def inside(self, span: Span) -> tuple[int, int] | None:
        """The tokens [start, end) that an article span touches in this line."""
        tokens = self.passage.tokens(span)
        return (tokens.start, tokens.end) if tokens is not None and len(tokens) else None


def lines_of(parsed: Parsed) -> tuple[Line, ...]:
    """Every passage as a line, in order."""
    return tuple(_line(number, passage) for number, passage in enumerate(parsed.passages))


def _line(number: int, passage: Passage) -> Line:
    doc, offset = passage.doc, passage.block.span.start
    tokens = list(doc)  # one object for each token: making them anew takes longer than reading
    words = tuple(token.text for token in tokens)
    starts = tuple(offset + token.idx for token in tokens)
    borders = tuple((sentence.start, sentence.end) for sentence in sentences(passage))
    sentence = tuple(n for n, (start, end) in enumerate(borders) for _ in range(start, end))
    return Line(
        number=number,
        passage=passage,
        doc=doc,
        printed=doc.text,
        words=words,
        pos=tuple(token.pos_ for token in tokens),
        deps=tuple(token.dep_ for token in tokens),
        heads=tuple(token.head.i for token in tokens),
        starts=starts,
        ends=tuple(start + len(word) for start, word in zip(starts, words, strict=True)),
        sentence=sentence,
        borders=borders,
        title_case=_title_case(words, passage.block.kind),
        shouted=_shouted(words),
    )


def _title_case(words: tuple[str, ...], kind: BlockKind) -> bool:
    if kind not in (BlockKind.HEADLINE, BlockKind.HEADING, BlockKind.STANDFIRST):
        return False
    long = [word for word in words if len(word) > 3 and word.isalpha()]
    return len(long) > 3 and sum(word[0].isupper() for word in long) >= TITLE_CASE * len(long)


def _shouted(words: tuple[str, ...]) -> bool:
    long = [word for word in words if len(word) > 3 and word.isalpha()]
    if len(words) > 1 and long and not any(letter.islower() for word in words for letter in word):
        return True  # a heading of two or three words
    return len(long) > 3 and sum(word.isupper() for word in long) >= TITLE_CASE * len(long)
