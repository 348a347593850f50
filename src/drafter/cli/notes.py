"""The commands about what is said of a section: its notes and its sign-off."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from drafter.cli.command import CASE, FINE, Argument, Command, shown

if TYPE_CHECKING:
    import argparse

    from drafter.app.library import Library
    from drafter.app.notes import NoteLine


def _notes(library: Library, options: argparse.Namespace) -> int:
    lines = library.open_case(options.case).notes.all()
    told = [f"{line.section}: {line.words}" for line in lines] or ["The case has no note yet."]
    shown(options, [_as_json(line) for line in lines], told)
    return FINE


def _as_json(line: NoteLine) -> dict[str, Any]:
    return {
        "section": line.section,
        "kind": "sign-off" if line.signs else "note",
        "who": line.who,
        "at": line.at.isoformat(timespec="seconds"),
        "text": line.text,
        "changed_since": [question.id for question in line.changed],
    }


def _note(library: Library, options: argparse.Namespace) -> int:
    notes = library.open_case(options.case).notes
    notes.add(options.section, options.text, options.who)
    return _told(options, notes.of(options.section)[0])


def _sign_off(library: Library, options: argparse.Namespace) -> int:
    notes = library.open_case(options.case).notes
    notes.sign_off(options.section, options.who, options.text)
    return _told(options, notes.of(options.section)[0])


def _told(options: argparse.Namespace, line: NoteLine) -> int:
    shown(options, _as_json(line), [f"{line.section}: {line.words}"])
    return FINE


_SECTION: Argument = (("section",), {"metavar": "SECTION", "help": "the section’s id, such as warden"})
_WHO: Argument = (("--who",), {"required": True, "metavar": "NAME", "help": "who says so"})

COMMANDS: dict[str, Command] = {
    "notes": (_notes, "List the notes and sign-offs of a case by section.", (CASE,)),
    "note": (
        _note,
        "Keep a note on a section of a case.",
        (CASE, _SECTION, (("text",), {"metavar": "TEXT", "help": "the note"}), _WHO),
    ),
    "sign-off": (
        _sign_off,
        "Keep that somebody stands behind a section as it is now.",
        (CASE, _SECTION, _WHO, (("--text",), {"default": "", "metavar": "TEXT", "help": "with these words"})),
    ),
}
