"""The line below the article: what is in it, how far the analysis is, which keys to press."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
)
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QStatusBar, QWidget

from according.domain.languages import language_name
from according.domain.reading import Reading
from according.ui.panel.wording import rules_alone
from according.ui.workspace import Workspace

SAID_MS = 5000
"""How long a sentence stands in place of the counts."""


class StatusLine(QStatusBar):
    """Shows counts, progress, hints and text size.

    Signals
    -------
    cancel_asked(): the reader wants what is being done to end.
    """

    cancel_asked = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self._counts = _Line(self)
        self.lacking = _Line(self)
        self.lacking.setText(self.tr("Attribution model missing"))
        self.lacking.told = rules_alone()
        self.lacking.setToolTip(rules_alone())
        self.lacking.setAccessibleDescription(rules_alone())
        self._warned = ""
        self._held = self._said = ""
        self._silence = QTimer(self, singleShot=True, interval=SAID_MS)
        self._silence.timeout.connect(self._fall_silent)
        self._reading = ""
        self._share: tuple[int, int] | None = None
        self._doing = _Line(self)
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setFixedSize(140, 6)
        self._cancel = QPushButton(self.tr("Cancel"), self)
        self._cancel.setProperty("role", "link")
        self._cancel.clicked.connect(self.cancel_asked)
        self._hinted = (
            self.tr("j k claim"),
            self.tr("e entity"),
            self.tr("n note"),
            self.tr("h certainty word"),
            self.tr("F1 all keys"),
        )
        self._keys = QLabel(self)
        self._keys.setToolTip(" · ".join(self._hinted))
        self._zoom = QLabel(self)
        self._zoom.setAccessibleName(self.tr("Text size"))
        for widget in (self._counts, self.lacking, self._doing, self._bar, self._cancel):
            self.addWidget(widget)
        self.addPermanentWidget(self._keys)
        self.addPermanentWidget(self._zoom)
        self._hints = False
        self.show_progress(None)
        workspace.reading_changed.connect(self._count)
        self._count(workspace.reading)

    @property
    def counts(self) -> str:
        return self._held

    @property
    def said(self) -> str:
        """What is said for the moment."""
        return self._said

    def say(self, sentence: str) -> None:
        """Say something for a moment in place of the counts, and to a screen reader."""
        self._said = sentence
        self._silence.start()
        self._fit()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))

    def show_progress(self, share: tuple[int, int] | None) -> None:
        """Paragraphs done, of how many; (0, 0) while the model is loaded, None when it is over."""
        self._share = share
        self._show_doing()

    def show_reading(self, name: str) -> None:
        """Say until told otherwise which file is being read; nothing with an empty name."""
        self._reading = name
        self._show_doing()
        if name:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self._doing.text()))

    @property
    def doing(self) -> str:
        """What is being done, if anything."""
        return "" if self._doing.isHidden() else self._doing.text()

    def _show_doing(self) -> None:
        """Show that a file is read, else that an article is analysed, else nothing."""
        share = (0, 0) if self._reading else self._share
        for widget in (self._doing, self._bar, self._cancel):
            widget.setVisible(share is not None)
        if share is not None:
            done, total = share
            self._bar.setRange(0, total)
            self._bar.setValue(done)
        if self._reading:
            self._doing.setText(self.tr("Reading {name}").format(name=self._reading))
            self._bar.setAccessibleName(self.tr("A file is being read"))
            self._cancel.setAccessibleName(self.tr("Cancel the reading"))
            self._cancel.setToolTip(self.tr("Cancel the reading (Esc)"))
        else:
            self._doing.setText(self.tr("Analysing"))
            self._bar.setAccessibleName(self.tr("Progress of the analysis"))
            self._cancel.setAccessibleName(self.tr("Cancel the analysis"))
            self._cancel.setToolTip("")
        self._fit()

    def show_zoom(self, percent: int) -> None:
        self._zoom.setText(self.tr("{percent} %").format(percent=percent))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Where the line is too narrow for all hints, the last ones give way."""
        self._counts.setText(self._said or self._held)
        parts = (self._counts, self.lacking, self._doing, self._bar, self._cancel, self._zoom)
        taken = sum(part.sizeHint().width() for part in parts if not part.isHidden())
        room = self.width() - taken - 8 * len(parts)
        for number in range(len(self._hinted), 0, -1):
            self._keys.setText(" · ".join(self._hinted[:number]))
            if self._keys.sizeHint().width() <= room:
                self._keys.setVisible(self._hints)
                return
        self._keys.hide()

    def _count(self, reading: Reading | None) -> None:
        self._hints = reading is not None
        self._held = " · ".join(counts(reading)) if reading else ""
        self.lacking.setVisible(lacks_model(reading))
        self._fit()
        if reading is None or not lacks_model(reading):
            return
        if self._warned != reading.article.sha256:
            self._warned = reading.article.sha256
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, rules_alone()))

    def _fall_silent(self) -> None:
        self._said = ""
        self._fit()


class _Line(QLabel):
    """A line that is cut short, rather than keep a window wide, and then says all when asked.

    `told` is said in any case.
    """

    told = ""

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        inside = self.contentsRect()
        letters = self.fontMetrics()
        if letters.horizontalAdvance(self.text()) <= inside.width():
            self.setToolTip(self.told)
            super().paintEvent(event)
            return
        self.setToolTip(self.told or self.text())
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        short = letters.elidedText(self.text(), Qt.TextElideMode.ElideRight, inside.width())
        painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter, short)
        painter.end()


def lacks_model(reading: Reading | None) -> bool:
    """Whether rules alone have found what is shown."""
    return bool(reading and reading.analysis and not reading.analysis.producer.learned)


def counts(reading: Reading) -> tuple[str, ...]:
    """What a reading holds, in words: claims, sources, entities, notes, lost notes."""
    # A verdict alone is no note.
    notes = sum(one.note.worded for one in reading.notes) + len(reading.orphans)
    parts: list[str] = []
    language = reading.article.language
    if language is not None and reading.article.foreign:
        parts = [_foreign(language_name(language))]
    elif (analysis := reading.analysis) is not None:
        parts = [
            _counted(len(analysis.claims), "{n} claim", "{n} claims"),
            _counted(len(analysis.sources), "{n} source", "{n} sources"),
            _counted(len(analysis.entities), "{n} entity", "{n} entities"),
        ]
    if notes or parts:
        parts.append(_counted(notes, "{n} note", "{n} notes"))
    if reading.orphans:
        lost = len(reading.orphans)
        parts.append(_counted(lost, "{n} without its passage", "{n} without their passages"))
    return tuple(parts)


def _foreign(language: str | None) -> str:
    if language is None:
        return QCoreApplication.translate("StatusLine", "Not in English, not analysed")
    text = QCoreApplication.translate("StatusLine", "In {language}, not analysed")
    return text.format(language=language)


def _counted(number: int, one: str, many: str) -> str:
    text = one if number == 1 else many
    return QCoreApplication.translate("StatusLine", text).format(n=number)
