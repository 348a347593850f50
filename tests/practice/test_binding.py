"""What the law of the day refuses is refused by the grounds’ test and by the paper, in the same words."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from datetime import date

import pytest

from drafter import paths
from drafter.core import marks
from drafter.core.answers import Answer, Answers
from drafter.core.flow import follow
from drafter.law import Law
from drafter.practice.documents.binding import unheard
from drafter.practice.documents.facts import Facts
from drafter.practice.documents.motion import MOTION
from drafter.practice.documents.pleaded import pleaded
from drafter.practice.elements import GroundStanding, grounds
from drafter.practice.grounds import GROUNDS
from drafter.practice.registry import interview

LAW = Law(paths.resource_text)
SECTIONS = interview({"districts": tuple((d.id, d.name) for d in LAW.districts.values())})
ASKED = {question.id: question for section in SECTIONS for question in section}
IN_2021 = date(2021, 9, 22)
#: The grounds that the statement of 2018 lacked; what it said of other reasons was for the Director alone.
ABSENT = ("b1C", "b1D", "b3C", "b3D", "b4")
DAYS = (
    IN_2021,
    date(2023, 10, 31),
    date(2023, 11, 1),
    date(2026, 5, 27),
    date(2026, 5, 28),
    date(2026, 11, 21),
)
CIRCUITS = [one.id for one in LAW.circuits.values() if one.hears_motions]


def facts(on: date, district: str, **raw: object) -> Facts:
    """Every ground asserted in ``district``; ``b3A__child_kind`` names the question b3A.child_kind."""
    given: dict[str, object] = {ground.asserted.id: True for ground in GROUNDS}
    given |= {"case.district": district} | {key.replace("__", "."): one for key, one in raw.items()}
    kinds = {key: ASKED[key].kind for key in given}
    answers = Answers(
        {key: Answer(kinds[key].parse(one), kinds[key].dump(one)) for key, one in given.items()}
    )
    return Facts(follow(SECTIONS, answers).answers, LAW, on, on, questions=ASKED)


def foreclosed(own: Facts) -> dict[str, GroundStanding]:
    return {one.ground.id: one for one in grounds(own) if one.state == "foreclosed"}


def texts(part: object) -> Iterator[str]:
    if isinstance(part, str):
        yield marks.plain(part)
    elif isinstance(part, tuple):
        for item in part:
            yield from texts(item)
    elif dataclasses.is_dataclass(part):
        for field in dataclasses.fields(part):
            yield from texts(getattr(part, field.name))


@pytest.mark.parametrize("circuit", CIRCUITS)
@pytest.mark.parametrize("on", DAYS, ids=str)
@pytest.mark.parametrize("child", ["minor", "adult"])
@pytest.mark.parametrize("more", [True, False], ids=["more", "rehabilitation"])
def test_a_ground_is_left_out_of_the_motion_exactly_where_it_is_foreclosed(
    circuit: str, on: date, child: str, more: bool
) -> None:
    district = next(one.id for one in LAW.districts.values() if one.circuit == circuit)
    own = facts(on, district, b3A__child_kind=child, b5__beyond_rehabilitation=more)
    left_out = {ground.id for ground in GROUNDS} - set(pleaded(own).ids)
    assert left_out == set(foreclosed(own)) - {"b6"}
    assert ("b5" in left_out) >= (not more)


def test_in_the_eleventh_circuit_of_2021_the_motion_refuses_in_the_words_of_the_test() -> None:
    own = facts(IN_2021, "flsd")
    refused = {problem.question: problem for problem in MOTION.paper(own).foreclosed}
    shut = foreclosed(own)
    assert set(shut) == {*ABSENT, "b5", "b6"}
    for ground in ABSENT:
        problem = refused[f"{ground}.asserted"]
        assert problem.message == shut[ground].reason == unheard(own, ground)
        assert problem.stops_final
        assert "policy statement of September 22, 2021, has no such ground" in problem.message
        assert "Bryant" in problem.message
    assert "left other reasons to the Director" in refused["b5.asserted"].message
    assert "b2.asserted" not in refused


def test_a_historical_draft_says_nothing_of_a_ground_that_it_may_not_plead() -> None:
    account = "An officer beat the movant."
    abuse = {"b4__abuse": "physical", "b4__account": account}
    bound = "\n".join(texts(MOTION.paper(facts(IN_2021, "flsd", **abuse)).context))
    free = "\n".join(texts(MOTION.paper(facts(IN_2021, "ncwd", **abuse)).context))
    today = "\n".join(texts(MOTION.paper(facts(DAYS[-1], "flsd", **abuse)).context))
    assert account not in bound
    assert account in free
    assert account in today


def test_without_a_court_or_a_decision_nothing_is_unheard() -> None:
    for ground in (*ABSENT, "ii"):
        assert unheard(facts(IN_2021, "nysd"), ground) == ""
        assert unheard(facts(date(2021, 5, 6), "flsd"), ground) == ""
    assert unheard(facts(date(2021, 5, 7), "flsd"), "b4")
    assert unheard(facts(date(2021, 5, 7), "flsd"), "ii") == ""


@pytest.mark.parametrize(("child", "place"), [("minor", "cmt. n.1(C)(i)"), ("adult", "has no such ground")])
def test_the_old_statement_knew_a_minor_child_only(child: str, place: str) -> None:
    own = facts(IN_2021, "ncwd", b3A__child_kind=child)
    standing = next(one for one in grounds(own) if one.ground.id == "b3A")
    assert place in standing.authority
    (section,) = (one for one in MOTION.paper(own).context.grounds if one.fragment == "b3A")
    assert bool(section.label) == bool(section.standard) == (child == "minor")
