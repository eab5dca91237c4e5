"""The source summary: in one paragraph, whose claims an article is made of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from according.analysis.sources.source_names import PAPERS, Naming, joined, numeral
from according.analysis.summary_parts import Part, nameless, parted, voices
from according.domain.analysis import Phrase
from according.domain.claims import Claim, Directness, Level, Link, LinkKind, Stance, Voice
from according.domain.sources import Source

_TURNED_DOWN = re.compile(
    r"\W*(?:\w+[’']s |(?:an?|the|any|all|its|his|her|their|this|that|such) )?(?:[\w-]+ ){0,2}"
    r"(?:applications?|appeals?|bids?|calls?|deals?|demands?|invitations?|motions?|offers?"
    r"|petitions?|plans?|pleas?|proposals?|requests?|resolutions?|settlements?)\b",
    re.IGNORECASE,
)
"""Contents that are turned down, not denied: "rejected a request for help"."""

DENYING_MOST = 2
"""Voices whose denials are told by name; of more, only the number is told."""


def summarise(
    claims: Sequence[Claim], sources: Sequence[Source], links: Sequence[Link], text: str = ""
) -> tuple[Phrase, ...]:
    """The summary in phrases that carry the claims they count; its parts add up to all claims.

    `text` is the article's, whose own use tells which names take a "the".
    """
    if not claims:
        return (Phrase("No claims were found in this text."),)
    naming = Naming({source.id: source for source in sources}, text)
    parts = [part for part in _parts(claims, naming, links) if part.claims]
    alone = len(claims) == 1
    phrases = [Phrase("1 claim, " if alone else f"{len(claims)} claims: ")]
    for number, part in enumerate(parts):
        if number:
            phrases.append(Phrase("; "))
        phrases.extend(part.phrases(alone=alone))
    return (*phrases, Phrase(". "), *_witnesses(claims))


def _parts(claims: Sequence[Claim], naming: Naming, links: Sequence[Link]) -> Iterator[Part]:
    denying = {link.first for link in links if link.kind is LinkKind.DENIES}
    denials, rest = parted(claims, lambda claim: claim.id in denying or _denies(claim))
    own, attributed = parted(rest, lambda claim: claim.voice is Voice.NARRATOR)
    credited, nobody = parted(attributed, lambda claim: bool(claim.sources))
    by_name, others = parted(
        credited,
        lambda claim: (
            any(naming.known[id_].named for id_ in claim.sources)
            or all(naming.known[id_].kind in PAPERS for id_ in claim.sources)
        ),
    )
    yield from voices(by_name, naming)
    yield from nameless(others, naming)
    yield Part(tuple(nobody), "credited to nobody")
    yield Part(tuple(own), "in the paper’s own voice")
    yield _denial(denials, claims, naming, links, alone=len(claims) == 1)


def _denies(claim: Claim) -> bool:
    """Whether a claim is a denial by its own words; to turn down a request is none."""
    return claim.certainty.level is Level.DENIED and not _TURNED_DOWN.match(claim.text)


def _denial(
    denials: Sequence[Claim],
    claims: Sequence[Claim],
    naming: Naming,
    links: Sequence[Link],
    *,
    alone: bool,
) -> Part:
    who = tuple(dict.fromkeys(claim.sources for claim in denials if claim.sources))
    by = ""
    if 0 < len(who) <= DENYING_MOST:
        by = f" by {joined([naming.names(voice, described=False) for voice in who])}"
    elif who:
        by = f" by {numeral(len(who))} sources"
    ids = {claim.id for claim in denials}
    denied = {link.second for link in links if link.first in ids and link.kind is LinkKind.DENIES}
    answered = [claim for claim in claims if claim.id in denied]
    further: tuple[Phrase, ...] = ()
    if answered:
        further = (Phrase(_of(answered, naming), tuple(claim.id for claim in answered)),)
    noun = "a denial" if alone else f"denial{'s' if len(denials) != 1 else ''}"
    return Part(tuple(denials), f"{noun}{by}", further)


def _of(answered: Sequence[Claim], naming: Naming) -> str:
    """Whose claims are denied, where it is one source: "of two claims by Foo"."""
    number = len(answered)
    who = {claim.sources for claim in answered}
    if len(who) > 1 or not answered[0].sources:
        return f" of {numeral(number)} of these claims"
    count = f"{numeral(number)} claims" if number > 1 else "a claim"
    return f" of {count} by {naming.names(answered[0].sources, described=False)}"


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
