"""How much of the sentence is served: the arithmetic of 28 C.F.R. § 523.20 as rows of a table."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from drafter.core.dates import long_date
from drafter.law.sheet import EarnedCredits, Sheet, earned_credits, overridden
from drafter.law.term import Term
from drafter.law.time import SentenceTime, TimeRules, sentence_time
from drafter.practice.documents.facts import Facts, Passage, YesOrNo
from drafter.practice.documents.words import counted, percent

#: The risk levels at which the Bureau applies earned time credits (18 U.S.C. § 3624(g)(1)(D)).
_APPLIED_AT = frozenset({"minimum", "low"})
_ISO = re.compile(r"\b([0-9]{4})-([0-9]{2})-([0-9]{2})\b")


@dataclass(frozen=True, slots=True)
class Figure:
    """One row of the table: what is counted, and the figure."""

    item: str
    figure: str


@dataclass(frozen=True, slots=True)
class TimeServed:
    """The table of time served, the working for its footnote, and what may hold the movant after release."""

    on: str
    counted: bool
    assumes_gct: bool
    rows: tuple[Figure, ...]
    working: str
    state: Passage
    detainer: YesOrNo
    detainer_detail: tuple[str, ...]
    removal_order: bool


def rules(facts: Facts) -> TimeRules:
    """The numbers of the law of the filing date, on the track that the diploma decides."""
    return TimeRules.read(facts.sources.value, _track(facts))


def _track(facts: Facts) -> str:
    """The value of good conduct time a year: the lower one only where it is in force on the filing date."""
    lower = "gct.days_per_year_without_ged"
    dated = [value for value in facts.law.values if value.id == lower]
    in_force = any(value.in_force.holds(facts.on) for value in dated)
    return lower if facts.choice("custody.literacy") == "no" and in_force else "gct.days_per_year"


def term(facts: Facts) -> Term | None:
    """The aggregate term of the judgment; None while it is unknown or of no length."""
    months, days = facts.number("sentence.months") or 0, facts.number("sentence.extra_days") or 0
    if facts.yes("sentence.life"):
        return Term(0, 0, life=True)
    return Term(months, days, life=False) if months or days else None


def count(facts: Facts) -> SentenceTime | None:
    """The sentence counted to the filing date; None while the start or the term is unknown.

    Raises ValueError, in a plain sentence, where the answers cannot be counted.
    """
    since, whole = facts.day("custody.since"), term(facts)
    return None if since is None or whole is None else _counted(facts, whole, since)


def counterfactual(facts: Facts) -> SentenceTime | None:
    """The term of today counted like the one being served; None while it or the start is unknown."""
    since, months = facts.day("custody.since"), facts.number("change.months_now")
    if since is None or not months:
        return None
    return _counted(facts, Term(months, 0, life=False), since)


def sheet(facts: Facts) -> Sheet:
    """The dates of the Bureau's own sheet, with the reason why they may differ from the computation."""
    return Sheet(
        full_term_date=facts.day("custody.full_term_date"),
        projected_release=facts.day("custody.projected_release"),
        reason=facts.value("custody.sheet_reason") or "",
    )


def _counted(facts: Facts, whole: Term, since: date) -> SentenceTime:
    return sentence_time(
        whole,
        start=since,
        on=facts.on,
        rules=rules(facts),
        jail_credit=facts.number("custody.jail_credit") or 0,
        gct_lost=facts.number("custody.gct_lost") or 0,
    )


def time_served(facts: Facts) -> TimeServed:
    """The part of the background on time served."""
    time = count(facts)
    return TimeServed(
        on=long_date(facts.on),
        counted=time is not None,
        assumes_gct=time is not None and time.gct_days > 0,
        rows=_rows(facts, time),
        working=" ".join(long_dates(line) for line in working(facts, time)) if time else "",
        state=facts.passage("custody.state_time"),
        detainer=facts.yes_no("custody.detainer"),
        detainer_detail=facts.paragraphs("custody.detainer_detail"),
        removal_order=facts.yes("custody.removal_order"),
    )


def working(facts: Facts, time: SentenceTime) -> tuple[str, ...]:
    """The lines of the count, of the Bureau's dates that prevail, and of its earned time credits.

    A date of the Bureau that differs without a reason is found by the check ``sheet_agrees``; until then the
    table shows both dates and the working is that of the count.
    """
    with_sheet = time
    with suppress(ValueError):
        with_sheet = overridden(time, sheet(facts))
    credits_ = earned(facts, time)
    return (*with_sheet.working, *(credits_.working if credits_ else ()))


def earned(facts: Facts, time: SentenceTime) -> EarnedCredits | None:
    """The Bureau's earned time credits applied to the counted release; None where they may not be applied.

    They are applied at minimum or low risk only, and never under a final order of removal (18 U.S.C.
    §§ 3624(g)(1)(D), 3632(d)(4)(E)).
    """
    days = facts.number("custody.fsa_days")
    applied = facts.choice("custody.fsa_eligible") == "yes" and facts.choice("custody.pattern") in _APPLIED_AT
    if not days or not applied or facts.yes("custody.removal_order"):
        return None
    supervised = facts.value("sentence.supervised_release")
    if supervised is None:
        return None
    has_term = not str(supervised).casefold().startswith(("no ", "none"))
    return earned_credits(days, time.projected_release, rules(facts), supervised_release=has_term)


def _rows(facts: Facts, time: SentenceTime | None) -> tuple[Figure, ...]:
    rows = (
        ("Custody credited from", facts.text("custody.since")),
        ("Jail credit in days", facts.text("custody.jail_credit")),
        ("Good conduct time lost, in days", facts.text("custody.gct_lost")),
        *(_computed(time) if time else ()),
        ("Full-term date stated by the Bureau of Prisons", facts.text("custody.full_term_date")),
        ("Projected release date stated by the Bureau of Prisons", facts.text("custody.projected_release")),
        ("Reason for the difference", _difference(facts)),
        *_bureau(facts),
        *(_with_credits(facts, time) if time else ()),
    )
    return tuple(Figure(item, figure) for item, figure in rows if figure)


def _difference(facts: Facts) -> str:
    """The reason why the Bureau's dates differ; it is not asked for where they agree."""
    return facts.text("custody.sheet_reason") if facts.known("custody.sheet_reason") else ""


def _with_credits(facts: Facts, time: SentenceTime) -> tuple[tuple[str, str], ...]:
    credits_ = earned(facts, time)
    if credits_ is None or credits_.release is None:
        return ()
    return (("Release date with those time credits as well", long_date(credits_.release)),)


def _computed(time: SentenceTime) -> tuple[tuple[str, str], ...]:
    """What the program itself has counted; a life sentence has no date and no percentage."""
    served = ("Time served, in custody", counted(time.served_days, "day"))
    if time.term_days is None or time.full_term_date is None or time.projected_release is None:
        return (served,)
    return (
        (
            "Full term, without any credit",
            f"{counted(time.term_days, 'day')}, to {long_date(time.full_term_date)}",
        ),
        ("Maximum good conduct time, less days lost", counted(time.gct_days, "day")),
        ("Release date with that good conduct time", long_date(time.projected_release)),
        served,
        ("Percent of the full term served", percent(time.percent_full_term or 0.0)),
        (
            "Percent of the statutory term served (full term less good conduct time)",
            percent(time.percent_statutory_term or 0.0),
        ),
    )


_RISK = {"minimum": "minimum", "low": "low", "medium": "medium", "high": "high"}
_ELIGIBLE = {"yes": "eligible", "no": "not eligible", "unclear": "not determined"}


def _bureau(facts: Facts) -> tuple[tuple[str, str], ...]:
    """What the Bureau's own sheets say, never computed here."""
    return (
        ("First Step Act time credits stated by the Bureau", _earned_credits(facts)),
        (
            "Risk level on the Bureau’s assessment",
            facts.choice_words("custody.pattern", _RISK) + facts.cite("custody.pattern"),
        ),
        ("Residential drug treatment", facts.text("custody.rdap")),
        ("Home confinement date stated by the Bureau", facts.text("custody.home_confinement_date")),
        ("Prerelease date stated by the Bureau", facts.text("custody.prerelease_date")),
        ("Security level", facts.text("movant.security")),
    )


def _earned_credits(facts: Facts) -> str:
    """Eligibility and the Bureau's own number of days."""
    days = facts.number("custody.fsa_days")
    words = (
        facts.choice_words("custody.fsa_eligible", _ELIGIBLE),
        facts.bare("custody.fsa_days")
        if days is None
        else facts.as_printed("custody.fsa_days", counted(days, "day")),
    )
    told = "; ".join(part for part in words if part)
    return told + facts.cite("custody.fsa_eligible", "custody.fsa_days")


def long_dates(line: str) -> str:
    """The working with its days as papers print them."""
    told = _ISO.sub(lambda found: long_date(date(int(found[1]), int(found[2]), int(found[3]))), line)
    return told.replace("'", "’")
