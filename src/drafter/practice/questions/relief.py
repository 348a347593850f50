"""What the motion asks the court to order."""

from __future__ import annotations

from drafter.core.kinds import Choice, LongText, Number, YesNo
from drafter.core.question import ALWAYS, Part, Question, Section
from drafter.practice.questions.wording import AS_BRIEF

_STATUTE = "18 U.S.C. § 3582(c)(1)(A)"

KIND = Question(
    id="relief.kind",
    kind=Choice((("time_served", "time served"), ("months", "a stated number of months"))),
    ask="To what should the sentence be reduced?",
    help="Time served means release at once; a number of months means a shorter sentence that may still "
    "run. Ask for what the facts carry.",
    why="A motion must state the relief sought, and the proposed order repeats it.",
    source=f"Fed. R. Crim. P. 47(b); {_STATUTE}; AO 248",
    blank="relief sought",
    needed_when=ALWAYS,
)
MONTHS = Question(
    id="relief.months",
    kind=Number("months", most=12_000),
    ask="To how many months should the sentence be reduced?",
    help="The whole new term, not the number of months to take off: 180.",
    why="The order needs an exact number.",
    source="Fed. R. Crim. P. 47(b); AO 248",
    blank="number of months asked for",
    shown_when=KIND.is_("months"),
    needed_when=ALWAYS,
)
ALTERNATIVE = Question(
    id="relief.alternative",
    kind=LongText(),
    ask="What should the court grant if it does not grant that?",
    help="A lesser reduction, a hearing, leave to add records, in the order in which you want them."
    + AS_BRIEF,
    why="A court that will not grant all may grant a part that was asked for.",
    source=_STATUTE,
    blank="alternative relief",
)
STAY_DAYS = Question(
    id="relief.stay_days",
    kind=Number("days", most=14),
    ask="For how many days should the release be stayed?",
    help="Only as many as verifying the home and the journey need, at most fourteen; leave it open to ask "
    "for none.",
    why="The form of order provides for a short stay.",
    source="AO 248 (stay of up to fourteen days)",
    blank="days of the stay",
)
SPECIAL_TERM = Question(
    id="relief.special_term",
    kind=Number("months", most=12_000),
    ask="How many months of special supervised release should the court add?",
    help="It comes before the term in the judgment and may not be longer than the unserved part of the "
    "prison term.",
    why="It lets the court put supervision in the place of the rest of the term.",
    source=f"{_STATUTE}; U.S.S.G. § 1B1.13(a)",
    blank="months of special supervised release",
)
HOME_DETENTION = Question(
    id="relief.home_detention",
    kind=Number("months", most=12_000),
    ask="For how many months should home detention be a condition?",
    help="As a condition of supervised release after a reduction, not as an order to the Bureau.",
    why="It answers both danger and just punishment.",
    source="18 U.S.C. §§ 3563(b)(19), 3583(d)",
    blank="months of home detention",
)
HEARING = Question(
    id="relief.hearing",
    kind=YesNo(),
    ask="Does the motion ask for a hearing?",
    help="Say yes where a witness or the movant should be heard; some courts want the request in the "
    "caption.",
    why="A court need not hold a hearing that nobody asks for.",
    source="Local rules on hearings",
    blank="whether a hearing is requested",
)
COUNSEL = Question(
    id="relief.counsel",
    kind=YesNo(),
    ask="Does the motion ask the court to appoint counsel?",
    help="For a movant who files alone, or for counsel who asks to be appointed.",
    why="The request must be made in the motion or beside it.",
    source="18 U.S.C. § 3006A; AO 250 (appointed counsel)",
    blank="whether counsel is requested",
)
RECORDS = Question(
    id="relief.records",
    kind=YesNo(),
    ask="Does the motion ask for an order that the Bureau produce records?",
    help="Say yes if records were asked for and have not come; tell in the declaration when and how you "
    "asked.",
    why="The form of order lets the court direct the government to file the Bureau’s records.",
    source="AO 248 (order to produce records)",
    blank="whether records are requested",
)
SUPPLEMENT = Question(
    id="relief.supplement",
    kind=YesNo(),
    ask="Does the motion ask for leave to supplement it?",
    help="Say yes if papers on the exhibit list are still to come.",
    why="The court may otherwise rule before they arrive.",
    source="Practice",
    blank="whether leave to supplement is requested",
)

SECTION = Section(
    "relief",
    "Relief",
    "What the court is asked to order, in exact words.",
    (
        Part("The reduction", (KIND, MONTHS, ALTERNATIVE, STAY_DAYS, SPECIAL_TERM, HOME_DETENTION)),
        Part("Other requests", (HEARING, COUNSEL, RECORDS, SUPPLEMENT)),
    ),
)
