"""A disk that may only be read, a drive pulled out, a file that the system holds: told, and nothing lost."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from disks import Disk
from library_dump import dump

from drafter.app.backups import restored
from drafter.app.checking import check, rescue
from drafter.app.library import Library
from drafter.errors import DrafterError, StoreError
from drafter.store.database import FILE_NAME

_PASSPHRASE = "correct horse"  # noqa: S105 - made up


def _save(library: Library) -> None:
    library.open_case(1).set_answer("offense.conduct", "A change.")


def _change_passphrase(library: Library) -> None:
    library.set_passphrase("another horse")


def _export(library: Library) -> None:
    library.transfer.export(1, library.folder.parent / "case.drafter")


@pytest.fixture(params=[False, True], ids=["plain", "encrypted"])
def library(disk: Disk, request: pytest.FixtureRequest) -> Library:
    library = Library(disk.place / "library")
    library.new_sample("complete")
    if request.param:
        library.set_passphrase(_PASSPHRASE)
    library.cases()
    return library


def unlocked(folder: Path) -> Library:
    library = Library(folder)
    if library.locked:
        library.unlock(_PASSPHRASE)
    return library


def told(work: Callable[[], object]) -> str:
    with pytest.raises(DrafterError) as fault:
        work()
    sentence = str(fault.value)
    assert sentence.endswith(".")
    assert sentence.count(". ") == sentence.count("\n") == 0
    return sentence


def test_a_disk_that_may_only_be_read_is_told_and_works_again_later(library: Library, disk: Disk) -> None:
    before = dump(library._store)
    library.close()
    whole = (library.folder / FILE_NAME).read_bytes()
    disk.let("ro")
    for work in (_save, _change_passphrase, _export, Library.back_up, Library.new, Library.reindex):
        assert "may only be read" in told(lambda work=work: work(library)), work  # type: ignore[misc]
    for beside in (lambda: rescue(library), lambda: restored(library.folder / FILE_NAME, library.folder)):
        assert "may only be read" in told(beside)
    library.close()
    assert (library.folder / FILE_NAME).read_bytes() == whole
    disk.let("rw")
    assert dump(library._store) == before
    _save(library)
    assert library.integrity() == "ok"
    library.close()


def test_a_library_that_can_only_be_read_is_read_in_every_way(library: Library, disk: Disk) -> None:
    assert library.integrity() == "ok"
    library.new("United States v. Roe")  # it waits to be indexed, which cannot be done any more
    before = dump(library._store)
    library.close()
    disk.let("ro")
    assert library.read_only
    assert dump(library._store) == before
    assert {line.movant for line in library.cases()} == {"", "Jordan Avery Doe"}
    assert [line.movant for line in library.cases("Otisville Exampleton")] == []
    assert [line.movant for line in library.cases("Exampleton")] == ["Jordan Avery Doe"]
    session = library.open_case(1)
    assert session.answers.stored("case.number")
    assert "Doe" in session.preview()
    assert check(library) == "ok"
    assert not library.wants_backup()
    assert library.uncounted(9) == [], "or they would be counted for ever"
    library.close()
    assert {path.name for path in library.folder.iterdir()} <= {FILE_NAME, "backups"}
    disk.let("rw")
    _save(library)
    library.close()


def test_a_log_that_cannot_be_taken_in_is_never_passed_over(library: Library, disk: Disk) -> None:
    library.close()
    path = library.folder / FILE_NAME
    path.with_name(f"{FILE_NAME}-wal").write_bytes(b"what the file lacks")
    disk.let("ro")
    assert "may only be read" in told(library.cases)
    disk.let("rw")


def test_a_library_of_an_older_version_is_not_brought_up_where_it_can_only_be_read(
    library: Library, disk: Disk
) -> None:
    library._store.database.connection.execute("PRAGMA user_version = 2")
    library.close()
    disk.let("ro")
    assert "of an older version of drafter and may only be read" in told(library.cases)
    disk.let("rw")


@pytest.fixture
def held(library: Library) -> Iterator[Path]:
    """The database where the system lets nobody write to it or replace it, though its folder is free."""
    library.close()
    path = library.folder / FILE_NAME
    subprocess.run(["mount", "--bind", str(path), str(path)], check=True)
    subprocess.run(["mount", "-o", "remount,bind,ro", str(path)], check=True)
    yield path
    library.close()
    subprocess.run(["umount", "--lazy", str(path)], check=True)


def test_a_file_that_may_only_be_read_is_told_and_can_still_be_read(library: Library, held: Path) -> None:
    before = dump(library._store)
    assert "may only be read" in told(lambda: _save(library))
    assert "may only be read" in told(lambda: _export(library)), "it notes what was handed over"
    assert dump(library._store) == before
    assert len(library.cases()) == 1
    assert library.back_up().exists()
    assert held.exists()


def test_a_new_passphrase_that_cannot_be_put_in_place_leaves_the_library_usable(
    library: Library, held: Path
) -> None:
    before, encrypted = dump(library._store), library.encrypted
    assert "cannot be opened" in told(lambda: _change_passphrase(library))
    assert library.encrypted == encrypted
    assert dump(library._store) == before, "it opens again with the key that it had"
    assert [path.name for path in held.parent.glob("*.new*")] == []


def test_a_drive_that_is_pulled_out_is_told_and_nothing_is_written_in_its_place(
    library: Library, disk: Disk
) -> None:
    session = library.open_case(1)
    session.set_answer("case.number", "2:16-cr-00111")
    before = dump(library._store)
    disk.pull_out()
    for work in (
        *(lambda: session.set_answer("case.number", "2:16-cr-00222"), library.back_up, library.new),
        *(lambda: _change_passphrase(library), lambda: library.purge(1)),
    ):
        assert "is not there any more, so nothing can be saved" in told(work)
    assert list(disk.place.iterdir()) == []
    disk.plug_in()
    assert dump(library._store) == before
    session.set_answer("case.number", "2:16-cr-00222")
    disk.pull_out()
    for other in (library.beside(), library.twin()):
        assert "is not there any more, so nothing can be saved" in told(other.back_up)
    assert list(disk.place.iterdir()) == [], "no empty library is begun in its place"
    disk.plug_in()
    again = unlocked(library.folder)
    assert again.open_case(1).answers.stored("case.number") == "2:16-cr-00222"
    assert again.integrity() == "ok"
    again.close()


def test_a_drive_that_is_pulled_out_and_back_as_another_file_is_told(library: Library, disk: Disk) -> None:
    session = library.open_case(1)
    path = library.folder / FILE_NAME
    copy = path.with_name("copy")
    copy.write_bytes(path.read_bytes())
    copy.replace(path)
    with pytest.raises(StoreError, match="was replaced by another program"):
        session.set_answer("case.number", "2:16-cr-00222")
    library.close()
    assert len(unlocked(library.folder).cases()) == 1
    assert disk.place.exists()
