"""The user's own words for the spelling check: a list in the data folder that a person can read and mend."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from drafter.app.spelling import key, listed_lines
from drafter.app.writing import put
from drafter.errors import BadInputError, OutputError

if TYPE_CHECKING:
    from pathlib import Path

#: One word to a line; it holds nothing of any case but the words that the user put there.
NAME: Final = "my words.txt"


class MyWords:
    """The list in one data folder, which need not exist."""

    def __init__(self, folder: Path) -> None:
        """Use the list in ``folder``."""
        self.path = folder / NAME

    def words(self) -> dict[str, str]:
        """Return the words by the form in which they are looked up.

        Raises :class:`BadInputError` for a file that cannot be read.
        """
        try:
            return listed_lines(self.path.read_text(encoding="utf-8-sig"))
        except FileNotFoundError:
            return {}
        except (OSError, UnicodeDecodeError) as fault:
            raise BadInputError(
                f"Your list of words {self.path} cannot be read ({fault}); save it as plain text in UTF-8, "
                "or remove it."
            ) from fault

    def add(self, word: str) -> None:
        """Keep ``word``, without its possessive, if it is not there yet.

        Raises :class:`BadInputError` for a file that cannot be read and :class:`OutputError` for one that
        cannot be written; the list stays as it was then.
        """
        words = self.words()
        bare = word.replace("’", "'").removesuffix("'s")
        if key(bare) in words:
            return
        try:
            before = self.path.read_text(encoding="utf-8-sig") if self.path.exists() else ""
            if before and not before.endswith("\n"):
                before += "\n"
            put(self.path, f"{before}{bare}\n".encode())
        except OSError as fault:
            raise OutputError(
                f"Your list of words {self.path} cannot be written ({fault.strerror}); make room on the disk."
            ) from fault
