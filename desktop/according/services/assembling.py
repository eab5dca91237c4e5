"""Puts what the library holds onto a text: notes in their places, hand work on the analysis."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from according.analysis.sources.catalogue import Catalogue
from according.analysis.sources.known_facts import with_known_sources
from according.analysis.summary import summarise
from according.domain.analysis import Analysis
from according.domain.anchoring import find_all
from according.domain.block_marks import marked
from according.domain.corrections import apply, unfolded
from according.domain.notes import AnchoredNote, Correction, Note
from according.domain.offers import offers
from according.domain.reading import Reading

SURE = 0.75
"""Score under which even the same words ask to be checked: their neighbours are all gone."""


def with_notes(reading: Reading, notes: Sequence[Note]) -> Reading:
    """`reading` with exactly `notes`, each in its place or among the orphans.

    Places that `reading` already holds are taken from it, so that saving one note does not search
    a long text for all the others.
    """
    known = {one.note.target: one for one in reading.notes}
    lost = {note.target for note in reading.orphans}
    unknown = [one.target for one in notes if one.target not in known and one.target not in lost]
    found = dict(zip(unknown, find_all(reading.article.text, unknown), strict=True))
    anchored: list[AnchoredNote] = []
    orphans: list[Note] = []
    for note in notes:
        if note.target in known:
            anchored.append(replace(known[note.target], note=note))
        elif (place := found.get(note.target)) is not None:
            moved = not place.exact or place.score < SURE
            anchored.append(AnchoredNote(note, place.span, moved))
        else:
            orphans.append(note)
    anchored.sort(key=lambda one: one.span)
    return replace(reading, notes=tuple(anchored), orphans=tuple(orphans))


def with_marks(reading: Reading, corrections: Sequence[Correction]) -> Reading:
    """`reading` with exactly the blocks that `corrections` mark as story or as boilerplate."""
    article = reading.article
    if reading.as_read:
        article = replace(article, blocks=reading.as_read)
    now = marked(article, corrections)
    return replace(reading, article=now, as_read=() if now == article else article.blocks)


def with_hand_work(
    reading: Reading,
    machine: Analysis | None,
    corrections: tuple[Correction, ...],
    elsewhere: Sequence[Correction] = (),
    catalogue: Callable[[], Catalogue] = Catalogue,
) -> Reading:
    """`reading` with exactly `corrections`, applied to the machine's own analysis.

    `elsewhere` is the hand work on entities of other articles, which is offered where it fits;
    `catalogue` tells what is on record about sources that the reader names.
    """
    analysis = machine
    if machine is not None:
        analysis = apply(machine, corrections, reading.article)
        if analysis is not machine:
            analysis = with_known_sources(analysis, catalogue)
            text = reading.article.text
            phrases = summarise(analysis.claims, analysis.sources, analysis.links, text)
            analysis = replace(analysis, phrases=phrases)
    return replace(
        reading,
        analysis=analysis,
        corrections=corrections,
        unfolded=unfolded(reading.article, corrections),
        offers=offers(analysis, elsewhere) if analysis is not None else (),
    )
