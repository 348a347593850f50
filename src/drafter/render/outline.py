"""A Word file as readable text, for tests, comparisons and reading aloud."""

from __future__ import annotations

from drafter.render.preview import to_html
from drafter.render.reading import Grid, Line, story_of

__all__ = ["to_html", "to_text"]


def to_text(docx: bytes) -> str:
    """The text of ``docx``: ``#`` headings with their numbers, a line a paragraph, ``|`` rows, notes last.

    A no-break space is shown as a space, a line break inside a paragraph as ``⏎`` would not be: it stays
    a line end.  Raises :class:`drafter.render.faults.TemplateFault` when ``docx`` is no Word document.
    """
    story = story_of(docx)
    lines: list[str] = []
    for block in story.blocks():
        lines += [_line(block)] if isinstance(block, Line) else _grid(block)
    for number, note in story.notes():
        text = "\n".join(_line(line) for line in note).strip()
        lines.append(f"[^{number}]: {text}")
    return "\n".join(lines).replace("\u00a0", " ") + "\n"


def _line(line: Line) -> str:
    text = "".join(f"[^{piece.note}]" if piece.note else piece.text for piece in line.pieces)
    labelled = f"{line.label} {text}" if line.label else text
    return f"{'#' * line.level} {labelled}" if line.level else labelled


def _grid(grid: Grid) -> list[str]:
    return [
        "| " + " | ".join(" / ".join(_line(line) for line in cell) for cell in row) + " |"
        for row in grid.rows
    ]
