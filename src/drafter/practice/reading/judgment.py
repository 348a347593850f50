"""A judgment in a criminal case, in the words of form AO 245B."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.core.kinds import Json
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
    district_in,
    found_by,
    once,
    person,
    terms_in,
    words_of,
)

KNOWN = re.compile(
    r"JUDGMENT IN A CRIMINAL CASE|adjudicated guilty|Date of Imposition|committed to the custody of the|AO 245B"
    r"|CRIMINAL MONETARY PENALTIES|Nature of Offense",
    re.IGNORECASE,
)
#: A box that is ticked, in the characters that copying from a form gives.
_TICKED = r"(?:[☒☑✓✔✗✘]|\[[xX]\]|\([xX]\)|(?:^|\s)[xX])\ *"


def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(words, re.IGNORECASE | re.MULTILINE)


def _in_words(match: re.Match[str]) -> Json:
    """The term of supervised release without the figure in parentheses; None where no length is in it."""
    words = re.sub(r"\ ?\([0-9]+\)", "", " ".join(match["of"].split())).strip(" .:,")
    return (
        words[0].lower() + words[1:]
        if re.search(r"\b(?:years?|months?|life)\b", words, re.IGNORECASE)
        else None
    )


_WORDINGS = (
    Wording("case.number", _pattern(rf"(?:Case|Docket|Criminal) (?:Number|No\.?):?\s*(?P<of>{CASE_NUMBER})"), as_text),
    Wording("movant.register_number", _pattern(rf"USM (?:Number|No\.?):?\s*(?P<of>{REGISTER_NUMBER})"), as_text),
    Wording("case.district", district_in(r"UNITED STATES DISTRICT COURT\s+(?:for the\s+)?"), court),
    Wording("case.division", re.compile(r"^ *(?P<of>[A-Z][A-Za-z ]{2,30}) (?i:division)\ *$", re.MULTILINE), (
        lambda match: f"{match['of'].title()} Division"
    )),
    Wording(
        "movant.name",
        re.compile(r"UNITED STATES OF AMERICA[^\n]*\n[\s)|]*(?:v|V|vs|VS)\.[\s)|]+(?P<of>[A-Z][A-Z'’. -]+[A-Z](?:, (?:JR|SR|II|III)\.?)?)(?![a-z])(?=\s*(?:[)|\n]|\s{2}|$))"),
        person,
    ),
    Wording("sentence.imposed_on", _pattern(rf"(?P<of>{DAY})[\s_]*Date of Imposition of Judgment"), day),
    Wording("sentence.imposed_on", _pattern(rf"Date of Imposition of Judgment\s*:?[\s_]*(?P<of>{DAY})"), day),
    Wording("offense.disposition", _pattern(rf"{_TICKED}pleaded guilty to count"), always("plea")),
    Wording("offense.disposition", _pattern(rf"{_TICKED}was found guilty on count"), always("trial")),
    Wording(
        "sentence.supervised_release",
        _pattern(r"supervised release for a (?:total )?term of\s*:?\s*(?P<of>[^\n.;]{3,80})"),
        _in_words,
    ),
    Wording(
        "sentence.judgment_docket",
        _pattern(r"^ *Case:? \S+ +(?:Document|Doc\.?) #?:? ?(?P<of>[0-9]{1,5})(?:-1)? +Filed"),
        lambda match: f"ECF No. {match['of']}",
    ),
)  # fmt: skip
#: A term begins with its length; anything else behind the colon belongs to what comes next.
_BEGUN = (
    r"(?:\(?[0-9]|life\b|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen"
    r"|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)\b)"
)
_IMPRISONED = _pattern(
    r"(?:imprisoned|imprisonment) for a (?:total )?term of\s*:?\s*(?P<of>(?="
    + _BEGUN
    + r")(?:[^\n.;]|\n(?!\s*\n)){3,240})"
)
_HEAD = _pattern(r"^.*Title (?:&|and) Section.*$")
_ROW = re.compile(
    rf"^\s*(?P<statute>[0-9]{{1,2}} U\.?\ ?S\.?\ ?C\.? .+?)(?:\t+|\ {{2,}})(?P<offense>.+?)(?:\t+|\ {{2,}})"
    rf"(?P<ended>{DAY})(?:\t+|\ {{2,}})(?P<count>[0-9]{{1,3}}[a-z]{{0,3}})\s*$",
    re.IGNORECASE,
)
_MONEY_HEAD = re.compile(r"(?:AVAA |JVTA )?Assessment\*{0,2}|Fine|Restitution", re.IGNORECASE)
_TOTALS = re.compile(
    r"^ *TOTALS?:?(?P<of>(?:\s+\$ ?[0-9,]+\.[0-9]{2}){2,5})\s*$", re.IGNORECASE | re.MULTILINE
)
_HEADED_BY = 240  # characters before the totals in which the names of the columns stand


def read(text: str) -> tuple[Found, ...]:
    """Return the facts of a judgment."""
    return once(
        (
            *found_by(_WORDINGS, text),
            *terms_in(_IMPRISONED, text),
            *_counts(text),
            *_penalties(text),
        )
    )


def _counts(text: str) -> Iterator[Found]:
    """The table of counts, only where every line of it could be read: a part of it would mislead."""
    head = _HEAD.search(text)
    if head is None:
        return
    lines: list[str] = []
    for line in text[head.end() :].lstrip("\n").split("\n"):
        if not line.strip():
            break
        lines.append(line)
    rows = [_ROW.match(line) for line in lines]
    read_rows: list[Json] = [
        {key: " ".join(row[key].split()) for key in ("count", "offense", "statute")} for row in rows if row
    ]
    if read_rows and len(read_rows) == len(lines):
        yield Found("offense.counts", read_rows, words_of(" … ".join(lines)))


def _penalties(text: str) -> Iterator[Found]:
    """Fine and restitution from the line of totals, by the order in which its columns are headed."""
    for totals in _TOTALS.finditer(text):
        headings = _MONEY_HEAD.findall(text[max(0, totals.start() - _HEADED_BY) : totals.start()])
        heads = [heading.casefold() for heading in headings]
        amounts = re.findall(r"\$ ?([0-9,]+\.[0-9]{2})", totals["of"])
        if len(heads) != len(amounts) or len(set(heads)) != len(heads):
            continue
        words = words_of(" … ".join([*headings, totals[0]]))
        for head, amount in zip(heads, amounts, strict=True):
            if head in ("fine", "restitution"):
                yield Found(f"sentence.{head}", f"${amount}", words)
