"""The law beside the question that has the keyboard; each item leads to the whole of it, with a way back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QEvent, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QKeySequence, QPalette, QShortcut, QShowEvent
from PySide6.QtWidgets import QTextBrowser, QVBoxLayout, QWidget

from drafter.errors import DrafterError
from drafter.ui.theme import missing_colour
from drafter.ui.words import Told

if TYPE_CHECKING:
    from collections.abc import Callable

    from drafter.core.question import Question
    from drafter.law.showing import Shown
    from drafter.practice.beside import LawBeside
    from drafter.practice.beside.telling import Paragraph
    from drafter.ui.case.law_html import Look

#: Milliseconds from the last step of the keyboard, or the last change, to the new page.  Making one takes
#: a few milliseconds; who walks through the form with Tab does not wait for any of them.
FOLLOW_AFTER: Final = 150
_BACK_KEYS: Final = ("Esc", "Backspace", "Alt+Left")


@dataclass(frozen=True, slots=True)
class _Page:
    """What is shown: the law beside a question, or the entry with the ref ``entry``."""

    question: str
    every_decision: bool = False
    entry: str = ""


class LawPane(QWidget):
    """``chosen`` is sent with the id of a question to go to, ``left`` when the keyboard should go back."""

    chosen = Signal(str)
    left = Signal()

    def __init__(
        self,
        law_beside: Callable[[str], LawBeside],
        law_entry: Callable[[str], Shown],
        question: Callable[[str], Question[Any]],
    ) -> None:
        """Show what ``law_beside`` returns for a question, after what ``question`` tells about itself.

        ``law_entry`` gives the entry of the law with a ref.
        """
        super().__init__()
        self._law_beside = law_beside
        self._law_entry = law_entry
        self._question = question
        #: The page that is wanted, and the one that is shown with what it tells.
        self._page = self._shown = _Page("")
        self._tells: tuple[Paragraph, ...] = ()
        #: The pages before this one, each with its place.
        self._trail: list[tuple[_Page, int]] = []
        self._stale = True
        self.told = Told()
        self.browser = QTextBrowser()
        self._set_up_browser()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.told)
        column.addWidget(self.browser, 1)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.refresh)
        for key in _BACK_KEYS:
            keys = QShortcut(QKeySequence(key), self, self.back)
            keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _set_up_browser(self) -> None:
        self.browser.setOpenLinks(False)
        self.browser.setAccessibleName("Law beside the question")
        self.browser.setAccessibleDescription(
            "Tab goes through the items, Enter shows one in full, Escape goes back."
        )
        self.browser.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextBrowserInteraction | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.browser.document().setDocumentMargin(14)
        self.browser.anchorClicked.connect(self._go)

    # --- following the case --------------------------------------------------------------------------

    def follow(self, question: str) -> None:
        """Show the law beside ``question`` in a moment, unless it is shown already."""
        if question != self._page.question:
            self._page, self._stale = _Page(question), True
            self._trail.clear()
            if self.isVisible():
                self._timer.start(FOLLOW_AFTER)

    @property
    def question(self) -> str:
        """The id of the question whose law is shown or will be in a moment; empty before there is one."""
        return self._page.question

    def schedule(self) -> None:
        """Make the page anew after a pause, because the case has changed."""
        self._stale = True
        if self.isVisible():
            self._timer.start(FOLLOW_AFTER)

    def hold(self) -> None:
        """Put an expected page off, because the person is typing."""
        if self._timer.isActive():
            self._timer.start(FOLLOW_AFTER)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with the case."""
        super().showEvent(event)
        if self._stale:
            self._timer.start(0)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme and the size of the text, of which Qt tells every widget in its turn."""
        super().changeEvent(event)
        changes = {QEvent.Type.PaletteChange, QEvent.Type.FontChange}
        if event.type() in changes and hasattr(self, "_timer") and self._tells:
            self._put(self.place)

    @property
    def place(self) -> int:
        """How far down the page is scrolled, in pixels."""
        return self.browser.verticalScrollBar().value()

    def refresh(self) -> None:
        """Make the page now; the same page keeps its place."""
        self._timer.stop()
        if self._page.question:
            self._show(self.place if self._page == self._shown else 0)

    def _show(self, place: int) -> None:
        """Show the wanted page, scrolled to ``place``."""
        from drafter.practice.beside.telling import entry_telling

        page = self._page
        try:
            tells = entry_telling(self._law_entry(page.entry)) if page.entry else self._beside(page)
        except DrafterError as fault:
            self.told.tell(str(fault))
            tells = ()
        else:
            self.told.tell("")
        self._stale = False
        if (page, tells) != (self._shown, self._tells):
            self._shown, self._tells = page, tells
            self._put(place)

    def _beside(self, page: _Page) -> tuple[Paragraph, ...]:
        """The law beside the question of ``page``; what there is to know about the question comes first."""
        from drafter.practice.beside.telling import telling
        from drafter.practice.guidance.telling import paragraphs

        title, *rest = telling(self._law_beside(page.question), every_decision=page.every_decision)
        return (title, *paragraphs(self._question(page.question)), *rest)

    def _put(self, place: int) -> None:
        from drafter.ui.case.law_html import page

        look = _look(self.palette(), self.font().pointSizeF())
        self.browser.document().setDefaultStyleSheet(f"a {{ color: {look.link}; }}")
        self.browser.setHtml(page(self._tells, look, back=bool(self._trail)))
        self.browser.verticalScrollBar().setValue(place)

    # --- going about ---------------------------------------------------------------------------------

    def back(self) -> None:
        """Go back to the page before, or from the first one to the question."""
        if not self._trail:
            self.left.emit()
            return
        self._page, place = self._trail.pop()
        self._show(place)

    def _go(self, link: QUrl) -> None:
        scheme, name = link.scheme(), link.path()
        if scheme == "question":
            self.chosen.emit(name)
        elif scheme == "back":
            self.back()
        elif scheme == "law":
            self._open(_Page(self._page.question, entry=name), 0)
        else:
            self._open(_Page(self._page.question, every_decision=True), self.place)

    def _open(self, page: _Page, place: int) -> None:
        self._trail.append((self._page, self.place))
        self._page = page
        self._show(place)


def _look(palette: QPalette, points: float) -> Look:
    from drafter.ui.case.law_html import Look

    def colour(role: QPalette.ColorRole) -> str:
        return palette.color(role).name()

    return Look(
        text=colour(QPalette.ColorRole.Text),
        muted=colour(QPalette.ColorRole.PlaceholderText),
        link=colour(QPalette.ColorRole.Link),
        doubt=missing_colour(palette).name(),
        quote_bar=colour(QPalette.ColorRole.Highlight),
        quote_ground=colour(QPalette.ColorRole.AlternateBase),
        points=points,
    )
