"""SQLite's faults, told as one plain sentence each."""

from __future__ import annotations

import errno
from contextlib import contextmanager
from typing import TYPE_CHECKING

from sqlcipher3 import dbapi2 as sqlite

from drafter.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# What SQLite says (https://www.sqlite.org/rescode.html), and what the user should know and do.
_FULL = "The disk with {path} is full, so the last change is not saved; free some space and go on."
_SENTENCES = (
    ("disk is full", _FULL),
    ("readonly", "{path} may only be read, so nothing can be saved; make the file and its folder writable."),
    ("read-only", "{path} may only be read, so nothing can be saved; make the file and its folder writable."),
    (
        "locked",
        "{path} is in use by another program, so the last change is not saved; close the other and go on.",
    ),
    (
        "not a database",
        "{path} is not a database of drafter; choose another data folder or move this file away.",
    ),
    ("unable to open", "{path} cannot be opened; check that its folder exists and that you may write there."),
    ("malformed", "{path} is damaged; restore a backup copy from the backups folder beside it."),
    ("disk i/o", "The disk with {path} reports an error, so the last change is not saved; check the disk."),
)


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn a fault of SQLite inside the block into a :class:`StoreError` that names ``path``.

    Only faults of the surroundings (disk, rights, locks, a foreign file) are told; a fault in our own SQL
    passes through, because it is a bug and not the user's business.
    """
    try:
        yield
    except sqlite.DatabaseError as fault:
        words = str(fault).lower()
        for sign, sentence in _SENTENCES:
            if sign in words:
                raise StoreError(sentence.format(path=path)) from fault
        raise
    except OSError as fault:
        if fault.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
            raise StoreError(_FULL.format(path=path)) from fault
        message = f"{path} cannot be opened ({fault.strerror}); check that its folder exists and is yours."
        raise StoreError(message) from fault
