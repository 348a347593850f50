"""The command time: a sentence counted, from the law alone, with the term of today beside it."""

from __future__ import annotations

import argparse
import re
from datetime import date
from typing import TYPE_CHECKING, Any

from drafter.cli.command import (
    FINE,
    Argument,
    Command,
    count_option,
    day_option,
    iso,
    number_line,
    refused,
    shown,
    told_in_one_sentence,
)

if TYPE_CHECKING:
    from drafter.app.library import Library
    from drafter.law.sheet import EarnedCredits
    from drafter.law.term import Count, Term
    from drafter.law.time import SentenceTime, TimeRules

_LENGTH = re.compile(r"(?P<months>[0-9]{1,5})m?(?:(?P<days>[0-9]{1,5})d)?")
#: The value of good conduct time a year, by whether the literacy condition is met (28 C.F.R. § 523.20(d)(2)).
_RATES = {True: "gct.days_per_year", False: "gct.days_per_year_without_ged"}


def _time(library: Library, options: argparse.Namespace) -> int:
    from drafter.law.sheet import overridden
    from drafter.law.term import aggregate
    from drafter.law.time import TimeRules

    law, on = library.law, options.on or library.today()
    # A life sentence earns nothing at any rate, so a day before the program's law can be counted to as well.
    of = max(on, law.edition.begins) if options.life else on
    with told_in_one_sentence():
        rate = law.value(_RATES[not options.without_diploma], of)
        rules = TimeRules.read(lambda name: law.value(name, of), rate.id)
        term = aggregate(_counts(options), options.start)
        counted = _counted(options, term, rules, on)
        counted = overridden(counted, _sheet(options))
        credits_ = _credits(options, counted, rules)
        today = _today(options, rules, on)
    law_line = [] if term.life else [number_line(rate, on)]
    working = [*counted.working, *(credits_.working if credits_ else ()), *law_line]
    told = {
        **_as_json(counted),
        "on": iso(on),
        "begins": iso(counted.begins),
        "working": working,
        "earned_credits": _credits_as_json(credits_),
        "counterfactual": _beside(counted, today),
    }
    shown(options, told, [*working, *_today_lines(counted, today)])
    return FINE


def _counts(options: argparse.Namespace) -> list[Count]:
    from drafter.law.term import Count

    others = [
        *(_count(text, consecutive=False) for text in options.concurrent),
        *(_count(text, consecutive=True) for text in options.consecutive),
    ]
    named = options.months is not None or options.days or options.life
    return [Count(options.months or 0, options.days, options.life), *others] if named else others


def _count(text: str, *, consecutive: bool) -> Count:
    """Read the term of one further count: "60", "60m15d" or "life"."""
    from drafter.law.term import Count

    if text == "life":
        return Count(life=True, consecutive=consecutive)
    found = _LENGTH.fullmatch(text)
    if found is None:
        raise ValueError(
            f"“{text}” is not a term; write months such as 60, months and days such as 60m15d, or life."
        )
    return Count(int(found["months"]), int(found["days"] or 0), consecutive=consecutive)


def _counted(options: argparse.Namespace, term: Term, rules: TimeRules, on: date) -> SentenceTime:
    from drafter.law.time import impossibilities, sentence_time

    counted = sentence_time(
        term,
        start=options.start,
        on=on,
        rules=rules,
        jail_credit=options.jail_credit,
        gct_lost=options.gct_lost,
    )
    refused(impossibilities(counted, options.start, options.gct_lost, rules))
    return counted


def _sheet(options: argparse.Namespace) -> Any:  # noqa: ANN401 -- a Sheet, whose module loads only here
    from drafter.law.sheet import Sheet

    return Sheet(options.sheet_full_term, options.sheet_release, options.sheet_dated, options.sheet_reason)


def _credits(options: argparse.Namespace, counted: SentenceTime, rules: TimeRules) -> EarnedCredits | None:
    from drafter.law.sheet import earned_credits

    if options.earned_credits is None:
        return None
    return earned_credits(
        options.earned_credits,
        counted.projected_release,
        rules,
        supervised_release=not options.no_supervised_release,
    )


def _today(options: argparse.Namespace, rules: TimeRules, on: date) -> SentenceTime | None:
    """The term that would be imposed today, counted in the same way."""
    from drafter.law.term import Count, aggregate

    if options.today_months is None:
        return None
    return _counted(options, aggregate([Count(options.today_months)], options.start), rules, on)


def _as_json(counted: SentenceTime) -> dict[str, object]:
    return {
        "full_term_date": iso(counted.full_term_date),
        "gct_days": counted.gct_days,
        "projected_release": iso(counted.projected_release),
        "served_days": counted.served_days,
        "percent_full_term": counted.percent_full_term,
        "percent_statutory_term": counted.percent_statutory_term,
        "term_days": counted.term_days,
        "statutory_days": counted.statutory_days,
    }


def _credits_as_json(credits_: EarnedCredits | None) -> dict[str, object] | None:
    if credits_ is None:
        return None
    return {
        "days": credits_.days,
        "toward_release": credits_.toward_release,
        "toward_prerelease": credits_.toward_prerelease,
        "release": iso(credits_.release),
    }


def _beside(counted: SentenceTime, today: SentenceTime | None) -> dict[str, object] | None:
    if today is None:
        return None
    return {
        **_as_json(today),
        "days_longer": _days_longer(counted, today),
        "working": list(today.working),
    }


def _days_longer(counted: SentenceTime, today: SentenceTime) -> int | None:
    """By how many days the term of today is longer than the one being served; below zero where shorter."""
    if counted.term_days is None or today.term_days is None:
        return None
    return today.term_days - counted.term_days


def _today_lines(counted: SentenceTime, today: SentenceTime | None) -> list[str]:
    if today is None:
        return []
    longer = _days_longer(counted, today)
    than = "" if longer is None else f" ({abs(longer):,} days {'longer' if longer > 0 else 'shorter'})"
    only = "a change in law is no reason unless the law of the day says so"
    return [f"Sentenced today, for comparison{than}; {only}:", *(f"    {line}" for line in today.working)]


def _terms(name: str, words: str) -> Argument:
    return ((name,), {"action": "append", "default": [], "metavar": "TERM", "help": words})


COMMANDS: dict[str, Command] = {
    "time": (
        _time,
        "Count a sentence: full term, good conduct time, projected release, share served.",
        (
            day_option("--start", "the day on which the sentence commenced", required=True),
            count_option("--months", "months of the term", None),
            count_option("--days", "further days of the term"),
            (("--life",), {"action": "store_true", "help": "a life sentence"}),
            _terms("--concurrent", "the term of another count that runs with it: 60, 60m15d or life"),
            _terms("--consecutive", "the term of another count that runs after it"),
            count_option("--jail-credit", "days of jail credit"),
            count_option("--gct-lost", "days of good conduct time lost"),
            (
                ("--without-diploma",),
                {"action": "store_true", "help": "no diploma, equivalent or satisfactory progress"},
            ),
            count_option("--earned-credits", "days of earned time credits that the Bureau states", None),
            (("--no-supervised-release",), {"action": "store_true", "help": "no supervised release follows"}),
            day_option("--sheet-full-term", "the full-term date on the Bureau's sheet"),
            day_option("--sheet-release", "the projected release date on the Bureau's sheet"),
            day_option("--sheet-dated", "the date of the Bureau's sheet"),
            (
                ("--sheet-reason",),
                {"default": "", "metavar": "TEXT", "help": "why the Bureau's date differs"},
            ),
            count_option("--today-months", "the term that would be imposed today, counted beside it", None),
            day_option("--on", "count up to this day, not today"),
        ),
    ),
}
