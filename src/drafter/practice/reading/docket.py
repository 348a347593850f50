"""A docket: the sheet of a criminal case, one entry of it, or the court's notice of electronic filing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from drafter.practice.reading.found import (
    CASE_NUMBER,
    DAY,
    Found,
    Wording,
    as_text,
    court,
    day_of,
    district_in,
    found_by,
    once,
    person,
    terms_in,
    words_of,
)

KNOWN = re.compile(
    r"DOCKET FOR CASE|Docket Text|Document Number|notice of electronic filing|Date Terminated|Assigned to"
    r"|\(Entered: ?[0-9]|Case title",
    re.IGNORECASE,
)

_HEAD = (
    Wording(
        "case.number",
        re.compile(rf"(?:DOCKET FOR CASE|Case Number|Case No\.?)\s*#?:?\s*(?P<of>{CASE_NUMBER})", re.IGNORECASE),
        as_text,
    ),
    Wording("case.district", district_in(r"(?:U\.S\.|United States) District Court\s+(?:for the\s+)?"), court),
    Wording(
        "case.division",
        re.compile(r"District of [A-Za-z ]+ \((?P<of>[A-Z][A-Za-z. ]+)\)"),
        lambda match: f"{match['of']} Division",
    ),
    Wording(
        "case.judge",
        re.compile(
            r"Assigned to: *(?:(?:Chief|Senior|District|United States|U\.S\.) )*Judge (?P<of>[A-Z][\w.'’, -]+?) *$",
            re.MULTILINE,
        ),
        person,
    ),
    Wording(
        "movant.name",
        re.compile(r"^ *Defendant \([0-9]+\)\s*\n\s*(?P<of>[A-Z][\w.'’, -]+?)(?= {2,}| represented|\s*$)", re.MULTILINE),
        person,
    ),
)  # fmt: skip

_LINE = re.compile(rf"^ *(?P<day>{DAY})\s+(?:(?P<number>[0-9]{{1,5}})\s+)?(?P<text>(?=.*[A-Za-z]{{3}}).+)$")
_NOTICE = re.compile(rf"entered on (?P<entered>{DAY})[^\n]{{0,80}}?filed on (?P<filed>{DAY})", re.IGNORECASE)
_NUMBER = re.compile(r"Document Number: *(?P<of>[0-9]{1,5})", re.IGNORECASE)
_TEXT = re.compile(r"Docket Text:\s*(?P<of>(?:[^\n]|\n(?!\s*\n))+)", re.IGNORECASE)
_LONGEST_NOTICE = 8_000  # characters: what is further from its head belongs to something else
_CHARGE = re.compile(
    r"(?:SEALED )?(?:\w+ )?(?:SUPERSEDING )?(?:INDICTMENT|INFORMATION)\b(?! (?:about|regarding))"
)
_JUDGMENT = re.compile(r"(?:(?:\w+ )?AMENDED )?JUDGMENT\b", re.IGNORECASE)
_IMPRISONED = re.compile(
    r"(?:\b(?:Imprison(?:ed|ment)|BOP|custody)\b[^.;]{0,60}?)(?P<of>[^.;]{0,40}\b(?:months?|life)\b[^.;]{0,120})",
    re.IGNORECASE,
)
_SENTENCED = re.compile(rf"Sentencing(?: Hearing)? held(?: on)? (?P<of>{DAY})", re.IGNORECASE)
_PLEA = re.compile(
    r"\bplea\b.{0,120}?\bguilty\b|\bpleaded guilty\b|\bpled guilty\b", re.IGNORECASE | re.DOTALL
)
_VERDICT = re.compile(r"\bverdict\b.{0,120}?\bguilty\b", re.IGNORECASE | re.DOTALL)
_NOT_GUILTY = re.compile(r"\bnot guilty\b|withdr", re.IGNORECASE)
_DENIED = re.compile(
    r"\bORDER\b.{0,40}?\bden(?:ying|ied)\b.{0,200}?(?:compassionate release|3582\(c\)\(1\)\(A\))",
    re.IGNORECASE | re.DOTALL,
)
_IN_PART = re.compile(r"\bin part\b|\bgrant", re.IGNORECASE)
_SIGNED = re.compile(rf"Signed by .{{3,80}}? on (?P<of>{DAY})", re.IGNORECASE)
_ENTERED = re.compile(rf"\(Entered: *(?P<of>{DAY})\)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Entry:
    """An entry: the day of filing, its number (empty where it has none), its text, the day of entry, all its words."""

    filed: str
    number: str
    text: str
    entered: str
    words: str


def read(text: str) -> tuple[Found, ...]:
    """Return the facts of a docket."""
    entries = tuple(_notices(text)) or tuple(_entries(text))
    return once((*found_by(_HEAD, text), *(one for entry in entries for one in _read_entry(entry))))


def _notices(text: str) -> Iterator[_Entry]:
    heads = list(_NOTICE.finditer(text))
    starts = [*(head.start() for head in heads), len(text)]
    for head, end in zip(heads, starts[1:], strict=True):
        body = text[head.end() : min(end, head.end() + _LONGEST_NOTICE)]
        number, told = _NUMBER.search(body), _TEXT.search(body)
        if told is not None:
            parts = (head[0], number[0] if number else "", told["of"])
            words = words_of(" … ".join(part for part in parts if part))
            yield _Entry(head["filed"], number["of"] if number else "", told["of"], head["entered"], words)


def _entries(text: str) -> Iterator[_Entry]:
    lines: list[str] = []
    for line in [*text.split("\n"), ""]:
        if lines and (_LINE.match(line) or not line.strip()):
            yield from _entry("\n".join(lines))
            lines = []
        if line.strip() and (lines or _LINE.match(line)):
            lines.append(line)


def _entry(lines: str) -> Iterator[_Entry]:
    first, _, rest = lines.partition("\n")
    match = _LINE.match(first)
    if match is not None:
        text = f"{match['text']}\n{rest}".strip()
        entered = _ENTERED.search(text)
        day_of_entry = entered["of"] if entered else ""
        yield _Entry(match["day"], match["number"] or "", text, day_of_entry, words_of(lines))


def _read_entry(entry: _Entry) -> Iterator[Found]:
    words = entry.words
    if _CHARGE.match(entry.text):
        yield from _on("offense.charged_on", entry.filed, words)
    if _JUDGMENT.match(entry.text):
        if entry.number:
            yield Found("sentence.judgment_docket", f"ECF No. {entry.number}", words)
        yield from terms_in(_IMPRISONED, entry.text)
    if held := _SENTENCED.search(entry.text):
        yield from _on("sentence.imposed_on", held["of"], words)
    yield from _conviction(entry)
    if _DENIED.search(entry.text) and not _IN_PART.search(entry.text):
        yield from _denial(entry)


def _conviction(entry: _Entry) -> Iterator[Found]:
    """A plea or a verdict of guilty; an entry in which "not guilty" stands as well says neither."""
    if _NOT_GUILTY.search(entry.text) or _JUDGMENT.match(entry.text):
        return
    for pattern, how in ((_PLEA, "plea"), (_VERDICT, "trial")):
        if pattern.search(entry.text):
            yield Found("offense.disposition", how, entry.words)
            yield from _on("offense.disposition_on", entry.filed, entry.words)


def _denial(entry: _Entry) -> Iterator[Found]:
    yield Found("prior.any", raw=True, words=entry.words)
    if signed := _SIGNED.search(entry.text):
        yield from _on("prior.denied_on", signed["of"], entry.words)
    if entry.entered:
        yield from _on("prior.entered_on", entry.entered, entry.words)


def _on(question: str, written: str, words: str) -> Iterator[Found]:
    raw = day_of(written)
    if raw is not None:
        yield Found(question, raw, words)
