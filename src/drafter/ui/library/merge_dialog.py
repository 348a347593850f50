"""The window of a merge: what comes from the file, what stays, and both values of each conflict."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QGroupBox,
    QHBoxLayout,
    QListWidget,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from drafter.ui.folding_tabs import FoldingTabs
from drafter.ui.labels import HEADING
from drafter.ui.manual import help_key
from drafter.ui.settings import sized
from drafter.ui.words import Words, announce

if TYPE_CHECKING:
    from collections.abc import Sequence

    from drafter.app.intake import BadCell
    from drafter.app.transfer import MergeField, MergePlan, Side

_SIDES: Final[tuple[tuple[Side, str], ...]] = (
    ("here", "Keep what is here"),
    ("there", "Take it from the file"),
)


class MergeDialog(QDialog):
    """Shows a plan; it is accepted once every conflict is decided, and nothing is changed before."""

    def __init__(self, parent: QWidget, plan: MergePlan) -> None:
        """Show ``plan``."""
        super().__init__(parent)
        self.plan = plan
        self.chosen: dict[str, Side] = {}
        self.setWindowTitle("Merge the case file")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        help_key(self, "case-files")
        self.conflicts = [ConflictBox(one) for one in plan.conflicts]
        self.open_ = Words()
        self.tabs = FoldingTabs("To decide, from the file, and what stays as it is here")
        self.merge_button = QPushButton("&Merge")
        self._lay_out()
        for box in self.conflicts:
            box.buttons.idClicked.connect(self._count)
        self._count()
        first = self.conflicts[0].radios["here"] if self.conflicts else self.merge_button
        first.setFocus()

    def _lay_out(self) -> None:
        since = self.plan.since
        day = since.astimezone().strftime("%B %d, %Y, %H:%M") if since else ""
        begun = (
            f"Both went on from the case as it was handed over on {day}."
            if since
            else ("Nothing tells from which state both went on, so every answer that differs is shown.")
        )
        column = QVBoxLayout(self)
        column.addWidget(Words(self.plan.title, bold=True))
        column.addWidget(Words(f"{begun} A version from before is kept, and the merge can be undone."))
        if self.conflicts:
            self.tabs.addTab(self._conflicts(), f"To &decide ({len(self.conflicts)})")
        self.tabs.addTab(_list(self.plan.taken, "there"), f"From the &file ({len(self.plan.taken)})")
        self.tabs.addTab(_list(self.plan.kept, "here"), f"Stays as it is &here ({len(self.plan.kept)})")
        column.addWidget(self.tabs, 1)
        column.addWidget(self.open_)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        buttons.addButton(self.merge_button, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)
        sized(self, 760, 620)

    def _conflicts(self) -> QWidget:
        inside = QWidget()
        rows = QVBoxLayout(inside)
        section = ""
        for box in self.conflicts:
            if box.section != section:
                section = box.section
                rows.addWidget(Words(section, share=HEADING, bold=True))
            rows.addWidget(box)
        rows.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        every = QHBoxLayout()
        for side, text in (("here", "&Keep all from here"), ("there", "&Take all from the file")):
            button = QPushButton(text)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, side=side: self._choose_all(side))
            every.addWidget(button)
        every.addStretch(1)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.addLayout(every)
        column.addWidget(area, 1)
        return whole

    def _choose_all(self, side: Side) -> None:
        for box in self.conflicts:
            box.radios[side].setChecked(True)
        self._count()

    def _count(self) -> None:
        self.chosen = {box.question: side for box in self.conflicts if (side := box.side) is not None}
        count = len(self.conflicts) - len(self.chosen)
        told = (
            ""
            if not count
            else "One answer is to decide."
            if count == 1
            else f"{count} answers are to decide."
        )
        self.open_.setText(told or "Nothing is left to decide.")
        announce(self.open_, self.open_.text())
        self.merge_button.setEnabled(not count)


class ConflictBox(QGroupBox):
    """One question that was answered otherwise on both sides."""

    def __init__(self, conflict: MergeField) -> None:
        """Show the values of ``conflict``; none of them is chosen."""
        super().__init__()
        self.section, self.question = conflict.section, conflict.question
        self.setAccessibleName(f"{conflict.section}: {conflict.asked}")
        self.buttons = QButtonGroup(self)
        self.radios: dict[Side, QRadioButton] = {}
        grid = QGridLayout(self)
        grid.addWidget(Words(conflict.asked, bold=True), 0, 0, 1, 2)
        grid.addWidget(Words("Before", muted=True), 1, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(Words(conflict.base, muted=True), 1, 1)
        for row, (side, text) in enumerate(_SIDES, 2):
            value = conflict.here if side == "here" else conflict.there
            radio = QRadioButton(text)
            radio.setAccessibleName(f"{conflict.asked} {text}: {value}")
            self.buttons.addButton(radio)
            self.radios[side] = radio
            grid.addWidget(radio, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(Words(value), row, 1)
        grid.setColumnStretch(1, 1)

    @property
    def side(self) -> Side | None:
        """Whose value is chosen, None while neither is."""
        return next((side for side, radio in self.radios.items() if radio.isChecked()), None)


def _list(fields: Sequence[MergeField], side: Side) -> QListWidget:
    """What is decided by itself: each question with its value on that side, and the other one."""
    name = "From the file" if side == "there" else "Stays as it is here"
    lines = []
    for one in fields:
        stands, than, other = (
            (one.there, "instead of", one.here) if side == "there" else (one.here, "in the file", one.there)
        )
        lines.append(f"{one.asked}\n{_line(stands)}\n{than}: {_line(other)}")
    return plain_list(lines, name)


def _line(text: str) -> str:
    return " / ".join(text.splitlines())


def plain_list(lines: Sequence[str], name: str) -> QListWidget:
    """Return a list to be read, called ``name`` by a screen reader."""
    rows = QListWidget()
    rows.setAccessibleName(name)
    rows.setWordWrap(True)
    rows.setAlternatingRowColors(True)
    rows.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    rows.addItems(list(lines))
    return rows


def bad_cells_dialog(parent: QWidget, bad: Sequence[BadCell]) -> QDialog:
    """Return the list of the cells because of which a table was not taken in."""
    dialog = QDialog(parent)
    dialog.setWindowTitle("Import cases from a table")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    rows = plain_list(
        [f"Row {one.row}, {one.column}: {one.why}" if one.row else f"{one.column}: {one.why}" for one in bad],
        "Cells to correct",
    )
    rows.setCurrentRow(0)
    close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    close.rejected.connect(dialog.reject)
    column = QVBoxLayout(dialog)
    column.addWidget(Words("Nothing was taken in. Correct these cells in the table and import it again."))
    column.addWidget(rows, 1)
    column.addWidget(close)
    sized(dialog, 640, 420)
    rows.setFocus()
    return dialog
