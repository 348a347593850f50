"""The editor of a calendar day: typed freely, or picked from a small calendar."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QCalendarWidget, QToolButton, QWidget

from drafter.core.dates import FIRST_YEAR, LAST_YEAR, long_date, read_date
from drafter.core.problem import Unreadable
from drafter.ui.editors.base import LineEditor
from drafter.ui.editors.text import short, whole_width

if TYPE_CHECKING:
    from drafter.core.answers import Answer
    from drafter.core.question import Question


class DateEditor(LineEditor):
    """A day.  Once the field is left, the day is shown in words, so that 3/4 is seen to be March 4."""

    def __init__(self, question: Question[Any]) -> None:
        """Make a short line and the button of the calendar."""
        super().__init__(question)
        row = whole_width(self)
        short(self.line)
        self.line.setPlaceholderText("month/day/year")
        self.button = QToolButton(self)
        self.button.setText("Calendar")
        self.button.setToolTip("Pick the day from a calendar (Alt+Down in the field)")
        self.button.setAccessibleName(f"Calendar: {question.ask}")
        self.button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Alt+Down opens it, one Tab less for every date
        keys = QShortcut(QKeySequence("Alt+Down"), self.line, self.open_calendar)
        keys.setContext(Qt.ShortcutContext.WidgetShortcut)
        self.button.clicked.connect(self.open_calendar)
        row.addWidget(self.line)
        row.addWidget(self.button)
        row.addStretch(1)

    def tidy(self, answer: Answer) -> None:
        """Show the day in words."""
        self.show_answer(answer)

    def open_calendar(self) -> None:
        """Show the calendar below the field, on the day that is typed."""
        calendar = _Calendar(self)
        calendar.setSelectedDate(self._typed_day())
        calendar.activated.connect(self._take)
        calendar.clicked.connect(self._take)
        calendar.show_below(self.line)

    def _typed_day(self) -> QDate:
        try:
            day = read_date(self.line.text())
        except Unreadable:
            return QDate.currentDate()
        return QDate(day.year, day.month, day.day)

    def _take(self, day: QDate) -> None:
        self.line.setText(long_date(read_date(day.toString(Qt.DateFormat.ISODate))))
        for calendar in self.findChildren(_Calendar):
            calendar.close()
        self.line.setFocus()
        self.edited.emit()
        self.settled.emit()


class _Calendar(QCalendarWidget):
    """A calendar in a popup of its own, which closes on Escape and on a click elsewhere."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowFlags(Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName("Calendar")
        self.setDateRange(QDate(FIRST_YEAR, 1, 1), QDate(LAST_YEAR, 12, 31))
        self.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)

    def show_below(self, field: QWidget) -> None:
        """Show the calendar under ``field``, or above where the screen ends."""
        self.adjustSize()
        place = field.mapToGlobal(QPoint(0, field.height()))
        screen = QGuiApplication.screenAt(place) or QGuiApplication.primaryScreen()
        bounds = screen.availableGeometry()
        if place.y() + self.height() > bounds.bottom():
            place = field.mapToGlobal(QPoint(0, -self.height()))
        place.setX(min(place.x(), bounds.right() - self.width()))
        self.move(place)
        self.show()
        self.setFocus()
