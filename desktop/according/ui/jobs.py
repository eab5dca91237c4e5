"""Runs work in the background and brings results back to the window's thread."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from enum import StrEnum
from threading import Event
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal, Slot

from according.errors import ReadingError


class Lane(StrEnum):
    """Three threads, each doing one thing after another: one uses the model, one the library."""

    ANALYSIS = "analysis"
    LIBRARY = "library"
    READING = "reading"


class Ticket:
    """What running work holds of its job: whether it was called off, and how to report progress."""

    __slots__ = ("_called_off", "_report")

    def __init__(self, called_off: Event, report: Callable[[int, int], None]) -> None:
        self._called_off = called_off
        self._report = report

    def cancelled(self) -> bool:
        """Whether the work should end; polled between two steps."""
        return self._called_off.is_set()

    def progress(self, done: int, total: int) -> None:
        """Say how far the work is; may be called from the lane's thread."""
        self._report(done, total)


class Job:
    """Work that was started; cancelling it drops whatever it still brings."""

    __slots__ = ("_called_off", "id")

    def __init__(self, id: int) -> None:
        self.id = id
        self._called_off = Event()

    @property
    def cancelled(self) -> bool:
        return self._called_off.is_set()

    def cancel(self) -> None:
        """Call the work off; neither its result nor its failure is announced any more."""
        self._called_off.set()


@dataclass(frozen=True, slots=True)
class _Progress:
    job: int
    done: int
    total: int


@dataclass(frozen=True, slots=True)
class _Outcome:
    job: int
    value: Any = None
    error: BaseException | None = None


@dataclass(frozen=True, slots=True)
class _Waiting:
    """Who waits for a job, in the window's thread."""

    job: Job
    lane: Lane
    done: Callable[[Any], None] | None
    failed: Callable[[ReadingError], None] | None
    progressed: Callable[[int, int], None] | None
    broken: Callable[[], None] | None


class Jobs(QObject):
    """Lanes of one thread each; everything they bring arrives in the thread of this object.

    Work gets plain values and gives plain values: no widget goes into a lane, no signal is owned
    there.

    Signals
    -------
    failed(ReadingError): work failed for a reason the reader can act on, and nobody took it.
    broke(BaseException): work failed by a fault of ours.
    """

    failed = Signal(object)
    broke = Signal(object)
    _arrived = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lanes = {
            lane: ThreadPoolExecutor(max_workers=1, thread_name_prefix=lane.value) for lane in Lane
        }
        self._waiting: dict[int, _Waiting] = {}
        self._last = 0
        self._closed = False
        self._arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def start(
        self,
        lane: Lane,
        work: Callable[[Ticket], Any],
        *,
        done: Callable[[Any], None] | None = None,
        failed: Callable[[ReadingError], None] | None = None,
        progressed: Callable[[int, int], None] | None = None,
        broken: Callable[[], None] | None = None,
    ) -> Job:
        """Queue `work` in a lane; the callbacks are called in this object's thread, or never.

        `failed` takes an error that the reader can act on, `broken` hears of a fault of ours.
        """
        self._last += 1
        job = Job(self._last)
        if self._closed:
            job.cancel()
            return job
        self._waiting[job.id] = _Waiting(job, lane, done, failed, progressed, broken)
        self._lanes[lane].submit(self._run, job, work)
        return job

    @property
    def idle(self) -> bool:
        """Whether everything that was started has been delivered."""
        return not self._waiting

    def settle(self, lane: Lane) -> None:
        """Wait until a lane has done all that was started, and deliver what it brings."""
        if not self._closed:
            self._lanes[lane].submit(lambda: None).result()
            QCoreApplication.sendPostedEvents(self, QEvent.Type.MetaCall.value)

    def close(self) -> None:
        """Call off reading and analysis, let the library finish, and return when all have ended.

        What is started afterwards is not done.
        """
        self._closed = True
        for waiting in self._waiting.values():
            if waiting.lane is not Lane.LIBRARY:
                waiting.job.cancel()
        for executor in self._lanes.values():
            executor.shutdown(wait=True)

    def _run(self, job: Job, work: Callable[[Ticket], Any]) -> None:
        if job.cancelled:
            self._arrived.emit(_Outcome(job.id))
            return
        ticket = Ticket(
            job._called_off,  # noqa: SLF001 - the job and its ticket share one flag
            lambda done, total: self._arrived.emit(_Progress(job.id, done, total)),
        )
        try:
            outcome = _Outcome(job.id, value=work(ticket))
        except BaseException as error:
            outcome = _Outcome(job.id, error=error)
        self._arrived.emit(outcome)

    @Slot(object)
    def _deliver(self, arrived: _Progress | _Outcome) -> None:
        waiting = self._waiting.get(arrived.job)
        if waiting is None:
            return
        if isinstance(arrived, _Progress):
            if waiting.progressed is not None and not waiting.job.cancelled:
                waiting.progressed(arrived.done, arrived.total)
            return
        del self._waiting[arrived.job]
        if waiting.job.cancelled:
            return
        if isinstance(arrived.error, ReadingError):
            (waiting.failed or self.failed.emit)(arrived.error)
        elif arrived.error is not None:
            if waiting.broken is not None:
                waiting.broken()
            self.broke.emit(arrived.error)
        elif waiting.done is not None:
            waiting.done(arrived.value)
