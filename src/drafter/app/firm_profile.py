"""What a firm answers once for all its cases: who signs, the office, its letterhead and its font.

The profile is a file of answers in the data folder, which a person can read and mend; an encrypted library
keeps it inside the database instead.  A new case begins with a copy of it; changing the profile later changes
no case, and a case never changes the profile by itself.
"""

from __future__ import annotations

import json
from functools import cached_property
from typing import TYPE_CHECKING, Any

from drafter.app.reading import read_row, to_store
from drafter.app.writing import put
from drafter.core.problem import Unreadable
from drafter.errors import BadInputError, OutputError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from drafter.core.answers import Answers
    from drafter.core.question import Question
    from drafter.store.cases import CaseStore
    from drafter.store.records import StoredAnswer

NAME = "firm.json"
#: The section without which there is no firm to keep.
_COUNSEL = "counsel."


class FirmProfile:
    """The profile in one data folder, for the questions that are marked ``firm``."""

    def __init__(
        self,
        folder: Path,
        questions: Callable[[], Mapping[str, Question[Any]]],
        inside: CaseStore | None = None,
    ) -> None:
        """Use the file in ``folder``, which need not exist; ``questions`` are asked for when there is one.

        With ``inside`` the profile is kept in that store, which is encrypted, and in no file.
        """
        self.path = folder / NAME
        self._every = questions
        self._inside = inside

    def text(self) -> str | None:
        """Return the profile as it is kept, None where there is none; raises :class:`OSError`."""
        if self._inside is not None:
            return self._inside.kept(NAME)
        return self.path.read_text(encoding="utf-8") if self.path.exists() else None

    def keep_text(self, text: str | None) -> None:
        """Keep a profile as :meth:`text` gives it, None for none; raises :class:`OSError`."""
        if self._inside is not None:
            self._inside.keep(NAME, text)
        if self._inside is not None or text is None:
            self.path.unlink(missing_ok=True)
        else:
            put(self.path, text.encode())

    @cached_property
    def _questions(self) -> dict[str, Question[Any]]:
        return {key: question for key, question in self._every().items() if question.firm}

    def answers(self) -> dict[str, StoredAnswer]:
        """Return what a new case begins with, by question id; nothing where no profile is kept.

        Raises :class:`BadInputError` for a file that cannot be read.
        """
        try:
            text = self.text()
            rows = {} if text is None else json.loads(text)
            read = {key: to_store(read_row(self._questions[key], row)) for key, row in rows.items()}
        except KeyError as fault:
            raise self._unreadable(f"it has {fault}, which no firm profile holds") from fault
        except (OSError, ValueError, AttributeError, Unreadable) as fault:
            raise self._unreadable(str(fault).rstrip(".")) from fault
        return {key: row for key, row in read.items() if row is not None}

    def keep(self, answers: Answers) -> tuple[str, ...]:
        """Keep the firm's answers of a case, in place of what was kept, and return their questions.

        Evidence and notes stay with the case.  Raises :class:`BadInputError` where the case names no lawyer
        and office, and :class:`OutputError` where the file cannot be written.
        """
        rows = {key: stored for key in self._questions if (stored := answers.stored(key)) is not None}
        if not any(key.startswith(_COUNSEL) for key in rows):
            raise BadInputError(
                "This case says nothing of counsel yet; answer the questions on counsel first."
            )
        content = json.dumps(rows, ensure_ascii=False, indent=1) + "\n"
        try:
            self.keep_text(content)
        except OSError as fault:
            raise OutputError(
                f"The firm profile {self.path} cannot be written ({fault.strerror}); make room on the disk."
            ) from fault
        return tuple(rows)

    def forget(self) -> bool:
        """Begin new cases empty again; return whether there was a profile."""
        try:
            if self.text() is None:
                return False
            self.keep_text(None)
        except OSError as fault:
            raise OutputError(
                f"The firm profile {self.path} cannot be removed ({fault.strerror}); remove it by hand."
            ) from fault
        return True

    def _unreadable(self, why: str) -> BadInputError:
        return BadInputError(
            f"The firm profile {self.path} cannot be read ({why}); mend it, or remove it with "
            "“drafter firm forget”."
        )
