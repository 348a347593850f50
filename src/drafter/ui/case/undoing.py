"""Undo and redo: of the field that is typed into while it has anything to take back, else of the case."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication

from drafter.errors import DrafterError
from drafter.ui.case.form import block_of
from drafter.ui.editors.base import field_with_past

if TYPE_CHECKING:
    from drafter.ui.case.case_page import CasePage
    from drafter.ui.main_window import MainWindow

_LONGEST: Final = 48


def edit(window: MainWindow, slot: str) -> None:
    """Undo or redo: ``slot`` is "undo" or "redo"."""
    field = field_with_past(QApplication.focusWidget(), slot)
    if field is not None:
        getattr(field, slot)()
    elif window.page is not None and window.page.isVisible():
        _step(window, window.page, redo=slot == "redo")


def _step(window: MainWindow, page: CasePage, *, redo: bool) -> None:
    from drafter.app.past import step_back

    if not page.autosave.flush():
        return
    try:
        done = step_back(page.session, redo=redo)
    except DrafterError as fault:
        window.warn(fault)
        return
    if done is None:
        page.told.emit("There is nothing to do again." if redo else "There is nothing to take back.")
        return
    words, change = done
    page.show_filled(change)
    page.go_to(change.changed[0])
    page.told.emit(f"{'Done again' if redo else 'Taken back'}: {words}")


def name_steps(window: MainWindow, undo: QAction, redo: QAction) -> None:
    """Say in the menu what would be taken back and done again."""
    from drafter.app.past import step_words

    page = window.page
    focus = QApplication.focusWidget()
    for action, slot, words in ((undo, "undo", "&Undo"), (redo, "redo", "&Redo")):
        about = ""
        if field_with_past(focus, slot) is not None:
            about = "typing"
        elif page is not None:
            step = page.session.next_redo() if slot == "redo" else page.session.next_undo()
            about = step_words(page.session, step)
        short = about if len(about) <= _LONGEST else f"{about[:_LONGEST].rstrip()}…"
        action.setText(f"{words}: {short.replace('&', '&&')}" if short else words)


def show_history(window: MainWindow) -> None:
    """Show every change of the answer to the question in hand."""
    from drafter.ui.case.history_dialog import HistoryDialog

    page = window.page
    if page is None or not page.save():
        return
    block = block_of(QApplication.focusWidget())
    question = page.form.last_question() if block is None else block.question.id
    if not question:
        page.told.emit("Put the keyboard into a question first; its history is shown then.")
        return
    dialog = HistoryDialog(window, page.session, question)
    dialog.used.connect(page.show_filled)
    dialog.open()
