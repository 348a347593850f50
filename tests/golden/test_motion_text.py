"""The motion as a Word file, read back as text: no scar where a fact is missing, no claim nobody made."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from drafter.core.answers import Answer, Answers, Evidence
from drafter.core.flow import follow
from drafter.law.load import Law
from drafter.practice.documents.document import Paper
from drafter.practice.documents.facts import Facts
from drafter.practice.documents.motion import MOTION
from drafter.practice.grounds import GROUNDS
from drafter.practice.registry import interview
from drafter.render.engine import Template, render
from drafter.render.outline import to_text

ROOT = Path(__file__).parents[2]
LAW = Law(lambda name: (ROOT / "resources" / name).read_text(encoding="utf-8"))
SECTIONS = interview({"districts": tuple((d.id, d.name) for d in LAW.districts.values())})
QUESTIONS = {question.id: question for section in SECTIONS for question in section}
TODAY = date(2026, 11, 21)
IN_2021 = date(2021, 9, 22)
#: What a sentence or a table leaves behind when the fact in it is gone.
SCARS = re.compile(r"  |\s[.,;:](\s|$)|\.\.|,,|;\.|\bNone\b(?! of)|\(\s*\)|\[\]|missing:|\|\s*\|")


def answer(question: str, raw: Any) -> Answer:  # noqa: ANN401 - JSON
    """An answer as a sample's file gives it."""
    given = (
        raw
        if isinstance(raw, dict) and set(raw) <= {"value", "evidence", "unknown", "note"}
        else {"value": raw}
    )
    if given.get("unknown") or given.get("value") is None:
        return Answer(unknown=True, note=given.get("note", ""))
    evidence = given.get("evidence", ())
    proofs = [evidence] if isinstance(evidence, str | dict) else evidence
    kind = QUESTIONS[question].kind
    value = kind.parse(given["value"])
    return Answer(value, kind.dump(value), evidence=tuple(Evidence.from_json(one) for one in proofs))


def paper_of(raw: Mapping[str, Any], on: date) -> Paper:
    answers = Answers({question: answer(question, value) for question, value in raw.items()})
    return MOTION.paper(Facts(follow(SECTIONS, answers).answers, LAW, on, TODAY, questions=QUESTIONS))


def told(paper: Paper) -> str:
    templates = ROOT / "templates"
    fragments = {path.stem: path.read_bytes() for path in (templates / "grounds").glob("*.docx")}
    shell = (templates / MOTION.template).read_bytes()
    template = Template.open(shell, fragments, name=MOTION.template)
    return to_text(render(template, paper.context, strict=True, citing=paper.citing).docx)


def text(raw: Mapping[str, Any], on: date) -> str:
    return told(paper_of(raw, on))


def sample(name: str) -> dict[str, Any]:
    path = ROOT / "resources" / "samples" / f"{name}.json"
    answers: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))["answers"]
    return answers


CASES: dict[str, tuple[dict[str, Any], date]] = {
    "nothing answered": ({}, TODAY),
    "nothing answered, 2021": ({}, IN_2021),
    "everything unknown": (dict.fromkeys(QUESTIONS), TODAY),
    "vailes": (sample("vailes"), TODAY),
    "vailes-2021": (sample("vailes-2021"), IN_2021),
    "complete": (sample("complete"), TODAY),
    **{f"{one.id} alone": ({one.asserted.id: True, "case.district": "ncwd"}, TODAY) for one in GROUNDS},
}


@pytest.mark.parametrize("case", CASES)
def test_the_motion_has_no_scar(case: str) -> None:
    scarred = [line for line in text(*CASES[case]).splitlines() if SCARS.search(line)]
    assert not scarred


def test_headings_are_numbered_without_a_gap() -> None:
    headings = re.findall(r"^# ([IVX]+)\. ", text(*CASES["complete"]), re.MULTILINE)
    numerals = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII"]
    assert headings == numerals[: len(headings)]


def test_the_relief_is_one_list_from_one() -> None:
    relief = text(*CASES["complete"]).partition("Relief requested\n")[2].partition("Alternative relief")[0]
    numbers = [int(number) for number in re.findall(r"^(\d+)\. ", relief, re.MULTILINE)]
    assert numbers == list(range(1, len(numbers) + 1))
    assert len(numbers) >= 3


def test_the_complete_sample_leaves_no_bracket() -> None:
    assert "[" not in re.sub(r"\[\^\d+\]", "", text(*CASES["complete"]))


def test_vailes_in_2021_pleads_the_change_in_law_and_today_refuses_it() -> None:
    then, now = text(*CASES["vailes-2021"]), text(*CASES["vailes"])
    assert then.startswith("HISTORICAL: law of September 22, 2021 – not for filing")
    assert "United States v. McCoy" in then
    assert "Rutherford" not in then
    assert "Rutherford v. United States" in now
    assert "does not offer the change in law described here as an extraordinary and compelling reason" in now
    assert "1B1.13(b)(6)" not in now.replace("§ 1B1.13(b)(6) is invalid", "")


def test_vailes_is_represented_and_says_what_he_does_not_raise() -> None:
    then = text(*CASES["vailes-2021"])
    assert "Counsel of record for the movant: Alex Spiro" in then
    assert "represented by counsel of record and does not proceed pro se" in then
    assert then.count("COVID-19") >= 3


#: One district of each circuit, and the eve and first day of each change of the law that positions rest on.
DISTRICTS = sorted({district.circuit: district.id for district in LAW.districts.values()}.values())
DAYS = [
    date(2020, 6, 1),
    IN_2021,
    date(2023, 10, 31),
    date(2023, 11, 1),
    date(2026, 5, 27),
    date(2026, 5, 28),
]
CHANGE = {
    "kit.separate_memorandum": False,
    "b1C.asserted": True,
    "change.any": True,
    "change.doubts": True,
    "change.retroactive": "no",
    "warden.sent": True,
    "warden.received_on": "2020-01-01",
    "warden.grounds": [{"ground": "b5", "words": "grief"}],
}


@pytest.mark.parametrize("district", DISTRICTS)
@pytest.mark.parametrize("day", DAYS)
def test_the_unverified_authorities_told_are_exactly_those_printed(district: str, day: date) -> None:
    paper = paper_of({**CHANGE, "case.district": district}, day)
    read = told(paper)
    cites = {
        one.id: ", ".join(filter(None, (one.name, one.cite))) for one in LAW.authorities.values() if one.cite
    }
    printed = {key for key, cite in cites.items() if cite in read}
    reported = {ref.partition(":")[2] for ref in paper.unverified if ref.startswith("authority:")}
    assert reported == {key for key in printed if not LAW.authority(key).vetted}
    assert all(f"{cites[key]} [confirm before filing]" in read for key in reported)


def test_no_motion_prints_an_authority_before_its_day_or_after_its_end() -> None:
    for district in ("mad", "ncwd", "txsd", "utd"):
        eve, first = (text({**CHANGE, "case.district": district}, day) for day in DAYS[-2:])
        assert "Rutherford v. United States" not in eve
        assert "Rutherford v. United States, No. 24-820, slip op. (U.S. May 28, 2026)" in first
        assert not re.search("Trenkler|Ruvalcaba|McCoy|Jean, |McGee|Maumau", first)
