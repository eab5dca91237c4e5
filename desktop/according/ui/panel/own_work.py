"""Which notes and corrections belong to which claim: the reader's own work on the analysis."""

from __future__ import annotations

from according.domain.anchoring import Selector, find
from according.domain.claims import Claim, Link
from according.domain.notes import AnchoredNote, Correction, CorrectionKind
from according.domain.reading import Reading
from according.domain.spans import Span, hull


def target_of(claim: Claim) -> Span:
    """The passage that a note on a claim stands on."""
    return hull(claim.content)


def notes_of(reading: Reading, claim: Claim) -> tuple[AnchoredNote, ...]:
    """The notes that belong to `claim`: those whose passage no other claim fits better."""
    return tuple(
        note for note in reading.notes_on(target_of(claim)) if home(reading, note) == claim.id
    )


def note_at(reading: Reading, target: Span) -> AnchoredNote | None:
    """The note that stands on exactly this passage, or the one that overlaps it most."""
    notes = reading.notes_on(target)
    return max(notes, key=lambda note: _likeness(note.span, target), default=None)


def home(reading: Reading, note: AnchoredNote) -> str | None:
    """The id of the claim a note belongs to: the one whose passage is most like the note's."""
    claims = reading.analysis.claims if reading.analysis else ()
    touching = [claim for claim in claims if target_of(claim).overlaps(note.span)]
    if not touching:
        return None
    return max(touching, key=lambda claim: _likeness(note.span, target_of(claim))).id


def noted_claims(reading: Reading) -> frozenset[str]:
    """The ids of all claims that have a note; a verdict alone is none."""
    homes = (home(reading, note) for note in reading.notes if note.note.worded)
    return frozenset(claim for claim in homes if claim is not None)


def source_correction(reading: Reading, claim: Claim) -> Correction | None:
    """The reader's latest setting of the claim's source."""
    return next(
        (
            correction
            for correction in reversed(reading.corrections)
            if correction.kind is CorrectionKind.SET_SOURCE
            and stands_on(correction.target, claim, reading)
        ),
        None,
    )


def link_correction(reading: Reading, link: Link) -> Correction | None:
    """The correction by which the reader added a link, where it was the reader."""
    analysis = reading.analysis
    if analysis is None:
        return None
    first, second = analysis.claim(link.first), analysis.claim(link.second)
    for correction in reversed(reading.corrections):
        if (
            correction.kind is CorrectionKind.ADD_LINK
            and correction.link is link.kind
            and stands_on(correction.target, first, reading)
            and correction.other is not None
            and stands_on(correction.other, second, reading)
        ):
            return correction
    return None


def removed_links(reading: Reading, claim: Claim) -> tuple[Correction, ...]:
    """The links that the reader has taken from a claim; each can be brought back."""
    return tuple(
        correction
        for correction in reading.corrections
        if correction.kind is CorrectionKind.REMOVE_LINK
        and any(
            stands_on(end, claim, reading)
            for end in (correction.target, correction.other)
            if end is not None
        )
    )


def removed_link(reading: Reading, correction: Correction) -> Link | None:
    """The link that a correction has taken away, where both its claims still stand."""
    claims = reading.analysis.claims if reading.analysis else ()
    first, second = (
        next((claim.id for claim in claims if end and stands_on(end, claim, reading)), None)
        for end in (correction.target, correction.other)
    )
    if first is None or second is None or correction.link is None:
        return None
    return Link(correction.link, first, second, (), score=1.0)


def stands_on(selector: Selector, claim: Claim, reading: Reading) -> bool:
    """Whether a selector describes a claim's passage better than that of any other claim."""
    text = reading.article.text
    place: Span | None = Span(selector.start, max(selector.start, selector.end))
    if place is not None and place.of(text) != selector.exact:
        found = find(text, selector)
        place = found.span if found else None
    if place is None or reading.analysis is None:
        return False
    best = max(reading.analysis.claims, key=lambda one: _closeness(one, place), default=None)
    return best is not None and best.id == claim.id and _closeness(best, place) > 0


def _closeness(claim: Claim, place: Span) -> float:
    return max(_likeness(target_of(claim), place), _likeness(claim.content[0], place))


def _likeness(one: Span, other: Span) -> float:
    shared = min(one.end, other.end) - max(one.start, other.start)
    return shared / max(1, max(one.end, other.end) - min(one.start, other.start))
