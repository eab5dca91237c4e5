"""Where things are: the shipped files, and the reader's own folders.

Shipped files (`resources/`, `seeds/`) lie inside the package in an installed wheel and in a frozen
program, and at the top of the project in a checkout; they are found alike.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

DATA_DIR_VARIABLE = "ACCORDING_DATA_DIR"
"""Environment variable that puts the reader's folders under one; `--data-dir` goes first."""

_PACKAGE = Path(__file__).resolve().parent
_CHECKOUT = _PACKAGE.parents[1]


def shipped(folder: str) -> Path:
    """The folder `resources`, `seeds` or `packaging` as this copy of the program ships it."""
    inside = _PACKAGE / folder
    return inside if inside.is_dir() else _CHECKOUT / folder


def resource(*parts: str) -> Path:
    """A file below `resources/`."""
    return shipped("resources").joinpath(*parts)


def seed(*parts: str) -> Path:
    """A file below `seeds/`."""
    return shipped("seeds").joinpath(*parts)


@dataclass(frozen=True, slots=True)
class Places:
    """The reader's folders; none is made before something is written to it."""

    config: Path
    data: Path
    state: Path

    @property
    def library(self) -> Path:
        return self.data / "library.sqlite3"

    @property
    def backups(self) -> Path:
        return self.data / "backups"

    @property
    def catalogue(self) -> Path:
        """Where the reader may put files of the catalogue of their own."""
        return self.data / "catalogue"

    @property
    def settings(self) -> Path:
        return self.config / "settings.toml"

    @property
    def session(self) -> Path:
        return self.state / "session.json"

    @property
    def log(self) -> Path:
        return self.state / "according.log"


def places(data_dir: Path | None = None) -> Places:
    """The reader's folders: below `data_dir`, or the variable's folder, or the system's own."""
    chosen = data_dir or (Path(given) if (given := os.environ.get(DATA_DIR_VARIABLE)) else None)
    if chosen is not None:
        base = chosen.expanduser().absolute()
        return Places(config=base / "config", data=base / "data", state=base / "state")
    # Here, because the text on the screen waits for this module and needs it only in this case.
    import platformdirs  # noqa: PLC0415

    dirs = platformdirs.PlatformDirs("according", appauthor=False)
    return Places(
        config=dirs.user_config_path, data=dirs.user_data_path, state=dirs.user_state_path
    )
