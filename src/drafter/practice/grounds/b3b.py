"""U.S.S.G. § 1B1.13(b)(3)(B): an incapacitated spouse or registered partner."""

from __future__ import annotations

from drafter.core.kinds import Choice, Date, LongText, Text, YesNo
from drafter.core.question import ALWAYS, Part, Question
from drafter.practice.grounds.ground import Ground, letter_date, physician
from drafter.practice.grounds.labels import LABELS, TITLES
from drafter.practice.questions.wording import AS_BRIEF

_SOURCE = "U.S.S.G. § 1B1.13(b)(3)(B)"

ASSERTED = Question(
    id="b3B.asserted",
    kind=YesNo(),
    ask="Does the motion assert that the movant’s spouse or registered partner is incapacitated?",
    help="Answer yes if the spouse or partner is incapacitated and the movant would be the only available "
    "caregiver.",
    why="It opens the ground of care of a spouse or partner and the questions that prove it.",
    source=_SOURCE,
    blank="whether care of a spouse or partner is asserted",
)
_SHOWN = ASSERTED.is_(True)

RELATIONSHIP = Question(
    id="b3B.relationship",
    kind=Choice((("spouse", "spouse"), ("partner", "registered partner"))),
    ask="Is the person the movant’s spouse or registered partner?",
    help="Have the marriage certificate or the registration as an exhibit.",
    why="The ground covers these two relations; another close relation is pleaded under its own paragraph.",
    source=_SOURCE,
    blank="spouse or registered partner",
    shown_when=_SHOWN,
    needed_when=ALWAYS,
)
PARTNER_NAME = Question(
    id="b3B.partner_name",
    kind=Text(),
    ask="What is the name of the spouse or partner?",
    help="Given and family name, as on the certificate: Maria Roe.",
    why="It says whom the movant would care for.",
    source=_SOURCE,
    blank="name of the spouse or partner",
    shown_when=_SHOWN,
    needed_when=ALWAYS,
)
SINCE = Question(
    id="b3B.since",
    kind=Date(),
    ask="Since what date have they been married or registered?",
    help="The date on the certificate.",
    why="A bond that is older than the motion speaks for itself.",
    source=_SOURCE,
    blank="date of marriage or registration",
    shown_when=_SHOWN,
)
INCAPACITY = Question(
    id="b3B.incapacity",
    kind=LongText(),
    ask="How is the spouse or partner incapacitated?",
    help="The diagnosis, since when, what the person can no longer do, the hours of help needed in a day, "
    "and what the physician expects." + AS_BRIEF,
    why="Incapacitation is an element of the ground, and a physician’s word proves it best.",
    source=_SOURCE,
    blank="incapacity of the spouse or partner",
    shown_when=_SHOWN,
    needed_when=ALWAYS,
)
PHYSICIAN = physician("b3B", patient="the spouse or partner", source=_SOURCE, shown=_SHOWN)
LETTER_DATE = letter_date("b3B", patient="the spouse or partner", source=_SOURCE, shown=_SHOWN)

PART = Part(
    TITLES["b3B"],
    (ASSERTED, RELATIONSHIP, PARTNER_NAME, SINCE, INCAPACITY, PHYSICIAN, LETTER_DATE),
    "Incapacity, and that the movant would be the only available caregiver.",
)
GROUND = Ground(
    id="b3B",
    label=LABELS["b3B"],
    title=TITLES["b3B"],
    asserted=ASSERTED,
    part=PART,
    tags=("family",),
)
