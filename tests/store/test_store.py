"""The store keeps every word, in one transaction with its history, and refuses what it would damage."""

from __future__ import annotations

import json
import shutil
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as sqlite

from drafter.errors import BadInputError, StoreError
from drafter.store import database, schema
from drafter.store.case_records import DraftRecord, LawEdition
from drafter.store.cases import CaseStore
from drafter.store.catalogue import Listing
from drafter.store.database import FILE_NAME, VERSION, Database
from drafter.store.records import StoredAnswer

WORDS = StoredAnswer("AT&T <select> “O'Brien” – 😀", evidence=({"exhibit": "B", "page": "12"},))


@pytest.fixture
def store(tmp_path: Path) -> CaseStore:
    return CaseStore(tmp_path)


def history(folder: Path) -> list[tuple[str, str | None, str | None]]:
    with closing(sqlite3.connect(folder / FILE_NAME)) as connection:
        return list(connection.execute("SELECT question, before, after FROM history ORDER BY step"))


def test_an_answer_comes_back_as_it_was_stored(store: CaseStore, tmp_path: Path) -> None:
    case = store.create("Doe", {"a.b": WORDS})
    store.write(case, {"a.c": StoredAnswer(unknown=True, note="ask the unit team")})
    store.close()
    again = CaseStore(tmp_path)
    assert again.answers(case) == {"a.b": WORDS, "a.c": StoredAnswer(unknown=True, note="ask the unit team")}
    assert again.title(case) == "Doe"
    assert again.integrity() == "ok"


def test_every_edit_leaves_its_history(store: CaseStore, tmp_path: Path) -> None:
    case = store.create("Doe", {})
    for answer in (StoredAnswer("one"), StoredAnswer("two"), StoredAnswer("two"), None):
        store.write(case, {"a.b": answer})
    steps = [(before is None, after is None) for _, before, after in history(tmp_path)]
    assert steps == [(True, False), (False, False), (False, True)]
    assert store.answers(case) == {}


def test_many_edits_are_stored_all_or_nothing(store: CaseStore) -> None:
    case = store.create("Doe", {"a.b": WORDS})
    with pytest.raises(sqlite.InterfaceError, match="binding"):
        store.write(case, {"a.b": None, "a.c": StoredAnswer("x", note=object())})  # type: ignore[arg-type]
    assert store.answers(case) == {"a.b": WORDS}
    store.write(case, {"a.c": StoredAnswer("x")})


def test_a_deleted_case_takes_its_rows_along(store: CaseStore) -> None:
    case = store.create("Doe", {"a.b": WORDS})
    store.drafts.add(case, (DraftRecord("motion", "2026-11-21", final=False, path="x.docx", sha256="00"),))
    assert store.drafts.documents(case) == {"motion"}
    assert store.drafts.hashes(case) == {"00"}
    store.catalogue.purge(case)
    assert store.catalogue.cases(Listing(place="everywhere")) == []
    with pytest.raises(BadInputError, match=f"no case {case}"):
        store.title(case)


def test_commits_are_on_the_disk_when_they_return(tmp_path: Path) -> None:
    """A process that dies right after a write loses nothing of it."""
    script = (
        "import os, signal, sys; from pathlib import Path\n"
        "from drafter.store.cases import CaseStore; from drafter.store.records import StoredAnswer\n"
        "store = CaseStore(Path(sys.argv[1])); case = store.create('Doe', {})\n"
        "for n in range(20): store.write(case, {'a.b': StoredAnswer(str(n))})\n"
        "os.kill(os.getpid(), getattr(signal, 'SIGKILL', signal.SIGTERM))"
    )
    subprocess.run([sys.executable, "-c", script, str(tmp_path)], check=False)
    store = CaseStore(tmp_path)
    assert store.answers(1) == {"a.b": StoredAnswer("19")}
    assert store.integrity() == "ok"


def test_only_the_user_may_read_the_cases(store: CaseStore) -> None:
    if sys.platform == "win32":
        pytest.skip("Windows keeps rights in another way")
    assert stat.S_IMODE(store.path.stat().st_mode) == 0o600


def test_durability_is_set_as_promised(tmp_path: Path) -> None:
    database = Database(tmp_path / FILE_NAME).connection
    settings = [database.execute(f"PRAGMA {name}").fetchone()[0] for name in ("journal_mode", "synchronous")]
    assert settings == ["wal", 2]
    assert database.execute("PRAGMA foreign_keys").fetchone()[0] == 1
    database.close()


def test_a_full_disk_is_told_and_loses_nothing(store: CaseStore) -> None:
    case = store.create("Doe", {"a.b": WORDS})
    pages = store.database.connection.execute("PRAGMA page_count").fetchone()[0]
    store.database.connection.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(StoreError, match="is full, so the last change is not saved"):
        store.write(case, {"a.c": StoredAnswer("x" * 100_000)})
    assert store.answers(case) == {"a.b": WORDS}
    store.database.connection.execute("PRAGMA max_page_count = 1000000")
    store.write(case, {"a.c": StoredAnswer("x" * 100_000)})


def test_a_read_only_database_is_told(store: CaseStore) -> None:
    case = store.create("Doe", {"a.b": WORDS})
    store.database.connection.execute("PRAGMA query_only = ON")
    with pytest.raises(StoreError, match="may only be read"):
        store.write(case, {"a.b": None})
    assert store.answers(case) == {"a.b": WORDS}


def test_a_locked_database_is_told(store: CaseStore) -> None:
    case = store.create("Doe", {})
    store.database.connection.execute("PRAGMA busy_timeout = 10")
    # Through the same SQLite: another one in this process would not see its locks.
    with closing(sqlite.connect(store.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match="in use by another program"):
            store.write(case, {"a.b": WORDS})


@pytest.mark.parametrize("content", [b"not a database at all, but long enough to look like one" * 30, b"x"])
def test_a_file_that_is_no_database_is_told(tmp_path: Path, content: bytes) -> None:
    (tmp_path / FILE_NAME).write_bytes(content)
    with pytest.raises(StoreError, match="is not a database of drafter"):
        CaseStore(tmp_path)
    assert (tmp_path / FILE_NAME).read_bytes() == content


def test_a_foreign_database_is_left_alone(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / FILE_NAME)) as other:
        other.execute("PRAGMA application_id = 7")
        other.execute("CREATE TABLE t (a)")
    with pytest.raises(StoreError, match="another program"):
        CaseStore(tmp_path)


def test_a_newer_database_is_refused(store: CaseStore, tmp_path: Path) -> None:
    store.create("Doe", {})
    store.close()
    with closing(sqlite3.connect(tmp_path / FILE_NAME)) as newer:
        newer.execute(f"PRAGMA user_version = {VERSION + 1}")
    before = (tmp_path / FILE_NAME).read_bytes()
    with pytest.raises(StoreError, match="newer version of drafter"):
        CaseStore(tmp_path)
    assert (tmp_path / FILE_NAME).read_bytes() == before


def test_a_checked_copy_is_made_before_a_migration(
    store: CaseStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = store.create("Doe", {"a.b": WORDS})
    store.close()
    monkeypatch.setattr(database, "VERSION", VERSION + 1)
    assert CaseStore(tmp_path).answers(case) == {"a.b": WORDS}
    (copy,) = (tmp_path / "backups").iterdir()
    with closing(sqlite3.connect(copy)) as kept:
        assert kept.execute("SELECT title FROM cases").fetchall() == [("Doe",)]


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="cannot be opened"):
        CaseStore(tmp_path / "nowhere")


def test_the_version_counts_the_migrations(tmp_path: Path) -> None:
    database = Database(tmp_path / FILE_NAME).connection
    applied = database.execute("SELECT count(*) FROM _sqlite_migrations").fetchone()[0]
    assert database.execute("PRAGMA user_version").fetchone()[0] == applied == VERSION
    database.close()


LAW = LawEdition("d1", "2026-11-21", {"value:appeal.days": "aa|bb|2018-12-21/|1||/"})


def draft(document: str = "motion") -> DraftRecord:
    return DraftRecord(document, "2026-11-23", final=False, path=f"{document}.docx", sha256=document)


def test_a_draft_keeps_the_law_it_was_made_with_once_for_all_that_share_it(
    store: CaseStore, tmp_path: Path
) -> None:
    case = store.create("Doe", {})
    assert store.drafts.last(case) is None
    store.drafts.add(case, (draft(), draft("order")), LAW)
    store.drafts.add(case, (draft(),), replace(LAW, digest="d2", entries={}))
    store.drafts.add(case, (draft(),), LAW)
    last = store.drafts.last(case)
    assert last is not None
    assert (last.filing_date, last.law) == ("2026-11-23", LAW)
    assert last.made.tzinfo is not None
    with closing(sqlite3.connect(tmp_path / FILE_NAME)) as connection:
        assert connection.execute("SELECT count(*) FROM law_editions").fetchone() == (2,)


def test_the_law_of_a_deleted_case_goes_unless_another_draft_was_made_with_it(
    store: CaseStore, tmp_path: Path
) -> None:
    one, other = store.create("Doe", {}), store.create("Roe", {})
    store.drafts.add(one, (draft(),), LAW)
    store.drafts.add(one, (draft(),), replace(LAW, digest="d2"))
    store.drafts.add(other, (draft(),), LAW)
    store.drafts.add(other, (draft(),))
    store.catalogue.purge(one)
    with closing(sqlite3.connect(tmp_path / FILE_NAME)) as connection:
        assert connection.execute("SELECT digest FROM law_editions").fetchall() == [("d1",)]
    last = store.drafts.last(other)
    assert last is not None
    assert last.law is None


@pytest.fixture(params=[1, 2])
def first(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A folder with a database as a landed version wrote it: samples with a draft, by the program of then."""
    shutil.copy(Path(__file__).parents[1] / "data" / f"v{request.param}.sqlite3", tmp_path / FILE_NAME)
    return tmp_path


def rows(path: Path, table: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return list(connection.execute(f"SELECT * FROM {table}"))  # noqa: S608 - own names


def version_of(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        found: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return found


def test_an_older_database_is_migrated_and_keeps_every_answer_its_history_and_its_drafts(first: Path) -> None:
    path = first / FILE_NAME
    before = {table: rows(path, table) for table in ("cases", "answers", "history", "drafts")}
    assert len(before["answers"]) > 190
    with closing(sqlite3.connect(path)) as old:
        drafted = old.execute("SELECT answers FROM drafts ORDER BY id").fetchall()
    store = CaseStore(first)
    assert version_of(path) == VERSION
    assert store.integrity() == "ok"
    for row in before["cases"]:
        assert store.title(int(str(row[0]))) == row[1]
    for case, question, value, unknown, note, evidence, *_ in before["answers"]:
        kept = store.answers(int(str(case)))[str(question)]
        assert kept.value == (None if value is None else json.loads(str(value)))
        assert (kept.unknown, kept.note) == (bool(unknown), note)
        assert list(kept.evidence) == json.loads(str(evidence))
    for _, case, question, _, after, at in before["history"]:
        past = store.steps.history(int(str(case)), str(question))
        whole = None if after is None else StoredAnswer.from_json(json.loads(str(after)))
        assert any(one.after == whole and one.at.isoformat(timespec="milliseconds") == at for one in past)
    assert store.drafts.last_answers(1) == json.loads(drafted[-1][0])
    last = store.drafts.last(1)
    assert last is not None
    assert last.filing_date == str(before["drafts"][-1][3])
    assert store.undo(1) == {}, "what was done before steps were kept is not taken back by itself"
    store.drafts.add(1, (draft(),), LAW)
    assert store.drafts.documents(1) >= {"motion"}


def test_a_sound_copy_is_there_before_a_database_is_migrated(first: Path) -> None:
    before, answers = version_of(first / FILE_NAME), rows(first / FILE_NAME, "answers")
    CaseStore(first).close()
    (copy,) = (first / "backups").iterdir()
    assert copy.name.startswith(f"before-version-{before + 1}-")
    assert rows(copy, "answers") == answers
    assert version_of(copy) == before
    CaseStore(first).close()
    assert len(list((first / "backups").iterdir())) == 1


def test_a_migration_that_fails_leaves_the_database_as_it_was(
    first: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, version = rows(first / FILE_NAME, "drafts"), version_of(first / FILE_NAME)
    monkeypatch.setattr(schema, "_THIRD", schema._THIRD + ";\nINSERT INTO nowhere VALUES (1)")
    with pytest.raises(sqlite.OperationalError, match="nowhere"):
        CaseStore(first)
    monkeypatch.undo()
    assert [row[:9] for row in rows(first / FILE_NAME, "drafts")] == [row[:9] for row in before]
    assert version_of(first / FILE_NAME) == version
    assert CaseStore(first).drafts.last(1) is not None
