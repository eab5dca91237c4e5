"""How the claims of an article answer, repeat and carry one another."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from according.analysis.links.answers import answers, kind_of
from according.analysis.links.repeats import repeats, supports
from according.analysis.links.topics import LinkWords, Topic
from according.analysis.sources.allegiances import Allegiance
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


def answering_for_themselves(
    topics: Sequence[Topic],
    links: Sequence[Link],
    allegiances: Mapping[str, Allegiance],
    words: LinkWords,
) -> frozenset[str]:
    """The claims that answer what is said of their own sources.

    A denial does; to dispute what somebody says of others does not.
    """
    named = {topic.claim.id: topic.about for topic in topics}
    own = {
        topic.claim.id: {one for source in topic.claim.sources for one in allegiances[source]}
        for topic in topics
    }
    disputing = {
        link.first
        for link in links
        if link.kind is LinkKind.DISPUTES and named[link.second] & own[link.first]
    }
    denying = {topic.claim.id for topic in topics if kind_of(topic, words) is LinkKind.DENIES}
    return frozenset(disputing | denying)


def denied_by(links: Sequence[Link]) -> dict[str, tuple[str, ...]]:
    """For each claim that denies, the claims it denies."""
    found: dict[str, tuple[str, ...]] = {}
    for link in links:
        if link.kind in {LinkKind.DENIES, LinkKind.DISPUTES}:
            found[link.first] = (*found.get(link.first, ()), link.second)
    return found
