"""Claims: what is said, by whom, through whom, how surely, and how claims answer one another."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from according.domain.spans import Span, Spans


class Voice(StrEnum):
    """Whether somebody is credited or the paper itself speaks."""

    ATTRIBUTED = "attributed"
    NARRATOR = "narrator"


class Quotation(StrEnum):
    """How much of the content stands within quotation marks."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"
    NONE = "none"


class Level(StrEnum):
    """The summary of a claim's certainty, for lists and filters."""

    ASSERTED = "asserted"
    PROBABLE = "probable"
    POSSIBLE = "possible"
    ALLEGED = "alleged"
    DENIED = "denied"


class DistanceKind(StrEnum):
    """How the narrator's wording stands to what is claimed."""

    NEUTRAL = "neutral"
    VOUCHING = "vouching"
    DISTANCING = "distancing"
    DENYING = "denying"
    HOSTILE = "hostile"


class Directness(StrEnum):
    """How the source would know, as far as the text shows."""

    WITNESSED = "witnessed"
    OFFICIAL_STATEMENT = "official statement"
    DOCUMENT = "document"
    SECOND_HAND = "second-hand"
    RELAYED = "relayed"
    NOT_STATED = "not stated"


class Stance(StrEnum):
    """How the source stands to the matter of the claim."""

    PARTY = "party"
    ALLY = "ally"
    ADVERSARY = "adversary"
    INTERESTED = "interested"
    INDEPENDENT = "independent"
    NOT_KNOWN = "not known"


class LinkKind(StrEnum):
    """How one claim answers another."""

    DENIES = "denies"
    DISPUTES = "disputes"
    CONFIRMS = "confirms"
    REPEATS = "repeats"
    NO_COMMENT = "no-comment"
    RESTS_ON = "rests-on"


class Status(StrEnum):
    """What the reader has done with the machine's reading of a claim."""

    SUGGESTED = "suggested"
    ACCEPTED = "accepted"
    EDITED = "edited"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Likelihood:
    """The printed words of likelihood; `band` in per cent only when the term is on `scale`."""

    words: Spans = ()
    band: tuple[int, int] | None = None
    scale: str | None = None


@dataclass(frozen=True, slots=True)
class Distance:
    """The words by which the narrator keeps or closes the distance to the claim."""

    words: Spans = ()
    kind: DistanceKind = DistanceKind.NEUTRAL


@dataclass(frozen=True, slots=True)
class Certainty:
    """Three things that are never merged, and one level; `confidence` is the speaker's."""

    level: Level = Level.ASSERTED
    likelihood: Likelihood = Likelihood()
    confidence: Spans = ()
    distance: Distance = Distance()

    @property
    def words(self) -> Spans:
        """The words to stand out in the text: likelihood, confidence, and distancing adverbs."""
        return tuple(sorted({*self.likelihood.words, *self.confidence, *self.distance.words}))


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who is credited, and by which words; both as written, both empty in the narrator's voice."""

    source: Spans = ()
    cue: Spans = ()


@dataclass(frozen=True, slots=True)
class Standing:
    """How a source stands to one claim, here and now; `words` are the article's reason."""

    source: str
    directness: Directness
    stance: Stance
    reason: str | None = None
    words: Spans = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """A content with its attribution and certainty.

    `sources` are the ids of all who say it jointly. `via` are the steps from the reader towards
    the source, nearest first, each the ids of relays standing side by side; `relays` holds the
    spans of those relays and `relay_cues` the words that make them so, step by step. `score` says
    how sure the analysis is of its reading, `origin` which rule or model made it.
    """

    id: str
    content: Spans
    text: str
    voice: Voice
    quotation: Quotation
    attribution: Attribution
    sources: tuple[str, ...]
    via: tuple[tuple[str, ...], ...]
    certainty: Certainty
    standing: tuple[Standing, ...]
    origins: int
    when: tuple[str, ...]
    entities: tuple[str, ...]
    score: float
    origin: str
    relays: tuple[Spans, ...] = ()
    relay_cues: tuple[Spans, ...] = ()
    status: Status = Status.SUGGESTED

    @property
    def start(self) -> int:
        return self.content[0].start

    @property
    def credited_level(self) -> Level | None:
        """The level; None in the narrator's voice, which has no level of anyone else's."""
        return None if self.voice is Voice.NARRATOR else self.certainty.level

    def covers(self, span: Span) -> bool:
        """Whether `span` lies within one piece of the content."""
        return any(piece.contains(span) for piece in self.content)


@dataclass(frozen=True, slots=True)
class Link:
    """One claim answers another: `first` denies, repeats, rests on ... `second`, by `words`."""

    kind: LinkKind
    first: str
    second: str
    words: Spans
    score: float
    status: Status = Status.SUGGESTED
