"""The request for records: what the file lacks and the Bureau holds, with the client's consent."""

from __future__ import annotations

from typing import Any

import pytest
from drafted import applies, document, told
from every_answer import facts, sample_answers

from drafter.practice.documents.records_request import RECORDS
from drafter.practice.registry import QUESTIONS

CLIENT: dict[str, Any] = {
    "movant.name": "Jordan A. Doe",
    "movant.pronouns": "she",
    "movant.birth_date": "1971-05-09",
    "movant.facility": "FCI Exampleton",
    "movant.facility_address": "1 Example Road, Exampleton, WV 25999",
    "counsel.status": "pro_bono",
    "counsel.name": "Ann Lee",
    "counsel.firm": "Example Clinic",
}


def request(**answers: Any) -> str:  # noqa: ANN401 - raw answers of any kind
    return told("records_request", CLIENT | {key.replace("__", "."): value for key, value in answers.items()})


def test_it_is_needed_while_the_file_lacks_what_the_bureau_holds() -> None:
    complete = sample_answers("complete")
    assert not applies("records_request", complete)
    assert applies("records_request", complete | {"relief.records": True})
    assert applies("records_request", complete | {"custody.rdap": None})
    assert applies("records_request", complete | {"records.others": [{"record": "visiting list"}]})
    assert applies("records_request", sample_answers("vailes"))


@pytest.mark.parametrize(
    ("status", "custodian", "listed"),
    [
        ("need", "Bureau of Prisons", True),
        ("requested", "records office of the facility", True),
        ("need", "clerk of court", False),
        ("need", None, False),
        ("have", "Bureau of Prisons", False),
    ],
)
def test_an_exhibit_is_asked_for_where_it_is_not_in_hand_and_comes_from_the_bureau(
    status: str, custodian: str | None, listed: bool
) -> None:
    row = {"letter": "Q", "title": "Tkpaper", "status": status, "custodian": custodian}
    assert ("| Tkpaper | Exhibit Q |" in request(exhibits__list=[row])) is listed


@pytest.mark.parametrize("question", [question for _, questions in RECORDS for question in questions])
def test_a_missing_fact_names_the_record_that_shows_it(question: str) -> None:
    (record,) = (record for record, questions in RECORDS if question in questions)
    raw = CLIENT | {f"{ground}.asserted": True for ground in ("b1A", "b1B", "b1C")}
    raw |= {
        "warden.sent": True,
        "warden.response": "denied",
        "conduct.incidents_any": True,
        "sentence.life": False,
    }
    raw[question] = None
    body = told("records_request", raw)
    (row,) = (line for line in body.splitlines() if line.startswith(f"| {record} |"))
    assert QUESTIONS[question].blank in row


def test_each_fact_is_sought_in_one_record() -> None:
    sought = [question for _, questions in RECORDS for question in questions]
    assert len(set(sought)) == len(sought)
    assert not [question for question in sought if QUESTIONS[question].confidential]


def test_counsel_writes_by_e_mail_with_the_clients_consent_under_penalty_of_perjury() -> None:
    body = request()
    assert "By e-mail: bop-ogc-efoia-s@bop.gov [confirm before filing]" in body
    letter, consent = body.split("CONSENT TO THE RELEASE OF RECORDS")
    assert "I represent Jordan A. Doe" in letter
    assert "Freedom of Information Act, 5 U.S.C. § 552, and Privacy Act, 5 U.S.C. § 552a" in letter
    assert "penalty of perjury that" not in letter
    assert "I was born on May 9, 1971 in (city and state, or country) ____" in consent
    assert "FCI Exampleton, 1 Example Road, Exampleton, WV 25999" in consent
    assert "to my counsel, Ann Lee of Example Clinic" in consent
    assert "I declare under penalty of perjury that the foregoing is true and correct." in consent


def test_a_movant_without_counsel_asks_for_his_or_her_own_records() -> None:
    body = request(counsel__status="pro_se")
    assert "these records, which are about me" in body
    assert "By e-mail" not in body
    assert "CONSENT" not in body
    assert "I was born on May 9, 1971" in body
    assert "I declare under penalty of perjury" in body


def test_an_unknown_birth_date_is_a_line_and_the_court_never_sees_a_known_one() -> None:
    assert "I was born on ____" in request(movant__birth_date=None)
    assert "May 9, 1971" not in told("motion", CLIENT)


def test_the_address_of_the_office_is_confirmed_before_it_is_used() -> None:
    made = document("records_request").paper(facts(CLIENT))
    assert made.unverified == ("value:foia.office", "value:foia.email")


def test_with_nothing_to_ask_for_it_has_a_bracket() -> None:
    complete = {**sample_answers("complete"), "relief.records": True}
    assert "The records: [records to ask for]." in told("records_request", complete)


def test_no_form_of_the_bureau_is_shipped_or_named_as_the_consent() -> None:
    body = request()
    assert "BP-A" not in body
    assert "DOJ-361" not in body
