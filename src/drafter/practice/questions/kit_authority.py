"""What only the notice of supplemental authority asks."""

from __future__ import annotations

from drafter.core.kinds import Text
from drafter.core.question import Part, Question
from drafter.core.rows import Column, ListOf

AUTHORITIES = Question(
    id="supplemental.authorities",
    kind=ListOf(
        "authority",
        (
            Column("authority", "Citation, or id in the program’s law", Text(), required=True),
            Column("bears_on", "What it bears on", Text(), required=True),
            Column("pin", "Page of the authority", Text()),
            Column("page", "Page of the motion", Text()),
        ),
    ),
    ask="Which authorities have come out, or come to light, since the motion was filed?",
    help="One row for each. Write the citation as it should print, or the id under which “drafter law” shows it, such as "
    "muhammad_4th; say without argument what it bears on, so that it reads after “bears on”: whether the motion may be filed.",
    why="The court should have the law of the day on which it rules.",
    source="Local rules on supplemental authority; practice",
    blank="supplemental authorities",
)

PART = Part("Supplemental authority", (AUTHORITIES,))
