"""The words of a large library are kept beside its index: none is missing, and none outlives its case."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as sqlite

from drafter.store import index_words
from drafter.store.cases import CaseStore
from drafter.store.index_words import words_of_index
from drafter.store.keys import Key
from drafter.store.mending import reindex, rescued
from drafter.store.records import Listed, NewCase, StoredAnswer

MANY = 2100


def refresh(store: CaseStore) -> None:
    """Index what has changed, as the library does before it lists or searches."""
    with store.database.transaction():
        for case in store.search.waiting():
            store.search.refresh(case, store.title(case), store.answers(case), Listed())


def kept(store: CaseStore) -> str | None:
    return store.kept("words of the index")


@pytest.fixture(params=[None, "correct horse"])
def store(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[CaseStore]:
    """As many cases as make the words worth keeping."""
    opened = CaseStore(tmp_path, Key.derived(request.param) if request.param else None)
    opened.create_all(
        NewCase(f"Title{number}", {"a.b": StoredAnswer(f"Word{number}")}, listed=Listed())
        for number in range(MANY)
    )
    yield opened
    opened.close()


def test_no_word_is_missing_after_any_change(store: CaseStore) -> None:
    first = words_of_index(store.database)
    assert {"title7", "word2099"} <= set(first)
    assert kept(store)
    assert words_of_index(store.database) == sorted(first), "as they are kept"
    store.write(
        1, {"a.b": StoredAnswer("Qoppa\nÉlan “quoted”"), "c.d": StoredAnswer(unknown=True, note=r"\Xylem")}
    )
    store.write(
        2, {"e.f": StoredAnswer([{"given": "Zyzzyva", "n": 1234}], evidence=({"document": "Ichor"},))}
    )
    store.catalogue.rename(3, "Gamboge")
    store.create("Cwm", {})
    refresh(store)
    new = {"qoppa", "elan", "quoted", "xylem", "zyzzyva", "1234", "ichor", "gamboge", "cwm"}
    whole = index_words._all(store.database)
    words = words_of_index(store.database)
    assert set(words) - set(first) == new
    assert set(whole) <= set(words), "word0, which was changed, may stay"
    assert words_of_index(store.database) == words
    store.create_all(NewCase(f"Later{number}", {}, listed=Listed()) for number in range(MANY))
    assert sorted(words_of_index(store.database)) == sorted(index_words._all(store.database)), "all were read"
    assert "word0" not in words_of_index(store.database)


def test_only_the_cases_that_changed_are_read(store: CaseStore, monkeypatch: pytest.MonkeyPatch) -> None:
    words_of_index(store.database)
    monkeypatch.setattr(index_words, "_all", lambda _: pytest.fail("all words were read"))
    store.write(1, {"a.b": StoredAnswer("Qoppa")})
    refresh(store)
    assert "qoppa" in words_of_index(store.database)
    monkeypatch.setattr(index_words, "_of", lambda *_: pytest.fail("cases were read"))
    assert "qoppa" in words_of_index(store.database)


def test_what_is_deleted_for_good_takes_its_words_with_it(store: CaseStore) -> None:
    assert "word7" in words_of_index(store.database)
    store.catalogue.trash(8)
    store.catalogue.purge(8)
    assert kept(store) is None
    assert "word7" not in words_of_index(store.database)
    content = store.path.read_bytes()
    assert b'Word7"' not in content
    assert b" word7 " not in content


def test_an_index_that_is_made_anew_begins_without_words(store: CaseStore) -> None:
    words = set(words_of_index(store.database))
    reindex(store.database)
    assert kept(store) is None
    refresh(store)
    assert set(words_of_index(store.database)) == words


def test_a_library_that_is_rescued_begins_without_words(tmp_path: Path) -> None:
    store = CaseStore(tmp_path)
    store.create_all(NewCase(f"Title{number}", {}, listed=Listed()) for number in range(MANY))
    words = set(words_of_index(store.database))
    store.close()
    rescued(store.path, None, tmp_path / "rescued.sqlite")
    store.path.unlink()
    (tmp_path / "rescued.sqlite").rename(store.path)
    other = CaseStore(tmp_path)
    assert kept(other) is None
    refresh(other)
    assert set(words_of_index(other.database)) == words
    other.close()


def test_words_that_cannot_be_kept_are_found_all_the_same(tmp_path: Path) -> None:
    store = CaseStore(tmp_path)
    store.create_all(NewCase(f"Title{number}", {}, listed=Listed()) for number in range(MANY))
    store.database.connection.execute("PRAGMA busy_timeout = 0")
    other = sqlite.connect(store.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    assert "title7" in words_of_index(store.database)
    other.execute("ROLLBACK")
    other.close()
    assert kept(store) is None
    store.close()


def test_a_small_library_keeps_none(tmp_path: Path) -> None:
    store = CaseStore(tmp_path)
    store.create_all([NewCase("Qoppa", {}, listed=Listed())])
    assert words_of_index(store.database) == ["qoppa"]
    assert kept(store) is None
    store.close()
