"""Who passes a claim on: outlets beside a source, and attributions that hold another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from according.analysis.attribution.contents import covers, without
from according.analysis.attribution.cues import (
    QUOTING,
    Find,
    Step,
    agent,
    cue_of,
    named,
    passive,
    quoting_verb,
    source_head,
)
from according.analysis.attribution.lexicon import Lexicon
from according.analysis.attribution.phrases import Holder, holder_of, is_outlet
from according.analysis.attribution.trees import Range, Tree

ADDRESSED = frozenset(("tell",))
"""Verbs whose object hears the claim and, if an outlet, passes it on."""
LISTENERS = frozenset(("media", "press", "reporters", "journalists", "newspapers"))
ANY_OF_THEM = frozenset(("the", "local", "news", "national", "international", "foreign", "any"))
REACH = 200
"""Tokens around a cue that are searched for “citing”."""
RELAY_PREPOSITIONS = frozenset(("by", "with", "to", "in", "on", "via", "through", "from"))
OBTAINING = frozenset(
    ("obtain", "see", "view", "review", "leak", "share", "provide", "give", "hand", "forward")
)
"""What outlets do with a document before they pass on what it says."""


def with_steps(tree: Tree, find: Find, words: Lexicon) -> Find:
    """A find with the relays its own clause names."""
    if find.holder is not None:
        find = replace(find, holder=parted(tree, find.holder, words))
    quoted = _quoted_as(tree, find, words)
    if quoted is not None:
        return quoted
    cited = _citing(tree, find, words)
    if cited is not None:
        return cited
    steps = (*_obtained(tree, find, words), *_steps_in_clause(tree, find, words))
    return replace(find, steps=steps) if steps else find


def _quoted_as(tree: Tree, find: Find, words: Lexicon) -> Find | None:
    """“Y quoted X as saying”: X says it, Y passes it on; “X was quoted by Y as saying” alike."""
    verb = find.head
    quoting = quoting_verb(tree, verb)
    if quoting is None:
        return None
    who = named(tree, _who_is_quoted(tree, quoting), quoting)
    relay = named(tree, _who_quotes(tree, quoting, verb), quoting)
    if who is None:
        return None
    relay = relay and parted(tree, relay, words)
    preposition = tree.head[verb]
    who = _ended(who, preposition if preposition > who.head else verb)
    step = () if relay is None else (Step(side_by_side(relay), (cue_of(tree, quoting),)),)
    start = min(quoting, who.phrase[0], relay.phrase[0] if relay else quoting)
    return replace(
        find,
        cue=((quoting, quoting + 1), (max(quoting + 1, verb - 1), verb + 1)),
        holder=who,
        steps=step,
        clause=(start, find.clause[1]),
        origin="quoted-as",
        score=0.9,
        negated=False,
    )


def _who_is_quoted(tree: Tree, quoting: int) -> int | None:
    if tree.tag[quoting] == "VBN" and tree.dep[quoting] == "acl":
        return tree.head[quoting]
    return tree.child(quoting, "nsubjpass", "dobj")


def _who_quotes(tree: Tree, quoting: int, verb: int) -> int | None:
    """The outlet: the subject of “quoted”, or who stands behind “by”, which may follow “saying”."""
    if not passive(tree, quoting) and tree.dep[quoting] != "acl":
        return source_head(tree, quoting)
    return agent(tree, quoting) or agent(tree, verb)


def side_by_side(holder: Holder | None) -> tuple[Range, ...]:
    """The relays of one step: each of several, or the whole phrase of one."""
    if holder is None:
        return ()
    return holder.speakers if len(holder.speakers) > 1 else (holder.phrase,)


def parted(tree: Tree, holder: Holder, words: Lexicon) -> Holder:
    """“The Times of Israel and Channel 12”: two outlets that the parse may take for one name."""
    if len(holder.speakers) > 1:
        return holder
    start, end = holder.phrase
    beside = _joined_behind(tree, holder, words)
    if beside is not None:
        return beside
    for at in range(start + 1, end - 1):
        both = ((start, at), (at + 1, end))
        if tree.lower[at] == "and" and all(
            is_outlet(tree, Holder(one[1] - 1, one, (one,)), words) for one in both
        ):
            return Holder(holder.head, holder.phrase, both)
    return holder


def _joined_behind(tree: Tree, holder: Holder, words: Lexicon) -> Holder | None:
    """“By the magazine Foo and the website Bar”: the second may hang on the verb."""
    start, end = holder.phrase
    if end + 1 >= len(tree) or tree.lower[end] != "and" or not is_outlet(tree, holder, words):
        return None
    for at in range(end + 1, len(tree)):
        if tree.dep[at] == "conj" and tree.left[at] == end + 1:
            other = holder_of(tree, at)
            if other is not None and is_outlet(tree, other, words):
                both = (*holder.speakers, *other.speakers)
                return Holder(holder.head, (start, other.phrase[1]), both)
    return None


def _anybody(tree: Tree, holder: Holder) -> bool:
    """“The media”, “reporters”: whoever was there, none of whom passes anything on."""
    start, end = holder.phrase
    return tree.lower[end - 1] in LISTENERS and all(
        tree.lower[at] in ANY_OF_THEM for at in range(start, end - 1)
    )


def _ended(holder: Holder, end: int) -> Holder:
    """A holder that stops before a token."""

    def cut(tokens: Range) -> Range:
        return tokens[0], max(tokens[0] + 1, min(tokens[1], end))

    return Holder(holder.head, cut(holder.phrase), tuple(cut(one) for one in holder.speakers))


def _citing(tree: Tree, find: Find, words: Lexicon) -> Find | None:
    """“Reuters reported that ..., citing two officials”: they say it, Reuters passes it on."""
    if find.lemma in QUOTING or find.holder is None:
        return None
    if not is_outlet(tree, find.holder, words):
        return None
    at = _citing_verb(tree, find)
    if at is None:
        return None
    cited = named(tree, tree.child(at, "dobj"), at)
    if cited is None:
        return None
    step = Step(side_by_side(find.holder), (*find.cue, (at, at + 1)))
    if tree.tag[at] == "VBG":
        content = _until(find.content, at, cited.phrase[1])
    else:
        content = without(find.content, ((at, tree.right[cited.head] + 1),))
    return replace(
        find, holder=cited, steps=(step,), content=content, origin=find.origin + "-citing"
    )


def _citing_verb(tree: Tree, find: Find) -> int | None:
    """The verb by which an outlet names its own source: “, citing”, “Foo, which cited”."""
    low, high = tree.sentences[tree.sentence_of[find.head]]
    low, high = max(low, find.head - REACH), min(high, find.head + REACH)
    at = next((at for at in range(low, high) if tree.lower[at] in {"citing", "quoting"}), None)
    if at is not None or find.holder is None:
        return at
    clauses = tree.children(find.holder.head, "relcl")
    return next((at for at in clauses if tree.lower[at] in {"cited", "quoted", "cites"}), None)


def _until(content: tuple[Range, ...], at: int, end: int) -> tuple[Range, ...]:
    """A content that stops at “citing”, or begins behind who is cited."""
    cut = (
        (end, high) if low == at else (low, min(high, at) if low < at else high)
        for low, high in content
    )
    return tuple((low, high) for low, high in cut if low < high)


def _steps_in_clause(tree: Tree, find: Find, words: Lexicon) -> list[Step]:
    """Outlets that the reporting clause names beside the source: “told Reuters”."""
    if find.origin in {"according-to", "noun", "adverb", "colon"}:
        return []
    low, high = _extended(tree, find)
    steps: list[Step] = []
    for at in range(low, high):
        if at == find.head or covers(find.content, at) or not _may_relay(tree, at, find):
            continue
        holder = holder_of(tree, at)
        if (
            holder is None
            or _within(holder.phrase, find.holder)
            or not is_outlet(tree, holder, words)
            or _anybody(tree, holder)
        ):
            continue
        holder = parted(tree, holder, words)
        steps.append(Step(side_by_side(holder), _passing_words(tree, at, find)))
    return steps[:2]


def _obtained(tree: Tree, find: Find, words: Lexicon) -> Iterator[Step]:
    """“A memo seen by the Guardian says”: who has seen it passes on what it says."""
    if find.holder is None or find.origin in {"noun", "adverb", "colon"}:
        return
    start = find.holder.phrase[0]
    end = find.clause[1] if start > find.head else max(find.holder.phrase[1], find.head)
    for at in range(start, end):
        if tree.lemma[at] not in OBTAINING or tree.tag[at] not in {"VBN", "VBD"}:
            continue
        for preposition in tree.children(at, "agent", "prep", "dative"):
            if tree.lower[preposition] not in {"by", "to", "with"} or preposition >= end:
                continue
            holder = named(tree, tree.child(preposition, "pobj"), preposition)
            if holder is not None and is_outlet(tree, holder, words):
                yield Step(side_by_side(holder), ((at, preposition + 1),))


def _extended(tree: Tree, find: Find) -> Range:
    low, high = find.clause
    for kid in tree.kids[find.head]:
        if tree.lower[kid] == "according" or covers(find.content, kid):
            continue
        participle = tree.dep[kid] == "advcl" and tree.tag[kid] == "VBG"
        if participle or tree.dep[kid] in {"prep", "dobj", "dative"}:
            if covers(find.content, tree.left[kid]) or covers(find.content, tree.right[kid]):
                continue
            low, high = min(low, tree.left[kid]), max(high, tree.right[kid] + 1)
    return low, high


def _may_relay(tree: Tree, at: int, find: Find) -> bool:
    if tree.dep[at] in {"dobj", "dative"}:
        return tree.head[at] == find.head and tree.lemma[find.head] in ADDRESSED
    above = tree.head[at]
    return tree.dep[at] == "pobj" and tree.lower[above] in RELAY_PREPOSITIONS


def _passing_words(tree: Tree, relay: int, find: Find) -> tuple[Range, ...]:
    """The words that make somebody a relay: “told”, “carried by”, “in”."""
    above = tree.head[relay]
    if above == find.head:
        return find.cue
    verb = tree.head[above]
    together = verb == above - 1 and tree.pos[verb] == "VERB" and verb != find.head
    return ((verb if together else above, above + 1),)


def _within(phrase: Range, holder: Holder | None) -> bool:
    return holder is not None and holder.phrase[0] <= phrase[0] < holder.phrase[1]
