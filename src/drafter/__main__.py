"""``drafter``: without a command it opens the window, with one it works on the command line."""

from __future__ import annotations

import gc
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def main(arguments: list[str] | None = None) -> int:
    """Run the program and return its exit code: 0 fine, 1 findings, 2 usage or bad input."""
    given = sys.argv[1:] if arguments is None else arguments
    if not given:  # as its icon starts it
        return _open_window()
    from drafter.cli.opening import window_options

    window = window_options(given)
    if window is None:
        from drafter.cli.entry import main as command_line

        return command_line(given)
    return _open_window(window.data_dir, safe=window.safe_mode, sample=window.open_sample)


def _open_window(folder: Path | None = None, *, safe: bool = False, sample: str | None = None) -> int:
    gc.disable()  # a start leaves no garbage; from then on the window itself searches, in ui/collector.py
    from drafter.app.library import Library
    from drafter.ui.app import open_window

    return open_window(Library.open(folder, safe=safe), sample=sample)


if __name__ == "__main__":
    sys.exit(main())
