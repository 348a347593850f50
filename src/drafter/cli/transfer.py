"""The commands that hand cases over and take them in: export, import, intake, and the versions of a case."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.cli.command import CASE, FINDINGS, FINE, Argument, Command, shown
from drafter.errors import BadInputError

if TYPE_CHECKING:
    from drafter.app.library import Library
    from drafter.app.transfer import CaseFile, MergeField, MergePlan, Side
    from drafter.app.versions import KeptVersion


def _export(library: Library, options: argparse.Namespace) -> int:
    passphrase = _passphrase(options.case_passphrase_file)
    is_file = options.file.suffix.lower() == ".drafter"
    if is_file and not passphrase and not options.plain:
        raise BadInputError(
            "A case file holds a client’s secrets: name a --case-passphrase-file, or say --plain for none."
        )
    path = library.transfer.export(options.case, options.file, passphrase, replace=options.replace)
    told = "encrypted" if passphrase else "not encrypted: anyone who has it can read it"
    shown(options, {"file": str(path), "encrypted": bool(passphrase)}, [f"wrote {path} ({told})"])
    return FINE


def _passphrase(path: Path | None) -> str | None:
    """The first line of the file, as one writes it with an editor."""
    if path is None:
        return None
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, ValueError) as fault:
        raise BadInputError(f"The passphrase file {path} cannot be read ({fault}); check it.") from fault
    if not lines or not lines[0]:
        raise BadInputError(f"The first line of {path} is empty; write the passphrase there.")
    return lines[0]


def _import(library: Library, options: argparse.Namespace) -> int:
    file = library.transfer.read(options.file, _passphrase(options.case_passphrase_file))
    if options.merge is not None and options.as_new:
        raise BadInputError("--merge and --as-new are two ways to take a case in; say one of them.")
    if options.take_fields:
        file = library.transfer.with_fields(file)
    if options.merge is not None:
        return _merge(library, options, file)
    if file.here is not None and not options.as_new:
        raise BadInputError(
            f"“{file.title}” is here already as case {file.here}: say --merge {file.here} to merge the two "
            "field by field, or --as-new for another case beside it."
        )
    case = library.transfer.add(file)
    told = {"case": case, "title": file.title, **_of_file(file)}
    shown(options, told, [f"imported “{file.title}” as case {case}", *_unread(file, case)])
    return FINE


def _of_file(file: CaseFile, *, done: bool = True) -> dict[str, object]:
    return {
        "unread": [asdict(one) for one in file.unread],
        "fields": {"taken": done and bool(file.taking), **asdict(file.fields)},
    }


def _unread(file: CaseFile, case: int) -> list[str]:
    """What this library cannot show of the ``case`` that the file has become, and how it can."""
    told = set() if file.taking else {one.tag for one in file.fields.new}
    return _fields(file, case) + [
        f"kept as it is, cannot be read: {one.question}: {one.why}"
        for one in file.unread
        if one.question not in told
    ]


def _fields(file: CaseFile, case: int) -> list[str]:
    """The fields of the sender's own that are new here, and those that are otherwise here."""
    new = [f"{one.tag}: {one.ask} ({one.kind_told})" for one in file.fields.new]
    other = [f"not taken: {one.told}" for one in file.fields.other]
    if file.taking or not new:
        return [*(f"asked here as well: {one}" for one in new), *other]
    how = (
        f"import the file again with --merge {case} --take-fields"
        if file.here in {None, case}
        else "add the fields with “drafter fields add”"
    )
    return [
        *(f"not asked here: {one}" for one in new),
        f"Their answers are kept but cannot be seen; to see them, {how}.",
        *other,
    ]


def _merge(library: Library, options: argparse.Namespace, file: CaseFile) -> int:
    plan = library.transfer.plan(file, options.merge)
    told = {
        "case": plan.case,
        "taken": [asdict(one) for one in plan.taken],
        "kept": [asdict(one) for one in plan.kept],
        "conflicts": [asdict(one) for one in plan.conflicts],
    }
    if plan.conflicts and options.take is None:
        shown(options, {**told, **_of_file(file, done=False), "merged": False}, _conflicts(plan))
        return FINDINGS
    side: Side = "there" if options.take == "theirs" else "here"
    merged = library.transfer.merge(file, plan, {one.question: side for one in plan.conflicts})
    told |= {**_of_file(file), "merged": True, "changed": list(merged.changed), "added": dict(merged.added)}
    added = ", ".join(f"{count} {kind}" for kind, count in merged.added.items() if count) or "nothing else"
    lines = [
        f"merged into case {plan.case}: {len(merged.changed)} answers taken, {len(plan.kept)} kept",
        f"added: {added}",
        *(f"taken  {key}" for key in merged.changed),
        *_unread(file, plan.case),
    ]
    shown(options, told, lines)
    return FINE


def _conflicts(plan: MergePlan) -> list[str]:
    count = len(plan.conflicts)
    found = "one answer was" if count == 1 else f"{count} answers were"
    return [
        f"Nothing was changed: {found} changed both here and there; say --take theirs or --take ours.",
        *(line for one in plan.conflicts for line in _conflict(one)),
    ]


def _conflict(one: MergeField) -> list[str]:
    sides = (("before", one.base), ("ours", one.here), ("theirs", one.there))
    return [f"conflict  {one.question}: {one.asked}"] + [
        f"  {name}: {' / '.join(text.splitlines())}" for name, text in sides
    ]


def _intake(library: Library, options: argparse.Namespace) -> int:
    from drafter.app.intake import Intake

    intake = Intake(library)
    if options.template:
        path = intake.write_template(options.file)
        shown(options, {"file": str(path)}, [f"wrote {path}"])
        return FINE
    report = intake.take(options.file)
    bad = [asdict(one) for one in report.bad]
    lines = [
        f"row {one.row}, {one.column}: {one.why}" if one.row else f"{one.column}: {one.why}"
        for one in report.bad
    ]
    if report.bad:
        lines.insert(0, f"Nothing was taken in, because of {len(bad)} cells:")
    else:
        lines.append(f"{len(report.cases)} cases were taken in.")
    shown(options, {"cases": list(report.cases), "bad": bad}, lines)
    return FINDINGS if report.bad else FINE


def _versions(library: Library, options: argparse.Namespace) -> int:
    from drafter.app.versions import kept_versions

    versions = kept_versions(library.open_case(options.case))
    told = [
        {
            "version": one.id,
            "name": one.name,
            "kind": one.kind,
            "made": one.made.isoformat(timespec="seconds"),
            "papers": list(one.papers),
        }
        for one in versions
    ]
    shown(options, told, [_version_line(one) for one in versions] or ["The case has no version yet."])
    return FINE


def _version_line(one: KeptVersion) -> str:
    made = one.made.astimezone().strftime("%Y-%m-%d %H:%M")
    line = f"{one.id:>5}  {made}  {one.kind}  {one.name}".rstrip()
    return "\n".join((line, *(f"       {paper}" for paper in one.papers)))


def _version_keep(library: Library, options: argparse.Namespace) -> int:
    version = library.open_case(options.case).keep_version(options.name)
    shown(options, {"version": version}, [str(version)])
    return FINE


def _version_compare(library: Library, options: argparse.Namespace) -> int:
    found = library.open_case(options.case).version_differences(options.version, options.other)
    lines = []
    for one in found:
        lines += [f"{one.question}: {one.asked}"]
        lines += [
            f"  {name}: {' / '.join(text.splitlines())}"
            for name, text in (("before", one.before), ("after", one.after))
        ]
    shown(options, [asdict(one) for one in found], lines or ["Nothing differs."])
    return FINE


def _version_restore(library: Library, options: argparse.Namespace) -> int:
    case = library.new_from_version(options.case, options.version, options.title or "")
    shown(options, {"case": case}, [str(case)])
    return FINE


_PASSPHRASE: Argument = (
    ("--case-passphrase-file",),
    {"type": Path, "metavar": "FILE", "help": "the file whose first line is the passphrase"},
)
_VERSION: Argument = (("version",), {"type": int, "metavar": "VERSION", "help": "the version’s id"})

COMMANDS: dict[str, Command] = {
    "export": (
        _export,
        "Write a case as one file (.drafter) or as open JSON (.json).",
        (
            CASE,
            (("file",), {"type": Path, "metavar": "FILE", "help": "the file to write, by its ending"}),
            _PASSPHRASE,
            (("--plain",), {"action": "store_true", "help": "write a case file without a passphrase"}),
            (("--replace",), {"action": "store_true", "help": "in place of a file that is there"}),
        ),
    ),
    "import": (
        _import,
        "Take in a case file or JSON: as a new case, or merged field by field.",
        (
            (("file",), {"type": Path, "metavar": "FILE", "help": "a .drafter or .json file"}),
            _PASSPHRASE,
            (("--merge",), {"type": int, "metavar": "CASE", "help": "merge it into this case"}),
            (("--as-new",), {"action": "store_true", "help": "another case, though it is here already"}),
            (
                ("--take",),
                {"choices": ("theirs", "ours"), "help": "whose answer stands where both changed it"},
            ),
            (
                ("--take-fields",),
                {"action": "store_true", "help": "ask the fields of the sender’s own here as well"},
            ),
        ),
    ),
    "intake": (
        _intake,
        "Take in many cases from a table (.csv or .xlsx), all or none.",
        (
            (
                ("file",),
                {"type": Path, "metavar": "FILE", "help": "the table; its first row names questions"},
            ),
            (("--template",), {"action": "store_true", "help": "write such a table without rows instead"}),
        ),
    ),
    "versions": (_versions, "List the versions of a case.", (CASE,)),
}

VERSION_COMMANDS: dict[str, Command] = {
    "keep": (
        _version_keep,
        "Keep the answers of this moment under a name.",
        (CASE, (("name",), {"metavar": "NAME", "help": "such as “as filed”"})),
    ),
    "compare": (
        _version_compare,
        "Show what differs between a version and another, or now.",
        (
            CASE,
            _VERSION,
            (("other",), {"type": int, "nargs": "?", "metavar": "OTHER", "help": "another version"}),
        ),
    ),
    "restore": (
        _version_restore,
        "Make a new case with the answers of a version.",
        (CASE, _VERSION, (("--title",), {"help": "the new case’s title"})),
    ),
}
