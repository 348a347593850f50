"""A text that the library keeps beside its cases: a file that a person can read, or, encrypted, inside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.app.writing import put

if TYPE_CHECKING:
    from pathlib import Path

    from drafter.store.cases import CaseStore


class KeptText:
    """The text ``name`` of the library in one data folder.

    Where the library is encrypted, it is in the database and in no file; a file that is left from before,
    or was put there since, is taken in when the text is next read.
    """

    def __init__(self, folder: Path, name: str, inside: CaseStore | None = None) -> None:
        """Keep the text in the file ``name`` in ``folder``, or in the encrypted store ``inside``."""
        self.path = folder / name
        self._inside = inside

    def read(self) -> str | None:
        """Return the text, None where there is none; raises :class:`OSError` or :class:`ValueError`."""
        in_file = self.path.read_text(encoding="utf-8-sig") if self.path.exists() else None
        if self._inside is None:
            return in_file
        if in_file is not None:
            self.write(in_file)
        return self._inside.kept(self.path.name)

    def write(self, text: str | None) -> None:
        """Keep ``text``, None for none; raises :class:`OSError` and :class:`~drafter.errors.StoreError`."""
        if self._inside is not None:
            self._inside.keep(self.path.name, text)
        if self._inside is not None or text is None:
            self.path.unlink(missing_ok=True)
        else:
            put(self.path, text.encode())
