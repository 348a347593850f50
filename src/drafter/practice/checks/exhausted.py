"""Whether the motion may be filed yet: the request to the warden and the waiting period of the statute."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.core.dates import long_date
from drafter.core.problem import Problem
from drafter.practice.documents.exhaustion_part import clock
from drafter.practice.documents.facts import Facts

#: The last step of the administrative remedy; its answer ends the other path to court (28 C.F.R. § 542.15).
_LAST_APPEAL = "bp11"


def exhausted(facts: Facts) -> Iterator[Problem]:
    """Problems with exhaustion under 18 U.S.C. § 3582(c)(1)(A) on the filing date.

    A waiver by the government, or a central-office answer to the last appeal, answers both.
    """
    if facts.yes("warden.waived") or _appealed_to_the_end(facts):
        return
    if facts.no("warden.sent"):
        yield Problem(
            "warden.sent",
            "No request was sent to the warden, and a motion without one is denied when the government objects; "
            "send the request and wait, or record the government’s waiver.",
        )
    counted = clock(facts)
    if counted is not None and not counted.ripe:
        yield Problem(
            "warden.received_on",
            f"The waiting period has not run on {long_date(facts.on)}; file on "
            f"{long_date(counted.earliest_filing)} or later.",
        )


def _appealed_to_the_end(facts: Facts) -> bool:
    rows = facts.value("warden.appeals") or ()
    return any(row["level"] == _LAST_APPEAL and row["answered"] is not None for row in rows)
