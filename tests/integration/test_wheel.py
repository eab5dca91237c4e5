"""The wheel carries all that the program ships: installed alone, it analyses a sample."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fresh environment's Python, with the built wheel and nothing of the checkout.

    The dependencies are lent by a path entry, so that the test needs no network; a path entry's
    own .pth files are not followed, so the checkout's editable install stays out.
    """
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "-o", folder, PROJECT],
        check=True,
        capture_output=True,
    )
    (wheel,) = folder.glob("according-*.whl")
    venv.create(folder / "venv", with_pip=False)
    scripts = "Scripts/python.exe" if os.name == "nt" else "bin/python"
    python = folder / "venv" / scripts
    subprocess.run(
        [sys.executable, "-m", "pip", "--python", python, "install", "-q", "--no-deps", wheel],
        check=True,
    )
    site = subprocess.run(
        [python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"],
        check=True,
        capture_output=True,
        text=True,
    ).stdout.strip()
    Path(site, "lent.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    return python


@pytest.mark.slow
def test_the_installed_wheel_analyses_a_sample(installed: Path, tmp_path: Path) -> None:
    sample = next((PROJECT / "seeds" / "articles").glob("*.txt"))
    done = subprocess.run(
        [installed, "-m", "according", "analyze", sample, "--json", tmp_path],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    form = json.loads((tmp_path / f"{sample.name}.json").read_text(encoding="utf-8"))
    assert form["claims"]
    assert any(source["notes"] for source in form["sources"] if source["catalogue"]) or all(
        source["catalogue"] is None for source in form["sources"]
    )


@pytest.mark.slow
def test_the_wheel_does_not_borrow_from_the_checkout(installed: Path, tmp_path: Path) -> None:
    code = (
        "from according.places import resource, seed, shipped;"
        "print(resource('words'), seed('catalogue'), shipped('packaging'), sep='\\n')"
    )
    done = subprocess.run(
        [installed, "-c", code], capture_output=True, text=True, cwd=tmp_path, check=True
    )
    for line in done.stdout.splitlines():
        assert Path(line).is_dir()
        assert not Path(line).is_relative_to(PROJECT)
