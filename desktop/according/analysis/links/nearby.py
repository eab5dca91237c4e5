"""The claims around one that answers: who said them, on whose side, about whom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from according.analysis.links.topics import Topic
from according.analysis.sources.allegiances import Allegiance
from according.domain.claims import Voice

REACH = 6
"""Paragraphs back in which a claim may stand that "such allegations" points to."""


@dataclass(frozen=True, slots=True)
class Nearby:
    """All claims of an article with what decides whether one may be answered by another.

    `answering` are the numbers of those that are answers themselves, `counts` says how many claims
    have a word or a name.
    """

    topics: Sequence[Topic]
    allegiances: Mapping[str, Allegiance]
    answering: frozenset[int]
    counts: Counter[str]

    def selves(self, topic: Topic) -> frozenset[str]:
        """The entities for whom a claim's sources speak."""
        return frozenset(
            entity for one in topic.claim.sources for entity in self.allegiances.get(one, ())
        )

    def same_side(self, one: Topic, other: Topic) -> bool:
        """Whether two claims come from the same source, or from one that speaks for it."""
        if set(one.claim.sources) & set(other.claim.sources):
            return not mutual(other)
        mine, its = self.selves(one), self.selves(other)
        return bool(mine & its) and (mine <= its or its <= mine)

    def earlier(self, topic: Topic) -> list[Topic]:
        """The body's claims by others within reach before this one."""
        return [
            other
            for other in self.topics[max(0, topic.number - 40) : topic.number]
            if topic.passage - other.passage <= REACH
            and not other.lead
            and other.claim.voice is not Voice.NARRATOR
            and not self.same_side(topic, other)
        ]

    def concerning(self, topic: Topic) -> list[Topic]:
        """Those that name the one who answers, or whom it serves."""
        return [other for other in self.earlier(topic) if self.concerns(other, topic)]

    def concerns(self, other: Topic, topic: Topic) -> bool:
        """Whether a claim names those who say another, or whom they serve."""
        accused = mutual(other) and bool(set(topic.claim.sources) & set(other.claim.sources))
        return accused or bool(
            other.about & self.selves(topic) or topic.speakers & other.words.keys()
        )

    def fresh(self, topics: Sequence[Topic]) -> list[Topic]:
        """Those that are no answers themselves."""
        return [topic for topic in topics if topic.number not in self.answering]


def mutual(topic: Topic) -> bool:
    """Whether joint sources speak of one another: "accused each other of"."""
    text = topic.claim.text.lower()
    return len(topic.claim.sources) > 1 and text.startswith(("each other", "one another"))


def told_in(topics: Sequence[Topic]) -> Counter[str]:
    """In how many claims each word and each name stands."""
    return Counter(told for topic in topics for told in {*topic.words, *topic.entities})
