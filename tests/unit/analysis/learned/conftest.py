"""The attribution model that is shipped, loaded once."""

from __future__ import annotations

import pytest
from tokenizers import Tokenizer

from according.analysis.learned.network import Network, load_network
from according.analysis.producer import learned_model


@pytest.fixture(scope="session")
def network() -> Network:
    folder = learned_model()
    assert folder is not None, "no attribution model is shipped"
    return load_network(folder)


@pytest.fixture(scope="session")
def tokenizer(network: Network) -> Tokenizer:
    return network.tokenizer
