"""What the model reads has its places in the article, and reads alike in any style of marks."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tokenizers import Tokenizer

from according.analysis.learned.encoding import Casing, Encoded, Opening, encode
from according.domain.article import Article, BlockKind
from tests.unit.analysis.articles import article_of, span_of


def words_of(article: Article, encoded: Encoded) -> list[str]:
    """The words of the article that the pieces stand for, in order."""
    found: dict[int, tuple[int, int]] = {}
    for word, (start, end) in zip(encoded.words.tolist(), encoded.spans.tolist(), strict=True):
        found[word] = (found.get(word, (start, end))[0], end)
    return [article.text[start:end] for start, end in found.values()]


def features_of(article: Article, encoded: Encoded, words: str, *, nth: int = 0) -> list[int]:
    """Opening, depth and casing of the piece that some words of the article begin with."""
    (row,) = (encoded.spans[:, 0] == span_of(article, words, nth=nth).start).nonzero()[0]
    found: list[int] = encoded.features[row].tolist()
    return found


def reading_of(tokenizer: Tokenizer, *paragraphs: str) -> tuple[Article, Encoded]:
    article = article_of(*paragraphs)
    return article, encode(tokenizer, article)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A plain line.", ["A", "plain", "line", "."]),
        ("Édith Noël arrivait déjà.", ["Édith", "Noël", "arrivait", "déjà", "."]),
        (
            "She 😀 and left 👩\u200d👧 here.",
            ["She", "😀", "and", "left", "👩\u200d👧", "here", "."],
        ),
        ("“Yes,” she said.", ["“", "Yes", ",", "”", "she", "said", "."]),
        ("Ten\u00a0kilos of\u200brice.", ["Ten", "kilos", "of", "rice", "."]),
        ("''Yes,'' she said.", ["''", "Yes", ",", "''", "she", "said", "."]),
        ("The re\u00adport came.", ["The", "re\u00adport", "came", "."]),
    ],
)
def test_pieces_stand_where_their_words_do(
    tokenizer: Tokenizer, text: str, expected: list[str]
) -> None:
    article, encoded = reading_of(tokenizer, "😀 Before, “é”.", text)
    words = words_of(article, encoded)
    # Of two marks that stand for one, the first is read.
    assert [word.replace("'", "''") for word in words[-len(expected) :]] == expected


def test_a_combining_mark_does_not_shift_what_follows(tokenizer: Tokenizer) -> None:
    article, encoded = reading_of(tokenizer, "Cafe\u0301 Noe\u0308l said no.")
    words = words_of(article, encoded)
    bare = [word.rstrip("\u0301") for word in words]
    assert bare == ["Cafe", "Noe\u0308l", "said", "no", "."]


def test_a_span_runs_from_the_first_piece_to_the_end_of_the_last(tokenizer: Tokenizer) -> None:
    article, encoded = reading_of(tokenizer, "One line.", "The weir gave way.")
    (first,) = (encoded.spans[:, 0] == span_of(article, "weir").start).nonzero()[0]
    assert encoded.span(first, len(encoded) - 2).of(article.text) == "weir gave way"


@pytest.mark.parametrize(
    "text",
    [
        '"We won," she said, "at last."',
        "''We won,'' she said, ''at last.''",
        "``We won,'' she said, ``at last.''",
        "'We won,' she said, 'at last.'",
        "‘We won,’ she said, ‘at last.’",
        "„We won,“ she said, „at last.“",
        "«We won,» she said, «at last.»",
        '“We won," she said, "at last.”',
    ],
)
def test_any_style_of_marks_reads_alike(tokenizer: Tokenizer, text: str) -> None:
    _, curly = reading_of(tokenizer, "“We won,” she said, “at last.”")
    _, encoded = reading_of(tokenizer, text)
    assert encoded.ids.tolist() == curly.ids.tolist()
    assert encoded.features.tolist() == curly.features.tolist()


@pytest.mark.parametrize(
    "text",
    [
        "The players’ union and the Smiths’ car aren’t Ann’s.",
        "The players' union and the Smiths' car aren't Ann's.",
        "The players` union and the Smiths´ car aren´t Ann`s.",
    ],
)
def test_an_apostrophe_is_no_quotation_mark(tokenizer: Tokenizer, text: str) -> None:
    _, plain = reading_of(tokenizer, "The players' union and the Smiths' car aren't Ann's.")
    _, encoded = reading_of(tokenizer, text)
    assert encoded.ids.tolist() == plain.ids.tolist()
    assert not encoded.features[:, 1].any()


def test_an_apostrophe_within_single_quotes_ends_nothing(tokenizer: Tokenizer) -> None:
    article, encoded = reading_of(tokenizer, "'It wasn't the dogs' bowl,' he said.")
    assert features_of(article, encoded, "bowl")[1] == 1
    assert features_of(article, encoded, "he said")[1] == 0


def test_depth_counts_the_quotations_around_a_piece(tokenizer: Tokenizer) -> None:
    article, encoded = reading_of(
        tokenizer, "He wrote: “She cried ‘never again’ twice.” Nobody came."
    )
    depths = {
        words: features_of(article, encoded, words)[1]
        for words in ("He", "“She", "cried", "‘never", "again", "’", "twice", "”", "Nobody")
    }
    assert depths == {
        "He": 0,
        **dict.fromkeys(("“She", "cried", "twice", "”"), 1),
        **dict.fromkeys(("‘never", "again", "’"), 2),
        "Nobody": 0,
    }


def test_a_quotation_goes_on_in_the_next_paragraph(tokenizer: Tokenizer) -> None:
    article, encoded = reading_of(
        tokenizer, "He said: “It began at noon.", "“It ended at dusk.” Then he left."
    )
    assert features_of(article, encoded, "noon")[1] == 1
    assert features_of(article, encoded, "dusk")[1] == 1
    assert features_of(article, encoded, "Then")[1] == 0


@pytest.mark.parametrize(
    ("word", "casing"),
    [
        ("harbour", Casing.LOWER),
        ("Harbour", Casing.TITLE),
        ("Île", Casing.TITLE),
        ("A", Casing.TITLE),
        ("NATO", Casing.UPPER),
        ("ÉTÉ", Casing.UPPER),
        ("McAllister", Casing.MIXED),
        ("eBay", Casing.MIXED),
        ("2024", Casing.NUMBER),
        ("—", Casing.MARK),
        ("€", Casing.MARK),
        ("80s", Casing.LOWER),
    ],
)
def test_casing(tokenizer: Tokenizer, word: str, casing: Casing) -> None:
    article, encoded = reading_of(tokenizer, f"they saw {word} there")
    assert features_of(article, encoded, word)[2] == casing


def test_all_pieces_of_a_word_have_its_casing(tokenizer: Tokenizer) -> None:
    _, encoded = reading_of(tokenizer, "Quaxborrowing")
    assert len(encoded) > 1
    assert set(encoded.words.tolist()) == {0}
    assert set(encoded.features[:, 2].tolist()) == {int(Casing.TITLE)}


def test_only_the_first_piece_of_a_block_opens_it(tokenizer: Tokenizer) -> None:
    article = article_of("It rained.", "It stopped.", headline="Rain in Ebdon")
    encoded = encode(tokenizer, article)
    opened = {
        article.text[start:end]: opening
        for (start, end), opening in zip(
            encoded.spans.tolist(), encoded.features[:, 0].tolist(), strict=True
        )
        if opening != Opening.INSIDE
    }
    assert opened == {"Rain": Opening.HEADING, "It": Opening.PARAGRAPH}
    assert encoded.features[:, 0].tolist().count(Opening.PARAGRAPH) == 2


def test_words_are_counted_over_the_article(tokenizer: Tokenizer) -> None:
    _, encoded = reading_of(tokenizer, "It rained.", "It stopped.")
    assert encoded.words.tolist() == [0, 1, 2, 3, 4, 5]


def test_a_dateline_is_not_read(tokenizer: Tokenizer) -> None:
    article, encoded = reading_of(tokenizer, "BRACKLEY, England (Reuters) - The weir gave way.")
    assert words_of(article, encoded) == ["The", "weir", "gave", "way", "."]
    assert features_of(article, encoded, "The weir")[0] == Opening.PARAGRAPH


def test_folded_blocks_are_not_read(tokenizer: Tokenizer) -> None:
    article = article_of("Sign up here.", "The weir gave way.", "Share this.")
    folded = tuple(
        replace(block, kind=BlockKind.BOILERPLATE) if number != 1 else block
        for number, block in enumerate(article.blocks)
    )
    encoded = encode(tokenizer, replace(article, blocks=folded))
    assert words_of(article, encoded) == ["The", "weir", "gave", "way", "."]


@pytest.mark.parametrize("paragraphs", [(), ("",), ("", "\u00a0", "\u200b")])
def test_nothing_to_read(tokenizer: Tokenizer, paragraphs: tuple[str, ...]) -> None:
    article = article_of(*paragraphs)
    encoded = encode(tokenizer, article)
    assert len(encoded) == 0
    assert encoded.spans.shape == (0, 2)
    assert encoded.features.shape == (0, 3)


def test_an_empty_block_moves_nothing(tokenizer: Tokenizer) -> None:
    article, encoded = reading_of(tokenizer, "It rained.", "", "“It stopped.”")
    assert words_of(article, encoded) == ["It", "rained", ".", "“", "It", "stopped", ".", "”"]


TEXTS = st.one_of(
    st.text(max_size=40),
    st.text("aÉs é\u0301😀“”‘’\"'`´«»„\u00a0\u200b\u00ad-. 7", max_size=40),
)


@settings(
    max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(TEXTS, min_size=1, max_size=4))
def test_pieces_follow_each_other_inside_their_block(
    tokenizer: Tokenizer, paragraphs: list[str]
) -> None:
    article, encoded = reading_of(tokenizer, *paragraphs)
    blocks = [(block.span.start, block.span.end) for block in article.blocks]
    before, begun = 0, -1
    for start, end in encoded.spans.tolist():
        # A character that is taken apart, as Hangul is, may be several pieces.
        assert start < end
        assert before <= start or (begun, before) == (start, end)
        assert any(low <= start and end <= high for low, high in blocks)
        begun, before = start, end
    words = encoded.words.tolist()
    assert sorted(set(words)) == list(range(words[-1] + 1 if words else 0))
    assert words == sorted(words)
    for word in range(len(set(words))):
        # A word lies in one piece of text: nothing blank stands within it.
        places = encoded.spans[encoded.words == word]
        assert " " not in article.text[places[0, 0] : places[-1, 1]]
