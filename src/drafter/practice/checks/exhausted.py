"""Whether the motion may be filed yet: the request to the warden and the waiting period of the statute."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.core.dates import long_date
from drafter.core.problem import Problem
from drafter.practice.documents.exhaustion_part import clock
from drafter.practice.documents.facts import Facts

#: The last step of the administrative remedy; its answer ends the other path to court (28 C.F.R. § 542.15).
_LAST_APPEAL = "bp11"
#: The topic under which the circuits' positions on it stand.
_NEW_REQUEST = "new_request_each_motion"


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
    yield from _renewed(facts)
    counted = clock(facts)
    if counted is not None and not counted.ripe:
        yield Problem(
            "warden.received_on",
            f"The waiting period has not run on {long_date(facts.on)}; file on "
            f"{long_date(counted.earliest_filing)} or later.",
        )


def _renewed(facts: Facts) -> Iterator[Problem]:
    """A renewed motion that rests on a request from before the earlier motion was denied."""
    received, denied = facts.day("warden.received_on"), facts.day("prior.denied_on")
    if not facts.yes("prior.renewed") or received is None or denied is None or received >= denied:
        return
    position = facts.sources.position(_NEW_REQUEST)
    required = position is not None and position.holds == "required"
    holding = f" ({position.says.rstrip('.')})" if position is not None else ""
    yield Problem(
        "warden.received_on",
        f"The warden received the request on {long_date(received)}, before the earlier motion was denied on "
        f"{long_date(denied)}, and a renewed motion needs a request of its own{holding}; send a new one, or be ready "
        "to answer the objection.",
        stops_final=required,
    )


def _appealed_to_the_end(facts: Facts) -> bool:
    rows = facts.value("warden.appeals") or ()
    return any(row["level"] == _LAST_APPEAL and row["answered"] is not None for row in rows)
