"""A program that works on a library until it is killed; started by test_kill_store.py.

``writer.py FOLDER WORK PASSPHRASE SEED``: WORK is a key of :data:`WORKS`, or "write" or "migrate",
which do nothing but write.
Each line on its standard output is a number whose answer is saved, or the name of a work that is done.
"""

from __future__ import annotations

import itertools
import random
import sys
from collections.abc import Callable
from pathlib import Path

from drafter.app.backups import restored
from drafter.app.checking import check, rescue
from drafter.app.library import Library
from drafter.store.records import StoredAnswer


def _tell(what: object) -> None:
    sys.stdout.write(f"{what}\n")
    sys.stdout.flush()


def _back_up(library: Library, number: int, _passphrase: str) -> None:
    if number % 5 == 0:
        library.back_up()


def _purge(library: Library, number: int, _passphrase: str) -> None:
    if number % 3 == 0:
        library.purge(library._store.create("gone", {"a.b": StoredAnswer("y" * 50_000)}))


def _change_passphrase(library: Library, number: int, passphrase: str) -> None:
    if number % 2 == 0:
        library.set_passphrase(passphrase if number % 4 == 0 else None)


def _export(library: Library, number: int, passphrase: str) -> None:
    out = library.folder.parent / "out"
    out.mkdir(exist_ok=True)
    transfer = library.transfer
    transfer.export(1, out / "case.drafter", passphrase if number % 2 else None, replace=True)
    transfer.export(1, out / "case.json", replace=True)


def _import(library: Library, _number: int, _passphrase: str) -> None:
    """Take the case in as a new one, and with an edit of its own into the one that is here."""
    file = library.folder.parent / "given.drafter"
    read = library.transfer.read(file)
    _tell(f"new {library.transfer.add(read)}")
    plan = library.transfer.plan(read, 1)
    library.transfer.merge(read, plan, {one.question: "here" for one in plan.conflicts})


def _restore(library: Library, number: int, _passphrase: str) -> None:
    if number % 3 == 0:
        restored(library.back_up(), library.folder, library.key)


def _check(library: Library, number: int, _passphrase: str) -> None:
    if number % 3 == 0:
        _tell(check(library))
        library.reindex()
        rescue(library)


def _draft(library: Library, number: int, _passphrase: str) -> None:
    session = library.open_case(2)
    session.set_answer("movant.aliases", f"Roe {number}")
    session.draft(library.folder.parent / "out", documents=session.documents())


WORKS: dict[str, Callable[[Library, int, str], None]] = {
    "backup": _back_up,
    "purge": _purge,
    "passphrase": _change_passphrase,
    "export": _export,
    "import": _import,
    "restore": _restore,
    "check": _check,
    "draft": _draft,
}


def main(folder: Path, work: str, passphrase: str, seed: int) -> None:
    """Do ``work`` again and again."""
    library = Library(folder)
    if library.locked:
        library.unlock(passphrase)
    _tell("open")
    pick = random.Random(seed)  # noqa: S311 - not for secrets
    for number in itertools.count():
        library._store.write(1, {"a.b": StoredAnswer(f"{number} {'x' * pick.randint(0, 9000)}")})
        _tell(number)
        if work in WORKS:
            WORKS[work](library, number, passphrase)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], sys.argv[3], int(sys.argv[4]))
