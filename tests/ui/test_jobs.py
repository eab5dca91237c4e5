"""Background work: lanes, results, failures, progress, and what is called off."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from according.errors import ReadingError, UnreadableFile
from according.ui.jobs import Jobs, Lane, Ticket


@pytest.fixture
def jobs(qapp: QApplication) -> Iterator[Jobs]:
    jobs = Jobs()
    yield jobs
    jobs.close()
    jobs.deleteLater()


def test_work_runs_in_its_lane_and_its_result_arrives_in_the_window(
    jobs: Jobs, qtbot: QtBot
) -> None:
    names: list[str] = []
    arrived: list[tuple[str, threading.Thread]] = []
    for lane in (Lane.LIBRARY, Lane.ANALYSIS, Lane.LIBRARY):
        jobs.start(
            lane,
            lambda _: threading.current_thread().name,
            done=lambda name: arrived.append((name, threading.current_thread())),
        )
    qtbot.waitUntil(lambda: len(arrived) == 3)
    names = sorted(name for name, _ in arrived)
    assert names == ["analysis_0", "library_0", "library_0"]
    assert {thread for _, thread in arrived} == {threading.main_thread()}
    assert jobs.idle


def test_a_lane_does_one_thing_after_another(jobs: Jobs, qtbot: QtBot) -> None:
    order: list[int] = []
    gate = threading.Event()

    def first(_: Ticket) -> None:
        gate.wait(5)
        order.append(1)

    jobs.start(Lane.LIBRARY, first)
    jobs.start(Lane.LIBRARY, lambda _: order.append(2))
    gate.set()
    qtbot.waitUntil(lambda: jobs.idle)
    assert order == [1, 2]


def test_what_was_called_off_brings_nothing_and_can_notice(jobs: Jobs, qtbot: QtBot) -> None:
    running = threading.Event()
    results: list[str] = []
    noticed: list[bool] = []

    def work(ticket: Ticket) -> str:
        running.set()
        while not ticket.cancelled():
            pass
        noticed.append(True)
        return "late"

    job = jobs.start(Lane.ANALYSIS, work, done=results.append)
    assert running.wait(5)
    job.cancel()
    qtbot.waitUntil(lambda: jobs.idle)
    assert noticed == [True]
    assert results == []


def test_a_failure_while_called_off_is_silent(jobs: Jobs, qtbot: QtBot) -> None:
    running, go = threading.Event(), threading.Event()
    broke: list[BaseException] = []
    jobs.broke.connect(broke.append)

    def work(_: Ticket) -> None:
        running.set()
        go.wait(5)
        raise RuntimeError("called off in the middle")

    job = jobs.start(Lane.ANALYSIS, work)
    assert running.wait(5)
    job.cancel()
    go.set()
    qtbot.waitUntil(lambda: jobs.idle)
    assert broke == []


def test_progress_arrives_in_order_before_the_result(jobs: Jobs, qtbot: QtBot) -> None:
    heard: list[object] = []

    def work(ticket: Ticket) -> str:
        for done in (1, 2, 3):
            ticket.progress(done, 3)
        return "end"

    jobs.start(
        Lane.ANALYSIS,
        work,
        done=heard.append,
        progressed=lambda done, total: heard.append((done, total)),
    )
    qtbot.waitUntil(lambda: "end" in heard)
    assert heard == [(1, 3), (2, 3), (3, 3), "end"]


def test_a_failure_the_reader_can_act_on_goes_to_who_asked_or_to_all(
    jobs: Jobs, qtbot: QtBot
) -> None:
    asked: list[ReadingError] = []
    everyone: list[ReadingError] = []
    jobs.failed.connect(everyone.append)

    def work(_: Ticket) -> None:
        raise UnreadableFile("a.txt is empty.")

    jobs.start(Lane.LIBRARY, work, failed=asked.append)
    jobs.start(Lane.LIBRARY, work)
    qtbot.waitUntil(lambda: jobs.idle)
    assert [str(error) for error in asked] == ["a.txt is empty."]
    assert [str(error) for error in everyone] == ["a.txt is empty."]


def test_a_fault_of_ours_is_announced_and_the_lane_goes_on(jobs: Jobs, qtbot: QtBot) -> None:
    broke: list[BaseException] = []
    results: list[int] = []
    jobs.broke.connect(broke.append)
    jobs.start(Lane.LIBRARY, lambda _: 1 // 0)
    jobs.start(Lane.LIBRARY, lambda _: 2, done=results.append)
    qtbot.waitUntil(lambda: jobs.idle)
    assert [type(error) for error in broke] == [ZeroDivisionError]
    assert results == [2]


def test_closing_waits_for_the_library_and_calls_off_the_analysis(qapp: QApplication) -> None:
    jobs = Jobs()
    written: list[str] = []
    running = threading.Event()

    def analysis(ticket: Ticket) -> None:
        running.set()
        while not ticket.cancelled():
            pass

    jobs.start(Lane.ANALYSIS, analysis, progressed=lambda _done, _total: None)
    jobs.start(Lane.LIBRARY, lambda _: written.append("note"))
    assert running.wait(5)
    jobs.close()
    assert written == ["note"]
    assert not [
        thread.name
        for thread in threading.enumerate()
        if thread.name.startswith(("analysis", "library"))
    ]
