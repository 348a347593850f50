"""Help › Check data: whether the library is sound, and what to do where it is not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from drafter.app.backups import whole_folder
from drafter.errors import StoreError

if TYPE_CHECKING:
    from pathlib import Path

    from drafter.app.library import Library


@dataclass(frozen=True, slots=True)
class Rescue:
    """The new library with what could be read, and how many rows of each table came through."""

    folder: Path
    counts: dict[str, int]


def check(library: Library) -> str:
    """Return "ok", or what is wrong with tables, references or search index."""
    try:
        return library.integrity()
    except StoreError as fault:
        return str(fault)


def rescue(library: Library) -> Rescue:
    """Copy what can be read of a damaged library into a new one beside it, under the same passphrase."""
    from drafter.store.database import FILE_NAME
    from drafter.store.faults import told
    from drafter.store.mending import rescued

    beside = library.folder
    folder = beside.with_name(f"{beside.name} rescued")
    with told(folder, "nothing is rescued"), whole_folder(folder) as made:
        counts = rescued(beside / FILE_NAME, library.key, made.unfinished / FILE_NAME)
    return Rescue(made.folder, counts)
