"""Writing papers from the window: which folder, and what came of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QFileDialog

from drafter.errors import DrafterError

if TYPE_CHECKING:
    from drafter.app.drafting import DraftReport
    from drafter.ui.case_page import CasePage
    from drafter.ui.main_window import MainWindow


def draft_into(window: MainWindow, page: CasePage, *, final: bool) -> None:
    """Ask for a folder, write the motion there and tell what came of it.

    Drafting takes well under a second, so it happens on the thread to which the case belongs.
    """
    if not page.save():
        return
    before = str(window.settings.papers_folder())
    title = "Folder for the final papers" if final else "Folder for the draft"
    chosen = QFileDialog.getExistingDirectory(window, title, before)
    if not chosen:
        return
    folder = Path(chosen)
    window.settings.remember("papers/folder", str(folder))
    QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    try:
        report = page.session.draft(folder, final=final)
    except DrafterError as fault:
        page.result.tell(str(fault))
        return
    finally:
        QApplication.restoreOverrideCursor()
    _tell(page, report, folder, final=final)


def _tell(page: CasePage, report: DraftReport, folder: Path, *, final: bool) -> None:
    blanks, problems = len(report.missing), len(report.problems)
    if final and not report.files:
        page.result.tell(
            "The final was not written, because a final may not leave anything open: "
            f"{_count(blanks, 'fact')} missing and {_count(problems, 'problem')}. The to-do list names each."
        )
        page.show_to_do()
        return
    names = ", ".join(file.name for file in report.files)
    open_points = f" It has {_count(blanks, 'blank')} still to fill." if blanks else ""
    open_points += f" {_count(problems, 'problem')} to look at in the to-do list." if problems else ""
    page.result.tell(
        f"{'Final' if final else 'Draft'} written to {folder}: {names}.{open_points}",
        "Open folder",
        lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))),
    )


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
