"""The passage of a place is found whatever the number of blocks."""

from __future__ import annotations

from spacy.language import Language

from according.analysis.passages import parse
from according.domain.spans import Span
from tests.unit.analysis.articles import article_of


def test_each_place_has_its_passage_and_a_border_none(nlp: Language) -> None:
    lines = [f"Line {number} is short." for number in range(9)]
    article = article_of(*lines)
    parsed = parse(nlp, article)
    for passage in parsed.passages:
        span = passage.block.span
        for position in (span.start, span.end - 1):
            found = parsed.passage_at(position)
            assert found is not None
            assert found.index == passage.index
        assert parsed.passage_at(span.end) is None
    assert parsed.passage_at(len(article.text) + 5) is None


def test_a_span_over_three_passages_has_them_in_order(nlp: Language) -> None:
    article = article_of("One is here.", "Two is here.", "Three is here.", "Four is here.")
    parsed = parse(nlp, article)
    over = parsed.passages_over(Span(14, 30))
    assert [passage.index for passage in over] == [1, 2]
    assert len(parsed.passages_over(Span(0, len(article.text)))) == 4
