"""Papers for tests, made as the program makes them: with the look, the stamp and the twins of the case."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import partial
from typing import Any

from every_answer import LAW, QUESTIONS, SECTIONS, TODAY, everything

from drafter.app.copies import Copy, copies
from drafter.app.my_templates import MyTemplates
from drafter.app.reading import read_row
from drafter.app.samples import sample
from drafter.core.answers import Answer, Answers
from drafter.core.flow import follow
from drafter.core.kinds import Address, Kind, LongText, Person, Text
from drafter.core.rows import ListOf
from drafter.practice.documents.document import Document
from drafter.practice.documents.facts import Facts
from drafter.render.look import Look

_TEMPLATES = MyTemplates(None)
#: What people and other programs paste; a tab, an escape, a separator of lines and a bell are among it.
HOSTILE = 'AT&T <select> "O\'Brien" ]]> § 3582 – {{ y }} {_{x}_} {% if %}\tB\u2028C\x0bD\x1b\x07 \U0001f600'


def word_file(copy: Copy, *, paged: bool = True) -> bytes:
    """The Word file of ``copy``; its tables, if ``paged``, point to the pages 1, 2, 3 …"""
    document, style = copy.document, copy.style
    templates = _TEMPLATES.set_for(document.template, pleads=document.pleads)
    look = Look(style.font, style.size, style.note_size, line_numbers=style.line_numbers)
    fill = partial(templates.render, copy.paper, strict=False, title=document.title, look=look)
    made = fill(pages={})
    if paged and made.bookmarks:
        made = fill(pages={mark: page for page, mark in enumerate(made.bookmarks, 1)})
    return made.docx


def papers(document: Document, facts: Facts) -> Iterator[tuple[str, bytes]]:
    """Each copy as PUBLIC, SEALED or nothing, and its Word file."""
    return ((copy.access, word_file(copy)) for copy in copies(document, facts))


def sample_case(name: str) -> dict[str, Answer]:
    """The answers of the sample case ``name`` by question id."""
    read = {key: read_row(QUESTIONS[key], row) for key, row in sample(name)[1].items()}
    return {key: answer for key, answer in read.items() if answer is not None}


def facts_of(answers: Mapping[str, Answer], on: date = TODAY, today: date | None = TODAY) -> Facts:
    """The facts of ``answers``, masked as the program masks them."""
    return Facts(follow(SECTIONS, Answers(answers)).answers, LAW, on, today, questions=QUESTIONS)


def hostile(**changes: object) -> dict[str, Any]:
    """Every question answered, and in every text of it, in tables too, what breaks a careless program."""
    return {
        key: _hostile(QUESTIONS[key].kind, value) if key not in changes else value
        for key, value in everything(**changes).items()
    }


def _hostile(kind: Kind[Any], value: Any) -> Any:  # noqa: ANN401 - JSON
    match kind:
        case ListOf():
            kinds = {column.id: column.kind for column in kind.columns}
            return [{key: _hostile(kinds[key], cell) for key, cell in row.items()} for row in value]
        case Text() | LongText():
            return f"{HOSTILE}\n{HOSTILE}"
        case Address():
            return dict.fromkeys(("street", "city", "state", "postal_code"), HOSTILE)
        case Person():
            return dict.fromkeys(("given", "family", "suffix"), HOSTILE)
    return value
