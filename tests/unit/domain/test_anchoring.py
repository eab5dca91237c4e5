"""A passage is found again in a changed text, or not at all; never somewhere else in silence."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from according.domain.anchoring import CONTEXT, Found, describe, find, find_all, hash_of
from according.domain.spans import Span
from tests.factories import span_of

STORY = (
    "The tram depot at Millbrook will close in spring, the operator said on Tuesday.\n"
    "About forty drivers are to move to the new hall by the river. “Nobody will lose a day’s pay,” "
    "said the depot’s manager, Ines Falk.\n"
    "The drivers’ union called the move “rushed and badly explained”.\n"
    "The hall was finished last year and cost 12 million crowns, twice what was planned.\n"
    "The operator said on Tuesday that the old depot may become a museum."
)


def _found(text: str, words: str, *, original: str = STORY, nth: int = 0) -> Found | None:
    return find(text, describe(original, span_of(original, words, nth)))


def test_describe_keeps_words_context_position_and_hash() -> None:
    span = span_of(STORY, "rushed and badly explained")
    selector = describe(STORY, span)
    assert selector.exact == "rushed and badly explained"
    assert selector.prefix == STORY[span.start - CONTEXT : span.start]
    assert selector.suffix == "”.\nThe hall was finished last yea"[:CONTEXT]
    assert (selector.start, selector.end) == (span.start, span.end)
    assert selector.text_hash == hash_of(STORY)
    assert selector.rival == 0


def test_describe_knows_how_well_another_place_would_fit() -> None:
    line = "The tram was late and nobody said why, a driver told us.\n"
    once = describe(line + STORY, span_of(STORY, "the operator said on Tuesday").shifted(len(line)))
    again = describe(line + STORY + "\n" + line, span_of(line, "nobody said why"))
    assert 0.5 < once.rival < 0.75
    assert again.rival > 0.8


def test_context_ends_with_the_text() -> None:
    selector = describe("🌉 bridge", Span(0, 1))
    assert (selector.prefix, selector.suffix) == ("", " bridge")


def test_the_position_holds_in_the_same_text_even_for_repeated_words() -> None:
    second = span_of(STORY, "Tuesday", 1)
    assert find(STORY, describe(STORY, second)) == Found(second, exact=True, score=1.0)


def test_a_position_that_does_not_hold_its_words_is_not_believed() -> None:
    selector = replace(describe(STORY, span_of(STORY, "Ines Falk")), start=0, end=9)
    found = find(STORY, selector)
    assert found is not None
    assert found.span == span_of(STORY, "Ines Falk")


def test_finds_the_words_where_they_moved() -> None:
    changed = "Correction: an earlier version named another town. 🚋\n" + STORY
    found = _found(changed, "cost 12 million crowns")
    assert found is not None
    assert found.span.of(changed) == "cost 12 million crowns"
    assert found.exact


def test_typography_alone_is_no_change_of_words() -> None:
    changed = STORY.replace("“", '"').replace("”", '"').replace("’", "'").replace(" ", "\u00a0", 40)
    found = _found(changed, "“Nobody will lose a day’s pay,”")
    assert found is not None
    assert found.exact
    assert found.span.of(changed).replace("\u00a0", " ") == '"Nobody will lose a day\'s pay,"'


@pytest.mark.parametrize(
    ("words", "before", "after", "now"),
    [
        (
            "About forty drivers are to move to the new hall by the river.",
            "About forty drivers are to move",
            "Some forty tram drivers will move",
            "Some forty tram drivers will move to the new hall by the river.",
        ),
        (
            "cost 12 million crowns, twice what was planned",
            "12 million crowns, twice",
            "13.4 million crowns, more than twice",
            "cost 13.4 million crowns, more than twice what was planned",
        ),
        (
            "“rushed and badly explained”",
            "rushed and badly",
            "rushed, secretive and badly",
            "“rushed, secretive and badly explained”",
        ),
        (
            "The drivers’ union called the move “rushed and badly explained”.",
            "The drivers’ union called",
            "On Wednesday the union that speaks for the drivers called",
            (
                "On Wednesday the union that speaks for the drivers called the move “rushed and "
                "badly explained”."
            ),
        ),
    ],
)
def test_reworded_passages_are_found_with_whole_words_at_both_edges(
    words: str, before: str, after: str, now: str
) -> None:
    changed = STORY.replace(before, after)
    found = _found(changed, words)
    assert found is not None
    assert not found.exact
    assert found.span.of(changed) == now


def test_a_worse_quote_scores_lower() -> None:
    words = "About forty drivers are to move to the new hall by the river."
    texts = [
        STORY,
        STORY.replace("forty", "fifty"),
        STORY.replace("forty", "fifty").replace("new hall", "old shed"),
        STORY.replace("forty drivers are to", "fifty men must").replace("new hall", "old shed"),
    ]
    scores = [found.score for text in texts if (found := _found(text, words))]
    assert len(scores) == len(texts)
    assert scores == sorted(scores, reverse=True)
    assert len(set(scores)) == len(scores)


def test_a_passage_that_is_gone_is_an_orphan() -> None:
    changed = STORY.replace(
        "The drivers’ union called the move “rushed and badly explained”.\n", ""
    )
    assert (
        _found(changed, "The drivers’ union called the move “rushed and badly explained”.") is None
    )


def test_other_words_between_the_same_neighbours_are_not_the_passage() -> None:
    words = "The hall was finished last year and cost 12 million crowns, twice what was planned."
    changed = STORY.replace(
        words, "Nobody at City Hall answered our questions before we went to press."
    )
    assert _found(changed, words) is None


def test_the_neighbours_tell_repeated_words_apart() -> None:
    changed = "A new first paragraph.\n" + STORY
    for nth in (0, 1):
        found = _found(changed, "operator said on Tuesday", nth=nth)
        assert found is not None
        assert found.span == span_of(changed, "operator said on Tuesday", nth)


def test_repeated_words_with_the_same_neighbours_are_not_told_apart_by_position() -> None:
    line = "The spokesman declined to comment on the report about the tram depot.\n"
    original = line * 2 + "Later he changed his mind and answered every question.\n" + line * 2
    selector = describe(original, span_of(original, "declined to comment", 1))
    assert find("One line more.\n" + original, selector) is None


def test_a_repeated_passage_does_not_move_when_its_own_place_is_gone() -> None:
    twice = "“We were told nothing until the gates were shut,” one driver said."
    original = f"{twice}\n{STORY}\n{twice}\nThe museum has no comment."
    selector = describe(original, span_of(original, twice))
    assert find(original.removeprefix(twice + "\n"), selector) is None


def test_a_short_word_does_not_move_to_another_sentence() -> None:
    changed = STORY.replace("said the depot’s manager, Ines Falk", "Ines Falk told us")
    changed = changed.replace("operator said on Tuesday that", "operator hopes that")
    assert _found(changed, "said", nth=1) is None


def test_nearly_equal_candidates_count_as_none() -> None:
    original = "The minister said on Monday that the bridge is safe for lorries and buses."
    first = "The minister said on Tuesday that the bridge is safe for lorries and buses."
    second = "The minister said on Wednesday that the bridge is safe for lorries and buses."
    selector = describe(original, Span(0, len(original)))
    changed = f"Something else.\n{first}\nAnd more.\n{second}\nThe end."
    assert find(changed, selector) is None


def test_long_words_without_their_neighbours_are_found_with_a_low_score() -> None:
    words = "cost 12 million crowns, twice what was planned"
    changed = f"Trams are in the news.\nThe hall {words}, we hear."
    found = _found(changed, words)
    assert found is not None
    assert found.exact
    assert found.score < 0.75


def test_neither_a_copy_elsewhere_nor_the_reworded_place_is_taken() -> None:
    words = "“rushed and badly explained”"
    changed = STORY.replace(words, "“hurried and badly explained”")
    changed += f"\nReaders’ letters this week\n{words}"
    assert _found(changed, words) is None


TOKYO = "東京の橋は安全だと市長が述べた。工事は来週始まる。"
OPEN = "🌉🌉 The bridge is open 🎉 again."


@pytest.mark.parametrize(
    ("original", "words", "changed", "now"),
    [
        (TOKYO, "橋は安全だと市長", "本日、" + TOKYO, "橋は安全だと市長"),
        (TOKYO, "安全だと市長が述べた", TOKYO.replace("だ", ""), "安全と市長が述べた"),
        (OPEN, "is open 🎉 again", "🌉 New! " + OPEN, "is open 🎉 again"),
        (
            "In 1\u00a0000 cases the\u00a0test failed, it said.",
            "1\u00a0000 cases",
            "Now in 1 000 cases the test failed, it said.",
            "1 000 cases",
        ),
    ],
)
def test_emoji_fixed_spaces_and_unspaced_scripts(
    original: str, words: str, changed: str, now: str
) -> None:
    found = _found(changed, words, original=original)
    assert found is not None
    assert found.span.of(changed) == now


def test_a_very_long_passage_is_found_by_its_ends() -> None:
    long = " ".join(f"sentence {number} of a long report." for number in range(400))
    original = f"The beginning.\n{long}\nThe end."
    changed = original.replace("sentence 3 of", "sentence three of").replace(
        "399 of a", "399 of this"
    )
    found = _found(changed, long, original=original)
    assert found is not None
    assert found.span == Span(15, len(changed) - 9)


def test_an_empty_passage_is_found_in_its_own_text_only() -> None:
    selector = describe(STORY, Span(5, 5))
    assert find(STORY, selector) == Found(Span(5, 5), exact=True, score=1.0)
    assert find(STORY + " ", selector) is None


def test_find_all_answers_each_in_its_order() -> None:
    changed = STORY.replace("Ines Falk", "Ines Falk-Moran")
    words = ["twice what was planned", "no such words here", "Millbrook"]
    selectors = [
        replace(describe(STORY, Span(0, 0)), exact=one)
        if one not in STORY
        else describe(STORY, span_of(STORY, one))
        for one in words
    ]
    found = find_all(changed, selectors)
    assert [one and one.span.of(changed) for one in found] == [words[0], None, words[2]]


WORDS = st.sampled_from(
    ("river", "tram", "hall", "driver", "manager", "crowns", "museum", "gate", "橋", "café", "🚋")
)
PARAGRAPH = st.lists(WORDS, min_size=5, max_size=11, unique=True).map(" ".join)


@st.composite
def _edited(draw: st.DrawFn) -> tuple[list[str], int, list[str], int]:
    """Paragraphs, the index of one, and the same with others added and removed around it."""
    paragraphs = draw(st.lists(PARAGRAPH, min_size=2, max_size=7))
    chosen = draw(st.integers(0, len(paragraphs) - 1))
    keep = [draw(st.booleans()) for _ in paragraphs]
    keep[chosen] = True
    changed: list[str] = []
    place = 0
    for index, paragraph in enumerate(paragraphs):
        changed += draw(st.lists(PARAGRAPH, max_size=2))
        if index == chosen:
            place = len(changed)
        if keep[index]:
            changed.append(paragraph)
    return paragraphs, chosen, changed, place


@given(_edited())
@example(
    (
        ["river tram hall driver manager", "river tram hall driver manager crowns"],
        0,
        ["river tram hall driver manager crowns", "river tram hall driver manager"],
        1,
    )
)
def test_paragraphs_added_and_removed_never_move_a_passage(
    edit: tuple[list[str], int, list[str], int],
) -> None:
    paragraphs, chosen, changed, place = edit
    assume(paragraphs.count(paragraphs[chosen]) == 1)
    assume(changed.count(paragraphs[chosen]) == 1)
    text, now = "\n".join(paragraphs), "\n".join(changed)
    start = sum(len(one) + 1 for one in paragraphs[:chosen])
    there = sum(len(one) + 1 for one in changed[:place])
    length = len(paragraphs[chosen])
    found = find(now, describe(text, Span(start, start + length)))
    assert found is None or found.span == Span(there, there + length)


@given(st.lists(PARAGRAPH, min_size=1, max_size=5), st.data())
def test_a_passage_is_always_found_in_its_own_text(
    paragraphs: list[str], data: st.DataObject
) -> None:
    text = "\n".join(paragraphs)
    start = data.draw(st.integers(0, len(text)))
    span = Span(start, data.draw(st.integers(start, len(text))))
    assert find(text, describe(text, span)) == Found(span, exact=True, score=1.0)
