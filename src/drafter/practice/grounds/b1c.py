"""U.S.S.G. § 1B1.13(b)(1)(C): long-term or specialized care that is not being provided."""

from __future__ import annotations

from drafter.core.kinds import Date, LongText, Text, YesNo
from drafter.core.question import ALWAYS, Part, Question
from drafter.core.rows import Column, ListOf
from drafter.practice.grounds.ground import Ground, letter_date, physician
from drafter.practice.grounds.labels import LABELS, TITLES
from drafter.practice.questions.wording import AS_BRIEF, AS_PHRASE

_SOURCE = "U.S.S.G. § 1B1.13(b)(1)(C)"

ASSERTED = Question(
    id="b1C.asserted",
    kind=YesNo(),
    ask="Does the motion assert that needed medical care is not being provided?",
    help="Answer yes if the condition needs long-term or specialized care that the movant does not get, "
    "and without it health is at risk of serious deterioration, or life is at risk.",
    why="It opens the ground of care not provided and the questions that prove it.",
    source=_SOURCE,
    blank="whether missing medical care is asserted",
)
_SHOWN = ASSERTED.is_(True)

CONDITION = Question(
    id="b1C.condition",
    kind=Text(),
    ask="What is the medical condition?",
    help="The physician’s own words, so that they read after “suffers from”: chronic kidney disease, stage "
    "4." + AS_PHRASE,
    why="It names what needs the care.",
    source=_SOURCE,
    blank="medical condition",
    shown_when=_SHOWN,
    needed_when=ALWAYS,
)
CARE_NEEDED = Question(
    id="b1C.care_needed",
    kind=LongText(),
    ask="What long-term or specialized care does the condition require?",
    help="What a physician has ordered or recommended, who must give it and how often, with the date of "
    "each recommendation." + AS_BRIEF,
    why="The ground requires care that is long-term or specialized.",
    source=_SOURCE,
    blank="care that is required",
    shown_when=_SHOWN,
    needed_when=ALWAYS,
)
CARE = Question(
    id="b1C.care",
    kind=ListOf(
        "treatment",
        (
            Column("treatment", "Treatment or consultation", Text(), required=True),
            Column("ordered", "Ordered on", Date()),
            Column("status", "What has happened", Text(), required=True),
            Column("delay", "Delay", Text()),
        ),
    ),
    ask="Which treatments were ordered, and what has become of each?",
    help="One row for each order in the Bureau’s record: nephrology consultation; not scheduled; 214 days "
    "as of March 1, 2026. Give the delay in words, with the day to which you counted.",
    why="A table of orders and delays proves that care is not being provided.",
    source=_SOURCE,
    blank="treatments ordered and not given",
    shown_when=_SHOWN,
    needed_when=ALWAYS,
)
NOT_PROVIDED = Question(
    id="b1C.not_provided",
    kind=LongText(),
    ask="How do the records show that the care is not being provided?",
    help="Cancelled or missed visits, refusals, substitutes, what staff wrote, and what is done instead. "
    "Say also what the Bureau does provide, because the government will." + AS_BRIEF,
    why="The ground requires care that is not being provided, not care that is imperfect.",
    source=_SOURCE,
    blank="how the care is not being provided",
    shown_when=_SHOWN,
    needed_when=ALWAYS,
)
RISK = Question(
    id="b1C.risk",
    kind=LongText(),
    ask="What will happen to the movant’s health without the care?",
    help="The risk of serious deterioration or death as a physician states it, and what has already been "
    "lost." + AS_BRIEF,
    why="The ground requires a risk of serious deterioration in health or of death.",
    source=_SOURCE,
    blank="risk without the care",
    shown_when=_SHOWN,
    needed_when=ALWAYS,
)
COMPLAINTS = Question(
    id="b1C.complaints",
    kind=LongText(),
    ask="What has the movant done to ask for the care?",
    help="Sick-call slips, e-mail to staff, administrative remedies, letters of counsel, with dates and "
    "replies." + AS_BRIEF,
    why="It answers the objection that the movant never asked.",
    source=_SOURCE,
    blank="requests for care",
    shown_when=_SHOWN,
)
PHYSICIAN = physician("b1C", patient="the movant", source=_SOURCE, shown=_SHOWN)
LETTER_DATE = letter_date("b1C", patient="the movant", source=_SOURCE, shown=_SHOWN)

PART = Part(
    TITLES["b1C"],
    (ASSERTED, CONDITION, CARE_NEEDED, CARE, NOT_PROVIDED, RISK, COMPLAINTS, PHYSICIAN, LETTER_DATE),
    "Three things must be shown: care that is long-term or specialized, that it is not being provided, and "
    "the risk.",
)
GROUND = Ground(
    id="b1C",
    label=LABELS["b1C"],
    title=TITLES["b1C"],
    asserted=ASSERTED,
    part=PART,
    tags=("medical",),
)
