"""The sources of an article: one for each who says something or passes it on, with their notes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from according.analysis.drafts import Draft, Parsed, Relay
from according.analysis.sources.antecedents import Antecedents
from according.analysis.sources.catalogue import Catalogue
from according.analysis.sources.known_facts import facts_of, in_order
from according.analysis.sources.mentions import Mentions
from according.analysis.sources.passing import Passing
from according.analysis.sources.phrase_kinds import PAPERS
from according.analysis.sources.source_kinds import SourceWords
from according.analysis.sources.speaker_phrases import ARTICLES
from according.analysis.sources.speakers import Speaker, Speakers
from according.domain.entities import Entity
from according.domain.sources import ReliabilityNote, Source, SourceKind
from according.domain.spans import Spans

_COUNT = re.compile(
    r"(one|two|three|four|five|six|seven|eight|nine|ten|a dozen|dozens|several|many|\d+|an?)\b",
    re.IGNORECASE,
)

_LOOSE = frozenset(
    ("of", "the", "some", "other", "unnamed", "anonymous", "more", "than", "at", "least")
)
"""Words that say nothing about who an unnamed source is."""

PEOPLE = frozenset({SourceKind.UNNAMED_GROUP, SourceKind.PERSON, SourceKind.OFFICIAL})
"""Kinds of which one asks how many there are and for whom they speak."""

LABEL_FIELD = "described in this article as"
LABEL_BASIS = "this article"


@dataclass(frozen=True, slots=True)
class Resolved:
    """Who says and who relays one draft, as ids of sources; `doubtful` when a name fits several.

    `relays` are the steps of the draft that pass something on, one for each step of `via`.
    """

    sources: tuple[str, ...] = ()
    via: tuple[tuple[str, ...], ...] = ()
    doubtful: bool = False
    relays: tuple[Relay, ...] = ()


def resolve(
    parsed: Parsed,
    drafts: Sequence[Draft],
    entities: Sequence[Entity],
    catalogue: Catalogue,
    words: SourceWords,
) -> tuple[tuple[Source, ...], tuple[Resolved, ...]]:
    """The sources in order of first appearance, and for each draft who says and relays it."""
    speakers = Speakers(parsed, Mentions(entities), catalogue, words)
    back = Antecedents(parsed, speakers, words)
    passing = Passing(parsed, speakers, catalogue, words)
    register = _Register()
    resolved: list[Resolved] = []
    for draft in drafts:
        alone = draft.source[0] if len(draft.source) == len(draft.speakers) == 1 else None
        spans = draft.speakers or draft.source
        said = [one for span in spans for one in back.credited(span, whole=alone)]
        back.remember(draft, spans, said)
        ids = register.ids(said)
        steps = [(relay, register.ids(passing.on(draft, relay))) for relay in draft.relays]
        resolved.append(
            Resolved(
                sources=ids,
                via=tuple(ids for _, ids in steps if ids),
                doubtful=any(speaker.doubtful for speaker in said),
                relays=tuple(relay for relay, ids in steps if ids),
            )
        )
    published = parsed.article.published
    as_of = published.isoformat()[:10] if published is not None else None
    return register.sources(as_of), tuple(resolved)


class _Register:
    """The speakers met so far.

    A short definite phrase is whoever last had its head noun; a headline's bare noun is the first
    in the body to have it ("study suggests", then "a study published on Monday").
    """

    def __init__(self) -> None:
        self._speakers: dict[str, Speaker] = {}
        self._ids: dict[str, str] = {}
        self._bare: dict[str, str] = {}
        self._aliases: dict[str, str] = {}
        self._last_of_head: dict[str, str] = {}
        self._of_entry: dict[str, str] = {}

    def ids(self, speakers: Sequence[Speaker]) -> tuple[str, ...]:
        keys = [self._enter(speaker) for speaker in speakers]
        return tuple(dict.fromkeys(self._ids[key] for key in keys))

    def sources(self, as_of: str | None) -> tuple[Source, ...]:
        return tuple(
            _source(self._ids[key], speaker, as_of) for key, speaker in self._speakers.items()
        )

    def _enter(self, speaker: Speaker) -> str:
        key = speaker.key
        noun = "study" if speaker.kind is SourceKind.ACADEMIC_STUDY else speaker.head
        head = f"head {noun}" if noun else ""
        last = self._last_of_head.get(head)  # a study may be called a trial next
        if key.startswith("head ") and last is not None and self._same(last, speaker):
            return last
        bare = self._bare.get(head) if head and not speaker.bare else None
        if bare is not None and self._same(bare, speaker):
            del self._bare[head]
            known = self._speakers[bare]
            if not _modifiers(known) - _modifiers(speaker):
                self._speakers[bare] = replace(speaker, key=bare)
            self._aliases[key] = bare
        key = self._of_catalogue(speaker, self._aliases.get(key, key))
        if head and speaker.bare and not speaker.named:
            self._bare[head] = key
        if key not in self._speakers:
            self._speakers[key] = speaker
            self._ids[key] = f"s{len(self._speakers)}"
        else:
            self._speakers[key] = _joined(self._speakers[key], speaker)
        if head:
            self._last_of_head[head] = key
        return key

    def _of_catalogue(self, speaker: Speaker, key: str) -> str:
        """The key of one who is known by the catalogue alone, as by a web address in print."""
        if speaker.entry is None:
            return key
        known = self._of_entry.setdefault(speaker.entry.id, key)
        alone = speaker.entity is None or (
            known in self._speakers and self._speakers[known].entity is None
        )
        return known if alone else key

    def _same(self, key: str, speaker: Speaker) -> bool:
        """Whether later words with the same noun can mean an earlier source.

        A paper with other names in it is another paper, and Arab officials are not Qatari ones.
        """
        known = self._speakers[key]
        if known.kind is not speaker.kind and not (known.kind in PAPERS and speaker.kind in PAPERS):
            return False
        if speaker.kind not in PAPERS:
            its, other = _modifiers(known), _modifiers(speaker)
            return its <= other or other <= its
        return not known.proper or speaker.proper <= known.proper


def _modifiers(speaker: Speaker) -> frozenset[str]:
    """The words of a nameless source beside its noun that tell which people it is."""
    words = ARTICLES.sub("", speaker.name).lower().split()
    return frozenset(
        word for word in words if word not in _LOOSE and not _COUNT.fullmatch(word)
    ) - {*speaker.head.split(), f"{speaker.head}s", *words[-1:]}


def _joined(first: Speaker, other: Speaker) -> Speaker:
    """What two places say of one source."""
    return replace(
        first,
        entity=first.entity or other.entity,
        description=first.description or other.description,
        entry=first.entry or other.entry,
        label=first.label or other.label,
        doubtful=first.doubtful and other.doubtful,
        behalf=first.behalf or other.behalf,
    )


def _source(id: str, speaker: Speaker, as_of: str | None) -> Source:
    return Source(
        id=id,
        name=speaker.name,
        kind=speaker.kind,
        named=speaker.named,
        entity=speaker.entity,
        description=speaker.description,
        catalogue=speaker.entry.id if speaker.entry is not None else None,
        notes=_notes(speaker, as_of),
        candidates=tuple(entry.id for entry in speaker.candidates),
    )


def _notes(speaker: Speaker, as_of: str | None) -> tuple[ReliabilityNote, ...]:
    """The catalogue's facts and the article's own label, newest first, then what is not known."""
    known = facts_of(speaker.entry) if speaker.entry is not None else []
    if speaker.label is not None and speaker.entry is not None:
        known.append(ReliabilityNote(LABEL_FIELD, f"“{speaker.label}”", as_of, LABEL_BASIS))
    if not speaker.named:
        # What an unnamed source leaves open is as telling as what it says.
        known.extend(_of_unnamed(speaker, as_of))
    return in_order(known, speaker.kind)


def _of_unnamed(speaker: Speaker, as_of: str | None) -> list[ReliabilityNote]:
    """How many unnamed sources there are and for whom they speak, where the article says so."""
    if speaker.kind not in PEOPLE:
        return []
    told = _COUNT.match(speaker.description or speaker.name)
    number = told.group(1).lower() if told is not None else None
    return [
        ReliabilityNote(field, value, as_of if value else None, LABEL_BASIS if value else None)
        for field, value in (("how many", number), ("whose", speaker.behalf))
    ]


def spans_of_steps(who: Resolved) -> tuple[tuple[Spans, ...], tuple[Spans, ...]]:
    """The spans of a draft's relays and of the words that make them so, step by step."""
    return (
        tuple(relay.relays for relay in who.relays),
        tuple(relay.cue for relay in who.relays),
    )
