"""The medical record, asked once for all medical grounds."""

from __future__ import annotations

from drafter.core.kinds import Date, LongText, Text, YesNo
from drafter.core.question import ALWAYS, Part, Question
from drafter.core.rows import Column, ListOf
from drafter.practice.grounds import ANY_MEDICAL
from drafter.practice.questions.wording import AS_BRIEF, AS_PHRASE, KEPT

_SOURCE = "U.S.S.G. § 1B1.13(b)(1), (2)"

CONDITIONS = Question(
    id="medical.conditions",
    kind=ListOf(
        "condition",
        (
            Column("condition", "Condition", Text(), required=True),
            Column("noted", "First noted", Date()),
            Column("record", "Record and page", Text()),
            Column("treatment", "Treatment", Text()),
            Column("effect", "Effect on daily life", Text()),
        ),
    ),
    ask="Which conditions does the medical record show?",
    help="One row for each diagnosis that matters, in the record’s words, with the page where it stands "
    "(Ex. E at 14), what is done about it, and what it does to the movant’s day.",
    why="The table lets the court check every medical statement against the record.",
    source=_SOURCE,
    blank="conditions in the medical record",
    shown_when=ANY_MEDICAL,
    needed_when=ALWAYS,
)
CARE_LEVEL = Question(
    id="medical.care_level",
    kind=Text(),
    ask="Which care level has the Bureau assigned?",
    help="Medical and, if it matters, mental health care level, as the health record prints it: Care Level "
    "3.",
    why="It is the Bureau’s own statement of how much care the movant needs.",
    source=_SOURCE,
    blank="care level",
    shown_when=ANY_MEDICAL,
)
HOSPITAL = Question(
    id="medical.hospital",
    kind=ListOf(
        "hospital stay",
        (
            Column("when", "When", Text()),
            Column("place", "Where", Text()),
            Column("reason", "Why", Text()),
        ),
    ),
    ask="Which stays in a hospital or a medical center were there?",
    help="One row for each: March 3–9, 2026; Duke University Hospital; heart failure.",
    why="Stays outside show how serious the condition is and what the facility cannot do.",
    source=_SOURCE,
    blank="hospital stays",
    shown_when=ANY_MEDICAL,
)
AIDS = Question(
    id="medical.aids",
    kind=Text(),
    ask="Which aids does the movant use?",
    help="So that it reads after “uses”: a wheelchair, oxygen at night and a hospital bed." + AS_PHRASE,
    why="Aids that the Bureau itself has issued prove the limits.",
    source=_SOURCE,
    blank="aids in use",
    shown_when=ANY_MEDICAL,
)
MEDICINES = Question(
    id="medical.medicines",
    kind=LongText(),
    ask="Which medicines and treatments does the movant receive now?",
    help="From the newest list of prescriptions, with the purpose of each in a few words." + AS_BRIEF,
    why="It shows the burden of treatment and what must go on after release.",
    source=_SOURCE,
    blank="medicines and treatments",
    shown_when=ANY_MEDICAL,
)
KNOWN_AT_SENTENCING = Question(
    id="medical.known_at_sentencing",
    kind=LongText(),
    ask="What did the court know at sentencing about these conditions?",
    help="What the presentence report and the transcript say about health, and what has come or worsened "
    "since." + AS_BRIEF,
    why="What was known does not bar the motion, but what is new persuades.",
    source="U.S.S.G. § 1B1.13(e)",
    blank="what was known at sentencing",
    shown_when=ANY_MEDICAL,
)
REFUSALS = Question(
    id="medical.refusals",
    kind=LongText(),
    ask="Has the movant refused any care, and why?",
    help="Each refusal in the record with its date and reason. The government will find them." + AS_BRIEF,
    why="An explained refusal does less harm than a discovered one.",
    source=_SOURCE,
    blank="refusals of care",
    shown_when=ANY_MEDICAL,
)
CONSENT = Question(
    id="medical.consent",
    kind=YesNo(),
    ask="Has the movant signed consents for the release and use of medical records?",
    help="One for the Bureau’s records and one for each outside provider." + KEPT,
    why="Without them you can neither get nor file the records.",
    source="Practice; 28 C.F.R. § 513.42",
    blank="whether consents are signed",
    shown_when=ANY_MEDICAL,
    confidential=True,
)

PART = Part(
    "Medical record",
    (CONDITIONS, CARE_LEVEL, HOSPITAL, AIDS, MEDICINES, KNOWN_AT_SENTENCING, REFUSALS, CONSENT),
    "Asked once for all medical grounds. The records themselves go in as a sealed exhibit.",
)
