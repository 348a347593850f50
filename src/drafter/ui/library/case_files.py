"""The commands that hand a case over and take cases in: a case file, open JSON, a table."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QInputDialog, QLineEdit, QMessageBox

from drafter.errors import DrafterError, WrongPassphraseError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.app.library import Library
    from drafter.app.transfer import CaseFile
    from drafter.ui.library.merge_dialog import MergeDialog
    from drafter.ui.main_window import MainWindow

_CASE_FILES = "Case file (*.drafter)"
_JSON = "Open JSON, not encrypted (*.json)"


class CaseFiles:
    """The commands of the File menu for ``window``."""

    def __init__(self, window: MainWindow, library: Library) -> None:
        """Hand over the cases of ``library``."""
        self._window = window
        self._library = library

    def save(self) -> None:
        """Write the open case to a file, under a passphrase unless the person says that it shall be plain."""
        page = self._window.page
        if page is None or not page.save():
            return
        folder = self._window.settings.papers_folder()
        chosen, kind = QFileDialog.getSaveFileName(
            self._window, "Save case as a file", str(folder / "case.drafter"), f"{_CASE_FILES};;{_JSON}"
        )
        if not chosen:
            return
        path = Path(chosen)
        if path.suffix.lower() not in {".drafter", ".json"}:
            path = path.with_name(path.name + (".json" if kind == _JSON else ".drafter"))
        passphrase: str | None = None
        if path.suffix.lower() == ".drafter":
            from drafter.ui.library.file_passphrase import new_passphrase

            passphrase = new_passphrase(self._window)
            if passphrase is None:
                return
        with self._told():
            self._library.transfer.export(page.session.id, path, passphrase or None, replace=True)
            secret = "encrypted" if passphrase else "not encrypted: anyone who has it can read it"
            self._window.tell(f"Saved as {path} ({secret}).")

    def open(self) -> None:
        """Take a case file in: as a new case, or merged into the one that is here."""
        chosen, _ = QFileDialog.getOpenFileName(
            self._window,
            "Open a case file",
            str(self._window.settings.papers_folder()),
            "Case files and JSON (*.drafter *.json)",
        )
        if not chosen:
            return
        file = self._read(Path(chosen))
        if file is None:
            return
        way = "new" if file.here is None else self._asked(file)
        if way == "merge":
            self._merge(self._with_fields(file))
        elif way == "new":
            self._add(self._with_fields(file))

    def _with_fields(self, file: CaseFile) -> CaseFile:
        """The file with the fields of the sender's own that the person wants to be asked here as well."""
        from drafter.ui.library.brought_fields_dialog import shall_be_asked

        wanted = shall_be_asked(self._window, file.fields)
        return self._library.transfer.with_fields(file) if wanted else file

    def take_table(self) -> None:
        """Make a case of every row of a table, or tell every cell that stands in the way."""
        chosen, _ = QFileDialog.getOpenFileName(
            self._window,
            "Import cases from a table",
            str(self._window.settings.papers_folder()),
            "Tables (*.csv *.xlsx)",
        )
        if not chosen:
            return
        with self._told():
            from drafter.app.intake import Intake

            report = Intake(self._library).take(Path(chosen))
            if report.bad:
                from drafter.ui.library.merge_dialog import bad_cells_dialog

                bad_cells_dialog(self._window, report.bad).open()
                return
            count = len(report.cases)
            self._window.list_cases()
            self._window.tell("One case was taken in." if count == 1 else f"{count} cases were taken in.")

    def _read(self, path: Path) -> CaseFile | None:
        """Read the file, asking for its passphrase until it opens or the person gives up."""
        from drafter.ui.dialogs import warn

        asked, passphrase = f"Passphrase of {path.name}:", ""
        while True:
            if self._library.transfer.encrypted(path):
                passphrase, given = QInputDialog.getText(
                    self._window, "Open a case file", asked, QLineEdit.EchoMode.Password
                )
                if not given:
                    return None
            try:
                with self._waiting():
                    return self._library.transfer.read(path, passphrase)
            except WrongPassphraseError as fault:
                asked = f"{fault}\n\nPassphrase of {path.name}:"
            except DrafterError as fault:
                warn(self._window, str(fault))
                return None

    def _asked(self, file: CaseFile) -> str:
        box = QMessageBox(
            QMessageBox.Icon.Question,
            "This case is here already",
            f"“{file.title}” is in this library already. Merge shows every answer that differs before "
            "anything is changed.",
            parent=self._window,
        )
        merge = box.addButton("&Merge…", QMessageBox.ButtonRole.AcceptRole)
        new = box.addButton("As &another case", QMessageBox.ButtonRole.ActionRole)
        cancel = box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(merge)
        box.setEscapeButton(cancel)
        box.exec()
        pressed = box.clickedButton()
        return "merge" if pressed is merge else "new" if pressed is new else ""

    def _add(self, file: CaseFile) -> None:
        with self._told():
            with self._waiting():
                case = self._library.transfer.add(file)
            self._window.list_cases()
            self._window.open_case(case)
            if file.unread:
                kept = ", ".join(one.question for one in file.unread)
                self._window.tell(f"Kept, but this program cannot read it: {kept}.")

    def _merge(self, file: CaseFile) -> None:
        # What is typed must be stored before the two are compared, and the page shows the merged case anew.
        if not self._window.close_case():
            return
        with self._told():
            from drafter.ui.library.merge_dialog import MergeDialog

            dialog = MergeDialog(self._window, self._library.transfer.plan(file))
            dialog.accepted.connect(lambda: self._merged(file, dialog))
            dialog.open()

    def _merged(self, file: CaseFile, dialog: MergeDialog) -> None:
        with self._told():
            if self._window.desk.backups is not None:  # with a window that lives, however large the library
                self._window.desk.backups.before_risk()
            merged = self._library.transfer.merge(file, dialog.plan, dialog.chosen)
            self._window.open_case(dialog.plan.case)
            count = len(merged.changed)
            answers = "One answer" if count == 1 else f"{count} answers"
            self._window.tell(f"{answers} taken from the file; a version from before is kept.")

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except DrafterError as fault:
            self._window.warn(fault)

    @contextmanager
    def _waiting(self) -> Iterator[None]:
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            yield
        finally:
            QApplication.restoreOverrideCursor()
