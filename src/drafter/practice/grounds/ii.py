"""18 U.S.C. § 3582(c)(1)(A)(ii): age 70, 30 years served under § 3559(c), the Director's determination."""

from __future__ import annotations

from drafter.core.kinds import Number, Text, YesNo
from drafter.core.question import ALWAYS, Part, Question
from drafter.practice.grounds.ground import Ground
from drafter.practice.grounds.labels import LABELS, TITLES
from drafter.practice.questions.wording import AS_PHRASE

_SOURCE = "18 U.S.C. § 3582(c)(1)(A)(ii)"

ASSERTED = Question(
    id="ii.asserted",
    kind=YesNo(),
    ask="Does the motion assert that the movant is at least 70 and has served 30 years under § 3559(c)?",
    help="Answer yes only for a sentence imposed under 18 U.S.C. § 3559(c) (three strikes), and only if "
    "the Director of the Bureau has determined that the movant is not a danger.",
    why="It opens the second, separate way to a reduction, which needs no extraordinary and compelling "
    "reason.",
    source=_SOURCE,
    blank="whether the 70-and-30 provision is asserted",
)
_SHOWN = ASSERTED.is_(True)

STATUTE_3559C = Question(
    id="ii.statute_3559c",
    kind=YesNo(),
    ask="Was the sentence imposed under 18 U.S.C. § 3559(c)?",
    help="Look at the judgment and at the statement of reasons; the notice under § 851(a) may name it too.",
    why="The provision covers no other sentence.",
    source=_SOURCE,
    blank="whether the sentence was imposed under § 3559(c)",
    shown_when=_SHOWN,
    needed_when=ALWAYS,
)
SERVED_YEARS = Question(
    id="ii.served_years",
    kind=Number("years", most=100),
    ask="How many whole years has the movant served in prison under that sentence?",
    help="Whole years, from the Bureau’s sentence sheet.",
    why="The provision requires at least 30 years in prison.",
    source=_SOURCE,
    blank="years served",
    shown_when=_SHOWN,
)
DIRECTOR = Question(
    id="ii.director",
    kind=Text(),
    ask="What did the Director of the Bureau determine about danger, and on what date?",
    help="The determination and its date, so that they read after “the Director determined”: on May 3, "
    "2026, that the movant is not a danger to any other person or the community." + AS_PHRASE,
    why="Without the Director’s determination this provision does not apply.",
    source=_SOURCE,
    blank="determination of the Director and its date",
    shown_when=_SHOWN,
    needed_when=ALWAYS,
)

PART = Part(
    TITLES["ii"],
    (ASSERTED, STATUTE_3559C, SERVED_YEARS, DIRECTOR),
    "A separate way to a reduction, for sentences under 18 U.S.C. § 3559(c) only.",
)
GROUND = Ground(
    id="ii",
    label=LABELS["ii"],
    title=TITLES["ii"],
    asserted=ASSERTED,
    part=PART,
    tags=("age", "director"),
)
