"""What only the reply brief asks, once the government has responded."""

from __future__ import annotations

from drafter.core.kinds import Choice, LongText, Text
from drafter.core.question import ALWAYS, Part, Question
from drafter.core.rows import Column, ListOf

_SOURCE = "Local rules on replies; practice"

POINTS = Question(
    id="reply.points",
    kind=ListOf(
        "point",
        (
            Column("point", "Point of the response", Text(), required=True),
            Column("place", "Where in the response", Text()),
            Column("answer", "Answer", LongText(), required=True),
            Column("record", "Record", Text()),
        ),
    ),
    ask="Which points does the government’s response raise, and what answers each?",
    help="Leave it open until there is a response. One row for each point, in its order and stated fairly; where it stands "
    "there: at 7–9; the answer, of one paragraph or more; and the place in the record that bears it: Ex. E at 14. What the "
    "response does not raise does not belong in a reply.",
    why="A point that nobody answers is a point the court may take as conceded.",
    source=_SOURCE,
    blank="points of the response and their answers",
)
RESPONSE = Question(
    id="reply.response",
    kind=Text(),
    ask="What is the docket number of the government’s response?",
    help="The number of its entry on the docket sheet: 101. It prints with the court’s own prefix.",
    why="The reply names the paper that it answers.",
    source=_SOURCE,
    blank="docket number of the response",
    shown_when=POINTS.answered,
    needed_when=ALWAYS,
)
FORM = Question(
    id="reply.form",
    kind=Choice((("paragraphs", "a heading and a paragraph for each point"), ("table", "a table"))),
    ask="How should the reply set out the points?",
    help="A table serves many short points. Leave it open for headings and paragraphs.",
    why="The judge should find the answer to a point at once.",
    source=_SOURCE,
    blank="form of the reply",
    shown_when=POINTS.answered,
)

PART = Part("Reply", (POINTS, RESPONSE, FORM), "Only after the government has responded.")
