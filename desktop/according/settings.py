"""The reader's settings: typed, frozen, kept as TOML in the configuration folder."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any

THEMES = ("system", "light", "dark", "high-contrast", "colour-blind")
"""What `theme` may be; "system" follows the desktop's light or dark scheme."""

ZOOM = (50, 300)
"""The smallest and the largest text size, in per cent."""

SENSITIVITY = (-2, 2)
"""From few claims that are sure to many that are less so; 0 is the usual."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What the reader prefers.

    `zoom` is the text size in per cent. `model` names a spaCy model of the reader's own; empty for
    the one that comes with the program. `sensitivity` is how many claims are marked, 0 the usual
    number, fewer and surer ones below it. `grading` says whether the reader grades sources and
    information, which the program never does. `others` holds keys this version does not know, so
    that a later version finds them again.
    """

    theme: str = "system"
    zoom: int = 100
    model: str = ""
    sensitivity: int = 0
    grading: bool = False
    others: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))


_VALID: Mapping[str, Callable[[Any], bool]] = {
    "theme": lambda value: value in THEMES,
    "zoom": lambda value: type(value) is int and ZOOM[0] <= value <= ZOOM[1],
    "model": lambda value: isinstance(value, str),
    "sensitivity": lambda value: type(value) is int and SENSITIVITY[0] <= value <= SENSITIVITY[1],
    "grading": lambda value: isinstance(value, bool),
}


def load(path: Path) -> tuple[Settings, str | None]:
    """The settings in `path`, and a sentence for the reader where something in it is wrong.

    A missing file gives the defaults. A faulty file, or a faulty value, gives defaults in its
    place; the file itself stays as it is until settings are saved.
    """
    if not path.exists():
        return Settings(), None
    import tomllib  # noqa: PLC0415 - a first start need not wait for it

    try:
        found = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        return Settings(), (
            f"The settings in {path} could not be read ({error}), so the usual ones are used."
        )
    known = {key: value for key, value in found.items() if key in _VALID}
    wrong = [key for key, value in known.items() if not _VALID[key](value)]
    settings = Settings(
        **{key: value for key, value in known.items() if key not in wrong},
        others=MappingProxyType({k: v for k, v in found.items() if k not in _VALID}),
    )
    if not wrong:
        return settings, None
    names = ", ".join(wrong)
    return settings, f"{path} has a value that cannot be used for {names}; the usual one is used."


def save(settings: Settings, path: Path) -> None:
    """Write the settings; a file that is no TOML is first put aside as `settings.toml.faulty`."""
    import tomli_w  # noqa: PLC0415 - not needed before the text is shown

    path.parent.mkdir(parents=True, exist_ok=True)
    if path.exists() and _faulty(path):
        path.replace(path.with_name(path.name + ".faulty"))
    values = {key: getattr(settings, key) for key in _VALID}
    written = path.with_name(path.name + ".new")
    written.write_text(tomli_w.dumps({**settings.others, **values}), encoding="utf-8")
    written.replace(path)


def _faulty(path: Path) -> bool:
    import tomllib  # noqa: PLC0415 - as in `load`

    try:
        tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
        return True
    return False
