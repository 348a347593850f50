"""Where the review stands: in the place of the three panes, until the person goes back to the questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

if TYPE_CHECKING:
    from drafter.app.session import CaseSession
    from drafter.ui.review.page import ReviewPage


class ReviewPlace(QStackedWidget):
    """Shows ``panes`` or the review, which is made when it is first asked for.

    ``chosen`` is sent with the question that a line of the review goes to, ``left`` when the person goes back
    without choosing one.
    """

    chosen = Signal(str)
    left = Signal()

    def __init__(self, panes: QWidget, session: CaseSession) -> None:
        """Show ``panes``."""
        super().__init__()
        self._panes = panes
        self._session = session
        self.page: ReviewPage | None = None
        self.addWidget(panes)

    def enter(self) -> None:
        """Show the review as the case stands now and put the keyboard into it."""
        if self.page is None:
            from drafter.ui.review.page import ReviewPage  # not needed before it is first seen

            self.page = ReviewPage(self._session)
            self.page.chosen.connect(self.chosen)
            self.page.left.connect(self._go_back)
            self.addWidget(self.page)
        self.setCurrentWidget(self.page)
        self.page.refresh()
        self.page.take_keyboard()

    def leave(self) -> None:
        """Show the panes, if the review is shown."""
        if self.currentWidget() is not self._panes:
            self.setCurrentWidget(self._panes)

    def _go_back(self) -> None:
        self.leave()
        self.left.emit()
