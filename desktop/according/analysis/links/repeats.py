"""Claims that say again what others say, and body claims on which the headline rests."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from according.analysis.links.topics import Topic
from according.analysis.sources.allegiances import Allegiance
from according.domain.claims import Level, Link, LinkKind, Voice

LIKE = 0.6
"""Share of the smaller content that two claims must have in common to be the same claim."""

LIKE_NEAR = 0.45
"""The same for two claims of one source in one paragraph."""

RESTS = 0.4
"""Score from which a headline rests on a claim of the body."""

BEHIND = 0.35
"""How far behind the best claim another may be that the headline also rests on."""

UNNAMED = 0.7
"""What a likeness counts for when the two claims name nobody in common."""

RESTS_MOST = 3
_POINTING_BACK = re.compile(r"\bsuch an?\b|\b[Tt](?:his|hese|hose) [a-z]+")

COMMON = 30
"""A word in more claims than this tells nothing, and would cost time."""

REPEATS_MOST = 200
"""Links of this kind in one article, so that a list of like sentences cannot flood it."""


def repeats(topics: Sequence[Topic]) -> tuple[Link, ...]:
    """Links from a claim to the earlier claims whose content it has, outside the headline."""
    found: list[Link] = []
    holders: dict[str, list[Topic]] = defaultdict(list)
    for topic in topics:
        if topic.lead or topic.claim.voice is Voice.NARRATOR:
            continue
        candidates = Counter(
            other.number
            for word in topic.words
            if len(holders[word]) <= COMMON
            for other in holders[word]
        )
        for number in sorted(candidates):
            link = _repeat(topic, topics[number])
            if link is not None:
                found.append(link)
        for word in topic.words:
            holders[word].append(topic)
    return tuple(found[:REPEATS_MOST])


def _repeat(topic: Topic, other: Topic) -> Link | None:
    words, entities = topic.shared(other)
    likeness = topic.likeness(other)
    same = bool(set(topic.claim.sources) & set(other.claim.sources))
    near = same and topic.passage == other.passage
    opposed = topic.negated is not other.negated
    if not words or not entities or opposed or _touch(topic, other):
        return None
    needed = LIKE_NEAR if near and len(entities) > 1 else LIKE
    enough = len(words) + len(entities) >= (3 if near else 4)
    if likeness < needed or not enough or len(words) < (1 if near else 2):
        return None
    places = {topic.words[word] for word in words} | {topic.entities[one] for one in entities}
    return Link(
        kind=LinkKind.REPEATS,
        first=topic.claim.id,
        second=other.claim.id,
        words=tuple(sorted(places)),
        score=round(min(0.95, likeness), 2),
    )


def _touch(topic: Topic, other: Topic) -> bool:
    """Whether one claim stands within the other."""
    return any(mine.overlaps(its) for mine in topic.claim.content for its in other.claim.content)


def supports(
    topics: Sequence[Topic], allegiances: Mapping[str, Allegiance], text: str
) -> tuple[Link, ...]:
    """Links from each claim of headline and standfirst to the body's claims that carry it."""
    body = _told_in_full([topic for topic in topics if not topic.lead])
    found: list[Link | None] = []
    for lead in (topic for topic in topics if topic.lead):
        scored = sorted(
            ((_support(lead, other, allegiances, text), -other.number, other) for other in body),
            key=lambda one: one[:2],
            reverse=True,
        )
        best = [(score, other) for score, _, other in scored[:RESTS_MOST] if score >= RESTS]
        found.extend(_rest(lead, other, score, best[0][0]) for score, other in best)
    return tuple(link for link in found if link is not None)


def _told_in_full(body: Sequence[Topic]) -> list[Topic]:
    """The topics, where one that points back ("such a deployment") has what the last one says.

    The last is the claim before it by the same source.
    """
    full: list[Topic] = []
    last: dict[tuple[str, ...], Topic] = {}
    for topic in body:
        before = last.get(topic.claim.sources)
        if before is not None and _POINTING_BACK.search(topic.claim.text):
            topic = replace(  # noqa: PLW2901 - the same topic, told in full
                topic,
                words={**before.words, **topic.words},
                entities={**before.entities, **topic.entities},
            )
        last[topic.claim.sources] = topic
        full.append(topic)
    return full


def _rest(lead: Topic, other: Topic, score: float, best: float) -> Link | None:
    """A link, unless another claim carries the headline far better."""
    if score < best - BEHIND:
        return None
    words, entities = lead.shared(other)
    hedges = lead.claim.certainty.likelihood.words
    places = {lead.words[word] for word in words} | {lead.entities[one] for one in entities}
    return Link(
        kind=LinkKind.RESTS_ON,
        first=lead.claim.id,
        second=other.claim.id,
        words=tuple(sorted(places | set(hedges))),
        score=round(min(0.95, score), 2),
    )


def _support(lead: Topic, other: Topic, allegiances: Mapping[str, Allegiance], text: str) -> float:
    """How well a claim of the body carries the headline: shared content, source and hedge."""
    words, entities = lead.shared(other)
    if not words or len(words) + len(entities) < min(2, len(lead.words) + len(lead.entities)):
        return 0.0
    share = (len(words) + len(entities)) / (len(lead.words) + len(lead.entities))
    if not entities:
        share *= UNNAMED
    return (
        0.5 * share + 0.2 * _same_side(lead, other, allegiances) + 0.3 * _hedge(lead, other, text)
    )


def _same_side(lead: Topic, other: Topic, allegiances: Mapping[str, Allegiance]) -> float:
    """Whether the same source, or one that speaks for it, says both."""
    if set(lead.claim.sources) & set(other.claim.sources):
        return 1.0
    mine = {one for source in lead.claim.sources for one in allegiances.get(source, ())}
    its = {one for source in other.claim.sources for one in allegiances.get(source, ())}
    if mine & its:
        return 0.8
    return 0.5 if lead.claim.voice is other.claim.voice is Voice.NARRATOR else 0.0


def _hedge(lead: Topic, other: Topic, text: str) -> float:
    """Whether both are denials or have the same words of likelihood; neither tells a little."""
    if lead.claim.certainty.level is other.claim.certainty.level is Level.DENIED:
        return 1.0
    mine = {span.of(text).lower() for span in lead.claim.certainty.likelihood.words}
    its = {span.of(text).lower() for span in other.claim.certainty.likelihood.words}
    if not mine and not its:
        return 0.5
    return 1.0 if mine & its else 0.0
