"""The caption, the title, and who signs: what every paper of the case has at its top and its end."""

from __future__ import annotations

from dataclasses import dataclass

from drafter.core.dates import long_date
from drafter.core.kinds import PersonName, PostalAddress
from drafter.practice.documents.facts import Cells, Facts
from drafter.practice.documents.words import joined

#: How counsel comes to the case, as the first sentence says it.
STATUS = {
    "retained": "retained counsel",
    "pro_bono": "counsel acting without fee",
    "cja": "counsel appointed under the Criminal Justice Act",
    "federal_defender": "the Federal Public Defender",
    "pro_se": "without counsel",
}
_PRO_SE = "pro_se"


@dataclass(frozen=True, slots=True)
class Caption:
    """The lines above the title; ``running`` is the family name in the header of later pages."""

    court: tuple[str, ...]
    number: str
    movant: str
    running: str
    judge: str
    has_judge: bool
    counsel: str
    pro_se: bool


@dataclass(frozen=True, slots=True)
class Counsel:
    """Who brings the paper, for its first sentences."""

    pro_se: bool
    represented: bool
    status_known: bool
    status: str
    lead: str
    firm: str
    has_firm: bool
    has_appearance: bool
    appearance_on: str
    replaces_pro_se: bool


@dataclass(frozen=True, slots=True)
class Signature:
    """The date and the signature block; nothing signs for the signer."""

    dated: str
    place: str
    has_place: bool
    name: str
    lines: tuple[str, ...]


def is_pro_se(facts: Facts) -> bool:
    """Whether the movant files alone."""
    return facts.choice("counsel.status") == _PRO_SE


def caption(facts: Facts) -> Caption:
    """The caption of the case."""
    name: PersonName | None = facts.value("movant.name")
    in_capitals = facts.as_printed("movant.name", name.full.upper()) if name else facts.blank("movant.name")
    aliases = facts.bare("movant.aliases")
    pro_se = is_pro_se(facts)
    return Caption(
        court=_court(facts),
        number=facts.bare("case.number"),
        movant=f"{in_capitals}, a/k/a {aliases}" if aliases else in_capitals,
        running=running(facts),
        judge=facts.bare("case.judge"),
        has_judge=facts.has("case.judge"),
        counsel="" if pro_se else facts.bare("counsel.name"),
        pro_se=pro_se,
    )


def running(facts: Facts) -> str:
    """The movant as the short title of the case names one: by the family name."""
    name: PersonName | None = facts.value("movant.name")
    return facts.as_printed("movant.name", name.family) if name else facts.blank("movant.name")


def _court(facts: Facts) -> tuple[str, ...]:
    district = facts.value("case.district")
    if district is None:
        return ("UNITED STATES DISTRICT COURT", facts.blank("case.district"))
    lines = tuple(
        facts.as_printed("case.district", line) for line in facts.law.district(district).caption_lines
    )
    return (*lines, facts.bare("case.division")) if facts.has("case.division") else lines


def counsel(facts: Facts) -> Counsel:
    """Who brings the paper."""
    return Counsel(
        pro_se=is_pro_se(facts),
        represented=facts.known("counsel.status") or facts.known("counsel.name"),
        status_known=facts.known("counsel.status"),
        status=facts.choice_words("counsel.status", STATUS),
        lead=facts.bare("counsel.name"),
        firm=facts.bare("counsel.firm"),
        has_firm=facts.has("counsel.firm"),
        has_appearance=facts.has("counsel.appearance_on"),
        appearance_on=facts.text("counsel.appearance_on"),
        replaces_pro_se=facts.yes("counsel.replaces_pro_se"),
    )


def filed_on(facts: Facts) -> str:
    """The day of filing as printed."""
    words = long_date(facts.on)
    return facts.as_printed("case.filing_date", words) if facts.known("case.filing_date") else words


def signature(facts: Facts) -> Signature:
    """The signature block of counsel, or of the movant who files alone."""
    pro_se = is_pro_se(facts)
    return Signature(
        dated=filed_on(facts),
        place=facts.bare("signature.place"),
        has_place=facts.has("signature.place"),
        name=facts.bare("movant.name" if pro_se else "counsel.name"),
        lines=_movant_lines(facts) if pro_se else _counsel_lines(facts),
    )


def _movant_lines(facts: Facts) -> tuple[str, ...]:
    register = f"Register Number {facts.bare('movant.register_number')}"
    contact = (facts.bare("counsel.movant_phone"), facts.bare("counsel.movant_email"))
    lines = (
        register,
        facts.bare("movant.facility"),
        *address_lines(facts, "movant.facility_address"),
        *contact,
    )
    return (*(line for line in lines if line), "Movant, without counsel")


def _counsel_lines(facts: Facts) -> tuple[str, ...]:
    lines = (
        facts.bare("counsel.bar_number"),
        facts.bare("counsel.firm"),
        *address_lines(facts, "counsel.address"),
        facts.bare("counsel.phone"),
        facts.bare("counsel.email"),
        *_co_counsel(facts),
    )
    return (*(line for line in lines if line), f"Counsel for {facts.bare('movant.name')}")


def _co_counsel(facts: Facts) -> tuple[str, ...]:
    def line(row: Cells) -> str:
        return ", ".join(
            row.text(part) for part in ("name", "bar_number", "firm") if part == "name" or row.has(part)
        )

    rows = tuple(line(row) for row in facts.rows("counsel.co_counsel"))
    return (f"With {joined(rows)}",) if rows else ()


def address_lines(facts: Facts, question: str) -> tuple[str, ...]:
    """An office's address in two lines, a blank, or nothing.  Homes never print this way."""
    known: PostalAddress | None = facts.value(question)
    if known is None:
        return (facts.bare(question),) if facts.has(question) else ()
    town = " ".join(part for part in (f"{known.city_state}", known.postal_code) if part)
    return tuple(facts.as_printed(question, line) for line in (known.street, town) if line)
