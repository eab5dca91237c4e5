"""Finds the reporting verbs of a passage and the content of each, before or behind the verb."""

from __future__ import annotations

from collections.abc import Iterator

from according.analysis.complements import Complement, complement, loose_clause
from according.analysis.contents import Marked, in_speech, without
from according.analysis.cues import (
    Find,
    clause_of,
    cue_of,
    named,
    negated,
    passive,
    source_head,
)
from according.analysis.lexicon import Lexicon
from according.analysis.phrases import RELATIVE, Holder, holder_of
from according.analysis.trees import Range, Tree
from according.domain.claims import DistanceKind

FINITE = frozenset(("VBD", "VBZ", "VBP", "MD", "TO"))
"""Tags that show a content to be a clause; headlines write "to" for "will"."""
DASHES = frozenset(("-", "–", "—", "--"))
MARKS = frozenset(("“", "”", '"', "‘", "’", "'", "''", "``"))
ATTITUDE_SCORE = 0.6
"""Wishes and plans are less surely claims than what somebody said."""


def verb_finds(tree: Tree, words: Lexicon, quotes: Marked) -> Iterator[Find]:
    """The reporting verbs outside speech, in text order."""
    for verb, pos in enumerate(tree.pos):
        if pos != "VERB" or in_speech(tree, verb, quotes):
            continue
        if tree.lemma[verb] in words.frames or _puts_it(tree, verb):
            found = _listed(tree, verb, words, quotes)
        else:
            found = _beside_quotation(tree, verb, quotes)
        if found is not None:
            yield found


def _listed(tree: Tree, verb: int, words: Lexicon, quotes: Marked) -> Find | None:
    if _no_response(tree, verb):
        return _declining(tree, verb)
    if _reduced_passive(tree, verb):
        return None
    content = complement(tree, verb, words)
    by = content[2] if content is not None else None
    holder = _holder(tree, verb, inverted=content is None)
    if content is None or content[0] in {"object", "on", "about", "to", "for"}:
        elsewhere = _elsewhere(tree, verb, words, quotes, holder)
        if elsewhere is not None:
            return elsewhere
    if content is None:
        content = _loose(tree, verb, words, holder) or _relative(tree, verb, words)
    if content is None:
        return None
    frame, ranges, _ = content
    if frame in {"object", "to", "about", "on"} and not _worth(tree, verb, frame, ranges, quotes):
        return None
    if holder is None and by is None and not _may_be_unnamed(tree, verb, frame):
        return None
    clause = _before(clause_of(tree, verb, holder), verb, ranges)
    if frame == "clause":
        ranges = _until_quotation_ends(tree, _with_second_that(tree, ranges), quotes)
        ranges = _with_antecedent(tree, verb, without(ranges, (clause,)))
    return Find(
        head=verb,
        lemma=tree.lemma[verb],
        cue=_cue(tree, verb, frame),
        content=ranges,
        holder=holder,
        clause=clause,
        origin=f"verb-{frame}",
        score=ATTITUDE_SCORE if frame in {"infinitive", "object", "on", "to", "about"} else 0.8,
        negated=negated(tree, verb),
        passive=passive(tree, verb),
    )


def _before(clause: Range, verb: int, ranges: tuple[Range, ...]) -> Range:
    """A reporting clause that stops where the content behind its verb begins."""
    behind = [start for start, _ in ranges if start > verb]
    return clause[0], min([clause[1], *behind])


def _reduced_passive(tree: Tree, verb: int) -> bool:
    """ "Asked whether he would resign, ...": who asks is not named, and what is asked is no claim."""
    return (
        tree.tag[verb] == "VBN"
        and tree.dep[verb] in {"advcl", "acl"}
        and tree.child(verb, "aux", "auxpass", "agent", "nsubj") is None
    )


def _puts_it(tree: Tree, verb: int) -> bool:
    """“As she put it”."""
    theirs = tree.child(verb, "dobj") if tree.lemma[verb] == "put" else None
    return theirs is not None and tree.lower[theirs] == "it"


def _loose(tree: Tree, verb: int, words: Lexicon, holder: Holder | None) -> Complement | None:
    if holder is None or not words.takes(tree.lemma[verb], "clause"):
        return None
    found = loose_clause(tree, verb)
    return None if found is None else ("clause", (found,), None)


def _relative(tree: Tree, verb: int, words: Lexicon) -> Complement | None:
    """ "Claims that he denies", "..., something it denies": the content stands before."""
    if words.distance.get(tree.lemma[verb]) is not DistanceKind.DENYING:
        return None
    noun = tree.head[verb]
    if tree.dep[verb] != "relcl" or noun > verb or tree.subject(verb) is None:
        return None
    if tree.pos[noun] == "NOUN":
        about = holder_of(tree, noun, outside=tree.left[verb])
        return None if about is None else ("relative", (about.phrase,), None)
    low = tree.sentences[tree.sentence_of[verb]][0]
    return ("relative", ((low, tree.left[noun]),), None) if noun > low else None


def _with_antecedent(tree: Tree, verb: int, ranges: tuple[Range, ...]) -> tuple[Range, ...]:
    """ "The cuts, which he said were unavoidable": the content is about the cuts."""
    if len(ranges) < 2 or tree.dep[verb] != "relcl":
        return ranges
    start, end = ranges[0]
    if end - start != 1 or tree.lower[start] not in RELATIVE:
        return ranges
    noun = tree.head[verb]
    about = holder_of(tree, noun, outside=start) if noun < start else None
    return (about.phrase, *ranges[1:]) if about is not None else ranges[1:]


def _holder(tree: Tree, verb: int, *, inverted: bool) -> Holder | None:
    holder = named(tree, source_head(tree, verb), verb)
    if holder is None and inverted and not passive(tree, verb):
        # "said John Smith": the parse may take the subject for an object.
        after = next(
            (
                kid
                for kid in tree.kids[verb]
                if kid > verb and tree.dep[kid] in {"dobj", "attr", "oprd"}
            ),
            None,
        )
        if after is not None and tree.left[after] == verb + 1:
            return named(tree, after, verb)
    return holder


def _cue(tree: Tree, verb: int, frame: str) -> tuple[Range, ...]:
    start, end = cue_of(tree, verb)
    if frame == "decline":
        comment = tree.child(verb, "xcomp")
        end = comment + 1 if comment is not None else end
    elif frame in {"to", "about", "on", "against"} or (
        frame == "of" and tree.child(verb, "dobj") is None
    ):
        preposition = next(
            (kid for kid in tree.children(verb, "prep") if tree.lower[kid] == frame), None
        )
        end = preposition + 1 if preposition == end else end
    return ((start, end),)


def _may_be_unnamed(tree: Tree, verb: int, frame: str) -> bool:
    """Passives name nobody: "is believed to", "it was reported that"."""
    return passive(tree, verb) and frame in {"clause", "infinitive", "of", "for", "as"}


def _worth(tree: Tree, verb: int, frame: str, ranges: tuple[Range, ...], quotes: Marked) -> bool:
    """Whether an object says enough to be a content: more than a bare word, and somebody acts."""
    del quotes, frame
    length = sum(end - start for start, end in ranges)
    return length >= 2 and (tree.tag[verb] != "VB" or tree.child(verb, "aux") is not None)


def _no_response(tree: Tree, verb: int) -> bool:
    """“Did not respond to a request for comment”, “has not commented”."""
    if tree.lemma[verb] == "comment" and negated(tree, verb):
        return True
    return (
        tree.lemma[verb] in {"respond", "reply"}
        and any(
            tree.lower[at] in {"request", "requests", "comment", "questions", "messages", "calls"}
            for kid in tree.children(verb, "prep")
            for at in range(*tree.subtree(kid))
        )
        and negated(tree, verb)
    )


def _declining(tree: Tree, verb: int) -> Find | None:
    """“Did not respond to a request for comment”."""
    holder = _holder(tree, verb, inverted=False)
    preposition = tree.child(verb, "prep")
    if holder is None:
        return None
    cue = cue_of(tree, verb)
    about = (preposition, tree.right[preposition] + 1) if preposition is not None else cue
    return Find(
        head=verb,
        lemma="decline",
        cue=(cue,),
        content=(about,),
        holder=holder,
        clause=clause_of(tree, verb, holder),
        origin="verb-decline",
        negated=True,
    )


def _with_second_that(tree: Tree, ranges: tuple[Range, ...]) -> tuple[Range, ...]:
    """A content that goes on with "and that ..." goes on to that clause's end."""
    start, end = ranges[-1]
    at = end
    while at < len(tree) and (tree.text[at] == "," or tree.pos[at] == "CCONJ"):
        at += 1
    if end < at < len(tree) and tree.lower[at] == "that" and tree.dep[at] == "mark":
        clause = tree.head[at]
        if tree.sentence_of[clause] == tree.sentence_of[at] and clause > at:
            return (*ranges[:-1], (start, max(end, tree.right[clause] + 1)))
    return ranges


def _until_quotation_ends(
    tree: Tree, ranges: tuple[Range, ...], quotes: Marked
) -> tuple[Range, ...]:
    """Content that ends where a quotation begins goes on to the quotation's end."""
    start, end = ranges[-1]
    if end < len(tree) and tree.text[end] in {"“", '"', "‘", "''", "``"}:
        quoted = quotes.at(tree.starts[end])
        if quoted is not None and quoted.span.start == tree.starts[end]:
            while end < len(tree) and tree.starts[end] < quoted.span.end:
                end += 1
    return (*ranges[:-1], (start, end))


def _elsewhere(
    tree: Tree, verb: int, words: Lexicon, quotes: Marked, holder: Holder | None
) -> Find | None:
    """A content that is no complement behind the verb: in front of it, around it, or quoted."""
    if holder is None or passive(tree, verb):
        return None
    lemma = tree.lemma[verb]
    if not (words.takes(lemma, "clause") or words.takes(lemma, "quote") or _puts_it(tree, verb)):
        return None
    clause = clause_of(tree, verb, holder)
    content = _in_front(tree, verb, clause, quotes) or _quoted_behind(tree, verb, clause, quotes)
    if content is None:
        return None
    quoting_only = not words.takes(lemma, "clause") and not _puts_it(tree, verb)
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


def _quotes_any(tree: Tree, content: tuple[Range, ...], quotes: Marked) -> bool:
    return any(quotes.touching(tree.span(tokens)) for tokens in content if tokens[0] < tokens[1])


def _beside_quotation(tree: Tree, verb: int, quotes: Marked) -> Find | None:
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
    content = _in_front(tree, verb, clause, quotes)
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


def _in_front(tree: Tree, verb: int, clause: Range, quotes: Marked) -> tuple[Range, ...] | None:
    """The sentence around a reporting clause that stands behind or within its content."""
    low, high = tree.sentences[tree.sentence_of[verb]]
    start, end = clause
    if tree.dep[verb] == "advcl" and tree.lower[max(low, start - 1)] == "as":
        return _around_as(tree, (low, high), (start - 1, end), quotes)
    if start <= low:
        return _spoken_before(tree, start, quotes)
    if not _set_off(tree, start, quotes):
        return None
    if end < high and tree.text[end][0].isalnum() and tree.dep[verb] in {"relcl", "acl"}:
        return None
    front = (_front_start(tree, low, start, quotes), start)
    behind = _resumed(tree, verb, end, high, quotes)
    if behind is not None:
        return front, behind
    says = any(tree.tag[at] in FINITE for at in range(*front))
    return (front,) if says or quotes.at(tree.starts[start - 1]) is not None else None


def _spoken_before(tree: Tree, start: int, quotes: Marked) -> tuple[Range, ...] | None:
    """Speech that ended the sentence before: “Who knew?” she said."""
    if start == 0 or tree.text[start - 1] not in MARKS:
        return None
    quoted = quotes.at(tree.starts[start - 1])
    if quoted is None or quoted.span.end > tree.starts[start]:
        return None
    first = start - 1
    while first > 0 and tree.starts[first - 1] >= quoted.span.start:
        first -= 1
    return ((first, start),) if tree.text[start - 2] in {"?", "!", ",", "…", "...", "—"} else None


def _set_off(tree: Tree, start: int, quotes: Marked) -> bool:
    """Whether what stands before a reporting clause is parted from it by a comma or a quotation."""
    before = tree.text[start - 1]
    if before in {",", "?", "!"} | DASHES:
        return True
    return before in MARKS and quotes.at(tree.starts[start - 1]) is not None


def _front_start(tree: Tree, low: int, end: int, quotes: Marked) -> int:
    """Where a fronted content begins: behind the last semicolon or stop outside quotations."""
    for at in range(end - 2, low, -1):
        if tree.text[at] in {";", ".", "?", "!"} and quotes.at(tree.starts[at]) is None:
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
        stop = at
        while stop < len(tree) and tree.starts[stop] < quoted.span.end:
            stop += 1
        return at, stop
    above = tree.head[verb]
    if above > end and tree.dep[verb] in {"parataxis", "ccomp", "advcl", "dep"}:
        return at, tree.right[above] + 1
    fronted = tree.child(verb, "ccomp")
    if fronted is not None and tree.right[fronted] > end:
        return at, tree.right[fronted] + 1
    return None


def _around_as(
    tree: Tree, sentence: Range, clause: Range, quotes: Marked
) -> tuple[Range, ...] | None:
    """“As X said, Y”: the rest of the sentence."""
    del quotes
    low, high = sentence
    start, end = clause
    if end >= high or tree.text[end] != ",":
        return None
    front = ((low, start),) if start - low > 1 else ()
    return (*front, (end + 1, high))


def _quoted_behind(
    tree: Tree, verb: int, clause: Range, quotes: Marked
) -> tuple[Range, ...] | None:
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
    stop = at
    while stop < len(tree) and tree.starts[stop] < quoted.span.end:
        stop += 1
    if quoted.scare and stop < len(tree) and tree.text[stop][0].isalnum():
        # A quoted word or two begin a content that goes on: says ‘huge’ fire destroyed homes.
        stop = max(stop, tree.right[verb] + 1)
    return ((at, stop),)
