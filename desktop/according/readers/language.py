"""In which language an article is written: English by its small words, others by their letters."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Protocol

from according.readers import publisher

_SURE = 0.98
"""Probability that a guess must reach; below it the language stays unknown."""

_SURELY_NOT, _LONG = 1e-6, 1_000
"""Probability of English, and letters, with which a text is surely in some other language."""

_LETTERS = 80
"""Letters that a guess needs: names and short headlines look like any language."""

_FOREIGN_LETTERS = 20
"""The same in another script, whose letters alone say that a text is not English."""

_LAST_LATIN = "\u024f"

_SAMPLE = 6_000
"""Code points that are looked at; more make no guess surer."""


def language_of(story: Sequence[str], *, said: str | None = None) -> str | None:
    """The language of a story as its two-letter code, or None where nothing tells it.

    `said` is what the file says of itself: templates are often wrong, so the text comes first.
    """
    if found := publisher.language(story):
        return found
    return _guessed(" ".join(line[:_SAMPLE] for line in story[:200])[:_SAMPLE]) or _code(said)


class _Identifier(Protocol):
    def rank(self, text: str) -> list[tuple[str, float]]: ...


@cache
def _identifier() -> _Identifier:
    # Imported here: an English text is told without it, and its model takes time to load.
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415

    identifier: _Identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    return identifier


def _guessed(text: str) -> str | None:
    letters = [character for character in text if character.isalpha()]
    foreign = sum(character > _LAST_LATIN for character in letters) > len(letters) / 2
    if len(letters) < (_FOREIGN_LETTERS if foreign else _LETTERS):
        return None
    ranked = _identifier().rank(text)
    code, probability = ranked[0]
    if foreign or probability >= _SURE:
        return str(code)
    # Between two neighbours, as Malay and Indonesian, none may be sure; that it is neither is.
    not_english = dict(ranked).get("en", 0.0) <= _SURELY_NOT and len(letters) >= _LONG
    return str(code) if not_english else None


def _code(said: str | None) -> str | None:
    """A language tag such as "en-GB" to its first part."""
    code = (said or "").replace("_", "-").split("-")[0].strip().lower()
    return code if code.isalpha() and len(code) in {2, 3} else None
