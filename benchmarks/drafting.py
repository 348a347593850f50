"""The motion of the complete sample, some twenty pages, from its answers to the bytes of its Word file.

Everything is measured by turns inside one run:

* **docxtpl** is plain docxtpl with the same shell and context, as its manual shows it.  It leaves out the
  fragments of the grounds, the lists, the footnotes' numbers and all tidying.
* **the bound** is what no program can save: the parts of the finished file, ready in memory, packed again by
  ``zipfile`` as quickly as it can.
* **a motion** is what a person waits for: from the answers of an open case, whose hidden ones the interview
  has masked at each edit, the context made, the paper rendered and packed.
* **a first motion** is that of a process which has imported its modules and opened the case (the law is
  read), with the template's kept form on disk; **from the start** counts Python's start and all imports too.
* **motions a second** are those of :data:`CASES` different cases, in one process and in two at once.  Each
  must be the very file that drafting that case alone has written.
"""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from datetime import date
from functools import cache
from io import BytesIO
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from drafter import paths
from drafter.app.drafting import DraftingRoom, DraftOrder
from drafter.app.reading import read_row
from drafter.app.samples import sample
from drafter.core.answers import Answers
from drafter.core.flow import Flow, follow
from drafter.law import Law
from drafter.practice.documents.document import Paper
from drafter.practice.documents.facts import Facts
from drafter.practice.documents.house_style import house_style
from drafter.practice.documents.registry import DOCUMENTS
from drafter.render.engine import Template, render
from drafter.render.look import Look
from drafter.render.plain import plain_context

MOTION = DOCUMENTS[0]
TODAY = date.today()  # noqa: DTZ011 - a filing date is local
#: What takes a few milliseconds is measured as often in a row at each turn, so that it is as warm as it says.
ROUNDS = 10
CASES = 200
PROCESSES = 2
Times = tuple[list[float], list[float]]


@cache
def room() -> DraftingRoom:
    """The law, the interview and the templates of this process."""
    return DraftingRoom(Law(paths.resource_text))


@cache
def opened() -> Flow:
    """The complete sample as an open case."""
    read = {key: read_row(room().question(key), row) for key, row in sample("complete")[1].items()}
    return follow(room().sections, Answers({key: answer for key, answer in read.items() if answer}))


def case(number: int) -> Flow:
    """The same case with another movant and docket."""
    edits = {
        "movant.name": {"value": {"given": f"Jordan {number}", "family": "Doe & Sons"}},
        "case.number": f"2:15-cr-{number:05}-XYZ-1",
    }
    answers = opened().answers
    for question, row in edits.items():
        answers = answers.with_answer(question, read_row(room().question(question), row))
    return replace(opened(), answers=answers)


def paper(flow: Flow) -> Paper:
    """The motion of a case: what it prints, and how it cites."""
    return MOTION.paper(Facts(flow.answers, room().law, TODAY, TODAY, questions=room().questions))


def template(kept: Path | None = None) -> Template:
    """The motion's template, from the kept form in the folder ``kept`` if there is one."""
    fragments = {Path(name).stem: paths.template_bytes(name) for name in paths.template_names("grounds")}
    shell = paths.template_bytes(MOTION.template)
    return Template.open(shell, fragments, name=MOTION.template, keep_in=kept)


@cache
def stamped() -> dict[str, str]:
    """What the program writes into the properties of a motion."""
    return {"title": MOTION.title, "version": room().templates.set_for(MOTION.template, pleads=True).stamp}


@cache
def look() -> Look:
    """How the motions look: their court has no rule of its own."""
    style = house_style(Facts(opened().answers, room().law, TODAY, TODAY, questions=room().questions))
    return Look(style.font, style.size, style.note_size, line_numbers=style.line_numbers)


def motion(ready: Template, made: Paper) -> bytes:
    """The paper, as the program drafts it."""
    return render(
        ready, made.context, strict=False, citing=made.citing, properties=stamped(), look=look()
    ).docx


def plainly(shell: bytes, printed: dict[str, Any]) -> None:
    """The same shell by plain docxtpl, made safe with autoescape."""
    from docxtpl import DocxTemplate
    from jinja2 import Environment

    document = DocxTemplate(BytesIO(shell))
    document.render(printed, Environment(autoescape=True), autoescape=True)
    document.save(BytesIO())


def packed_again(parts: dict[str, bytes]) -> None:
    """The bound: nothing but the zip file."""
    with zipfile.ZipFile(BytesIO(), "w", zipfile.ZIP_DEFLATED, compresslevel=1) as package:
        for name, content in parts.items():
            package.writestr(name, content)


def measured(repeats: int) -> dict[str, Times]:
    """Times in milliseconds, ours and what they are compared with, by the name of the comparison."""
    ready, flow = template(), opened()
    shell, made = paths.template_bytes(MOTION.template), paper(flow)
    plain = plain_context(made.context)
    with zipfile.ZipFile(BytesIO(motion(ready, made))) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    work: dict[str, tuple[int, Callable[[], object]]] = {
        "docxtpl": (1, lambda: plainly(shell, plain)),
        "bound": (ROUNDS, lambda: packed_again(parts)),
        "motion": (ROUNDS, lambda: motion(ready, paper(flow))),
        "render": (ROUNDS, lambda: motion(ready, made)),
    }
    times: dict[str, list[float]] = {name: [] for name in work}
    for _ in range(repeats):
        for name, (rounds, done) in work.items():
            for _ in range(rounds):
                begun = time.perf_counter()
                done()
                times[name].append((time.perf_counter() - begun) * 1000)
    first, started = firsts(max(3, repeats // 3))
    return {
        "warm motion / plain docxtpl": (times["motion"], times["docxtpl"]),
        "warm motion / packing alone": (times["motion"], times["bound"]),
        "its render / packing alone": (times["render"], times["bound"]),
        "first motion, kept form / first by docxtpl": first,
        "first motion from the start / by docxtpl": started,
    }


#: Each prints the milliseconds of its first motion, the clock at its end, and whether docxtpl was imported.
FIRST = """
import sys, time
sys.path.insert(0, sys.argv[1])
from pathlib import Path
import drafting
flow = drafting.opened()
drafting.room().problems(flow.answers, drafting.TODAY, drafting.TODAY)
begun = time.perf_counter()
drafting.motion(drafting.template(Path(sys.argv[2])), drafting.paper(flow))
print((time.perf_counter() - begun) * 1000, time.monotonic_ns(), int("docxtpl" in sys.modules))
"""
FIRST_PLAINLY = """
import json, sys, time
from io import BytesIO
from docxtpl import DocxTemplate
from jinja2 import Environment
shell, printed = open(sys.argv[3], "rb").read(), json.load(open(sys.argv[4], encoding="utf-8"))
begun = time.perf_counter()
paper = DocxTemplate(BytesIO(shell))
paper.render(printed, Environment(autoescape=True), autoescape=True)
paper.save(BytesIO())
print((time.perf_counter() - begun) * 1000, time.monotonic_ns(), 1)
"""


def firsts(repeats: int) -> tuple[Times, Times]:
    """The first motion of a fresh process, and the time from that process's start to it."""
    first: Times = ([], [])
    started: Times = ([], [])
    with tempfile.TemporaryDirectory() as folder:
        shell, printed, kept = (Path(folder) / name for name in ("shell.docx", "context.json", "kept"))
        shell.write_bytes(paths.template_bytes(MOTION.template))
        printed.write_text(json.dumps(plain_context(paper(opened()).context)), encoding="utf-8")
        arguments = [str(Path(__file__).parent), str(kept), str(shell), str(printed)]
        _fresh(FIRST, arguments)  # makes the kept form
        for _ in range(repeats):
            for place, script in enumerate((FIRST, FIRST_PLAINLY)):
                begun = time.monotonic_ns()
                took, ended, imported = _fresh(script, arguments)
                first[place].append(took)
                started[place].append((ended - begun) / 1e6)
                if imported != place:
                    raise RuntimeError("drafter imported docxtpl although there is a kept form.")
    return first, started


def _fresh(script: str, arguments: list[str]) -> list[float]:
    command = (sys.executable, "-c", script, *arguments)
    told = subprocess.run(command, check=True, capture_output=True, encoding="utf-8", timeout=60).stdout
    return [float(word) for word in told.split()]


def drawn_up(first: int, last: int) -> tuple[float, float, list[str]]:
    """Draft the cases from ``first`` to before ``last``: the clock before and after, each file's digest."""
    ready, cases = template(), [case(number) for number in range(first, last)]
    motion(ready, paper(cases[0]))
    begun = time.monotonic()
    papers = [motion(ready, paper(flow)) for flow in cases]
    return begun, time.monotonic(), [hashlib.sha256(docx).hexdigest() for docx in papers]


def rates() -> dict[str, float]:
    """Motions a second; raises RuntimeError if one of them is another file than the same motion alone."""
    singly = _singly()
    found = {}
    for processes in (1, PROCESSES):
        share = CASES // processes
        with ProcessPoolExecutor(processes, get_context("spawn")) as pool:
            shares = [pool.submit(drawn_up, place * share, (place + 1) * share) for place in range(processes)]
            begun, ended, digests = zip(*(one.result() for one in shares), strict=True)
        if [one for share_ in digests for one in share_] != singly:
            raise RuntimeError("a motion drafted with many others is another file than the same one alone.")
        name = f"motions a second, {CASES} cases, {processes} process{'es' if processes > 1 else ''}"
        found[name] = CASES / (max(ended) - min(begun))
    return found


def _singly() -> list[str]:
    """The digest of every case's motion as the program writes it, one by one."""
    digests = []
    with tempfile.TemporaryDirectory() as folder:
        order = DraftOrder(Path(folder), None, TODAY, TODAY, final=False, ours=frozenset(), case=1)
        for number in range(CASES):
            _, records = room().draft(case(number), order)
            digests.append(records[0].sha256)
    return digests
