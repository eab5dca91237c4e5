"""Building the services: nothing heavy is imported or written before it is needed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from according import settings
from according.analysis import producer
from according.analysis.pipeline import Analyzer
from according.analysis.producer import RULES
from according.bootstrap import build
from according.places import places
from according.settings import Settings
from tests import factories

BUILD = """
import sys
from pathlib import Path
from according.bootstrap import build
from according.places import places
services = build(places(Path(sys.argv[1])))
heavy = {"spacy", "dateparser", "PySide6", "qtawesome"} & set(sys.modules)
sys.exit(f"imported: {heavy}" if heavy else 0)
"""


def test_building_imports_no_language_packages_and_writes_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "reader"
    done = subprocess.run(
        [sys.executable, "-c", BUILD, str(folder)], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert not folder.exists()


def test_the_producer_is_told_without_the_model_as_the_analyzer_tells_it() -> None:
    assert producer.RULES == RULES
    assert producer.producer_of() == Analyzer().producer


def test_a_model_that_is_not_installed_has_a_producer_too() -> None:
    assert "no_such_model" in producer.producer_of("no_such_model").model


def test_the_sensitivity_of_the_settings_is_that_of_the_analyses(tmp_path: Path) -> None:
    where = places(tmp_path)
    settings.save(Settings(sensitivity=1), where.settings)
    services = build(where)
    kept = services.reading.analyse(services.reading.keep(factories.opened()))
    assert kept.analysis is not None
    assert "sensitivity +1" in kept.analysis.producer.components
    assert services.reading.keep(factories.opened()).analysis == kept.analysis
    services.reading.set_sensitivity(-1)
    assert services.reading.keep(factories.opened()).analysis is None
    again = services.reading.analyse(kept)
    assert again.analysis is not None
    assert "sensitivity -1" in again.analysis.producer.components
    assert services.reading.keep(factories.opened()).analysis == again.analysis
    services.close()


def test_without_the_model_an_article_is_kept_all_the_same(tmp_path: Path) -> None:
    where = places(tmp_path)
    settings.save(Settings(model="no_such_model"), where.settings)
    services = build(where)
    reading = services.reading.keep(factories.opened())
    with pytest.raises(Exception, match="language model"):
        services.reading.analyse(reading)
    services.close()
    assert reading.id is not None


OWN_ENTRY = """
[[entry]]
id = "ansel-gazette"
name = "Ansel Gazette"
kind = "newspaper"
"""


def test_own_files_of_the_catalogue_are_used_and_make_another_analysis(tmp_path: Path) -> None:
    where = places(tmp_path)
    plain = build(where)
    before = plain.reading.analyse(plain.reading.keep(factories.opened()))
    plain.close()
    where.catalogue.mkdir(parents=True)
    (where.catalogue / "mine.toml").write_text(OWN_ENTRY + "bias = 3\n", encoding="utf-8")
    broken = build(where)
    kept = broken.reading.keep(factories.opened())
    assert kept.analysis is None  # what was saved knew nothing of the file
    warned = broken.reading.analyse(kept).analysis
    broken.close()
    assert warned is not None
    assert before.analysis is not None
    assert warned.sources == before.analysis.sources
    assert "Your own catalogue" in warned.warnings[-1]
    (where.catalogue / "mine.toml").write_text(OWN_ENTRY, encoding="utf-8")
    services = build(where)
    known = services.reading.analyse(services.reading.keep(factories.opened())).analysis
    assert known is not None
    assert services.reading.keep(factories.opened()).analysis == known
    services.close()
    assert "ansel-gazette" in {source.catalogue for source in known.sources}
    assert known.warnings == before.analysis.warnings
