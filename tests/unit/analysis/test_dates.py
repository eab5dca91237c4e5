"""The dates of a claim are those in its words, or those of its cue."""

from __future__ import annotations

from datetime import date

import pytest
from spacy.language import Language

from according.analysis.dates import when
from according.analysis.passages import parse
from tests.unit.analysis.articles import article_of, span_of

PUBLISHED = date(2024, 10, 8)


def dates_in(nlp: Language, text: str, content: str, cue: str | None = None) -> tuple[str, ...]:
    article = article_of(text)
    found = (span_of(article, cue),) if cue is not None else ()
    return when(parse(nlp, article), (span_of(article, content),), PUBLISHED, cue=found)


def test_dates_in_the_content_in_text_order(nlp: Language) -> None:
    text = "The dam was finished in 2019 and failed in June, the engineer said on Sunday."
    content = "The dam was finished in 2019 and failed in June"
    assert dates_in(nlp, text, content) == ("2019", "2024-06")


def test_the_date_of_the_cue_stands_in_where_the_content_has_none(nlp: Language) -> None:
    text = "The harbour board on Sunday blamed the contractor for leaving the gate open."
    content = "for leaving the gate open"
    assert dates_in(nlp, text, content, "blamed") == ("2024-10-06",)
    assert dates_in(nlp, text, content) == ()


def test_the_date_of_the_cue_is_not_mixed_with_the_contents_own(nlp: Language) -> None:
    text = "The board said on Sunday that the gate was replaced in 2021."
    assert dates_in(nlp, text, "the gate was replaced in 2021", "said") == ("2021",)


def test_a_date_ahead_lies_ahead(nlp: Language) -> None:
    text = "The mayor said the bridge will open in December."
    assert dates_in(nlp, text, "the bridge will open in December") == ("2024-12",)


def test_may_is_a_month_only_where_it_is_one(nlp: Language) -> None:
    text = "The mayor said it may rain and that the bridge closed in May."
    assert dates_in(nlp, text, "it may rain") == ()
    assert dates_in(nlp, text, "the bridge closed in May") == ("2024-05",)


def test_an_emoji_before_the_date_does_not_move_it(nlp: Language) -> None:
    text = "🌉🌉 Ann Lee said the bridge closed in 2021."
    assert dates_in(nlp, text, "the bridge closed in 2021") == ("2021",)


@pytest.mark.parametrize("time", ["within days", "in the coming weeks", "every day"])
def test_the_date_of_the_cue_is_not_that_of_an_open_time(nlp: Language, time: str) -> None:
    content = f"trains will run {time}"
    assert dates_in(nlp, f"The mayor said on Monday that {content}.", content, "said") == ()
