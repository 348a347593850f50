"""The documents of the kit, in the order in which a kit is put together, and which of them a case needs."""

from __future__ import annotations

from drafter.practice.documents.appearance import APPEARANCE
from drafter.practice.documents.document import Document
from drafter.practice.documents.facts import Facts
from drafter.practice.documents.interview_sheet import INTERVIEW_SHEET
from drafter.practice.documents.motion import MOTION
from drafter.practice.questions import kit

_ALL: tuple[Document, ...] = (MOTION, APPEARANCE, INTERVIEW_SHEET)

DOCUMENTS: tuple[Document, ...] = tuple(
    sorted(_ALL, key=lambda document: list(kit.TITLES).index(document.id))
)


def kit_of(facts: Facts) -> tuple[Document, ...]:
    """The documents that the case needs by its answers, with those that a person added or left out."""
    rows = facts.value(kit.SWITCHES.id) or ()
    decided = {row["document"]: row["use"] == "add" for row in rows if row["document"] and row["use"]}
    return tuple(one for one in DOCUMENTS if decided.get(one.id, one.applies(facts)))
