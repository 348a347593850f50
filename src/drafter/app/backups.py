"""Backups of the library: dated, checked when written, thinned, and restored beside what there is."""

from __future__ import annotations

import re
import shutil
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final

from drafter import paths
from drafter.errors import BadInputError, StoreError
from drafter.store.abandoned import UNFINISHED

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

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
            Backup(path, datetime.fromisoformat(named[1]))
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

        store.database.insist_on_its_file()
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

    def plain(self) -> list[Path]:
        """Return the databases in the folder that are not encrypted."""
        from drafter.store.header import begins_plain

        return [path for path in sorted(self._folder.glob("*.sqlite")) if begins_plain(path)]

    def bring_under(self, before: Key | None, key: Key | None, only: Iterable[Path] | None = None) -> None:
        """Write every database in the folder, or ``only`` those, that opens with ``before`` under ``key``.

        Raises :class:`StoreError` that names those which do not open and so stay as they were.
        """
        from drafter.store.copies import discard, put_in_place, write_under
        from drafter.store.database import Database

        left: list[str] = []
        for path in sorted(self._folder.glob("*.sqlite")) if only is None else only:
            new = path.with_name(path.name + ".new")
            discard(new)
            try:
                database = Database(path, before)
                try:
                    write_under(database, new, key)
                finally:
                    database.close()
                put_in_place(Database(path, before), new)
            except (OSError, StoreError):
                discard(new)
                left.append(path.name)
        open_ = [path.name for path in self.plain() if path.name in left]
        if open_ and key is not None:
            raise StoreError(
                f"The library is encrypted, but these backups are not yet: {', '.join(open_)}; make room on "
                f"the disk and open the library again, or remove them from {self._folder}."
            )
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


def restored(backup: Path, beside: Path, key: Key | None = None) -> Path:
    """Make a new library from the file ``backup`` beside the library in ``beside`` and return its folder.

    Nothing of the old library is touched.  An encrypted backup needs its own passphrase when it is opened;
    it is checked where ``key``, that of the library in use, is its own.  Raises :class:`BadInputError` for a
    file that is no database of drafter, and :class:`StoreError` for a damaged one and for a full disk.
    """
    from drafter.store.database import FILE_NAME
    from drafter.store.faults import told
    from drafter.store.header import begins_plain, salt_of

    try:
        plain = begins_plain(backup)
    except OSError as fault:
        raise BadInputError(
            f"The backup {backup} cannot be read ({fault.strerror}); check its name."
        ) from fault
    salt = salt_of(backup)
    if salt is None and not plain:
        raise BadInputError(f"{backup} is no backup of drafter; choose another file.")
    name = f"{beside.name} restored {datetime.now(tz=UTC).date().isoformat()}"
    folder = beside.with_name(name)
    with told(folder, "nothing is restored"), whole_folder(folder) as made:
        target = made.unfinished / FILE_NAME
        target.touch(mode=0o600)
        shutil.copyfile(backup, target)
        if plain or (key is not None and key.salt == salt):
            _opens(target, None if plain else key)
    return made.folder


#: Said of a restored library that is not under the passphrase in use.
BY_ITS_OWN: Final = "It opens with the passphrase that was in use when the backup was made."


def under_another(made: Path, beside: Path) -> bool:
    """Whether the library in the folder ``made`` is encrypted otherwise than that in ``beside``."""
    from drafter.store.database import FILE_NAME
    from drafter.store.header import salt_of

    return salt_of(made / FILE_NAME) not in {None, salt_of(beside / FILE_NAME)}


def _opens(path: Path, key: Key | None) -> None:
    """Raise :class:`StoreError` unless the database at ``path`` opens and is sound."""
    from drafter.store.cases import CaseStore

    store = CaseStore(path.parent, key)
    try:
        found = store.integrity()
    finally:
        store.close()
    if found != "ok":
        raise StoreError(f"The backup is damaged ({found}); try an older one.")


@dataclass(slots=True)
class NewFolder:
    """A folder in the making, and its name once everything is in it."""

    unfinished: Path
    folder: Path


@contextmanager
def whole_folder(folder: Path) -> Iterator[NewFolder]:
    """Make ``folder``, or one with a free name like it, whole or not at all.

    It is filled under another name, which goes if the block fails; see :mod:`drafter.app.leftovers`.  Raises
    :class:`OSError`.
    """
    made = NewFolder(free_folder(folder.with_name(f"{folder.name}{UNFINISHED}")), folder)
    made.unfinished.mkdir(mode=0o700)
    try:
        yield made
        made.folder = free_folder(folder)
        made.unfinished.rename(made.folder)
    except BaseException:
        shutil.rmtree(made.unfinished, ignore_errors=True)
        raise


def free_folder(folder: Path) -> Path:
    """Return ``folder``, or the first name like it that is not taken."""
    number, free = 1, folder
    while free.exists():
        number += 1
        free = folder.with_name(f"{folder.name} ({number})")
    return free
