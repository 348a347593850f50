"""The commands of the menu Case that work on the form and write the papers of the case that is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from drafter.ui.main_window import MainWindow


def draft(window: MainWindow, *, final: bool = False, kit: bool = False) -> None:
    """Ask for a folder and write the motion as it stands.

    ``final`` writes it for filing, or shows what stands in the way; ``kit`` writes every paper that the
    case needs.
    """
    from drafter.ui.case.drafting import draft_into  # seldom needed, and it loads Word's side

    if window.page is not None:
        draft_into(window, window.page, final=final, kit=kit)


def save(window: MainWindow) -> None:
    """Store what is typed at this moment and say so."""
    if window.page is not None:
        window.page.save()


def step(window: MainWindow, steps: int) -> None:
    """Go to a later or an earlier section."""
    if window.page is not None:
        window.page.step(steps)


def next_missing(window: MainWindow) -> None:
    """Go to the next missing fact."""
    if window.page is not None:
        window.page.next_missing()


def read_facts(window: MainWindow) -> None:
    """Propose answers from the pasted text of a paper."""
    if window.page is not None:
        window.page.read_facts()


def toggle_unknown(window: MainWindow) -> None:
    """Mark the fact that is asked for as unknown, or no more."""
    if window.page is not None:
        window.page.toggle_unknown()


def review(window: MainWindow) -> None:
    """Show the review of the case."""
    if window.page is not None:
        window.page.show_review()


def next_pane(window: MainWindow, steps: int) -> None:
    """Put the keyboard into the next or the previous pane."""
    if window.page is not None:
        window.page.next_pane(steps)
