"""The terms of 21 U.S.C. § 841(b)(1) on the day of sentencing and on another day.

What a count carried when the sentence was imposed and what it would carry on the filing date are two
different questions, and the answer can go up as well as down.  The comparison serves the extent of a
reduction and the way to another motion; whether it may be a reason is for the treatments to say.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from drafter.law.model import Dated, first_in_force
from drafter.law.reading import NotInLawError, Row
from drafter.law.tables import dated

_TIERS = ("A", "B")
#: The tier that needs no weight.
_ANY_WEIGHT = "C"
_MONTHS_IN_YEAR = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Threshold(Dated):
    """The least ``amount`` (grams, or plants) of a drug that brings a count under ``tier`` "A" or "B"."""

    drug: str
    label: str
    tier: str
    amount: int
    unit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PenaltyTerm(Dated):
    """The term for one history: ``least`` and ``most`` in months; ``most`` is None where life is allowed.

    ``priors`` is the least number of qualifying prior convictions, ``death`` whether death or serious bodily
    injury resulted; ``mandatory_life`` leaves no other term.
    """

    tier: str
    priors: int
    death: bool
    least: int
    most: int | None
    mandatory_life: bool
    says: str

    @property
    def words(self) -> str:
        """The span as a person reads it: "10 years to life", "0 to 20 years", "life"."""
        if self.mandatory_life:
            return "life"
        least = self.least // _MONTHS_IN_YEAR
        most = "life" if self.most is None else f"{self.most // _MONTHS_IN_YEAR} years"
        years = " years" if self.most is None else ""
        return f"{least}{years} to {most}"


@dataclass(frozen=True, slots=True)
class Penalty:
    """What a count carries on one day: the threshold that it meets (None under (C)) and the term."""

    on: date
    threshold: Threshold | None
    term: PenaltyTerm

    @property
    def verified(self) -> bool:
        """Whether a person may rest on it as it stands."""
        return self.term.verified and (self.threshold is None or self.threshold.verified)


@dataclass(frozen=True, slots=True)
class Penalties:
    """Both tables of law/penalties.toml."""

    thresholds: tuple[Threshold, ...]
    terms: tuple[PenaltyTerm, ...]

    @property
    def drugs(self) -> dict[str, str]:
        """Drug id → label, in the order of the file."""
        return {one.drug: one.label for one in self.thresholds}

    def on(self, day: date, drug: str, amount: int, priors: int, *, death: bool) -> Penalty:
        """What ``amount`` of ``drug`` carries on ``day`` after so many qualifying ``priors``.

        Raises NotInLawError for a drug or a day that the table does not hold, ValueError for an amount or a
        number below zero.
        """
        if amount < 0 or priors < 0:
            raise ValueError("The amount and the number of prior convictions cannot be below zero.")
        if drug not in self.drugs:
            raise NotInLawError(f"The law knows no drug “{drug}”; it knows {', '.join(self.drugs)}.")
        threshold = self._threshold(day, drug, amount)
        return Penalty(
            day, threshold, self._term(day, threshold.tier if threshold else _ANY_WEIGHT, priors, death)
        )

    def _threshold(self, day: date, drug: str, amount: int) -> Threshold | None:
        of_drug = [one for one in self.thresholds if one.drug == drug]
        held = [one for one in of_drug if one.in_force.holds(day)]
        if not held:
            raise NotInLawError(f"The law holds no amounts of {of_drug[0].label} for {day}.")
        return next(
            (one for tier in _TIERS for one in held if one.tier == tier and amount >= one.amount), None
        )

    def _term(self, day: date, tier: str, priors: int, death: bool) -> PenaltyTerm:  # noqa: FBT001 - inner step
        def of(number: int) -> Iterable[PenaltyTerm]:
            return (
                one for one in self.terms if one.tier == tier and one.death == death and one.priors == number
            )

        for number in range(min(priors, 2), -1, -1):
            found = first_in_force(of(number), day)
            if found is not None:
                return found
        raise NotInLawError(f"The law holds no term of 21 U.S.C. § 841(b)(1)({tier}) for {day}.")


def threshold(row: Row) -> Threshold:
    """A row of the thresholds."""
    made = Threshold(
        drug=row.text("drug"),
        label=row.text("label"),
        tier=row.one_of("tier", frozenset(_TIERS)),
        amount=row.maybe_number("amount") or row.fail("amount", "is missing"),
        unit=row.one_of("unit", frozenset({"grams", "plants"})),
        **dated(row),
    )
    row.done()
    return made


def penalty_term(row: Row) -> PenaltyTerm:
    """A row of the terms."""
    life = row.flag("mandatory_life", default=False)
    made = PenaltyTerm(
        tier=row.one_of("tier", frozenset({*_TIERS, _ANY_WEIGHT})),
        priors=row.maybe_number("priors") or 0,
        death=row.flag("death"),
        least=row.maybe_number("least") or 0,
        most=row.maybe_number("most"),
        mandatory_life=life,
        says=row.text("says"),
        **dated(row),
    )
    row.done()
    return made
