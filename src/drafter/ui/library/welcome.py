"""What the first page shows in a library without a case: what the program does, and the first steps."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from drafter.ui.labels import HEADING
from drafter.ui.words import Words

#: The way of a new user, each step one key.
_PATH: Final = (
    "1.  Open the sample: a real, public case with the gaps that such cases have.",
    "2.  Press F8: you stand in the next missing fact. Type it, or press Ctrl+U: it must be obtained.",
    "3.  Press Ctrl+D and choose a folder: the motion is there as a Word file, each gap a bracket in it.",
    "4.  Press Ctrl+W and start a case of your own. F1 opens the manual wherever you are.",
)


class Welcome(QScrollArea):
    """It scrolls, so that large text does not make the window higher than its screen.

    ``sample`` and ``new`` are its buttons.
    """

    def __init__(self) -> None:
        """Make the page."""
        super().__init__()
        self.sample = QPushButton("Open the sample case")
        self.new = QPushButton("Start a new case…")
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)  # in line with what is above and below
        column.addStretch(1)
        column.addWidget(Words("There is no case here yet.", share=HEADING, bold=True))
        column.addWidget(
            Words(
                "drafter asks for the facts in the order in which a judge reads, keeps every answer on this"
                " computer only, and writes the motion as a Word file. Nothing is sent anywhere.",
                muted=True,
            )
        )
        column.addSpacing(8)
        column.addWidget(Words("Two minutes to a first draft", bold=True))
        for step in _PATH:
            column.addWidget(Words(step))
        column.addSpacing(8)
        column.addLayout(self._buttons())
        column.addStretch(2)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        page.setMinimumHeight(1)  # else it is as high as with all words wrapped in the narrowest column
        self.setWidget(page)

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        for button in (self.sample, self.new):
            button.setAutoDefault(True)
            row.addWidget(button)
        row.addStretch(1)
        return row
