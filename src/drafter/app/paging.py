"""The page numbers in a paper's tables, counted by LibreOffice where it is installed.

LibreOffice runs without a window, on a copy in a folder of its own, with a profile of its own that is thrown
away, and with a time limit; nothing it writes reaches the paper but the numbers.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final

from drafter import paths
from drafter.app.office import convert, never
from drafter.core.problem import Problem

if TYPE_CHECKING:
    from drafter.render.engine import Rendered

#: What is told when the pages in a paper's tables could not be counted.
UNCOUNTED = Problem(
    "form.tables",
    "The page numbers in the tables are dashes, because LibreOffice was not found or gave no answer; open "
    "the paper in Word and let it update its fields, or install LibreOffice and draft again.",
    stops_final=False,
)
#: Counting changes the tables' own length at most once or twice; a paper that does not settle has no numbers.
_ROUNDS: Final = 4


def paged(
    make: Callable[[Mapping[str, int]], Rendered], stopped: Callable[[], bool] = never
) -> tuple[Rendered, bool]:
    """The paper that ``make`` gives with the pages of its bookmarks, and whether they could be counted.

    A paper without tables is made once.  Where LibreOffice is missing or fails, the numbers stay open.
    Raises :class:`~drafter.errors.StoppedError` once ``stopped`` returns True.
    """
    bare = make({})
    program = paths.office_program() if bare.bookmarks else None
    if program is None:
        return bare, not bare.bookmarks
    with tempfile.TemporaryDirectory(prefix="drafter-pages-", ignore_cleanup_errors=True) as folder:
        made, pages = bare, dict[str, int]()
        for _ in range(_ROUNDS):
            counted = _counted(made, program, Path(folder), stopped)
            if not set(made.bookmarks) <= set(counted):
                break
            if counted == pages:
                return made, True
            made, pages = make(counted), counted
    return bare, False


def _counted(made: Rendered, program: str, folder: Path, stopped: Callable[[], bool]) -> dict[str, int]:
    """The page of each bookmark as LibreOffice sets the paper; empty where it gives no answer."""
    from drafter.render import pages
    from drafter.render.faults import TemplateFault

    asked, told = folder / "paper.docx", folder / "set" / "paper.docx"
    told.unlink(missing_ok=True)
    asked.write_bytes(pages.question(made.docx, made.bookmarks))
    convert(program, asked, told.parent, folder / "profile", stopped=stopped)
    try:
        return pages.answer(told.read_bytes())
    except (OSError, TemplateFault):
        return {}
