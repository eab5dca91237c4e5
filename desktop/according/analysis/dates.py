"""When a claim is dated: the dates in its words, resolved against the day of publication."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from spacy.tokens import Token

from according.analysis.date_words import DAY, DAY_NAMES, MONTH, MONTH_NAMES, YEAR, resolve
from according.analysis.drafts import Parsed, Passage
from according.domain.spans import Span, Spans

_PLAIN = re.compile(
    rf"\b(?:{DAY}\s+(?:of\s+)?{MONTH}(?:,?\s+{YEAR})?|{MONTH}\s+{DAY}(?:,?\s+{YEAR})?"
    rf"|{MONTH}\s+{YEAR}|\d{{4}}-\d\d-\d\d|(?:last |next |this )?(?:{'|'.join(DAY_NAMES)})"
    rf"|yesterday|tomorrow|(?:in|since|by|until|during|before|after) (?:{'|'.join(MONTH_NAMES)}))"
    r"(?![\w-])",
    re.IGNORECASE,
)
"""Dates that are plain enough to be found where the model has not marked them."""

_OPEN = re.compile(
    r"\b(?:within (?:\w+ )?(?:hour|day|week|month|year)s|(?:coming|next few) \w+s|daily"
    r"|(?:every|each) (?:day|week|month|year|morning|night))\b",
    re.IGNORECASE,
)
"""Times that are no date, and for which the day on which they were told cannot stand in."""

_AHEAD_AUXILIARIES = frozenset(
    (
        *("will", "'ll", "’ll", "shall", "should", "must", "can", "could", "may", "might"),
        *("would", "'d", "’d"),
    )
)
_PAST_AUXILIARIES = frozenset(("was", "were", "had", "did", "has", "have"))
_AHEAD_VERBS = frozenset(("expect", "plan", "schedule", "set", "due", "hope", "intend", "slate"))


@dataclass(frozen=True, slots=True)
class _Words:
    """Words that may be a date, and whether the sentence looks ahead to it."""

    text: str
    ahead: bool | None = False


def when(
    parsed: Parsed, content: Spans, published: date | None, *, cue: Spans = ()
) -> tuple[str, ...]:
    """The dates a claim is about, in ISO 8601 at the printed precision, in text order.

    They are those in the content; where it has none, those that hang on its cue ("on Sunday
    blamed"). What is vague, or relative while `published` is not known, is left out.
    """
    own = _resolved(_inside(parsed, content), published)
    if own or any(_OPEN.search(span.of(parsed.article.text)) for span in content):
        return own
    return _resolved(_beside(parsed, cue), published)


def _resolved(found: Iterable[_Words], published: date | None) -> tuple[str, ...]:
    dates = (iso for words in found for iso in resolve(words.text, published, ahead=words.ahead))
    return tuple(dict.fromkeys(dates))


def _inside(parsed: Parsed, content: Spans) -> Iterator[_Words]:
    """The words for dates in the content: those the model marks, and plain ones it missed."""
    for span in content:
        for passage in parsed.passages_over(span):
            for where in _dates(passage, span):
                yield _Words(where.of(parsed.article.text), _looks_ahead(passage, where))


def _dates(passage: Passage, span: Span) -> list[Span]:
    marked = [passage.span(entity) for entity in passage.doc.ents if entity.label_ == "DATE"]
    plain = (
        Span(match.start(), match.end()).shifted(passage.block.span.start)
        for match in _PLAIN.finditer(passage.doc.text)
    )
    missed = [where for where in plain if not any(where.overlaps(other) for other in marked)]
    return sorted(where for where in (*marked, *missed) if span.contains(where))


def _beside(parsed: Parsed, cue: Spans) -> Iterator[_Words]:
    """The words for dates that hang on a cue's verb."""
    for span in cue:
        for passage in parsed.passages_over(span):
            tokens = passage.tokens(span)
            if tokens is None:
                continue
            for entity in passage.doc.ents:
                if entity.label_ == "DATE" and _hangs_on(entity.root, tokens.root):
                    yield _Words(entity.text)


def _hangs_on(token: Token, verb: Token) -> bool:
    head = token.head
    return head == verb or (head.dep_ == "prep" and head.head == verb)


def _looks_ahead(passage: Passage, span: Span) -> bool | None:
    """Whether the verb above a date is in the future, or hangs on one that plans.

    None where its tense does not tell.
    """
    tokens = passage.tokens(span)
    if tokens is None:
        return None
    for token in (tokens.root, *tokens.root.ancestors):
        if token.pos_ in {"VERB", "AUX"}:
            auxiliaries = {
                child.lower_ for child in token.children if child.dep_ in {"aux", "auxpass"}
            }
            planned = {above.lemma_.lower() for above in (token, token.head)}
            if "have" not in auxiliaries and auxiliaries & _AHEAD_AUXILIARIES:
                return True
            if planned & _AHEAD_VERBS:
                return True
            past = token.tag_ == "VBD" or auxiliaries & _PAST_AUXILIARIES
            return False if past else None
    return None
