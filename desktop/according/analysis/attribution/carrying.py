"""Attribution that stands before its claim: free quotations, “allegedly”, a colon before speech."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from according.analysis.attribution.contents import Marked, kind_of, spans_of
from according.analysis.attribution.cues import Find
from according.analysis.attribution.phrases import holder_of
from according.analysis.attribution.quotations import Quoted
from according.analysis.attribution.trees import Range, Tree
from according.analysis.drafts import Draft
from according.domain.claims import Quotation
from according.domain.spans import Span, Spans, hull, merged

FREE_WORDS = 2
"""A quotation stands free when its sentences hold at most so many words beside quotations."""
SPOKEN = 0.5
"""Below this score a draft is no speech; carrying takes a fifth off each time."""
UNSPOKEN = frozenset(("verb-infinitive", "verb-object", "verb-small", "verb-as", "noun"))
"""Wishes, deeds and nouns go on with a quotation only where nobody has spoken before it."""
SHORTEST = 2
"""Words below which a free quotation is not speech."""


def carried(draft: Draft, content: Spans, quotation: Quotation, *, origin: str) -> Draft:
    """A claim of the same source, through the same relays, whose attribution stands before it."""
    return replace(
        draft,
        content=content,
        quotation=quotation,
        carried=True,
        negated=False,
        confirmed=False,
        origin=origin,
        score=round(draft.score * 0.8, 2),
    )


def by_adverb(
    tree: Tree, find: Find, drafts: Sequence[Draft], quotes: Marked, text: str
) -> Draft | None:
    """“Three were also allegedly injured”: the source of the sentence before, if it has one."""
    number = tree.sentence_of[find.head]
    if number == 0:
        return None
    before = tree.span(tree.sentences[number - 1])
    lead = next(
        (
            draft
            for draft in reversed(drafts)
            if draft.source and before.overlaps(hull(draft.content))
        ),
        None,
    )
    if lead is None:
        return None
    content = spans_of(tree, (tree.sentences[number],), quotes, text)
    return carried(lead, content, kind_of(content, quotes, text), origin="carried-adverb")


def free_quotations(
    tree: Tree,
    drafts: Sequence[Draft],
    before: Draft | None,
    quotes: Marked,
    ahead: Sequence[Span] = (),
) -> list[Draft]:
    """Quotations of a passage that no cue holds, credited to whoever spoke last.

    `before` is the last attributed draft of the passage before; it counts when the quotation
    begins its own. `ahead` is held by drafts of earlier passages.
    """
    held = merged([*ahead, *(piece for draft in drafts for piece in draft.content)])
    starts = [span.start for span in held]
    waiting = sorted(drafts, key=lambda draft: draft.content, reverse=True)
    found: list[Draft] = []
    lead: Draft | None = None
    for quoted in quotes.quotations:
        while waiting and waiting[-1].content[0].start < quoted.span.start:
            lead = _later(lead, waiting.pop())
        if quoted.scare or _held(quoted, held, starts):
            continue
        tokens = _tokens(tree, quoted)
        if tokens is None or _words(tree, tokens) < SHORTEST:
            continue
        draft = _behind_colon(tree, quoted, tokens)
        if draft is None and _stands_free(tree, tokens, quotes):
            first = tree.sentence_of[tokens[0]] == 0
            draft = _continued(tree, quoted, tokens, lead or (before if first else None))
        if draft is not None:
            found.append(draft)
            lead = _later(lead, draft)
    return found


def _later(lead: Draft | None, draft: Draft) -> Draft | None:
    """The one of two drafts whose source a free quotation goes on with: the later speaker."""
    if not draft.source:
        return lead
    if lead is None or (_speaks(draft) and not _speaks(lead)):
        return draft
    if _speaks(lead) and not _speaks(draft):
        return lead
    return draft if draft.content[-1].end > lead.content[-1].end else lead


def _speaks(draft: Draft) -> bool:
    return draft.score >= SPOKEN and draft.origin not in UNSPOKEN


def _held(quoted: Quoted, held: Spans, starts: Sequence[int]) -> bool:
    at = bisect_left(starts, quoted.span.end) - 1
    return at >= 0 and held[at].overlaps(quoted.span)


def _tokens(tree: Tree, quoted: Quoted) -> Range | None:
    start = tree.until(quoted.span.start, 0)
    end = tree.until(quoted.span.end, start)
    return (start, end) if start < end else None


def _words(tree: Tree, tokens: Range) -> int:
    return sum(1 for at in range(*tokens) if tree.text[at][0].isalnum())


def _stands_free(tree: Tree, tokens: Range, quotes: Marked) -> bool:
    # Straight marks may have gone to the sentence before or behind: its words tell.
    inside = [at for at in range(*tokens) if tree.text[at][0].isalnum()]
    first, last = tree.sentence_of[inside[0]], tree.sentence_of[inside[-1]]
    low, high = tree.sentences[first][0], tree.sentences[last][1]
    outside = sum(
        1
        for at in range(low, high)
        if tree.text[at][0].isalnum() and quotes.at(tree.starts[at]) is None
    )
    return outside <= FREE_WORDS


def _continued(tree: Tree, quoted: Quoted, tokens: Range, lead: Draft | None) -> Draft | None:
    if lead is None:
        return _speaker_before(tree, quoted, tokens)
    return carried(lead, (quoted.span,), Quotation.DIRECT, origin="carried-quotation")


def _speaker_before(tree: Tree, quoted: Quoted, tokens: Range) -> Draft | None:
    """Speech behind a sentence about somebody: "Ms Jones was furious. “...”"."""
    number = tree.sentence_of[tokens[0]]
    if number == 0:
        return None
    return _subject_of(tree, tree.sentences[number - 1], quoted, cue=None)


def _behind_colon(tree: Tree, quoted: Quoted, tokens: Range) -> Draft | None:
    """“The minister was blunt: “...”” is the subject's speech."""
    at = tokens[0] - 1
    if at < 0 or tree.text[at] != ":":
        return None
    low = tree.sentences[tree.sentence_of[at]][0]
    return _subject_of(tree, (low, at), quoted, cue=(at, at + 1))


def _subject_of(tree: Tree, sentence: Range, quoted: Quoted, cue: Range | None) -> Draft | None:
    for at in range(*sentence):
        if tree.dep[at] != "nsubj" or not (
            tree.pos[at] == "PROPN" or tree.lower[at] in {"he", "she", "they", "i", "we"}
        ):
            continue
        holder = holder_of(tree, at, outside=tree.head[at])
        if holder is None:
            continue
        source, speakers = holder.spans(tree)
        return Draft(
            content=(quoted.span,),
            quotation=Quotation.DIRECT,
            source=source,
            speakers=speakers,
            cue=(tree.span(cue),) if cue else (),
            lemma=":" if cue else "",
            score=0.5,
            origin="colon-quotation" if cue else "speaker-before",
            carried=cue is None,
        )
    return None
