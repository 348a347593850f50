"""The commands of the panes beside the form: draft and blanks, proof, checks, deadlines, law."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from drafter.ui.case.case_page import CasePage
    from drafter.ui.main_window import MainWindow


def step_blank(window: MainWindow, steps: int) -> None:
    """Show the draft and put the keyboard on its next blank, or on the one before."""
    if page := _page_beside(window):
        page.tabs.setCurrentWidget(page.draft)
        page.draft.step_blank(steps)


def show_proof(window: MainWindow) -> None:
    """Show the proof of what is printed and put the keyboard there."""
    if page := _page_beside(window):
        page.tabs.setCurrentWidget(page.proof)
        page.check()
        page.proof.view.setFocus()


def switch_filled(window: MainWindow) -> None:
    """Show the draft with its filled text tinted, or no more."""
    if page := _page_beside(window):
        page.tabs.setCurrentWidget(page.draft)
        page.draft.filled.toggle()


def show_to_do(window: MainWindow) -> None:
    """Go to the checks."""
    if page := _page_beside(window):
        page.show_to_do()


def show_deadlines(window: MainWindow) -> None:
    """Go to the deadlines."""
    if page := _page_beside(window):
        page.show_deadlines()


def show_law(window: MainWindow) -> None:
    """Go to the law beside the question, or back from it."""
    if page := _page_beside(window):
        page.show_law()


def _page_beside(window: MainWindow) -> CasePage | None:
    """The page of the open case with the panes beside the form shown."""
    if window.page is not None:
        window.actions_.panes["draft"].setChecked(True)
        window.show_panes()
    return window.page
