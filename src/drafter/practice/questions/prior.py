"""Earlier motions for the same relief, and what a renewed motion must answer."""

from __future__ import annotations

from drafter.core.kinds import Date, LongText, Text, YesNo
from drafter.core.question import ALWAYS, Part, Question, Section
from drafter.core.rows import Column, ListOf
from drafter.practice.questions.wording import AS_BRIEF, AS_PHRASE

ANY = Question(
    id="prior.any",
    kind=YesNo(),
    ask="Has anyone asked for a reduction of this sentence before?",
    help="Any earlier motion under § 3582(c), by the movant alone or by counsel, in this case. Read the "
    "whole docket.",
    why="The court will look for it, and the motion must name it first.",
    source="18 U.S.C. § 3582(c)(1)(A)",
    blank="whether there was an earlier motion",
    needed_when=ALWAYS,
)
MOTIONS = Question(
    id="prior.motions",
    kind=ListOf(
        "motion",
        (
            Column("filed", "Filed on", Date(), required=True),
            Column("relief", "Relief sought and grounds", Text(), required=True),
            Column("by", "Filed by", Text()),
            Column("ruling", "Ruling", Text(), required=True),
            Column("ruled", "Ruled on", Date()),
            Column("docket", "Docket number", Text()),
            Column("reason", "Reason given", Text()),
        ),
    ),
    ask="What earlier motions were there, and how were they decided?",
    help="One row for each, in the order of time: who filed it, on which grounds, how the court ruled and "
    "why, in its own words where short. Write “pending” where there is no ruling.",
    why="The table shows the court its own history with the case.",
    source="Docket",
    blank="earlier motions",
    shown_when=ANY.is_(True),
    needed_when=ALWAYS,
)
RENEWED = Question(
    id="prior.renewed",
    kind=YesNo(),
    ask="Does this motion renew one that was denied?",
    help="Answer yes if it asks again on the same or a similar ground. A renewed motion needs its own "
    "request to the warden.",
    why="It adds the section that says what is new and what the first order did not address.",
    source="18 U.S.C. § 3582(c)(1)(A)",
    blank="whether this is a renewed motion",
    shown_when=ANY.is_(True),
    needed_when=ALWAYS,
)
_RENEWED = RENEWED.is_(True)

DENIED_ON = Question(
    id="prior.denied_on",
    kind=Date(),
    ask="On what date was the earlier motion denied?",
    help="The date of the order itself. The next question asks for the day of its entry on the docket.",
    why="The new facts are those since that day.",
    source="Docket",
    blank="date of the earlier order",
    shown_when=_RENEWED,
    needed_when=ALWAYS,
)
ENTERED_ON = Question(
    id="prior.entered_on",
    kind=Date(),
    ask="On what date was that order entered on the docket?",
    help="The day beside its entry on the docket sheet, which can be later than the date of the order.",
    why="The time to appeal and to ask for reconsideration runs from the entry and not from the order’s date.",
    source="Fed. R. App. P. 4(b)(1)(A)(i), (b)(6)",
    blank="date on which the earlier order was entered",
    shown_when=_RENEWED,
)
ORDER_REASONS = Question(
    id="prior.order_reasons",
    kind=LongText(),
    ask="Why did the court deny the earlier motion?",
    help="The reasons of the order, fairly and in full, with its docket number and page." + AS_BRIEF,
    why="A renewed motion is read against the order that it asks the court to leave behind.",
    source="Order on the earlier motion",
    blank="reasons of the earlier order",
    shown_when=_RENEWED,
    needed_when=ALWAYS,
)
NOT_ADDRESSED = Question(
    id="prior.not_addressed",
    kind=ListOf(
        "point",
        (
            Column("point", "Point the order did not address", Text(), required=True),
            Column("answer", "Where this motion answers it", Text(), required=True),
        ),
    ),
    ask="What did the earlier order not address, and where does this motion answer it?",
    help="One row for each: a fact, a ground or a document that the order passed over or got wrong, and "
    "the section or exhibit of this motion. State it without reproach.",
    why="What the judge missed once must not be missed again.",
    source="Practice",
    blank="points the earlier order did not address",
    shown_when=_RENEWED,
    needed_when=ALWAYS,
)
NEW_FACTS = Question(
    id="prior.new_facts",
    kind=LongText(),
    ask="What has changed since the earlier motion?",
    help="Only facts that are new since then, each with its date and its exhibit." + AS_BRIEF,
    why="New facts are the best reason to rule differently.",
    source="Practice",
    blank="new facts",
    shown_when=_RENEWED,
    needed_when=ALWAYS,
)
PENDING_APPEAL = Question(
    id="prior.pending_appeal",
    kind=YesNo(),
    ask="Is an appeal from the earlier order pending?",
    help="Look at the docket of the court of appeals on the day of filing.",
    why="While an appeal is pending the district court’s power to grant may be limited.",
    source="Fed. R. Crim. P. 37(a)",
    blank="whether an appeal is pending",
    shown_when=_RENEWED,
)
APPEAL_DETAIL = Question(
    id="prior.appeal_detail",
    kind=Text(),
    ask="Which appeal is pending?",
    help="Court, number and state, so that they read after “An appeal is pending:”: No. 26-1234 (4th "
    "Cir.), briefing complete." + AS_PHRASE,
    why="The court needs it to decide whether it can rule.",
    source="Fed. R. Crim. P. 37(a)",
    blank="court and number of the appeal",
    shown_when=PENDING_APPEAL.is_(True),
)

SECTION = Section(
    "prior",
    "Prior motions",
    "Earlier motions for the same relief, and what this one adds.",
    (
        Part(
            "Earlier motions",
            (
                ANY,
                MOTIONS,
                RENEWED,
                DENIED_ON,
                ENTERED_ON,
                ORDER_REASONS,
                NOT_ADDRESSED,
                NEW_FACTS,
                PENDING_APPEAL,
                APPEAL_DETAIL,
            ),
        ),
    ),
)
