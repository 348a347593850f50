"""The time served as a bar of the full term, with its figures beside it and its working on demand."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QTextBrowser, QVBoxLayout, QWidget

from drafter.core.dates import long_date
from drafter.practice.sentence_bar import EARNED, GOOD_CONDUCT, LEFT, SERVED
from drafter.ui.theme import done_colour, missing_colour
from drafter.ui.words import Words

if TYPE_CHECKING:
    from drafter.practice.sentence_bar import SentenceBar, Stretch

_NOTHING: Final = (
    "The sentence cannot be counted yet: the day from which the Bureau counts it, or its term, is not known."
)
#: Each stretch has a pattern of its own, so that the bar can be read without its colours.
_PATTERNS: Final = {
    SERVED: Qt.BrushStyle.SolidPattern,
    LEFT: Qt.BrushStyle.NoBrush,
    EARNED: Qt.BrushStyle.FDiagPattern,
    GOOD_CONDUCT: Qt.BrushStyle.Dense6Pattern,
}


class TimeTab(QWidget):
    """Bar, figures, and the working, which is shown when it is asked for."""

    def __init__(self) -> None:
        """Start with nothing to count."""
        super().__init__()
        self._shown: SentenceBar | None = None
        self.told = Words()
        self.bar = BarView()
        self.figures = QTextBrowser()
        self.with_working = QCheckBox("Show the &working")
        self.figures.setAccessibleName("Time served: figures and working")
        self.setFocusProxy(self.figures)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 8)
        column.setSpacing(10)
        for widget in (self.told, self.bar, self.with_working):
            column.addWidget(widget)
        column.addWidget(self.figures, 1)
        self.with_working.toggled.connect(self._fill)

    def show_bar(self, bar: SentenceBar | None) -> None:
        """Show ``bar``; None says that nothing can be counted."""
        self._shown = bar
        self._fill()

    def _fill(self) -> None:
        bar = self._shown
        for widget in (self.bar, self.figures, self.with_working):
            widget.setVisible(bar is not None)
        if bar is None:
            self.told.setText(_NOTHING)
            return
        self.told.setText(
            f"As of {long_date(bar.on)}, the filing date. An estimate: the Bureau’s sheet prevails."
        )
        self.bar.show_bar(bar)
        self.figures.setHtml(_figures(bar, working=self.with_working.isChecked()))


class BarView(QWidget):
    """The full term as one bar; the figures below say the same in words."""

    def __init__(self) -> None:
        """Start empty."""
        super().__init__()
        self._bar: SentenceBar | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_bar(self, bar: SentenceBar) -> None:
        """Draw ``bar``."""
        self._bar = bar
        self.setAccessibleName("Bar of the sentence: " + "; ".join(bar.says(one) for one in bar.stretches))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """The bar, and below it a line for each stretch."""
        line = self.fontMetrics().lineSpacing()
        return QSize(480, round(line * (2.6 + 1.35 * (len(self._bar.stretches) if self._bar else 0))))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the stretches one after the other, and what each is."""
        super().paintEvent(event)
        if self._bar is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        text, line = self.palette().color(QPalette.ColorRole.WindowText), self.fontMetrics().lineSpacing()
        painter.setPen(QPen(text, 1))
        left, room, top = 1.0, self.width() - 2.0, line * 2.6
        for number, stretch in enumerate(self._bar.stretches):
            width = room * self._bar.share(stretch)
            self._fill(painter, QRectF(left, 1, width, line * 1.8), stretch)
            left += width
            y = top + number * line * 1.35
            self._fill(painter, QRectF(1, y, line * 1.6, line), stretch)
            painter.drawText(
                QRectF(line * 2.3, y, room - line * 2.3, line),
                Qt.AlignmentFlag.AlignVCenter,
                self._bar.says(stretch),
            )
        painter.end()

    def _fill(self, painter: QPainter, place: QRectF, stretch: Stretch) -> None:
        painter.fillRect(place, self.palette().color(QPalette.ColorRole.Base))
        painter.setBrush(QBrush(self._colour(stretch), _PATTERNS[stretch.kind]))
        painter.drawRect(place)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _colour(self, stretch: Stretch) -> QColor:
        palette = self.palette()
        colours = {
            SERVED: palette.color(QPalette.ColorRole.Highlight),
            EARNED: missing_colour(palette),
            GOOD_CONDUCT: done_colour(palette),
        }
        return colours.get(stretch.kind, palette.color(QPalette.ColorRole.WindowText))


def _figures(bar: SentenceBar, *, working: bool) -> str:
    told = "".join(f"<p>{escape(line)}</p>" for line in bar.lines)
    if not working:
        return told
    lines = "".join(f"<li>{escape(line)}</li>" for line in bar.working)
    return f"{told}<h3>Working</h3><ol>{lines}</ol>"
