"""What two sides made of one state is merged so that no edit of either side is lost in silence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.core.merging import Conflict, ThreeWay, merged, three_way

STATES = st.dictionaries(st.sampled_from("abcdef"), st.integers(0, 3))
State = dict[str, int]


def test_each_way_in_which_two_sides_can_differ_is_decided() -> None:
    base = {"same": 1, "there": 1, "here": 1, "both": 1, "alike": 1, "gone there": 1, "gone here": 1}
    here = {"same": 1, "there": 1, "here": 2, "both": 2, "alike": 4, "gone there": 1, "new here": 8}
    there = {"same": 1, "there": 3, "here": 1, "both": 3, "alike": 4, "gone here": 1, "new there": 9}
    decision = three_way(base, here, there)
    assert decision.taken == {"there": 3, "gone there": None, "new there": 9}
    assert decision.kept == {"here": 2, "gone here": None, "new here": 8}
    assert decision.conflicts == {"both": Conflict(1, 2, 3)}
    assert merged(here, decision, {"both": 3}) == dict(
        zip(
            ("same", "there", "here", "both", "alike", "new here", "new there"),
            (1, 3, 2, 3, 4, 8, 9),
            strict=True,
        )
    )


def test_a_change_there_of_what_was_taken_away_here_is_a_conflict() -> None:
    assert three_way({"a": 1}, {}, {"a": 2}).conflicts == {"a": Conflict(1, None, 2)}
    assert three_way({"a": 1}, {"a": 2}, {}).conflicts == {"a": Conflict(1, 2, None)}


def test_a_conflict_must_be_decided() -> None:
    with pytest.raises(KeyError):
        merged({"a": 1}, three_way({}, {"a": 1}, {"a": 2}), {})


@given(STATES, STATES, STATES)
def test_every_entry_that_differs_is_decided_once_and_no_other(
    base: State, here: State, there: State
) -> None:
    decision = three_way(base, here, there)
    parts = [set(decision.taken), set(decision.kept), set(decision.conflicts)]
    differing = {key for key in {*base, *here, *there} if here.get(key) != there.get(key)}
    assert sum(map(len, parts)) == len(set().union(*parts))
    assert set().union(*parts) == differing


@given(STATES, STATES, STATES)
def test_the_edits_of_each_side_stand_in_the_merged_state(base: State, here: State, there: State) -> None:
    decision = three_way(base, here, there)
    whole = merged(here, decision, {key: one.here for key, one in decision.conflicts.items()})
    for key in {*base, *here, *there}:
        if here.get(key) != base.get(key):
            assert whole.get(key) == here.get(key), "an edit here is lost"
        elif there.get(key) != base.get(key):
            assert whole.get(key) == there.get(key), "an edit there is lost"
        else:
            assert whole.get(key) == base.get(key)


@given(STATES, STATES, STATES)
def test_the_two_sides_are_alike_but_for_their_names(base: State, here: State, there: State) -> None:
    one, other = three_way(base, here, there), three_way(base, there, here)
    assert (one.taken, one.kept) == (other.kept, other.taken)
    assert {k: (c.here, c.there) for k, c in one.conflicts.items()} == {
        k: (c.there, c.here) for k, c in other.conflicts.items()
    }


@given(STATES, STATES)
def test_without_a_base_nothing_is_taken_away(here: State, there: State) -> None:
    decision = three_way({}, here, there)
    assert None not in decision.taken.values()
    chosen = {key: one.there for key, one in decision.conflicts.items()}
    assert merged(here, decision, chosen) == {**here, **there}


@given(STATES, STATES)
def test_a_side_that_changed_nothing_brings_nothing(base: State, here: State) -> None:
    empty: ThreeWay[str, int] = three_way(here, here, here)
    assert (empty.taken, empty.kept, empty.conflicts) == ({}, {}, {})
    decision = three_way(base, here, base)
    assert (decision.taken, decision.conflicts) == ({}, {})
    assert merged(here, decision, {}) == here
