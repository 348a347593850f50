"""Why the movant is not a danger: the factors of 18 U.S.C. § 3142(g), one by one."""

from __future__ import annotations

from drafter.core.kinds import LongText, Number, Text, YesNo
from drafter.core.question import ALWAYS, Part, Question, Section
from drafter.core.rows import Column, ListOf
from drafter.practice.questions.wording import AS_BRIEF

_CHARACTER = "18 U.S.C. § 3142(g)(3)(A)"

OFFENSE = Question(
    id="danger.offense",
    kind=LongText(),
    ask="What does the nature of the offense say about danger today?",
    help="Take the worst fact first: drugs, firearms, violence, minors, as the record has it, and then why "
    "it does not make the movant dangerous now." + AS_BRIEF,
    why="It is the first factor that the court must weigh.",
    source="18 U.S.C. § 3142(g)(1)",
    blank="nature of the offense and danger today",
    needed_when=ALWAYS,
)
VIOLENCE = Question(
    id="danger.violence",
    kind=YesNo(),
    ask="Does the offense or the record involve violence or weapons?",
    help="Answer yes also for a weapon found nearby, a threat or an old arrest that the presentence report "
    "describes.",
    why="The government will name it, and the motion should answer it first.",
    source="18 U.S.C. § 3142(g)(1), (3)(A)",
    blank="whether there was violence",
    needed_when=ALWAYS,
)
VIOLENCE_DETAIL = Question(
    id="danger.violence_detail",
    kind=LongText(),
    ask="What was the violence or weapon, and how does the motion answer it?",
    help="Each event with its date and what the court found, and what has changed since." + AS_BRIEF,
    why="The government’s response will begin here.",
    source="18 U.S.C. § 3142(g)(1), (3)(A)",
    blank="violence or weapons",
    shown_when=VIOLENCE.is_(True),
    needed_when=ALWAYS,
)
EVIDENCE_WEIGHT = Question(
    id="danger.evidence_weight",
    kind=LongText(),
    ask="What is to be said on the weight of the evidence?",
    help="After a conviction usually one sentence. Do not dispute guilt here." + AS_BRIEF,
    why="The statute lists it, and a motion that walks through every factor leaves no gap.",
    source="18 U.S.C. § 3142(g)(2)",
    blank="weight of the evidence",
)
CHARACTER = Question(
    id="danger.character",
    kind=LongText(),
    ask="What shows the movant’s character today?",
    help="Facts and not praise: conduct in prison, trust shown by staff, how the movant acts under "
    "pressure, with the proof." + AS_BRIEF,
    why="The person who would be released is the one the court must judge.",
    source=_CHARACTER,
    blank="character today",
    needed_when=ALWAYS,
)
HEALTH = Question(
    id="danger.health",
    kind=LongText(),
    ask="How do health and age lower the risk?",
    help="What the movant can no longer do, and what age means for the risk of a new offense. Use a study "
    "only if you have read it." + AS_BRIEF,
    why="Physical and mental condition is part of the statute’s list.",
    source=_CHARACTER,
    blank="health and age",
)
TIES = Question(
    id="danger.ties",
    kind=LongText(),
    ask="Which ties to family and community does the movant have?",
    help="Who has stayed in touch and how (visits, calls, letters), where they live by city and state, and "
    "what they will do." + AS_BRIEF,
    why="Ties hold a person after release.",
    source=_CHARACTER,
    blank="family and community ties",
)
SUBSTANCE = Question(
    id="danger.substance",
    kind=LongText(),
    ask="What is the movant’s history with drugs and alcohol?",
    help="Use before prison, treatment, clean tests, and the plan after release." + AS_BRIEF,
    why="The statute names it, and relapse is what a court fears.",
    source=_CHARACTER,
    blank="history with drugs and alcohol",
)
PRIORS = Question(
    id="danger.priors",
    kind=ListOf(
        "conviction",
        (
            Column("offense", "Offense", Text(), required=True),
            Column("year", "Year", Number("", least=1900, most=2150)),
            Column("age", "Age then", Number("years", most=120)),
            Column("sentence", "Sentence", Text()),
        ),
    ),
    ask="Which prior convictions does the movant have?",
    help="One row for each in the presentence report, with the age at the time. Leave none out, however old.",
    why="Age at each offense tells more than the number of offenses.",
    source=_CHARACTER,
    blank="prior convictions",
)
APPEARANCE = Question(
    id="danger.appearance",
    kind=LongText(),
    ask="Has the movant appeared in court and surrendered as ordered?",
    help="Time on bond, self-surrender, failures to appear, escapes, with dates." + AS_BRIEF,
    why="It shows whether the movant keeps to what a court orders.",
    source=_CHARACTER,
    blank="record of appearance",
)
SUPERVISION = Question(
    id="danger.supervision",
    kind=LongText(),
    ask="How has the movant done on probation, parole or supervised release?",
    help="Each term, whether the offense happened during it, violations, and how it ended." + AS_BRIEF,
    why="It is the nearest thing to a test of life after release.",
    source="18 U.S.C. § 3142(g)(3)(B)",
    blank="history on supervision",
)
SERIOUSNESS = Question(
    id="danger.seriousness",
    kind=LongText(),
    ask="How serious would the danger be, and to whom?",
    help="Name what a court could fear from this release and why it is remote: who could be harmed, what "
    "stands in the way." + AS_BRIEF,
    why="It is the last factor of the statute and the point of all the others.",
    source="18 U.S.C. § 3142(g)(4)",
    blank="nature and seriousness of any danger",
    needed_when=ALWAYS,
)
CONDITIONS = Question(
    id="danger.conditions",
    kind=ListOf(
        "condition",
        (
            Column("condition", "Condition", Text(), required=True),
            Column("purpose", "Purpose", Text()),
        ),
    ),
    ask="Which conditions of release does the motion propose?",
    help="One row for each, so that it could stand in an order: home detention for six months; no contact "
    "with co-defendants. Say what risk each meets.",
    why="A court that sees how the risk would be managed can find that there is no danger.",
    source="U.S.S.G. § 1B1.13(a)(2); 18 U.S.C. § 3583(d)",
    blank="proposed conditions",
    needed_when=ALWAYS,
)

SECTION = Section(
    "danger",
    "Not a danger (18 U.S.C. § 3142(g))",
    "The statute’s factors in its order. Bad facts belong here, with their answer.",
    (
        Part("The offense", (OFFENSE, VIOLENCE, VIOLENCE_DETAIL, EVIDENCE_WEIGHT)),
        Part(
            "The person",
            (CHARACTER, HEALTH, TIES, SUBSTANCE, PRIORS, APPEARANCE, SUPERVISION),
        ),
        Part("The danger and the conditions", (SERIOUSNESS, CONDITIONS)),
    ),
)
