"""The medical grounds, age, and the medical record."""

from __future__ import annotations

from typing import Final

from drafter.practice.guidance.guide import CLIENT, COUNSEL, LETTER, MEDICAL, PHYSICIAN, PSR, RECORDS, Guide

_NOT_GRAVE: Final = "The government may say that the condition is managed and not grave enough."
_CARED_FOR: Final = "The government may say that the Bureau gives adequate care."


def physician(of: str, whose: str) -> dict[str, Guide]:
    """The two questions on the letter of a physician about ``whose`` health, for the ground ``of``."""
    return {
        f"{of}.physician": Guide(
            f"Which doctor wrote about {whose} health?", PHYSICIAN, f"{LETTER}, signature"
        ),
        f"{of}.letter_date": Guide(
            "What is the date on the doctor’s letter?",
            PHYSICIAN,
            f"{LETTER}, date",
            "The government may say that the letter is old.",
        ),
    }


GUIDES: Final[dict[str, Guide]] = {
    "b1A.asserted": Guide(
        "Do you have an illness that doctors say will end your life?",
        MEDICAL,
        RECORDS,
        "The government may say that no physician describes an end-of-life course.",
    ),
    "b1A.diagnosis": Guide(
        "What is the name of your illness?", PHYSICIAN, f"{RECORDS}, oncology or clinic note"
    ),
    "b1A.diagnosed_on": Guide(
        "When did a doctor first tell you about it?", MEDICAL, f"{RECORDS}, or the outside hospital’s report"
    ),
    "b1A.trajectory": Guide(
        "What do the doctors say will happen? What has not worked?",
        PHYSICIAN,
        f"{RECORDS}, oncology notes and scans",
        "The government may say that the illness is stable or in remission.",
    ),
    "b1A.care": Guide(
        "What care do you get now? What care do you need?",
        MEDICAL,
        f"{RECORDS}, treatment and hospice notes",
        _CARED_FOR,
    ),
    **physician("b1A", "your"),
    "b1B.asserted": Guide(
        "Are you so sick or weak that you cannot take care of yourself in here?",
        MEDICAL,
        RECORDS,
        "The government may say that the movant still cares for himself or herself.",
    ),
    "b1B.impairment": Guide("Is it your body, your mind, or your age that makes it hard?", PHYSICIAN, LETTER),
    "b1B.condition": Guide("What is the name of your condition?", PHYSICIAN, LETTER, _NOT_GRAVE),
    "b1B.self_care": Guide(
        "What can you no longer do alone? Think of washing, dressing, eating, the toilet and walking. Who helps you?",
        "The client, the unit, and other prisoners who help",
        f"{RECORDS}, functional assessments and nursing notes",
        "The government may cite notes that the movant walks and dresses alone.",
    ),
    "b1B.environment": Guide(
        "What is hard for you about the place where you live? Stairs? Showers? Your bunk?",
        CLIENT,
        "Housing record, bunk and work passes, photographs or declarations",
        _CARED_FOR,
    ),
    "b1B.not_recover": Guide(
        "Do the doctors think that you will get better?",
        PHYSICIAN,
        LETTER,
        "The government may say that treatment can restore the movant.",
    ),
    **physician("b1B", "your"),
    "b1C.asserted": Guide(
        "Do you need care that the prison is not giving you?", MEDICAL, RECORDS, _CARED_FOR
    ),
    "b1C.condition": Guide("What is the name of your condition?", PHYSICIAN, RECORDS, _NOT_GRAVE),
    "b1C.care_needed": Guide(
        "What care have doctors said that you need? How often?", PHYSICIAN, f"{RECORDS}, consultation reports"
    ),
    "b1C.care": Guide(
        "What was ordered for you? Did it happen? How long have you waited?",
        MEDICAL,
        f"{RECORDS}, orders, consultation requests and scheduling notes",
        "The government may say that the visits were scheduled or offered.",
    ),
    "b1C.not_provided": Guide(
        "Which visits or treatments were missed or put off? What do you get instead?",
        MEDICAL,
        f"{RECORDS}, scheduling and refusal notes",
        "The government may list the care that was given.",
    ),
    "b1C.risk": Guide(
        "What can happen to you without this care? What have you already lost?",
        PHYSICIAN,
        LETTER,
        "The government may say that no physician states the risk.",
    ),
    "b1C.complaints": Guide(
        "How did you ask for care? Who answered, and when?",
        CLIENT,
        "Sick-call slips, messages to staff, administrative remedies",
        "The government may say that the movant never asked, or refused.",
    ),
    **physician("b1C", "your"),
    "b1D.asserted": Guide(
        "Is there a disease going around in your prison that could hurt you more than others?",
        MEDICAL,
        "The Bureau’s page or a health department’s page, printed with its date",
        "The government may say that the outbreak is over.",
    ),
    "b1D.event": Guide(
        "Is it a sickness in the prison, or has an emergency been declared?",
        COUNSEL,
        "The declaration, or the public health notice",
    ),
    "b1D.event_detail": Guide(
        "What is going on in the prison now? How many people are sick?",
        CLIENT,
        "The Bureau’s page or a health department’s page, printed with its date",
    ),
    "b1D.risk_factors": Guide(
        "What about your health makes this more dangerous for you?",
        PHYSICIAN,
        f"{RECORDS}, problem list; a public health source",
    ),
    "b1D.mitigation": Guide(
        "What has the prison done to keep you safe? Why is that not enough?",
        CLIENT,
        "Facility notices, and declarations of people who saw it",
        "The government may list the measures that were taken.",
    ),
    "b1D.vaccination": Guide(
        "Did you get the shots? If not, why not?",
        CLIENT,
        f"{RECORDS}, immunization record",
        "The government may say that the movant refused the vaccine.",
    ),
    "b2.asserted": Guide(
        "Are you older, and is age wearing your health down?",
        CLIENT,
        f"{PSR}, identifying data; {RECORDS}",
        "The government may count the age, or the time served, another way.",
    ),
    "b2.deterioration": Guide(
        "What could you do before that you cannot do now? Since when?",
        MEDICAL,
        f"{RECORDS}, notes over the years",
        "The government may say that the decline is ordinary for the age.",
    ),
    **physician("b2", "your"),
    "medical.conditions": Guide(
        "What health problems do you have? What do they do to your day?",
        MEDICAL,
        f"{RECORDS}, problem list",
        _NOT_GRAVE,
    ),
    "medical.care_level": Guide(
        "What care level has the prison given you?",
        "The client’s case manager, or health services",
        f"{RECORDS}, or the program review sheet",
    ),
    "medical.hospital": Guide(
        "When were you in a hospital? Where, and why?", MEDICAL, "Hospital discharge papers"
    ),
    "medical.aids": Guide(
        "Do you use a cane, a wheelchair, oxygen or something like that?",
        CLIENT,
        f"{RECORDS}, medical devices",
    ),
    "medical.medicines": Guide(
        "What pills and treatments do you get now?", MEDICAL, f"{RECORDS}, list of prescriptions"
    ),
    "medical.known_at_sentencing": Guide(
        "Did the judge know about these problems when you were sentenced?",
        "Former counsel, or the probation office",
        f"{PSR}, physical condition; sentencing transcript",
        "The government may say that the court knew and took it into account.",
    ),
    "medical.refusals": Guide(
        "Did you ever say no to care? Why?",
        CLIENT,
        f"{RECORDS}, refusal forms",
        "The government will cite every refusal.",
    ),
    "medical.consent": Guide(
        "Will you sign a form so that we can get your medical records?",
        CLIENT,
        "The signed forms in counsel’s file",
    ),
}
