"""The disputes an article tells of: who accuses whom, by which words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from according.analysis.links.topics import LinkWords, Topic
from according.analysis.sources.allegiances import Allegiance
from according.analysis.sources.mentions import Mentions
from according.domain.entities import EntityKind
from according.domain.spans import Span, hull

_ACCUSED = frozenset({EntityKind.PERSON, EntityKind.PLACE, EntityKind.ORGANISATION})
_SIDES = frozenset({EntityKind.PLACE, EntityKind.ORGANISATION, EntityKind.GROUP})


@dataclass(frozen=True, slots=True)
class Dispute:
    """One accusation: ids of the states and bodies on both sides, and its cue.

    `target` is the one that the words accuse, with the place; `passage` the number of the
    paragraph.
    """

    accusers: frozenset[str]
    accused: frozenset[str]
    cue: Span
    target: str | None = None
    named: Span | None = None
    passage: int = 0


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
        target, named = _target(topic, mentions)
        if (accusers and accused) or target is not None:
            found.append(
                Dispute(
                    frozenset(accusers),
                    frozenset(accused if accusers else ()),
                    topic.draft.cue[0],
                    target if target not in accusers else None,
                    named,
                    topic.passage,
                )
            )
    return tuple(found)


def _target(topic: Topic, mentions: Mentions) -> tuple[str | None, Span | None]:
    """Whom an accusation names first after its cue: "accused Foo of helping Bar"."""
    cue = topic.draft.cue[0]
    reach = hull((cue, *topic.claim.content))
    for one in mentions.within((Span(cue.end, max(cue.end, reach.end)),)):
        if one.entity.kind in _ACCUSED:
            return one.entity.id, one.mention.span
    return None, None


def _side(entity: str, mentions: Mentions) -> bool:
    known = mentions.entity(entity)
    return known is not None and known.kind in _SIDES
