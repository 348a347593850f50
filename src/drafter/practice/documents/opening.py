"""The first page: what is asked, on which grounds, what is not raised, and the summary in a box."""

from __future__ import annotations

from dataclasses import dataclass

from drafter.core.dates import long_date
from drafter.core.marks import blank, printed
from drafter.practice.documents import served
from drafter.practice.documents.background import term_words
from drafter.practice.documents.exhaustion_part import clock
from drafter.practice.documents.facts import Facts, Passage
from drafter.practice.documents.grounds_age import age_words
from drafter.practice.documents.pleaded import ELDER, Pleaded, named
from drafter.practice.documents.words import counted, joined, percent


@dataclass(frozen=True, slots=True)
class Title:
    """The flags of the title, and the paragraph of the statute the motion rests on."""

    emergency: bool
    unopposed: bool
    renewed: bool
    hearing: bool
    subparagraph: str


@dataclass(frozen=True, slots=True)
class NotRaised:
    """A ground that the motion does not raise, with its explanation."""

    ground: str
    explanation: str
    has_explanation: bool


@dataclass(frozen=True, slots=True)
class Opening:
    """The first paragraphs."""

    grounds: str
    has_grounds: bool
    no_grounds: str
    emergency: Passage
    has_not_raised: bool
    not_raised: tuple[NotRaised, ...]
    not_raised_cite: str


@dataclass(frozen=True, slots=True)
class Summary:
    """The box: one line for each thing a judge looks for first."""

    sentence: str
    supervised_release: str
    imposed_on: str
    served: str
    projected: str
    has_age: bool
    age: str
    grounds: str
    request_known: bool
    received_on: str
    has_elapsed: bool
    elapsed: str
    request_blank: str
    not_sent: bool
    residence: str


def title(facts: Facts, grounds: Pleaded) -> Title:
    """The flags of the title."""
    return Title(
        emergency=facts.yes("case.emergency"),
        unopposed=facts.choice("government.position") == "unopposed",
        renewed=facts.yes("prior.renewed"),
        hearing=facts.yes("relief.hearing"),
        subparagraph=subparagraph(grounds),
    )


def subparagraph(grounds: Pleaded) -> str:
    """The paragraph of the statute that the grounds rest on; empty where there are both, or none yet."""
    elder = ELDER in grounds.ids
    others = len(grounds.ids) > elder
    if elder == others:
        return ""
    return "(ii)" if elder else "(i)"


#: What stands where the motion has no ground yet.
NO_GROUNDS = "the ground or grounds on which the motion rests"


def opening(facts: Facts, grounds: Pleaded) -> Opening:
    """The first paragraphs."""
    rows = facts.rows("reasons.not_asserted")
    return Opening(
        grounds=joined([named(facts, ground) for ground in grounds.grounds]),
        has_grounds=bool(grounds.grounds),
        no_grounds="" if grounds.grounds else no_grounds(facts),
        emergency=facts.passage("case.emergency_reason"),
        has_not_raised=bool(rows),
        not_raised=tuple(
            NotRaised(row.text("ground"), row.text("explanation", ""), row.has("explanation")) for row in rows
        ),
        not_raised_cite=facts.cite("reasons.not_asserted"),
    )


def no_grounds(facts: Facts) -> str:
    """The bracket of a motion without a ground; it leads to the question which reason leads."""
    facts.ledger.blanks.append("reasons.lead")
    return printed("reasons.lead", blank(NO_GROUNDS))


def summary(facts: Facts, grounds: Pleaded) -> Summary:
    """The box."""
    time = clock(facts)
    has_age = facts.has("movant.birth_date") or facts.has("movant.age_stated")
    return Summary(
        sentence=term_words(facts),
        supervised_release=facts.bare("sentence.supervised_release"),
        imposed_on=facts.bare("sentence.imposed_on"),
        served=_served(facts),
        projected=facts.bare("custody.projected_release"),
        has_age=has_age,
        age=age_words(facts) if has_age else "",
        grounds=joined([named(facts, ground) for ground in grounds.grounds]) or no_grounds(facts),
        request_known=facts.yes("warden.sent"),
        received_on=facts.bare("warden.received_on"),
        has_elapsed=time is not None and time.ripe,
        elapsed=counted(time.days_elapsed, "day") if time else "",
        request_blank=facts.yes_no("warden.sent").blank,
        not_sent=facts.no("warden.sent"),
        residence=residence(facts),
    )


def _served(facts: Facts) -> str:
    time = served.count(facts)
    if time is None:
        return facts.blank("custody.since" if facts.day("custody.since") is None else "sentence.months")
    days = f"{counted(time.served_days, 'day')} as of {long_date(time.on)}"
    if time.percent_full_term is None or time.percent_statutory_term is None:
        return days
    full, statutory = percent(time.percent_full_term), percent(time.percent_statutory_term)
    return f"{days}: {full} of the full term, {statutory} of the statutory term"


def residence(facts: Facts) -> str:
    """The home: in a public paper its city and state alone (Fed. R. Crim. P. 49.1(a)(5))."""
    return facts.text("plan.address")


def flags(facts: Facts) -> tuple[str, ...]:
    """The lines at the very top of a paper that must not be filed as it is.

    A paper for a day that has passed shows the law of that day and can no longer be filed on it.
    """
    if facts.today is None or facts.on >= facts.today:
        return ()
    return (f"HISTORICAL: law of {long_date(facts.on)} – not for filing",)


#: Stands over a sealed twin: but for it, its first page may be that of the public one, letter by letter.
UNREDACTED = "UNREDACTED COPY TO BE FILED UNDER SEAL – Fed. R. Crim. P. 49.1(f)"


def twin_flags(facts: Facts) -> tuple[str, ...]:
    """The lines at the top of a paper that has a sealed twin, which says so itself."""
    return (*flags(facts), UNREDACTED) if facts.sealed else flags(facts)
