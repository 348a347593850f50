"""What the Bureau of Prisons' own sheets add to a counted sentence: earned time credits and its own dates.

Earned time credits under the First Step Act are never computed here: they are taken as the Bureau states
them, within the caps of 18 U.S.C. § 3624(g)(3) and 28 C.F.R. § 523.44(d).  Where the Bureau's sentence
computation sheet gives another date, that date prevails, with the reason kept beside it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from drafter.law.term import add_months
from drafter.law.time import SentenceTime, TimeRules


@dataclass(frozen=True, slots=True)
class EarnedCredits:
    """The Bureau's days of earned time credits and where they go.

    ``toward_release`` days bring supervised release forward to ``release``; ``toward_prerelease`` days go to
    prerelease custody, which has no cap in days.
    """

    days: int
    toward_release: int
    toward_prerelease: int
    release: date | None
    working: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """What the Bureau's sheet of the day ``dated`` says, and why it differs from the computation."""

    full_term_date: date | None = None
    projected_release: date | None = None
    dated: date | None = None
    reason: str = ""


def earned_credits(
    days: int, release: date | None, rules: TimeRules, *, supervised_release: bool
) -> EarnedCredits:
    """Apply the Bureau's ``days`` of credits to the ``release`` date with good conduct time (None for life).

    Without a term of supervised release after the imprisonment no credit moves the release (28 C.F.R.
    § 523.44(d)).  Raises ValueError for days below zero.
    """
    if days < 0:
        raise ValueError("The days of earned time credits cannot be below zero.")
    stated = f"Earned time credits as the Bureau states them: {days:,} days; none is computed here."
    if release is None:
        return EarnedCredits(
            days, 0, days, None, (stated, "A life sentence has no release to bring forward.")
        )
    if not supervised_release:
        line = (
            "The sentence has no term of supervised release, so the credits go to prerelease custody "
            "alone (28 C.F.R. § 523.44(d))."
        )
        return EarnedCredits(days, 0, days, release, (stated, line))
    cap = (release - add_months(release, -rules.cap_months)).days
    used = min(days, cap)
    moved = release - timedelta(days=used)
    within = f"At most {rules.cap_months} months ({cap:,} days) bring supervised release forward"
    lines = [stated, f"{within} (18 U.S.C. § 3624(g)(3)): {release} less {used:,} days = {moved}."]
    if days > used:
        lines.append(f"The other {days - used:,} days go to prerelease custody.")
    return EarnedCredits(days, used, days - used, moved, tuple(lines))


def overridden(time: SentenceTime, sheet: Sheet) -> SentenceTime:
    """Put the sheet's dates in the place of the computed ones, with a line of working for each.

    Raises ValueError where a date differs and no reason is given, or where the dates contradict each other.
    """
    dates = (sheet.full_term_date or time.full_term_date, sheet.projected_release or time.projected_release)
    if dates[0] is not None and dates[1] is not None and dates[1] > dates[0]:
        raise ValueError(
            f"The projected release of {dates[1]} is after the full-term date of {dates[0]}: "
            "one date is wrong."
        )
    lines = [
        *_line("full-term date", sheet.full_term_date, time.full_term_date, sheet),
        *_line("projected release", sheet.projected_release, time.projected_release, sheet),
    ]
    return replace(time, full_term_date=dates[0], projected_release=dates[1], working=(*time.working, *lines))


def _line(name: str, theirs: date | None, ours: date | None, sheet: Sheet) -> list[str]:
    if theirs is None:
        return []
    of = f" of {sheet.dated}" if sheet.dated else ""
    if theirs == ours:
        return [f"The Bureau's sheet{of} gives the same {name}, {theirs}."]
    if not sheet.reason.strip():
        raise ValueError(
            f"The Bureau's sheet gives {theirs} as {name}, the computation {ours or 'none'}: give the reason "
            "for the difference, or check the start, the term and the credits."
        )
    prevails = f"it prevails over the computed {ours or 'none'}{_difference(theirs, ours)}"
    reason = sheet.reason.strip().rstrip(".")
    return [f"The Bureau's sheet{of} gives {theirs} as {name}; {prevails}. Reason: {reason}."]


def _difference(theirs: date, ours: date | None) -> str:
    if ours is None:
        return ""
    days = abs((theirs - ours).days)
    return f" ({days:,} day{'' if days == 1 else 's'} {'later' if theirs > ours else 'earlier'})"
