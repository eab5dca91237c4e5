"""Long texts of our own with many names, to see that nothing takes longer than in proportion."""

from __future__ import annotations

import re
import time
from itertools import count, product

from spacy.language import Language

from according.analysis.attribution.find import find_drafts
from according.analysis.attribution.lexicon import load_words
from according.analysis.attribution.quotations import find_quotations
from according.analysis.entities.find import find_entities
from according.analysis.passages import parse
from according.domain.article import Article
from according.domain.entities import Entity, EntityKind
from according.readers.read import read
from tests.benchmarks.gold_articles import gold_articles

SHORT, LONG = 10_000, 100_000
"""Words of the two texts."""

MENTIONS = 5_000
"""Mentions that the long text must have at least."""

GOAL, NOISE = 10.0, 12.0
"""How many times longer the long text may take, and with what a busy machine adds to it."""

SYLLABLES = [a + b for a, b in product(("", *"bdfgklmnprstv"), "aeiou")]
NAMED = {EntityKind.PERSON: -1, EntityKind.ORGANISATION: 0}
"""Which word of a name is varied: the family name, the first word of an organisation's."""

Texts = list[tuple[str, list[str]]]
"""Articles, each with the words in it that name somebody."""


def in_proportion(nlp: Language) -> bool:
    """Prints the times of the entity stage on both texts; whether they grow as the texts do."""
    texts = [_with_names(nlp, row["text"].strip()) for row in gold_articles()]
    (few, first), (many, second) = (_timed(nlp, _article(texts, words)) for words in (SHORT, LONG))
    ratio = second / first
    print(
        f"entities: {SHORT} words, {few} mentions {first:.2f} s; {LONG} words, {many} mentions "
        f"{second:.2f} s; ratio {ratio:.1f} (goal <= {GOAL:.0f})"
    )
    return ratio <= NOISE and many >= MENTIONS


def _timed(nlp: Language, article: Article) -> tuple[int, float]:
    """How many mentions an article has, and the seconds that finding them takes."""
    parsed = parse(nlp, article)
    drafts = find_drafts(parsed, find_quotations(parsed)[0], load_words())
    began = time.perf_counter()
    entities = find_entities(parsed, drafts)
    spent = time.perf_counter() - began
    return sum(len(entity.mentions) for entity in entities), spent


def _with_names(nlp: Language, text: str) -> tuple[str, list[str]]:
    article = read(text.encode(), name="article.txt", as_is=True)
    small = set(re.findall(r"\b[a-z]+\b", text))
    words = {
        word
        for entity in find_entities(parse(nlp, article), ())
        for word in _varied(entity, text)
        if len(word) > 3 and word.istitle() and word.lower() not in small
    }
    return text, sorted(words)


def _varied(entity: Entity, text: str) -> list[str]:
    if entity.kind not in NAMED:
        return []
    names = [mention.span.of(text).split() for mention in entity.mentions if not mention.inferred]
    return [name[NAMED[entity.kind]].strip(".,’'") for name in names]


def _article(texts: Texts, words: int) -> Article:
    """The articles again and again up to a number of words, each time about other people."""
    parts: list[str] = []
    written = 0
    for number in count():
        text, names = texts[number % len(texts)]
        others = {name: _invented(number * 1000 + n) for n, name in enumerate(names)}
        if others:
            pattern = rf"\b(?:{'|'.join(map(re.escape, others))})\b"
            text = re.sub(pattern, lambda found, to=others: to[found.group()], text)  # type: ignore[misc]
        parts.append(text)
        written += len(text.split())
        if written >= words:
            break
    return read("\n\n".join(parts).encode(), name="long.txt", as_is=True)


def _invented(number: int) -> str:
    """A family name that no other number has."""
    name = ""
    rest = number + 137  # so that every name has two syllables
    while rest:
        rest, syllable = divmod(rest, len(SYLLABLES))
        name += SYLLABLES[syllable]
    return f"{name}rn".capitalize()
