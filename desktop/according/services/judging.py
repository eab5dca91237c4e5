"""The reader's own word on sources: each change is saved before the call returns."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from according.analysis.sources.catalogue import Catalogue
from according.domain.judgements import Judgement, SourceNote, source_keys
from according.domain.reading import Reading
from according.services.annotating import kept_id
from according.services.assessment_lists import ImportedList, read_list
from according.services.source_layer import with_judgements
from according.storage.library import Library


class JudgingService:
    """Keeps what the reader says of sources; what the program says of them is never touched.

    `catalogue` gives the names and domains by which a row of a list is known to mean a source.
    """

    def __init__(self, library: Library, catalogue: Callable[[], Catalogue] = Catalogue) -> None:
        self._library = library
        self._catalogue = catalogue

    def judge(self, reading: Reading, judgement: Judgement) -> Reading:
        """Keep one more judgement; its `source` is a key, its `target` says which claim."""
        self._library.judgements.add(kept_id(reading), judgement)
        return self._judged(reading)

    def withdraw(self, reading: Reading, id: str) -> Reading:
        """Take a judgement away as if it had never been made, which undoes making it."""
        self._library.judgements.remove(id)
        return self._judged(reading)

    def write_source_note(self, reading: Reading, key: str, text: str) -> Reading:
        """Keep the note on a source in place of the one before; an empty one goes."""
        article = kept_id(reading)
        for former in _former_keys(reading, key):
            self._library.judgements.write_note(article, SourceNote(former, ""))
        self._library.judgements.write_note(article, SourceNote(key, text))
        return self._judged(reading)

    def import_assessments(self, path: Path) -> ImportedList:
        """Bring in a list; one of the same file name is replaced. A ListFault changes nothing."""
        brought = read_list(path)
        self._library.judgements.replace_list(brought.name, brought.rows)
        return brought

    def lists(self) -> tuple[tuple[str, int], ...]:
        """The names of the lists that were brought in, with the number of their rows."""
        return self._library.judgements.lists()

    def forget_assessments(self, name: str) -> None:
        """Take a list out of the library."""
        self._library.judgements.replace_list(name, ())

    def refreshed(self, reading: Reading) -> Reading:
        """`reading` with what the library holds by now, after a list came or went."""
        return self._judged(reading)

    def _judged(self, reading: Reading) -> Reading:
        return with_judgements(reading, self._library.judgements, self._catalogue)


def _former_keys(reading: Reading, key: str) -> tuple[str, ...]:
    """The keys that a source of the reading had before the catalogue knew it."""
    sources = reading.analysis.sources if reading.analysis is not None else ()
    return next((keys[1:] for keys in map(source_keys, sources) if keys[0] == key), ())
