"""The notice of appeal: who, from which order, to which court; and the declaration of one who mails it."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from drafted import drafted
from every_answer import IN_2021, LAW, everything, facts

from drafter.app.library import Library
from drafter.practice.documents.appeal import APPEAL
from drafter.practice.documents.registry import kit_of
from drafter.render.outline import to_text

DENIED: dict[str, Any] = {
    "case.district": "ncwd",
    "movant.name": "Jo Doe",
    "order.ruling": "denied",
    "order.dated": "2027-01-04",
    "order.entered_on": "2027-01-05",
    "order.docket": "104",
}


def body(raw: dict[str, Any]) -> str:
    return to_text(drafted(APPEAL, raw)).replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("ruling", "needed"), [("denied", True), ("in_part", True), ("granted", False), (None, False)]
)
def test_it_is_made_once_the_court_has_ruled_against_the_movant(ruling: str | None, needed: bool) -> None:
    raw = {"order.ruling": ruling} if ruling else {}
    assert (APPEAL in kit_of(facts(raw))) is needed


def test_it_names_who_appeals_from_which_order_and_to_which_court() -> None:
    assert (
        "Notice is given that Jo Doe, the defendant, appeals to the United States Court of Appeals for the "
        "Fourth Circuit from the order denying the motion for a reduction in sentence under 18 U.S.C. "
        "§ 3582(c)(1)(A), dated January 4, 2027 and entered on January 5, 2027 (Doc. 104)." in body(DENIED)
    )


@pytest.mark.parametrize(
    ("ruling", "words"),
    [
        ("in_part", "from the order granting in part and otherwise denying the motion"),
        ("granted", "from the order on the motion"),
    ],
)
def test_the_order_is_called_what_it_is(ruling: str, words: str) -> None:
    assert words in body(DENIED | {"order.ruling": ruling})


def test_every_district_has_its_court_of_appeals() -> None:
    for district in LAW.districts.values():
        made = APPEAL.context(facts(DENIED | {"case.district": district.id}))
        assert LAW.circuit(district.circuit).name in made.court


def test_it_argues_nothing_and_says_nothing_of_time() -> None:
    told = body(everything())
    for word in ("timely", "error", "abuse of discretion", "14 days", "fourteen"):
        assert word not in told


def test_what_is_missing_is_a_bracket() -> None:
    told = body({})
    for blank in (
        "[court of appeals]",
        "dated [date of the order on this motion]",
        "entered on [date on which the order on this motion was entered]",
        "([docket number of the order on this motion])",
    ):
        assert blank in told
    assert {"case.district", "order.dated", "order.entered_on", "order.docket"} <= set(
        APPEAL.paper(facts({})).blanks
    )


def test_only_a_movant_without_counsel_declares_the_mailing() -> None:
    assert "DECLARATION" not in body(DENIED | {"counsel.status": "cja"})
    told = body(DENIED | {"counsel.status": "pro_se", "movant.facility": "FCI Exampleton"})
    declared = told[told.index("DECLARATION") :]
    assert "FED. R. APP. P. 4(c)(1)" in declared
    assert "I am confined in an institution, FCI Exampleton. On ____________________ I deposited" in declared
    assert "First-class postage is being prepaid by ☐ me ☐ the institution on my behalf." in declared
    assert (
        "I declare under penalty of perjury that the foregoing is true and correct. 28 U.S.C. § 1746."
        in declared
    )
    assert "Executed on ____________________" in declared
    assert declared.index("______________________________\nJo Doe") > declared.index("Executed on")


def test_the_day_of_signing_and_of_service_is_left_to_the_signer() -> None:
    made = APPEAL.context(facts(DENIED | {"case.filing_date": "2026-11-23", "service.on": "2026-11-23"}))
    assert set(made.signature.dated) == set(made.service.on) == {"_"}
    assert made.flags == ()
    assert APPEAL.context(facts(DENIED, IN_2021)).flags == ()


def test_after_the_ruling_a_final_notice_is_not_refused_because_the_motions_day_has_passed(
    data_dir: Path, tmp_path: Path
) -> None:
    library = Library(data_dir, today=lambda: date(2027, 1, 11))
    session = library.open_case(library.new_sample("complete"))
    session.fill(
        {**{key: DENIED[key] for key in DENIED if key.startswith("order.")}, "case.filing_date": "2026-11-30"}
    )
    notice = session.draft(tmp_path / "notice", documents=("appeal",), final=True)
    motion = session.draft(tmp_path / "motion", documents=("motion", "appeal"), final=True)
    library.close()
    assert notice.final, [problem.message for problem in notice.problems if problem.stops_final]
    assert [path.name for path in notice.files] == ["Notice of appeal - Doe.docx"]
    assert not motion.final
    assert any("has passed" in problem.message for problem in motion.problems)
