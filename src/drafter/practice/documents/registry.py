"""The documents of the kit, in the order in which a kit is put together, and which of them a case needs."""

from __future__ import annotations

from drafter.practice.documents.appearance import APPEARANCE
from drafter.practice.documents.caregiver_declaration import CAREGIVER_DECLARATION
from drafter.practice.documents.document import Document
from drafter.practice.documents.exhaustion_declaration import EXHAUSTION_DECLARATION
from drafter.practice.documents.facts import Facts
from drafter.practice.documents.interview_sheet import INTERVIEW_SHEET
from drafter.practice.documents.letter_guide import LETTER_GUIDE
from drafter.practice.documents.memorandum import MEMORANDUM
from drafter.practice.documents.motion import MOTION
from drafter.practice.documents.movant_declaration import MOVANT_DECLARATION
from drafter.practice.documents.physician_statement import PHYSICIAN_STATEMENT
from drafter.practice.documents.records_request import RECORDS_REQUEST
from drafter.practice.documents.release_plan import RELEASE_PLAN
from drafter.practice.documents.warden_request import WARDEN_REQUEST
from drafter.practice.questions import kit

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
