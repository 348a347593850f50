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

import library_scenes
import scenes
from camera import Photographer
from PySide6.QtCore import Qt, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from drafter.app.library import Library
from drafter.ui.main_window import MainWindow
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
#: The pictures of README and manual, and which of the others each is.
OF_DOCS = {
    "interview": "draft-places",
    "draft": "draft-filled-on-a-blank",
    "law": "law-b3D.incapacity",
    "checks": "vailes-to-do",
    "deadlines": "vailes-deadlines",
    "timeline": "review-4",
    "cases": "list-status-tags",
    "passphrase": "passphrase",
    "backups": "backups",
    "merge": "merge",
    "history": "history",
    "spelling": "misspelt",
    "text-blocks": "text-blocks",
}
_UPPER_BITS = 0xFFF8F8F8
_SMOOTH = Qt.TransformationMode.SmoothTransformation


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
                scenes.sections(camera, sample)
            scenes.law_pages(camera)
        scenes.draft_pages(camera)
        scenes.moments(camera)
        camera.page.autosave.forget()  # or leaving the case would ask
        scenes.dates(camera)
        scenes.review_pages(camera)
        scenes.small_windows(camera)
        scenes.large_text(camera)
        scenes.states(camera, library)
        camera.page.autosave.forget()
        window.close_case()
        camera.take("start-with-cases")
        library_scenes.library_pages(camera, library)
        library_scenes.locked(camera, library)
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
    """``picture`` in 256 of its colours: a window has few, and its file is a third as large.

    They are the most frequent that differ in the upper bits, or shades of the ground would take the place
    of a colour in which a single word is written.
    """
    plain = picture.convertToFormat(QImage.Format.Format_RGB32)
    frequent: dict[int, int] = {}
    for colour, _ in Counter(memoryview(plain.constBits()).cast("I")).most_common():
        frequent.setdefault(colour & _UPPER_BITS, colour)
    return plain.convertToFormat(QImage.Format.Format_Indexed8, list(frequent.values())[:256])


def picture_docs(application: QApplication) -> int:
    """Take the pictures of README and manual; return their number."""
    DOCS.mkdir(parents=True, exist_ok=True)
    with a_window(application, "light") as (window, library), tempfile.TemporaryDirectory() as place:
        camera = Photographer(window, Path(place), "light")
        for take in (scenes.draft_pages, scenes.law_pages, scenes.review_pages):
            take(camera)
        scenes.sections(camera, "vailes")
        scenes.states(camera, library)
        camera.page.autosave.forget()
        window.close_case()
        library_scenes.library_pages(camera, library)
        for name, taken in OF_DOCS.items():
            picture = QImage(str(Path(place) / f"light-{taken}.png"))
            file = DOCS / f"{name}.png"
            width = min(DOCS_WIDTH, picture.width())
            in_few_colours(picture.scaledToWidth(width, _SMOOTH)).save(str(file), quality=0)
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
