"""Makes `.venv` with all that the program (`run`) or its checks (`test`) need; skips what is done.

    python3 packaging/set_up.py run|test

On Debian and Ubuntu, as root, it installs missing system packages too; elsewhere it says which
are missing and what to type.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
VENV = PROJECT / ".venv"
SUPPORTED = ((3, 11), (3, 14))
LOCKS = {"run": "requirements.lock", "test": "requirements-dev.lock"}

sys.path.insert(0, str(PROJECT / "desktop"))

from according.system_libraries import LIST, missing, read_list, sentence  # noqa: E402


def main(arguments: list[str]) -> int:
    """Set up for `run` or `test`; 0 when all is there."""
    if len(arguments) != 1 or arguments[0] not in LOCKS:
        print("usage: set_up.py run|test", file=sys.stderr)
        return 2
    if not SUPPORTED[0] <= sys.version_info[:2] < SUPPORTED[1]:
        found = ".".join(map(str, sys.version_info[:2]))
        print(
            f"According needs Python 3.11, 3.12 or 3.13; this is {found}. "
            "Name another one: make PYTHON=python3.11 run",
            file=sys.stderr,
        )
        return 1
    purpose = arguments[0]
    _system_packages(purpose)
    _virtual_environment(purpose)
    return 0


def _system_packages(purpose: str) -> None:
    """Install the missing Debian packages where that is allowed, else say what to type."""
    if not sys.platform.startswith("linux"):
        return
    listed = read_list(PROJECT / "packaging" / LIST)
    wanted = [one for one in listed if one.purpose == "run" or purpose == "test"]
    if shutil.which("dpkg-query") and shutil.which("apt-get"):
        absent = [one.package for one in wanted if not _installed(one.package)]
        if absent and os.geteuid() == 0:
            print("Installing system packages:", " ".join(absent), flush=True)
            _apt(absent)
            return
    if lacking := missing(wanted):
        print(sentence(lacking), file=sys.stderr)


def _installed(package: str) -> bool:
    """Whether dpkg has a package, or one that took over its name (libglib2.0-0t64)."""
    names = [package, f"{package}t64"]
    for name in names:
        asked = subprocess.run(
            ["dpkg-query", "-W", "-f", "${db:Status-Status}", name],
            capture_output=True,
            text=True,
            check=False,
        )
        if asked.stdout.strip() == "installed":
            return True
    return False


def _apt(packages: list[str]) -> None:
    """Install packages; one that cannot be had is named, the rest still come."""
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends"]
    subprocess.run(["apt-get", "update", "-qq"], env=quiet, check=False)
    together = subprocess.run(
        [*install, *packages], env=quiet, check=False, stdout=subprocess.DEVNULL
    )
    if together.returncode == 0:
        return
    for package in packages:
        alone = subprocess.run(
            [*install, package], env=quiet, check=False, stdout=subprocess.DEVNULL
        )
        if alone.returncode:
            print(f"The system package {package} could not be installed.", file=sys.stderr)


def _virtual_environment(purpose: str) -> None:
    """Make `.venv` and install the locked packages and the project itself, unless done before."""
    python = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    if not python.exists() or not _runs_this_python(python):
        print("Making .venv", flush=True)
        subprocess.run([sys.executable, "-m", "venv", "--clear", str(VENV)], check=True)
    lock = PROJECT / LOCKS[purpose]
    stamp, digest = VENV / f"{purpose}.stamp", _digest(lock, PROJECT / "pyproject.toml")
    if stamp.exists() and stamp.read_text(encoding="utf-8") == digest:
        return
    print("Installing the Python packages (a few minutes the first time)", flush=True)
    pip = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, "--require-hashes", "-r", str(lock)], check=True)
    subprocess.run([*pip, "--no-deps", "--no-build-isolation", "-e", str(PROJECT)], check=True)
    # So that the first start need not compile the program, whose package is the checkout itself.
    compiled = [str(python), "-m", "compileall", "-q", str(PROJECT / "desktop")]
    subprocess.run(compiled, check=True)
    stamp.write_text(digest, encoding="utf-8")


def _runs_this_python(python: Path) -> bool:
    """Whether the environment still works and was made by this version of Python."""
    version = "import sys; print(sys.version_info[:2])"
    asked = subprocess.run(
        [str(python), "-c", version], capture_output=True, text=True, check=False
    )
    return asked.stdout.strip() == str(tuple(sys.version_info[:2]))


def _digest(*files: Path) -> str:
    return hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except subprocess.CalledProcessError as failed:
        print(f"Setting up stopped: {' '.join(failed.cmd[:4])} ... failed.", file=sys.stderr)
        sys.exit(1)
