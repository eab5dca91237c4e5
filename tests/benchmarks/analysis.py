"""Time of the whole analysis beside bare spaCy on the same paragraphs, model loading apart.

    python tests/benchmarks/analysis.py [--runs N] [FILE ...]

Bare: the same model with all its components, `nlp.pipe` over the same paragraphs, the same threads.
Without FILE: the project's own sample articles, each repeated to a longer text as well.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from according.analysis.model import load_model
from according.analysis.pipeline import Analyzer
from according.readers.read import read

PROJECT = Path(__file__).resolve().parents[2]
GOAL = 2.0


def main() -> int:
    """Print a row for each article and the ratio over all."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    files = options.files or sorted((PROJECT / "seeds" / "articles").glob("*.txt"))
    nlp, analyzer = load_model(), Analyzer()
    articles = [(file.name, read(file.read_bytes(), name=file.name)) for file in files]
    analyzer.analyze(articles[0][1])
    total_ours = total_bare = 0.0
    for name, article in articles:
        paragraphs = [article.of(block) for block in article.story()]
        ours, bare = _in_turn(
            partial(analyzer.analyze, article), partial(_parse, nlp, paragraphs), options.runs
        )
        words = sum(len(paragraph.split()) for paragraph in paragraphs)
        ratio = ours / bare
        print(f"{name:36.36} {words:5} words  {ours:.3f} s  bare {bare:.3f} s  ratio {ratio:.2f}")
        total_ours, total_bare = total_ours + ours, total_bare + bare
    print(f"all: ratio {total_ours / total_bare:.2f} (goal <= {GOAL})")
    return 0


def _parse(nlp: Language, paragraphs: Sequence[str]) -> list[Doc]:
    return list(nlp.pipe(paragraphs, batch_size=8))


def _in_turn(
    first: Callable[[], object], second: Callable[[], object], runs: int
) -> tuple[float, float]:
    """Median seconds of two calls, run alternately."""
    times: tuple[list[float], list[float]] = ([], [])
    for _ in range(runs):
        for column, call in zip(times, (first, second), strict=True):
            began = time.perf_counter()
            call()
            column.append(time.perf_counter() - began)
    return statistics.median(times[0]), statistics.median(times[1])


if __name__ == "__main__":
    sys.exit(main())
