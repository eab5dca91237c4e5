"""Scores who says what against articles in which people marked every attribution.

    python tests/benchmarks/attribution.py [--limit N] [--own]

Prints relation F1 (content and source right) for the rules alone, the learned model alone and both
as the program joins them, beside the bare rule "a verb of saying, its subject and its clause, as
the parse has them" on the same articles; then both on the project's own articles in four styles of
quotation marks. Claims are scored as the program gives them, less the narrator's own. Fails where a
figure falls below its floor. `--own`, and without the shared articles: the project's own alone.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from according.analysis.attribution.certainty import judge
from according.analysis.attribution.find import find_drafts
from according.analysis.attribution.joining import Learned
from according.analysis.attribution.lexicon import load_words
from according.analysis.attribution.quotations import find_quotations
from according.analysis.drafts import Draft, Parsed
from according.analysis.learned.calibration import LEAST
from according.analysis.learned.encoding import encode
from according.analysis.learned.network import load_network
from according.analysis.model import load_model
from according.analysis.passages import parse
from according.analysis.producer import learned_model
from according.domain.spans import Spans
from according.readers.read import read

PROJECT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(PROJECT))

from tests.benchmarks.attribution_scoring import (  # noqa: E402 - found by the path above
    KINDS,
    Counts,
    Figures,
    count,
    figures,
)
from tests.benchmarks.gold_articles import Style, gold_articles, restyled  # noqa: E402

DATA = PROJECT.parent / "shared" / "data" / "attribution"
FLOORS = {"shared": 0.75, "own": 0.86}
"""Relation F1 of both together, on all articles; a first few alone may lie below."""

STYLES: tuple[Style, ...] = (
    "curly-double",
    "curly-single",
    "straight-double",
    "straight-single",
)
LOSS = 0.03
"""What a style of quotation marks may cost."""

SYSTEMS = ("verbs of saying", "rules", "model", "both")
SAYING = frozenset(
    ["say", "tell", "add", "write", "claim", "report", "note", "argue", "state", "announce"]
)

Attribution = dict[str, list[list[int]]]
Row = Mapping[str, Any]


@dataclass(slots=True)
class Outcome:
    """Counts of the scorer for each system, and seconds for each stage."""

    counts: dict[str, list[Counts]] = field(default_factory=lambda: {name: [] for name in SYSTEMS})
    seconds: dict[str, float] = field(
        default_factory=lambda: {"parse": 0.0, "model": 0.0, "rules and joining": 0.0}
    )


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--limit", type=int, default=None, help="score the first N articles only")
    parser.add_argument("--own", action="store_true", help="score the project's own articles only")
    options = parser.parse_args(arguments)
    program = Program()
    failed = False
    if DATA.is_dir() and not options.own:
        with gzip.open(DATA / "dev.jsonl.gz", "rt", encoding="utf-8") as file:
            rows = [json.loads(line) for line in file][: options.limit]
        figure = program.report("shared articles", rows)
        failed |= options.limit is None and figure < FLOORS["shared"]
    else:
        print("attribution: the shared articles are left out")
    own = gold_articles()[: options.limit]
    figure = program.report("own articles", own)
    failed |= options.limit is None and figure < FLOORS["own"]
    return int(failed | program.report_styles(own))


class Program:
    """The stages of the program that find attributions, loaded once."""

    def __init__(self) -> None:
        folder = learned_model()
        if folder is None:
            raise SystemExit("attribution: no model in resources/models")
        self.nlp, self.words, self.network = load_model(), load_words(), load_network(folder)

    def report(self, label: str, rows: Sequence[Row]) -> float:
        """Print the table over some articles; relation F1 of both together."""
        outcome = Outcome()
        for row in rows:
            self._run(row, outcome)
        print(f"{label}: {len(rows)}, {sum(len(row['attributions']) for row in rows)} attributions")
        for name in SYSTEMS:
            print(f"  {name:16}", _line(figures(outcome.counts[name])))
        bare, both = (
            figures(outcome.counts[name], draws=1).f1 for name in ("verbs of saying", "both")
        )
        print(f"  both {both:.3f}, baseline {bare:.3f}, ratio {both / max(bare, 0.001):.2f}")
        print("  " + ", ".join(f"{name} {spent:.2f} s" for name, spent in outcome.seconds.items()))
        return both

    def report_styles(self, rows: Sequence[Row]) -> bool:
        """Print relation F1 in each style of quotation marks; whether one falls off."""
        found = {}
        for style in STYLES:
            outcome = Outcome()
            for row in rows:
                self._run(restyled(dict(row), style), outcome)
            found[style] = figures(outcome.counts["both"], draws=1).f1
        print("quotation marks: " + ", ".join(f"{name} {f1:.3f}" for name, f1 in found.items()))
        return max(found.values()) - min(found.values()) > LOSS

    def _run(self, row: Row, outcome: Outcome) -> None:
        article = read(row["text"].encode(), name=row["id"], as_is=True)
        started = time.perf_counter()
        parsed = parse(self.nlp, article)
        parsed_at = time.perf_counter()
        attributed = self.network.attributed(encode(self.network.tokenizer, article))
        learned_at = time.perf_counter()
        calibration = self.network.calibration
        learned = Learned(tuple(attributed), calibration, LEAST[0])
        quotations, _ = find_quotations(parsed)
        drafts = find_drafts(parsed, quotations, self.words, learned)
        for draft in drafts:
            judge(parsed, draft, self.words)
        outcome.seconds["parse"] += parsed_at - started
        outcome.seconds["model"] += learned_at - parsed_at
        outcome.seconds["rules and joining"] += time.perf_counter() - learned_at
        found = {
            "verbs of saying": list(verbs_of_saying(parsed)),
            "rules": list(_forms(find_drafts(parsed, quotations, self.words))),
            "model": [
                _form(one.source, one.cue, one.content)
                for one in attributed
                if calibration.alone.probability(one.score, one.size) >= LEAST[0]
            ],
            "both": list(_forms(drafts)),
        }
        for name, forms in found.items():
            outcome.counts[name].append(count(row, forms))


def verbs_of_saying(parsed: Parsed) -> Iterator[Attribution]:
    """The baseline: each verb of saying with its clause and its subject."""
    for passage in parsed.passages:
        doc = passage.doc
        for token in doc:
            if token.lemma_ not in SAYING or token.pos_ != "VERB":
                continue
            clause = next((kid for kid in token.children if kid.dep_ == "ccomp"), None)
            subject = next((kid for kid in token.children if kid.dep_ == "nsubj"), None)
            if clause is not None and subject is not None:
                source, content = (
                    passage.span(doc[one.left_edge.i : one.right_edge.i + 1])
                    for one in (subject, clause)
                )
                yield _form((source,), (passage.span(token),), (content,))


def _forms(drafts: Sequence[Draft]) -> Iterator[Attribution]:
    for draft in drafts:
        if not draft.narrated:
            yield _form(draft.source, draft.cue, draft.content)


def _form(source: Spans, cue: Spans, content: Spans) -> Attribution:
    parts = {"source": source, "cue": cue, "content": content}
    return {name: [[span.start, span.end] for span in spans] for name, spans in parts.items()}


def _line(found: Figures) -> str:
    low, high = found.interval
    recalls = "/".join(f"{one:.2f}" for one in found.recalls)
    return (
        f"relation F1 {found.f1:.3f} [{low:.3f}, {high:.3f}] P {found.precision:.3f} "
        f"R {found.recall:.3f}  content {found.content:.3f}  source {found.source:.2f}  "
        f"recall {'/'.join(KINDS)} {recalls}"
    )


if __name__ == "__main__":
    sys.exit(main())
