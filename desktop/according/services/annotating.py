"""Notes and hand work: each change is saved before the call returns, and gives a new Reading."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from according.analysis.sources.catalogue import Catalogue
from according.domain.anchoring import describe
from according.domain.notes import Correction, Note, Verdict
from according.domain.reading import Reading
from according.domain.spans import Span
from according.errors import LibraryError
from according.services.assembling import with_hand_work, with_marks, with_notes
from according.services.source_layer import with_judgements
from according.storage.library import Library


class AnnotatingService:
    """Writes what the reader adds to an article that is kept in the library."""

    def __init__(self, library: Library, catalogue: Callable[[], Catalogue] = Catalogue) -> None:
        self._library = library
        self._catalogue = catalogue

    def write_note(
        self,
        reading: Reading,
        target: Span,
        *,
        text: str,
        tags: Sequence[str] = (),
        verdict: Verdict | None = None,
        note_id: str | None = None,
    ) -> Reading:
        """Write a note on `target`, in code points of the article.

        Without `note_id`, or with one that is not known yet, a note is made, but none that would
        hold nothing. A note that is emptied later stays, so that this can be undone. Its passage is
        described anew only where `target` is not the place it already has.
        """
        article_id = kept_id(reading)
        tags = tuple(dict.fromkeys(tag for tag in map(str.strip, tags) if tag))
        before = self._library.note(note_id) if note_id is not None else None
        if before is None:
            if not (text.strip() or tags or verdict):
                return reading
            before = Note(note_id or str(uuid.uuid4()), describe(reading.article.text, target))
        elif _place(reading, before.id) != target:
            before = replace(before, target=describe(reading.article.text, target))
        after = replace(before, text=text, tags=tags, verdict=verdict, changed=datetime.now(UTC))
        self._library.save_note(article_id, after)
        return self._with_notes(reading)

    def place_note(self, reading: Reading, id: str, target: Span) -> Reading:
        """Say where a note stands in the open text: an orphan, or one that was found elsewhere."""
        note = self._library.note(id)
        if note is None:
            raise LibraryError("This note is no longer in the library; write it again.")
        placed = replace(note, target=describe(reading.article.text, target))
        self._library.save_note(kept_id(reading), placed)
        return self._with_notes(reading)

    def trash_note(self, reading: Reading, id: str) -> Reading:
        """Put a note into the trash, from which it can be restored for 30 days."""
        self._library.trash_note(id)
        return self._with_notes(reading)

    def restore_note(self, reading: Reading, id: str) -> Reading:
        """Take a note out of the trash."""
        self._library.restore_note(id)
        return self._with_notes(reading)

    def trash(self, reading: Reading) -> tuple[Note, ...]:
        """The notes on this article that can still be restored."""
        return self._library.notes(kept_id(reading), trashed=True)

    def correct(self, reading: Reading, *corrections: Correction) -> Reading:
        """Keep pieces of hand work and apply them."""
        for one in corrections:
            self._library.save_correction(kept_id(reading), one)
        return self._with_hand_work(reading)

    def withdraw(self, reading: Reading, *correction_ids: str) -> Reading:
        """Take back pieces of hand work; the machine's reading stands again."""
        for one in correction_ids:
            self._library.remove_correction(one)
        return self._with_hand_work(reading)

    def _with_notes(self, reading: Reading) -> Reading:
        return with_notes(reading, self._library.notes(kept_id(reading)))

    def _with_hand_work(self, reading: Reading) -> Reading:
        article_id, shown = kept_id(reading), reading.analysis
        corrections = self._library.corrections(article_id)
        marked = with_marks(reading, corrections)
        saved, stale = None, False
        if shown is not None:
            saved = self._library.analysis(article_id, marked.article, shown.producer)
            other = marked.article.blocks != reading.article.blocks
            stale = saved is None and (reading.stale or other)
        corrected = with_hand_work(
            replace(marked, stale=stale),
            saved or shown,  # one that could not be saved is all there is
            corrections,
            self._library.entity_work_besides(article_id),
            self._catalogue,
        )
        return with_judgements(corrected, self._library.judgements, self._catalogue)


def kept_id(reading: Reading) -> int:
    """The id of an article that is in the library, or a LibraryError that says it is not."""
    if reading.id is None:
        raise LibraryError(
            f"{reading.name} is not in the library, so nothing can be kept on it; open it again."
        )
    return reading.id


def _place(reading: Reading, id: str) -> Span | None:
    return next((one.span for one in reading.notes if one.note.id == id), None)
