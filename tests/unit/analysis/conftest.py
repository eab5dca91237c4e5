"""The language model, loaded once for all tests of the analysis."""

from __future__ import annotations

import pytest
from according.analysis.model import load_model
from spacy.language import Language


@pytest.fixture(scope="session")
def nlp() -> Language:
    return load_model()
