"""After an order: the time to appeal and to ask for reconsideration, from its entry on the docket.

There are two orders: the one on this motion, and on a renewed motion the one that denied the earlier.
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.core.marks import plain
from drafter.law.citation import full
from drafter.law.deadlines import GOVERNMENT, MOVANT, Deadline, Event
from drafter.practice.deadlines.period import RULE_26, Period, counted, number
from drafter.practice.documents.caption import is_pro_se
from drafter.practice.documents.facts import Facts

_NO_TOLLING = "Whether it restarts the time to appeal may differ by circuit: never rely on tolling."
_MAILED = (
    "A notice that a confined movant puts into the institution’s mail system on or before that day is in "
    "time, with a declaration under 28 U.S.C. § 1746 (Fed. R. App. P. 4(c)(1))."
)
_CROSS = (
    "From the movant’s own notice of appeal, where that is filed later. When the government appeals, the "
    "movant’s days begin again with its notice."
)


def found(facts: Facts) -> Iterator[Deadline]:
    """Yield what runs from the order on this motion, and from the earlier one."""
    ruling = facts.choice("order.ruling")
    question = "order.entered_on" if ruling else "order.ruling"
    entered = Event("the order on this motion was entered", facts.day("order.entered_on"), question)
    if ruling != "granted":
        yield from _appeal(facts, "order", "Notice of appeal", entered)
        yield from _reconsideration(facts, "order", "Motion to reconsider", entered)
    if ruling != "denied":
        yield from _government(facts, entered)
    if facts.yes("prior.renewed"):
        question = "prior.entered_on"
        earlier = Event("the order on the earlier motion was entered", facts.day(question), question)
        if not facts.yes("prior.pending_appeal"):
            yield from _appeal(facts, "prior", "Notice of appeal, earlier motion", earlier)
        yield from _reconsideration(facts, "prior", "Motion to reconsider, earlier motion", earlier)


def _appeal(facts: Facts, order: str, what: str, entered: Event) -> Iterator[Deadline]:
    more = number(facts, "appeal.extension_days", entered)
    extension = (
        f"For excusable neglect or good cause the district court may give up to {more.number} days more "
        f"({more.source[0]}); do not count on it."
        if more
        else ""
    )
    yield from counted(
        facts,
        Period(
            id=f"{order}.appeal",
            what=what,
            event=entered,
            value="appeal.days",
            counted_by=RULE_26,
            whose=MOVANT,
            note=f"{extension} {_MAILED}" if is_pro_se(facts) else extension,
        ),
    )


def _government(facts: Facts, entered: Event) -> Iterator[Deadline]:
    yield from counted(
        facts,
        Period(
            id="order.government_appeal",
            what="The government’s notice of appeal",
            event=entered,
            value="appeal.government_days",
            counted_by=RULE_26,
            whose=GOVERNMENT,
            note=_CROSS,
        ),
    )


def _reconsideration(facts: Facts, order: str, what: str, entered: Event) -> Iterator[Deadline]:
    """The same days in every circuit; where the circuit has said so, by its authority."""
    value = "reconsideration.days"
    if number(facts, value, entered) is None:
        return
    rule, verified, held = _held(facts, entered)
    yield from counted(
        facts,
        Period(
            id=f"{order}.reconsideration",
            what=what,
            event=entered,
            value=value,
            whose=MOVANT,
            rule=rule,
            verified=verified,
            note=f"{_NO_TOLLING} {held}",
        ),
    )


def _held(facts: Facts, entered: Event) -> tuple[str, bool | None, str]:
    """What the circuit holds: its authority and whether both are verified, if there is one, and a sentence."""
    circuit = facts.sources.circuit
    if not circuit:
        return "", None, "The court is not known, so what its circuit holds is not looked up."
    position = facts.law.position("reconsideration", circuit, entered.day or facts.on)
    says = f"{facts.law.circuit(circuit).short_name}: {position.says}"
    if not position.found or not position.authority:
        return "", None, says
    authority = facts.law.authority(position.authority)
    return plain(full(authority)), position.verified and authority.verified, says
