"""A list whose lines stand under headings; each line goes to its question."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QListView, QStyle

from drafter.ui.wrapped_list import wrap_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_QUESTION: Final = Qt.ItemDataRole.UserRole
_LARGE: Final = 64  # pixels; a sign is scaled down from them


class Line(NamedTuple):
    """One line: the question to go to, what stands there, and the sign before it."""

    question: str
    text: str
    sign: QStyle.StandardPixmap


class Group(NamedTuple):
    """Lines under a heading; one without lines is not there."""

    heading: str
    lines: Sequence[Line]


class GroupedList(QListView):
    """``chosen`` is sent with the id of the question that a person goes to; headings cannot be chosen."""

    chosen = Signal(str)

    def __init__(self, name: str) -> None:
        """Start empty; ``name`` is what a screen reader calls the list."""
        super().__init__()
        self._groups: tuple[Group, ...] | None = None
        self.rows = QStandardItemModel(self)
        self.setModel(self.rows)
        self.setAccessibleName(name)
        wrap_lines(self)
        size_signs(self)
        self.activated.connect(lambda index: self.chosen.emit(index.data(_QUESTION)))

    def show_groups(self, groups: Iterable[Group]) -> bool:
        """Show ``groups`` and keep the place; return False where they are shown already."""
        wanted = tuple(group for group in groups if group.lines)
        if wanted == self._groups:
            return False
        place, current = self.verticalScrollBar().value(), self.currentIndex().row()
        self._groups = wanted
        self.rows.clear()
        for group in wanted:
            self.rows.appendRow(self._heading(f"{group.heading} ({len(group.lines)})"))
            for line in group.lines:
                item = QStandardItem(sign_of(self, line.sign), line.text)
                item.setData(line.question, _QUESTION)
                item.setData(f"{line.text} ({group.heading})", Qt.ItemDataRole.AccessibleTextRole)
                self.rows.appendRow(item)
        if self.rows.rowCount():
            row = max(1, min(current, self.rows.rowCount() - 1))
            self.setCurrentIndex(self.rows.index(row if self._is_line(row) else row + 1, 0))
        self.verticalScrollBar().setValue(place)
        return True

    def changeEvent(self, event: QEvent) -> None:
        """Follow theme and size of text; headings Qt would show as faint as what cannot be used."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            size_signs(self)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "rows"):
            for row in range(self.rows.rowCount()):
                if not self._is_line(row):
                    self.rows.item(row).setForeground(self.palette().text())

    def _is_line(self, row: int) -> bool:
        return bool(self.rows.item(row).isEnabled())

    def _heading(self, text: str) -> QStandardItem:
        item = QStandardItem(text)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        item.setForeground(self.palette().text())
        font = self.font()
        font.setBold(True)
        item.setFont(font)
        return item


def sign_of(view: QListView, name: QStyle.StandardPixmap) -> QIcon:
    """A sign that stays as it is on the chosen line of ``view``, where Qt would tint it into its ground."""
    icon = view.style().standardIcon(name)
    icon.addPixmap(icon.pixmap(_LARGE, _LARGE), QIcon.Mode.Selected)
    return icon


def size_signs(view: QListView) -> None:
    """Make the signs of ``view`` as large as its text."""
    height = view.fontMetrics().height()
    view.setIconSize(QSize(height, height))
