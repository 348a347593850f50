"""The notice of supplemental authority: what was entered, one paragraph each, and no argument."""

from __future__ import annotations

import io
from datetime import date
from typing import Any

import docx
import pytest
from drafted import drafted
from every_answer import IN_2021, LAW, TODAY, facts

from drafter.core import marks
from drafter.practice.documents.registry import kit_of
from drafter.practice.documents.supplemental_authority import SUPPLEMENTAL_AUTHORITY, SupplementalAuthority
from drafter.render.outline import to_text

TYPED = {
    "authority": "United States v. Poe, No. 26-1 (4th Cir. Dec. 1, 2026)",
    "bears_on": "the standard for care that is not provided",
    "page": "9",
}


def rows(*given: dict[str, str]) -> dict[str, Any]:
    return {"supplemental.authorities": list(given), "case.district": "ncwd"}


def context(raw: dict[str, Any], on: date = TODAY) -> SupplementalAuthority:
    made: SupplementalAuthority = SUPPLEMENTAL_AUTHORITY.context(facts(raw, on))
    return made


def body(raw: dict[str, Any]) -> str:
    return to_text(drafted(SUPPLEMENTAL_AUTHORITY, raw)).replace("\u00a0", " ")


def test_it_is_made_once_there_is_an_authority() -> None:
    assert SUPPLEMENTAL_AUTHORITY in kit_of(facts(rows(TYPED)))
    assert SUPPLEMENTAL_AUTHORITY not in kit_of(facts({}))


def test_one_paragraph_tells_the_citation_as_typed_what_it_bears_on_and_the_page() -> None:
    told = body(rows(TYPED, {"authority": "Pub. L. 119-26", "bears_on": "the minimum term"}))
    first = f"1. {TYPED['authority']} bears on the standard for care that is not provided (motion at 9)."
    assert first in told
    assert "2. Pub. L. 119-26 bears on the minimum term." in told


def test_an_authority_named_by_its_id_prints_with_its_own_citation_and_page() -> None:
    named = {"authority": "muhammad_4th", "bears_on": "when to file", "pin": "130"}
    told = body(rows(named, TYPED | {"pin": "4"}))
    assert "1. United States v. Muhammad, 16 F.4th 126, 130 (4th Cir. 2021) bears on when to file." in told
    assert f"2. {TYPED['authority']}, at 4 bears on" in told
    opened = docx.Document(io.BytesIO(drafted(SUPPLEMENTAL_AUTHORITY, rows(named))))
    italic = {run.text for paragraph in opened.paragraphs for run in paragraph.runs if run.italic}
    assert "United States v. Muhammad" in italic


def test_one_that_nobody_has_verified_is_marked_and_told() -> None:
    (unread,) = [one for one in LAW.authorities.values() if one.id == "fernandez"]
    assert not unread.verified
    made = SUPPLEMENTAL_AUTHORITY.paper(facts(rows({"authority": "fernandez", "bears_on": "validity"})))
    assert "authority:fernandez" in made.unverified
    assert marks.plain(made.context.authorities[0].citation).endswith("[confirm before filing]")


def test_one_that_may_not_be_cited_is_a_bracket() -> None:
    limited = [one for one in LAW.authorities.values() if one.citable and one.status_on(TODAY) != "good"]
    assert limited
    for one in limited:
        made = SUPPLEMENTAL_AUTHORITY.paper(facts(rows({"authority": one.id, "bears_on": "the standard"})))
        told = made.context.authorities[0].citation
        assert marks.BLANK_ON in told, one.id
        assert one.cite not in marks.plain(told)
        assert "supplemental.authorities" in made.blanks


@pytest.mark.parametrize("word", ["respectfully urges", "should grant", "supports", "controlling", "compels"])
def test_it_argues_nothing(word: str) -> None:
    assert word not in body(rows(TYPED))


def test_it_is_filed_after_the_motion_on_a_day_of_its_own() -> None:
    assert SUPPLEMENTAL_AUTHORITY.later
    made = context(rows({"authority": "rutherford", "bears_on": "the standard"}), IN_2021)
    assert made.flags == (), "the motion’s day has passed, this paper’s has not"
    before_its_id = made.authorities[0].citation.partition("rutherford")[0]
    assert marks.BLANK_ON not in before_its_id, "it can be cited today"
    assert set(made.signature.dated) == set(made.service.on) == {"_"}


def test_without_an_authority_there_is_a_bracket() -> None:
    assert "1. [supplemental authorities]." in body({})
