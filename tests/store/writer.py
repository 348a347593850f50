"""A program that works on a library until it is killed; started by test_kill_store.py.

``writer.py FOLDER WORK PASSPHRASE SEED``: WORK is "write", "migrate", "backup", "passphrase" or "purge".
Each line on its standard output is a number whose answer is saved, or the name of a work that is done.
"""

from __future__ import annotations

import itertools
import random
import sys
from pathlib import Path

from drafter.app.library import Library
from drafter.store.cases import CaseStore
from drafter.store.records import StoredAnswer


def _tell(what: object) -> None:
    sys.stdout.write(f"{what}\n")
    sys.stdout.flush()


def main(folder: Path, work: str, passphrase: str, seed: int) -> None:
    """Do ``work`` again and again."""
    library = Library(folder)
    if library.locked:
        library.unlock(passphrase)
    _tell("open")
    store: CaseStore = library._store
    pick = random.Random(seed)  # noqa: S311 - not for secrets
    for number in itertools.count():
        store.write(1, {"a.b": StoredAnswer(f"{number} {'x' * pick.randint(0, 9000)}")})
        _tell(number)
        if work == "backup" and number % 5 == 0:
            library.back_up()
        elif work == "purge" and number % 3 == 0:
            store.catalogue.purge(store.create("gone", {"a.b": StoredAnswer("y" * 50_000)}))
        elif work == "passphrase" and number % 2 == 0:
            library.set_passphrase(passphrase if number % 4 == 0 else None)
            store = library._store


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], sys.argv[3], int(sys.argv[4]))
