"""A program that works on a library until it is killed; started by test_kill_store.py.

``writer.py FOLDER WORK PASSPHRASE SEED FIRST``: WORK is a key of :data:`WORKS`, or "write" or "migrate",
which do nothing but write, or "open", which opens the library when it is told to by a line.  FIRST is the
first number to be written.
Each line on its standard output is a number whose answer is saved, the name of a work that is done, or
“refused” with the sentence that a person reads.
"""

from __future__ import annotations

import itertools
import random
import sys
import time
from collections.abc import Callable
from pathlib import Path

from drafter.app.backups import restored
from drafter.app.checking import check, rescue
from drafter.app.library import Library
from drafter.app.transfer import MergePlan
from drafter.errors import DrafterError
from drafter.store.records import StoredAnswer

#: Seconds between two writes: a program that never rests would keep every other one out.
_PAUSE = 0.001


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


def _merge(library: Library, number: int, _passphrase: str) -> None:
    """Let the case be changed in another library while it is changed here, and merge what comes back."""
    there, out = library.folder.parent / "there", library.folder.parent / "out"
    out.mkdir(exist_ok=True)
    gone, back = out / "gone.drafter", out / "back.drafter"
    library.transfer.export(1, gone, replace=True)
    other = Library(there)
    read = other.transfer.read(gone)
    if read.here is None:
        other.transfer.add(read)
    else:
        other.transfer.merge(read, plan := other.transfer.plan(read), dict.fromkeys(_open(plan), "there"))
    changed = dict.fromkeys(("a.b", "c.d", "e.f"), StoredAnswer(f"{number} there"))
    other._store.write(1, changed)
    other.transfer.export(1, back, replace=True)
    other.close()
    library._store.write(1, dict.fromkeys(("a.b", "g.h"), StoredAnswer(f"{number} here")))
    read = library.transfer.read(back)
    plan = library.transfer.plan(read)
    library.transfer.merge(read, plan, dict.fromkeys(_open(plan), "here"))
    _tell(f"merged {number}")


def _open(plan: MergePlan) -> list[str]:
    return [one.question for one in plan.conflicts]


def _attach(library: Library, number: int, _passphrase: str) -> None:
    paper = library.folder.parent / "letter.pdf"
    paper.write_bytes(b"%d " % number * 200_000)
    library.open_case(1).kept_papers.attach(paper)
    _tell(f"attached {number}")


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
    "merge": _merge,
    "attach": _attach,
    "restore": _restore,
    "check": _check,
    "draft": _draft,
}


def main(folder: Path, work: str, passphrase: str, seed: int, first: int) -> None:
    """Do ``work`` again and again."""
    library = Library(folder)
    if work == "open":
        _open_when_told(library)
        return
    if work == "migrate":
        _tell("open")
    if library.locked:
        library.unlock(passphrase)
    if work != "migrate":
        _tell("open")
    pick = random.Random(seed)  # noqa: S311 - not for secrets
    for number in itertools.count(first):
        try:
            library._store.write(1, {"a.b": StoredAnswer(f"{number} {'x' * pick.randint(0, 9000)}")})
            _tell(number)
            if work in WORKS:
                WORKS[work](library, number, passphrase)
            time.sleep(_PAUSE)
        except DrafterError as fault:  # told to a person, who opens the library again
            _tell(f"refused {fault}")
            library = _opened(folder, passphrase)


def _open_when_told(library: Library) -> None:
    """Open the library as soon as the other program is ready to do so too."""
    _tell("open")
    sys.stdin.readline()
    library.cases()
    _tell("there")


def _opened(folder: Path, passphrase: str) -> Library:
    while True:
        library = Library(folder)
        try:
            if library.locked:
                library.unlock(passphrase)
        except DrafterError as fault:
            _tell(f"refused {fault}")
        else:
            return library


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], sys.argv[3], int(sys.argv[4]), int(sys.argv[5]))
