"""The law as one object: tables read once, on first use, and the questions the program asks of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from types import MappingProxyType
from typing import Protocol, TypeVar

from drafter.law import penalty, tables
from drafter.law.entries import Entry, entries_of
from drafter.law.model import (
    Authority,
    Circuit,
    District,
    Facility,
    LocalRule,
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
from drafter.law.penalty import Penalties
from drafter.law.reading import LawFileError, NotInLawError, Row, read_table


class _HasId(Protocol):
    @property
    def id(self) -> str: ...


_T = TypeVar("_T")
_WithId = TypeVar("_WithId", bound=_HasId)


@dataclass(frozen=True, slots=True)
class Edition:
    """Which law this is: looked up on ``as_of``, past review from ``review_by``, known from ``begins``."""

    as_of: date
    review_by: date
    begins: date
    authority_files: tuple[str, ...]
    text_files: tuple[str, ...]


class Law:
    """All tables of the law.  ``read`` gives the text of a file named by its path below resources/.

    Nothing is read before it is asked for.  A mistake in a file raises LawFileError, a question the law
    cannot answer NotInLawError; both messages are plain sentences.
    """

    def __init__(self, read: Callable[[str], str]) -> None:
        self._read = read
        #: What was found by day and circuit: every ground of a paper asks for the same.
        self._treatments: dict[tuple[date, str], tuple[Treatment, ...]] = {}

    def _rows(self, file: str, key: str, make: Callable[[Row], _T], *others: str) -> tuple[_T, ...]:
        return tuple(make(row) for row in read_table(self._read, file, key, *others).rows(key))

    def _by_id(self, file: str, items: tuple[_WithId, ...]) -> Mapping[str, _WithId]:
        found: dict[str, _WithId] = {}
        for item in items:
            if item.id in found:
                raise LawFileError(f"{file}: the id “{item.id}” stands there twice.")
            found[item.id] = item
        return MappingProxyType(found)

    # ---- the edition

    @cached_property
    def edition(self) -> Edition:
        """What law/edition.toml says of this law."""
        row = read_table(self._read, "law/edition.toml", "as_of", "review_by", "begins", "files")
        files = row.table("files")
        made = Edition(
            row.day("as_of"),
            row.day("review_by"),
            row.day("begins"),
            files.texts("authorities", required=True),
            files.texts("texts", required=True),
        )
        files.done()
        return made

    @property
    def as_of(self) -> date:
        """The day on which the law was looked up."""
        return self.edition.as_of

    @property
    def review_by(self) -> date:
        """The first day on which this law counts as past review."""
        return self.edition.review_by

    # ---- the tables

    @cached_property
    def values(self) -> tuple[Value, ...]:
        """Every dated number of the law."""
        return self._rows("law/values.toml", "value", tables.value)

    @cached_property
    def _values_by_id(self) -> Mapping[str, tuple[Value, ...]]:
        found: dict[str, tuple[Value, ...]] = {}
        for one in self.values:
            found[one.id] = (*found.get(one.id, ()), one)
        return found

    @cached_property
    def all_style_rules(self) -> tuple[StyleRule, ...]:
        """Every rule on the look of a paper: the house style first, then districts, then judges."""
        return self._rows("districts/house_styles.toml", "style", tables.style_rule)

    @cached_property
    def penalties(self) -> Penalties:
        """The terms of 21 U.S.C. § 841(b)(1) by drug, amount, history and day."""
        file = "law/penalties.toml"
        return Penalties(
            self._rows(file, "threshold", penalty.threshold, "term"),
            self._rows(file, "term", penalty.penalty_term, "threshold"),
        )

    @cached_property
    def policy_statements(self) -> tuple[PolicyStatement, ...]:
        """Every edition of U.S.S.G. § 1B1.13."""
        return self._rows("law/policy_statement.toml", "edition", tables.policy_statement)

    @cached_property
    def provisions(self) -> Mapping[str, Provision]:
        """The texts of statutes, regulations and rules by id."""
        files = self.edition.text_files
        every = tuple(one for file in files for one in self._rows(file, "provision", tables.provision))
        return self._by_id("texts", every)

    @cached_property
    def routes(self) -> Mapping[str, Route]:
        """The ways that stay open, by id."""
        file = "treatment/foreclosures.toml"
        return self._by_id(file, self._rows(file, "route", tables.route, "treatment"))

    @cached_property
    def all_treatments(self) -> tuple[Treatment, ...]:
        """Every treatment of every time, in the order of the file: nationwide first."""
        file = "treatment/foreclosures.toml"
        return tuple(self._by_id(file, self._rows(file, "treatment", tables.treatment, "route")).values())

    @cached_property
    def positions(self) -> Mapping[tuple[str, str], tuple[Position, ...]]:
        """The positions of the courts of appeals by topic and circuit, each in the order of time."""
        found: dict[tuple[str, str], list[Position]] = {}
        for one in self._rows("treatment/circuit_positions.toml", "position", tables.position):
            found.setdefault((one.topic, one.circuit), []).append(one)
        ordered = {key: tuple(sorted(some, key=lambda p: p.in_force.start)) for key, some in found.items()}
        return MappingProxyType(ordered)

    @cached_property
    def authorities(self) -> Mapping[str, Authority]:
        """Every authority by id."""
        files = self.edition.authority_files
        every = tuple(one for file in files for one in self._rows(file, "authority", tables.authority))
        return self._by_id("authorities", every)

    @cached_property
    def circuits(self) -> Mapping[str, Circuit]:
        """The courts of appeals by id (ca1 … ca11, cadc, cafc)."""
        return self._by_id("circuits.toml", self._rows("circuits.toml", "circuit", tables.circuit))

    @cached_property
    def local_rules(self) -> tuple[LocalRule, ...]:
        """Every local rule found."""
        return self._rows("districts/local_rules.toml", "rule", tables.local_rule)

    @cached_property
    def districts(self) -> Mapping[str, District]:
        """The 94 district courts by id (e.g. ncwd), with their local rules."""
        file = "districts/districts.toml"
        rows = read_table(self._read, file, "district").rows("district")
        return self._by_id(file, tuple(tables.district(row, self.local_rules) for row in rows))

    @cached_property
    def facilities(self) -> Mapping[str, Facility]:
        """The institutions of the Bureau of Prisons by id."""
        file = "facilities.toml"
        return self._by_id(file, self._rows(file, "facility", tables.facility))

    @cached_property
    def offices(self) -> Mapping[str, Office]:
        """The offices of the United States Attorneys by id; partial and old."""
        file = "us_attorneys.toml"
        return self._by_id(file, self._rows(file, "office", tables.office))

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
