"""The report in plain text."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from according.domain.analysis import Analysis, Producer
from according.services.report import report
from tests import factories

GOLDEN = Path(__file__).resolve().parents[2] / "golden" / "bridge-report.txt"


def test_report_reads_as_it_did() -> None:
    written = report(factories.article(), factories.analysis())
    assert written == GOLDEN.read_text(encoding="utf-8")


@pytest.mark.parametrize("width", [60, 80, 100])
def test_no_line_is_wider_than_asked(width: int) -> None:
    lines = report(factories.article(), factories.analysis(), width=width).splitlines()
    assert max(map(len, lines)) <= width


def test_every_claim_is_printed_once_with_its_number() -> None:
    written = " ".join(report(factories.article(), factories.analysis()).split())
    for number, claim in enumerate(factories.analysis().claims, 1):
        assert written.count(f"[{number}] {claim.text}") == 1


def test_a_doubtful_speaker_is_told_with_the_other_candidate() -> None:
    claims = report(factories.article(), factories.analysis()).split("[8]")[1]
    assert "could also be Tomas Reyl" in claims.split("\n\n")[0]


def test_an_empty_analysis_still_says_what_was_read() -> None:
    article = replace(factories.plain("One line."), title=None)
    written = report(article, Analysis(producer=Producer("0", "none", ())))
    assert written.startswith("Article without a headline\n")
