"""Makes the README's screenshot: the program itself on a sample article, with a claim chosen.

    python packaging/screenshots/make_screenshot.py [--theme dark] [--claim N] [--to FILE]

Runs without a display; the library is a temporary one.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from according import bootstrap, settings
from according.places import places, seed
from according.readers.read import load
from according.ui.appearance import Appearance
from according.ui.jobs import Jobs
from according.ui.window.controls import Controls
from according.ui.window.main_window import MainWindow
from according.ui.window.remembering import Memory

HERE = Path(__file__).resolve().parent
SIZE = QSize(1360, 860)
PATIENCE = 60.0
"""Seconds to wait for the analysis."""


def main() -> int:
    """Write the picture; 1 when the analysis does not come."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--theme", default="light")
    parser.add_argument("--claim", type=int, default=8)
    parser.add_argument("--file", type=Path, default=seed("articles", "harbour-inquiry.txt"))
    parser.add_argument("--to", type=Path, default=HERE / "window.png")
    options = parser.parse_args()
    app = QApplication(sys.argv[:1])
    with tempfile.TemporaryDirectory() as folder:
        where = places(Path(folder))
        preferred, _ = settings.load(where.settings)
        window = MainWindow(Memory(where, preferred), Appearance(app, options.theme))
        window.resize(SIZE)
        window.show()
        controls = Controls(window, where, Jobs(window), lambda: bootstrap.build(where))
        window.controls = controls
        controls.begin(restoring=False)
        controls.opening.show(load(options.file))
        workspace = controls.workspace
        if not _waited(app, lambda: workspace.analysis is not None and controls.jobs.idle):
            print("the analysis did not come", file=sys.stderr)
            return 1
        claims = workspace.analysis.claims if workspace.analysis else ()
        workspace.choose(claim=claims[options.claim - 1].id, reveal=True)
        _waited(app, lambda: False, seconds=1.5)
        window.grab().save(str(options.to))
        window.close()
        _waited(app, lambda: False, seconds=0.5)
    return 0


def _waited(app: QApplication, done: Callable[[], bool], *, seconds: float = PATIENCE) -> bool:
    """Let the window work until something is done, or the time is up."""
    end = time.monotonic() + seconds
    while not done():
        if time.monotonic() > end:
            return False
        app.processEvents()
        time.sleep(0.01)
    return True


if __name__ == "__main__":
    sys.exit(main())
