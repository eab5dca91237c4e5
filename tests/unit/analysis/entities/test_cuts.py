"""Names that the model has run together are parted again."""

from __future__ import annotations

import pytest
import spacy

from according.analysis.drafts import Passage
from according.analysis.entities.cuts import parts
from according.analysis.entities.gazetteer import load_gazetteer
from according.analysis.entities.lines import Line
from according.domain.article import Block, BlockKind
from according.domain.spans import Span


def line_of(words: str, pos: str) -> Line:
    doc = spacy.tokens.Doc(spacy.blank("en").vocab, words=words.split(), pos=pos.split())
    count, passage = len(doc), Passage(0, Block(BlockKind.PARAGRAPH, Span(0, len(doc.text))), doc)
    ends = tuple(token.idx + len(token) for token in doc)
    return Line(
        number=0, passage=passage, doc=doc, printed=doc.text,
        words=tuple(words.split()), pos=tuple(pos.split()), deps=("",) * count,
        heads=(0,) * count, starts=tuple(token.idx for token in doc), ends=ends,
        sentence=(0,) * count, borders=((0, count),), title_case=False, shouted=False,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("words", "pos", "label", "expected"),
    [
        (
            "Helen Marsh for Rail Standards",
            "PROPN PROPN ADP PROPN PROPN",
            "ORG",
            ["Helen Marsh", "Rail Standards"],
        ),
        ("Marsh the Rail Board", "PROPN DET PROPN PROPN", "ORG", ["Marsh", "Rail Board"]),
        (
            "Guild of the Salt",
            "PROPN ADP DET PROPN",
            "ORG",
            ["Guild of the Salt"],
        ),
        ("Ivan the Terrible", "PROPN DET PROPN", "PERSON", ["Ivan the Terrible"]),
        (
            "Martin College for Girls",
            "PROPN PROPN ADP PROPN",
            "ORG",
            ["Martin College for Girls"],
        ),
    ],
)
def test_parts(words: str, pos: str, label: str, expected: list[str]) -> None:
    line = line_of(words, pos)
    found = parts(line, 0, len(line), label, load_gazetteer())
    assert [line.text(part.start, part.stop) for part in found] == expected


def test_no_name_ends_in_half_a_noun_phrase() -> None:
    line = line_of("Lumenism on Dutch television", "PROPN ADP ADJ NOUN")
    assert [*parts(line, 0, 3, "ORG", load_gazetteer())] == [range(1)]
