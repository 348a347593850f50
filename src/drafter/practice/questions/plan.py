"""The release plan."""

from __future__ import annotations

from drafter.core.kinds import Address, LongText, Text, YesNo
from drafter.core.question import ALWAYS, Part, Question, Section
from drafter.core.rows import Column, ListOf
from drafter.practice.grounds import ANY_MEDICAL
from drafter.practice.questions.wording import AS_BRIEF, AS_PHRASE

_PLAN = "28 C.F.R. § 571.61(a)(2)"

ADDRESS = Question(
    id="plan.address",
    kind=Address(),
    ask="At what address would the movant live?",
    help="The whole address, so that it can be verified; only city and state print in a public paper, the "
    "rest goes into the sealed plan.",
    why="A plan without a verified home is no plan.",
    source=f"{_PLAN}; Fed. R. Crim. P. 49.1(a)(5)",
    blank="city and state of the release address",
    needed_when=ALWAYS,
    private="home_address",
)
HOUSEHOLD = Question(
    id="plan.household",
    kind=ListOf(
        "household member",
        (
            Column("name", "Name", Text(), required=True),
            Column("relation", "Relation", Text()),
            Column("consents", "Consents", YesNo(), required=True),
        ),
    ),
    ask="Who lives there, and does each consent?",
    help="One row for each person; initials for a minor. Speak with every adult yourself, and write yes "
    "only after that.",
    why="One resident who objects undoes the plan.",
    source=f"AO 250 (release plan); {_PLAN}; Fed. R. Crim. P. 49.1(a)(3)",
    blank="household and consents",
    needed_when=ALWAYS,
)
# Not printed beyond these words: the owner's own address and number stay in the sealed plan.
OWNER = Question(
    id="plan.owner",
    kind=Text(),
    ask="Who owns or rents the home?",
    help="So that it reads after “The home is”: owned by the movant’s sister; rented by Maria Roe, whose "
    "landlord consents. No address and no telephone number." + AS_PHRASE,
    why="The owner’s or landlord’s consent must be sure.",
    source="AO 250 (release plan)",
    blank="who owns or rents the home",
)
SUPPORT = Question(
    id="plan.support",
    kind=LongText(),
    ask="How would the movant be supported?",
    help="Whose income, which benefits, how much a month, from when, with the letters that prove it."
    + AS_BRIEF,
    why="The regulation asks how the movant will support himself or herself.",
    source=_PLAN,
    blank="means of support",
    needed_when=ALWAYS,
)
JOB = Question(
    id="plan.job",
    kind=LongText(),
    ask="What work would the movant do?",
    help="The offer, the employer’s line of business and city, pay and start; or the training and search "
    "that are planned." + AS_BRIEF,
    why="Work is the strongest part of a plan for anyone who can do it.",
    source="AO 250 (release plan)",
    blank="work after release",
)
HEALTH_CARE = Question(
    id="plan.health_care",
    kind=LongText(),
    ask="Where would the movant receive medical care?",
    help="Clinic or physician, first appointment, who brings the records, how medicines continue in the "
    "first weeks." + AS_BRIEF,
    why="Where the ground is health, the regulation asks where treatment will be received.",
    source=_PLAN,
    blank="medical care after release",
    needed_when=ANY_MEDICAL,
)
PAYMENT = Question(
    id="plan.payment",
    kind=Text(),
    ask="How would medical care be paid for?",
    help="So that it reads after “Care will be paid for by”: Medicaid, for which an application is ready; "
    "the Department of Veterans Affairs. No policy numbers." + AS_PHRASE,
    why="Where the ground is health, the regulation asks how treatment will be paid for.",
    source=_PLAN,
    blank="how care will be paid for",
)
TRANSPORT = Question(
    id="plan.transport",
    kind=Text(),
    ask="How would the movant get from the facility to the home?",
    help="Who drives or which bus or flight, and within how many days, so that it reads in a sentence: by "
    "car with his brother on the day of release." + AS_PHRASE,
    why="It decides how long a stay of release the order needs.",
    source="AO 248 (stay of release)",
    blank="travel to the home",
)
DISTRICT = Question(
    id="plan.district",
    kind=Text(),
    ask="In which district would the movant be supervised?",
    help="The district in which the home lies: the Eastern District of New York.",
    why="Probation there must accept the plan.",
    source="18 U.S.C. §§ 3583, 3605",
    blank="district of supervision",
    needed_when=ALWAYS,
)
PROBATION = Question(
    id="plan.probation",
    kind=Text(),
    ask="Has the probation office looked at the plan?",
    help="Who and when, so that it reads in a sentence: Officer Ann Lee was told of the plan on June 2, "
    "2026.",
    why="A plan that probation knows can be carried out at once.",
    source="18 U.S.C. § 3603",
    blank="contact with the probation office",
)
TREATMENT = Question(
    id="plan.treatment",
    kind=LongText(),
    ask="Which treatment or programs would the movant attend?",
    help="Provider, kind, first date, and that there is a place." + AS_BRIEF,
    why="It turns a condition of release into an appointment.",
    source="18 U.S.C. § 3142(g)(3)(A)",
    blank="treatment and programs",
)
DOCUMENTS = Question(
    id="plan.documents",
    kind=Text(),
    ask="Which identity documents does the movant have?",
    help="So that it reads after “has”: a birth certificate and a Social Security card; a driver’s license "
    "must be renewed. No numbers." + AS_PHRASE,
    why="Without documents neither work nor benefits can begin.",
    source="Practice",
    blank="identity documents",
)
FIREARMS = Question(
    id="plan.firearms",
    kind=YesNo(),
    ask="Are all firearms out of the home?",
    help="Ask every adult who lives there. Answer yes only if there were none or they are gone, and say "
    "when you asked in the sealed plan.",
    why="A person convicted of a felony may not possess one.",
    source="18 U.S.C. § 922(g)(1)",
    blank="whether all firearms are out of the home",
    needed_when=ALWAYS,
)
RESTRICTIONS = Question(
    id="plan.restrictions",
    kind=LongText(),
    ask="Do any orders or rules limit where or with whom the movant may live?",
    help="Registration, distance from schools, no-contact orders, housing rules, and how the plan meets "
    "each. Name no victim." + AS_BRIEF,
    why="A plan that breaks a rule falls at the first check.",
    source="Judgment; state law",
    blank="limits on residence or contact",
)

SECTION = Section(
    "plan",
    "Release plan",
    "Where the movant would live, who is there, how life would be paid for, and who would help. The "
    "warden’s request needs the same plan.",
    (
        Part("Home", (ADDRESS, HOUSEHOLD, OWNER, FIREARMS, RESTRICTIONS)),
        Part("Support and care", (SUPPORT, JOB, HEALTH_CARE, PAYMENT, TREATMENT, DOCUMENTS)),
        Part("Release and supervision", (TRANSPORT, DISTRICT, PROBATION)),
    ),
)
