"""Who says what stays as right as it was, on the project's own articles with gold answers."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]


def test_the_figures_stay_above_their_floors_in_every_style_of_quotation_marks() -> None:
    done = subprocess.run(
        [sys.executable, str(PROJECT / "tests" / "benchmarks" / "attribution.py"), "--own"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "both" in done.stdout
