"""Scores the reading of saved and of pasted pages against the article text that people picked out.

Pasted: words F1 and lines F1 beside those of the simplest good rule ("the best single run of long
lines that end a sentence"). Saved as HTML: F1 of runs of four words, and the time a page takes,
beside trafilatura alone in the same run; the weights were learned from these pages, so that figure
is too good by about a hundredth (packaging/page-rows tells it for pages left out). Fails where a
figure is below its floor.
"""

from __future__ import annotations

import gzip
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from trafilatura import extract

from according.domain.article import BlockKind
from according.readers.lines import ends_sentence
from according.readers.markup import read_html
from according.readers.read import read_text

DATA = Path(__file__).resolve().parents[3] / "shared" / "data" / "extraction"

FLOORS = {"words F1": 0.93, "lines F1": 0.88}

HTML_FLOOR = 0.968
SLOWEST = 2.5
"""Times as long as trafilatura alone that a saved page may take."""

BODY = {BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.LIST, BlockKind.QUOTATION}


def main() -> int:
    if not DATA.is_dir():
        print("extraction: skipped, the shared pages are not here")
        return 0
    sys.path.insert(0, str(DATA))
    import score  # type: ignore[import-not-found]  # noqa: PLC0415 - the scorer comes with the pages

    with gzip.open(DATA / "plain.jsonl.gz", "rt", encoding="utf-8") as file:
        pages = [json.loads(line) for line in file]
    start = time.perf_counter()
    ours = {page["id"]: our_body(page["text"]) for page in pages}
    each = (time.perf_counter() - start) / len(pages) * 1000
    figures, per_page = score.score_lines(pages, ours)
    bare, _ = score.score_lines(pages, {page["id"]: longest_run(page["text"]) for page in pages})
    for name, floor in FLOORS.items():
        ratio = figures[name] / bare[name]
        print(
            f"extraction {name}: {figures[name]:.3f}, baseline {bare[name]:.3f}, "
            f"ratio {ratio:.3f}, floor {floor:.2f}"
        )
    print(f"extraction time: {each:.1f} ms a page over {len(pages)} pages")
    if "--worst" in sys.argv:
        print_worst(pages, per_page)
    failed = any(figures[name] < floor for name, floor in FLOORS.items())
    return int(failed | html_failed(score))


def html_failed(score: Any) -> bool:
    """Whether saved pages are read worse or more slowly than they must be; prints how they are."""
    told = json.loads((DATA / "ground-truth.json").read_text(encoding="utf-8"))
    saved = {one: gzip.decompress((DATA / "pages" / f"{one}.html.gz").read_bytes()) for one in told}
    first = next(iter(saved.values()))
    html_body(first), extract(first)  # imports and word lists, which are read once
    ours, our_time = timed(html_body, saved)
    theirs, their_time = timed(lambda page: extract(page) or "", saved)
    right = {one: facts["articleBody"] for one, facts in told.items()}
    figures, per_page = score.score_text(right, ours)
    bare, _ = score.score_text(right, theirs)
    ratio = our_time / their_time
    print(
        f"extraction html F1: {figures['F1']:.3f} (P {figures['P']:.3f}, R {figures['R']:.3f}), "
        f"trafilatura {bare['F1']:.3f}, ratio {figures['F1'] / bare['F1']:.3f}, floor {HTML_FLOOR}"
    )
    print(
        f"extraction html time: {our_time / len(saved) * 1000:.1f} ms a page, trafilatura "
        f"{their_time / len(saved) * 1000:.1f} ms, ratio {ratio:.2f}, at most {SLOWEST}"
    )
    if "--worst" in sys.argv:
        print_worst([{"id": one, "url": facts["url"]} for one, facts in told.items()], per_page)
    return bool(figures["F1"] < HTML_FLOOR or ratio > SLOWEST)


def timed(body: Callable[[bytes], str], pages: dict[str, bytes]) -> tuple[dict[str, str], float]:
    """What `body` makes of each page, and the processor time of all in seconds."""
    start = time.process_time()
    found = {one: body(page) for one, page in pages.items()}
    return found, time.process_time() - start


def html_body(page: bytes) -> str:
    """The text our reader takes for the body of a saved page."""
    return "\n".join(line.text for line in read_html(page, "page.html").lines if line.kind in BODY)


def our_body(text: str) -> str:
    """The lines our reader takes for the body."""
    article = read_text(text, name="page.txt")
    return "\n".join(article.of(block) for block in article.blocks if block.kind in BODY)


def longest_run(text: str) -> list[int]:
    """The baseline: the run of lines with the most words in long sentences, gaps of three."""
    lines = [" ".join(line.split()) for line in text.split("\n")]
    runs: list[list[int]] = []
    gap = 99
    for at, line in enumerate(lines):
        if not line:
            continue
        if len(line) > 60 and ends_sentence(line):
            if gap > 3:
                runs.append([])
            runs[-1].append(at)
            gap = 0
        else:
            gap += 1
    return max(runs, key=lambda run: sum(len(lines[at].split()) for at in run), default=[])


def print_worst(pages: list[dict[str, Any]], per_page: dict[str, tuple[float, ...]]) -> None:
    """The ten pages with the lowest words F1."""
    addresses = {page["id"]: page["url"] for page in pages}
    for page in sorted(per_page, key=lambda one: per_page[one][2])[:10]:
        precision, recall, f1 = per_page[page]
        print(f"  {f1:.3f}  P {precision:.3f}  R {recall:.3f}  {addresses[page]}")


if __name__ == "__main__":
    sys.exit(main())
