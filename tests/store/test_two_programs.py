"""Two programs on one library at once: both get their writes in, or are told in a sentence why not."""

from __future__ import annotations

import re
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from drafter.app.library import Library
from drafter.errors import StoreError, WrongPassphraseError
from drafter.store.cases import CaseStore
from drafter.store.database import FILE_NAME
from drafter.store.records import StoredAnswer

_WRITER = Path(__file__).parent / "writer.py"
_PASSPHRASE = "correct horse"  # noqa: S105 - made up
_SECONDS = 3.0
_PATIENCE = 60.0


def opened(folder: Path) -> Library:
    library = Library(folder)
    if library.locked:
        library.unlock(_PASSPHRASE)
    return library


def begun(folder: Path, work: str, number: int) -> subprocess.Popen[str]:
    """A program that does ``work`` until it is killed, with a case of its own numbers."""
    first = number * 1_000_000
    command = [sys.executable, str(_WRITER), str(folder), work, _PASSPHRASE, str(number), str(first)]
    pipe = subprocess.PIPE
    return subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, encoding="utf-8")


class Listened:
    """A program whose lines are taken note of while it works."""

    def __init__(self, program: subprocess.Popen[str]) -> None:
        self._program = program
        self._lines: list[str] = []
        self._ear = threading.Thread(target=self._listen)
        self._ear.start()

    def _listen(self) -> None:
        assert self._program.stdout is not None
        for line in self._program.stdout:
            self._lines.append(line)

    def tells(self, fewest: int) -> bool:
        """Wait, on a crowded machine for long, until it has told of so many writes."""
        ends = time.monotonic() + _PATIENCE
        while sum(line.strip().isdigit() for line in self._lines) < fewest:
            if time.monotonic() > ends or self._program.poll() is not None:
                return False
            time.sleep(0.05)
        return True

    def killed(self) -> tuple[list[str], str]:
        """Kill it; return its whole lines, and what it wrote to its standard error."""
        with self._program as program:  # which closes its pipes
            program.kill()
            self._ear.join()
            assert program.stderr is not None
            err = program.stderr.read()
        return [line.strip() for line in self._lines if line.endswith("\n")], err


_WORKS = (
    *("write", "backup", "purge", "export", "import", "merge", "attach", "restore", "check"),
    "passphrase",
)


@pytest.mark.parametrize("work", _WORKS)
def test_what_two_programs_write_at_once_is_all_there(
    tmp_path: Path, work: str, record_property: Callable[[str, object], None]
) -> None:
    folder = tmp_path / "library"
    library = Library(folder)
    library._store.create("Doe", {"a.b": StoredAnswer("0")})
    library.new_sample("complete")
    library.transfer.export(1, tmp_path / "given.drafter")
    library.close()
    both = [Listened(begun(folder, "write", 1)), Listened(begun(folder, work, 2))]
    time.sleep(_SECONDS)
    enough = [one.tells(fewest) for one, fewest in zip(both, (10, 1), strict=True)]
    lines: list[str] = []
    for told, err in [one.killed() for one in both]:
        assert err == "", "whatever goes wrong is told in a sentence"
        lines += told
    assert enough == [True, True], "neither shuts the other out"
    refused = [line for line in lines if line.startswith("refused ")]
    assert all(line.endswith(".") and line.count(". ") == 0 for line in refused)
    numbers = {int(line) for line in lines if line.isdigit()}
    record_property("writes told", len(numbers))
    record_property("refused", len(refused))
    library = opened(folder)
    assert library.integrity() == "ok"
    past = library._store.steps.history(1, "a.b")
    kept = {int(str(one.after.value).split()[0]) for one in past if one.after is not None}
    assert numbers - kept == set()
    library.close()
    known = "changed while the merge was looked at"
    if work == "passphrase":
        known = "replaced by another|in use by another|give its passphrase|does not open|keep the old one"
    assert all(re.search(known, line) for line in refused)


@pytest.mark.parametrize("old", [None, 1, 2])
def test_two_programs_open_a_new_or_an_old_library_at_once(tmp_path: Path, old: int | None) -> None:
    for turn in range(4):
        folder = tmp_path / str(turn)
        folder.mkdir()
        if old is not None:
            data = Path(__file__).parents[1] / "data" / f"v{old}.sqlite3"
            (folder / FILE_NAME).write_bytes(data.read_bytes())
        both = [begun(folder, "open", number) for number in (1, 2)]
        for program in both:
            assert program.stdout is not None
            assert program.stdout.readline() == "open\n"
        for program in both:
            assert program.stdin is not None
            program.stdin.write("now\n")
            program.stdin.flush()
        for program in both:
            out, err = program.communicate(timeout=30)
            assert err == ""
            assert out.strip() == "there"
        library = opened(folder)
        assert library.integrity() == "ok"
        assert (len(library._store.answers(1)) > 190) == (old is not None)
        library.close()
        assert len(list(folder.glob("backups/*"))) == (0 if old is None else 1)


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
