"""Backups of the library: dated, checked when written, thinned, and restored beside what there is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final

from drafter import paths
from drafter.errors import BadInputError, StoreError

if TYPE_CHECKING:
    from drafter.store.cases import CaseStore
    from drafter.store.keys import Key

_FOLDER: Final = "backups"
_STAMP: Final = "%Y%m%dT%H%M%SZ"
_NAME: Final = re.compile(r"drafter-(\d{8}T\d{6}Z)\.sqlite")
#: A backup is due when the newest is older than this.
DUE_AFTER: Final = timedelta(minutes=30)
#: How many of the newest backups stay, whatever their age, and then one for each of so many days and months.
_NEWEST, _DAYS, _MONTHS = 10, 30, 24


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup file and when it was made."""

    path: Path
    made: datetime


class Backups:
    """The backups in the data folder ``folder``."""

    def __init__(self, folder: Path) -> None:
        """Use the folder for backups inside ``folder``."""
        self._folder = folder / _FOLDER

    def all(self) -> list[Backup]:
        """Return the dated backups, the newest first; safety copies of migrations are not among them."""
        found = [
            Backup(path, datetime.strptime(named[1], _STAMP).replace(tzinfo=UTC))
            for path in self._folder.glob("drafter-*.sqlite")
            if (named := _NAME.fullmatch(path.name))
        ]
        return sorted(found, key=lambda backup: backup.made, reverse=True)

    def due(self) -> bool:
        """Whether the newest backup is old enough for another."""
        every = self.all()
        return not every or datetime.now(tz=UTC) - every[0].made > DUE_AFTER

    def make(self, store: CaseStore) -> Path:
        """Write a checked backup of ``store`` under its own key, thin the older ones, and return the file.

        Raises :class:`StoreError` where it cannot be written.
        """
        from drafter.store.copies import back_up

        made = datetime.now(tz=UTC)
        paths.made_private(self._folder)
        target = self._folder / f"drafter-{made.strftime(_STAMP)}.sqlite"
        while target.exists():
            made += timedelta(seconds=1)
            target = self._folder / f"drafter-{made.strftime(_STAMP)}.sqlite"
        back_up(store.database, target)
        self.thin(target)
        return target

    def thin(self, made: Path | None = None) -> list[Path]:
        """Remove backups that newer ones of the same day or month make needless; return them.

        The one just ``made`` stays even where a wrong clock had dated others later.
        """
        kept = {backup.path for backup in kept_of(self.all())} | {made}
        gone = [backup.path for backup in self.all() if backup.path not in kept]
        for path in gone:
            path.unlink(missing_ok=True)
        return gone

    def bring_under(self, before: Key | None, key: Key | None) -> None:
        """Write every database in the folder that opens with ``before`` anew under ``key``.

        Raises :class:`StoreError` that names those which do not open and so stay as they were.
        """
        from drafter.store.copies import put_in_place, write_under
        from drafter.store.database import Database

        left: list[str] = []
        for path in sorted(self._folder.glob("*.sqlite")):
            new = path.with_name(path.name + ".new")
            new.unlink(missing_ok=True)
            try:
                database = Database(path, before)
                try:
                    write_under(database, new, key)
                finally:
                    database.close()
                put_in_place(Database(path, before), new)
            except StoreError:
                new.unlink(missing_ok=True)
                left.append(path.name)
        if left:
            raise StoreError(
                f"The library has its new passphrase, but these backups keep the old one: {', '.join(left)}; "
                f"remove them from {self._folder} if they are not needed."
            )


def kept_of(backups: list[Backup]) -> list[Backup]:
    """Those of ``backups``, newest first, that stay: the newest, then one a day, then one a month."""
    kept = backups[:_NEWEST]
    for form, most in (("%Y-%m-%d", _DAYS), ("%Y-%m", _MONTHS)):
        spans: dict[str, Backup] = {}
        for backup in backups:
            spans.setdefault(backup.made.strftime(form), backup)
        kept += list(spans.values())[:most]
    return list(dict.fromkeys(kept))


def restored(backup: Path, beside: Path) -> Path:
    """Make a new library from the file ``backup`` beside the library in ``beside`` and return its folder.

    Nothing of the old library is touched.  An encrypted backup needs its own passphrase when it is opened.
    Raises :class:`BadInputError` for a file that is no database of drafter.
    """
    from drafter.store.database import FILE_NAME
    from drafter.store.keys import PLAIN_HEADER, salt_of

    try:
        content = backup.read_bytes()
    except OSError as fault:
        raise BadInputError(
            f"The backup {backup} cannot be read ({fault.strerror}); check its name."
        ) from fault
    if salt_of(backup) is None and not content.startswith(PLAIN_HEADER):
        raise BadInputError(f"{backup} is no backup of drafter; choose another file.")
    folder = free_folder(
        beside.with_name(f"{beside.name} restored {datetime.now(tz=UTC).date().isoformat()}")
    )
    paths.made_private(folder)
    target = folder / FILE_NAME
    target.touch(mode=0o600)
    target.write_bytes(content)
    if content.startswith(PLAIN_HEADER):
        _opens(target)
    return folder


def _opens(path: Path) -> None:
    """Raise :class:`StoreError` unless the plain database at ``path`` opens and is sound."""
    from drafter.store.cases import CaseStore

    store = CaseStore(path.parent)
    try:
        found = store.integrity()
    finally:
        store.close()
    if found != "ok":
        raise StoreError(f"The backup is damaged ({found}); try an older one.")


def free_folder(folder: Path) -> Path:
    """Return ``folder``, or the first name like it that is not taken."""
    number, free = 1, folder
    while free.exists():
        number += 1
        free = folder.with_name(f"{folder.name} ({number})")
    return free
