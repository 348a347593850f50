"""Cells on their way over the clipboard: from Excel, Word and LibreOffice, and back to them."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Final

from drafter.core.kinds import is_blank

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

#: A cell as spreadsheets quote one that holds tabs, line ends or quotation marks, up to what ends it.
_QUOTED: Final = re.compile(r'"((?:[^"]|"")*)"(?=[\t\n]|$)')
_PLAIN: Final = re.compile(r"[^\t\n]*")
#: A pair of quotation marks around a cell is a spreadsheet's only where one of these made it necessary.
_MADE_NECESSARY: Final = re.compile(r'\t|\n|""')
_NEW_LINE: Final = {"br", "p", "div", "li"}
_WIDEST_CELL: Final = 100  # columns: a cell that spans more of them is no cell of a list


def cells_of(pasted: str) -> list[list[str]]:
    """Return the cells of text copied from a spreadsheet or typed with tabs and line ends.

    Blank rows are left out; quotation marks that belong to the text itself stay.
    """
    text = pasted.replace("\r\n", "\n").replace("\r", "\n")
    rows: list[list[str]] = [[]]
    place = 0
    while place <= len(text):
        cell, place = _cell(text, place)
        rows[-1].append(cell)
        if text[place : place + 1] == "\n":
            rows.append([])
        place += 1
    return [row for row in rows if not is_blank(row)]


def _cell(text: str, place: int) -> tuple[str, int]:
    """The cell that begins at ``place``, and where it ends."""
    quoted = _QUOTED.match(text, place)
    if quoted is not None and _MADE_NECESSARY.search(quoted[1]):
        return quoted[1].replace('""', '"'), quoted.end()
    plain = _PLAIN.match(text, place)
    end = place if plain is None else plain.end()
    return text[place:end], end


def cells_of_html(pasted: str) -> list[list[str]]:
    """Return the cells of the tables in ``pasted``, an HTML text.

    A cell across several columns fills the first of them.
    """
    reader = _TableReader()
    reader.feed(pasted)
    reader.close()
    return [row for row in reader.rows if not is_blank(row)]


def copied_cells(text: str, html: str) -> list[list[str]]:
    """Return the cells on a clipboard that holds ``text`` and ``html``, either of which may be empty.

    The text is what was copied.  Only where a cell of a Word table holds several paragraphs does it break
    into rows that are none; then, and where there is no text, the table itself is read.
    """
    plain = cells_of(text)
    table = cells_of_html(html) if html else []
    return table if table and (not plain or len(table) < len(plain)) else plain


def text_of(cells: Iterable[Sequence[str]]) -> str:
    """Return ``cells`` as text for a spreadsheet."""
    return "\n".join("\t".join(map(_quoted, row)) for row in cells)


def _quoted(cell: str) -> str:
    return '"' + cell.replace('"', '""') + '"' if cell.startswith('"') else cell


def without_heading(cells: list[list[str]], headings: Sequence[str]) -> list[list[str]]:
    """Return ``cells`` without a first row that repeats ``headings``, those of the columns pasted into."""
    first = [cell.strip(" *\N{NO-BREAK SPACE}").casefold() for cell in cells[0]] if cells else []
    expected = [heading.casefold() for heading in headings[: len(first)]]
    return cells[1:] if len(cells) > 1 and first == expected else cells


class _TableReader(HTMLParser):
    """Collects the texts of table cells, row by row."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self._inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th") and self.rows:
            self.rows[-1].append("")
            self._inside = True
            span = dict(attrs).get("colspan") or "1"
            self._span = min(int(span), _WIDEST_CELL) if span.isdecimal() else 1
        elif tag in _NEW_LINE:
            self.handle_data("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("td", "th") and self._inside:
            self._inside = False
            self.rows[-1] += [""] * (self._span - 1)

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.rows[-1][-1] += data
