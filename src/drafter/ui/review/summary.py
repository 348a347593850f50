"""The answers of a case as a page to print: a heading for each section, a line for each question."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from itertools import groupby
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from drafter.app.notes import NoteLine
    from drafter.app.review import ReviewLine

#: Who may read the page: it shows also what never stands in a paper.
FOR_THE_FILE: Final = "For the file only: this list holds answers that never print in a paper."


def summary(title: str, lines: Iterable[ReviewLine], which: str, notes: Sequence[NoteLine] = ()) -> str:
    """Return ``lines`` as HTML under the ``title`` of the case; ``which`` says which questions they are.

    The ``notes`` on a section and its sign-offs stand under its heading; those on sections of which no
    question is shown stand at the end.
    """
    body = [
        f"<h1>{escape(title)}</h1>",
        f"<p>{escape(which)}. {FOR_THE_FILE}</p>",
    ]
    left: dict[str, list[str]] = {}
    for note in notes:
        left.setdefault(note.title, []).append(f"<p><i>{_broken(note.words)}</i></p>")
    for section, inside in groupby(lines, key=lambda line: line.section):
        body += [f"<h2>{escape(section)}</h2>", *left.pop(section, ())]
        body += [_line(line) for line in inside]
    for section, said in left.items():
        body += [f"<h2>{escape(section)}</h2>", *said]
    return f"<html><body>{''.join(body)}</body></html>"


def _broken(text: str) -> str:
    return escape(text).replace("\n", "<br>")


def _line(line: ReviewLine) -> str:
    open_ = [*line.marks, *line.lacks]
    marks = f" <b>[{escape('; '.join(open_))}]</b>" if open_ else ""
    answer = _broken(line.answer) or "<i>Not answered.</i>"
    more = [f"Proof: {line.proof}"] if line.proof else []
    more += [f"Note: {line.note}"] if line.note else []
    small = "".join(f'<br><span style="font-size:small">{escape(one)}</span>' for one in more)
    return f"<p><b>{escape(line.asked)}</b>{marks}<br>{answer}{small}</p>"
