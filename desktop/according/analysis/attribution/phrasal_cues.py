"""Finds cues that are no verbs: "according to", adverbs such as allegedly, nouns such as claim."""

from __future__ import annotations

from collections.abc import Iterator

from according.analysis.attribution.complements import after_that
from according.analysis.attribution.contents import Marked, in_speech, without
from according.analysis.attribution.cues import Find, cue_of, named, negated, source_head
from according.analysis.attribution.lexicon import Lexicon
from according.analysis.attribution.phrases import RELATIVE, Holder, holder_of
from according.analysis.attribution.trees import Range, Tree

LIGHT_VERBS = frozenset(
    ("make", "have", "issue", "express", "voice", "give", "raise", "repeat", "publish", "share")
)
"""Verbs that lend their subject to the noun they govern: "made the claim that"."""


def according_finds(tree: Tree, words: Lexicon, quotes: Marked) -> Iterator[Find]:
    """“According to X” at the beginning, in the middle or at the end of its sentence."""
    del words
    for at in range(len(tree) - 2):
        if tree.lower[at] != "according" or tree.lower[at + 1] != "to":
            continue
        if in_speech(tree, at, quotes):
            continue
        noun = tree.child(at + 1, "pobj", "pcomp")
        if noun is None:
            noun = tree.child(at, "pobj")
        holder = _after_to(tree, at, noun)
        if holder is None:
            continue
        clause = (at, _aside_end(tree, holder.phrase[1], tree.sentences[tree.sentence_of[at]][1]))
        yield Find(
            head=at,
            lemma="according to",
            cue=((at, at + 2),),
            content=_rest(tree, at, clause),
            holder=holder,
            clause=clause,
            origin="according-to",
        )


def _after_to(tree: Tree, at: int, noun: int | None) -> Holder | None:
    if noun is None:
        return None
    holder = holder_of(tree, noun)
    if holder is None:
        return None
    low, high = tree.sentences[tree.sentence_of[at]]
    start, end = max(holder.phrase[0], at + 2), min(holder.phrase[1], high)
    if at == low and not any(tree.pos[one] in {"VERB", "AUX"} for one in range(end, high)):
        # The parse took the whole sentence for a part of the name.
        comma = next((one for one in range(noun + 1, end) if tree.text[one] == ","), end)
        end = comma
    speakers = holder.speakers
    name = _name_behind(tree, end, high) if len(speakers) == 1 else end
    if name > end and low <= start < end:
        return Holder(noun, (start, name), ((start, name),))
    return Holder(noun, (start, end), speakers) if low <= start < end else None


def _name_behind(tree: Tree, end: int, high: int) -> int:
    """The end of a name that the parse cut from its label: “the state news agency SUNA”."""
    last = end
    while last < high and tree.pos[last] == "PROPN":
        last += 1
    closed = last >= high or not tree.text[last][0].isalnum()
    return last if closed and tree.pos[end - 1] == "NOUN" else end


def _aside_end(tree: Tree, end: int, high: int) -> int:
    """Where an aside about the source ends: “the memo, seen by the Guardian,”."""
    if end + 1 >= high or tree.text[end] != ",":
        return end
    first = end + 1
    if tree.lower[first] not in RELATIVE and tree.tag[first] != "VBN":
        return end
    verb = first if tree.tag[first] == "VBN" else tree.head[first]
    stop = tree.right[verb] + 1 if first <= verb < high else first
    if stop >= high or tree.text[stop] != ",":
        stop = next((one for one in range(first, high) if tree.text[one] == ","), end)
    return stop


def _rest(tree: Tree, at: int, clause: Range) -> tuple[Range, ...]:
    """The sentence without the phrase; a clause of its own if the phrase stands inside one."""
    low, high = tree.sentences[tree.sentence_of[at]]
    start, end = clause
    before_stop = end < high and tree.text[end][0].isalnum()
    if start > low and before_stop and tree.text[start - 1] != ",":
        # Inside the sentence without a comma: what follows is somebody else's.
        return ((low, start),)
    for index in range(start - 1, low, -1):
        if tree.text[index] == ";":
            low = index + 1
            break
    return without(((low, high),), (clause,))


def adverb_finds(tree: Tree, words: Lexicon, quotes: Marked) -> Iterator[Find]:
    """Adverbs by which the narrator credits nobody in particular."""
    for at, form in enumerate(tree.lower):
        if form not in words.adverbs or in_speech(tree, at, quotes):
            continue
        yield Find(
            head=at,
            lemma=form,
            cue=((at, at + 1),),
            content=without((_clause_around(tree, at),), ((at, at + 1),)),
            holder=None,
            clause=(at, at + 1),
            origin="adverb",
            score=0.6,
        )


def _clause_around(tree: Tree, at: int) -> Range:
    """The clause an adverb stands in: the sentence, or a relative clause without its pronoun."""
    sentence = tree.sentences[tree.sentence_of[at]]
    verb = tree.head[at]
    for above in (verb, *tree.ancestors(verb)):
        if tree.dep[above] in {"relcl", "advcl", "acl", "pcomp"} and above != at:
            start, end = tree.subtree(above)
            if tree.lower[start] in {"who", "which", "that", "after", "because", "as", "while"}:
                start += 1
            return (start, end) if start < end else sentence
        if tree.pos[above] == "VERB" and tree.dep[above] == "ROOT":
            break
    return sentence


def noun_finds(tree: Tree, words: Lexicon, quotes: Marked) -> Iterator[Find]:
    """Nouns with a clause of their own: "X's claim that Y", "reports that Y"."""
    for at, lemma in enumerate(tree.lemma):
        if lemma not in words.nouns or tree.pos[at] != "NOUN" or in_speech(tree, at, quotes):
            continue
        clause = _that_clause(tree, at, bare=lemma in words.unowned)
        if clause is None:
            continue
        holder = _owner(tree, at)
        if holder is None and lemma not in words.unowned:
            continue
        start = at if holder is None else min(at, holder.phrase[0])
        yield Find(
            head=at,
            lemma=lemma,
            cue=((at, at + 1),),
            content=(after_that(tree, tree.subtree(clause)),),
            holder=holder,
            clause=(start, at + 1),
            origin="noun",
            score=0.6,
        )


def adjective_finds(tree: Tree, words: Lexicon, quotes: Marked) -> Iterator[Find]:
    """Adjectives that say what somebody holds: "ministers are confident that"."""
    for at, form in enumerate(tree.lower):
        made = form == "clear" and tree.lemma[tree.head[at]] == "make" and tree.head[at] < at
        if form not in words.adjectives or not (made or tree.dep[at] in {"acomp", "conj", "oprd"}):
            continue
        verb = tree.head[at]
        clause = tree.child(at, "ccomp") or tree.child(verb, "ccomp")
        if clause is None or clause < at or in_speech(tree, at, quotes):
            continue
        subject = tree.subject(verb)
        if subject is None or tree.lower[subject] in {"it", "this", "that", "which", "what"}:
            continue
        holder = named(tree, source_head(tree, verb), verb)
        if holder is None:
            continue
        cue = cue_of(tree, verb)
        if cue[0] > at:
            continue
        yield Find(
            head=at,
            lemma=form,
            cue=((cue[0], at + 1),),
            content=(after_that(tree, tree.subtree(clause)),),
            holder=holder,
            clause=(min(holder.phrase[0], cue[0]), at + 1),
            origin="adjective",
            score=0.6,
            negated=negated(tree, verb),
        )


def _that_clause(tree: Tree, noun: int, *, bare: bool) -> int | None:
    """The clause that says what a noun claims; `bare` nouns may leave "that" out."""
    for kid in tree.children(noun, "acl", "ccomp", "relcl"):
        mark = tree.child(kid, "mark")
        if bare and mark is None and tree.left[kid] == noun + 1 and _complete(tree, kid):
            return kid
        if kid > noun and mark is not None and tree.lower[mark] == "that" and tree.finite(kid):
            return kid
    # The parse may hang the clause on the verb that governs the noun.
    above = tree.head[noun]
    if tree.dep[noun] == "dobj" and noun + 1 < len(tree) and tree.lower[noun + 1] == "that":
        return next(
            (kid for kid in tree.children(above, "ccomp") if tree.left[kid] == noun + 1), None
        )
    return None


def _complete(tree: Tree, verb: int) -> bool:
    """Whether a clause lacks nothing, as a relative clause does: "fears the dam may burst"."""
    subject = tree.subject(verb)
    if subject is None or not tree.finite(verb) or tree.lower[subject] in RELATIVE:
        return False
    modal = any(tree.tag[kid] == "MD" for kid in tree.kids[verb])
    return modal or tree.child(verb, "dobj", "acomp", "attr", "nsubjpass") is not None


def _owner(tree: Tree, noun: int) -> Holder | None:
    owner = tree.child(noun, "poss", "nsubj")
    if owner is not None and owner < noun:
        return _without_case(tree, holder_of(tree, owner, outside=noun))
    for preposition in tree.children(noun, "prep"):
        inner = tree.child(preposition, "pobj")
        if tree.lower[preposition] in {"by", "from", "among", "of"} and inner is not None:
            that = next(
                (kid for kid in tree.kids[inner] if tree.dep[kid] in {"acl", "relcl"}), None
            )
            return holder_of(tree, inner, outside=that)
    names = [kid for kid in tree.children(noun, "compound", "nmod") if tree.pos[kid] == "PROPN"]
    if names:
        phrase = (tree.left[names[0]], names[-1] + 1)
        return Holder(names[-1], phrase, (phrase,))
    above = tree.head[noun]
    if tree.dep[noun] == "dobj" and tree.lemma[above] in LIGHT_VERBS:
        return named(tree, source_head(tree, above), cue_of(tree, above)[0])
    return None


def _without_case(tree: Tree, holder: Holder | None) -> Holder | None:
    """An owner without the 's."""
    if holder is None:
        return None

    def cut(tokens: Range) -> Range:
        start, end = tokens
        return (start, end - 1) if end - 1 > start and tree.tag[end - 1] == "POS" else tokens

    return Holder(holder.head, cut(holder.phrase), tuple(cut(one) for one in holder.speakers))
