"""Settings: defaults, a round trip, keys of a later version, and files that cannot be used."""

from __future__ import annotations

from pathlib import Path

import pytest

from according import settings
from according.settings import Settings


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "config" / "settings.toml"


def written(file: Path, text: str) -> Path:
    file.parent.mkdir(parents=True)
    file.write_text(text, encoding="utf-8")
    return file


def test_without_a_file_the_defaults_hold_and_nothing_is_written(file: Path) -> None:
    assert settings.load(file) == (Settings(), None)
    assert not file.parent.exists()


def test_what_is_saved_is_found_again(file: Path) -> None:
    chosen = Settings(theme="dark", zoom=150, model="my_model", sensitivity=-2)
    settings.save(chosen, file)
    assert settings.load(file) == (chosen, None)


def test_keys_of_a_later_version_are_kept(file: Path) -> None:
    written(file, 'theme = "light"\n[export]\nfolder = "reports"\n')
    found, warning = settings.load(file)
    assert warning is None
    settings.save(Settings(theme="dark", others=found.others), file)
    again, _ = settings.load(file)
    assert again.theme == "dark"
    assert again.others["export"] == {"folder": "reports"}


def test_a_wrong_value_is_named_and_the_right_ones_hold(file: Path) -> None:
    written(file, 'theme = "purple"\nzoom = 125\n')
    found, warning = settings.load(file)
    assert (found.theme, found.zoom) == ("system", 125)
    assert warning is not None
    assert "theme" in warning
    assert str(file) in warning


@pytest.mark.parametrize("zoom", ["true", '"large"', "10", "4000", "1.5"])
def test_a_text_size_out_of_reason_is_not_taken(file: Path, zoom: str) -> None:
    found, warning = settings.load(written(file, f"zoom = {zoom}\n"))
    assert found.zoom == 100
    assert warning is not None


@pytest.mark.parametrize("sensitivity", ["true", '"more"', "3", "-3", "0.5"])
def test_a_sensitivity_that_the_slider_cannot_have_is_not_taken(
    file: Path, sensitivity: str
) -> None:
    found, warning = settings.load(written(file, f"zoom = 125\nsensitivity = {sensitivity}\n"))
    assert (found.sensitivity, found.zoom) == (0, 125)
    assert warning is not None
    assert "sensitivity" in warning


@pytest.mark.parametrize("sensitivity", range(-2, 3))
def test_every_stop_of_the_slider_is_taken(file: Path, sensitivity: int) -> None:
    found, warning = settings.load(written(file, f"sensitivity = {sensitivity}\n"))
    assert (found.sensitivity, warning) == (sensitivity, None)


@pytest.mark.parametrize("content", [b"theme = dark\n", b"\xff\xfe broken", b"[[["])
def test_a_faulty_file_stays_until_saving_and_is_then_put_aside(file: Path, content: bytes) -> None:
    file.parent.mkdir(parents=True)
    file.write_bytes(content)
    found, warning = settings.load(file)
    assert found == Settings()
    assert warning is not None
    assert file.read_bytes() == content
    settings.save(Settings(zoom=110), file)
    assert settings.load(file) == (Settings(zoom=110), None)
    assert file.with_name("settings.toml.faulty").read_bytes() == content
