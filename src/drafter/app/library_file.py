"""The database of a library as a whole: plain or under a passphrase, backed up, checked, closed."""

from __future__ import annotations

from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING

from drafter import paths
from drafter.errors import BadInputError, StoreError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from drafter.app.kept_text import KeptText
    from drafter.store.cases import CaseStore
    from drafter.store.keys import Key


class LibraryFile:
    """The database in one data folder; it opens when it is first needed."""

    def __init__(self, folder: Path) -> None:
        """Use the database in ``folder``, which is made when it is first needed."""
        self.folder = folder
        self._key: Key | None = None
        self._aside = False
        self._was_there = False
        #: Unlocks a locked library that is needed, or raises; None where nobody can be asked.
        self.unlocker: Callable[[], None] | None = None

    @cached_property
    def _store(self) -> CaseStore:
        from drafter.app.leftovers import clear_up
        from drafter.store.cases import CaseStore

        self._insist_on_its_place()
        if self._aside:
            raise StoreError("The library is being written anew; wait until that is done.")
        if self.unlocker is not None and self.locked:
            self.unlocker()
            return self._store
        store = CaseStore(paths.made_private(self.folder), self._key)
        self._was_there = True
        if not store.database.read_only:
            clear_up(store)
        return store

    @property
    def read_only(self) -> bool:
        """Whether the library can only be read where it lies, so that every change is refused."""
        return self._store.database.read_only

    def kept_text(self, name: str) -> KeptText:
        """The text ``name`` that is kept beside the cases, encrypted where they are."""
        from drafter.app.kept_text import KeptText

        self._insist_on_its_place()
        inside = self._store if self.encrypted else None
        return KeptText(paths.made_private(self.folder), name, inside)

    def _insist_on_its_place(self) -> None:
        """Refuse to go on where the library was and is no longer: an empty one would be begun there."""
        if not self._was_there:
            return
        from drafter.store.database import FILE_NAME
        from drafter.store.faults import gone

        if not (self.folder / FILE_NAME).exists():
            raise gone(self.folder / FILE_NAME)

    @property
    def locked(self) -> bool:
        """Whether the library is encrypted and its passphrase has not been given."""
        return self._key is None and self.salt is not None

    @property
    def encrypted(self) -> bool:
        """Whether the library is encrypted."""
        return self._key is not None or self.salt is not None

    @property
    def salt(self) -> bytes | None:
        """The salt of an encrypted file, which is no secret; None of a plain one."""
        from drafter.store.database import FILE_NAME
        from drafter.store.header import salt_of

        return salt_of(self.folder / FILE_NAME)

    def unlock(self, passphrase: str) -> None:
        """Open an encrypted library; raise :class:`~drafter.errors.WrongPassphraseError` if it does not open.

        It takes some tenths of a second, for the key is slow to derive on purpose.
        """
        from drafter.store.keys import Key

        self.unlock_with(Key.derived(passphrase, self.salt))

    def unlock_with(self, key: Key) -> None:
        """Open an encrypted library with the key itself; raise as :meth:`unlock` does."""
        self.close()
        self._key = key
        try:
            _ = self._store  # it opens, or tells that this is not its key; more of it may be damaged
        except BaseException:
            self.lock()
            raise

    def opens_with(self, passphrase: str) -> bool:
        """Whether ``passphrase`` is the one in use."""
        from drafter.store.keys import Key

        return self._key is not None and Key.derived(passphrase, self._key.salt) == self._key

    def lock(self) -> None:
        """Close the library and forget its key."""
        self.close()
        self._key = None

    def set_passphrase(self, passphrase: str | None) -> None:
        """Encrypt the library under ``passphrase``, whatever it was before; None leaves it plain.

        The content is written anew, checked, and put in place in one step.  Backups that lie beside it are
        brought under the same key; one that cannot be is named in the error, and stays as it was.
        """
        from drafter.app.backups import Backups
        from drafter.store.cases import CaseStore
        from drafter.store.copies import alone, discard, put_in_place, write_under
        from drafter.store.faults import told
        from drafter.store.keys import Key

        store, before = self._store, self._key
        kept = {text.path.name: _read(text) for text in self._kept_texts()}
        key = Key.derived(passphrase) if passphrase else None
        new = store.path.with_name(store.path.name + ".new")
        with told(store.path, "it stays as it is"):
            discard(new)
        try:
            with told(store.path, "it stays as it is"), alone(store.database):
                write_under(store.database, new, key)
                if key is None:  # a plain library reads them there alone; an encrypted one takes them back in
                    self._write_beside(kept)
                put_in_place(store.database, new)
        except BaseException:
            discard(new)
            if store.database.closed:  # it opens again when it is next needed
                self._forget()
            if before is not None:  # they are inside still, and may not lie open beside
                self._write_beside(dict.fromkeys(kept))
            raise
        self._forget()
        self._key = key
        self._store = CaseStore(self.folder, key)
        if key is not None:
            for text in self._kept_texts():
                text.write(kept[text.path.name])
        with alone(self._store.database):
            Backups(self.folder).bring_under(before, key)

    def _kept_texts(self) -> list[KeptText]:
        from drafter.app import firm_profile, my_words

        return [self.kept_text(name) for name in (firm_profile.NAME, my_words.NAME)]

    def _write_beside(self, kept: dict[str, str | None]) -> None:
        from drafter.app.kept_text import KeptText

        for name, text in kept.items():
            KeptText(self.folder, name).write(text)

    def kept(self, name: str) -> str:
        """Return the text that is kept in the library under ``name``, empty where there is none."""
        return self._store.kept(name) or ""

    def keep(self, name: str, text: str) -> None:
        """Keep ``text`` in the library under ``name``; an empty text forgets it."""
        self._store.keep(name, text or None)

    def remember(self, name: str, text: str) -> None:
        """Keep where a person was last under ``name``; no backup is made for it.  :meth:`kept` returns it."""
        self._store.keep(name, text or None, quiet=True)

    @property
    def exists(self) -> bool:
        """Whether there is a database yet."""
        from drafter.store.database import FILE_NAME

        return (self.folder / FILE_NAME).exists()

    def answered(self, prefix: str) -> dict[str, int]:
        """Return in how many cases each question whose id begins with ``prefix`` is answered."""
        return self._store.answered(prefix)

    def last_saved(self) -> datetime | None:
        """Return when an answer was saved last, None where there is no case."""
        return self._store.last_saved()

    def wants_backup(self) -> bool:
        """Whether a backup is due and anything was saved since the last."""
        from drafter.app.backups import Backups

        if self.locked or self._aside or self.read_only:
            return False
        saved, backups = self.last_saved(), Backups(self.folder)
        newest = next(iter(backups.all()), None)
        return saved is not None and backups.due() and (newest is None or saved > newest.made)

    def behind(self) -> bool:
        """Whether the newest backup lacks an answer, or is so old that another is due."""
        from drafter.app.backups import Backups

        saved, backups = self.last_saved(), Backups(self.folder)
        return saved is not None and (backups.due() or saved >= backups.all()[0].made)

    def back_up_before_risk(self) -> Path | None:
        """Write a backup, unless the newest holds every answer and is young; return its file."""
        return self.back_up() if self.behind() else None

    def back_up(self) -> Path:
        """Write a checked backup of the whole library and return its file."""
        from drafter.app.backups import Backups
        from drafter.store.faults import unwritable

        if self.read_only:
            raise unwritable(self._store.path)
        return Backups(self.folder).make(self._store)

    def integrity(self) -> str:
        """Return "ok", or what the database's own check finds wrong."""
        return self._store.integrity()

    @property
    def key(self) -> Key | None:
        """The key of an unlocked library, None of a plain one."""
        return self._key

    def close(self) -> None:
        """Close the database, if it was opened."""
        if "_store" in self.__dict__:
            self._store.close()
        self._forget()

    def _forget(self) -> None:
        """Let go of a database that is closed, and of all that holds on to it."""
        self.__dict__.pop("_store", None)


def _read(text: KeptText) -> str | None:
    try:
        return text.read()
    except (OSError, UnicodeDecodeError) as fault:
        raise BadInputError(f"{text.path} cannot be read ({fault}); mend it or remove it first.") from fault
