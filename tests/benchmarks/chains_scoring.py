"""Compares the claims of an analysis with those that are marked by hand.

Contents are matched one to one, those that share most characters first, from half of the characters
of both together. Of a matched claim sources, steps, level and quotation are compared, each by
itself; a link counts where both its claims are matched. `denies` and `disputes` count as one: which
of them fits "called it baseless" is a matter of taste.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from according.domain.analysis import Analysis
from according.domain.claims import Claim, Level, LinkKind, Voice
from tests.benchmarks.gold_chains import Forms, GoldChains, GoldClaim, Step

HALF = 0.5
PARTS = ("source", "via", "level", "quotation")
KINDS: Mapping[str, frozenset[LinkKind]] = {
    "denial": frozenset((LinkKind.DENIES, LinkKind.DISPUTES)),
    "confirms": frozenset((LinkKind.CONFIRMS,)),
    "no comment": frozenset((LinkKind.NO_COMMENT,)),
    "rests on": frozenset((LinkKind.RESTS_ON,)),
}
_TITLES = """mr mrs ms miss dr prof sir dame lord lady sen rep gov capt col gen lt sgt president
the a an"""
TITLES = frozenset(_TITLES.split())
_AFTER_HEAD = """of who with in at from familiar close led near seen by that which on for briefed
speaking citing working"""
AFTER_HEAD = frozenset(_AFTER_HEAD.split())
"""Words that end the noun phrase whose last word says who an unnamed source is."""


@dataclass(slots=True)
class Score:
    """Counts by name, as "source right" of "found", and what was missed, in words."""

    counts: Counter[str] = field(default_factory=Counter)
    misses: list[tuple[str, str]] = field(default_factory=list)

    def add(self, other: Score) -> None:
        self.counts.update(other.counts)
        self.misses.extend(other.misses)

    def share(self, part: str, whole: str) -> float:
        return self.counts[part] / max(self.counts[whole], 1)


def score(gold: GoldChains, analysis: Analysis, text: str) -> Score:
    """The counts of one article, `text` being the one that the analysis speaks of."""
    result = Score()
    places = [gold.places(claim, text) for claim in gold.claims]
    ours = [_places(claim, text) for claim in analysis.claims]
    pairs = dict(_matched(places, ours))
    attributed = [claim.voice is Voice.ATTRIBUTED for claim in analysis.claims]
    result.counts["claims"] = len(gold.claims)
    result.counts["found"] = len(pairs)
    result.counts["attributed"] = sum(attributed)
    result.counts["surplus"] = sum(attributed) - sum(attributed[at] for at in pairs.values())
    for at in sorted(set(range(len(ours))) - set(pairs.values())):
        if attributed[at]:
            result.misses.append(("surplus", f"{gold.name}: {_told(analysis, at)}"))
    for number, claim in enumerate(gold.claims):
        if number not in pairs:
            result.misses.append(("claim", f"{gold.name} {claim.number}: {claim.text}"))
            continue
        _compare(gold, claim, analysis, pairs[number], result)
    _links(gold, analysis, {gold.claims[a].number: b for a, b in pairs.items()}, result)
    return result


def _places(claim: Claim, text: str) -> frozenset[int]:
    return frozenset(
        at for span in claim.content for at in range(span.start, span.end) if text[at].strip()
    )


def _matched(
    gold: Sequence[frozenset[int]], ours: Sequence[frozenset[int]]
) -> Iterator[tuple[int, int]]:
    alike = sorted(
        (-len(one & other) / len(one | other), first, second)
        for first, one in enumerate(gold)
        for second, other in enumerate(ours)
        if one & other
    )
    left, right = set(range(len(gold))), set(range(len(ours)))
    for shared, first, second in alike:
        if -shared >= HALF and first in left and second in right:
            left.remove(first)
            right.remove(second)
            yield first, second


def _compare(
    gold: GoldChains, claim: GoldClaim, analysis: Analysis, at: int, result: Score
) -> None:
    found = analysis.claims[at]
    right = {
        "source": any(_same_source(reading, found, analysis) for reading in claim.sources),
        "via": _same_via(claim, found, analysis),
        "level": found.certainty.level in claim.levels,
        "quotation": found.quotation is claim.quotation,
    }
    for part, so in right.items():
        result.counts[part] += so
        if not so:
            told = f"{gold.name} {claim.number}: {claim.text[:90]} | gold {_wanted(claim, part)}"
            result.misses.append((part, f"{told} | found {_told(analysis, at)}"))
    if not right["source"]:
        named = [one for reading in claim.sources for one in reading]
        forms = [_forms(id_, analysis) for id_ in found.sources]
        result.counts["partial"] += any(_same(one, other) for one in named for other in forms)


def _same_source(reading: Step, found: Claim, analysis: Analysis) -> bool:
    if reading == (("-",),):
        return found.voice is Voice.NARRATOR
    if reading == (("?",),):
        return not found.sources
    return _same_step(reading, found.sources, analysis)


def _same_via(claim: GoldClaim, found: Claim, analysis: Analysis) -> bool:
    if not found.via and not claim.via_asked:
        return True
    return len(claim.via) == len(found.via) and all(
        _same_step(step, ids, analysis) for step, ids in zip(claim.via, found.via, strict=True)
    )


def _same_step(step: Step, ids: Sequence[str], analysis: Analysis) -> bool:
    forms = [_forms(id_, analysis) for id_ in ids]
    return len(step) == len(forms) and all(
        any(_same(one, other) for other in forms) for one in step
    )


def _forms(id_: str, analysis: Analysis) -> list[str]:
    source = analysis.source(id_)
    names = [source.name]
    if source.entity is not None:
        names.append(analysis.entity(source.entity).name)
    return names


def _same(gold: Forms, found: Sequence[str]) -> bool:
    nouns = {_noun(form.removeprefix("~ ")) for form in gold if form.startswith("~ ")}
    if nouns & {_singular(word) for name in found for word in _words(name)}:
        return True
    wanted = {_plain(form) for form in gold}
    return any(_plain(name) in wanted for name in found)


def _plain(name: str) -> str:
    return " ".join(word for word in _words(name) if word not in TITLES)


def _words(name: str) -> list[str]:
    return re.findall(r"[\w&'-]+", name.casefold().replace("’", "'"))


def _noun(form: str) -> str:
    words = _words(form)
    end = next((at for at, word in enumerate(words) if at and word in AFTER_HEAD), len(words))
    return _singular(words[end - 1])


def _singular(word: str) -> str:
    return word.removesuffix("s")


def _links(gold: GoldChains, analysis: Analysis, pairs: Mapping[int, int], result: Score) -> None:
    ids = {number: analysis.claims[at].id for number, at in pairs.items()}
    known = set(ids.values())
    texts = {claim.number: claim.text[:70] for claim in gold.claims}
    for name, kinds in KINDS.items():
        ours = {(link.first, link.second) for link in analysis.links if link.kind in kinds}
        allowed: set[tuple[str, str]] = set()
        for claim in gold.claims:
            for link in claim.links:
                if link.kind not in kinds:
                    continue
                ends = [ids[to] for to in link.targets if to in ids]
                wanted = {(ids[claim.number], to) for to in ends} if claim.number in ids else set()
                allowed |= wanted
                if not link.asked:
                    continue
                result.counts[f"{name} links"] += 1
                result.counts[f"{name} of matched"] += bool(wanted)
                result.counts[f"{name} found"] += bool(wanted & ours)
                if not wanted & ours:
                    told = f"{texts[claim.number]} -> {texts[link.targets[0]]}"
                    lost = "" if wanted else " (a claim is not matched)"
                    result.misses.append((name, f"{gold.name} {claim.number}: {told}{lost}"))
        judged = {pair for pair in ours if known.issuperset(pair)}
        result.counts[f"{name} judged"] += len(judged)
        result.counts[f"{name} right"] += len(judged & allowed)
        for first, second in sorted(judged - allowed):
            told = f"{analysis.claim(first).text[:70]} -> {analysis.claim(second).text[:70]}"
            result.misses.append((f"{name} too many", f"{gold.name}: {told}"))


def _wanted(claim: GoldClaim, part: str) -> str:
    if part == "source":
        return str([[one[0] for one in reading] for reading in claim.sources])
    if part == "via":
        return str([[one[0] for one in step] for step in claim.via])
    return str([*claim.levels]) if part == "level" else str(claim.quotation)


def _told(analysis: Analysis, at: int) -> str:
    claim = analysis.claims[at]
    who = [analysis.source(id_).name for id_ in claim.sources]
    via = [[analysis.source(id_).name for id_ in step] for step in claim.via]
    level: Level = claim.certainty.level
    return f"{who} via {via} {level} {claim.quotation}: {claim.text[:90]} [{claim.origin}]"
