"""The certificate of compliance: the count against the limit, the type where a rule asks, and redaction."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from drafted import drafted
from every_answer import LAW, TODAY, facts

from drafter.practice.documents.compliance import COMPLIANCE
from drafter.practice.documents.registry import kit_of
from drafter.render.outline import to_text

CONFIRM = "[confirm before filing]"


def body(raw: dict[str, Any], on: date = TODAY) -> str:
    return to_text(drafted(COMPLIANCE, raw, on)).replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("district", "needed"), [("ilnd", True), ("nyed", True), ("ncwd", False), ("wvsd", False)]
)
def test_it_is_made_where_the_district_has_a_limit(district: str, needed: bool) -> None:
    assert (COMPLIANCE in kit_of(facts({"case.district": district}))) is needed
    assert COMPLIANCE not in kit_of(facts({}))


def test_a_limit_counts_from_the_day_of_its_rule() -> None:
    rule = LAW.district("cand").page_limit(TODAY)
    assert rule is not None
    begins = rule.in_force.start
    before = date.fromordinal(begins.toordinal() - 1)
    assert COMPLIANCE in kit_of(facts({"case.district": "cand"}, begins))
    assert COMPLIANCE not in kit_of(facts({"case.district": "cand"}, before))


def test_the_count_is_a_bracket_to_fill_unless_it_is_given() -> None:
    assert "The motion has [number of pages or words] pages." in body({"case.district": "ilnd"})
    assert "The motion has 14 pages." in body({"case.district": "ilnd", "compliance.count": 14})
    assert "The motion has 8,123 words." in body({"case.district": "nyed", "compliance.count": 8123})


def test_the_limit_is_the_districts_with_its_rule_and_its_mark() -> None:
    told = body({"case.district": "ilnd"})
    assert f"The limit in this district is 15 pages (N.D. Ill. L.R. 7.1) {CONFIRM}." in told
    assert "The limit in this district is 8,750 words" in body({"case.district": "nysd"})
    assert f"is 30 pages {CONFIRM}." in body({"case.district": "vaed"}), "a rule whose name is not known"
    made = COMPLIANCE.paper(facts({"case.district": "ilnd"}))
    assert {"rule:ilnd_page_limit", "style:ilnd"} <= set(made.unverified)


def test_no_one_is_told_to_comply_by_the_program() -> None:
    told = body({"case.district": "ilnd", "compliance.count": 99})
    assert "has 99 pages" in told
    assert "complies" not in told
    assert "within" not in told


def test_the_type_is_certified_only_where_a_local_rule_asks_for_it() -> None:
    told = body({"case.district": "ilnd"})
    assert "set in 12-point Times New Roman, its body double spaced, with margins of one inch." in told
    asked = "The rules of this Court ask for that size of type"
    assert f"{asked} and for footnotes in 11-point type, in which they are set {CONFIRM}." in told
    assert f"{asked} {CONFIRM}." in body({"case.district": "flmd"}), "a rule that says nothing of footnotes"
    assert "set in 13-point" in body({"case.district": "flmd"})
    assert "Type." not in body({"case.district": "vaed"}), "a limit, and no rule on the type"
    assert "Type." not in body({"case.district": "casd"}), "a rule on line numbers alone"


def test_no_rule_is_said_to_be_kept_where_a_person_chose_another_size() -> None:
    told = body({"case.district": "ilnd", "form.size": 14})
    assert "set in 14-point" in told
    assert "ask for that size" not in told


def test_redaction_is_certified_only_by_an_answer() -> None:
    given = {"case.district": "ilnd", "compliance.redacted": True}
    assert "show no more of the facts that Fed. R. Crim. P. 49.1(a) protects than it allows." in body(given)
    for raw in ({"case.district": "ilnd"}, given | {"compliance.redacted": False}):
        assert "[whether the public papers are redacted]" in body(raw)


def test_where_no_limit_is_known_the_certificate_asks_for_it() -> None:
    told = body({"case.district": "ncwd", "compliance.count": 14})
    assert "The motion has 14 [pages or words]." in told
    assert "[limit of pages or words in this district]" in told
