"""Datelines at the head of a paragraph, and openings that only look like them."""

from __future__ import annotations

import pytest

from according.domain.datelines import dateline_prefix, find_dateline

STORY = "The dam held, officials said."


@pytest.mark.parametrize(
    "prefix",
    [
        "CAIRO, April 14 (Reuters) - ",
        "CAIRO (Reuters) - ",
        "ELKO, Nev. (AP) — ",
        "VIENNA — ",
        "VIENNA -- ",
        "SEOUL, South Korea (AP) — ",
        "SEOUL, South Korea (AP) —",
        "WASHINGTON, March 3 (UPI) -- ",
        "WASHINGTON, D.C. — ",
        "WASHINGTON/LONDON, Sept. 2 (Reuters) - ",
        "NEW YORK, 3 June 2025 (AFP) – ",
        "UNITED NATIONS (AP) — ",
        "PORT-AU-PRINCE, Haiti — ",
        "SÃO PAULO (AFP) - ",
        "KYIV, Ukraine — ",
        "ST. LOUIS (AP) — ",
        "BERLIN and PARIS, May 2 (dpa) - ",
        "SPRINGFIELD, Ill. (Midland Wire) — ",
        "MOSCOW, June 3. /TASS/. ",
        "Manila (CNN) — ",
        "Manila CNN — ",
        "CNN — ",
        "March 3 (UPI) -- ",
        "(Reuters) - ",
    ],
)
def test_the_whole_prefix_is_found(prefix: str) -> None:
    assert dateline_prefix(prefix + STORY) == len(prefix)


@pytest.mark.parametrize(
    "paragraph",
    [
        STORY,
        "NATO — the alliance — said nothing.",
        "NASA — The agency said that it would wait.",
        "FAREWELL—The mayor has left.",
        "VALLEY SLEEPS, BUT WATER RISES - and nobody knows.",
        "March 3 -- The dam held.",
        "BREAKING — The dam has burst.",
        "VIENNA — the city of music — was silent.",
        "The mayor — who had resigned — came back.",
        "MP3 players - once common - are rare.",
        "A — The first answer is right.",
        "Paris — The city was quiet.",
        "Paris, a city of two million - and more - was quiet.",
        "LONDON-based banks said that they would stay.",
        "HIV-positive people said that they were not asked.",
        "“CAIRO — The city is quiet,” he said.",
        "VIENNA — ",
        "",
    ],
)
def test_openings_that_are_no_datelines(paragraph: str) -> None:
    assert dateline_prefix(paragraph) == 0


def test_a_dateline_gives_date_and_agency() -> None:
    found = find_dateline("CAIRO, April 14, 2025 (AP) — " + STORY)
    assert found is not None
    assert (found.year, found.month, found.day) == (2025, 4, 14)
    assert found.agency == "The Associated Press"


def test_a_dateline_may_lack_the_year() -> None:
    found = find_dateline("WASHINGTON, March 3 (UPI) -- " + STORY)
    assert found is not None
    assert (found.year, found.month, found.day) == (None, 3, 3)


def test_lengths_are_code_points() -> None:
    assert dateline_prefix("TROMSØ (AP) — 🦊 " + STORY) == 14
