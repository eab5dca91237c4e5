"""Several passages are described as each would be alone."""

from __future__ import annotations

from according.domain.anchoring import describe, describe_all
from tests import factories


def test_described_together_as_each_alone() -> None:
    text = factories.article().text
    spans = [factories.span_of(text, words) for words in ("Port Ansel", "Reyl", "🌉", "Reyl said")]
    assert describe_all(text, spans) == tuple(describe(text, span) for span in spans)
    assert describe_all(text, []) == ()
