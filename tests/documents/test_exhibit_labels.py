"""Exhibits named by their place: every cite follows, and none ever leads to another exhibit than before."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

import pytest
from every_answer import answer, facts, plain
from hypothesis import given
from hypothesis import strategies as st

from drafter.core import marks
from drafter.practice.documents.closing import exhibits
from drafter.practice.documents.exhibit_labels import Labels
from drafter.practice.documents.facts import Facts
from drafter.practice.documents.motion import MOTION

TYPED = st.sampled_from([*"ABCDEFGHIJ", "AA", "B-1", "1", "2", "3", "12", "GX 5"])
#: An exhibit is known by its title, whatever it is called.
Exhibit = tuple[str, str]


@st.composite
def lists(draw: st.DrawFn) -> list[Exhibit]:
    labels = draw(st.lists(TYPED, min_size=1, max_size=8, unique=True))
    return [(label, f"Title {number}") for number, label in enumerate(labels)]


def case(listed: Sequence[Exhibit], cited: Sequence[str], scheme: str | None) -> Facts:
    """A case whose answers cite the exhibits typed as ``cited``: as proof, in a row and in a text."""
    rows = [
        {"letter": label, "title": title, "status": "have", "access": "public"} for label, title in listed
    ]
    raw: dict[str, Any] = {
        "offense.conduct": answer("offense.conduct", "It was so.", *(f"Ex. {one} at 7" for one in cited)),
        "conduct.programs": [{"title": "Welding", "exhibit": f"Ex. {one} at 7"} for one in cited],
        "conduct.work": "\n".join(f"He worked; see Ex. {one} at 7." for one in cited),
        "exhibits.list": rows,
    }
    return facts(raw | ({"exhibits.labels": scheme} if scheme else {}))


def told(of: Facts) -> dict[str, list[str]]:
    """Every printed cite by where it stands: "Ex. B at 7", each for the exhibit at its place in ``cited``."""
    proof = plain(of.cite("offense.conduct")).strip(" ()").split("; ")
    rows = [marks.plain(row.text("exhibit")) for row in of.rows("conduct.programs")]
    texts = [marks.plain(line) for line in of.paragraphs("conduct.work")]
    cites = [re.search(r"Ex\. .* at 7", line) for line in texts]
    return {"proof": proof, "row": rows, "text": [found[0] for found in cites if found]}


def names(of: Facts) -> dict[str, str]:
    """The title of each exhibit by the name under which the paper lists it."""
    return {marks.plain(one.letter): marks.plain(one.title) for one in exhibits(of)}


@given(
    before=lists(),
    cited=st.lists(TYPED, min_size=1, max_size=6, unique=True),
    scheme=st.sampled_from([None, "listed", "letters", "numbers"]),
    data=st.data(),
)
def test_moving_removing_and_adding_exhibits_never_leaves_a_cite_to_another_exhibit(
    before: list[Exhibit], cited: list[str], scheme: str | None, data: st.DataObject
) -> None:
    kept = data.draw(st.lists(st.sampled_from(before), unique=True), label="kept, in a new order")
    free = [label for label in "KLMNO" if label not in dict(before)]
    added = data.draw(st.lists(st.sampled_from(free), max_size=3, unique=True), label="added")
    after = [*kept, *((label, f"New {label}") for label in added)]
    order = data.draw(st.permutations(after), label="after")
    of = case(order, cited, scheme)
    meant = dict(order)
    title = names(of)
    for place, cites in told(of).items():
        assert len(cites) == len(cited), place
        for typed, cite in zip(cited, cites, strict=True):
            found = re.fullmatch(r"Ex\. (.*) at 7", cite)
            assert found, cite
            if typed in meant:
                assert title[found[1]] == meant[typed], (place, cite)
            else:
                assert found[1] not in title, (place, "an exhibit that is not listed is no other one")


@pytest.mark.parametrize(
    ("scheme", "listed"),
    [("letters", ["A", "B", "C"]), ("numbers", ["1", "2", "3"]), ("listed", ["C", "9", "A"])],
)
def test_the_list_names_the_exhibits_as_the_cites_do(scheme: str, listed: list[str]) -> None:
    of = case([("C", "Judgment"), ("9", "Sheet"), ("A", "Request")], ["A"], scheme)
    assert [marks.plain(one.letter) for one in exhibits(of)] == listed
    assert plain(MOTION.context(of).conduct.programs[0].exhibit) == f"Ex. {listed[2]} at 7"


def follow(text: str, *stored: str, scheme: str = "numbers") -> str:
    return marks.plain(Labels(stored, scheme).follow(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("See Ex. C at 3, and Exhibit A.", "See Ex. 1 at 3, and Exhibit 3."),
        ("Exs. A and C; Exhibits C, B, and A", "Exs. 3 and 1; Exhibits 1, 2, and 3"),
        ("Ex. A and B show it", "Ex. 3 and 2 show it"),
        ("Ex. A, B, and C", "Ex. 3, 2, and 1"),
        ("Exs. A–C are letters", "Exs. 1–3 are letters"),
        ("Exs. A-C are letters", "Exs. 1–3 are letters"),
        ("Exs. B to C", "Exs. 1 to 2"),
        ("Ex. A-2 is a part of it", "Ex. 3-2 is a part of it"),
        ("Ex. A’s first page", "Ex. 3’s first page"),
        ("I read Ex. A and I wept", "I read Ex. 3 and I wept"),
        ("Ex. A, 12", "Ex. 3, 12"),
        ("Ex. A and Bob", "Ex. 3 and Bob"),
        (
            "Exhibit A to this motion; Ex. B of the renewed motion",
            "Exhibit 3 to this motion; Ex. 2 of the renewed motion",
        ),
        ("He gave Ex. B to the warden", "He gave Ex. 2 to the warden"),
        ("Exhibiting A; an Extra B; Exhibit an interest", "Exhibiting A; an Extra B; Exhibit an interest"),
    ],
)
def test_a_cite_in_running_text_follows_in_every_usual_form(text: str, expected: str) -> None:
    assert follow(text, "C", "B", "A") == expected


@pytest.mark.parametrize(
    "text",
    [
        "Gov’t Ex. A at 3",
        "the Government’s Exhibit B",
        "Trial Ex. C",
        "ECF No. 41, Ex. B at 2",
        "Doc. 36-2 (Ex. A)",
        "Ex. B to the plea agreement",
        "Exhibit A to his declaration",
        "Ex. C to ECF No. 40",
        "The warden wrote: “see Ex. A for the reasons.”",
    ],
)
def test_an_exhibit_of_another_paper_or_of_a_quotation_is_left_as_it_is(text: str) -> None:
    assert follow(text, "C", "B", "A") == text


def test_a_range_that_does_not_stand_together_any_more_is_told_exhibit_by_exhibit() -> None:
    assert follow("Exs. A–C", "A", "X", "B", "C") == "Exs. 1, 3, 4"
    assert follow("Exs. A–Z", "A", "B") == "Exs. [A–Z: not in the list of exhibits]"


def test_a_label_that_names_no_exhibit_or_two_is_a_bracket_where_it_could_be_mistaken() -> None:
    assert follow("Ex. A at 1", "C", "B", scheme="letters") == "Ex. [A: not in the list of exhibits] at 1"
    assert follow("Ex. A-2", "C", "B", scheme="letters") == "Ex. [A-2: not in the list of exhibits]"
    assert follow("Ex. X at 1", "C", "B", scheme="letters") == "Ex. X at 1", (
        "there is no Exhibit X to mistake"
    )
    assert follow("Ex. C", "C", "c", "B") == "Ex. [C: not in the list of exhibits]"


def test_such_a_bracket_is_kept_and_leads_to_the_list_of_exhibits() -> None:
    made = MOTION.paper(case([("C", "Judgment"), ("B", "Sheet")], ["A"], "letters"))
    assert "exhibits.list" in made.blanks
    whole = (
        f"{marks.PRINTED_ON}exhibits.list{marks.PRINTED_SEP}{marks.BLANK_ON}[A: not in the list of exhibits]"
    )
    assert whole in made.context.background.conduct[-1]
    assert whole in made.context.conduct.programs[0].exhibit


def test_the_labels_go_on_after_z() -> None:
    stored = [f"X{number}" for number in range(704)]
    labels = Labels(stored, "letters")
    assert [labels.at(place) for place in (0, 25, 26, 51, 52, 701, 702)] == [
        "A",
        "Z",
        "AA",
        "AZ",
        "BA",
        "ZZ",
        "AAA",
    ]


def test_nothing_is_renamed_unless_it_is_asked_for() -> None:
    of = case([("C", "Judgment"), ("B", "Sheet")], ["B", "A"], None)
    assert told(of)["proof"] == ["Ex. B at 7", "Ex. A at 7"]


DOCKET: Mapping[str, Any] = {"offense.charged_on": answer("offense.charged_on", "2007-07-24", "41 at 3")}


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({}, " (ECF No. 41 at 3)"),
        ({"case.district": "ncwd"}, " (Doc. 41 at 3)"),
        ({"case.district": "ded"}, " (D.I. 41 at 3)"),
        ({"case.district": "ncwd", "case.record_prefix": "Dkt."}, " (Dkt. 41 at 3)"),
    ],
)
def test_a_bare_docket_number_in_a_proof_is_cited_as_the_court_cites_it(
    more: dict[str, Any], expected: str
) -> None:
    assert plain(facts(dict(DOCKET) | more).cite("offense.charged_on")) == expected


@pytest.mark.parametrize("typed", ["PSR ¶ 9", "369 F. App’x 450", "ECF No. 41-2 at 3", "Tr. 12 at 4"])
def test_any_other_proof_is_cited_as_it_was_typed(typed: str) -> None:
    of = facts(
        {"offense.charged_on": answer("offense.charged_on", "2007-07-24", typed), "case.district": "ncwd"}
    )
    cite = marks.plain(of.cite("offense.charged_on"))
    assert cite.replace("\u00a0", " ") == f" ({typed})"
    assert re.search(r" (?=[0-9]+\)$)", cite) is None or "App" in cite, "no line ends before the last number"
