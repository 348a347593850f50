"""The motion for appointment of counsel: no right is claimed, and only given reasons are told."""

from __future__ import annotations

from typing import Any

import pytest
from drafted import drafted
from every_answer import answer, everything, facts, plain

from drafter.practice.documents.appoint_counsel import APPOINT_COUNSEL
from drafter.practice.documents.registry import kit_of
from drafter.render.outline import to_text

ASKED: dict[str, Any] = {"relief.counsel": True, "movant.name": "Jo Doe", "movant.pronouns": "she"}


def body(raw: dict[str, Any]) -> str:
    return to_text(drafted(APPOINT_COUNSEL, raw)).replace("\u00a0", " ")


def test_it_is_made_where_the_motion_asks_for_counsel() -> None:
    assert APPOINT_COUNSEL in kit_of(facts(ASKED))
    assert APPOINT_COUNSEL not in kit_of(facts(ASKED | {"relief.counsel": False}))
    assert APPOINT_COUNSEL not in kit_of(facts({}))


def test_a_movant_alone_asks_for_counsel_and_counsel_asks_to_be_appointed() -> None:
    alone = body(ASKED | {"counsel.status": "pro_se", "movant.facility": "FCI Exampleton"})
    assert "proceeding without counsel, asks the Court to appoint counsel" in alone
    through = body(ASKED | {"counsel.status": "pro_bono", "counsel.name": "Morgan Poe"})
    assert "asks the Court through counsel, Morgan Poe, to appoint that counsel" in through


def test_no_right_is_claimed_and_none_is_argued() -> None:
    told = body(everything(movant__name="Jo Doe"))
    assert "claims no right to appointed counsel" in told
    assert "18 U.S.C. § 3006A" in told
    for word in ("entitled", "Sixth Amendment", "must appoint", "indigent"):
        assert word not in told


@pytest.mark.parametrize(
    ("means", "words"),
    [
        ("with", "The financial affidavit of Ms. Doe (form CJA 23) is filed with this motion."),
        (
            "later",
            "The financial affidavit of Ms. Doe (form CJA 23) will be filed when the Court asks for it.",
        ),
        (
            "found",
            "The Court has found Ms. Doe eligible for appointed counsel earlier in this case (ECF No. 5);",
        ),
        (None, "Financial affidavit (form CJA 23): [how the movant’s means are shown]."),
    ],
)
def test_the_movants_means_are_shown_by_the_form_and_never_asserted(means: str | None, words: str) -> None:
    given = {"appoint.means": answer("appoint.means", means, "ECF No. 5")} if means else {}
    told = body(ASKED | given)
    assert words in told
    assert told.count("CJA 23") == 1
    assert "unable to" not in told


def test_the_reasons_are_those_that_were_given_with_their_proof() -> None:
    reasons = answer(
        "appoint.reasons", "She reads no English.\nThe records are held by the Bureau.", "Ex. M at 1"
    )
    told = body(ASKED | {"appoint.reasons": reasons})
    assert "Why counsel is needed. She reads no English." in told
    assert "The records are held by the Bureau. (Ex. M at 1.)" in told
    assert "[reasons for appointing counsel]" in body(ASKED)


def test_the_grounds_are_those_that_the_motion_pleads() -> None:
    raw = ASKED | {"b3C.asserted": True, "change.any": True, "case.district": "ncwd"}
    made = APPOINT_COUNSEL.context(facts(raw))
    assert plain(made.grounds) == "the care of a parent (U.S.S.G. § 1B1.13(b)(3)(C))"
    assert "[the ground or grounds on which the motion rests]" in body(ASKED)


def test_a_reason_without_proof_is_listed() -> None:
    made = APPOINT_COUNSEL.paper(facts(ASKED | {"appoint.reasons": "She is ill.", "appoint.means": "with"}))
    assert "appoint.reasons" in made.unproved
    assert "appoint.means" not in made.unproved
