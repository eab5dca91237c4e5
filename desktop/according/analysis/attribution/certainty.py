"""Reads how certain a claim is put: likelihood, the speaker's confidence, narrator's distance."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from according.analysis.attribution.lexicon import Lexicon, Term
from according.analysis.attribution.trees import MISREAD_LEMMAS
from according.analysis.drafts import Draft, Parsed, Passage
from according.domain.claims import Certainty, Distance, DistanceKind, Level, Likelihood
from according.domain.spans import Span, merged

WITHIN_PREDICATE = frozenset(
    ("aux", "advmod", "acomp", "attr", "oprd", "xcomp", "neg", "npadvmod", "auxpass")
)
"""Dependencies over which a word still belongs to the predicate above it."""
SCARE_WORDS = 2
"""A quoted word or two may be held at arm's length; more are a quotation."""
GAP = 30
"""Code points between two pieces of one content that may hold no more than an adverb."""
MODALS = frozenset(("may", "might", "could"))
KNOWING = frozenset(("know", "understand"))
"""Verbs that say nothing about the claim when they are denied: "we don't know why"."""
THIRD_PERSON = frozenset(("he", "she", "they", "it"))
"""Whoever speaks in indirect speech: “she said she was certain”."""
PLANS = frozenset((("set", "to"), ("due", "to")))
PREDICATIVE = frozenset(("acomp", "ccomp", "ROOT", "oprd", "conj"))
OPEN_QUESTION = frozenset(("whether", "if"))
STANDS = {
    DistanceKind.DISTANCING: Level.ALLEGED,
    DistanceKind.HOSTILE: Level.ASSERTED,
}


@dataclass(frozen=True, slots=True)
class _Hedge:
    """A word of likelihood in the text, and whether the main predicate holds it."""

    span: Span
    term: Term
    decides: bool


def judge(parsed: Parsed, draft: Draft, words: Lexicon) -> Certainty:
    """How certain a drafted claim is put; all spans are code points of the article.

    Every hedge in the content is marked, but only those of its main predicate count for the level:
    "could" in a clause deep inside says nothing about the whole.
    """
    pieces = [
        (passage, tokens)
        for span in draft.content
        if (passage := _passage_at(parsed, span.start)) is not None
        and (tokens := passage.tokens(span)) is not None
    ]
    hedges = _told(
        [hedge for passage, tokens in pieces for hedge in _hedges(passage, tokens, words)]
    )
    distance = _distance(parsed, draft, pieces, words)
    confidence = [
        span for passage, tokens in pieces for span in _confidence(passage, tokens, words)
    ]
    if draft.lemma in words.confidence_adjectives and not draft.carried:
        confidence.extend(draft.cue)
    deciding = _deciding(hedges)
    return Certainty(
        level=_level(draft, pieces, deciding, distance, confidence, words),
        likelihood=_likelihood(hedges, deciding),
        confidence=merged(confidence),
        distance=distance,
    )


def _passage_at(parsed: Parsed, position: int) -> Passage | None:
    """The passage that holds a code point; passages are in order, so the search may bisect."""
    index = bisect_right(parsed.passages, position, key=lambda one: one.block.span.start) - 1
    return parsed.passages[index] if index >= 0 else None


def _hedges(passage: Passage, tokens: Tokens, words: Lexicon) -> Iterator[_Hedge]:
    heads = _heads(tokens, words)
    at = 0
    while at < len(tokens):
        term = _term(tokens, at, words)
        if term is None:
            at += 1
            continue
        found = tokens[at : at + len(term.words)]
        yield _Hedge(
            passage.span(found),
            term,
            any(_in_predicate(token, heads, tokens) for token in (found[-1], found.root)),
        )
        at += len(term.words)


def _told(hedges: Sequence[_Hedge]) -> list[_Hedge]:
    """Hedges less the nouns beside a likelihood: “the possibility is highly likely”."""
    if not any(hedge.decides and not hedge.term.noun and hedge.term.band for hedge in hedges):
        return list(hedges)
    return [hedge for hedge in hedges if not hedge.term.noun]


def _term(tokens: Tokens, at: int, words: Lexicon) -> Term | None:
    """The longest term of likelihood that begins at a token."""
    token = tokens[at]
    for term in words.terms.get(token.lower_, ()):
        length = len(term.words)
        if tuple(one.lower_ for one in tokens[at : at + length]) != term.words:
            continue
        if _planned(tokens, at, term) if length > 1 else _hedging(token, term):
            return term
    return None


def _planned(tokens: Tokens, at: int, term: Term) -> bool:
    """Whether “set to” and “due to” look ahead: “is due to open”, not “closed due to fog”."""
    if term.words not in PLANS:
        return True
    token, end = tokens[at], at + len(term.words)
    is_so = token.head.lemma_ == "be" or any(kid.lemma_ == "be" for kid in token.children)
    return is_so and end < len(tokens) and tokens[end].tag_ == "VB"


def _hedging(token: Token, term: Term) -> bool:
    """Whether a word that has other uses hedges here: not the month of May, not "could not"."""
    word = term.words[0]
    if word in MODALS:
        if token.tag_ != "MD":
            return False
        return word != "could" or not any(kid.dep_ == "neg" for kid in token.head.children)
    if word == "expected":
        return token.dep_ in {"ROOT", "ccomp", "acomp", "xcomp", "conj"}
    if word == "likely":
        return not any(kid.lower_ in {"less", "not"} for kid in token.children)
    if term.noun:
        return any(kid.dep_ in {"acl", "ccomp", "prep", "relcl"} for kid in token.children)
    return word != "possible" or token.dep_ in PREDICATIVE or _behind_noun(token)


def _behind_noun(token: Token) -> bool:
    """“Talks ‘possible’”, as headlines have it; not “as soon as possible”."""
    before = next((one for one in reversed(token.doc[: token.i]) if not one.is_punct), None)
    return before is not None and before.pos_ in {"NOUN", "PROPN"} and before == token.head


def _heads(tokens: Tokens, words: Lexicon) -> set[int]:
    """The tokens that carry the content: its top words, and what an "I think" leads to."""
    tops = {
        token.i
        for token in tokens
        if token.dep_ == "ROOT" or not tokens.start <= token.head.i < tokens.end
    }
    verbs = {at for at in tops if tokens.doc[at].pos_ in {"VERB", "AUX"}}
    heads = verbs or tops
    for at in list(heads):
        token = tokens.doc[at]
        if _lemma(token) in words.confidence_verbs or token.lower_ in MODALS or token.pos_ == "AUX":
            heads |= {kid.i for kid in token.children if kid.dep_ == "ccomp" and _led(token, words)}
    return heads


def _led(token: Token, words: Lexicon) -> bool:
    return _lemma(token) in words.confidence_verbs


def _in_predicate(token: Token, heads: set[int], tokens: Tokens) -> bool:
    """Whether a hedge belongs to a main predicate, climbing through its parts only."""
    nominal = any(tokens.doc[at].pos_ in {"NOUN", "PROPN"} for at in heads)
    allowed = WITHIN_PREDICATE | {"amod"} if nominal else WITHIN_PREDICATE
    at = token
    for _ in range(6):
        if at.i in heads:
            return True
        if at.dep_ not in allowed:
            return False
        at = at.head
    return False


def _deciding(hedges: Sequence[_Hedge]) -> _Hedge | None:
    """The hedge that sets the level: one of the main predicate, a possibility before a likelihood.

    A noun ("the possibility") counts only where no other word is there.
    """
    main = [hedge for hedge in hedges if hedge.decides and not hedge.term.noun]
    main = main or [hedge for hedge in hedges if hedge.decides]
    possible = [hedge for hedge in main if hedge.term.level is Level.POSSIBLE]
    return next(iter(possible or main), None)


def _likelihood(hedges: Sequence[_Hedge], deciding: _Hedge | None) -> Likelihood:
    """All printed words; the band of the deciding one, else of the first that is on a scale."""
    scaled = [hedge.term for hedge in hedges if hedge.term.band is not None]
    term = deciding.term if deciding is not None and deciding.term.band else None
    term = term or (scaled[0] if scaled and deciding is None else None)
    return Likelihood(
        words=tuple(hedge.span for hedge in hedges),
        band=term.band if term else None,
        scale=term.scale if term else None,
    )


def _level(
    draft: Draft,
    pieces: Sequence[tuple[Passage, Tokens]],
    deciding: _Hedge | None,
    distance: Distance,
    confidence: Sequence[Span],
    words: Lexicon,
) -> Level:
    denying = words.distance.get(draft.lemma) is DistanceKind.DENYING and not draft.carried
    if denying and not _turned_down(pieces, words):
        return Level.ASSERTED if draft.negated else Level.DENIED
    if deciding is not None and deciding.term.level is Level.POSSIBLE:
        return Level.POSSIBLE
    if pieces and not draft.narrated and pieces[0][1][0].lower_ in OPEN_QUESTION:
        return Level.POSSIBLE
    if deciding is not None or _opinion(draft, pieces, confidence, words):
        return Level.PROBABLE
    if distance.kind is DistanceKind.HOSTILE and _adverbs(pieces, words):
        return Level.ALLEGED
    return STANDS.get(distance.kind, Level.ASSERTED)


def _turned_down(pieces: Sequence[tuple[Passage, Tokens]], words: Lexicon) -> bool:
    """“Rejected calls to resign”: what is asked for is turned down, and no claim denied."""
    root = pieces[0][1].root if pieces else None
    return root is not None and root.pos_ == "NOUN" and _lemma(root) in words.requests


def _opinion(
    draft: Draft,
    pieces: Sequence[tuple[Passage, Tokens]],
    confidence: Sequence[Span],
    words: Lexicon,
) -> bool:
    """Whether the source only believes, estimates or expects, or begins with "I think"."""
    if draft.lemma in words.opinions and not draft.carried:
        return True
    if not confidence or not pieces:
        return False
    for passage, tokens in pieces:
        heads = _heads(tokens, words)
        inside = (span for span in confidence if passage.block.span.overlaps(span))
        for token in (one for span in inside for one in passage.tokens(span) or ()):
            if not tokens.start <= token.i < tokens.end or _lemma(token) not in words.opinions:
                continue
            if token.i in heads or (token.dep_ == "parataxis" and token.head.i in heads):
                return True
    return False


def _confidence(passage: Passage, tokens: Tokens, words: Lexicon) -> Iterator[Span]:
    """“We assess”, “I am confident”: the speaker's own words for how sure he or she is."""
    for token in tokens:
        if token.dep_ != "nsubj":
            continue
        reported = token.lower_ in THIRD_PERSON
        if token.lower_ in words.first_person or (
            reported and _lemma(token.head) in words.opinions
        ):
            yield from _of_speaker(passage, token, tokens, words)
        elif reported:
            yield from _sure(passage, token, token.head, tokens, words)
    lower = [token.lower_ for token in tokens]
    for phrase in words.confidence_phrases:
        for at in range(len(lower) - len(phrase) + 1):
            if tuple(lower[at : at + len(phrase)]) == phrase:
                yield passage.span(tokens[at : at + len(phrase)])


def _of_speaker(passage: Passage, subject: Token, tokens: Tokens, words: Lexicon) -> Iterator[Span]:
    verb = subject.head
    if verb.i >= tokens.end or verb.i < subject.i:
        return
    doc = tokens.doc
    if _lemma(verb) in words.confidence_verbs and (
        verb.dep_ == "parataxis" or any(kid.dep_ in {"ccomp", "xcomp"} for kid in verb.children)
    ):
        if _lemma(verb) in KNOWING and any(kid.dep_ == "neg" for kid in verb.children):
            return
        yield passage.span(doc[subject.i : verb.i + 1])
        return
    yield from _sure(passage, subject, verb, tokens, words)


def _sure(
    passage: Passage, subject: Token, verb: Token, tokens: Tokens, words: Lexicon
) -> Iterator[Span]:
    """“We are confident”, “he was certain”, as far as the content holds it."""
    if not subject.i < verb.i < tokens.end:
        return
    doc = tokens.doc
    for kid in verb.children:
        if kid.dep_ == "acomp" and kid.lower_ in words.confidence_adjectives and kid.i < tokens.end:
            yield passage.span(doc[subject.i : kid.i + 1])


def _distance(
    parsed: Parsed, draft: Draft, pieces: Sequence[tuple[Passage, Tokens]], words: Lexicon
) -> Distance:
    """The narrator's distance: from the cue, else from adverbs or scare quotes in the content."""
    kind = words.distance.get(draft.lemma, DistanceKind.NEUTRAL)
    if kind is DistanceKind.DENYING and _turned_down(pieces, words):
        kind = DistanceKind.NEUTRAL
    held = [*pieces, *_gaps(parsed, draft)]
    adverbs = [*_adverbs(held, words), *_cue_adverbs(parsed, draft, words)]
    marks = list(draft.cue) if kind is not DistanceKind.NEUTRAL and not draft.carried else []
    if draft.carried:
        kind = kind if kind is DistanceKind.DISTANCING else DistanceKind.NEUTRAL
    if draft.origin.startswith("verb") and _passive_distance(parsed, draft, words):
        kind, marks = DistanceKind.DISTANCING, list(draft.cue)
    if adverbs and kind in {DistanceKind.NEUTRAL, DistanceKind.VOUCHING}:
        kind = DistanceKind.DISTANCING
    if draft.narrated or kind is DistanceKind.DISTANCING:
        scare = _scare(draft, pieces)
        marks.extend(scare)
        if any(_proposes(parsed, span) for span in scare):
            kind = DistanceKind.DISTANCING
    return Distance(words=merged([*marks, *adverbs]), kind=kind)


def _adverbs(pieces: Sequence[tuple[Passage, Tokens]], words: Lexicon) -> list[Span]:
    return [
        passage.span(token)
        for passage, tokens in pieces
        for token in tokens
        if token.lower_ in words.adverbs
    ]


def _gaps(parsed: Parsed, draft: Draft) -> Iterator[tuple[Passage, Tokens]]:
    """What a content leaves out between its pieces: “two were | allegedly | hurt”."""
    for one, other in pairwise(draft.content):
        passage = _passage_at(parsed, one.end)
        if passage is None or not 0 < other.start - one.end <= GAP:
            continue
        tokens = passage.tokens(Span(one.end, other.start))
        if tokens is not None:
            yield passage, tokens


def _cue_adverbs(parsed: Parsed, draft: Draft, words: Lexicon) -> list[Span]:
    """“Allegedly said”: adverbs that hold the cue itself at arm's length."""
    if draft.carried or not draft.cue:
        return []
    passage = _passage_at(parsed, draft.cue[-1].start)
    tokens = passage.tokens(draft.cue[-1]) if passage is not None else None
    if passage is None or tokens is None:
        return []
    near = {kid.i: kid for token in tokens for kid in (token, *token.children)}
    return [passage.span(token) for token in near.values() if token.lower_ in words.adverbs]


def _passive_distance(parsed: Parsed, draft: Draft, words: Lexicon) -> bool:
    """“Is said to”, “are understood to”: nobody stands behind it."""
    if draft.source or draft.lemma not in words.passive_distancing or not draft.cue:
        return False
    passage = _passage_at(parsed, draft.cue[0].start)
    tokens = passage.tokens(draft.cue[0]) if passage is not None else None
    return tokens is not None and any(token.tag_ == "VBN" for token in tokens)


def _scare(draft: Draft, pieces: Sequence[tuple[Passage, Tokens]]) -> list[Span]:
    """Quoted single words in small letters within a longer content."""
    found: list[Span] = []
    for passage, tokens in pieces:
        opened: Token | None = None
        for token in tokens:
            if opened is None and token.text in {"“", "‘", '"'}:
                opened = token
            elif opened is not None and token.text in {"”", "’", '"'}:
                inside = tokens.doc[opened.i + 1 : token.i]
                if 0 < len(inside) <= SCARE_WORDS and all(one.is_lower for one in inside):
                    found.append(passage.span(tokens.doc[opened.i : token.i + 1]))
                opened = None
    whole = sum(len(piece) for piece in draft.content)
    return [span for span in found if len(span) < whole / 2]


def _proposes(parsed: Parsed, span: Span) -> bool:
    """Whether a quoted word says that something is done: “fuelling” is, “temporary” is not."""
    passage = _passage_at(parsed, span.start)
    tokens = passage.tokens(span) if passage is not None else None
    return tokens is not None and any(
        token.pos_ == "VERB" and token.dep_ not in {"amod", "compound"} for token in tokens
    )


def _lemma(token: Token) -> str:
    lemma = token.lemma_.lower()
    return MISREAD_LEMMAS.get(lemma, lemma)
