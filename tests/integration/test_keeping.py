"""What the reader wrote is there after the process was killed, and in another copy of the text."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

from according.domain.analysis import Analysis, Producer
from according.domain.article import Article
from according.domain.reading import Reading
from according.domain.spans import Span
from according.places import Places, places
from according.readers.read import load
from according.services.annotating import AnnotatingService
from according.services.reading import Cancelled, Progress, ReadingService
from according.storage.database import Database
from according.storage.library import Library

STORY = """Old lighthouse to be lit once more

The lighthouse on Skarn Point will be lit for one night in June, its keepers said on Friday.

It went dark in 1998, when a buoy with a radio beacon took its place.

“We have polished every lens by hand,” said Ingrid Moe, who leads the volunteers.

The coast guard said the light was unlikely to confuse any ship, but asked for a rehearsal.
"""

WRITER = """
import sys, time
from pathlib import Path
from according.domain.spans import Span
from according.places import places
from according.readers.read import load
from tests.integration.test_keeping import services

with services(places(Path(sys.argv[1]))) as (reading, annotating):
    shown = reading.keep(load(Path(sys.argv[2])))
    start = shown.article.text.index("We have polished")
    annotating.write_note(shown, Span(start, start + 34), text="Ask to see one.", tags=("lens",))
    print("written", flush=True)
    time.sleep(600)
"""


class NoAnalyzer:
    """Stands where no language model is needed."""

    producer = Producer("0", "none", ())
    sensitivity = 0

    def analyze(
        self,
        article: Article,  # noqa: ARG002
        *,
        on_progress: Progress | None = None,  # noqa: ARG002
        cancelled: Cancelled | None = None,  # noqa: ARG002
    ) -> Analysis:
        return Analysis(self.producer)


@contextmanager
def services(where: Places) -> Iterator[tuple[ReadingService, AnnotatingService]]:
    database = Database(where.library, where.backups)
    library = Library(database)
    yield ReadingService(library, NoAnalyzer()), AnnotatingService(library)
    database.close()


def _file(path: Path, text: str = STORY) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def _kept(path: Path) -> Reading:
    with services(places()) as (reading, _):
        return reading.keep(load(path))


def _noted(path: Path, *passages: str) -> None:
    with services(places()) as (reading, annotating):
        shown = reading.keep(load(path))
        for words in passages:
            start = shown.article.text.index(words)
            annotating.write_note(shown, Span(start, start + len(words)), text=words)


def test_a_killed_process_loses_nothing(tmp_path: Path, own_folders: Path) -> None:
    file = _file(tmp_path / "story.txt")
    project = Path(__file__).resolve().parents[2]
    with subprocess.Popen(
        [sys.executable, "-c", WRITER, str(own_folders), str(file)],
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": str(project)},
    ) as writer:
        assert writer.stdout is not None
        assert writer.stdout.readline() == "written\n"
        writer.send_signal(signal.SIGKILL)
    assert writer.returncode == -signal.SIGKILL
    (note,) = _kept(file).notes
    assert (note.note.text, note.note.tags, note.moved) == ("Ask to see one.", ("lens",), False)


def test_notes_follow_into_a_copy_with_changed_paragraphs(tmp_path: Path) -> None:
    quote, gone = "We have polished every lens by hand", "a buoy with a radio beacon took its place"
    hedge = "the light was unlikely to confuse any ship"
    _noted(_file(tmp_path / "story.txt"), quote, gone, hedge)
    copy = STORY.replace(
        "It went dark in 1998, when a buoy with a radio beacon took its place.\n\n", ""
    )
    copy = copy.replace("unlikely to confuse any ship", "very unlikely to confuse a ship")
    copy = copy.replace("“We have", "The tower is 31 metres high and painted white.\n\n“We have")
    shown = _kept(_file(tmp_path / "copy.txt", copy))
    assert {one.span.of(shown.article.text): one.moved for one in shown.notes} == {
        quote: False,
        "the light was very unlikely to confuse a ship": True,
    }
    assert [note.text for note in shown.orphans] == [gone]
    # The first copy still shows all three where they were written.
    assert len(_kept(tmp_path / "story.txt").notes) == 3


def test_a_repeated_passage_does_not_move_in_silence(tmp_path: Path) -> None:
    line = "The keepers would not say more.\n\n"
    paragraphs = STORY.split("\n\n")
    text = "\n\n".join([*paragraphs[:2], line.strip(), *paragraphs[2:], line.strip(), "The end."])
    with services(places()) as (reading, annotating):
        shown = reading.keep(load(_file(tmp_path / "story.txt", text)))
        start = shown.article.text.index(line.strip())
        annotating.write_note(shown, Span(start, start + len(line.strip())), text="Why not?")
    copy = _kept(_file(tmp_path / "copy.txt", text.replace(line, "", 1)))
    assert copy.notes == ()
    assert [note.text for note in copy.orphans] == ["Why not?"]


def test_another_article_of_the_same_paper_gets_no_notes(tmp_path: Path) -> None:
    _noted(_file(tmp_path / "story.txt"), "a buoy with a radio beacon")
    other = STORY.split("\n\n")[2] + "\n\nAll else in this story is new.\n\nIt tells of a mine.\n"
    assert _kept(_file(tmp_path / "other.txt", other)).notes == ()


def test_window_and_worker_write_at_the_same_time(tmp_path: Path) -> None:
    with services(places()) as (reading, annotating):
        shown = reading.keep(load(_file(tmp_path / "story.txt")))
        faults: list[BaseException] = []

        def write(name: str) -> None:
            try:
                for number in range(20):
                    annotating.write_note(shown, Span(0, 12), text=f"{name} {number}", note_id=name)
                    reading.analyse(shown)
            except BaseException as error:  # noqa: BLE001 - told to the test, whatever it is
                faults.append(error)

        threads = [Thread(target=write, args=(name,)) for name in ("window", "worker", "third")]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert faults == []
        again = reading.keep(load(tmp_path / "story.txt"))
        assert sorted(one.note.text for one in again.notes) == [
            "third 19",
            "window 19",
            "worker 19",
        ]
