"""The checklist before filing: the kit, missing facts, proof, exhibits, findings, rules and deadlines."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from drafted import applies, document, drafted, told
from every_answer import QUESTIONS, TODAY, VARIANTS, answer, everything, facts, plain, sample_answers, token

from drafter.app.library import Library
from drafter.core.answers import Answer
from drafter.practice.documents.checklist import Checklist
from drafter.practice.documents.registry import kit_of

RENEWED = {"prior.any": True, "prior.renewed": True, "prior.entered_on": "2026-05-11"}


def sheet(raw: dict[str, Any], on: date = TODAY) -> Checklist:
    made = document("checklist").context(facts(raw, on))
    assert isinstance(made, Checklist)
    return made


def missing(raw: dict[str, Any]) -> dict[str, str]:
    return {gap.what: gap.how for section in sheet(raw).gaps for gap in section.gaps}


def test_every_case_has_one_and_it_can_be_left_out() -> None:
    assert applies("checklist", {})
    leave_out = [{"document": "checklist", "use": "leave_out"}]
    assert "checklist" not in {one.id for one in kit_of(facts({"kit.switches": leave_out}))}


def test_it_says_on_its_face_that_it_is_not_filed() -> None:
    assert "A sheet of the file. Not for filing." in told("checklist", {})


def test_it_lists_every_other_paper_of_the_kit_with_what_it_lacks() -> None:
    raw = {"case.district": "ncwd", "b3C.asserted": True}
    kit = [one for one in kit_of(facts(raw)) if one.id != "checklist"]
    rows = sheet(raw).papers
    assert [row.title for row in rows] == [one.title for one in kit]
    motion = next(one for one in kit if one.id == "motion").paper(facts(raw))
    assert rows[0].open == f"{len(motion.blanks)} facts"
    assert {row.open for row in sheet(sample_answers("complete")).papers} == {"–"}


def test_a_twin_is_named_where_part_of_the_filing_is_under_seal() -> None:
    titles = {row.title for row in sheet({"kit.sealed": True}).papers}
    assert "Motion for a reduction in sentence (public and sealed)" in titles
    assert "(public and sealed)" not in plain(sheet({}).papers)


def test_an_exhibit_under_seal_brings_the_motion_to_seal_and_its_step() -> None:
    raw = {"exhibits.list": [{"letter": "E", "title": "Records", "status": "have", "access": "seal"}]}
    assert "Motion to seal (public and sealed)" in {row.title for row in sheet(raw).papers}
    assert sheet(raw).filing.sealed
    assert not sheet({}).filing.sealed


def test_a_missing_fact_says_how_it_is_to_be_had() -> None:
    raw = {"movant.birth_date": Answer(unknown=True, note="Ask the probation office."), "case.number": None}
    found = missing(raw)
    assert found["age of the movant"] == "to be obtained: Ask the probation office."
    assert found["case number"] == "to be obtained"
    assert found["district"] == "no answer yet"
    assert "case number" not in missing({"case.number": "1:15-cr-1"})


def test_a_missing_cell_of_a_list_is_named_by_its_row() -> None:
    rows = [{"letter": "A", "title": "Judgment"}]
    assert missing({"exhibits.list": rows})["list of exhibits: Status of exhibit 1"] == "no answer yet"


def test_a_note_on_a_confidential_question_stays_in_the_case() -> None:
    secret = next(question for question in QUESTIONS.values() if question.confidential)
    raw = {secret.id: Answer(unknown=True, note="Tksecretnote")}
    assert secret.blank in missing(raw)
    assert "Tksecretnote" not in plain(sheet(raw))


def test_no_confidential_answer_is_on_it() -> None:
    for raw in VARIANTS:
        said = plain(sheet(raw))
        assert not [one.id for one in QUESTIONS.values() if one.confidential and token(one.id) in said]


def test_each_asserted_ground_is_shown_element_by_element_with_its_proof() -> None:
    letter = answer("b3C.incapacity", "She had a stroke.", "Ex. G at 1")
    raw = {
        "case.district": "ncwd",
        "b3C.asserted": True,
        "b1A.asserted": False,
        "b3C.incapacity": letter,
        "b3C.physician": "Sam Coe",
        "b3C.letter_date": "2026-11-01",
    }
    (ground,) = sheet(raw).grounds
    assert ground.title == "Care of a parent"
    assert ground.state == "half met"
    boxes = {one.title: (one.box, one.proof, one.state) for one in ground.elements}
    assert boxes["The parent is incapacitated"] == (
        "☒",
        "A dated letter of the treating physician on the incapacity",
        "In hand. Answered, with proof (Ex. G at 1).",
    )
    assert boxes["The movant’s parent"][0] == "☐"
    assert boxes["The movant’s parent"][2].startswith("Facts missing.")
    awaited = raw | {"exhibits.list": [{"letter": "G", "title": "Letter", "status": "requested"}]}
    states = {one.title: (one.box, one.state) for one in sheet(awaited).grounds[0].elements}
    assert states["The parent is incapacitated"][0] == "☐"
    assert states["The parent is incapacitated"][1].startswith("Proof missing.")


def test_a_ground_that_the_law_of_the_day_refuses_is_said_to_be_foreclosed() -> None:
    raw = {"case.district": "ncwd", "change.any": True, "change.retroactive": "no", "reasons.lead": "b6"}
    (ground,) = sheet(raw).grounds
    assert ground.state == "foreclosed"
    assert "Rutherford" in ground.reason
    assert sheet(raw, date(2026, 5, 27)).grounds[0].state != "foreclosed"


def test_without_a_ground_it_says_so() -> None:
    assert "No ground is asserted yet." in told("checklist", {})
    assert "No ground is asserted yet." not in told("checklist", {"b1A.asserted": True})


def test_an_exhibit_is_ticked_only_when_it_is_in_hand_and_stands_in_its_table_alone() -> None:
    rows = [
        {"letter": "A", "title": "Judgment", "status": "have", "access": "public"},
        {"letter": "B", "title": "Records", "status": "need", "access": "seal", "custodian": "the Bureau"},
    ]
    first, second = sheet({"exhibits.list": rows}).exhibits
    assert (first.box, first.state, first.filing) == ("☒", "in hand", "public")
    assert (second.box, second.state, second.filing) == ("☐", "still needed", "under seal")
    assert "the Bureau" in plain(second)
    assert "Exhibit B" not in plain(sheet({"exhibits.list": rows}).findings)
    assert sheet({}).exhibits == ()


def test_findings_say_whether_they_stop_a_final_and_name_the_law_to_be_read() -> None:
    raw = {"case.district": "ncwd", "b3C.asserted": True, "warden.sent": False}
    weights = {found.says: found.weight for found in sheet(raw).findings}
    (request,) = [says for says in weights if "No request was sent to the warden" in says]
    assert weights[request] == "stops a final"
    assert any("(policy:2023:b3C); read it at its source" in says for says in weights)
    district = {"case.district": "flmd"}
    assert "to be looked at" in {found.weight for found in sheet(district).findings}
    assert "The checks find nothing." in told("checklist", sample_answers("complete"))


def test_filing_steps_come_from_the_court_and_doubts_are_said() -> None:
    known = sheet({"case.district": "flmd", "case.number": "8:15-cr-1"}).filing
    assert plain(known.court) == "United States District Court for the Middle District of Florida"
    assert known.site == "https://ecf.flmd.uscourts.gov/"
    assert not known.none_found
    assert all("not verified" in rule.source for rule in known.rules)
    assert "No rule of this court was found" in told("checklist", {"case.district": "ndd"})
    assert "No rule of this court was found" not in told("checklist", {"case.district": "flmd"})


def test_a_movant_without_counsel_files_on_paper() -> None:
    assert "On paper, by mail or by hand" in told("checklist", {"counsel.status": "pro_se"})
    assert "On paper, by mail or by hand" not in told("checklist", {"counsel.status": "retained"})


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        ({"kit.sealed": True}, "The motion to seal goes with the sealed papers"),
        ({"kit.sealed": False}, "whether any of it must go under seal"),
        (
            {"plan.address": "1 Elm Street, Dover, DE 19901"},
            "The whole home address is in sealed papers only.",
        ),
    ],
)
def test_redaction_and_sealing_follow_the_answers(raw: dict[str, Any], words: str) -> None:
    assert words in told("checklist", raw)
    assert words not in told("checklist", {} if raw.get("kit.sealed") is not False else {"kit.sealed": True})


def test_the_home_itself_is_never_on_it() -> None:
    assert "Elm Street" not in told("checklist", {"plan.address": "1 Elm Street, Dover, DE 19901"})
    assert f"{token('plan.address')}street" not in told("checklist", everything())


def test_deadlines_are_told_as_of_today_and_a_day_that_is_not_known_waits() -> None:
    rows = {due.what: due for due in sheet(RENEWED | {"case.district": "ksd"}).dues}
    assert rows["Notice of appeal"].day == "waiting"
    assert "(day not known yet)" in rows["Notice of appeal"].counted
    past = rows["Notice of appeal, earlier motion"]
    assert past.day == "May 26, 2026 (passed)", "May 25 is Memorial Day"
    assert past.counted == "The order on the earlier motion was entered on May 11, 2026."
    assert "counted by Fed. R. App. P. 26(a)." in rows["Notice of appeal"].counted
    elsewhere = {due.what: due for due in sheet(RENEWED | {"case.district": "ncwd"}).dues}
    assert "not verified" in elsewhere["Motion to reconsider"].counted
    assert "not verified" not in rows["Motion to reconsider"].counted


def test_the_complete_case_can_be_final_with_its_checklist(data_dir: Path, tmp_path: Path) -> None:
    library = Library(data_dir, today=lambda: date(2026, 11, 23))
    session = library.open_case(library.new_sample("complete"))
    report = session.draft(tmp_path, documents=("motion", "checklist"), final=True)
    library.close()
    assert report.final
    assert len(report.files) == 2


def test_it_asks_for_no_bracket_of_its_own() -> None:
    """What is missing is told in words, so that the sheet never stands in the way of the papers."""
    raw = {"movant.name": "Jo Doe", "case.number": "1:15-cr-1", "case.district": "ncwd"}
    assert document("checklist").paper(facts(raw)).blanks == ()
    assert document("checklist").paper(facts(raw)).unverified == ()
    assert drafted(document("checklist"), raw, strict=True)
