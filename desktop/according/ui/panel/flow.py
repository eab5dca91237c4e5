"""A layout that lets its items wrap: chips one after another, or segments of equal width."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class Flow(QLayout):
    """Lays items out in rows as they fit; `equal` fills each row with cells of one width."""

    def __init__(
        self, parent: QWidget | None = None, *, spacing: int = 4, equal: bool = False
    ) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._equal = equal
        self.setSpacing(spacing)
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(QRect(0, 0, width, 0), place=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, place=True)

    def sizeHint(self) -> QSize:
        sizes = [item.sizeHint() for item in self._shown()]
        margins = self.contentsMargins()
        width = sum(size.width() for size in sizes) + self.spacing() * max(0, len(sizes) - 1)
        height = max((size.height() for size in sizes), default=0)
        return QSize(
            width + margins.left() + margins.right(), height + margins.top() + margins.bottom()
        )

    def minimumSize(self) -> QSize:
        # Any width will do: an item wider than the row is cut down to it by its own word wrap.
        margins = self.contentsMargins()
        heights = (item.minimumSize().height() for item in self._shown())
        return QSize(1, max(heights, default=0) + margins.top() + margins.bottom())

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _arrange(self, rect: QRect, *, place: bool) -> int:
        inside = rect.marginsRemoved(self.contentsMargins())
        y = inside.y()
        for row in self._rows(max(1, inside.width())):
            height = max(_height(item, width) for item, width in row)
            x = inside.x()
            for item, width in row:
                if place:
                    tall = height if self._equal else min(height, _height(item, width))
                    item.setGeometry(QRect(x, y + (height - tall) // 2, width, tall))
                x += width + self.spacing()
            y += height + self.spacing()
        margins = self.contentsMargins()
        used = y - self.spacing() - inside.y() if self._shown() else 0
        return used + margins.top() + margins.bottom()

    def _rows(self, width: int) -> list[list[tuple[QLayoutItem, int]]]:
        return self._equal_rows(width) if self._equal else self._packed_rows(width)

    def _packed_rows(self, width: int) -> list[list[tuple[QLayoutItem, int]]]:
        rows: list[list[tuple[QLayoutItem, int]]] = []
        used = width + 1
        for item in self._shown():
            wanted = min(width, item.sizeHint().width())
            if used + wanted > width:
                rows.append([])
                used = 0
            rows[-1].append((item, wanted))
            used += wanted + self.spacing()
        return rows

    def _equal_rows(self, width: int) -> list[list[tuple[QLayoutItem, int]]]:
        items = self._shown()
        if not items:
            return []
        widest = max(item.sizeHint().width() for item in items)
        fitting = max(1, (width + self.spacing()) // (widest + self.spacing()))
        row_count = -(-len(items) // fitting)
        columns = -(-len(items) // row_count)
        rows = [items[start : start + columns] for start in range(0, len(items), columns)]
        return [_shared_out(row, width, self.spacing()) for row in rows]


def _shared_out(row: list[QLayoutItem], width: int, spacing: int) -> list[tuple[QLayoutItem, int]]:
    free = width - spacing * (len(row) - 1)
    base, rest = divmod(max(len(row), free), len(row))
    return [(item, base + (1 if index < rest else 0)) for index, item in enumerate(row)]


def _height(item: QLayoutItem, width: int) -> int:
    if item.hasHeightForWidth():
        return item.heightForWidth(width)
    return item.sizeHint().height()
