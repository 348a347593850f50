"""The command line: everything that the window does, through the same session of a case.

Exit codes: 0 fine, 1 findings (``--final`` was asked and something is missing), 2 usage or bad input with
one clear line on the standard error.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import json
import os
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from drafter import __version__
from drafter.errors import BadInputError, DrafterError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from drafter.app.drafting import DraftReport
    from drafter.app.library import Library
    from drafter.core.flow import Missing
    from drafter.core.problem import Problem

FINE, FINDINGS, BAD_INPUT = 0, 1, 2


class _Parser(argparse.ArgumentParser):
    """Tells a wrong command in one line instead of a page of usage."""

    def error(self, message: str) -> NoReturn:
        hint = f"{self.prog} --help tells how to call it"
        raise BadInputError(f"{message[:1].upper()}{message[1:]}; {hint}.")


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="drafter", description="Drafts the motion for a sentence reduction (18 U.S.C. § 3582(c)(1)(A))."
    )
    parser.add_argument("--version", action="version", version=f"drafter {__version__}")
    parser.add_argument("--self-test", action="store_true", help="check the program itself")
    parser.add_argument("--open-sample", metavar="NAME", help="open the window with a sample case")
    _everywhere(parser, json_default=False, folder_default=None)
    commands = parser.add_subparsers(dest="command", parser_class=_Parser, metavar="COMMAND")
    for name, (run, summary, arguments) in _COMMANDS.items():
        command = commands.add_parser(name, help=summary, description=summary)
        _everywhere(command, json_default=argparse.SUPPRESS, folder_default=argparse.SUPPRESS)
        for flags, options in arguments:
            command.add_argument(*flags, **options)
        command.set_defaults(run=run)
    return parser


def _everywhere(parser: argparse.ArgumentParser, *, json_default: object, folder_default: object) -> None:
    """Add the options that may stand before and after the command."""
    parser.add_argument(
        "--json", action="store_true", default=json_default, help="print JSON for other programs"
    )
    parser.add_argument(
        "--data-dir", type=Path, metavar="DIR", default=folder_default, help="keep every file in DIR"
    )


def window_options(arguments: Sequence[str]) -> argparse.Namespace | None:
    """Return the options for the window if ``arguments`` ask for it, else None."""
    with contextlib.suppress(DrafterError, SystemExit), contextlib.redirect_stdout(io.StringIO()):
        options = _parser().parse_args(arguments)
        if options.command is None and not options.self_test:
            return options
    return None


def main(arguments: Sequence[str]) -> int:
    """Run one command and return the exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        options = _parser().parse_args(arguments)
        if options.self_test:
            return _self_test()
        from drafter.app.library import Library

        with contextlib.closing(Library.open(options.data_dir)) as library:
            return int(options.run(library, options))
    except DrafterError as fault:
        print(f"drafter: {fault}", file=sys.stderr)
        return BAD_INPUT
    except BrokenPipeError:
        # The reader of our output went away, as "| head" does; Python would complain again when it ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FINE


def _print(options: argparse.Namespace, as_json: object, lines: Sequence[str]) -> None:
    if options.json:
        print(json.dumps(as_json, ensure_ascii=False, indent=2))
    else:
        for line in lines:
            print(line)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        message = f"“{text}” is not a date; write it as year-month-day, such as 2026-11-21"
        raise argparse.ArgumentTypeError(message) from None


def _new(library: Library, options: argparse.Namespace) -> int:
    title = options.title or ""
    case = library.new_sample(options.sample, title) if options.sample else library.new(title)
    _print(options, {"case": case}, [str(case)])
    return FINE


def _cases(library: Library, options: argparse.Namespace) -> int:
    lines = library.cases(options.search or "")
    listed = [
        {
            "case": line.id,
            "title": line.title,
            "movant": line.movant,
            "court": line.court,
            "modified": line.modified.isoformat(timespec="seconds"),
            "drafts": line.drafts,
        }
        for line in lines
    ]
    _print(
        options,
        listed,
        [f"{line.id:>5}  {line.title}  {line.movant}  {line.court}".rstrip() for line in lines],
    )
    return FINE


def _fill(library: Library, options: argparse.Namespace) -> int:
    session = library.open_case(options.case)
    change = session.fill(_answers_file(options.answers))
    lines = [f"{len(change.changed)} answers changed; {len(change.missing)} facts are still missing."]
    _print(options, {"changed": list(change.changed), **_findings(change.missing, change.problems)}, lines)
    return FINE


def _answers_file(path: Path) -> dict[str, Any]:
    try:
        text = sys.stdin.read() if str(path) == "-" else path.read_text(encoding="utf-8-sig")
        rows = json.loads(text)
    except OSError as fault:
        message = f"The answers file {path} cannot be read ({fault.strerror}); check the name."
        raise BadInputError(message) from fault
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
    shown = {
        "title": session.title,
        "answers": {key: session.answers.stored(key) for key in session.answers},
        "unknown": {key: answer.note for key, answer in session.answers.items() if answer.unknown},
        "evidence": {
            key: [piece.as_json() for piece in answer.evidence]
            for key, answer in session.answers.items()
            if answer.evidence
        },
        "hidden": hidden,
        **_findings(session.flow.missing, problems),
    }
    lines = [session.title]
    for key, answer in session.answers.items():
        text = "unknown – must obtain" if answer.unknown else session.question(key).kind.show(answer.value)
        lines.append(f"{key}{' (hidden)' if key in hidden else ''}: {text}")
    _print(options, shown, [*lines, *_told(session.flow.missing, problems)])
    return FINE


def _draft(library: Library, options: argparse.Namespace) -> int:
    session = library.open_case(options.case)
    documents = session.documents() if options.kit else options.document
    report = session.draft(options.out, documents=documents, on=options.filing_date, final=options.final)
    as_json = {
        "files": [str(path) for path in report.files],
        **_findings(report.missing, report.problems),
        "final": report.final,
    }
    _print(options, as_json, _draft_lines(report, asked_final=options.final))
    refused = options.final and not report.final
    return FINDINGS if refused else FINE


def _draft_lines(report: DraftReport, *, asked_final: bool) -> list[str]:
    lines = [f"wrote {path}" for path in report.files] + _told(report.missing, report.problems)
    if asked_final and not report.final:
        count = len(report.missing) + sum(problem.stops_final for problem in report.problems)
        lines.append(f"Not final: {count} points are open, so nothing was written; they are listed above.")
    return lines


def _questions(library: Library, options: argparse.Namespace) -> int:
    listed = library.drafting.questionnaire()
    _print(options, listed, [f"{entry['id']} ({entry['kind']}): {entry['ask']}" for entry in listed])
    return FINE


def _self_test() -> int:
    from drafter.app.selftest import faults

    found = faults()
    for line in found:
        print(f"self-test: {line}", file=sys.stderr)
    print(
        f"drafter {__version__}: the self-test found {len(found)} faults"
        if found
        else f"drafter {__version__}: fine"
    )
    return FINDINGS if found else FINE


_CASE = (("case",), {"type": int, "metavar": "CASE", "help": "the case's id"})
_FILING_DATE = (("--filing-date",), {"type": _day, "metavar": "DATE", "help": "use the law of this day"})
_COMMANDS: dict[
    str, tuple[Callable[[Library, argparse.Namespace], int], str, tuple[tuple[Any, Any], ...]]
] = {
    "new": (
        _new,
        "Make a case and print its id.",
        (
            (("--sample",), {"metavar": "NAME", "help": "vailes, vailes-2021 or complete"}),
            (("--title",), {"help": "the case's title"}),
        ),
    ),
    "cases": (
        _cases,
        "List the cases.",
        ((("--search",), {"metavar": "TEXT", "help": "only with these words"}),),
    ),
    "fill": (
        _fill,
        "Fill in answers from a JSON file, all or nothing.",
        (
            _CASE,
            (
                ("answers",),
                {"type": Path, "metavar": "FILE", "help": "the JSON file, or - for standard input"},
            ),
        ),
    ),
    "show": (_show, "Show a case's answers, missing facts and problems.", (_CASE, _FILING_DATE)),
    "draft": (
        _draft,
        "Write papers as Word files.",
        (
            _CASE,
            (("--document",), {"action": "extend", "nargs": "+", "metavar": "ID", "help": "these documents"}),
            (("--kit",), {"action": "store_true", "help": "every document that applies"}),
            (
                ("--out",),
                {"type": Path, "required": True, "metavar": "DIR", "help": "the folder to write into"},
            ),
            _FILING_DATE,
            (("--final",), {"action": "store_true", "help": "refuse while anything is missing"}),
        ),
    ),
    "questions": (_questions, "Print the whole questionnaire.", ()),
}
