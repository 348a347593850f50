"""The documents of the kit, in the order in which a kit is put together, and which of them a case needs."""

from __future__ import annotations

from drafter.practice.documents.appeal import APPEAL
from drafter.practice.documents.appearance import APPEARANCE
from drafter.practice.documents.appoint_counsel import APPOINT_COUNSEL
from drafter.practice.documents.caregiver_declaration import CAREGIVER_DECLARATION
from drafter.practice.documents.checklist import checklist
from drafter.practice.documents.commutation import COMMUTATION
from drafter.practice.documents.compliance import COMPLIANCE
from drafter.practice.documents.conference import CONFERENCE
from drafter.practice.documents.document import Document
from drafter.practice.documents.exhaustion_declaration import EXHAUSTION_DECLARATION
from drafter.practice.documents.exhibit_list import EXHIBIT_LIST
from drafter.practice.documents.facts import Facts
from drafter.practice.documents.interview_sheet import INTERVIEW_SHEET
from drafter.practice.documents.letter_guide import LETTER_GUIDE
from drafter.practice.documents.memorandum import MEMORANDUM
from drafter.practice.documents.motion import MOTION
from drafter.practice.documents.movant_declaration import MOVANT_DECLARATION
from drafter.practice.documents.order import ORDER
from drafter.practice.documents.physician_statement import PHYSICIAN_STATEMENT
from drafter.practice.documents.reconsideration import RECONSIDERATION
from drafter.practice.documents.records_request import RECORDS_REQUEST
from drafter.practice.documents.release_plan import RELEASE_PLAN
from drafter.practice.documents.reply import REPLY
from drafter.practice.documents.seal import SEAL_ID, seal_motion
from drafter.practice.documents.service import SERVICE
from drafter.practice.documents.supplemental_authority import SUPPLEMENTAL_AUTHORITY
from drafter.practice.documents.warden_request import WARDEN_REQUEST
from drafter.practice.questions import kit


def _twins(facts: Facts) -> tuple[str, ...]:
    """The titles of the papers of the kit that the motion to seal names as public and sealed."""
    return tuple(one.title for one in kit_of(facts) if one.twin and one.id != SEAL_ID)


def _papers(facts: Facts) -> tuple[Document, ...]:
    """The papers of the kit, as the checklist lists them."""
    return kit_of(facts)


_ALL: tuple[Document, ...] = (
    MOTION,
    MEMORANDUM,
    EXHAUSTION_DECLARATION,
    MOVANT_DECLARATION,
    CAREGIVER_DECLARATION,
    PHYSICIAN_STATEMENT,
    RELEASE_PLAN,
    APPEARANCE,
    WARDEN_REQUEST,
    RECORDS_REQUEST,
    LETTER_GUIDE,
    ORDER,
    EXHIBIT_LIST,
    seal_motion(_twins),
    APPOINT_COUNSEL,
    CONFERENCE,
    COMPLIANCE,
    SERVICE,
    SUPPLEMENTAL_AUTHORITY,
    APPEAL,
    REPLY,
    RECONSIDERATION,
    COMMUTATION,
    checklist(_papers),
    INTERVIEW_SHEET,
)

DOCUMENTS: tuple[Document, ...] = tuple(
    sorted(_ALL, key=lambda document: list(kit.TITLES).index(document.id))
)


def kit_of(facts: Facts) -> tuple[Document, ...]:
    """The documents that the case needs by its answers, with those that a person added or left out."""
    rows = facts.value(kit.SWITCHES.id) or ()
    decided = {row["document"]: row["use"] == "add" for row in rows if row["document"] and row["use"]}
    return tuple(one for one in DOCUMENTS if decided.get(one.id, one.applies(facts)))
