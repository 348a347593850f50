"""The versions of a case: kept under a name, compared answer by answer, restored as a new case."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from drafter.app.versions import KeptVersion, kept_versions
from drafter.core.dates import long_date
from drafter.errors import DrafterError
from drafter.ui.dialogs import ask_title
from drafter.ui.manual import help_key
from drafter.ui.settings import sized
from drafter.ui.tables import fill, reading_table
from drafter.ui.words import Told, Words

if TYPE_CHECKING:
    from drafter.app.library import Library
    from drafter.app.session import CaseSession
    from drafter.ui.main_window import MainWindow

_NOW: Final = "the answers of now"


def show_versions(window: MainWindow, library: Library) -> None:
    """List the versions of the open case."""
    page = window.page
    if page is None or not page.save():
        return
    case, dialog = page.session.id, VersionsDialog(window, page.session)

    def restore(version: int) -> None:
        title = ask_title(dialog, "Restore as a new case")
        if title is not None:
            dialog.accept()
            window.make(lambda: library.new_from_version(case, version, title))

    dialog.restore_asked.connect(restore)
    dialog.open()


class VersionsDialog(QDialog):
    """``restore_asked`` carries the id of the version of which a new case is wanted."""

    restore_asked = Signal(int)

    def __init__(self, parent: QWidget, session: CaseSession) -> None:
        """Show the versions of the case of ``session``."""
        super().__init__(parent)
        self._session = session
        self.versions: tuple[KeptVersion, ...] = ()
        self.setWindowTitle("Versions")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        help_key(self, "review")
        self.name = QLineEdit()
        self.keep = QPushButton("&Keep")
        self.table = reading_table("Versions, the latest first", ("When", "What", "Name and papers"), (2,))
        self.other = QComboBox()
        self.found = Words(muted=True)
        self.differences = reading_table("What differs", ("Question", "Then", "Compared with"), (0, 1, 2))
        self.told = Told()
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.restore = self.buttons.addButton(
            "&Restore as a new case…", QDialogButtonBox.ButtonRole.ActionRole
        )
        self._lay_out()
        self.keep.clicked.connect(self._keep)
        self.name.returnPressed.connect(self._keep)
        self.table.itemSelectionChanged.connect(self._compare)
        self.other.currentIndexChanged.connect(self._compare)
        self.restore.clicked.connect(self._restore)
        self.buttons.rejected.connect(self.reject)
        self._list()
        (self.table if self.table.rowCount() else self.name).setFocus()

    def _lay_out(self) -> None:
        for button in (self.keep, self.restore):
            button.setAutoDefault(False)
        self.name.setPlaceholderText("as sent to the supervisor")
        self.name.setAccessibleName("Name for the answers of this moment")
        self.other.setAccessibleName("Compare with")
        label, beside = QLabel("Compare &with:"), QLabel("Keep the answers of this moment &as:")
        label.setBuddy(self.other)
        beside.setBuddy(self.name)
        head, middle = QHBoxLayout(), QHBoxLayout()
        for row, widgets in (
            (head, (beside, self.name, self.keep)),
            (middle, (label, self.other)),
        ):
            for place, widget in enumerate(widgets):
                row.addWidget(widget, int(place == 1))
        column = QVBoxLayout(self)
        column.addLayout(head)
        column.addWidget(self.table, 2)
        column.addLayout(middle)
        column.addWidget(self.found)
        column.addWidget(self.differences, 3)
        column.addWidget(self.told)
        column.addWidget(self.buttons)
        sized(self, 900, 620)

    def _list(self) -> None:
        self.versions = kept_versions(self._session)
        self.other.blockSignals(True)
        self.other.clear()
        self.other.addItem(_NOW, None)
        for one in self.versions:
            self.other.addItem(f"{one.name or one.why}, {_when(one)}", one.id)
        self.other.blockSignals(False)
        fill(
            self.table,
            [
                (_when(one), one.why, "\n".join(filter(None, (one.name, *one.papers))))
                for one in self.versions
            ],
        )
        self._compare()

    def _keep(self) -> None:
        if not self.told.attempt(lambda: self._session.keep_version(self.name.text())):
            self.name.setFocus()
            return
        self.name.clear()
        self._list()
        self.table.setFocus()

    def chosen(self) -> KeptVersion | None:
        """The version that is chosen, None while there is none."""
        row = self.table.currentRow()
        return self.versions[row] if 0 <= row < len(self.versions) else None

    def _compare(self) -> None:
        version = self.chosen()
        self.restore.setEnabled(version is not None)
        if version is None:
            fill(self.differences, ())
            self.found.setText("No version is kept yet; every draft keeps one.")
            return
        try:
            found = self._session.version_differences(version.id, self.other.currentData())
        except DrafterError as fault:
            self.told.tell(str(fault))
            return
        fill(self.differences, [(one.asked, one.before, one.after) for one in found])
        number = len(found)
        self.found.setText(
            f"{number} answer{'s' * (number != 1)} differ{'s' * (number == 1)}."
            if number
            else "Nothing differs."
        )

    def _restore(self) -> None:
        version = self.chosen()
        if version is not None:
            self.restore_asked.emit(version.id)


def _when(version: KeptVersion) -> str:
    at = version.made.astimezone()
    return f"{long_date(at.date())}, {at:%H:%M}"
