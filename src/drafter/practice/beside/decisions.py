"""The decisions beside a question: those good on the day, the case's own circuit first."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from drafter.law.load import Law
from drafter.law.model import Authority
from drafter.law.showing import doubt, provenance
from drafter.practice.beside.law_beside import Cited, Decision

_GOOD = "good"
_SUPREME = "scotus"
#: Where a decision stands to the case's court, in the order in which decisions are shown.
_COURTS = (
    "this circuit’s court of appeals",
    "Supreme Court",
    "this district",
    "another district of this circuit",
    "another court of appeals",
    "a district court of another circuit",
)
#: The same while the case's court is not known.
_SOME_COURTS = {4: "a court of appeals", 5: "a district court"}


def cited(authority: Authority, on: date) -> Cited:
    """``authority`` as it is cited on the day ``on``; what only limits it later is left out."""
    limited = authority.limited_from is None or authority.limited_from <= on
    return Cited(
        name=authority.name,
        cite=authority.cite,
        decided=authority.decided,
        status=authority.status_on(on),
        history=authority.limited_by if limited else "",
        provenance=provenance(f"authority:{authority.id}", authority),
    )


def decisions(
    law: Law, on: date, topics: Collection[str], *, circuit: str, district: str
) -> tuple[tuple[Decision, ...], int]:
    """Return the decisions on ``topics`` that are good on the day, and how many others are not.

    The case's own circuit comes first; within a court, what needs no confirming, then what meets more of the
    topics, then the newest.
    """
    wanted = set(topics)
    known = [
        one
        for one in law.authorities.values()
        if one.kind == "decision" and one.citable and one.existed(on) and wanted & set(one.topics)
    ]
    good = [one for one in known if one.status_on(on) == _GOOD]

    def order(one: Authority) -> tuple[int, bool, int, int]:
        place = _place(law, one, circuit, district)
        return place, bool(doubt(one)), -len(wanted & set(one.topics)), -_day(one)

    shown = tuple(
        Decision(
            cited=cited(one, on),
            proposition=one.proposition,
            court=_court(_place(law, one, circuit, district), circuit),
        )
        for one in sorted(good, key=order)
    )
    return shown, len(known) - len(good)


def _place(law: Law, one: Authority, circuit: str, district: str) -> int:
    if one.court == _SUPREME:
        return 1
    appeals = one.court in law.circuits
    if circuit and one.circuit == circuit:
        return 0 if appeals else 2 if one.court == district else 3
    return 4 if appeals else 5


def _court(place: int, circuit: str) -> str:
    return _COURTS[place] if circuit else _SOME_COURTS.get(place, _COURTS[place])


def _day(one: Authority) -> int:
    return one.decided.toordinal() if one.decided else date(one.year or 1, 1, 1).toordinal()
