"""Files that a program killed while it wrote them has left under a name of their own."""

from __future__ import annotations

import shutil
import time
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

#: Another program may still be writing what was changed within so many seconds.
AGE: Final = 3600
PART_BEGIN: Final = ".drafter-"
PART_END: Final = ".part"
#: The names that files have until they are whole; one that is left is removed at the next writing there.
PARTS: Final = f"{PART_BEGIN}*{PART_END}"
#: What the name of a folder or a copy ends in until everything is in it.
UNFINISHED: Final = ".unfinished"


def remove_abandoned(found: Iterable[Path]) -> None:
    """Remove those of the files and folders ``found`` that nobody has written to for :data:`AGE` seconds.

    What cannot be removed stays: nobody is held up by it.
    """
    before = time.time() - AGE
    for path in found:
        try:
            if max(one.stat().st_mtime for one in (path, *path.glob("*"))) >= before:
                continue
            if path.is_dir():
                shutil.rmtree(path)
            else:
                path.unlink()
        except OSError:
            continue
