"""What every command of the command line is made of: its arguments, its output, its exit code."""

from __future__ import annotations

import argparse
import contextlib
import json
import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, TypeAlias

from drafter.errors import BadInputError

if TYPE_CHECKING:
    from pathlib import Path

    from drafter.app.library import Library
    from drafter.law.model import Sourced, Value

#: What stands beside every piece of law that nobody has verified.
CONFIRM = "NOT VERIFIED, confirm before filing"
#: Exit codes: fine; findings (a check failed, a final was refused); usage or bad input.
FINE, FINDINGS, BAD_INPUT = 0, 1, 2

#: Flags and options of one argument, as argparse takes them.
Argument: TypeAlias = tuple[tuple[str, ...], dict[str, Any]]
#: What a command runs, its summary for --help, and its arguments.
Command: TypeAlias = "tuple[Callable[[Library, argparse.Namespace], int], str, tuple[Argument, ...]]"


def given_text(path: Path, what: str) -> str:
    """Return the text of the file ``path``, or of standard input for ``-``; ``what`` names it in the refusal.

    Raises :class:`BadInputError`, and :class:`UnicodeDecodeError` where it is no text in UTF-8.
    """
    try:
        return sys.stdin.read() if str(path) == "-" else path.read_text(encoding="utf-8-sig")
    except OSError as fault:
        raise BadInputError(
            f"The {what} {path} cannot be read ({fault.strerror}); check the name."
        ) from fault


def shown(options: argparse.Namespace, as_json: object, lines: Sequence[str]) -> None:
    """Print ``as_json`` when JSON is asked for, else the lines."""
    if options.json:
        print(json.dumps(as_json, ensure_ascii=False, indent=2))
    else:
        for line in lines:
            print(line)


@contextlib.contextmanager
def told_in_one_sentence() -> Iterator[None]:
    """The law's own refusals are plain sentences: pass them on as bad input."""
    from drafter.law import NotInLawError

    try:
        yield
    except (ValueError, NotInLawError) as fault:
        raise BadInputError(str(fault)) from fault


def refused(sentences: Sequence[str]) -> None:
    """Raise :class:`BadInputError` with the sentences, if there are any."""
    if sentences:
        raise BadInputError(" ".join(sentences))


def standing(item: Sourced) -> str:
    """Whether a piece of law is verified, as every print of it says."""
    return "verified" if item.vetted else f"{CONFIRM} (confidence: {item.confidence})"


def number_line(one: Value, on: date) -> str:
    """The line that tells a number of the law on the day ``on``, its source, and whether it is verified."""
    return f"Law of {on}: {one.says} {one.value} {one.unit}: {'; '.join(one.source)}; {standing(one)}."


def iso(found: date | None) -> str | None:
    """Return the day in ISO form, None where there is none."""
    return found.isoformat() if found else None


def day(text: str) -> date:
    """Read an ISO date for argparse."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        message = f"“{text}” is not a date; write it as year-month-day, such as 2026-11-21"
        raise argparse.ArgumentTypeError(message) from None


def count_option(name: str, words: str, default: int | None = 0) -> Argument:
    """Return an option that takes a whole number."""
    return ((name,), {"type": int, "default": default, "metavar": "N", "help": words})


def day_option(name: str, words: str, *, required: bool = False) -> Argument:
    """Return an option that takes a day."""
    return ((name,), {"type": day, "required": required, "metavar": "DATE", "help": words})


CASE: Argument = (("case",), {"type": int, "metavar": "CASE", "help": "the case's id"})
FILING_DATE: Argument = (
    ("--filing-date",),
    {"type": day, "metavar": "DATE", "help": "use the law of this day"},
)
