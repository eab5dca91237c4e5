"""The preferences: colours, text size, how many claims are marked, grades and lists of others."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from PySide6.QtCore import QCoreApplication, QRect, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QIcon, QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from according.domain.analysis import Analysis
from according.domain.claims import Voice
from according.settings import SENSITIVITY, THEMES, ZOOM, Settings
from according.ui.style import Look
from according.ui.theme import interface_palette
from according.ui.window.actions import plain
from according.ui.window.choice import Choice
from according.ui.window.commands import COMMANDS, QT_TRANSLATE_NOOP
from according.ui.window.list_box import ListBox
from according.ui.window.stops import Stops

WIDTH, WIDTH_LARGE = 440, 340
"""Pixels at 100 %; the latter where labels stand above what they name."""

FROM_SCREEN = 60
"""Pixels of the screen's height that are left free; what does not fit is scrolled to."""

LARGEST_SPACE = 1.5
"""Text size (1 is 100 %) up to which the space between the words grows with them."""

SIZES = (75, 90, 100, 110, 125, 150, 175, 200, 250, 300)
"""Text sizes to choose from, in per cent; the keys of the menu give those between."""

MEANINGS: Mapping[int, str] = {
    -2: QT_TRANSLATE_NOOP(
        "Preferences", "Surest only: hardly any claim is marked wrongly, and many are missed."
    ),
    -1: QT_TRANSLATE_NOOP(
        "Preferences", "Fewer: not so many are marked wrongly, and more are missed."
    ),
    0: QT_TRANSLATE_NOOP(
        "Preferences", "Usual: the best balance between claims missed and claims marked wrongly."
    ),
    1: QT_TRANSLATE_NOOP(
        "Preferences", "More: not so many are missed, and more are marked wrongly."
    ),
    2: QT_TRANSLATE_NOOP(
        "Preferences",
        "As many as possible: the fewest are missed, and the most are marked wrongly.",
    ),
}
"""What each stop of the slider means."""

WITHOUT_MODEL = QT_TRANSLATE_NOOP(
    "Preferences",
    "The attribution model is missing, so only plainly worded claims are found, wherever this "
    "stands. Install According again to get it.",
)


class PreferencesDialog(QDialog):
    """Shows the settings and announces what is chosen; keeps nothing itself.

    Each change counts at once, so there is nothing to confirm.

    Signals
    -------
    theme_chosen(str), zoom_chosen(int), sensitivity_chosen(int): by the names and in the units of
        the settings.
    grading_chosen(bool): whether the reader grades.
    import_asked(): bring in a list of assessments.
    list_forgotten(str): take out the list of this name.
    usual_asked(): all that is set here as it was at first; lists stay.
    """

    theme_chosen = Signal(str)
    zoom_chosen = Signal(int)
    sensitivity_chosen = Signal(int)
    grading_chosen = Signal(bool)
    import_asked = Signal()
    list_forgotten = Signal(str)
    usual_asked = Signal()

    def __init__(self, settings: Settings, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Preferences"))
        self._look = look
        self._styled: Look | None = None
        self._learned = True
        self.colours = Choice(look, self)
        self.size_of_text = Choice(look, self)
        self.claims = Stops(*SENSITIVITY, look, self)
        self.grading = QCheckBox(self.tr("&Grade sources and information"), self)
        self.scale = QLabel(
            self.tr(
                "On the Admiralty scale: A to F for a source, 1 to 6 for what it says. The program "
                "never grades."
            ),
            self,
        )
        self.lists = ListBox(look, self)
        self.meaning = QLabel(self)
        self.found = QLabel(self)
        self.usual = QPushButton(self.tr("&Usual settings"), self)
        self._labels = [
            _label(self.tr("&Colours"), self.colours),
            _label(self.tr("&Text size"), self.size_of_text),
            _label(self.tr("C&laims"), self.claims),
        ]
        self._ends = QLabel(self.tr("Fewer, surer"), self), QLabel(self.tr("More, less sure"), self)
        self._grid = QGridLayout()
        self._body = QWidget(self)
        self._scrolling = QScrollArea(self)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self._fill()
        self._lay_out()
        self._connect()
        self.show_settings(settings)
        self.restyle(look)

    def show_settings(self, settings: Settings) -> None:
        """Show what holds now, wherever it was changed."""
        self.colours.setCurrentIndex(self.colours.findData(settings.theme))
        if self.size_of_text.findData(settings.zoom) < 0:
            self._offer_sizes(settings.zoom)
        self.size_of_text.setCurrentIndex(self.size_of_text.findData(settings.zoom))
        with QSignalBlocker(self.claims):
            self.claims.setValue(settings.sensitivity)
        self.grading.setChecked(settings.grading)
        usual = Settings()
        self.usual.setEnabled(
            (settings.theme, settings.zoom, settings.sensitivity, settings.grading)
            != (usual.theme, usual.zoom, usual.sensitivity, usual.grading)
        )
        self._explain()

    def show_analysis(self, analysis: Analysis | None, *, running: bool) -> None:
        """Say what the open article has, by the setting that holds."""
        learned = analysis is None or analysis.producer.learned
        if learned is not self._learned:
            self._learned = learned
            self._fit()
        claims = analysis.claims if analysis else ()
        # The paper's own words are neither more nor less sure, whatever the slider says.
        count = sum(one.voice is Voice.ATTRIBUTED for one in claims)
        if running:
            words = self.tr("This article is being analysed")
        elif analysis is None:
            words = ""
        elif count == 1:
            words = self.tr("1 credited claim in this article")
        else:
            words = self.tr("{n} credited claims in this article").format(n=count)
        self.found.setText(words)
        self._explain()

    def show_lists(self, lists: tuple[tuple[str, int], ...]) -> None:
        """Say which lists of assessments were brought in."""
        self.lists.show_lists(lists)
        self._order_tabs()
        QTimer.singleShot(0, self, self._fit)  # once the layout has taken them in

    def restyle(self, look: Look) -> None:
        """Take another theme or text size; the window becomes as large as its words need."""
        if look == self._styled:
            return
        self._look = self._styled = look
        self.setPalette(interface_palette(look.theme))
        for drawn in (self.claims, self.colours, self.size_of_text, self.lists):
            drawn.restyle(look)
        self._arrange()
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def _fill(self) -> None:
        names = {one.argument: plain(one.text) for one in COMMANDS if one.group == "theme"}
        for theme in THEMES:
            self.colours.addItem(names[theme], theme)
        self._offer_sizes()
        self.colours.setAccessibleName(self.tr("Colours"))
        self.size_of_text.setAccessibleName(self.tr("Text size"))
        self.claims.setAccessibleName(self.tr("Claims"))
        self.usual.setToolTip(
            self.tr(
                "Colours of the system, text of the usual size, the usual claims, and no grades"
            )
        )
        self.usual.setAutoDefault(False)
        # The system's icon is of another hand than all others in the window.
        self._buttons.button(QDialogButtonBox.StandardButton.Close).setIcon(QIcon())
        for label in (self.meaning, self.found, self.scale):
            label.setWordWrap(True)
            label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        for label in (*self._ends, self.found, self.scale):
            label.setProperty("role", "small")

    def _offer_sizes(self, other: int = SIZES[0]) -> None:
        """The sizes, and `other` among them."""
        self.size_of_text.clear()
        for size in sorted({*SIZES, other}):
            if ZOOM[0] <= size <= ZOOM[1]:
                self.size_of_text.addItem(self.tr("{percent} %").format(percent=size), size)

    def _lay_out(self) -> None:
        ends = QHBoxLayout()
        ends.addWidget(self._ends[0])
        ends.addStretch(1)
        ends.addWidget(self._ends[1])
        rules = [QFrame(self) for _ in range(3)]
        for rule in rules:
            rule.setProperty("role", "rule")
        self._column = QVBoxLayout(self._body)
        self._column.addLayout(self._grid)
        self._column.addWidget(rules[0])
        self._column.addWidget(self._labels[2])
        self._column.addWidget(self.claims)
        self._column.addLayout(ends)
        self._column.addWidget(self.meaning)
        self._column.addWidget(self.found)
        self._column.addWidget(rules[1])
        self._column.addWidget(self.grading)
        self._column.addWidget(self.scale)
        self._column.addWidget(rules[2])
        self._column.addWidget(self.lists)
        self._column.addStretch(1)
        self._body.setProperty("role", "canvas")
        self._scrolling.setProperty("role", "view")
        self._scrolling.setFrameShape(QFrame.Shape.NoFrame)
        self._scrolling.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scrolling.setWidgetResizable(True)
        self._scrolling.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scrolling.setWidget(self._body)
        self._below = QHBoxLayout()
        self._below.addWidget(self.usual)
        self._below.addStretch(1)
        self._below.addWidget(self._buttons)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._scrolling, 1)
        outer.addLayout(self._below)
        self._order_tabs()

    def _order_tabs(self) -> None:
        above = (self.colours, self.size_of_text, self.claims, self.grading)
        lists = (*self.lists.removers.values(), self.lists.bring)
        for first, second in pairwise((*above, *lists, self.usual, self._buttons)):
            self.setTabOrder(first, second)

    def _connect(self) -> None:
        self.colours.activated.connect(lambda _: self.theme_chosen.emit(self.colours.currentData()))
        self.size_of_text.activated.connect(
            lambda _: self.zoom_chosen.emit(self.size_of_text.currentData())
        )
        self.claims.valueChanged.connect(self._moved)
        self.grading.clicked.connect(self.grading_chosen)
        self.lists.import_asked.connect(self.import_asked)
        self.lists.forgotten.connect(self.list_forgotten)
        self.usual.clicked.connect(self.usual_asked)
        self._buttons.rejected.connect(self.reject)

    def _moved(self, value: int) -> None:
        self._explain()
        QAccessible.updateAccessibility(
            QAccessibleAnnouncementEvent(self.claims, self.meaning.text())
        )
        self.sensitivity_chosen.emit(value)

    def _explain(self) -> None:
        words = _tr(MEANINGS[self.claims.value()] if self._learned else WITHOUT_MODEL)
        self.meaning.setText(words)
        ends = ", ".join(label.text() for label in self._ends)
        self.claims.setAccessibleDescription(f"{words} ({ends})")

    def _arrange(self) -> None:
        """Labels beside what they name; with large text above it."""
        px = self._look.px
        pairs = zip(self._labels[:2], (self.colours, self.size_of_text), strict=True)
        for number, (label, box) in enumerate(pairs):
            for widget in (label, box):
                self._grid.removeWidget(widget)
            if self._look.large:
                self._grid.addWidget(label, 2 * number, 0, 1, 2)
                self._grid.addWidget(box, 2 * number + 1, 0, 1, 2)
            else:
                self._grid.addWidget(label, number, 0)
                self._grid.addWidget(box, number, 1)
        self._grid.setColumnMinimumWidth(0, 0 if self._look.large else px(110))
        self._grid.setColumnStretch(1, 1)
        self._grid.setHorizontalSpacing(px(12))
        self._grid.setVerticalSpacing(px(8))
        # Large text needs the room itself.
        space = Look(self._look.theme, min(self._look.scale, LARGEST_SPACE)).px
        self._column.setContentsMargins(space(24), space(20), space(24), space(12))
        self._column.setSpacing(space(8))
        self._below.setContentsMargins(space(24), space(8), space(24), space(16))

    def _fit(self) -> None:
        """Become as large as the words need, and no larger than the screen."""
        for widget in self.findChildren(QWidget):
            widget.ensurePolished()  # else it is measured in the type of before
        room = self.screen().availableGeometry()
        wanted = self._look.px(WIDTH_LARGE if self._look.large else WIDTH)
        width = min(wanted, room.width() - 40)
        edges = self._column.contentsMargins()
        inside = width - edges.left() - edges.right()
        height = self._needed(inside, width)
        if height > room.height() - FROM_SCREEN:
            bar = self._scrolling.verticalScrollBar().sizeHint().width()
            height = self._needed(inside - bar, width)
        self.setFixedWidth(width)
        self.resize(width, min(height, room.height() - FROM_SCREEN))
        if self.isVisible():
            self._stay_on_screen(room)

    def _needed(self, inside: int, width: int) -> int:
        """The height of it all, where the words may be `inside` wide; each gets what it needs."""
        # Of one height at all stops, so that nothing jumps while the slider moves.
        sentences = MEANINGS.values() if self._learned else (WITHOUT_MODEL,)
        highest = max(_height(self.meaning, _tr(words), inside) for words in sentences)
        self.meaning.setMinimumHeight(highest)
        self.found.setMinimumHeight(self.found.fontMetrics().height())
        self.scale.setMinimumHeight(max(0, self.scale.heightForWidth(inside)))
        self.lists.setMinimumHeight(max(0, self.lists.heightForWidth(inside)))
        for layout in (self._column, self._below):
            layout.invalidate()
        return self._column.totalHeightForWidth(width) + self._below.totalSizeHint().height()

    def _stay_on_screen(self, room: QRect) -> None:
        """Make way to the left and upwards where the window has become larger than its place."""
        frame = self.frameGeometry()
        # The frame of before, around the size of now.
        right = frame.left() + self.width() + frame.width() - self.geometry().width()
        bottom = frame.top() + self.height() + frame.height() - self.geometry().height()
        left = frame.left() - max(0, right - room.right())
        top = frame.top() - max(0, bottom - room.bottom())
        self.move(max(room.left(), left), max(room.top(), top))


def _label(text: str, of: QWidget) -> QLabel:
    label = QLabel(text)
    label.setBuddy(of)
    return label


def _height(label: QLabel, words: str, width: int) -> int:
    """How high a label is with these words."""
    flags = Qt.TextFlag.TextWordWrap.value
    return label.fontMetrics().boundingRect(QRect(0, 0, width, 10000), flags, words).height()


def _tr(text: str) -> str:
    return QCoreApplication.translate("Preferences", text)
