"""Descriptions, names and labels tell what kind of source somebody is."""

from __future__ import annotations

import pytest

from according.analysis.sources.source_kinds import SourceWords, load_source_words
from according.domain.sources import SourceKind
from according.places import resource


@pytest.fixture(scope="module")
def words() -> SourceWords:
    return load_source_words(resource("words"))


@pytest.mark.parametrize(
    ("description", "kind"),
    [
        ("Norway’s fisheries minister", SourceKind.OFFICIAL),
        ("the Chilean president", SourceKind.OFFICIAL),
        ("US secretary of the interior", SourceKind.OFFICIAL),
        ("attorney general", SourceKind.OFFICIAL),
        ("the UN secretary-general", SourceKind.OFFICIAL),
        ("Maj Gen", SourceKind.MILITARY_OR_INTELLIGENCE),
        ("the Danish chief of military intelligence", SourceKind.MILITARY_OR_INTELLIGENCE),
        ("a foreign ministry spokeswoman", SourceKind.OFFICIAL),
        ("an army spokesman", SourceKind.MILITARY_OR_INTELLIGENCE),
        ("a spokesman for the brewery", SourceKind.PERSON),
        ("professor of artificial intelligence", SourceKind.PERSON),
        ("the former president", SourceKind.PERSON),
        ("a retired general", SourceKind.PERSON),
        ("director general of the quarry", SourceKind.OFFICIAL),
        ("chief executive officer", SourceKind.PERSON),
        ("marine biologist", SourceKind.PERSON),
        ("farmer", SourceKind.PERSON),
        ("Danish presidential adviser", SourceKind.OFFICIAL),
        ("the harbour agency’s chief", SourceKind.OFFICIAL),
        ("the chief of the brewery", SourceKind.PERSON),
        ("general secretary of the porters’ union", SourceKind.PERSON),
    ],
)
def test_persons(words: SourceWords, description: str, kind: SourceKind) -> None:
    assert words.person(description) is kind


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Norwegian foreign ministry", SourceKind.GOVERNMENT_BODY),
        ("Ministry of Fisheries", SourceKind.GOVERNMENT_BODY),
        ("US Department of the Interior", SourceKind.GOVERNMENT_BODY),
        ("Chile’s air force", SourceKind.MILITARY_OR_INTELLIGENCE),
        ("World Health Organization", SourceKind.INTERGOVERNMENTAL),
        ("The Harbour Times", SourceKind.NEWSPAPER),
        ("state news agency", SourceKind.NEWS_AGENCY),
        ("Quay TV", SourceKind.BROADCASTER),
        ("Institute for the Study of Tides", SourceKind.THINK_TANK),
        ("University of Port Ansel", SourceKind.NGO),
        ("Royal College of Porters", SourceKind.NGO),
        ("UN Harbour Office", SourceKind.INTERGOVERNMENTAL),
        ("Quay Support Forces", SourceKind.MILITARY_OR_INTELLIGENCE),
        ("Harbour Liberation Front", SourceKind.PARTY),
        ("Safer Harbours Network", SourceKind.NGO),
        ("Ansel Gull Research Institute", SourceKind.THINK_TANK),
        ("Labour Party", SourceKind.PARTY),
        ("Human Rights Watch", SourceKind.NGO),
        ("Calder Freight Ltd", SourceKind.COMPANY),
        ("Calder", None),
    ],
)
def test_organisations(words: SourceWords, name: str, kind: SourceKind | None) -> None:
    assert words.organisation(name) is kind


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Bild", SourceKind.NEWSPAPER),
        ("Hafen Magazin", SourceKind.NEWSPAPER),
        ("Politico", SourceKind.ONLINE_OUTLET),
        ("Harbour News Network", SourceKind.BROADCASTER),
        ("Harbour Action Network", SourceKind.NGO),
        ("Tolland Werke", SourceKind.COMPANY),
    ],
)
def test_names_of_outlets_and_firms(words: SourceWords, name: str, kind: SourceKind) -> None:
    assert words.organisation(name) is kind


def test_no_person_is_called_motors(words: SourceWords) -> None:
    assert words.no_person("Tolland Motors")
    assert not words.no_person("Ann Tolland")
