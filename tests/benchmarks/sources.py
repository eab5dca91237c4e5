"""Counts whom the articles of news credit, and writes source summaries to be read.

    python tests/benchmarks/sources.py [--limit N] [--summaries N] [--seed N]

Over the attribution articles (dev): sources by kind, the share that the catalogue knows, the share
without a name, and, over the claims, the share that is relayed, carries a reason for its standing,
or is answered by another claim; beside it the share of the claims whose source the bare words name
(a name in the source span), which resolving is measured against. Then as many summaries as asked
for, of articles drawn at random, each with its article's headline.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from according.analysis.pipeline import Analyzer
from according.domain.analysis import Analysis
from according.domain.claims import Claim, Stance, Voice
from according.domain.sources import OUTLETS
from according.readers.read import read

DATA = Path(__file__).resolve().parents[3] / "shared" / "data" / "attribution" / "dev.jsonl.gz"


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the counts, then the summaries; 2 where there are no articles to count in."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--limit", type=int, help="count in the first articles alone")
    parser.add_argument("--summaries", type=int, default=0)
    parser.add_argument("--seed", type=int, default=7)
    chosen = parser.parse_args(arguments)
    if not DATA.is_file():
        print(f"{DATA} is not there; nothing to count in.", file=sys.stderr)
        return 2
    found = list(_analysed(chosen.limit))
    for line in _counts([analysis for _, analysis in found]):
        print(line)
    draw = random.Random(chosen.seed)  # noqa: S311 - the same articles each time
    drawn = draw.sample(found, min(chosen.summaries, len(found)))
    for title, analysis in drawn:
        print(f"\n{title}\n    {analysis.summary}")
    return 0


def _analysed(limit: int | None) -> Iterator[tuple[str, Analysis]]:
    analyzer = Analyzer()
    with gzip.open(DATA, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            if number == limit:
                return
            row = json.loads(line)
            article = read(row["text"].encode(), name="article.txt", as_is=True)
            yield row["title"], analyzer.analyze(article)


def _counts(analyses: Sequence[Analysis]) -> Iterator[str]:
    sources = [source for analysis in analyses for source in analysis.sources]
    claims = [claim for analysis in analyses for claim in analysis.claims]
    credited = [claim for claim in claims if claim.voice is Voice.ATTRIBUTED]
    yield f"{len(analyses)} articles, {len(sources)} sources, {len(claims)} claims"
    for kind, count in Counter(source.kind.value for source in sources).most_common():
        yield f"  {kind:26} {_share(count, sources)}"
    outlets = [source for source in sources if source.kind in OUTLETS]
    yield f"known to the catalogue      {_share(sum(bool(s.catalogue) for s in sources), sources)}"
    yield f"  of outlets                {_share(sum(bool(s.catalogue) for s in outlets), outlets)}"
    yield f"without a name              {_share(sum(not s.named for s in sources), sources)}"
    named = sum(_resolved(claim, analysis) for analysis in analyses for claim in analysis.claims)
    yield f"credited claims, named      {_share(named, credited)}"
    printed = sum(_printed(claim, analysis) for analysis in analyses for claim in analysis.claims)
    yield f"  by the words alone        {_share(printed, credited)}"
    yield f"  ratio                     {named / printed if printed else 0:.2f}"
    yield f"relayed                     {_share(sum(bool(c.via) for c in credited), credited)}"
    yield f"standing with a reason      {_share(sum(_reasoned(c) for c in credited), credited)}"
    linked = sum(len({link.first for link in analysis.links}) for analysis in analyses)
    yield f"answering another claim     {_share(linked, claims)}"


def _share(count: int, of: Sequence[object]) -> str:
    return f"{count:5}  {count / len(of) if of else 0:.3f}"


def _resolved(claim: Claim, analysis: Analysis) -> bool:
    """Whether somebody with a name is credited."""
    return any(analysis.source(source).named for source in claim.sources)


def _printed(claim: Claim, analysis: Analysis) -> bool:
    """Whether the words that credit hold a name of the one who is credited."""
    owners = {analysis.source(source).entity for source in claim.sources} - {None}
    return any(
        span.contains(mention.span)
        for entity in analysis.entities
        if entity.id in owners
        for mention in entity.mentions
        if not mention.inferred
        for span in claim.attribution.source
    )


def _reasoned(claim: Claim) -> bool:
    return any(one.stance is not Stance.NOT_KNOWN for one in claim.standing)


if __name__ == "__main__":
    sys.exit(main())
