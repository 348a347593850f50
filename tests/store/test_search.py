"""Cases are found by the beginnings of any words in title, answers, notes and proof, newest first."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.store.cases import CaseStore
from drafter.store.catalogue import Listing
from drafter.store.records import Listed, NewCase, StoredAnswer

LISTED = Listed("Doe", "S.D.W. Va.")


@pytest.fixture
def store(tmp_path: Path) -> CaseStore:
    return CaseStore(tmp_path)


def made(store: CaseStore, title: str, **answers: object) -> int:
    rows = {key.replace("_", "."): StoredAnswer(value) for key, value in answers.items()}
    return store.create_all([NewCase(title, rows, listed=LISTED)])[0]


def found(store: CaseStore, search: str, **more: object) -> list[int]:
    for case in store.search.waiting():
        with store.database.transaction():
            store.search.refresh(case, store.title(case), store.answers(case), LISTED)
    listing = Listing(search=search, **more)  # type: ignore[arg-type]
    lines = [line.id for line in store.catalogue.cases(listing)]
    assert "limit" in more or store.catalogue.count(listing) == len(lines)
    return lines


def test_every_word_is_the_beginning_of_a_word_somewhere_in_the_case(store: CaseStore) -> None:
    doe = made(store, "United States v. Doe", movant_name={"family": "Doe", "given": "José Ángel"})
    roe = made(store, "Roe", x_y=["chronic kidney disease", {"stage": 4}])
    assert found(store, "") == [roe, doe]
    assert found(store, "doe stat") == [doe]
    assert found(store, "jose ANGEL") == [doe]
    assert found(store, "kidn 4") == [roe]
    assert found(store, "idney") == []
    assert found(store, "doe kidney") == []


@pytest.mark.parametrize(
    "typed",
    ['"', "'", "*", "(", "NEAR(", "a OR b", "-x", "col:", "^a", "{", "😀", "\0", "%_", '" OR "a', "AND"],
)
def test_whatever_is_typed_is_words_and_never_a_command(store: CaseStore, typed: str) -> None:
    made(store, "a title of words")
    assert found(store, typed) in ([], [1])


def test_notes_and_proof_are_found_too(store: CaseStore) -> None:
    row = StoredAnswer("x", note="ask the unit team", evidence=({"exhibit": "B", "document": "PSR"},))
    case = store.create("Doe", {"a.b": row, "c.d": StoredAnswer(unknown=True, note="order records")})
    for words in ("unit team", "psr", "records order"):
        assert found(store, words) == [case]


def test_an_edit_is_found_at_the_next_search_and_the_old_word_no_more(store: CaseStore) -> None:
    doe, roe = made(store, "Doe", a_b="lupus"), made(store, "Roe", a_b="gout")
    store.write(doe, {"a.b": StoredAnswer("asthma")})
    assert found(store, "asthma") == [doe]
    assert found(store, "lupus") == []
    assert found(store, "") == [doe, roe]
    store.undo(doe)
    assert found(store, "lupus") == [doe]
    store.catalogue.rename(roe, "Renamed")
    assert found(store, "renamed") == [roe]
    assert store.integrity() == "ok"


def test_what_was_changed_last_comes_first(store: CaseStore) -> None:
    cases = [made(store, f"case {number}", a_b="word") for number in range(5)]
    store.write(cases[2], {"a.b": StoredAnswer("words")})
    assert found(store, "word") == [cases[2], cases[4], cases[3], cases[1], cases[0]]
    assert found(store, "word", limit=2, offset=1) == [cases[4], cases[3]]


def test_the_answers_that_hold_the_words_are_shown(store: CaseStore) -> None:
    case = made(store, "Doe", a_b="the kidney", c_d="the heart", e_f="Núñez")
    assert [key for key, _ in store.search.matching(case, ("kidn",), 3)] == ["a.b"]
    assert [key for key, _ in store.search.matching(case, ("the",), 1)] == ["a.b"]
    assert [key for key, _ in store.search.matching(case, ("nunez",), 3)] == ["e.f"]
    assert store.search.matching(case, ("idney",), 3) == []


def test_the_list_is_sorted_and_narrowed(store: CaseStore) -> None:
    doe, roe, poe = (made(store, title) for title in ("b", "a", "c"))
    store.catalogue.set_status(roe, "filed")
    store.catalogue.tag(poe, ("urgent", "clinic"))
    store.catalogue.keep_due(doe, "2026-12-01", "reply", "2026-11-25")
    assert found(store, "", order="title", descending=False) == [roe, doe, poe]
    assert found(store, "", order="due", descending=False) == [doe, roe, poe], "no deadline comes last"
    assert found(store, "", status="filed") == [roe]
    assert found(store, "", tag="URGENT") == [poe]
    assert store.catalogue.tags() == ["clinic", "urgent"]
    store.catalogue.set_archived(doe, archived=True)
    store.catalogue.set_template(poe, template=True)
    assert found(store, "") == [roe]
    assert found(store, "", place="archive") == [doe]
    assert found(store, "", place="templates") == [poe]


def test_the_trash_keeps_a_case_until_it_is_purged(store: CaseStore) -> None:
    doe, roe = made(store, "Doe", a_b="secretword"), made(store, "Roe")
    store.catalogue.trash(doe)
    assert found(store, "") == [roe]
    assert found(store, "secret") == []
    assert found(store, "secret", place="trash") == [doe]
    store.catalogue.take_back(doe)
    assert found(store, "secret") == [doe]
    store.write(doe, {"a.b": StoredAnswer("otherword")})
    counts = store.catalogue.purge(doe)
    assert (counts["answers"], counts["history"], counts["steps"]) == (1, 1, 1)
    store.close()
    for path in store.path.parent.iterdir():
        assert b"secretword" not in path.read_bytes()
        assert b"otherword" not in path.read_bytes()
    assert CaseStore(store.path.parent).integrity() == "ok"
