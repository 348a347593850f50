"""The disk fills up in the middle of any work: one sentence, nothing lost, and later it goes on."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from disks import Disk
from library_dump import dump
from sqlcipher3 import dbapi2 as sqlite

from drafter.app.backups import restored
from drafter.app.checking import rescue
from drafter.app.library import Library
from drafter.app.my_words import NAME as WORDS
from drafter.app.my_words import MyWords
from drafter.app.receipts import purged
from drafter.errors import DrafterError, StoreError
from drafter.store.database import FILE_NAME
from drafter.store.header import PLAIN_HEADER

_DATA = Path(__file__).parents[1] / "data"
_PASSPHRASE = "correct horse"  # noqa: S105 - made up
#: Bytes that are free: from none on, twice as many each time; in between too, where a work is quick.
_ROOMS = (0, *(1 << power for power in range(12, 23)))
_CLOSE = sorted({*_ROOMS, *range(0, 1 << 19, 10 << 12)})


def _save(library: Library, _: Path) -> None:
    library.open_case(1).set_answer("offense.conduct", "word " * 10_000)


def _back_up(library: Library, _: Path) -> None:
    library.back_up()


def _export(library: Library, _: Path) -> None:
    library.transfer.export(1, library.folder.parent / "case.drafter", _PASSPHRASE)


def _export_open(library: Library, _: Path) -> None:
    library.transfer.export(1, library.folder.parent / "case.json")


def _import(library: Library, outside: Path) -> None:
    library.transfer.add(library.transfer.read(outside / "back.drafter"))


def _merge(library: Library, outside: Path) -> None:
    file = library.transfer.read(outside / "back.drafter")
    plan = library.transfer.plan(file)
    library.transfer.merge(file, plan, {one.question: "there" for one in plan.conflicts})


def _purge(library: Library, _: Path) -> None:
    purged(library, 2)


def _change_passphrase(library: Library, _: Path) -> None:
    library.set_passphrase("another horse")


def _remove_passphrase(library: Library, _: Path) -> None:
    library.set_passphrase(None)


def _draft(library: Library, _: Path) -> None:
    session = library.open_case(1)
    session.draft(library.folder.parent / "papers", documents=session.documents())


def _attach(library: Library, outside: Path) -> None:
    library.open_case(1).kept_papers.attach(outside / "letter.pdf")


def _keep_firm(library: Library, _: Path) -> None:
    library.keep_firm(1)


def _keep_word(library: Library, _: Path) -> None:
    MyWords(library.kept_text(WORDS)).add("quillfeather")


def _restore(library: Library, _: Path) -> None:
    restored(library.back_up(), library.folder, library.key)


def _rescue(library: Library, _: Path) -> None:
    rescue(library)


def _find(library: Library, _: Path) -> None:
    library.reindex()


_WORKS = (
    *(_save, _back_up, _export, _export_open, _import, _merge, _purge, _change_passphrase),
    *(_remove_passphrase, _draft, _attach, _keep_firm, _keep_word, _restore, _rescue, _find),
)


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    """A folder on another disk."""
    folder = tmp_path / "outside"
    folder.mkdir()
    (folder / "letter.pdf").write_bytes(os.urandom(400_000))
    return folder


@pytest.fixture
def library(disk: Disk, outside: Path) -> Library:
    """A library on the small disk; its first case has come back changed from another one."""
    library = Library(disk.place / "library")
    library.new_sample("complete")
    library.new("Roe")
    library.transfer.export(1, outside / "gone.drafter")
    other = Library(outside / "other")
    other.transfer.add(other.transfer.read(outside / "gone.drafter"))
    for session, number in ((library.open_case(1), "111"), (other.open_case(1), "222")):
        session.set_answer("case.number", f"2:16-cr-00{number}")
    other.transfer.export(1, outside / "back.drafter")
    other.close()
    return library


def held(library: Library) -> dict[str, list[tuple[Any, ...]]]:
    """Everything in the library; which cases wait for the search index is no one's loss."""
    return {**dump(library._store), "unsearched": []}


def files(disk: Disk) -> set[str]:
    """Every file on the disk but what SQLite keeps beside an open library, and finished papers."""
    found = {str(one.relative_to(disk.place)) for one in disk.place.rglob("*") if one.is_file()}
    beside = {"filler", f"library/{FILE_NAME}-wal", f"library/{FILE_NAME}-shm"}
    return {name for name in found - beside if not name.startswith("papers/") or name.endswith(".part")}


def insist_on_a_sentence(told: str) -> None:
    """What a person reads is one sentence: what, why, what to do."""
    assert " is full, so " in told or "No space left on device" in told, told
    assert told.endswith("."), told
    assert told.count(". ") == told.count("\n") == 0, told
    assert ".unfinished" not in told, told


def tried(work: Callable[[Library, Path], object], library: Library, outside: Path) -> str:
    """Do the work; return the sentence that it ends with, nothing where it is done."""
    try:
        work(library, outside)
    except DrafterError as fault:
        return str(fault)
    return ""


@pytest.mark.parametrize("secret", [False, True])
@pytest.mark.parametrize("work", _WORKS)
def test_a_full_disk_is_told_and_loses_nothing(
    work: Callable[[Library, Path], object], secret: bool, library: Library, disk: Disk, outside: Path
) -> None:
    if secret:
        library.set_passphrase(_PASSPHRASE)
    library.cases()
    before, there = held(library), files(disk)
    refused = 0
    for room in _ROOMS if work is _draft else _CLOSE:
        disk.leave(room)
        told = tried(work, library, outside)
        if not told:
            break
        refused += 1
        insist_on_a_sentence(told)
        assert held(library) == before, room
        assert files(disk) == there, room
    assert not told, "the disk had room in the end"
    assert refused, "the disk was never full"
    assert library.integrity() == "ok"
    disk.free()
    library.open_case(1).set_answer("offense.conduct", "Once there is room.")
    library.close()


def test_backups_without_room_are_named_and_encrypted_when_there_is_some(
    library: Library, disk: Disk
) -> None:
    library._store.attachments.add(2, "scan", os.urandom(1_500_000))
    backup = library.back_up()  # far larger than the library will be
    library.purge(2)
    for room in range(1 << 18, 1 << 22, 1 << 16):
        disk.leave(room)
        told = ""
        try:
            library.set_passphrase(_PASSPHRASE)
        except StoreError as fault:
            told = str(fault)
        assert library.encrypted == ("these backups are not" in told), room
        if library.encrypted:
            break
    assert backup.name in told
    assert [one.name for one in disk.place.rglob("*.new*")] == []
    assert backup.read_bytes().startswith(PLAIN_HEADER), "it was never written in part"
    library.close()
    disk.free()
    assert library.cases()
    assert not backup.read_bytes().startswith(PLAIN_HEADER)
    library.close()


def test_a_kit_that_has_no_room_is_not_written_in_part(disk: Disk, outside: Path) -> None:
    library = Library(outside / "library")
    session = library.open_case(library.new_sample("complete"))
    papers, kept = disk.place / "papers", len(session.versions())
    session.draft(papers)
    (first,) = papers.glob("*.docx")
    session.set_answer("offense.conduct", "Something else.")
    for room in _ROOMS:
        disk.leave(room)
        told = tried(lambda *_: session.draft(papers, documents=session.documents()), library, outside)
        if not told:
            break
        insist_on_a_sentence(told)
        assert list(papers.glob("*.docx")) == [first], room
    assert not told
    written = {path.name for path in papers.glob("*.docx")}
    assert len(written) > 10
    assert not any(" 2 (DRAFT)" in name or "(DRAFT) 2" in name for name in written)
    assert len(session.versions()) == kept + 2
    library.close()


@pytest.mark.parametrize("version", [1, 2])
def test_a_migration_without_room_leaves_the_old_database_as_it_was(disk: Disk, version: int) -> None:
    folder = disk.place / "library"
    folder.mkdir()
    shutil.copy(_DATA / f"v{version}.sqlite3", folder / FILE_NAME)
    whole = (folder / FILE_NAME).stat().st_size
    refused = 0
    for room in (*_ROOMS, 3 * whole):
        disk.leave(room)
        library = Library(folder)
        told = tried(lambda one, _: one.integrity(), library, folder)
        if not told:
            break
        refused += 1
        insist_on_a_sentence(told)
        disk.free()
        with closing(sqlite.connect(f"file:{folder / FILE_NAME}?mode=ro", uri=True)) as old:
            assert old.execute("PRAGMA user_version").fetchone() == (version,), room
            assert old.execute("PRAGMA integrity_check").fetchone() == ("ok",), room
    assert refused
    assert library.integrity() == "ok"
    assert len(library.open_case(1).answers) > 190
    library.close()
    assert not [path for path in folder.rglob("*") if ".unfinished" in path.name]
