"""What the window remembers from one start to the next."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

VERSION = 1
"""Raised when a field changes its meaning; a file of another version is not used."""


LAYERS = ("claims", "entities", "certainty")
"""The names of the highlights, as `Layers` has them."""

VIEWS = ("sources", "context", "claim")
"""The names of the panel's views."""

CHROME = (25, 48, 25)
"""Heights of menu bar, tools and status line before they were ever measured."""


@dataclass(frozen=True, slots=True)
class Session:
    """Geometry and place.

    `geometry` is Qt's own record in base64, `splitter` the widths and `chrome` the heights of menu
    bar, tools and status line, in pixels. `article` is the row
    of the library, `position` the code point at the top of the page and `above` how much of its
    line is above the edge, in pixels. `claim`, `entity` and
    `source` are ids of the analysis. `view` is the view of the panel, `layers` are the
    names of the highlights that are shown, `scheme` is the name of the colour scheme.
    """

    geometry: str = ""
    splitter: tuple[int, ...] = ()
    chrome: tuple[int, int, int] = CHROME
    article: int | None = None
    position: int = 0
    above: float = 0.0
    claim: str | None = None
    entity: str | None = None
    source: str | None = None
    view: str = ""
    layers: tuple[str, ...] = LAYERS
    scheme: str = ""


def load(path: Path) -> tuple[Session, str | None]:
    """The session in `path`, and a line for the log where it cannot be used."""
    if not path.exists():
        return Session(), None
    import json  # noqa: PLC0415 - a first start need not wait for it

    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        return Session(), f"the session file is not used: {type(error).__name__}"
    if not isinstance(found, dict) or found.pop("version", None) != VERSION:
        return Session(), "the session file is not used: it is of another version"
    try:
        return _checked(found), None
    except (TypeError, ValueError) as error:
        return Session(), f"the session file is not used: {error}"


def save(session: Session, path: Path) -> None:
    """Write the session so that a crash leaves either the old file or the new one."""
    import json  # noqa: PLC0415 - not needed before the text is shown

    path.parent.mkdir(parents=True, exist_ok=True)
    written = path.with_name(path.name + ".new")
    written.write_text(json.dumps({"version": VERSION, **asdict(session)}), encoding="utf-8")
    written.replace(path)


def _checked(found: dict[str, Any]) -> Session:
    fields: dict[str, Any] = {
        key: tuple(value) if isinstance(value, list) else value
        for key, value in found.items()
        if key in Session.__slots__
    }
    session = Session(**fields)
    ids = (session.claim, session.entity, session.source)
    sound = (
        isinstance(session.geometry, str)
        and all(type(width) is int for width in (*session.splitter, *session.chrome))
        and len(session.chrome) == len(CHROME)
        and (session.article is None or type(session.article) is int)
        and type(session.position) is int
        and session.position >= 0
        and isinstance(session.above, (int, float))
        and all(one is None or isinstance(one, str) for one in ids)
        and all(isinstance(name, str) for name in (*session.layers, session.scheme, session.view))
    )
    if not sound:
        raise ValueError("a field has a value of the wrong kind")
    return session
