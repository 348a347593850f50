"""Who declares what care the family member needs, and what only that person can tell."""

from __future__ import annotations

from drafter.core.kinds import LongText, Person, Text
from drafter.core.question import Part, Question
from drafter.core.rows import Column, ListOf
from drafter.practice.grounds import ANY_FAMILY
from drafter.practice.questions.wording import AS_PHRASE, AS_SPOKEN

_SOURCE = "28 U.S.C. § 1746; U.S.S.G. § 1B1.13(b)(3)"

DECLARANT = Question(
    id="caregiver.declarant",
    kind=Person(),
    ask="Who will declare what care the family member needs?",
    help="An adult who has seen it: the present caregiver, another relative, a neighbor. Given and family name.",
    why="The court believes a person who was there.",
    source=_SOURCE,
    blank="name of the person who declares",
    shown_when=ANY_FAMILY,
)
RELATION = Question(
    id="caregiver.relation",
    kind=Text(),
    ask="What is that person to the family?",
    help="So that it reads after “I am”: the movant’s aunt; a neighbor of the family since 1995." + AS_PHRASE,
    why="It shows how the person knows.",
    source=_SOURCE,
    blank="what that person is to the family",
    shown_when=ANY_FAMILY,
)
DAY = Question(
    id="caregiver.day",
    kind=ListOf(
        "hour of the day",
        (
            Column("time", "Time", Text(), required=True),
            Column("need", "What must be done", Text(), required=True),
            Column("now", "Who does it now", Text()),
        ),
    ),
    ask="What does a day of care look like, hour by hour?",
    help="One row for each: 6:30 a.m.; lift out of bed, wash, dress; nobody on weekends. Include the night.",
    why="Hours show why somebody has to be there, better than any adjective.",
    source=_SOURCE,
    blank="day of care",
    shown_when=ANY_FAMILY,
)
FINANCES = Question(
    id="caregiver.finances",
    kind=LongText(),
    ask="What does that person say about the money there is for care?",
    help="Income and benefits of the household, what care costs now, what is left. No account numbers."
    + AS_SPOKEN,
    why="It answers the objection that care could be bought.",
    source=_SOURCE,
    blank="money for care",
    shown_when=ANY_FAMILY,
)
ALTERNATIVES = Question(
    id="caregiver.alternatives",
    kind=LongText(),
    ask="What does that person say about the alternatives, and what each would do?",
    help="A paid aide, day care, a nursing facility, a foster family: what was asked, when, the answer, the cost, and "
    "what it would mean for the family member." + AS_SPOKEN,
    why="The court asks what happens if the motion is denied.",
    source=_SOURCE,
    blank="alternatives to the movant’s care",
    shown_when=ANY_FAMILY,
)

PART = Part(
    "Declaration of the caregiver",
    (DECLARANT, RELATION, DAY, FINANCES, ALTERNATIVES),
    "The needs, the present caregiver and the table of relatives print from the questions on the care.",
)
