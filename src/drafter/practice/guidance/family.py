"""The family grounds: child, spouse, parent, other kin, and who else could give the care."""

from __future__ import annotations

from typing import Final

from drafter.practice.guidance.guide import CLIENT, CLIENT_AND_FAMILY, FAMILY, LETTER, PHYSICIAN, Guide
from drafter.practice.guidance.health import physician

_NOT_INCAPACITATED: Final = "The government may say that the person is ill but not incapacitated."
_OTHERS: Final = "The government may say that other relatives or services can give the care."
_SWORN: Final = "Declaration of the caregiver or of the family"

GUIDES: Final[dict[str, Guide]] = {
    "b3A.asserted": Guide(
        "Has the person who cared for your child died or become too sick to do it?",
        CLIENT_AND_FAMILY,
        "Death certificate, or the physician’s letter",
        _NOT_INCAPACITATED,
    ),
    "b3A.child_kind": Guide(
        "Is your child under 18, or grown but not able to live alone?",
        CLIENT_AND_FAMILY,
        "Birth certificate; physician’s letter for an adult child",
    ),
    "b3A.children": Guide(
        "Which children need you? How old is each one?",
        CLIENT_AND_FAMILY,
        "Birth certificates (initials only in the papers)",
    ),
    "b3A.child_incapacity": Guide(
        "Why can your grown child not live without help?",
        PHYSICIAN,
        LETTER,
        "The government may say that the adult child manages with services.",
    ),
    "b3A.caregiver": Guide("Who was taking care of your children?", CLIENT_AND_FAMILY, _SWORN),
    "b3A.event": Guide(
        "Did that person die, or become too sick?",
        CLIENT_AND_FAMILY,
        "Death certificate, or the physician’s letter",
    ),
    "b3A.event_detail": Guide(
        "What happened to that person, and when? What can they no longer do?",
        FAMILY,
        "Death certificate, or the physician’s letter",
        _NOT_INCAPACITATED,
    ),
    "b3B.asserted": Guide(
        "Is your husband, wife or partner too sick to live without your care?",
        CLIENT_AND_FAMILY,
        LETTER,
        _OTHERS,
    ),
    "b3B.relationship": Guide(
        "Are you married, or are you registered partners?",
        CLIENT,
        "Marriage certificate or registration",
        "The government may say that the marriage or registration is not proved.",
    ),
    "b3B.partner_name": Guide(
        "What is the full name of your husband, wife or partner?",
        CLIENT,
        "Marriage certificate or registration",
    ),
    "b3B.since": Guide("When did you marry or register?", CLIENT, "Marriage certificate or registration"),
    "b3B.incapacity": Guide(
        "What is wrong with your partner’s health? What help do they need each day?",
        PHYSICIAN,
        LETTER,
        _NOT_INCAPACITATED,
    ),
    **physician("b3B", "your partner’s"),
    "b3C.asserted": Guide(
        "Is your mother or father too sick to live without your care?", CLIENT_AND_FAMILY, LETTER, _OTHERS
    ),
    "b3C.parent_name": Guide("What is your parent’s full name?", CLIENT, "Birth or adoption record"),
    "b3C.relationship": Guide(
        "Is this your mother, your father, or the person who adopted you?", CLIENT, "Birth or adoption record"
    ),
    "b3C.incapacity": Guide(
        "What is wrong with your parent’s health? What help do they need each day?",
        PHYSICIAN,
        LETTER,
        _NOT_INCAPACITATED,
    ),
    **physician("b3C", "your parent’s"),
    "b3D.asserted": Guide(
        "Is someone else close to you too sick to live without your care?", CLIENT_AND_FAMILY, LETTER, _OTHERS
    ),
    "b3D.relative_name": Guide("What is that person’s name?", CLIENT_AND_FAMILY, LETTER),
    "b3D.relationship": Guide(
        "How are you related?", CLIENT_AND_FAMILY, "Birth certificates that show the line"
    ),
    "b3D.kin_word": Guide("What do you call this person? Brother? Grandmother?", CLIENT, _SWORN),
    "b3D.bond": Guide(
        "Why is this person like a mother, father, child or partner to you?",
        CLIENT_AND_FAMILY,
        f"{_SWORN}; school, address and visiting records",
        "The government may say that the bond is not like that of immediate family.",
    ),
    "b3D.incapacity": Guide(
        "What is wrong with that person’s health? What help do they need each day?",
        PHYSICIAN,
        LETTER,
        _NOT_INCAPACITATED,
    ),
    **physician("b3D", "that person’s"),
    "family.care_needed": Guide(
        "What help does that person need, from morning to night?",
        FAMILY,
        f"{LETTER}; declaration of the caregiver",
        "The government may say that the need is for a few hours only.",
    ),
    "family.present_carer": Guide(
        "Who helps now? Why can that not go on?",
        FAMILY,
        _SWORN,
        "The government may say that the present care can go on.",
    ),
    "family.relatives": Guide(
        "Which other grown-ups are in the family? Why can each one not help?",
        FAMILY,
        f"{_SWORN}; a paper for each reason",
        "The government may name a relative whom the motion left out.",
    ),
    "family.only_available": Guide(
        "Why are you the only one who can do it?",
        CLIENT_AND_FAMILY,
        f"{_SWORN}; quotes of agencies and waiting lists",
        _OTHERS,
    ),
    "family.past_care": Guide(
        "Have you cared for this person, or for anyone, before?",
        CLIENT_AND_FAMILY,
        f"{_SWORN}; visiting, call and money records",
        "The government may say that the movant never gave such care.",
    ),
    "family.distance": Guide(
        "How far from that person would you live?", CLIENT_AND_FAMILY, "The release plan"
    ),
    "family.benefits": Guide(
        "What help does that person get from the state? What were they refused?",
        FAMILY,
        "Letters of Medicaid, Medicare, Social Security or the agency",
        "The government may say that paid services fill the need.",
    ),
    "family.proceedings": Guide(
        "Is a court or an agency deciding about the child or the person?",
        FAMILY,
        "Orders of the family or probate court, letters of the agency",
    ),
    "family.safe": Guide(
        "Why will that person be safe with you?",
        CLIENT_AND_FAMILY,
        f"{_SWORN}; presentence report, offense conduct",
        "The government may say that the offense makes the movant unfit to give care.",
    ),
}
