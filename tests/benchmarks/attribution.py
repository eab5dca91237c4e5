"""Scores who says what against articles in which people marked every attribution.

    python tests/benchmarks/attribution.py [--limit N]

Prints relation F1 (content and source right) beside that of the bare rule "a verb of saying, its
subject and its clause, as the parse has them" on the same articles, and the time that attribution
and certainty take beside the model's own. Fails where the figure falls below the floor. The gold
marks the outer one of nested attributions, and one attribution for all that a speaker says in one
go, so predictions are put into that form first. The narrator's own claims are no attributions.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from according.analysis.attribution.certainty import judge
from according.analysis.attribution.find import find_drafts
from according.analysis.attribution.lexicon import load_words
from according.analysis.attribution.quotations import find_quotations
from according.analysis.drafts import Draft, Parsed
from according.analysis.model import load_model
from according.analysis.passages import parse
from according.domain.spans import Spans
from according.readers.read import read

DATA = Path(__file__).resolve().parents[3] / "shared" / "data" / "attribution"
FLOOR = 0.63
"""Relation F1 on all articles; a first few alone may lie below."""
TIME_GOAL = 0.2
SAYING = frozenset(
    ["say", "tell", "add", "write", "claim", "report", "note", "argue", "state", "announce"]
)

Attribution = dict[str, Any]


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--limit", type=int, default=None, help="score the first N articles only")
    options = parser.parse_args()
    if not DATA.is_dir():
        print("attribution: skipped, the shared articles are not here")
        return 0
    sys.path.insert(0, str(DATA))
    import score  # type: ignore[import-not-found]  # noqa: PLC0415 - comes with the articles

    with gzip.open(DATA / "dev.jsonl.gz", "rt", encoding="utf-8") as file:
        rows = [json.loads(line) for line in file][: options.limit]
    nlp, words = load_model(), load_words()
    ours, bare = [], []
    seconds = {"model": 0.0, "attribution": 0.0, "certainty": 0.0}
    for row in rows:
        article = read(row["text"].encode(), name=row["id"], as_is=True)
        start = time.perf_counter()
        parsed = parse(nlp, article)
        parsed_at = time.perf_counter()
        quotations, _ = find_quotations(parsed)
        drafts = find_drafts(parsed, quotations, words)
        drafted_at = time.perf_counter()
        for draft in drafts:
            judge(parsed, draft, words)
        seconds["model"] += parsed_at - start
        seconds["attribution"] += drafted_at - parsed_at
        seconds["certainty"] += time.perf_counter() - drafted_at
        ours.append(score.count(row, in_gold_form(drafts)))
        bare.append(score.count(row, verbs_of_saying(parsed)))
    figures, baseline = score.figures(ours, boot=200), score.figures(bare, boot=0)
    _print(figures, baseline, seconds, len(rows))
    return int(options.limit is None and figures["relation"]["f1"] < FLOOR)


def in_gold_form(drafts: Sequence[Draft]) -> list[Attribution]:
    """Drafts as the gold has attributions: carried quotations joined, nested ones left out."""
    found: list[Attribution] = []
    for draft in drafts:
        if draft.narrated:
            continue
        made = {
            "source": _pairs(draft.source),
            "cue": _pairs(draft.cue),
            "content": _pairs(draft.content),
        }
        lead = next(
            (
                one
                for one in reversed(found)
                if draft.origin == "carried-quotation"
                and (one["source"], one["cue"]) == (made["source"], made["cue"])
            ),
            None,
        )
        if lead is not None:
            lead["content"] += made["content"]
        else:
            found.append(made)
    return [one for one in found if not any(_nested(one, other) for other in found)]


def verbs_of_saying(parsed: Parsed) -> list[Attribution]:
    """The baseline: each verb of saying with its clause and its subject."""
    found: list[Attribution] = []
    for passage in parsed.passages:
        for token in passage.doc:
            if token.lemma_ not in SAYING or token.pos_ != "VERB":
                continue
            clause = next((kid for kid in token.children if kid.dep_ == "ccomp"), None)
            subject = next((kid for kid in token.children if kid.dep_ == "nsubj"), None)
            if clause is None or subject is None:
                continue
            doc = passage.doc
            content = passage.span(doc[clause.left_edge.i : clause.right_edge.i + 1])
            source = passage.span(doc[subject.left_edge.i : subject.right_edge.i + 1])
            found.append(
                {
                    "source": [[source.start, source.end]],
                    "cue": _pairs((passage.span(token),)),
                    "content": [[content.start, content.end]],
                }
            )
    return found


def _pairs(spans: Spans) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def _nested(one: Attribution, other: Attribution) -> bool:
    """Whether an attribution's cue stands within another's content."""
    return (
        one is not other
        and bool(one["cue"])
        and all(
            any(low <= start and end <= high for low, high in other["content"])
            for start, end in one["cue"]
        )
    )


def _print(
    figures: dict[str, Any], baseline: dict[str, Any], seconds: dict[str, float], articles: int
) -> None:
    ours, bare = figures["relation"]["f1"], baseline["relation"]["f1"]
    low, high = figures["relation"]["interval"]
    print(
        f"attribution relation F1: {ours:.3f} [{low:.3f}, {high:.3f}], baseline {bare:.3f}, "
        f"ratio {ours / bare:.2f}, floor {FLOOR:.2f}, over {articles} articles"
    )
    for name in ("content J.5", "cue", "relation"):
        figure = figures[name]
        print(f"  {name:12} P {figure['p']:.3f}  R {figure['r']:.3f}  F1 {figure['f1']:.3f}")
    for kind in ("direct", "mixed", "indirect"):
        figure = figures[f"relation/{kind}"]
        print(f"  {kind:12} recall {figure['recall']:.3f} of {figure['gold']}")
    added = seconds["attribution"] + seconds["certainty"]
    print(
        f"attribution time: {seconds['attribution']:.2f} s, certainty {seconds['certainty']:.2f} s,"
        f" model {seconds['model']:.2f} s, ratio {added / seconds['model']:.3f}, goal {TIME_GOAL}"
    )


if __name__ == "__main__":
    sys.exit(main())
