"""Calendar days as people write them in the United States and as court papers print them."""

from __future__ import annotations

import re
from datetime import date, timedelta

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
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
#: Years outside this span are taken for slips of the pen.
FIRST_YEAR, LAST_YEAR = 1900, 2150

#: The last two-digit year of this century, and the first of the last one; between them either could be meant:
#: a birth in 1945 and a release in 2045 are both ordinary in these cases.
_LAST_OF_2000S, _FIRST_OF_1900S = 39, 60

_YEAR = r"(?P<y>[0-9]{4}|['’]?[0-9]{2})"
_DAY = r"(?P<d>[0-9]{1,2})(?:st|nd|rd|th)?"
_MONTH = r"(?P<m>[A-Za-z]{3,9})\.?"
#: The forms of a day with year, month and day, compiled when the first day is read.
_FORMS = (
    r"(?P<y>[0-9]{4})(?P<by>[/.\-])(?P<m>[0-9]{1,2})(?P=by)(?P<d>[0-9]{1,2})",
    rf"(?P<m>[0-9]{{1,2}})[/.\-](?P<d>[0-9]{{1,2}})[/.\-]{_YEAR}",
    rf"{_MONTH}[\s\-]*{_DAY}(?:\s*,\s*|[\s\-]+){_YEAR}",
    rf"(?i:(?:the\s+)?{_DAY}(?:\s+of)?[\s\-]*{_MONTH}(?:\s*,\s*|[\s\-]+){_YEAR})",
)
_WEEKDAY = r"(?P<weekday>[A-Za-z]{3,9})(?:\.?,\s*|\.?\s+)(?P<rest>.*[0-9].*)"
#: Days that are named from today, and how far they are from it.
_RELATIVE = {"today": 0, "yesterday": -1, "tomorrow": 1}


def read_date(text: str) -> date:
    """Read ``text`` as a day; raise :class:`Unreadable` with one plain sentence if it is none."""
    typed = text.strip()
    named = re.fullmatch(_WEEKDAY, typed)
    weekday = None if named is None else _place(WEEKDAYS, named["weekday"])
    if named is None or weekday is None:
        return _read(text, typed)
    day = _read(text, named["rest"])
    if day.weekday() != weekday:
        message = (
            f"{long_date(day)} is a {WEEKDAYS[day.weekday()]}, not a {WEEKDAYS[weekday]}; check the date."
        )
        raise Unreadable(message)
    return day


def _read(text: str, typed: str) -> date:
    for form in _FORMS:
        match = re.fullmatch(form, typed)
        if match is not None:
            return _day(text, _year(text, match["y"]), _month(match["m"]), int(match["d"]))
    message = f"“{text}” is not a date; write it like 9/22/2021, September 22, 2021 or 2021-09-22."
    raise Unreadable(message)


def relative_date(text: str, today: date) -> date | None:
    """Return the day that ``text`` names from ``today`` (today, yesterday, tomorrow), else None."""
    days = _RELATIVE.get(text.strip().casefold())
    return None if days is None else today + timedelta(days)


def _year(text: str, word: str) -> int:
    year = int(word.lstrip("'’"))
    if len(word) == len("2021"):
        return year
    if year <= _LAST_OF_2000S:
        return 2000 + year
    if year >= _FIRST_OF_1900S:
        return 1900 + year
    message = f"“{text}” could be 19{year} or 20{year}; write the year with four digits."
    raise Unreadable(message)


def _month(word: str) -> int:
    if word.isdigit():
        return int(word)
    place = _place(MONTHS, "sep" if word.casefold() == "sept" else word)
    if place is not None:
        return place + 1
    message = f"“{word}” is not the name of a month; write it in English, such as September."
    raise Unreadable(message)


def _place(names: tuple[str, ...], word: str) -> int | None:
    """The place of the name in ``names`` that begins with ``word``, whatever the capitals."""
    begun = (place for place, name in enumerate(names) if name.casefold().startswith(word.casefold()))
    return next(begun, None)


def _day(text: str, year: int, month: int, day: int) -> date:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        message = f"The year {year} cannot be right; write a year between {FIRST_YEAR} and {LAST_YEAR}."
        raise Unreadable(message)
    try:
        return date(year, month, day)
    except ValueError:
        turned = month > len(MONTHS) >= day
        hint = "the month comes first here" if turned else "check the day and the month"
        message = f"“{text}” is no day of the calendar; {hint}."
        raise Unreadable(message) from None


def full_date(day: date) -> str:
    """Return ``day`` with its day of the week: ``Wednesday, September 22, 2021``."""
    return f"{WEEKDAYS[day.weekday()]}, {long_date(day)}"


def long_date(day: date) -> str:
    """Return ``day`` as court papers print it: ``September 22, 2021``."""
    return f"{MONTHS[day.month - 1]} {day.day}, {day.year}"


def far_off(day: date, on: date) -> str:
    """Return how far ``day`` is off as of ``on``, in words: ``in 5 days``, ``today``, ``1 day ago``."""
    left = (day - on).days
    days = f"{abs(left):,} day{'' if abs(left) == 1 else 's'}"
    return "today" if left == 0 else f"in {days}" if left > 0 else f"{days} ago"


def years_between(earlier: date, later: date) -> int:
    """Return the whole years from ``earlier`` to ``later`` (an age, for a date of birth)."""
    before_anniversary = (later.month, later.day) < (earlier.month, earlier.day)
    return later.year - earlier.year - before_anniversary
