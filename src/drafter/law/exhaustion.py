"""The clock of 18 U.S.C. § 3582(c)(1)(A): thirty days from the warden's receipt of the request.

Days are counted as Fed. R. Crim. P. 45(a)(1) says: the day of receipt is left out, every other day
counts, and a last day that is a Saturday, Sunday or legal holiday moves to the next day that is none.
No decision was found on whether that last step governs a waiting period; the cautious course is taken
here: the motion is filed at the earliest on the day after the last day so moved.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

_DAY = timedelta(days=1)
_SATURDAY = 5
#: Where the holidays package knows a state or territory by another name than ours.
_SUBDIVISIONS = {"Virgin Islands": "VI"}


@dataclass(frozen=True, slots=True)
class Request:
    """A request to the warden: the days of its ``received``, ``denied`` and of a later transfer.

    ``by_another`` is True where counsel or family sent it for the movant.  Every motion has a request of its
    own: a renewed motion is counted from a new one.
    """

    received: date
    denied: date | None = None
    transferred: date | None = None
    by_another: bool = False


@dataclass(frozen=True, slots=True)
class Exhaustion:
    """The state of the clock on the day ``on``.

    ``last_counted`` is the thirtieth day as counted; ``lapse_day`` the same after Rule 45(a)(1)(C);
    ``earliest_filing`` the day after that; ``ripe`` whether ``on`` is that day or later.
    """

    received: date
    on: date
    last_counted: date
    lapse_day: date
    earliest_filing: date
    days_elapsed: int
    ripe: bool
    notes: tuple[str, ...]
    working: tuple[str, ...]


def exhaustion(
    request: Request, *, on: date, lapse_days: int, holidays: Collection[date], appeal_days: int
) -> Exhaustion:
    """Count from the day the warden received ``request``, as of the day ``on``.

    ``lapse_days`` is the law's number of that day (30), ``holidays`` the legal holidays around the end
    (:func:`legal_holidays`), ``appeal_days`` the time for a BP-9 (28 C.F.R. § 542.14(a)).  Raises
    ValueError if the denial precedes the receipt.
    """
    received, denied = request.received, request.denied
    if denied is not None and denied < received:
        raise ValueError(
            f"The denial of {denied} is before the warden's receipt of {received}: one date is wrong."
        )
    last = received + timedelta(days=lapse_days)
    lapse = rolled_forward(last, holidays)
    earliest = lapse + _DAY
    ripe = on >= earliest
    return Exhaustion(
        received=received,
        on=on,
        last_counted=last,
        lapse_day=lapse,
        earliest_filing=earliest,
        days_elapsed=(on - received).days,
        ripe=ripe,
        notes=(
            *_state_notes(on, received, earliest, ripe=ripe),
            *_denial_notes(denied, lapse, appeal_days),
            *_sender_notes(request),
        ),
        working=_working(received, last, lapse, lapse_days),
    )


def impossibilities(request: Request, lapse_days: int, filing: date | None) -> tuple[str, ...]:
    """What cannot be true of ``request``, each thing as one plain sentence."""
    received = request.received
    if received.year + 1 >= date.max.year or not all(
        legal_holidays([day.year]) for day in (received, received + timedelta(days=lapse_days))
    ):
        return (
            f"The legal holidays around {received} are not known, so nothing is counted: check the year.",
        )
    if filing is not None and filing < received:
        return (f"The filing on {filing} is before the warden's receipt on {received}: one date is wrong.",)
    return ()


def rolled_forward(day: date, holidays: Collection[date]) -> date:
    """The first day from ``day`` on that is no Saturday, Sunday or legal holiday (Rule 45(a)(1)(C))."""
    while day.weekday() >= _SATURDAY or day in holidays:
        day += _DAY
    return day


def legal_holidays(years: Iterable[int], state: str = "") -> frozenset[date]:
    """The legal holidays of Fed. R. Crim. P. 45(a)(6) in ``years``, each with the day it is observed on.

    These are the days set aside by statute (5 U.S.C. § 6103) and, with ``state`` (its name or postal
    letters), the state's own days, which count for a period measured after an event (45(a)(6)(C)).  A day
    the President or Congress declares for one year (45(a)(6)(B)) is not among them.
    """
    return _calendar(tuple(sorted(set(years))), state)


@lru_cache(maxsize=512)
def _calendar(years: tuple[int, ...], state: str) -> frozenset[date]:
    """Kept, because a calendar takes longer to make than all else that a paper says."""
    import holidays

    federal = frozenset(holidays.country_holidays("US", years=years))
    if not state:
        return federal
    # The union: the package leaves a federal holiday out of the calendar of a state that does not keep it.
    return federal | frozenset(
        holidays.country_holidays("US", subdiv=_SUBDIVISIONS.get(state, state), years=years)
    )


def holidays_after(received: date, lapse_days: int, state: str = "") -> frozenset[date]:
    """The legal holidays of the years in which a period from ``received`` may end."""
    last = received + timedelta(days=lapse_days)
    return legal_holidays({last.year, last.year + 1}, state)


def _working(received: date, last: date, lapse: date, lapse_days: int) -> tuple[str, ...]:
    lines = [
        f"Received by the warden on {received} ({received:%A}); that day is not counted.",
        f"Day {lapse_days} is {last} ({last:%A}).",
    ]
    if lapse != last:
        lines.append(f"It is a weekend or a legal holiday, so the period runs on to {lapse} ({lapse:%A}).")
    lines.append(f"Earliest filing: the day after, {lapse + _DAY}.")
    return tuple(lines)


def _state_notes(on: date, received: date, earliest: date, *, ripe: bool) -> list[str]:
    notes = ["The period runs from receipt by the warden, not from mailing; attach the proof of receipt."]
    if on < received:
        notes.append(f"{on} is before the warden received the request.")
    elif not ripe:
        notes.append(f"A motion filed before {earliest} can be dismissed.")
    notes.append(
        "A holiday declared for one year by the President or Congress, or by the state, may move the end."
    )
    return notes


def _denial_notes(denied: date | None, lapse: date, appeal_days: int) -> list[str]:
    if denied is None:
        return []
    bp9_day = f"{denied + timedelta(days=appeal_days)} (28 C.F.R. § 542.14(a))"
    notes = [f"The warden denied the request on {denied}; a BP-9 may be submitted until {bp9_day}."]
    if denied <= lapse:
        notes.append(
            "A denial within that period does not force the administrative appeal once the period from "
            "receipt has run; a few early district decisions read it otherwise: see the circuit's position."
        )
    return notes


def _sender_notes(request: Request) -> list[str]:
    notes = []
    if request.by_another:
        notes.append(
            "A request by another person on the movant's behalf is processed like the movant's own "
            "(28 C.F.R. § 571.61(b))."
        )
    if request.transferred is not None:
        notes.append(
            f"The movant was moved on {request.transferred}. The statute speaks of the warden of the "
            "defendant's facility; no decision on a later move was found, so a new request to the present "
            "warden is the cautious course."
        )
    return notes
