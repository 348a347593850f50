"""The motion as it stands, printed or saved as a PDF: from the same Word file that a draft writes."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from drafter import paths
from drafter.app.office import NO_OFFICE, to_pdf
from drafter.app.writing import written
from drafter.errors import DrafterError, StoppedError
from drafter.ui.working import work

if TYPE_CHECKING:
    from collections.abc import Callable

    from drafter.ui.case.case_page import CasePage
    from drafter.ui.main_window import MainWindow


def print_draft(window: MainWindow, page: CasePage, folder: Path) -> None:
    """Show the motion as a PDF in the system's viewer, which prints it; ``folder`` is thrown away later."""
    made = _pdf(window, page, "Making the pages to print …")
    if made is None:
        return
    name, content = made
    path = written(folder, name, content, frozenset())
    if QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
        page.result.tell("The motion is open in your PDF viewer; print it from there.")
    else:
        page.result.tell(f"No program for PDFs was found; open {path} yourself and print it.")


def save_pdf(window: MainWindow, page: CasePage) -> None:
    """Ask for a folder and save the motion there as a PDF."""
    if not _ready(page):
        return
    before = str(window.settings.papers_folder())
    chosen = QFileDialog.getExistingDirectory(window, "Folder for the PDF", before)
    if not chosen:
        return
    window.settings.remember("papers/folder", chosen)
    made = _pdf(window, page, "Making the PDF …")
    if made is None:
        return
    try:
        path = written(Path(chosen), *made, frozenset())
    except DrafterError as fault:
        page.result.tell(str(fault))
        return
    page.result.tell(
        f"Saved as {path}. It is a draft, with its blanks.",
        "Open folder",
        lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(chosen)),
    )


def _ready(page: CasePage) -> bool:
    if paths.office_program() is None:
        page.result.tell(NO_OFFICE)
        return False
    return page.save()


def _pdf(window: MainWindow, page: CasePage, words: str) -> tuple[str, bytes] | None:
    """The file name and the content of the motion as a PDF; None where the person has been told why not."""
    if not _ready(page):
        return None
    with tempfile.TemporaryDirectory(prefix="drafter-print-", ignore_cleanup_errors=True) as folder:
        make = page.session.making

        def do(stopped: Callable[[], bool]) -> tuple[str, bytes]:
            report, _ = drafted(stopped)
            return f"{report.files[0].stem}.pdf", to_pdf(report.files[0], stopped)

        drafted = make(Path(folder))
        try:
            return work(window, words, do)
        except StoppedError:
            page.result.tell("Stopped; nothing was printed or saved.")
        except DrafterError as fault:
            page.result.tell(str(fault))
    return None
