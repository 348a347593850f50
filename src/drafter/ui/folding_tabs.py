"""Tabs that become one list to choose from where their titles do not fit beside each other."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QMenu,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QTabBar,
    QTabWidget,
)

_NARROWEST: Final = 75  # pixels, as Qt asks for tabs with arrows
_OPEN: Final = (Qt.Key.Key_Down, Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F4)


class FoldingTabs(QTabWidget):
    """Pages behind tabs in a line, or behind a list with the title of the open page, whichever fits."""

    def __init__(self, name: str) -> None:
        """Make it without a page; a screen reader calls it ``name``."""
        super().__init__()
        self.bar = FoldingBar()
        self.setTabBar(self.bar)
        self.setDocumentMode(True)  # its frame would be lighter than the page in the dark theme
        self.setUsesScrollButtons(False)
        for part in (self, self.bar):
            part.setAccessibleName(name)


class FoldingBar(QTabBar):
    """The line of titles.  Folded, keys and screen readers find the same tabs, and a menu opens."""

    @property
    def folded(self) -> bool:
        """Whether there is less room than the titles need."""
        return self.width() < self.sizeHint().width()

    def title(self, place: int) -> str:
        """Return the whole title of the page at ``place``, without the mark of its key."""
        return self.tabText(place).replace("&", "")

    def minimumSizeHint(self) -> QSize:
        """Ask for no more width than the list needs to be used."""
        return QSize(_NARROWEST, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the titles, or the one of the open page as the list that it is."""
        if not self.folded:
            super().paintEvent(event)
            return
        option = QStyleOptionComboBox()
        option.initFrom(self)
        option.palette = QApplication.palette("QComboBox")  # type: ignore[call-overload]  # the stub has bytes
        style, part = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(style, option, part, self).width()
        title = self.title(self.currentIndex())
        option.currentText = self.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, room)
        painter = QStylePainter(self)
        painter.drawComplexControl(style, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Open the menu where the titles do not fit."""
        if self.folded:
            self.open_menu()
        else:
            super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the page before or after with the arrows, or open the menu."""
        if self.folded and event.key() in _OPEN:
            self.open_menu()
        else:
            super().keyPressEvent(event)

    def open_menu(self) -> QMenu:
        """Show every title in a menu, and return it."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for place in range(self.count()):
            action = QAction(self.tabText(place), menu)
            action.setCheckable(True)
            action.setChecked(place == self.currentIndex())
            action.triggered.connect(lambda _=False, place=place: self.setCurrentIndex(place))
            menu.addAction(action)
        menu.setActiveAction(menu.actions()[self.currentIndex()])
        menu.popup(self.mapToGlobal(QPoint(0, self.height())))
        return menu
