"""U.S.S.G. § 1B1.13(b)(2): age and deteriorating health."""

from __future__ import annotations

from drafter.core.kinds import LongText, YesNo
from drafter.core.question import ALWAYS, Part, Question
from drafter.practice.grounds.ground import Ground, letter_date, physician
from drafter.practice.grounds.labels import LABELS, TITLES
from drafter.practice.questions.wording import AS_BRIEF

_SOURCE = "U.S.S.G. § 1B1.13(b)(2)"

ASSERTED = Question(
    id="b2.asserted",
    kind=YesNo(),
    ask="Does the motion assert the movant’s age and deteriorating health?",
    help="Answer yes if the movant has the age that the policy statement requires and suffers a serious "
    "deterioration because of aging. Age and time served are computed from the birth date and the custody "
    "dates.",
    why="It opens the ground of age and the questions that prove it.",
    source=_SOURCE,
    blank="whether age is asserted",
)
_SHOWN = ASSERTED.is_(True)

DETERIORATION = Question(
    id="b2.deterioration",
    kind=LongText(),
    ask="How has the movant’s physical or mental health deteriorated because of aging?",
    help="Each loss with its date and its record: what the movant could do before, what is gone now, and "
    "that the physician puts it down to aging." + AS_BRIEF,
    why="The ground requires a serious deterioration because of the aging process, besides age and time "
    "served.",
    source=_SOURCE,
    blank="deterioration because of aging",
    shown_when=_SHOWN,
    needed_when=ALWAYS,
)
PHYSICIAN = physician("b2", patient="the movant", source=_SOURCE, shown=_SHOWN)
LETTER_DATE = letter_date("b2", patient="the movant", source=_SOURCE, shown=_SHOWN)

PART = Part(
    TITLES["b2"],
    (ASSERTED, DETERIORATION, PHYSICIAN, LETTER_DATE),
    "Three things must be shown: age, serious deterioration because of aging, and the time served.",
)
GROUND = Ground(
    id="b2",
    label=LABELS["b2"],
    title=TITLES["b2"],
    asserted=ASSERTED,
    part=PART,
    tags=("age", "medical"),
)
