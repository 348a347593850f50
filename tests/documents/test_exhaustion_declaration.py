"""The declaration on exhaustion: every fact of the request with its proof, by the one who sent it."""

from __future__ import annotations

from typing import Any

import pytest
from drafted import applies, told
from every_answer import answer

SENT: dict[str, Any] = {
    "movant.name": "Jordan A. Doe",
    "movant.pronouns": "she",
    "movant.facility": answer("movant.facility", "FCI Exampleton", "Ex. D at 1"),
    "counsel.status": "cja",
    "counsel.name": "Ann Lee",
    "b3C.asserted": True,
    "warden.sent": True,
    "warden.sent_on": answer("warden.sent_on", "2026-06-29", "Ex. A at 1"),
    "warden.sent_by": "counsel",
    "warden.method": "certified mail",
    "warden.addressee": "Warden, FCI Exampleton",
    "warden.received_on": answer("warden.received_on", "2026-07-06", "Ex. B at 1"),
    "warden.receipt_proof": "the signed receipt",
    "warden.grounds": [{"ground": "b3C", "words": "her mother is ill"}],
    "warden.response": "none",
}


def declaration(**answers: Any) -> str:  # noqa: ANN401 - raw answers of any kind
    return told(
        "exhaustion_declaration", SENT | {key.replace("__", "."): value for key, value in answers.items()}
    )


def test_it_is_needed_once_a_request_was_sent() -> None:
    assert applies("exhaustion_declaration", SENT)
    assert not applies("exhaustion_declaration", {"warden.sent": False})
    assert not applies("exhaustion_declaration", {"warden.sent": None})


@pytest.mark.parametrize(
    ("answers", "who"),
    [
        ({}, "I am Ann Lee. I am counsel for the defendant, Jordan A. Doe"),
        ({"warden__sent_by": "movant"}, "I am Jordan A. Doe. I am the defendant in this case"),
        (
            {
                "warden__sent_by": "family",
                "request__writer": "Ada Roe",
                "request__writer_relation": "the aunt",
            },
            "I am Ada Roe. I am the aunt of the defendant, Jordan A. Doe",
        ),
        (
            {"warden__sent_by": "other"},
            "I am [name of the person who signs the request]. I am [what that person",
        ),
    ],
)
def test_the_one_who_sent_the_request_declares(answers: dict[str, Any], who: str) -> None:
    body = declaration(**answers)
    assert f"1. {who}" in body
    assert "I sent the request that the Bureau of Prisons bring a motion" in body
    assert (
        "I declare under penalty of perjury that the foregoing is true and correct. Executed on ____" in body
    )
    assert "Under 28 U.S.C. § 1746" in body


def test_each_fact_stands_with_its_proof() -> None:
    body = declaration(warden__plan_included=True)
    assert "on June 29, 2026 by certified mail, addressed to Warden, FCI Exampleton (Ex. A at 1)" in body
    assert "received the request on July 6, 2026, as shown by the signed receipt (Ex. B at 1)" in body
    assert "Ms. Doe is confined at FCI Exampleton (Ex. D at 1)" in body
    assert "The request included a release plan." in body
    assert "| Care of a parent, § 1B1.13(b)(3)(C) | her mother is ill | Yes |" in body


@pytest.mark.parametrize(
    ("response", "said"),
    [
        ("none", "The warden has not responded."),
        ("denied", "The warden denied the request on July 30, 2026."),
        ("returned", "The request was returned without a decision on July 30, 2026."),
        ("granted", "The warden granted the request, or sent it on for approval, on July 30, 2026."),
        (None, "The response of the warden: [response of the warden]."),
    ],
)
def test_the_response_is_told_as_it_was(response: str | None, said: str) -> None:
    body = declaration(warden__response=response, warden__responded_on="2026-07-30")
    assert f"Response. {said}" in body


def test_appeals_earlier_requests_and_a_transfer_are_told_where_there_were_any() -> None:
    plain = declaration()
    for words in ("Appeals.", "Earlier requests.", "Transfer."):
        assert words not in plain
    body = declaration(
        warden__sent_by="movant",
        warden__appeals=[{"level": "bp9", "filed": "2026-08-02"}],
        warden__earlier=[{"sent": "2026-03-01", "grounds": "age"}],
        warden__transfer="from FCI Exampleton to FCI Otherton on August 9, 2026",
        warden__not_bop=True,
    )
    assert "| BP-9 (warden) | August 2, 2026 |" in body
    assert "| March 1, 2026 | – | age | – |" in body
    assert "Transfer. I was transferred from FCI Exampleton to FCI Otherton" in body
    assert "That is not a facility of the Bureau of Prisons." in body


def test_a_ground_that_was_not_put_is_not_said_to_have_been() -> None:
    body = declaration(b1C__asserted=True)
    assert "| Needed medical care that is not being provided, § 1B1.13(b)(1)(C) | – | Not put |" in body


def test_it_counts_no_days_and_argues_no_law() -> None:
    body = declaration()
    for words in ("days", "satisfied", "exhausted", "thirty", "claim-processing"):
        assert words not in body


def test_where_nothing_was_sent_it_says_nothing_of_a_sending() -> None:
    assert "No request has been sent to the warden." in told("exhaustion_declaration", {"warden.sent": False})
    empty = told("exhaustion_declaration", {})
    assert "[whether a request was sent to the warden]" in empty
    assert "The request." not in empty
    unknown = declaration(warden__sent_by=None)
    assert "[who sent the request] sent the request" in unknown
