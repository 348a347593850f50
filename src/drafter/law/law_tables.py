"""The tables of the law, each read once, on first use."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from types import MappingProxyType
from typing import Protocol, TypeVar

from drafter.law import penalty, tables
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
)
from drafter.law.penalty import Penalties
from drafter.law.reading import LawFileError, Row, read_table


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


class LawTables:
    """All tables of the law.  ``read`` gives the text of a file named by its path below resources/.

    Nothing is read before it is asked for.  A mistake in a file raises LawFileError, whose message is one
    plain sentence.
    """

    def __init__(self, read: Callable[[str], str]) -> None:
        self._read = read

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
