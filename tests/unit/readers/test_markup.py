from __future__ import annotations

import re
import socket
import sys
from collections import Counter
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from according.domain.article import BlockKind
from according.errors import UnreadableFile
from according.readers.eml import read_eml
from according.readers.epub import read_epub
from according.readers.markup import page_of_markup, read_html
from according.readers.mhtml import read_mhtml
from according.readers.page import Page

STORY = (
    "<p>The library in Aldham will stay open on Sundays until the end of the year, the council "
    "said on Friday.</p><p>More than two thousand people had signed a petition, according to "
    "Hugh Penrose, who began it.</p><p>“We heard them,” said the head of the council.</p>"
)

Reader = Callable[[bytes, str], Page]
READERS: list[Reader] = [read_html, read_mhtml, read_eml, read_epub]


def kinds(page: Page) -> list[tuple[str, str]]:
    return [(line.kind.value, line.text) for line in page.lines]


def test_a_document_that_is_all_article_keeps_everything() -> None:
    page = page_of_markup(
        "<h1>Tides</h1><p>By Ines Moor</p><p>Subscribe to our newsletter.</p><h2>Ebb</h2><ul>"
        "<li>One</li></ul><blockquote><p>It turned.</p></blockquote><table><caption>Table 1"
        "</caption><tr><td>Cell</td></tr></table>",
        whole=True,
    )
    assert kinds(page) == [
        ("headline", "Tides"),
        ("byline", "By Ines Moor"),
        ("paragraph", "Subscribe to our newsletter."),
        ("heading", "Ebb"),
        ("list", "One"),
        ("quotation", "It turned."),
        ("caption", "Table 1"),
        ("paragraph", "Cell"),
    ]
    assert page.title == "Tides"
    assert page.names == ("Ines Moor",)


@pytest.mark.parametrize("whole", [True, False])
def test_a_paragraph_is_a_heading_where_all_of_it_is_bold_and_it_is_no_sentence(
    whole: bool,
) -> None:
    inner = (
        "<p><b>Sunday</b> <strong>hours</strong></p>",
        "<p><b>Sunday</b> hours are long</p>",
        "<p><i>Sunday hours</i></p>",
        "<p><b>The doors stay open.</b></p>",
    )
    page = page_of_markup(
        f"<html><body><article><h1>Library stays open</h1>{STORY}{inner[0]}{STORY}{inner[1]}"
        f"{inner[2]}{inner[3]}</article></body></html>",
        whole=whole,
    )
    headings = [text for kind, text in kinds(page) if kind == "heading"]
    assert headings == ["Sunday hours"]


def test_what_is_left_out_is_folded_with_a_reason_in_its_place() -> None:
    page = read_html(
        f"<h1>Library stays open</h1>{STORY}<p>Sign up to our newsletter for news of Aldham.</p>"
        f"<p>Already the readers’ desk was full on the first Sunday, said Ms Penrose.</p>".encode(),
        "a.html",
    )
    folded = [line for line in page.lines if line.kind is BlockKind.BOILERPLATE]
    assert [(line.reason, line.text[:12]) for line in folded] == [("newsletter", "Sign up to o")]
    assert page.lines.index(folded[0]) == len(page.lines) - 2


def test_a_title_that_is_not_printed_is_the_headline_all_the_same() -> None:
    page = read_html(f"<title>Library stays open</title><body>{STORY}".encode(), "a.html")
    assert kinds(page)[0] == ("headline", "Library stays open")


def test_the_address_is_the_pages_own_before_the_one_that_is_told() -> None:
    own = '<link rel="canonical" href="https://post.example/own">'
    assert page_of_markup(STORY, address="https://a.example/").address == "https://a.example/"
    assert page_of_markup(own + STORY, address="https://a.example/").address == (
        "https://post.example/own"
    )


def test_the_words_tell_the_language_before_the_markup() -> None:
    assert page_of_markup(f'<html lang="de"><body>{STORY}').language == "en"
    german = "<p>Der Rat der Stadt hat am Freitag beschlossen, dass die Bücherei offen bleibt.</p>"
    assert page_of_markup(f'<html lang="de"><body>{german * 5}').language == "de"


@pytest.mark.parametrize(
    "markup",
    [
        "",
        " \n ",
        "\x00\x00\x00",
        "<html></html>",
        "<html><head><title>App</title></head><body><div id='root'></div></body></html>",
        "<body><noscript>You need to enable JavaScript.</noscript><script>var a = 1</script>",
        "<title>App</title><body><p>Please enable JavaScript to use this site.</p>",
        "<frameset cols='1,2'><frame src='file:///etc/passwd'></frameset>",
        "<" * 10_000,
    ],
)
def test_a_page_without_text_is_told_in_one_sentence(markup: str) -> None:
    with pytest.raises(UnreadableFile, match=r"^a\.html holds no readable text: [^.]+\.$"):
        read_html(markup.encode(), "a.html")


def test_more_text_than_any_article_is_told_in_one_sentence() -> None:
    with pytest.raises(UnreadableFile, match=r"^a\.html holds more text than any article: "):
        read_html(b"<p>" + b"word " * 4_000_000, "a.html")


def test_pictures_and_scripts_inside_a_page_are_no_text() -> None:
    picture = f"<img src='data:image/png;base64,{'QUJD' * 2_000_000}'>"
    script = f"<script>{'a = 1;' * 2_000_000}</script>"
    page = read_html(f"<body>{picture}{script}{STORY}".encode(), "a.html")
    assert sum(line.kind is BlockKind.PARAGRAPH for line in page.lines) == 3


def test_a_page_that_is_cut_off_gives_what_there_is() -> None:
    page = read_html(f"<html><body>{STORY}<p>And then the".encode(), "a.html")
    assert sum(line.kind is BlockKind.PARAGRAPH for line in page.lines) >= 3


def test_a_hundred_thousand_nested_elements_are_read() -> None:
    nested = f"<body>{'<div>' * 100_000}{STORY}{'</div>' * 100_000}"
    assert len(page_of_markup(nested).lines) == 3


def test_a_page_of_many_elements_is_read() -> None:
    items = "<li><a href='/x'>A story that is elsewhere</a></li>" * 30_000
    page = page_of_markup(f"<body><ul>{items}</ul>{STORY}")
    assert [line.text[:11] for line in page.lines if line.kind is BlockKind.PARAGRAPH] == [
        "The library",
        "More than t",
        "“We heard t",
    ]


def test_nothing_else_is_opened_or_reached() -> None:
    read_html(STORY.encode(), "a.html")  # the extractors are imported, which opens their files
    seen: Counter[str] = Counter()
    watching = True

    def watch(event: str, _: tuple[object, ...]) -> None:
        if watching and event.partition(".")[0] in {"open", "socket", "subprocess", "os"}:
            seen[event] += 1

    sys.addaudithook(watch)
    read_html(
        (
            '<!DOCTYPE html SYSTEM "file:///etc/hosts"><html><head><base href="https://a.example/">'
            '<link rel="stylesheet" href="file:///etc/hosts"><meta http-equiv="refresh" '
            f'content="0; url=https://a.example/"></head><body>{STORY}'
            '<img src="file:///etc/hosts"><iframe src="https://a.example/"></iframe></body></html>'
        ).encode(),
        "a.html",
    )
    watching = False
    assert not seen
    assert socket.getdefaulttimeout() is None


TAGS = st.sampled_from(
    re.findall(
        r"\w+",
        "p div h1 h2 ul li ol table tr td blockquote figure figcaption article main aside "
        "nav header footer form a b i span br time title script style template noscript "
        "address dl dt dd q",
    )
)
CLASSES = st.sampled_from(
    ["", "article-body", "related", "byline", "comments", "hidden", "caption"]
)
WORDS = st.text(max_size=60) | st.sampled_from(
    [
        "The council said on Monday that it would rain.",
        "By Ann Harrow",
        "14 March 2023",
        "Read more",
        "Sign up to our newsletter",
        "© 2023 The Post",
    ]
)


@st.composite
def markups(draw: st.DrawFn) -> str:
    pieces = []
    for _ in range(draw(st.integers(0, 25))):
        tag, named = draw(TAGS), draw(CLASSES)
        pieces.append(f'<{tag} class="{named}">{draw(WORDS)}')
        if draw(st.booleans()):
            pieces.append(f"</{draw(TAGS)}>")
    return "".join(pieces)


@settings(max_examples=150, deadline=None)
@given(markups(), st.booleans())
def test_any_markup_gives_lines_that_make_one_text(markup: str, whole: bool) -> None:
    page = page_of_markup(markup, whole=whole)
    for line in page.lines:
        assert line.text
        assert line.text == " ".join(line.text.split())
        assert "\n" not in line.text
        assert (line.reason is not None) == (line.kind is BlockKind.BOILERPLATE)
        line.text.encode()
    assert sum(line.kind is BlockKind.HEADLINE for line in page.lines) <= 1


HEADS = st.sampled_from(
    [
        b"",
        b"<html>",
        b"\xff\xfe",
        b"PK\x03\x04",
        b"Content-Type: text/html; charset=x\n\n",
        b"From: =?x?b?\xff?=\nSubject: =?utf-8?q?=ff?=\nContent-Transfer-Encoding: base64\n\n",
        b'Content-Type: multipart/related; boundary="b"\n\n--b\nContent-Type: text/html\n\n<p>',
    ]
)


@pytest.mark.parametrize("reader", READERS)
@settings(max_examples=100, deadline=None)
@given(HEADS, st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(reader: Reader, head: bytes, data: bytes) -> None:
    refusal = ""
    lines = 0
    try:
        lines = len(reader(head + data, "a").lines)
    except UnreadableFile as error:
        refusal = str(error)
    assert lines or refusal.startswith("a ")
