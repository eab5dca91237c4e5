"""Joins cue, content, source and relays into drafts of claims."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from according.analysis.attribution.carrying import by_adverb, free_quotations
from according.analysis.attribution.contents import Marked, kind_of, marked, spans_of
from according.analysis.attribution.cues import Find, Step
from according.analysis.attribution.headlines import (
    headline_finds,
    to_line_end,
    verbless_finds,
)
from according.analysis.attribution.joining import Learned, join
from according.analysis.attribution.lexicon import Lexicon
from according.analysis.attribution.narrator import narrated
from according.analysis.attribution.nesting import joined
from according.analysis.attribution.phrasal_cues import (
    according_finds,
    adjective_finds,
    adverb_finds,
    noun_finds,
)
from according.analysis.attribution.quotations import Quoted
from according.analysis.attribution.relays import with_steps
from according.analysis.attribution.trees import Tree, tree_of
from according.analysis.attribution.verbs import verb_finds
from according.analysis.drafts import Draft, Parsed, Passage, Relay
from according.domain.claims import Quotation
from according.domain.spans import Span, Spans

MOST_TOGETHER = 40
"""Cues weighed against one another; a sentence with more of them is a list or no sentence."""

LONGEST = 3000
"""Code points that somebody can be credited with outside a quotation; no sentence is as long."""


def find_drafts(
    parsed: Parsed,
    quotations: Sequence[Quoted],
    words: Lexicon,
    learned: Learned | None = None,
) -> tuple[Draft, ...]:
    """The claims of an article before anybody is resolved, in text order.

    Without `learned` the rules are alone.
    """
    text = parsed.article.text
    found: list[Draft] = []
    last: Draft | None = None
    ahead: list[Span] = []
    for passage, quoted in _by_passage(parsed.passages, quotations):
        tree, quotes = tree_of(passage), marked(quoted)
        drafts = _attributed(tree, quotes, words, text)
        ruled = [span for draft in drafts for span in _spans(draft)]
        if learned is not None:
            drafts = join(tree, drafts, learned, quotes, words, text)
        ahead = [span for span in ahead if span.end > passage.block.span.start]
        prolonged = not ahead and _prolong(found, drafts, quoted)
        free = [one for one in quoted if not (prolonged and one.continued)]
        drafts.extend(free_quotations(tree, drafts, last, marked(free), ahead))
        drafts.sort(key=_place)
        last = _last_speaker(drafts) or (last if ahead else None)
        taken = [span for draft in drafts for span in _spans(draft)]
        taken.extend(piece for draft in found[-1:] for piece in draft.content)
        drafts.extend(narrated(tree, [*taken, *ruled, *ahead], quotes, text))
        found.extend(sorted(drafts, key=_place))
        ahead.extend(_beyond(drafts, passage))
    return tuple(found)


def _beyond(drafts: Sequence[Draft], passage: Passage) -> Iterator[Span]:
    """What the drafts of a passage claim of those behind it."""
    for draft in drafts:
        yield from (span for span in draft.content if span.start >= passage.block.span.end)


def _by_passage(
    passages: Iterable[Passage], quotations: Sequence[Quoted]
) -> Iterable[tuple[Passage, list[Quoted]]]:
    """Each passage with its quotations; both are in text order."""
    at = 0
    for passage in passages:
        mine: list[Quoted] = []
        while at < len(quotations) and quotations[at].span.start < passage.block.span.end:
            mine.append(quotations[at])
            at += 1
        yield passage, mine


def _attributed(tree: Tree, quotes: Marked, words: Lexicon, text: str) -> list[Draft]:
    """The drafts of one passage that have a cue of their own."""
    drafts: list[Draft] = []
    for finds in _by_sentence(tree, quotes, words):
        for find in joined(tree, finds, words):
            draft = None
            if find.origin == "adverb":
                draft = by_adverb(tree, find, drafts, quotes, text)
            if draft is None:
                draft = _draft(tree, find, quotes, text)
            if draft is not None:
                drafts.append(draft)
    return drafts


def _by_sentence(tree: Tree, quotes: Marked, words: Lexicon) -> Iterable[list[Find]]:
    groups: dict[int, list[Find]] = defaultdict(list)
    for find in verb_finds(tree, words, quotes):
        groups[tree.sentence_of[find.head]].append(with_steps(tree, find, words))
    for find in according_finds(tree, words, quotes):
        groups[tree.sentence_of[find.head]].append(with_steps(tree, find, words))
    for rule in (adjective_finds, adverb_finds, noun_finds, headline_finds):
        for find in rule(tree, words, quotes):
            groups[tree.sentence_of[find.head]].append(find)
    heads = {find.head for finds in groups.values() for find in finds}
    for find in verbless_finds(tree, heads, quotes):
        groups[tree.sentence_of[find.head]].append(find)
    for number in sorted(groups):
        finds = sorted(to_line_end(tree, groups[number]), key=_head)
        for first in range(0, len(finds), MOST_TOGETHER):
            yield finds[first : first + MOST_TOGETHER]


def _draft(tree: Tree, find: Find, quotes: Marked, text: str) -> Draft | None:
    content, cue = spans_of(tree, find.content, quotes, text), tree.spans(find.cue)
    if not content or not cue:
        return None
    kind = kind_of(content, quotes, text)
    if kind is not Quotation.DIRECT and sum(map(len, content)) > LONGEST:
        return None
    source, speakers = find.holder.spans(tree) if find.holder is not None else ((), ())
    return Draft(
        content=content,
        quotation=kind,
        source=source,
        speakers=speakers,
        cue=cue,
        lemma=find.lemma,
        relays=tuple(_relay(tree, step) for step in find.steps),
        negated=find.negated,
        score=find.score,
        origin=find.origin,
    )


def _head(find: Find) -> int:
    return find.head


def _relay(tree: Tree, step: Step) -> Relay:
    return Relay(tree.spans(step.relays), tree.spans(step.cue))


def _prolong(found: list[Draft], drafts: Sequence[Draft], quoted: Sequence[Quoted]) -> bool:
    """Gives a quotation that goes on in this passage to the draft it began in."""
    first = next((one for one in quoted if one.continued), None)
    if first is None or not found or found[-1].narrated:
        return False
    if any(piece.overlaps(first.span) for draft in drafts for piece in draft.content):
        return False
    found[-1] = replace(found[-1], content=(*found[-1].content, first.span))
    return True


def _last_speaker(drafts: Sequence[Draft]) -> Draft | None:
    credited = [draft for draft in drafts if draft.source]
    return max(credited, key=lambda draft: draft.content[-1].end, default=None)


def _spans(draft: Draft) -> Spans:
    """All that an attribution touches: no sentence that holds any of it is the narrator's alone."""
    relays = [span for relay in draft.relays for span in (*relay.relays, *relay.cue)]
    if draft.carried:
        return draft.content
    return (*draft.content, *draft.source, *draft.cue, *relays)


def _place(draft: Draft) -> tuple[Span, ...]:
    return draft.content
