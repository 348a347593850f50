"""The certificates and the list of exhibits."""

from __future__ import annotations

from dataclasses import dataclass

from drafter.core.marks import blank, printed
from drafter.practice.documents.caption import address_lines, filed_on
from drafter.practice.documents.facts import EMPTY, Cells, Facts

_METHODS = {
    "cmecf": "through the Court’s electronic filing system (CM/ECF)",
    "mail": "by mail",
    "both": "through the Court’s electronic filing system (CM/ECF) and by mail",
}
_ACCESS = {"public": "Public", "redact": "Public, redacted", "seal": "Under seal"}
#: What a public paper tells of an exhibit under seal; its title or its date could tell what the seal keeps.
SEALED_TITLE = "Document filed under seal"
#: What stands beside an exhibit that is not in hand.
TO_OBTAIN = "to be obtained"


@dataclass(frozen=True, slots=True)
class Recipient:
    """A person on whom the paper is served."""

    name: str
    office: str
    address: str


@dataclass(frozen=True, slots=True)
class Service:
    """The certificate of service; without a single address its table has no column for them."""

    on: str
    method: str
    recipients: tuple[Recipient, ...]
    has_addresses: bool
    has_prosecutor: bool
    prosecutor: str


@dataclass(frozen=True, slots=True)
class Exhibit:
    """One line of the list of exhibits."""

    letter: str
    title: str
    dated: str
    pages: str
    access: str


def service(facts: Facts) -> Service:
    """The certificate of service."""
    prosecutor = ", ".join(
        part
        for part in (
            facts.bare("case.prosecutor"),
            facts.bare("case.prosecutor_office"),
            *address_lines(facts, "case.prosecutor_address"),
        )
        if part
    )
    rows = facts.rows("service.recipients")
    return Service(
        on=facts.bare("service.on") or filed_on(facts),
        method=facts.choice_words("service.method", _METHODS),
        recipients=tuple(
            Recipient(row.text("name"), row.text("office"), row.text("address")) for row in rows
        ),
        has_addresses=any(row.has("address") for row in rows),
        has_prosecutor=bool(prosecutor),
        prosecutor=prosecutor,
    )


def wanted_apart(facts: Facts, certificate: str) -> bool:
    """Whether a rule of the district wants this certificate ("conference", "service") as a paper of its own."""
    district = facts.value("case.district")
    return bool(district and facts.law.district(district).rules_on(facts.on, f"{certificate}_apart"))


def exhibits(facts: Facts) -> tuple[Exhibit, ...]:
    """The list of exhibits, in the order in which they were entered.

    A public paper names an exhibit under seal by its label alone (cf. Fed. R. Crim. P. 49.1(d), (f)).
    """
    return tuple(_exhibit(row) for row in facts.rows("exhibits.list"))


def _exhibit(row: Cells) -> Exhibit:
    """An exhibit not in hand keeps a visible bracket: its pages cannot be cited yet."""
    access = row.value("access")
    told = row.sealed or access != "seal"
    return Exhibit(
        letter=row.text("letter"),
        title=row.text("title") if told else SEALED_TITLE,
        dated=row.text("dated") if told else EMPTY,
        pages=row.text("pages"),
        access=_filing(row, printed(row.question, _ACCESS[access]) if access else EMPTY),
    )


def _filing(row: Cells, access: str) -> str:
    if row.value("status") == "have":
        return access
    return f"{access} {printed(row.question, blank(TO_OBTAIN))}"
