"""Where the shared texts and gold data are, for tests that need them."""

from __future__ import annotations

from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[2] / "shared"
SAMPLE = SHARED / "seeds" / "000_d8f022edb8b155ad.txt"


def shared_file(*parts: str) -> Path:
    """A shared file; the calling test is skipped where the folder is absent."""
    path = SHARED.joinpath(*parts)
    if not path.exists():
        pytest.skip(f"needs the shared file {'/'.join(parts)}, which is not here")
    return path


def sample_article() -> Path:
    """The article the project started from."""
    return shared_file("seeds", SAMPLE.name)
