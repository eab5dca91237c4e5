"""The table of sources and claims: who has which part, in words for those who cannot see glyphs."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from according.domain.analysis import Analysis
from according.ui.panel.claims_table import ClaimsTable, Part, rows
from according.ui.theme import load_theme
from tests import factories


@pytest.fixture
def model() -> ClaimsTable:
    return _model(factories.analysis())


def _model(analysis: Analysis) -> ClaimsTable:
    return ClaimsTable(factories.article(), analysis, load_theme("light"))


def _cell(model: ClaimsTable, name: str, column: int, role: Qt.ItemDataRole) -> object:
    row = next(at for at, one in enumerate(model.rows) if one.name == name)
    return model.data(model.index(row, column), role)


def test_the_model_keeps_the_rules_of_qt(model: ClaimsTable, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(model, force_py=True)  # type: ignore[no-untyped-call]


def test_rows_stand_in_the_order_of_the_cards_and_the_paper_last(model: ClaimsTable) -> None:
    assert [row.source for row in model.rows] == ["s1", "s5", "s7", "s6", "s2", "s3", "s4", None]
    assert model.rows[-1].name == "Harbour Post, the paper itself"


def test_a_cell_tells_what_a_source_does(model: ClaimsTable) -> None:
    parts = {row.name: row.parts for row in model.rows}
    assert parts["Maria Okonjo"] == dict.fromkeys(("c0", "c2", "c3"), Part.SAYS)
    assert parts["Ansel Gazette"] == {"c4": Part.PASSES_ON}
    assert parts["Calder Freight"] == {"c6": Part.DENIES}
    glyphs = {_cell(model, name, 4, Qt.ItemDataRole.DisplayRole) for name in parts}
    assert glyphs == {"", "→", "●"}


def test_glyphs_have_words(model: ClaimsTable) -> None:
    spoken = Qt.ItemDataRole.AccessibleTextRole
    assert (
        _cell(model, "Tomas Reyl", 5, spoken)
        == "Claim 6, asserted, said by Tomas Reyl, through Northern Wire"
    )
    assert (
        _cell(model, "Northern Wire", 5, spoken) == "Claim 6, asserted, passed on by Northern Wire"
    )
    assert _cell(model, "Calder Freight", 6, spoken) == "Claim 7, denied by Calder Freight"
    assert _cell(model, "Calder Freight", 0, spoken) == ("Claim 1, probable, not by Calder Freight")


def test_columns_have_number_and_level(model: ClaimsTable) -> None:
    head = model.headerData(6, Qt.Orientation.Horizontal)
    assert head == "7\ndenied"
    spoken = model.headerData(1, Qt.Orientation.Horizontal, Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Claim 2, own voice, The swing bridge")


def test_who_says_a_claim_and_passes_it_on_too_says_it() -> None:
    analysis = factories.analysis()
    claim = replace(analysis.claim("c4"), sources=("s3",))
    claims = tuple(claim if one.id == "c4" else one for one in analysis.claims)
    found = rows(factories.article(), replace(analysis, claims=claims))
    gazette = next(row for row in found if row.source == "s3")
    assert gazette.parts == {"c4": Part.SAYS}
