"""Letters that grow old: until when each is recent enough, by the program's own practice and no rule of law."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from drafter.core.dates import long_date
from drafter.law.deadlines import MOVANT, Deadline, Event
from drafter.law.model import Value
from drafter.practice.deadlines.period import waits
from drafter.practice.documents.facts import Facts
from drafter.practice.documents.words import lowered
from drafter.practice.grounds import GROUNDS

_PREFIX = "letter."
_SUPPORT = "conduct.letters"


def is_letter(one: Deadline) -> bool:
    """Whether the deadline is a letter's, which is measured on the filing date."""
    return one.id.startswith(_PREFIX)


def found(facts: Facts) -> Iterator[Deadline]:
    """Yield each physician's letter of a ground that is asserted, and each letter of support.

    None once the court has ruled: the letters have done their work.
    """
    if facts.known("order.ruling"):
        return
    days = facts.law.value("practice.letter_days", facts.on)
    for ground in GROUNDS:
        question = f"{ground.id}.letter_date"
        if question in facts.questions and facts.yes(ground.asserted.id):
            what = f"Physician’s letter ({lowered(ground.title)})"
            yield _letter(
                facts, days, ground.id, what, Event("it was written", facts.day(question), question)
            )
    for number, row in enumerate(facts.value(_SUPPORT) or (), start=1):
        what = f"Letter of {row['writer']}" if row["writer"] else f"Letter of support no. {number}"
        yield _letter(facts, days, f"support.{number}", what, Event("it was written", row["date"], _SUPPORT))


def _letter(facts: Facts, days: Value, id_: str, what: str, written: Event) -> Deadline:
    day = written.day
    return Deadline(
        id=f"{_PREFIX}{id_}",
        what=f"{what}: {days.number} days old",
        event=written,
        due=day + timedelta(days=days.number) if day else None,
        on=facts.on,
        rule="; ".join(days.source),
        working=(
            f"Written on {long_date(day)}: {(facts.on - day).days} days old on the filing date, "
            f"{long_date(facts.on)}."
            if day
            else waits(written),
        ),
        verified=days.verified,
        note="Told as of the filing date: where that is later, ask for a newer letter.",
        whose=MOVANT,
    )
