"""Claims that answer earlier ones: denials, disputes, confirmations, refusals to comment."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from according.analysis.links.nearby import Nearby, told_in
from according.analysis.links.topics import LinkWords, Topic
from according.analysis.sources.allegiances import Allegiance
from according.domain.claims import DistanceKind, Level, Link, LinkKind, Voice
from according.domain.spans import Spans

RUN_GAP = 2
"""Paragraphs that may lie between two accusations answered together."""

OWN_REACH = 12
"""Paragraphs around a denial with its own content in which its counterpart is looked for."""

ENOUGH = 0.4
"""Share of a denial's own words that the denied claim must have."""

ENOUGH_ELSE = 0.6
"""The same for confirmations and disputes, which more often only share a subject."""

_SILENT = re.compile(
    r"\b(?:not|n[’']t|cannot|never|unable to|inappropriate (?:for \w+ )?to|wrong to)\b"
    r"(?: \w+){0,3} comment\b"
)
"""A refusal put as something said: "said it would not be appropriate to comment"."""

_NEAREST = frozenset(("it", "that", "this", "them", "report"))
"""Heads that point to what was said last, whether or not it was an accusation."""

_WHOSE = frozenset(("his", "her", "their", "its"))

_CLAIMED = frozenset(("accusation", "allegation", "charge", "claim"))

DOUBT_REACH = 5
"""Paragraphs back in which the claims stand that somebody calls "the claims"."""

ONLY_HERE = 0.5
"""Weight of a word that no other claim has: it tells against all of them alike."""

MOST = 3
"""Claims that one answer with its own content may be linked to."""


def answers(
    topics: Sequence[Topic], allegiances: Mapping[str, Allegiance], words: LinkWords
) -> tuple[Link, ...]:
    """The links from claims that answer to the claims they answer, in text order."""
    kinds = [kind_of(topic, words) for topic in topics]
    said = frozenset(topic.number for topic, kind in zip(topics, kinds, strict=True) if kind)
    near = Nearby(topics, allegiances, said, told_in(topics))
    found: list[Link] = []
    for topic, kind in zip(topics, kinds, strict=True):
        if kind is None:
            continue
        if kind is LinkKind.NO_COMMENT:
            found.extend(_silence(topic, near))
        elif stands_for_another(topic, words):
            found.extend(_pointing(topic, near, words, kind))
        else:
            links = _speaking(topic, near, words, kind)
            if kind is LinkKind.DENIES:
                links = _charged(topic, near, words, links) or _just_said(topic, near, words)
            found.extend(links)
    return tuple(found)


def kind_of(topic: Topic, words: LinkWords) -> LinkKind | None:
    """How a claim's cue makes it an answer, or None."""
    if topic.claim.voice is Voice.NARRATOR:
        return None
    if _SILENT.search(topic.claim.text):
        return LinkKind.NO_COMMENT
    lemma = _lemma(topic)
    if lemma in words.declines and (topic.draft.negated or lemma in {"decline", "refuse"}):
        told = {topic.head, *topic.words, *topic.cue.split()}
        return LinkKind.NO_COMMENT if told & words.comment else None
    if (topic.draft.negated and lemma in words.confirms) or refuses(topic, words):
        return None
    verb = topic.outer[0] if topic.outer is not None and _answers_before(topic, words) else ""
    for kind, fits in (
        (LinkKind.DENIES, lemma in words.denies),
        (LinkKind.DISPUTES, topic.falsehood or lemma in words.disputes),
        (LinkKind.DENIES, verb in words.denies),
        (LinkKind.DISPUTES, verb in words.disputes),
        (LinkKind.CONFIRMS, lemma in words.confirms),
    ):
        if fits:
            return kind
    return None


def refuses(topic: Topic, words: LinkWords) -> bool:
    """Whether a request, an offer or a plan is turned down: that denies nothing."""
    return _lemma(topic) in words.denies and topic.head in words.requests


def _answers_before(topic: Topic, words: LinkWords) -> bool:
    """Whether a reason is given with an answer: "disputed that, saying the permits were lawful"."""
    if topic.outer is None:
        return False
    verb, of = topic.outer
    return verb in words.denies | words.disputes and of in words.anaphors


def stands_for_another(topic: Topic, words: LinkWords) -> bool:
    """Whether a content only points: "such allegations", "the claims", "any wrongdoing"."""
    if topic.falsehood or _answers_before(topic, words):
        return True
    claims = words.anaphors | words.papers | words.figures
    if kind_of(topic, words) is LinkKind.DISPUTES and topic.head not in claims:
        return False  # to question a witness is not to question what was said
    if topic.head in words.figures and topic.numbers:
        return True
    pointing = words.anaphors | words.misdeeds | words.papers | words.figures
    cut = topic.told_until
    own = [
        word
        for word, span in topic.words.items()
        if word not in pointing and (cut is None or span.start < cut)
    ]
    return (topic.head in pointing and len(own) <= 1) or (not own and not topic.entities)


def _pointing(topic: Topic, near: Nearby, words: LinkWords, kind: LinkKind) -> list[Link]:
    """Links to the accusations before that concern the one who answers."""
    theirs = (
        _said_by_named(topic, near)
        or _with_the_number(topic, near, words)
        or _said_by_paper(topic, near, words)
    )
    if theirs or (topic.owners and topic.falsehood):
        return [_link(kind, topic, other, 0.75) for other in theirs]
    concerned = near.concerning(topic)
    accusing = [other for other in concerned if _lemma(other) in words.accuses]
    several = topic.many or topic.head in words.misdeeds
    if accusing:
        return [
            _link(kind, topic, other, 0.9 - 0.05 * (topic.passage - other.passage))
            for other in (_run(topic, accusing) if several else accusing[-1:])
        ]
    weaker = [other for other in near.fresh(concerned) if _lemma(other) in words.suggests]
    if (doubted := _doubted(topic, near)) or weaker:
        return [_link(kind, topic, other, 0.55) for other in doubted or weaker[-1:]]
    earlier = near.fresh(near.earlier(topic))
    charges = [other for other in earlier if _lemma(other) in words.accuses]
    if charges and topic.head not in _NEAREST:
        return [_link(kind, topic, charges[-1], 0.45)]
    if _goes_on(topic, near):
        return []
    before = [other for other in earlier if other.passage >= topic.passage - 1]
    return [_link(kind, topic, before[-1], 0.3)] if before else []


def _doubted(topic: Topic, near: Nearby) -> list[Topic]:
    """The nearest claims that the narrator keeps at a distance, if "the claims" are answered.

    They go with those of the same paragraph and of the one before it.
    """
    if topic.head not in _CLAIMED:
        return []
    doubted = [
        other
        for other in near.fresh(near.earlier(topic))
        if topic.passage - other.passage <= DOUBT_REACH
        and other.claim.certainty.distance.kind is DistanceKind.DISTANCING
    ]
    near_by = [other for other in doubted if doubted[-1].passage - other.passage <= 1]
    return near_by[-MOST:] if topic.many else near_by[-1:]


def _goes_on(topic: Topic, near: Nearby) -> bool:
    """Whether the same source answered just before: "that" is then what it has answered."""
    if not topic.number:
        return False
    last = near.topics[topic.number - 1]
    same = bool(set(last.claim.sources) & set(topic.claim.sources))
    return same and last.passage == topic.passage and last.number in near.answering


def _said_by_named(topic: Topic, near: Nearby) -> list[Topic]:
    """The nearest claims by whom the content names: "denied Lee's claims"."""
    named = set(topic.entities)
    theirs = [other for other in near.earlier(topic) if named & near.selves(other)]
    concerned = {other.number for other in near.concerning(topic)}
    chosen = [other for other in theirs if other.number in concerned] or theirs
    return [other for other in chosen if other.passage >= chosen[-1].passage - 1][-MOST:]


def _said_by_paper(topic: Topic, near: Nearby, words: LinkWords) -> list[Topic]:
    """The nearest claims by the one that the content is about, if it has no name.

    "The complaint was false", "the council's explanation is not credible"; "his account" is that of
    whoever spoke last, and "the findings" are the researchers'.
    """
    earlier = near.earlier(topic)
    if topic.owners & _WHOSE:
        last = next((other for other in reversed(earlier) if other.claim.sources), None)
        return [
            other
            for other in earlier
            if last is not None
            and other.claim.sources == last.claim.sources
            and other.passage == last.passage
        ][-MOST:]
    papers = words.papers & topic.words.keys()
    named = papers | topic.owners
    theirs = [other for other in earlier if named & other.speakers]
    if not theirs and papers:
        named = words.papers | words.researchers
        theirs = [other for other in earlier if named & other.speakers]
    return theirs[-MOST:]


def _with_the_number(topic: Topic, near: Nearby, words: LinkWords) -> list[Topic]:
    """The claims that have the number which is disputed: "the $61 million figure"."""
    if topic.head not in words.figures:
        return []
    earlier = near.fresh(near.earlier(topic))
    if topic.numbers:
        return [other for other in earlier if topic.numbers & other.numbers][-1:]
    return [other for other in earlier if other.numbers][-1:]


def _run(topic: Topic, accusing: Sequence[Topic]) -> list[Topic]:
    """The nearest accusation and those before it that follow close upon one another."""
    run = [accusing[-1]]
    for other in reversed(accusing[:-1]):
        alike = other.about & run[0].about or topic.speakers & other.words.keys()
        if run[-1].passage - other.passage > RUN_GAP or not alike:
            break
        run.append(other)
    return run[::-1]


def _speaking(topic: Topic, near: Nearby, words: LinkWords, kind: LinkKind) -> list[Link]:
    """Links to the claims by others that say what this one answers in its own words."""
    weights = _weights(topic, near, words)
    at_all = kind is LinkKind.DENIES or (kind is LinkKind.DISPUTES and topic.head in words.anaphors)
    whole = sum(weights.values())
    scored = []
    for other in near.topics[max(0, topic.number - 60) : topic.number + 20]:
        if not _may_answer(topic, other, kind) or near.same_side(topic, other):
            continue
        if kind is LinkKind.DENIES and other.claim.certainty.level is Level.DENIED:
            continue  # two who deny one thing agree
        shared, entities = topic.shared(other)
        if not shared or not whole:
            continue
        share = sum(weights.get(one, 0.0) for one in (*shared, *entities)) / whole
        told = len(shared) > 1 and near.concerns(other, topic)
        if share < ENOUGH_ELSE and not (other.has(topic.head) or told):
            continue  # the same place or thing is not yet the same deed
        if share >= ENOUGH and (at_all or _confirms(topic, other, share)):
            scored.append((share, -abs(other.number - topic.number), other))
    best = sorted(scored, key=lambda one: one[:2], reverse=True)[:MOST]
    return [
        _link(kind, topic, other, min(0.85, 0.3 + share / 2))
        for share, _, other in sorted(best, key=lambda one: one[2].number)
    ]


def _charged(topic: Topic, near: Nearby, words: LinkWords, found: list[Link]) -> list[Link]:
    """With those found, the nearest charge against the one who denies, however it is worded."""
    charges = [
        other
        for other in near.fresh(near.concerning(topic))
        if other.passage >= topic.passage - 1
        and (
            _lemma(other) in words.accuses
            or words.charges & {other.head}
            or (words.charges & other.words.keys() and other.about & near.selves(topic))
        )
    ]
    if not charges or any(link.second == charges[-1].claim.id for link in found):
        return found
    return sorted(
        [*found, _link(LinkKind.DENIES, topic, charges[-1], 0.5)], key=lambda one: one.second
    )


def _just_said(topic: Topic, near: Nearby, words: LinkWords) -> list[Link]:
    """The charge, or what was said of the one who denies, right before, in whatever words."""
    before = [
        other
        for other in near.fresh(near.earlier(topic))
        if other.passage >= topic.passage - 1
        and (_lemma(other) in words.accuses or near.concerns(other, topic))
    ]
    return [_link(LinkKind.DENIES, topic, before[-1], 0.4)] if before else []


def _may_answer(topic: Topic, other: Topic, kind: LinkKind) -> bool:
    """Whether another claim is near enough, in the body; what is denied may be the headline."""
    if other is topic or (other.lead and other.claim.voice is Voice.NARRATOR):
        return False
    if other.lead:
        return kind is LinkKind.DENIES
    return abs(other.passage - topic.passage) <= OWN_REACH


def _weights(topic: Topic, near: Nearby, words: LinkWords) -> dict[str, float]:
    """How much each word or name of a content tells: one that all claims have tells little.

    In "the claim that the well was dry" the claim itself tells nothing.
    """
    pointing = words.anaphors if topic.head in words.anaphors else frozenset()
    return {
        told: ONLY_HERE if near.counts[told] == 1 else 1 / near.counts[told]
        for told in (*topic.words, *topic.entities)
        if told not in pointing
    }


def _confirms(topic: Topic, other: Topic, share: float) -> bool:
    """Whether what is confirmed or disputed is the other claim, not just the same subject."""
    words, entities = topic.shared(other)
    return share >= ENOUGH_ELSE and other.number < topic.number and len(words) + len(entities) > 2


def _silence(topic: Topic, near: Nearby) -> list[Link]:
    """A refusal to comment answers the nearest claims about the one who is silent.

    Where nobody speaks of them, it is the last claim that they were asked about.
    """
    earlier = [
        other
        for other in near.earlier(topic)
        if not any(a.overlaps(b) for a in topic.claim.content for b in other.claim.content)
    ]
    concerned = [other for other in earlier if near.concerns(other, topic)]
    if concerned:
        return [_link(LinkKind.NO_COMMENT, topic, concerned[-1], 0.5)]
    before = [other for other in near.fresh(earlier) if other.passage >= topic.passage - 1]
    return [_link(LinkKind.NO_COMMENT, topic, before[-1], 0.35)] if before else []


def _link(kind: LinkKind, first: Topic, second: Topic, score: float) -> Link:
    words: Spans = (*first.draft.cue, *(first.claim.content if first.size <= 60 else ()))
    return Link(
        kind=kind,
        first=first.claim.id,
        second=second.claim.id,
        words=tuple(sorted(words)),
        score=round(max(score, 0.1), 2),
    )


def _lemma(topic: Topic) -> str:
    return topic.draft.lemma.lower().split()[0] if topic.draft.lemma else ""
