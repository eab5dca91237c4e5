"""Joins what the rules and the learned model find: one draft for each attribution."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from according.analysis.attribution.contents import EDGES, OPENERS, Marked, kind_of, spans_of
from according.analysis.attribution.cues import Find, antecedent, negated
from according.analysis.attribution.lexicon import Lexicon
from according.analysis.attribution.phrases import RELATIVE, Holder, holder_of
from according.analysis.attribution.relays import with_steps
from according.analysis.attribution.trees import Range, Tree
from according.analysis.drafts import Draft, Relay
from according.analysis.learned.calibration import Calibration, Line
from according.analysis.learned.decoding import Attributed
from according.domain.analysis import LEARNED
from according.domain.article import BlockKind
from according.domain.claims import Quotation
from according.domain.spans import Span, Spans, merged

ALIKE = 0.5
"""Part that two contents share of both together when they are read as one claim."""

SURE = frozenset(("adverb", "carried-adverb", "colon", "according-to", "quoted-as", "verb-decline"))
"""Rules that are right where the model finds nothing."""

LOOSE = frozenset(("adverb", "carried-adverb"))
"""Those of them that stand for a whole sentence, unless the model finds a claim in it."""

HEADED = frozenset((BlockKind.HEADLINE, BlockKind.STANDFIRST))
"""Where news is told in forms of its own, of which the model has seen few."""

PLAIN = {"verb-clause": 0.5, "verb-around": 0.5}
"""What a claim of a verb of speech is worth at least, unless it stands within another."""

DOUBTED = 0.4
"""What is left of the score of any other rule then."""

LEADING = frozenset(("by", "from", "of", "to", "with", "for", "as", "that", "and", "but"))
"""Words that lead to a noun phrase and are no part of it."""

NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "NUM", "SYM", "X"))
"""Parts of speech of which a noun phrase has one."""

SOME = frozenset(("many", "most", "some", "several", "few", "both", "those", "these", "all"))
"""Words that may stand for a noun phrase."""

ADDRESSED = 6
"""Words of “told X that” at most, where the model takes X into the content."""


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

    def shows(self, one: Attributed) -> bool:
        """Whether a claim of the model's alone would be sure enough."""
        return self.calibration.alone.probability(one.score, one.size) >= self.least


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
    attributed = learned.within(tree.passage.block.span)
    told = [span for one in attributed if learned.shows(one) for span in one.content]
    pairs, unpaired = _paired(drafts, attributed)
    joined: list[Draft] = []
    for draft, one in pairs:
        if one is None:
            joined.append(_alone(tree, draft, told))
        else:
            agreed = replace(_agreed(reader, draft, one), confirmed=True)
            scored = _scored(agreed, one, learned.calibration.agreed)
            least = PLAIN.get(draft.origin, 0.0)
            joined.append(replace(scored, score=max(scored.score, least)))
    for one in unpaired:
        made = _drafted(reader, one)
        if made is not None:
            joined.append(_scored(made, one, learned.calibration.alone))
    return [draft for draft in joined if draft.score >= learned.least]


def _scored(draft: Draft, one: Attributed, line: Line) -> Draft:
    return replace(draft, score=round(line.probability(one.score, one.size), 2))


def _place(one: Attributed) -> int:
    return one.anchor.start


def _alone(tree: Tree, draft: Draft, told: Sequence[Span]) -> Draft:
    """A draft of which the model says nothing, as far as it can be trusted."""
    apart = not any(one.overlaps(other) for one in draft.content for other in told)
    if _headed(tree) or (draft.origin in SURE and (apart or draft.origin not in LOOSE)):
        return draft
    if apart and draft.source and draft.quotation is Quotation.DIRECT:
        return draft
    doubted = round(draft.score * DOUBTED, 2)
    plain = PLAIN.get(draft.origin, 0.0) if apart and draft.source else 0.0
    return replace(draft, score=max(doubted, plain))


def _headed(tree: Tree) -> bool:
    return tree.passage.block.kind in HEADED


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
    if _turned_round(draft, made):
        return draft
    same_source = any(a.overlaps(b) for a in draft.source for b in made.source)
    steps = [span for relay in draft.relays for span in relay.relays]
    if any(a.overlaps(b) for a in steps for b in made.source) and not same_source:
        # The rules have unfolded a chain that the model takes for its first step.
        return draft
    if same_source and not _better_named(reader, draft, made):
        made = replace(made, speakers=draft.speakers)
    elif same_source or not made.source:
        made = replace(made, source=draft.source, speakers=draft.speakers)
    elif not any(a.overlaps(b) for a in draft.cue for b in made.cue):
        # Two claims in the same words, of which the model has the inner one.
        return made
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
    if not cue:
        return None
    holder = _holder(tree, one.source)
    find = Find(
        head=head,
        lemma=tree.lemma[head],
        cue=cue,
        content=content,
        holder=holder,
        clause=(min(cue[0][0], head), max(cue[-1][1], head + 1)),
        origin=LEARNED,
        score=one.score,
        negated=negated(tree, head),
    )
    find = with_steps(tree, find, reader.words)
    spans = spans_of(tree, _without_that(tree, find.content), quotes, text)
    end = tree.passage.block.span.end
    ahead = merged(span for span in one.content if span.start >= end)
    if not spans and not ahead:
        return None
    source, speakers = find.holder.spans(tree) if find.holder is not None else ((), ())
    if find.origin == LEARNED:
        # Otherwise the words around the cue name another: “quoted X as saying”.
        phrases = [_phrase(tree, tokens) for tokens in _ranges(tree, one.source)]
        if find.holder is not None and all(_relative(tree, tokens) for tokens in phrases):
            phrases.insert(0, find.holder.phrase)
        source = tree.spans(tokens for tokens in phrases if tokens[0] < tokens[1])
    return Draft(
        content=(*spans, *ahead),
        quotation=kind_of(spans, quotes, text) if spans else _kind_ahead(ahead, text),
        source=source,
        speakers=speakers,
        cue=tree.spans(find.cue),
        lemma=find.lemma,
        relays=tuple(Relay(tree.spans(step.relays), tree.spans(step.cue)) for step in find.steps),
        negated=find.negated,
        score=one.score,
        origin=LEARNED,
    )


def _phrase(tree: Tree, tokens: Range) -> Range:
    """A noun phrase without what leads to it and the marks at its edges; none, empty."""
    start, end = tokens
    while start < end and (tree.text[start] in EDGES or tree.lower[start] in LEADING):
        start += 1
    while end > start and tree.text[end - 1] in EDGES:
        end -= 1
    named = any(
        tree.pos[at] in NOMINAL or tree.lower[at] in SOME or tree.text[at][0].isupper()
        for at in range(start, end)
    )
    return (start, end) if named else (start, start)


def _relative(tree: Tree, tokens: Range) -> bool:
    return tokens[1] - tokens[0] == 1 and tree.lower[tokens[0]] in RELATIVE


def _kind_ahead(content: Spans, text: str) -> Quotation:
    """Of a content that stands in paragraphs of its own: by its first character."""
    return Quotation.DIRECT if text[content[0].start] in OPENERS + '"' else Quotation.INDIRECT


def _without_that(tree: Tree, content: tuple[Range, ...]) -> tuple[Range, ...]:
    """A content less the “that” which leads to it."""
    if content and tree.lower[content[0][0]] == "that" and tree.dep[content[0][0]] == "mark":
        return ((content[0][0] + 1, content[0][1]), *content[1:])
    return content


def _better_named(reader: _Reader, draft: Draft, made: Draft) -> bool:
    """Whether the rules know more of who speaks: several together, or whom “who” stands for."""
    relative = all(span.of(reader.text).lower() in RELATIVE for span in made.source)
    return relative or len(draft.speakers) > max(1, len(made.speakers))


def _turned_round(draft: Draft, made: Draft) -> bool:
    """Whether the model takes the content for the source, as behind a long phrase for who speaks.

    “Three sailors, speaking on condition of anonymity ..., said dozens boarded without tickets”.
    """
    return bool(draft.source and made.source) and all(
        any(part.contains(one) for part in theirs)
        for mine, theirs in ((draft.source, made.content), (made.source, draft.content))
        for one in mine
    )


def _within(spans: Spans, content: Spans) -> bool:
    return bool(spans) and all(any(part.contains(one) for part in content) for one in spans)


def _from_that(reader: _Reader, ruled: Spans, learned: Spans) -> Spans:
    """The model's content, begun where the rules begin it if only “told X that” stands between."""
    begun, rest = learned[0], learned[1:]
    start = ruled[0].start
    if begun.start < start < begun.end:
        before = reader.text[begun.start : start].split()
        if 0 < len(before) <= ADDRESSED and before[-1].lower() == "that":
            return (Span(start, begun.end), *rest)
    return learned


def _token(tree: Tree, span: Span) -> int:
    return max(0, min(tree.until(span.end, 0), len(tree)) - 1)


def _ranges(tree: Tree, spans: Spans) -> tuple[Range, ...]:
    """The tokens that spans touch, in this passage."""
    found: list[Range] = []
    for span in spans:
        start = tree.until(span.start, 0)
        if start > 0 and tree.ends[start - 1] > span.start:
            start -= 1
        end = tree.until(span.end, start)
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        elif start < end:
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
    head = (nouns or heads)[-1]
    if _relative(tree, phrase):
        noun = antecedent(tree, head)
        return None if noun is None else holder_of(tree, noun, outside=head)
    holder = holder_of(tree, head)
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
