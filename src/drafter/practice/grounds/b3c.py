"""U.S.S.G. § 1B1.13(b)(3)(C): an incapacitated parent."""

from __future__ import annotations

from drafter.core.kinds import LongText, Text, YesNo
from drafter.core.question import ALWAYS, Part, Question
from drafter.practice.grounds.ground import Ground, letter_date, physician
from drafter.practice.grounds.labels import LABELS, TITLES
from drafter.practice.questions.wording import AS_BRIEF

_SOURCE = "U.S.S.G. § 1B1.13(b)(3)(C)"

ASSERTED = Question(
    id="b3C.asserted",
    kind=YesNo(),
    ask="Does the motion assert that the movant’s parent is incapacitated?",
    help="Answer yes if the parent is incapacitated and the movant would be the only available caregiver.",
    why="It opens the ground of care of a parent and the questions that prove it.",
    source=_SOURCE,
    blank="whether care of a parent is asserted",
)
_SHOWN = ASSERTED.is_(True)

PARENT_NAME = Question(
    id="b3C.parent_name",
    kind=Text(),
    ask="What is the name of the parent?",
    help="Given and family name, as in the physician’s letter: Rosa Roe.",
    why="It says whom the movant would care for.",
    source=_SOURCE,
    blank="name of the parent",
    shown_when=_SHOWN,
    needed_when=ALWAYS,
)
RELATIONSHIP = Question(
    id="b3C.relationship",
    kind=Text(),
    ask="What is the parent to the movant?",
    help="One word, so that it reads after “his” or “her”: mother, father, adoptive mother. Have the birth "
    "or adoption record as an exhibit.",
    why="The ground covers a parent; another relation is pleaded under its own paragraph.",
    source=_SOURCE,
    blank="relationship to the parent",
    shown_when=_SHOWN,
    needed_when=ALWAYS,
)
INCAPACITY = Question(
    id="b3C.incapacity",
    kind=LongText(),
    ask="How is the parent incapacitated?",
    help="The diagnosis, since when, what the parent can no longer do, the hours of help needed in a day, "
    "and what the physician expects." + AS_BRIEF,
    why="Incapacitation is an element of the ground; age alone does not show it.",
    source=_SOURCE,
    blank="incapacity of the parent",
    shown_when=_SHOWN,
    needed_when=ALWAYS,
)
PHYSICIAN = physician("b3C", patient="the parent", source=_SOURCE, shown=_SHOWN)
LETTER_DATE = letter_date("b3C", patient="the parent", source=_SOURCE, shown=_SHOWN)

PART = Part(
    TITLES["b3C"],
    (ASSERTED, PARENT_NAME, RELATIONSHIP, INCAPACITY, PHYSICIAN, LETTER_DATE),
    "Incapacity, and that the movant would be the only available caregiver.",
)
GROUND = Ground(
    id="b3C",
    label=LABELS["b3C"],
    title=TITLES["b3C"],
    asserted=ASSERTED,
    part=PART,
    tags=("family",),
)
