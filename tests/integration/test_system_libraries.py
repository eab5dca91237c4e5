"""The list of system packages is complete: all that Qt's Linux plugins load comes with it.

A machine on which a library was installed for something else hides that the list lacks it. So this
test asks the linker what the plugins load and the package index what the list brings.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import PySide6
import pytest

from according.places import shipped
from according.system_libraries import LIST, read_list

PLUGINS = (
    "plugins/platforms/libqxcb.so",
    "plugins/platforms/libqoffscreen.so",
    "plugins/xcbglintegrations/*.so",
    "plugins/imageformats/libqsvg.so",
    "plugins/iconengines/*.so",
    "lib/libQt6Core.so.6",
    "lib/libQt6Gui.so.6",
    "lib/libQt6Widgets.so.6",
    "lib/libQt6Network.so.6",
    "lib/libQt6XcbQpa.so.6",
)


def _lines(*command: str) -> list[str]:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.stdout.splitlines()


def _brought(packages: list[str]) -> set[str]:
    """The packages installed with `packages` when nothing merely recommended comes along."""
    without = ("recommends", "suggests", "conflicts", "breaks", "replaces", "enhances")
    options = [f"--no-{relation}" for relation in without]
    lines = _lines("apt-cache", "depends", "--recurse", *options, *packages)
    return {line.strip() for line in lines if line and not line.startswith((" ", "<"))}


def _loaded() -> set[Path]:
    """The system's files that Qt's libraries and plugins are linked with."""
    qt = Path(PySide6.__file__).parent / "Qt"
    found: set[Path] = set()
    for pattern in PLUGINS:
        for library in qt.glob(pattern):
            words = (line.split() for line in _lines("ldd", str(library)))
            found |= {Path(row[2]) for row in words if len(row) > 2 and row[2].startswith("/")}
    return {path for path in found if "site-packages" not in path.parts}


def _owner(path: Path) -> str | None:
    """The package a file came with; None for a file no package knows."""
    for name in (path.resolve(), path):
        if lines := _lines("dpkg", "-S", str(name)):
            return lines[0].split(":")[0]
    return None


@pytest.mark.skipif(
    not sys.platform.startswith("linux")
    or not all(shutil.which(tool) for tool in ("apt-cache", "dpkg", "ldd")),
    reason="needs ldd and the package index of Debian or Ubuntu",
)
def test_every_library_qt_loads_comes_with_the_listed_packages() -> None:
    listed = [one.package for one in read_list(shipped("packaging") / LIST)]
    known = [package for package in listed if _lines("apt-cache", "show", package)]
    if known != listed:
        pytest.skip("needs an up-to-date package index (apt-get update)")
    brought = _brought(listed)
    owners = {path: _owner(path) for path in _loaded()}
    assert owners
    lacking = {
        str(path): owner
        for path, owner in owners.items()
        if owner is not None and owner not in brought
    }
    assert lacking == {}
