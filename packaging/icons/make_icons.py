"""Draws the PNG icons from the SVG: python packaging/icons/make_icons.py (needs PySide6)."""

from __future__ import annotations

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
HERE = Path(__file__).resolve().parent
NAME = "org.according.According"


def main() -> int:
    """Write one PNG for each size beside the SVG."""
    app = QGuiApplication(sys.argv[:1])
    drawing = QSvgRenderer(str(HERE / f"{NAME}.svg"))
    for size in SIZES:
        image = QImage(size, size, QImage.Format.Format_ARGB32)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        drawing.render(painter)
        painter.end()
        image.save(str(HERE / f"{NAME}-{size}.png"))
    app.quit()
    return 0


if __name__ == "__main__":
    sys.exit(main())
