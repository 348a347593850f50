"""Take pictures of the window and of the motion's pages, without a screen, into out/screenshots.

``python dev.py screenshots [--only light|dark]``: every page of the window at 1366×768 over a temporary data
folder, and the pages of the drafted motion where LibreOffice and pdftoppm are installed.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"  # before anything imports Qt

from PySide6.QtCore import Qt, QtMsgType, QUrl, qInstallMessageHandler
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from drafter.app.library import Library
from drafter.ui import beside_commands
from drafter.ui.case_page import CasePage
from drafter.ui.main_window import MainWindow
from drafter.ui.theme import Theme

OUT = Path(__file__).resolve().parent.parent / "out" / "screenshots"
SIZE = (1366, 768)
SAMPLES = ("complete", "vailes")
#: Questions whose law is shown: foreclosed, with a paraphrase, with a quotation, local rules, practice alone.
LAW_BESIDE = ("change.any", "b3D.incapacity", "warden.received_on", "exhibits.list", "movant.pronouns")
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


def start_pages(camera: Photographer, *, cases: bool) -> None:
    """The first page, with cases or without."""
    camera.take("start-with-cases" if cases else "start-empty")


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
    """Take every picture in one theme; return their number."""
    with tempfile.TemporaryDirectory() as place:
        library = Library.open(Path(place))
        look = Theme(application)
        window = MainWindow(library, look)
        window.choose_theme(theme)
        window.resize(*SIZE)
        window.show()
        window.activateWindow()
        camera = Photographer(window, folder, theme)
        start_pages(camera, cases=False)
        for sample in SAMPLES:
            sections(camera, sample)
        draft_pages(camera)
        law_pages(camera)
        moments(camera)
        camera.page.autosave.forget()
        window.close_case()
        start_pages(camera, cases=True)
        window.close()
        look.choose("system")
        library.close()
    return camera.taken


def main() -> int:
    """Take the pictures and say where they are."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0] if __doc__ else None)
    parser.add_argument("--only", choices=("light", "dark"), help="one theme, and not the motion's pages")
    only = parser.parse_args().only
    OUT.mkdir(parents=True, exist_ok=True)
    for old in OUT.glob(f"{only or ''}*.png"):
        old.unlink()
    qInstallMessageHandler(_without_noise)
    application = QApplication([])
    taken = sum(photograph(application, theme, OUT) for theme in ([only] if only else ["light", "dark"]))
    if not only:
        with tempfile.TemporaryDirectory() as place:
            library = Library.open(Path(place))
            taken += motion_pages(library, OUT)
            library.close()
    print(
        f"{taken} pictures are in {OUT.relative_to(Path.cwd()) if OUT.is_relative_to(Path.cwd()) else OUT}."
    )
    return 0


def _without_noise(_kind: QtMsgType, _context: object, message: str) -> None:
    """Leave out what the offscreen platform says of every window."""
    if not message.startswith("This plugin does not support"):
        print(message, file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
