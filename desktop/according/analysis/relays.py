"""Who passes a claim on: outlets beside a source, and attributions that hold another."""

from __future__ import annotations

from dataclasses import replace

from according.analysis.contents import covers
from according.analysis.cues import Find, Step, cue_of, named, source_head
from according.analysis.lexicon import Lexicon
from according.analysis.phrases import Holder, holder_of, is_outlet
from according.analysis.trees import Range, Tree

ADDRESSED = frozenset(("tell",))
"""Verbs whose object hears the claim and, if an outlet, passes it on."""
RELAY_PREPOSITIONS = frozenset(("by", "with", "to", "in", "on", "via", "through", "from"))
QUOTING = frozenset(("quote", "cite"))
SPOKEN = 0.7
"""Finds below this score are wishes, objects and nouns rather than something said."""
MOSTLY = 0.6
"""A content that consists of another attribution to this part says little of its own."""


def with_steps(tree: Tree, find: Find, words: Lexicon) -> Find:
    """A find with the relays its own clause names."""
    quoted = _quoted_as(tree, find)
    if quoted is not None:
        return quoted
    cited = _citing(tree, find, words)
    if cited is not None:
        return cited
    steps = tuple(_steps_in_clause(tree, find, words))
    return replace(find, steps=steps) if steps else find


def _quoted_as(tree: Tree, find: Find) -> Find | None:
    """“Y quoted X as saying”: X says it, Y passes it on; “X was quoted by Y as saying” alike."""
    verb = find.head
    if tree.dep[verb] not in {"pcomp", "advcl", "xcomp"}:
        return None
    preposition = tree.head[verb]
    quoting = preposition if tree.lemma[preposition] in QUOTING else tree.head[preposition]
    if tree.lemma[quoting] not in QUOTING or quoting >= verb:
        return None
    who = named(tree, tree.child(quoting, "nsubjpass", "dobj"), quoting)
    relay = named(tree, source_head(tree, quoting), quoting)
    if who is None:
        return None
    who = _ended(who, preposition if preposition > who.head else verb)
    step = () if relay is None else (Step(side_by_side(relay), (cue_of(tree, quoting),)),)
    start = min(quoting, who.phrase[0], relay.phrase[0] if relay else quoting)
    return replace(
        find, holder=who, steps=step, clause=(start, find.clause[1]), origin="quoted-as", score=0.9
    )


def side_by_side(holder: Holder | None) -> tuple[Range, ...]:
    """The relays of one step: each of several, or the whole phrase of one."""
    if holder is None:
        return ()
    return holder.speakers if len(holder.speakers) > 1 else (holder.phrase,)


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
    low, high = tree.sentences[tree.sentence_of[find.head]]
    at = next((at for at in range(low, high) if tree.lower[at] in {"citing", "quoting"}), None)
    if at is None:
        return None
    cited = named(tree, tree.child(at, "dobj"), at)
    if cited is None:
        return None
    step = Step(side_by_side(find.holder), (*find.cue, (at, at + 1)))
    content = tuple(
        (start, min(end, at)) if start < at < end else (start, end) for start, end in find.content
    )
    return replace(
        find, holder=cited, steps=(step,), content=content, origin=find.origin + "-citing"
    )


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
        ):
            continue
        cue = find.cue if tree.head[at] == find.head else ((tree.head[at], tree.head[at] + 1),)
        steps.append(Step(side_by_side(holder), cue))
    return steps[:2]


def _extended(tree: Tree, find: Find) -> Range:
    low, high = find.clause
    for kid in tree.kids[find.head]:
        if tree.lower[kid] == "according" or covers(find.content, kid):
            continue
        participle = tree.dep[kid] == "advcl" and tree.tag[kid] == "VBG"
        if participle or tree.dep[kid] in {"prep", "dobj", "dative"}:
            low, high = min(low, tree.left[kid]), max(high, tree.right[kid] + 1)
    return low, high


def _may_relay(tree: Tree, at: int, find: Find) -> bool:
    if tree.dep[at] in {"dobj", "dative"}:
        return tree.head[at] == find.head and tree.lemma[find.head] in ADDRESSED
    above = tree.head[at]
    return (
        tree.dep[at] in {"pobj", "conj"}
        and tree.dep[at] == "pobj"
        and tree.lower[above] in RELAY_PREPOSITIONS
    )


def _within(phrase: Range, holder: Holder | None) -> bool:
    return holder is not None and holder.phrase[0] <= phrase[0] < holder.phrase[1]


def joined(tree: Tree, finds: list[Find], words: Lexicon) -> list[Find]:
    """Finds after attributions that hold others have become relays of them, or given way.

    An outlet or an "according to" around another attribution is a relay; criticism "for" an
    accusation leaves the accusation alone; opinions inside a content are the speaker's own.
    """
    finds = _distinct(finds)
    kept = sorted(finds, key=lambda find: (-_size(find.content), find.head))
    dropped: set[int] = set()
    changed: dict[int, Find] = {}
    for outer in kept:
        if id(outer) in dropped:
            continue
        for inner in kept:
            if inner is outer or id(inner) in dropped or not _inside(inner, outer):
                continue
            verdict = _judge(tree, changed.get(id(outer), outer), inner, words)
            if verdict == "relay":
                step = Step(side_by_side(outer.holder), outer.cue)
                now = changed.get(id(inner), inner)
                changed[id(inner)] = replace(now, steps=(*outer.steps, step, *now.steps))
                dropped.add(id(outer))
            elif verdict == "swap":
                now = changed.get(id(inner), inner)
                step = Step(side_by_side(now.holder), now.cue)
                changed[id(inner)] = replace(outer, content=now.content, steps=(*now.steps, step))
                dropped.add(id(outer))
            elif verdict == "inner":
                dropped.add(id(outer))
            elif verdict == "outer":
                dropped.add(id(inner))
            elif verdict == "tail":
                now = changed.get(id(outer), outer)
                changed[id(outer)] = replace(now, content=_cut(now.content, tree.left[inner.head]))
                changed[id(inner)] = replace(inner, holder=outer.holder, steps=outer.steps)
            if id(outer) in dropped:
                break
    left = [changed.get(id(find), find) for find in finds if id(find) not in dropped]
    return sorted(left, key=lambda find: find.content[0][0] if find.content else find.head)


def _distinct(finds: list[Find]) -> list[Find]:
    """Finds less those whose cue is part of another's: "refused to say", "reported, citing"."""

    def swallowed(find: Find, other: Find) -> bool:
        cues = [*other.cue, *(tokens for step in other.steps for tokens in step.cue)]
        return other is not find and other.head != find.head and covers(cues, find.head)

    return [find for find in finds if not any(swallowed(find, other) for other in finds)]


def _judge(tree: Tree, outer: Find, inner: Find, words: Lexicon) -> str:  # noqa: PLR0911
    """What becomes of an attribution inside another's content."""
    if inner.origin == "adverb":
        return "outer"
    if outer.origin == "adverb":
        return "inner"
    if outer.origin == "verb-for" and tree.dep[inner.head] == "pcomp":
        return "inner"
    if _is_tail(tree, outer, inner):
        return "tail"
    mostly = _size(_overlap(inner, outer)) >= MOSTLY * _size(outer.content)
    passes_on = outer.origin == "according-to" or (
        outer.holder is not None and is_outlet(tree, outer.holder, words)
    )
    if outer.origin == "according-to" and tree.dep[inner.head] == "ROOT":
        mostly = True
    spoken = inner.origin != "noun" and inner.score >= SPOKEN
    if passes_on and mostly and inner.holder is not None and spoken:
        return "swap" if _reported_from(tree, outer, inner, words) else "relay"
    if inner.origin == "noun" or inner.score < SPOKEN or inner.holder is None:
        return "outer"
    if inner.negated or (inner.origin == "verb-around" and inner.content[0][0] > inner.head):
        return "outer"
    if inner.lemma in words.opinions or outer.lemma in words.opinions or outer.score < SPOKEN:
        return "outer"
    return "both"


def _reported_from(tree: Tree, outer: Find, inner: Find, words: Lexicon) -> bool:
    """Whether an outlet reports what the "according to" behind it names as the source."""
    if outer.origin != "according-to" or outer.holder is None or inner.holder is None:
        return False
    return is_outlet(tree, inner.holder, words) and not is_outlet(tree, outer.holder, words)


def _is_tail(tree: Tree, outer: Find, inner: Find) -> bool:
    """“, adding that ...”: a participle whose subject is the one who said what stands before."""
    verb = inner.head
    if tree.tag[verb] != "VBG" or tree.subject(verb) is not None or verb == 0:
        return False
    return (
        tree.text[verb - 1] == ","
        and tree.dep[verb] in {"advcl", "xcomp", "conj", "ccomp"}
        and (outer.head < verb)
    )


def _inside(inner: Find, outer: Find) -> bool:
    return covers(outer.content, inner.head) and not covers(inner.content, outer.head)


def _cut(content: tuple[Range, ...], end: int) -> tuple[Range, ...]:
    return tuple((low, min(high, end)) for low, high in content if low < end)


def _size(content: tuple[Range, ...]) -> int:
    return sum(high - low for low, high in content)


def _overlap(inner: Find, outer: Find) -> tuple[Range, ...]:
    """The tokens of the inner attribution, clause included, that lie in the outer content."""
    pieces = (*inner.content, inner.clause)
    return tuple(
        (max(low, start), min(high, end))
        for low, high in outer.content
        for start, end in _merged(pieces)
        if max(low, start) < min(high, end)
    )


def _merged(pieces: tuple[Range, ...]) -> list[Range]:
    joined: list[Range] = []
    for start, end in sorted(pieces):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    return joined
