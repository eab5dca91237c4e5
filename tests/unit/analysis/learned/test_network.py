"""The shipped model reads articles of our own; a folder that is not whole is no model."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from according.analysis.learned.decoding import Attributed
from according.analysis.learned.encoding import encode
from according.analysis.learned.network import TOGETHER, Network, open_network
from according.analysis.learned.windows import LENGTH, windows
from according.analysis.producer import learned_model
from according.domain.article import Article
from according.domain.spans import Span
from tests.unit.analysis.articles import article_of, span_of

FILLER = (
    "The weir was built in 1911 and was last mended forty years ago.",
    "Rain fell for most of the week, and the lower meadows stood under water.",
    "A footpath along the eastern bank is shut, and the ferry runs only at high tide.",
    "Volunteers carried sandbags to the mill from early in the morning.",
    "The upper lock was drained in spring and its gates were painted green.",
    "Two barges lay at the quay with their cargo of gravel.",
)
SPOKEN = "“We have waited long enough,” said Mara Quist, who keeps the mill."
TOLD = "The mayor, Jonas Heller, said that the sluice would be opened at noon."
SHORT = (*FILLER[:2], SPOKEN, *FILLER[2:4], TOLD, *FILLER[4:])
LONG = (*FILLER * 8, *SHORT, *FILLER * 8)


def attributed(network: Network, article: Article) -> list[Attributed]:
    return network.attributed(encode(network.tokenizer, article))


def saying(article: Article, found: list[Attributed], words: str, *, nth: int = 0) -> Attributed:
    """The attribution whose cue stands in some words of an article."""
    (one,) = (one for one in found if span_of(article, words, nth=nth).contains(one.anchor))
    return one


def likely(found: list[Attributed]) -> list[Attributed]:
    return [one for one in found if one.score > 0.5]


def overlap(one: Span, other: Span) -> float:
    common = max(0, min(one.end, other.end) - max(one.start, other.start))
    return common / (len(one) + len(other) - common)


@pytest.mark.parametrize(
    ("sentence", "source", "cue", "content"),
    [
        (SPOKEN, "Mara Quist", "said", "We have waited long enough"),
        (TOLD, "Jonas Heller", "said", "the sluice would be opened at noon"),
    ],
)
def test_a_quotation_and_a_statement_are_found(
    network: Network, sentence: str, source: str, cue: str, content: str
) -> None:
    article = article_of(*SHORT)
    one = saying(article, attributed(network, article), sentence)
    assert one.anchor == span_of(article, cue, nth=0 if sentence == SPOKEN else 1)
    assert overlap(max(one.content, key=len), span_of(article, content)) > 0.7
    assert any(who.contains(span_of(article, source)) for who in one.source)
    assert one.score > 0.5


def test_plain_description_is_attributed_to_nobody(network: Network) -> None:
    article = article_of(*SHORT)
    assert len(likely(attributed(network, article))) == 2


@pytest.mark.parametrize("marks", ["“”", '""', "‘’", "''"])
def test_quotation_marks_of_any_style_are_read_alike(network: Network, marks: str) -> None:
    other = SPOKEN.replace("“", marks[0]).replace("”", marks[1])
    usual, styled = (
        article_of(*SHORT),
        article_of(*(other if one == SPOKEN else one for one in SHORT)),
    )
    assert attributed(network, styled) == attributed(network, usual)


def test_reading_twice_gives_the_same(network: Network) -> None:
    article = article_of(*LONG)
    first = attributed(network, article)
    assert len(likely(first)) == 2
    assert attributed(network, article) == first


@pytest.mark.parametrize("sentence", [SPOKEN, TOLD])
def test_a_long_article_is_read_as_well_as_a_short_one(network: Network, sentence: str) -> None:
    short, long = article_of(*SHORT), article_of(*LONG)
    pieces = len(encode(network.tokenizer, long))
    assert len(windows(pieces)) >= 5
    alone = saying(short, attributed(network, short), sentence)
    among = saying(long, attributed(network, long), sentence)
    moved = long.text.index(SHORT[0] + "\n" + SHORT[1] + "\n" + SPOKEN)
    assert among.anchor == alone.anchor.shifted(moved)
    most, there = max(alone.content, key=len), max(among.content, key=len)
    assert overlap(there, most.shifted(moved)) > 0.7


def test_every_paragraph_of_a_long_article_is_read(network: Network) -> None:
    article = article_of(*(*FILLER, TOLD) * 9)
    found = likely(attributed(network, article))
    assert [one.anchor.of(article.text) for one in found] == ["said"] * 9


def test_no_pieces_give_nothing(network: Network) -> None:
    assert attributed(network, article_of("")) == []


def test_a_cancelled_reading_finds_nothing_more(network: Network) -> None:
    article = article_of(*(*FILLER, TOLD) * 20)
    encoded = encode(network.tokenizer, article)
    read = windows(len(encoded))
    assert len(read) > TOGETHER
    whole = network.candidates(encoded)
    answers = iter([False, True])
    begun = network.candidates(encoded, cancelled=lambda: next(answers))
    reached = read[TOGETHER].first
    assert [one.anchor for one in begun] == [one.anchor for one in whole if one.anchor < reached]
    assert 0 < len(begun) < len(whole)
    assert network.attributed(encoded, cancelled=lambda: True) == []


def test_candidates_are_read_in_the_middle_of_their_window(network: Network) -> None:
    encoded = encode(network.tokenizer, article_of(*(*FILLER, TOLD) * 9))
    for one in network.candidates(encoded):
        (window,) = (w for w in windows(len(encoded)) if w.first <= one.anchor < w.last)
        assert (one.first, one.labels.shape) == (window.start, (LENGTH, 4))
        assert one.cue > network.likely


FILES = ("about.json", "vocabulary.txt", "encoder.onnx", "reading.onnx")


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the shipped model beside the tests' own folders, where it can be linked to."""
    shipped = learned_model()
    assert shipped is not None
    folder = tmp_path_factory.mktemp("models") / shipped.name
    shutil.copytree(shipped, folder)
    return folder


def without(whole: Path, folder: Path, name: str) -> Path:
    """A model without one of its files; gives the place of that."""
    for file in whole.iterdir():
        if file.name != name:
            os.link(file, folder / file.name)
    return folder / name


def test_a_whole_copy_is_a_model(whole: Path, network: Network) -> None:
    opened = open_network(whole)
    assert opened is not None
    assert opened.name == network.name
    assert attributed(opened, article_of(*SHORT)) == attributed(network, article_of(*SHORT))


def test_no_folder_is_no_model(tmp_path: Path) -> None:
    assert open_network(tmp_path / "nothing") is None


@pytest.mark.parametrize("name", FILES)
def test_a_missing_file_is_no_model(whole: Path, tmp_path: Path, name: str) -> None:
    without(whole, tmp_path, name)
    assert open_network(tmp_path) is None


@pytest.mark.parametrize("name", FILES)
def test_a_file_cut_short_is_no_model(whole: Path, tmp_path: Path, name: str) -> None:
    content = (whole / name).read_bytes()
    without(whole, tmp_path, name).write_bytes(content[: len(content) // 2])
    assert open_network(tmp_path) is None


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("content", [b"", b"not this", b"\xff\xfe\x00\x80" * 99, b"[]", b"{}"])
def test_a_file_of_something_else_is_no_model(
    whole: Path, tmp_path: Path, name: str, content: bytes
) -> None:
    without(whole, tmp_path, name).write_bytes(content)
    assert open_network(tmp_path) is None


@pytest.mark.parametrize(
    "about",
    [
        '{"likely": 0.1, "agreed": [1], "alone": [1, 0]}',
        '{"likely": 0.1, "agreed": [1, 0], "alone": null}',
    ],
)
def test_a_description_of_another_form_is_no_model(whole: Path, tmp_path: Path, about: str) -> None:
    without(whole, tmp_path, "about.json").write_text(about, encoding="utf-8")
    assert open_network(tmp_path) is None
