"""The deadlines of a case as a list; each line goes to the question that holds the day it counts from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QListView, QStyle, QVBoxLayout, QWidget

from drafter.core.dates import long_date
from drafter.law.deadlines import AHEAD, MOVANT, PASSED, TODAY, WAITING
from drafter.ui.case.grouped_list import sign_of, size_signs
from drafter.ui.labels import SMALL
from drafter.ui.words import Told, Words
from drafter.ui.wrapped_list import wrap_lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from drafter.law.deadlines import Deadline

_UNVERIFIED = "Not verified: confirm before you rely on it."


class DeadlineList(QWidget):
    """The list, and under it how the chosen deadline is counted; ``chosen`` is sent with its question."""

    chosen = Signal(str)

    def __init__(self) -> None:
        """Start empty."""
        super().__init__()
        self.shown: tuple[Deadline, ...] = ()
        self.told = Told()
        self.summary = Words()
        self.rows = QStandardItemModel(self)
        self.view = QListView()
        self.detail = Words(share=SMALL, muted=True)
        self._lay_out()
        self.view.activated.connect(lambda index: self.chosen.emit(self.shown[index.row()].event.question))
        self.view.selectionModel().currentChanged.connect(self._explain)

    def _lay_out(self) -> None:
        view = self.view
        view.setModel(self.rows)
        size_signs(view)
        view.setAccessibleName("Deadlines")
        view.setAccessibleDescription("Enter goes to the question that holds the day from which one counts.")
        wrap_lines(view)
        self.detail.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.addWidget(self.told)
        column.addWidget(self.summary)
        column.addWidget(view, 1)
        column.addWidget(self.detail)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of text with the signs."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "view"):
            size_signs(self.view)

    @property
    def ahead(self) -> int:
        """How many deadlines are today or ahead."""
        return sum(one.state in {TODAY, AHEAD} for one in self.shown)

    def show_fault(self, message: str) -> None:
        """Tell why nothing can be counted; nothing stays that was counted before."""
        self.show_deadlines(())
        self.told.tell(message)

    def show_deadlines(self, found: Sequence[Deadline]) -> None:
        """Show ``found`` in its order and keep the place in the list."""
        self.told.tell("")
        if tuple(found) == self.shown and self.summary.text():
            return
        place, current = self.view.verticalScrollBar().value(), self.view.currentIndex().row()
        self.shown = tuple(found)
        self.rows.clear()
        for one in self.shown:
            item = QStandardItem(sign_of(self.view, _sign(one)), _line(one))
            item.setData(_spoken(one), Qt.ItemDataRole.AccessibleTextRole)
            self.rows.appendRow(item)
        waiting = sum(one.state == WAITING for one in self.shown)
        self.summary.setText(
            f"{self.ahead} ahead, {waiting} waiting for a date, {len(found) - self.ahead - waiting} passed."
            " Enter goes to the question."
        )
        if self.shown:
            self.view.setCurrentIndex(self.rows.index(max(0, min(current, len(self.shown) - 1)), 0))
        else:
            self.detail.clear()
        self.view.verticalScrollBar().setValue(place)

    def _explain(self, current: QModelIndex) -> None:
        if 0 <= current.row() < len(self.shown):
            self.detail.setText(_counted(self.shown[current.row()]))


def _line(one: Deadline) -> str:
    """What stands in the list: the day and how far off it is, or what it waits for, and by which rule."""
    what = f"{long_date(one.due)}, {one.when}: {one.what}" if one.due else f"{one.what}\n{one.working[0]}"
    mark = "" if one.verified else f" {_UNVERIFIED}"
    return f"{what}\n{one.rule[:1].upper()}{one.rule[1:]}.{mark}"


def _counted(one: Deadline) -> str:
    """How it is counted, and what to know besides."""
    return "\n".join((*one.working, one.note)) if one.note else "\n".join(one.working)


def _spoken(one: Deadline) -> str:
    """The line and how it is counted in one, for a screen reader."""
    return f"{_line(one)} {_counted(one)}".replace("\n", " ")


def _sign(one: Deadline) -> QStyle.StandardPixmap:
    if one.state == TODAY or (one.state == PASSED and one.whose == MOVANT):
        return QStyle.StandardPixmap.SP_MessageBoxWarning
    signs = {
        AHEAD: QStyle.StandardPixmap.SP_MessageBoxInformation,
        WAITING: QStyle.StandardPixmap.SP_MessageBoxQuestion,
    }
    return signs.get(one.state, QStyle.StandardPixmap.SP_FileIcon)
