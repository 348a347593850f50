"""Offense, sentence and custody."""

from __future__ import annotations

from typing import Final

from drafter.practice.guidance.guide import (
    CASE_MANAGER,
    CLIENT,
    COUNSEL,
    CREDITS,
    DOCKET,
    FOR_THE_LAWYER,
    FORMER_COUNSEL,
    JUDGMENT,
    PROBATION,
    PSR,
    REASONS,
    SHEET,
    Guide,
)

_PLEA: Final = "Plea agreement"
_NEAR: Final = "The government may say that release is near enough without a reduction."

GUIDES: Final[dict[str, Guide]] = {
    "offense.charged_on": Guide(
        "When were you charged?", FORMER_COUNSEL, f"{DOCKET}: filing of the indictment or information"
    ),
    "offense.counts": Guide(
        "What were you found guilty of? How much time did you get for each count?",
        FORMER_COUNSEL,
        f"{JUDGMENT}, first page and the page on imprisonment",
    ),
    "offense.disposition": Guide(
        "Did you plead guilty, or did you have a trial?", CLIENT, f"{JUDGMENT}, first page"
    ),
    "offense.disposition_on": Guide(
        "On what day did you plead guilty, or did the jury decide?",
        FORMER_COUNSEL,
        f"{DOCKET}: plea hearing or verdict",
    ),
    "offense.plea_terms": Guide(
        "What did the government promise in your plea deal? What did you promise?", FORMER_COUNSEL, _PLEA
    ),
    "offense.plea_waiver": Guide(
        "Did your plea deal say that you give up the right to ask for less time?",
        FORMER_COUNSEL,
        f"{_PLEA}, waiver clauses",
        "The government may say that the plea agreement waives this motion.",
    ),
    "offense.conduct": Guide(
        "What did you do? Tell the hard parts too.",
        PROBATION,
        f"{PSR}, offense conduct",
        "The government will tell the worst facts of the offense first.",
    ),
    "offense.role": Guide(
        "What was your part in it?",
        PROBATION,
        f"{PSR}, role in the offense",
        "The government may call the movant a leader of the offense.",
    ),
    "offense.enhancements": Guide(
        "Did something make your sentence longer, like a gun or an old case?",
        FORMER_COUNSEL,
        f"{REASONS}; {PSR}, offense level computation; § 851 notice on the docket",
    ),
    "offense.criminal_history": Guide(
        "What number did the judge give your past, from I to VI?",
        PROBATION,
        f"{PSR}, criminal history; {REASONS}",
        "The government may rely on the criminal history category.",
    ),
    "offense.offense_level": Guide(
        "What was your offense level? Your lawyer can look it up.", PROBATION, REASONS
    ),
    "offense.guideline_range": Guide(
        "What range of months did the judge start from?", FORMER_COUNSEL, REASONS
    ),
    "offense.departure": Guide(
        "Did the judge go above or below that range? Why?",
        FORMER_COUNSEL,
        REASONS,
        "The government may say that the court has already shown leniency.",
    ),
    "offense.cooperation": Guide(
        "Did you help the government in any case? This stays with your lawyer.",
        CLIENT,
        "Sealed filings, or the file of former counsel",
    ),
    "sentence.imposed_on": Guide(
        "On what day did the judge sentence you?", CLIENT, f"{JUDGMENT}, date of imposition"
    ),
    "sentence.life": Guide("Did you get a life sentence?", CLIENT, f"{JUDGMENT}, page on imprisonment"),
    "sentence.months": Guide(
        "How many months did you get in all?",
        CLIENT,
        f"{JUDGMENT}, page on imprisonment, and any amended judgment",
    ),
    "sentence.extra_days": Guide(
        "Did the judge add days to the months, like a year and a day?",
        CLIENT,
        f"{JUDGMENT}, page on imprisonment",
    ),
    "sentence.structure": Guide(
        "Do your terms run at the same time, or one after the other?",
        FORMER_COUNSEL,
        f"{JUDGMENT}, page on imprisonment",
    ),
    "sentence.supervised_release": Guide(
        "How long will you be on supervised release after prison?",
        CLIENT,
        f"{JUDGMENT}, page on supervised release",
    ),
    "sentence.fine": Guide(
        "Did you get a fine? How much?", CLIENT, f"{JUDGMENT}, criminal monetary penalties"
    ),
    "sentence.restitution": Guide(
        "Do you have to pay money back to anyone? How much?",
        CLIENT,
        f"{JUDGMENT}, criminal monetary penalties",
    ),
    "sentence.paid": Guide(
        "How much have you paid so far?",
        "The clerk’s office, or the client’s case manager",
        "The clerk’s payment record, or the Bureau’s financial responsibility record",
        "The government may point to what is still unpaid.",
    ),
    "sentence.judgment_docket": Guide(FOR_THE_LAWYER, COUNSEL, DOCKET),
    "sentence.proceedings": Guide(
        "What did you file after your sentence? How did each one end?",
        FORMER_COUNSEL,
        f"{DOCKET}, and the dockets of the court of appeals",
    ),
    "custody.since": Guide(
        "From what day does the prison count your time?", CASE_MANAGER, f"{SHEET}, date computation began"
    ),
    "custody.jail_credit": Guide(
        "How many days in jail before that do they count?", CASE_MANAGER, f"{SHEET}, total prior credit time"
    ),
    "custody.state_time": Guide(
        "Were you in a state jail or prison for some of that time? When?",
        CLIENT,
        f"{SHEET}, prior credit; the state’s own records",
        "The government may say that the time was credited to another sentence.",
    ),
    "custody.gct_lost": Guide(
        "Did you lose good time days? How many?", CASE_MANAGER, f"{SHEET}, good conduct time; discipline log"
    ),
    "custody.literacy": Guide(
        "Do you have a high school diploma or a GED? Are you working on one?",
        CLIENT,
        "The Bureau’s education transcript (GED HAS, SAT or UNSAT)",
    ),
    "custody.full_term_date": Guide(
        "On what day does your full time end, with no good time taken off?",
        CASE_MANAGER,
        f"{SHEET}, expiration full term date",
    ),
    "custody.projected_release": Guide(
        "What release date has the prison told you?",
        CASE_MANAGER,
        f"{SHEET}, or the Bureau’s inmate locator",
        _NEAR,
    ),
    "custody.sheet_reason": Guide(
        "If the prison’s dates do not match ours, do you know why?", CASE_MANAGER, f"{SHEET}, remarks"
    ),
    "custody.fsa_eligible": Guide("Can you earn First Step Act time credits?", CASE_MANAGER, CREDITS),
    "custody.fsa_days": Guide("How many First Step Act credit days do you have?", CASE_MANAGER, CREDITS),
    "custody.pattern": Guide(
        "What is your PATTERN risk level?",
        CASE_MANAGER,
        CREDITS,
        "The government will name a level that is medium or high.",
    ),
    "custody.rdap": Guide(
        "Have you been in the drug program, RDAP? Did you finish?",
        CLIENT,
        "The Bureau’s program review sheet, or the certificate",
    ),
    "custody.home_confinement_date": Guide(
        "When could you go to home confinement?",
        CASE_MANAGER,
        f"{SHEET}, home detention eligibility date",
        _NEAR,
    ),
    "custody.prerelease_date": Guide(
        "Do you have a halfway house date?",
        CASE_MANAGER,
        "The Bureau’s program review sheet, or the approved referral",
        _NEAR,
    ),
    "custody.detainer": Guide(
        "Does any other court or agency want to hold you after this?",
        CASE_MANAGER,
        f"{SHEET}, detainers",
        "The government may say that release would only mean transfer to other custody.",
    ),
    "custody.detainer_detail": Guide(
        "Who wants to hold you, and for what?", CASE_MANAGER, "The detainer itself, in the central file"
    ),
    "custody.removal_order": Guide(
        "Has a judge ordered that you leave the country?",
        "The client, or immigration counsel",
        "Order of the immigration court",
    ),
}
