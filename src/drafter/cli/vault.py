"""The commands about the whole library: passphrase, backups, restoring, checking."""

from __future__ import annotations

import getpass
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.cli.command import FINDINGS, FINE, Command, shown
from drafter.cli.remembering import (
    REMEMBERED,
    forget,
    insist_on_keyring,
    remember,
    settled,
    unlocked_by_keyring,
)
from drafter.errors import BadInputError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    from drafter.app.library import Library

#: Names the file with the passphrase, like ``--passphrase-file``.
PASSPHRASE_VARIABLE = "DRAFTER_PASSPHRASE_FILE"  # noqa: S105 - the name of a variable


def unlocking(library: Library, options: argparse.Namespace) -> Callable[[], None]:
    """Return what unlocks ``library``: by the keyring if the person asks for it, else by its passphrase."""
    ask = passphrase_from(options)

    def unlock() -> None:
        if not (options.use_keyring and unlocked_by_keyring(library)):
            library.unlock(ask())

    return unlock


def passphrase_from(options: argparse.Namespace) -> Callable[[], str]:
    """Return what gives the passphrase of a locked library: from a file, or typed at a terminal."""

    def ask() -> str:
        named = options.passphrase_file or os.environ.get(PASSPHRASE_VARIABLE)
        if named:
            return _from_file(Path(named))
        if sys.stdin.isatty():
            return getpass.getpass("Passphrase: ")
        raise BadInputError(
            "The library is encrypted; name the file with its passphrase by --passphrase-file or"
            f" {PASSPHRASE_VARIABLE}."
        )

    return ask


def _from_file(path: Path) -> str:
    try:
        found = path.read_text(encoding="utf-8-sig").rstrip("\r\n")
    except (OSError, UnicodeDecodeError) as fault:
        raise BadInputError(
            f"The passphrase file {path} cannot be read ({fault}); check its name."
        ) from fault
    if not found:
        raise BadInputError(f"The passphrase file {path} is empty; write the passphrase into its first line.")
    return found


def _new_passphrase(options: argparse.Namespace) -> str:
    if options.new_passphrase_file is not None:
        return _from_file(options.new_passphrase_file)
    if not sys.stdin.isatty():
        raise BadInputError("Name the file with the new passphrase by --new-passphrase-file.")
    from drafter.app.passphrase import LOST, strength

    print(LOST, file=sys.stderr)
    first = getpass.getpass("New passphrase: ")
    print(strength(first), file=sys.stderr)
    if not first or getpass.getpass("New passphrase again: ") != first:
        raise BadInputError("The two entries differ or are empty, so nothing was changed; try again.")
    return first


def _protect(library: Library, options: argparse.Namespace) -> int:
    if options.remove + options.remember + options.forget > 1:
        raise BadInputError("--remove, --remember and --forget exclude one another; give one of them.")
    if options.forget:
        return forget(library, options)
    if options.remember:
        insist_on_keyring()
    if library.locked and library.unlocker is not None:
        library.unlocker()
    if options.remember and library.encrypted and options.new_passphrase_file is None:
        return remember(library, options)
    passphrase = None if options.remove else _new_passphrase(options)
    backup = library.back_up()
    library.set_passphrase(passphrase)
    remembered = settled(library, remember=options.remember)
    words = "The passphrase is removed." if options.remove else "The library is encrypted."
    lines = [words, f"A backup was made before: {backup}", *([REMEMBERED] if remembered else [])]
    told = {"encrypted": library.encrypted, "backup": str(backup), "remembered": remembered}
    shown(options, told, lines)
    return FINE


def _backup(library: Library, options: argparse.Namespace) -> int:
    from drafter.app.backups import Backups

    if options.list:
        every = Backups(library.folder).all()
        told = [{"file": str(one.path), "made": one.made.isoformat(timespec="seconds")} for one in every]
        shown(options, told, [f"{one.made:%Y-%m-%d %H:%M} UTC  {one.path}" for one in every])
        return FINE
    path = library.back_up()
    shown(options, {"file": str(path)}, [f"A checked backup is in {path}."])
    return FINE


def _restore(library: Library, options: argparse.Namespace) -> int:
    from drafter.app.backups import BY_ITS_OWN, restored, under_another

    folder = restored(options.file.absolute(), library.folder, library.key)
    lines = [f"The backup is a library of its own now: {folder}", f"Open it with --data-dir “{folder}”."]
    if under_another(folder, library.folder):
        lines.append(BY_ITS_OWN)
    shown(options, {"folder": str(folder)}, lines)
    return FINE


def _check_data(library: Library, options: argparse.Namespace) -> int:
    from drafter.app.checking import check, rescue

    if options.rebuild_index:
        library.reindex()
    if options.rescue:
        if library.locked and library.unlocker is not None:
            library.unlocker()
        made = rescue(library)
        told = {"folder": str(made.folder), "rows": made.counts}
        lines = [f"{rows:>8}  {table}" for table, rows in made.counts.items()]
        shown(options, told, [f"What can be read is in {made.folder}:", *lines])
        return FINE
    found = check(library)
    shown(options, {"sound": found == "ok", "found": found}, ["sound" if found == "ok" else found])
    return FINE if found == "ok" else FINDINGS


_FILE = {"type": Path, "metavar": "FILE"}

COMMANDS: dict[str, Command] = {
    "check-data": (
        _check_data,
        "Check whether the library is sound.",
        (
            (("--rebuild-index",), {"action": "store_true", "help": "make the search index anew first"}),
            (("--rescue",), {"action": "store_true", "help": "copy what can be read into a new library"}),
        ),
    ),
    "backup": (
        _backup,
        "Write a checked backup of the library.",
        ((("--list",), {"action": "store_true", "help": "list the backups instead"}),),
    ),
    "restore": (
        _restore,
        "Make a new library from a backup, beside the one in use.",
        ((("file",), {**_FILE, "help": "the backup"}),),
    ),
    "protect": (
        _protect,
        "Encrypt the library under a passphrase, change it, or remove it.",
        (
            (("--remove",), {"action": "store_true", "help": "remove the passphrase"}),
            (
                ("--remember",),
                {"action": "store_true", "help": "let the system's keyring remember it on this computer"},
            ),
            (("--forget",), {"action": "store_true", "help": "let this computer forget it; change nothing"}),
            (("--new-passphrase-file",), {**_FILE, "help": "the new passphrase is this file's first line"}),
        ),
    ),
}
