"""The command that looks for persons' names in every case of the library."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from drafter.cli.command import FINE, Command, shown

if TYPE_CHECKING:
    import argparse

    from drafter.app.library import Library


def _conflicts(library: Library, options: argparse.Namespace) -> int:
    from drafter.app.conflicts import LIMITS

    report = library.conflicts(options.names)
    as_json = {
        "at": report.at.isoformat(timespec="seconds"),
        "cases": report.cases,
        "names": [{"name": name, "found": [asdict(one) for one in report.of(name)]} for name in report.names],
        "limits": LIMITS,
    }
    shown(options, as_json, report.lines())
    return FINE


COMMANDS: dict[str, Command] = {
    "conflicts": (
        _conflicts,
        "Look for persons' names in every case, wherever it lies.",
        (
            (
                ("names",),
                {"nargs": "+", "metavar": "NAME", "help": 'a person, such as "Jordan Doe" or "Doe, Jordan"'},
            ),
        ),
    ),
}
