"""Signature, service, certificates and confirmations."""

from __future__ import annotations

from drafter.core.kinds import Choice, Date, LongText, Text
from drafter.core.question import ALWAYS, Part, Question, Section
from drafter.core.rows import Column, ListOf
from drafter.practice.questions.wording import AS_BRIEF

PLACE = Question(
    id="signature.place",
    kind=Text(),
    ask="Where will the motion be signed?",
    help="City and state: Charlotte, North Carolina. Leave it open if the court’s form has no place.",
    why="It completes the signature block.",
    source="Practice",
    blank="place of signing",
)
SERVICE_METHOD = Question(
    id="service.method",
    kind=Choice(
        (
            ("cmecf", "electronic filing (CM/ECF)"),
            ("mail", "mail"),
            ("both", "electronic filing and mail"),
        ),
    ),
    ask="How will the motion be served?",
    help="Counsel serves through the court’s electronic filing system; a movant who files alone usually by "
    "mail. Sealed papers need service of their own.",
    why="It decides whether a certificate of service is needed and what it says.",
    source="Fed. R. Crim. P. 49(a), (b)(1)",
    blank="method of service",
    needed_when=ALWAYS,
)
SERVICE_ON = Question(
    id="service.on",
    kind=Date(),
    ask="On what date will it be served?",
    help="Leave it open if it is the filing date.",
    why="The certificate states the day.",
    source="Fed. R. Crim. P. 49(b)(1)",
    blank="date of service",
)
SERVICE_RECIPIENTS = Question(
    id="service.recipients",
    kind=ListOf(
        "recipient",
        (
            Column("name", "Name", Text(), required=True),
            Column("office", "Office", Text()),
            Column("address", "Address", Text()),
        ),
    ),
    ask="On whom will it be served?",
    help="One row for each, the Assistant United States Attorney first; an office address only, and none "
    "where service is electronic.",
    why="A paper must be served on every party.",
    source="Fed. R. Crim. P. 49(a)(1)",
    blank="persons served",
    needed_when=ALWAYS,
)
CERTIFICATE_CONFERENCE = Question(
    id="certificate.conference",
    kind=LongText(),
    ask="What should the certificate of conference say?",
    help="Who spoke or wrote with whom, when, and why no agreement was reached, in the words that the "
    "local rule wants. Leave it open to state the date and position alone." + AS_BRIEF,
    why="Some courts want more than the position.",
    source="Local rules on conferral",
    blank="certificate of conference",
)
# Not printed in the motion: it prints in the check list only.
CONFIRMATIONS_LAW = Question(
    id="confirmations.law",
    kind=ListOf(
        "confirmation",
        (
            Column("item", "Item of law", Text(), required=True),
            Column("confirmed_by", "Confirmed by", Text(), required=True),
            Column("confirmed_on", "Confirmed on", Date(), required=True),
            Column("source", "Source that was read", Text(), required=True),
        ),
    ),
    ask="Which unverified items of law has a named person read and confirmed?",
    help="One row for each item that the program marks as unverified and this motion prints: its name as "
    "shown, who read the original, when, and where. It prints in the check list and not in the motion.",
    why="No authority should reach a court that nobody has read.",
    source="Practice; local rules on citations",
    blank="confirmations of the law",
)
ORDER_RULING = Question(
    id="order.ruling",
    kind=Choice(
        (
            ("granted", "granted"),
            ("in_part", "granted in part"),
            ("denied", "denied"),
        ),
    ),
    ask="How has the court ruled on this motion?",
    help="Leave it open until there is an order. An order that grants less than was asked grants in part.",
    why="It decides whose time to appeal is running, and whether the kit holds a notice of appeal.",
    source="Fed. R. App. P. 4(b)(1)",
    blank="ruling on this motion",
)
#: Where a notice of appeal is in the kit, which names the order.
_APPEALED = ORDER_RULING.is_("denied", "in_part")
ORDER_DATED = Question(
    id="order.dated",
    kind=Date(),
    ask="What is the date of the order on this motion?",
    help="The day on which the judge signed it. The day of its entry on the docket is the next question.",
    why="A notice of appeal must designate the order from which it is taken.",
    source="Fed. R. App. P. 3(c)(1)(B)",
    blank="date of the order on this motion",
    shown_when=ORDER_RULING.answered,
    needed_when=_APPEALED,
)
ORDER_ENTERED_ON = Question(
    id="order.entered_on",
    kind=Date(),
    ask="On what date was the order on this motion entered on the docket?",
    help="The day beside its entry on the docket sheet, which can be later than the date of the order.",
    why="The time to appeal and to ask for reconsideration runs from the entry, and it is short.",
    source="Fed. R. App. P. 4(b)(1)(A)(i), (b)(6)",
    blank="date on which the order on this motion was entered",
    shown_when=ORDER_RULING.answered,
    needed_when=_APPEALED,
)
ORDER_DOCKET = Question(
    id="order.docket",
    kind=Text(),
    ask="What is the docket number of the order on this motion?",
    help="The number of its entry on the docket sheet: 104. It prints with the court’s own prefix.",
    why="A notice of appeal must designate the order from which it is taken.",
    source="Fed. R. App. P. 3(c)(1)(B)",
    blank="docket number of the order on this motion",
    shown_when=ORDER_RULING.answered,
    needed_when=_APPEALED,
)

SECTION = Section(
    "signature",
    "Signature and service",
    "The last page: who signs where, and who receives the paper.",
    (
        Part("Signature", (PLACE,)),
        Part(
            "Service and certificates",
            (SERVICE_METHOD, SERVICE_ON, SERVICE_RECIPIENTS, CERTIFICATE_CONFERENCE),
        ),
        Part(
            "Confirmations",
            (CONFIRMATIONS_LAW,),
            "For the file: every item of law that the program could not verify itself.",
        ),
        Part(
            "The order on this motion",
            (ORDER_RULING, ORDER_DATED, ORDER_ENTERED_ON, ORDER_DOCKET),
            "Once the court has ruled: the deadlines count from the entry of the order, and a notice of appeal names it.",
        ),
    ),
)
