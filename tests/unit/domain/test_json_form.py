"""The machine-readable form: complete, valid by its schema, and read back without loss."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from according.domain.json_form import SCHEMA, from_json, to_json
from according.places import resource
from tests import factories

GOLDEN = Path(__file__).resolve().parents[2] / "golden" / "bridge.json"


@pytest.fixture
def form() -> dict[str, Any]:
    return to_json(factories.article(), factories.analysis(), file="texts/bridge.txt")


@pytest.fixture
def schema() -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(
        resource("schema", "analysis-1.schema.json").read_text("utf-8")
    )
    return loaded


def test_form_is_valid_by_its_schema(form: dict[str, Any], schema: dict[str, Any]) -> None:
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator(schema).validate(form)


def test_form_is_as_it_was() -> None:
    """A change here breaks other programs: it needs a new schema name."""
    form = to_json(factories.article(), factories.analysis(), file="bridge.txt")
    assert form == json.loads(GOLDEN.read_text(encoding="utf-8"))


def test_schema_refuses_a_missing_field(form: dict[str, Any], schema: dict[str, Any]) -> None:
    del form["claims"][0]["certainty"]["likelihood"]["band"]
    with pytest.raises(jsonschema.ValidationError, match="'band' is a required property"):
        jsonschema.Draft202012Validator(schema).validate(form)


def test_schema_refuses_a_folded_block_without_reason(
    form: dict[str, Any], schema: dict[str, Any]
) -> None:
    folded = next(one for one in form["article"]["blocks"] if one["kind"] == "boilerplate")
    folded["reason"] = None
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(schema).validate(form)


def test_schema_allows_added_fields(form: dict[str, Any], schema: dict[str, Any]) -> None:
    form["claims"][0]["colour"] = "green"
    jsonschema.Draft202012Validator(schema).validate(form)


def test_reads_back_without_loss(form: dict[str, Any]) -> None:
    assert from_json(json.loads(json.dumps(form))) == factories.analysis()


def test_entries_that_a_source_may_be_read_back() -> None:
    known = factories.analysis()
    doubtful = replace(known.sources[2], candidates=("ansel-gazette", "mole-gazette"))
    analysis = replace(known, sources=(*known.sources[:2], doubtful, *known.sources[3:]))
    form = to_json(factories.article(), analysis, file="a.txt")
    assert form["sources"][2]["candidates"] == ["ansel-gazette", "mole-gazette"]
    assert from_json(form) == analysis


def test_reads_a_form_without_the_added_fields(form: dict[str, Any]) -> None:
    del form["phrases"]
    for claim in form["claims"]:
        del claim["relays"], claim["relay_cues"], claim["status"]
    for entity in form["entities"]:
        del entity["related"], entity["described"]
    for source in form["sources"]:
        del source["candidates"]
    read = from_json(form)
    assert read.summary == factories.analysis().summary
    assert [claim.via for claim in read.claims] == [c.via for c in factories.analysis().claims]


def test_offsets_lead_to_the_printed_words_after_an_emoji(form: dict[str, Any]) -> None:
    text = form["article"]["text"]
    claim = next(one for one in form["claims"] if one["id"] == "c5")
    ((start, end),) = claim["content"]
    assert text[start:end] == claim["text"] == "the port “cannot do without its bridge”"
    ((start, end),) = claim["attribution"]["source"]
    assert text[start:end] == "Transport minister Tomas Reyl"


def test_names_the_fields_as_the_contract_does(form: dict[str, Any]) -> None:
    assert form["schema"] == SCHEMA
    assert form["file"] == "texts/bridge.txt"
    assert form["article"]["published"] == "2025-03-03T08:15:00+00:00"
    link = form["links"][1]
    assert (link["kind"], link["from"], link["to"]) == ("denies", "c6", "c2")
    assert form["claims"][4]["via"] == [["s3"]]
    assert form["claims"][1]["certainty"]["likelihood"] == {
        "words": [],
        "band": None,
        "scale": None,
    }


def test_a_date_without_time_stays_a_date() -> None:
    undated = replace(factories.article(), published=date(2025, 3, 3))
    form = to_json(undated, factories.analysis(), file="a.txt")
    assert form["article"]["published"] == "2025-03-03"
    form = to_json(replace(undated, published=None), factories.analysis(), file="a.txt")
    assert form["article"]["published"] is None
