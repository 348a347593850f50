"""The offense of conviction and the guidelines: the first part of the section on the sentence."""

from __future__ import annotations

from drafter.core.kinds import Choice, Date, LongText, Text
from drafter.core.question import ALWAYS, Part, Question
from drafter.core.rows import Column, ListOf
from drafter.practice.questions.wording import AS_BRIEF, AS_PHRASE, KEPT

OFFENSE_CHARGED_ON = Question(
    id="offense.charged_on",
    kind=Date(),
    ask="On what date was the movant charged?",
    help="The filing date of the indictment or information that led to the conviction, from the docket.",
    why="It begins the procedural history.",
    source="Docket",
    blank="date of the charge",
)
OFFENSE_COUNTS = Question(
    id="offense.counts",
    kind=ListOf(
        "count",
        (
            Column("count", "Count", Text(), required=True),
            Column("offense", "Offense", Text(), required=True),
            Column("statute", "Statute", Text(), required=True),
            Column("term", "Term imposed", Text(), required=True),
            Column("minimum", "Mandatory minimum", Text()),
            Column(
                "runs",
                "Runs",
                Choice((("concurrent", "concurrently"), ("consecutive", "consecutively to the others"))),
            ),
        ),
    ),
    ask="Of which counts was the movant convicted, and what term did each receive?",
    help="One row for each count of the judgment: One; conspiracy to distribute cocaine; 21 U.S.C. §§ "
    "841(a)(1), 846; 240 months; 10 years; concurrently. Counts dismissed or acquitted do not belong here. From the "
    "terms and how they run, the program adds up the whole and compares it with the total below.",
    why="The court must know which terms it is asked to reduce.",
    source="Judgment; 18 U.S.C. § 3582(c)(1)(A)",
    blank="counts of conviction",
    needed_when=ALWAYS,
)
OFFENSE_DISPOSITION = Question(
    id="offense.disposition",
    kind=Choice(
        (
            ("plea", "guilty plea"),
            ("trial", "verdict after trial"),
            ("stipulated", "trial on stipulated facts"),
        ),
    ),
    ask="Was the movant convicted by plea or by trial?",
    help="Where some counts ended each way, choose the one for the longest term and say the rest under the "
    "plea’s terms.",
    why="It decides how the history is told, and whether a waiver may exist.",
    source="Judgment",
    blank="plea or trial",
    needed_when=ALWAYS,
)
OFFENSE_DISPOSITION_ON = Question(
    id="offense.disposition_on",
    kind=Date(),
    ask="On what date was the plea entered or the verdict returned?",
    help="From the docket or the transcript; not the date of sentencing.",
    why="It is the second step of the procedural history.",
    source="Docket",
    blank="date of the plea or verdict",
    needed_when=ALWAYS,
)
OFFENSE_PLEA_TERMS = Question(
    id="offense.plea_terms",
    kind=LongText(),
    ask="What did the plea agreement provide?",
    help="Counts dismissed, stipulations, recommendations, any agreed sentence; cite the agreement. Leave "
    "out anything about cooperation." + AS_BRIEF,
    why="The government may rely on what the movant bargained for.",
    source="Fed. R. Crim. P. 11(c)",
    blank="terms of the plea agreement",
)
OFFENSE_PLEA_WAIVER = Question(
    id="offense.plea_waiver",
    kind=Choice((("no", "no"), ("yes", "yes"), ("unclear", "unclear"))),
    ask="Does the plea agreement waive the right to ask for a sentence reduction?",
    help="Read every waiver clause; one that names appeal and collateral attack may or may not reach this "
    "motion. Answer unclear if it can be read both ways.",
    why="A waiver must be met before the government raises it.",
    source="Plea agreement",
    blank="whether a waiver exists",
)
OFFENSE_CONDUCT = Question(
    id="offense.conduct",
    kind=LongText(),
    ask="What did the movant do?",
    help="The offense as the presentence report and the court found it, neutral and short, bad facts "
    "included, with a cite to the paragraph. No argument and no excuse." + AS_BRIEF,
    why="A court trusts a motion that states the offense as the record does.",
    source="18 U.S.C. § 3553(a)(1)",
    blank="offense conduct",
    needed_when=ALWAYS,
)
OFFENSE_ROLE = Question(
    id="offense.role",
    kind=Text(),
    ask="What was the movant’s role in the offense?",
    help="As the presentence report or the court found it: courier; manager of three others (PSR ¶ 31)."
    + AS_PHRASE,
    why="It places the movant among the participants.",
    source="18 U.S.C. § 3553(a)(1); U.S.S.G. ch. 3, pt. B",
    blank="role in the offense",
)
OFFENSE_ENHANCEMENTS = Question(
    id="offense.enhancements",
    kind=ListOf(
        "enhancement",
        (
            Column("kind", "Enhancement", Text(), required=True),
            Column("basis", "Basis", Text()),
        ),
    ),
    ask="Which enhancements raised the sentence?",
    help="One row for each: information under 21 U.S.C. § 851; career offender; firearm; consecutive term "
    "under 18 U.S.C. § 924(c). Give the basis, such as the prior conviction, from the judgment or the "
    "report.",
    why="They explain the length of the sentence, and the government will name them.",
    source="Presentence report; statement of reasons",
    blank="enhancements",
)
OFFENSE_CRIMINAL_HISTORY = Question(
    id="offense.criminal_history",
    kind=Text(),
    ask="What were the criminal history category and points?",
    help="As the court adopted them, in this form: Category III, 5 points.",
    why="Both the danger finding and § 3553(a) look at it.",
    source="U.S.S.G. ch. 4, pt. A; 18 U.S.C. § 3553(a)(4)",
    blank="criminal history category",
    needed_when=ALWAYS,
)
OFFENSE_OFFENSE_LEVEL = Question(
    id="offense.offense_level",
    kind=Text(),
    ask="What was the total offense level?",
    help="The number that the court adopted, from the statement of reasons: 35.",
    why="With the criminal history it gives the range.",
    source="U.S.S.G. § 1B1.1; 18 U.S.C. § 3553(a)(4)",
    blank="offense level",
    needed_when=ALWAYS,
)
OFFENSE_GUIDELINE_RANGE = Question(
    id="offense.guideline_range",
    kind=Text(),
    ask="What guideline range did the court adopt?",
    help="From the statement of reasons or the transcript: 262 to 327 months." + AS_PHRASE,
    why="It is the measure of the sentence that was imposed.",
    source="18 U.S.C. § 3553(a)(4)",
    blank="guideline range",
    needed_when=ALWAYS,
)
OFFENSE_DEPARTURE = Question(
    id="offense.departure",
    kind=LongText(),
    ask="Did the court depart or vary from the range, and why?",
    help="The direction, the extent and the stated reason, from the statement of reasons or the "
    "transcript. Leave out a departure for cooperation." + AS_BRIEF,
    why="It shows which considerations moved the court then.",
    source="18 U.S.C. § 3553(c)",
    blank="departure or variance",
)
OFFENSE_COOPERATION = Question(
    id="offense.cooperation",
    kind=LongText(),
    ask="Did the movant cooperate with the government?",
    help="What was given, what was promised or filed, and who must not learn of it." + KEPT,
    why="It is raised, if at all, under seal and only with the movant’s informed consent.",
    source="U.S.S.G. § 5K1.1; Fed. R. Crim. P. 35(b)",
    blank="cooperation",
    confidential=True,
)

PART = Part(
    "Offense",
    (
        OFFENSE_CHARGED_ON,
        OFFENSE_COUNTS,
        OFFENSE_DISPOSITION,
        OFFENSE_DISPOSITION_ON,
        OFFENSE_PLEA_TERMS,
        OFFENSE_PLEA_WAIVER,
        OFFENSE_CONDUCT,
        OFFENSE_ROLE,
        OFFENSE_ENHANCEMENTS,
        OFFENSE_CRIMINAL_HISTORY,
        OFFENSE_OFFENSE_LEVEL,
        OFFENSE_GUIDELINE_RANGE,
        OFFENSE_DEPARTURE,
        OFFENSE_COOPERATION,
    ),
    "From the indictment, the judgment, the statement of reasons and the presentence report.",
)
