"""Pull the plug in the middle of any work on a library: it opens again, sound, with all that was saved."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest

from drafter.app.backups import UNFINISHED
from drafter.app.library import Library
from drafter.app.my_words import NAME as WORDS
from drafter.app.my_words import MyWords
from drafter.errors import StoreError, WrongPassphraseError
from drafter.store.abandoned import AGE
from drafter.store.cases import CaseStore
from drafter.store.database import FILE_NAME
from drafter.store.keys import PLAIN_HEADER
from drafter.store.records import StoredAnswer

#: How often each work is killed; more with DRAFTER_KILLS.
_ROUNDS = int(os.environ.get("DRAFTER_KILLS", "3"))
#: What writer.py can do.
_WORKS = "write", "backup", "purge", "passphrase", "export", "import", "restore", "check", "draft"
_WRITER = Path(__file__).parent / "writer.py"
_DATA = Path(__file__).parents[1] / "data"
_PASSPHRASE = "correct horse"  # noqa: S105 - made up


def killed(folder: Path, work: str, seed: int, seconds: float) -> list[str]:
    """Let the writer work for ``seconds`` once it is open, kill it, and return the lines that it had told."""
    command = [sys.executable, str(_WRITER), str(folder), work, _PASSPHRASE, str(seed)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, encoding="utf-8") as writer:
        assert writer.stdout is not None
        lines = [writer.stdout.readline()]
        if lines[0]:
            time.sleep(seconds)
        writer.kill()
        lines += writer.stdout.readlines()
    return [line.strip() for line in lines if line.endswith("\n")]


def opened(folder: Path) -> Library:
    """The library after the kill: under its passphrase or plain, as it was when the plug was pulled."""
    library = Library(folder)
    if library.locked:
        library.unlock(_PASSPHRASE)
    return library


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A library with a case that is written to, the complete sample, and the texts that lie beside them."""
    library = Library(tmp_path / "library")
    library._store.create("Doe", {"a.b": StoredAnswer("0")})
    library.keep_firm(library.new_sample("complete"))
    MyWords(library.kept_text(WORDS)).add("quillfeather")
    library.transfer.export(1, tmp_path / "given.drafter")
    library.back_up()
    library.close()
    return library.folder


def aged(folder: Path) -> None:
    """Let everything in the folder be of this morning: nobody can still be writing it."""
    before = time.time() - AGE - 60
    for path in folder.rglob("*"):
        os.utime(path, (before, before))


def left_over(folder: Path) -> list[str]:
    """What is there under a name that no finished file or folder has."""
    signs = (".new", UNFINISHED, ".part")
    return [path.name for path in folder.rglob("*") if any(sign in path.name for sign in signs)]


def insist_on_backups(folder: Path) -> None:
    """Every backup that has its name is sound."""
    for backup in (folder / "backups").glob("*.sqlite"):
        shutil.copy(backup, folder / "backups" / FILE_NAME)
        other = opened(folder / "backups")
        assert other.integrity() == "ok", backup.name
        other.close()
        (folder / "backups" / FILE_NAME).unlink()


def insist_on_what_was_made(folder: Path) -> None:
    """Every library beside, every case file and every paper that has its name is whole."""
    for made in folder.parent.glob("library re*"):
        if UNFINISHED not in made.name:
            other = opened(made)
            assert other.integrity() == "ok", made.name
            assert {"a.b"} == set(other._store.answers(1)), made.name
            other.close()
    out = folder.parent / "out"
    for paper in out.glob("*.docx"):
        with zipfile.ZipFile(paper) as packed:
            assert packed.testzip() is None, paper.name
    library = opened(folder)
    for name in ("case.drafter", "case.json"):
        if (out / name).exists():
            assert library.transfer.read(out / name, _PASSPHRASE).title == "Doe"
    for line in library.cases():
        if line.title == "Doe":
            assert library.open_case(line.id).id
            assert "a.b" in library._store.answers(line.id)
    library.close()


def insist_on_secrecy(library: Library) -> None:
    """What lies beside the cases is there still, and is readable in no file of an encrypted library."""
    assert set(library.firm.answers()) > {"counsel.name"}
    assert "quillfeather" in MyWords(library.kept_text(WORDS)).words()
    if library.encrypted:
        files = [path for path in library.folder.rglob("*") if path.is_file()]
        assert [path.name for path in files if b"quillfeather" in path.read_bytes()] == []
        assert [path.name for path in files if path.read_bytes().startswith(PLAIN_HEADER)] == []


@pytest.mark.parametrize("round_", range(_ROUNDS))
@pytest.mark.parametrize("work", _WORKS)
def test_what_was_saved_is_there_after_a_kill(folder: Path, work: str, round_: int) -> None:
    seed = len(work) * 1000 + round_
    pick = random.Random(seed)  # noqa: S311 - not for secrets
    if work in {"export", "import", "restore", "check", "draft"} and round_ % 2:
        library = Library(folder)
        library.set_passphrase(_PASSPHRASE)
        library.close()
    told = killed(folder, work, seed, pick.uniform(0.02, 2.5 if work == "draft" else 1.5))
    assert told[0] == "open"
    saved = max((int(line) for line in told if line.isdigit()), default=-1)
    aged(folder.parent)
    library = opened(folder)
    answer = library._store.answers(1).get("a.b")
    assert answer is not None
    assert int(str(answer.value).split()[0]) >= saved
    assert library.integrity() == "ok"
    insist_on_secrecy(library)
    library._store.write(1, {"a.b": StoredAnswer("after")})
    out = folder.parent / "out"
    out.mkdir(exist_ok=True)
    library.transfer.export(1, out / "after.json")
    library.transfer.export(1, out / "after.drafter")
    library.close()
    assert left_over(folder.parent) == []
    insist_on_backups(folder)
    insist_on_what_was_made(folder)


@pytest.mark.parametrize("round_", range(_ROUNDS))
@pytest.mark.parametrize("version", [1, 2])
def test_a_kill_during_a_migration_leaves_every_answer(tmp_path: Path, version: int, round_: int) -> None:
    shutil.copy(_DATA / f"v{version}.sqlite3", tmp_path / FILE_NAME)
    command = [sys.executable, str(_WRITER), str(tmp_path), "migrate", _PASSPHRASE, "1"]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as writer:
        time.sleep(random.Random(round_).uniform(0.05, 0.5))  # noqa: S311 - not for secrets
        writer.kill()
    store = CaseStore(tmp_path)
    assert store.integrity() == "ok"
    assert len(store.answers(1)) > 190
    store.close()


def test_two_programs_write_to_one_library(tmp_path: Path) -> None:
    CaseStore(tmp_path).create("Doe", {"a.b": StoredAnswer("0")})
    command = [sys.executable, str(_WRITER), str(tmp_path), "write", _PASSPHRASE]
    both = [subprocess.Popen([*command, str(seed)], stdout=subprocess.PIPE) for seed in (1, 2)]
    time.sleep(1.5)
    told = []
    for writer in both:
        writer.kill()
        told.append(writer.communicate()[0].split())
    assert all(len(lines) > 10 for lines in told), "neither waits for the other for long"
    store = CaseStore(tmp_path)
    assert store.integrity() == "ok"
    assert len(store.steps.history(1, "a.b")) >= sum(len(lines) - 1 for lines in told)
    store.close()


def test_a_program_whose_library_was_replaced_is_told_so_and_loses_nothing_silently(tmp_path: Path) -> None:
    store = CaseStore(tmp_path)
    case = store.create("Doe", {"a.b": StoredAnswer("0")})
    other = Library(tmp_path)
    other.set_passphrase(_PASSPHRASE)
    other.close()
    with pytest.raises(StoreError, match="was replaced by another program"):
        store.write(case, {"a.b": StoredAnswer("1")})
    store.close()
    with pytest.raises(WrongPassphraseError):
        CaseStore(tmp_path)
    assert opened(tmp_path)._store.answers(case) == {"a.b": StoredAnswer("0")}


def test_no_passphrase_is_set_while_another_program_writes(tmp_path: Path) -> None:
    library = Library(tmp_path)
    case = library._store.create("Doe", {"a.b": StoredAnswer("0")})
    other = CaseStore(tmp_path)
    other.database.connection.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreError, match="in use by another program"):
        library.set_passphrase(_PASSPHRASE)
    other.database.connection.execute("ROLLBACK")
    assert not library.encrypted
    assert library._store.answers(case) == {"a.b": StoredAnswer("0")}
    assert not (tmp_path / f"{FILE_NAME}.new").exists()
