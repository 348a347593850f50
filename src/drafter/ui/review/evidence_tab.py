"""The evidence map: what proves each element of the grounds, what must be obtained, and the papers kept."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFont, QResizeEvent, QShowEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QPushButton,
    QSplitter,
    QTableWidgetItem,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from drafter.core.dates import long_date
from drafter.ui.review.paper import print_page, save_page
from drafter.ui.review.papers_kept import PapersKept
from drafter.ui.review.wrapped import WrappedRows
from drafter.ui.tables import reading_table
from drafter.ui.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from drafter.app.evidence import CasePapers, EvidenceMap
    from drafter.practice.evidence_map import MapLine, ToObtain

_FRAME: Final = 8  # pixels above and below the rows of the list
_QUESTION: Final = Qt.ItemDataRole.UserRole
_MAP: Final = ("Element", "State", "Would prove it", "In hand", "Still open")
_MAP_WIDTHS: Final = (270, 110, 330, 230)
_LIST: Final = ("To obtain", "State", "Who has it", "How", "Asked for", "Due")
#: A sign besides the words, so that the state does not rest on colour.
STATES: Final = {
    "met": "✓ met",
    "proof_missing": "◐ without proof",
    "unknown": "? not known",
    "not_met": "✗ not met",
}


class EvidenceTab(QWidget):
    """The map above, the list of what to obtain below it; ``chosen`` is sent with the id of a question."""

    chosen = Signal(str)

    def __init__(self, title: str, papers: CasePapers) -> None:
        """Start empty; ``title`` is that of the case, ``papers`` those kept with it."""
        super().__init__()
        self._title = title
        self._found: EvidenceMap | None = None
        self.rows = QStandardItemModel(self)
        self.view = QTreeView()
        self.list = reading_table("What must be obtained", _LIST, (0, 2, 3))
        self.panes = QSplitter(Qt.Orientation.Vertical)
        self._shared = False  # by the person, who may give any pane more room
        self.papers = PapersKept(papers)
        self.print_button = QPushButton("&Print…")
        self.save_button = QPushButton("Save as P&DF…")
        self.told = Words(muted=True)
        self._lay_out()
        self.setFocusProxy(self.view)
        self.view.activated.connect(self._go)
        self.list.activated.connect(self._go)
        self.print_button.clicked.connect(lambda: print_page(self, self._page()))
        self.save_button.clicked.connect(self._save)

    def _lay_out(self) -> None:
        view, listing = self.view, self.list
        view.setModel(self.rows)
        view.setAccessibleName("Elements of the grounds and their proof")
        view.setItemDelegate(WrappedRows(view))
        view.header().sectionResized.connect(view.scheduleDelayedItemsLayout)
        view.setAlternatingRowColors(True)
        view.setWordWrap(True)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        head = QHBoxLayout()
        for widget, stretch in ((self.told, 1), (self.print_button, 0), (self.save_button, 0)):
            head.addWidget(widget, stretch)
        panes = self.panes
        panes.setChildrenCollapsible(False)
        for pane in (view, listing, self.papers):
            panes.addWidget(pane)
        panes.splitterMoved.connect(self._keep_shares)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(12, 8, 12, 8)
        whole.addLayout(head)
        whole.addWidget(panes, 1)

    def minimumSizeHint(self) -> QSize:
        """Ask for little: every pane scrolls."""
        return QSize(320, 240)

    def show_map(self, found: EvidenceMap | None) -> None:
        """Show ``found``; None where the law of the filing date is not known."""
        self._found = found
        lines = found.lines if found else ()
        wanted = found.to_obtain if found else ()
        self.rows.clear()
        self.rows.setHorizontalHeaderLabels(list(_MAP))
        for column, width in enumerate(_MAP_WIDTHS):
            self.view.setColumnWidth(column, width)
        for title in dict.fromkeys(line.ground_title for line in lines):
            self._add_ground(title, [line for line in lines if line.ground_title == title])
        self.view.expandAll()
        self._list(wanted)
        self.papers.refresh()
        self.told.setText(_told(lines, wanted))

    def _add_ground(self, title: str, lines: Sequence[MapLine]) -> None:
        head = QStandardItem(title)
        font = QFont(head.font())
        font.setBold(True)
        head.setFont(font)
        for line in lines:
            cells = [QStandardItem(text) for text in _cells(line)]
            for cell in cells:
                cell.setData(line.question, _QUESTION)
                cell.setTextAlignment(Qt.AlignmentFlag.AlignTop)
                cell.setData(spoken(line), Qt.ItemDataRole.AccessibleTextRole)
            head.appendRow(cells)
        self.rows.appendRow(head)
        self.view.setFirstColumnSpanned(self.rows.rowCount() - 1, QModelIndex(), True)

    def _list(self, wanted: Sequence[ToObtain]) -> None:
        self.list.setVisible(bool(wanted))
        self.list.setRowCount(len(wanted))
        for row, one in enumerate(wanted):
            for column, text in enumerate(_wanted(one)):
                item = QTableWidgetItem(text)
                item.setData(_QUESTION, one.question)
                item.setTextAlignment(Qt.AlignmentFlag.AlignTop)
                item.setData(Qt.ItemDataRole.AccessibleTextRole, ", ".join(filter(None, _wanted(one))))
                self.list.setItem(row, column, item)
        self.list.resizeRowsToContents()
        self._share()

    def showEvent(self, event: QShowEvent) -> None:
        """Make the rows as high as they need to be now that their widths are known."""
        super().showEvent(event)
        self.view.scheduleDelayedItemsLayout()
        self.list.resizeRowsToContents()
        self._share()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the height anew."""
        super().resizeEvent(event)
        self._share()

    def _keep_shares(self) -> None:
        self._shared = True

    def _share(self) -> None:
        """Give the lists below the map what their rows need, to a third of the height at most."""
        if self._shared:
            return
        most = self.panes.height() // 3
        wanted = self.list.horizontalHeader().height() + self.list.verticalHeader().length() + _FRAME
        kept = self.papers.sizeHint().height()
        self.panes.setSizes([self.panes.height(), min(wanted, most), min(kept, most)])

    def _go(self, index: QModelIndex) -> None:
        if question := index.data(_QUESTION):
            self.chosen.emit(question)

    def _page(self) -> str:
        return page(self._title, self._found)

    def _save(self) -> None:
        save_page(self, self._page(), f"{self._title} – evidence.pdf")


def _cells(line: MapLine) -> tuple[str, ...]:
    still = [f"not in hand: {place}" for place in line.awaited] + [
        f"not known: {what}" for what in line.missing
    ]
    state = STATES.get(line.state, line.state)
    return line.element, state, "\n".join(line.needed), "\n".join(line.have), "\n".join(still)


def _wanted(one: ToObtain) -> tuple[str, ...]:
    days = (long_date(day) if day else "" for day in (one.asked, one.due))
    return one.what, one.state, one.who, one.how, *days


def spoken(line: MapLine) -> str:
    """The whole row in one, for a screen reader."""
    names = ("", "", "would prove it: ", "in hand: ", "still open: ")
    cells = zip(names, _cells(line), strict=True)
    return ", ".join(f"{name}{cell}".replace("\n", "; ") for name, cell in cells if cell)


def _told(lines: Sequence[MapLine], wanted: Sequence[ToObtain]) -> str:
    if not lines and not wanted:
        return "No ground is asserted yet, and nothing is to be obtained."
    met = sum(line.state == "met" for line in lines)
    things = "1 thing is" if len(wanted) == 1 else f"{len(wanted)} things are"
    return f"{met} of {len(lines)} elements are met with proof; {things} to be obtained."


def page(title: str, found: EvidenceMap | None) -> str:
    """The map and the list as HTML to print: a list of records to ask for."""
    lines, wanted = (found.lines, found.to_obtain) if found else ((), ())
    body = [f"<h1>{escape(title)}</h1>", "<p>For the file only.</p>", "<h2>What must be obtained</h2>"]
    body.append(_table(_LIST, map(_wanted, wanted)))
    for ground in dict.fromkeys(line.ground_title for line in lines):
        body.append(f"<h2>{escape(ground)}</h2>")
        body.append(_table(_MAP, (_cells(line) for line in lines if line.ground_title == ground)))
    return f"<html><body>{''.join(body)}</body></html>"


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    head = "".join(f'<th align="left">{escape(one)}</th>' for one in heads)
    body = "".join(
        "<tr>{}</tr>".format("".join(f"<td>{escape(cell)}</td>".replace("\n", "<br>") for cell in row))
        for row in rows
    )
    return f'<table border="1" cellspacing="0" cellpadding="3" width="100%"><tr>{head}</tr>{body}</table>'
