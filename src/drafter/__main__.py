"""``drafter``: without a command it opens the window, with one it works on the command line."""

from __future__ import annotations

import gc
import sys

from drafter.cli.opening import window_options


def main(arguments: list[str] | None = None) -> int:
    """Run the program and return its exit code: 0 fine, 1 findings, 2 usage or bad input."""
    given = sys.argv[1:] if arguments is None else arguments
    window = window_options(given)
    if window is None:
        from drafter.cli.entry import main as command_line

        return command_line(given)
    gc.disable()  # a start leaves no garbage; from then on the window itself searches, in ui/collector.py
    from drafter.app.library import Library
    from drafter.ui import open_window

    return open_window(Library.open(window.data_dir, safe=window.safe_mode), sample=window.open_sample)


if __name__ == "__main__":
    sys.exit(main())
