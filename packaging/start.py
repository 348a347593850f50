"""What the built program runs first."""

from __future__ import annotations

import multiprocessing
import sys

from drafter.__main__ import main

if __name__ == "__main__":
    multiprocessing.freeze_support()  # a child process of the built program starts here too
    sys.exit(main())
