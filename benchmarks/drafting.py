"""The motion of the complete sample, warm, against plain docxtpl with the same template and context."""

from __future__ import annotations

import time
from datetime import date
from io import BytesIO
from typing import Any

from docxtpl import DocxTemplate
from jinja2 import Environment

from drafter import paths
from drafter.app.drafting import DraftingRoom
from drafter.app.reading import read_row
from drafter.app.samples import sample
from drafter.core.answers import Answers
from drafter.core.flow import follow
from drafter.law import Law
from drafter.practice.documents.facts import Facts
from drafter.practice.documents.registry import DOCUMENTS
from drafter.render.engine import Template, render
from drafter.render.plain import plain_context


def _context(room: DraftingRoom) -> object:
    rows = sample("complete")[1]
    read = {key: read_row(room.question(key), row) for key, row in rows.items()}
    answers = Answers({key: answer for key, answer in read.items() if answer is not None})
    masked = follow(room.sections, answers).answers
    today = date.today()  # noqa: DTZ011 - a filing date is local
    return DOCUMENTS[0].paper(Facts(masked, room.law, today, today, questions=room.questions)).context


def _plainly(shell: bytes, context: dict[str, Any]) -> None:
    template = DocxTemplate(BytesIO(shell))
    template.render(context, Environment(autoescape=True), autoescape=True)
    template.save(BytesIO())


def measured(repeats: int) -> tuple[list[float], list[float]]:
    """Times of one motion in milliseconds: ours, and plain docxtpl's (which leaves the fragments out)."""
    room = DraftingRoom(Law(paths.resource_text))
    context = _context(room)
    shell = paths.template_bytes(DOCUMENTS[0].template)
    fragments = {name: paths.template_bytes(name) for name in paths.template_names("grounds")}
    template = Template.open(shell, {name.split("/")[1][:-5]: file for name, file in fragments.items()})
    render(template, context, strict=False)
    plain = plain_context(context)
    ours, bound = [], []
    for _ in range(repeats):
        begun = time.perf_counter()
        _plainly(shell, plain)
        between = time.perf_counter()
        render(template, context, strict=False)
        ours.append((time.perf_counter() - between) * 1000)
        bound.append((between - begun) * 1000)
    return ours, bound
