"""An encrypted library shows no word of an answer in any file, and opens with its passphrase alone."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as sqlite

from drafter.errors import StoreError, WrongPassphraseError
from drafter.store.case_records import DraftRecord
from drafter.store.cases import CaseStore
from drafter.store.copies import back_up, put_in_place, write_under
from drafter.store.database import FILE_NAME
from drafter.store.header import salt_of
from drafter.store.keys import Key
from drafter.store.records import StoredAnswer

WORDS = ("Zyzzyva", "Qoppa", "Xylem")


@pytest.fixture(scope="module")
def key() -> Key:
    return Key.derived("correct horse")


def filled(store: CaseStore) -> int:
    case = store.create(f"{WORDS[0]} v. State", {"a.b": StoredAnswer(WORDS[1])})
    store.write(case, {"a.b": StoredAnswer(WORDS[2]), "c.d": StoredAnswer("x", note=WORDS[1])})
    paper = DraftRecord("motion", "2026-11-25", final=False, path="x", sha256="0", docx=WORDS[0].encode())
    store.drafts.add(case, (paper,))
    store.attachments.add(case, WORDS[0], WORDS[1].encode() * 5000)
    store.notes.add(case, "case", "note", WORDS[2], WORDS[0])
    store.keep_half_typed(case, "a.b", WORDS[2])
    return case


def told_in(folder: Path) -> list[str]:
    """The files under ``folder`` in which one of the words stands."""
    return [
        path.name
        for path in folder.rglob("*")
        if path.is_file() and any(word.encode() in path.read_bytes() for word in WORDS)
    ]


def test_no_word_stands_in_any_file_while_open_and_closed(tmp_path: Path, key: Key) -> None:
    store = CaseStore(tmp_path, key)
    case = filled(store)
    back_up(store.database, tmp_path / "backup.sqlite")
    assert {path.name for path in tmp_path.iterdir()} >= {FILE_NAME, f"{FILE_NAME}-wal", "backup.sqlite"}
    assert told_in(tmp_path) == []
    store.close()
    assert told_in(tmp_path) == []
    again = CaseStore(tmp_path, Key.derived("correct horse", salt_of(tmp_path / FILE_NAME)))
    assert again.answers(case)["a.b"] == StoredAnswer(WORDS[2])
    assert again.attachments.content(case, 1) == WORDS[1].encode() * 5000
    again.close()
    (tmp_path / "plain").mkdir()
    plain = CaseStore(tmp_path / "plain")
    filled(plain)
    assert told_in(tmp_path / "plain"), "the search for words finds them where they are plain"


@pytest.mark.parametrize("wrong", ["Correct horse", "correct horse ", "", "x" * 10_000, "\0"])
def test_a_wrong_passphrase_says_so_and_changes_nothing(tmp_path: Path, key: Key, wrong: str) -> None:
    CaseStore(tmp_path, key).close()
    before = (tmp_path / FILE_NAME).read_bytes()
    with pytest.raises(WrongPassphraseError, match="does not open"):
        CaseStore(tmp_path, Key.derived(wrong, salt_of(tmp_path / FILE_NAME)))
    with pytest.raises(WrongPassphraseError, match="give its passphrase"):
        CaseStore(tmp_path)
    assert (tmp_path / FILE_NAME).read_bytes() == before


def test_any_program_with_sqlcipher_opens_it_with_the_passphrase(tmp_path: Path, key: Key) -> None:
    store = CaseStore(tmp_path, key)
    filled(store)
    store.close()
    with sqlite.connect(tmp_path / FILE_NAME) as connection:
        connection.execute("PRAGMA key = 'correct horse'")
        assert connection.execute("SELECT count(*) FROM cases").fetchone() == (1,)


def test_the_same_content_goes_under_another_key_and_back(tmp_path: Path, key: Key) -> None:
    store = CaseStore(tmp_path)
    case = filled(store)
    answers = store.answers(case)
    for new_key in (key, Key.derived("another"), None):
        write_under(store.database, tmp_path / "new", new_key)
        put_in_place(store.database, tmp_path / "new")
        assert (told_in(tmp_path) == []) == (new_key is not None)
        assert not (tmp_path / "new").exists()
        store = CaseStore(tmp_path, new_key)
        assert store.integrity() == "ok"
        assert store.answers(case) == answers
        assert store.undo(case)
        assert store.redo(case)


def test_a_damaged_encrypted_file_is_told_and_not_changed(tmp_path: Path, key: Key) -> None:
    store = CaseStore(tmp_path, key)
    filled(store)
    store.close()
    path = tmp_path / FILE_NAME
    content = bytearray(path.read_bytes())
    content[5000] ^= 1
    path.write_bytes(bytes(content))
    try:
        damaged = CaseStore(tmp_path, key)
    except StoreError as fault:
        told = str(fault)
    else:
        told = damaged.integrity()
        damaged.close()
    assert re.search("cannot be read|malformed|damaged", told)
    assert path.read_bytes() == bytes(content)
