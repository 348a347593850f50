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
from drafter.core.problem import Unreadable
from drafter.errors import BadInputError, OutputError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from drafter.app.kept_text import KeptText
    from drafter.core.answers import Answers
    from drafter.core.question import Question
    from drafter.store.records import StoredAnswer

NAME = "firm.json"
#: The section without which there is no firm to keep.
_COUNSEL = "counsel."


class FirmProfile:
    """The profile of one library, for the questions that are marked ``firm``."""

    def __init__(self, kept: KeptText, questions: Callable[[], Mapping[str, Question[Any]]]) -> None:
        """Use ``kept``, which need not hold anything; ``questions`` are asked for when it does."""
        self.path = kept.path
        self._kept = kept
        self._every = questions

    @cached_property
    def _questions(self) -> dict[str, Question[Any]]:
        return {key: question for key, question in self._every().items() if question.firm}

    def answers(self) -> dict[str, StoredAnswer]:
        """Return what a new case begins with, by question id; nothing where no profile is kept.

        Raises :class:`BadInputError` for a file that cannot be read.
        """
        try:
            text = self._kept.read()
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
            self._kept.write(content)
        except OSError as fault:
            raise OutputError(
                f"The firm profile {self.path} cannot be written ({fault.strerror}); make room on the disk."
            ) from fault
        return tuple(rows)

    def forget(self) -> bool:
        """Begin new cases empty again; return whether there was a profile."""
        try:
            if self._kept.read() is None:
                return False
            self._kept.write(None)
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
