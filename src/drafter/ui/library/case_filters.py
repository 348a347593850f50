"""The line over the list of cases: where to look, what to leave out, in which order, and how many."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QLabel, QWidget

from drafter.app.shelf import ORDERS, PLACES, STATUSES, Shelf
from drafter.ui.labels import SMALL, Caption
from drafter.ui.words import Words
from drafter.ui.wrapping import WrappingRow

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from drafter.app.found import FoundAnswer

_ANY_STATUS = "Any status"
_ANY_TAG = "Any tag"


class CaseFilters(QWidget):
    """``changed`` is sent when the person wants another part or another order of the list.

    ``found`` is the line below the list that shows which answers of the chosen case hold the words.
    """

    changed = Signal()

    def __init__(self) -> None:
        """Begin with the open cases, newest change first."""
        super().__init__()
        self._descending = True
        self.place = _combo("Show", PLACES.items())
        self.status = _combo("Status", [("", _ANY_STATUS), *((one, one) for one in STATUSES)])
        self.tag = _combo("Tag", [("", _ANY_TAG)])
        self.order = _combo("Sort by", [(key, words) for key, (words, _) in ORDERS.items()])
        self.count = Caption(share=SMALL, muted=True)
        self.count.setWordWrap(False)
        self.found = Words(share=SMALL)
        self.found.hide()
        row = WrappingRow()
        self.setLayout(row)
        for words, combos in (("Sho&w:", (self.place, self.status, self.tag)), ("Sort &by:", (self.order,))):
            label = QLabel(words)
            label.setBuddy(combos[0])
            row.addWidget(label)
            for combo in combos:
                row.addWidget(combo)
        row.addWidget(self.count)
        for combo in (self.place, self.status, self.tag):
            combo.currentIndexChanged.connect(self.changed)
        self.order.currentIndexChanged.connect(self._reorder)

    def shelf(self, search: str) -> Shelf:
        """Return which cases are wanted, those with the words ``search``."""
        return Shelf(
            place=self.place.currentData(),
            status=self.status.currentData(),
            tag=self.tag.currentData(),
            order=self.order.currentData(),
            descending=self._descending,
            search=search,
        )

    def sort(self, order: str) -> None:
        """Sort by ``order``, or the other way round where the list is sorted by it."""
        if self.order.currentData() == order:
            self._descending = not self._descending
            self.changed.emit()
        else:
            self.order.setCurrentIndex(self.order.findData(order))

    def _reorder(self) -> None:
        self._descending = ORDERS[self.order.currentData()][1]
        self.changed.emit()

    def offer_tags(self, tags: Sequence[str]) -> None:
        """Offer the tags in use; the one that is chosen stays chosen while it is in use."""
        chosen = self.tag.currentData()
        with QSignalBlocker(self.tag):
            self.tag.clear()
            self.tag.addItem(_ANY_TAG, "")
            for tag in tags:
                self.tag.addItem(tag, tag)
            self.tag.setCurrentIndex(max(0, self.tag.findData(chosen)))
        self.tag.setVisible(bool(tags))

    def offer_status(self, status: str) -> None:
        """Offer a status in the firm's own words."""
        if self.status.findData(status) < 0:
            self.status.addItem(status, status)

    def show_count(self, total: int) -> None:
        """Tell how many cases there are in this part of the list."""
        self.count.setText(f"{total:,} case{'' if total == 1 else 's'}")

    def show_found(self, answers: Sequence[FoundAnswer]) -> None:
        """Show which answers of the chosen case hold the words searched for."""
        self.found.setText("\n".join(f"{one.ask} {one.text}" for one in answers))
        self.found.setVisible(bool(answers))

    def fields(self) -> tuple[QWidget, ...]:
        """The fields in the order in which they are seen."""
        return self.place, self.status, self.tag, self.order


def _combo(name: str, entries: Iterable[tuple[str, str]]) -> QComboBox:
    combo = QComboBox()
    combo.setAccessibleName(name)
    for key, words in entries:
        combo.addItem(words, key)
    return combo
