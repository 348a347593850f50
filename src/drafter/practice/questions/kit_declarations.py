"""What the movant declares in his or her own words."""

from __future__ import annotations

from drafter.core.kinds import LongText
from drafter.core.question import Part, Question
from drafter.practice.grounds import ANY_MEDICAL
from drafter.practice.questions.conduct import INCIDENTS_ANY
from drafter.practice.questions.wording import AS_SPOKEN

_SOURCE = "28 U.S.C. § 1746; Fed. R. Crim. P. 47(b)"
#: A declaration can be used against the person who signs it; the note is for counsel and never prints.
_REVIEWED = (
    " Before it is signed, counsel weighs every sentence against a pending or possible appeal or § 2255 motion, "
    "where it can be used."
)

ACCEPTANCE = Question(
    id="declaration.acceptance",
    kind=LongText(),
    ask="What does the movant say about the offense?",
    help="What was done, who was harmed, and what the movant thinks of it now, without excuse. Leave it open "
    "where counsel decides that nothing should be said yet." + _REVIEWED + AS_SPOKEN,
    why="A court listens for it, and only the movant can say it.",
    source=f"{_SOURCE}; 18 U.S.C. § 3553(a)(1)",
    blank="what the movant says about the offense",
)
HISTORY = Question(
    id="declaration.history",
    kind=LongText(),
    ask="What does the movant say about life before prison and since?",
    help="Childhood, work, family, addiction or loss, and what has changed in prison, told as it was."
    + _REVIEWED
    + AS_SPOKEN,
    why="It lets the judge see a person behind the record.",
    source=f"{_SOURCE}; 18 U.S.C. § 3553(a)(1)",
    blank="what the movant says about life before prison and since",
)
HEALTH = Question(
    id="declaration.health",
    kind=LongText(),
    ask="How does the movant describe his or her health?",
    help="A day from morning to night: what hurts, what can no longer be done, who helps, what was asked for and "
    "what came of it. No diagnosis that a physician has not made." + AS_SPOKEN,
    why="The records tell the diagnosis; only the movant can tell what it is like.",
    source=f"{_SOURCE}; U.S.S.G. § 1B1.13(b)(1), (2)",
    blank="the movant’s health in own words",
    shown_when=ANY_MEDICAL,
)
DISCIPLINE = Question(
    id="declaration.discipline",
    kind=LongText(),
    ask="How does the movant explain the incident reports?",
    help="What happened, why, and what was learned, report by report, in line with the discipline log."
    + _REVIEWED
    + AS_SPOKEN,
    why="An explanation from the movant is evidence; one from counsel is not.",
    source=f"{_SOURCE}; 18 U.S.C. § 3142(g)(3)(A)",
    blank="the movant’s explanation of the incident reports",
    shown_when=INCIDENTS_ANY.is_(True),
)
HOPES = Question(
    id="declaration.plan",
    kind=LongText(),
    ask="What does the movant say about the time after release?",
    help="The first weeks, work, care for others, treatment, and what will be different. Home, household and travel "
    "print from the release plan." + AS_SPOKEN,
    why="The court wants to hear the plan from the person who must live it.",
    source=f"{_SOURCE}; 28 C.F.R. § 571.61(a)(2)",
    blank="the movant’s plan in own words",
)

PART = Part(
    "Declaration of the movant",
    (ACCEPTANCE, HISTORY, HEALTH, DISCIPLINE, HOPES),
    "Write down what the movant says, read it back, and change nothing without asking.",
)
