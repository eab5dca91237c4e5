"""What the window asks of the services.

Only their shape: the services bring the database and the language model, which are imported after
the text is on the screen.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from according.domain.judgements import Judgement
from according.domain.notes import Correction, Verdict
from according.domain.reading import Opened, Reading, Recent
from according.domain.spans import Span


class ReadingService(Protocol):
    """Keeps, reopens and analyses articles."""

    def keep(self, opened: Opened) -> Reading: ...

    def reopen(self, id: int) -> Reading: ...

    def analyse(
        self,
        reading: Reading,
        *,
        on_progress: Callable[[int, int], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> Reading: ...

    def set_sensitivity(self, sensitivity: int) -> None: ...

    def recent(self) -> tuple[Recent, ...]: ...


class AnnotatingService(Protocol):
    """Keeps notes and hand work; each call gives the reading with the change in it."""

    def write_note(
        self,
        reading: Reading,
        target: Span,
        *,
        text: str,
        tags: tuple[str, ...],
        verdict: Verdict | None,
        note_id: str | None = None,
    ) -> Reading: ...

    def place_note(self, reading: Reading, id: str, target: Span) -> Reading: ...

    def trash_note(self, reading: Reading, id: str) -> Reading: ...

    def restore_note(self, reading: Reading, id: str) -> Reading: ...

    def correct(self, reading: Reading, *corrections: Correction) -> Reading: ...

    def withdraw(self, reading: Reading, *correction_ids: str) -> Reading: ...


class Imported(Protocol):
    """A list of assessments that was brought in, and a sentence on each row that was left out."""

    @property
    def name(self) -> str: ...

    @property
    def count(self) -> int: ...

    @property
    def faults(self) -> tuple[str, ...]: ...


class JudgingService(Protocol):
    """Keeps the reader's word on sources; each change gives the reading with it."""

    def judge(self, reading: Reading, judgement: Judgement) -> Reading: ...

    def withdraw(self, reading: Reading, id: str) -> Reading: ...

    def write_source_note(self, reading: Reading, key: str, text: str) -> Reading: ...

    def import_assessments(self, path: Path) -> Imported: ...

    def lists(self) -> tuple[tuple[str, int], ...]: ...

    def forget_assessments(self, name: str) -> None: ...

    def refreshed(self, reading: Reading) -> Reading: ...


class Services(Protocol):
    """The services as `bootstrap.build` gives them."""

    @property
    def reading(self) -> ReadingService: ...

    @property
    def annotating(self) -> AnnotatingService: ...

    @property
    def judging(self) -> JudgingService: ...

    @property
    def close(self) -> Callable[[], None]: ...


Build = Callable[[], Services]
Step = Callable[[AnnotatingService, Reading], Reading]
"""One change: made in the library lane, from the newest reading to the next."""

JudgingStep = Callable[[JudgingService, Reading], Reading]
"""One change of what the reader says of sources, made as a `Step` is."""
