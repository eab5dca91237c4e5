"""How the claims of an article answer, repeat and carry one another."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from according.analysis.allegiances import Allegiance
from according.analysis.answers import answers
from according.analysis.repeats import repeats, supports
from according.analysis.topics import LinkWords, Topic
from according.domain.claims import Link, LinkKind


def find_links(
    topics: Sequence[Topic],
    allegiances: Mapping[str, Allegiance],
    words: LinkWords,
    text: str,
) -> tuple[Link, ...]:
    """All links between the claims of one article, ordered by the claim they start from.

    Two claims have at most one link: an answer goes before a repetition.
    """
    found = (*supports(topics, allegiances, text), *answers(topics, allegiances, words))
    order = {topic.claim.id: topic.number for topic in topics}
    links = _distinct((*found, *repeats(topics)))
    return tuple(sorted(links, key=lambda link: (order[link.first], order[link.second])))


def _distinct(links: Iterable[Link]) -> list[Link]:
    seen: dict[frozenset[str], Link] = {}
    for link in links:
        seen.setdefault(frozenset((link.first, link.second)), link)
    return list(seen.values())


def denied_by(links: Sequence[Link]) -> dict[str, tuple[str, ...]]:
    """For each claim that denies, the claims it denies."""
    found: dict[str, tuple[str, ...]] = {}
    for link in links:
        if link.kind in {LinkKind.DENIES, LinkKind.DISPUTES}:
            found[link.first] = (*found.get(link.first, ()), link.second)
    return found
