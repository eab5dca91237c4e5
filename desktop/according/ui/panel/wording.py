"""The panel's sentences about claims, certainty, links and places: values in, words out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from according.domain.analysis import Analysis
from according.domain.article import Article, BlockKind
from according.domain.claims import (
    Certainty,
    Claim,
    Directness,
    DistanceKind,
    Level,
    Link,
    LinkKind,
    Stance,
    Voice,
)
from according.domain.entities import EntityKind
from according.domain.notes import Verdict
from according.domain.reading import Reading
from according.domain.sources import Source, SourceKind
from according.domain.spans import Span, Spans

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

_NUMBERS = (
    "none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
)  # fmt: skip

_VOWEL = re.compile(
    r"(?!uni(?!n|m)|use|usu|eu|ewe|one\b|once\b|ut(?:i|e)|ubiq|uran)[aeiou]|hono|hour|heir|honest",
    re.IGNORECASE,
)
"""Beginnings that are spoken with a vowel: "an hour", but "a union"; "an unnamed"."""

_SPELT_WITH_VOWEL = frozenset("AEFHILMNORSX")
"""Letters whose names begin with a vowel: "an FBI agent", "a US senator"."""

_SPOKEN = re.compile(r"[A-Z]{5,}|NATO|NASA")
"""Capitals that are spoken as a word."""


@dataclass(frozen=True, slots=True)
class Value:
    """One cell of a table: what is known, a quieter addition, or that it is not known."""

    main: str
    more: str = ""
    known: bool = True

    def __str__(self) -> str:
        return f"{self.main} · {self.more}" if self.more else self.main


def tr(text: str) -> str:
    """`text` in the language of the interface."""
    return QCoreApplication.translate("Panel", text)


def counted(n: int, one: str, many: str) -> str:
    """`one` or `many` with the number put in for `{n}`."""
    return tr(one if n == 1 else many).format(n=n)


def rules_alone() -> str:
    """What the reader should know of an analysis that no learned model took part in."""
    return tr(
        "The attribution model is missing, so only plainly worded claims are found. Install "
        "According again to get it."
    )


def number_word(n: int) -> str:
    """A small number in words, as it stands in a sentence."""
    return tr(_NUMBERS[n]) if n < len(_NUMBERS) else str(n)


def with_article(phrase: str) -> str:
    """A noun phrase with "a" or "an" before it, by the sound it begins with."""
    word = phrase.partition(" ")[0]
    spelt = word[:2].isupper() and not _SPOKEN.fullmatch(word)
    vowel = word[:1] in _SPELT_WITH_VOWEL if spelt else bool(_VOWEL.match(word))
    return tr("an {noun}" if vowel else "a {noun}").format(noun=phrase)


def quoted(text: str) -> str:
    """Words of the article in quotation marks; their own become single ones inside."""
    text = text.strip()
    if len(text) > 1 and text[0] in '“"' and text[-1] in '”"':
        text = text[1:-1]
    elif text[:1] == "“" and "”" not in text:
        text = text[1:]  # the passage was cut before its closing mark
    single = {"“": "‘", "”": "’"}
    return "“" + "".join(single.get(mark, mark) for mark in text) + "”"


def listed(parts: Iterable[str]) -> str:
    """Parts joined as in "A", "A and B" or "A, B and C"."""
    items = [part for part in parts if part]
    if len(items) < 2:
        return "".join(items)
    return tr("{first} and {last}").format(first=", ".join(items[:-1]), last=items[-1])


def shortened(text: str, limit: int = 90) -> str:
    """`text` cut at a word where it is longer than `limit` code points, with an ellipsis."""
    text = " ".join(text.split())
    if len(text) <= limit:
        return text
    cut = text[:limit].rsplit(" ", 1)[0].rstrip(" ,;:—–-")
    return f"{cut}\u00a0…"


def sentence(text: str) -> str:
    """`text` with a capital at its start and a full stop at its end."""
    text = text.strip()
    if not text:
        return ""
    return capital(text) + ("" if text[-1] in ".!?…" else ".")


def words_of(spans: Spans, text: str) -> str:
    """The words of several spans, each once and in quotation marks."""
    seen = {" ".join(span.of(text).split()).casefold(): span for span in reversed(spans)}
    return ", ".join(quoted(seen[key].of(text)) for key in reversed(seen))


def inner_name(source: Source) -> str:
    """A source's name within a sentence: "the government of Russia", "the foreign ministry"."""
    owned = "’s " in source.name or "'s " in source.name
    described = source.name[:1].islower() or source.name.split()[-1].islower()
    if source.named and described and not owned and source.kind is SourceKind.GOVERNMENT_BODY:
        return tr("the {name}").format(name=source.name)
    return source.name


def title_name(source: Source) -> str:
    """A source's name where it stands alone: what is no proper name gets a capital."""
    if source.named and source.kind is not SourceKind.GOVERNMENT_BODY:
        return source.name
    return capital(source.name)


def capital(text: str) -> str:
    """`text` with a capital at its start."""
    return text[:1].upper() + text[1:]


def names(analysis: Analysis, ids: Sequence[str]) -> str:
    """The names of sources as one phrase within a sentence."""
    known = {source.id: inner_name(source) for source in analysis.sources}
    return listed(known.get(one, "") for one in ids)


def relay_ids(claim: Claim) -> tuple[str, ...]:
    """The ids of all who pass a claim on, each once, nearest to the reader first."""
    return tuple(dict.fromkeys(relay for step in claim.via for relay in step))


def speakers(analysis: Analysis, claim: Claim) -> str:
    """Who says a claim: its sources, or the paper itself."""
    if claim.voice is Voice.NARRATOR:
        return tr("the paper itself")
    return names(analysis, claim.sources) or tr("source not known")


def level_word(claim: Claim) -> str:
    """The word of a claim's chip."""
    return tr("own voice") if claim.voice is Voice.NARRATOR else tr(claim.certainty.level.value)


def level_sentence(level: Level) -> str:
    """What a level means, for a tooltip."""
    return tr(
        {
            Level.ASSERTED: "Put as a fact, without a word of doubt",
            Level.PROBABLE: "Put as likely, or as what the speaker believes",
            Level.POSSIBLE: "Put as possible",
            Level.ALLEGED: "The paper keeps its distance",
            Level.DENIED: "The source denies it",
        }[level]
    )


def claim_number(analysis: Analysis, id: str) -> int:
    """Which claim of the article it is, counted from 1."""
    return next(n for n, claim in enumerate(analysis.claims, 1) if claim.id == id)


def claim_sentence(reading: Reading, claim: Claim, *, noted: bool) -> str:
    """A claim as one line for a list or a screen reader."""
    analysis = reading.analysis
    if analysis is None:
        return ""
    likelihood = claim.certainty.likelihood.words
    relays = relay_ids(claim)
    parts = [
        tr("Claim {n} of {all}").format(
            n=claim_number(analysis, claim.id), all=len(analysis.claims)
        ),
        speakers(analysis, claim),
        likelihood[0].of(reading.article.text) if likelihood else level_word(claim),
        *([tr("via {names}").format(names=names(analysis, relays))] if relays else []),
        tr("with a note") if noted else tr("no note"),
    ]
    return ", ".join(parts)


def likelihood(certainty: Certainty, text: str) -> Value:
    """The printed words of likelihood, and where the term stands on a scale."""
    found = certainty.likelihood
    if not found.words:
        return _not_stated()
    if found.band is None:
        return Value(words_of(found.words, text), tr("on no scale"))
    low, high = found.band
    return Value(
        words_of(found.words, text),
        tr("{low}–{high} % on the {scale} scale").format(
            low=low, high=high, scale=found.scale or tr("named")
        ),
    )


def confidence(certainty: Certainty, text: str) -> Value:
    """The speaker's own words about how sure they are."""
    return Value(words_of(certainty.confidence, text)) if certainty.confidence else _not_stated()


def distance(claim: Claim, text: str) -> Value:
    """How the paper's wording stands to the claim, with the words that show it."""
    if claim.voice is Voice.NARRATOR:
        return Value(tr("none"), tr("the paper says it as its own"))
    spans = claim.certainty.distance.words or claim.attribution.cue
    kind = tr(
        {
            DistanceKind.NEUTRAL: "neutral",
            DistanceKind.VOUCHING: "vouches for it",
            DistanceKind.DISTANCING: "keeps its distance",
            DistanceKind.DENYING: "reports a denial",
            DistanceKind.HOSTILE: "reports an attack",
        }[claim.certainty.distance.kind]
    )
    return Value(kind, words_of(spans, text))


def directness(kind: Directness) -> Value:
    """How the source would know."""
    if kind is Directness.NOT_STATED:
        return _not_stated()
    return Value(tr(kind.value))


def stance(kind: Stance, reason: str | None) -> Value:
    """How the source stands to the matter, with the reason."""
    word = tr(
        {
            Stance.PARTY: "party to the matter",
            Stance.ALLY: "ally of a party",
            Stance.ADVERSARY: "adversary of the subject",
            Stance.INTERESTED: "has an interest in it",
            Stance.INDEPENDENT: "independent",
            Stance.NOT_KNOWN: "not known",
        }[kind]
    )
    return Value(word, reason or "", known=kind is not Stance.NOT_KNOWN)


def date_words(when: str) -> str:
    """A date at its printed precision: "2024-06" is "June 2024"; a range keeps both ends."""
    if "/" in when:
        first, last = when.split("/", 1)
        return tr("{first} to {last}").format(first=date_words(first), last=date_words(last))
    day, _, clock = when.partition("T")
    parts = day.split("-")
    if not all(part.isdigit() for part in parts) or len(parts) > 3:
        return when
    if len(parts) > 1 and not 1 <= int(parts[1]) <= 12:
        return when
    month = [tr(MONTHS[int(parts[1]) - 1])] if len(parts) > 1 else []
    date = " ".join([str(int(part)) for part in parts[2:]] + month + [parts[0]])
    return f"{date}, {clock[:5]}" if clock else date


def link_words(link: Link, claim: Claim, reading: Reading) -> tuple[str, str]:
    """A link seen from `claim`: what it says, and the claim at its other end."""
    analysis = reading.analysis
    if analysis is None:
        return "", ""
    other = analysis.claim(link.second if link.first == claim.id else link.first)
    who = speakers(analysis, other)
    if link.first == claim.id:
        return outgoing(link.kind), f"{who}, {quoted(shortened(other.text, 70))}"
    if link.kind is LinkKind.RESTS_ON:
        block = reading.article.block_at(other.start)
        above = tr("The standfirst rests on this")
        if block is None or block.kind is not BlockKind.STANDFIRST:
            above = tr("The headline rests on this")
        return above, quoted(shortened(other.text, 70))
    return incoming(link.kind, who), quoted(shortened(other.text, 70))


def outgoing(kind: LinkKind) -> str:
    """The verb of a link from the chosen claim to another."""
    return tr(
        {
            LinkKind.DENIES: "Denies",
            LinkKind.DISPUTES: "Disputes",
            LinkKind.CONFIRMS: "Confirms",
            LinkKind.REPEATS: "Repeats",
            LinkKind.NO_COMMENT: "Declines to comment on",
            LinkKind.RESTS_ON: "Rests on",
        }[kind]
    )


def incoming(kind: LinkKind, who: str) -> str:
    """The phrase of a link that leads to the chosen claim."""
    return tr(
        {
            LinkKind.DENIES: "Denied by {who}",
            LinkKind.DISPUTES: "Disputed by {who}",
            LinkKind.CONFIRMS: "Confirmed by {who}",
            LinkKind.REPEATS: "Repeated by {who}",
            LinkKind.NO_COMMENT: "{who}: no comment",
            LinkKind.RESTS_ON: "Carries a claim by {who}",
        }[kind]
    ).format(who=who)


def verdict_word(verdict: Verdict) -> str:
    """The short name of a verdict, for its button."""
    return tr(
        {
            Verdict.OPEN: "Open",
            Verdict.HOLDS: "Holds",
            Verdict.DOUBTFUL: "Doubtful",
            Verdict.REFUTED: "Refuted",
            Verdict.NEEDS_CHECKING: "To check",
        }[verdict]
    )


def kind_word(kind: EntityKind) -> str:
    return tr(kind.value)


def kind_phrase(kind: EntityKind) -> str:
    """A kind in plain words, where there is room for them."""
    return tr(
        {
            EntityKind.GROUP: "group of people",
            EntityKind.WORK: "work, such as a book or a report",
            EntityKind.FACILITY: "building or other facility",
            EntityKind.PRODUCT: "product or thing",
            EntityKind.LAW: "law or treaty",
        }.get(kind, kind.value)
    )


def place_mark(article: Article, span: Span) -> tuple[str, str]:
    """Where a span stands: a short mark ("¶3", "Headline") and the same within a sentence."""
    number = 0
    for block in article.story():
        counts = block.kind in {BlockKind.PARAGRAPH, BlockKind.QUOTATION, BlockKind.LIST}
        number += counts
        if block.span.start <= span.start <= block.span.end:
            if counts:
                return f"¶{number}", tr("paragraph {n}").format(n=number)
            return capital(tr(block.kind.value)), tr(block.kind.value)
    return tr("Folded"), tr("folded away")


def _not_stated() -> Value:
    return Value(tr("not stated here"), known=False)
