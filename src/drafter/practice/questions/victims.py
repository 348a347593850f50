"""Victims, and the government's position."""

from __future__ import annotations

from drafter.core.kinds import Choice, Date, LongText, Text, YesNo
from drafter.core.question import ALWAYS, Part, Question, Section
from drafter.practice.questions.wording import AS_BRIEF, KEPT

_VICTIMS = "18 U.S.C. § 3771(a); U.S.S.G. § 1B1.13, comment."

IDENTIFIABLE = Question(
    id="victims.identifiable",
    kind=YesNo(),
    ask="Were there identifiable victims of the offense?",
    help="From the presentence report’s part on victim impact and from the restitution order. Ask the "
    "government’s victim coordinator, not the victims.",
    why="The court looks to victims before it grants.",
    source=_VICTIMS,
    blank="whether there were identifiable victims",
    needed_when=ALWAYS,
)
_ANY = IDENTIFIABLE.is_(True)

KIND = Question(
    id="victims.kind",
    kind=Text(),
    ask="Who are the victims, by kind?",
    help="Family, minors, strangers, institutions." + KEPT,
    why="It tells you what care the papers need.",
    source=_VICTIMS,
    blank="kind of victims",
    shown_when=_ANY,
    confidential=True,
)
VIEWS = Question(
    id="victims.views",
    kind=LongText(),
    ask="What views have the victims expressed?",
    help="Only what stands in the record or came through the government; no names." + AS_BRIEF,
    why="Views that are known should be stated fairly, whatever they are.",
    source=_VICTIMS,
    blank="views of the victims",
    shown_when=_ANY,
)
NOTICE = Question(
    id="victims.notice",
    kind=LongText(),
    ask="How have the victims been, or how will they be, notified?",
    help="That the government was asked to give notice, when, and what it said." + AS_BRIEF,
    why="The court is encouraged to see that victims are notified and can be heard.",
    source=_VICTIMS,
    blank="notice to victims",
    shown_when=_ANY,
)
CONTACT_LIMITS = Question(
    id="victims.contact_limits",
    kind=Text(),
    ask="Which limits on contact with victims are in force or needed?",
    help="Orders, conditions, distances, and how the plan keeps to them." + KEPT,
    why="The release plan must not bring the movant near a victim.",
    source="18 U.S.C. § 3583(d)",
    blank="limits on contact with victims",
    shown_when=_ANY,
    confidential=True,
)
GOVERNMENT_CONFERRED = Question(
    id="government.conferred",
    kind=YesNo(),
    ask="Have you asked the government for its position?",
    help="An e-mail to the Assistant United States Attorney with the grounds and the relief usually "
    "serves; read the local rule.",
    why="Local rules often ask for a statement of conferral, and an unopposed motion is easier to grant.",
    source="Local rules on conferral",
    blank="whether counsel conferred",
    needed_when=ALWAYS,
)
GOVERNMENT_CONFERRED_ON = Question(
    id="government.conferred_on",
    kind=Date(),
    ask="On what date did you confer?",
    help="The date of the last exchange, not of the first message.",
    why="The certificate of conference states it.",
    source="Local rules on conferral",
    blank="date of the conference",
    shown_when=GOVERNMENT_CONFERRED.is_(True),
    needed_when=ALWAYS,
)
GOVERNMENT_POSITION = Question(
    id="government.position",
    kind=Choice(
        (
            ("unopposed", "does not oppose"),
            ("opposed", "opposes"),
            ("no_position", "takes no position"),
            ("unknown", "has not stated its position"),
        ),
    ),
    ask="What is the government’s position on the motion?",
    help="As it was given to you, best in writing. Choose the last where no answer has come.",
    why="It stands in the first paragraph and, in some courts, in the title.",
    source="Local rules on conferral",
    blank="position of the government",
    needed_when=ALWAYS,
)
GOVERNMENT_REASONS = Question(
    id="government.reasons",
    kind=LongText(),
    ask="What reasons has the government given?",
    help="Its reasons, fairly and with their date, if they may be repeated." + AS_BRIEF,
    why="It lets the motion answer them in the opening paper.",
    source="Practice",
    blank="reasons of the government",
)

SECTION = Section(
    "victims",
    "Victims and the government’s position",
    "Who was harmed, and what the government says.",
    (
        Part("Victims", (IDENTIFIABLE, KIND, VIEWS, NOTICE, CONTACT_LIMITS)),
        Part(
            "The government",
            (GOVERNMENT_CONFERRED, GOVERNMENT_CONFERRED_ON, GOVERNMENT_POSITION, GOVERNMENT_REASONS),
        ),
    ),
)
