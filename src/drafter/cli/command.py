"""What every command of the command line is made of: its arguments, its output, its exit code."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from drafter.app.library import Library

#: Exit codes: fine; findings (a check failed, a final was refused); usage or bad input.
FINE, FINDINGS, BAD_INPUT = 0, 1, 2

#: Flags and options of one argument, as argparse takes them.
Argument: TypeAlias = tuple[tuple[str, ...], dict[str, Any]]
#: What a command runs, its summary for --help, and its arguments.
Command: TypeAlias = "tuple[Callable[[Library, argparse.Namespace], int], str, tuple[Argument, ...]]"


def shown(options: argparse.Namespace, as_json: object, lines: Sequence[str]) -> None:
    """Print ``as_json`` when JSON is asked for, else the lines."""
    if options.json:
        print(json.dumps(as_json, ensure_ascii=False, indent=2))
    else:
        for line in lines:
            print(line)


def day(text: str) -> date:
    """Read an ISO date for argparse."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        message = f"“{text}” is not a date; write it as year-month-day, such as 2026-11-21"
        raise argparse.ArgumentTypeError(message) from None


CASE: Argument = (("case",), {"type": int, "metavar": "CASE", "help": "the case's id"})
FILING_DATE: Argument = (
    ("--filing-date",),
    {"type": day, "metavar": "DATE", "help": "use the law of this day"},
)
