"""Settles what becomes of attributions that stand inside one another."""

from __future__ import annotations

from dataclasses import replace
from enum import Enum, auto

from according.analysis.attribution.contents import covers, without
from according.analysis.attribution.cues import Find, Step
from according.analysis.attribution.lexicon import Lexicon
from according.analysis.attribution.phrases import is_outlet
from according.analysis.attribution.relays import side_by_side
from according.analysis.attribution.trees import Range, Tree
from according.domain.claims import DistanceKind

SPOKEN = 0.7
"""Finds below this score are wishes, objects and nouns rather than something said."""
SECOND_HAND = 0.6
"""What a source says that others say is less surely a claim of theirs."""
THEN = frozenset(("before", "after", "while"))
"""What leads on to the speaker's next cue: “before claiming that”."""
TURNS = frozenset(("but", "while", "whereas", "although", "though"))
MOSTLY = 0.6
"""A content that consists of another attribution to this part says little of its own."""


class Verdict(Enum):
    """What becomes of two attributions, one inside the other's content."""

    BOTH = auto()
    OUTER = auto()
    INNER = auto()
    RELAY = auto()
    FROM_OUTER = auto()
    ASIDE = auto()
    TAIL = auto()
    CONTRAST = auto()


def joined(tree: Tree, finds: list[Find], words: Lexicon) -> list[Find]:
    """The finds of one sentence after those that hold others have become relays, or given way.

    An outlet or an "according to" around another attribution is a relay; criticism "for" an
    accusation leaves the accusation alone; opinions inside a content are the speaker's own.
    """
    kept = _scoped(tree, _distinct(_without_echoes(finds)))
    order = sorted(range(len(kept)), key=lambda at: (-_size(kept[at].content), kept[at].head))
    gone: set[int] = set()
    relayed: set[int] = set()
    for outer in order:
        for inner in order:
            if outer in gone:
                break
            if inner == outer or inner in gone or not _inside(kept[inner], kept[outer]):
                continue
            verdict = _judge(tree, kept[outer], kept[inner], words)
            kept[outer], kept[inner] = _settled(tree, kept[outer], kept[inner], verdict)
            if verdict is Verdict.RELAY:
                relayed.add(outer)
            elif verdict in {Verdict.FROM_OUTER, Verdict.INNER}:
                gone.add(outer)
            elif verdict is Verdict.OUTER:
                gone.add(inner)
    left = [find for at, find in enumerate(kept) if at not in gone | relayed]
    left = [_through_the_same(tree, find, left) for find in left]
    return sorted(left, key=lambda find: find.content[0][0] if find.content else find.head)


def _without_echoes(finds: list[Find]) -> list[Find]:
    """Finds less those that take the reporting clause behind them for their content.

    “Inspectors had asked for data, Foo reported”.
    """

    def echoed(find: Find, other: Find) -> bool:
        return (
            find.origin == "verb-clause"
            and other.origin.startswith("verb-around")
            and find.content[0][0] >= other.clause[0] - 1
            and covers(find.content, other.head)
            and covers(other.content, find.head)
        )

    return [find for find in finds if not any(echoed(find, other) for other in finds)]


def _through_the_same(tree: Tree, find: Find, finds: list[Find]) -> Find:
    """A find whose participle goes on with another: “told the BBC that ..., adding that ...”."""
    if find.steps or tree.tag[find.head] != "VBG" or tree.subject(find.head) is not None:
        return find
    above = next((one for one in finds if one.head == tree.head[find.head]), None)
    if above is None or above.holder is None or find.holder is None or not above.steps:
        return find
    same = above.holder.head == find.holder.head
    return replace(find, steps=above.steps) if same else find


def _scoped(tree: Tree, finds: list[Find]) -> list[Find]:
    """Finds parted from each “according to”: at the end of a sentence it is about all of it.

    So is “, reported the business daily Foo”.

    Inside another's content it is about that content alone.
    """
    for at, phrase in enumerate(finds):
        if phrase.origin not in {"according-to", "verb-around-outlet"}:
            continue
        ends = _ends_sentence(tree, phrase)
        for number, find in enumerate(finds):
            if find is phrase or not covers(find.content, phrase.head):
                continue
            if ends:
                cut = _cut(find.content, phrase.clause[0])
                finds[number] = replace(find, content=cut) if cut else find
            elif find.origin.startswith("verb") and find.head < phrase.head:
                scope = without(find.content, (phrase.clause,))
                finds[at] = replace(phrase, content=scope)
    return finds


def _ends_sentence(tree: Tree, find: Find) -> bool:
    low, high = tree.sentences[tree.sentence_of[find.head]]
    start, end = find.clause
    return start > low and not any(tree.text[at][0].isalnum() for at in range(end, high))


def _settled(tree: Tree, outer: Find, inner: Find, verdict: Verdict) -> tuple[Find, Find]:
    """Both finds as the verdict leaves them."""
    if verdict is Verdict.RELAY:
        step = Step(side_by_side(outer.holder), outer.cue)
        return outer, replace(inner, steps=(*outer.steps, step, *inner.steps))
    if verdict is Verdict.FROM_OUTER:
        step = Step(side_by_side(inner.holder), inner.cue)
        return outer, replace(outer, content=inner.content, steps=(*inner.steps, step))
    if verdict is Verdict.ASIDE:
        return replace(outer, content=_cut(outer.content, _aside(tree, inner))), inner
    if verdict is Verdict.CONTRAST:
        return replace(outer, content=_cut(outer.content, _turn(inner))), inner
    if verdict is Verdict.TAIL:
        low = tree.left[inner.head]
        low -= low > 0 and tree.lower[low - 1] in THEN
        cut = replace(outer, content=_cut(outer.content, low))
        return cut, replace(inner, holder=outer.holder, steps=outer.steps)
    score = min(inner.score, SECOND_HAND) if verdict is Verdict.BOTH else inner.score
    return outer, replace(inner, score=score)


def _distinct(finds: list[Find]) -> list[Find]:
    """Finds less those whose cue is part of another's: "refused to say", "reported, citing"."""

    def swallowed(find: Find, other: Find) -> bool:
        if find.origin == "adverb" and other.origin != "adverb":
            return covers(other.content, find.head)
        cues = [*other.cue, *(tokens for step in other.steps for tokens in step.cue)]
        return other is not find and other.head != find.head and covers(cues, find.head)

    return [find for find in finds if not any(swallowed(find, other) for other in finds)]


def _judge(tree: Tree, outer: Find, inner: Find, words: Lexicon) -> Verdict:
    """What becomes of an attribution inside another's content."""
    plain = _by_kind(tree, outer, inner)
    if plain is not None:
        return plain
    spoken = inner.origin != "noun" and inner.score >= SPOKEN and inner.holder is not None
    if spoken and _passes_on(tree, outer, inner, words):
        return Verdict.FROM_OUTER if _reported_from(tree, outer, inner, words) else Verdict.RELAY
    quoted_behind = inner.origin == "verb-around" and inner.content[0][0] > inner.head
    opinion = inner.lemma in words.opinions or outer.lemma in words.opinions
    if _denial(tree, inner, words) and outer.score >= SPOKEN:
        return Verdict.BOTH
    if not spoken or inner.negated or quoted_behind or opinion or outer.score < SPOKEN:
        return Verdict.OUTER
    return Verdict.BOTH


def _by_kind(tree: Tree, outer: Find, inner: Find) -> Verdict | None:
    """What the kinds of the two alone decide."""
    if inner.origin == "adverb":
        return Verdict.OUTER
    if outer.origin == "adverb":
        return Verdict.INNER
    if inner.origin == "verb-relative":
        return Verdict.ASIDE
    if outer.origin == "verb-for" and tree.dep[inner.head] == "pcomp":
        return Verdict.INNER
    if _contrasts(tree, outer, inner):
        return Verdict.CONTRAST
    return Verdict.TAIL if _is_tail(tree, outer, inner) else None


def _relaying(tree: Tree, outer: Find, words: Lexicon) -> bool:
    """Whether an outlet stands around another's claim: by name, or as “the agency” behind it."""
    if outer.holder is None:
        return False
    start, end = outer.holder.phrase
    plain = outer.origin == "verb-around" and end - start == 2 and tree.lower[start] == "the"
    return is_outlet(tree, outer.holder, words) or (plain and tree.lower[start + 1] == "agency")


def _denial(tree: Tree, find: Find, words: Lexicon) -> bool:
    """Whether a find is somebody's denial, told as a fact: “X denies the attack, Y says”."""
    denies = words.distance.get(find.lemma) is DistanceKind.DENYING
    return denies and find.holder is not None and not find.negated and tree.finite(find.head)


def _passes_on(tree: Tree, outer: Find, inner: Find, words: Lexicon) -> bool:
    """Whether the outer one says little but that the inner one was said."""
    according = outer.origin == "according-to"
    if not according and (outer.holder is None or not _relaying(tree, outer, words)):
        return False
    if according and tree.dep[inner.head] == "ROOT":
        return True
    return _size(_overlap(inner, outer)) >= MOSTLY * _size(outer.content)


def _reported_from(tree: Tree, outer: Find, inner: Find, words: Lexicon) -> bool:
    """Whether an outlet reports what the "according to" behind it names as the source."""
    if outer.origin != "according-to" or outer.holder is None or inner.holder is None:
        return False
    return is_outlet(tree, inner.holder, words) and not is_outlet(tree, outer.holder, words)


def _aside(tree: Tree, inner: Find) -> int:
    """Where an aside such as “, a figure disputed by the council” begins."""
    start, end = inner.content[0][0], inner.content[-1][1]
    return start if start > 0 and tree.text[start - 1] in {",", "–", "—"} else end


def _contrasts(tree: Tree, outer: Find, inner: Find) -> bool:
    """“Y, but Z disputes it”: another's turn, which the parse may hang on what was said."""
    if inner.holder is None or inner.head < outer.head or tree.subject(inner.head) is None:
        return False
    turn = _turn(inner)
    return turn > 0 and tree.lower[turn] in TURNS and tree.text[turn - 1] == ","


def _turn(inner: Find) -> int:
    """The token before the inner reporting clause, where "but" would stand."""
    return inner.clause[0] - 1


def _is_tail(tree: Tree, outer: Find, inner: Find) -> bool:
    """“, adding that ...”: a participle whose subject is the one who said what stands before."""
    verb = inner.head
    if tree.tag[verb] != "VBG" or tree.subject(verb) is not None or verb < 2:
        return False
    if tree.lower[verb - 1] in THEN:
        return outer.head < verb - 1
    parted = tree.text[verb - 1] == "," or (
        tree.text[verb - 2] == "," and not tree.text[verb - 1][0].isalnum()
    )
    return parted and tree.dep[verb] in {"advcl", "xcomp", "conj", "ccomp"} and (outer.head < verb)


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
