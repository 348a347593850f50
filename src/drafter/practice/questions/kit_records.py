"""Which records to ask the Bureau for, besides those that the file itself lacks."""

from __future__ import annotations

from drafter.core.kinds import Text
from drafter.core.question import Part, Question
from drafter.core.rows import Column, ListOf

OTHERS = Question(
    id="records.others",
    kind=ListOf(
        "record",
        (
            Column("record", "Record", Text(), required=True),
            Column("period", "Period", Text()),
        ),
    ),
    ask="Which other records should the request to the Bureau ask for?",
    help="Exhibits that are not in hand and come from the Bureau, and facts that its records hold, are listed by "
    "themselves. Add what else is needed: visiting list; 2019 to the present.",
    why="What is not asked for does not come.",
    source="5 U.S.C. § 552",
    blank="records to ask for",
)

PART = Part(
    "Request for records",
    (OTHERS,),
    "The request goes to the Bureau with a consent that the client signs under penalty of perjury; a notarized consent "
    "or the Department of Justice’s form DOJ-361 may take its place.",
)
