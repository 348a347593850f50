"""The editor of a calendar day: typed freely, or picked from a small calendar."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QShortcut, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QTableView, QToolButton, QWidget

from drafter.core.dates import FIRST_YEAR, LAST_YEAR, WEEKDAYS, full_date, long_date, read_date, relative_date
from drafter.core.problem import Unreadable
from drafter.ui.editors.base import LineEditor
from drafter.ui.editors.text import short, whole_width
from drafter.ui.labels import SMALL
from drafter.ui.words import Words, announce

if TYPE_CHECKING:
    from drafter.core.answers import Answer
    from drafter.core.question import Question


class DateEditor(LineEditor):
    """A day.  Beside the field stands at once what was read, so that 3/4 is seen to be March 4.

    Once the field is left, it shows the day in words itself.
    """

    def __init__(self, question: Question[Any]) -> None:
        """Make a short line, the button of the calendar and the words of the day."""
        super().__init__(question)
        row = whole_width(self)
        short(self.line)
        self.line.setPlaceholderText("month/day/year")
        self.button = QToolButton(self)
        self.button.setText("Calendar")
        self.button.setToolTip("Pick the day from a calendar (Alt+Down in the field)")
        self.button.setAccessibleName(f"Calendar: {question.ask}")
        self.button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Alt+Down opens it, one Tab less for every date
        self.read = Words(share=SMALL, muted=True)
        keys = QShortcut(QKeySequence("Alt+Down"), self.line, self.open_calendar)
        keys.setContext(Qt.ShortcutContext.WidgetShortcut)
        self.button.clicked.connect(self.open_calendar)
        self.line.textChanged.connect(self._tell_read)
        row.addWidget(self.line)
        row.addWidget(self.button)
        row.addWidget(self.read, 1)

    def raw(self) -> object:
        """Return the line, with today, yesterday and tomorrow as the day that they are."""
        typed = self.line.text()
        return relative_date(typed, date.today()) or typed  # noqa: DTZ011 - the person's own calendar day

    def tidy(self, answer: Answer) -> None:
        """Show the day in words."""
        self.show_answer(answer)

    def open_calendar(self) -> None:
        """Show the calendar below the field, on the day that is typed."""
        day = self._typed_day()
        calendar = Calendar(self)
        calendar.setSelectedDate(QDate.currentDate() if day is None else QDate(day.year, day.month, day.day))
        calendar.activated.connect(self._take)
        calendar.clicked.connect(self._take)
        calendar.show_below(self.line)

    def _typed_day(self) -> date | None:
        raw = self.raw()
        try:
            return raw if isinstance(raw, date) else read_date(str(raw))
        except Unreadable:
            return None

    def _tell_read(self) -> None:
        day = self._typed_day()
        if day is None:
            self.read.setText("")
        elif self.line.text() == long_date(day):
            self.read.setText(WEEKDAYS[day.weekday()])
        else:
            self.read.setText(full_date(day))
            announce(self.line, full_date(day))

    def _take(self, day: QDate) -> None:
        self.line.setText(long_date(read_date(day.toString(Qt.DateFormat.ISODate))))
        for calendar in self.findChildren(Calendar):
            calendar.close()
        self.line.setFocus()
        self.edited.emit()
        self.settled.emit()


class Calendar(QCalendarWidget):
    """A calendar in a popup of its own: arrows go by day and week, Page Up and Page Down by month.

    Enter takes the day; Escape, Alt+Up and a click elsewhere close it.
    """

    def __init__(self, parent: QWidget) -> None:
        """Make the popup; :meth:`show_below` shows it."""
        super().__init__(parent)
        self.setWindowFlags(Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName("Calendar")
        self.setAccessibleDescription(
            "Arrows choose the day, Page Up and Page Down the month, Enter takes it"
        )
        self.setDateRange(QDate(FIRST_YEAR, 1, 1), QDate(LAST_YEAR, 12, 31))
        self.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        weekend = QTextCharFormat()  # of itself a red that is hard to read, on dark most of all
        weekend.setForeground(self.palette().placeholderText())
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.setWeekdayTextFormat(day, weekend)
        self.selectionChanged.connect(self._say)

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
        for days in self.findChildren(QTableView):  # the calendar itself takes no key
            days.setAccessibleName("Days of the month")
            days.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on the keys that open and leave it."""
        closing = event.key() == Qt.Key.Key_Up and event.modifiers() & Qt.KeyboardModifier.AltModifier
        if closing or event.key() == Qt.Key.Key_Escape:
            self.close()
            return
        super().keyPressEvent(event)

    def _say(self) -> None:
        day = self.selectedDate()
        announce(self, full_date(date(day.year(), day.month(), day.day())))
