"""The reasons together, abuse, other circumstances, the seventy-year rule, and changes in the law."""

from __future__ import annotations

from typing import Final

from drafter.practice.guidance.guide import (
    CHOICE,
    CLIENT,
    COUNSEL,
    FOR_THE_LAWYER,
    FORMER_COUNSEL,
    JUDGMENT,
    REASONS,
    SHEET,
    TOLD,
    Guide,
)

_NOT_GRAVE: Final = "The government may say that the reasons are not grave, alone or together."
_FORECLOSED: Final = "The government may say that a change in the law is no reason for a reduction."
_MANUAL: Final = "The Guidelines Manual in force on the day of filing"
_GENTLE: Final = "You can stop at any time."

GUIDES: Final[dict[str, Guide]] = {
    "reasons.lead": Guide("Which of your reasons is the strongest?", COUNSEL, CHOICE),
    "reasons.combination": Guide("How do your reasons make each other worse?", COUNSEL, CHOICE, _NOT_GRAVE),
    "reasons.not_asserted": Guide(FOR_THE_LAWYER, COUNSEL, CHOICE),
    "b4.asserted": Guide(
        f"Did someone who had power over you in prison hurt or abuse you? {_GENTLE}",
        CLIENT,
        "Reports, findings or court papers, if there are any; else the client’s own account",
        "The government may say that the abuse is not established in the way the policy statement asks for.",
    ),
    "b4.abuse": Guide(f"Was it sexual, or were you beaten? {_GENTLE}", CLIENT, "Reports and medical records"),
    "b4.period": Guide("When did it happen?", CLIENT, "Reports and medical records"),
    "b4.place": Guide("In which prison did it happen?", CLIENT, "Reports; the Bureau’s transfer history"),
    "b4.actor": Guide(
        "Who did it? Only say what job that person had.", CLIENT, "Reports, findings or court papers"
    ),
    "b4.account": Guide(
        f"What happened? Tell only as much as you want to. {_GENTLE}",
        CLIENT,
        "Declaration (under seal), reports",
        "The government may say that the account is not supported by records.",
    ),
    "b4.injury": Guide(
        "How were you hurt, in body and in mind?",
        "The client, and whoever treated the client",
        "Medical and psychological records",
        "The government may say that the bodily injury was not serious.",
    ),
    "b4.reported": Guide(
        "Whom did you tell? What did they do? If no one, why not?",
        CLIENT,
        "PREA and Inspector General reports, letters, police reports",
        "The government may point to a late report or to none.",
    ),
    "b4.established": Guide(
        "Has a court or an agency said that it happened?", COUNSEL, "Judgment, finding or admission"
    ),
    "b4.established_detail": Guide(
        "Which court or agency was that? If the case is still open, how long has it been?",
        COUNSEL,
        "Judgment, finding or admission; docket of the open case",
    ),
    "b4.seal": Guide("Do you want this part kept secret from the public?", CLIENT, TOLD),
    "b5.asserted": Guide(
        "Has anything else happened to you that is as bad as that?", CLIENT, CHOICE, _NOT_GRAVE
    ),
    "b5.circumstance": Guide("What is it, in a few words?", CLIENT, "The papers that prove it"),
    "b5.beyond_rehabilitation": Guide(
        "Is it more than that you have done well in prison?",
        COUNSEL,
        CHOICE,
        "The government may say that this is rehabilitation by another name.",
    ),
    "b5.facts": Guide("What happened, when, and to whom?", CLIENT, "The papers that prove it"),
    "b5.gravity": Guide(
        "Why is this as bad as being very sick or losing the one who raised your child?",
        COUNSEL,
        CHOICE,
        "The government may say that the circumstance is not similar in gravity.",
    ),
    "b5.personal": Guide(
        "Why is it worse for you than for others in your prison?",
        CLIENT,
        CHOICE,
        "The government may say that every prisoner could say the same.",
    ),
    "ii.asserted": Guide(
        "Are you 70 or older, with 30 years in prison on a three-strikes sentence?",
        CLIENT,
        f"{JUDGMENT}; the Bureau’s sentence computation sheet",
    ),
    "ii.statute_3559c": Guide(
        "Did you get your sentence under the three-strikes law?",
        FORMER_COUNSEL,
        f"{JUDGMENT}; statement of reasons",
    ),
    "ii.served_years": Guide("How many full years have you been in prison on this sentence?", CLIENT, SHEET),
    "ii.director": Guide(
        "Has the head of the Bureau of Prisons said that you are not a danger?",
        COUNSEL,
        "The Director’s determination",
    ),
    "change.any": Guide("Would you get less time if you were sentenced today?", COUNSEL, CHOICE, _FORECLOSED),
    "change.what": Guide(
        "What law has changed since you were sentenced?",
        COUNSEL,
        "The statute, the amendment or the decision itself",
        _FORECLOSED,
    ),
    "change.kind": Guide(FOR_THE_LAWYER, COUNSEL, "The statute, the amendment or the decision itself"),
    "change.sentence_now": Guide(
        "What sentence would you likely get today?",
        COUNSEL,
        "Counsel’s own computation",
        "The government may compute a longer term for today.",
    ),
    "change.months_now": Guide("How many months would that be?", COUNSEL, "Counsel’s own computation"),
    "change.range_then": Guide("What range of months did the judge start from?", FORMER_COUNSEL, REASONS),
    "change.range_now": Guide("What range would the judge start from today?", COUNSEL, _MANUAL),
    "change.minimum_then": Guide(
        "What was the least that the judge had to give you?",
        FORMER_COUNSEL,
        f"{JUDGMENT}; presentence report, sentencing options",
    ),
    "change.minimum_now": Guide(
        "What is the least that a judge would have to give you today?",
        COUNSEL,
        "The statute in force on the day of filing",
    ),
    "change.retroactive": Guide(
        "Does the new law also help people who were sentenced before it?",
        COUNSEL,
        "The statute’s section on application, or U.S.S.G. § 1B1.10(d)",
        "The government may say that the change does not reach back.",
    ),
    "change.extent": Guide(FOR_THE_LAWYER, COUNSEL, CHOICE),
    "change.doubts": Guide(
        "Do you think that you should not have been found guilty?",
        CLIENT,
        TOLD,
        "The government may say that such claims belong in a motion under 28 U.S.C. § 2255.",
    ),
    "change.doubts_note": Guide("Why do you think so? This stays with your lawyer.", CLIENT, TOLD),
    "change.among_reasons": Guide(FOR_THE_LAWYER, COUNSEL, CHOICE, _FORECLOSED),
}
