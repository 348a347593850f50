"""What is left of a damaged library, plain or encrypted, comes out; backups keep their passphrase."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from drafter.__main__ import main
from drafter.app.backups import restored, under_another
from drafter.app.checking import check, rescue
from drafter.app.library import Library
from drafter.errors import WrongPassphraseError
from drafter.store import mending
from drafter.store.cases import CaseStore
from drafter.store.database import FILE_NAME, Database
from drafter.store.header import PLAIN_HEADER
from drafter.store.records import StoredAnswer

_PASSPHRASE = "correct horse"  # noqa: S105 - made up
_PAGE = 4096
_CASES = 60
#: The first byte of a page at the outer end of a tree without row numbers, as that of the answers is
#: (https://www.sqlite.org/fileformat.html § 1.6).
_INDEX_LEAF = 10


@pytest.fixture(params=[False, True], ids=["plain", "encrypted"])
def library(request: pytest.FixtureRequest, tmp_path: Path) -> Library:
    library = Library(tmp_path / "library")
    for number in range(_CASES):
        case = library.new(f"Case {number}")
        library.open_case(case).set_answer("offense.conduct", f"{number} " * 400)
    library.new_sample("complete")
    if request.param:
        library.set_passphrase(_PASSPHRASE)
    library.close()
    return library


def flipped(path: Path, pages: int, seed: int) -> bytes:
    """Change one bit in each of so many pages, never in the first, and return what the file holds then."""
    pick = random.Random(seed)  # noqa: S311 - not for secrets
    whole = bytearray(path.read_bytes())
    for page in pick.sample(range(1, len(whole) // _PAGE), pages):
        whole[page * _PAGE + pick.randrange(_PAGE)] ^= 1 << pick.randrange(8)
    path.write_bytes(whole)
    return bytes(whole)


@pytest.mark.parametrize("seed", range(12))
def test_bits_flipped_at_random_cost_no_more_than_their_pages(library: Library, seed: int) -> None:
    path = library.folder / FILE_NAME
    whole = flipped(path, pages=1 + seed % 4, seed=seed)
    if library.encrypted:
        library.unlock(_PASSPHRASE)
        assert check(library) != "ok", "every flipped bit of an encrypted page is seen"
    made = rescue(library)
    library.close()
    assert path.read_bytes() == whole, "the damaged library stays as it is"
    other = Library(made.folder)
    if library.encrypted:
        assert not (made.folder / FILE_NAME).read_bytes().startswith(PLAIN_HEADER)
        with pytest.raises(WrongPassphraseError):
            other.unlock("wrong horse")
        other.unlock(_PASSPHRASE)
    assert other.integrity() == "ok"
    assert len(other.cases()) == made.counts["cases"] > _CASES // 2
    assert made.counts["answers"] > 100 or made.counts["history"] > 50, "a root page takes one table alone"
    other.close()


@pytest.mark.parametrize("library", [False], indirect=True, ids=["plain"])
def test_what_lies_between_two_damaged_places_comes_through(library: Library) -> None:
    path = library.folder / FILE_NAME
    whole = bytearray(path.read_bytes())
    for number in (10, 50):
        for start in range(_PAGE, len(whole), _PAGE):
            leaf = whole[start] == _INDEX_LEAF
            if leaf and f"{number} {number} {number} ".encode() in whole[start : start + _PAGE]:
                whole[start : start + _PAGE] = b"\xff" * _PAGE
    path.write_bytes(whole)
    made = rescue(library)
    library.close()
    other = Library(made.folder)
    there = [number for number in range(_CASES) if "offense.conduct" in other._store.answers(number + 1)]
    assert set(there) > {*range(5), *range(20, 40), *range(55, _CASES)}
    assert not {10, 50} & set(there)
    other.close()


def test_changes_whose_steps_cannot_be_read_do_not_stop_a_rescue(library: Library) -> None:
    if library.encrypted:
        library.unlock(_PASSPHRASE)
    database = library._store.database
    database.connection.execute("PRAGMA foreign_keys = OFF")
    database.connection.execute("DELETE FROM steps WHERE case_id = 1")
    database.connection.execute("DELETE FROM cases WHERE id = 2")
    made = rescue(library)
    library.close()
    other = Library(made.folder)
    if other.locked:
        other.unlock(_PASSPHRASE)
    assert other.integrity() == "ok"
    assert other._store.steps.history(1, "offense.conduct") == []
    assert len(other._store.answers(1)) == 1
    assert len(other.cases()) == _CASES
    other.close()


def test_a_rescue_is_of_one_moment_though_another_program_writes(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = None
    if library.encrypted:
        library.unlock(_PASSPHRASE)
        key = library.key
    copy = mending._copy

    def copy_slowly(damaged: mending._Damaged, new: Database, table: str) -> None:
        copy(damaged, new, table)
        if table == "answers":
            store = CaseStore(library.folder, key)
            store.write(1, {"offense.conduct": StoredAnswer("Written meanwhile.")})
            store.close()

    monkeypatch.setattr(mending, "_copy", copy_slowly)
    made = rescue(library)
    library.close()
    other = Library(made.folder)
    if other.locked:
        other.unlock(_PASSPHRASE)
    answer = other._store.answers(1)["offense.conduct"]
    assert [one.after for one in other._store.steps.history(1, "offense.conduct")] == [answer]
    other.close()


def test_a_backup_opens_with_the_passphrase_of_its_day_and_says_so(
    data_dir: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    library = Library(data_dir)
    library.new("Doe")
    library.set_passphrase("old horse")
    backup = tmp_path / "copied elsewhere.sqlite"
    library.back_up().rename(backup)
    library.set_passphrase(_PASSPHRASE)
    kept = library.back_up()
    assert not under_another(restored(kept, library.folder, library.key), library.folder)
    library.close()
    secret = tmp_path / "secret.txt"
    secret.write_text(_PASSPHRASE, encoding="utf-8")
    monkeypatch.setenv("DRAFTER_PASSPHRASE_FILE", str(secret))
    assert main(["restore", str(backup)]) == 0
    told = capsys.readouterr().out
    assert "It opens with the passphrase that was in use when the backup was made." in told
    beside = data_dir.parent.glob(f"{data_dir.name} restored *")
    folder = next(path for path in beside if under_another(path, data_dir))
    assert main(["cases", "--data-dir", str(folder)]) == 2
    assert "does not open" in capsys.readouterr().err
    secret.write_text("old horse", encoding="utf-8")
    assert main(["cases", "--data-dir", str(folder)]) == 0
    assert "Doe" in capsys.readouterr().out
