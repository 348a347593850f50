"""The other papers of the kit."""

from __future__ import annotations

from typing import Final

from drafter.practice.guidance.guide import (
    CHOICE,
    CLIENT,
    COUNSEL,
    DOCKET,
    FAMILY,
    FOR_THE_LAWYER,
    LOCAL,
    TOLD,
    Guide,
)

_RESPONSE: Final = "The government’s response"
_ORDER: Final = "Order on this motion"
_OWN_WORDS: Final = (
    "In no paper: it is the client’s own account. Counsel weighs every sentence before it is signed."
)
_CARER: Final = "The person who will declare"
_QUOTED: Final = "The government may quote it in any later proceeding."

GUIDES: Final[dict[str, Guide]] = {
    "kit.sealed": Guide("Is there something in here that the public should not read?", COUNSEL, CHOICE),
    "kit.separate_memorandum": Guide(FOR_THE_LAWYER, COUNSEL, LOCAL),
    "kit.switches": Guide(FOR_THE_LAWYER, COUNSEL, CHOICE),
    "form.font": Guide(FOR_THE_LAWYER, COUNSEL, LOCAL),
    "form.size": Guide(FOR_THE_LAWYER, COUNSEL, LOCAL),
    "form.line_numbers": Guide(FOR_THE_LAWYER, COUNSEL, LOCAL),
    "form.tables": Guide(FOR_THE_LAWYER, COUNSEL, LOCAL),
    "form.letterhead": Guide(FOR_THE_LAWYER, COUNSEL, LOCAL),
    "request.voice": Guide(
        "Who will sign the letter to the warden? You, your lawyer, or family?", COUNSEL, CHOICE
    ),
    "request.writer": Guide("What is the name of the person who will sign for you?", CLIENT, TOLD),
    "request.writer_relation": Guide("What is that person to you?", CLIENT, TOLD),
    "declaration.acceptance": Guide(
        "In your own words, what did you do? What do you think of it now?", CLIENT, _OWN_WORDS, _QUOTED
    ),
    "declaration.history": Guide("In your own words, tell the story of your life.", CLIENT, _OWN_WORDS),
    "declaration.health": Guide(
        "Tell us about one day, from morning to night. What hurts? What can you not do?",
        CLIENT,
        _OWN_WORDS,
        "The government may compare it with the medical record.",
    ),
    "declaration.discipline": Guide(
        "In your own words, what happened with each write-up?",
        CLIENT,
        _OWN_WORDS,
        "The government may compare it with the discipline log.",
    ),
    "declaration.plan": Guide("In your own words, what will you do when you are home?", CLIENT, _OWN_WORDS),
    "caregiver.declarant": Guide(
        "Who has seen what care your family member needs?", "The client and the family", TOLD
    ),
    "caregiver.relation": Guide("What is that person to your family?", _CARER, TOLD),
    "caregiver.day": Guide(
        "What is done for that person, hour by hour, in a day and a night?",
        FAMILY,
        TOLD,
        "The government may say that the need is for a few hours only.",
    ),
    "caregiver.finances": Guide(
        "How much money is there for care? What does care cost?", FAMILY, "Benefit letters, bills and quotes"
    ),
    "caregiver.alternatives": Guide(
        "What other help was tried? What came of it?",
        FAMILY,
        "Quotes, waiting lists and refusals of agencies",
        "The government may say that paid services fill the need.",
    ),
    "plan.contacts": Guide(
        "Whom can a probation officer call about your plan?", "The client and the family", TOLD
    ),
    "plan.residents_record": Guide(
        "Has anyone in that home been in trouble with the law?",
        "Each adult who lives there",
        TOLD,
        "The government may say that the home is not suitable.",
    ),
    "records.others": Guide(
        "What other prison papers do you want us to ask for?",
        COUNSEL,
        "The Bureau’s central file and medical file",
    ),
    "seal.categories": Guide("What should the public not read? Why?", COUNSEL, CHOICE),
    "seal.until": Guide(FOR_THE_LAWYER, COUNSEL, LOCAL),
    "seal.alternatives": Guide(FOR_THE_LAWYER, COUNSEL, CHOICE),
    "appoint.reasons": Guide("Why do you need a lawyer for this?", CLIENT, TOLD),
    "appoint.means": Guide(
        "How can you show that you cannot pay a lawyer?",
        CLIENT,
        "Financial affidavit (form CJA 23), or an earlier order",
    ),
    "compliance.count": Guide(FOR_THE_LAWYER, COUNSEL, "The finished motion"),
    "compliance.redacted": Guide(FOR_THE_LAWYER, COUNSEL, "The finished papers and exhibits"),
    "supplemental.authorities": Guide(FOR_THE_LAWYER, COUNSEL, "The decisions themselves"),
    "reply.points": Guide("What does the government say about you that is wrong?", COUNSEL, _RESPONSE),
    "reply.response": Guide(FOR_THE_LAWYER, COUNSEL, DOCKET),
    "reply.form": Guide(FOR_THE_LAWYER, COUNSEL, LOCAL),
    "reconsideration.wanted": Guide(
        "Do you want to ask the judge to look at it again?",
        COUNSEL,
        CHOICE,
        "The government may say that nothing was overlooked.",
    ),
    "reconsideration.decided": Guide("What did the judge decide, and why?", COUNSEL, _ORDER),
    "reconsideration.errors": Guide(
        "What did the judge miss or get wrong?",
        COUNSEL,
        f"{_ORDER}, beside the motion and its exhibits",
        "The government may say that the same was argued and refused.",
    ),
    "reconsideration.changed": Guide(
        "What has changed since the judge said no?", CLIENT, "Records that are dated after the order"
    ),
    "reconsideration.late": Guide(
        "When did you get the order? What kept you from asking sooner?",
        CLIENT,
        "Mail log of the facility; docket sheet",
        "The government may say that the motion is too late.",
    ),
    "clemency.wanted": Guide("Do you want to ask the President for mercy?", CLIENT, CHOICE),
    "clemency.relief": Guide(
        "What do you want to ask the President for?", "Counsel, with the client", CHOICE
    ),
    "clemency.reasons": Guide("Why should the President show you mercy?", CLIENT, TOLD),
    "clemency.exceptional": Guide("Why can you not wait for the court?", CLIENT, TOLD),
}
