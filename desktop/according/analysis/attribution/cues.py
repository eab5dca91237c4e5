"""What a rule finds: a cue with its content and who holds it, in tokens of one passage."""

from __future__ import annotations

from dataclasses import dataclass

from according.analysis.attribution.phrases import RELATIVE, Holder, holder_of
from according.analysis.attribution.trees import Range, Tree

HOSTILE_PREPOSITIONS = frozenset(("for", "over", "as"))
HELPERS = frozenset(("aux", "auxpass", "neg", "prt"))
CLAUSE_PARTS = frozenset(
    (
        *("dobj", "dative", "prep", "advmod", "npadvmod", "prt", "nsubj", "nsubjpass", "agent"),
        "pobj",
        *("neg", "aux", "auxpass", "acomp", "attr", "oprd"),
    )
)
ABSTRACT = (
    "ion",
    "ions",
    "ment",
    "ments",
    "ism",
    "ity",
    "ness",
    "ence",
    "ance",
    "aints",
    "aim",
    "ims",
)
"""Endings of nouns that are not people."""
QUOTING = frozenset(("quote", "cite"))
PAUSES = frozenset((",", "–", "—", "-", "--", "("))
"""Marks that may stand between a noun and its relative clause."""

PLACING = frozenset(("at", "in", "on"))
"""Prepositions after which no person stands."""

DEPTH = 6
"""How many heads are climbed in search of a subject."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step of relays: who stand side by side, and the tokens that make them relays."""

    relays: tuple[Range, ...]
    cue: tuple[Range, ...]


@dataclass(frozen=True, slots=True)
class Find:
    """A cue as a rule found it; all ranges are tokens.

    `clause` is the reporting clause, content apart; `origin` names the rule and `score` says how
    far it can be trusted; `steps` lead from the reader towards the source.
    """

    head: int
    lemma: str
    cue: tuple[Range, ...]
    content: tuple[Range, ...]
    holder: Holder | None
    clause: Range
    origin: str
    score: float = 0.8
    negated: bool = False
    passive: bool = False
    steps: tuple[Step, ...] = ()


def cue_of(tree: Tree, verb: int) -> Range:
    """The verb with its auxiliaries, negation and particle, as far as they stand together."""
    parts = {verb, *(kid for kid in tree.kids[verb] if tree.dep[kid] in HELPERS)}
    adverbs = {kid for kid in tree.kids[verb] if tree.dep[kid] == "advmod" and kid < verb}
    start = end = verb
    while start - 1 in parts or (start - 1 in adverbs and start - 2 in parts):
        start -= 1
    while end + 1 in parts:
        end += 1
    return start, end + 1


def negated(tree: Tree, verb: int) -> bool:
    """Whether a verb is denied: "did not say", "never claimed", "would not confirm"."""
    return any(
        tree.dep[kid] == "neg" or tree.lower[kid] in {"never", "not", "n't", "n’t"}
        for kid in tree.kids[verb]
    )


def passive(tree: Tree, verb: int) -> bool:
    """Whether somebody is acted upon: "was accused", "figures disputed by the council"."""
    if tree.child(verb, "auxpass", "nsubjpass") is not None:
        return True
    return (
        tree.tag[verb] == "VBN"
        and tree.dep[verb] == "acl"
        and tree.child(verb, "agent") is not None
    )


def agent(tree: Tree, verb: int) -> int | None:
    """Who acts in a passive: the noun after "by"."""
    by = tree.child(verb, "agent")
    if by is None:
        by = next((kid for kid in tree.children(verb, "prep") if tree.lower[kid] == "by"), None)
    return None if by is None else tree.child(by, "pobj")


def quoting_verb(tree: Tree, verb: int) -> int | None:
    """The “quoted” above the “saying” of “quoted X as saying”."""
    if tree.dep[verb] not in {"pcomp", "advcl", "xcomp"} or tree.tag[verb] != "VBG":
        return None
    above = tree.head[verb]
    quoting = above if tree.lemma[above] in QUOTING else tree.head[above]
    return quoting if tree.lemma[quoting] in QUOTING and quoting < verb else None


def source_head(tree: Tree, verb: int, depth: int = 0) -> int | None:
    """The noun that a verb's subject is, said or understood."""
    if passive(tree, verb):
        return agent(tree, verb)
    own = tree.subject(verb)
    if own is not None:
        return antecedent(tree, own) if tree.lower[own] in RELATIVE else own
    return _understood(tree, verb, depth) if depth < DEPTH else None


def _understood(tree: Tree, verb: int, depth: int) -> int | None:
    """The subject of a verb without one of its own, from the clause it depends on."""
    dep, above = tree.dep[verb], tree.head[verb]
    if dep == "pcomp":
        return _of_gerund(tree, verb, depth)
    if dep in {"acl", "relcl"}:
        return _antecedent(tree, verb)
    if dep not in {"conj", "xcomp", "advcl", "ccomp", "dep"}:
        return None
    if tree.pos[above] not in {"VERB", "AUX"}:
        return None
    theirs = tree.child(above, "dobj") if dep == "xcomp" else None
    return theirs if theirs is not None and theirs < verb else _shared(tree, above, depth)


def _shared(tree: Tree, verb: int, depth: int) -> int | None:
    """The subject a verb lends to the verbs below it: in the passive, who is acted upon."""
    own = tree.child(verb, "nsubjpass")
    return own if own is not None else source_head(tree, verb, depth + 1)


def antecedent(tree: Tree, pronoun: int) -> int | None:
    """The noun that "who" stands for: that of its clause, or, where the parse has none, before it.

    Whoever it is does not work at somebody but at a place: "an aide at the ministry who said".
    """
    clauses = (at for at in tree.ancestors(pronoun) if tree.dep[at] in {"acl", "relcl"})
    verb = next((at for at in clauses if tree.left[at] <= pronoun), None)
    found = None if verb is None else _antecedent(tree, verb)
    if found is None or found > pronoun:
        found = _right_before(tree, pronoun)
    while found is not None and tree.lower[pronoun] == "who":
        place = tree.head[found]
        above = tree.head[place]
        if tree.lower[place] not in PLACING or tree.pos[above] not in {"NOUN", "PROPN"}:
            break
        found = above
    return found


def _right_before(tree: Tree, pronoun: int) -> int | None:
    """The noun before a relative pronoun and the comma that may lead to it."""
    at = pronoun - 1
    while at > 0 and tree.text[at] in PAUSES:
        at -= 1
    nouns = {"NOUN", "PROPN", "PRON"}
    if at < 0 or tree.pos[at] not in nouns or tree.lower[pronoun] not in {"who", "which"}:
        return None
    while tree.head[at] < at and tree.pos[tree.head[at]] in {"NOUN", "PROPN"}:
        at = tree.head[at]
    return at


def _antecedent(tree: Tree, verb: int) -> int | None:
    """The noun that a relative clause or participle describes."""
    above = tree.head[verb]
    if tree.dep[verb] not in {"acl", "relcl"} or tree.pos[above] not in {"NOUN", "PROPN", "PRON"}:
        return None
    own = tree.subject(verb)
    if own is not None and tree.lower[own] == "who" and tree.lower[above].endswith(ABSTRACT):
        # "Objections from residents, who say": people say, objections do not.
        return next(
            (
                at
                for at in range(tree.left[verb] - 1, above, -1)
                if tree.pos[at] in {"NOUN", "PROPN"}
            ),
            above,
        )
    return above


def _of_gerund(tree: Tree, verb: int, depth: int) -> int | None:
    """Who does what stands after a preposition: "blasted X for saying" is X, "by saying" is not."""
    preposition = tree.head[verb]
    governor = tree.head[preposition]
    if tree.pos[governor] not in {"VERB", "AUX"}:
        return governor if tree.dep[governor] in {"dobj", "nsubj"} else None
    if tree.lower[preposition] in HOSTILE_PREPOSITIONS:
        theirs = tree.child(governor, "dobj", "nsubjpass")
        if theirs is not None:
            return theirs
    return _shared(tree, governor, depth)


def clause_of(tree: Tree, verb: int, holder: Holder | None) -> Range:
    """The reporting clause around a verb: subject, verb group, object and adjuncts."""
    start, end = cue_of(tree, verb)
    own = tree.subject(verb)
    for kid in tree.kids[verb]:
        if tree.dep[kid] not in CLAUSE_PARTS or tree.lower[kid] == "according":
            continue
        low, high = tree.subtree(kid)
        if kid < verb and (kid == own or (high <= start and _adjacent(tree, high, start))):
            start = min(start, low)
        elif kid > verb and _adjacent(tree, end, low):
            end = max(end, high)
    if holder is not None:
        low, high = holder.phrase
        if high <= start and _adjacent(tree, high, start):
            start = low
        elif low >= end and low - end <= 1:
            end = high
    return start, end


def _adjacent(tree: Tree, end: int, start: int) -> bool:
    """Whether nothing but commas, brackets and small adverbs lies between two ranges."""
    return all(
        tree.pos[at] in {"ADV", "SPACE"} or tree.text[at] in {",", ")", "–", "—"}
        for at in range(end, start)
    )


def named(tree: Tree, head: int | None, verb: int) -> Holder | None:
    """The holder around a subject's head."""
    if head is None:
        return None
    if tree.dep[verb] in {"relcl", "acl"} and head < tree.left[verb]:
        return holder_of(tree, head, outside=tree.left[verb])
    return _with_label(tree, holder_of(tree, head, outside=verb), verb)


def _with_label(tree: Tree, holder: Holder | None, verb: int) -> Holder | None:
    """“State news agency IRNA”: the parse may take label and name for two subjects."""
    if holder is None:
        return None
    for kid in tree.children(verb, "nsubj"):
        if kid < holder.head and tree.right[kid] + 1 == holder.phrase[0] == tree.left[holder.head]:
            start = tree.left[kid]
            first = (start, holder.speakers[0][1])
            return Holder(holder.head, (start, holder.phrase[1]), (first, *holder.speakers[1:]))
    return holder
