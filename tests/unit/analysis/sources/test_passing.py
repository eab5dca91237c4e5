"""Outlets pass claims on; channels, own writing and the paper itself do not."""

from __future__ import annotations

from tests.unit.analysis.reading import reading


def test_a_channel_passes_nothing_on() -> None:
    read = reading("The Quay Workers Union said in a statement on Telegram that the crane fell.")
    assert read.via("the crane fell") == []
    assert "Telegram" not in {source.name for source in read.analysis.sources}
    assert read.source("the crane fell").name == "Quay Workers Union"


def test_own_writing_is_not_passed_on() -> None:
    read = reading("Mark Dunn wrote in an editorial in the Reno Herald that the yard was safe.")
    assert read.via("the yard was safe") == []
    assert read.source("the yard was safe").name == "Mark Dunn"


def test_what_was_told_to_another_outlet_is_passed_on() -> None:
    sentence = "“The yard is safe,” harbour master Mark Dunn told Reuters on Monday."
    read = reading(sentence, publisher="Quay Gazette")
    assert read.via("The yard is safe") == [["Reuters"]]


def test_what_was_told_to_this_paper_is_not() -> None:
    sentence = "“The yard is safe,” harbour master Mark Dunn told Reuters on Monday."
    read = reading(sentence, publisher="Reuters")
    assert read.via("The yard is safe") == []
    assert read.claim("The yard is safe").relay_cues == ()


def test_the_newspaper_is_the_one_that_passed_on_before() -> None:
    read = reading(
        "The Harbour Gazette reported a loss in May.",
        "Mark Dunn told the Reno Herald that the yard was safe. “It is the safest yard in the "
        "country,” he told the newspaper.",
    )
    assert read.via("the safest yard") == [["Reno Herald"]]


def test_an_outlet_is_named_without_its_label() -> None:
    read = reading(
        "Mark Dunn said that his yard was safe, reported the Portuguese business daily Correio do "
        "Porto.",
    )
    assert read.via("yard was safe") == [["Correio do Porto"]]
