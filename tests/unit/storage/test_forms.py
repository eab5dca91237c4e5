"""What is stored comes back as the same value."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from according.domain.claims import LinkKind
from according.domain.notes import Correction, CorrectionKind
from according.storage.forms import article_form, article_of, correction_form, correction_of
from tests.factories import article, selector, span_of

ARTICLE = article()


@pytest.mark.parametrize(
    "published", [None, date(2025, 3, 3), datetime(2025, 3, 3, 8, 15, tzinfo=UTC)]
)
def test_an_article_comes_back_whole(published: date | None) -> None:
    kept = replace(ARTICLE, published=published, address="https://post.example/bridge")
    form = json.loads(json.dumps(article_form(kept)))
    back = article_of(
        form, text=kept.text, sha256=kept.sha256, title=kept.title, address=kept.address
    )
    assert back == kept
    assert type(back.published) is type(published)


@pytest.mark.parametrize("other", [True, False])
def test_a_correction_comes_back_whole(other: bool) -> None:
    text = ARTICLE.text
    correction = Correction(
        id="k1",
        kind=CorrectionKind.ADD_LINK if other else CorrectionKind.SET_SOURCE,
        target=replace(selector(text, span_of(text, "overloading the bridge")), rival=0.25),
        names=() if other else ("Rosa Lindqvist", "Tomas Reyl"),
        link=LinkKind.DENIES if other else None,
        other=selector(text, span_of(text, "SAVE IT 🌉")) if other else None,
        created=datetime(2025, 3, 4, tzinfo=UTC),
    )
    form = json.loads(json.dumps(correction_form(correction)))
    assert correction.created is not None
    assert (
        correction_of(form, id="k1", kind=correction.kind.value, created=correction.created)
        == correction
    )
