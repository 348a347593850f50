"""Answers for tests of papers: any as facts, every question answered, and what a paper must show of it."""

from __future__ import annotations

import dataclasses
import json
import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from compile_templates import with_shared

from drafter.core import marks
from drafter.core.answers import Answer, Answers, Evidence
from drafter.core.flow import follow
from drafter.core.kinds import Address, Choice, Date, Kind, LongText, Money, Number, Person, Text, YesNo
from drafter.core.question import Question
from drafter.core.rows import ListOf
from drafter.law.load import Law
from drafter.practice.documents.facts import Facts
from drafter.practice.registry import interview

ROOT = Path(__file__).parents[2]
LAW = Law(lambda name: (ROOT / "resources" / name).read_text(encoding="utf-8"))
SECTIONS = interview({"districts": tuple((d.id, d.name) for d in LAW.districts.values())})
QUESTIONS: Mapping[str, Question[Any]] = {
    question.id: question for section in SECTIONS for question in section
}

TODAY = date(2026, 11, 21)
IN_2021 = date(2021, 9, 22)
THE_DAY, THE_DAY_BEFORE = date(2026, 5, 28), date(2026, 5, 27)


def answer(question: str, raw: object, *evidence: object) -> Answer:
    kind = QUESTIONS[question].kind
    value = kind.parse(raw)
    return Answer(value, kind.dump(value), evidence=tuple(Evidence.from_json(one) for one in evidence))


def facts(raw: Mapping[str, Any], on: date = TODAY, today: date | None = TODAY) -> Facts:
    """The facts of ``raw`` (None: unknown – must obtain), masked as the program masks them."""
    given = {
        question: value
        if isinstance(value, Answer)
        else Answer(unknown=True)
        if value is None
        else answer(question, value)
        for question, value in raw.items()
    }
    return Facts(follow(SECTIONS, Answers(given)).answers, LAW, on, today, questions=QUESTIONS)


def sample_answers(name: str) -> dict[str, Any]:
    """The answers of a sample with their evidence; None for "unknown – must obtain"."""
    stored = json.loads((ROOT / "resources" / "samples" / f"{name}.json").read_text(encoding="utf-8"))
    raw: dict[str, Any] = {}
    for question, row in stored["answers"].items():
        if not isinstance(row, dict):
            raw[question] = row
        else:
            raw[question] = (
                None if row.get("unknown") else answer(question, row["value"], *row.get("evidence", ()))
            )
    return raw


def around_citations(text: str) -> list[str]:
    """What ``text`` says beside its citations, whose words only the finished paper chooses."""
    return [
        marks.plain(piece)
        for piece in re.split(f"{marks.CITED_ON}[^{marks.CITED_OFF}]*{marks.CITED_OFF}", text)
    ]


def texts(part: object) -> Iterator[str]:
    """Every text of a context; anything that is no text, yes/no, tuple or dataclass is a fault."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, tuple):
        for item in part:
            yield from texts(item)
    elif dataclasses.is_dataclass(part):
        for field in dataclasses.fields(part):
            yield from texts(getattr(part, field.name))
    else:
        assert isinstance(part, bool), f"{part!r} can be neither printed nor tested"


def plain(part: object) -> str:
    return "\n".join(marks.plain(text) for text in texts(part)).replace("\u00a0", " ")


def token(question: str, column: str = "") -> str:
    return f"Tk{question}{column}".replace(".", "").replace("_", "")


def sample(kind: Kind[Any], mark: str) -> object:  # noqa: C901, PLR0911 - one line for each kind
    """A value of ``kind`` that can be found again by ``mark``."""
    match kind:
        case ListOf():
            return [{column.id: sample(column.kind, token(mark, column.id)) for column in kind.columns}]
        case Text():
            return token(mark)
        case LongText():
            return f"{token(mark)}first\n{token(mark)}second"
        case Person():
            return f"{token(mark)} Roe"
        case Address():
            return f"1 {token(mark)}street, {token(mark)}city, NC 28000"
        case Date():
            return "2015-03-04"
        case YesNo():
            return True
        case Choice():
            return kind.options[0][0]
        case Number():
            return max(kind.least, 4)
        case Money():
            return "$4"
    raise TypeError(kind)


def everything(**changes: object) -> dict[str, Any]:
    """Every question answered, with every ground asserted."""
    raw: dict[str, Any] = {question.id: sample(question.kind, question.id) for question in QUESTIONS.values()}
    fixed = {"case.district": "ncwd", "custody.since": "2010-01-01", "movant.birth_date": "1950-05-06"}
    return raw | fixed | {key.replace("__", "."): value for key, value in changes.items()}


#: Together these show every question at least once.
VARIANTS = (
    everything(),
    everything(
        counsel__status="pro_se",
        sentence__life=False,
        sentence__months=250,
        b3A__child_kind="adult",
        b3D__relationship="other",
        warden__sent_by="family",
        warden__response="denied",
        warden__responded_on="2015-03-05",
        relief__kind="months",
        order__ruling="denied",
        order__entered_on="2026-06-01",
    ),
)


def pieces(question: Question[Any]) -> Iterator[tuple[str, str]]:
    """What of an answer must be found in the paper: (name for a message, words)."""
    kind = question.kind
    if isinstance(kind, ListOf):
        for column in kind.columns:
            if isinstance(column.kind, Text | LongText | Person):
                yield f"{question.id}:{column.id}", token(token(question.id, column.id))
    elif isinstance(kind, LongText):
        yield question.id, f"{token(question.id)}first"
        yield question.id, f"{token(question.id)}second"
    elif isinstance(kind, Text):
        yield question.id, token(question.id)


def fields_of(part: object) -> set[str]:
    """The names of every field of a context, those of its parts included."""
    if isinstance(part, tuple):
        return {name for item in part for name in fields_of(item)}
    if not dataclasses.is_dataclass(part):
        return set()
    names = {field.name for field in dataclasses.fields(part)}
    return names.union(*(fields_of(getattr(part, name)) for name in names))


def names_in(*sources: Path) -> set[str]:
    """Every name in the tags of template sources, with the shared texts that they include."""
    texts_ = [with_shared(path, ROOT / "templates") for path in sources]
    tags = " ".join(tag for text in texts_ for tag in re.findall(r"\{[{%].*?[%}]\}", text))
    return set(re.findall(r"[A-Za-z_]\w*", tags))
