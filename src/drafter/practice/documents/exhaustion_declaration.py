"""The declaration on exhaustion (28 U.S.C. § 1746): the request, its receipt, the answer, each with its proof."""

from __future__ import annotations

from dataclasses import dataclass

from drafter.practice.documents.document import PlainDocument
from drafter.practice.documents.exhaustion_part import (
    Appeal,
    Delivery,
    Put,
    Request,
    Response,
    appeals_of,
    delivery,
    matrix_rows,
    requests_of,
    response,
)
from drafter.practice.documents.facts import Facts
from drafter.practice.documents.head import CourtPaper, head
from drafter.practice.documents.pleaded import pleaded
from drafter.practice.documents.speaker import Speaker, as_spoken, speaker, voice
from drafter.practice.documents.words import Movant


@dataclass(frozen=True, slots=True, kw_only=True)
class ExhaustionDeclaration(CourtPaper):
    """What the declaration prints: the one who sent the request declares.

    ``sender`` is a bracket where nobody has said who that is.
    """

    speaker: Speaker
    person: Movant
    facility: str
    request_blank: str
    not_sent: bool
    sender: str
    sent: Delivery
    response: Response
    has_appeals: bool
    appeals: tuple[Appeal, ...]
    appeals_cite: str
    rows: tuple[Put, ...]
    rows_cite: str
    has_earlier: bool
    earlier: tuple[Request, ...]
    earlier_cite: str
    not_bop: bool


def _applies(facts: Facts) -> bool:
    """A request was sent."""
    return facts.yes("warden.sent")


def _make(facts: Facts) -> ExhaustionDeclaration:
    who = voice(facts)
    appeals, earlier = facts.rows("warden.appeals"), facts.rows("warden.earlier")
    return ExhaustionDeclaration(
        **head(facts),
        speaker=speaker(facts, who),
        person=as_spoken(facts, who),
        facility=facts.text("movant.facility"),
        request_blank=facts.yes_no("warden.sent").blank,
        not_sent=facts.no("warden.sent"),
        sender="I" if facts.known("warden.sent_by") else facts.bare("warden.sent_by"),
        sent=Delivery(**delivery(facts)),
        response=response(facts),
        has_appeals=bool(appeals),
        appeals=appeals_of(appeals),
        appeals_cite=facts.cite("warden.appeals"),
        rows=matrix_rows(facts, pleaded(facts)) if _applies(facts) else (),
        rows_cite=facts.cite("warden.grounds"),
        has_earlier=bool(earlier),
        earlier=requests_of(earlier),
        earlier_cite=facts.cite("warden.earlier"),
        not_bop=facts.yes("warden.not_bop"),
    )


EXHAUSTION_DECLARATION = PlainDocument("exhaustion_declaration", _applies, _make)
