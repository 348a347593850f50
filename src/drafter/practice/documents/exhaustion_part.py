"""Exhaustion: the request, the warden's receipt, the days since, and each ground in the request's words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from drafter.core.dates import long_date
from drafter.core.marks import blank, printed
from drafter.law.exhaustion import Exhaustion as Clock
from drafter.law.exhaustion import exhaustion as run_clock
from drafter.law.exhaustion import holidays_after
from drafter.practice.documents.caption import filed_on
from drafter.practice.documents.facts import EMPTY, Cells, Facts, YesOrNo
from drafter.practice.documents.pleaded import Pleaded, short_label
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


@dataclass(frozen=True, slots=True)
class ExhaustionPart:
    """The part on exhaustion.  ``satisfied`` is said only where the dates show it."""

    days: str
    satisfied: bool
    claim_processing: bool
    mandatory: bool
    rule_cite: str
    not_bop: bool
    request: YesOrNo
    by_movant: bool
    by_counsel: bool
    by_family: bool
    by_other: bool
    by_blank: str
    sent_on: str
    method: str
    addressee: str
    sent_cite: str
    received_on: str
    receipt_proof: str
    received_cite: str
    ripe: bool
    elapsed: str
    filed_on: str
    too_early: str
    plan_included: bool
    has_transfer: bool
    transfer: str
    no_response: bool
    denied: bool
    returned: bool
    granted: bool
    response_blank: str
    responded_on: str
    response_text: tuple[str, ...]
    has_appeals: bool
    appeals: tuple[Appeal, ...]
    appeals_cite: str
    matrix: tuple[Put, ...]
    has_matrix: bool
    matrix_cite: str
    not_required: bool
    issue_cite: str
    has_unpleaded: bool
    unpleaded: str
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
        received,
        on=facts.on,
        lapse_days=days,
        holidays=holidays_after(received, days, _state(facts)),
        denied=denied,
    )


def _state(facts: Facts) -> str:
    district = facts.value("case.district")
    return facts.law.district(district).state if district else ""


def exhaustion_part(facts: Facts, grounds: Pleaded) -> ExhaustionPart:
    """The part on exhaustion."""
    counted_clock = clock(facts)
    rule = facts.sources.citable_position("exhaustion_rule")
    sender, response = facts.choice("warden.sent_by"), facts.choice("warden.response")
    sent = facts.yes_no("warden.sent")
    appeals, earlier = facts.rows("warden.appeals"), facts.rows("warden.earlier")
    matrix = _matrix(facts, grounds) if sent.yes else ()
    any_not_put = any(row.not_put for row in matrix)
    issue = facts.sources.citable_position("issue_exhaustion") if any_not_put else None
    not_required = issue is not None and issue.holds == "not_required"
    unpleaded = _unpleaded(facts, grounds)
    return ExhaustionPart(
        days=facts.sources.number("exhaustion.lapse_days"),
        satisfied=counted_clock is not None and counted_clock.ripe,
        claim_processing=rule is not None and rule.holds == "claim_processing",
        mandatory=rule is not None and rule.holds == "mandatory",
        rule_cite=facts.sources.position_cite(rule) if rule is not None else "",
        not_bop=facts.yes("warden.not_bop"),
        request=sent,
        by_movant=sender == "movant",
        by_counsel=sender == "counsel",
        by_family=sender == "family",
        by_other=sender == "other",
        by_blank="" if sender else facts.bare("warden.sent_by"),
        sent_on=facts.bare("warden.sent_on"),
        method=facts.bare("warden.method"),
        addressee=facts.bare("warden.addressee"),
        sent_cite=facts.cite(
            "warden.sent", "warden.sent_on", "warden.sent_by", "warden.method", "warden.addressee"
        ),
        received_on=facts.bare("warden.received_on"),
        receipt_proof=facts.bare("warden.receipt_proof"),
        received_cite=facts.cite("warden.received_on", "warden.receipt_proof"),
        ripe=counted_clock is not None and counted_clock.ripe,
        elapsed=counted(counted_clock.days_elapsed, "day") if counted_clock else "",
        filed_on=filed_on(facts),
        too_early=_too_early(facts, counted_clock),
        plan_included=facts.yes("warden.plan_included"),
        has_transfer=facts.has("warden.transfer"),
        transfer=facts.text("warden.transfer"),
        no_response=response == "none",
        denied=response == "denied",
        returned=response == "returned",
        granted=response == "granted",
        response_blank="" if response else facts.bare("warden.response"),
        responded_on=facts.text("warden.responded_on"),
        response_text=facts.paragraphs("warden.response_text"),
        has_appeals=bool(appeals),
        appeals=tuple(
            Appeal(*(row.text(c) for c in ("level", "filed", "answered", "outcome"))) for row in appeals
        ),
        appeals_cite=facts.cite("warden.appeals"),
        matrix=matrix,
        has_matrix=bool(matrix),
        matrix_cite=facts.cite("warden.grounds"),
        not_required=not_required,
        issue_cite=facts.sources.position_cite(issue) if issue is not None and not_required else "",
        has_unpleaded=bool(unpleaded),
        unpleaded=unpleaded,
        has_earlier=bool(earlier),
        earlier=tuple(
            Request(*(row.text(c) for c in ("sent", "received", "grounds", "outcome"))) for row in earlier
        ),
        earlier_cite=facts.cite("warden.earlier"),
        has_waiver=facts.has("warden.waiver_detail"),
        waiver=facts.text("warden.waiver_detail"),
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


def _matrix(facts: Facts, grounds: Pleaded) -> tuple[Put, ...]:
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
