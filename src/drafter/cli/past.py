"""The commands about what was done in a case: undo, redo, the history of an answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.cli.command import CASE, FINDINGS, FINE, Command, shown

if TYPE_CHECKING:
    import argparse

    from drafter.app.library import Library


def _undo(library: Library, options: argparse.Namespace) -> int:
    return _step(library, options, redo=False)


def _redo(library: Library, options: argparse.Namespace) -> int:
    return _step(library, options, redo=True)


def _step(library: Library, options: argparse.Namespace, *, redo: bool) -> int:
    from drafter.app.past import step_back

    done = step_back(library.open_case(options.case), redo=redo)
    if done is None:
        nothing = "There is nothing to do again." if redo else "There is nothing to take back."
        shown(options, {"changed": [], "about": ""}, [nothing])
        return FINDINGS
    words, change = done
    told = f"{'Done again' if redo else 'Taken back'}: {words}"
    shown(options, {"changed": list(change.changed), "about": words}, [told])
    return FINE


def _history(library: Library, options: argparse.Namespace) -> int:
    from drafter.app.past import past

    changes = past(library.open_case(options.case), options.question)
    as_json = [
        {
            "at": one.at.isoformat(timespec="seconds"),
            "how": one.how,
            "before": one.before,
            "after": one.after,
        }
        for one in changes
    ]
    lines = [
        f"{one.at.astimezone():%Y-%m-%d %H:%M}  {one.how}: {one.before} → {one.after}" for one in changes
    ]
    shown(options, as_json, lines)
    return FINE


COMMANDS: dict[str, Command] = {
    "undo": (_undo, "Take the latest step of a case back.", (CASE,)),
    "redo": (_redo, "Do the step again that was taken back last.", (CASE,)),
    "history": (
        _history,
        "Show every change of an answer, the latest first.",
        (CASE, (("question",), {"metavar": "QUESTION", "help": "the question's id"})),
    ),
}
