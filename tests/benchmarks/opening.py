"""The longest pause of the window while pages of some megabytes are opened, shown and analysed.

    python tests/benchmarks/opening.py [--analysis SECONDS] [--platform offscreen|xcb]
        [--only NAME]

A timer of the window's thread is due every 5 ms; what it is late is a pause. The whole window is
made, with library and analyzer; the analysis is called off after some seconds. Fails where a
pause is over its goal. With --where, it says what the thread did in the longest pauses.
"""

from __future__ import annotations

import argparse
import gc
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from according import bootstrap, settings
from according.places import places
from according.ui.appearance import Appearance
from according.ui.application import SWITCH_INTERVAL
from according.ui.jobs import Jobs
from according.ui.window.controls import Controls
from according.ui.window.main_window import MainWindow
from according.ui.window.remembering import Memory
from according.ui.workspace import Workspace

GOAL = 50.0
"""Milliseconds that the window may pause."""

TICK = 5
"""Milliseconds between two beats of the window's thread."""

PATIENCE = 240.0
"""Seconds after which a step of the benchmark is given up."""

WORDS = (
    *("harbour", "bridge", "council", "girder", "lorry", "inspector", "minister", "report"),
    *("quay", "engineer", "weight", "traffic", "crack", "repair", "cost", "winter", "ferry"),
    *("crossing", "board", "decision", "said", "will", "the", "of", "and", "that", "to"),
)


class Pulse:
    """Beats in the window's thread, and keeps how late each beat is, in milliseconds."""

    def __init__(self) -> None:
        self._late: list[float] = []
        self._last = time.perf_counter()
        self._timer = QTimer(interval=TICK)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def begin(self) -> None:
        """Count from now on."""
        self._late = []
        self._last = time.perf_counter()

    def pauses(self) -> list[float]:
        """The pauses since it was begun, longest first."""
        self._beat()
        return sorted(self._late, reverse=True)

    def _beat(self) -> None:
        now = time.perf_counter()
        self._late.append((now - self._last) * 1000 - TICK)
        self._last = now


def main() -> int:
    """Print the table; 1 where a pause is over the goal."""
    options = _options()
    app = QApplication(["opening", "-platform", options.platform])
    sys.setswitchinterval(SWITCH_INTERVAL)
    worst = 0.0
    print(f"longest pause of the window in ms (goal {GOAL:.0f}), and seconds until it was done")
    with tempfile.TemporaryDirectory() as folder:
        pages = [page for page in _pages(Path(folder)) if options.only in page.stem]
        controls = _window(app, Path(folder))
        pulse = Pulse()
        _wait(lambda: controls.jobs.idle)
        gc.freeze()  # as the application does
        for page in pages:
            worst = max(worst, _measure(controls, pulse, page, options.analysis))
        controls.window.close()
    print(f"longest of all {worst:6.1f}")
    return 0 if worst <= GOAL else 1


def _measure(controls: Controls, pulse: Pulse, path: Path, seconds: float) -> float:
    """Open a page, let it be analysed for a while, and read about in it; the longest pause."""
    print(f"{path.name}, {path.stat().st_size / 1e6:.1f} MB")
    workspace, desk, page = controls.workspace, controls.desk, controls.page
    bar, worst = page.verticalScrollBar(), 0.0

    def half() -> None:
        if workspace.reading is not None:
            page.go_to(len(workspace.reading.article.text) // 2)

    steps: tuple[tuple[str, Callable[[], object], Callable[[], bool]], ...] = (
        ("read", lambda: controls.opening.open_paths([path]), partial(_open, workspace, path)),
        ("keep, and set the rest", _nothing, lambda: desk.analysing and page.page_map.whole),
        ("analyse", _nothing, _after(seconds)),
        ("call the analysis off", desk.cancel_analysis, lambda: controls.jobs.idle),
        ("go to the end", lambda: bar.setValue(bar.maximum()), _nothing),
        ("go to the middle", half, _nothing),
        ("larger text", lambda: page.zoom(120), lambda: page.page_map.whole),
        ("another width", lambda: controls.window.resize(1000, 800), lambda: page.page_map.whole),
        ("find a word", lambda: page.find("girder"), _nothing),
        ("usual size", lambda: page.zoom(100), lambda: page.page_map.whole),
    )
    for name, deed, done in steps:
        gc.collect()
        began = time.perf_counter()
        pulse.begin()
        deed()
        finished = _wait(done)
        took = time.perf_counter() - began
        _wait(_after(0.3))
        pauses = pulse.pauses()
        worst = max(worst, pauses[0])
        late = sum(pause > GOAL for pause in pauses)
        over = f"{late} over the goal" if late else ""
        print(
            f"  {name:24} {pauses[0]:7.1f} {took:7.2f} s{'' if finished else ' not done'}  {over}"
        )
    return worst


def _nothing() -> bool:
    return True


def _open(workspace: Workspace, path: Path) -> bool:
    return workspace.reading is not None and workspace.reading.path == str(path)


def _window(app: QApplication, folder: Path) -> Controls:
    where = places(folder / "data")
    preferred, _ = settings.load(where.settings)
    shell = MainWindow(Memory(where, preferred), Appearance(app, preferred.theme))
    shell.show()
    controls = Controls(shell, where, Jobs(shell), lambda: bootstrap.build(where))
    shell.controls = controls
    controls.begin(restoring=False)
    return controls


def _pages(folder: Path) -> Iterator[Path]:
    """Pages made here: of 1 and 5 MB, as markup and as text, and one most of which is script."""
    for name, size in (("html-1", 1), ("html-5", 5)):
        path = folder / f"{name}.html"
        path.write_text(_markup(_paragraphs(size * 970_000)), encoding="utf-8")
        yield path
    path = folder / "saved-5.html"
    script = "var state = " + ",".join(f'"key{number}"' for number in range(490_000)) + ";"
    path.write_text(_markup(_paragraphs(40_000), f"<script>{script}</script>"), encoding="utf-8")
    yield path
    path = folder / "text-5.txt"
    path.write_text("\n\n".join(_paragraphs(4_950_000)), encoding="utf-8")
    yield path


def _markup(paragraphs: list[str], head: str = "") -> str:
    body = "\n".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return (
        f"<!DOCTYPE html><html><head><title>The harbour report</title>{head}</head>"
        f"<body><article><h1>The harbour report</h1>\n{body}</article></body></html>"
    )


def _paragraphs(size: int) -> list[str]:
    """Paragraphs of about 60 words in sentences, `size` characters of them."""
    dice = random.Random(7)  # noqa: S311
    paragraphs, length = [], 0
    while length < size:
        sentences = []
        for _ in range(4):
            words = [dice.choice(WORDS) for _ in range(dice.randint(8, 22))]
            sentences.append(" ".join(words).capitalize() + ".")
        paragraphs.append(" ".join(sentences))
        length += len(paragraphs[-1]) + 2
    return paragraphs


def _after(seconds: float) -> Callable[[], bool]:
    """Whether so many seconds have passed since it was first asked."""
    ends: list[float] = []

    def passed() -> bool:
        ends.append(time.perf_counter() + seconds)
        return time.perf_counter() >= ends[0]

    return passed


def _wait(done: Callable[[], bool]) -> bool:
    """Let the window live until `done`; False where patience ended before."""
    end = time.perf_counter() + PATIENCE
    while not done():
        if time.perf_counter() > end:
            return False
        QApplication.processEvents()
        time.sleep(0.0005)
    return True


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--analysis", type=float, default=6.0)
    parser.add_argument("--platform", default="offscreen")
    parser.add_argument("--only", default="", help="pages whose name holds this")
    return parser.parse_args()


if __name__ == "__main__":
    raise SystemExit(main())
