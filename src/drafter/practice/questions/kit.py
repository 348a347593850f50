"""The papers that are filed with the motion or made for it: which of them, and what only they ask."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from drafter.core.kinds import Choice, YesNo
from drafter.core.question import Part, Question, Section
from drafter.core.rows import Column, ListOf
from drafter.practice.questions import (
    form,
    kit_authority,
    kit_caregiver,
    kit_certificates,
    kit_clemency,
    kit_counsel,
    kit_declarations,
    kit_plan,
    kit_reconsideration,
    kit_records,
    kit_reply,
    kit_request,
    kit_seal,
)

#: Document id → title, in the order in which a kit is put together; file names are made from the titles.
TITLES: Mapping[str, str] = MappingProxyType(
    {
        "motion": "Motion for a reduction in sentence",
        "memorandum": "Memorandum in support of the motion",
        "order": "Proposed order",
        "exhibit_list": "List of exhibits",
        "exhaustion_declaration": "Declaration on exhaustion",
        "movant_declaration": "Declaration of the movant",
        "caregiver_declaration": "Declaration of the caregiver",
        "physician_statement": "Statement of the physician",
        "release_plan": "Release plan",
        "seal": "Motion to seal",
        "appearance": "Notice of appearance",
        "appoint_counsel": "Motion for appointment of counsel",
        "conference": "Certificate of conference",
        "compliance": "Certificate of compliance",
        "service": "Certificate of service",
        "warden_request": "Request to the warden",
        "records_request": "Request for records",
        "letter_guide": "Guide for letters of support",
        "reply": "Reply",
        "supplemental_authority": "Notice of supplemental authority",
        "reconsideration": "Motion for reconsideration",
        "appeal": "Notice of appeal",
        "commutation": "Worksheet for a petition for commutation",
        "checklist": "Checklist before filing",
        "interview_sheet": "Client interview sheet",
    }
)

SEALED = Question(
    id="kit.sealed",
    kind=YesNo(),
    ask="Will part of this filing be kept under seal?",
    help="Answer yes if the home address, medical records or other private facts must reach the court whole. The papers "
    "that hold such facts are then made twice: public with the forms of Rule 49.1, and sealed with the whole facts.",
    why="The public paper must not tell what the rule protects, and the court must be able to check it.",
    source="Fed. R. Crim. P. 49.1(a), (d), (f)",
    blank="whether part of the filing is under seal",
)
SWITCHES = Question(
    id="kit.switches",
    kind=ListOf(
        "paper",
        (
            Column("document", "Paper", Choice(tuple(TITLES.items())), required=True),
            Column("use", "Use", Choice((("add", "add it"), ("leave_out", "leave it out"))), required=True),
        ),
    ),
    ask="Which papers should be added to the kit or left out of it?",
    help="The answers choose the papers by themselves; one row here for each paper where you decide otherwise.",
    why="The person who signs decides what is filed.",
    source="Practice",
    blank="papers added or left out",
)

SEPARATE_MEMORANDUM = Question(
    id="kit.separate_memorandum",
    kind=YesNo(),
    ask="Should the argument stand in a memorandum apart from the motion?",
    help="Answer yes where the local rule wants a short motion and a memorandum or brief beside it, no where it wants both "
    "in one document. Leave it open for what was found for the district, else one document.",
    why="A paper in the wrong form can be struck or sent back.",
    source="Local rules on motions and memoranda; Fed. R. Crim. P. 47(b)",
    blank="whether there is a separate memorandum",
)

SECTION = Section(
    "kit",
    "Papers of the kit",
    "What is filed with the motion, and what is made for the client, the family and the warden. The papers choose "
    "themselves from the answers; here you can decide otherwise.",
    (
        Part("Which papers", (SEALED, SEPARATE_MEMORANDUM, SWITCHES)),
        form.PART,
        kit_request.PART,
        kit_declarations.PART,
        kit_caregiver.PART,
        kit_plan.PART,
        kit_records.PART,
        kit_seal.PART,
        kit_counsel.PART,
        kit_certificates.PART,
        kit_authority.PART,
        kit_reply.PART,
        kit_reconsideration.PART,
        kit_clemency.PART,
    ),
)
