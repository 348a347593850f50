"""After release, the victims, what is asked for, the exhibits, and signing and service."""

from __future__ import annotations

from typing import Final

from drafter.practice.guidance.guide import (
    CHOICE,
    CLERK,
    CLIENT,
    CLIENT_AND_FAMILY,
    COUNSEL,
    DOCKET,
    FOR_THE_LAWYER,
    GOVERNMENT,
    JUDGMENT,
    LOCAL,
    PSR,
    TOLD,
    Guide,
)

_PLAN: Final = "The government may say that the plan is vague or unverified."
_HOST: Final = "The person in whose home the client would live"
_EMAIL: Final = "E-mail of the government"
_ORDER: Final = "Order on this motion"

GUIDES: Final[dict[str, Guide]] = {
    "plan.address": Guide(
        "Where will you live?",
        CLIENT_AND_FAMILY,
        "Lease, deed or letter of the person who lives there",
        _PLAN,
    ),
    "plan.household": Guide(
        "Who lives in that home? Did each grown-up say yes?",
        _HOST,
        TOLD,
        "The government may say that the home is not suitable.",
    ),
    "plan.owner": Guide(
        "Is the home rented, or does someone own it? Who?", _HOST, "Lease or deed; landlord’s letter"
    ),
    "plan.firearms": Guide(
        "Are there guns in the home? Are they gone?",
        _HOST,
        TOLD,
        "The government may ask who else has a weapon in the home.",
    ),
    "plan.restrictions": Guide(
        "Are there rules about where you can live or whom you can live with?",
        "Counsel, with the probation office",
        f"{JUDGMENT}, special conditions; state registration law",
    ),
    "plan.support": Guide(
        "Who will pay for your food and rent?", CLIENT_AND_FAMILY, "Pay slips and benefit letters", _PLAN
    ),
    "plan.job": Guide("What work will you do?", CLIENT_AND_FAMILY, "Letter of the employer", _PLAN),
    "plan.health_care": Guide(
        "Which doctor or clinic will you go to?",
        CLIENT_AND_FAMILY,
        "Letter or appointment slip of the clinic",
        "The government may say that care outside is no better than in prison.",
    ),
    "plan.payment": Guide(
        "Who will pay for your doctor and your pills?",
        CLIENT_AND_FAMILY,
        "Letters of Medicaid, Medicare, Veterans Affairs or the insurer",
    ),
    "plan.treatment": Guide(
        "Which program will you go to after prison?", CLIENT_AND_FAMILY, "Letter of the provider"
    ),
    "plan.documents": Guide(
        "Do you have a birth certificate, a Social Security card or an ID?",
        CLIENT,
        "The documents; the central file lists those that the Bureau holds",
    ),
    "plan.transport": Guide("How will you get home from prison?", CLIENT_AND_FAMILY, TOLD),
    "plan.district": Guide(
        "In which city and state will you live?", COUNSEL, "The court’s own list of its counties"
    ),
    "plan.probation": Guide(
        "Has a probation officer looked at the home?",
        "The probation office",
        "E-mail or letter of the probation office",
        _PLAN,
    ),
    "victims.identifiable": Guide(
        "Was anyone hurt, or did anyone lose money, in your case?",
        "The government’s victim coordinator",
        f"{PSR}, victim impact; restitution order",
    ),
    "victims.kind": Guide(
        "Who was hurt? Do not say names. Was it family, a child, a stranger?",
        COUNSEL,
        f"{PSR}, victim impact",
    ),
    "victims.views": Guide(
        FOR_THE_LAWYER,
        "The government’s victim coordinator",
        "Victim statements in the record",
        "The government may present what the victims say against release.",
    ),
    "victims.notice": Guide(FOR_THE_LAWYER, "The government’s victim coordinator", f"{_EMAIL} on notice"),
    "victims.contact_limits": Guide(
        "Is there anyone you must stay away from?",
        COUNSEL,
        f"{JUDGMENT}, special conditions; protective orders",
    ),
    "government.conferred": Guide(FOR_THE_LAWYER, COUNSEL, "E-mail to the government"),
    "government.conferred_on": Guide(FOR_THE_LAWYER, COUNSEL, "E-mail to the government and its answer"),
    "government.position": Guide("Does the government say no to this?", GOVERNMENT, _EMAIL),
    "government.reasons": Guide(
        FOR_THE_LAWYER, GOVERNMENT, _EMAIL, "The reasons that it gave are those that its response will argue."
    ),
    "relief.kind": Guide(
        "Do you want to ask to go home now, or for fewer months?",
        "Counsel, with the client",
        CHOICE,
        "The government may ask for a smaller reduction, or none.",
    ),
    "relief.months": Guide("How many months in all should it be?", "Counsel, with the client", CHOICE),
    "relief.alternative": Guide("If the judge says no to that, what would help you?", COUNSEL, CHOICE),
    "relief.stay_days": Guide("How many days do you need before you can leave?", COUNSEL, CHOICE),
    "relief.special_term": Guide(FOR_THE_LAWYER, COUNSEL, CHOICE),
    "relief.home_detention": Guide(
        "Would you agree to stay at home for some months? How many?", "Counsel, with the client", CHOICE
    ),
    "relief.hearing": Guide("Do you want to speak to the judge?", COUNSEL, CHOICE),
    "relief.counsel": Guide("Do you want the court to give you a lawyer?", CLIENT, CHOICE),
    "relief.records": Guide(
        "Did you ask the prison for papers that never came?", CLIENT, "Copy of the request for records"
    ),
    "relief.supplement": Guide(FOR_THE_LAWYER, COUNSEL, CHOICE),
    "exhibits.list": Guide(
        "Which papers do you have that prove this?",
        "Counsel, the client and the family",
        "The papers themselves, in counsel’s file",
    ),
    "exhibits.labels": Guide(FOR_THE_LAWYER, COUNSEL, LOCAL),
    "signature.place": Guide(FOR_THE_LAWYER, COUNSEL, CHOICE),
    "service.method": Guide("How will you send this to the other side? By mail?", COUNSEL, LOCAL),
    "service.on": Guide("On what day will you send it?", COUNSEL, CHOICE),
    "service.recipients": Guide("To whom will you send it?", COUNSEL, f"{DOCKET}, list of counsel"),
    "certificate.conference": Guide(FOR_THE_LAWYER, COUNSEL, "E-mails with the government"),
    "confirmations.law": Guide(
        FOR_THE_LAWYER, COUNSEL, "The original text of the law, read by the person who is named"
    ),
    "order.ruling": Guide("What did the judge decide?", CLERK, _ORDER),
    "order.dated": Guide("What is the date on the judge’s order?", CLERK, f"{_ORDER}, date"),
    "order.entered_on": Guide(FOR_THE_LAWYER, CLERK, f"{DOCKET}: the day beside the order"),
    "order.docket": Guide(FOR_THE_LAWYER, CLERK, f"{DOCKET}: the number of the order"),
}
