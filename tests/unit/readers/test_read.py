"""Bytes, or a paste, to an Article: pages taken apart, texts as they are, files that are none."""

from __future__ import annotations

import contextlib
import hashlib
import os
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from according.domain.article import READ_KINDS, Article, BlockKind
from according.errors import UnreadableFile
from according.places import seed
from according.readers.read import LONGEST_BLOCK, load, paste, read, read_text
from tests.shared import sample_article

BODY = """\
The swing bridge at Port Ansel was closed on Sunday after inspectors found cracks in its girders.

“We are confident that the damage is recent,” the chief engineer, Maria Okonjo, told the board.

The case continues.
"""

PAGE = f"""\
Skip to content
Harbour bridge ‘very likely’ weakened by lorries
Freight company denies overloading as council orders checks

Ruth Tallis
Monday 3 March 2025 08:15 GMT
12 Comments

{BODY}
Join the conversation
© 2025 Harbour Post
"""


def kinds(article: Article) -> list[str]:
    return [block.reason or block.kind.value for block in article.blocks]


def story(article: Article) -> list[str]:
    return [article.of(block) for block in article.blocks if block.kind is BlockKind.PARAGRAPH]


def test_a_pasted_page_is_taken_apart() -> None:
    article = read(PAGE.encode(), name="page.txt")
    assert kinds(article) == [
        "navigation",
        "headline",
        "standfirst",
        "byline",
        "dateline",
        "comment count",
        "paragraph",
        "paragraph",
        "paragraph",
        "comment forum",
        "legal",
    ]
    assert article.title == "Harbour bridge ‘very likely’ weakened by lorries"
    assert article.byline == ("Ruth Tallis",)
    assert isinstance(article.published, datetime)
    assert article.published.isoformat() == "2025-03-03T08:15:00+00:00"
    assert (article.publisher, article.language) == ("Harbour Post", "en")
    assert article.sha256 == hashlib.sha256(PAGE.encode()).hexdigest()


def test_single_newlines_and_line_ends_make_no_difference() -> None:
    dense = PAGE.replace("\n\n", "\n")
    expected = read(PAGE.encode(), name="page.txt")
    for text in (dense, dense.replace("\n", "\r\n"), "\ufeff" + PAGE):
        article = read(text.encode(), name="page.txt")
        assert (article.text, article.blocks) == (expected.text, expected.blocks)


def test_the_body_alone_has_no_headline() -> None:
    article = read(BODY.encode(), name="body.txt")
    assert kinds(article) == ["paragraph"] * 3
    assert (article.title, article.byline, article.published) == (None, (), None)


def test_a_headline_alone_is_kept() -> None:
    article = read(b"Harbour bridge weakened by lorries\n", name="a.txt")
    assert article.text == "Harbour bridge weakened by lorries"
    assert all(block.kind in READ_KINDS for block in article.blocks)


def test_headline_without_byline() -> None:
    article = read(f"Harbour bridge weakened by lorries\n\n{BODY}".encode(), name="a.txt")
    assert kinds(article)[:2] == ["headline", "paragraph"]
    assert len(story(article)) == 3


def test_a_question_may_be_a_headline() -> None:
    article = read(f"Who weakened the bridge?\n\n{BODY}".encode(), name="a.txt")
    assert article.title == "Who weakened the bridge?"


def test_a_name_over_a_role_is_a_byline() -> None:
    page = (
        "Home\nHarbour bridge may stay shut until spring\nPublished\n3 hours ago\nShare\n"
        f"Tomas Reyl\nTransport correspondent, Port Ansel\nImage source, Harbour Wire\n{BODY}"
    )
    article = read(page.encode(), name="a.txt")
    assert article.byline == ("Tomas Reyl",)
    assert kinds(article)[5:8] == ["byline", "byline", "image credit"]


def test_a_newsletter_box_inside_the_body_is_folded() -> None:
    first, second, last = BODY.strip().split("\n\n")
    box = (
        "Sign up to Morning Tide\n\nFree daily newsletter\n\nOur morning email brings you what "
        "happened at sea overnight\n\nafter newsletter promotion"
    )
    article = read(f"{first}\n\n{box}\n\n{second}\n\n{last}".encode(), name="a.txt")
    assert story(article) == [first, second, last]


def test_a_date_without_a_time_is_a_date() -> None:
    page = f"Harbour bridge weakened by lorries\nBy Ruth Tallis\nMarch 3, 2025\n\n{BODY}"
    article = read(page.encode(), name="a.txt")
    assert article.published == date(2025, 3, 3)
    assert not isinstance(article.published, datetime)


def test_published_goes_before_updated() -> None:
    page = (
        "Harbour bridge weakened by lorries\nBy Ruth Tallis\n"
        f"Updated 5 March 2025 10:00 GMT\nPublished 3 March 2025 08:15 GMT\n\n{BODY}"
    )
    published = read(page.encode(), name="a.txt").published
    assert published is not None
    assert published.isoformat() == "2025-03-03T08:15:00+00:00"


def test_an_appeal_inside_the_body_is_folded_and_nothing_else() -> None:
    first, second, last = BODY.strip().split("\n\n")
    appeal = (
        "Your support pays for our journalism.\n\nWe are there when it matters.\n\nDonate today."
    )
    article = read(f"{first}\n\n{appeal}\n\n{second}\n\n{last}".encode(), name="a.txt")
    assert story(article) == [first, second, last]
    assert kinds(article)[1:4] == ["donation appeal"] * 3


def test_headings_lists_and_captions() -> None:
    first, second, last = BODY.strip().split("\n\n")
    page = (
        f"{first}\n\nWhat happens next\n\n{second}\n\n• The bridge stays closed\n• Ferries run\n\n"
        f"The swing bridge in February (Harbour Wire/AFP)\n\n{last} {first}"
    )
    assert kinds(read(page.encode(), name="a.txt")) == [
        "paragraph",
        "heading",
        "paragraph",
        "list",
        "list",
        "caption",
        "paragraph",
    ]


def test_an_address_line_is_kept_as_the_address() -> None:
    article = read(f"https://harbour.example/bridge\n\n{BODY}".encode(), name="a.txt")
    assert article.address == "https://harbour.example/bridge"
    assert kinds(article)[0] == "web address"


@pytest.mark.parametrize("name", [path.name for path in sorted(seed("articles").glob("*.txt"))])
def test_our_samples_are_taken_apart(name: str) -> None:
    article = load(seed("articles", name)).article
    assert article.title
    assert article.byline
    assert isinstance(article.published, datetime)
    assert article.published.tzinfo is not None
    assert article.publisher
    assert len(story(article)) >= 10
    assert all(block.reason for block in article.blocks if block.folded)


def test_the_sample_page_loses_nothing_of_its_body() -> None:
    article = load(sample_article()).article
    assert [block.kind.value for block in article.blocks[:4]] == [
        "headline",
        "standfirst",
        "byline",
        "dateline",
    ]
    assert [block.folded for block in article.blocks[4:]] == [True] * 7 + [False] * 11 + [True] * 5
    assert article.published is not None
    assert article.published.isoformat() == "2024-10-08T09:10:00+01:00"
    assert article.publisher == "The Independent"


def test_as_is_keeps_the_text() -> None:
    text = (
        "Bridge  closed by council\r\n\r\n  The bridge\u00a0was closed on Sunday evening. \r\n\r\n"
        "Comments\r\n"
    )
    article = read(text.encode(), name="a.txt", as_is=True)
    assert article.text == text.replace("\r\n", "\n")
    assert [article.of(block) for block in article.blocks] == [
        "Bridge  closed by council",
        "The bridge\u00a0was closed on Sunday evening.",
        "Comments",
    ]
    assert kinds(article) == ["headline", "paragraph", "paragraph"]


def test_as_is_knows_byline_and_date() -> None:
    text = f"Harbour bridge weakened by lorries\nBy Ruth Tallis\n3 March 2025\n\n{BODY}"
    article = read(text.encode(), name="a.txt", as_is=True)
    assert kinds(article)[:3] == ["headline", "byline", "dateline"]
    assert (article.byline, article.published) == (("Ruth Tallis",), date(2025, 3, 3))


@pytest.mark.parametrize(
    "first",
    ["The bridge was closed on Sunday.", "By Ruth Tallis", "3 March 2025", "Bridge"],
)
def test_as_is_takes_not_every_first_line_for_a_headline(first: str) -> None:
    article = read(f"{first}\n{BODY}".encode(), name="a.txt", as_is=True)
    assert article.title is None


def test_a_paste_may_hold_half_a_character() -> None:
    opened = paste("The bridge was \ud83c closed.", name="Pasted text")
    assert opened.article.text == "The bridge was \ufffd closed."
    assert (opened.path, opened.original) == (None, opened.article.text.encode())
    assert read_text("One line.", name="x").text == "One line."


def test_load_keeps_name_path_and_bytes(tmp_path: Path) -> None:
    file = tmp_path / "bridge.txt"
    file.write_bytes(PAGE.encode("utf-16"))
    opened = load(file)
    assert (opened.name, opened.path) == ("bridge.txt", str(file))
    assert opened.original == PAGE.encode("utf-16")
    assert opened.article.title


def test_files_that_cannot_be_read_give_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match=r"^gone\.txt is not there: "):
        load(tmp_path / "gone.txt")
    with pytest.raises(UnreadableFile, match="is a folder: choose a file in it"):
        load(tmp_path)
    with pytest.raises(UnreadableFile, match=r"cannot be read \(.*\): "):
        load(tmp_path / ("x" * 300))


def test_a_sentence_calls_the_file_as_it_was_given(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match=r"^d/gone\.txt is not there: "):
        load(tmp_path / "gone.txt", called="d/gone.txt")
    (tmp_path / "empty.txt").touch()
    with pytest.raises(UnreadableFile, match=r"^d/empty\.txt is empty: "):
        load(tmp_path / "empty.txt", called="d/empty.txt")


@pytest.mark.skipif(
    os.name == "nt" or (hasattr(os, "geteuid") and os.geteuid() == 0),
    reason="root, and Windows, may read a file without permissions",
)
def test_a_file_without_permission_gives_a_sentence(tmp_path: Path) -> None:
    file = tmp_path / "secret.txt"
    file.write_text(PAGE, encoding="utf-8")
    file.chmod(0)
    with pytest.raises(UnreadableFile, match="may not be read"):
        load(file)


def test_a_very_long_line_is_read() -> None:
    line = "The bridge was closed on Sunday and nobody knows when it will open again. " * 20_000
    article = read(line.encode(), name="a.txt")
    assert article.text.replace("\n", " ") == line.strip()
    assert max(len(block.span) for block in article.blocks) <= LONGEST_BLOCK


LINES = st.lists(
    st.one_of(
        st.text(max_size=80),
        st.sampled_from([*PAGE.split("\n"), "Donate today", "By A B", "3 March 2025", "• a", "“"]),
    ),
    max_size=30,
)


def check_invariants(article: Article, *, as_is: bool) -> None:
    assert article.blocks
    ends = [0]
    for block in article.blocks:
        assert ends[-1] <= block.span.start < block.span.end <= len(article.text)
        assert "\n" not in article.of(block)
        assert (block.reason is not None) == (block.kind is BlockKind.BOILERPLATE)
        ends.append(block.span.end)
    if not as_is:
        assert "\n".join(article.of(block) for block in article.blocks) == article.text
    assert article.title is None or article.title in article.text
    article.text.encode()


def check_read(data: bytes, *, as_is: bool) -> None:
    with contextlib.suppress(UnreadableFile):
        check_invariants(read(data, name="x.txt", as_is=as_is), as_is=as_is)


@settings(max_examples=150, deadline=None)
@given(LINES, st.sampled_from(["\n", "\n\n", "\r\n"]), st.booleans())
def test_any_lines_make_an_article(lines: list[str], gap: str, as_is: bool) -> None:
    data = gap.join(lines).encode(errors="replace")
    check_read(data, as_is=as_is)


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=400), st.booleans())
def test_any_bytes_make_an_article_or_a_sentence(data: bytes, as_is: bool) -> None:
    check_read(data, as_is=as_is)
