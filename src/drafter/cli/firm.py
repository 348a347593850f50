"""The firm profile: what every new case begins with."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from drafter.cli.command import CASE, FINE, Command, shown

if TYPE_CHECKING:
    from drafter.app.library import Library


def _show(library: Library, options: argparse.Namespace) -> int:
    kept = {key: row.value for key, row in library.firm.answers().items()}
    lines = [f"{key}  {value}" for key, value in kept.items()]
    shown(options, kept, lines or ["No firm profile is kept; “drafter firm keep CASE” keeps one."])
    return FINE


def _keep(library: Library, options: argparse.Namespace) -> int:
    kept = library.keep_firm(options.case)
    told = f"New cases begin with {len(kept)} answers of case {options.case}: {', '.join(kept)}."
    shown(options, {"kept": list(kept), "path": str(library.firm.path)}, [told])
    return FINE


def _forget(library: Library, options: argparse.Namespace) -> int:
    there = library.firm.forget()
    told = "New cases begin empty again." if there else "No firm profile was kept."
    shown(options, {"forgotten": there}, [told])
    return FINE


COMMANDS: dict[str, Command] = {
    "show": (_show, "Show what every new case begins with.", ()),
    "keep": (_keep, "Keep the lawyers, the letterhead and the font of a case for all new cases.", (CASE,)),
    "forget": (_forget, "Begin new cases empty again.", ()),
}
