"""Text blocks and the long text in use: inserting one, and keeping what is selected as one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from shiboken6 import isValid

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu, QWidget

    from drafter.app.library import Library
    from drafter.app.text_blocks import TextBlock
    from drafter.ui.editors.text import Paragraphs
    from drafter.ui.main_window import MainWindow


def offer_blocks(field: Paragraphs, menu: QMenu) -> None:
    """Add to ``menu`` what can be done with text blocks in a long answer, ``field``."""
    from drafter.ui.main_window import MainWindow  # which knows every field

    window = field.window()
    if field.one_paragraph or not isinstance(window, MainWindow):
        return
    menu.addSeparator()
    insert = menu.addAction("Insert text &block…\tCtrl+Shift+B")
    insert.triggered.connect(lambda: window.manners.insert_block(field))
    keep = menu.addAction("&Keep as text block…")
    keep.setEnabled(field.textCursor().hasSelection())
    keep.triggered.connect(lambda: window.manners.keep_block(field))


def insert_block(window: MainWindow, library: Library, widget: QWidget | None) -> None:
    """Let a block be chosen and put it into ``widget``, which has the keyboard, where it is a long text."""
    from drafter.app.text_blocks import TextBlocks
    from drafter.ui.case.text_blocks_dialog import TextBlocksDialog
    from drafter.ui.editors.text import Paragraphs

    if not isinstance(widget, Paragraphs) or widget.one_paragraph:
        window.tell("Text blocks are inserted into longer texts; go to one and press Ctrl+Shift+B there.")
        return
    field = widget
    dialog = TextBlocksDialog(window, TextBlocks(library), field.selected())

    def insert(one: TextBlock) -> None:
        if isValid(field):
            field.insert_block(one.text)
            field.setFocus(Qt.FocusReason.OtherFocusReason)
            window.tell(_inserted(one))

    dialog.chosen.connect(insert)
    dialog.open()


def show_blocks(window: MainWindow, library: Library) -> None:
    """List the blocks where no text is in use into which one could go."""
    from drafter.app.text_blocks import TextBlocks
    from drafter.ui.case.text_blocks_dialog import TextBlocksDialog

    TextBlocksDialog(window, TextBlocks(library), into_text=False).open()


def keep_block(window: MainWindow, library: Library, field: Paragraphs) -> None:
    """Keep what is selected in ``field`` as a block, under a name that is asked for."""
    from drafter.app.text_blocks import TextBlocks
    from drafter.ui.case.text_blocks_dialog import TextBlockForm

    form = TextBlockForm(window, TextBlocks(library), text=field.selected())
    form.kept.connect(lambda one: window.tell(f"“{one.name}” is a text block now."))
    form.open()


def _inserted(one: TextBlock) -> str:
    from drafter.practice.checks.blanks_left import blanks

    to_fill = ", ".join(blanks(one.text))
    return f"“{one.name}” is inserted.{f' To be filled in: {to_fill}' if to_fill else ''}"
