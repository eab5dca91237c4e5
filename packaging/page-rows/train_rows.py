"""Learns from saved pages how much each sign of a row speaks for its being of the article."""

from __future__ import annotations

import argparse
import gzip
import json
import random
import re
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from according.readers.html.evidence import evidence_of
from according.readers.html.facts import facts_of
from according.readers.html.judging import Weights, body_rows
from according.readers.html.rows import Row, rows_of
from according.readers.html.signs import Seen, seen, signs_of
from according.readers.html.tree import markup_text, tree_of

CHANGE = 0.6
PENALTY = 0.01
"""Chosen once, on pages left out; neighbouring values do as well to two thousandths."""

BEFORE = {
    "bias": -2.0,
    "taken": 2.0,
    "readable": 1.0,
    "near taken": 1.0,
    "run": 0.5,
    "in core": 0.5,
    "prose": 0.5,
    "mould": 1.0,
    "left alike": 2.0,
    "linked": -1.5,
    "near worded": -0.5,
    "copy": -2.0,
    "tag h1": -1.0,
    "frame figcaption": -1.0,
    "hint hidden": -1.0,
    "hint advertisement": -0.5,
    "hint newsletter": -0.5,
}
"""What is known before any page is seen, and what the weights stay near to where the pages say
little: a row is kept that two extractors keep, unless it is links, a copy or a caption, and so is
prose that is written like theirs in another box."""

RAREST = 8
"""Pages that a sign must be on to get a weight, unless it has one before any page is seen."""

_WORD = re.compile(r"\w+")

Array = npt.NDArray[np.float64]


class Page(NamedTuple):
    """One page with its signs and which rows are of the article."""

    view: Seen
    signs: list[dict[str, float]]
    right: Array
    weight: Array
    text: str
    site: str


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pages", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--check", action="store_true", help="score pages left out first")
    arguments = parser.parse_args()
    pages = read_pages(arguments.pages)
    if arguments.check:
        for parts, turns in ((2, 4), (10, 3)):
            print(f"in {parts} parts, 4-gram F1, P, R:", *check(pages, parts, turns))
    write(arguments.out, train(list(pages.values())), len(pages))
    return 0


def read_pages(folder: Path) -> dict[str, Page]:
    told = json.loads((folder / "ground-truth.json").read_text(encoding="utf-8"))
    return {
        name: page
        for name, facts in told.items()
        if (
            page := read_page(
                folder / "pages" / f"{name}.html.gz", facts["articleBody"], facts["url"]
            )
        )
    }


def read_page(path: Path, text: str, address: str) -> Page | None:
    markup = markup_text(gzip.decompress(path.read_bytes()))
    root = tree_of(markup)
    if root is None:
        return None
    rows = rows_of(root)
    title = facts_of(root, markup).title
    view = seen(rows, evidence_of(root, rows), title)
    right = np.array([share >= 0.5 for share in covered(rows, text)], dtype=np.float64)
    sizes = np.array([len(_WORD.findall(row.text)) for row in rows], dtype=np.float64)
    weight = (sizes + 1) / max(50.0, float((sizes * right).sum()))
    site = ".".join(address.split("/")[2].split(".")[-2:])
    return Page(view, list(signs_of(view)), right, weight, text, site)


def covered(rows: Sequence[Row], text: str) -> list[float]:
    """The share of each row's words that stand in `text`, in order."""
    owners: list[int] = []
    words: list[str] = []
    for at, row in enumerate(rows):
        found = _WORD.findall(row.text.lower())
        words += found
        owners += [at] * len(found)
    hits: Counter[int] = Counter()
    other = _WORD.findall(text.lower())
    for match in SequenceMatcher(None, words, other, autojunk=False).get_matching_blocks():
        hits.update(owners[match.a : match.a + match.size])
    all_of = Counter(owners)
    return [hits[at] / max(1, all_of[at]) for at in range(len(rows))]


def train(pages: Sequence[Page]) -> Weights:
    """Newton's method; the sum over pages is convex, so it finds the one best answer."""
    on = Counter(name for page in pages for name in {one for row in page.signs for one in row})
    names = sorted(BEFORE.keys() | {name for name, count in on.items() if count >= RAREST})
    column = {name: at for at, name in enumerate(names)}
    table = np.zeros((sum(len(page.signs) for page in pages), len(names)))
    for at, row in enumerate(row for page in pages for row in page.signs):
        for name, value in row.items():
            if name in column:
                table[at, column[name]] = value
    right = np.concatenate([page.right for page in pages])
    weight = np.concatenate([page.weight for page in pages])
    before = np.array([BEFORE.get(name, 0.0) for name in names])
    found = before.copy()
    penalty = PENALTY * len(pages)
    for _ in range(20):
        chance = 1 / (1 + np.exp(-np.clip(table @ found, -30, 30)))
        slope = table.T @ (weight * (chance - right)) + penalty * (found - before)
        bend = (table * (weight * chance * (1 - chance) + 1e-6)[:, None]).T @ table
        found -= np.linalg.solve(bend + penalty * np.eye(len(names)), slope)
    return Weights(CHANGE, {name: float(found[at]) for name, at in column.items()})


def check(pages: Mapping[str, Page], parts: int, turns: int) -> tuple[float, float, float]:
    """F1, precision and recall of runs of four words, on sites that the weights never saw."""
    scores = []
    for turn in range(turns):
        sites = sorted({page.site for page in pages.values()})
        random.Random(turn).shuffle(sites)  # noqa: S311 - no secret
        for part in range(parts):
            out = set(sites[part::parts])
            weights = train([page for page in pages.values() if page.site not in out])
            scores += [scored(page, weights) for page in pages.values() if page.site in out]
    precision, recall = (float(one) for one in np.mean(scores, axis=0))
    return 2 * precision * recall / (precision + recall), precision, recall


def scored(page: Page, weights: Weights) -> tuple[float, float]:
    kept = body_rows(page.view, weights)
    rows = zip(page.view.rows, kept, strict=True)
    ours = _runs(" ".join(row.text for row, is_body in rows if is_body))
    right = _runs(page.text)
    both = (ours & right).total()
    return both / max(1, ours.total()), both / max(1, right.total())


def _runs(text: str) -> Counter[tuple[str, ...]]:
    words = _WORD.findall(text)
    return Counter(tuple(words[at : at + 4]) for at in range(max(1, len(words) - 3)))


def write(path: Path, weights: Weights, pages: int) -> None:
    lines = [
        "# How much each sign of a row of a web page speaks for its being of the article.",
        "#",
        f"# Basis: learned from {pages} saved pages by packaging/page-rows/train_rows.py.",
        "# `change` is what it costs to change sides between a row and the next.",
        "",
        f"change = {weights.change}",
        "",
        "[signs]",
        *(f"{json.dumps(name)} = {value:.3f}" for name, value in weights.signs.items()),
    ]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
