"""Writing papers from the window: which folder, and what came of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from drafter.errors import DrafterError
from drafter.ui.working import work

if TYPE_CHECKING:
    from drafter.app.drafting import DraftReport
    from drafter.ui.case.case_page import CasePage
    from drafter.ui.main_window import MainWindow


#: More papers than this are counted, not named, in the message.
_NAMED_AT_MOST = 3


def draft_into(window: MainWindow, page: CasePage, *, final: bool, kit: bool = False) -> None:
    """Ask for a folder, write the motion or the whole ``kit`` there and tell what came of it.

    Drafting takes well under a second, and some seconds where the pages of tables are counted, so it happens
    in a thread of its own and can be stopped; the case itself stays on its thread.
    """
    if not page.save():
        return
    unread = page.autosave.unread()
    if unread and final:
        page.result.tell(f"The final was not written, because {_unread_words(len(unread))}.")
        page.show_to_do()
        return
    before = str(window.settings.papers_folder())
    title = "Folder for the final papers" if final else "Folder for the draft"
    chosen = QFileDialog.getExistingDirectory(window, title, before)
    if not chosen:
        return
    folder = Path(chosen)
    window.settings.remember("papers/folder", str(folder))
    words = "Writing the papers …" if kit else "Writing the motion …"
    try:
        documents = page.session.documents() if kit else None
        making = page.session.making(folder, documents=documents, final=final)
        report, records = work(window, words, making)
        page.session.keep(records)
    except DrafterError as fault:
        page.result.tell(str(fault))
        return
    if final and not report.files:
        _tell_refusal(page, report)
    else:
        _tell_papers(page, report, folder, unread=len(unread))


def _tell_refusal(page: CasePage, report: DraftReport) -> None:
    stopping = sum(problem.stops_final for problem in report.problems)
    page.result.tell(
        "The final was not written, because a final may not leave anything open: "
        f"{_count(len(report.missing), 'fact')} missing and {_count(stopping, 'problem')}."
        " The checks name each."
    )
    page.show_to_do()


def _tell_papers(page: CasePage, report: DraftReport, folder: Path, *, unread: int) -> None:
    from drafter.app.paging import UNCOUNTED

    page.check_law()
    told = [f"{'Final' if report.final else 'Draft'} written to {folder}: {_named(report)}."]
    if report.missing:
        told.append(f"{_count(len(report.missing), 'fact')} still missing.")
    listed = [problem for problem in report.problems if problem != UNCOUNTED]
    if listed:
        told.append(f"{_count(len(listed), 'problem')} to look at in the checks.")
    if len(listed) < len(report.problems):
        told.append(UNCOUNTED.message)
    if unread:
        told.append(f"Note that {_unread_words(unread)}.")
    page.result.tell(
        " ".join(told), "Open folder", lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
    )


def _named(report: DraftReport) -> str:
    """The papers by name, or how many there are where a line could not hold the names."""
    if len(report.files) > _NAMED_AT_MOST:
        return f"{len(report.files)} papers"
    return ", ".join(file.name for file in report.files)


def _unread_words(number: int) -> str:
    if number == 1:
        return "one entry on the form cannot be read and is not saved; the checks name it"
    return f"{number} entries on the form cannot be read and are not saved; the checks name them"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
