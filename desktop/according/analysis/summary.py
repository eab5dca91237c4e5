"""The source summary: in one paragraph, whose claims an article is made of."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from according.analysis.source_names import joined, named, names, numeral, only_pronoun, unnamed
from according.domain.analysis import Phrase
from according.domain.claims import Claim, Directness, Level, Link, LinkKind, Stance, Voice
from according.domain.sources import OUTLETS, Source, SourceKind

Key = TypeVar("Key")

LEADING = 3
"""Claims from which a source is named with its count; in a short article, fewer are enough."""

SHORT = 4
"""Voices up to which an article is short enough to name them all."""

NAMED_MOST = 3
UNNAMED_MOST = 3

_STATES = frozenset(
    {
        SourceKind.OFFICIAL,
        SourceKind.GOVERNMENT_BODY,
        SourceKind.MILITARY_OR_INTELLIGENCE,
        SourceKind.INTERGOVERNMENTAL,
        SourceKind.PARTY,
    }
)
_PAPERS = frozenset({SourceKind.DOCUMENT, SourceKind.ACADEMIC_STUDY})
_PEOPLE = frozenset({SourceKind.PERSON, SourceKind.SOCIAL_ACCOUNT})
_SIDED = frozenset({Stance.PARTY, Stance.ALLY, Stance.ADVERSARY})
_ROLES: tuple[tuple[str, str], ...] = (
    ("sided", "by states or officials with a side in the matter"),
    ("state", "by officials or public bodies"),
    ("outlet", "by news outlets"),
    ("paper", "from documents or studies"),
    ("person", "by people who are named"),
    ("other", "by organisations"),
)
"""The roles in which voices without a count of their own are put together, in order."""


@dataclass(frozen=True, slots=True)
class _Part:
    """Some of the claims with the words that count them; parts never share a claim."""

    claims: tuple[Claim, ...]
    text: str
    further: tuple[Phrase, ...] = ()

    def phrases(self, *, alone: bool) -> Iterator[Phrase]:
        ids = tuple(claim.id for claim in self.claims)
        count = "" if alone else f"{len(ids)} "
        yield Phrase(f"{count}{self.text}", ids)
        yield from self.further


def summarise(
    claims: Sequence[Claim], sources: Sequence[Source], links: Sequence[Link]
) -> tuple[Phrase, ...]:
    """The summary in phrases that carry the claims they count; its parts add up to all claims."""
    if not claims:
        return (Phrase("No claims were found in this text."),)
    known = {source.id: source for source in sources}
    parts = [part for part in _parts(claims, known, links) if part.claims]
    alone = len(claims) == 1
    phrases = [Phrase("1 claim, " if alone else f"{len(claims)} claims: ")]
    for number, part in enumerate(parts):
        if number:
            phrases.append(Phrase("; "))
        phrases.extend(part.phrases(alone=alone))
    return (*phrases, Phrase(". "), *_witnesses(claims))


def _parts(
    claims: Sequence[Claim], known: Mapping[str, Source], links: Sequence[Link]
) -> Iterator[_Part]:
    denying = {link.first for link in links if link.kind is LinkKind.DENIES}
    denials, rest = _parted(
        claims, lambda claim: claim.id in denying or claim.certainty.level is Level.DENIED
    )
    own, attributed = _parted(rest, lambda claim: claim.voice is Voice.NARRATOR)
    credited, nobody = _parted(attributed, lambda claim: bool(claim.sources))
    credited_by_name, others = _parted(
        credited, lambda claim: any(known[id_].named for id_ in claim.sources)
    )
    yield from _voices(credited_by_name, known)
    yield from _unnamed(others, known)
    yield _Part(tuple(nobody), "credited to nobody")
    yield _Part(tuple(own), "in the paper’s own voice")
    yield _denial(denials, known, links, alone=len(claims) == 1)


def _parted(
    claims: Iterable[Claim], test: Callable[[Claim], bool]
) -> tuple[list[Claim], list[Claim]]:
    """The claims that pass a test, and the others."""
    groups = _grouped(claims, test)
    return groups.get(True, []), groups.get(False, [])


def _voices(claims: Sequence[Claim], known: Mapping[str, Source]) -> Iterator[_Part]:
    """The claims of named sources: the chief voices by name, the others by role."""
    by_voice = _grouped(claims, lambda claim: claim.sources)
    enough = 1 if len(by_voice) <= SHORT else LEADING
    chief = sorted(
        (voice for voice in by_voice if len(by_voice[voice]) >= enough),
        key=lambda voice: (-len(by_voice[voice]), by_voice[voice][0].start),
    )[: SHORT if enough == 1 else NAMED_MOST]
    for voice in chief:
        mine = by_voice[voice]
        by = "from" if known[voice[0]].kind in _PAPERS else "by"
        yield _Part(tuple(mine), f"{by} {names(voice, known)}", tuple(_relayed(mine, known)))
    others = [claim for claim in claims if claim.sources not in chief]
    by_role = _grouped(others, lambda claim: _role(claim, known))
    for role, text in _ROLES:
        if role in by_role:
            other = "other " if chief and not text.startswith("from") else ""
            yield _Part(tuple(by_role[role]), text.replace("by ", f"by {other}", 1))


def _role(claim: Claim, known: Mapping[str, Source]) -> str:
    kind = next(known[id_].kind for id_ in claim.sources if known[id_].named)
    if kind in _STATES:
        return "sided" if any(one.stance in _SIDED for one in claim.standing) else "state"
    for role, kinds in (("outlet", OUTLETS), ("paper", _PAPERS), ("person", _PEOPLE)):
        if kind in kinds:
            return role
    return "other"


def _unnamed(claims: Sequence[Claim], known: Mapping[str, Source]) -> Iterator[_Part]:
    """The claims of unnamed sources, by the words for them."""
    groups = _grouped(claims, lambda claim: claim.sources)
    told = [voice for voice in groups if not only_pronoun(voice, known)][:UNNAMED_MOST]
    for voice in told:
        mine = groups[voice]
        yield _Part(
            tuple(mine),
            f"from {joined([unnamed(known[id_]) for id_ in voice])}",
            tuple(_through(mine, known)),
        )
    others = [claim for claim in claims if claim.sources not in told]
    yield _Part(tuple(others), f"from {'other ' if told else ''}sources who are not named")


def _through(claims: Sequence[Claim], known: Mapping[str, Source]) -> Iterator[Phrase]:
    """Through how many outlets unnamed sources speak, and that these may be one origin."""
    relays = {id_ for claim in claims for step in claim.via for id_ in step}
    through = tuple(claim.id for claim in claims if claim.via)
    if len(relays) == 1:
        yield Phrase(f" through {named(known[next(iter(relays))])}", through)
    elif relays:
        yield Phrase(f" through {numeral(len(relays))} outlets", through)
        yield Phrase(", possibly one origin")


def _relayed(claims: Sequence[Claim], known: Mapping[str, Source]) -> Iterator[Phrase]:
    """How many of a voice's claims reach the reader only through others."""
    relayed = [claim for claim in claims if claim.via]
    if not relayed:
        return
    relays = tuple(dict.fromkeys(id_ for claim in relayed for step in claim.via for id_ in step))
    by = f" by {joined([named(known[id_]) for id_ in relays])}" if len(relays) < 3 else ""
    ids = tuple(claim.id for claim in relayed)
    if len(claims) == 1:
        yield Phrase(f", relayed{by}", ids)
    elif len(relayed) == len(claims):
        yield Phrase(f", {'both' if len(ids) == 2 else 'all'} relayed{by}", ids)
    else:
        yield Phrase(f", {numeral(len(ids))} of them relayed{by}", ids)


def _denial(
    denials: Sequence[Claim], known: Mapping[str, Source], links: Sequence[Link], *, alone: bool
) -> _Part:
    voices = {claim.sources for claim in denials}
    by = ""
    if len(voices) == 1 and (voice := next(iter(voices))):
        by = f" by {names(voice, known, described=False)}"
    ids = {claim.id for claim in denials}
    denied = tuple(
        dict.fromkeys(
            link.second for link in links if link.first in ids and link.kind is LinkKind.DENIES
        )
    )
    further: tuple[Phrase, ...] = ()
    if denied:
        further = (Phrase(f", of {numeral(len(denied))} of these claims", denied),)
    noun = "a denial" if alone else f"denial{'s' if len(denials) != 1 else ''}"
    return _Part(tuple(denials), f"{noun}{by}", further)


def _witnesses(claims: Sequence[Claim]) -> Iterator[Phrase]:
    seen = tuple(
        claim.id
        for claim in claims
        if any(
            one.directness is Directness.WITNESSED or one.stance is Stance.INDEPENDENT
            for one in claim.standing
        )
    )
    if not seen:
        yield Phrase("No independent witness is named.")
        return
    count = f"{numeral(len(seen))} claim{'s' if len(seen) > 1 else ''}".capitalize()
    verb = "come" if len(seen) > 1 else "comes"
    yield Phrase(f"{count} {verb} from a witness or a source called independent.", seen)


def _grouped(claims: Iterable[Claim], key: Callable[[Claim], Key]) -> dict[Key, list[Claim]]:
    groups: dict[Key, list[Claim]] = {}
    for claim in claims:
        groups.setdefault(key(claim), []).append(claim)
    return groups
