"""What the surroundings do to a database, told in a sentence that says what to do about it."""

from __future__ import annotations

import errno
import os
import shutil
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from sqlcipher3 import dbapi2 as sqlite

from drafter.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# What SQLite says (https://www.sqlite.org/rescode.html), and what the user should know and do.
_FULL: Final = "The disk with {path} is full, so {lost}; free some space and go on."
_READ_ONLY: Final = "{path} may only be read, so nothing can be saved; make the file and its folder writable."
_SHUT: Final = "{path} cannot be opened; check that its folder exists and that you may write there."
_BROKEN: Final = "The disk with {path} reports an error, so {lost}; check the disk."
_SENTENCES: Final = (
    ("disk is full", _FULL),
    ("readonly", _READ_ONLY),
    ("read-only", _READ_ONLY),
    ("locked", "{path} is in use by another program, so {lost}; close the other and go on."),
    (
        "not a database",
        "{path} is not a database of drafter; choose another data folder or move this file away.",
    ),
    ("unable to open", _SHUT),
    ("malformed", "{path} is damaged; restore a backup copy from the backups folder beside it."),
    ("disk i/o", _BROKEN),
)
#: SQLite needs so many bytes beside what it writes; where they lack, it reports an error of the disk.
_ROOM: Final = 1 << 17
_LOST: Final = "the last change is not saved"


class SurroundingsError(StoreError):
    """A fault of disk, rights or locks; ``sentence`` lacks the path and what is lost by it."""

    def __init__(self, sentence: str, path: Path, lost: str) -> None:
        """Say ``sentence`` about ``path``."""
        super().__init__(sentence.format(path=path, lost=lost))
        self.sentence = sentence


def gone(path: Path) -> StoreError:
    """Return what is told of a database that was at ``path`` and is no longer."""
    return StoreError(
        f"{path} is not there any more, so nothing can be saved; bring its drive or its folder back."
    )


def unwritable(path: Path) -> StoreError:
    """Return what is told of a database that can be read where it lies, and not be written."""
    return SurroundingsError(_READ_ONLY, path, _LOST)


@contextmanager
def told(path: Path, lost: str = "") -> Iterator[None]:
    """Turn a fault of SQLite or of a file inside the block into a :class:`StoreError` that names ``path``.

    ``lost`` says what does not happen because of it, if it is not that the last change is saved; what was
    told inside the block of the disk with a file in the making is told so as well.  Only faults of the
    surroundings (disk, rights, locks, a foreign file) are told; a fault in our own SQL passes through,
    because it is a bug and not the user's business.
    """
    try:
        yield
    except SurroundingsError as fault:
        if not lost or fault.sentence not in (_FULL, _BROKEN):
            raise
        raise SurroundingsError(fault.sentence, path, lost) from fault
    except sqlite.DatabaseError as fault:
        sentence = _sentence(str(fault).lower(), path)
        if not sentence:
            raise
        raise SurroundingsError(sentence, path, lost or _LOST) from fault
    except OSError as fault:
        if fault.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
            raise SurroundingsError(_FULL, path, lost or _LOST) from fault
        if fault.errno == errno.EROFS:
            raise SurroundingsError(_READ_ONLY, path, lost or _LOST) from fault
        message = f"{path} cannot be opened ({fault.strerror}); check that its folder exists and is yours."
        raise StoreError(message) from fault


def _sentence(words: str, path: Path) -> str:
    for sign, sentence in _SENTENCES:
        if sign in words:
            if sentence == _BROKEN and _without_room(path.parent):
                return _FULL
            if sentence == _SHUT and path.exists() and not os.access(path.parent, os.W_OK):
                return _READ_ONLY
            return sentence
    return ""


def _without_room(folder: Path) -> bool:
    try:
        return shutil.disk_usage(folder).free < _ROOM
    except OSError:
        return False
