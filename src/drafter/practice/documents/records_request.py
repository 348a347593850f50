"""The request to the Bureau for the records that the case lacks, with the client's consent.

The Bureau's page on its records says what a consent must be: notarized, or under penalty of perjury; the
Department's form DOJ-361 may take its place and is only named here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from drafter.practice.documents.caption import address_lines, is_pro_se
from drafter.practice.documents.document import PlainDocument
from drafter.practice.documents.facts import EMPTY, Cells, Facts
from drafter.practice.documents.head import CourtPaper, head
from drafter.practice.documents.speaker import COUNSEL, MOVANT, Speaker, firm_head, letterhead, speaker
from drafter.practice.documents.words import joined

#: A record of the Bureau → the questions that it answers.
RECORDS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "Sentence Monitoring Computation Data",
        (
            "custody.since",
            "custody.jail_credit",
            "custody.gct_lost",
            "custody.full_term_date",
            "custody.projected_release",
            "custody.home_confinement_date",
            "custody.prerelease_date",
            "custody.detainer",
        ),
    ),
    (
        "First Step Act time credit assessment and PATTERN risk assessment",
        ("custody.fsa_eligible", "custody.fsa_days", "custody.pattern"),
    ),
    ("Custody classification form", ("movant.security",)),
    (
        "Inmate Discipline Data, chronological disciplinary record",
        ("conduct.incidents_any", "conduct.incidents", "conduct.clear_since"),
    ),
    (
        "Inmate Education Data transcript and certificates of programs",
        ("conduct.programs", "conduct.education", "conduct.treatment", "custody.literacy", "custody.rdap"),
    ),
    ("Work assignments and performance ratings", ("conduct.work",)),
    (
        "Medical records",
        (
            "medical.conditions",
            "medical.care_level",
            "medical.hospital",
            "medical.aids",
            "medical.medicines",
            "b1A.diagnosis",
            "b1A.diagnosed_on",
            "b1B.condition",
            "b1C.condition",
            "b1C.care",
        ),
    ),
    (
        "The request to the warden for a reduction in sentence, the record of its receipt, and every response",
        (
            "warden.sent",
            "warden.sent_on",
            "warden.received_on",
            "warden.receipt_proof",
            "warden.grounds",
            "warden.response",
            "warden.responded_on",
            "warden.response_text",
            "warden.appeals",
        ),
    ),
)
_TO_OBTAIN = frozenset({"requested", "need"})
#: Words by which the list of exhibits says that a paper comes from the Bureau.
_BUREAU = re.compile(r"\b(bureau|bop|prison|facility|warden|unit team|case manager)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Record:
    """One record to ask for, and what for."""

    record: str
    wanted_for: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordsRequest(CourtPaper):
    """What the request prints; ``born`` is empty where nobody has said, and the form has a line.

    ``email`` is the way that the Bureau opens to attorneys.
    """

    speaker: Speaker
    firm_head: tuple[str, ...]
    letterhead: tuple[str, ...]
    office: str
    email: str
    facility_address: tuple[str, ...]
    born: str
    records: tuple[Record, ...]
    nothing: str


def _applies(facts: Facts) -> bool:
    """The file lacks a record of the Bureau, or the motion asks that the Bureau produce some."""
    return bool(_records(facts)) or facts.yes("relief.records")


def _make(facts: Facts) -> RecordsRequest:
    who = MOVANT if is_pro_se(facts) else COUNSEL
    parts, records, head_lines = head(facts), _records(facts), firm_head(facts, who)
    return RecordsRequest(
        **parts,
        speaker=speaker(facts, who),
        firm_head=head_lines,
        letterhead=() if head_lines else letterhead(facts, who),
        office=facts.sources.number("foia.office"),
        email=facts.sources.number("foia.email") if who == COUNSEL else "",
        facility_address=address_lines(facts, "movant.facility_address"),
        born=facts.bare("movant.birth_date") if facts.known("movant.birth_date") else "",
        records=records,
        nothing="" if records else facts.blank("records.others"),
    )


def _records(facts: Facts) -> tuple[Record, ...]:
    return (*_exhibits(facts), *_missing(facts), *_others(facts))


def _exhibits(facts: Facts) -> tuple[Record, ...]:
    """The exhibits that are not in hand and come from the Bureau."""
    rows = facts.rows("exhibits.list") if facts.known("exhibits.list") else ()
    return tuple(
        Record(row.text("title"), f"Exhibit {row.text('letter')}") for row in rows if _from_bureau(row)
    )


def _from_bureau(row: Cells) -> bool:
    custodian = row.value("custodian") or ""
    return row.value("status") in _TO_OBTAIN and _BUREAU.search(custodian) is not None


def _missing(facts: Facts) -> tuple[Record, ...]:
    """The records of the Bureau that answer a question whose answer is missing."""
    wanted = (
        (record, [facts.question(one).blank for one in questions if facts.has(one) and not facts.known(one)])
        for record, questions in RECORDS
    )
    return tuple(Record(record, f"To show: {joined(lacking)}") for record, lacking in wanted if lacking)


def _others(facts: Facts) -> tuple[Record, ...]:
    return tuple(
        Record(row.text("record"), row.text("period", EMPTY)) for row in facts.rows("records.others")
    )


RECORDS_REQUEST = PlainDocument("records_request", _applies, _make, whole=True, letter=True)
