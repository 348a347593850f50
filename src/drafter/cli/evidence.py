"""The commands on evidence: evidence, attach, papers."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from drafter.cli.command import CASE, FILING_DATE, FINE, Command, iso, shown
from drafter.core.dates import long_date

if TYPE_CHECKING:
    from drafter.app.library import Library
    from drafter.practice.evidence_map import MapLine, ToObtain


def _evidence(library: Library, options: argparse.Namespace) -> int:
    found = library.open_case(options.case).evidence(options.filing_date)
    as_json: dict[str, Any] = {
        "map": [asdict(line) for line in found.lines],
        "to_obtain": [
            asdict(one) | {"asked": iso(one.asked), "due": iso(one.due)} for one in found.to_obtain
        ],
    }
    lines = [text for line in found.lines for text in _told(line)]
    lines += ["To obtain:", *map(_wanted, found.to_obtain)] if found.to_obtain else []
    shown(options, as_json, lines or ["No ground is asserted yet, and nothing is to be obtained."])
    return FINE


def _told(line: MapLine) -> list[str]:
    parts = (
        ("needed", line.needed),
        ("have", line.have),
        ("awaited", line.awaited),
        ("missing", line.missing),
    )
    head = f"{line.ground} {line.element}: {line.state.replace('_', ' ')}"
    return [head, *(f"  {name}: {'; '.join(words)}" for name, words in parts if words)]


def _wanted(one: ToObtain) -> str:
    parts = [one.what, one.state]
    parts += [f"from: {one.who}"] if one.who else []
    parts += [one.how] if one.how else []
    parts += [f"asked on {long_date(one.asked)}"] if one.asked else []
    parts += [f"due on {long_date(one.due)}"] if one.due else []
    return f"  {'; '.join(parts)}"


def _attach(library: Library, options: argparse.Namespace) -> int:
    paper = library.open_case(options.case).kept_papers.attach(options.file, options.exhibit)
    shown(
        options, {"paper": paper}, [f"{options.file.name} is kept with case {options.case} as paper {paper}."]
    )
    return FINE


def _papers(library: Library, options: argparse.Namespace) -> int:
    papers = library.open_case(options.case).kept_papers
    if options.save is not None:
        papers.save(
            options.save, options.out or Path(next(p.name for p in papers.all() if p.id == options.save))
        )
    told = [
        {"paper": one.id, "name": one.name, "exhibit": one.exhibit, "bytes": one.size, "sha256": one.sha256}
        for one in papers.all()
    ]
    lines = [
        f"{one.id:>5}  {f'Ex. {one.exhibit}  ' if one.exhibit else ''}{one.name}  {one.size} bytes"
        for one in papers.all()
    ]
    shown(options, told, lines or ["No paper is kept with this case."])
    return FINE


_FILE = (("file",), {"type": Path, "metavar": "FILE", "help": "the paper, such as a PDF"})
_EXHIBIT = (("--exhibit",), {"default": "", "metavar": "LETTER", "help": "the exhibit that it is"})
_SAVE = (("--save",), {"type": int, "metavar": "PAPER", "help": "write this paper to a file"})
_OUT = (("--out",), {"type": Path, "metavar": "FILE", "help": "the file to write"})

COMMANDS: dict[str, Command] = {
    "evidence": (_evidence, "Show what proves each ground, and what must be obtained.", (CASE, FILING_DATE)),
    "attach": (_attach, "Keep a paper with a case.", (CASE, _FILE, _EXHIBIT)),
    "papers": (_papers, "List the papers kept with a case, or write one to a file.", (CASE, _SAVE, _OUT)),
}
