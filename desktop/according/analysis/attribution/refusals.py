"""Reads refusals: an answer that was asked for and not given."""

from __future__ import annotations

from according.analysis.attribution.cues import Find, clause_of, cue_of, named, negated, source_head
from according.analysis.attribution.trees import Tree

NOBODY = frozenset(("nobody", "none", "neither", "no"))
ASKED = frozenset(("request", "comment", "question", "message", "call", "email", "inquiry"))
ANSWERING = {"respond": "prep", "reply": "prep", "return": "dobj"}
"""Verbs of answering, and what leads to the question."""


def no_response(tree: Tree, verb: int) -> bool:
    """“Did not respond to a request for comment”, “did not return calls”, “has not commented”."""
    if tree.lemma[verb] == "comment" and (negated(tree, verb) or _nobody(tree, verb)):
        return True
    asked = ANSWERING.get(tree.lemma[verb])
    return (
        asked is not None
        and negated(tree, verb)
        and any(
            tree.lemma[at] in ASKED
            for kid in tree.children(verb, asked)
            for at in range(*tree.subtree(kid))
        )
    )


def declining(tree: Tree, verb: int) -> Find | None:
    """“Did not respond to a request for comment”."""
    holder = named(tree, source_head(tree, verb), verb)
    preposition, asked = tree.child(verb, "prep"), tree.child(verb, "dobj")
    if holder is None:
        return None
    cue = cue_of(tree, verb)
    about = cue
    if asked is not None and tree.lemma[verb] == "return":
        about = tree.subtree(asked)
    elif preposition is not None and preposition < tree.right[preposition]:
        about = (preposition + 1, tree.right[preposition] + 1)
        cue = (cue[0], preposition + 1) if preposition == cue[1] else cue
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


def _nobody(tree: Tree, verb: int) -> bool:
    """“Neither side would comment”."""
    subject = tree.subject(verb)
    if subject is None:
        return False
    return any(tree.lower[at] in NOBODY for at in (subject, *tree.children(subject, "det")))
