"""Backups and rescues are whole or not there, encrypted ones too; what a power cut left is cleared up."""

from __future__ import annotations

import os
import shutil
import time
from pathlib import Path

import pytest

from drafter.app.backups import Backups, restored
from drafter.app.checking import check, rescue
from drafter.app.library import Library
from drafter.errors import StoreError, WrongPassphraseError
from drafter.store.abandoned import AGE
from drafter.store.database import FILE_NAME
from drafter.store.header import PLAIN_HEADER
from drafter.store.keys import Key

_PASSPHRASE = "correct horse"  # noqa: S105 - made up
_PAGE = 4096


@pytest.fixture
def encrypted(tmp_path: Path) -> Library:
    """An encrypted library of forty cases and the complete sample."""
    library = Library(tmp_path / "library")
    for number in range(40):
        library.new(f"Case {number}")
    library.new_sample("complete")
    library.set_passphrase(_PASSPHRASE)
    return library


def damaged(path: Path) -> bytes:
    """Overwrite two pages in the middle of the file and return what it holds then."""
    whole = bytearray(path.read_bytes())
    middle = len(whole) // 2 // _PAGE * _PAGE
    whole[middle : middle + 2 * _PAGE] = b"\xff" * 2 * _PAGE
    path.write_bytes(whole)
    return bytes(whole)


def beside(library: Library) -> list[str]:
    """The folders that lie beside the library."""
    return sorted(path.name for path in library.folder.parent.iterdir() if path != library.folder)


def unlocked(folder: Path) -> Library:
    library = Library(folder)
    with pytest.raises(WrongPassphraseError):
        library.unlock("wrong horse")
    library.unlock(_PASSPHRASE)
    return library


def test_an_encrypted_backup_is_restored_under_its_own_passphrase(encrypted: Library) -> None:
    backup = encrypted.back_up()
    encrypted.new("later")
    folder = restored(backup, encrypted.folder, encrypted.key)
    assert beside(encrypted) == [folder.name]
    other = unlocked(folder)
    assert len(other.cases()) == 41
    assert other.integrity() == "ok"
    assert dict(other.open_case(41).answers) == dict(encrypted.open_case(41).answers)
    assert len(encrypted.cases()) == 42
    other.close()
    encrypted.close()


def test_a_damaged_encrypted_backup_is_refused_and_leaves_no_folder(encrypted: Library) -> None:
    backup = encrypted.back_up()
    damaged(backup)
    with pytest.raises(StoreError, match="damaged"):
        restored(backup, encrypted.folder, encrypted.key)
    assert beside(encrypted) == []
    encrypted.close()


def test_what_can_be_read_of_a_damaged_encrypted_library_is_rescued_encrypted(encrypted: Library) -> None:
    encrypted.close()
    before = damaged(encrypted.folder / FILE_NAME)
    assert check(encrypted) != "ok"
    made = rescue(encrypted)
    encrypted.close()
    assert (encrypted.folder / FILE_NAME).read_bytes() == before, "the damaged library stays as it is"
    assert not (made.folder / FILE_NAME).read_bytes().startswith(PLAIN_HEADER)
    other = unlocked(made.folder)
    assert len(other.cases()) == made.counts["cases"] >= 40
    assert other.integrity() == "ok"
    other.close()


def test_a_restore_that_fails_leaves_no_folder(encrypted: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    backup = encrypted.back_up()

    def full(*_: object) -> None:
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr("drafter.app.backups.shutil.copyfile", full)
    with pytest.raises(StoreError, match="is full, so"):
        restored(backup, encrypted.folder)
    assert beside(encrypted) == []
    encrypted.close()


def test_only_what_is_old_is_taken_for_abandoned(encrypted: Library) -> None:
    encrypted.back_up()
    left = [
        encrypted.folder / "backups" / "drafter-20260101T000000Z.sqlite.unfinished",
        encrypted.folder / ".drafter-abc.part",
        encrypted.folder.with_name("library restored 2026-01-01.unfinished"),
        encrypted.folder.with_name("library rescued.unfinished"),
    ]
    for path in left[:2]:
        path.write_bytes(b"half")
    for path in left[2:]:
        path.mkdir()
        (path / FILE_NAME).write_bytes(b"half")
    encrypted.close()
    assert encrypted.cases()
    assert all(path.exists() for path in left), "another program may be writing them"
    before = time.time() - AGE - 60
    for path in left:
        for one in (*path.glob("*"), path):
            os.utime(one, (before, before))
    kept = encrypted.folder.with_name("library restored 2026-01-02")
    kept.mkdir()
    os.utime(kept, (before, before))
    encrypted.close()
    assert encrypted.cases()
    assert not any(path.exists() for path in left)
    assert beside(encrypted) == [kept.name]
    encrypted.close()


def test_plain_backups_that_a_power_cut_left_are_encrypted_at_the_next_opening(encrypted: Library) -> None:
    plain = Library(encrypted.folder.with_name("plain"))
    plain.new("Doe")
    backup = plain.back_up()
    plain.close()
    (encrypted.folder / "backups").mkdir(exist_ok=True)
    shutil.copy(backup, encrypted.folder / "backups" / "drafter-20260101T000000Z.sqlite")
    (encrypted.folder / f"{FILE_NAME}.new").write_bytes(PLAIN_HEADER)
    encrypted.close()
    assert encrypted.cases()
    assert Backups(encrypted.folder).plain() == []
    assert not (encrypted.folder / f"{FILE_NAME}.new").exists()
    other = unlocked(restored(Backups(encrypted.folder).all()[-1].path, encrypted.folder))
    assert [line.title for line in other.cases()] == ["Doe"]
    other.close()
    encrypted.close()


def test_what_another_program_is_writing_anew_is_left_to_it(encrypted: Library) -> None:
    from drafter.store.cases import CaseStore

    store = CaseStore(
        encrypted.folder, Key.derived(_PASSPHRASE, encrypted.key.salt if encrypted.key else None)
    )
    store.database.connection.execute("BEGIN IMMEDIATE")
    new = encrypted.folder / f"{FILE_NAME}.new"
    new.write_bytes(b"half")
    encrypted.close()
    assert encrypted.line(1) is not None
    assert new.exists()
    store.database.connection.execute("ROLLBACK")
    store.close()
    encrypted.close()
