from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from according.readers.html.facts import Facts, facts_of, without_site
from according.readers.html.stamps import stamp
from according.readers.html.tree import tree_of


def facts(head: str = "", body: str = "", *, linked: object = None) -> Facts:
    script = f'<script type="application/ld+json">{json.dumps(linked)}</script>' if linked else ""
    markup = f"<html><head>{head}{script}</head><body>{body}</body></html>"
    root = tree_of(markup)
    assert root is not None
    return facts_of(root, markup)


@pytest.mark.parametrize(
    ("head", "body", "title"),
    [
        ("<title>Mill to close - The Post</title>", "<h1>Mill to close</h1>", "Mill to close"),
        (
            '<meta property="og:title" content="Mill to close">',
            "<h1>The Post</h1>",
            "Mill to close",
        ),
        (
            '<meta property="og:title" content="Why the old mill must close">',
            "<h1>The old mill must close, and this is why</h1>",
            "The old mill must close, and this is why",
        ),
        (
            "<title>Mill &amp; dam to close in May | The Post</title>",
            "",
            "Mill & dam to close in May",
        ),
        (
            '<title>Mill to close – Post</title><meta property="og:site_name" content="Post">',
            "",
            "Mill to close",
        ),
        ("", "<h1>Mill to close</h1><h1>Newsletter</h1>", "Mill to close"),
        ("", "<p>No heading.</p>", None),
    ],
)
def test_the_title_is_the_printed_one_that_the_markup_names(
    head: str, body: str, title: str | None
) -> None:
    assert facts(head, body).title == title


def test_a_dash_inside_a_headline_stays() -> None:
    assert without_site("Flood – and then the frost", None) == "Flood – and then the frost"
    assert without_site("Flood – and then the frost – Post", "Post") == "Flood – and then the frost"


ARTICLE = {
    "@type": ["NewsArticle"],
    "headline": "Mill &amp; dam to close",
    "author": [{"name": "Ann Harrow"}, {"name": "By Bo Lund and Cy Marsh"}],
    "datePublished": "2024-02-29T08:00:00+0530",
    "publisher": {"name": "The Post"},
    "url": "https://post.example/mill",
}


def test_linked_data_is_read() -> None:
    found = facts(linked={"@graph": [{"@type": "WebPage"}, ARTICLE]})
    assert found.title == "Mill & dam to close"
    assert found.names == ("Ann Harrow", "Bo Lund", "Cy Marsh")
    assert found.published == datetime(
        2024, 2, 29, 8, tzinfo=timezone(timedelta(hours=5, minutes=30))
    )
    assert found.publisher == "The Post"
    assert found.address == "https://post.example/mill"


def test_another_article_that_a_page_links_to_tells_nothing_about_this_one() -> None:
    found = facts(body="<h1>Bakery opens on the quay</h1>", linked=[ARTICLE, ARTICLE])
    assert found == Facts(title="Bakery opens on the quay")


@pytest.mark.parametrize("text", ["{", "[" * 5_000, '{"@type": "NewsArticle",}', "null", '"x"'])
def test_broken_linked_data_is_no_fault(text: str) -> None:
    head = f'<script type="application/ld+json">{text}</script><title>Mill to close</title>'
    assert facts(head).title == "Mill to close"


@pytest.mark.parametrize(
    ("head", "body", "published"),
    [
        (
            '<meta property="article:published_time" content="2024-02-29T08:00:00Z">',
            "",
            datetime(2024, 2, 29, 8, tzinfo=UTC),
        ),
        ('<meta name="pubdate" content="20240229">', "", date(2024, 2, 29)),
        (
            '<meta name="date" content="2024-02-29">',
            '<time itemprop="datePublished" datetime="2024-02-29 08:00:00 +01:00">then</time>',
            datetime(2024, 2, 29, 8, tzinfo=timezone(timedelta(hours=1))),
        ),
        ("", '<time datetime="2024-02-29">29 Feb</time>', date(2024, 2, 29)),
        (
            "",
            '<time datetime="2024-02-29">a</time><time datetime="2023-01-01">b</time>',
            None,
        ),
        ('<meta name="date" content="1970-01-01T00:00:00Z">', "", None),
        ('<meta property="article:modified_time" content="2024-02-29">', "", None),
    ],
)
def test_the_day_of_publication_is_told_or_none(
    head: str, body: str, published: date | None
) -> None:
    assert facts(head, body).published == published


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2024-02-29T08:00:00.123Z", datetime(2024, 2, 29, 8, 0, 0, 123000, tzinfo=UTC)),
        ("2024-02-29T8:05:00Z", datetime(2024, 2, 29, 8, 5, tzinfo=UTC)),
        ("2024/02/29", date(2024, 2, 29)),
        ("Thu, 29 Feb 2024 08:00:00 GMT", datetime(2024, 2, 29, 8, tzinfo=UTC)),
        ("February 29, 2024", date(2024, 2, 29)),
        ("2023-02-29", None),
        ("0001-01-01T00:00:00Z", None),
        ("yesterday", None),
    ],
)
def test_a_stamp_is_read_as_exactly_as_it_is_written(text: str, value: date | None) -> None:
    assert stamp(text) == value
    assert type(stamp(text)) is type(value)


def test_what_is_no_writer_is_left_out() -> None:
    head = (
        '<meta property="article:author" content="https://social.example/post">'
        '<meta name="author" content="Ann Harrow"><meta property="og:site_name" content="The Post">'
    )
    assert facts(head).names == ("Ann Harrow",)
    assert facts('<meta name="author" content="admin">').names == ()


def test_the_outlet_goes_before_the_agency() -> None:
    agency = {**ARTICLE, "publisher": {"name": "Northern Press Agency"}}
    site = '<meta property="og:site_name" content="The Post">'
    assert facts(site, linked=agency).publisher == "The Post"


def test_a_name_goes_before_the_address_of_the_site() -> None:
    site = '<meta property="og:site_name" content="post.example">'
    assert facts(site, linked=ARTICLE).publisher == "The Post"


@pytest.mark.parametrize(
    ("head", "address"),
    [
        ('<link rel="canonical" href="https://post.example/a">', "https://post.example/a"),
        ('<meta property="og:url" content="https://post.example/b">', "https://post.example/b"),
        ('<link rel="canonical" href="/a">', None),
        ('<link rel="canonical" href="javascript:alert(1)">', None),
        ("<!-- saved from url=(0023)https://post.example/cd -->", "https://post.example/cd"),
    ],
)
def test_the_address_is_one_of_the_web(head: str, address: str | None) -> None:
    assert facts(head).address == address


def test_the_page_about_an_article_lends_it_the_time_and_no_writer() -> None:
    page = {
        "@type": "WebPage",
        "name": "Mill & dam to close - The Post",
        "datePublished": "2024-02-29T08:00:00Z",
        "author": {"name": "The Webmaster"},
    }
    day = {**ARTICLE, "datePublished": "2024-02-29"}
    found = facts("<title>Mill &amp; dam to close</title>", linked=[page, day])
    assert found.published == datetime(2024, 2, 29, 8, tzinfo=UTC)
    assert found.names[0] == "Ann Harrow"
    assert facts("<title>Mill &amp; dam to close</title>", linked=page).names == ()
