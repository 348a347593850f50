"""Custody and credits: the last part of the section on the sentence."""

from __future__ import annotations

from drafter.core.kinds import Choice, Date, LongText, Number, Text, YesNo
from drafter.core.question import ALWAYS, Is, Not, Part, Question
from drafter.practice.questions.wording import AS_BRIEF, AS_PHRASE

#: A life term has no release date that could be missing.  The question itself stands in the section's own
#: module, which imports this one.
_NOT_LIFE = Not(Is("sentence.life", (True,)))

CUSTODY_SINCE = Question(
    id="custody.since",
    kind=Date(),
    ask="From which date does the Bureau count the sentence?",
    help="The date on which the computation began, from the Bureau’s sentence sheet; days in jail before "
    "it have their own question.",
    why="Time served and every percentage are counted from here.",
    source="18 U.S.C. § 3585(a)",
    blank="date on which the sentence began",
    needed_when=ALWAYS,
)
CUSTODY_JAIL_CREDIT = Question(
    id="custody.jail_credit",
    kind=Number("days", most=40_000),
    ask="How many days of prior custody does the Bureau credit?",
    help="The total of jail credit on the sentence sheet, in days; 0 if the sheet says none.",
    why="These days count as time served.",
    source="18 U.S.C. § 3585(b)",
    blank="days of jail credit",
)
CUSTODY_STATE_TIME = Question(
    id="custody.state_time",
    kind=LongText(),
    ask="Was part of the time served in state custody or under another sentence?",
    help="Which custody, from when to when, and whether the Bureau counts it toward this sentence."
    + AS_BRIEF,
    why="Time that counts elsewhere may not count here, and the government checks.",
    source="18 U.S.C. § 3585(b)",
    blank="time in other custody",
)
CUSTODY_GCT_LOST = Question(
    id="custody.gct_lost",
    kind=Number("days", most=40_000),
    ask="How many days of good conduct time have been disallowed or forfeited?",
    help="The total on the sentence sheet; compare it with the discipline record. Write 0 if none.",
    why="It moves the projected release date, and must agree with the section on conduct.",
    source="18 U.S.C. § 3624(b)(1); 28 C.F.R. § 523.20",
    blank="days of good conduct time lost",
)
CUSTODY_LITERACY = Question(
    id="custody.literacy",
    kind=Choice(
        (
            ("yes", "yes: diploma, equivalent or satisfactory progress (54-day track)"),
            ("no", "no: the literacy condition is not met (42-day track)"),
        ),
    ),
    ask="Does the movant have a diploma or equivalent, or make satisfactory progress toward one?",
    help="The education transcript shows it as GED HAS, GED SAT or GED UNSAT. If it is not answered, the "
    "program counts the higher rate and says so.",
    why="The rate of good conduct time depends on it.",
    source="18 U.S.C. § 3624(b)(1); 28 C.F.R. § 523.20(d)(2)",
    blank="whether the literacy condition is met",
)
CUSTODY_PROJECTED_RELEASE = Question(
    id="custody.projected_release",
    kind=Date(),
    ask="What projected release date does the Bureau give?",
    help="The date on the newest sentence sheet, or in the inmate locator. It prevails over any date that the "
    "program computes. A life term has none.",
    why="It shows how much time a reduction would save.",
    source="AO 250 (projected release date)",
    blank="projected release date",
    needed_when=_NOT_LIFE,
)
CUSTODY_FULL_TERM_DATE = Question(
    id="custody.full_term_date",
    kind=Date(),
    ask="What full-term date does the Bureau give?",
    help="The line “expiration full term date” of the sentence sheet. It prevails over the date that the program "
    "computes. A life term has none.",
    why="It shows whether the Bureau counts the same term and the same jail credit.",
    source="18 U.S.C. § 3624(a)",
    blank="full-term date",
    shown_when=_NOT_LIFE,
)
CUSTODY_SHEET_REASON = Question(
    id="custody.sheet_reason",
    kind=Text(),
    ask="Where the Bureau’s dates differ from the computation, what is the reason?",
    help="In a phrase, so that it reads after “because”: time credits of 120 days are already in it; or: a day was "
    "served for the State. Leave it open where the dates agree.",
    why="A judge who counts for himself must not find a difference without its reason.",
    source="18 U.S.C. §§ 3585, 3624",
    blank="reason why the Bureau’s date differs",
    shown_when=CUSTODY_PROJECTED_RELEASE.answered,
)
CUSTODY_FSA_ELIGIBLE = Question(
    id="custody.fsa_eligible",
    kind=Choice((("yes", "yes"), ("no", "no"), ("unclear", "unclear"))),
    ask="Is the movant eligible for First Step Act time credits?",
    help="From the time credit assessment sheet; some convictions are excluded by statute.",
    why="Credits move the date of release, and so what the motion asks for.",
    source="18 U.S.C. § 3632(d)(4)",
    blank="eligibility for time credits",
)
CUSTODY_FSA_DAYS = Question(
    id="custody.fsa_days",
    kind=Number("days", most=40_000),
    ask="How many days of First Step Act time credits has the Bureau recorded?",
    help="The total earned on the newest time credit sheet. The program prints the Bureau’s number and "
    "computes none.",
    why="It prints as a line of its own, apart from time served.",
    source="18 U.S.C. § 3632(d)(4); 28 C.F.R. § 523.42",
    blank="days of First Step Act credits",
)
CUSTODY_PATTERN = Question(
    id="custody.pattern",
    kind=Choice((("minimum", "minimum"), ("low", "low"), ("medium", "medium"), ("high", "high"))),
    ask="What risk level does the Bureau’s PATTERN assessment give?",
    help="The level on the newest assessment. State it also when it is not favorable, because the "
    "government has it.",
    why="It is the Bureau’s own measure of the risk of a new offense.",
    source="18 U.S.C. § 3632(a)",
    blank="risk level",
)
CUSTODY_RDAP = Question(
    id="custody.rdap",
    kind=Text(),
    ask="Has the movant taken part in the residential drug abuse program?",
    help="State and date, so that they read in a sentence: completed on June 3, 2019; or: found not "
    "eligible." + AS_PHRASE,
    why="It bears on treatment, and completion can shorten some terms.",
    source="18 U.S.C. § 3621(e)",
    blank="residential drug abuse program",
)
CUSTODY_HOME_CONFINEMENT_DATE = Question(
    id="custody.home_confinement_date",
    kind=Date(),
    ask="On what date does the Bureau make home confinement possible?",
    help="The home detention eligibility date on the sentence sheet.",
    why="A near date is the first thing that the government will name.",
    source="18 U.S.C. § 3624(c)(2)",
    blank="home confinement eligibility date",
)
CUSTODY_PRERELEASE_DATE = Question(
    id="custody.prerelease_date",
    kind=Date(),
    ask="On what date is transfer to a residential reentry center planned?",
    help="The date that the unit team has submitted or that has been approved.",
    why="The release plan and the relief must fit it.",
    source="18 U.S.C. § 3624(c)(1)",
    blank="prerelease date",
)
CUSTODY_DETAINER = Question(
    id="custody.detainer",
    kind=YesNo(),
    ask="Is there a detainer against the movant?",
    help="A state, an immigration authority or another court may have lodged one; the sentence sheet lists "
    "them.",
    why="With a detainer a grant may mean a transfer and not a release.",
    source="AO 250 (deportation or immigration detainer)",
    blank="whether there is a detainer",
    needed_when=ALWAYS,
)
CUSTODY_DETAINER_DETAIL = Question(
    id="custody.detainer_detail",
    kind=LongText(),
    ask="Who has lodged the detainer, and for what?",
    help="Authority, charge or order, date, and what will happen on release." + AS_BRIEF,
    why="The court must know where the movant would go.",
    source="AO 250 (deportation or immigration detainer)",
    blank="detainer",
    shown_when=CUSTODY_DETAINER.is_(True),
    needed_when=ALWAYS,
)
CUSTODY_REMOVAL_ORDER = Question(
    id="custody.removal_order",
    kind=YesNo(),
    ask="Is there a final order of removal against the movant?",
    help="Ask immigration counsel or check the immigration court’s case line before you answer.",
    why="A final order of removal bars the use of time credits and changes the release plan.",
    source="18 U.S.C. § 3632(d)(4)(E)",
    blank="whether there is an order of removal",
)

PART = Part(
    "Custody",
    (
        CUSTODY_SINCE,
        CUSTODY_JAIL_CREDIT,
        CUSTODY_STATE_TIME,
        CUSTODY_GCT_LOST,
        CUSTODY_LITERACY,
        CUSTODY_FULL_TERM_DATE,
        CUSTODY_PROJECTED_RELEASE,
        CUSTODY_SHEET_REASON,
        CUSTODY_FSA_ELIGIBLE,
        CUSTODY_FSA_DAYS,
        CUSTODY_PATTERN,
        CUSTODY_RDAP,
        CUSTODY_HOME_CONFINEMENT_DATE,
        CUSTODY_PRERELEASE_DATE,
        CUSTODY_DETAINER,
        CUSTODY_DETAINER_DETAIL,
        CUSTODY_REMOVAL_ORDER,
    ),
    "From the Bureau of Prisons sentence sheet; ask the movant or the case manager for the newest one.",
)
