"""How well names are found and brought together, beside the bare model on the same texts.

    python tests/benchmarks/entities.py [--errors N] [--long]

Gold are the news texts of ../shared/data/entities. Also groups the gold's own names, to show the
grouping alone. Exits with 1 where a figure falls below its floor; skips with a sentence where the
gold is not there.
"""

from __future__ import annotations

import argparse
import importlib.util
import re
import sys
import time
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from according.analysis.attribution.find import find_drafts
from according.analysis.attribution.lexicon import load_words
from according.analysis.attribution.quotations import find_quotations
from according.analysis.drafts import Parsed
from according.analysis.entities.find import find_entities
from according.analysis.model import load_model
from according.analysis.passages import parse
from according.domain.article import Article, Block, BlockKind
from according.domain.entities import EntityKind
from according.domain.spans import Span

PROJECT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(PROJECT))

from tests.benchmarks.entities_given import Given, grouped  # noqa: E402 - found by the path above
from tests.benchmarks.entities_long import in_proportion  # noqa: E402

GOLD = PROJECT.parent / "shared" / "data" / "entities"
FLOORS = {"span exact": 0.90, "span exact typed": 0.87, "LEA": 0.90, "alias strings": 0.84}
GIVEN_FLOORS = {"LEA": 0.95, "alias strings": 0.80}
"""Figures that no change may fall below; lowering one is a change of its own, with a reason."""

LABELS = {
    EntityKind.PERSON: "PERSON",
    EntityKind.ORGANISATION: "ORG",
    EntityKind.PLACE: "GPE",  # a country and its government are one entity
    EntityKind.FACILITY: "FAC",
    EntityKind.GROUP: "NORP",
    EntityKind.EVENT: "EVENT",
    EntityKind.WORK: "WORK_OF_ART",
    EntityKind.LAW: "LAW",
    EntityKind.PRODUCT: "PRODUCT",
}


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--errors", type=int, default=0)
    arguments.add_argument("--long", action="store_true", help="only see whether time is linear")
    chosen = arguments.parse_args()
    if chosen.long:
        return int(not in_proportion(load_model()))
    if not GOLD.is_dir():
        print("Skipped: the gold texts of ../shared/data/entities are not here.")
        return 0
    score = _scorer()
    gold = [doc for name in ("train", "dev") for doc in score.read(GOLD / f"{name}.jsonl.gz")]
    nlp = load_model()
    articles = [article_of(doc["text"]) for doc in gold]
    began = time.perf_counter()
    parsed = [parse(nlp, article) for article in articles]
    bare = time.perf_counter() - began
    words = load_words()
    drafts = [find_drafts(one, find_quotations(one)[0], words) for one in parsed]
    find_entities(parsed[0], drafts[0])
    began = time.perf_counter()
    found = [find_entities(one, draft) for one, draft in zip(parsed, drafts, strict=True)]
    ours = time.perf_counter() - began
    predictions = [
        {"id": doc["id"], "mentions": list(_mentions(entities, doc["text"]))}
        for doc, entities in zip(gold, found, strict=True)
    ]
    models = [
        {"id": doc["id"], "mentions": list(_model_mentions(one))}
        for doc, one in zip(gold, parsed, strict=True)
    ]
    grouping = [
        {"id": doc["id"], "mentions": list(grouped(one, draft, _given(score, doc)))}
        for doc, one, draft in zip(gold, parsed, drafts, strict=True)
    ]
    result, _, _, errors = score.evaluate(gold, predictions, 0)
    given, *_ = score.evaluate(gold, grouping, 0)
    baseline, *_ = score.evaluate(gold, models, 0)
    _print(result, baseline, ours, bare)
    print("given the gold's names: " + ", ".join(f"{n} {given[n][2]:.3f}" for n in GIVEN_FLOORS))
    _print_errors(errors, chosen.errors)
    return int(_below(result, FLOORS, "") | _below(given, GIVEN_FLOORS, " given the names"))


def _given(score: Any, doc: Mapping[str, Any]) -> list[Given]:
    return [(start, end, type_) for start, end, type_, _ in score.gold_mentions(doc)[0]]


def _below(result: Mapping[str, Any], floors: Mapping[str, float], where: str) -> bool:
    low = [name for name, floor in floors.items() if result[name][2] < floor]
    for name in low:
        print(f"Below its floor of {floors[name]:.3f}: {name}{where}")
    return bool(low)


def article_of(text: str) -> Article:
    """A gold text as an article: each part between blank lines is a block, offsets unchanged."""
    blocks = tuple(
        Block(BlockKind.HEADLINE if not number else BlockKind.PARAGRAPH, Span(*match.span()))
        for number, match in enumerate(re.finditer(r"[^\n]+(?:\n[^\n]+)*", text))
    )
    return Article(text, blocks, None, (), date(2020, 1, 1), None, "en", "")


def _scorer() -> Any:
    spec = importlib.util.spec_from_file_location("entity_score", GOLD / "score.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(GOLD / "score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _mentions(entities: Iterable[Any], text: str) -> Iterable[dict[str, Any]]:
    """Names only: the gold asks for no roles and pronouns."""
    for entity in entities:
        for mention in entity.mentions:
            capital = mention.inferred and entity.kind is EntityKind.PLACE
            if entity.kind in LABELS and (
                not mention.inferred or (capital and mention.span.of(text).istitle())
            ):
                yield {
                    "start": mention.span.start,
                    "end": mention.span.end,
                    "type": LABELS[entity.kind],
                    "entity": entity.id,
                }


def _model_mentions(parsed: Parsed) -> Iterable[dict[str, Any]]:
    """The model's own names; those of one text are one, and persons of one last word."""
    for passage in parsed.passages:
        for ent in passage.doc.ents:
            span = passage.span(ent)
            key = ent.text.split()[-1] if ent.label_ == "PERSON" else ent.text
            yield {"start": span.start, "end": span.end, "type": ent.label_, "entity": key}


def _print(
    result: Mapping[str, Any], baseline: Mapping[str, Any], ours: float, bare: float
) -> None:
    print(f"{'':18} {'bare model':>10} {'ours':>8} {'ratio':>6}")
    for name in ("span exact", "span exact typed", "span overlap", "B3", "LEA", "alias strings"):
        was, now = baseline[name][2], result[name][2]
        print(f"{name:18} {was:10.3f} {now:8.3f} {now / was if was else 0:6.2f}")
    precision, recall, _ = result["alias strings"]
    print(f"alias strings: precision {precision:.3f}, recall {recall:.3f}")
    print(f"time: bare model {bare:.3f} s, entities {ours:.3f} s, ratio {ours / bare:.3f}")


def _print_errors(errors: Mapping[str, list[tuple[str, str]]], limit: int) -> None:
    for kind, listed in errors.items():
        if limit and listed:
            print(f"\n{kind} ({len(listed)})")
            for document, what in listed[:limit]:
                print(f"  {document}: {what}")


if __name__ == "__main__":
    sys.exit(main())
