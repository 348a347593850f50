"""Motion and memorandum: one document or two, what each then holds, and what a rule of the court says."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import docx
import pytest
from compile_templates import with_shared
from drafted import document, drafted, told
from every_answer import ROOT, TODAY, everything, facts, plain, token
from wordsource.blocks import SourceError

from drafter.practice.checks.memorandum_form import memorandum_form
from drafter.practice.documents.memorandum import MEMORANDUM
from drafter.practice.documents.motion import MOTION
from drafter.practice.documents.registry import kit_of

APART = {"kit.separate_memorandum": True}


def headings(name: str, raw: dict[str, Any]) -> list[str]:
    opened = docx.Document(io.BytesIO(drafted(document(name), raw)))
    return [one.text for one in opened.paragraphs if one.style and one.style.name == "Heading 1"]


@pytest.mark.parametrize(
    ("raw", "apart"),
    [
        ({}, False),
        ({"case.district": "ncwd"}, False),
        ({"case.district": "mssd"}, True),
        ({"case.district": "mssd", "kit.separate_memorandum": False}, False),
        ({"case.district": "ncwd", "kit.separate_memorandum": True}, True),
        ({"case.district": "mssd", "kit.separate_memorandum": None}, True),
    ],
)
def test_the_answer_decides_then_the_district_and_else_there_is_one_document(
    raw: dict[str, Any], apart: bool
) -> None:
    case = facts(raw)
    assert ("memorandum" in {one.id for one in kit_of(case)}) is apart
    assert MOTION.context(case).argued_here is not apart


def test_the_argument_stands_in_one_of_the_two_and_never_in_both() -> None:
    argued = (
        token("offense.conduct"),
        token("danger.character"),
        token("plan.support"),
        token("b1A.diagnosis"),
    )
    together = told("motion", everything(kit__separate_memorandum=False))
    apart = everything(kit__separate_memorandum=True)
    motion, memorandum = (told(name, apart) for name in ("motion", "memorandum"))
    for words in argued:
        assert words in together
        assert words not in motion
        assert words in memorandum
    assert "in the memorandum filed with this motion" in motion
    assert "in the memorandum filed" not in together


def test_a_short_motion_still_states_its_grounds_the_relief_and_the_certificates() -> None:
    short = told("motion", everything(kit__separate_memorandum=True))
    for words in (
        "The motion rests on",
        "§ 1B1.13(b)(1)(A)",
        "Grounds not raised.",
        "Relief requested",
        "conditions of release proposed in the memorandum",
        "CERTIFICATE OF SERVICE",
        "LIST OF EXHIBITS",
    ):
        assert words in short, words
    assert headings("motion", everything(kit__separate_memorandum=True)) == [
        "Victims and the government’s position",
        "Relief requested",
    ]


def test_the_memorandum_runs_from_the_background_to_the_release_plan_and_concludes() -> None:
    found = headings("memorandum", APART)
    assert found[0] == "Background"
    assert found[-2:] == ["The release plan", "Conclusion"]
    assert "Relief requested" not in found


def test_in_the_memorandum_the_motion_is_another_paper() -> None:
    memorandum = told("memorandum", everything(kit__separate_memorandum=True, counsel__status="retained"))
    assert "this motion" not in memorandum.lower()
    assert "this renewed motion" not in memorandum.lower()
    assert "The renewed motion is filed by counsel of record" in memorandum
    assert "this memorandum in support of" in memorandum


def test_the_memorandum_names_who_files_it_and_what_is_missing() -> None:
    assert "without counsel" in told("memorandum", {"counsel.status": "pro_se"})
    empty = told("memorandum", {})
    assert "through [name of counsel]" in empty
    assert "[the ground or grounds on which the motion rests]" in empty
    assert "to [relief sought]" in empty


def test_a_foreclosed_ground_is_refused_in_the_memorandum_as_in_the_motion() -> None:
    raw = APART | {"case.district": "ncwd", "change.any": True, "change.retroactive": "no"}
    motion, memorandum = (one.paper(facts(raw, TODAY)) for one in (MOTION, MEMORANDUM))
    assert motion.foreclosed == memorandum.foreclosed
    assert [problem.stops_final for problem in memorandum.foreclosed] == [True]


def test_the_memorandum_has_a_sealed_twin_with_the_whole_home() -> None:
    raw = everything(kit__separate_memorandum=True)
    assert MEMORANDUM.twin
    street = f"{token('plan.address')}street"
    assert street not in plain(MEMORANDUM.context(facts(raw)))
    assert street in plain(MEMORANDUM.context(facts(raw).under_seal()))


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        ({"case.district": "mssd"}, "a rule of this court was found to ask for two documents"),
        ({"case.district": "mssd", "kit.separate_memorandum": False}, "stands in the motion, although"),
        ({"case.district": "flmd", "kit.separate_memorandum": True}, "of its own, although"),
    ],
)
def test_a_rule_that_nobody_has_verified_is_told_and_stops_nothing(raw: dict[str, Any], words: str) -> None:
    (problem,) = memorandum_form(facts(raw))
    assert words in problem.message
    assert "not verified" in problem.message
    assert not problem.stops_final
    assert problem.question == "kit.separate_memorandum"


@pytest.mark.parametrize(
    "raw",
    [
        {},
        {"case.district": "ncwd", "kit.separate_memorandum": True},
        {"case.district": "mssd", "kit.separate_memorandum": True},
        {"case.district": "flmd"},
        {"case.district": "flmd", "kit.separate_memorandum": False},
    ],
)
def test_where_the_form_is_as_the_court_asks_or_nothing_was_found_nothing_is_said(
    raw: dict[str, Any],
) -> None:
    assert list(memorandum_form(facts(raw))) == []


def test_a_shared_text_may_include_another_and_never_itself(tmp_path: Path) -> None:
    (tmp_path / "source" / "shared").mkdir(parents=True)
    for name, text in (("one", "[[include two]]\n1"), ("two", "2"), ("turning", "[[include turning]]")):
        (tmp_path / "source" / "shared" / f"{name}.md").write_text(text, encoding="utf-8")
    source = tmp_path / "source" / "one.md"
    source.write_text("[[include one]]\nend\n", encoding="utf-8")
    assert with_shared(source, tmp_path) == "2\n1\nend\n"
    source.write_text("[[include turning]]\n", encoding="utf-8")
    with pytest.raises(SourceError, match="turning” includes itself"):
        with_shared(source, tmp_path)


def test_the_argument_is_written_once() -> None:
    sources = ROOT / "templates" / "source"
    for name in ("motion", "memorandum"):
        told = (sources / "documents" / f"{name}.md").read_text(encoding="utf-8")
        assert "[[include argument]]" in told
        assert "# The standard" not in told
