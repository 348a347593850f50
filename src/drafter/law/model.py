"""What a piece of law is: strict, frozen objects, each with a source and the day it was last checked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

#: The word for "every circuit" in a treatment's list of circuits.
ALL_CIRCUITS = "all"
#: The status of an authority whose citation or later history is still to be checked.
TO_CHECK = "check"
#: What a position holds where a search found no decision.
NOT_FOUND = "not_found"


@dataclass(frozen=True, slots=True)
class Span:
    """The days on which something is in force: from ``start`` up to, but not on, ``end`` (None: no end)."""

    start: date
    end: date | None = None

    def holds(self, on: date) -> bool:
        """Whether ``on`` is one of the days."""
        return self.start <= on and (self.end is None or on < self.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sourced:
    """Something that says where it comes from.

    ``verified`` is False where the point rests on one weak source or on memory: then it is shown with
    "confirm before filing", never quoted, and stops a final until a named person has confirmed it.
    ``review_by`` is the first day on which it counts as past review, None where the edition's day holds.
    """

    source: tuple[str, ...]
    checked: date
    verified: bool
    confidence: str
    note: str = ""
    review_by: date | None = None

    @property
    def vetted(self) -> bool:
        """Whether it may be printed as it stands, without a named person's word."""
        return self.verified


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated(Sourced):
    """Something sourced that is in force on some days only."""

    in_force: Span


DatedT = TypeVar("DatedT", bound=Dated)


@dataclass(frozen=True, slots=True, kw_only=True)
class Value(Dated):
    """One number of the law, e.g. the 30 days of § 3582(c)(1)(A); by ``unit`` also a phrase or a day."""

    id: str
    value: int | str | date
    unit: str
    says: str
    authority: str = ""

    @property
    def number(self) -> int:
        """The value as a number; TypeError where it is none."""
        if isinstance(self.value, int):
            return self.value
        raise TypeError(f"The value “{self.id}” is no number.")

    @property
    def day(self) -> date:
        """The value as a day; TypeError where it is none."""
        if isinstance(self.value, date):
            return self.value
        raise TypeError(f"The value “{self.id}” is no day.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """One numbered piece of a text.  ``text`` may be quoted only where ``quote_ok`` is True."""

    id: str
    label: str
    parent: str
    heading: str
    text: str
    quote_ok: bool
    verified: bool
    confidence: str
    paraphrase: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyStatement(Dated):
    """One edition of U.S.S.G. § 1B1.13.

    The nodes carry the ids of the edition of November 1, 2023 (b1A … b6, c, d, e) in every edition; an
    edition that did not know a ground has no node for it.
    """

    id: str
    cite: str
    title: str
    amendment: str
    says: str
    addresses_defendants: bool
    nodes: tuple[Node, ...]

    def node(self, node_id: str) -> Node | None:
        """The node with this id, or None where the edition does not know it."""
        return next((node for node in self.nodes if node.id == node_id), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Provision(Dated):
    """The text of a statute, regulation or rule, node by node, as of the date of the copy (``version``)."""

    id: str
    cite: str
    title: str
    version: str
    status: str
    normalisation: str
    nodes: tuple[Node, ...]

    def node(self, node_id: str) -> Node | None:
        """The node with this id, or None."""
        return next((node for node in self.nodes if node.id == node_id), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """A way that stays open for an argument that may not be a reason."""

    id: str
    name: str
    says: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Treatment(Dated):
    """A decision or statute that forecloses a ground of § 1B1.13 or a kind of argument, from a day on.

    ``signs`` are words that betray the argument in a text: they ask a person to look, and decide nothing.
    """

    id: str
    forecloses: tuple[str, ...]
    circuits: tuple[str, ...]
    says: str
    routes: tuple[str, ...]
    authority: str
    caution: str = ""
    signs: tuple[str, ...] = ()

    def applies(self, circuit: str, on: date) -> bool:
        """Whether it is law in ``circuit`` (e.g. "ca4") on the day ``on``."""
        return self.in_force.holds(on) and (ALL_CIRCUITS in self.circuits or circuit in self.circuits)


@dataclass(frozen=True, slots=True, kw_only=True)
class Position(Dated):
    """What one court of appeals holds on one topic; ``holds`` is "not_found" where a search found nothing."""

    topic: str
    circuit: str
    holds: str
    says: str
    authority: str = ""

    @property
    def found(self) -> bool:
        """Whether a decision was found."""
        return self.holds != NOT_FOUND


@dataclass(frozen=True, slots=True, kw_only=True)
class Authority(Sourced):
    """A decision, statute, regulation, rule or guideline that a paper may cite.

    ``name`` is the part in italics (empty for a statute), ``cite`` what follows it, ``short_cite`` the
    later form of a statute.  A decision whose cite is not known has an empty ``cite`` and cannot be
    printed.  ``status`` is good, abrogated_in_part, abrogated, superseded or check, the last of which
    asks for a named person's word; ``limited_from`` is the day on which a status other than good began.
    """

    id: str
    kind: str
    cite: str
    status: str
    topics: tuple[str, ...]
    name: str = ""
    short_name: str = ""
    short_cite: str = ""
    title: str = ""
    court: str = ""
    circuit: str = ""
    decided: date | None = None
    year: int | None = None
    limited_from: date | None = None
    limited_by: str = ""
    proposition: str = ""
    proposition_read: bool = True
    outcome: str = ""

    @property
    def citable(self) -> bool:
        """Whether enough of the citation is known to print it."""
        return bool(self.cite)

    @property
    def vetted(self) -> bool:
        """Whether a paper may print it as it stands.

        False where its identity or citation is not verified, where what it stands for was not read in it, and
        where its later history is still to be checked: then a named person has to confirm it in the case.
        """
        return self.verified and self.proposition_read and self.status != TO_CHECK

    def status_on(self, on: date) -> str:
        """The status on the day ``on``: before ``limited_from`` the decision was still good."""
        return "good" if self.limited_from and on < self.limited_from else self.status

    def existed(self, on: date) -> bool:
        """Whether a paper of the day ``on`` could cite it; where only the year is known, from that year."""
        if self.decided:
            return self.decided <= on
        return self.year is None or self.year <= on.year


@dataclass(frozen=True, slots=True, kw_only=True)
class Circuit(Sourced):
    """A court of appeals.  ``hears_motions`` is False for the Federal Circuit."""

    id: str
    name: str
    short_name: str
    abbreviation: str
    caption_lines: tuple[str, ...]
    states: tuple[str, ...]
    hears_motions: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Division:
    """A division of a district court and where it sits; ``basis`` is "statute" or "court_set"."""

    name: str
    held: str
    basis: str
    verified: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalRule(Dated):
    """A local rule or habit of one district; ``limit`` (with ``unit`` pages or words) where it sets one.

    ``cite`` names the rule as a paper does, empty where it is not known.
    """

    id: str
    district: str
    topic: str
    says: str
    limit: int | None = None
    unit: str = ""
    cite: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StyleRule(Dated):
    """How the papers of a court look; a field that is None changes nothing.  ``judge`` is a family name."""

    id: str
    says: str
    district: str = ""
    judge: str = ""
    font: str | None = None
    size: int | None = None
    note_size: int | None = None
    line_numbers: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class District(Sourced):
    """A district court.  ``record_cite_prefix`` is empty where nothing was found: then ask, set nothing."""

    id: str
    name: str
    caption_lines: tuple[str, ...]
    abbreviation: str
    circuit: str
    state: str
    divisions: tuple[Division, ...]
    places: tuple[str, ...]
    statute: str
    ecf_url: str
    record_cite_prefix: str
    rules: tuple[LocalRule, ...]

    def rules_on(self, on: date, topic: str = "") -> tuple[LocalRule, ...]:
        """The local rules in force on the day ``on``, all or those of one topic."""
        return tuple(r for r in self.rules if r.in_force.holds(on) and topic in {"", r.topic})

    def page_limit(self, on: date) -> LocalRule | None:
        """The rule that limits pages or words on the day ``on``, or None where none was found."""
        limits = (*self.rules_on(on, "page_limit"), *self.rules_on(on, "word_limit"))
        return next((rule for rule in limits if rule.limit is not None), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Facility(Sourced):
    """An institution of the Bureau of Prisons; ``status`` "listed" does not promise that it is open today."""

    id: str
    code: str
    type: str
    name: str
    full_name: str
    security_level: str
    gender: str
    has_camp: bool
    street_address: str
    city: str
    state: str
    zip: str
    phone: str
    region: str
    url: str
    status: str
    components: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Office(Sourced):
    """An office of a United States Attorney; old and partial data, to be confirmed before service."""

    id: str
    district: str
    office: str
    is_main: bool | None
    caption_name: str
    address_lines: tuple[str, ...]
    city: str
    state: str
    zip: str
    vintage: str


def first_in_force(entries: Iterable[DatedT], on: date) -> DatedT | None:
    """The first entry in force on the day ``on``, or None."""
    return next((entry for entry in entries if entry.in_force.holds(on)), None)
