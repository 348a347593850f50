"""The sections on age: § 1B1.13(b)(2), and the separate way of § 3582(c)(1)(A)(ii)."""

from __future__ import annotations

from dataclasses import dataclass

from drafter.core.dates import years_between
from drafter.law.time import SentenceTime
from drafter.practice.documents import pleaded, served
from drafter.practice.documents.facts import Facts, YesOrNo
from drafter.practice.documents.sections import Section, WithPhysician, letter_cite, physician, place
from drafter.practice.documents.words import counted, percent


@dataclass(frozen=True, slots=True, kw_only=True)
class Age(WithPhysician):
    """Age and deteriorating health; age and time served are counted, never typed."""

    age: str
    age_counted: bool
    min_years: str
    served_years: str
    served_percent: str
    served: str
    deterioration: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Elder(Section):
    """Seventy years of age and thirty years served under § 3559(c)."""

    age: str
    age_counted: bool
    under_3559c: YesOrNo
    has_served_years: bool
    served_years: str
    director: str


def age_in_years(facts: Facts) -> int | None:
    """The movant's age on the filing date, None while the birth date is unknown."""
    born = facts.day("movant.birth_date")
    return years_between(born, facts.on) if born else None


def age_words(facts: Facts) -> str:
    """The age as printed; the birth date itself never prints (Fed. R. Crim. P. 49.1(a)(2))."""
    years = age_in_years(facts)
    if years is not None:
        return facts.as_printed("movant.birth_date", counted(years, "year")) + facts.cite("movant.birth_date")
    return facts.text("movant.age_stated") or facts.blank("movant.birth_date")


def age(facts: Facts) -> Age:
    """The section on age and deteriorating health."""
    years, time = age_in_years(facts), served.count(facts)
    return Age(
        fragment="b2",
        label=place(facts, "b2"),
        standard=pleaded.standard(facts, "b2"),
        physician=physician(facts, "b2"),
        letter_date=facts.bare("b2.letter_date"),
        letter_cite=letter_cite(facts, "b2"),
        age=age_words(facts),
        age_counted=years is not None,
        min_years=str(facts.sources.value("age.min_years").number),
        served_years=str(facts.sources.value("age.served_years").number),
        served_percent=str(facts.sources.value("age.served_percent").number),
        served=_served(facts, time),
        deterioration=facts.paragraphs("b2.deterioration"),
    )


def _served(facts: Facts, time: SentenceTime | None) -> str:
    if time is None:
        return facts.blank("custody.since")
    days = counted(time.served_days, "day")
    return (
        days
        if time.percent_full_term is None
        else f"{days}, {percent(time.percent_full_term)} of the full term"
    )


def elder(facts: Facts) -> Elder:
    """The section on § 3582(c)(1)(A)(ii)."""
    return Elder(
        fragment="ii",
        label=place(facts, "ii"),
        standard=(),
        age=age_words(facts),
        age_counted=age_in_years(facts) is not None,
        under_3559c=facts.yes_no("ii.statute_3559c"),
        has_served_years=facts.has("ii.served_years"),
        served_years=_years(facts),
        director=facts.text("ii.director"),
    )


def _years(facts: Facts) -> str:
    years = facts.number("ii.served_years")
    words = (
        facts.as_printed("ii.served_years", counted(years, "year"))
        if years
        else facts.bare("ii.served_years")
    )
    return words + facts.cite("ii.served_years")
