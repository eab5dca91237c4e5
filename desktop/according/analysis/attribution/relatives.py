"""Contents of which a relative clause holds the cue: “which he denies”, “laws that X said ...”."""

from __future__ import annotations

from according.analysis.attribution.complements import Complement, after_that
from according.analysis.attribution.cues import passive
from according.analysis.attribution.lexicon import Lexicon
from according.analysis.attribution.phrases import RELATIVE, Holder, holder_of
from according.analysis.attribution.trees import Range, Tree
from according.domain.claims import DistanceKind


def stands_before(tree: Tree, verb: int, words: Lexicon) -> Complement | None:
    """“Claims that he denies”, “..., something it denies”: the content stands before."""
    if words.distance.get(tree.lemma[verb]) is not DistanceKind.DENYING:
        return None
    above, acted_upon = tree.head[verb], passive(tree, verb)
    which = tree.child(verb, "dobj")
    asides = which is not None and tree.lower[which] == "which" and which < verb
    if above > verb or not (acted_upon or tree.subject(verb) is not None):
        return None
    if tree.dep[verb] not in {"relcl", "acl"} and not asides:
        return None
    if tree.pos[above] == "NOUN" and not asides:
        about = holder_of(tree, above, outside=tree.left[verb])
        return None if about is None else ("relative", (about.phrase,), None)
    return _clause_before(tree, verb)


def about_antecedent(tree: Tree, verb: int, words: Lexicon) -> Complement | None:
    """“Laws that courts said hurt tenants”: the content is about the noun before."""
    if not goes_on_behind(tree, verb, words):
        return None
    pronoun, noun = tree.left[verb], tree.head[verb]
    about = holder_of(tree, noun, outside=pronoun) if noun < pronoun else None
    if about is None:
        return None
    return "clause", (about.phrase, (verb + 1, tree.right[verb] + 1)), None


def goes_on_behind(tree: Tree, verb: int, words: Lexicon) -> bool:
    """Whether a relative clause around a cue goes on behind it: “that courts said hurt tenants”."""
    if tree.dep[verb] != "relcl" or not words.takes(tree.lemma[verb], "clause"):
        return False
    pronoun, own = tree.left[verb], tree.subject(verb)
    return (
        own is not None
        and own != pronoun
        and tree.lower[pronoun] in {"that", "which", "who"}
        and tree.dep[pronoun] in {"nsubj", "dobj"}
        and tree.right[verb] > verb
    )


def without_pronoun(tree: Tree, verb: int, holder: Holder | None) -> Holder | None:
    """“That appeal courts” as a subject is two, of which the first is the relative pronoun."""
    if (
        holder is None
        or holder.phrase[0] != tree.left[verb]
        or holder.phrase[1] < tree.left[verb] + 2
    ):
        return holder
    start = tree.left[verb] + 1

    def cut(tokens: Range) -> Range:
        return max(start, tokens[0]), tokens[1]

    return Holder(holder.head, cut(holder.phrase), tuple(cut(one) for one in holder.speakers))


def _clause_before(tree: Tree, verb: int) -> Complement | None:
    """The clause that “which” or “something” stands for."""
    above = tree.head[verb]
    end = tree.left[above] if tree.pos[above] == "PRON" else tree.left[verb]
    clause = next((at for at in (above, *tree.ancestors(above)) if tree.pos[at] == "VERB"), None)
    if clause is None:
        return None
    inner = tree.child(clause, "ccomp", "xcomp")
    clause = inner if inner is not None and inner < end else clause
    if tree.left[clause] >= end:
        return None
    return "relative", (after_that(tree, (tree.left[clause], end)),), None


def with_antecedent(tree: Tree, verb: int, ranges: tuple[Range, ...]) -> tuple[Range, ...]:
    """“The cuts, which he said were unavoidable”: the content is about the cuts."""
    if len(ranges) < 2 or tree.dep[verb] != "relcl":
        return ranges
    start, end = ranges[0]
    if end - start != 1 or tree.lower[start] not in RELATIVE:
        return ranges
    noun = tree.head[verb]
    about = holder_of(tree, noun, outside=start) if noun < start else None
    return (about.phrase, *ranges[1:]) if about is not None else ranges[1:]
