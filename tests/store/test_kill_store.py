"""Pull the plug in the middle of any work on a library: it opens again, sound, with all that was saved."""

from __future__ import annotations

import hashlib
import os
import random
import re
import shutil
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as sqlite

from drafter.app.library import Library
from drafter.app.my_words import NAME as WORDS
from drafter.app.my_words import MyWords
from drafter.store.abandoned import AGE, UNFINISHED
from drafter.store.database import APPLICATION_ID, FILE_NAME, connected
from drafter.store.header import PLAIN_HEADER
from drafter.store.keys import Key
from drafter.store.records import StoredAnswer

#: How often each work is killed, twice in a round; more with DRAFTER_KILLS.
_KILLS = 2
_ROUNDS = int(os.environ.get("DRAFTER_KILLS", "2")) // _KILLS
#: What writer.py can do.
_WORKS = (
    *("write", "backup", "purge", "passphrase", "export", "import", "merge", "attach"),
    *("restore", "check", "draft"),
)
#: Up to how many seconds a work that takes long is left alone.
_SECONDS = {"draft": 2.5, "merge": 4.0}
_WRITER = Path(__file__).parent / "writer.py"
_DATA = Path(__file__).parents[1] / "data"
_PASSPHRASE = "correct horse"  # noqa: S105 - made up


def killed(folder: Path, work: str, seed: int, seconds: float, first: int = 0) -> list[str]:
    """Let the writer work for ``seconds`` once it is open, kill it, and return the lines that it had told."""
    command = [sys.executable, str(_WRITER), str(folder), work, _PASSPHRASE, str(seed), str(first)]
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
    for made in (*folder.parent.glob("library re*"), *folder.parent.glob("there")):
        if UNFINISHED not in made.name:
            other = opened(made)
            assert other.integrity() == "ok", made.name
            handed = [line.id for line in other.cases() if line.title == "Doe"]
            assert all("a.b" in other._store.answers(case) for case in handed), made.name
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


def insist_on_whole_steps(library: Library, told: list[str]) -> None:
    """A merge is there with all its answers or with none, and so is a paper with all its content."""
    answers = library._store.answers(1)
    assert answers.get("c.d") == answers.get("e.f"), "half a merge"
    merged = [int(line.split()[1]) for line in told if line.startswith("merged ")]
    if merged:
        assert int(str(answers["c.d"].value).split()[0]) >= merged[-1]
        assert int(str(answers["g.h"].value).split()[0]) >= merged[-1], "what was changed here alone stays"
    papers = library.open_case(1).kept_papers.all()
    assert len(papers) >= sum(line.startswith("attached ") for line in told)
    for paper in papers:
        content = library._store.attachments.content(1, paper.id)
        assert hashlib.sha256(content).hexdigest() == paper.sha256


@pytest.mark.parametrize("round_", range(_ROUNDS))
@pytest.mark.parametrize("work", _WORKS)
def test_what_was_saved_is_there_after_a_kill(
    folder: Path, work: str, round_: int, record_property: Callable[[str, object], None]
) -> None:
    seed = len(work) * 1000 + round_
    pick = random.Random(seed)  # noqa: S311 - not for secrets
    if work != "passphrase" and round_ % 2:
        library = Library(folder)
        library.set_passphrase(_PASSPHRASE)
        library.close()
    told: list[str] = []
    saved = -1
    for _ in range(_KILLS):
        told += killed(folder, work, seed, pick.uniform(0.02, _SECONDS.get(work, 1.5)), saved + 1)
        saved = max((int(line) for line in told if line.isdigit()), default=-1)
        record_property("left half-made", left_over(folder.parent))
    assert told.count("open") == _KILLS
    refused = [line for line in told if line.startswith("refused ")]
    known = "these backups keep the old one" if work == "passphrase" else "^$"
    assert all(re.search(known, line) for line in refused), "no other program was there"
    record_property("writes told", sum(line.isdigit() for line in told))
    aged(folder.parent)
    library = opened(folder)
    answer = library._store.answers(1).get("a.b")
    assert answer is not None
    assert int(str(answer.value).split()[0]) >= saved
    assert library.integrity() == "ok"
    insist_on_secrecy(library)
    insist_on_whole_steps(library, told)
    library._store.write(1, {"a.b": StoredAnswer("after")})
    out = folder.parent / "out"
    out.mkdir(exist_ok=True)
    library.transfer.export(1, out / "after.json")
    library.transfer.export(1, out / "after.drafter")
    library.close()
    insist_on_backups(folder)
    insist_on_what_was_made(folder)
    assert left_over(folder.parent) == []


def encrypted(old: Path, path: Path) -> None:
    """Write the database ``old``, as it is, to ``path`` under the passphrase."""
    with closing(sqlite.connect(old, isolation_level=None)) as connection:
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        key = Key.derived(_PASSPHRASE).literal
        connection.execute(f'ATTACH DATABASE ? AS copy KEY "{key}"', (str(path),))
        connection.execute("SELECT sqlcipher_export('copy')")
        connection.execute(f"PRAGMA copy.user_version = {version}")
        connection.execute(f"PRAGMA copy.application_id = {APPLICATION_ID}")


@pytest.mark.parametrize("round_", range(_ROUNDS * _KILLS))
@pytest.mark.parametrize("version", [1, 2])
def test_a_kill_during_a_migration_leaves_every_answer(
    tmp_path: Path, version: int, round_: int, record_property: Callable[[str, object], None]
) -> None:
    folder = tmp_path / "library"
    folder.mkdir()
    secret = bool(round_ % 2)
    (encrypted if secret else shutil.copy)(_DATA / f"v{version}.sqlite3", folder / FILE_NAME)
    pick = random.Random(round_)  # noqa: S311 - not for secrets
    killed(folder, "migrate", 1, pick.uniform(0.0, 0.5 if secret else 0.2))
    record_property("left half-made", left_over(folder))
    aged(folder)
    library = opened(folder)
    assert library.encrypted == secret
    assert library.integrity() == "ok"
    assert len(library._store.answers(1)) > 190
    assert left_over(folder) == []
    for copy in (folder / "backups").glob("before-version-*.sqlite"):
        with closing(connected(copy, library.key)) as connection:
            assert connection.execute("PRAGMA user_version").fetchone() == (version,)
            assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    library.close()
