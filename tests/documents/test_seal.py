"""The motion to seal: the public version tells categories alone, the sealed one the rest."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from drafted import fragments
from every_answer import TODAY, answer, everything, facts, plain, token

from drafter import paths
from drafter.app.library import Library
from drafter.practice.documents.facts import Facts
from drafter.practice.documents.registry import DOCUMENTS, kit_of
from drafter.practice.documents.seal import Seal
from drafter.render.engine import Template, render
from drafter.render.outline import to_text

(SEAL,) = [document for document in DOCUMENTS if document.id == "seal"]
LIST: list[dict[str, Any]] = [
    {"letter": "A", "title": "Request to the warden", "status": "have", "access": "public"},
    {"letter": "B", "title": "Letter of a physician", "status": "have", "access": "seal"},
    {"letter": "C", "title": "Plan with an address", "status": "have", "access": "redact"},
    {"letter": "D", "title": "Account of an assault", "status": "have", "access": "seal"},
]
CASE: dict[str, Any] = {
    "kit.sealed": True,
    "exhibits.list": LIST,
    "seal.categories": answer(
        "seal.categories",
        [
            {
                "category": "medical",
                "papers": "Exhibit B, whole",
                "reason": "It tells a diagnosis of hepatitis",
            },
            {"category": "victim", "papers": "Exhibit D", "reason": "It names an inmate who was assaulted"},
            {"category": "medical", "papers": "Exhibit D at 3", "reason": "It describes an injury"},
        ],
        "Ex. B at 1",
    ),
    "seal.until": "further order of the Court",
    "seal.alternatives": "A redacted page would not show the injury.",
}


def seal(of: Facts) -> Seal:
    made: Seal = SEAL.context(of)
    return made


def body(of: Facts) -> str:
    template = Template.open(paths.template_bytes(SEAL.template), fragments(SEAL), name="seal")
    return to_text(render(template, SEAL.paper(of).context, strict=False).docx).replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("raw", "needed"),
    [
        ({}, False),
        ({"kit.sealed": True}, True),
        ({"kit.sealed": False}, False),
        ({"exhibits.list": LIST}, True),
        ({"exhibits.list": [LIST[0], LIST[2]]}, False),
    ],
)
def test_a_filing_needs_it_where_something_is_under_seal(raw: dict[str, Any], needed: bool) -> None:
    assert (SEAL in kit_of(facts(raw))) is needed


def test_the_public_version_tells_categories_and_labels_and_nothing_else_of_what_is_sealed() -> None:
    told = body(facts(CASE))
    assert "medical records and facts about health" in told
    assert told.count("medical records and facts about health") == 1, "each category once"
    assert "Exhibits B and D are lodged under seal." in told
    assert "Exhibit C is filed in public with redactions." in told
    secret = ("hepatitis", "assault", "injury", "whole", "physician", "Account", "Plan with", "Ex. B at 1")
    assert [word for word in secret if word in told] == []
    assert not seal(facts(CASE)).exhibits


def test_the_sealed_version_tells_what_where_and_why() -> None:
    told = body(facts(CASE).under_seal())
    for words in (
        "Exhibit D at 3",
        "It names an inmate",
        "(Ex. B at 1)",
        "would not show the injury",
        "Account of",
    ):
        assert words in told, words
    assert "Request to the warden" not in told, "a public exhibit is no matter of this motion"


def test_each_version_says_which_it_is() -> None:
    public, sealed = seal(facts(CASE)), seal(facts(CASE).under_seal())
    assert (public.public, public.sealed, public.flags) == (True, False, ("PUBLIC VERSION",))
    assert (sealed.public, sealed.sealed, sealed.flags) == (False, True, ("SEALED VERSION",))


def test_the_sealed_version_is_not_said_to_be_served_by_electronic_filing() -> None:
    raw = CASE | {"service.method": "cmecf"}
    assert "CM/ECF" in body(facts(raw))
    assert "CM/ECF" not in body(facts(raw).under_seal())


def test_no_answer_that_is_for_the_sealed_version_reaches_the_public_one() -> None:
    raw = everything(exhibits__list=LIST)
    public, sealed = (plain(seal(one)) for one in (facts(raw), facts(raw).under_seal()))
    for question, column in (
        ("seal.categories", "papers"),
        ("seal.categories", "reason"),
        ("seal.alternatives", ""),
    ):
        mark = token(token(question, column)) if column else token(question)
        assert mark in sealed
        assert mark not in public
    assert token("seal.until") in public


def test_the_papers_with_a_sealed_version_are_named_once_they_are_made() -> None:
    named = plain(seal(facts(CASE)).twins)
    assert "the motion for a reduction in sentence" in named
    assert "motion to seal" not in named
    without = {"kit.switches": [{"document": "motion", "use": "leave_out"}]}
    assert "the motion for a reduction in sentence" not in plain(seal(facts(CASE | without)).twins)
    assert not seal(facts({"exhibits.list": LIST})).has_twins, "nobody has asked for the twins yet"


def test_what_is_missing_is_a_bracket_in_each_version() -> None:
    for of in (facts({"kit.sealed": True}), facts({}), facts({}).under_seal()):
        told = body(of)
        assert "[what is to be sealed and why]" in told
        assert "under seal until [how long the papers stay under seal]" in told
        assert ("[why less restrictive means do not suffice]" in told) is of.sealed


def test_the_proposed_order_leaves_the_choice_to_the_judge() -> None:
    told = body(facts(CASE | {"case.judge": "Xavier Zoe"}))
    order = told[told.index("(PROPOSED) ORDER") :]
    assert "☐ granted ☐ denied ☐ granted in part" in order
    assert "until further order of the Court" in order
    assert re.search(r"_{30}\nXavier Zoe\nUnited States District Judge", order)


def test_it_is_written_in_both_versions_whatever_else_is_under_seal(data_dir: Path, tmp_path: Path) -> None:
    library = Library(data_dir, today=lambda: TODAY)
    session = library.open_case(library.new_sample("complete"))
    report = session.draft(tmp_path, documents=("seal", "motion"), on=date(2026, 11, 23))
    library.close()
    assert [path.name for path in report.files] == [
        "Motion to seal - Doe - PUBLIC (DRAFT).docx",
        "Motion to seal - Doe - SEALED (DRAFT).docx",
        "Motion for a reduction in sentence - Doe (DRAFT).docx",
    ]


def test_exhibits_that_are_named_by_their_place_are_named_so_here_too() -> None:
    of = facts(CASE | {"exhibits.list": LIST[1:], "exhibits.labels": "numbers"}).under_seal()
    made = seal(of)
    assert plain(made.in_full) == "Exhibits 1 and 3 are"
    assert [plain(row.papers) for row in made.categories][:2] == ["Exhibit 1, whole", "Exhibit 3"]
