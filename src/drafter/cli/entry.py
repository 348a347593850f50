"""The door of the command line: parse, build the objects, run, tell a fault in one line."""

from __future__ import annotations

import argparse
import contextlib
import io
import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NoReturn

from drafter import __version__
from drafter.cli import (
    cases,
    conflicts,
    deadlines,
    evidence,
    firm,
    grounds,
    law,
    library,
    notes,
    past,
    penalty,
    templates,
    time,
    transfer,
    vault,
)
from drafter.cli.command import BAD_INPUT, FINDINGS, FINE, Command
from drafter.errors import BadInputError, DrafterError

_COMMANDS = {
    **cases.COMMANDS,
    **law.COMMANDS,
    **time.COMMANDS,
    **penalty.COMMANDS,
    **grounds.COMMANDS,
    **evidence.COMMANDS,
    **deadlines.COMMANDS,
    **library.COMMANDS,
    **conflicts.COMMANDS,
    **past.COMMANDS,
    **notes.COMMANDS,
    **vault.COMMANDS,
    **transfer.COMMANDS,
}

#: Commands that have commands of their own.
_GROUPS = {
    "template": ("Check, copy and try the Word templates.", templates.COMMANDS),
    "trash": ("List the trash, put cases there, take them back, delete them for good.", library.TRASH),
    "firm": ("Keep what every new case begins with: the lawyers and the office.", firm.COMMANDS),
    "version": ("Keep, compare and restore versions of a case.", transfer.VERSION_COMMANDS),
}


class _Parser(argparse.ArgumentParser):
    """Tells a wrong command in one line instead of a page of usage."""

    def error(self, message: str) -> NoReturn:
        hint = f"{self.prog} --help tells how to call it"
        raise BadInputError(f"{message[:1].upper()}{message[1:]}; {hint}.")


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="drafter", description="Drafts the motion for a sentence reduction (18 U.S.C. § 3582(c)(1)(A))."
    )
    parser.add_argument("--version", action="version", version=f"drafter {__version__}")
    parser.add_argument("--self-test", action="store_true", help="check the program itself")
    parser.add_argument("--open-sample", metavar="NAME", help="open the window with a sample case")
    parser.add_argument("--safe-mode", action="store_true", help="leave the templates of your own out")
    _everywhere(parser, json_default=False, folder_default=None)
    commands = parser.add_subparsers(dest="command", parser_class=_Parser, metavar="COMMAND")
    _add(commands, _COMMANDS)
    for name, (summary, members) in _GROUPS.items():
        group = commands.add_parser(name, help=summary, description=summary)
        _add(
            group.add_subparsers(dest="what", parser_class=_Parser, metavar="COMMAND", required=True), members
        )
    return parser


def _add(commands: Any, members: Mapping[str, Command]) -> None:  # noqa: ANN401 - argparse names no type
    for name, (run, summary, arguments) in members.items():
        command = commands.add_parser(name, help=summary, description=summary)
        _everywhere(command, json_default=argparse.SUPPRESS, folder_default=argparse.SUPPRESS)
        for flags, options in arguments:
            command.add_argument(*flags, **options)
        command.set_defaults(run=run)


def _everywhere(parser: argparse.ArgumentParser, *, json_default: object, folder_default: object) -> None:
    """Add the options that may stand before and after the command."""
    parser.add_argument(
        "--json", action="store_true", default=json_default, help="print JSON for other programs"
    )
    parser.add_argument(
        "--data-dir", type=Path, metavar="DIR", default=folder_default, help="keep every file in DIR"
    )
    parser.add_argument(
        "--passphrase-file",
        type=Path,
        metavar="FILE",
        default=folder_default,
        help="the passphrase of an encrypted library is in FILE",
    )


def window_options(arguments: Sequence[str]) -> argparse.Namespace | None:
    """Return the options for the window if ``arguments`` ask for it, else None."""
    with contextlib.suppress(DrafterError, SystemExit), contextlib.redirect_stdout(io.StringIO()):
        options = _parser().parse_args(arguments)
        if options.command is None and not options.self_test:
            return options
    return None


def main(arguments: Sequence[str]) -> int:
    """Run one command and return the exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        options = _parser().parse_args(arguments)
        if options.self_test:
            return _self_test()
        from drafter.app.library import Library

        with contextlib.closing(Library.open(options.data_dir)) as opened:
            opened.safe = options.safe_mode
            opened.ask_passphrase = vault.passphrase_from(options)
            return int(options.run(opened, options))
    except DrafterError as fault:
        print(f"drafter: {fault}", file=sys.stderr)
        return BAD_INPUT
    except BrokenPipeError:
        # The reader of our output went away, as "| head" does; Python would complain again when it ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FINE


def _self_test() -> int:
    from drafter.app.selftest import faults

    found = faults()
    for line in found:
        print(f"self-test: {line}", file=sys.stderr)
    print(
        f"drafter {__version__}: the self-test found {len(found)} faults"
        if found
        else f"drafter {__version__}: fine"
    )
    return FINDINGS if found else FINE
