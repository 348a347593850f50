"""The scenes about the library: its list, menus, versions of a case, case files, backups, the lock."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from camera import Photographer, focused
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu

from drafter.app.intake import Intake
from drafter.app.library import Library
from drafter.app.receipts import purged
from drafter.app.text_blocks import TextBlocks
from drafter.app.transfer import MergePlan
from drafter.ui.case.notes_dialog import show_notes
from drafter.ui.case.text_blocks_dialog import TextBlockForm, TextBlocksDialog
from drafter.ui.case.versions_dialog import show_versions
from drafter.ui.editors.text import Paragraphs
from drafter.ui.library.conflicts_dialog import ConflictsDialog, show_conflicts
from drafter.ui.library.file_passphrase import FilePassphrase
from drafter.ui.library.merge_dialog import MergeDialog, bad_cells_dialog
from drafter.ui.library.receipt_dialog import ReceiptDialog
from drafter.ui.review.page import ReviewPage

#: What is answered otherwise here and in the file that is merged, and what in the file alone.
HERE = {"movant.register_number": "12345-058", "case.judge": "Hon. Ann B. Lee"}
THERE = {
    "movant.register_number": "12345-085",
    "case.judge": "Hon. Ann C. Lee",
    "case.number": "1:21-cr-00077",
}
#: A table with cells that cannot be taken in.
TABLE = "title,case.number,offense.charged_on\nUnited States v. Roe,1:21-cr-00042,2/30/2015\n,,soon\n"
#: What may be told above the list besides the offer of a passphrase.
NOTICES = (
    "drafter did not close last time; everything up to 16:05 on November 24, 2026 is here.",
    "The data folder is synchronised by a cloud service; keep it in a folder of this computer alone.",
)
#: Text blocks of the firm, of which the first has something to fill in.
BLOCKS = {
    "Conditions of confinement": (
        "Since March 2020 the institution has been on modified operations. For [number] months [client name]"
        " was kept in his cell for all but one hour of the day.\n"
        "Visits were suspended, and no program was held."
    ),
    "Counsel’s meeting with the family": "Counsel met the family in person and saw the home.",
    "Release plan: medical care": "He will register with the clinic nearest to his home in the first week.",
}
PASSPHRASE = "four words not connected"  # noqa: S105 - of a library that lives for the pictures


def library_pages(camera: Photographer, library: Library) -> None:
    """The list with status and tags, found answers, archive and trash, and every window about the library."""
    window, start = camera.window, camera.window.start
    cases = [line.id for line in library.cases()]
    library.set_status(cases[0], "filed")
    library.set_tags(cases[0], ("Charlotte", "urgent"))
    library.delete(library.new("United States v. Poe"))
    window.list_cases()
    camera.take("list-status-tags")
    start.search.setText("warden")
    QTest.qWait(500)
    camera.take("list-found")
    start.search.clear()
    for place in ("archive", "trash"):
        if start.filters is not None:
            start.filters.place.setCurrentIndex(start.filters.place.findData(place))
        camera.take(f"list-{place}")
    if start.filters is not None:
        start.filters.place.setCurrentIndex(0)
    filters_and_notices(camera)
    menus(camera)
    if library.wants_backup():  # the window makes some by itself
        library.back_up()
    line = library.line(cases[0])
    if line is None:
        raise RuntimeError("The case is not listed")
    for name, show in (
        ("backups", window.desk.show_backups),
        ("check-data", window.desk.check_data),
        ("passphrase", window.vault.protect),
        ("parts", lambda: window.desk.new_from_parts(line)),
    ):
        show()
        with opened(camera, name):
            pass
    library.own_fields.add("officer", "Who is the probation officer?", "text")
    window.manners.show_own_fields()
    with opened(camera, "own-fields"):
        pass
    library.own_fields.remove("officer")
    case_files(camera, library)
    answers(camera, library)


def filters_and_notices(camera: Photographer) -> None:
    """The list narrowed by a status, by one that no case has, and with several notices above it."""
    start = camera.window.start
    if start.filters is not None:
        for name, status in (("list-filed", "filed"), ("list-nothing", "granted")):
            start.filters.status.setCurrentIndex(start.filters.status.findData(status))
            camera.take(name)
        start.filters.status.setCurrentIndex(0)
    for told in NOTICES:
        start.notices.tell(told)
    camera.take("notices")
    for bar in start.notices.bars[-len(NOTICES) :]:
        bar.close_button.click()


@contextmanager
def opened(camera: Photographer, name: str, dialog: QDialog | None = None) -> Iterator[None]:
    """Show ``dialog``, or take the one that is shown, picture it, and close it after what is done with it."""
    if dialog is not None:
        dialog.open()
    shown = QApplication.activeModalWidget()
    if shown is None:
        raise RuntimeError(f"{name} is not shown")
    yield
    camera.take(name, shown)
    shown.close()


def menus(camera: Photographer) -> None:
    """Every menu of the bar, and that of the chosen case."""
    for action in camera.window.menuBar().actions():
        menu = action.menu()
        if isinstance(menu, QMenu):
            menu_picture(camera, menu, action.text().replace("&", "").lower())
    chosen = QMenu(camera.window)
    camera.window.desk.fill(chosen)
    menu_picture(camera, chosen, "chosen-case")


def menu_picture(camera: Photographer, menu: QMenu, name: str) -> None:
    """Open ``menu``, picture it and close it."""
    menu.popup(QPoint(0, 0))
    camera.take(f"menu-{name}", menu)
    menu.close()


def case_files(camera: Photographer, library: Library) -> None:
    """The passphrase of a case file, a merge, a table with bad cells, a receipt."""
    window = camera.window
    file_passphrase = FilePassphrase(window)
    with opened(camera, "file-passphrase", file_passphrase):
        file_passphrase.first.setText("short")
        file_passphrase.again.setText("short")
    merge = MergeDialog(window, merge_plan(library))
    with opened(camera, "merge", merge):
        merge.conflicts[0].radios["there"].click()
    with tempfile.TemporaryDirectory() as place:
        table = Path(place) / "cases.csv"
        table.write_text(TABLE, encoding="utf-8")
        bad = Intake(library).take(table).bad
    with opened(camera, "table-bad-cells", bad_cells_dialog(window, bad)):
        pass
    gone = library.new("United States v. Poe")
    library.delete(gone)
    with opened(camera, "receipt", ReceiptDialog(window, purged(library, gone), lambda _receipt: None)):
        pass


def merge_plan(library: Library) -> MergePlan:
    """What the merge of a case would do that another person went on with while it was worked on here."""
    case = library.new("United States v. Moe")
    with tempfile.TemporaryDirectory() as place:
        out, back = Path(place) / "out.drafter", Path(place) / "back.drafter"
        library.transfer.export(case, out)
        other = Library.open(Path(place) / "other")
        theirs = other.transfer.add(other.transfer.read(out, ""))
        for question, text in THERE.items():
            other.open_case(theirs).set_answer(question, text)
        other.transfer.export(theirs, back)
        other.close()
        for question, text in HERE.items():
            library.open_case(case).set_answer(question, text)
        return library.transfer.plan(library.transfer.read(back, ""))


def answers(camera: Photographer, library: Library) -> None:
    """The history of an answer, misspelt words and what may be meant, and a paper kept with the case."""
    window = camera.window
    window.open_sample("complete")
    for text in ("2:15-cr-00998", "2:15-cr-00999"):
        camera.answer("case.number", text)
    camera.back_in()
    camera.page.go_to("case.number")
    QTest.keyClick(focused(), Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    with opened(camera, "history"):
        pass
    camera.back_in()
    kept_sayings(camera, library)
    text_blocks(camera, library)
    camera.page.go_to("plan.health_care")
    field = focused()
    if isinstance(field, Paragraphs):
        field.selectAll()
        field.insertPlainText(
            "He will live with his mother and recieve tretment for hypertension at the clinic."
        )
        QTest.qWait(2500)  # the lists of words are loaded by a thread
    camera.take("misspelt")
    QTest.keyClick(focused(), Qt.Key.Key_F4)
    QTest.qWait(800)  # suggestions come from a thread as well
    menu = QApplication.activePopupWidget()
    camera.take("misspelt-suggestions", menu)
    if menu is not None:
        menu.close()
    camera.page.autosave.forget()
    with tempfile.TemporaryDirectory() as place:
        paper = Path(place) / "medical records 2026.pdf"
        paper.write_bytes(b"%PDF-1.7\n" + bytes(48_000))
        camera.page.session.kept_papers.attach(paper, "D")
    camera.page.show_review()
    review = camera.page.findChild(ReviewPage)
    if review is not None:
        review.tabs.setCurrentWidget(review.evidence)
    camera.take("evidence-with-a-paper")
    camera.page.show_review()
    window.close_case()


def kept_sayings(camera: Photographer, library: Library) -> None:
    """The versions of the open case, compared; notes on a section; the search for conflicts of interest."""
    window, session = camera.window, camera.page.session
    session.keep_version("as filed")
    camera.answer("case.number", "2:15-cr-00998")
    show_versions(window, library)
    with opened(camera, "versions"):
        pass
    camera.back_in()
    session.notes.add("case", "The caption is compared with the judgment.", "Ann Lee")
    show_notes(window)
    with opened(camera, "notes"):
        pass
    camera.back_in()
    show_conflicts(window, library)
    dialog = QApplication.activeModalWidget()
    if isinstance(dialog, ConflictsDialog):
        dialog.names.setPlainText("Doe, Jordan\nValon Vales")
        dialog.search.click()
    with opened(camera, "conflicts"):
        pass


def text_blocks(camera: Photographer, library: Library) -> None:
    """The text blocks: none yet, chosen, with larger text; one that is changed; a blank left in an answer."""
    window, blocks = camera.window, TextBlocks(library)
    camera.back_in()
    camera.page.go_to("conduct.education")
    window.manners.insert_block()
    with opened(camera, "text-blocks-none"):
        pass
    for name, text in BLOCKS.items():
        blocks.add(name, text)
    block_windows(camera, blocks, "")
    camera.zoom(3)
    block_windows(camera, blocks, "-larger")
    camera.zoom(0)
    camera.back_in()
    camera.page.go_to("conduct.education")
    field = focused()
    if isinstance(field, Paragraphs):
        field.insert_block(next(iter(BLOCKS.values())))
    camera.page.autosave.flush()
    camera.take("text-block-left-blank")
    camera.page.session.undo()
    camera.page.form.show_answers(["conduct.education"])


def block_windows(camera: Photographer, blocks: TextBlocks, look: str) -> None:
    """The list of the blocks, and the window in which one is changed."""
    with opened(camera, f"text-blocks{look}", TextBlocksDialog(camera.window, blocks)):
        pass
    form = TextBlockForm(camera.window, blocks, blocks.all()[0])
    with opened(camera, f"text-block-changed{look}", form):
        form.name.setText("release plan: medical care")
        form.keep.click()


def locked(camera: Photographer, library: Library) -> None:
    """The offer of another passphrase, and the page of a locked library, before and after a wrong one."""
    window = camera.window
    library.set_passphrase(PASSPHRASE)
    window.vault.protect()
    with opened(camera, "passphrase-changed"):
        pass
    window.vault.lock()
    camera.take("locked")
    page = window.vault.page
    if page is None:
        raise RuntimeError("The library is not locked")
    page.given.emit("another")
    camera.take("locked-refused")
    page.given.emit(PASSPHRASE)
