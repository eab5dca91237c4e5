"""The words beside a name decide what it names where the name itself does not say it."""

from __future__ import annotations

import pytest
from spacy.language import Language

from according.domain.entities import EntityKind
from tests.unit.analysis.articles import article_of
from tests.unit.analysis.casting import cast_of

CASES = [
    ("Kestrol, a compound in coffee beans, slows the growth of fat.", "Kestrol", "product"),
    ("Wrenford, a market town in Shropshire, has three roasters.", "Wrenford", "place"),
    ("Heartwell, a charity for diabetics, welcomed the result.", "Heartwell", "organisation"),
    ("Lupo, the Brazilian president, left on Monday.", "Lupo", "person"),
    ("She wrote The Salt Road, a novel, in 2009.", "The Salt Road", "work"),
    ("The report, Rivers In Crisis, was printed in May.", "Rivers In Crisis", "work"),
    ("The team sent down a robot named Grebe.", "Grebe", "product"),
    ("A letter in the journal Glacier Letters said so.", "Glacier Letters", "work"),
    ("Fighters tried to seize al-Nahir on Tuesday.", "al-Nahir", "place"),
    ("Families in the Dumbar camp had no water.", "Dumbar", "place"),
    ("Residents near Kalma spoke of shelling.", "Kalma", "place"),
    ("The mayor of Tarvos was not hurt.", "Tarvos", "place"),
    ("Fishermen from the city of Um Kadada came by boat.", "Um Kadada", "place"),
    ("A court heard that Leanne Rudge, 34, had left by then.", "Leanne Rudge", "person"),
    ("A statement came from its spokeswoman, Tia Reese.", "Tia Reese", "person"),
    ("Solheim and her colleague Per Lindqvist led the dive.", "Per Lindqvist", "person"),
    ("The ferry operator Calder Marine is to cut sailings.", "Calder Marine", "organisation"),
    ("Storm Edith hit the coast on Friday.", "Storm Edith", "event"),
    ("The Evening Courier had asked him twice.", "Evening Courier", "organisation"),
    ("The Ashdown Inquiry heard that the dam had cracked.", "Ashdown Inquiry", "organisation"),
    ("Officers of Kent Police searched the house.", "Kent Police", "organisation"),
    ("Staff at St Bride’s Hospital would not speak.", "St Bride’s Hospital", "facility"),
    ("The base was safe, said Ang Tsoring of the Highland Rescue Club.", "Ang Tsoring", "person"),
    ("The lake, Tsho Chang, has grown since 2000.", "Tsho Chang", "place"),
    (
        "The Flood Lawyers, a group that counts abuses, blamed both.",
        "Flood Lawyers",
        "organisation",
    ),
    ("The H5N1 virus has killed 400 seals.", "H5N1", "product"),
]


@pytest.mark.parametrize(("paragraph", "name", "kind"), CASES)
def test_kinds(nlp: Language, paragraph: str, name: str, kind: str) -> None:
    assert cast_of(nlp, article_of(paragraph))[name].kind is EntityKind(kind)


@pytest.mark.parametrize(
    ("paragraph", "name"),
    [
        ("The Climate Crisis is to blame for the floods.", "Climate Crisis"),
        ("Shares in the firm (NWKG.DE) fell by 9%.", "NWKG.DE"),
        ("Ferry operators will cut their sailings in May.", "Ferry"),
    ],
)
def test_what_names_nobody(nlp: Language, paragraph: str, name: str) -> None:
    assert name not in cast_of(nlp, article_of(paragraph))
