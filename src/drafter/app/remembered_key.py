"""The key of a library in the system's keyring, where a person wants it remembered on this computer.

Nothing else of the program knows the library ``keyring``, and nothing loads it before it is needed.  What is
kept there is the derived key, not the passphrase, under the salt of the file: it opens this library and its
backups alone, and names nobody.
"""

from __future__ import annotations

import re
import threading
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Final, Generic, TypeVar

from drafter.errors import RememberingError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from keyring.backend import KeyringBackend

    from drafter.app.library_file import LibraryFile
    from drafter.store.keys import Key

T = TypeVar("T")
#: The name of every entry in the keyring; its account is the salt of the file in hexadecimal digits.
SERVICE: Final = "drafter"
#: The file in the data folder that holds the salt under which a key may be kept, and nothing secret.
MARK: Final = "drafter.remembered"
_SALT: Final = re.compile(r"[0-9a-f]{32}")
_RAW: Final = re.compile(r"[0-9a-f]{64}")
#: Seconds to wait for a keyring that must be unlocked by its owner first.
_PATIENCE: Final = 60.0
_TURN: Final = threading.Lock()


def offered() -> bool:
    """Whether this system has a keyring that can be used."""
    try:
        _backend()
    except Exception:  # noqa: BLE001 - as in _keyring
        return False
    return True


class RememberedKey:
    """The key of ``library`` in the keyring.

    Every method may take as long as its owner takes to unlock the keyring, so :class:`Asked` calls it.
    """

    def __init__(self, library: LibraryFile) -> None:
        """Ask the keyring for nothing yet."""
        self._library = library
        self._mark = library.folder / MARK

    @property
    def held(self) -> bool:
        """Whether a key was put into the keyring from this library; the keyring itself is not asked."""
        return self._marked() is not None

    def _marked(self) -> str | None:
        try:
            found = self._mark.read_text(encoding="ascii").strip()
        except (OSError, UnicodeDecodeError):
            return None
        return found if _SALT.fullmatch(found) else None

    def keep(self, key: Key) -> None:
        """Put ``key`` into the keyring; raise :class:`~drafter.errors.RememberingError` where it refuses."""
        salt = key.salt.hex()
        try:
            with _keyring("did not keep the key", "the passphrase is asked for at the next start") as ring:
                self._mark.write_text(salt + "\n", encoding="ascii")  # first: no key is kept unknown to us
                ring.set_password(SERVICE, salt, key.raw.hex())
        except RememberingError:
            self._mark.unlink(missing_ok=True)
            raise

    def recalled(self) -> Key | None:
        """Return the key of the library from the keyring, None where it holds none.

        What it holds for a passphrase that has been changed elsewhere, or in another form, is forgotten.
        """
        from drafter.store.keys import Key

        salt, marked = self._library.salt, self._marked()
        if salt is None or marked is None:
            return None
        found = None
        if salt.hex() == marked:
            with _keyring("did not give the key", "type the passphrase") as ring:
                found = ring.get_password(SERVICE, marked)
        if found is None or not _RAW.fullmatch(found):
            self.forget()
            return None
        return Key(bytes.fromhex(found), salt)

    def forget(self) -> None:
        """Take the key out of the keyring, if it is there."""
        marked = self._marked()
        if marked is None:
            return
        with _keyring("did not forget the key", f"remove its entry “{SERVICE}” there by hand") as ring:
            if ring.get_password(SERVICE, marked) is not None:
                ring.delete_password(SERVICE, marked)
            self._mark.unlink(missing_ok=True)

    def follow(self, key: Key | None) -> None:
        """Keep ``key`` instead of the former one, if that was kept; None where the library is plain now."""
        marked = self._marked()
        if marked is None or (key is not None and key.salt.hex() == marked):
            return
        self.forget()
        if key is not None:
            self.keep(key)


class Asked(Generic[T]):
    """A question to the keyring, in a thread of its own: a person may have to unlock the keyring first."""

    def __init__(self, do: Callable[[], T]) -> None:
        """Ask at once; one question is answered after the other."""
        self._over = threading.Event()
        self._results: list[T] = []
        self._faults: list[BaseException] = []
        threading.Thread(target=partial(self._run, do), name="drafter-keyring", daemon=True).start()

    def _run(self, do: Callable[[], T]) -> None:
        try:
            with _TURN:
                self._results.append(do())
        except BaseException as fault:  # noqa: BLE001 - raised again in the thread that asked
            self._faults.append(fault)
        self._over.set()

    @property
    def answered(self) -> bool:
        """Whether :meth:`result` returns at once."""
        return self._over.is_set()

    def result(self) -> T:
        """Return the answer, or raise what was raised.

        A keyring without an answer after a minute raises :class:`~drafter.errors.RememberingError`.
        """
        if not self._over.wait(_PATIENCE):
            raise RememberingError("The system’s keyring does not answer; unlock it and try again.")
        if self._faults:
            raise self._faults[0]
        return self._results[0]


@contextmanager
def _keyring(failed: str, instead: str) -> Iterator[KeyringBackend]:
    """The system's keyring; whatever goes wrong with it is told in one sentence."""
    try:
        yield _backend()
    except Exception as fault:  # each system's keyring raises errors of its own, a plug-in what it likes
        reason = " ".join(str(fault).split()).rstrip(".") or type(fault).__name__
        raise RememberingError(f"The system’s keyring {failed} ({reason}); {instead}.") from fault


def _backend() -> KeyringBackend:
    """Return the system's own keyring, or the one that its owner has set for the library ``keyring``."""
    from keyring import core

    core.init_backend(limit=_trusted)
    ring = core.get_keyring()
    if not _trusted(ring):
        raise RuntimeError("there is none")
    if hasattr(ring, "persist"):  # on Windows, an entry would follow its owner to other computers
        ring.persist = "local machine"
    return ring


def _trusted(ring: KeyringBackend) -> bool:
    """Whether it is a real keyring: less than 1 is given to those that store nothing, or in plain text."""
    return ring.priority >= 1
