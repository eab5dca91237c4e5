"""Joins what the rules and the learned model find: one draft for each attribution."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from according.analysis.attribution.contents import Marked, kind_of, spans_of
from according.analysis.attribution.cues import Find, negated
from according.analysis.attribution.lexicon import Lexicon
from according.analysis.attribution.phrases import Holder, holder_of
from according.analysis.attribution.relays import with_steps
from according.analysis.attribution.trees import Range, Tree
from according.analysis.drafts import Draft, Relay
from according.analysis.learned.calibration import Calibration
from according.analysis.learned.decoding import Attributed
from according.domain.article import BlockKind
from according.domain.spans import Span, Spans

ALIKE = 0.5
"""Part that two contents share of both together when they are read as one claim."""

SURE = frozenset(("adverb", "carried-adverb", "colon", "according-to", "quoted-as"))
"""Rules that are right where the model finds nothing."""

HEADED = frozenset((BlockKind.HEADLINE, BlockKind.STANDFIRST))
"""Where news is told in forms of its own, of which the model has seen few."""

DOUBTED = 0.4
"""What is left of the score of any other rule then."""

MODEL = "attribution model"
"""How the origin of a draft names the learned model."""


@dataclass(frozen=True, slots=True)
class Learned:
    """What the model found in an article, in text order; below `least` a claim is left out."""

    attributed: tuple[Attributed, ...]
    calibration: Calibration
    least: float

    def within(self, span: Span) -> list[Attributed]:
        """The attributions whose cue stands in a span of the article."""
        first = bisect_left(self.attributed, span.start, key=_place)
        last = bisect_left(self.attributed, span.end, key=_place)
        return list(self.attributed[first:last])


@dataclass(frozen=True, slots=True)
class _Reader:
    """What both need to read one passage."""

    tree: Tree
    quotes: Marked
    words: Lexicon
    text: str


def join(
    tree: Tree,
    drafts: Sequence[Draft],
    learned: Learned,
    quotes: Marked,
    words: Lexicon,
    text: str,
) -> list[Draft]:
    """The attributions of one passage, each as sure as rules and model together are of it.

    Where both have one, the model says how far its content reaches and the rules who relays it.
    """
    reader = _Reader(tree, quotes, words, text)
    pairs, unpaired = _paired(drafts, learned.within(tree.passage.block.span))
    joined: list[Draft] = []
    for draft, one in pairs:
        if one is None:
            joined.append(draft if _sure(tree, draft) else _doubted(draft))
        else:
            score = learned.calibration.agreed.probability(one.score)
            agreed = _agreed(reader, draft, one)
            joined.append(replace(agreed, score=round(score, 2), confirmed=True))
    for one in unpaired:
        made = _drafted(reader, one)
        if made is not None:
            score = learned.calibration.alone.probability(one.score)
            joined.append(replace(made, score=round(score, 2)))
    return [draft for draft in joined if draft.score >= learned.least]


def _place(one: Attributed) -> int:
    return one.anchor.start


def _sure(tree: Tree, draft: Draft) -> bool:
    return draft.origin in SURE or _headed(tree)


def _headed(tree: Tree) -> bool:
    return tree.passage.block.kind in HEADED


def _doubted(draft: Draft) -> Draft:
    return replace(draft, score=round(draft.score * DOUBTED, 2))


def _paired(
    drafts: Sequence[Draft], attributed: Sequence[Attributed]
) -> tuple[list[tuple[Draft, Attributed | None]], list[Attributed]]:
    """Each draft with the model's attribution of the same cue or content, and those without one."""
    left = list(attributed)
    pairs: dict[int, Attributed] = {}
    for likeness in (_by_cue, _by_content, _by_relay):
        for number, draft in enumerate(drafts):
            best = None if number in pairs else _likest(likeness, draft, left)
            if best is not None:
                pairs[number] = best
                left.remove(best)
    # Who passes a claim on is a step of its chain, not one more source.
    steps = [span for draft in drafts for relay in draft.relays for span in relay.cue]
    left = [one for one in left if not any(one.anchor.overlaps(span) for span in steps)]
    return [(draft, pairs.get(number)) for number, draft in enumerate(drafts)], left


def _likest(
    likeness: Callable[[Draft, Attributed], float], draft: Draft, among: Sequence[Attributed]
) -> Attributed | None:
    found = max(((likeness(draft, one), -at) for at, one in enumerate(among)), default=(0.0, 0))
    return among[-found[1]] if found[0] > 0 else None


def _by_cue(draft: Draft, one: Attributed) -> float:
    same = any(span.overlaps(other) for span in draft.cue for other in (one.anchor, *one.cue))
    return 0.01 + shared(draft.content, one.content) if same else 0.0


def _by_content(draft: Draft, one: Attributed) -> float:
    alike = shared(draft.content, one.content)
    return alike if alike >= ALIKE else 0.0


def _by_relay(draft: Draft, one: Attributed) -> float:
    steps = [span for relay in draft.relays for span in relay.cue]
    return float(any(span.overlaps(one.anchor) for span in steps))


def shared(first: Spans, second: Spans) -> float:
    """Code points that two contents share, as part of both together."""
    common = _common(first, second)
    together = sum(map(len, first)) + sum(map(len, second)) - common
    return common / together if together else 0.0


def _common(first: Spans, second: Spans) -> int:
    return sum(
        max(0, min(one.end, other.end) - max(one.start, other.start))
        for one in first
        for other in second
    )


def _agreed(reader: _Reader, draft: Draft, one: Attributed) -> Draft:
    """A draft of the rules with the content that the model gives it."""
    made = _drafted(reader, one)
    if made is None or _within(draft.cue, one.content) or _headed(reader.tree):
        # Criticism of an accusation is told by the accusation.
        return draft
    same_source = any(a.overlaps(b) for a in draft.source for b in made.source)
    if draft.relays and not same_source:
        # The rules have unfolded a chain that the model takes for its first step.
        return draft
    if same_source:
        made = replace(made, speakers=draft.speakers)
    elif not made.source:
        made = replace(made, source=draft.source, speakers=draft.speakers)
    return replace(
        made,
        content=_from_that(reader, draft.content, made.content),
        cue=draft.cue or made.cue,
        lemma=draft.lemma or made.lemma,
        relays=draft.relays or made.relays,
        negated=draft.negated,
        origin=draft.origin,
        carried=False,
    )


def _drafted(reader: _Reader, one: Attributed) -> Draft | None:
    """A draft of what the model has found, with what the parse tells of its words."""
    tree, quotes, text = reader.tree, reader.quotes, reader.text
    head = _token(tree, one.anchor)
    content = _ranges(tree, one.content)
    cue = _ranges(tree, one.cue)
    if not content or not cue:
        return None
    holder = _holder(tree, one.source)
    find = Find(
        head=head,
        lemma=tree.lemma[head],
        cue=cue,
        content=content,
        holder=holder,
        clause=(min(cue[0][0], head), max(cue[-1][1], head + 1)),
        origin=MODEL,
        score=one.score,
        negated=negated(tree, head),
    )
    find = with_steps(tree, find, reader.words)
    spans = spans_of(tree, find.content, quotes, text)
    if not spans:
        return None
    source, speakers = find.holder.spans(tree) if find.holder is not None else ((), ())
    if find.origin == MODEL:
        # Otherwise the words around the cue name another: “quoted X as saying”.
        source = tree.spans(_ranges(tree, one.source))
    return Draft(
        content=spans,
        quotation=kind_of(spans, quotes, text),
        source=source,
        speakers=speakers,
        cue=tree.spans(find.cue),
        lemma=find.lemma,
        relays=tuple(Relay(tree.spans(step.relays), tree.spans(step.cue)) for step in find.steps),
        negated=find.negated,
        score=one.score,
        origin=MODEL,
    )


def _within(spans: Spans, content: Spans) -> bool:
    return bool(spans) and all(any(part.contains(one) for part in content) for one in spans)


def _from_that(reader: _Reader, ruled: Spans, learned: Spans) -> Spans:
    """The model's content, begun where the rules begin it if only “told X that” stands between."""
    begun, rest = learned[0], learned[1:]
    start = ruled[0].start
    if begun.start < start < begun.end:
        before = reader.text[begun.start : start].split()
        if before and before[-1].lower() == "that":
            return (Span(start, begun.end), *rest)
    return learned


def _token(tree: Tree, span: Span) -> int:
    return max(0, min(tree.until(span.end, 0), len(tree)) - 1)


def _ranges(tree: Tree, spans: Spans) -> tuple[Range, ...]:
    """The tokens that spans touch, in this passage."""
    found = []
    for span in spans:
        start = tree.until(span.start, 0)
        if start > 0 and tree.ends[start - 1] > span.start:
            start -= 1
        end = tree.until(span.end, start)
        if start < end:
            found.append((start, end))
    return tuple(found)


def _holder(tree: Tree, source: Spans) -> Holder | None:
    """Who is credited: the largest piece of the source, by its head."""
    ranges = _ranges(tree, source)
    if not ranges:
        return None
    phrase = max(ranges, key=lambda tokens: tokens[1] - tokens[0])
    heads = [at for at in range(*phrase) if not phrase[0] <= tree.head[at] < phrase[1]]
    heads = heads or [at for at in range(*phrase) if tree.head[at] == at] or [phrase[0]]
    nouns = [at for at in heads if tree.pos[at] in {"NOUN", "PROPN", "PRON"}]
    holder = holder_of(tree, (nouns or heads)[-1])
    if holder is None:
        return None
    # The model saw where the phrase ends; the parse may run on.
    start, end = max(holder.phrase[0], phrase[0]), min(holder.phrase[1], phrase[1])
    if start >= end:
        return holder
    speakers = tuple(
        (max(low, start), min(high, end))
        for low, high in holder.speakers
        if max(low, start) < min(high, end)
    )
    return replace(holder, phrase=(start, end), speakers=speakers or ((start, end),))
