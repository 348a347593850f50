"""Steps are undone and redone without limit, also after a restart, and history only grows."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.store.cases import CaseStore
from drafter.store.records import StoredAnswer

ONE, TWO, THREE = (StoredAnswer(word) for word in ("one", "two", "three"))


@pytest.fixture
def store(tmp_path: Path) -> CaseStore:
    return CaseStore(tmp_path)


def test_steps_are_taken_back_in_turn_and_done_again_after_a_restart(
    store: CaseStore, tmp_path: Path
) -> None:
    case = store.create("Doe", {"a.b": ONE})
    store.write(case, {"a.b": TWO})
    store.write(case, {"a.b": None, "c.d": THREE}, "fill")
    assert store.undo(case) == {"a.b": TWO, "c.d": None}
    store.close()
    again = CaseStore(tmp_path)
    assert again.undo(case) == {"a.b": ONE}
    assert again.answers(case) == {"a.b": ONE}
    assert again.undo(case) == {}, "what the case began with is no step"
    assert again.redo(case) == {"a.b": TWO}
    assert again.redo(case) == {"a.b": None, "c.d": THREE}
    assert again.redo(case) == {}
    assert again.answers(case) == {"c.d": THREE}


def test_a_new_edit_closes_the_way_forward_but_not_the_history(store: CaseStore) -> None:
    case = store.create("Doe", {})
    store.write(case, {"a.b": ONE})
    store.undo(case)
    store.write(case, {"a.b": TWO})
    assert store.redo(case) == {}
    past = [(one.kind, one.before, one.after) for one in store.steps.history(case, "a.b")]
    assert past == [("edit", None, TWO), ("undo", ONE, None), ("edit", None, ONE)]
    assert store.undo(case) == {"a.b": None}


def test_typing_in_one_field_is_one_step(store: CaseStore) -> None:
    case = store.create("Doe", {"a.b": ONE})
    store.write(case, {"a.b": TWO})
    store.write(case, {"a.b": THREE}, joins=True)
    store.write(case, {"c.d": ONE}, joins=True)
    assert store.undo(case) == {"c.d": None}
    assert store.undo(case) == {"a.b": ONE}


def test_nothing_joins_a_step_that_was_undone(store: CaseStore) -> None:
    case = store.create("Doe", {})
    store.write(case, {"a.b": ONE})
    store.undo(case)
    store.write(case, {"a.b": TWO}, joins=True)
    assert store.undo(case) == {"a.b": None}
    assert store.redo(case) == {"a.b": TWO}


def test_the_next_steps_are_told_before_they_are_taken(store: CaseStore) -> None:
    case = store.create("Doe", {})
    assert (store.steps.next_undo(case), store.steps.next_redo(case)) == (None, None)
    store.write(case, {"a.b": ONE, "c.d": TWO}, "fill")
    ahead = store.steps.next_undo(case)
    assert ahead is not None
    assert (ahead.kind, ahead.questions) == ("fill", ("a.b", "c.d"))
    store.undo(case)
    assert store.steps.next_undo(case) is None
    assert store.steps.next_redo(case) is not None


def test_the_steps_of_one_case_are_not_those_of_another(store: CaseStore) -> None:
    doe, roe = store.create("Doe", {}), store.create("Roe", {})
    store.write(doe, {"a.b": ONE})
    store.write(roe, {"a.b": TWO})
    assert store.undo(doe) == {"a.b": None}
    assert store.answers(roe) == {"a.b": TWO}


VALUES = st.none() | st.integers(0, 3).map(lambda number: StoredAnswer(str(number)))
EDITS = st.dictionaries(st.sampled_from(["a.a", "b.b", "c.c"]), VALUES, min_size=1)
ACTIONS = st.lists(EDITS | st.just("undo") | st.just("redo"), max_size=25)


@settings(max_examples=60)
@given(ACTIONS)
def test_undo_and_redo_agree_with_a_list_of_states(
    tmp_path_factory: pytest.TempPathFactory, actions: list[dict[str, StoredAnswer | None] | str]
) -> None:
    store = CaseStore(tmp_path_factory.mktemp("steps"))
    case = store.create("Doe", {})
    states: list[dict[str, StoredAnswer]] = [{}]
    here = 0
    for action in actions:
        if action == "undo":
            store.undo(case)
            here = max(0, here - 1)
        elif action == "redo":
            store.redo(case)
            here = min(len(states) - 1, here + 1)
        elif isinstance(action, dict):
            store.write(case, action)
            after = {**states[here], **{key: row for key, row in action.items() if row is not None}}
            for key, row in action.items():
                if row is None:
                    after.pop(key, None)
            if after != states[here]:
                states[here + 1 :] = [after]
                here += 1
        assert store.answers(case) == states[here]
    assert store.integrity() == "ok"
    store.close()
