"""A paper of the kit as it would be drafted now: it follows the form, and a click goes to the question."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QToolButton, QVBoxLayout, QWidget

from drafter.errors import DrafterError
from drafter.ui.case.draft_text import DraftText
from drafter.ui.folding_row import FoldingRow
from drafter.ui.labels import SMALL
from drafter.ui.words import Told, Words, announce

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

#: Milliseconds from the last key to the new preview.  Making one takes some 10 to 30 ms, which nobody
#: notices in a pause but everybody would between two keys; so every key starts this clock again, and the
#: preview stays on the thread to which the case belongs.
REFRESH_AFTER: Final = 120
#: Milliseconds from the last step of the keyboard to the place in the draft.
FOLLOW_AFTER: Final = 50
_MOTION: Final = "motion"
_LETTERS: Final = 40  # of the title of a paper, with the arrow of its list


class DraftPane(QWidget):
    """The preview; ``chosen`` is sent with the id of the question whose printed answer was clicked.

    ``papers`` returns the ids and titles of the kit, ``preview`` the HTML of one, ``named`` what is said of a
    question while the pointer or the keyboard is on its answer.  ``switched`` is sent with another paper.
    """

    chosen = Signal(str)
    switched = Signal(str)

    def __init__(
        self,
        preview: Callable[[str], str],
        papers: Callable[[], Sequence[tuple[str, str]]],
        named: Callable[[str], str],
    ) -> None:
        """Show the motion at first."""
        super().__init__()
        self._preview, self._papers, self._named = preview, papers, named
        self._stale = True
        self._question = ""
        self._printed = 0  # how often the answer in hand is printed
        self.told = Told()
        self.browser = DraftText()
        self.paper_box = QComboBox()
        self.filled = QCheckBox("Filled text")
        self.previous_blank, self.next_blank = QToolButton(), QToolButton()
        self.foot = Words(share=SMALL, muted=True)
        self._timer = self._clock(self.refresh)
        self._follower = self._clock(self._follow)
        self._set_up()
        self._lay_out()

    def _clock(self, do: Callable[[], object]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.timeout.connect(do)
        return timer

    def _set_up(self) -> None:
        box = self.paper_box
        box.setAccessibleName("Paper that is shown")
        box.setToolTip("The paper of the kit that is shown")
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(8)
        box.activated.connect(self._switch)
        buttons: tuple[tuple[QToolButton, str, str, str], ...] = (
            (self.previous_blank, "▲", "Previous blank", "Previous blank (Shift+F11)"),
            (self.next_blank, "▼", "Next blank", "Next blank (F11)"),
        )
        for button, text, name, tip in buttons:
            button.setText(text)
            button.setAccessibleName(name)
            button.setToolTip(tip)
            button.setAutoRaise(True)
        self.filled.setAccessibleName("Show filled text")
        self.filled.setToolTip("Tint every printed answer (Ctrl+Shift+H)")
        self.filled.toggled.connect(self.browser.show_filled)
        self.previous_blank.clicked.connect(lambda: self.step_blank(-1))
        self.next_blank.clicked.connect(lambda: self.step_blank(1))
        self.browser.chosen.connect(self.chosen)
        self.browser.pointed.connect(self._say)
        self._name()

    def _lay_out(self) -> None:
        self.head = head = FoldingRow(self._least)
        head.setContentsMargins(6, 4, 6, 4)
        for part in (head, head.first, head.second):
            part.setSpacing(4)
        head.setStretch(0, 1)
        head.setStretch(1, 0)
        head.first.addWidget(self.paper_box, 1)
        for button in (self.filled, self.previous_blank, self.next_blank):
            head.second.addWidget(button)
        self.foot.setContentsMargins(8, 3, 8, 3)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.told)
        column.addWidget(self.browser, 1)
        column.addWidget(self.foot)
        self._say("")

    def _least(self) -> int:
        """The width in which the title of a paper can be read beside the buttons."""
        return _LETTERS * self.fontMetrics().averageCharWidth() + self.head.second.sizeHint().width()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons below the paper where both do not fit."""
        super().resizeEvent(event)
        self.head.fold(self.width())

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "head"):
            self.head.fold(self.width())

    # --- following the case --------------------------------------------------------------------------

    def schedule(self, *_: Any) -> None:  # noqa: ANN401 - a signal's own arguments
        """Make the preview anew after a pause; while it is not seen, when it is next seen."""
        self._stale = True
        if self.isVisible():
            self._timer.start(REFRESH_AFTER)

    def follow(self, question: str) -> None:
        """Show in a moment where the answer to ``question`` is printed."""
        if question != self._question:
            self._question = question
            self._follower.start(FOLLOW_AFTER)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with the case."""
        super().showEvent(event)
        if self._stale:
            self._timer.start(0)
        self._follower.start(FOLLOW_AFTER)

    def refresh(self) -> None:
        """Make the preview now and keep the place in it."""
        self._timer.stop()
        try:
            self._offer(self._papers())
            html = self._preview(self.paper)
        except DrafterError as fault:
            self.told.tell(str(fault))
            return
        self._stale = False
        self.told.tell("")
        self.browser.show_draft(html)
        before, self._printed = self._printed, self.browser.mark(self._question)
        if self._printed and not before:
            self.browser.bring(self.browser.places.of(self._question))
        self._say("")

    def _follow(self) -> None:
        if self._stale or not self.isVisible():
            return  # it is followed once the preview is made, or seen
        self._printed = self.browser.mark(self._question)
        self.browser.bring(self.browser.places.of(self._question))
        self._say("")

    # --- the paper that is shown ---------------------------------------------------------------------

    @property
    def paper(self) -> str:
        """The id of the paper that is shown."""
        return str(self.paper_box.currentData() or _MOTION)

    @property
    def paper_title(self) -> str:
        """The title of the paper that is shown."""
        return self.paper_box.currentText() or "The motion"

    def _offer(self, papers: Sequence[tuple[str, str]]) -> None:
        box = self.paper_box
        if papers == [(box.itemData(row), box.itemText(row)) for row in range(box.count())]:
            return
        shown = self.paper
        box.clear()
        for name, title in papers:
            box.addItem(title, name)
        box.setCurrentIndex(max(0, box.findData(shown)))
        if self.paper != shown:  # another answer took it out of the kit
            self.switched.emit(self.paper)
        self._name()

    def _switch(self) -> None:
        self.browser.verticalScrollBar().setValue(0)
        self._printed = 0
        self._name()
        self.refresh()
        self.switched.emit(self.paper)

    def _name(self) -> None:
        self.browser.setAccessibleName(f"Draft: {self.paper_box.currentText() or 'the motion'}")

    # --- going about ---------------------------------------------------------------------------------

    def step_blank(self, steps: int) -> None:
        """Put the keyboard on the next blank of the paper, or the one before; Enter goes to its question."""
        if self._stale:
            self.refresh()
        number, every, question = self.browser.step_blank(steps)
        if not number:
            self._tell("No blank is left in this paper.")
            return
        self.browser.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._tell(f"Blank {number} of {every}: {self._named(question)} Enter goes to the question.")

    def _tell(self, message: str) -> None:
        self.foot.setText(message)
        announce(self.foot, message)

    def _say(self, pointed: str) -> None:
        """Say what the answer under the pointer belongs to, else how the question in hand is printed."""
        if pointed:
            self.foot.setText(self._named(pointed))
        elif not self._question or self._printed:
            places = {0: "", 1: "Printed once."}.get(self._printed, f"Printed in {self._printed} places.")
            self.foot.setText(places or "Click a printed answer to go to its question.")
        else:
            what = "the motion" if self.paper == _MOTION else "this paper"
            self.foot.setText(f"This answer is not printed in {what}.")
