"""The answers of a case as a page to print: a heading for each section, a line for each question."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from itertools import groupby
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from drafter.app.review import ReviewLine

#: Who may read the page: it shows also what never stands in a paper.
FOR_THE_FILE: Final = "For the file only: this list holds answers that never print in a paper."


def summary(title: str, lines: Iterable[ReviewLine], which: str) -> str:
    """Return ``lines`` as HTML under the ``title`` of the case; ``which`` says which questions they are."""
    body = [
        f"<h1>{escape(title)}</h1>",
        f"<p>{escape(which)}. {FOR_THE_FILE}</p>",
    ]
    for section, inside in groupby(lines, key=lambda line: line.section):
        body.append(f"<h2>{escape(section)}</h2>")
        body += [_line(line) for line in inside]
    return f"<html><body>{''.join(body)}</body></html>"


def _line(line: ReviewLine) -> str:
    open_ = [*line.marks, *line.lacks]
    marks = f" <b>[{escape('; '.join(open_))}]</b>" if open_ else ""
    answer = escape(line.answer).replace("\n", "<br>") or "<i>Not answered.</i>"
    more = [f"Proof: {line.proof}"] if line.proof else []
    more += [f"Note: {line.note}"] if line.note else []
    small = "".join(f'<br><span style="font-size:small">{escape(one)}</span>' for one in more)
    return f"<p><b>{escape(line.asked)}</b>{marks}<br>{answer}{small}</p>"
