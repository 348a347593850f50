"""The reply brief: the points of the government's response, each with its answer, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass

from drafter.practice.documents.closing import Service
from drafter.practice.documents.document import PlainDocument
from drafter.practice.documents.facts import EMPTY, Cells, Facts
from drafter.practice.documents.head import CourtPaper, later_head, later_service
from drafter.practice.documents.relief import term_asked

_POINTS = "reply.points"


@dataclass(frozen=True, slots=True)
class Answered:
    """One point of the response with its answer: the cells of a row, or the paragraphs under a heading.

    The first paragraph begins with the place in the response, and the record follows the last one.
    """

    point: str
    place: str
    answer: str
    record: str
    paragraphs: tuple[str, ...]


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
    made, response = later_head(facts), _response(facts)
    as_table = facts.choice("reply.form") == "table"
    return Reply(
        **made,
        renewed=facts.yes("prior.renewed"),
        response=response,
        as_table=as_table,
        points=_points(facts, "" if as_table else response),
        term=term_asked(facts),
        service=later_service(facts),
    )


def _response(facts: Facts) -> str:
    known = facts.value("reply.response")
    if known is None:
        return facts.blank("reply.response")
    return facts.as_printed("reply.response", facts.docket(known))


def _points(facts: Facts, response: str) -> tuple[Answered, ...]:
    """The points, or one bracket where a person adds the reply before there are any.

    They stand under headings where the name of the ``response`` is given, else in a table.
    """
    rows = facts.rows(_POINTS)
    if not rows:
        return (Answered(facts.blank(_POINTS), EMPTY, EMPTY, EMPTY, ()),)
    return tuple(_headed(row, response) if response else _in_row(row) for row in rows)


def _in_row(row: Cells) -> Answered:
    answer = "\n".join(row.paragraphs("answer"))
    return Answered(row.text("point"), row.text("place"), answer, row.text("record"), ())


def _headed(row: Cells, response: str) -> Answered:
    told = list(row.paragraphs("answer"))
    if row.has("place"):
        told[0] = f"({response} {row.text('place')}.) {told[0]}"
    if row.has("record"):
        told[-1] = f"{told[-1]} ({row.text('record')})"
    return Answered(row.text("point"), "", "", "", tuple(told))


REPLY = PlainDocument("reply", _applies, _make, later=True)
