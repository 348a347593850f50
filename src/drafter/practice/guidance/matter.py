"""Case, court and counsel."""

from __future__ import annotations

from typing import Final

from drafter.practice.guidance.guide import (
    CASE_MANAGER,
    CHOICE,
    CLERK,
    CLIENT,
    COUNSEL,
    DOCKET,
    FOR_THE_LAWYER,
    FORMER_COUNSEL,
    JUDGMENT,
    LOCAL,
    PSR,
    TOLD,
    Guide,
)

_APPEARANCE: Final = "The firm’s letterhead, or the docket sheet (list of counsel)"

GUIDES: Final[dict[str, Guide]] = {
    "case.district": Guide(
        "Which federal court gave you your sentence?", FORMER_COUNSEL, f"{JUDGMENT}, caption"
    ),
    "case.division": Guide("In which city was that court?", FORMER_COUNSEL, f"{JUDGMENT}, caption"),
    "case.number": Guide(
        "What is the number of your case? It is at the top of your court papers.",
        FORMER_COUNSEL,
        f"{JUDGMENT}, caption",
    ),
    "case.judge": Guide(
        "Which judge has your case now?", CLERK, f"{DOCKET}: the last entries, or a notice of reassignment"
    ),
    "case.emergency": Guide(
        "Is there something so urgent that days count?",
        "The client, the family, or the physician",
        CHOICE,
        "The government may say that nothing has changed and that the motion can wait its turn.",
    ),
    "case.emergency_reason": Guide(
        "What will happen if the court takes its time? When will it happen?",
        "The client, the family, or the physician",
        "Physician’s letter, hospital record, or appointment slip",
    ),
    "case.filing_date": Guide(
        FOR_THE_LAWYER, COUNSEL, CHOICE, "The government may say that the motion was filed too early."
    ),
    "case.record_prefix": Guide(FOR_THE_LAWYER, COUNSEL, LOCAL),
    "movant.name": Guide("What is your full name on your court papers?", CLIENT, f"{JUDGMENT}, caption"),
    "movant.aliases": Guide(
        "Do your court papers list other names for you? Which ones?",
        CLIENT,
        f"{JUDGMENT}, caption, after “a/k/a”",
    ),
    "movant.register_number": Guide(
        "What is your prison number? It has eight digits.",
        CLIENT,
        f"{JUDGMENT}, first page (USM number), or the Bureau’s inmate locator",
    ),
    "movant.pronouns": Guide("Should the papers call you he, she or they?", CLIENT, TOLD),
    "movant.birth_date": Guide("When were you born?", CLIENT, f"{PSR}, identifying data"),
    "movant.age_stated": Guide(
        "How old are you?", CLIENT, f"{PSR}, identifying data, or a published source that gives the age"
    ),
    "movant.citizenship": Guide(
        "Which country are you a citizen of? This stays with your lawyer.", CLIENT, f"{PSR}, identifying data"
    ),
    "movant.facility": Guide(
        "Which prison are you in now?", CLIENT, "The Bureau’s inmate locator, on the day of signing"
    ),
    "movant.facility_address": Guide(
        "Where do people send your mail?", CLIENT, "The facility’s page on the Bureau’s site"
    ),
    "movant.security": Guide(
        "What is your security level? Your case manager can tell you.",
        CASE_MANAGER,
        "The Bureau’s custody classification form",
        "The government may say that the level shows a continuing risk.",
    ),
    "movant.unit": Guide(
        "Which unit do you live in? Who is your case manager?", CLIENT, "The Bureau’s program review sheet"
    ),
    "movant.language": Guide(
        "Which language do you speak and read best? Do you need someone to translate?",
        CLIENT,
        f"{PSR}, identifying data or education",
    ),
    "case.prosecutor": Guide(
        "Which government lawyer works on your case now?",
        "The United States Attorney’s Office",
        f"{DOCKET}, list of counsel, or the last government paper",
    ),
    "case.prosecutor_office": Guide(
        FOR_THE_LAWYER, "The United States Attorney’s Office", f"{DOCKET}, list of counsel"
    ),
    "case.prosecutor_address": Guide(
        FOR_THE_LAWYER, "The United States Attorney’s Office", f"{DOCKET}, list of counsel"
    ),
    "case.codefendants": Guide(
        "Who else was charged in your case? What happened to them?",
        FORMER_COUNSEL,
        f"{DOCKET} of each; {PSR}, co-defendants",
    ),
    "case.contact_rules": Guide(
        "Is there anyone you are not allowed to talk to? Who said so?",
        CLIENT,
        f"{JUDGMENT}, conditions; protective orders on the docket",
    ),
    "counsel.status": Guide(
        "Do you have a lawyer for this? Who is paying?",
        COUNSEL,
        "Appointment order, or the engagement letter",
    ),
    "counsel.name": Guide("Who is your lawyer?", COUNSEL, _APPEARANCE),
    "counsel.firm": Guide(FOR_THE_LAWYER, COUNSEL, _APPEARANCE),
    "counsel.bar_number": Guide(FOR_THE_LAWYER, COUNSEL, "The bar card, or the state bar’s directory"),
    "counsel.address": Guide(FOR_THE_LAWYER, COUNSEL, _APPEARANCE),
    "counsel.phone": Guide(FOR_THE_LAWYER, COUNSEL, _APPEARANCE),
    "counsel.email": Guide(FOR_THE_LAWYER, COUNSEL, "The court’s electronic filing account"),
    "counsel.co_counsel": Guide("Does any other lawyer work on this with your lawyer?", COUNSEL, _APPEARANCE),
    "counsel.appearance_on": Guide(FOR_THE_LAWYER, COUNSEL, f"{DOCKET}, notice of appearance"),
    "counsel.replaces_pro_se": Guide(
        "Did you file a motion by yourself that the judge has not ruled on yet?",
        CLIENT,
        f"{DOCKET}: motions that are still pending",
    ),
    "counsel.history": Guide(
        "Which lawyers have you had in this case? Why did each one stop?",
        CLIENT,
        f"{DOCKET}, list of counsel and orders on counsel",
    ),
    "counsel.movant_phone": Guide("Is there a phone number where the court can reach you?", CLIENT, TOLD),
    "counsel.movant_email": Guide(
        "Is there an e-mail address where you get mail from outside?", CLIENT, TOLD
    ),
}
