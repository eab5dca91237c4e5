"""Finds who speaks where a colon or dash says so: "Y: X", "X – Y", a name before a quotation."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace

from according.analysis.attribution.contents import Marked, in_speech
from according.analysis.attribution.cues import Find
from according.analysis.attribution.lexicon import Lexicon
from according.analysis.attribution.phrases import HYPHENS, Holder
from according.analysis.attribution.trees import Range, Tree
from according.domain.article import BlockKind

HEADINGS = frozenset((BlockKind.HEADLINE, BlockKind.STANDFIRST, BlockKind.HEADING))
DASHES = frozenset(("-", "–", "—", "―", "--"))
TURNS = frozenset(
    ("as", "after", "amid", "while", "but", "before", "following", "despite", "ahead")
)
"""Words with which a heading goes on to something else."""
SAYS = frozenset(("says", "say", "said"))
STOPS = frozenset((";", ":", "–", "—", "."))
QUOTATION_MARKS = frozenset("‘’“”'\"")
HEADLINE_WORDS = 20
NAME_WORDS = 7
"""A source before a colon is no longer than this; more is a sentence."""


def headline_finds(tree: Tree, words: Lexicon, quotes: Marked) -> Iterator[Find]:
    """Colons everywhere before speech, and in headings also before and behind plain text."""
    heading = tree.passage.block.kind in HEADINGS or _headline_like(tree)
    for sentence in tree.sentences:
        found = _colon(tree, sentence, quotes, words, heading=heading)
        if found is None:
            found = _behind_dash(tree, sentence, quotes)
        if found is None and heading:
            found = _dash(tree, sentence, quotes, words)
        if found is not None:
            yield found


def to_line_end(tree: Tree, finds: list[Find]) -> list[Find]:
    """The finds of a heading's sentence, their contents taken to the end of the line.

    Headlines leave words out and so are often misread: “over state of sewage works” has no verb.
    """
    if tree.passage.block.kind not in HEADINGS:
        return finds
    return [_to_semicolon(tree, _lengthened(tree, find, finds)) for find in finds]


def verbless_finds(tree: Tree, found: Collection[int], quotes: Marked) -> Iterator[Find]:
    """“X says talks ‘possible’”: a heading may leave the verb out of what is said.

    `found` are the heads of the cues that are known already.
    """
    if tree.passage.block.kind not in HEADINGS:
        return
    for at in range(1, len(tree) - 2):
        if tree.lower[at] not in SAYS or at in found or in_speech(tree, at, quotes):
            continue
        start = next((one + 1 for one in range(at - 1, -1, -1) if tree.text[one] in STOPS), 0)
        end = _line_end(tree, at + 1, quotes)
        within = any(start <= one < end for one in found)
        if within or end - at < 3 or not _plain_noun(tree, (start, at)):
            continue
        first = at + 2 if tree.lower[at + 1] == "that" else at + 1
        yield replace(
            _find(tree, at, (start, at), (first, end)), lemma="say", origin="verb-headline"
        )


def _turns(tree: Tree, at: int) -> bool:
    """Whether a heading goes on to something else; “before spring” is still what is said."""
    acts = any(tree.pos[one] in {"VERB", "AUX"} for one in range(at, len(tree)))
    return tree.lower[at] in TURNS and (acts or tree.lower[at] != "before")


def _line_end(tree: Tree, start: int, quotes: Marked) -> int:
    """Where a heading turns to something else: at a semicolon, at “as” with a clause."""
    for at in range(start + 1, len(tree)):
        turns = tree.lower[at] in TURNS and tree.lower[at] not in {"before", "following"}
        clause = turns and any(tree.pos[one] in {"VERB", "AUX"} for one in range(at, len(tree)))
        if (tree.text[at] in STOPS or clause) and not in_speech(tree, at, quotes):
            return at
    return len(tree)


def _plain_noun(tree: Tree, tokens: Range) -> bool:
    """Whether a few words before “says” are a noun phrase or a name."""
    start, end = tokens
    if not 0 < end - start <= NAME_WORDS or tree.pos[end - 1] not in {"NOUN", "PROPN", "ADJ"}:
        return False
    return not any(
        tree.tag[at] in {"VBZ", "VBP", "MD", "TO", "WRB", "WP", "IN"} or tree.text[at] == ","
        for at in range(start, end)
    )


def _to_semicolon(tree: Tree, find: Find) -> Find:
    """A find whose content stops at a semicolon behind its cue: a heading's halves are apart."""
    low, high = tree.sentences[tree.sentence_of[find.head]]
    stop = next((at for at in range(find.head, high) if tree.text[at] == ";"), None)
    if stop is None or not low <= find.head < stop:
        return find
    kept = tuple((start, min(end, stop)) for start, end in find.content if start < stop)
    return replace(find, content=kept) if kept else find


def _lengthened(tree: Tree, find: Find, finds: list[Find]) -> Find:
    high = tree.sentences[tree.sentence_of[find.head]][1]
    if not find.origin.startswith("verb-") or not find.content or find.origin == "verb-around":
        return find
    start, end = find.content[-1]
    rest = range(end, high)
    if start <= find.head or not rest or _turns(tree, end):
        return find
    inside = HYPHENS | QUOTATION_MARKS
    if any(not tree.text[at][0].isalnum() and tree.text[at] not in inside for at in rest):
        return find
    if any(other is not find and other.head in rest for other in finds):
        return find
    return replace(find, content=(*find.content[:-1], (start, high)))


def _headline_like(tree: Tree) -> bool:
    """Whether a line of unknown kind is put like a headline: short, without a stop at its end."""
    return 0 < len(tree) <= HEADLINE_WORDS and tree.text[-1][-1].isalnum()


def _colon(
    tree: Tree, sentence: Range, quotes: Marked, words: Lexicon, *, heading: bool
) -> Find | None:
    low, high = sentence
    at = next((at for at in range(low, high) if tree.text[at] == ":"), None)
    if at is None or at == low or at + 1 >= high or in_speech(tree, at, quotes):
        return None
    quoted = quotes.at(tree.starts[at + 1])
    spoken = quoted is not None and quoted.span.start == tree.starts[at + 1]
    before, behind = (low, at), (at + 1, high)
    if _name(tree, before, words) and (spoken or (heading and _clause(tree, behind))):
        return _find(tree, at, before, behind)
    if heading and _name(tree, behind, words) and _clause(tree, before):
        return _find(tree, at, behind, before)
    return None


def _behind_dash(tree: Tree, sentence: Range, quotes: Marked) -> Find | None:
    """“...” – Jane Jones: a name behind a dash that follows speech."""
    low, high = sentence
    for at in range(max(low, 1), high - 1):
        if tree.text[at] not in DASHES or quotes.at(tree.starts[at]) is not None:
            continue
        quoted = quotes.at(tree.ends[at - 1] - 1)
        named = [one for one in range(at + 1, high) if tree.text[one][0].isalnum()]
        if quoted is None or quoted.scare or not named or len(named) > NAME_WORDS:
            continue
        if tree.tag[named[0]].startswith("NNP") and not any(
            tree.tag[one] in {"VBD", "VBZ", "VBP", "MD"} for one in named
        ):
            first = at - 1
            while first > 0 and tree.starts[first - 1] >= quoted.span.start:
                first -= 1
            return _find(tree, at, (at + 1, high), (first, at))
    return None


def _dash(tree: Tree, sentence: Range, quotes: Marked, words: Lexicon) -> Find | None:
    """“X – Y”: who says so stands last, as British headlines have it."""
    low, high = sentence
    marks = [at for at in range(low + 1, high - 1) if tree.text[at] in DASHES and _spaced(tree, at)]
    if not marks or in_speech(tree, marks[-1], quotes):
        return None
    at = marks[-1]
    if _name(tree, (at + 1, high), words) and at - low > 2:
        return _find(tree, at, (at + 1, high), (low, at))
    return None


def _spaced(tree: Tree, at: int) -> bool:
    return tree.starts[at] > tree.ends[at - 1] and tree.starts[at + 1] > tree.ends[at]


def _name(tree: Tree, tokens: Range, words: Lexicon) -> bool:
    """Whether a few words can be a source: a name or a noun phrase, without a verb or a label."""
    start, end = tokens
    kept = [at for at in range(start, end) if tree.text[at][0].isalnum()]
    if not kept or len(kept) > NAME_WORDS:
        return False
    if any(tree.lower[at] in words.labels for at in kept) or tree.tag[kept[0]] in {
        "CD",
        "WRB",
        "WP",
        "IN",
    }:
        return False
    if len(kept) == 1 and tree.lower[kept[0]] in words.speaking_nouns | words.nouns:
        return True
    if any(tree.tag[at] in {"VBD", "VBZ", "VBP", "MD", "VB", "TO"} for at in kept):
        return False
    last = kept[-1]
    known = tree.pos[last] == "PROPN" or tree.lemma[last] in words.nouns | words.outlets.nouns
    return (
        known
        or tree.lemma[last] in words.speaking_nouns
        or tree.lower[last].endswith(words.people_endings)
    )


def _clause(tree: Tree, tokens: Range) -> bool:
    return (
        any(tree.pos[at] in {"VERB", "AUX"} for at in range(*tokens)) or tokens[1] - tokens[0] > 3
    )


def _find(tree: Tree, mark: int, source: Range, content: Range) -> Find:
    start, end = source
    while end > start and not tree.text[end - 1][0].isalnum():
        end -= 1
    while start < end and not tree.text[start][0].isalnum():
        start += 1
    head = next(
        (at for at in range(start, end) if not start <= tree.head[at] < end or tree.head[at] == at),
        end - 1,
    )
    return Find(
        head=mark,
        lemma=tree.text[mark],
        cue=((mark, mark + 1),),
        content=(content,),
        holder=Holder(head, (start, end), ((start, end),)),
        clause=(min(start, mark), max(end, mark + 1)),
        origin="colon",
        score=0.6,
    )
