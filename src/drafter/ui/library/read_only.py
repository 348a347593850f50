"""A library that can only be read: said on every page, for as long as the window is open."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from drafter.ui.words import Words, announce

if TYPE_CHECKING:
    from pathlib import Path

    from drafter.ui.main_window import MainWindow

READ_ONLY: Final = "This library can only be read: nothing you change is saved."


def tell_read_only(window: MainWindow, folder: Path) -> None:
    """Say below every page of ``window`` that nothing is saved of the library in ``folder``."""
    told = Words(READ_ONLY, bold=True)
    told.setWordWrap(False)
    told.setToolTip(f"Nothing can be written to {folder}; copy it to where it can be written.")
    window.statusBar().addPermanentWidget(told)
    announce(told, READ_ONLY)
