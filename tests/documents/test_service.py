"""The certificate of service as a separate paper."""

from __future__ import annotations

from typing import Any

import pytest
from drafted import drafted
from every_answer import facts

from drafter.practice.documents.service import SERVICE
from drafter.render.outline import to_text


def body(raw: dict[str, Any]) -> str:
    return to_text(drafted(SERVICE, raw)).replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("method", "words"),
    [
        ("cmecf", "through the Court’s electronic filing system (CM/ECF) on:"),
        ("mail", "were served by mail on:"),
        ("both", "(CM/ECF) and by mail on:"),
    ],
)
def test_it_says_what_was_served_when_how_and_on_whom(method: str, words: str) -> None:
    raw: dict[str, Any] = {
        "movant.name": "Jo Doe",
        "service.method": method,
        "service.on": "2026-11-24",
        "service.recipients": [{"name": "Casey Voe", "office": "United States Attorney’s Office"}],
    }
    told = body(raw)
    assert "on November 24, 2026 the motion of Jo Doe for a reduction in sentence" in told
    assert words in told
    assert "| Name | Office |\n| Casey Voe | United States Attorney’s Office |" in told, "no column of dashes"
    raw["service.recipients"] = [{"name": "Casey Voe", "address": "1 Main Street, X, WV"}]
    assert "| Name | Office | Address |\n| Casey Voe | – | 1 Main Street, X, WV |" in body(raw)


def test_what_is_under_seal_has_lines_of_its_own_to_be_filled_by_hand() -> None:
    sealed = body({"kit.sealed": True})
    assert (
        "The papers and exhibits under seal were served on the same persons on ____________________ by ___"
        in sealed
    )
    assert "under seal" not in body({})
    assert "under seal" not in body({"kit.sealed": False})


def test_a_movant_alone_signs_for_himself() -> None:
    told = body({"counsel.status": "pro_se", "movant.name": "Jo Doe", "movant.register_number": "12345-067"})
    assert "Movant, without counsel" in told
    assert "Register Number 12345-067" in told


def test_nothing_known_is_all_brackets() -> None:
    made = SERVICE.paper(facts({}))
    assert {"service.method", "service.recipients", "movant.name"} <= set(made.blanks)
