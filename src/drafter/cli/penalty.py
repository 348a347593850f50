"""The command penalty: what a drug count carried at sentencing and would carry on another day."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from drafter.cli.command import (
    CONFIRM,
    FINE,
    Command,
    count_option,
    day_option,
    iso,
    shown,
    told_in_one_sentence,
)

if TYPE_CHECKING:
    from drafter.app.library import Library
    from drafter.law.penalty import Penalty

_USE = (
    "For the extent of a reduction, for § 3553(a), and for the way to another motion; whether it may be a "
    "reason, and since when not, the treatments say: drafter law search nonretroactive."
)


def _penalty(library: Library, options: argparse.Namespace) -> int:
    on = options.on or library.today()
    with told_in_one_sentence():
        days = [day for day in (options.sentenced, on) if day]
        found = [
            library.law.penalties.on(day, options.drug, options.amount, options.priors, death=options.death)
            for day in days
        ]
    told = {"days": [_as_json(one) for one in found], "moves": _moves(found), "use": _USE}
    shown(
        options,
        told,
        [*(_line(one) for one in found), f"From the first day to the last: {_moves(found)}.", _USE],
    )
    return FINE


def _as_json(one: Penalty) -> dict[str, object]:
    term = one.term
    return {
        "on": iso(one.on),
        "tier": term.tier,
        "least_months": None if term.mandatory_life else term.least,
        "most_months": term.most,
        "mandatory_life": term.mandatory_life,
        "words": term.words,
        "says": term.says,
        "verified": one.verified,
        "source": [*(one.threshold.source if one.threshold else ()), *term.source],
    }


def _line(one: Penalty) -> str:
    where = f"21 U.S.C. § 841(b)(1)({one.term.tier})"
    amount = ""
    if one.threshold:
        amount = f" ({one.threshold.amount:,} {one.threshold.unit} of {one.threshold.label} or more)"
    mark = "" if one.verified else f"; {CONFIRM}"
    return f"{one.on}: {one.term.words}, {where}{amount}. {one.term.says}{mark}"


def _moves(found: list[Penalty]) -> str:
    """Whether the least term rises, falls or stays between the two days."""
    least = [float("inf") if one.term.mandatory_life else one.term.least for one in found]
    if least[0] == least[-1]:
        return "the least term is the same"
    return "the least term falls" if least[0] > least[-1] else "the least term rises"


COMMANDS: dict[str, Command] = {
    "penalty": (
        _penalty,
        "Show what a drug count carried at sentencing and would carry on another day.",
        (
            (("--drug",), {"required": True, "metavar": "ID", "help": "heroin, cocaine, crack, fentanyl …"}),
            count_option("--amount", "grams (of marihuana_plants: plants)"),
            count_option("--priors", "prior convictions that qualify on each of the days"),
            (("--death",), {"action": "store_true", "help": "death or serious bodily injury resulted"}),
            day_option("--sentenced", "the day on which the sentence was imposed"),
            day_option("--on", "the other day, not today"),
        ),
    ),
}
