"""Calendar days as people write them in the United States and as court papers print them."""

from __future__ import annotations

import re
from datetime import date

from drafter.core.problem import Unreadable

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
#: Years outside this span are taken for slips of the pen.
FIRST_YEAR, LAST_YEAR = 1900, 2150

_ISO = re.compile(r"(?P<y>[0-9]{4})-(?P<m>[0-9]{1,2})-(?P<d>[0-9]{1,2})")
_SLASHES = re.compile(r"(?P<m>[0-9]{1,2})[/.\-](?P<d>[0-9]{1,2})[/.\-](?P<y>[0-9]{4})")
_MONTH_FIRST = re.compile(r"(?P<m>[A-Za-z]{3,9})\.?\s+(?P<d>[0-9]{1,2})(?:st|nd|rd|th)?,?\s+(?P<y>[0-9]{4})")
_DAY_FIRST = re.compile(r"(?P<d>[0-9]{1,2})(?:st|nd|rd|th)?\s+(?P<m>[A-Za-z]{3,9})\.?,?\s+(?P<y>[0-9]{4})")


def read_date(text: str) -> date:
    """Read ``text`` as a day; raise :class:`Unreadable` with one plain sentence if it is none."""
    for form in (_ISO, _SLASHES, _MONTH_FIRST, _DAY_FIRST):
        match = form.fullmatch(text.strip())
        if match is not None:
            return _day(text, int(match["y"]), _month(match["m"]), int(match["d"]))
    message = (
        f"“{text}” is not a date; write it like 9/22/2021 or September 22, 2021, with a four-digit year."
    )
    raise Unreadable(message)


def _month(word: str) -> int:
    if word.isdigit():
        return int(word)
    lowered = word.lower()
    for number, name in enumerate(MONTHS, start=1):
        if name.lower().startswith(lowered) or (lowered == "sept" and number == 9):  # noqa: PLR2004 - September
            return number
    message = f"“{word}” is not the name of a month; write it in English, such as September."
    raise Unreadable(message)


def _day(text: str, year: int, month: int, day: int) -> date:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        message = f"The year {year} cannot be right; write a year between {FIRST_YEAR} and {LAST_YEAR}."
        raise Unreadable(message)
    try:
        return date(year, month, day)
    except ValueError:
        message = f"“{text}” is no day of the calendar; check the day and the month."
        raise Unreadable(message) from None


def long_date(day: date) -> str:
    """Return ``day`` as court papers print it: ``September 22, 2021``."""
    return f"{MONTHS[day.month - 1]} {day.day}, {day.year}"


def years_between(earlier: date, later: date) -> int:
    """Return the whole years from ``earlier`` to ``later`` (an age, for a date of birth)."""
    before_anniversary = (later.month, later.day) < (earlier.month, earlier.day)
    return later.year - earlier.year - before_anniversary
