"""The three sample cases: readable, honest about what is unknown, and one of them complete."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any, cast

import pytest

from drafter.core.answers import Answer, Answers, Evidence
from drafter.core.flow import Flow, follow
from drafter.core.rows import ListOf
from drafter.law.exhaustion import Request, exhaustion, holidays_after
from drafter.law.load import Law
from drafter.law.term import Count, aggregate
from drafter.law.time import TimeRules, sentence_time
from drafter.practice import checks
from drafter.practice.questions import kit
from drafter.practice.registry import interview

RESOURCES = Path(__file__).parents[2] / "resources"
LAW = Law(lambda name: (RESOURCES / name).read_text(encoding="utf-8"))
SECTIONS = interview(
    {"districts": tuple((district.id, district.name) for district in LAW.districts.values())}
)
QUESTIONS = {question.id: question for section in SECTIONS for question in section}
VAILES = ("vailes", "vailes-2021")
SAMPLES = (*VAILES, "complete")

#: What the public record of the real case does not give.
NOT_IN_THE_RECORD = {
    "counsel.status",
    "custody.since",
    "custody.projected_release",
    "b3D.relative_name",
    "b3D.incapacity",
    "b3D.physician",
    "b3D.letter_date",
    "conduct.programs",
    "movant.birth_date",
    "movant.register_number",
    "offense.conduct",
    "offense.criminal_history",
    "offense.disposition_on",
    "offense.guideline_range",
    "offense.offense_level",
    "plan.address",
    "sentence.imposed_on",
    "victims.identifiable",
    "warden.grounds",
    "warden.received_on",
    "warden.response",
    "warden.sent_on",
}
#: Every number that the public record of the real case contains and the samples use.
NUMBERS_IN_THE_RECORD = """
3:07-cr-00162-FDW-3 09-4414 3:11-cv-128 2007-07-24 2010-03-09 2011-11-08 2021-09-22 19 36 55 120 250
1,000 20,000 2007 2009 2020 2021 21 28 841 841(a)(1 846 851 2255 COVID-19
"""
#: Every name that the public record of the real case contains and the samples use.
NAMES_IN_THE_RECORD = """
Alex Appeals August COVID Carolina Charlotte Circuit Court District Division Doc FCI FDW Fourth Frank GED
Graham Judge Mr Mullen North October Otisville September Spiro States United Vailes Valon Western Whitney
"""
#: The words with which its sentences and cells open.
OPENINGS = """
Conduct Conspiracy Family He His It More Neither Pleaded Possession Public Representation The This Under
"""
#: Family names that no one takes for a real person's.
PLACEHOLDERS = {"Boe", "Coe", "Doe", "Goe", "Koe", "Loe", "Moe", "Noe", "Poe", "Roe", "Voe", "Yoe", "Zoe"}
#: The complete case states no fact in these, or states it of the paper itself, so they need no proof.
WITHOUT_PROOF = re.compile(
    r"case\.|counsel\.|movant\.(name|pronouns)|government\.|relief\.|exhibits\.|service\.|plan\.district|"
    r"prior\.renewed|b5\.beyond_rehabilitation|change\.(any|among_reasons)|warden\.(waived|not_bop)|"
    r"clemency\.relief|\w+\.asserted$",
)
WORDS_AT_MOST = 2_600


def sample(name: str) -> dict[str, Any]:
    text = (RESOURCES / "samples" / f"{name}.json").read_text(encoding="utf-8")
    return cast("dict[str, Any]", json.loads(text))


def rows(name: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every answer as the mapping that an answers file may give for it."""
    for question, row in sample(name)["answers"].items():
        yield question, row if isinstance(row, dict) else {"value": row}


def answered(name: str) -> Answers:
    found: dict[str, Answer] = {}
    for question, row in rows(name):
        evidence = tuple(Evidence.from_json(piece) for piece in row.get("evidence", ()))
        note = row.get("note", "")
        if row.get("unknown"):
            found[question] = Answer(unknown=True, note=note, evidence=evidence)
            continue
        kind = QUESTIONS[question].kind
        value = kind.parse(row["value"])
        stored = kind.dump(value)
        if stored != []:
            found[question] = Answer(value, stored, note=note, evidence=evidence)
    return Answers(found)


def flow(name: str) -> Flow:
    return follow(SECTIONS, answered(name), checks.RULES)


def strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for item in value.values():
            yield from strings(item)
    elif isinstance(value, list):
        for item in value:
            yield from strings(item)


def printable(name: str) -> Iterator[tuple[str, object]]:
    """The values of the answers that a paper may print."""
    for question, row in rows(name):
        if not QUESTIONS[question].confidential and "value" in row:
            yield question, row["value"]


@pytest.mark.parametrize("name", SAMPLES)
def test_every_answer_belongs_to_a_question_and_has_only_known_keys(name: str) -> None:
    case = sample(name)
    assert set(case) == {"title", "about", "answers"}
    assert set(case["answers"]) <= set(QUESTIONS)
    for question, row in rows(name):
        assert set(row) <= {"value", "evidence", "unknown", "note"}, question
        assert ("value" in row) != bool(row.get("unknown")), question


@pytest.mark.parametrize("name", SAMPLES)
def test_every_value_is_read_stored_and_shown_without_loss(name: str) -> None:
    for question, row in rows(name):
        if row.get("unknown"):
            continue
        kind = QUESTIONS[question].kind
        value = kind.parse(row["value"])
        assert kind.load(json.loads(json.dumps(kind.dump(value)))) == value, question
        if not isinstance(kind, ListOf):
            assert kind.parse(kind.show(value)) == value, question


@pytest.mark.parametrize("name", SAMPLES)
def test_every_answer_is_asked_for(name: str) -> None:
    answers = answered(name)
    shown = set(follow(SECTIONS, answers).answers)
    assert set(answers) - shown == set()


@pytest.mark.parametrize("name", SAMPLES)
def test_typography_is_what_a_brief_uses(name: str) -> None:
    for question, row in rows(name):
        for text in strings(row):
            strange = re.sub(r"[\x20-\x7e§¶’“”]", "", text)
            assert not strange, (question, strange)
            assert not re.search(r"[\[\]{}<>\"]|--|  ", text), (question, text)
            assert "'" not in text.replace("App'x", ""), (question, text)


@pytest.mark.parametrize("name", VAILES)
def test_what_is_not_known_of_the_real_case_says_how_to_obtain_it(name: str) -> None:
    stated = dict(rows(name))
    assert {question for question in NOT_IN_THE_RECORD if not stated[question].get("unknown")} == set()
    for question, row in rows(name):
        assert not row.get("unknown") or len(row["note"].split()) >= 3, question
    for gap in flow(name).missing:
        assert gap.unknown or gap.what, gap.question.id
        assert stated[gap.question.id]["note"], gap.question.id


@pytest.mark.parametrize("name", VAILES)
def test_the_real_case_holds_no_number_that_the_record_lacks(name: str) -> None:
    for question, value in printable(name):
        for text in strings(value):
            found = {word.strip(".,;:()") for word in text.split() if re.search(r"[0-9]", word)}
            assert found <= {*NUMBERS_IN_THE_RECORD.split(), "b3D"}, (question, found)
        assert isinstance(value, bool) or not isinstance(value, int) or value == 250, question


@pytest.mark.parametrize("name", VAILES)
def test_the_real_case_holds_no_name_that_the_record_lacks(name: str) -> None:
    for question, value in printable(name):
        if question == "exhibits.list":  # papers that are still to be obtained, not facts
            continue
        for text in strings(value):
            found = set(re.findall(r"\b[A-Z][A-Za-z]+", text))
            assert found <= {*NAMES_IN_THE_RECORD.split(), *OPENINGS.split()}, (question, found)


@pytest.mark.parametrize("name", VAILES)
def test_a_fact_of_the_real_case_is_cited_to_a_court_or_marked_as_press(name: str) -> None:
    for question, row in rows(name):
        factual = question.split(".")[0] in {"movant", "offense", "sentence", "prior", "danger", "conduct"}
        if factual and row.get("value") is not None and question != "prior.renewed":
            cited = [piece["document"] for piece in row.get("evidence", ())]
            note = row.get("note", "").lower()
            assert cited or any(word in note for word in ("press", "summary")), question
            assert set(cited) <= {"369 F. App'x 450", "Order, No. 3:11-cv-128 (W.D.N.C. Nov. 8, 2011)"}, (
                question
            )


def test_conflicting_sources_are_told_and_the_court_record_is_kept() -> None:
    today, then = dict(rows("vailes")), dict(rows("vailes-2021"))
    assert "case.filing_date" not in today
    assert then["case.filing_date"]["value"] == "2021-09-22"
    for told in (then["case.filing_date"]["note"], today["prior.motions"]["note"]):
        assert "September 22" in told
        assert "September 29" in told
    for case in (today, then):
        assert case["sentence.months"]["value"] == 250
        assert "20 years" in case["sentence.months"]["note"]


@pytest.mark.parametrize("name", VAILES)
def test_the_real_case_pleads_care_of_a_sibling_and_says_what_it_leaves_out(name: str) -> None:
    found = flow(name)
    asserted = {
        question
        for question in found.answers
        if question.endswith(".asserted") and found.answers.stored(question)
    }
    assert asserted == {"b3D.asserted"}
    assert found.answers.stored("reasons.lead") == "b3D"
    assert found.answers.stored("prior.renewed") is True
    assert found.answers.stored("change.any") is True
    assert found.answers.stored("change.extent") is True
    assert len(found.answers.value(QUESTIONS["conduct.incidents"]) or ()) == 2
    left_out = found.answers.value(QUESTIONS["reasons.not_asserted"]) or ()
    assert [row["ground"] for row in left_out] == ["COVID-19"]


def test_the_motion_of_2021_names_its_counsel() -> None:
    assert "counsel.name" in {question.id for question in flow("vailes-2021").shown}
    assert dict(rows("vailes-2021"))["counsel.name"]["value"]["family"] == "Spiro"
    assert dict(rows("vailes"))["counsel.name"]["unknown"] is True


def test_the_complete_case_lacks_nothing_and_contradicts_nothing() -> None:
    found = flow("complete")
    assert [(gap.question.id, gap.what) for gap in found.missing] == []
    assert found.problems == ()
    grounds = {
        question
        for question in found.answers
        if question.endswith(".asserted") and found.answers.stored(question)
    }
    assert grounds == {"b1C.asserted", "b3C.asserted", "b5.asserted"}


def test_every_fact_of_the_complete_case_has_its_proof() -> None:
    found = flow("complete")
    for question in found.shown:
        if question.needed_when.holds(found.answers) and not WITHOUT_PROOF.match(question.id):
            assert found.answers.evidence(question), question.id


def test_every_exhibit_of_the_complete_case_is_at_hand_and_cited_within_its_pages() -> None:
    case = dict(rows("complete"))
    exhibits = {row["letter"]: row for row in case["exhibits.list"]["value"]}
    assert list(exhibits) == list("ABCDEFGHIJKLMN")
    assert {row["status"] for row in exhibits.values()} == {"have"}
    cited: set[str] = set()
    for question, row in case.items():
        pieces = [Evidence.from_json(piece) for piece in row.get("evidence", ())]
        pieces += [
            Evidence.from_json(text) for text in strings(row["value"]) if re.match(r"Ex\. [A-Z] at", text)
        ]
        for piece in (one for one in pieces if one.exhibit):
            cited.add(piece.exhibit)
            assert 1 <= int(piece.page) <= exhibits[piece.exhibit]["pages"], (question, piece)
    assert cited == set(exhibits)


def test_the_complete_case_is_plainly_made_up() -> None:
    case = dict(rows("complete"))
    assert "00999" in case["case.number"]["value"]
    assert case["counsel.email"]["value"].endswith("@example.org")
    assert re.fullmatch(r"[0-9]{3}-555-01[0-9]{2}", case["counsel.phone"]["value"])
    people = [
        row["value"]["family"]
        for row in case.values()
        if isinstance(row["value"], dict) and "family" in row["value"]
    ]
    people += [
        row[column].split()[-1]
        for question, column in (
            ("family.relatives", "name"),
            ("conduct.letters", "writer"),
            ("factors.codefendants", "name"),
            ("service.recipients", "name"),
        )
        for row in case[question]["value"]
    ]
    assert set(people) <= PLACEHOLDERS


def test_the_complete_case_is_short_enough_for_a_motion() -> None:
    printed = 0
    for_other_papers = {question.id for question in kit.SECTION}
    for question, value in printable("complete"):
        if question in for_other_papers:
            continue
        cells = value
        if question == "exhibits.list" and isinstance(value, list):
            cells = [{key: cell for key, cell in row.items() if key != "custodian"} for row in value]
        printed += sum(len(text.split()) for text in strings(cells))
    assert 2_000 < printed <= WORDS_AT_MOST


def test_the_dates_of_the_complete_case_agree_with_the_arithmetic() -> None:
    case = {question: row["value"] for question, row in rows("complete")}
    lost = sum(row.get("gct_lost", 0) for row in case["conduct.incidents"])
    assert lost == case["custody.gct_lost"]
    on = date(2026, 8, 10)
    start = date.fromisoformat(case["custody.since"])
    computed = sentence_time(
        aggregate([Count(case["sentence.months"])], start),
        start=start,
        on=on,
        rules=TimeRules.read(lambda name: LAW.value(name, on)),
        jail_credit=case["custody.jail_credit"],
        gct_lost=lost,
    )
    assert computed.projected_release == date.fromisoformat(case["custody.projected_release"])
    for order in case["b1C.care"]:
        if (
            "days as of July 20, 2026" in order.get("delay", "")
            and order["treatment"] != "Nephrology visit every three months"
        ):
            days = (date(2026, 7, 20) - date.fromisoformat(order["ordered"])).days
            assert order["delay"] == f"{days} days as of July 20, 2026"


def test_the_complete_case_may_be_filed_from_august_10_2026() -> None:
    case = {question: row["value"] for question, row in rows("complete")}
    received = date.fromisoformat(case["warden.received_on"])
    holidays = holidays_after(received, 30, "West Virginia")
    clock = exhaustion(
        Request(received), on=date(2026, 8, 10), lapse_days=30, holidays=holidays, appeal_days=20
    )
    assert clock.ripe
    assert {row["ground"] for row in case["warden.grounds"]} == {"b1C", "b3C", "b5"}
    latest = max(
        date.fromisoformat(text)
        for value in case.values()
        for text in strings(value)
        if re.fullmatch(r"202[0-6]-[0-9]{2}-[0-9]{2}", text)
    )
    assert latest < date(2026, 8, 10)
