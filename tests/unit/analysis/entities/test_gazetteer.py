"""The shipped lists are whole, and strings are matched by their exact print."""

from __future__ import annotations

import pytest

from according.analysis.entities.gazetteer import Form, folded, load_gazetteer
from according.domain.entities import EntityKind


@pytest.mark.parametrize(
    ("text", "name", "form"),
    [
        ("U.S. officials", "United States", Form.NAME),
        ("US officials", "United States", Form.NAME),
        ("DPRK envoys", "North Korea", Form.NAME),
        ("Kiev denied it", "Ukraine", Form.CAPITAL),
        ("Norwegians voted", "Norwegian", Form.PEOPLE),
        ("New South Wales", "New South Wales", Form.NAME),
        ("Calif. said", "California", Form.NAME),
    ],
)
def test_names_of_one_place_lead_to_it(text: str, name: str, form: Form) -> None:
    hit = load_gazetteer().match(text, 0)
    assert hit is not None
    assert (hit[1].name, hit[1].form) == (name, form)


@pytest.mark.parametrize("text", ["Francesca said", "us and them", "Chadwick", "Malian-born"])
def test_parts_of_words_and_common_words_are_no_names(text: str) -> None:
    hit = load_gazetteer().match(text, 0)
    assert hit is None or text[hit[0]] == "-"


def test_the_longest_name_wins() -> None:
    hit = load_gazetteer().match("South Sudanese officers", 0)
    assert hit is not None
    assert hit[1].key == "people:South Sudan"


def test_brussels_stands_for_the_union_of_states() -> None:
    hit = load_gazetteer().match("Brussels has warned", 0)
    assert hit is not None
    assert (hit[1].name, hit[1].city) == ("European Union", "Brussels")


def test_every_country_has_one_key_for_all_its_names() -> None:
    gazetteer = load_gazetteer()
    by_text = {text: known for found in gazetteer.listed.values() for text, known in found}
    assert by_text["UK"].key == by_text["Britain"].key == by_text["London"].key
    assert by_text["UK"].kind is EntityKind.PLACE
    assert by_text["British"].kind is EntityKind.GROUP
    assert len({known.key for known in by_text.values() if known.key.startswith("place:")}) > 190


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("The Hague", "hague"),
        ("Orbán", "orban"),
        ("U.N.", "un"),
        ("People’s  Daily", "people's daily"),
    ],
)
def test_folding(text: str, plain: str) -> None:
    assert folded(text) == plain
