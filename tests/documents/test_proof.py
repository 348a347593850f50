"""What is printed without proof is listed, and what the record shows or no record could show is not."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from every_answer import QUESTIONS, answer, everything, facts

from drafter.app.library import Library
from drafter.practice.documents.motion import MOTION
from drafter.practice.documents.registry import DOCUMENTS


def unproved(raw: dict[str, Any]) -> tuple[str, ...]:
    return MOTION.paper(facts(raw)).unproved


def test_a_printed_fact_without_evidence_is_listed_and_with_it_is_not() -> None:
    assert "danger.offense" in unproved({"danger.offense": "No one was hurt."})
    proved = answer("danger.offense", "No one was hurt.", "PSR ¶ 9")
    assert "danger.offense" not in unproved({"danger.offense": proved})


def test_a_blank_and_an_answer_that_no_paper_prints_are_not_listed() -> None:
    told = unproved({"danger.offense": None, "movant.citizenship": "Canada"})
    assert not {"danger.offense", "movant.citizenship"} & set(told)


def test_one_cite_proves_the_whole_sentence() -> None:
    sent: dict[str, Any] = {"warden.sent": True, "warden.method": "certified mail"}
    assert "warden.method" in unproved(sent)
    with_date = sent | {"warden.sent_on": answer("warden.sent_on", "2026-06-29", "Ex. A at 1")}
    assert "warden.method" not in unproved(with_date)


def test_a_list_whose_every_row_names_its_proof_is_proved() -> None:
    rows = [{"title": "Welding", "exhibit": "Ex. I at 1"}, {"title": "Baking", "exhibit": "Ex. I at 2"}]
    assert "conduct.programs" not in unproved({"conduct.programs": rows})
    assert "conduct.programs" in unproved({"conduct.programs": [*rows, {"title": "Cooking"}]})


def test_what_a_declarant_swears_to_needs_no_other_proof_and_does_where_the_motion_says_it() -> None:
    raw: dict[str, Any] = {"family.benefits": "She lives on Social Security.", "b3C.asserted": True}
    (declaration,) = [one for one in DOCUMENTS if one.id == "caregiver_declaration"]
    sworn, argued = declaration.paper(facts(raw)), MOTION.paper(facts(raw))
    assert "family.benefits" in sworn.printed
    assert "family.benefits" not in sworn.unproved
    assert "family.benefits" in argued.unproved


@pytest.mark.parametrize(
    "question",
    ["case.number", "counsel.name", "movant.name", "relief.kind", "service.method"],
)
def test_what_states_no_fact_of_the_record_needs_no_proof(question: str) -> None:
    made = MOTION.paper(facts(everything()))
    assert question in made.printed
    assert question not in made.unproved


def test_every_listed_question_was_printed_and_is_known() -> None:
    for document in DOCUMENTS:
        made = document.paper(facts(everything()))
        assert set(made.unproved) <= set(made.printed) <= set(QUESTIONS)
        assert len(set(made.unproved)) == len(made.unproved)


def test_the_complete_sample_states_nothing_without_proof_and_the_real_case_says_what_it_does(
    data_dir: Path, tmp_path: Path
) -> None:
    library = Library(data_dir, today=lambda: date(2026, 11, 23))
    complete = library.open_case(library.new_sample("complete")).draft(tmp_path)
    real = library.open_case(library.new_sample("vailes")).draft(tmp_path)
    library.close()
    assert complete.unproved == ()
    assert {"movant.facility", "conduct.incidents", "danger.character"} <= set(real.unproved)
    assert "offense.counts" not in real.unproved, "it is cited to the reported decision"
