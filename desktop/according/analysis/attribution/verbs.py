"""Finds the reporting verbs of a passage and the content of each, before or behind the verb."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from according.analysis.attribution.around import (
    MARKS,
    around,
    beside_quotation,
    in_front,
    puts_it,
    quoted_behind,
    spoken_in_front,
)
from according.analysis.attribution.complements import (
    COMMUNICATION_OBJECTS,
    Complement,
    complement,
    loose_clause,
)
from according.analysis.attribution.contents import Marked, in_speech, without
from according.analysis.attribution.cues import (
    QUOTING,
    Find,
    clause_of,
    cue_of,
    named,
    negated,
    passive,
    quoting_verb,
    source_head,
)
from according.analysis.attribution.endings import (
    until_next_cue,
    until_quotation_ends,
    with_second_that,
)
from according.analysis.attribution.lexicon import Lexicon
from according.analysis.attribution.phrases import Holder, outlet_behind
from according.analysis.attribution.refusals import declining, no_response
from according.analysis.attribution.relatives import (
    about_antecedent,
    goes_on_behind,
    stands_before,
    with_antecedent,
    without_pronoun,
)
from according.analysis.attribution.trees import Range, Tree

INVERTED = frozenset(("dobj", "attr", "oprd", "npadvmod", "nsubj", "dep"))
NOUNS = frozenset(("NOUN", "PROPN", "PRON"))
SPEECH_SCORE, ATTITUDE_SCORE = 0.8, 0.6
"""Wishes and plans are less surely claims than what somebody said."""
LOOSE_FRAMES = frozenset(("object", "to", "about", "on"))
ATTITUDES = LOOSE_FRAMES | {"infinitive"}
AMBIGUOUS = LOOSE_FRAMES | {"for"}
"""Complements that a verb may have beside a content that stands in front of it."""
YES_OR_NO = frozenset(("yes", "no"))
UNREAL = frozenset(("could", "might", "should", "may", "must"))
UNDONE = frozenset(("begin", "start", "try", "want", "need", "have", "attempt", "like"))
UNNAMED = frozenset(("clause", "infinitive", "of", "for", "as"))
"""Complements by which a passive holds a content of nobody: "is believed to"."""


def verb_finds(tree: Tree, words: Lexicon, quotes: Marked) -> Iterator[Find]:
    """The reporting verbs outside speech, in text order."""
    for verb, pos in enumerate(tree.pos):
        if pos != "VERB" or in_speech(tree, verb, quotes):
            continue
        if no_response(tree, verb):
            found = declining(tree, verb)
        elif tree.lemma[verb] in words.frames or puts_it(tree, verb):
            found = _behind(tree, verb, words, quotes) or _listed(tree, verb, words, quotes)
        else:
            found = beside_quotation(tree, verb, quotes)
        if found is not None:
            yield found


def _behind(tree: Tree, verb: int, words: Lexicon, quotes: Marked) -> Find | None:
    """“..., reported the business daily Foo”."""
    parted = verb > 0 and (tree.text[verb - 1] == "," or tree.text[verb - 1] in MARKS)
    outlet = outlet_behind(tree, verb, words) if parted else None
    find = None if outlet is None else around(tree, verb, words, quotes, outlet)
    if outlet is None or find is None:
        return None
    return replace(find, clause=(find.clause[0], outlet.phrase[1]), origin="verb-around-outlet")


def _listed(tree: Tree, verb: int, words: Lexicon, quotes: Marked) -> Find | None:
    if _says_nothing(tree, verb):
        return None
    content = complement(tree, verb, words)
    if content is None and (quoting := quoting_verb(tree, verb)) is not None:
        return _quoted_as_saying(tree, quoting, verb, quotes)
    holder = _holder(tree, verb, inverted=content is None or content[0] == "object")
    if content is None or content[0] in AMBIGUOUS:
        elsewhere = around(tree, verb, words, quotes, holder)
        if elsewhere is not None:
            return elsewhere
    if content is None and goes_on_behind(tree, verb, words):
        holder = without_pronoun(tree, verb, holder)
    content = (
        content
        or _loose(tree, verb, words, holder)
        or stands_before(tree, verb, words)
        or about_antecedent(tree, verb, words)
    )
    # "Were allegedly told" is the narrator's allegation, not what somebody said.
    unowned = holder is None and any(tree.lower[kid] in words.adverbs for kid in tree.kids[verb])
    if content is None or unowned or not _credits(tree, verb, content, holder):
        return None
    return _complemented(tree, verb, content, holder, quotes, words)


def _says_nothing(tree: Tree, verb: int) -> bool:
    """Whether a cue of the list is none here, or only leads to one: “quoted X as saying”."""
    quoting = any(quoting_verb(tree, kid) == verb for kid in _below_as(tree, verb))
    unsaid = _reduced_passive(tree, verb) or _hypothetical(tree, verb) or _begun(tree, verb)
    return quoting or unsaid or _asked(tree, verb)


def _below_as(tree: Tree, verb: int) -> Iterator[int]:
    """Verbs behind an “as” that depends on a verb."""
    if tree.lemma[verb] in QUOTING:
        for kid in tree.kids[verb]:
            yield from (kid, *tree.kids[kid])


def _quoted_as_saying(tree: Tree, quoting: int, verb: int, quotes: Marked) -> Find | None:
    """“...,” Y quoted X as saying: the content stands before, or is quoted behind."""
    start, end = clause_of(tree, quoting, None)
    clause = start, max(end, verb + 1)
    content = in_front(tree, quoting, clause, quotes) or quoted_behind(tree, verb, clause, quotes)
    if content is None:
        return None
    cue = ((verb, verb + 1),)
    return Find(verb, tree.lemma[verb], cue, content, None, clause, "verb-around")


def _complemented(
    tree: Tree,
    verb: int,
    content: Complement,
    holder: Holder | None,
    quotes: Marked,
    words: Lexicon,
) -> Find:
    """The find of a verb whose content depends on it."""
    frame, ranges, _ = content
    if frame == "clause":
        ranges = until_next_cue(tree, verb, ranges, words)
    holder = _apart(holder, ranges)
    clause = _before(clause_of(tree, verb, holder), verb, ranges)
    if frame == "clause":
        ranges = (*spoken_in_front(tree, verb, clause, quotes, ranges), *ranges)
        ranges = until_quotation_ends(tree, with_second_that(tree, ranges), quotes)
        ranges = with_antecedent(tree, verb, without(ranges, (clause,)))
    return Find(
        head=verb,
        lemma=tree.lemma[verb],
        cue=_cue(tree, verb, frame),
        content=ranges,
        holder=holder,
        clause=clause,
        origin=f"verb-{frame}",
        score=ATTITUDE_SCORE if frame in ATTITUDES else SPEECH_SCORE,
        negated=negated(tree, verb),
        passive=passive(tree, verb),
    )


def _before(clause: Range, verb: int, ranges: tuple[Range, ...]) -> Range:
    """A reporting clause that stops where the content behind its verb begins."""
    behind = [start for start, _ in ranges if start > verb]
    return clause[0], min([clause[1], *behind])


def _reduced_passive(tree: Tree, verb: int) -> bool:
    """“Asked whether he would resign, ...”: nobody asks by name, and a question is no claim."""
    return (
        tree.tag[verb] == "VBN"
        and tree.dep[verb] in {"advcl", "acl"}
        and tree.child(verb, "aux", "auxpass", "agent", "nsubj") is None
    )


def _asked(tree: Tree, verb: int) -> bool:
    """“He was asked whether”: nobody asks by name, and a question is no claim."""
    if tree.lemma[verb] != "ask":
        return False
    when = verb > 0 and tree.lower[verb - 1] in {"when", "if"} and tree.subject(verb) is None
    return when or (passive(tree, verb) and source_head(tree, verb) is None)


def _hypothetical(tree: Tree, verb: int) -> bool:
    """“Voters could have shown”: nobody has said anything."""
    modal = any(tree.lower[kid] in UNREAL for kid in tree.children(verb, "aux"))
    return modal and not negated(tree, verb)


def _begun(tree: Tree, verb: int) -> bool:
    """“Began to say”, “wants to tell”: not yet said."""
    return (
        tree.dep[verb] == "xcomp"
        and tree.infinitive(verb)
        and tree.lemma[tree.head[verb]] in UNDONE
    )


def _loose(tree: Tree, verb: int, words: Lexicon, holder: Holder | None) -> Complement | None:
    if holder is None or not words.takes(tree.lemma[verb], "clause"):
        return None
    found = loose_clause(tree, verb)
    return None if found is None else ("clause", (found,), None)


def _holder(tree: Tree, verb: int, *, inverted: bool) -> Holder | None:
    holder = named(tree, source_head(tree, verb), verb)
    own = tree.subject(verb)
    if not inverted or passive(tree, verb) or (own is not None and own < verb):
        return holder
    # ", said John Smith": the parse may take the subject for an object.
    after = next((kid for kid in tree.kids[verb] if tree.left[kid] == verb + 1), None)
    if after is None or tree.dep[after] not in INVERTED or tree.pos[after] not in NOUNS:
        return holder
    parted = verb > 0 and (tree.text[verb - 1] == "," or tree.text[verb - 1] in MARKS)
    finite = tree.tag[verb] in {"VBD", "VBZ", "VBP"}
    return named(tree, after, verb) if parted and finite else holder


def _apart(holder: Holder | None, ranges: tuple[Range, ...]) -> Holder | None:
    """A source that stops where a content begins: "accused by regulators of ..."."""
    if holder is None:
        return None
    low, high = holder.phrase
    end = min([high, *(start for start, _ in ranges if holder.head < start)])
    if end == high:
        return holder
    speakers = tuple((start, min(stop, end)) for start, stop in holder.speakers if start < end)
    return Holder(holder.head, (low, end), speakers)


def _cue(tree: Tree, verb: int, frame: str) -> tuple[Range, ...]:
    start, end = cue_of(tree, verb)
    if frame == "decline":
        comment = tree.child(verb, "xcomp")
        plain = comment is None or tree.child(comment, "ccomp", "xcomp", "dobj", "prep") is None
        end = end if comment is None or plain else comment + 1
    elif frame in {"to", "about", "on", "against"} or (
        frame in {"of", "for"} and tree.child(verb, "dobj") is None
    ):
        preposition = next(
            (kid for kid in tree.children(verb, "prep") if tree.lower[kid] == frame), None
        )
        end = preposition + 1 if preposition == end else end
    return ((start, end),)


def _credits(tree: Tree, verb: int, content: Complement, holder: Holder | None) -> bool:
    """Whether a content is credited to somebody, or to nobody in the passive, and says something.

    An object of one word says nothing, nor does what nobody has done yet ("to report losses").
    """
    frame, ranges, by = content
    if frame in LOOSE_FRAMES:
        length = sum(end - start for start, end in ranges)
        acts = tree.tag[verb] != "VB" or tree.child(verb, "aux") is not None
        alone = length < 2 and tree.lower[ranges[0][0]] not in COMMUNICATION_OBJECTS | YES_OR_NO
        if alone or not acts:
            return False
    return holder is not None or by is not None or (passive(tree, verb) and frame in UNNAMED)
