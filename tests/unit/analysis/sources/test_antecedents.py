"""Words that only point back are credited to whom they point to."""

from __future__ import annotations

import pytest

from according.domain.claims import Directness
from according.domain.sources import SourceKind
from tests.unit.analysis.reading import reading


def test_they_are_the_people_of_the_sentence_before() -> None:
    read = reading(
        "The researchers counted gulls on nine piers. They found that the flocks had halved."
    )
    source = read.source("had halved")
    assert (source.name, source.kind, source.named) == (
        "researchers",
        SourceKind.UNNAMED_GROUP,
        False,
    )


def test_one_of_them_is_named_after_the_group() -> None:
    read = reading(
        "Two people familiar with the sale said a deal was near. "
        "One of them said it could be signed within days.",
    )
    source = read.source("signed within days")
    assert source.name == "one of two people familiar with the sale"
    assert not source.named
    assert source.name not in {"One of them", "one of them"}
    assert read.source("was near").id != source.id


def test_the_statement_is_its_makers() -> None:
    read = reading(
        "The Quay Workers Union said in a statement that the crane was unsafe.",
        "The statement said that two bolts were missing.",
    )
    source = read.source("two bolts were missing")
    assert source.name == "Quay Workers Union"
    standing = read.standing("two bolts were missing")
    assert standing.directness is Directness.OFFICIAL_STATEMENT
    assert "statement" in read.told(standing)


def test_the_memo_and_the_complaint_are_the_ones_before() -> None:
    read = reading(
        "An internal memo warned that the wall could fall. The memo says the risk was known.",
        "The owner was paid twice, according to a draft complaint seen by the Quay Gazette.",
        "The complaint says the money went through a bank.",
    )
    assert read.source("the risk was known").id == read.source("could fall").id
    assert read.source("went through a bank").id == read.source("paid twice").id
    assert read.source("went through a bank").kind is SourceKind.DOCUMENT


def test_she_is_the_unnamed_woman_who_spoke() -> None:
    read = reading(
        "Health minister Ola Berg said the wards were full.",
        "One nurse, who asked not to be named, said she had not slept. "
        "She said the beds stood in the corridor.",
    )
    assert read.source("stood in the corridor").id == read.source("had not slept").id
    assert not read.source("stood in the corridor").named


def test_a_study_is_one_source_from_headline_to_end() -> None:
    read = reading(
        "Gulls fly further in winter, according to a large study published in Nature Shores.",
        "The study found that they eat less. The study also found that they sleep more.",
        headline="Gulls fly further in winter, study suggests",
    )
    studies = {
        source.id for source in read.analysis.sources if source.kind is SourceKind.ACADEMIC_STUDY
    }
    assert len(studies) == 1
    assert read.source("eat less").id in studies


def test_the_day_is_no_part_of_a_name() -> None:
    read = reading("Gulls sleep, according to a report published by the Quay Trust on Monday.")
    assert read.source("Gulls sleep").name == "report published by the Quay Trust"


def test_the_firm_is_the_company_named_before() -> None:
    read = reading(
        "Calder Shipping plc opened a yard in Tewk. The firm said the yard would employ ninety."
    )
    source = read.source("would employ ninety")
    assert source.name.startswith("Calder Shipping")
    assert source.kind is SourceKind.COMPANY


def test_the_court_is_not_the_last_public_body() -> None:
    read = reading(
        "Downing Street said the bridge was vital. The court said the bridge could wait.",
    )
    assert read.source("could wait").id != read.source("was vital").id
    assert read.source("could wait").name == "court"


def test_a_spokesperson_speaks_for_the_body_before() -> None:
    read = reading(
        "The Department of Harbours denied the claim. A spokesperson said the tide was to blame."
    )
    source = read.source("the tide was to blame")
    assert source.name == "spokesperson for Department of Harbours"
    assert (source.kind, source.named) == (SourceKind.OFFICIAL, False)


@pytest.mark.parametrize(
    ("phrase", "kind", "named"),
    [
        ("A White House official", SourceKind.OFFICIAL, False),
        ("A senior European diplomat", SourceKind.OFFICIAL, False),
        ("A Foreign Office spokesman", SourceKind.OFFICIAL, False),
        ("Two Western officials", SourceKind.UNNAMED_GROUP, False),
        ("A Nevada tribe", SourceKind.UNNAMED_GROUP, False),
        ("A panel of UN experts", SourceKind.UNNAMED_GROUP, False),
        ("An FBI agent", SourceKind.OFFICIAL, False),
        ("Consumer groups", SourceKind.UNNAMED_GROUP, False),
        ("A brewery worker in Leeds", SourceKind.PERSON, False),
        ("The public inquiry", SourceKind.GOVERNMENT_BODY, True),
        ("The rebels", SourceKind.MILITARY_OR_INTELLIGENCE, True),
        ("A leaked memo seen by Reuters", SourceKind.DOCUMENT, False),
        ("A report by the Harbour Office", SourceKind.DOCUMENT, True),
    ],
)
def test_kinds_of_phrases(phrase: str, kind: SourceKind, named: bool) -> None:
    source = reading(f"{phrase} said the harbour wall was cracked.").source("was cracked")
    assert (source.kind, source.named) == (kind, named)


def test_it_is_the_report_before_and_not_the_paper_that_has_it() -> None:
    read = reading(
        "A leaked report warned of dust in the hall, the Quay Gazette can reveal.",
        "The report found that two rooms were full of it. It recommended that both be closed.",
    )
    assert read.source("both be closed").id == read.source("full of it").id


def test_a_trial_of_the_headline_is_the_study_of_the_text() -> None:
    read = reading(
        "A simple test may find sick gulls, a study suggests. The study counted two thousand.",
        headline="New test finds sick gulls, trial shows",
    )
    assert read.source("may find sick gulls").id == read.source("New test finds").id


def test_a_place_at_the_end_of_a_name_is_no_government() -> None:
    source = reading("Anglers UK said the river was dirty.").source("was dirty")
    assert (source.name, source.kind) == ("Anglers UK", SourceKind.NGO)


def test_the_government_of_a_region_is_no_government_of_it() -> None:
    read = reading("The rivers are the dirtiest in Europe. The government said rain was to blame.")
    assert "Europe" not in read.source("rain was to blame").name


def test_a_country_with_an_article_keeps_it_as_a_government() -> None:
    read = reading("The United Arab Emirates has repeatedly denied sending boats.")
    assert read.source("sending boats").name == "government of the United Arab Emirates"


def test_the_kremlin_is_a_body_of_its_own() -> None:
    source = reading("The Kremlin said the boats were empty.").source("were empty")
    assert (source.name, source.catalogue) == ("Kremlin", "kremlin")


def test_it_is_the_paper_that_the_sentence_before_is_about() -> None:
    read = reading(
        "Inspectors published a report on Tuesday. The report stopped short of alleging fraud. "
        "But it said that the yard had been paid twice.",
    )
    assert read.source("paid twice").kind is SourceKind.DOCUMENT


def test_who_is_named_behind_an_office_is_the_source() -> None:
    read = reading("The local MP, Harriet Oduya, told the BBC that she had asked for an inquiry.")
    assert read.source("an inquiry").name == "Harriet Oduya"
