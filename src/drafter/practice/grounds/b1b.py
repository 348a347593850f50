"""U.S.S.G. § 1B1.13(b)(1)(B): a serious condition that substantially diminishes self-care."""

from __future__ import annotations

from drafter.core.kinds import Choice, LongText, Text, YesNo
from drafter.core.question import ALWAYS, Part, Question
from drafter.core.rows import Column, ListOf
from drafter.practice.grounds.ground import Ground, letter_date, physician
from drafter.practice.grounds.labels import LABELS, TITLES
from drafter.practice.questions.wording import AS_BRIEF, AS_PHRASE

_SOURCE = "U.S.S.G. § 1B1.13(b)(1)(B)"

ASSERTED = Question(
    id="b1B.asserted",
    kind=YesNo(),
    ask="Does the motion assert that a serious condition keeps the movant from caring for himself or "
    "herself in prison?",
    help="Answer yes if a serious physical or medical condition, a serious functional or cognitive "
    "impairment, or deteriorating health because of aging substantially diminishes self-care and is not "
    "expected to pass.",
    why="It opens the ground of diminished self-care and the questions that prove it.",
    source=_SOURCE,
    blank="whether diminished self-care is asserted",
)
_SHOWN = ASSERTED.is_(True)

IMPAIRMENT = Question(
    id="b1B.impairment",
    kind=Choice(
        (
            ("physical", "a serious physical or medical condition"),
            ("cognitive", "a serious functional or cognitive impairment"),
            ("aging", "deteriorating physical or mental health because of the aging process"),
        ),
    ),
    ask="Which of the three kinds of impairment is it?",
    help="Choose the one that the physician’s letter bears out best; the other facts can still be told "
    "below.",
    why="The policy statement lists three, and the motion must fit one of them.",
    source=_SOURCE,
    blank="kind of impairment",
    shown_when=_SHOWN,
    needed_when=ALWAYS,
)
CONDITION = Question(
    id="b1B.condition",
    kind=Text(),
    ask="What is the condition?",
    help="The physician’s own words, so that they read after “suffers from”: Parkinson’s disease, advanced."
    + AS_PHRASE,
    why="It names what diminishes self-care.",
    source=_SOURCE,
    blank="condition",
    shown_when=_SHOWN,
    needed_when=ALWAYS,
)
SELF_CARE = Question(
    id="b1B.self_care",
    kind=ListOf(
        "activity",
        (
            Column("activity", "Activity", Text(), required=True),
            Column("limit", "What the movant cannot do", Text(), required=True),
            Column("help", "Who or what helps now", Text()),
        ),
    ),
    ask="Which activities of daily life can the movant no longer do alone?",
    help="One row for each: dressing, bathing, eating, using the toilet, walking, taking medicines. Say "
    "what fails (“cannot stand long enough to shower”) and who helps now (“another prisoner”). Ask the "
    "movant and the unit.",
    why="A diagnosis alone does not meet this ground; the loss of self-care does.",
    source=_SOURCE,
    blank="activities the movant cannot do alone",
    shown_when=_SHOWN,
    needed_when=ALWAYS,
)
ENVIRONMENT = Question(
    id="b1B.environment",
    kind=LongText(),
    ask="What makes self-care hard in this facility?",
    help="Stairs, distances, upper bunks, showers without rails, no aide, no suitable bed: what there is "
    "where the movant lives, with dates." + AS_BRIEF,
    why="The ground asks about self-care within the environment of a correctional facility.",
    source=_SOURCE,
    blank="self-care within the facility",
    shown_when=_SHOWN,
    needed_when=ALWAYS,
)
NOT_RECOVER = Question(
    id="b1B.not_recover",
    kind=LongText(),
    ask="What do the records say about whether the movant will recover?",
    help="What the physician expects, whether treatment can restore what was lost, and where the record "
    "says so." + AS_BRIEF,
    why="The ground requires a condition from which the movant is not expected to recover.",
    source=_SOURCE,
    blank="expectation of recovery",
    shown_when=_SHOWN,
    needed_when=ALWAYS,
)
PHYSICIAN = physician("b1B", patient="the movant", source=_SOURCE, shown=_SHOWN)
LETTER_DATE = letter_date("b1B", patient="the movant", source=_SOURCE, shown=_SHOWN)

PART = Part(
    TITLES["b1B"],
    (ASSERTED, IMPAIRMENT, CONDITION, SELF_CARE, ENVIRONMENT, NOT_RECOVER, PHYSICIAN, LETTER_DATE),
    "Three things must be shown: the condition, the loss of self-care in prison, and no expected recovery.",
)
GROUND = Ground(
    id="b1B",
    label=LABELS["b1B"],
    title=TITLES["b1B"],
    asserted=ASSERTED,
    part=PART,
    tags=("medical",),
)
