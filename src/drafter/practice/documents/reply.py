"""The reply brief: the points of the government's response, each with its answer, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass

from drafter.practice.documents.closing import Service
from drafter.practice.documents.document import PlainDocument
from drafter.practice.documents.facts import Cells, Facts
from drafter.practice.documents.head import CourtPaper, later_head, later_service
from drafter.practice.documents.relief import term_asked

_POINTS = "reply.points"


@dataclass(frozen=True, slots=True)
class Answered:
    """One point of the response; ``record`` follows the answer in parentheses where there is one."""

    point: str
    has_place: bool
    place: str
    answer: str
    has_record: bool
    record: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply(CourtPaper):
    """The points in the order of the response, in a table or under headings of their own."""

    renewed: bool
    response: str
    as_table: bool
    points: tuple[Answered, ...]
    term: str
    service: Service


def _applies(facts: Facts) -> bool:
    return bool(facts.value(_POINTS))


def _make(facts: Facts) -> Reply:
    made = later_head(facts)
    return Reply(
        **made,
        renewed=facts.yes("prior.renewed"),
        response=_response(facts),
        as_table=facts.choice("reply.form") == "table",
        points=_points(facts),
        term=term_asked(facts),
        service=later_service(facts),
    )


def _response(facts: Facts) -> str:
    known = facts.value("reply.response")
    if known is None:
        return facts.blank("reply.response")
    return facts.as_printed("reply.response", facts.docket(known))


def _points(facts: Facts) -> tuple[Answered, ...]:
    """The points, or one bracket where a person adds the reply before there are any."""
    rows = tuple(_answered(row) for row in facts.rows(_POINTS))
    if rows:
        return rows
    return (
        Answered(facts.blank(_POINTS), has_place=False, place="", answer="", has_record=False, record=""),
    )


def _answered(row: Cells) -> Answered:
    return Answered(
        point=row.text("point"),
        has_place=row.has("place"),
        place=row.text("place"),
        answer=row.text("answer"),
        has_record=row.has("record"),
        record=row.text("record"),
    )


REPLY = PlainDocument("reply", _applies, _make, later=True)
