"""Exhaustion: the request, the warden's receipt, the days since, and each ground in the request's words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TypedDict

from drafter.core.dates import long_date
from drafter.core.marks import blank, printed
from drafter.law.exhaustion import Exhaustion as Clock
from drafter.law.exhaustion import Request as Received
from drafter.law.exhaustion import exhaustion as run_clock
from drafter.law.exhaustion import holidays_after
from drafter.practice.documents.caption import filed_on
from drafter.practice.documents.facts import EMPTY, Cells, Facts, YesOrNo
from drafter.practice.documents.pleaded import STATUTE, Pleaded, short_label
from drafter.practice.documents.words import counted, joined
from drafter.practice.grounds.labels import TITLES


@dataclass(frozen=True, slots=True)
class Appeal:
    """One step of the administrative remedy."""

    level: str
    filed: str
    answered: str
    outcome: str


@dataclass(frozen=True, slots=True)
class Put:
    """A ground pleaded, against the words put to the warden."""

    ground: str
    words: str
    put: bool
    not_put: bool
    blank: str


@dataclass(frozen=True, slots=True)
class Request:
    """An earlier request to a warden."""

    sent: str
    received: str
    grounds: str
    outcome: str


class DeliveryFields(TypedDict):
    """The fields of :class:`Delivery`."""

    on: str
    method: str
    addressee: str
    cite: str
    received_on: str
    receipt_proof: str
    received_cite: str
    plan_included: bool
    has_transfer: bool
    transfer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """The request: when and how it was sent, and when the warden received it."""

    on: str
    method: str
    addressee: str
    cite: str
    received_on: str
    receipt_proof: str
    received_cite: str
    plan_included: bool
    has_transfer: bool
    transfer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent(Delivery):
    """The request, and who sent it."""

    by_movant: bool
    by_counsel: bool
    by_family: bool
    by_other: bool
    by_blank: str


@dataclass(frozen=True, slots=True)
class Wait:
    """The days from receipt to filing; ``too_early`` is a bracket where they have not run or are unknown."""

    ripe: bool
    elapsed: str
    filed_on: str
    too_early: str


@dataclass(frozen=True, slots=True)
class Response:
    """What the warden answered."""

    nothing: bool
    denied: bool
    returned: bool
    granted: bool
    blank: str
    on: str
    text: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Each ground pleaded against the request's words; ``not_required`` where the circuit asks for no match."""

    here: bool
    rows: tuple[Put, ...]
    cite: str
    not_required: bool
    issue_cite: str
    has_unpleaded: bool
    unpleaded: str


@dataclass(frozen=True, slots=True)
class ExhaustionPart:
    """The part on exhaustion.  ``wait.ripe`` is said only where the dates show it."""

    days: str
    statute_cite: str
    claim_processing: bool
    mandatory: bool
    rule_cite: str
    not_bop: bool
    request: YesOrNo
    sent: Sent
    wait: Wait
    response: Response
    has_appeals: bool
    appeals: tuple[Appeal, ...]
    appeals_cite: str
    matrix: Matrix
    has_earlier: bool
    earlier: tuple[Request, ...]
    earlier_cite: str
    has_waiver: bool
    waiver: str


def clock(facts: Facts) -> Clock | None:
    """The clock of the request; None while the receipt is unknown or the dates contradict each other."""
    received = facts.day("warden.received_on")
    if received is None or not facts.yes("warden.sent"):
        return None
    denied = facts.day("warden.responded_on") if facts.choice("warden.response") == "denied" else None
    if denied is not None and denied < received:
        return None
    days = facts.sources.value("exhaustion.lapse_days").number
    return run_clock(
        Received(received, denied, by_another=facts.choice("warden.sent_by") not in {"", "movant"}),
        on=facts.on,
        lapse_days=days,
        holidays=holidays_after(received, days, _state(facts)),
        appeal_days=facts.sources.value("remedy.bp9_days").number,
    )


def _state(facts: Facts) -> str:
    district = facts.value("case.district")
    return facts.law.district(district).state if district else ""


def exhaustion_part(facts: Facts, grounds: Pleaded) -> ExhaustionPart:
    """The part on exhaustion."""
    rule = facts.sources.citable_position("exhaustion_rule")
    request = facts.yes_no("warden.sent")
    appeals, earlier = facts.rows("warden.appeals"), facts.rows("warden.earlier")
    return ExhaustionPart(
        days=facts.sources.number("exhaustion.lapse_days"),
        statute_cite=facts.sources.sentence(STATUTE),
        claim_processing=rule is not None and rule.holds == "claim_processing",
        mandatory=rule is not None and rule.holds == "mandatory",
        rule_cite=facts.sources.position_cite(rule) if rule is not None else "",
        not_bop=facts.yes("warden.not_bop"),
        request=request,
        sent=_sent(facts),
        wait=_wait(facts),
        response=response(facts),
        has_appeals=bool(appeals),
        appeals=appeals_of(appeals),
        appeals_cite=facts.cite("warden.appeals"),
        matrix=_matrix(facts, grounds, requested=request.yes),
        has_earlier=bool(earlier),
        earlier=requests_of(earlier),
        earlier_cite=facts.cite("warden.earlier"),
        has_waiver=facts.has("warden.waiver_detail"),
        waiver=facts.text("warden.waiver_detail"),
    )


def appeals_of(rows: tuple[Cells, ...]) -> tuple[Appeal, ...]:
    """The steps of the administrative remedy."""
    return tuple(Appeal(*(row.text(c) for c in ("level", "filed", "answered", "outcome"))) for row in rows)


def requests_of(rows: tuple[Cells, ...]) -> tuple[Request, ...]:
    """Earlier requests to a warden."""
    return tuple(Request(*(row.text(c) for c in ("sent", "received", "grounds", "outcome"))) for row in rows)


def _sent(facts: Facts) -> Sent:
    sender = facts.choice("warden.sent_by")
    return Sent(
        by_movant=sender == "movant",
        by_counsel=sender == "counsel",
        by_family=sender == "family",
        by_other=sender == "other",
        by_blank="" if sender else facts.bare("warden.sent_by"),
        **delivery(facts),
    )


def delivery(facts: Facts) -> DeliveryFields:
    """When and how the request was sent, and what shows that the warden received it."""
    return DeliveryFields(
        on=facts.bare("warden.sent_on"),
        method=facts.bare("warden.method"),
        addressee=facts.bare("warden.addressee"),
        cite=facts.cite(
            "warden.sent", "warden.sent_on", "warden.sent_by", "warden.method", "warden.addressee"
        ),
        received_on=facts.bare("warden.received_on"),
        receipt_proof=facts.bare("warden.receipt_proof"),
        received_cite=facts.cite("warden.received_on", "warden.receipt_proof"),
        plan_included=facts.yes("warden.plan_included"),
        has_transfer=facts.has("warden.transfer"),
        transfer=facts.text("warden.transfer"),
    )


def _wait(facts: Facts) -> Wait:
    state = clock(facts)
    return Wait(
        ripe=state is not None and state.ripe,
        elapsed=counted(state.days_elapsed, "day") if state else "",
        filed_on=filed_on(facts),
        too_early=_too_early(facts, state),
    )


def response(facts: Facts) -> Response:
    """What the warden answered."""
    chosen = facts.choice("warden.response")
    return Response(
        nothing=chosen == "none",
        denied=chosen == "denied",
        returned=chosen == "returned",
        granted=chosen == "granted",
        blank="" if chosen else facts.bare("warden.response"),
        on=facts.text("warden.responded_on"),
        text=facts.paragraphs("warden.response_text"),
    )


def _too_early(facts: Facts, state: Clock | None) -> str:
    """The bracket that stands where the motion would be filed before the days have run, or nothing."""
    if not facts.yes("warden.sent"):
        return ""
    if state is None:
        return printed("warden.received_on", blank("days between receipt and filing"))
    if state.ripe:
        return ""
    return printed("case.filing_date", blank(f"not to be filed before {_day(state.earliest_filing)}"))


def _day(day: date) -> str:
    return long_date(day)


def _matrix(facts: Facts, grounds: Pleaded, *, requested: bool) -> Matrix:
    rows = matrix_rows(facts, grounds) if requested else ()
    issue = facts.sources.citable_position("issue_exhaustion") if any(row.not_put for row in rows) else None
    not_required = issue is not None and issue.holds == "not_required"
    unpleaded = _unpleaded(facts, grounds)
    return Matrix(
        here=bool(rows),
        rows=rows,
        cite=facts.cite("warden.grounds"),
        not_required=not_required,
        issue_cite=facts.sources.position_cite(issue) if issue is not None and not_required else "",
        has_unpleaded=bool(unpleaded),
        unpleaded=unpleaded,
    )


def matrix_rows(facts: Facts, grounds: Pleaded) -> tuple[Put, ...]:
    """Each ground pleaded, in its order, with the words of every row that put it to the warden."""
    rows = facts.rows("warden.grounds")
    if not facts.known("warden.grounds"):
        missing = facts.bare("warden.grounds")
        return tuple(
            Put(_ground(facts, one), missing, put=False, not_put=False, blank=EMPTY) for one in grounds.ids
        )
    return tuple(
        _put(facts, ground, [row for row in rows if row.value("ground") == ground]) for ground in grounds.ids
    )


def _put(facts: Facts, ground: str, rows: list[Cells]) -> Put:
    words = joined([row.text("words") for row in rows if row.has("words")])
    return Put(_ground(facts, ground), words or EMPTY, put=bool(rows), not_put=not rows, blank="")


def _ground(facts: Facts, ground: str) -> str:
    place = short_label(facts, ground)
    return f"{TITLES[ground]}, {place}" if place else TITLES[ground]


def _unpleaded(facts: Facts, grounds: Pleaded) -> str:
    """What the request put to the warden and the motion does not plead, in the request's words."""
    rows = facts.rows("warden.grounds") if facts.known("warden.grounds") else ()
    others = [row for row in rows if row.value("ground") not in grounds.ids]
    return joined([_other(row) for row in others])


def _other(row: Cells) -> str:
    ground = row.value("ground")
    title = (
        printed(row.question, f"{TITLES[ground][:1].lower()}{TITLES[ground][1:]}")
        if ground
        else row.text("ground")
    )
    return f"{title} (“{row.text('words')}”)" if row.has("words") else title
