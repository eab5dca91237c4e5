"""What is shipped beside the code: locks, system libraries, desktop files, icons."""

from __future__ import annotations

import re
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest

from according.places import shipped
from according.system_libraries import LIST, Library, missing, read_list, sentence

PROJECT = Path(__file__).resolve().parents[2]
ID = "org.according.According"


def _locked(name: str) -> set[str]:
    text = (PROJECT / name).read_text(encoding="utf-8")
    return set(re.findall(r"^([a-z0-9.-]+)==", text, re.MULTILINE))


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock"])
def test_a_lock_has_hashes_for_all_and_names_no_index(name: str) -> None:
    text = (PROJECT / name).read_text(encoding="utf-8")
    assert "http" not in re.sub(r"^[a-z0-9.-]+==.*$", "", text, flags=re.MULTILINE)
    assert "index" not in text
    pins = re.split(r"^(?=[a-z0-9.-]+==)", text, flags=re.MULTILINE)[1:]
    assert pins
    assert [pin.split()[0] for pin in pins if "--hash=sha256:" not in pin] == []


def test_the_locks_hold_every_dependency() -> None:
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    runtime = {re.split(r"[<>=]", one)[0].lower() for one in project["dependencies"]}
    extras = {
        re.split(r"[<>=]", one)[0].lower()
        for group in project["optional-dependencies"].values()
        for one in group
    }
    assert runtime <= _locked("requirements.lock")
    assert runtime | extras <= _locked("requirements-dev.lock")


def test_the_readme_names_every_system_package() -> None:
    readme = (PROJECT / "README.md").read_text(encoding="utf-8")
    listed = read_list(shipped("packaging") / LIST)
    assert [one.package for one in listed if one.package not in readme] == []


def test_a_missing_library_is_named_with_the_command_to_type() -> None:
    there = Library("libc6", "libc.so.6", "run")
    absent = Library("libnothing0", "libnothing-at-all.so.0", "run")
    lacking = missing([there, absent])
    assert lacking == (absent,)
    assert sentence(lacking).endswith("sudo apt-get install libnothing0")


def test_the_icon_is_there_in_every_size() -> None:
    icons = shipped("packaging") / "icons"
    sizes = {int(path.stem.rsplit("-", 1)[1]) for path in icons.glob(f"{ID}-*.png")}
    assert sizes == {16, 24, 32, 48, 64, 128, 256, 512}
    assert (icons / f"{ID}.svg").exists()


@pytest.mark.parametrize(
    ("command", "name"),
    [
        (["desktop-file-validate"], f"{ID}.desktop"),
        (["appstreamcli", "validate", "--no-net"], f"{ID}.metainfo.xml"),
    ],
)
def test_the_desktop_files_are_valid(command: list[str], name: str) -> None:
    if shutil.which(command[0]) is None:
        pytest.skip(f"needs {command[0]}, which is not installed")
    done = subprocess.run(
        [*command, PROJECT / "packaging" / "linux" / name],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
