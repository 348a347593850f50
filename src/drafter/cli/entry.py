"""The door of the command line: parse, build the objects, run, tell a fault in one line."""

from __future__ import annotations

import argparse
import contextlib
import io
import os
import sys
from collections.abc import Mapping, Sequence
from typing import Any

from drafter import __version__
from drafter.cli import (
    blocks,
    cases,
    conflicts,
    deadlines,
    evidence,
    fields,
    firm,
    grounds,
    law,
    library,
    notes,
    past,
    penalty,
    review,
    templates,
    time,
    transfer,
    vault,
)
from drafter.cli.command import BAD_INPUT, FINDINGS, FINE, Command
from drafter.cli.opening import Parser, everywhere, opening_parser
from drafter.errors import DrafterError

_COMMANDS = {
    **cases.COMMANDS,
    **law.COMMANDS,
    **time.COMMANDS,
    **penalty.COMMANDS,
    **grounds.COMMANDS,
    **evidence.COMMANDS,
    **review.COMMANDS,
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
    "fields": ("List, add, rename, move and remove the questions of your own.", fields.COMMANDS),
    "blocks": ("List, show, add, change, rename and remove the text blocks of your own.", blocks.COMMANDS),
    "version": ("Keep, compare and restore versions of a case.", transfer.VERSION_COMMANDS),
}


def _parser() -> Parser:
    parser = opening_parser()
    commands = parser.add_subparsers(dest="command", parser_class=Parser, metavar="COMMAND")
    _add(commands, _COMMANDS)
    for name, (summary, members) in _GROUPS.items():
        group = commands.add_parser(name, help=summary, description=summary)
        _add(
            group.add_subparsers(dest="what", parser_class=Parser, metavar="COMMAND", required=True), members
        )
    return parser


def _add(commands: Any, members: Mapping[str, Command]) -> None:  # noqa: ANN401 - argparse names no type
    for name, (run, summary, arguments) in members.items():
        command = commands.add_parser(name, help=summary, description=summary)
        everywhere(command, json_default=argparse.SUPPRESS, folder_default=argparse.SUPPRESS)
        for flags, options in arguments:
            command.add_argument(*flags, **options)
        command.set_defaults(run=run)


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
            opened.unlocker = vault.unlocking(opened, options)
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
