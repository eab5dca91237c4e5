"""The language model, loaded once for all tests of the analysis."""

from __future__ import annotations

import pytest
from spacy.language import Language

from according.analysis.model import load_model


@pytest.fixture(scope="session")
def nlp() -> Language:
    return load_model()
