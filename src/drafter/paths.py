"""Where things are: the shipped templates, resources and manual, and the user's data folder.

This is the only module that knows locations.  Templates, resources and manual lie beside the package in a
wheel and in a frozen build, and at the top of the repository in a source tree.
"""

from __future__ import annotations

import os
import sys
from functools import cache
from pathlib import Path

from drafter.errors import StoreError, TemplateError

#: Moves every file of the user, like ``--data-dir``.
DATA_DIR_VARIABLE = "DRAFTER_DATA_DIR"
#: LibreOffice's names on PATH, and where its installers put it on Windows and macOS.
_OFFICE = (
    "soffice",
    "libreoffice",
    r"C:\Program Files\LibreOffice\program\soffice.com",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
)


@cache
def _shipped(folder: str) -> Path:
    package = Path(__file__).resolve().parent
    beside = package / folder
    return beside if beside.is_dir() else package.parents[1] / folder


def resource_text(name: str) -> str:
    """Return the text of the shipped resource ``name``, such as ``law/values.toml``."""
    path = _shipped("resources") / name
    try:
        return path.read_text(encoding="utf-8")
    except OSError as fault:
        message = (
            f"The program's own file {name} cannot be read ({fault.strerror}); install the program again."
        )
        raise StoreError(message) from fault


def manual_folder() -> Path:
    """Return the folder of the manual's pages; its pictures lie beside it in ``pictures``."""
    return _shipped("docs") / "manual"


def manual_text(name: str) -> str:
    """Return the page ``name`` of the manual, such as ``first-steps``."""
    path = manual_folder() / f"{name}.md"
    try:
        return path.read_text(encoding="utf-8")
    except OSError as fault:
        message = (
            f"The page {name} of the manual cannot be read ({fault.strerror}); install the program again."
        )
        raise StoreError(message) from fault


def template_path(name: str) -> Path:
    """Return the place of the shipped template ``name``, such as ``documents/motion.docx``."""
    return _shipped("templates") / name


def template_bytes(name: str) -> bytes:
    """Return the shipped template ``name``, such as ``documents/motion.docx``."""
    path = template_path(name)
    try:
        return path.read_bytes()
    except OSError as fault:
        message = f"The template {name} cannot be read ({fault.strerror}); install the program again."
        raise TemplateError(message) from fault


def template_names(folder: str) -> tuple[str, ...]:
    """Return the names of the shipped templates in ``folder``, sorted."""
    root = _shipped("templates")
    return tuple(sorted(path.relative_to(root).as_posix() for path in (root / folder).glob("*.docx")))


def my_templates(folder: Path) -> Path:
    """Return the place of the user's own templates in the data folder ``folder``."""
    return folder / "my templates"


def data_folder(chosen: Path | None = None) -> Path:
    """Return the data folder: ``chosen``, else the variable's, else a portable one, else the platform's."""
    if chosen is not None:
        return chosen.expanduser().absolute()
    from_environment = os.environ.get(DATA_DIR_VARIABLE)
    if from_environment:
        return Path(from_environment).expanduser().absolute()
    if (portable := portable_folder()) is not None:
        return portable
    import platformdirs

    return Path(platformdirs.user_data_dir("drafter", appauthor=False))


def portable_folder() -> Path | None:
    """Return the folder for the user's files beside the program; None unless ``portable.txt`` lies there."""
    program = Path(sys.executable).resolve().parent
    if program.name == "MacOS" and len(program.parents) > 2:  # noqa: PLR2004 - drafter.app/Contents/MacOS
        program = program.parents[2]
    return program / "drafter data" if (program / "portable.txt").is_file() else None


def made_private(folder: Path) -> Path:
    """Create ``folder`` for this user only, if it is not there yet, and return it."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as fault:
        message = (
            f"The data folder {folder} cannot be made ({fault.strerror}); choose another with --data-dir."
        )
        raise StoreError(message) from fault
    return folder


def cache_folder() -> Path:
    """Return the user's own folder on this machine for what the program can make again.

    It is never in the data folder: that may come from someone else, and what is kept here is run.
    """
    import platformdirs

    return Path(platformdirs.user_cache_dir("drafter", appauthor=False))


def office_program() -> str | None:
    """LibreOffice's program, or None where it is not installed."""
    import shutil  # not before the window is painted

    return next((found for name in _OFFICE if (found := shutil.which(name))), None)
