"""The first bytes of a database: whether it is plain or encrypted is seen from them without any key."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

#: The first bytes of every plain SQLite file (https://www.sqlite.org/fileformat.html § 1.3).
PLAIN_HEADER: Final = b"SQLite format 3\0"
#: An encrypted one begins with its salt (https://www.zetetic.net/sqlcipher/design/).
SALT_BYTES: Final = 16
#: Every database is a whole number of pages, so a file of another size is none, encrypted or not.
_PAGE: Final = 512


def begins_plain(path: Path) -> bool:
    """Whether the file at ``path`` begins as a plain database does; raises :class:`OSError`."""
    with path.open("rb") as file:
        return file.read(len(PLAIN_HEADER)) == PLAIN_HEADER


def salt_of(path: Path) -> bytes | None:
    """Return the salt of the encrypted database at ``path``; None where it is plain, empty or absent."""
    if not path.exists() or path.stat().st_size % _PAGE:
        return None
    with path.open("rb") as file:
        start = file.read(SALT_BYTES)
    return None if len(start) < SALT_BYTES or start == PLAIN_HEADER else start
