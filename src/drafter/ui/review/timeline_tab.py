"""The timeline of the case: as a list to go through, and beside it as a picture that can be filed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QListView,
    QPushButton,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from drafter.practice.timeline import DEADLINE
from drafter.ui.review.paper import save
from drafter.ui.words import Words
from drafter.ui.wrapped_list import wrap_lines

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from drafter.practice.timeline import TimelineEvent
    from drafter.ui.review.timeline_picture import TimelinePicture

_QUESTION: Final = Qt.ItemDataRole.UserRole
#: The picture is at least so many pixels and so many lines of text wide; else the area around it scrolls.
_WIDTH, _LINES_WIDE = 536, 24
_MARGIN: Final = 12
_KINDS_OF_FILE: Final = "PDF (*.pdf);;PNG picture, 300 dots per inch (*.png);;SVG drawing (*.svg)"


class TimelineTab(QWidget):
    """List and picture; ``chosen`` is sent with the id of the question that holds a day."""

    chosen = Signal(str)

    def __init__(self, title: str) -> None:
        """Start empty; ``title`` is that of the case."""
        super().__init__()
        self._title = title
        self._events: tuple[TimelineEvent, ...] = ()
        self.told = Words(muted=True)
        self.with_deadlines = QCheckBox("Show &deadlines")
        self.with_deadlines.setChecked(True)
        self.with_deadlines.setToolTip("Leave them out of a picture that will be filed")
        self.save_button = QPushButton("&Save picture…")
        self.rows = QStandardItemModel(self)
        self.view = QListView()
        self.picture = PictureView(title)
        self._lay_out()
        self.setFocusProxy(self.view)
        self.with_deadlines.toggled.connect(self._fill)
        self.save_button.clicked.connect(self._save)
        self.view.activated.connect(lambda index: self.chosen.emit(index.data(_QUESTION)))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.told, 1)
        head.addWidget(self.with_deadlines)
        head.addWidget(self.save_button)
        view = self.view
        view.setModel(self.rows)
        view.setAccessibleName("Timeline of the case")
        wrap_lines(view)
        area = QScrollArea()
        area.setWidget(self.picture)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setAccessibleName("Picture of the timeline; the list beside it holds the same")
        panes = QSplitter(Qt.Orientation.Horizontal)
        panes.setChildrenCollapsible(False)
        panes.addWidget(view)
        panes.addWidget(area)
        panes.setSizes([480, 640])
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.addLayout(head)
        column.addWidget(panes, 1)

    def show_events(self, events: Sequence[TimelineEvent], today: date) -> None:
        """Show ``events``, which are in the order of time, as of ``today``."""
        self._events = tuple(events)
        self.picture.today = today
        self._fill()

    def shown(self) -> tuple[TimelineEvent, ...]:
        """The events that are shown."""
        with_them = self.with_deadlines.isChecked()
        return tuple(event for event in self._events if with_them or event.kind != DEADLINE)

    def _fill(self) -> None:
        events = self.shown()
        current = self.view.currentIndex().row()
        self.rows.clear()
        for event in events:
            item = QStandardItem(event.words)
            item.setData(event.question, _QUESTION)
            self.rows.appendRow(item)
        if events:
            self.view.setCurrentIndex(self.rows.index(max(0, min(current, len(events) - 1)), 0))
        self.picture.show_events(events)
        self.save_button.setEnabled(bool(events))
        number = f"{len(events)} dated event{'s' * (len(events) != 1)}" if events else "No dated event yet"
        self.told.setText(f"{number}. A day that is not known is not shown.")

    def _save(self) -> None:
        from drafter.ui.review.timeline_picture import FILES, PAPER_WIDTH, TimelinePicture, paper_ink

        picture = TimelinePicture(self._title, self.shown(), self.picture.today, paper_ink(), PAPER_WIDTH)
        save(
            self,
            "Save the timeline",
            f"{self._title} – timeline.pdf",
            _KINDS_OF_FILE,
            lambda suffix: FILES.get(suffix, FILES[".pdf"])(picture),
        )


class PictureView(QWidget):
    """The picture on the screen; its list stands beside it, so it takes no keyboard."""

    today: date

    def __init__(self, title: str) -> None:
        """Start empty."""
        super().__init__()
        self._title = title
        self._events: tuple[TimelineEvent, ...] = ()
        self.setAccessibleName("Picture of the timeline")

    def show_events(self, events: tuple[TimelineEvent, ...]) -> None:
        """Draw ``events``."""
        self._events = events
        self.updateGeometry()
        self.update()

    def _picture(self, width: float) -> TimelinePicture:
        from drafter.ui.review.timeline_picture import Ink, TimelinePicture

        roles = self.palette()
        ink = Ink(roles.color(QPalette.ColorRole.Text), roles.color(QPalette.ColorRole.Base), self.font())
        return TimelinePicture(self._title, self._events, self.today, ink, width)

    def sizeHint(self) -> QSize:
        """As high as the picture."""
        if not self._events:
            return QSize(0, 0)
        width = max(_WIDTH, _LINES_WIDE * self.fontMetrics().lineSpacing())
        return self._picture(width).size + QSize(2 * _MARGIN, 2 * _MARGIN)

    def minimumSizeHint(self) -> QSize:
        """The same: the area around it scrolls."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the picture with a margin on the ground of a page."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.palette().color(QPalette.ColorRole.Base))
        if self._events:
            painter.translate(_MARGIN, _MARGIN)
            self._picture(self.width() - 2 * _MARGIN).draw(painter)
        painter.end()
