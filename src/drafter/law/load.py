"""The law as one object: its tables, and the questions that the program asks of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import cached_property
from typing import TypeVar

from drafter.law.entries import Entry, entries_of
from drafter.law.law_tables import LawTables
from drafter.law.model import (
    Authority,
    Circuit,
    District,
    Facility,
    Office,
    PolicyStatement,
    Position,
    Provision,
    Route,
    StyleRule,
    Treatment,
    Value,
    first_in_force,
)
from drafter.law.reading import NotInLawError

_T = TypeVar("_T")


class Law(LawTables):
    """The tables of the law, asked by day, circuit and district; what it cannot answer is NotInLawError."""

    def __init__(self, read: Callable[[str], str]) -> None:
        super().__init__(read)
        #: What was found by day and circuit: every ground of a paper asks for the same.
        self._treatments: dict[tuple[date, str], tuple[Treatment, ...]] = {}

    # ---- questions

    def value(self, value_id: str, on: date) -> Value:
        """The dated value in force on the day ``on``, e.g. ``value("exhaustion.lapse_days", on)``."""
        return _in_force(self._values_by_id.get(value_id, ()), f"value “{value_id}”", on)

    def policy_statement(self, on: date) -> PolicyStatement:
        """The edition of § 1B1.13 in force on the day ``on``."""
        return _in_force(self.policy_statements, "edition of § 1B1.13", on)

    def treatments(self, on: date, circuit: str) -> tuple[Treatment, ...]:
        """What is foreclosed in ``circuit`` on the day ``on``, nationwide rulings first."""
        if (on, circuit) not in self._treatments:
            _known(self.circuits, circuit, "circuit")
            found = tuple(one for one in self.all_treatments if one.applies(circuit, on))
            self._treatments[on, circuit] = found
        return self._treatments[on, circuit]

    def foreclosed(self, tag: str, on: date, circuit: str) -> Treatment | None:
        """What forecloses the ground or tag ``tag`` (e.g. "b6") there and then, or None."""
        return next((one for one in self.treatments(on, circuit) if tag in one.forecloses), None)

    def route(self, route_id: str) -> Route:
        """The way that stays open with this id."""
        return _known(self.routes, route_id, "route")

    def position(self, topic: str, circuit: str, on: date) -> Position:
        """What ``circuit`` holds on ``topic`` on the day ``on``; ``found`` is False where nothing was."""
        found = self.positions.get((topic, circuit), ())
        return _in_force(found, f"position on “{topic}” in “{circuit}”", on)

    def authority(self, authority_id: str) -> Authority:
        """The authority with this id."""
        return _known(self.authorities, authority_id, "authority")

    def provision(self, provision_id: str) -> Provision:
        """The text of a statute, regulation or rule."""
        return _known(self.provisions, provision_id, "provision")

    def district(self, district_id: str) -> District:
        """The district court with this id."""
        return _known(self.districts, district_id, "district")

    def circuit(self, circuit_id: str) -> Circuit:
        """The court of appeals with this id."""
        return _known(self.circuits, circuit_id, "circuit")

    def facility(self, facility_id: str) -> Facility:
        """The institution with this id."""
        return _known(self.facilities, facility_id, "institution")

    def us_attorneys(self, district_id: str) -> tuple[Office, ...]:
        """The offices known for a district, main office first; often none."""
        offices = [one for one in self.offices.values() if one.district == district_id]
        return tuple(sorted(offices, key=lambda one: one.is_main is not True))

    def style_rules(self, district: str, judge: str, on: date) -> tuple[StyleRule, ...]:
        """The rules on the look of a paper there and then, most general first; the first has every field."""
        return tuple(
            one
            for one in self.all_style_rules
            if one.in_force.holds(on) and one.district in {"", district} and one.judge in {"", judge}
        )

    # ---- everything at once

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """Every piece of the law that can be shown, searched, or be unverified."""
        return tuple(entries_of(self))

    def entry(self, ref: str) -> Entry:
        """The piece of law with this ref ("value:appeal.days"), or whose ref ends in ``ref``."""
        exact = [one for one in self.entries if one.ref == ref]
        found = exact or [one for one in self.entries if one.ref.partition(":")[2] == ref]
        if not found:
            raise NotInLawError(f"The law has no entry “{ref}”.")
        return found[0]

    def search(self, text: str, on: date | None = None) -> tuple[Entry, ...]:
        """The entries that contain every word of ``text``, those in force ``on`` that day if it is given."""
        words = text.casefold().split()
        return tuple(
            one
            for one in self.entries
            if (on is None or one.in_force is None or one.in_force.holds(on))
            and all(word in f"{one.ref} {one.title} {one.text}".casefold() for word in words)
        )

    def unverified(self) -> tuple[str, ...]:
        """The refs of everything a named person must confirm before a final may rest on it."""
        return tuple(one.ref for one in self.entries if not one.item.vetted)

    def overdue(self, on: date) -> tuple[str, ...]:
        """The refs of everything past review on the day ``on``: what has a day of its own by that day."""
        return tuple(one.ref for one in self.entries if on >= self.review_day(one))

    def review_day(self, entry: Entry) -> date:
        """The first day on which ``entry`` counts as past review: its own, or the edition's."""
        return entry.item.review_by or self.review_by

    def changed_between(self, a: date, b: date, circuit: str = "") -> tuple[str, ...]:
        """The refs of dated entries that begin or end after the earlier day and up to the later one.

        Empty: the law this program knows is the same on both days, so a paper of the one is not
        historical law on the other.  With ``circuit``, positions and rulings of other circuits are left
        out.  Local rules are always left out: their spans say when a copy was made, not when the rule was.
        """
        early, late = min(a, b), max(a, b)
        return tuple(
            one.ref
            for one in self.entries
            if one.in_force is not None
            and not one.ref.startswith("rule:")
            and (not circuit or not one.circuits or circuit in one.circuits)
            and any(early < day <= late for day in (one.in_force.start, one.in_force.end) if day)
        )


def _known(found: Mapping[str, _T], key: str, what: str) -> _T:
    if key not in found:
        raise NotInLawError(f"The law knows no {what} “{key}”.")
    return found[key]


_D = TypeVar("_D", Value, PolicyStatement, Position)


def _in_force(found: tuple[_D, ...], what: str, on: date) -> _D:
    if not found:
        raise NotInLawError(f"The law knows no {what}.")
    one = first_in_force(found, on)
    if one is None:
        raise NotInLawError(f"The law has no {what} in force on {on}.")
    return one
