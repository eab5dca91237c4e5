"""Furniture by its wording; articles that look a little like it stay."""

from __future__ import annotations

import pytest

from according.readers.boilerplate import wording


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Comments", "comment count"),
        ("1,204 Comments", "comment count"),
        ("Related: How the swing bridge was built", "related link"),
        ("READ MORE", "related link"),
        ("Join the conversation", "comment forum"),
        ("Sign up to our weekly newsletter", "newsletter"),
        ("Get the day’s best stories in your inbox", "newsletter"),
        ("Image credit: Ruth Tallis", "image credit"),
        ("Ruth Tallis/Getty Images", "image credit"),
        ("Facebook Twitter WhatsApp", "sharing"),
        ("Share this article", "sharing"),
        ("© 2025 Harbour Post Ltd", "legal"),
        ("This site uses cookies to make your visit better.", "legal"),
        ("Tomas Reyl contributed to this report.", "author biography"),
        (
            "Ruth Tallis is a staff writer at the Harbour Post who covers freight.",
            "author biography",
        ),
        ("Skip to main content", "navigation"),
        ("Advertisement", "advertisement"),
        ("* * *", "separator"),
    ],
)
def test_reasons(line: str, reason: str) -> None:
    assert wording().reason(line) == reason


@pytest.mark.parametrize(
    "line",
    [
        "“Comments like these help nobody,” the minister said.",
        "More than 300 people left their homes.",
        "The union shared the letter with its members on Tuesday.",
        "Sign language interpreters protested outside parliament.",
        "“All rights reserved for the few,” the banner read, said a witness.",
        "Most recently, the court ruled that the cookies of a baker were not cakes.",
        "Reproduction rates have fallen, the study found.",
        "Moscow and Minsk have denied such reports.",
    ],
)
def test_the_article_stays(line: str) -> None:
    assert wording().reason(line) is None


APPEAL = (
    "Help us keep the presses running",
    "From flooded cellars to closed schools, our reporters were there first.",
    "We know that you can choose where you read. Your donation pays for journalism in small towns.",
    "Every contribution counts.",
)


def test_an_appeal_is_found_whole() -> None:
    lines = ("Headline of the day", *APPEAL, "The bridge was closed on Sunday.")
    assert wording().appeals(lines) == {1, 2, 3, 4}


@pytest.mark.parametrize(
    "line",
    [
        "“Your support means everything to us,” the candidate told the crowd.",
        "The party said your donation would be returned.",
        "The charity said its donations had doubled since we last reported on it.",
        "Aid groups depend on donations and on journalists who report from the front.",
    ],
)
def test_articles_about_support_are_no_appeals(line: str) -> None:
    assert wording().appeals([line]) == frozenset()
