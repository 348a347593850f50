"""A library under a passphrase: everything of it, its backups and what is kept beside the cases included."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from drafter.app.backups import Backups, kept_of, restored
from drafter.app.library import Library
from drafter.app.my_words import NAME as WORDS
from drafter.app.my_words import MyWords
from drafter.errors import BadInputError, StoreError, WrongPassphraseError
from drafter.store.database import FILE_NAME

FIRST, SECOND = "correct horse", "battery staple – ünï"
#: Words of the sample and of what is kept beside it.
TELLING = (b"Jordan", b"304-555-0142", b"nephrology", b"quillfeather")


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library(tmp_path / "library")


def telling(folder: Path) -> list[str]:
    """The files in which a word of an answer stands."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return sorted(path.name for path in files if any(word in path.read_bytes() for word in TELLING))


def test_nothing_of_a_case_is_readable_in_any_file_once_there_is_a_passphrase(library: Library) -> None:
    case = library.new_sample("complete")
    library.keep_firm(case)
    MyWords(library.kept_text(WORDS)).add("quillfeather")
    backup = library.back_up()
    assert {backup.name, "firm.json", WORDS} <= set(telling(library.folder))
    answers = dict(library.open_case(case).answers)
    library.set_passphrase(FIRST)
    assert telling(library.folder) == []
    library.back_up()
    library.open_case(case).set_answer("movant.aliases", "Jordan Roe")
    assert telling(library.folder) == []
    library.lock()
    assert telling(library.folder) == []
    assert library.locked
    again = Library(library.folder)
    again.unlock(FIRST)
    assert dict(again.open_case(case).answers) | {"movant.aliases": None} == answers | {
        "movant.aliases": None
    }
    assert set(again.firm.answers()) > {"counsel.name"}
    assert "quillfeather" in MyWords(again.kept_text(WORDS)).words()
    assert [line.id for line in again.cases("jordan roe")] == [case]
    again.set_passphrase(None)
    assert {"firm.json", WORDS} <= set(telling(library.folder))
    assert set(again.firm.answers()) > {"counsel.name"}
    again.close()


def test_a_wrong_passphrase_opens_nothing_and_the_right_one_does_afterwards(library: Library) -> None:
    case = library.new("Doe")
    library.set_passphrase(SECOND)
    library.close()
    again = Library(library.folder)
    assert (again.locked, again.encrypted) == (True, True)
    for wrong in (FIRST, "", SECOND.upper()):
        with pytest.raises(WrongPassphraseError, match="does not open"):
            again.unlock(wrong)
        assert again.locked
    again.unlock(SECOND)
    assert [line.id for line in again.cases()] == [case]
    again.close()


def test_every_backup_follows_the_passphrase_and_one_that_cannot_is_named(library: Library) -> None:
    library.new("Doe")
    first = library.back_up()
    library.set_passphrase(FIRST)
    second = library.back_up()
    stranger = first.with_name("drafter-20200101T000000Z.sqlite")
    stranger.write_bytes(b"no database" * 1000)
    with pytest.raises(StoreError, match=stranger.name):
        library.set_passphrase(SECOND)
    assert library.cases()
    library.close()
    for backup in (first, second):
        shutil.copy(backup, library.folder / "copy.sqlite")
        folder = restored(backup, library.folder)
        opened = Library(folder)
        opened.unlock(SECOND)
        assert [line.title for line in opened.cases()] == ["Doe"]
        opened.close()


def test_a_file_left_from_before_is_taken_into_the_encrypted_library(library: Library) -> None:
    library.new("Doe")
    library.set_passphrase(FIRST)
    (library.folder / WORDS).write_text("quillfeather\n", encoding="utf-8")
    assert "quillfeather" in MyWords(library.kept_text(WORDS)).words()
    assert not (library.folder / WORDS).exists()
    assert telling(library.folder) == []
    library.close()


def test_a_text_that_cannot_be_read_stops_it_before_anything_is_changed(library: Library) -> None:
    library.new("Doe")
    (library.folder / WORDS).write_bytes(b"\xff\xfe\xff")
    with pytest.raises(BadInputError, match=WORDS):
        library.set_passphrase(FIRST)
    assert not library.encrypted
    library.close()


def test_backups_are_thinned_to_the_newest_one_a_day_and_one_a_month(library: Library) -> None:
    folder = library.folder / "backups"
    folder.mkdir(parents=True)
    for month in range(1, 13):
        for day in range(1, 29):
            for hour in (8, 16):
                (folder / f"drafter-2026{month:02}{day:02}T{hour:02}0000Z.sqlite").touch()
    every = Backups(library.folder).all()
    kept = kept_of(every)
    assert kept[:10] == every[:10]
    assert len(kept) == 10 + 25 + 10
    assert {one.made.month for one in kept} == set(range(1, 13))
    library.new("Doe")
    made = library.back_up()
    assert made in {one.path for one in Backups(library.folder).all()}
    assert len(Backups(library.folder).all()) == len(kept) + 1


def test_a_backup_is_restored_beside_the_library_and_nothing_of_it_is_touched(library: Library) -> None:
    case = library.new_sample("complete")
    backup = library.back_up()
    library.purge(case)
    before = (library.folder / FILE_NAME).read_bytes()
    folder = restored(backup, library.folder)
    assert folder.parent == library.folder.parent
    opened = Library(folder)
    assert [line.id for line in opened.cases()] == [case]
    opened.close()
    assert restored(backup, library.folder) != folder
    assert (library.folder / FILE_NAME).read_bytes() == before
    wrong = library.folder / "no backup.sqlite"
    wrong.write_bytes(b"x" * 700)
    with pytest.raises(BadInputError, match="is no backup of drafter"):
        restored(wrong, library.folder)
    library.close()
