"""Search means what a reader types, not how a newspaper sets it."""

from __future__ import annotations

import pytest

from according.domain.spans import Span
from according.ui.page.finding import find_spans, whole_words

TEXT = "The port’s “bridge” – the bridge —\u00a0and its bridgehead. 🌉 Bridge!"
ALL = [Span(0, len(TEXT))]


def found(query: str, *, whole: bool = False) -> list[str]:
    return [span.of(TEXT) for span in find_spans(TEXT, ALL, query, whole=whole)]


def test_case_does_not_count() -> None:
    assert found("BRIDGE") == ["bridge", "bridge", "bridge", "Bridge"]


def test_whole_words() -> None:
    assert found("bridge", whole=True) == ["bridge", "bridge", "Bridge"]


@pytest.mark.parametrize(
    ("query", "words"),
    [("port's", "port’s"), ('"bridge"', "“bridge”"), ("- the", "– the"), ("— and", "—\u00a0and")],
)
def test_typed_and_printed_forms_are_alike(query: str, words: str) -> None:
    assert found(query) == [words]


def test_signs_are_taken_as_written() -> None:
    assert found("bridge.") == []
    assert found("head.") == ["head."]


def test_nothing_is_sought_for_spaces() -> None:
    assert found("  ") == []


def test_only_what_is_shown_is_searched() -> None:
    assert find_spans(TEXT, [Span(0, 10)], "bridge") == ()


@pytest.mark.parametrize(
    ("part", "whole"),
    [
        ("rry ca", "ferry came"),
        (" came ", "came"),
        ("men", "fishermen’s"),
        ("so-ca", "so-called"),
        ("ack,", "back,"),
        ("“The fe", "“The ferry"),
    ],
)
def test_a_selection_grows_to_whole_words(part: str, whole: str) -> None:
    text = "“The ferry came back,” said the fishermen’s so-called king."
    start = text.index(part)
    assert whole_words(text, Span(start, start + len(part))).of(text) == whole
