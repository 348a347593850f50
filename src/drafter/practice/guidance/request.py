"""Earlier motions, and the request to the warden."""

from __future__ import annotations

from typing import Final

from drafter.practice.guidance.guide import (
    CLIENT,
    COUNSEL,
    DOCKET,
    FOR_THE_LAWYER,
    REQUEST,
    Guide,
)

_SENDER: Final = "Whoever sent the request"
_REPLY: Final = "The warden’s reply"
_RECEIPT: Final = "Stamped copy, return receipt, message log, or the warden’s reply"
_ORDER: Final = "Order on the earlier motion"

GUIDES: Final[dict[str, Guide]] = {
    "prior.any": Guide("Have you asked a judge for less time before?", CLIENT, DOCKET),
    "prior.motions": Guide(
        "What did you ask for each time? What did the judge say?",
        CLIENT,
        f"{DOCKET}: each motion and each order",
        "The government will cite every earlier denial.",
    ),
    "prior.renewed": Guide(
        "Are you asking again for the same thing?",
        COUNSEL,
        f"{DOCKET}: the earlier motion",
        "The government may say that this motion repeats one that was denied.",
    ),
    "prior.denied_on": Guide("On what day did the judge say no?", CLIENT, f"{_ORDER}, date"),
    "prior.entered_on": Guide(FOR_THE_LAWYER, COUNSEL, f"{DOCKET}: the day beside the order"),
    "prior.order_reasons": Guide(
        "Why did the judge say no?",
        COUNSEL,
        _ORDER,
        "The government may say that the reasons of the first order still hold.",
    ),
    "prior.not_addressed": Guide(
        "Did the judge miss something that you had sent?",
        COUNSEL,
        f"{_ORDER}, beside the earlier motion and its exhibits",
    ),
    "prior.new_facts": Guide(
        "What has changed since then?",
        CLIENT,
        "Records that are dated after the order",
        "The government may say that nothing has changed.",
    ),
    "prior.pending_appeal": Guide(
        "Is your appeal from that order still open?", COUNSEL, "Docket of the court of appeals"
    ),
    "prior.appeal_detail": Guide(FOR_THE_LAWYER, COUNSEL, "Docket of the court of appeals"),
    "warden.sent": Guide(
        "Did you, or someone for you, ask the warden to file this for you?",
        CLIENT,
        REQUEST,
        "The government may say that no proper request was ever made.",
    ),
    "warden.sent_on": Guide(
        "On what day was that request sent?", _SENDER, f"{REQUEST}, date; mail receipt or message log"
    ),
    "warden.sent_by": Guide("Who sent it?", CLIENT, f"{REQUEST}, signature"),
    "warden.method": Guide(
        "How was it sent? By mail, by e-mail, or by hand?", _SENDER, "Mail receipt, message log, or e-mail"
    ),
    "warden.addressee": Guide("To whom was it sent?", _SENDER, f"{REQUEST}, address"),
    "warden.received_on": Guide(
        "On what day did the warden get it? How do you know?",
        "The facility’s executive assistant",
        _RECEIPT,
        "The government may dispute the day of receipt, from which the days are counted.",
    ),
    "warden.receipt_proof": Guide(
        "What paper shows that the warden got it?",
        _SENDER,
        _RECEIPT,
        "The government may say that nothing proves receipt.",
    ),
    "warden.grounds": Guide(
        "What reasons did you give the warden? Use the words of the letter.",
        _SENDER,
        REQUEST,
        "The government may say that a ground was never put to the warden.",
    ),
    "warden.plan_included": Guide(
        "Did you tell the warden where you would live and who would help you?",
        _SENDER,
        REQUEST,
        "The government may say that the request lacked the plan that the regulation asks for.",
    ),
    "warden.response": Guide("What did the warden answer?", CLIENT, _REPLY),
    "warden.responded_on": Guide("What is the date on the warden’s answer?", CLIENT, f"{_REPLY}, date"),
    "warden.response_text": Guide(
        "What reasons did the warden give?", CLIENT, _REPLY, "The government may adopt the warden’s reasons."
    ),
    "warden.appeals": Guide(
        "Did you file a BP-9, BP-10 or BP-11? When? What came back?",
        CLIENT,
        "The forms and their answers; the Bureau’s remedy index",
    ),
    "warden.transfer": Guide(
        "Were you moved to another prison after you asked? When?",
        CLIENT,
        "The Bureau’s transfer history",
        "The government may say that the request went to the wrong warden.",
    ),
    "warden.earlier": Guide(
        "Did you ask a warden before that? When?", CLIENT, "Copies of earlier requests and replies"
    ),
    "warden.waived": Guide(
        "Has the government agreed not to fight about the warden step?",
        COUNSEL,
        "The government’s filing, stipulation or e-mail",
    ),
    "warden.waiver_detail": Guide(FOR_THE_LAWYER, COUNSEL, "The government’s filing, stipulation or e-mail"),
    "warden.not_bop": Guide(
        "Are you held in a jail or a private prison, and not in a federal prison?",
        CLIENT,
        "The Bureau’s inmate locator, or the jail’s roster",
    ),
}
