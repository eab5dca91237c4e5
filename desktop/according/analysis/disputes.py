"""The disputes an article tells of: who accuses whom, by which words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from according.analysis.allegiances import Allegiance
from according.analysis.mentions import Mentions
from according.analysis.topics import LinkWords, Topic
from according.domain.entities import EntityKind
from according.domain.spans import Span

_SIDES = frozenset({EntityKind.PLACE, EntityKind.ORGANISATION, EntityKind.GROUP})


@dataclass(frozen=True, slots=True)
class Dispute:
    """One accusation: ids of the states and bodies on both sides, and its cue."""

    accusers: frozenset[str]
    accused: frozenset[str]
    cue: Span


def find_disputes(
    topics: Sequence[Topic],
    allegiances: Mapping[str, Allegiance],
    mentions: Mentions,
    words: LinkWords,
) -> tuple[Dispute, ...]:
    """The accusations between states and bodies, in text order."""
    found = []
    for topic in topics:
        lemma = topic.draft.lemma.lower().split()[0] if topic.draft.lemma else ""
        if lemma not in words.accuses or not topic.draft.cue:
            continue
        accusers = {one for source in topic.claim.sources for one in allegiances.get(source, ())}
        accusers = {one for one in accusers if _side(one, mentions)}
        accused = {one for one in topic.about - accusers if _side(one, mentions)}
        if accusers and accused:
            found.append(Dispute(frozenset(accusers), frozenset(accused), topic.draft.cue[0]))
    return tuple(found)


def _side(entity: str, mentions: Mentions) -> bool:
    known = mentions.entity(entity)
    return known is not None and known.kind in _SIDES
