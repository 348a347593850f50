"""The manual in a window of its own: contents, pages, a search over all of them, and a way back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QEvent, Qt, QUrl, Signal
from PySide6.QtGui import QImage, QKeySequence, QShortcut, QTextCursor, QTextDocument
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QPushButton,
    QSplitter,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from drafter import paths
from drafter.app import manual
from drafter.errors import DrafterError
from drafter.ui.settings import sized
from drafter.ui.unbroken import unbroken
from drafter.ui.words import Told, Words, announce

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from drafter.ui.case.case_page import CasePage

_MARGIN: Final = 16
_FIND: Final = QTextDocument.FindFlag
_MOVE: Final = QTextCursor.MoveOperation


class Manual(QWidget):
    """``keys`` are all keys and what they do; the page on the keyboard lists them."""

    def __init__(self, parent: QWidget, keys: list[tuple[str, str]]) -> None:
        """Show nothing yet; :meth:`turn_to` shows a page."""
        super().__init__(parent, Qt.WindowType.Window)
        self._keys = keys
        self._titles: dict[str, str] = {}
        self._plain: dict[str, str] = {}
        self._trail: list[tuple[str, int]] = []
        self.name = ""
        self.setWindowTitle("Manual – drafter")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.told = Told()
        self.contents = QListWidget()
        self.page = PageView()
        self.line = QLineEdit()
        self.back, self.before, self.after = (QPushButton(text) for text in ("← &Back", "&Previous", "&Next"))
        self.found = Words(muted=True)
        self._lay_out()
        self._connect()
        sized(self, 900, 640)
        self._list()

    def _lay_out(self) -> None:
        self.found.hide()
        self.contents.setAccessibleName("Contents of the manual")
        self.page.setAccessibleName("Page of the manual")
        self.line.setPlaceholderText("Find in the manual")
        self.line.setAccessibleName("Find in the manual")
        head = QHBoxLayout()
        for widget in (self.back, self.line, self.before, self.after):
            head.addWidget(widget, int(widget is self.line))
        panes = QSplitter(Qt.Orientation.Horizontal)
        panes.setChildrenCollapsible(False)
        for place, pane in enumerate((self.contents, self.page)):
            panes.addWidget(pane)
            panes.setStretchFactor(place, place)
        self.panes = panes
        column = QVBoxLayout(self)
        column.addLayout(head)
        column.addWidget(self.found)
        column.addWidget(self.told)
        column.addWidget(panes, 1)

    def _connect(self) -> None:
        self.contents.currentRowChanged.connect(self._choose)
        self.page.followed.connect(self.turn_to)
        self.line.textChanged.connect(self._count)
        self.line.returnPressed.connect(lambda: self.step(1))
        self.after.clicked.connect(lambda: self.step(1))
        self.before.clicked.connect(lambda: self.step(-1))
        self.back.clicked.connect(self.go_back)
        for key, do in (
            ("Esc", self.close),
            ("Alt+Left", self.go_back),
            ("Ctrl+F", self._ask),
            ("F3", lambda: self.step(1)),
            ("Shift+F3", lambda: self.step(-1)),
        ):
            QShortcut(QKeySequence(key), self, do)

    def _list(self) -> None:
        try:
            self._titles = manual.titles()
        except DrafterError as fault:
            self.told.tell(str(fault))
        self.contents.addItems(list(self._titles.values()))
        self._make_room()

    def _make_room(self) -> None:
        """Give the contents the width of their longest title."""
        longest = self.contents.sizeHintForColumn(0) + 2 * self.contents.frameWidth() + _MARGIN
        self.contents.setMinimumWidth(longest)
        self.panes.setSizes([longest, max(longest, self.width() - longest)])

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "panes"):
            self._make_room()

    # --- turning pages -------------------------------------------------------------------------------

    def turn_to(self, name: str) -> None:
        """Show the page ``name`` from its top, with a way back to the one before."""
        if name == self.name:
            return
        before, place = self.name, self.page.verticalScrollBar().value()
        if self._show(name):
            if before:
                self._trail.append((before, place))
            self.back.setEnabled(bool(self._trail))

    def go_back(self) -> None:
        """Show the page before this one where it was left."""
        if self._trail:
            name, place = self._trail.pop()
            self._show(name)
            self.page.verticalScrollBar().setValue(place)
            self.back.setEnabled(bool(self._trail))

    def _show(self, name: str) -> bool:
        try:
            text = manual.page(name, self._keys)
        except DrafterError as fault:
            self.told.tell(str(fault))
            return False
        self.told.tell("")
        self.name = name
        self.page.setMarkdown(unbroken(text))
        self.page.document().setDocumentMargin(_MARGIN)
        self.contents.blockSignals(True)
        self.contents.setCurrentRow(list(self._titles).index(name))
        self.contents.blockSignals(False)
        self.back.setEnabled(bool(self._trail))
        return True

    def _choose(self, row: int) -> None:
        if row >= 0:
            self.turn_to(list(self._titles)[row])

    # --- finding words -------------------------------------------------------------------------------

    def _ask(self) -> None:
        self.line.selectAll()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def holding(self) -> list[str]:
        """Return the names of the pages that hold what is searched for, in the order of the manual."""
        words = self.line.text().strip().casefold()
        return [name for name in self._titles if words and words in self._text(name)]

    def _text(self, name: str) -> str:
        if name not in self._plain:
            document = QTextDocument()
            document.setMarkdown(manual.page(name, self._keys))
            self._plain[name] = document.toPlainText().casefold()
        return self._plain[name]

    def _count(self) -> None:
        pages = len(self.holding())
        nothing = "Nothing in the manual has these words." if self.line.text().strip() else ""
        self.found.setVisible(bool(self.line.text().strip()))
        self.found.setText(f"On {pages} page{'s' * (pages != 1)}. Enter goes there." if pages else nothing)

    def step(self, steps: int) -> None:
        """Go to the next place of the words, or to the one before; after the last page comes the first."""
        pages = self.holding()
        if not pages:
            self._count()
            announce(self, self.found.text())
            return
        if self._find(steps):
            return
        order = list(self._titles)
        here = order.index(self.name)
        turned = (order[(here + steps * far) % len(order)] for far in range(1, len(order) + 1))
        self.turn_to(next(name for name in turned if name in pages))
        self.page.moveCursor(_MOVE.Start if steps > 0 else _MOVE.End)
        self._find(steps)

    def _find(self, steps: int) -> bool:
        flags = _FIND(0) if steps > 0 else _FIND.FindBackward
        found = self.page.find(self.line.text().strip(), flags)
        if found:
            line = self.page.textCursor().block().text()
            self.found.setText(f"{self._titles[self.name]}: {line}")
            announce(self, self.found.text())
        return bool(found)


class PageView(QTextBrowser):
    """``followed`` is sent with the name of the page that a link leads to; a picture is never too wide."""

    followed = Signal(str)

    def __init__(self) -> None:
        """Show nothing yet; links that lead out of the manual lead nowhere."""
        super().__init__()
        self.setOpenLinks(False)
        self.anchorClicked.connect(lambda link: self.followed.emit(link.fileName().removesuffix(".md")))

    def loadResource(self, kind: int, name: QUrl | str) -> Any:  # noqa: ANN401 - Qt's own signature
        """Read a picture of the manual, as wide as the page at most."""
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return None
        picture = QImage(str(paths.manual_folder() / QUrl(name).path()))
        room = max(200, self.viewport().width() - 4 * _MARGIN)
        if picture.width() <= room:
            return picture
        return picture.scaledToWidth(room, Qt.TransformationMode.SmoothTransformation)


def help_key(window: QWidget, name: str) -> None:
    """Let F1 in a small window open the page ``name``."""
    QShortcut(QKeySequence("F1"), window, lambda: open_manual(window, name))


def open_manual(parent: QWidget, name: str) -> Manual:
    """Show the page ``name`` in the manual's window, which is there once for ``parent``."""
    shown = parent.findChild(Manual, options=Qt.FindChildOption.FindDirectChildrenOnly)
    if shown is None:
        shown = Manual(parent, _keys_of(parent))
    shown.turn_to(name)
    shown.show()
    shown.raise_()
    shown.activateWindow()
    shown.page.setFocus(Qt.FocusReason.ShortcutFocusReason)
    return shown


def _keys_of(widget: QWidget) -> list[tuple[str, str]]:
    from drafter.ui.dialogs import key_rows
    from drafter.ui.main_window import MainWindow

    above: QObject | None = widget
    while above is not None and not isinstance(above, MainWindow):
        above = above.parent()
    return key_rows(above.actions_.every() if above is not None else ())


def fitting_page(page: CasePage | None, focus: QWidget | None) -> str:
    """Return the manual's page that fits where the keyboard, ``focus``, is; ``page`` is the open case's."""
    from drafter.ui.case.proof_row import ProofRow
    from drafter.ui.library.case_table import CaseView
    from drafter.ui.vault.lock_page import LockPage

    if page is None:
        within = focus.parentWidget() if focus is not None else None
        return (
            "cases"
            if isinstance(focus, CaseView)
            else "passphrase"
            if isinstance(within, LockPage)
            else "first-steps"
        )
    if page.review.currentWidget() is not page.panes:
        return "review"
    if not page.tabs.isAncestorOf(focus or page):
        above = focus
        while above is not None and not isinstance(above, ProofRow):
            above = above.parentWidget()
        return "proof" if above is not None else "interview"
    shown = page.tabs.currentWidget()
    fitting = ((page.law_pane, "law"), (page.proof, "proof"), (page.deadlines, "deadlines"))
    return next((name for tab, name in fitting if shown is tab), "drafts")
