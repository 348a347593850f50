"""U.S.S.G. § 1B1.13(b)(1)(A): terminal illness."""

from __future__ import annotations

from drafter.core.kinds import Date, LongText, Text, YesNo
from drafter.core.question import ALWAYS, Part, Question
from drafter.practice.grounds.ground import Ground, letter_date, physician
from drafter.practice.grounds.labels import LABELS, TITLES
from drafter.practice.questions.wording import AS_BRIEF, AS_PHRASE

_SOURCE = "U.S.S.G. § 1B1.13(b)(1)(A)"

ASSERTED = Question(
    id="b1A.asserted",
    kind=YesNo(),
    ask="Does the motion assert that the movant has a terminal illness?",
    help="Answer yes if a physician describes a serious and advanced illness with an end-of-life "
    "trajectory. The policy statement asks for no forecast of the months that remain.",
    why="It opens the ground of terminal illness and the questions that prove it.",
    source=_SOURCE,
    blank="whether terminal illness is asserted",
)
_SHOWN = ASSERTED.is_(True)

DIAGNOSIS = Question(
    id="b1A.diagnosis",
    kind=Text(),
    ask="What is the diagnosis?",
    help="The physician’s own words, so that they read after “suffers from”: metastatic pancreatic cancer, "
    "stage IV. It is found in the oncology or clinic note." + AS_PHRASE,
    why="It names the illness on which the whole ground rests.",
    source=_SOURCE,
    blank="diagnosis",
    shown_when=_SHOWN,
    needed_when=ALWAYS,
)
DIAGNOSED_ON = Question(
    id="b1A.diagnosed_on",
    kind=Date(),
    ask="On what date was the illness diagnosed?",
    help="The date of the report or visit that first states the diagnosis, from the Bureau’s medical "
    "record or the outside hospital.",
    why="It begins the chronology, and shows what was and was not known at sentencing.",
    source=_SOURCE,
    blank="date of diagnosis",
    shown_when=_SHOWN,
    needed_when=ALWAYS,
)
TRAJECTORY = Question(
    id="b1A.trajectory",
    kind=LongText(),
    ask="What do the records say about the course of the illness and how it will end?",
    help="Stage, spread, what treatment has failed or been stopped, and what the physician expects, each "
    "with its date. Report what the records say; do not forecast." + AS_BRIEF,
    why="The ground turns on an end-of-life trajectory, and this is its proof.",
    source=_SOURCE,
    blank="course of the illness",
    shown_when=_SHOWN,
    needed_when=ALWAYS,
)
CARE = Question(
    id="b1A.care",
    kind=LongText(),
    ask="What care does the movant receive and need?",
    help="Treatment given now, relief of pain, hospice or palliative care offered, and what can be had "
    "outside but not in custody." + AS_BRIEF,
    why="It shows the court what the last part of life looks like in custody and at home.",
    source=_SOURCE,
    blank="care received and needed",
    shown_when=_SHOWN,
    needed_when=ALWAYS,
)
PHYSICIAN = physician("b1A", patient="the movant", source=_SOURCE, shown=_SHOWN)
LETTER_DATE = letter_date("b1A", patient="the movant", source=_SOURCE, shown=_SHOWN)

PART = Part(
    TITLES["b1A"],
    (ASSERTED, DIAGNOSIS, DIAGNOSED_ON, TRAJECTORY, CARE, PHYSICIAN, LETTER_DATE),
    "A serious and advanced illness with an end-of-life trajectory.",
)
GROUND = Ground(
    id="b1A",
    label=LABELS["b1A"],
    title=TITLES["b1A"],
    asserted=ASSERTED,
    part=PART,
    tags=("medical",),
)
