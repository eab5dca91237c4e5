"""How many sources of claims are resolved to a named entity, with a sample to read by hand.

    python tests/benchmarks/claim_sources.py [--sample N] [--seed N] [--limit N]

Reads the articles of ../shared/data/attribution (dev) as the program does. Counts each phrase that
is credited once, by what it is: a name, a role or other definite phrase, a pronoun, unnamed people.
The sample is of phrases without a name that were resolved, with the text around each; the texts
belong to their publishers, so what is printed is to be read and not to be kept.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from according.analysis.pipeline import Analyzer
from according.domain.analysis import Analysis
from according.domain.article import Article
from according.domain.claims import Claim
from according.domain.entities import Entity
from according.domain.spans import Span
from according.readers.read import read

DATA = Path(__file__).resolve().parents[3] / "shared" / "data" / "attribution"
BEFORE, AFTER = 700, 160
"""Characters printed around a phrase."""

PRONOUNS = frozenset(("he", "she", "it", "they", "we", "i", "you", "who", "him", "her", "them"))
DEFINITE = re.compile(
    r"(?:the|this|that|these|those|his|her|its|their|our|my)\s|\S+['’]s?\s", re.IGNORECASE
)
KINDS = ("name", "role", "pronoun", "unnamed")


@dataclass(frozen=True, slots=True)
class Credited:
    """One phrase that is credited with a claim, and the named entity it was resolved to."""

    article: Article
    span: Span
    kind: str
    entity: Entity | None
    doubtful: bool


def main() -> int:
    arguments = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    arguments.add_argument("--sample", type=int, default=0)
    arguments.add_argument("--seed", type=int, default=0)
    arguments.add_argument("--limit", type=int, default=None)
    arguments.add_argument("--split", default="dev")
    chosen = arguments.parse_args()
    if not DATA.is_dir():
        print("Skipped: the articles of ../shared/data/attribution are not here.")
        return 0
    with gzip.open(DATA / f"{chosen.split}.jsonl.gz", "rt", encoding="utf-8") as file:
        rows = [json.loads(line) for line in file][: chosen.limit]
    analyzer = Analyzer()
    found = [one for row in rows for one in credited(analyzer, row)]
    print_counts(found)
    inferred = [one for one in found if one.entity is not None and one.kind != "name"]
    random.Random(chosen.seed).shuffle(inferred)  # noqa: S311 - a sample to read
    for number, one in enumerate(inferred[: chosen.sample], 1):
        print_case(number, one)
    return 0


def credited(analyzer: Analyzer, row: Mapping[str, Any]) -> Iterator[Credited]:
    """Every phrase that is credited in one article, once."""
    article = read(row["text"].encode(), name=row["id"], as_is=True)
    analysis = analyzer.analyze(article)
    seen: set[Span] = set()
    for claim in analysis.claims:
        for span in claim.attribution.source[:1]:
            if span not in seen:
                seen.add(span)
                yield _credited(article, analysis, claim, span)


def _credited(article: Article, analysis: Analysis, claim: Claim, span: Span) -> Credited:
    entities = {entity.id: entity for entity in analysis.entities}
    ids = {source.id: source.entity for source in analysis.sources}
    every = (entities.get(ids.get(source) or "") for source in claim.sources)
    known = [one for one in every if one is not None]
    here = (one for one in known if any(m.span.overlaps(span) for m in one.mentions))
    entity = next(here, next(iter(known), None))
    over = [m for m in entity.mentions if m.span.overlaps(span)] if entity is not None else []
    return Credited(
        article=article,
        span=span,
        kind=_kind(span.of(article.text), named=any(not mention.inferred for mention in over)),
        entity=entity,
        doubtful=any(mention.doubtful for mention in over),
    )


def _kind(phrase: str, *, named: bool) -> str:
    if named:
        return "name"
    if phrase.lower().strip(" ,") in PRONOUNS:
        return "pronoun"
    return "role" if DEFINITE.match(phrase) else "unnamed"


def print_counts(found: list[Credited]) -> None:
    every = Counter(one.kind for one in found)
    resolved = Counter(one.kind for one in found if one.entity is not None)
    doubtful = Counter(one.kind for one in found if one.doubtful)
    print(f"{'phrase':10} {'all':>6} {'resolved':>9} {'share':>6} {'doubtful':>9}")
    for kind in KINDS:
        share = resolved[kind] / max(every[kind], 1)
        print(f"{kind:10} {every[kind]:6} {resolved[kind]:9} {share:6.2f} {doubtful[kind]:9}")
    total, done = every.total(), resolved.total()
    print(f"{'all':10} {total:6} {done:9} {done / max(total, 1):6.2f} {doubtful.total():9}")


def print_case(number: int, one: Credited) -> None:
    """One resolved phrase with the text around it, for a reader to judge."""
    if one.entity is None:
        return
    text, span = one.article.text, one.span
    before = text[max(0, span.start - BEFORE) : span.start]
    after = text[span.end : span.end + AFTER]
    doubt = ", doubtful" if one.doubtful else ""
    print(f"\n--- {number}. {one.kind}: {one.entity.name} ({one.entity.description}{doubt})")
    print(re.sub(r"\s*\n\s*", " / ", f"{before}[[{span.of(text)}]]{after}"))


if __name__ == "__main__":
    sys.exit(main())
