"""The options that stand before a command: what asks for the window is seen from them alone.

The commands are many, and the window is painted before any of them is read.
"""

from __future__ import annotations

import argparse
import contextlib
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from drafter import __version__
from drafter.errors import BadInputError

if TYPE_CHECKING:
    from collections.abc import Sequence


class Parser(argparse.ArgumentParser):
    """Tells a wrong command in one line instead of a page of usage."""

    def error(self, message: str) -> NoReturn:
        """Raise :class:`BadInputError` with ``message`` and what to do."""
        hint = f"{self.prog} --help tells how to call it"
        raise BadInputError(f"{message[:1].upper()}{message[1:]}; {hint}.")


def opening_parser(*, add_help: bool = True) -> Parser:
    """Return the parser of the options that stand before a command; the commands are to be added."""
    parser = Parser(
        prog="drafter",
        description="Drafts the motion for a sentence reduction (18 U.S.C. § 3582(c)(1)(A)).",
        add_help=add_help,
    )
    parser.add_argument("--version", action="version", version=f"drafter {__version__}")
    parser.add_argument("--self-test", action="store_true", help="check the program itself")
    parser.add_argument("--open-sample", metavar="NAME", help="open the window with a sample case")
    parser.add_argument("--safe-mode", action="store_true", help="leave the templates of your own out")
    everywhere(parser, json_default=False, folder_default=None)
    return parser


def everywhere(parser: argparse.ArgumentParser, *, json_default: object, folder_default: object) -> None:
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
    parser.add_argument(
        "--use-keyring",
        action="store_true",
        default=json_default,
        help="open an encrypted library with what the system's keyring remembers",
    )


def window_options(arguments: Sequence[str]) -> argparse.Namespace | None:
    """Return the options for the window if ``arguments`` ask for it, else None: also where they are wrong."""
    if {"--version", "--self-test"}.intersection(arguments):
        return None
    with contextlib.suppress(BadInputError):
        return opening_parser(add_help=False).parse_args(arguments)  # a command, --help: not known to it
    return None
