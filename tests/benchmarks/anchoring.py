"""How many passages are found again after an edit, beside a search for their exact words.

    python tests/benchmarks/anchoring.py [--seed N] [--rounds N] [FILE ...]

Each round edits every text at random: paragraphs are added, removed, swapped and reworded. Where a
passage should be is known from the words that survived; it lasts while more than half of them do.
Found: the place found overlaps that by half or more. Wrong: it does not touch the words between
which the passage stood, or that whole paragraph has gone. In the generated texts a tenth of the
sentences repeat an earlier one but for a word or two, to provoke wrong moves.
Without FILE: those, and the project's own sample articles. Ends with 1 when a passage of an article
was wrong, or more than one in a thousand of the generated ones.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from according.domain.anchoring import describe, find, find_all
from according.domain.spans import Span
from according.readers.read import read

PROJECT = Path(__file__).resolve().parents[2]

SYLLABLES = ["ba", "den", "fir", "gol", "hes", "kim", "lor", "mun", "pel", "ras", "sto", "tev"]
ECHOES = 0.1
"""Share of generated sentences that repeat an earlier one but for a word or two, or altogether."""

WRONG_GENERATED = 0.001
"""Share of wrong places bearable where one sentence in ten has a double."""

Word = tuple[str, int]
"""A word and its number in the original text; -1 for a word the edit put in."""

Paragraph = list[Word]


@dataclass
class Score:
    """Counts of passages, for one way of finding them."""

    found: int = 0
    wrong: int = 0


def main() -> int:
    """Print the rates, the ratio and the time for a long text."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--seed", type=int, default=7)
    options = parser.parse_args()
    dice = random.Random(options.seed)  # noqa: S311 - nothing secret is drawn
    files = options.files or sorted((PROJECT / "seeds" / "articles").glob("*.txt"))
    texts = [_paragraphs_of(file) for file in files]
    generated = [_generated(dice) for _ in range(4)]
    fine = _compare("articles", texts, options.rounds, dice) == 0
    fine &= _compare("generated", generated, options.rounds, dice) <= WRONG_GENERATED
    _time_long_text(dice)
    return 0 if fine else 1


def _compare(name: str, texts: Sequence[list[str]], rounds: int, dice: random.Random) -> float:
    """Print a row; the share of wrong places among the passages that last."""
    ours, bare, lasting = Score(), Score(), 0
    for paragraphs in texts:
        for _ in range(rounds):
            lasting += _round(paragraphs, dice, ours, bare)
    print(
        f"{name:9}  {lasting} passages that last  "
        f"found {ours.found / lasting:.1%}  exact words {bare.found / lasting:.1%}  "
        f"ratio {ours.found / max(1, bare.found):.2f}  "
        f"wrong {ours.wrong}  exact words wrong {bare.wrong}"
    )
    return ours.wrong / lasting


def _round(paragraphs: list[str], dice: random.Random, ours: Score, bare: Score) -> int:
    """Edit a text once and look for passages in it; how many passages last."""
    numbered = _numbered(paragraphs)
    edited = _edited(numbered, dice)
    text, places = _laid_out(numbered)
    now, places_now = _laid_out(edited)
    passages = [_passage(paragraph, dice) for paragraph in numbered for _ in range(2)]
    spans = [_span(places, passage) for passage in passages]
    known = [span for span in spans if span is not None]
    found = find_all(now, [describe(text, span) for span in known])
    lasting = 0
    for passage, span, place in zip(passages, known, found, strict=True):
        truth = _span(places_now, passage)
        room = _room(numbered, places_now, passage, now)
        lasting += truth is not None
        _count(ours, place.span if place else None, truth, room)
        exact = now.find(span.of(text))
        _count(bare, Span(exact, exact + len(span)) if exact >= 0 else None, truth, room)
    return lasting


def _count(score: Score, place: Span | None, truth: Span | None, room: Span | None) -> None:
    if place is None:
        return
    if room is None or not room.overlaps(place):
        score.wrong += 1
    elif truth is not None:
        common = min(place.end, truth.end) - max(place.start, truth.start)
        together = max(place.end, truth.end) - min(place.start, truth.start)
        score.found += 2 * common >= together


def _room(
    paragraphs: list[Paragraph], places: dict[int, Span], passage: list[int], now: str
) -> Span | None:
    """What stands today between the words that stood around a passage, or the paragraph's borders.

    None when nothing is left of the paragraph.
    """
    numbers = next(
        [number for _, number in paragraph]
        for paragraph in paragraphs
        if paragraph[0][1] <= passage[0] <= paragraph[-1][1]
    )
    left = [places[one] for one in numbers if one in places]
    if not left:
        return None
    before = [places[one].start for one in numbers if one <= passage[0] and one in places]
    after = [places[one].end for one in numbers if one >= passage[-1] and one in places]
    start = before[-1] if before else now.rfind("\n", 0, left[0].start) + 1
    end = after[0] if after else (now + "\n").index("\n", left[-1].end)
    return Span(start, end)


def _passage(paragraph: Paragraph, dice: random.Random) -> list[int]:
    """The numbers of a run of words: some of a paragraph, or all of it."""
    numbers = [number for _, number in paragraph]
    length = min(len(numbers), dice.choice([2, 4, 8, 12, 20, 1000]))
    start = dice.randrange(len(numbers) - length + 1)
    return numbers[start : start + length]


def _edited(paragraphs: list[Paragraph], dice: random.Random) -> list[Paragraph]:
    result: list[Paragraph] = []
    words = [word for paragraph in paragraphs for word, _ in paragraph]
    for paragraph in paragraphs:
        if dice.random() < 0.15:
            result.append([(word, -1) for word in _sentence(dice).split()])
        if dice.random() < 0.1:
            continue
        result.append(_reworded(paragraph, words, dice) if dice.random() < 0.4 else paragraph)
        if dice.random() < 0.05 and len(result) > 1:
            result[-1], result[-2] = result[-2], result[-1]
    return result


def _reworded(paragraph: Paragraph, words: list[str], dice: random.Random) -> Paragraph:
    """The paragraph with up to a third of its words replaced, taken out or joined by others."""
    share = dice.choice([0.05, 0.15, 0.3])
    result: Paragraph = []
    for word in paragraph:
        if dice.random() >= share:
            result.append(word)
            continue
        match dice.randrange(3):
            case 0:
                result.append((dice.choice(words), -1))
            case 1:
                result += [word, (dice.choice(words), -1)]
            case _:
                pass
    return result or paragraph[:1]


def _numbered(paragraphs: list[str]) -> list[Paragraph]:
    number = 0
    result: list[Paragraph] = []
    for paragraph in paragraphs:
        words = paragraph.split()
        result.append([(word, number + index) for index, word in enumerate(words)])
        number += len(words)
    return [paragraph for paragraph in result if paragraph]


def _laid_out(paragraphs: list[Paragraph]) -> tuple[str, dict[int, Span]]:
    """The text, and where each numbered word stands in it."""
    places: dict[int, Span] = {}
    lines: list[str] = []
    start = 0
    for paragraph in paragraphs:
        for word, number in paragraph:
            if number >= 0:
                places[number] = Span(start, start + len(word))
            start += len(word) + 1
        lines.append(" ".join(word for word, _ in paragraph))
    return "\n".join(lines), places


def _span(places: dict[int, Span], passage: list[int]) -> Span | None:
    """From the first to the last word of a passage; None when half of its words are gone."""
    left = [places[number] for number in passage if number in places]
    if 2 * len(left) <= len(passage):
        return None
    return Span(min(span.start for span in left), max(span.end for span in left))


def _paragraphs_of(file: Path) -> list[str]:
    article = read(file.read_bytes(), name=file.name)
    return [article.of(block) for block in article.story()]


def _generated(dice: random.Random) -> list[str]:
    """Paragraphs of made-up words, the frequent ones frequent as in prose."""
    sentences: list[str] = []
    for _ in range(120):
        if sentences and dice.random() < ECHOES:
            echo = dice.choice(sentences).split()
            for _ in range(dice.randrange(3)):
                echo[dice.randrange(len(echo))] = _word(dice)
            sentences.append(" ".join(echo))
        else:
            sentences.append(_sentence(dice))
    starts = range(0, len(sentences), 2)
    return [" ".join(sentences[start : start + 2]) for start in starts]


def _sentence(dice: random.Random) -> str:
    return " ".join(_word(dice) for _ in range(dice.randrange(8, 24))) + "."


def _word(dice: random.Random) -> str:
    if dice.random() < 0.4:
        return dice.choice(["the", "of", "to", "and", "in", "that", "said", "was", "for", "on"])
    return "".join(dice.choice(SYLLABLES) for _ in range(dice.choice([1, 2, 2, 3])))


def _time_long_text(dice: random.Random) -> None:
    """Seconds to find one reworded passage in 100,000 words, beside one search for its words."""
    vocabulary = [f"{word}{number}" for word in "abcdefgh" for number in range(700)]
    paragraphs = [" ".join(dice.choices(vocabulary, k=50)) for _ in range(2000)]
    text = "\n".join(paragraphs)
    start = text.index(paragraphs[1200])
    selector = describe(text, Span(start, start + len(paragraphs[1200])))
    words = paragraphs[1200].split()
    words[10:13] = ["another", "word"]
    now = "\n".join([*paragraphs[:1200], " ".join(words), *paragraphs[1201:]])
    began = time.perf_counter()
    found = find(now, selector)
    ours = time.perf_counter() - began
    began = time.perf_counter()
    now.find(selector.exact)
    bare = time.perf_counter() - began
    place = "found" if found and found.span.start == start else "not found"
    print(f"100,000 words: {place} in {ours:.3f} s  (one exact search {bare:.4f} s)")


if __name__ == "__main__":
    sys.exit(main())
