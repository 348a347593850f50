"""The evidence of a case: the map of its grounds, what must be obtained, and the papers kept with it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from drafter.app.writing import put
from drafter.errors import BadInputError, OutputError
from drafter.practice.evidence_map import MapLine, ToObtain, evidence_map, to_obtain

if TYPE_CHECKING:
    from datetime import date

    from drafter.app.drafting import DraftingRoom
    from drafter.core.answers import Answers
    from drafter.store.attachments import Attachments
    from drafter.store.case_records import Attachment

#: The largest paper that is kept with a case: what a court's filing system takes is far below.
_MOST_BYTES: Final = 200_000_000


@dataclass(frozen=True, slots=True)
class EvidenceMap:
    """The lines of the map, and what must be obtained, what is due first at the top."""

    lines: tuple[MapLine, ...]
    to_obtain: tuple[ToObtain, ...]


def evidence_of(drafting: DraftingRoom, answers: Answers, on: date, today: date) -> EvidenceMap:
    """Return the evidence map of a case under the law of ``on``.

    Raises :class:`BadInputError` for a day whose law the program does not hold.
    """
    facts = drafting.facts_in_law(answers, on, today)
    return EvidenceMap(evidence_map(facts, drafting.grounds(answers, on, today)), to_obtain(facts))


class CasePapers:
    """The papers kept with one case, inside the library itself: they go wherever the case goes."""

    def __init__(self, attachments: Attachments, case: int) -> None:
        """Keep the papers of ``case``."""
        self._attachments = attachments
        self._case = case

    def all(self) -> list[Attachment]:
        """Return the papers in the order in which they were added."""
        return self._attachments.of(self._case)

    def attach(self, file: Path, exhibit: str = "") -> int:
        """Keep a copy of ``file``, as the exhibit with this letter if one is given, and return its id.

        Raises :class:`BadInputError` for a file that cannot be read, is empty or far too large.
        """
        try:
            size = file.stat().st_size
            content = file.read_bytes() if size <= _MOST_BYTES else b""
        except OSError as fault:
            raise BadInputError(
                f"The file {file} cannot be read ({fault.strerror}); check its name."
            ) from fault
        if size > _MOST_BYTES:
            raise BadInputError(f"The file {file} has more than 200 MB; split it, and attach the parts.")
        if not content:
            raise BadInputError(f"The file {file} is empty; choose another.")
        return self._attachments.add(self._case, file.name, content, exhibit.strip())

    def save(self, attachment: int, target: Path) -> None:
        """Write a paper to the file ``target``; raise :class:`OutputError` where that cannot be."""
        content = self._attachments.content(self._case, attachment)
        try:
            put(target, content)
        except OSError as fault:
            raise OutputError(
                f"The file {target} cannot be written ({fault.strerror}); choose another place."
            ) from fault

    def call(self, attachment: int, name: str, exhibit: str) -> None:
        """Give a paper another name and the letter of the exhibit that it is, empty where it is none."""
        self._attachments.call(self._case, attachment, name.strip() or "Paper", exhibit.strip())

    def remove(self, attachment: int) -> None:
        """Keep a paper no longer."""
        self._attachments.content(self._case, attachment)
        self._attachments.remove(self._case, attachment)
