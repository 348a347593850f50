"""The commands of templates: check, list, copy, reset, changes, fields, try."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.cli.command import FINDINGS, FINE, Command, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.app.library import Library
    from drafter.app.my_templates import TemplateLine
    from drafter.app.template_check import Checked


def _check(library: Library, options: argparse.Namespace) -> int:
    from drafter.app.template_check import check, commented

    checked = check(options.file, options.document or "", library.own_fields.all())
    copy = commented(checked, options.comments) if options.comments and checked.findings else None
    as_json = {
        "file": str(checked.file),
        "document": checked.against or None,
        "findings": [finding.as_json() for finding in checked.findings],
        "comments": None if copy is None else str(copy),
    }
    shown(options, as_json, [*_told(checked), *([f"The copy with comments is {copy}."] if copy else [])])
    return FINDINGS if checked.findings else FINE


def _told(checked: Checked) -> Iterator[str]:
    against = (
        f"as template of “{checked.against}”" if checked.against else "against the fields of any document"
    )
    count = len(checked.findings)
    found = "no fault" if not count else "1 fault" if count == 1 else f"{count} faults"
    yield f"{checked.file.name}, checked {against}: {found}."
    yield from (f"{finding.fault.severity:<4}  {finding}" for finding in checked.findings)


def _list(library: Library, options: argparse.Namespace) -> int:
    lines = library.templates.lines()
    rows = [{**asdict(line), "path": str(line.path)} for line in lines]
    shown(options, rows, [_listed(line) for line in lines])
    return FINE


def _listed(line: TemplateLine) -> str:
    mine = f" ({line.path})" if line.mine else ""
    ask = f"; “drafter template changes {line.id}” shows it" if line.outdated else ""
    return f"{line.id:<12} {line.kind:<9} {line.state}{mine}{ask}"


def _copy(library: Library, options: argparse.Namespace) -> int:
    path = library.templates.copy(options.id)
    shown(options, {"path": str(path)}, [f"Copied to {path}; drafts are made with it from now on."])
    return FINE


def _reset(library: Library, options: argparse.Namespace) -> int:
    path = library.templates.reset(options.id)
    told = f"Your copy is now {path}; drafts are made with the shipped template again."
    shown(options, {"path": str(path)}, [told])
    return FINE


def _changes(library: Library, options: argparse.Namespace) -> int:
    changes = library.templates.changes(options.id)
    lines = changes or [f"The shipped {options.id} is as it was when you copied it."]
    if options.reviewed:
        library.templates.mark_reviewed(options.id)
        lines = [*lines, "Marked as reviewed: from now on your copy is compared with today’s original."]
    shown(options, {"changes": changes, "reviewed": options.reviewed}, lines)
    return FINE


def _fields(library: Library, options: argparse.Namespace) -> int:
    from drafter.app.template_fields import field_rows

    rows = field_rows(library, options.document or "")
    lines = []
    for row in rows:
        tag = row["tag"].replace("\n", " ")
        inside = f"   inside {' '.join(row['inside'])}" if row["inside"] else ""
        lines.append(f"{tag}   {row['sample']}{inside}".rstrip())
    shown(options, rows, lines)
    return FINE


def _try(library: Library, options: argparse.Namespace) -> int:
    from drafter.app.trial import try_template

    trial = try_template(library, options.file, options.document, options.out)
    told = [f"wrote {trial.file}; what was filled in is highlighted."]
    told += [
        f"missing  “{name}” is no field and is printed as a bracket; “drafter template check” says where."
        for name in trial.undefined
    ]
    shown(options, {"files": [str(trial.file)], "undefined": list(trial.undefined)}, told)
    return FINDINGS if trial.undefined else FINE


_FILE = (("file",), {"type": Path, "metavar": "FILE", "help": "the Word file"})
_ID = (("id",), {"metavar": "ID", "help": "the template’s id, such as motion or b3D"})

COMMANDS: dict[str, Command] = {
    "check": (
        _check,
        "Tell all faults of a template at once; nothing of it is run.",
        (
            _FILE,
            (("--document",), {"metavar": "ID", "help": "the document or ground it is for"}),
            (
                ("--comments",),
                {"type": Path, "metavar": "OUT", "help": "write the faults as Word comments into this copy"},
            ),
        ),
    ),
    "list": (_list, "List the templates and whose file is used.", ()),
    "copy": (_copy, "Copy a shipped template into your own, to edit it in Word.", (_ID,)),
    "reset": (_reset, "Move your copy aside and use the shipped template again.", (_ID,)),
    "changes": (
        _changes,
        "Show what the program changed in a template since you copied it.",
        (
            _ID,
            (
                ("--reviewed",),
                {"action": "store_true", "help": "you have taken the changes over or left them"},
            ),
        ),
    ),
    "fields": (
        _fields,
        "List the fields, each with its tag to copy and a sample value.",
        (
            (
                ("document",),
                {"nargs": "?", "metavar": "DOCUMENT", "help": "a document or ground; all documents"},
            ),
        ),
    ),
    "try": (
        _try,
        "Fill a template with the sample case, everything filled in highlighted.",
        (
            _FILE,
            (
                ("--document",),
                {"required": True, "metavar": "ID", "help": "the document or ground it is for"},
            ),
            (
                ("--out",),
                {"type": Path, "required": True, "metavar": "DIR", "help": "the folder to write into"},
            ),
        ),
    ),
}
