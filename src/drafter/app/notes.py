"""What is said about the sections of a case: notes, and sign-offs with what changed after them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from drafter.core.dates import long_date
from drafter.errors import BadInputError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from drafter.core.question import Question, Section
    from drafter.store.case_records import SectionNote
    from drafter.store.cases import CaseStore

_SIGN_OFF: Final = "sign-off"


@dataclass(frozen=True, slots=True)
class NoteLine:
    """A note on a section, or a sign-off of it, by whom and when.

    ``changed`` are the questions of the section whose answers changed after a sign-off; a note has none.
    """

    section: str
    title: str
    signs: bool
    who: str
    at: datetime
    text: str
    changed: tuple[Question[object], ...] = ()

    @property
    def when(self) -> str:
        """The day and the minute, where the program runs."""
        at = self.at.astimezone()
        return f"{long_date(at.date())}, {at:%H:%M}"

    @property
    def words(self) -> str:
        """The whole in words, such as “Signed off by M. Lee on November 25, 2026, 09:30”."""
        if not self.signs:
            return f"Note by {self.who} on {self.when}: {self.text}"
        said = f"Signed off by {self.who} on {self.when}{self.text and f': {self.text}'}"
        return f"{said} ({self.since})" if self.changed else said

    @property
    def since(self) -> str:
        """How much of the section changed after the sign-off; empty where nothing did."""
        number = len(self.changed)
        return (number and f"changed since: {number} answer{'s' * (number > 1)}") or ""


class CaseNotes:
    """The notes and sign-offs of one case."""

    def __init__(self, store: CaseStore, case: int, sections: Sequence[Section]) -> None:
        """Keep them in ``store``, for the ``sections`` of the interview."""
        self._store, self._case = store, case
        self._sections = {section.id: section for section in sections}

    def add(self, section: str, text: str, who: str) -> None:
        """Keep a note on ``section``; raises :class:`BadInputError` for one without text or name."""
        if not text.strip():
            raise BadInputError("The note is empty; write what is to be said about the section.")
        self._keep(section, "note", text, who)

    def sign_off(self, section: str, who: str, text: str = "") -> None:
        """Keep that ``who`` stands behind ``section`` as it is now; raises :class:`BadInputError`."""
        self._keep(section, "sign-off", text, who)

    def _keep(self, section: str, kind: Literal["note", "sign-off"], text: str, who: str) -> None:
        if section not in self._sections:
            there_are = ", ".join(self._sections)
            raise BadInputError(f"There is no section “{section}”; there are: {there_are}.")
        if not who.strip():
            raise BadInputError("A note or sign-off says who made it; give the name.")
        self._store.notes.add(self._case, section, kind, who.strip(), text.strip())

    def all(self) -> tuple[NoteLine, ...]:
        """Return every note and sign-off in the order in which they were made."""
        return tuple(self._line(one, changed) for one, changed in self._with_changes())

    def of(self, section: str) -> tuple[NoteLine, ...]:
        """Return those of one section, the latest first."""
        return tuple(reversed([line for line in self.all() if line.section == section]))

    def signed(self) -> dict[str, NoteLine]:
        """Return the latest sign-off of each section that has one, by section."""
        return {line.section: line for line in self.all() if line.signs}

    def _with_changes(self) -> list[tuple[SectionNote, Mapping[str, datetime]]]:
        notes = self._store.notes.of(self._case)
        if not any(one.kind == _SIGN_OFF for one in notes):
            return [(one, {}) for one in notes]
        changes = self._store.steps.last_changes(self._case)
        return [(one, changes) for one in notes]

    def _line(self, note: SectionNote, changes: Mapping[str, datetime]) -> NoteLine:
        section = self._sections.get(note.section)
        signs = note.kind == _SIGN_OFF
        changed = [
            question
            for question in section or ()
            if signs and question.id in changes and changes[question.id] > note.at
        ]
        title = section.title if section else note.section
        return NoteLine(note.section, title, signs, note.who, note.at, note.text, tuple(changed))
