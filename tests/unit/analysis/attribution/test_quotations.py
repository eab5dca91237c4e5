"""Quotation marks are paired whatever their style, and a stray one costs no more than its own."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language

from according.analysis.attribution.quotations import Quoted, find_quotations
from according.analysis.passages import parse
from according.domain.article import Article
from tests.unit.analysis.articles import article_of


def found(nlp: Language, *paragraphs: str) -> tuple[list[str], tuple[str, ...]]:
    """The quotations in words, outer ones only, and the warnings."""
    article, quotations, warnings = read(nlp, *paragraphs)
    return [one.span.of(article.text) for one in quotations if not one.nested], warnings


def read(nlp: Language, *paragraphs: str) -> tuple[Article, tuple[Quoted, ...], tuple[str, ...]]:
    article = article_of(*paragraphs)
    quotations, warnings = find_quotations(parse(nlp, article))
    return article, quotations, warnings


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We won,” she said.", ["“We won,”"]),
        ('"We won," she said.', ['"We won,"']),
        ('“We won," she said. "Nobody lost.”', ['“We won,"', '"Nobody lost.”']),
        ("‘We won,’ she said.", ["‘We won,’"]),
        ("'We won,' she said.", ["'We won,'"]),
        ("''We won,'' she wrote.", ["''We won,''"]),
        ("‘It wasn’t Ann’s dog,’ he said.", ["‘It wasn’t Ann’s dog,’"]),
        ("The ’90s, rock ’n’ roll and ’em all.", []),
        ("The players’ union and the Smiths’ car.", []),
        ("‘The players’ union will win,’ he said.", ["‘The players’ union will win,’"]),
        ("Don't touch the dogs' bowl.", []),
        ('A 6" pipe and a 12" record.', []),
        ("He called it “a ‘grave’ mistake” twice.", ["“a ‘grave’ mistake”"]),
        ("He called it ‘a “grave” mistake’ twice.", ["‘a “grave” mistake’"]),
        ("It was “good”, “better” and “best”.", ["“good”", "“better”", "“best”"]),
        ("She left (“for good”, she said).", ["“for good”"]),
        ("No quotation at all.", []),
    ],
)
def test_pairs(nlp: Language, text: str, expected: list[str]) -> None:
    assert found(nlp, text) == (expected, ())


def test_inner_leaves_the_marks_out(nlp: Language) -> None:
    article, (quoted,), _ = read(nlp, "“We won,” she said.")
    assert quoted.inner.of(article.text) == "We won,"


def test_nested_quotation_says_so(nlp: Language) -> None:
    article, quotations, _ = read(nlp, "He called it “a ‘grave’ mistake” twice.")
    assert [(one.span.of(article.text), one.nested) for one in quotations] == [
        ("“a ‘grave’ mistake”", False),
        ("‘grave’", True),
    ]


def test_quotation_over_several_paragraphs(nlp: Language) -> None:
    article, quotations, warnings = read(
        nlp, "She said: “It began at noon.", "“Then it rained.", "“By dusk all was lost.”"
    )
    assert [one.span.of(article.text) for one in quotations] == [
        "“It began at noon.",
        "“Then it rained.",
        "“By dusk all was lost.”",
    ]
    assert [one.continued for one in quotations] == [False, True, True]
    assert warnings == ()


def test_stray_opening_mark_costs_its_own_quotation(nlp: Language) -> None:
    texts, warnings = found(
        nlp, "He said “nothing and left.", "Then “all was well”, she said.", "“Fine,” he said."
    )
    assert texts == ["“all was well”", "“Fine,”"]
    (warning,) = warnings
    assert "“He said “nothing and left.”" in warning


def test_stray_closing_mark_costs_nothing_else(nlp: Language) -> None:
    texts, warnings = found(nlp, "Nothing here” and “good” there.")
    assert texts == ["“good”"]
    assert len(warnings) == 1


def test_warning_shows_only_the_beginning_of_a_long_paragraph(nlp: Language) -> None:
    (warning,) = found(nlp, "A stray mark” in a paragraph. " + "It goes on and on. " * 20)[1]
    assert "A stray mark” in a paragraph. It goes on…" in warning
    assert len(warning) < 200


@pytest.mark.parametrize(
    ("text", "scare"),
    [
        ("The council sold the “temporary” car park.", True),
        ("He called the talks “very useful indeed”.", True),
        ("“We won,” she said.", False),
        ("“Nobody knew.”", False),
        ("The “plan is dead” faction won.", False),
    ],
)
def test_scare_quotes(nlp: Language, text: str, *, scare: bool) -> None:
    _, (quoted,), _ = read(nlp, text)
    assert quoted.scare is scare


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.text("ab ,.“”‘’\"'s\u00a0", min_size=1, max_size=24), min_size=1, max_size=4))
def test_any_marks_give_ordered_quotations_inside_their_paragraph(
    nlp: Language, paragraphs: list[str]
) -> None:
    article, quotations, _ = read(nlp, *paragraphs)
    starts = [one.span.start for one in quotations]
    assert starts == sorted(starts)
    for one in quotations:
        assert one.span.contains(one.inner)
        assert any(block.span.contains(one.span) for block in article.blocks)
