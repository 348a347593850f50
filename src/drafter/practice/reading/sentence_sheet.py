"""The Bureau of Prisons' sentence monitoring sheet, as its system prints it: a label, dots, a colon, a value."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.practice.reading.found import (
    CASE_NUMBER,
    DAY,
    REGISTER_NUMBER,
    Found,
    Wording,
    always,
    as_text,
    court,
    day,
    found_by,
    number,
    once,
    person,
    terms_in,
)

KNOWN = re.compile(
    r"SENTENCE MONITORING|COMPUTATION DATA|REGNO|DATE COMPUTATION BEGAN|TOTAL TERM IN EFFECT|EXPIRATION FULL TERM"
    r"|PROJECTED SATISFACTION|TOTAL PRIOR CREDIT|GCT REL|RECIDIVISM LEVEL",
    re.IGNORECASE,
)


def _after(label: str, value: str) -> re.Pattern[str]:
    """The pattern of a line of the sheet: ``label``, dots, a colon, and ``value`` as the group "of"."""
    return re.compile(rf"(?<![A-Z])(?:{label})[ .]*:[ ]*(?P<of>{value})", re.IGNORECASE)


_NAME = r"[A-Z'’ .-]{2,40}, ?[A-Z'’ .-]{2,40}?(?=\s{2,}|\n|$)"
_TERM = r"[0-9A-Z ]{4,60}"
_COURT = re.compile(
    r"COURT OF JURISDICTION[ .]*:[ ]*(?P<of>[A-Z]+(?: [A-Z]+)*)"
    r"(?:, ?(?P<part>NORTHERN|SOUTHERN|EASTERN|WESTERN|MIDDLE|CENTRAL) DISTRICT)?(?=\s*$)",
    re.IGNORECASE | re.MULTILINE,
)
_LEVEL = "MINIMUM|LOW|MEDIUM|HIGH"

_WORDINGS = (
    Wording("movant.register_number", _after(r"REG(?:ISTER)? ?(?:NO|NUMBER)", REGISTER_NUMBER), as_text),
    Wording("movant.name", _after(r"(?:INMATE )?NAME", _NAME), person),
    Wording("movant.birth_date", _after("DATE OF BIRTH|DOB", DAY), day),
    Wording("case.district", _COURT, court),
    Wording("case.number", _after("DOCKET (?:NUMBER|NO)", CASE_NUMBER), as_text),
    Wording("sentence.imposed_on", _after("DATE SENTENCED(?:/PROBATION IMPOSED)?", DAY), day),
    Wording(
        "sentence.supervised_release",
        _after("TERM OF SUPERVISION", r"[0-9]{1,3} (?:YEARS?|MONTHS?)(?! *[0-9])"),
        lambda match: match["of"].lower(),
    ),
    Wording("custody.since", _after("DATE COMPUTATION BEGAN", DAY), day),
    Wording(
        "custody.jail_credit",
        _after("TOTAL (?:PRIOR CREDIT TIME|JAIL CREDIT(?: TIME)?)", r"[0-9,]{1,6}(?![\w-])"),
        number,
    ),
    Wording("custody.full_term_date", _after("EXPIRATION (?:OF )?FULL[ -]TERM DATE", DAY), day),
    Wording("custody.fsa_eligible", _after("FSA ELIGIBILITY STATUS IS", "ELIGIBLE(?!Y)"), always("yes")),
    Wording("custody.fsa_eligible", _after("FSA ELIGIBILITY STATUS IS", "INELIGIBLE"), always("no")),
    Wording("custody.home_confinement_date", _after("HOME DETENTION ELIGIBILITY(?: DATE)?", DAY), day),
    Wording("custody.detainer", _after("DETAINERS?", r"NO(?:NE)?\b"), always(False)),
    Wording("custody.detainer", _after("DETAINERS?", r"YES\b"), always(True)),
    Wording(
        "custody.pattern",
        re.compile(rf"(?P<of>{_LEVEL}) RISK RECIDIVISM LEVEL", re.IGNORECASE),
        lambda match: match["of"].lower(),
    ),
    Wording(
        "custody.pattern",
        _after("PATTERN(?: RISK)?(?: LEVEL)?", rf"(?:{_LEVEL})\b"),
        lambda match: match["of"].lower(),
    ),
    Wording("custody.literacy", re.compile(r"\bGED +(?:HAS|SAT)\b", re.IGNORECASE), always("yes")),
    Wording("custody.literacy", re.compile(r"\bGED +UNSAT\b", re.IGNORECASE), always("no")),
)
_PROJECTED = Wording(
    "custody.projected_release", _after("PROJECTED SATISFACTION DATE|PROJECTED FOR RELEASE", DAY), day
)
_STATUTORY = Wording("custody.projected_release", _after("STATUTORY RELEASE DATE PROJECTED", DAY), day)
_TOTAL, _IMPOSED = _after("TOTAL TERM IN EFFECT", _TERM), _after("SENTENCE IMPOSED/TIME TO SERVE", _TERM)
_LOST = (
    _after("TOTAL (?:GCT )?(?:DISALLOWED|DIS)(?: GCT)?", r"[0-9]{1,5}(?![\w-])"),
    _after("TOTAL (?:GCT )?(?:FORFEITED|FORFEIT|FFT)(?: GCT)?", r"[0-9]{1,5}(?![\w-])"),
)


def read(text: str) -> tuple[Found, ...]:
    """Return the facts of a sentence sheet."""
    return once(
        (
            *found_by(_WORDINGS, text),
            *(found_by((_PROJECTED,), text) or found_by((_STATUTORY,), text)),
            *(tuple(terms_in(_TOTAL, text)) or tuple(terms_in(_IMPOSED, text))),
            *_lost(text),
        )
    )


def _lost(text: str) -> Iterator[Found]:
    """Good conduct time lost, where the sheet has one total; disallowed and forfeited days are not added up here."""
    found = [one for label in _LOST for one in found_by((Wording("custody.gct_lost", label, number),), text)]
    if len(found) == 1:
        yield found[0]
