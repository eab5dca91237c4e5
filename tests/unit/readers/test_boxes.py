"""Boxes of several lines, and how far they reach."""

from __future__ import annotations

from according.readers.boilerplate import wording
from according.readers.boxes import widened

PROSE = "The swing bridge at Port Ansel was closed on Sunday after inspectors found cracks."
QUOTED = "“We are confident that the damage is recent,” the chief engineer told the board."


def reasons(*lines: str) -> list[str | None]:
    words = wording()
    return widened(lines, [words.reason(line) for line in lines])


def test_a_newsletter_box_is_folded_to_its_last_line() -> None:
    assert reasons(
        PROSE,
        "Sign up to Morning Tide",
        "Free weekly newsletter",
        "The harbour’s most important stories. All of the week, good and bad",
        "Enter your email address",
        "after newsletter promotion",
        PROSE,
    ) == [None, *["newsletter"] * 5, None]


def test_the_article_between_two_newsletter_lines_stays() -> None:
    found = reasons("Sign up to Morning Tide", QUOTED, PROSE, "Sign up to Morning Tide")
    assert found == ["newsletter", None, None, "newsletter"]


def test_a_promotion_without_a_wording_of_its_own_ends_at_its_mark() -> None:
    found = reasons(
        PROSE, "Sign up to Morning Tide", "All the fish", "Every boat", "after promotion", QUOTED
    )
    assert found == [None, *["newsletter"] * 4, None]


def test_a_call_for_stories_is_folded_with_its_addresses() -> None:
    found = reasons(
        PROSE,
        "Get in touch",
        "If you work at the harbour, please share your experiences by emailing us@harbour.example",
        "WhatsApp: +44 7700 900123",
        PROSE,
    )
    assert found == [None, *["call for readers’ stories"] * 3, None]


def test_the_titles_below_a_heading_of_links_are_links() -> None:
    found = reasons(PROSE, "Read more:", "Bridge failed two tests", "Who built it?", PROSE)
    assert found == [None, "related link", "related link", "related link", None]


def test_a_heading_after_one_inline_link_stays() -> None:
    found = reasons(PROSE, "Read more: Bridge closed", "What happens to the ferry", PROSE)
    assert found == [None, "related link", None, None]


def test_a_thread_of_comments_is_folded_from_its_heading_on() -> None:
    thread = ["quayside_jim", "2 hours ago", "I never liked that bridge anyway.", "Reply", "Like"]
    assert reasons(PROSE, "Comments (2)", *thread, *thread, "14", PROSE) == [
        None,
        *["comment forum"] * 12,
        None,
    ]


def test_one_reply_makes_no_thread() -> None:
    assert reasons(PROSE, "Reply", PROSE) == [None, None, None]


def test_comments_that_begin_with_who_says_them() -> None:
    comment = ("mroklahoma says:", "November 19, 2019 at 8:13 am", "That was a fine bridge.")
    found = reasons(PROSE, *comment, *comment, *comment, "Contact us")
    assert found[:10] == [None, *["comment forum"] * 9]
