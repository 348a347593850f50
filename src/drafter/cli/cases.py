"""The commands that work on cases: new, cases, fill, show, draft, questions."""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from drafter.cli.command import CASE, FILING_DATE, FINDINGS, FINE, Command, given_text, shown
from drafter.core.dates import long_date
from drafter.errors import BadInputError

if TYPE_CHECKING:
    from drafter.app.drafting import DraftReport
    from drafter.app.library import Library
    from drafter.app.session import CaseSession
    from drafter.core.flow import Missing
    from drafter.core.problem import Problem
    from drafter.law.changes import LawChange
    from drafter.law.deadlines import Deadline

_PLACES = ("open", "archive", "templates", "trash")
_ORDERS = ("modified", "due", "title", "movant", "court", "status")
#: What is said of an answer that a paper prints without proof.
_UNPROVED = "This prints without proof; name the exhibit or document that shows it, and the page."


def _new(library: Library, options: argparse.Namespace) -> int:
    title = options.title or ""
    if options.sample:
        case = library.new_sample(options.sample, title)
    elif options.source is not None:
        case = library.new_from(options.source, title, tuple(options.sections) if options.sections else None)
    else:
        case = library.new(title)
    shown(options, {"case": case}, [str(case)])
    return FINE


def _cases(library: Library, options: argparse.Namespace) -> int:
    from drafter.app.shelf import ORDERS, Shelf

    shelf = Shelf(
        place=options.place,
        status=options.status,
        tag=options.tag,
        order=options.sort,
        descending=ORDERS[options.sort][1] != options.reverse,
        search=options.search or "",
    )
    lines = shelf.every(library)
    listed: list[dict[str, Any]] = [
        {
            "case": line.id,
            "title": line.title,
            "movant": line.movant,
            "court": line.court,
            "modified": line.modified.isoformat(timespec="seconds"),
            "drafts": line.drafts,
            "status": line.status,
            "tags": list(line.tags),
            "deadline": _deadline(library.nearest_deadline(line.id)),
        }
        for line in lines
    ]
    shown(options, listed, [_line(one) for one in listed])
    return FINE


def _deadline(found: Deadline | None) -> dict[str, object] | None:
    if found is None or found.due is None:
        return None
    return {"id": found.id, "what": found.what, "due": found.due.isoformat(), "days_left": found.days_left}


def _line(case: dict[str, Any]) -> str:
    due = f"{case['deadline']['due']} {case['deadline']['what']}" if case["deadline"] else ""
    return f"{case['case']:>5}  {case['title']}  {case['movant']}  {case['court']}  {due}".rstrip()


def _fill(library: Library, options: argparse.Namespace) -> int:
    session = library.open_case(options.case)
    change = session.fill(_answers_file(options.answers))
    lines = [f"{len(change.changed)} answers changed; {len(change.missing)} facts are still missing."]
    shown(options, {"changed": list(change.changed), **_findings(change.missing, change.problems)}, lines)
    return FINE


def _answers_file(path: Path) -> dict[str, Any]:
    try:
        rows = json.loads(given_text(path, "answers file"))
    except ValueError as fault:
        message = f"The answers file {path} is not JSON ({fault}); correct it and fill again."
        raise BadInputError(message) from fault
    if not isinstance(rows, dict):
        message = f"The answers file {path} must hold one object of question id and value."
        raise BadInputError(message)
    return rows


def _missing(missing: Sequence[Missing]) -> list[dict[str, object]]:
    return [
        {
            "question": item.question.id,
            "ask": item.question.ask,
            "blank": item.what or item.question.blank,
            "unknown": item.unknown,
            "note": item.note,
        }
        for item in missing
    ]


def _findings(missing: Sequence[Missing], problems: Sequence[Problem]) -> dict[str, object]:
    told = [{"question": p.question, "message": p.message, "stops_final": p.stops_final} for p in problems]
    return {"missing": _missing(missing), "problems": told}


def _told(missing: Sequence[Missing], problems: Sequence[Problem]) -> list[str]:
    lines = [
        f"missing  {item.question.id}: {item.what or item.question.ask}"
        + (f" ({item.note})" if item.note else "")
        for item in missing
    ]
    return lines + [
        f"{'problem' if p.stops_final else 'note   '}  {p.question}: {p.message}" for p in problems
    ]


def _show(library: Library, options: argparse.Namespace) -> int:
    session = library.open_case(options.case)
    problems = session.findings(options.filing_date)
    hidden = [key for key in session.answers if key not in session.flow.answers]
    told = {
        "title": session.title,
        "answers": {key: session.answers.stored(key) for key in session.answers},
        "unknown": {key: answer.note for key, answer in session.answers.items() if answer.unknown},
        "notes": {key: answer.note for key, answer in session.answers.items() if answer.note},
        "evidence": {
            key: [piece.as_json() for piece in answer.evidence]
            for key, answer in session.answers.items()
            if answer.evidence
        },
        "hidden": hidden,
        **_findings(session.flow.missing, problems),
        "law_changes": [_law_change(one) for one in session.law_changes()],
    }
    lines = [session.title]
    for key, answer in session.answers.items():
        text = "unknown – must obtain" if answer.unknown else session.question(key).kind.show(answer.value)
        lines.append(f"{key}{' (hidden)' if key in hidden else ''}: {text}")
    shown(options, told, [*lines, *_told(session.flow.missing, problems), *_law_lines(session)])
    return FINE


def _law_change(one: LawChange) -> dict[str, object]:
    return {
        "ref": one.ref,
        "what": list(one.what),
        "says": one.says,
        "source": list(one.source),
        "verified": one.verified,
    }


def _law_lines(session: CaseSession) -> list[str]:
    changes, drafted = session.law_changes(), session.drafted_at()
    if not changes or drafted is None:
        return []
    day = long_date(drafted.astimezone().date())
    return [f"The law changed since the last draft of {day}:", *(f"law      {one.says}" for one in changes)]


def _draft(library: Library, options: argparse.Namespace) -> int:
    session = library.open_case(options.case)
    documents = session.documents() if options.kit else options.document
    report = session.draft(options.out, documents=documents, on=options.filing_date, final=options.final)
    as_json = {
        "files": [str(path) for path in report.files],
        **_findings(report.missing, report.problems),
        "unproved": list(report.unproved),
        "final": report.final,
        "templates": [asdict(use) for use in report.templates],
        "manifest": str(report.manifest) if report.manifest else None,
    }
    shown(options, as_json, _draft_lines(report, asked_final=options.final))
    refused = options.final and not report.final
    return FINDINGS if refused else FINE


def _compare(library: Library, options: argparse.Namespace) -> int:
    from drafter.app.comparison import lines

    differences = library.open_case(options.case).compare(options.file)
    told = [
        {"by": one.by, "draft": one.draft, "hand": one.hand, "program": one.program} for one in differences
    ]
    shown(options, told, lines(differences))
    return FINE


def _draft_lines(report: DraftReport, *, asked_final: bool) -> list[str]:
    lines = [f"wrote {path}" for path in report.files] + _told(report.missing, report.problems)
    lines += [f"inform   {question}: {_UNPROVED}" for question in report.unproved]
    if own := [f"{use.id} ({use.kind})" for use in report.templates if use.mine]:
        lines.append(f"made with your own templates: {', '.join(own)}")
    if asked_final and not report.final:
        count = len(report.missing) + sum(problem.stops_final for problem in report.problems)
        lines.append(f"Not final: {count} points are open, so nothing was written; they are listed above.")
    return lines


def _questions(library: Library, options: argparse.Namespace) -> int:
    if options.export is not None:
        path = library.drafting.blank_sheet(options.export.absolute(), library.today())
        shown(options, {"files": [str(path)]}, [f"wrote {path}"])
        return FINE
    listed = library.drafting.questionnaire()
    shown(options, listed, [f"{entry['id']} ({entry['kind']}): {entry['ask']}" for entry in listed])
    return FINE


COMMANDS: dict[str, Command] = {
    "new": (
        _new,
        "Make a case and print its id.",
        (
            (("--sample",), {"metavar": "NAME", "help": "vailes, vailes-2021 or complete"}),
            (("--title",), {"help": "the case's title"}),
            (
                ("--from",),
                {
                    "dest": "source",
                    "type": int,
                    "metavar": "CASE",
                    "help": "begin with the answers of a case",
                },
            ),
            (
                ("--sections",),
                {"nargs": "+", "metavar": "ID", "help": "with --from: these sections alone"},
            ),
        ),
    ),
    "cases": (
        _cases,
        "List the cases.",
        (
            (("--search",), {"metavar": "TEXT", "help": "only with these words"}),
            (("--place",), {"choices": _PLACES, "default": "open", "help": "where to look"}),
            (("--status",), {"default": "", "metavar": "STATUS", "help": "only with this status"}),
            (("--tag",), {"default": "", "metavar": "TAG", "help": "only with this tag"}),
            (("--sort",), {"choices": _ORDERS, "default": "modified", "help": "sort by this"}),
            (("--reverse",), {"action": "store_true", "help": "the other way round"}),
        ),
    ),
    "fill": (
        _fill,
        "Fill in answers from a JSON file, all or nothing.",
        (
            CASE,
            (
                ("answers",),
                {"type": Path, "metavar": "FILE", "help": "the JSON file, or - for standard input"},
            ),
        ),
    ),
    "show": (_show, "Show a case's answers, missing facts and problems.", (CASE, FILING_DATE)),
    "draft": (
        _draft,
        "Write papers as Word files.",
        (
            CASE,
            (("--document",), {"action": "extend", "nargs": "+", "metavar": "ID", "help": "these documents"}),
            (("--kit",), {"action": "store_true", "help": "every document that applies"}),
            (
                ("--out",),
                {"type": Path, "required": True, "metavar": "DIR", "help": "the folder to write into"},
            ),
            FILING_DATE,
            (("--final",), {"action": "store_true", "help": "refuse while anything is missing"}),
        ),
    ),
    "compare": (
        _compare,
        "Compare a draft with what a hand made of it and with a new draft.",
        (CASE, (("file",), {"type": Path, "metavar": "FILE", "help": "the draft's Word file"})),
    ),
    "questions": (
        _questions,
        "Print the whole questionnaire, or write it as a Word file to fill in by hand.",
        ((("--export",), {"type": Path, "metavar": "FILE", "help": "write it as this Word file"}),),
    ),
}
