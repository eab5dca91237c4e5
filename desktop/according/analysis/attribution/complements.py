"""Where a reporting verb's content stands by its grammar: clauses, infinitives, objects."""

from __future__ import annotations

from collections.abc import Iterator

from according.analysis.attribution.cues import agent, passive
from according.analysis.attribution.lexicon import PREPOSITIONS, Lexicon
from according.analysis.attribution.trees import Range, Tree
from according.domain.claims import DistanceKind

Complement = tuple[str, tuple[Range, ...], int | None]
"""The frame, the ranges of the content, and the head of a passive's agent."""

WITH_OBJECT = frozenset(("of", "for", "as", "against", "on", "with"))
"""Prepositions that take the object along: "accused X of", "described X as"."""

ANONYMITY = frozenset(("name", "identify"))
"""What a source asks not to be, which is no claim."""

CIRCUMSTANCES = frozenset(
    ("as", "while", "after", "before", "because", "since", "until", "although", "though", "once")
)
"""Conjunctions that open no content."""

COMMUNICATION_OBJECTS = frozenset(
    ("it", "this", "that", "so", "them", "him", "her", "what", "which")
)
"""Objects that hold no content by themselves."""


BEFORE_THAT = frozenset((",", "only", "also", "simply", "just", "merely", "again", "however"))
"""What may stand between a cue and “that” and belongs to neither."""


def complement(tree: Tree, verb: int, words: Lexicon) -> Complement | None:
    """The content that depends on a verb, by the first frame that fits."""
    frames = words.frames.get(tree.lemma[verb], frozenset())
    if passive(tree, verb):
        return _passive(tree, verb, frames, words)
    for read in (_clause, _infinitive, _small, _prepositional, _object):
        found = read(tree, verb, frames, words)
        if found is not None:
            return found[0], found[1], None
    return None


def after_that(tree: Tree, tokens: Range) -> Range:
    """A clause without its leading "that"."""
    start, end = tokens
    while start < end - 1 and (
        tree.text[start] in {",", ":", "“", '"'} and tree.text[start] != "“"
    ):
        start += 1
    that = start
    while that < end - 1 and tree.lower[that] in BEFORE_THAT:
        that += 1
    if that < end - 1 and tree.lower[that] == "that" and tree.dep[that] == "mark":
        start = that + 1
    return start, end


def with_adjuncts(tree: Tree, verb: int, tokens: Range, words: Lexicon) -> Range:
    """A content with the phrases right behind it that the parse hung on its cue.

    “In a statement” and the like tell how something was said, and are left out.
    """
    start, end = tokens
    for kid in tree.kids[verb]:
        if kid < end or tree.left[kid] != end:
            continue
        if tree.dep[kid] not in {"prep", "npadvmod", "advmod"} or tree.lower[kid] == "according":
            break
        inner = tree.child(kid, "pobj")
        if inner is not None and tree.lemma[inner] in words.statement_nouns:
            break
        end = tree.right[kid] + 1
    return start, end


def _clause(
    tree: Tree, verb: int, frames: frozenset[str], words: Lexicon
) -> tuple[str, tuple[Range, ...]] | None:
    del words
    for kid in tree.children(verb, "ccomp"):
        if kid < verb or _trailing_report(tree, verb, kid) or _circumstance(tree, kid):
            continue
        if tree.infinitive(kid):
            if "urge" in frames:
                return "urge", (tree.subtree(kid),)
            continue
        if tree.tag[kid] == "VBG" and tree.child(kid, "aux") is None and "object" not in frames:
            continue
        if "clause" in frames or "quote" in frames:
            return "clause", (after_that(tree, tree.subtree(kid)),)
        if "small" in frames:
            return "small", (tree.subtree(kid),)
    return None


def _circumstance(tree: Tree, clause: int) -> bool:
    """Whether a clause tells when something was said: “said as the crowd left”."""
    mark = tree.child(clause, "mark")
    if mark is not None and tree.lower[mark] in CIRCUMSTANCES:
        return True
    bare = not any(tree.dep[kid] in {"aux", "auxpass"} for kid in tree.kids[clause])
    return tree.tag[clause] == "VBN" and bare and tree.subject(clause) is None


def loose_clause(tree: Tree, verb: int) -> Range | None:
    """A content clause that the parse hung elsewhere: "told a meeting of leaders that few knew"."""
    for kid in tree.kids[verb]:
        if (
            kid > verb
            and tree.dep[kid] in {"advcl", "parataxis", "conj"}
            and _bare(tree, verb, kid)
        ):
            return tree.subtree(kid)
    end = tree.right[verb] + 1
    that = verb + 1
    if that < end - 2 and tree.lower[that] == "that" and tree.dep[that] == "mark":
        # A misread clause, but "that" right behind the verb leaves no doubt.
        return that + 1, end
    for at in range(verb + 1, end):
        if tree.text[at] in {",", ";", ":"}:
            break
        if tree.lower[at] == "that" and tree.dep[at] in {"mark", "nsubj", "dobj", "det"}:
            clause = tree.head[at]
            if tree.dep[at] == "mark" and clause > at and tree.finite(clause):
                return at + 1, tree.right[clause] + 1
    return None


def _bare(tree: Tree, verb: int, kid: int) -> bool:
    """Whether a clause has a subject and no conjunction, as a content without "that" has."""
    if not tree.finite(kid) or tree.subject(kid) is None:
        return False
    if tree.child(kid, "mark") is not None or any(
        tree.tag[one] in {"WRB", "CC"} for one in tree.kids[kid] if one < kid
    ):
        return False
    if any(tree.dep[one] == "cc" and verb < one < kid for one in tree.kids[verb]):
        return False
    return tree.text[tree.left[kid] - 1] not in {",", ";", "–", "—"}


def _trailing_report(tree: Tree, verb: int, kid: int) -> bool:
    """Whether a "complement" is in truth a second reporting clause: "..., reported Yonhap"."""
    subject = tree.subject(kid)
    if subject is None or subject < kid or tree.left[kid] != kid:
        return False
    return kid > verb + 1 and not tree.text[kid - 1][0].isalnum()


def _infinitive(
    tree: Tree, verb: int, frames: frozenset[str], words: Lexicon
) -> tuple[str, tuple[Range, ...]] | None:
    theirs = tree.child(verb, "dobj", "dative")
    for kid in tree.children(verb, "xcomp", "advcl"):
        if kid < verb:
            continue
        if not tree.infinitive(kid):
            if tree.tag[kid] == "VBG" and "object" in frames and tree.dep[kid] == "xcomp":
                return "object", (with_adjuncts(tree, verb, tree.subtree(kid), words),)
            continue
        if theirs is not None and verb < theirs < kid:
            if "urge" in frames:
                return "urge", ((tree.left[theirs], tree.right[kid] + 1),)
            continue
        if "infinitive" in frames and tree.dep[kid] == "xcomp":
            if tree.lemma[kid] in ANONYMITY:
                return None
            whole = with_adjuncts(tree, verb, tree.subtree(kid), words)
            return _declined(tree, verb, kid, words) or ("infinitive", (whole,))
    return None


def _declined(
    tree: Tree, verb: int, kid: int, words: Lexicon
) -> tuple[str, tuple[Range, ...]] | None:
    """“Declined to comment on X” is about X, or about nothing that the text names."""
    if tree.lemma[verb] not in words.refusals or tree.lemma[kid] not in words.comments:
        return None
    about = tree.child(kid, "ccomp", "xcomp", "dobj")
    if about is None:
        preposition = tree.child(kid, "prep")
        about = None if preposition is None else tree.child(preposition, "pobj", "pcomp")
    return "decline", (tree.subtree(kid if about is None else about),)


def _small(
    tree: Tree, verb: int, frames: frozenset[str], words: Lexicon
) -> tuple[str, tuple[Range, ...]] | None:
    del words
    if "small" not in frames:
        return None
    called = tree.child(verb, "oprd", "xcomp", "attr")
    if called is None and (bill := tree.child(verb, "dobj")) is not None and bill > verb:
        # "Called the bill “a disaster”": the parse may set the two beside each other.
        beside = tree.child(bill, "appos")
        if beside is not None and tree.text[tree.left[beside] - 1] != ",":
            return "small", (tree.subtree(bill),)
    theirs = next((kid for kid in tree.children(verb, "dobj", "nsubj") if kid > verb), None)
    if theirs is None and called is not None:
        theirs = tree.child(verb, "dobj", "nsubj")
    if called is None or called < verb or theirs is None or tree.dep[verb] == "acl":
        return None
    start = tree.left[theirs] if verb < theirs < called else tree.left[called]
    return "small", ((start, tree.right[called] + 1),)


def _prepositional(
    tree: Tree, verb: int, frames: frozenset[str], words: Lexicon
) -> tuple[str, tuple[Range, ...]] | None:
    wanted = frames & PREPOSITIONS
    if not wanted:
        return None
    theirs = tree.child(verb, "dobj")
    for preposition in _prepositions(tree, verb, theirs):
        form = tree.lower[preposition]
        if form not in wanted or preposition < verb:
            continue
        inner = tree.child(preposition, "pobj", "pcomp")
        if inner is None and theirs is None:
            continue
        if theirs is not None and verb < theirs < preposition:
            if form not in WITH_OBJECT or (form == "as" and _quoted_as(tree, inner, words)):
                continue
            return form, ((tree.left[theirs], _with_means(tree, verb, preposition)),)
        if form in {"as", "for"} and not _alone(tree, verb, form):
            continue
        return form, ((preposition + 1, tree.right[preposition] + 1),)
    return None


def _with_means(tree: Tree, verb: int, preposition: int) -> int:
    """Where "accused X of Ving by Ving" ends: the means belong to what is claimed."""
    end = tree.right[preposition] + 1
    means = next((kid for kid in tree.children(verb, "prep") if tree.left[kid] == end), None)
    if means is not None and tree.lower[means] == "by" and tree.child(means, "pcomp") is not None:
        return tree.right[means] + 1
    return end


def _alone(tree: Tree, verb: int, form: str) -> bool:
    """Whether a preposition holds a content without an object: "called for", never "praised as"."""
    return form == "for" and tree.lemma[verb] in {
        "call",
        "push",
        "argue",
        "advocate",
        "hope",
        "apologise",
        "apologize",
        "vouch",
        "plead",
    }


def _quoted_as(tree: Tree, inner: int | None, words: Lexicon) -> bool:
    """Whether "as" leads to the cue itself: "cited X as saying"."""
    return (
        inner is not None and tree.tag[inner] == "VBG" and words.takes(tree.lemma[inner], "clause")
    )


def _prepositions(tree: Tree, verb: int, theirs: int | None) -> Iterator[int]:
    """Prepositions of a verb, and those the parse hung on its object."""
    yield from tree.children(verb, "prep")
    if theirs is not None:
        yield from (
            kid
            for kid in tree.children(theirs, "prep")
            if tree.lower[kid] in {"of", "for", "as", "with"}
        )


def _object(
    tree: Tree, verb: int, frames: frozenset[str], words: Lexicon
) -> tuple[str, tuple[Range, ...]] | None:
    theirs = tree.child(verb, "dobj")
    if tree.lemma[verb] == "say" and (answer := tree.child(verb, "intj")) == verb + 1:
        return "object", (tree.subtree(answer),)
    if theirs is None or theirs < verb:
        return None
    if tree.lower[theirs] in COMMUNICATION_OBJECTS:
        denies = words.distance.get(tree.lemma[verb]) is DistanceKind.DENYING
        return ("object", (tree.subtree(theirs),)) if denies and theirs == verb + 1 else None
    gerund = tree.left[theirs]
    if tree.tag[gerund] == "VBG" and "object" in frames:
        # "Denied supplying weapons to": the parse may take the verb for an adjective.
        return "object", (with_adjuncts(tree, verb, tree.subtree(theirs), words),)
    if "object" not in frames and not (
        "clause" in frames and tree.lemma[theirs] in words.nouns and tree.right[theirs] > theirs
    ):
        return None
    return "object", (with_adjuncts(tree, verb, tree.subtree(theirs), words),)


def _passive(tree: Tree, verb: int, frames: frozenset[str], words: Lexicon) -> Complement | None:
    subject = tree.child(verb, "nsubjpass")
    by = agent(tree, verb)
    for kid in tree.children(verb, "ccomp", "xcomp"):
        if kid < verb:
            continue
        if tree.infinitive(kid) and ("infinitive" in frames or "clause" in frames):
            own = (tree.subtree(subject),) if subject is not None else ()
            return "infinitive", (*own, tree.subtree(kid)), by
        if "clause" in frames and not tree.infinitive(kid) and tree.tag[kid] != "VBG":
            return "clause", (after_that(tree, tree.subtree(kid)),), by
    if subject is None or tree.lower[subject] in {"it", "which", "who", "that"}:
        return None
    return _accused(tree, verb, frames, subject, by, words)


def _accused(
    tree: Tree,
    verb: int,
    frames: frozenset[str],
    subject: int,
    by: int | None,
    words: Lexicon,
) -> Complement | None:
    """“X was accused by Y of Z”: the parse may hang “of Z” on Y."""
    del words
    holders = (verb,) if by is None else (verb, by)
    for holder in holders:
        for preposition in tree.children(holder, "prep"):
            if preposition > verb and tree.lower[preposition] in frames & WITH_OBJECT:
                return (
                    tree.lower[preposition],
                    (tree.subtree(subject), tree.subtree(preposition)),
                    by,
                )
    if "object" in frames and by is not None:
        return "object", (tree.subtree(subject),), by
    return None
