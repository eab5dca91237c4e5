"""The publisher and the language of a page."""

from __future__ import annotations

import pytest

from according.readers.publisher import language, publisher


@pytest.mark.parametrize(
    ("spoken", "legal", "name"),
    [
        (["See what other Gazette readers say", "The Gazette is free to read."], [], "The Gazette"),
        ([], ["© 2025 The Harbour Post. All rights reserved."], "The Harbour Post"),
        ([], ["Copyright (c) 2019-2025 Midland Wire, Inc. All Rights Reserved"], "Midland Wire"),
        (["Support the Harbour Post"], [], None),
        (["Subscribe to Tideline today"], ["© Getty Images"], "Tideline"),
    ],
)
def test_publisher(spoken: list[str], legal: list[str], name: str | None) -> None:
    assert publisher(spoken, legal, []) == name


def test_the_agency_of_the_first_line_comes_last() -> None:
    story = ["SPRINGFIELD, Ill. (Midland Wire) — A fire burned for nine hours."]
    assert publisher([], [], story) == "Midland Wire"
    assert publisher([], ["© 2025 Harbour Post"], story) == "Harbour Post"


def test_an_agency_has_its_full_name() -> None:
    assert publisher([], [], ["ELKO, Nev. (AP) — A fire burned."]) == "The Associated Press"


def test_language() -> None:
    assert language(["The bridge was closed to all but the smallest of the lorries."]) == "en"
    assert language(["Die Brücke war für alle außer den kleinsten Lastwagen gesperrt."]) is None
    assert language([]) is None
