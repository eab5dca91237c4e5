"""The shipped word lists are whole, and damaged ones are refused."""

from __future__ import annotations

import shutil
import tomllib
from pathlib import Path

import pytest

from according.analysis.attribution.lexicon import FRAMES, WordListError, load_words
from according.domain.claims import DistanceKind, Level
from according.places import resource


def copied(tmp_path: Path) -> Path:
    return Path(shutil.copytree(resource("words"), tmp_path / "words"))


def edited(folder: Path, name: str, old: str, new: str) -> Path:
    path = folder / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return folder


def test_every_frame_has_verbs() -> None:
    words = load_words()
    assert {frame for frames in words.frames.values() for frame in frames} == FRAMES


def test_every_list_of_verbs_names_its_source() -> None:
    lists = tomllib.loads(resource("words", "reporting.toml").read_text(encoding="utf-8"))
    assert all(entry["source"] for entry in lists["frames"].values())


@pytest.mark.parametrize(
    ("cue", "kind"),
    [
        ("claim", DistanceKind.DISTANCING),
        ("confirm", DistanceKind.VOUCHING),
        ("deny", DistanceKind.DENYING),
        ("blast", DistanceKind.HOSTILE),
        ("allegedly", DistanceKind.DISTANCING),
    ],
)
def test_distance(cue: str, kind: DistanceKind) -> None:
    assert load_words().distance[cue] is kind


def test_neutral_cues_are_in_no_list() -> None:
    assert not {"say", "tell", "add", "according to"} & set(load_words().distance)


@pytest.mark.parametrize(
    ("words", "band", "scale"),
    [
        ("remote", (1, 5), "ICD 203"),
        ("very unlikely", (5, 20), "ICD 203"),
        ("unlikely", (20, 45), "ICD 203"),
        ("likely", (55, 80), "ICD 203"),
        ("very likely", (80, 95), "ICD 203"),
        ("almost certain", (95, 99), "ICD 203"),
        ("highly likely", (80, 90), "PHIA"),
        ("realistic possibility", (40, 50), "PHIA"),
        ("may", None, None),
        ("perhaps", None, None),
    ],
)
def test_bands(words: str, band: tuple[int, int] | None, scale: str | None) -> None:
    first, *_ = words.split()
    (term,) = [one for one in load_words().terms[first] if " ".join(one.words) == words]
    assert (term.band, term.scale) == (band, scale)


def test_longer_terms_come_first() -> None:
    for terms in load_words().terms.values():
        lengths = [len(term.words) for term in terms]
        assert lengths == sorted(lengths, reverse=True)


def test_modals_make_a_claim_possible() -> None:
    assert {load_words().terms[word][0].level for word in ("may", "might", "could")} == {
        Level.POSSIBLE
    }


def test_missing_file_is_named(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    (folder / "distance.toml").unlink()
    with pytest.raises(WordListError, match=r"distance\.toml"):
        load_words(folder)


def test_missing_list_is_named(tmp_path: Path) -> None:
    folder = edited(copied(tmp_path), "distance.toml", "[vouching]", "[vouchsafing]")
    with pytest.raises(WordListError, match="vouching"):
        load_words(folder)


def test_unknown_frame_is_refused(tmp_path: Path) -> None:
    folder = edited(copied(tmp_path), "reporting.toml", "[frames.clause]", "[frames.clauses]")
    with pytest.raises(WordListError, match="clauses"):
        load_words(folder)


def test_list_without_a_source_is_refused(tmp_path: Path) -> None:
    folder = edited(
        copied(tmp_path), "reporting.toml", '[frames.with]\nsource = "', '[frames.with]\nnote = "'
    )
    with pytest.raises(WordListError, match="with"):
        load_words(folder)


def test_impossible_band_is_refused(tmp_path: Path) -> None:
    folder = edited(copied(tmp_path), "likelihood.toml", "[55, 80]", "[80, 55]")
    with pytest.raises(WordListError, match="80-55"):
        load_words(folder)


def test_broken_file_is_refused(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    (folder / "outlets.toml").write_text("[nouns", encoding="utf-8")
    with pytest.raises(WordListError, match="cannot be read"):
        load_words(folder)
