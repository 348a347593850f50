"""What 18 U.S.C. § 3582(d)(2)(A) asks of the Bureau once a person in its custody is terminally ill."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.law.deadlines import BUREAU, Deadline, Event, court_hours
from drafter.practice.deadlines.period import DUTY, Period, counted, receipt
from drafter.practice.documents.facts import Facts

_LATER = "No decision was found on whether Rule 45(a) counts it: the later day is shown."


def found(facts: Facts) -> Iterator[Deadline]:
    """Yield the duties where the motion asserts a terminal illness; none from a diagnosis before custody."""
    if not facts.yes("b1A.asserted"):
        return
    question = "b1A.diagnosed_on"
    diagnosed = Event("the illness was diagnosed", facts.day(question), question)
    custody = facts.day("custody.since")
    if diagnosed.day is None or custody is None or custody <= diagnosed.day:
        yield from counted(
            facts,
            Period(
                id="terminal.notice",
                what="The Bureau tells attorney, partner and family of the terminal illness",
                event=diagnosed,
                value="notice.terminal_hours",
                count=court_hours,
                whose=BUREAU,
                note=f"{DUTY} {_LATER}",
            ),
        )
        yield from counted(
            facts,
            Period(
                id="terminal.visit",
                what="The Bureau offers partner and family a visit in person",
                event=diagnosed,
                value="notice.terminal_visit_days",
                whose=BUREAU,
                note=f"{DUTY} {_LATER}",
            ),
        )
    yield from counted(
        facts,
        Period(
            id="terminal.process",
            what="The Bureau processes the request of a terminally ill person",
            event=receipt(facts),
            value="notice.terminal_process_days",
            whose=BUREAU,
            note=f"{DUTY} {_LATER} It does not shorten the waiting period.",
        ),
    )
