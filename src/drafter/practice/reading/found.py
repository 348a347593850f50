"""What was found in a text, and the few ways in which papers write dates, numbers, names and terms."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from drafter.core.dates import read_date
from drafter.core.kinds import Json
from drafter.core.marks import cleaned
from drafter.core.problem import Unreadable

#: A text longer than this is a whole file of papers; what is after it is not read.
LONGEST = 200_000
_LONGEST_WORDS = 220

#: A day as papers write it; what it says is read by :func:`day`.
DAY = (
    r"(?:[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}|[0-9]{1,2}[/-][0-9]{1,2}[/-](?:[0-9]{4}|[0-9]{2})(?![0-9])"
    r"|[A-Za-z]{3,9}\.?\ [0-9]{1,2}(?:st|nd|rd|th)?,?\ [0-9]{4})"
)
#: A criminal docket number in new and old forms: 3:07-cr-00123-ABC-3, 07-CR-123.
CASE_NUMBER = r"(?:[0-9]{1,2}:)?[0-9]{2,4}-?[Cc][Rr]-?[0-9]{1,6}(?:-[A-Za-z0-9]{1,6}){0,4}(?![\w-])"
#: Five digits, a hyphen and three: the Bureau's and the marshals' number.
REGISTER_NUMBER = r"[0-9]{5}-[0-9]{3}(?![0-9-])"
_SUFFIX = r"(?i:jr|sr|ii|iii|iv)"
_COMPASS = "Northern|Southern|Eastern|Western|Middle|Central"
_MONTHS = re.compile(r"\(?\b([0-9]{1,4})\)?[ -]months?\b", re.IGNORECASE)
_YEARS = re.compile(r"\(?\b([0-9]{1,3})\)?[ -]years?\b", re.IGNORECASE)
_DAYS = re.compile(r"\b([0-9]{1,3}|one|a)\)?(?: \(1\))?[ -]days?\b", re.IGNORECASE)
#: A term that is no term of imprisonment, or one of several that are added up.
_OTHER_TERMS = re.compile(r"supervis|probation|consecutive|previous|original", re.IGNORECASE)
_LIFE = re.compile(r"\blife\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Found:
    """A fact in a text: ``raw`` would answer ``question`` (its kind reads it), ``words`` are where it stands."""

    question: str
    raw: Json
    words: str


#: The reader of a match: what answers the question, or None where the words do not say it clearly.
Reading = Callable[[re.Match[str]], Json]


@dataclass(frozen=True, slots=True)
class Wording:
    """``pattern`` is how papers word the answer to ``question``; ``read`` takes it from a match."""

    question: str
    pattern: re.Pattern[str]
    read: Reading


def plain(text: str) -> str:
    """Return ``text`` as patterns expect it: one kind of blank and of line end, no invisible characters."""
    text = cleaned(text[:LONGEST]).replace("\N{NO-BREAK SPACE}", " ").replace("\N{SOFT HYPHEN}", "")
    return re.sub(r"[\N{NON-BREAKING HYPHEN}\N{HYPHEN}\N{EN DASH}]", "-", text)


def found_by(wordings: Iterable[Wording], text: str) -> tuple[Found, ...]:
    """Return what ``wordings`` find in ``text``, each different answer to a question once."""
    found = (
        Found(wording.question, raw, words_of(match[0]))
        for wording in wordings
        for match in wording.pattern.finditer(text)
        if (raw := wording.read(match)) is not None
    )
    return once(found)


def once(found: Iterable[Found]) -> tuple[Found, ...]:
    """Return ``found`` without answers that stand there already, in order."""
    kept: dict[str, Found] = {}
    for one in found:
        kept.setdefault(f"{one.question}\0{one.raw!r}", one)
    return tuple(kept.values())


def words_of(text: str) -> str:
    """Return ``text`` in one line that can be shown, cut where it is long."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST_WORDS else f"{line[:_LONGEST_WORDS]}…"


# --- readers of a match: each reads the group "of" ---------------------------------------------------


def as_text(match: re.Match[str]) -> Json:
    """Return the words themselves, in one line."""
    return " ".join(match["of"].split()) or None


def day(match: re.Match[str]) -> Json:
    """Return the day in ISO 8601; see :func:`day_of`."""
    return day_of(match["of"])


def day_of(written: str) -> str | None:
    """Return a day in ISO 8601, None where it is none of the calendar or could be in two centuries."""
    try:
        return read_date(" ".join(written.split())).isoformat()
    except Unreadable:
        return None


def number(match: re.Match[str]) -> Json:
    """Return the whole number."""
    return int(match["of"].replace(",", ""))


def always(value: Json) -> Reading:
    """Return a reader for words that mean ``value`` wherever they stand."""
    return lambda _match: value


def person(match: re.Match[str]) -> Json:
    """Return the parts of a name written as ``DOE JR, JORDAN AVERY`` or as ``Jordan Avery Doe, Jr.``."""
    words = " ".join(match["of"].replace("’", "'").split()).strip(" .,")
    if named := re.fullmatch(
        rf"(?P<family>[^,]+?)(?: (?P<suffix>{_SUFFIX})\.?)?, ?(?P<given>[^,]{{3,}})", words
    ):
        return _name(named["given"], named["family"], named["suffix"] or "")
    if named := re.fullmatch(rf"(?P<given>.+) (?P<family>[^ ,]+)(?:,? (?P<suffix>{_SUFFIX})\.?)?", words):
        return _name(named["given"], named["family"], named["suffix"] or "")
    return None


def _name(given: str, family: str, suffix: str) -> Json:
    ending = suffix.upper() if suffix.upper().startswith("I") else f"{suffix.capitalize()}." if suffix else ""
    return {"given": _spelled(given), "family": _spelled(family), "suffix": ending}


def _spelled(name: str) -> str:
    """A name in capitals as it is written elsewhere; one that is written so already stays."""
    return re.sub(r"[^\W\d_]+", lambda word: word[0].capitalize(), name) if name.isupper() else name


def court(match: re.Match[str]) -> Json:
    """Return the full name of the court of the district in the groups "of" (state) and "part" (compass)."""
    state = " ".join(match["of"].split()).title().replace(" Of ", " of ")
    part = f"{match['part'].strip().capitalize()} " if match["part"] else ""
    return f"United States District Court for the {part}District of {state}"


def district_in(before: str, after: str = r"(?=\ *(?:[()\n]|\ {2}|$))") -> re.Pattern[str]:
    """Return the pattern of ``Western District of North Carolina`` behind the words ``before``."""
    name = rf"(?P<part>(?:{_COMPASS})\s+)?District\s+of\s+(?P<of>[A-Za-z]+(?:\ [A-Za-z]+){{0,3}}?)"
    return re.compile(before + name + after, re.IGNORECASE)


def term(match: re.Match[str]) -> Iterator[tuple[str, Any]]:
    """Yield what the words of a term of imprisonment say of it: (question, answer).

    Words with more than one number of months say nothing, and neither do consecutive terms: what they add up to
    is for a person to read.
    """
    words = " ".join(match["of"].split())
    if _OTHER_TERMS.search(words):
        return
    months, years, days = (unit.findall(words) for unit in (_MONTHS, _YEARS, _DAYS))
    if _LIFE.search(words):
        if not (months or years or days):
            yield "sentence.life", True
    elif (months or years) and max(map(len, (months, years, days))) == 1:
        yield "sentence.months", sum(map(int, months)) + 12 * sum(map(int, years))
        if days:
            yield "sentence.extra_days", int(days[0]) if days[0].isdecimal() else 1


def terms_in(pattern: re.Pattern[str], text: str) -> Iterator[Found]:
    """Yield what the terms of imprisonment say that ``pattern`` finds in ``text``."""
    for match in pattern.finditer(text):
        for question, raw in term(match):
            yield Found(question, raw, words_of(match[0]))
