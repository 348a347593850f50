"""Life in prison, danger, and the factors of 18 U.S.C. § 3553(a)."""

from __future__ import annotations

from typing import Final

from drafter.practice.guidance.guide import (
    CASE_MANAGER,
    CHOICE,
    CLIENT,
    CLIENT_AND_FAMILY,
    COUNSEL,
    DISCIPLINE,
    FOR_THE_LAWYER,
    JUDGMENT,
    PROBATION,
    PSR,
    REASONS,
    Guide,
)

_TRANSCRIPT: Final = "The Bureau’s education transcript, and certificates"
_WORK: Final = "The Bureau’s work history and evaluations"
_REHABILITATION: Final = "The government may say that rehabilitation alone is no reason."
_DANGER: Final = "The government may say that the offense itself shows danger."
_FACTORS: Final = (
    "The government may say that the factors weighed for the sentence then and weigh for it now."
)

GUIDES: Final[dict[str, Guide]] = {
    "conduct.programs": Guide(
        "Which classes and programs did you finish?", CLIENT, _TRANSCRIPT, _REHABILITATION
    ),
    "conduct.education": Guide("What have you learned in prison?", CLIENT, _TRANSCRIPT),
    "conduct.work": Guide("What jobs have you had in prison?", CLIENT, _WORK),
    "conduct.treatment": Guide(
        "Did you finish any treatment, such as for drugs, anger or trauma?",
        CLIENT,
        "Certificates; psychology records (under seal)",
    ),
    "conduct.mentoring": Guide(
        "Whom have you helped in prison, and how?", CLIENT, "Letters of staff and of those who were helped"
    ),
    "conduct.incidents_any": Guide(
        "Did you ever get a write-up in prison?",
        CASE_MANAGER,
        DISCIPLINE,
        "The government will have the whole log.",
    ),
    "conduct.incidents": Guide(
        "What was each write-up for? When? What did you lose?",
        CASE_MANAGER,
        DISCIPLINE,
        "The government will name each report, the latest and the gravest first.",
    ),
    "conduct.explanation": Guide(
        "What was going on then? What did you learn from it?", CLIENT, "Declaration of the client"
    ),
    "conduct.clear_since": Guide("Since when have you had no write-ups?", CASE_MANAGER, DISCIPLINE),
    "conduct.letters": Guide("Who will write a letter for you?", CLIENT_AND_FAMILY, "The letters"),
    "conduct.acceptance": Guide(
        "What do you say today about what you did?",
        CLIENT,
        "Declaration of the client; PSR, acceptance of responsibility",
        "The government may quote what the movant said at trial or to the probation officer.",
    ),
    "danger.offense": Guide(
        "Why are you not the same person who did this?", CLIENT, f"{PSR}, offense conduct", _DANGER
    ),
    "danger.violence": Guide(
        "Was there a gun, a threat or any harm to a person?",
        PROBATION,
        f"{PSR}, offense conduct and criminal history",
        _DANGER,
    ),
    "danger.violence_detail": Guide(
        "What happened with the gun, the threat or the harm?",
        PROBATION,
        f"{PSR}, offense conduct and criminal history",
        _DANGER,
    ),
    "danger.evidence_weight": Guide(FOR_THE_LAWYER, COUNSEL, "Plea colloquy or verdict"),
    "danger.character": Guide(
        "What shows who you are now?",
        CLIENT_AND_FAMILY,
        "Letters of staff, work evaluations",
        _REHABILITATION,
    ),
    "danger.health": Guide(
        "What can you no longer do because of your health or age?",
        "The client, and the treating physician",
        "Bureau medical record",
        "The government may say that the offense can be done again in poor health.",
    ),
    "danger.ties": Guide(
        "Who has stayed close to you? How do you keep in touch?",
        CLIENT_AND_FAMILY,
        "Visiting list, call and mail records, letters",
    ),
    "danger.substance": Guide(
        "What drugs or alcohol did you use? What have you done about it?",
        CLIENT,
        f"{PSR}, substance abuse; treatment and test records",
        "The government may point to relapse or to a positive test.",
    ),
    "danger.priors": Guide(
        "What were you found guilty of before this case? How old were you?",
        PROBATION,
        f"{PSR}, criminal history",
        "The government will list every prior conviction.",
    ),
    "danger.appearance": Guide(
        "Did you always come to court when you had to? Did you turn yourself in?",
        CLIENT,
        f"{PSR}, release status; docket sheet",
        "The government will name every failure to appear.",
    ),
    "danger.supervision": Guide(
        "How did you do on probation or parole before?",
        PROBATION,
        f"{PSR}, criminal history: revocations",
        "The government will name every violation.",
    ),
    "danger.seriousness": Guide(
        "Who could be afraid of you coming home? Why should they not be?", COUNSEL, CHOICE, _DANGER
    ),
    "danger.conditions": Guide(
        "What rules would you agree to live by?",
        "Counsel, with the client",
        CHOICE,
        "The government may say that no condition is enough.",
    ),
    "factors.offense": Guide(
        "How do you look at what you did, after all this time?", CLIENT, f"{PSR}, offense conduct", _FACTORS
    ),
    "factors.history": Guide(
        "What was your life like before? Tell of home, work, and hard times.",
        CLIENT_AND_FAMILY,
        f"{PSR}, offender characteristics",
    ),
    "factors.remorse": Guide(
        "What do you think about the people who were hurt?",
        CLIENT,
        "Declaration of the client",
        "The government may say that the remorse is late.",
    ),
    "factors.since_sentencing": Guide(
        "What is different now from the day you were sentenced?",
        CLIENT,
        "Records that are dated after sentencing",
        "The government may say that the court foresaw it.",
    ),
    "factors.seriousness": Guide(
        "Why is the time that you have done enough?",
        COUNSEL,
        f"{REASONS}: why this sentence was chosen",
        "The government may say that a shorter term would not reflect the seriousness of the offense.",
    ),
    "factors.deterrence": Guide(
        "What has prison taught you?",
        CLIENT,
        "Declaration of the client",
        "The government may say that a reduction would not deter others.",
    ),
    "factors.protection": Guide("Why are people safe when you are home?", COUNSEL, CHOICE, _DANGER),
    "factors.treatment": Guide(
        "What can you get outside that you cannot get in prison?",
        CLIENT,
        "The release plan, and letters of providers",
    ),
    "factors.confinement": Guide(
        "What was harder in prison than the judge could know? Lockdowns? Moves?",
        CLIENT,
        "Facility notices, transfer history, declarations",
        "The government may say that all prisoners lived under the same conditions.",
    ),
    "factors.kinds": Guide(
        "What could you do in place of more prison?", COUNSEL, f"{JUDGMENT}, conditions of supervision"
    ),
    "factors.range": Guide(
        FOR_THE_LAWYER, COUNSEL, REASONS, "The government may say that the time served is below the range."
    ),
    "factors.policy": Guide(FOR_THE_LAWYER, COUNSEL, "The Guidelines Manual"),
    "factors.disparity": Guide(
        "Do you know people who did the same and got less?",
        COUNSEL,
        "Public dockets, and published data of the Sentencing Commission",
        "The government may name like cases with longer terms.",
    ),
    "factors.codefendants": Guide(
        "How much time did the others in your case get?", COUNSEL, "Docket of each co-defendant"
    ),
    "factors.restitution": Guide(
        "How will you pay the money that you owe?",
        CLIENT,
        "The clerk’s payment record; job or benefit letters",
    ),
}
