"""How much of the sentence is served: the arithmetic of 28 C.F.R. § 523.20 as rows of a table."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from drafter.core.dates import long_date
from drafter.law.time import SentenceTime, sentence_time
from drafter.practice.documents.facts import Facts, Passage, YesOrNo
from drafter.practice.documents.words import counted, percent

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


def count(facts: Facts) -> SentenceTime | None:
    """The sentence counted to the filing date; None while the start or the term is unknown or impossible."""
    since, months, life = (
        facts.day("custody.since"),
        facts.number("sentence.months"),
        facts.yes("sentence.life"),
    )
    days = facts.number("sentence.extra_days") or 0
    if since is None or not (life or months or days):
        return None
    return sentence_time(
        start=since,
        months=months or 0,
        days=days,
        jail_credit=facts.number("custody.jail_credit") or 0,
        gct_lost=facts.number("custody.gct_lost") or 0,
        life=life,
        on=facts.on,
        rate=_rate(facts),
    )


def _rate(facts: Facts) -> int:
    without_diploma = facts.choice("custody.literacy") == "no"
    dated = [value for value in facts.law.values if value.id == "gct.days_per_year_without_ged"]
    if without_diploma and any(value.in_force.holds(facts.on) for value in dated):
        return facts.sources.value("gct.days_per_year_without_ged").number
    return facts.sources.value("gct.days_per_year").number


def time_served(facts: Facts) -> TimeServed:
    """The part of the background on time served."""
    time = count(facts)
    return TimeServed(
        on=long_date(facts.on),
        counted=time is not None,
        assumes_gct=time is not None and time.gct_days > 0,
        rows=_rows(facts, time),
        working=" ".join(_long_dates(line) for line in time.working) if time else "",
        state=facts.passage("custody.state_time"),
        detainer=facts.yes_no("custody.detainer"),
        detainer_detail=facts.paragraphs("custody.detainer_detail"),
        removal_order=facts.yes("custody.removal_order"),
    )


def _rows(facts: Facts, time: SentenceTime | None) -> tuple[Figure, ...]:
    rows = (
        ("Custody credited from", facts.text("custody.since")),
        ("Jail credit in days", facts.text("custody.jail_credit")),
        ("Good conduct time lost, in days", facts.text("custody.gct_lost")),
        *(_computed(time) if time else ()),
        ("Projected release date stated by the Bureau of Prisons", facts.text("custody.projected_release")),
        *_bureau(facts),
    )
    return tuple(Figure(item, figure) for item, figure in rows if figure)


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


def _long_dates(line: str) -> str:
    """The working with its days as papers print them."""
    told = _ISO.sub(lambda found: long_date(date(int(found[1]), int(found[2]), int(found[3]))), line)
    return told.replace("'", "’")
