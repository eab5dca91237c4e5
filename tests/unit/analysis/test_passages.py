"""Blocks become passages, progress and cancelling work, and sentence borders are mended."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from spacy.language import Language

from according.analysis.passages import Cancelled, parse, sentence_of, sentences
from according.domain.article import Block, BlockKind
from tests.unit.analysis.articles import article_of, span_of


def read(nlp: Language, paragraph: str) -> list[str]:
    (passage,) = parse(nlp, article_of(paragraph)).passages
    return [sentence.text for sentence in sentences(passage)]


def test_only_blocks_of_the_story_become_passages(nlp: Language) -> None:
    article = article_of("The mayor resigned.", "Subscribe now.", "Nobody was surprised.")
    folded = Block(BlockKind.BOILERPLATE, article.blocks[1].span, "an appeal")
    parsed = parse(nlp, replace(article, blocks=(article.blocks[0], folded, article.blocks[2])))
    assert [passage.index for passage in parsed.passages] == [0, 2]


def test_token_spans_are_code_points_of_the_article(nlp: Language) -> None:
    article = article_of("A 🦊 ran.", "Then Ann Lee 🦊 spoke to Bob.")
    parsed = parse(nlp, article)
    second = parsed.passages[1]
    bob = next(token for token in second.doc if token.text == "Bob")
    assert second.span(bob) == span_of(article, "Bob")
    tokens = second.tokens(span_of(article, "Ann Lee"))
    assert tokens is not None
    assert tokens.text == "Ann Lee"


def test_a_passage_begins_behind_its_dateline(nlp: Language) -> None:
    article = article_of("Dam holds", "ELKO, Nev. (AP) — Ann Lee left. Bob stayed.")
    _, passage = parse(nlp, article).passages
    assert passage.doc.text == "Ann Lee left. Bob stayed."
    bob = next(token for token in passage.doc if token.text == "Bob")
    assert passage.span(bob) == span_of(article, "Bob")
    tokens = passage.tokens(span_of(article, "Ann Lee"))
    assert tokens is not None
    assert tokens.text == "Ann Lee"


def test_progress_is_told_block_by_block(nlp: Language) -> None:
    told: list[tuple[int, int]] = []
    article = article_of("One came.", "Two went.", "Three stayed.")
    parse(nlp, article, on_progress=lambda done, of: told.append((done, of)))
    assert told == [(1, 3), (2, 3), (3, 3)]


def test_cancelling_stops_between_blocks(nlp: Language) -> None:
    told: list[int] = []
    article = article_of(*(f"Sentence number {n} is here." for n in range(40)))
    with pytest.raises(Cancelled):
        parse(
            nlp,
            article,
            on_progress=lambda done, _: told.append(done),
            cancelled=lambda: len(told) >= 3,
        )
    assert told == [1, 2, 3]


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        (
            "“We won!” she said. “Nobody lost.” The crowd cheered.",
            ["“We won!” she said.", "“Nobody lost.”", "The crowd cheered."],
        ),
        (
            'The mayor said: "We will rebuild." Then she left.',
            ['The mayor said: "We will rebuild."', "Then she left."],
        ),
        (
            "“The bridge is safe,” Lt Gen Ada Moor told us. She left.",
            ["“The bridge is safe,” Lt Gen Ada Moor told us.", "She left."],
        ),
        (
            "The U.S. officials left early. Nobody noticed.",
            ["The U.S. officials left early.", "Nobody noticed."],
        ),
    ],
)
def test_sentence_borders(nlp: Language, paragraph: str, expected: list[str]) -> None:
    assert read(nlp, paragraph) == expected


def test_sentences_cover_the_passage_and_hold_each_token(nlp: Language) -> None:
    text = 'He said: “No.” (Others disagreed.) "Why?" asked Ann. It was late'
    (passage,) = parse(nlp, article_of(text)).passages
    found = sentences(passage)
    assert found[0].start == 0
    assert found[-1].end == len(passage.doc)
    assert all(a.end == b.start for a, b in pairwise(found))
    for token in passage.doc:
        holder = sentence_of(passage, token)
        assert holder.start <= token.i < holder.end
