"""Scores sources, chains, certainty and answers against articles that are marked by hand.

    python tests/benchmarks/chains.py [--errors] [--set dev|held-out|seeds]

Prints how many claims are found, of those found how many have the right source, steps, level and
quotation, and how many denials, confirmations and refusals lead to the claim they answer: for each
set of articles and for each style of page. `--errors` lists what is missed, of the held-out
articles only how much: whoever mends the program must not have read them. Fails where a figure of
all articles falls below its floor.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from according.analysis.pipeline import Analyzer
from according.readers.read import read

PROJECT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(PROJECT))

from tests.benchmarks.chains_scoring import KINDS, PARTS, Score, score  # noqa: E402
from tests.benchmarks.gold_chains import GoldChains, gold_chains  # noqa: E402

SETS = ("dev", "held-out", "seeds")
GOALS = {"found": 0.85, "source": 0.90, "via": 0.80, "level": 0.80, "denial": 0.75}
FLOORS = {"found": 0.92, "source": 0.93, "via": 0.96, "level": 0.95, "denial": 0.78}
"""A little under what is reached over all articles."""


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--errors", action="store_true", help="list what is missed")
    parser.add_argument("--set", choices=SETS, default=None, help="only these articles")
    options = parser.parse_args(arguments)
    articles = [one for one in gold_chains() if options.set in {None, one.part}]
    analyzer = Analyzer()
    scored = [(one, _scored(analyzer, one)) for one in articles]
    for part in SETS:
        _report(part, [result for one, result in scored if one.part == part])
    for style in sorted({one.style for one in articles}):
        _report(style, [result for one, result in scored if one.style == style])
    total = _report("all", [result for _, result in scored])
    if options.errors:
        _list([result for one, result in scored if one.part != "held-out"], "dev and seeds")
        _list([result for one, result in scored if one.part == "held-out"], "held-out")
    if options.set is not None:
        return 0
    below = [name for name, figure in _figures(total).items() if figure < FLOORS.get(name, 0.0)]
    print("below the goal: " + (", ".join(_missed(total)) or "nothing"))
    return int(bool(below))


def _scored(analyzer: Analyzer, gold: GoldChains) -> Score:
    article = read(gold.text.encode(), name=f"{gold.name}.txt", as_is=gold.part != "seeds")
    return score(gold, analyzer.analyze(article), article.text)


def _figures(total: Score) -> dict[str, float]:
    figures = {"found": total.share("found", "claims")}
    figures.update({part: total.share(part, "found") for part in PARTS})
    figures.update({kind: total.share(f"{kind} found", f"{kind} of matched") for kind in KINDS})
    return figures


def _missed(total: Score) -> list[str]:
    return [name for name, figure in _figures(total).items() if figure < GOALS.get(name, 0.0)]


def _report(label: str, scores: Sequence[Score]) -> Score:
    total = Score()
    for one in scores:
        total.add(one)
    if not scores:
        return total
    counts = total.counts
    figures = " ".join(f"{name} {figure:.3f}" for name, figure in _figures(total).items())
    print(f"{label:9} {len(scores)} articles, {counts['claims']} claims: {figures}")
    links = ", ".join(
        f"{kind} {counts[f'{kind} found']} of {counts[f'{kind} of matched']} "
        f"({counts[f'{kind} links']} marked), {counts[f'{kind} right']} of "
        f"{counts[f'{kind} judged']} right"
        for kind in KINDS
    )
    print(f"{'':9} sources partly right {counts['partial']}; {links}")
    print(f"{'':9} attributed {counts['attributed']}, of them not marked {counts['surplus']}")
    return total


def _list(scores: Sequence[Score], label: str) -> None:
    misses = sorted(miss for one in scores for miss in one.misses)
    print(f"\n{label}: {dict(Counter(kind for kind, _ in misses))}")
    if label != "held-out":
        for kind, told in misses:
            print(f"  {kind:10} {told}")


if __name__ == "__main__":
    sys.exit(main())
