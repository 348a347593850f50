"""The user's own words for the spelling check: a list that a person can read and mend."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from drafter.app.spelling import key, listed_lines
from drafter.errors import BadInputError, OutputError

if TYPE_CHECKING:
    from drafter.app.kept_text import KeptText

#: One word to a line; it holds nothing of any case but the words that the user put there.
NAME: Final = "my words.txt"


class MyWords:
    """The list of one library, which need not exist."""

    def __init__(self, kept: KeptText) -> None:
        """Use the list that is ``kept`` under :data:`NAME`."""
        self.path = kept.path
        self._kept = kept

    def words(self) -> dict[str, str]:
        """Return the words by the form in which they are looked up.

        Raises :class:`BadInputError` for a file that cannot be read.
        """
        try:
            return listed_lines(self._kept.read() or "")
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
            before = self._kept.read() or ""
            if before and not before.endswith("\n"):
                before += "\n"
            self._kept.write(f"{before}{bare}\n")
        except OSError as fault:
            raise OutputError(
                f"Your list of words {self.path} cannot be written ({fault.strerror}); make room on the disk."
            ) from fault
