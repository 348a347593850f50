"""The law beside a question and one entry of it, for a case or for the command line without one."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from drafter.errors import BadInputError
from drafter.law import NotInLawError

if TYPE_CHECKING:
    from datetime import date

    from drafter.app.drafting import DraftingRoom
    from drafter.core.answers import Answers
    from drafter.law.showing import Shown
    from drafter.practice.beside import LawBeside


def law_beside(
    room: DraftingRoom, question: str, on: date, *, district: str = "", answers: Answers | None = None
) -> LawBeside:
    """Return the law of ``on`` beside ``question``; the court is ``district`` or that of ``answers``.

    Raises :class:`BadInputError` for a question or a district that there is not, and for a day whose law
    the program does not hold.
    """
    from drafter.practice.beside import law_beside as gathered

    asked, court = room.question(question), district or _court(answers)
    with _told(room, on):
        circuit = room.law.district(court).circuit if court else ""
        return gathered(asked, room.law, on, circuit=circuit, district=court, answers=answers)


def law_entry(room: DraftingRoom, ref: str, on: date) -> Shown:
    """Return one entry of the law as it is shown on the day ``on``; raises :class:`BadInputError`."""
    from drafter.law.showing import shown

    with _told(room, on):
        return shown(room.law, ref, on)


def _court(answers: Answers | None) -> str:
    return str((answers.stored("case.district") if answers else None) or "")


@contextmanager
def _told(room: DraftingRoom, on: date) -> Iterator[None]:
    """Tell what the law does not hold as bad input, a day before its first one included."""
    room.check_day(on)
    try:
        yield
    except NotInLawError as fault:
        raise BadInputError(str(fault)) from fault
