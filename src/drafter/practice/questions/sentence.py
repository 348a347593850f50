"""The offense, the sentence and the custody."""

from __future__ import annotations

from drafter.core.kinds import Date, Money, Number, Text, YesNo
from drafter.core.question import ALWAYS, Part, Question, Section
from drafter.core.rows import Column, ListOf
from drafter.practice.questions.custody import (
    CUSTODY_DETAINER,
    CUSTODY_DETAINER_DETAIL,
    CUSTODY_FSA_DAYS,
    CUSTODY_FSA_ELIGIBLE,
    CUSTODY_FULL_TERM_DATE,
    CUSTODY_GCT_LOST,
    CUSTODY_HOME_CONFINEMENT_DATE,
    CUSTODY_JAIL_CREDIT,
    CUSTODY_LITERACY,
    CUSTODY_PATTERN,
    CUSTODY_PRERELEASE_DATE,
    CUSTODY_PROJECTED_RELEASE,
    CUSTODY_RDAP,
    CUSTODY_REMOVAL_ORDER,
    CUSTODY_SHEET_REASON,
    CUSTODY_SINCE,
    CUSTODY_STATE_TIME,
)
from drafter.practice.questions.custody import PART as _CUSTODY
from drafter.practice.questions.offense import (
    OFFENSE_CHARGED_ON,
    OFFENSE_CONDUCT,
    OFFENSE_COOPERATION,
    OFFENSE_COUNTS,
    OFFENSE_CRIMINAL_HISTORY,
    OFFENSE_DEPARTURE,
    OFFENSE_DISPOSITION,
    OFFENSE_DISPOSITION_ON,
    OFFENSE_ENHANCEMENTS,
    OFFENSE_GUIDELINE_RANGE,
    OFFENSE_OFFENSE_LEVEL,
    OFFENSE_PLEA_TERMS,
    OFFENSE_PLEA_WAIVER,
    OFFENSE_ROLE,
)
from drafter.practice.questions.offense import PART as _OFFENSE
from drafter.practice.questions.wording import AS_PHRASE

__all__ = [
    "CUSTODY_DETAINER",
    "CUSTODY_DETAINER_DETAIL",
    "CUSTODY_FSA_DAYS",
    "CUSTODY_FSA_ELIGIBLE",
    "CUSTODY_FULL_TERM_DATE",
    "CUSTODY_GCT_LOST",
    "CUSTODY_HOME_CONFINEMENT_DATE",
    "CUSTODY_JAIL_CREDIT",
    "CUSTODY_LITERACY",
    "CUSTODY_PATTERN",
    "CUSTODY_PRERELEASE_DATE",
    "CUSTODY_PROJECTED_RELEASE",
    "CUSTODY_RDAP",
    "CUSTODY_REMOVAL_ORDER",
    "CUSTODY_SHEET_REASON",
    "CUSTODY_SINCE",
    "CUSTODY_STATE_TIME",
    "EXTRA_DAYS",
    "FINE",
    "IMPOSED_ON",
    "JUDGMENT_DOCKET",
    "LIFE",
    "MONTHS",
    "OFFENSE_CHARGED_ON",
    "OFFENSE_CONDUCT",
    "OFFENSE_COOPERATION",
    "OFFENSE_COUNTS",
    "OFFENSE_CRIMINAL_HISTORY",
    "OFFENSE_DEPARTURE",
    "OFFENSE_DISPOSITION",
    "OFFENSE_DISPOSITION_ON",
    "OFFENSE_ENHANCEMENTS",
    "OFFENSE_GUIDELINE_RANGE",
    "OFFENSE_OFFENSE_LEVEL",
    "OFFENSE_PLEA_TERMS",
    "OFFENSE_PLEA_WAIVER",
    "OFFENSE_ROLE",
    "PAID",
    "PROCEEDINGS",
    "RESTITUTION",
    "SECTION",
    "STRUCTURE",
    "SUPERVISED_RELEASE",
]

IMPOSED_ON = Question(
    id="sentence.imposed_on",
    kind=Date(),
    ask="On what date was the sentence imposed?",
    help="The date of imposition on the first page of the judgment, not the date of signing or entry. For "
    "an amended term, use the first imposition and add the change to the later proceedings.",
    why="It names the judgment that the court is asked to modify.",
    source="AO 250 (date of sentencing)",
    blank="date of sentencing",
    needed_when=ALWAYS,
)
LIFE = Question(
    id="sentence.life",
    kind=YesNo(),
    ask="Is any term a term of life imprisonment?",
    help="Answer yes if the judgment imposes life on any count that still stands.",
    why="A life term has no full-term date and earns no good conduct time.",
    source="18 U.S.C. § 3624(b)(1)",
    blank="whether the term is life",
    needed_when=ALWAYS,
)
MONTHS = Question(
    id="sentence.months",
    kind=Number("months", most=12_000),
    ask="What is the total term of imprisonment, in months?",
    help="The total as it stands now, after any amendment, with concurrent terms counted once and "
    "consecutive terms added: 250.",
    why="Every date and percentage is computed from it.",
    source="18 U.S.C. § 3584; AO 250 (term of imprisonment)",
    blank="number of months",
    shown_when=LIFE.is_(False),
    needed_when=ALWAYS,
)
EXTRA_DAYS = Question(
    id="sentence.extra_days",
    kind=Number("days", most=400),
    ask="How many days does the judgment add to the months?",
    help="Only for a term such as twelve months and one day; otherwise leave it open.",
    why="One day can decide whether good conduct time is earned.",
    source="18 U.S.C. § 3624(b)(1)",
    blank="days beyond the months",
    shown_when=LIFE.is_(False),
)
STRUCTURE = Question(
    id="sentence.structure",
    kind=Text(),
    ask="How do the terms run together?",
    help="In the words of the judgment, so that they read after “consisting of”: concurrent terms of 250 "
    "and 120 months." + AS_PHRASE,
    why="It shows how the total was reached.",
    source="18 U.S.C. § 3584",
    blank="structure of the terms",
)
SUPERVISED_RELEASE = Question(
    id="sentence.supervised_release",
    kind=Text(),
    ask="What term of supervised release was imposed?",
    help="In words, as in the judgment: ten years. Write “no” if there is none." + AS_PHRASE,
    why="Supervision after release is part of the answer on danger.",
    source="18 U.S.C. § 3583; AO 250 (supervised release)",
    blank="term of supervised release",
    needed_when=ALWAYS,
)
FINE = Question(
    id="sentence.fine",
    kind=Money(),
    ask="What fine was imposed?",
    help="The amount in the judgment without the special assessment; $0 if none.",
    why="It belongs to the sentence that the court weighs.",
    source="18 U.S.C. § 3571",
    blank="amount of the fine",
)
RESTITUTION = Question(
    id="sentence.restitution",
    kind=Money(),
    ask="What restitution was ordered?",
    help="The total in the judgment, also where it is owed jointly; $0 if none.",
    why="The need to provide restitution is one of the § 3553(a) factors.",
    source="18 U.S.C. § 3553(a)(7)",
    blank="amount of restitution",
)
PAID = Question(
    id="sentence.paid",
    kind=Money(),
    ask="How much of the fine and restitution has been paid?",
    help="The total from the clerk’s payment record or the financial responsibility record, not counting "
    "what is promised.",
    why="Payment shows responsibility, and the balance must be stated fairly.",
    source="18 U.S.C. § 3553(a)(7)",
    blank="amount paid",
)
JUDGMENT_DOCKET = Question(
    id="sentence.judgment_docket",
    kind=Text(),
    ask="Where on the docket is the judgment?",
    help="Its number in the court’s own form: ECF No. 120.",
    why="The motion cites the judgment that it asks the court to modify.",
    source="Docket",
    blank="docket number of the judgment",
)
PROCEEDINGS = Question(
    id="sentence.proceedings",
    kind=ListOf(
        "proceeding",
        (
            Column("court", "Court", Text(), required=True),
            Column("number", "Number or cite", Text()),
            Column("filed", "Filed on", Date()),
            Column("outcome", "Outcome", Text(), required=True),
            Column("decided", "Decided on", Date()),
        ),
    ),
    ask="Which later proceedings were there in this case?",
    help="One row for each appeal, § 2255 motion, § 3582(c)(2) motion or amended judgment, in the order of "
    "time: Fourth Circuit; No. 09-4414; affirmed. Earlier motions under § 3582(c)(1)(A) have their own "
    "section.",
    why="A complete history spares the court a search and the motion a reproach.",
    source="AO 250 (appeal)",
    blank="later proceedings",
)

SECTION = Section(
    "sentence",
    "Offense, sentence and custody",
    "What the movant was convicted of, what was imposed, and how much of it has been served.",
    (
        _OFFENSE,
        Part(
            "Sentence",
            (
                IMPOSED_ON,
                LIFE,
                MONTHS,
                EXTRA_DAYS,
                STRUCTURE,
                SUPERVISED_RELEASE,
                FINE,
                RESTITUTION,
                PAID,
                JUDGMENT_DOCKET,
                PROCEEDINGS,
            ),
            "From the judgment and the docket.",
        ),
        _CUSTODY,
    ),
)
