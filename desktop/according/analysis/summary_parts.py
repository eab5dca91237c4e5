"""The parts of the source summary: some of the claims each, with the words that count them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from according.analysis.sources.source_names import (
    PAPERS,
    Naming,
    joined,
    numeral,
    only_pronoun,
    told,
    unnamed,
)
from according.domain.analysis import Phrase
from according.domain.claims import Claim, Stance
from according.domain.sources import OUTLETS, SourceKind

Key = TypeVar("Key")
Groups = Mapping[tuple[str, ...], Sequence[Claim]]

LEADING = 2
"""Claims from which a source is named with its count; in a short article, one is enough."""

SHORT = 4
"""Voices up to which an article is short enough to name them all."""

NAMED_MOST = 3
UNNAMED_APART = 2
"""Unnamed voices up to which each has a count of its own."""

UNNAMED_MOST = 3
"""Unnamed voices that are told in one list; the others are only counted."""

LIST_WORDS = 12
"""Words of the longest list of unnamed voices."""

_STATES = frozenset(
    {
        SourceKind.OFFICIAL,
        SourceKind.GOVERNMENT_BODY,
        SourceKind.MILITARY_OR_INTELLIGENCE,
        SourceKind.INTERGOVERNMENTAL,
        SourceKind.PARTY,
    }
)
_PEOPLE = frozenset({SourceKind.PERSON, SourceKind.SOCIAL_ACCOUNT})
_SIDED = frozenset({Stance.PARTY, Stance.ALLY, Stance.ADVERSARY})
_ROLES: Mapping[str, str] = {
    "sided": "by {}states and officials with a side in the matter",
    "state": "by {}officials and public bodies",
    "mixed": "by {}named people and organisations",
    "person": "by {}named people",
    "organisation": "by {}organisations",
    "paper": "from documents and studies",
    "outlet": "by news outlets",
}
"""The roles in which voices without a count of their own are put together, in order."""


@dataclass(frozen=True, slots=True)
class Part:
    """Some of the claims with the words that count them; parts never share a claim."""

    claims: tuple[Claim, ...]
    text: str
    further: tuple[Phrase, ...] = ()

    def phrases(self, *, alone: bool) -> Iterator[Phrase]:
        ids = tuple(claim.id for claim in self.claims)
        count = "" if alone else f"{len(ids)} "
        yield Phrase(f"{count}{self.text}", ids)
        yield from self.further


def voices(claims: Sequence[Claim], naming: Naming) -> Iterator[Part]:
    """The claims of named sources: the chief voices by name, the others by role."""
    by_voice = grouped(claims, lambda claim: claim.sources)
    chief = _chief(by_voice)
    for voice in chief:
        mine = by_voice[voice]
        yield Part(tuple(mine), _by(voice, naming), tuple(_relayed(mine, naming)))
    others = [claim for claim in claims if claim.sources not in chief]
    by_role = grouped(others, lambda claim: _role(claim, naming))
    if {"person", "organisation"} <= by_role.keys():
        mixed = (*by_role.pop("person"), *by_role.pop("organisation"))
        by_role["mixed"] = sorted(mixed, key=lambda claim: claim.start)
    for role, text in _ROLES.items():
        if role in by_role:
            yield _of_role(by_role[role], text.format("other " if chief else ""), naming)


def _chief(by_voice: Groups) -> list[tuple[str, ...]]:
    """The voices to be named with their counts, those with most claims first."""
    enough = 1 if len(by_voice) <= SHORT else LEADING
    ranked = sorted(
        (voice for voice in by_voice if len(by_voice[voice]) >= enough),
        key=lambda voice: (-len(by_voice[voice]), by_voice[voice][0].start),
    )
    return ranked[: SHORT if enough == 1 else NAMED_MOST]


def _of_role(claims: Sequence[Claim], text: str, naming: Naming) -> Part:
    """One part for all voices of a role; a voice that is alone in it is named."""
    found = {claim.sources for claim in claims}
    if len(found) > 1:
        return Part(tuple(claims), text)
    words = _by(next(iter(found)), naming, described=False)
    return Part(tuple(claims), words, tuple(_relayed(claims, naming)))


def _by(voice: tuple[str, ...], naming: Naming, *, described: bool = True) -> str:
    by = "from" if naming.known[voice[0]].kind in PAPERS else "by"
    return f"{by} {naming.names(voice, described=described)}"


def _role(claim: Claim, naming: Naming) -> str:
    kinds = [naming.known[id_].kind for id_ in claim.sources if naming.known[id_].named]
    kind = kinds[0] if kinds else naming.known[claim.sources[0]].kind
    if kind in _STATES:
        return "sided" if any(one.stance in _SIDED for one in claim.standing) else "state"
    for role, known in (("outlet", OUTLETS), ("paper", PAPERS), ("person", _PEOPLE)):
        if kind in known:
            return role
    return "organisation"


def nameless(claims: Sequence[Claim], naming: Naming) -> Iterator[Part]:
    """The claims of unnamed sources: two by their own words, more in one list."""
    groups = grouped(claims, lambda claim: claim.sources)
    described = [voice for voice in groups if not only_pronoun(voice, naming.known)]
    if len(described) == len(groups) <= UNNAMED_APART:
        for voice, mine in groups.items():
            words = joined([unnamed(naming.known[id_]) for id_ in voice])
            yield Part(tuple(mine), f"from {words}", tuple(_through(mine, naming)))
    elif claims:
        ranked = sorted(described, key=lambda voice: -len(groups[voice]))[:UNNAMED_MOST]
        chosen = _short(ranked, naming)
        yield Part(tuple(claims), "from unnamed sources", tuple(_listed(groups, chosen, naming)))


def _short(ranked: Sequence[tuple[str, ...]], naming: Naming) -> list[tuple[str, ...]]:
    """Those whose own words fit into one list; the first always does."""
    chosen: list[tuple[str, ...]] = []
    length = 0
    for voice in ranked:
        length += sum(len(told(naming.known[id_]).split()) for id_ in voice)
        if chosen and length > LIST_WORDS:
            break
        chosen.append(voice)
    return chosen


def _listed(groups: Groups, chosen: Sequence[tuple[str, ...]], naming: Naming) -> Iterator[Phrase]:
    """The chosen voices by their own words, each with its claims."""
    more = len(groups) > len(chosen)
    for number, voice in enumerate(chosen):
        last = number == len(chosen) - 1 and not more
        mark = " (" if not number else " and " if last else ", "
        mine = groups[voice]
        words = joined([told(naming.known[id_]) for id_ in voice])
        yield Phrase(f"{mark}{words}", tuple(claim.id for claim in mine))
        yield from _through(mine, naming)
    if chosen:
        yield Phrase(" and others)" if more else ")")


def _through(claims: Sequence[Claim], naming: Naming) -> Iterator[Phrase]:
    """Through how many outlets unnamed sources speak, and that these may be one origin."""
    relays = {id_ for claim in claims for step in claim.via for id_ in step}
    through = tuple(claim.id for claim in claims if claim.via)
    if len(relays) == 1:
        yield Phrase(f" through {naming.named(next(iter(relays)))}", through)
    elif relays:
        yield Phrase(f" through {numeral(len(relays))} outlets", through)
        yield Phrase(", possibly one origin")


def _relayed(claims: Sequence[Claim], naming: Naming) -> Iterator[Phrase]:
    """How many of a voice's claims reach the reader only through others."""
    relayed = [claim for claim in claims if claim.via]
    if not relayed:
        return
    relays = tuple(dict.fromkeys(id_ for claim in relayed for step in claim.via for id_ in step))
    few = joined([naming.named(id_) for id_ in relays])
    through = f"through {few if len(relays) < 3 else f'{numeral(len(relays))} outlets'}"
    ids = tuple(claim.id for claim in relayed)
    if len(relayed) == len(claims):
        yield Phrase(f" {through}", ids)
    else:
        yield Phrase(f", {numeral(len(ids))} of them {through}", ids)


def parted(
    claims: Iterable[Claim], test: Callable[[Claim], bool]
) -> tuple[list[Claim], list[Claim]]:
    """The claims that pass a test, and the others."""
    groups = grouped(claims, test)
    return groups.get(True, []), groups.get(False, [])


def grouped(claims: Iterable[Claim], key: Callable[[Claim], Key]) -> dict[Key, list[Claim]]:
    """The claims by a key, in the order in which the keys are first met."""
    groups: dict[Key, list[Claim]] = {}
    for claim in claims:
        groups.setdefault(key(claim), []).append(claim)
    return groups
