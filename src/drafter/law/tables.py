"""From one row of a file to one object of the law; one small function per table."""

from __future__ import annotations

from datetime import date
from typing import TypedDict

from drafter.law.model import (
    Authority,
    Circuit,
    District,
    Division,
    Facility,
    LocalRule,
    Node,
    Office,
    PolicyStatement,
    Position,
    Provision,
    Route,
    Span,
    StyleRule,
    Treatment,
    Value,
)
from drafter.law.reading import Row

CONFIDENCES = frozenset({"high", "medium", "low", "unverified", "none"})
STATUSES = frozenset({"good", "abrogated_in_part", "abrogated", "superseded", "check"})
KINDS = frozenset({"decision", "statute", "regulation", "rule", "guideline"})


class SourcedFields(TypedDict):
    """The fields every sourced entry has."""

    source: tuple[str, ...]
    checked: date
    verified: bool
    confidence: str
    note: str
    review_by: date | None


class DatedFields(SourcedFields):
    """The fields every dated entry has."""

    in_force: Span


def _sourced(row: Row) -> SourcedFields:
    fields = SourcedFields(
        source=row.texts("source", required=True),
        checked=row.day("checked"),
        verified=row.flag("verified"),
        confidence=row.one_of("confidence", CONFIDENCES),
        note=row.text("note", ""),
        review_by=row.maybe_day("review_by"),
    )
    if fields["verified"] and fields["confidence"] != "high":
        row.fail("verified", "says true, but the confidence is not high")
    return fields


def dated(row: Row) -> DatedFields:
    """Read the fields that every dated entry has."""
    return DatedFields(**_sourced(row), in_force=row.span())


def _node(row: Row) -> Node:
    node = Node(
        id=row.text("id"),
        label=row.text("label", ""),
        parent=row.text("parent", ""),
        heading=row.text("heading", ""),
        text=row.text("text"),
        quote_ok=row.flag("quote_ok"),
        verified=row.flag("verified"),
        confidence=row.one_of("confidence", CONFIDENCES),
        paraphrase=row.text("paraphrase", ""),
        note=row.text("note", ""),
    )
    if node.quote_ok and not node.verified:
        row.fail("quote_ok", "says true for a text that is not verified")
    row.done()
    return node


def _value(row: Row, unit: str) -> int | str | date:
    if unit == "text":
        return row.text("value")
    if unit == "date":
        return row.day("value")
    number = row.maybe_number("value")
    if number is None:
        row.fail("value", "is missing")
    return number


def value(row: Row) -> Value:
    """A row of law/values.toml."""
    unit = row.text("unit")
    made = Value(
        id=row.text("id"),
        value=_value(row, unit),
        unit=unit,
        says=row.text("says"),
        authority=row.text("authority", ""),
        **dated(row),
    )
    row.done()
    return made


def policy_statement(row: Row) -> PolicyStatement:
    """An edition in law/policy_statement.toml."""
    made = PolicyStatement(
        id=row.text("id"),
        cite=row.text("cite"),
        title=row.text("title"),
        amendment=row.text("amendment"),
        says=row.text("says"),
        addresses_defendants=row.flag("addresses_defendants"),
        nodes=tuple(_node(node) for node in row.rows("node")),
        **dated(row),
    )
    row.done()
    return made


def provision(row: Row) -> Provision:
    """A provision in texts/*.toml."""
    made = Provision(
        id=row.text("id"),
        cite=row.text("cite"),
        title=row.text("title"),
        version=row.text("version"),
        status=row.text("status", ""),
        normalisation=row.text("normalisation", ""),
        nodes=tuple(_node(node) for node in row.rows("node")),
        **dated(row),
    )
    row.done()
    return made


def route(row: Row) -> Route:
    """A route in treatment/foreclosures.toml."""
    made = Route(id=row.text("id"), name=row.text("name"), says=row.text("says"))
    row.done()
    return made


def treatment(row: Row) -> Treatment:
    """A treatment in treatment/foreclosures.toml."""
    made = Treatment(
        id=row.text("id"),
        forecloses=row.texts("forecloses", required=True),
        circuits=row.texts("circuits", required=True),
        says=row.text("says"),
        routes=row.texts("routes", required=True),
        authority=row.text("authority"),
        caution=row.text("caution", ""),
        signs=row.texts("signs"),
        **dated(row),
    )
    row.done()
    return made


def position(row: Row) -> Position:
    """A position in treatment/circuit_positions.toml."""
    made = Position(
        topic=row.text("topic"),
        circuit=row.text("circuit"),
        holds=row.text("holds"),
        says=row.text("says"),
        authority=row.text("authority", ""),
        **dated(row),
    )
    row.done()
    return made


def authority(row: Row) -> Authority:
    """An authority in authorities/*.toml."""
    made = Authority(
        id=row.text("id"),
        kind=row.one_of("kind", KINDS),
        cite=row.text("cite", ""),
        status=row.one_of("status", STATUSES),
        topics=row.texts("topics"),
        name=row.text("name", ""),
        short_name=row.text("short_name", ""),
        short_cite=row.text("short_cite", ""),
        title=row.text("title", ""),
        court=row.text("court", ""),
        circuit=row.text("circuit", ""),
        decided=row.maybe_day("decided"),
        year=row.maybe_number("year"),
        limited_from=row.maybe_day("limited_from"),
        limited_by=row.text("limited_by", ""),
        proposition=row.text("proposition", ""),
        proposition_read=row.flag("proposition_read", default=True),
        outcome=row.text("outcome", ""),
        **_sourced(row),
    )
    row.done()
    return made


def circuit(row: Row) -> Circuit:
    """A circuit in circuits.toml."""
    made = Circuit(
        id=row.text("id"),
        name=row.text("name"),
        short_name=row.text("short_name"),
        abbreviation=row.text("abbreviation"),
        caption_lines=row.texts("caption_lines", required=True),
        states=row.texts("states"),
        hears_motions=row.flag("hears_motions"),
        **_sourced(row),
    )
    row.done()
    return made


def _division(row: Row) -> Division:
    made = Division(
        name=row.text("name"),
        held=row.text("held", ""),
        basis=row.text("basis"),
        verified=row.flag("verified"),
    )
    row.done()
    return made


def local_rule(row: Row) -> LocalRule:
    """A rule in districts/local_rules.toml."""
    made = LocalRule(
        id=row.text("id"),
        district=row.text("district"),
        topic=row.text("topic"),
        says=row.text("says"),
        limit=row.maybe_number("limit"),
        unit=row.text("unit", ""),
        cite=row.text("cite", ""),
        **dated(row),
    )
    row.done()
    return made


def district(row: Row, rules: tuple[LocalRule, ...]) -> District:
    """A district in districts/districts.toml, with those of ``rules`` that are its own."""
    district_id = row.text("id")
    made = District(
        id=district_id,
        name=row.text("name"),
        caption_lines=row.texts("caption_lines", required=True),
        abbreviation=row.text("abbreviation"),
        circuit=row.text("circuit"),
        state=row.text("state"),
        divisions=tuple(_division(one) for one in row.rows("divisions")),
        places=row.texts("places"),
        statute=row.text("statute", ""),
        ecf_url=row.text("ecf_url"),
        record_cite_prefix=row.text("record_cite_prefix", ""),
        rules=tuple(rule for rule in rules if rule.district == district_id),
        **_sourced(row),
    )
    row.done()
    return made


def facility(row: Row) -> Facility:
    """An institution in facilities.toml."""
    made = Facility(
        id=row.text("id"),
        code=row.text("code"),
        type=row.text("type"),
        name=row.text("name"),
        full_name=row.text("full_name"),
        security_level=row.text("security_level", ""),
        gender=row.text("gender", ""),
        has_camp=row.flag("has_camp", default=False),
        street_address=row.text("street_address", ""),
        city=row.text("city"),
        state=row.text("state"),
        zip=row.text("zip", ""),
        phone=row.text("phone", ""),
        region=row.text("region", ""),
        url=row.text("url", ""),
        status=row.text("status"),
        components=row.texts("components"),
        **_sourced(row),
    )
    row.done()
    return made


def office(row: Row) -> Office:
    """An office in us_attorneys.toml."""
    made = Office(
        id=row.text("id"),
        district=row.text("district"),
        office=row.text("office"),
        is_main=row.maybe_flag("is_main"),
        caption_name=row.text("caption_name"),
        address_lines=row.texts("address_lines", required=True),
        city=row.text("city"),
        state=row.text("state"),
        zip=row.text("zip"),
        vintage=row.text("vintage"),
        **_sourced(row),
    )
    row.done()
    return made


def style_rule(row: Row) -> StyleRule:
    """A row of districts/house_styles.toml; sizes are points."""
    made = StyleRule(
        id=row.text("id"),
        says=row.text("says"),
        district=row.text("district", ""),
        judge=row.text("judge", ""),
        font=row.text("font", "") or None,
        size=row.maybe_number("size"),
        note_size=row.maybe_number("note_size"),
        line_numbers=row.maybe_flag("line_numbers"),
        **dated(row),
    )
    row.done()
    return made
