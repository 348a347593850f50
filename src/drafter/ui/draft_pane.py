"""The motion as it would be drafted now; a click on a printed answer goes to its question."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QPalette, QShowEvent
from PySide6.QtWidgets import QTextBrowser, QVBoxLayout, QWidget

from drafter.errors import DrafterError
from drafter.ui.theme import blank_colours
from drafter.ui.words import Told

if TYPE_CHECKING:
    from collections.abc import Callable

#: Milliseconds from the last change to the new preview.  Making one takes some 20 to 60 ms, which nobody
#: notices in a pause but everybody would between two keys; so every key starts this clock again, and the
#: preview stays on the thread to which the case belongs.
REFRESH_AFTER: Final = 300
_SCHEME: Final = "question"
_MARKER: Final = "background-color:#ffff66"  # how the preview marks a bracketed blank
_GROUND: Final = re.compile("background-color:(#[0-9a-f]{6})")


class DraftPane(QWidget):
    """The preview; ``chosen`` is sent with the id of the question whose printed answer was clicked."""

    chosen = Signal(str)

    def __init__(self, preview: Callable[[], str]) -> None:
        """Show what ``preview`` returns."""
        super().__init__()
        self._preview = preview
        self._shown = ""
        self._stale = True
        self.told = Told()
        self.browser = QTextBrowser()
        self.browser.setOpenLinks(False)
        self.browser.setAccessibleName("Draft of the motion")
        self.browser.setAccessibleDescription(
            "Tab goes through the printed answers, Enter goes to the question of one."
        )
        self.browser.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.browser.document().setDocumentMargin(18)
        self.browser.anchorClicked.connect(self._go)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.told)
        column.addWidget(self.browser, 1)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.refresh)

    def schedule(self) -> None:
        """Make the preview anew after a pause; while it is not seen, when it is next seen."""
        self._stale = True
        if self.isVisible():
            self._timer.start(REFRESH_AFTER)

    def hold(self) -> None:
        """Put an expected preview off, because the person is typing."""
        if self._timer.isActive():
            self._timer.start(REFRESH_AFTER)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with the case."""
        super().showEvent(event)
        if self._stale:
            self._timer.start(0)

    def refresh(self) -> None:
        """Make the preview now and keep the place in it."""
        self._timer.stop()
        try:
            html = self._preview()
        except DrafterError as fault:
            self.told.tell(str(fault))
            return
        self._stale = False
        self.told.tell("")
        if html != self._shown:
            self._shown = html
            self._put(html)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the colours of the theme, of which Qt tells every widget in its turn."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_shown") and self._shown:
            self._put(self._shown)

    def _put(self, html: str) -> None:
        down, across = self.browser.verticalScrollBar(), self.browser.horizontalScrollBar()
        place = down.value(), across.value()
        self.browser.document().setDefaultStyleSheet(_style(self.palette()))
        self.browser.setHtml(_fitted(html, self.palette()))
        down.setValue(place[0])
        across.setValue(place[1])

    def _go(self, link: QUrl) -> None:
        if link.scheme() == _SCHEME:
            self.chosen.emit(link.path())
        elif link.hasFragment():
            self.browser.scrollToAnchor(link.fragment())


def _fitted(html: str, palette: QPalette) -> str:
    """Return ``html``, which is made for white paper, so that it fits the pane and the theme."""
    ground, text = blank_colours(palette)
    other = palette.color(QPalette.ColorRole.AlternateBase).name()
    html = html.replace('width="100%"', 'width="98%"')  # a whole one comes out a pixel too wide in Qt
    html = html.replace(_MARKER, f"background-color:{ground};color:{text}")
    return _GROUND.sub(lambda found: found[0] if found[1] == ground else f"background-color:{other}", html)


def _style(palette: QPalette) -> str:
    """Links look like the text they are."""
    ink = palette.color(QPalette.ColorRole.Text).name()
    return f"a {{ color: {ink}; text-decoration: none; }}"
