"""What a public paper may show of a private fact (Fed. R. Crim. P. 49.1(a)).

The same answer prints whole in the sealed twin of a paper and in this form in the public one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date

from drafter.core.kinds import PersonName, PostalAddress

_LAST = 4
_DIGIT = re.compile(r"[0-9]")


def _year(value: object) -> str:
    """A birth date: the year (49.1(a)(2))."""
    return str(value.year) if isinstance(value, date) else ""


def _city_and_state(value: object) -> str:
    """The home address of an individual: city and state (49.1(a)(5))."""
    return value.city_state if isinstance(value, PostalAddress) else ""


def _initials(value: object) -> str:
    """The name of an individual known to be a minor: the initials (49.1(a)(3))."""
    words = value.full if isinstance(value, PersonName) else str(value)
    return "".join(f"{part[0].upper()}." for part in re.split(r"[ -]+", words) if part[:1].isalpha())


def _last_four(value: object) -> str:
    """A social-security, taxpayer or account number: its last four digits (49.1(a)(1), (4))."""
    return "".join(_DIGIT.findall(str(value)))[-_LAST:]


#: What ``Question.private`` may name → the form of the fact in a public paper.
PUBLIC_FORMS: Mapping[str, Callable[[object], str]] = {
    "birth_date": _year,
    "home_address": _city_and_state,
    "minor": _initials,
    "number": _last_four,
}
