"""A database that may only be read, on a disk or in a folder where nothing may be written."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

from drafter.errors import StoreError

if TYPE_CHECKING:
    from pathlib import Path

# https://www.sqlite.org/uri.html#uriimmutable: without it SQLite asks for a log beside the file.
_HOW: Final = "mode=ro&immutable=1"


def may_be_read_alone(path: Path) -> bool:
    """Whether the database at ``path`` is there, and neither it nor its folder may be written.

    One with a write-ahead log beside it is not meant: the log holds what the file lacks, and only who may
    write can take it in.
    """
    if os.access(path.parent, os.W_OK) or not path.exists():
        return False
    log = path.with_name(f"{path.name}-wal")
    return not log.exists() or not log.stat().st_size


def address(path: Path) -> str:
    """Return the address under which SQLite reads ``path`` and writes nothing beside it."""
    return f"{path.absolute().as_uri()}?{_HOW}"


def refuse_older(path: Path, found: int, newest: int) -> None:
    """Raise :class:`StoreError` for tables of an older version, which would have to be written anew."""
    if found < newest:
        raise StoreError(
            f"{path} is of an older version of drafter and may only be read, so it cannot be brought up to"
            " date; copy its folder to where it can be written."
        )
