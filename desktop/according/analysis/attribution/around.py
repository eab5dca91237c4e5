"""Reads contents that are no complement of their verb: in front of it, around it, or quoted."""

from __future__ import annotations

from according.analysis.attribution.contents import Marked
from according.analysis.attribution.cues import (
    Find,
    clause_of,
    cue_of,
    named,
    negated,
    passive,
    source_head,
)
from according.analysis.attribution.lexicon import Lexicon
from according.analysis.attribution.phrases import Holder
from according.analysis.attribution.trees import Range, Tree

FINITE = frozenset(("VBD", "VBZ", "VBP", "MD", "TO"))
"""Tags that show a content to be a clause; headlines write "to" for "will"."""
DASHES = frozenset(("-", "–", "—", "--"))
SPEECH_ENDS = frozenset(("?", "!", ",", "…", "...", "—"))
LOOSE_ENDS = SPEECH_ENDS | {"."}
"""“It sank.” Ms Reis said: a full stop for a comma, where nothing else follows."""
MARKS = frozenset(("“", "”", '"', "‘", "’", "'", "''", "``"))


def around(
    tree: Tree, verb: int, words: Lexicon, quotes: Marked, holder: Holder | None
) -> Find | None:
    """A content that is no complement behind the verb: in front of it, around it, or quoted."""
    if holder is None or passive(tree, verb) or tree.infinitive(verb):
        return None
    lemma = tree.lemma[verb]
    if not (words.takes(lemma, "clause") or words.takes(lemma, "quote") or puts_it(tree, verb)):
        return None
    clause = clause_of(tree, verb, holder)
    content = in_front(tree, verb, clause, quotes) or quoted_behind(tree, verb, clause, quotes)
    if content is None:
        return None
    quoting_only = not words.takes(lemma, "clause") and not puts_it(tree, verb)
    if quoting_only and not _quotes_any(tree, content, quotes):
        return None
    return Find(
        head=verb,
        lemma=tree.lemma[verb],
        cue=(cue_of(tree, verb),),
        content=content,
        holder=holder,
        clause=clause,
        origin="verb-around",
        negated=negated(tree, verb),
    )


def beside_quotation(tree: Tree, verb: int, quotes: Marked) -> Find | None:
    """A verb of no list that follows speech which ends in a comma: “...,” she sniffed."""
    if tree.tag[verb] not in {"VBD", "VBZ"} or tree.subject(verb) is None:
        return None
    holder = named(tree, source_head(tree, verb), verb)
    if holder is None:
        return None
    clause = clause_of(tree, verb, holder)
    before = clause[0] - 1
    if before < 1 or tree.text[before] not in MARKS or tree.text[before - 1] not in {",", "?", "!"}:
        return None
    if quotes.at(tree.starts[before]) is None:
        return None
    content = in_front(tree, verb, clause, quotes)
    if content is None:
        return None
    return Find(
        head=verb,
        lemma=tree.lemma[verb],
        cue=(cue_of(tree, verb),),
        content=content,
        holder=holder,
        clause=clause,
        origin="verb-quotation",
        score=0.6,
        negated=negated(tree, verb),
    )


def in_front(tree: Tree, verb: int, clause: Range, quotes: Marked) -> tuple[Range, ...] | None:
    """The sentence around a reporting clause that stands behind or within its content."""
    low, high = tree.sentences[tree.sentence_of[verb]]
    start, end = clause
    if tree.tag[verb] == "VBG" and tree.subject(verb) is None and tree.text[start - 1] == ",":
        # "..., pointing to the record": done beside what was said.
        return None
    if tree.dep[verb] == "advcl" and tree.lower[max(low, start - 1)] == "as":
        return _around_as(tree, (low, high), (start - 1, end))
    if start <= low:
        return _spoken_before(tree, clause, quotes)
    within = end < high and tree.text[end][0].isalnum() and tree.dep[verb] in {"relcl", "acl"}
    if within or not _set_off(tree, start, quotes):
        return None
    front = (_front_start(tree, low, start, quotes), start)
    behind = _resumed(tree, verb, end, high, quotes)
    if behind is not None:
        opening = _opening_only(tree, front) and quotes.at(tree.starts[behind[0]]) is not None
        return (behind,) if opening else (front, behind)
    return (front,) if _says(tree, verb, front, quotes) else None


def spoken_in_front(
    tree: Tree, verb: int, clause: Range, quotes: Marked, behind: tuple[Range, ...]
) -> tuple[Range, ...]:
    """The first half of speech around its cue: “It works,” he said, “and it is cheap”."""
    start, low = clause[0], tree.sentences[tree.sentence_of[verb]][0]
    if start <= low or tree.text[start - 1] not in MARKS or behind[0][0] < verb:
        return ()
    quoted = quotes.at(tree.starts[start - 1])
    resumed = quotes.touching(tree.span(behind[-1])) if behind[-1][0] < behind[-1][1] else []
    if quoted is None or quoted.scare or tree.text[start - 2] != "," or not resumed:
        return ()
    return ((_front_start(tree, low, start, quotes), start),)


def _says(tree: Tree, verb: int, front: Range, quotes: Marked) -> bool:
    """Whether what stands before a cue can be what was said."""
    subject = tree.subject(verb)
    if quotes.at(tree.starts[front[0]]) is None and _adverbial(tree, verb, front):
        return False
    if subject is not None and subject > verb:
        return True
    spoken = quotes.at(tree.starts[front[1] - 1]) is not None
    return spoken or any(_clausal(tree, at) for at in range(*front))


def _adverbial(tree: Tree, verb: int, front: Range) -> bool:
    """Whether what stands before a cue tells when or how: “As it grew, ...”, “Asked why, ...”."""
    first = front[0]
    while first < front[1] - 1 and tree.dep[first] in {"cc", "punct"}:
        first += 1
    top = first
    while tree.head[top] not in {verb, top}:
        top = tree.head[top]
    if tree.head[top] != verb or tree.left[top] > first:
        return False
    return tree.dep[top] in {"prep", "advcl", "npadvmod", "advmod"} and top < verb


def _opening_only(tree: Tree, front: Range) -> bool:
    """Whether what stands before a cue is an opening such as “Noting the cost, he asked”."""
    return tree.tag[front[0]] in {"VBG", "VBN", "IN"} and front[1] - front[0] > 1


def _clausal(tree: Tree, at: int) -> bool:
    """Whether a word shows a clause; a participle with a subject may be a misread past tense."""
    if tree.tag[at] == "TO":
        return at > 0 and tree.sentence_of[at - 1] == tree.sentence_of[at]
    return tree.tag[at] in FINITE or (tree.pos[at] == "VERB" and tree.subject(at) is not None)


def _spoken_before(tree: Tree, clause: Range, quotes: Marked) -> tuple[Range, ...] | None:
    """Speech that ended the sentence before: “Who knew?” she said."""
    start, end = clause
    if start == 0 or tree.text[start - 1] not in MARKS:
        return None
    quoted = quotes.at(tree.starts[start - 1])
    if quoted is None or quoted.span.end > tree.starts[start]:
        return None
    first = start - 1
    while first > 0 and tree.starts[first - 1] >= quoted.span.start:
        first -= 1
    ends = SPEECH_ENDS if end < tree.sentences[tree.sentence_of[start]][1] - 1 else LOOSE_ENDS
    return ((first, start),) if tree.text[start - 2] in ends else None


def _set_off(tree: Tree, start: int, quotes: Marked) -> bool:
    """Whether what stands before a reporting clause is parted from it by a comma or a quotation."""
    before = tree.text[start - 1]
    if before in {",", "?", "!"} | DASHES:
        return True
    return before in MARKS and quotes.at(tree.starts[start - 1]) is not None


def _front_start(tree: Tree, low: int, end: int, quotes: Marked) -> int:
    """Where a fronted content begins: behind the last semicolon or stop outside quotations."""
    for at in range(end - 2, low, -1):
        if quotes.at(tree.starts[at]) is None and tree.text[at] in {";", ".", "?", "!"}:
            return at + 1
        ended = tree.text[at] in MARKS and tree.text[at - 1] in {".", "?", "!"}
        if ended and quotes.at(tree.starts[at + 1]) is None and tree.text[at + 1][0].isupper():
            return at + 1
    return low


def _resumed(tree: Tree, verb: int, end: int, high: int, quotes: Marked) -> Range | None:
    """The part of the content that goes on behind the reporting clause."""
    at = end
    while at < high and (tree.text[at] in {",", ":"} | DASHES or tree.pos[at] == "SPACE"):
        at += 1
    if at >= high or at == end:
        return None
    quoted = quotes.at(tree.starts[at])
    if quoted is not None and quoted.span.start == tree.starts[at]:
        return at, tree.until(quoted.span.end, at)
    above = tree.head[verb]
    if above >= at and (before := tree.child(above, "ccomp")) is not None and before < verb:
        # What follows is a second reporting clause: ", she said, reported the Herald".
        return None
    below = above > end and tree.dep[verb] in {"parataxis", "ccomp", "advcl", "dep"}
    beside = above < verb and tree.dep[verb] in {"parataxis", "dep"} and tree.right[above] > at
    if below or beside:
        return at, tree.right[above] + 1
    fronted = tree.child(verb, "ccomp")
    if fronted is not None and tree.right[fronted] > end:
        return at, tree.right[fronted] + 1
    return None


def _around_as(tree: Tree, sentence: Range, clause: Range) -> tuple[Range, ...] | None:
    """“As X said, Y”: the rest of the sentence."""
    low, high = sentence
    start, end = clause
    if end >= high or tree.text[end] != ",":
        return None
    front = ((low, start),) if start - low > 1 else ()
    return (*front, (end + 1, high))


def quoted_behind(tree: Tree, verb: int, clause: Range, quotes: Marked) -> tuple[Range, ...] | None:
    """Speech that follows a reporting clause, in the sentence or behind its colon."""
    at = clause[1]
    while at < len(tree) and (tree.text[at] in {",", ":"} or tree.pos[at] == "SPACE"):
        at += 1
    if at >= len(tree):
        return None
    quoted = quotes.at(tree.starts[at])
    if quoted is None or quoted.span.start != tree.starts[at]:
        return None
    if at == clause[1] and at > verb + 1:
        return None
    stop = tree.until(quoted.span.end, at)
    if quoted.scare and stop < len(tree) and tree.text[stop][0].isalnum():
        # A quoted word or two begin a content that goes on: says ‘huge’ fire destroyed homes.
        stop = max(stop, tree.right[verb] + 1)
    return ((at, stop),)


def _quotes_any(tree: Tree, content: tuple[Range, ...], quotes: Marked) -> bool:
    return any(quotes.touching(tree.span(tokens)) for tokens in content if tokens[0] < tokens[1])


def puts_it(tree: Tree, verb: int) -> bool:
    """“As she put it”."""
    theirs = tree.child(verb, "dobj") if tree.lemma[verb] == "put" else None
    return theirs is not None and tree.lower[theirs] == "it"
