"""Scores made by hand become attributions: each content to one cue, a source to several."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from according.analysis.learned.decoding import (
    CONTENT,
    CUE,
    FROM,
    LOWEST,
    SOURCE,
    Attributed,
    Candidate,
    decode,
)
from according.analysis.learned.encoding import Encoded
from according.domain.spans import Span, Spans

WIDTH = 10
"""Code points from one piece to the next; a blank is the last of them."""


def pieces(count: int) -> Encoded:
    starts = np.arange(count, dtype=np.int64) * WIDTH
    return Encoded(
        ids=np.zeros(count, dtype=np.int64),
        spans=np.stack([starts, starts + WIDTH - 1], axis=1),
        words=np.arange(count, dtype=np.int64),
        features=np.zeros((count, 3), dtype=np.int64),
    )


def at(first: int, last: int | None = None) -> Span:
    """Where pieces `first` to `last` stand, both included."""
    return Span(first * WIDTH, ((first if last is None else last) + 1) * WIDTH - 1)


def candidate(
    anchor: int,
    *,
    source: Sequence[int] = (),
    cue: Sequence[int] = (),
    content: Sequence[int] = (),
    likely: float = 0.9,
    sure: float = 0.9,
    first: int = 0,
    length: int = 12,
) -> Candidate:
    """One that reads pieces of the article as its parts with probability `sure`."""
    labels = np.zeros((length, 4), dtype=np.float32)
    for label, chosen in ((SOURCE, source), (CUE, (anchor, *cue)), (CONTENT, content)):
        for piece in chosen:
            labels[piece - first, label] = sure
    labels[:, 0] = 1 - labels[:, 1:].sum(axis=1)
    return Candidate(anchor=anchor, cue=likely, first=first, labels=labels)


def contents(found: Sequence[Attributed]) -> list[Spans]:
    return [one.content for one in found]


def test_parts_are_spans_of_the_article_and_neighbours_are_joined() -> None:
    (found,) = decode(pieces(12), [candidate(4, source=[0, 1], cue=[3], content=[5, 6, 7, 9, 11])])
    assert found.anchor == at(4)
    assert found.source == (at(0, 1),)
    assert found.cue == (at(3, 4),)
    assert found.content == (at(5, 7), at(9), at(11))


def test_a_window_that_begins_later_reads_the_same_places() -> None:
    (found,) = decode(
        pieces(30), [candidate(24, source=[20], content=[26, 27], first=18, length=12)]
    )
    assert (found.anchor, found.source, found.content) == (at(24), (at(20),), (at(26, 27),))


def test_nothing_is_found_where_nothing_may_be_a_cue() -> None:
    assert decode(pieces(12), []) == []
    assert decode(pieces(0), []) == []


def test_attributions_stand_in_the_order_of_their_cues() -> None:
    found = decode(
        pieces(12), [candidate(9, content=[10, 11]), candidate(1, content=[2, 3], likely=0.6)]
    )
    assert [one.anchor for one in found] == [at(1), at(9)]


def test_content_goes_to_the_cue_that_wants_it_more() -> None:
    weak = candidate(1, content=[3, 4, 5], sure=0.7)
    strong = candidate(8, content=[4, 5, 6], sure=0.9)
    assert contents(decode(pieces(12), [weak, strong])) == [(at(3),), (at(4, 6),)]
    assert contents(decode(pieces(12), [strong, weak])) == [(at(3),), (at(4, 6),)]


def test_a_likelier_cue_wants_the_same_content_more() -> None:
    doubtful = candidate(1, content=[3, 4], likely=0.5)
    likely = candidate(8, content=[4, 5], likely=0.95)
    assert contents(decode(pieces(12), [doubtful, likely])) == [(at(3),), (at(4, 5),)]


def test_a_cue_whose_whole_content_another_takes_is_no_attribution() -> None:
    weak, strong = candidate(1, content=[4, 5], sure=0.7), candidate(8, content=[3, 4, 5, 6])
    (found,) = decode(pieces(12), [weak, strong])
    assert found.anchor == at(8)


def test_a_source_may_serve_several() -> None:
    both = [
        candidate(2, source=[0, 1], content=[3, 4]),
        candidate(6, source=[0, 1], content=[7, 8], sure=0.8),
    ]
    assert [one.source for one in decode(pieces(12), both)] == [(at(0, 1),), (at(0, 1),)]


def test_content_of_one_may_hold_the_source_and_cue_of_another() -> None:
    outer = candidate(1, source=[0], content=[2, 3, 4, 5, 6], likely=0.7, sure=0.8)
    inner = candidate(4, source=[3], content=[5, 6])
    first, second = decode(pieces(12), [outer, inner])
    assert (first.content, second.content) == ((at(2, 4),), (at(5, 6),))
    assert (second.source, second.cue) == ((at(3),), (at(4),))


def test_a_candidate_in_the_content_of_a_likelier_one_is_dropped() -> None:
    outer = candidate(1, source=[0], content=[2, 3, 4, 5, 6])
    inner = candidate(4, source=[3], content=[5, 6], likely=0.7)
    (only,) = decode(pieces(12), [outer, inner])
    assert only.content == (at(2, 6),)


def test_a_candidate_in_the_cue_of_a_likelier_one_is_dropped() -> None:
    said = candidate(4, source=[0], cue=[3], content=[6, 7], likely=0.9)
    has = candidate(3, source=[0], content=[8, 9], likely=0.8)
    (found,) = decode(pieces(12), [has, said])
    assert (found.anchor, found.content) == (at(4), (at(6, 7),))


def test_a_likelier_candidate_is_kept_before_the_cue_it_stands_in() -> None:
    said = candidate(4, source=[0], cue=[3], content=[6, 7], likely=0.7)
    has = candidate(3, source=[0], content=[8, 9], likely=0.8)
    found = decode(pieces(12), [has, said])
    assert [one.anchor for one in found] == [at(3), at(4)]


def test_a_candidate_that_is_dropped_keeps_no_content() -> None:
    said = candidate(4, cue=[3], content=[6, 7], likely=0.9, sure=0.7)
    has = candidate(3, content=[6, 7], likely=0.8, sure=0.95)
    assert contents(decode(pieces(12), [has, said])) == [(at(6, 7),)]


@pytest.mark.parametrize("label", [SOURCE, CUE, CONTENT])
def test_a_piece_below_its_threshold_is_no_part(label: int) -> None:
    def read(probability: float) -> int:
        one = candidate(4, source=[0, 1], cue=[3], content=[6, 7])
        one.labels[{SOURCE: 1, CUE: 3, CONTENT: 7}[label], label] = probability
        (found,) = decode(pieces(12), [one])
        return sum(map(len, (*found.source, *found.cue, *found.content)))

    assert read(FROM[label] + 0.01) - read(FROM[label] - 0.01) == WIDTH


def test_the_score_is_of_cue_and_content_together() -> None:
    one = candidate(4, content=[6, 7], likely=0.5)
    one.labels[7, CONTENT] = 0.7
    (found,) = decode(pieces(12), [one])
    assert found.score == pytest.approx(0.5 * 0.8)


def test_noise_is_left_out() -> None:
    assert decode(pieces(12), [candidate(4, content=[6, 7], likely=LOWEST)]) == []
    assert decode(pieces(12), [candidate(4, content=[6, 7], likely=LOWEST / 0.8)])


def test_a_cue_without_content_is_no_attribution() -> None:
    assert decode(pieces(12), [candidate(4, source=[0, 1])]) == []


def test_a_piece_is_one_part_of_an_attribution_only() -> None:
    one = candidate(4, source=[1, 2], cue=[5], content=[2, 5, 6])
    (found,) = decode(pieces(12), [one])
    assert (found.source, found.cue, found.content) == ((at(1),), (at(4),), (at(2), at(5, 6)))


def test_a_piece_of_the_cue_is_not_in_the_source() -> None:
    one = candidate(4, source=[1, 2], cue=[3], content=[6, 7])
    one.labels[3, SOURCE], one.labels[3, CUE] = FROM[SOURCE] + 0.05, FROM[CUE] + 0.05
    (found,) = decode(pieces(12), [one])
    assert (found.source, found.cue) == ((at(1, 2),), (at(3, 4),))


@st.composite
def candidates(draw: st.DrawFn) -> list[Candidate]:
    anchors = draw(st.lists(st.integers(0, 19), unique=True, max_size=6))
    made = []
    for anchor in anchors:
        first = draw(st.integers(max(0, anchor - 11), min(anchor, 8)))
        seed = draw(st.integers(0, 2**32 - 1))
        labels = np.random.default_rng(seed).dirichlet([0.4] * 4, 12).astype(np.float32)
        made.append(Candidate(anchor, draw(st.floats(0.15, 1)), first, labels))
    return made


@settings(deadline=None)
@given(candidates())
def test_whatever_the_scores_no_content_is_read_twice(scored: list[Candidate]) -> None:
    found = decode(pieces(20), scored)
    taken = sorted(span for one in found for span in one.content)
    assert all(not one.overlaps(other) for one, other in pairwise(taken))
    assert [one.anchor for one in found] == sorted(one.anchor for one in found)
    for one in found:
        assert 0 <= one.score <= 1
        assert not any(part.overlaps(c) for part in (*one.source, *one.cue) for c in one.content)
