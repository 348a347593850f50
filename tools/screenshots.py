"""Take pictures of the window and of the motion's pages, without a screen, into out/screenshots.

``python dev.py screenshots [--only THEME | --docs]``: every page and state of the window at 1366×768 over a
temporary data folder, light and dark in full and high contrast in part, and the pages of the drafted motion
where LibreOffice and pdftoppm are installed.  ``--docs`` takes those of README and manual alone.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"  # before anything imports Qt

from PySide6.QtCore import Qt, QtMsgType, QUrl, qInstallMessageHandler
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from drafter.app.library import Library
from drafter.ui import beside_commands, case_commands
from drafter.ui.case_page import CasePage
from drafter.ui.command_search import CommandSearch
from drafter.ui.find_bar import FindBar
from drafter.ui.main_window import MainWindow
from drafter.ui.manual import open_manual
from drafter.ui.reading_dialog import ReadingDialog
from drafter.ui.review.page import ReviewPage
from drafter.ui.theme import Theme

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "out" / "screenshots"
DOCS = ROOT / "docs" / "pictures"
SIZE = (1366, 768)
SAMPLES = ("complete", "vailes")
#: Of those in full every page is taken; of the others, one of each kind.
THEMES = ("light", "dark", "black-on-white", "white-on-black")
IN_FULL = ("light", "dark")
#: Pixels across a picture of README or manual, and the most bytes that one may take.
DOCS_WIDTH, DOCS_BYTES = 1000, 200_000
#: Questions whose law is shown: foreclosed, with a paraphrase, with a quotation, local rules, practice alone.
LAW_BESIDE = ("change.any", "b3D.incapacity", "warden.received_on", "exhibits.list", "movant.pronouns")
#: What is answered in the half-filled case.
HALF = {
    "case.number": "1:21-cr-00042",
    "movant.register_number": "12345-058",
    "case.division": "Charlotte Division",
}
#: A docket entry from which facts are read.
PASTED = (
    "UNITED STATES DISTRICT COURT WESTERN DISTRICT OF NORTH CAROLINA\n"
    "United States v. Robin Q. Roe, Case Number: DNCW 1:21-cr-00042-001, USM Number: 12345-058\n"
    "JUDGMENT IN A CRIMINAL CASE\nDate of Imposition of Judgment: March 4, 2022\n"
    "The defendant is hereby committed to the custody of the United States Bureau of Prisons to be imprisoned"
    " for a term of TWO HUNDRED FORTY (240) MONTHS."
)
#: The pictures of README and manual, and which of the others each is.
OF_DOCS = {
    "interview": "draft-places",
    "draft": "draft-filled-on-a-blank",
    "law": "law-b3D.incapacity",
    "checks": "vailes-to-do",
    "deadlines": "vailes-deadlines",
    "timeline": "review-4",
}
_SMOOTH = Qt.TransformationMode.SmoothTransformation
_SETTLED = 450  # milliseconds in which draft and checks are up to date


class Photographer:
    """Takes the pictures of one theme."""

    def __init__(self, window: MainWindow, folder: Path, theme: str) -> None:
        """Photograph ``window`` in ``theme`` into ``folder``."""
        self.window = window
        self._folder = folder
        self._theme = theme
        self.taken = 0

    @property
    def page(self) -> CasePage:
        """The page of the open case."""
        if self.window.page is None:
            raise RuntimeError("No case is open")
        return self.window.page

    def take(self, name: str, widget: QWidget | None = None) -> None:
        """Take a picture of the window, or of ``widget``, as it settles."""
        QTest.qWait(_SETTLED)
        (widget or self.window).grab().save(str(self._folder / f"{self._theme}-{name}.png"))
        self.taken += 1

    def answer(self, question: str, text: str) -> None:
        """Type ``text`` over the answer to ``question`` and leave the field."""
        self.page.go_to(question)
        field = self.page.form.blocks[question].fields()[0]
        if isinstance(field, QLineEdit):
            field.selectAll()
        for character in text:
            QApplication.sendEvent(field, _key(character))
        self.page.form.go_on_from(self.page.form.blocks[question])


def sections(camera: Photographer, sample: str) -> None:
    """Every section of a sample case, its to-do list and its deadlines."""
    camera.window.open_sample(sample)
    for place, section in enumerate(camera.page.session.sections):
        camera.page.outline.go_to(place)
        camera.page.form.start()
        camera.take(f"{sample}-{place + 1:02}-{section.id}")
    camera.page.show_to_do()
    camera.take(f"{sample}-to-do")
    camera.page.show_deadlines()
    camera.take(f"{sample}-deadlines")


def moments(camera: Photographer) -> None:
    """What is told: a wrong date, an unknown fact, a row being typed, larger text, the keys."""
    camera.window.open_sample("complete")
    camera.answer("offense.charged_on", "2/30/2015")
    camera.take("wrong-date")
    camera.answer("offense.charged_on", "8/11/2015")
    camera.page.go_to("movant.register_number")
    camera.page.form.blocks["movant.register_number"].proof.unknown.click()
    camera.take("unknown")
    type_a_row(camera)
    camera.window.zoom(3)
    camera.page.go_to("case.number")
    camera.take("larger-text")
    camera.window.zoom(0)
    camera.window.show_shortcuts()
    dialog = QApplication.activeModalWidget()
    camera.take("keys", dialog)
    if dialog is not None:
        dialog.close()


def states(camera: Photographer, library: Library) -> None:
    """A new case: empty, half filled in, with a problem, and a final that is refused."""
    window = camera.window
    window.open_case(library.new("United States v. Roe"))
    window.activateWindow()  # offscreen, no window manager does this when a small window closes
    camera.take("case-empty")
    for question, text in HALF.items():
        camera.answer(question, text)
    camera.take("case-half-filled")
    camera.answer("offense.charged_on", "2/30/2015")
    camera.page.go_to("offense.charged_on")
    camera.take("case-problem")
    camera.answer("offense.charged_on", "8/11/2015")
    camera.page.result.tell("The final was not written, because a final may not leave anything open.")
    camera.page.show_to_do()
    camera.take("case-refused")


def review_pages(camera: Photographer) -> None:
    """Every tab of the review."""
    camera.window.open_sample("complete")
    camera.page.show_review()
    review = camera.page.findChild(ReviewPage)
    if review is None:
        raise RuntimeError("The review is not shown")
    tabs = review.tabs
    for place in range(tabs.count()):
        tabs.setCurrentIndex(place)
        camera.take(f"review-{place + 1}")
    camera.page.show_review()


def small_windows(camera: Photographer) -> None:
    """The search for commands, the bar that finds words, and every window over the window."""
    window = camera.window
    window.open_sample("complete")
    window.manners.find()
    for bar in camera.page.findChildren(FindBar):
        bar.line.setText("warden")
        bar.step(1)
        camera.take("find")
        bar.leave()
    for name, show in (
        ("search", window.manners.search),
        ("templates", window.show_templates),
        ("pasted", lambda: case_commands.read_facts(window)),
        ("about", window.manners.show_about),
    ):
        show()
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, CommandSearch):
            dialog.line.setText("warden")
        if isinstance(dialog, ReadingDialog):
            dialog.text.setPlainText(PASTED)
        camera.take(name, dialog)
        if dialog is not None:
            dialog.close()
    for name in ("first-steps", "keyboard"):
        manual = open_manual(window, name)
        camera.take(f"manual-{name}", manual)
    manual.close()


def large_text(camera: Photographer) -> None:
    """The form, the checks, the review and the manual with text of 200 %."""
    window = camera.window
    window.open_sample("complete")
    window.zoom(5)
    camera.page.go_to("case.number")
    camera.take("200-form")
    beside_commands.show_to_do(window)
    camera.take("200-checks")
    camera.page.show_review()
    camera.take("200-review")
    camera.page.show_review()
    manual = open_manual(window, "interview")
    camera.take("200-manual", manual)
    manual.close()
    window.zoom(0)


def draft_pages(camera: Photographer) -> None:
    """The draft beside a question that it prints, beside one it does not, on a blank, filled; the proof."""
    camera.window.open_sample("vailes")
    camera.page.go_to("movant.name")
    camera.take("draft-places")
    camera.page.go_to("movant.pronouns")
    camera.take("draft-not-printed")
    beside_commands.switch_filled(camera.window)
    beside_commands.step_blank(camera.window, 1)
    camera.take("draft-filled-on-a-blank")
    beside_commands.switch_filled(camera.window)
    beside_commands.show_proof(camera.window)
    camera.take("proof")
    camera.page.tabs.setCurrentWidget(camera.page.draft)


def law_pages(camera: Photographer) -> None:
    """The law beside some questions, an item in full, and the same with larger text."""
    camera.window.open_sample("vailes")
    camera.page.tabs.setCurrentWidget(camera.page.law_pane)
    for question in LAW_BESIDE:
        camera.page.go_to(question)
        camera.take(f"law-{question}")
    camera.page.law_pane.browser.anchorClicked.emit(QUrl("law:policy:2023"))
    camera.take("law-in-full")
    camera.page.law_pane.back()
    camera.page.go_to("b3D.incapacity")
    camera.window.zoom(3)
    camera.take("law-larger-text")
    camera.window.zoom(0)
    camera.page.tabs.setCurrentWidget(camera.page.draft)


def type_a_row(camera: Photographer) -> None:
    """A list with a cell that cannot be read and one that is being typed into."""
    camera.page.go_to("sentence.proceedings")
    view = camera.page.form.blocks["sentence.proceedings"].fields()[0]
    view.setFocus()
    for cell in ("4th Cir.", "09-4414", "3/99/2010", "affir"):
        for character in cell:
            QApplication.sendEvent(focused(), _key(character))
        if cell != "affir":
            QTest.keyClick(focused(), Qt.Key.Key_Tab)
    camera.take("list")


def focused() -> QWidget:
    """The widget that has the keyboard."""
    widget = QApplication.focusWidget()
    if widget is None:
        raise RuntimeError("Nothing has the keyboard")
    return widget


def _key(character: str) -> QKeyEvent:
    return QKeyEvent(QKeyEvent.Type.KeyPress, 0, QApplication.keyboardModifiers(), character)


def motion_pages(library: Library, folder: Path) -> int:
    """Draft the motion of each sample and picture its pages; return their number."""
    soffice, pdftoppm = shutil.which("soffice") or shutil.which("libreoffice"), shutil.which("pdftoppm")
    if soffice is None or pdftoppm is None:
        print("LibreOffice or pdftoppm is not installed, so the motion's pages are left out.")
        return 0
    for sample in SAMPLES:
        with tempfile.TemporaryDirectory() as work:
            report = library.open_case(library.new_sample(sample)).draft(Path(work))
            profile = f"-env:UserInstallation={Path(work, 'profile').as_uri()}"
            convert = [soffice, profile, "--headless", "--convert-to", "pdf", "--outdir", work]
            subprocess.run([*convert, str(report.files[0])], check=True, capture_output=True, timeout=180)
            (pdf,) = Path(work).glob("*.pdf")
            pages = [pdftoppm, "-png", "-r", "70", str(pdf), str(folder / f"motion-{sample}")]
            subprocess.run(pages, check=True, capture_output=True, timeout=180)
    return len(list(folder.glob("motion-*.png")))


def photograph(application: QApplication, theme: str, folder: Path) -> int:
    """Take the pictures of one theme, of high contrast those of each kind; return their number."""
    with a_window(application, theme) as (window, library):
        camera = Photographer(window, folder, theme)
        camera.take("start-empty")
        if theme in IN_FULL:
            for sample in SAMPLES:
                sections(camera, sample)
            law_pages(camera)
        draft_pages(camera)
        moments(camera)
        camera.page.autosave.forget()  # or leaving the case would ask
        review_pages(camera)
        small_windows(camera)
        large_text(camera)
        states(camera, library)
        camera.page.autosave.forget()
        window.close_case()
        camera.take("start-with-cases")
    return camera.taken


@contextmanager
def a_window(application: QApplication, theme: str) -> Iterator[tuple[MainWindow, Library]]:
    """A window in ``theme`` over a new library, and the library."""
    with tempfile.TemporaryDirectory() as place:
        library = Library.open(Path(place))
        look = Theme(application)
        window = MainWindow(library, look)
        window.choose_theme(theme)
        window.resize(*SIZE)
        window.show()
        window.activateWindow()
        yield window, library
        window.close()
        look.choose("system")
        library.close()


def in_few_colours(picture: QImage) -> QImage:
    """``picture`` in its 256 most frequent colours: a window has few, and its file is a third as large."""
    plain = picture.convertToFormat(QImage.Format.Format_RGB32)
    frequent = [colour for colour, _ in Counter(memoryview(plain.constBits()).cast("I")).most_common(256)]
    return plain.convertToFormat(QImage.Format.Format_Indexed8, frequent)


def picture_docs(application: QApplication) -> int:
    """Take the pictures of README and manual; return their number."""
    DOCS.mkdir(parents=True, exist_ok=True)
    with a_window(application, "light") as (window, _), tempfile.TemporaryDirectory() as place:
        camera = Photographer(window, Path(place), "light")
        for take in (draft_pages, law_pages, review_pages):
            take(camera)
        sections(camera, "vailes")
        for name, taken in OF_DOCS.items():
            picture = QImage(str(Path(place) / f"light-{taken}.png"))
            file = DOCS / f"{name}.png"
            in_few_colours(picture.scaledToWidth(DOCS_WIDTH, _SMOOTH)).save(str(file), quality=0)
            if file.stat().st_size > DOCS_BYTES:
                raise RuntimeError(f"{file.name} takes {file.stat().st_size} bytes, more than {DOCS_BYTES}")
    return len(OF_DOCS)


def main() -> int:
    """Take the pictures and say where they are."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0] if __doc__ else None)
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--only", choices=THEMES, help="one theme, and not the motion's pages")
    which.add_argument("--docs", action="store_true", help="the pictures of README and manual alone")
    chosen = parser.parse_args()
    only = chosen.only
    qInstallMessageHandler(_without_noise)
    application = QApplication([])
    if chosen.docs:
        print(f"{picture_docs(application)} pictures are in {DOCS.relative_to(ROOT)}.")
        return 0
    OUT.mkdir(parents=True, exist_ok=True)
    for old in OUT.glob(f"{only or ''}*.png"):
        old.unlink()
    taken = sum(photograph(application, theme, OUT) for theme in ([only] if only else THEMES))
    if not only:
        with tempfile.TemporaryDirectory() as place:
            library = Library.open(Path(place))
            taken += motion_pages(library, OUT)
            library.close()
    print(f"{taken} pictures are in {OUT.relative_to(ROOT)}.")
    return 0


def _without_noise(_kind: QtMsgType, _context: object, message: str) -> None:
    """Leave out what the offscreen platform says of every window."""
    if not message.startswith("This plugin does not support"):
        print(message, file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
