"""Noun phrases that name a source: how far they reach, who speaks, whether they are outlets."""

from __future__ import annotations

from dataclasses import dataclass

from according.analysis.attribution.lexicon import Lexicon
from according.analysis.attribution.trees import Range, Tree
from according.domain.spans import Spans

RELATIVE = frozenset(("who", "which", "that", "whom", "whose"))
NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET"))
HYPHENS = frozenset(("-", "‐", "‑"))
GENERAL = frozenset(("agency", "site"))
"""Nouns that only "news" and the like before them make outlets."""

LABELLED = 9
"""Words of a name with its label at most."""

LOOSE = frozenset(
    (",", ";", ":", ".", "-", "–", "—", "(", ")", "“", "”", '"', "‘", "'", "''", "``")
)


@dataclass(frozen=True, slots=True)
class Holder:
    """Who is credited: the phrase as written and one range for each who speaks, in tokens."""

    head: int
    phrase: Range
    speakers: tuple[Range, ...]

    def spans(self, tree: Tree) -> tuple[Spans, Spans]:
        """Source and speakers in code points of the article."""
        return tree.spans((self.phrase,)), tree.spans(self.speakers)


def holder_of(tree: Tree, head: int, *, outside: int | None = None) -> Holder | None:
    """The noun phrase around `head`, which never reaches the cue at `outside`."""
    phrase = _trim(tree, _reach(tree, head, outside))
    if phrase is None:
        return None
    heads = [one for one in _joined(tree, head) if phrase[0] <= one < phrase[1]]
    speakers = [_speaker(tree, one, phrase) for one in heads]
    return Holder(head, phrase, tuple(one for one in speakers if one is not None) or (phrase,))


def is_outlet(tree: Tree, holder: Holder, words: Lexicon) -> bool:
    """Whether a source is a news outlet by what it is called."""
    labels = (start - 1 for start, _ in holder.speakers if start and tree.text[start][0].isupper())
    labelled = any(_outlet_noun(tree, at, words) for at in (holder.head, *labels))
    return labelled or any(_outlet(tree, one, words) for one in holder.speakers)


def outlet_behind(tree: Tree, verb: int, words: Lexicon) -> Holder | None:
    """The outlet that ends its sentence behind its verb: ", reported the business daily Foo".

    The label before the name leaves no doubt, however the parse takes a foreign name.
    """
    high = tree.sentences[tree.sentence_of[verb]][1]
    while high > verb and not tree.text[high - 1][0].isalnum():
        high -= 1
    phrase = (verb + 1, high)
    if not 0 < high - verb - 1 <= LABELLED or any(tree.text[at] in LOOSE for at in range(*phrase)):
        return None
    label = next((at for at in range(*phrase) if _outlet_noun(tree, at, words)), None)
    if label is None or label + 1 == high or not tree.text[label + 1][0].isupper():
        return None
    return Holder(high - 1, phrase, ((label + 1, high),))


def outlet_head(tree: Tree, head: int, words: Lexicon) -> bool:
    """Whether the noun phrase around `head` names a news outlet."""
    holder = holder_of(tree, head)
    return holder is not None and is_outlet(tree, holder, words)


def _reach(tree: Tree, head: int, outside: int | None) -> Range:
    start, end = tree.subtree(head)
    for kid in tree.kids[head]:
        if kid > head and _breaks_off(tree, head, kid):
            end = min(end, tree.left[kid])
            break
    if outside is not None:
        if head < outside:
            end = min(end, _verb_group_start(tree, outside))
        else:
            start = max(start, outside + 1)
    return start, max(end, head + 1)


def _breaks_off(tree: Tree, head: int, kid: int) -> bool:
    """Whether a clause after a comma ends the phrase: ", who chairs the committee"."""
    if tree.dep[kid] in {"relcl", "acl", "advcl", "ccomp", "parataxis"}:
        before = tree.left[kid] - 1
        return before > head and tree.text[before] in {",", "–", "—"}
    return tree.dep[kid] == "prep" and tree.lower[kid] == "according"


def _verb_group_start(tree: Tree, verb: int) -> int:
    helpers = tree.children(verb, "aux", "auxpass", "neg")
    return min([verb, *helpers])


def _trim(tree: Tree, tokens: Range) -> Range | None:
    start, end = _whole_words(tree, tokens)
    while start < end and (tree.text[start] in LOOSE or tree.pos[start] in {"SPACE", "CCONJ"}):
        start += 1
    while end > start and (
        (tree.text[end - 1] in LOOSE and tree.text[end - 1] != ")") or tree.pos[end - 1] == "SPACE"
    ):
        end -= 1
    return (start, end) if start < end else None


def _whole_words(tree: Tree, tokens: Range) -> Range:
    """A phrase that cuts no word at a hyphen, where the parse often does: “co-founder”."""
    start, end = tokens
    while 0 < start < end and _hyphen(tree, start if tree.text[start] in HYPHENS else start - 1):
        start = min(start - 1, tree.left[start - 1])
    while start < end < len(tree) and _hyphen(
        tree, end - 1 if tree.text[end - 1] in HYPHENS else end
    ):
        end += 1
    return start, end


def _hyphen(tree: Tree, at: int) -> bool:
    """Whether a mark joins two words without a space."""
    return (
        tree.text[at] in HYPHENS
        and 0 < at < len(tree) - 1
        and tree.ends[at - 1] == tree.starts[at]
        and tree.ends[at] == tree.starts[at + 1]
        and tree.text[at - 1][-1].isalnum()
        and tree.text[at + 1][0].isalnum()
    )


def _joined(tree: Tree, head: int) -> list[int]:
    """A noun and the nouns joined to it by "and"."""
    found, at = [head], head
    while True:
        following = next(
            (kid for kid in tree.children(at, "conj") if tree.pos[kid] in NOMINAL), None
        )
        if following is None:
            return found
        found.append(following)
        at = following


def _speaker(tree: Tree, head: int, phrase: Range) -> Range | None:
    """Name or noun phrase of one speaker, without what stands beside it."""
    if tree.pos[head] != "PROPN" or _office(tree, head):
        beside = tree.child(head, "appos")
        if beside is not None and tree.pos[beside] == "PROPN" and beside < phrase[1]:
            # "The mayor, a Democrat": the second says what the first is.
            described = tree.child(beside, "det")
            indefinite = described is not None and tree.lower[described] in {"a", "an"}
            head = head if indefinite else beside
        elif beside is None and tree.pos[head] == "NOUN":
            head = _named_behind(tree, head, phrase)
    start = min(
        [head, *(tree.left[kid] for kid in tree.kids[head] if kid < head and tree.dep[kid] != "cc")]
    )
    end = head + 1
    for kid in tree.kids[head]:
        if kid < head:
            continue
        if tree.left[kid] != end or tree.dep[kid] not in {
            "prep",
            "acl",
            "case",
            "nummod",
            "relcl",
            "flat",
            "compound",
            "appos",
        }:
            break
        if tree.lower[kid] == "according":
            break
        end = tree.right[kid] + 1
    return _trim(tree, (max(start, phrase[0]), min(end, phrase[1])))


def _office(tree: Tree, head: int) -> bool:
    """Whether a capitalised head says what the person beside it is: "the local MP, Ann Price"."""
    beside = tree.child(head, "appos")
    types = (None if at is None else tree.passage.doc[at].ent_type_ for at in (head, beside))
    return tree.child(head, "det") is not None and tuple(types) == ("", "PERSON")


def _named_behind(tree: Tree, head: int, phrase: Range) -> int:
    """The name right behind its label, which the parse may hang elsewhere: "the news site Foo"."""
    at = head + 1
    while at < phrase[1] and tree.pos[at] == "PROPN":
        at += 1
    told = at - 1
    return told if told > head and not head <= tree.head[told] < told else head


def _outlet(tree: Tree, tokens: Range, words: Lexicon) -> bool:
    named = range(*tokens)
    head = next((at for at in reversed(named) if tree.pos[at] in {"NOUN", "PROPN"}), None)
    for at in named:
        if tree.dep[at] == "prep" or tree.pos[at] == "ADP":
            head = next((one for one in range(at - 1, tokens[0] - 1, -1)), head)
            break
    if head is None:
        return False
    lists = words.outlets
    known = any(tree.text[at] in lists.names and tree.tag[at].startswith("NNP") for at in named)
    if known and (tree.text[head] in lists.names or tree.pos[head] == "PROPN"):
        return not _person(tree, head)
    if any(
        _outlet_noun(tree, at, words) for at in named if at == head or tree.pos[head] == "PROPN"
    ):
        return True
    proper = [at for at in named if tree.pos[at] == "PROPN"]
    article = tree.lower[tokens[0]] == "the"
    if tree.text[head] in lists.name_words and tree.pos[head] == "PROPN":
        return (len(proper) > 1 or article) and not _person(tree, head)
    return False


def _outlet_noun(tree: Tree, at: int, words: Lexicon) -> bool:
    lemma = tree.lemma[at]
    listed = lemma in words.outlets.nouns or tree.lower[at] in words.outlets.nouns
    if not listed or tree.pos[at] == "VERB":
        return False
    if at + 1 < len(tree) and tree.pos[at + 1] == "NOUN" and tree.dep[at] == "compound":
        # "radio host", "newspaper editor": people who work there.
        return lemma not in GENERAL and tree.lemma[at + 1] in words.outlets.nouns
    if lemma not in GENERAL:
        named = at + 1 < len(tree) and tree.pos[at + 1] == "PROPN"  # "the business daily Foo"
        return tree.pos[at] == "NOUN" or tree.text[at][0].isupper() or named
    return at > 0 and tree.lower[at - 1] in words.outlets.agency_before


def _person(tree: Tree, at: int) -> bool:
    return tree.passage.doc[at].ent_type_ == "PERSON" and at > 0 and tree.pos[at - 1] == "PROPN"
