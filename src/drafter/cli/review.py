"""The commands that read a case through before it is filed: review, changes, timeline."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from itertools import groupby
from typing import TYPE_CHECKING

from drafter.cli.command import CASE, FINE, Command, iso, shown

if TYPE_CHECKING:
    from drafter.app.differences import AnswerDifference
    from drafter.app.library import Library
    from drafter.app.review import ReviewLine

#: The filters of :data:`drafter.app.review.FILTERS`, which is not loaded before a command needs it.
_FILTERS = ("all", "missing", "unknown", "unproved", "changed")


def _review(library: Library, options: argparse.Namespace) -> int:
    lines = [line for line in library.open_case(options.case).review() if line.passes(options.only)]
    told: list[str] = []
    for section, inside in groupby(lines, key=lambda line: line.section):
        told += [section, *(text for line in inside for text in _told(line))]
    shown(
        options,
        [asdict(line) | {"marks": list(line.marks)} for line in lines],
        told or ["No question is of this kind."],
    )
    return FINE


def _told(line: ReviewLine) -> list[str]:
    marks = "; ".join((*line.marks, *line.lacks))
    parts = [f"  {line.asked}{f' [{marks}]' if marks else ''}"]
    parts += [f"    {text}" for text in line.answer.splitlines()] or ["    not answered"]
    parts += [f"    proof: {line.proof}"] if line.proof else []
    parts += [f"    note: {line.note}"] if line.note else []
    return parts


def _changes(library: Library, options: argparse.Namespace) -> int:
    session = library.open_case(options.case)
    found, drafted = session.changes_since_draft(), session.drafted_at()
    if found is None:
        lines = ["Nothing was drafted yet, so there is nothing to compare with."]
    else:
        lines = [text for one in found for text in _changed(one)]
    shown(
        options,
        {
            "drafted": drafted.isoformat() if drafted else None,
            "changes": None if found is None else [asdict(one) for one in found],
        },
        lines or ["No answer has changed since the last draft."],
    )
    return FINE


def _changed(one: AnswerDifference) -> list[str]:
    return [f"{one.section}: {one.asked}", f"  before: {one.before}", f"  now:    {one.after}"]


def _timeline(library: Library, options: argparse.Namespace) -> int:
    events = library.open_case(options.case).timeline()
    shown(
        options,
        [asdict(event) | {"day": iso(event.day)} for event in events],
        [event.words for event in events] or ["No day of this case is known yet."],
    )
    return FINE


_ONLY = (
    ("--only",),
    {"choices": _FILTERS, "default": "all", "help": "the questions that are missing, unknown and so on"},
)

COMMANDS: dict[str, Command] = {
    "review": (_review, "Read the answers of a case through, with what is open.", (CASE, _ONLY)),
    "changes": (_changes, "Show each answer that changed since the last draft.", (CASE,)),
    "timeline": (_timeline, "List the dated events of a case in order.", (CASE,)),
}
