"""The certificate of conference as a separate paper."""

from __future__ import annotations

from typing import Any

import pytest
from drafted import drafted
from every_answer import ROOT, answer, facts

from drafter.law.load import Law
from drafter.practice.documents.conference import CONFERENCE
from drafter.practice.documents.document import Document
from drafter.practice.documents.facts import Facts
from drafter.practice.documents.registry import kit_of
from drafter.practice.documents.service import SERVICE
from drafter.render.outline import to_text

RULE = """
[[rule]]
id = "ncwd_{topic}"
district = "ncwd"
topic = "{topic}"
says = "A paper of its own."
in_force = {{from = 2020-01-01}}
source = ["a rule made up for this test"]
verified = false
confidence = "low"
"""


def law_with(topic: str) -> Law:
    """The law with one more local rule: the program's own data has no district that asks for such a paper."""

    def read(name: str) -> str:
        text = (ROOT / "resources" / name).read_text(encoding="utf-8")
        return text + RULE.format(topic=topic) if name == "districts/local_rules.toml" else text

    return Law(read)


def body(raw: dict[str, Any]) -> str:
    return to_text(drafted(CONFERENCE, raw))


@pytest.mark.parametrize(
    ("certificate", "topic"), [(CONFERENCE, "conference_apart"), (SERVICE, "service_apart")]
)
def test_it_is_a_paper_of_its_own_where_the_district_wants_it_or_a_person_adds_it(
    certificate: Document, topic: str
) -> None:
    of = facts({"case.district": "ncwd"})
    assert certificate not in kit_of(of)
    there = Facts(of.answers, law_with(topic), of.on, of.today, questions=of.questions)
    assert certificate in kit_of(there)
    elsewhere = Facts(
        facts({"case.district": "nyed"}).answers, there.law, of.on, of.today, questions=of.questions
    )
    assert certificate not in kit_of(elsewhere)
    added = facts({"kit.switches": [{"document": certificate.id, "use": "add"}]})
    assert certificate in kit_of(added)


def test_the_words_of_the_local_rule_stand_where_they_were_given() -> None:
    raw = {"certificate.conference": "Counsel spoke with Ms. Voe.", "government.position": "opposed"}
    told = body(raw)
    assert "Counsel spoke with Ms. Voe." in told
    assert "opposes the motion" not in told


@pytest.mark.parametrize(
    ("position", "words"),
    [
        ("unopposed", "The government does not oppose the motion."),
        ("opposed", "The government opposes the motion."),
        ("no_position", "The government takes no position on the motion."),
        ("unknown", "The government has not stated its position."),
    ],
)
def test_without_them_the_day_and_the_position_are_told(position: str, words: str) -> None:
    told = body(
        {
            "government.conferred": True,
            "government.conferred_on": "2026-11-03",
            "government.position": position,
        }
    )
    assert "the parties last conferred on November 3, 2026." in told
    assert words in told


def test_no_conference_is_told_as_it_is() -> None:
    assert "The government has not been asked for its position." in body({"government.conferred": False})
    told = body({})
    assert "[" in told[told.index("CERTIFICATE") :]


def test_it_is_signed_with_the_address_of_the_signer() -> None:
    address = answer("counsel.address", "300 Example Street, Charleston, WV 25301")
    assert "300 Example Street" in body({"counsel.status": "cja", "counsel.address": address})
