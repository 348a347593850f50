"""The motion for reconsideration of a denial: what the order decided, what it overlooked, and in what time."""

from __future__ import annotations

from dataclasses import dataclass

from drafter.core.dates import long_date
from drafter.law.deadlines import PASSED, Deadline
from drafter.practice.deadlines import orders
from drafter.practice.documents.appeal import AGAINST, order_docket
from drafter.practice.documents.closing import Service
from drafter.practice.documents.document import PlainDocument
from drafter.practice.documents.facts import EMPTY, Cells, Facts, Passage
from drafter.practice.documents.head import CourtPaper, later_head, later_service
from drafter.practice.documents.relief import term_asked

#: The deadline of this motion, the position of the circuit on it, and the number that applies everywhere.
DEADLINE, POSITION, DAYS = "order.reconsideration", "reconsideration", "reconsideration.days"
_WITHIN = "within_14_days"
_ERRORS = "reconsideration.errors"


@dataclass(frozen=True, slots=True)
class Overlooked:
    """One point that the order overlooked, against its own words."""

    point: str
    order_says: str
    overlooked: str
    record: str


@dataclass(frozen=True, slots=True)
class Time:
    """The time for the motion.

    ``held`` is what this circuit has decided, with its citation; without it stand the ``days`` and the decision of
    another court.  ``due`` is empty while the day of entry is unknown; ``late`` that it has passed today.
    """

    has_held: bool
    held: str
    days: str
    has_elsewhere: bool
    elsewhere: str
    entered: str
    has_due: bool
    due: str
    late: bool
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reconsideration(CourtPaper):
    """What the motion prints; of ``denied``, ``in_part`` and ``other`` one is true."""

    denied: bool
    in_part: bool
    other: bool
    dated: str
    docket: str
    decided: tuple[str, ...]
    errors: tuple[Overlooked, ...]
    changed: Passage
    time: Time
    term: str
    hearing: bool
    service: Service


def deadline(facts: Facts) -> Deadline | None:
    """The deadline of the motion as of today; None where the ruling left nothing to reconsider."""
    return next((one for one in orders.found(facts) if one.id == DEADLINE), None)


def _applies(facts: Facts) -> bool:
    return facts.yes("reconsideration.wanted")


def _make(facts: Facts) -> Reconsideration:
    ruling = facts.choice("order.ruling")
    made = later_head(facts)
    return Reconsideration(
        **made,
        denied=ruling == "denied",
        in_part=ruling == "in_part",
        other=ruling not in AGAINST,
        dated=facts.or_blank("order.dated"),
        docket=order_docket(facts),
        decided=facts.paragraphs("reconsideration.decided") or (facts.blank("reconsideration.decided"),),
        errors=_errors(facts),
        changed=facts.passage("reconsideration.changed"),
        time=_time(facts),
        term=term_asked(facts),
        hearing=facts.yes("relief.hearing"),
        service=later_service(facts),
    )


def _errors(facts: Facts) -> tuple[Overlooked, ...]:
    rows = tuple(_overlooked(row) for row in facts.rows(_ERRORS))
    return rows or (Overlooked(facts.blank(_ERRORS), EMPTY, EMPTY, EMPTY),)


def _overlooked(row: Cells) -> Overlooked:
    return Overlooked(*(row.text(column) for column in ("point", "order_says", "overlooked", "record")))


def _time(facts: Facts) -> Time:
    held = _held(facts)
    elsewhere = "" if held else facts.sources.sentence(facts.law.value(DAYS, facts.on).authority)
    limit = deadline(facts)
    due = limit.due if limit is not None else None
    late = limit is not None and limit.state == PASSED
    why = facts.paragraphs("reconsideration.late")
    return Time(
        has_held=bool(held),
        held=held,
        days="" if held else facts.sources.number(DAYS),
        has_elsewhere=bool(elsewhere),
        elsewhere=elsewhere,
        entered=facts.or_blank("order.entered_on"),
        has_due=due is not None,
        due=long_date(due) if due is not None else "",
        late=late,
        why=(why or (facts.blank("reconsideration.late"),)) if late else (),
    )


def _held(facts: Facts) -> str:
    """What this circuit has decided of the time, with its citation; nothing where no decision can be cited."""
    position = facts.sources.citable_position(POSITION)
    if position is None or position.holds != _WITHIN:
        return ""
    return f"{position.says} {facts.sources.position_cite(position)}"


RECONSIDERATION = PlainDocument("reconsideration", _applies, _make, later=True)
