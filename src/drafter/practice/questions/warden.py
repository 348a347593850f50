"""Exhaustion: the request to the warden, its receipt and the answer."""

from __future__ import annotations

from drafter.core.kinds import Choice, Date, LongText, Text, YesNo
from drafter.core.question import ALWAYS, Part, Question, Section
from drafter.core.rows import Column, ListOf
from drafter.practice.grounds.labels import GROUND_CHOICES
from drafter.practice.questions.wording import AS_BRIEF, AS_PHRASE

_STATUTE = "18 U.S.C. § 3582(c)(1)(A)"

SENT = Question(
    id="warden.sent",
    kind=YesNo(),
    ask="Has a request for this reduction been sent to the warden?",
    help="A request that the Bureau bring a motion on the movant’s behalf, addressed to the warden of the "
    "movant’s facility. A request for home confinement or a sick-call slip is not one.",
    why="Without it the motion fails wherever the government objects.",
    source=f"{_STATUTE}; 28 C.F.R. § 571.61",
    blank="whether a request was sent to the warden",
    needed_when=ALWAYS,
)
_SENT = SENT.is_(True)

SENT_ON = Question(
    id="warden.sent_on",
    kind=Date(),
    ask="On what date was the request sent?",
    help="The date of the letter or message as sent, from the copy. For a renewed motion, the new request.",
    why="It begins the record of exhaustion.",
    source="AO 250 (request to the warden)",
    blank="date of the request",
    shown_when=_SENT,
    needed_when=ALWAYS,
)
SENT_BY = Question(
    id="warden.sent_by",
    kind=Choice(
        (
            ("movant", "the movant"),
            ("counsel", "counsel"),
            ("family", "a family member"),
            ("other", "another person on the movant’s behalf"),
        ),
    ),
    ask="Who sent the request?",
    help="The person who signed it. Another person may make the request for the movant.",
    why="The court must see that the request was made by or for the movant.",
    source="28 C.F.R. § 571.61(b)",
    blank="who sent the request",
    shown_when=_SENT,
    needed_when=ALWAYS,
)
METHOD = Question(
    id="warden.method",
    kind=Text(),
    ask="How was the request sent?",
    help="So that it reads after “sent by”: certified mail; e-mail to the executive assistant; the "
    "prison’s electronic message system." + AS_PHRASE,
    why="The way of sending decides what can prove the receipt.",
    source="28 C.F.R. § 571.61(a)",
    blank="how the request was sent",
    shown_when=_SENT,
    needed_when=ALWAYS,
)
ADDRESSEE = Question(
    id="warden.addressee",
    kind=Text(),
    ask="To whom was the request addressed?",
    help="Title and facility as on the request: Warden, FCI Otisville.",
    why="The statute counts from receipt by the warden of the movant’s facility.",
    source=_STATUTE,
    blank="addressee of the request",
    shown_when=_SENT,
    needed_when=ALWAYS,
)
RECEIVED_ON = Question(
    id="warden.received_on",
    kind=Date(),
    ask="On what date did the warden receive the request?",
    help="From a stamped copy, a return receipt, the message system or the reply. Do not infer it from the "
    "date of sending; if nothing proves it, mark it unknown and ask the facility.",
    why="The thirty days run from this date and no other.",
    source=_STATUTE,
    blank="date of receipt by the warden",
    shown_when=_SENT,
    needed_when=ALWAYS,
)
RECEIPT_PROOF = Question(
    id="warden.receipt_proof",
    kind=Text(),
    ask="What proves the date of receipt?",
    help="The paper itself, so that it reads after “as shown by”: the certified-mail receipt dated June 4, "
    "2026. Make it an exhibit." + AS_PHRASE,
    why="Without proof of receipt the court cannot find that the thirty days have run.",
    source=_STATUTE,
    blank="proof of receipt",
    shown_when=_SENT,
    needed_when=ALWAYS,
)
GROUNDS = Question(
    id="warden.grounds",
    kind=ListOf(
        "ground",
        (
            Column("ground", "Ground", Choice(GROUND_CHOICES), required=True),
            Column("words", "In the words of the request", Text()),
        ),
    ),
    ask="Which grounds did the request put to the warden?",
    help="One row for each ground, with its words copied from the request. Choose the paragraph that the "
    "words come closest to, also where the request names none.",
    why="The motion shows the court that the warden was asked on the grounds that it now raises.",
    source="28 C.F.R. § 571.61(a)(1)",
    blank="grounds put to the warden",
    shown_when=_SENT,
    needed_when=ALWAYS,
)
PLAN_INCLUDED = Question(
    id="warden.plan_included",
    kind=YesNo(),
    ask="Did the request include a release plan?",
    help="Where the movant would live and be supported and, for health grounds, where treatment would be "
    "received and how it would be paid for.",
    why="The regulation asks for a plan in the request itself.",
    source="28 C.F.R. § 571.61(a)(2)",
    blank="whether the request included a plan",
    shown_when=_SENT,
)
RESPONSE = Question(
    id="warden.response",
    kind=Choice(
        (
            ("none", "no response"),
            ("denied", "denied"),
            ("returned", "returned or rejected without a decision"),
            ("granted", "granted or sent on for approval"),
        ),
    ),
    ask="How did the warden respond?",
    help="Choose by the paper that came back. A reply that asks for more information is a return.",
    why="It completes the record of exhaustion.",
    source="28 C.F.R. §§ 571.62, 571.63",
    blank="response of the warden",
    shown_when=_SENT,
    needed_when=ALWAYS,
)
_ANSWERED = RESPONSE.is_("denied", "returned", "granted")

RESPONDED_ON = Question(
    id="warden.responded_on",
    kind=Date(),
    ask="On what date did the warden respond?",
    help="The date of the reply, not the date on which the movant got it.",
    why="It shows whether the reply came before or after the thirty days.",
    source="28 C.F.R. § 571.63",
    blank="date of the response",
    shown_when=_ANSWERED,
    needed_when=ALWAYS,
)
RESPONSE_TEXT = Question(
    id="warden.response_text",
    kind=LongText(),
    ask="What does the response say?",
    help="Report its reasons, with the words that matter in quotation marks, copied exactly." + AS_BRIEF,
    why="A form answer, or one to another question, speaks for itself.",
    source="28 C.F.R. § 571.63",
    blank="text of the response",
    shown_when=_ANSWERED,
    needed_when=ALWAYS,
)
APPEALS = Question(
    id="warden.appeals",
    kind=ListOf(
        "appeal",
        (
            Column(
                "level",
                "Level",
                Choice(
                    (
                        ("bp9", "BP-9 (warden)"),
                        ("bp10", "BP-10 (region)"),
                        ("bp11", "BP-11 (General Counsel)"),
                    )
                ),
                required=True,
            ),
            Column("filed", "Filed on", Date()),
            Column("answered", "Answered on", Date()),
            Column("outcome", "Outcome", Text()),
        ),
    ),
    ask="Were administrative appeals filed?",
    help="One row for each form that was filed. Leave it empty if none was.",
    why="A full administrative appeal is the statute’s other way to the court.",
    source=f"{_STATUTE}; 28 C.F.R. §§ 542.14, 542.15, 571.63",
    blank="administrative appeals",
    shown_when=_SENT,
)
TRANSFER = Question(
    id="warden.transfer",
    kind=Text(),
    ask="Has the movant been moved to another facility since the request?",
    help="From where, to where and when, so that it reads after “The movant was transferred”: from FCI "
    "Butner to FCI Otisville on July 1, 2026." + AS_PHRASE,
    why="The government may ask which warden had to receive the request.",
    source=_STATUTE,
    blank="transfer since the request",
    shown_when=_SENT,
)
EARLIER = Question(
    id="warden.earlier",
    kind=ListOf(
        "request",
        (
            Column("sent", "Sent on", Date()),
            Column("received", "Received on", Date()),
            Column("grounds", "Grounds", Text()),
            Column("outcome", "Outcome", Text()),
        ),
    ),
    ask="Were there earlier requests to a warden?",
    help="One row for each request before this one, with what came of it.",
    why="It shows the court the whole record, and which request supports which motion.",
    source=_STATUTE,
    blank="earlier requests",
    shown_when=_SENT,
)
WAIVED = Question(
    id="warden.waived",
    kind=YesNo(),
    ask="Has the government waived the requirement, or agreed not to raise it?",
    help="Answer yes only with a writing: a filing, a stipulation or an e-mail. Whether a court accepts it "
    "depends on the circuit.",
    why="A waiver can stand in for proof, but only as an alternative.",
    source="Circuit law on claim-processing rules",
    blank="whether the government has waived exhaustion",
)
WAIVER_DETAIL = Question(
    id="warden.waiver_detail",
    kind=Text(),
    ask="What is the waiver, and where is it written?",
    help="Who, when and where, so that it reads after “The government waived exhaustion”: in its response "
    "of May 4, 2026 (ECF No. 210, at 3)." + AS_PHRASE,
    why="The court must be able to read it.",
    source="Circuit law on claim-processing rules",
    blank="waiver and its source",
    shown_when=WAIVED.is_(True),
    needed_when=ALWAYS,
)
NOT_BOP = Question(
    id="warden.not_bop",
    kind=YesNo(),
    ask="Is the movant held somewhere other than a facility of the Bureau of Prisons?",
    help="A county jail, a private or state prison, a reentry center. If yes, read the circuit’s law on "
    "who the warden is before you rely on a request.",
    why="The statute speaks of the warden of the movant’s facility.",
    source=_STATUTE,
    blank="whether the movant is outside the Bureau",
)

SECTION = Section(
    "warden",
    "Exhaustion: the request to the warden",
    "The first thing that the court looks at: what was asked, when the warden received it, and what came "
    "back.",
    (
        Part(
            "The request",
            (SENT, SENT_ON, SENT_BY, METHOD, ADDRESSEE, RECEIVED_ON, RECEIPT_PROOF, GROUNDS, PLAN_INCLUDED),
        ),
        Part("The response", (RESPONSE, RESPONDED_ON, RESPONSE_TEXT, APPEALS)),
        Part("Other circumstances", (TRANSFER, EARLIER, WAIVED, WAIVER_DETAIL, NOT_BOP)),
    ),
)
