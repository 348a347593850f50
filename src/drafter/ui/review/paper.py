"""A page of the review on paper: through the system's printer dialog, or as a PDF file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF
from PySide6.QtGui import QFont, QPageLayout, QPageSize, QPdfWriter, QTextDocument
from PySide6.QtWidgets import QFileDialog, QWidget

from drafter.app.writing import put
from drafter.ui.dialogs import warn

if TYPE_CHECKING:
    from collections.abc import Callable

#: The paper of a court of the United States, with its usual margins.
LETTER: Final = QPageLayout(
    QPageSize(QPageSize.PageSizeId.Letter),
    QPageLayout.Orientation.Portrait,
    QMarginsF(72, 72, 72, 72),
    QPageLayout.Unit.Point,
)
#: A text document adds some two centimeters of its own on each side when it is printed.
_TEXT_PAGE: Final = QPageLayout(
    LETTER.pageSize(), LETTER.orientation(), QMarginsF(15, 15, 15, 15), QPageLayout.Unit.Point
)
DOTS_PER_INCH: Final = 300
_POINTS: Final = 10.0


def document(html: str) -> QTextDocument:
    """Return ``html`` ready to be printed in black on white, whatever the theme."""
    made = QTextDocument()
    font = QFont(made.defaultFont())
    font.setPointSizeF(_POINTS)
    made.setDefaultFont(font)
    made.setHtml(html)
    return made


def print_page(parent: QWidget, html: str) -> None:
    """Print ``html`` with the printer and the pages that the person chooses."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # loaded by those who print

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageLayout(_TEXT_PAGE)
    dialog = QPrintDialog(printer, parent)
    if dialog.exec() == QPrintDialog.DialogCode.Accepted:
        document(html).print_(printer)


def save_page(parent: QWidget, html: str, name: str) -> None:
    """Ask for a file and write ``html`` into it as a PDF."""
    save(parent, "Save as PDF", name, "PDF (*.pdf)", lambda _suffix: pdf(html))


def save(parent: QWidget, title: str, name: str, kinds: str, make: Callable[[str], bytes]) -> Path | None:
    """Ask for a file and write there, whole or not at all, what ``make`` gives for its suffix.

    The name that is offered is ``name`` without what no file name may hold.
    """
    offered = Path.home() / name.translate(dict.fromkeys(map(ord, '<>:"/\\|?*'), "_"))
    chosen, _ = QFileDialog.getSaveFileName(parent, title, str(offered), kinds)
    if not chosen:
        return None
    path = Path(chosen)
    if not path.suffix:
        path = path.with_suffix(Path(name).suffix)
    try:
        put(path, make(path.suffix.lower()))
    except OSError as fault:
        warn(parent, f"{path} cannot be written ({fault.strerror}); choose another folder.")
        return None
    return path


def pdf(html: str) -> bytes:
    """Return ``html`` as a PDF on letter paper."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = pdf_writer(buffer)
    writer.setPageLayout(_TEXT_PAGE)
    document(html).print_(writer)
    del writer  # the file is complete when its writer is gone
    return bytes(buffer.data().data())


def pdf_writer(buffer: QBuffer) -> QPdfWriter:
    """Return a writer of letter pages into ``buffer``, without a word on the program or the machine."""
    writer = QPdfWriter(buffer)
    writer.setPageLayout(LETTER)
    writer.setResolution(DOTS_PER_INCH)
    writer.setCreator("")
    return writer
