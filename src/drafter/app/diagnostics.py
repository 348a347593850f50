"""What to copy into a report of a fault: versions, places, figures; nothing that a case holds."""

from __future__ import annotations

import platform
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING, Final

from drafter import __version__, paths
from drafter.core.dates import long_date

if TYPE_CHECKING:
    from collections.abc import Mapping

    from drafter.app.library import Library

_LIBRARIES: Final = ("python-docx", "docxtpl", "jinja2", "lxml", "sqlite-utils", "sqlcipher3", "holidays")
NO_NETWORK: Final = "No network: drafter opens no connection."


def law_line(library: Library) -> str:
    """Return how old the program's law is, and how much of it is unverified or past its review."""
    from drafter.law.showing import doubt

    law = library.law
    unverified = sum(bool(doubt(entry.item)) for entry in law.entries)
    return (
        f"Law as of {long_date(law.as_of)}, to be reviewed by {long_date(law.review_by)}:"
        f" {unverified} of {len(law.entries)} entries unverified, {len(law.overdue(library.today()))} past"
        " review."
    )


def diagnostics(library: Library, seen: Mapping[str, str]) -> str:
    """Return the lines to copy; ``seen`` is what the window adds, such as Qt's version.

    The home folder is written ~, because its name is often a person's.
    """
    folder = str(library.folder).replace(str(Path.home()), "~")
    office = paths.office_program()
    lines = {
        "drafter": __version__ + (" (safe mode: no templates of your own)" if library.safe else ""),
        "Python": platform.python_version(),
        "System": f"{platform.system()} {platform.release()} {platform.machine()}",
        **seen,
        **{name: _version(name) for name in _LIBRARIES},
        "Data folder": folder + (" (portable)" if paths.portable_folder() else ""),
        "Law": law_line(library).removeprefix("Law "),
        "Cases": str(len(library.cases())),
        "LibreOffice": "found" if office else "not found",
        "Network": NO_NETWORK.removeprefix("No network: "),
    }
    return "".join(f"{name}: {told}\n" for name, told in lines.items())


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "version not noted"
