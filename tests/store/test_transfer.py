"""One case goes out as one file and comes back whole; what is not whole is refused and changes nothing."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from library_dump import dump
from sqlcipher3 import dbapi2 as sqlite

from drafter.errors import BadInputError, DrafterError, StoreError, WrongPassphraseError
from drafter.store.case_records import DraftRecord, LawEdition
from drafter.store.cases import CaseStore
from drafter.store.database import VERSION
from drafter.store.handover import Handover
from drafter.store.header import salt_of
from drafter.store.keys import Key
from drafter.store.records import StoredAnswer
from drafter.store.transfer import contents_of, read_file

WORDS = ("Zyzzyva", "Qoppa", "Xylem")
OLD = Path(__file__).parents[1] / "data"


def opened(folder: Path) -> CaseStore:
    folder.mkdir()
    return CaseStore(folder)


def filled(store: CaseStore) -> int:
    """A case with something in every table."""
    case = store.create(f"{WORDS[0]} v. State", {"a.b": StoredAnswer(WORDS[1]), "e.f": StoredAnswer(3)})
    store.write(case, {"a.b": StoredAnswer(WORDS[2]), "c.d": StoredAnswer([{"x": 1}], note=WORDS[1])})
    store.write(case, {"e.f": StoredAnswer(4, evidence=({"exhibit": "B", "page": "12"},))})
    store.write(case, {"g.h": StoredAnswer(unknown=True, note="ask the Bureau")})
    store.undo(case)
    paper = DraftRecord("motion", "2026-11-25", final=False, path="x", sha256="0", docx=WORDS[0].encode())
    store.drafts.add(case, (paper,), LawEdition("d1", "2026-11-25", {"statute": "f1"}))
    store.attachments.add(case, WORDS[0], WORDS[1].encode() * 5000, "C")
    store.notes.add(case, "case", "sign-off", WORDS[2], WORDS[0])
    store.keep_half_typed(case, "a.b", WORDS[2])
    store.catalogue.tag(case, ("urgent", "Fall clinic"))
    store.catalogue.set_status(case, "filed")
    with store.database.transaction():
        store.versions.keep(case, "as filed", "named")
    return case


@pytest.fixture
def store(tmp_path: Path) -> CaseStore:
    return opened(tmp_path / "library")


@pytest.fixture
def file(store: CaseStore, tmp_path: Path) -> Path:
    target = tmp_path / "case.drafter"
    Handover(store).to_file(filled(store), target, None)
    return target


def changed(file: Path, *statements: str) -> Path:
    """The file as a stranger's program leaves it."""
    connection = sqlite.connect(file, isolation_level=None)
    for statement in statements:
        connection.execute(statement)
    connection.close()
    return file


def test_everything_of_a_case_comes_back_in_an_empty_library(
    store: CaseStore, file: Path, tmp_path: Path
) -> None:
    other = opened(tmp_path / "other")
    case = Handover(other).as_new(read_file(file))
    ours, theirs = dump(store), dump(other)
    for table in ("answers", "steps", "history", "versions", "drafts", "attachments", "notes", "tags"):
        assert ours[table], table
        assert ours[table] == theirs[table], table
    assert [row[: len(row) - 3] for row in ours["cases"]] == [row[: len(row) - 3] for row in theirs["cases"]]
    assert ours["half_typed"] == theirs["half_typed"]
    assert ours["law_editions"] == theirs["law_editions"]
    assert contents_of(store.database.connection, 1) == contents_of(other.database.connection, case)
    assert other.uid(case) == store.uid(1)
    assert other.redo(case) == {"g.h": StoredAnswer(unknown=True, note="ask the Bureau")}
    assert other.integrity() == "ok"


def test_the_version_that_was_handed_over_is_kept_on_both_sides(store: CaseStore, file: Path) -> None:
    here = store.versions.of(1)[0]
    assert (here.kind, here.uid) == ("handed over", read_file(file).versions[-1].uid)
    Handover(store).to_file(1, file, None)
    assert [one.kind for one in store.versions.of(1)].count("handed over") == 1, "nothing changed since"


def test_no_word_of_the_case_stands_in_an_encrypted_file(store: CaseStore, tmp_path: Path) -> None:
    case, target = filled(store), tmp_path / "out" / "case.drafter"
    target.parent.mkdir()
    Handover(store).to_file(case, target, Key.derived("correct horse"))
    assert [path.name for path in target.parent.iterdir()] == [target.name], "nothing else is left behind"
    content = target.read_bytes()
    assert not any(word.encode() in content for word in (*WORDS, "SQLite format", "a.b"))
    assert read_file(target, Key.derived("correct horse", salt_of(target))).uid == store.uid(case)
    with pytest.raises(WrongPassphraseError, match="does not open"):
        read_file(target, Key.derived("wrong horse", salt_of(target)))
    with pytest.raises(WrongPassphraseError, match="encrypted"):
        read_file(target)


def test_reading_a_file_writes_nothing_to_it_and_nothing_beside_it(file: Path) -> None:
    changed(file, "PRAGMA journal_mode = WAL")
    file.with_name(file.name + "-wal").write_bytes(b"of another file")
    before, beside = file.read_bytes(), sorted(file.parent.iterdir())
    read_file(file)
    assert file.read_bytes() == before
    assert sorted(file.parent.iterdir()) == beside


def test_a_file_of_an_older_schema_is_migrated_as_a_copy(tmp_path: Path) -> None:
    given = tmp_path / "old.drafter"
    shutil.copy(OLD / "v1.sqlite3", given)
    contents = read_file(given)
    assert contents.title.startswith("United States v. Doe")
    assert len(contents.answers) > 100
    assert contents.uid, "it gets an identity"
    assert given.read_bytes() == (OLD / "v1.sqlite3").read_bytes()
    assert [path.name for path in tmp_path.iterdir()] == ["old.drafter"]


def test_a_newer_file_and_one_of_several_cases_are_refused(file: Path, tmp_path: Path) -> None:
    several = tmp_path / "several.drafter"
    shutil.copy(OLD / "v2.sqlite3", several)
    with pytest.raises(BadInputError, match="more than one case"):
        read_file(several)
    with pytest.raises(StoreError, match="newer"):
        read_file(changed(file, f"PRAGMA user_version = {VERSION + 1}"))


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TRIGGER t AFTER INSERT ON answers BEGIN DELETE FROM answers; END",
        "CREATE VIEW v AS SELECT * FROM answers",
        "UPDATE answers SET value = '{' WHERE question = 'a.b'",
        "UPDATE answers SET value = '\"\\ud800\"' WHERE question = 'a.b'",
        "UPDATE answers SET evidence = '[{}]' WHERE question = 'a.b'",
        "UPDATE history SET after = '7' WHERE question = 'a.b'",
        "UPDATE steps SET at = 'yesterday'",
        "UPDATE versions SET made = '2026-11-25T10:00:00'",
        "UPDATE versions SET answers = '[]'",
        "UPDATE drafts SET filing_date = '2026-13-01'",
        "UPDATE attachments SET content = x'00'",
        "UPDATE notes SET uid = '../../x'",
        "UPDATE cases SET uid = ''' OR 1'",
        "DROP TABLE notes",
        "DELETE FROM law_editions",
    ],
)
def test_a_file_with_a_piece_that_cannot_be_one_is_refused_or_read_without_it(
    file: Path, tmp_path: Path, statement: str
) -> None:
    other = opened(tmp_path / "other")
    before = dump(other)
    changed(file, "PRAGMA foreign_keys = OFF", statement)
    if statement.startswith("DELETE"):
        case = Handover(other).as_new(read_file(file))
        assert other.drafts.last(case) is not None
        return
    with pytest.raises(DrafterError, match="damaged"):
        Handover(other).as_new(read_file(file))
    assert dump(other) == before


def test_what_is_already_at_the_place_stays_where_writing_fails(
    store: CaseStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    case, target = filled(store), tmp_path / "case.drafter"
    target.write_bytes(b"old")
    before = dump(store)
    monkeypatch.setattr("drafter.store.transfer.read_file", lambda *_: None)
    with pytest.raises(StoreError, match="not sound"):
        Handover(store).to_file(case, target, None)
    assert target.read_bytes() == b"old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["case.drafter", "library"]
    assert dump(store) == before, "the version of a handing over that failed is not kept"


def test_the_same_case_as_another_case_shares_no_identity(store: CaseStore, file: Path) -> None:
    contents = read_file(file)
    case = Handover(store).as_new(contents)
    twin = contents_of(store.database.connection, case)
    assert twin.uid != contents.uid
    assert not {one.uid for one in twin.versions} & {one.uid for one in contents.versions}
    assert twin.answers == contents.answers
    assert len(twin.versions) == len(contents.versions)
    assert [draft.docx for draft in twin.drafts] == [draft.docx for draft in contents.drafts]


def test_an_identity_that_another_case_has_is_not_taken_from_it(store: CaseStore, file: Path) -> None:
    contents = read_file(file)
    changed(file, "UPDATE cases SET uid = 'stranger-1'")
    case = Handover(store).as_new(read_file(file))
    assert store.uid(case) == "stranger-1"
    assert [one.uid for one in reversed(store.versions.of(1))] == [one.uid for one in contents.versions]
    assert len(store.versions.of(case)) == len(contents.versions)
