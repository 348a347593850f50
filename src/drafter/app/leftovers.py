"""What a power cut left half-done in the data folder is cleared up when the library is next opened."""

from __future__ import annotations

from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

from drafter.errors import StoreError
from drafter.store.abandoned import PARTS, UNFINISHED, remove_abandoned

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from drafter.store.cases import CaseStore


def clear_up(store: CaseStore) -> None:
    """Remove what no program is writing any more, and finish what a passphrase was to protect.

    A file that is to take the library's or a backup's place is written only by a program that lets no other
    write; so where this one may, such a file is abandoned.  All else is abandoned once it is old.  What
    cannot be done now is tried again the next time: nobody is held up by it.
    """
    folder = store.path.parent
    remove_abandoned(_unfinished(folder))
    try:
        if store.database.key is not None:
            _take_texts_in(store)
        if store.database.key is not None or any(_replacements(folder)):
            _finish(store)
    except (OSError, ValueError, StoreError):
        return


def _take_texts_in(store: CaseStore) -> None:
    from drafter.app import firm_profile, my_words
    from drafter.app.kept_text import KeptText

    for name in (firm_profile.NAME, my_words.NAME):
        text = KeptText(store.path.parent, name, store)
        if text.path.exists():
            text.read()


def _finish(store: CaseStore) -> None:
    from drafter.app.backups import Backups
    from drafter.store.copies import alone

    backups, key = Backups(store.path.parent), store.database.key
    plain = backups.plain() if key is not None else []
    if not plain and not any(_replacements(store.path.parent)):
        return
    with alone(store.database):
        for path in _replacements(store.path.parent):
            path.unlink(missing_ok=True)
        if plain:
            backups.bring_under(None, key, plain)


def _replacements(folder: Path) -> Iterator[Path]:
    for place in (folder, folder / "backups"):
        yield from (place / name for name in _names(place) if ".sqlite.new" in name)


def _unfinished(folder: Path) -> Iterator[Path]:
    """Files in the folder and its backups, and libraries beside it, that are or were being written."""
    beside = tuple(f"{folder.name} {made}" for made in ("restored ", f"rescued{UNFINISHED}"))
    yield from (folder / name for name in _names(folder) if fnmatchcase(name, PARTS))
    yield from (folder / "backups" / name for name in _names(folder / "backups") if UNFINISHED in name)
    yield from (
        folder.with_name(name)
        for name in _names(folder.parent)
        if name.startswith(beside) and UNFINISHED in name
    )


def _names(folder: Path) -> list[str]:
    """What lies in the folder; listed once, because every start waits for it."""
    try:
        return [path.name for path in folder.iterdir()]
    except OSError:
        return []
