"""Tables of text as people keep them: CSV files and the first sheet of Excel workbooks.

A workbook is read with the standard library's zip and lxml, its cached values only: no formula is counted
and nothing is fetched (ECMA-376 Part 1, § 18).
"""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Final

from drafter.errors import BadInputError

if TYPE_CHECKING:
    from pathlib import Path

    from lxml.etree import _Element

#: More than this of one part of a workbook, unpacked, is no list of cases.
_MOST_BYTES: Final = 64_000_000
_MOST_COLUMNS: Final = 2_000
_MOST_ROWS: Final = 20_000
_MAIN: Final = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATION: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
#: Number formats that are dates by definition (ECMA-376 Part 1, § 18.8.30).
_DATE_FORMATS: Final = frozenset({*range(14, 18), 22, *range(27, 37), *range(50, 59)})


def rows_of(path: Path) -> list[tuple[int, list[str]]]:
    """Return the rows of the table in the file that are not empty, each with its number as people count.

    Raises :class:`BadInputError` for a file that is no such table.
    """
    try:
        content = path.read_bytes()
    except OSError as fault:
        raise BadInputError(f"{path} cannot be read ({fault.strerror}); check its name.") from fault
    rows = _workbook(path, content) if path.suffix.lower() == ".xlsx" else _csv(path, content)
    return [(number, cells) for number, cells in rows if any(cell.strip() for cell in cells)]


def _csv(path: Path, content: bytes) -> list[tuple[int, list[str]]]:
    try:
        wide = content.startswith((b"\xff\xfe", b"\xfe\xff"))
        text = content.decode("utf-16" if wide else "utf-8-sig")
    except UnicodeError as fault:
        raise BadInputError(
            f"{path} is not text in UTF-8; save it as “CSV UTF-8” or as an Excel workbook (.xlsx)."
        ) from fault
    first = text.partition("\n")[0]
    delimiter = max((",", ";", "\t"), key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    rows: list[tuple[int, list[str]]] = []
    begins = 1
    try:
        for cells in reader:
            rows.append((begins, cells))
            begins = reader.line_num + 1
    except csv.Error as fault:
        raise BadInputError(
            f"{path} is not a readable CSV file (line {reader.line_num}: {fault}); save it again."
        ) from fault
    return rows


def _workbook(path: Path, content: bytes) -> list[tuple[int, list[str]]]:
    from lxml import etree

    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return list(_Workbook(archive).rows())
    except (
        *(zipfile.BadZipFile, zipfile.LargeZipFile, etree.LxmlError, KeyError, ValueError, EOFError),
        *(OSError, NotImplementedError, RuntimeError, OverflowError, IndexError, zlib_error()),
    ) as fault:
        why = " ".join(str(fault).split()).strip("'\"").rstrip(".") or "it is damaged"
        raise BadInputError(
            f"{path} is not a readable Excel workbook ({why}); save it again as .xlsx or as CSV."
        ) from fault


def zlib_error() -> type[Exception]:
    """What unpacking a damaged part raises."""
    import zlib

    return zlib.error


class _Workbook:
    """The first sheet of a workbook."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        book = self._part("xl/workbook.xml")
        properties = book.find(f"{_MAIN}workbookPr")
        since_1904 = properties is not None and properties.get("date1904") in {"1", "true"}
        #: The day 0; Excel counts a 29 February 1900, which was none.
        self._epoch = datetime(1904, 1, 1) if since_1904 else datetime(1899, 12, 30)  # noqa: DTZ001 - a sheet has no zone
        self._sheet = self._part(self._first_sheet(book))
        self._shared = self._strings()
        self._dates = self._date_styles()

    def _part(self, name: str) -> _Element:
        from lxml import etree

        information = self._archive.getinfo(name)
        if information.file_size > _MOST_BYTES:
            raise ValueError("it is too large")
        with self._archive.open(information) as file:
            content = file.read(_MOST_BYTES + 1)
        if len(content) > _MOST_BYTES:
            raise ValueError("it is too large")
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
        return etree.fromstring(content, parser)

    def _has(self, name: str) -> bool:
        return name in self._archive.namelist()

    def _first_sheet(self, book: _Element) -> str:
        sheet = book.find(f"{_MAIN}sheets/{_MAIN}sheet")
        if sheet is None:
            raise ValueError("it has no sheet")
        for relation in self._part("xl/_rels/workbook.xml.rels"):
            if relation.get("Id") == sheet.get(_RELATION):
                target = str(relation.get("Target"))
                return target.lstrip("/") if target.startswith("/") else f"xl/{target}"
        raise ValueError("its first sheet is missing")

    def _strings(self) -> list[str]:
        if not self._has("xl/sharedStrings.xml"):
            return []
        return [_words(item) for item in self._part("xl/sharedStrings.xml").iter(f"{_MAIN}si")]

    def _date_styles(self) -> frozenset[int]:
        """The numbers of the cell styles that show a date."""
        if not self._has("xl/styles.xml"):
            return frozenset()
        styles = self._part("xl/styles.xml")
        own = {
            int(one.get("numFmtId", "0"))
            for one in styles.iter(f"{_MAIN}numFmt")
            if re.search(
                r"[dmy]", re.sub(r'"[^"]*"|\\.|\[[^\]]*\]', "", str(one.get("formatCode", ""))).lower()
            )
        }
        cells = styles.find(f"{_MAIN}cellXfs")
        return frozenset(
            place
            for place, style in enumerate(cells if cells is not None else ())
            if int(style.get("numFmtId", "0")) in _DATE_FORMATS | own
        )

    def rows(self) -> Iterator[tuple[int, list[str]]]:
        """Each row with its number, its cells as text."""
        number = 0
        for count, row in enumerate(self._sheet.iter(f"{_MAIN}row")):
            if count > _MOST_ROWS:
                raise ValueError(f"it has more than {_MOST_ROWS:,} rows")
            number = int(row.get("r", number + 1))
            cells: dict[int, str] = {}
            for cell in row.iter(f"{_MAIN}c"):
                place = _column(str(cell.get("r"))) if cell.get("r") else len(cells)
                if place >= _MOST_COLUMNS:
                    raise ValueError(f"row {number} is too wide")
                cells[place] = self._text(cell)
            yield number, [cells.get(place, "") for place in range(max(cells, default=-1) + 1)]

    def _text(self, cell: _Element) -> str:
        kind, value = cell.get("t", "n"), cell.findtext(f"{_MAIN}v") or ""
        if kind == "inlineStr":
            return _words(cell)
        if kind == "s":
            place = int(value)
            if place < 0:
                raise ValueError("a cell refers to no text")
            return self._shared[place]
        if kind == "b":
            return "yes" if value == "1" else "no"
        if kind == "n" and value:
            return self._number(value, int(cell.get("s", "0")))
        return value

    def _number(self, value: str, style: int) -> str:
        number = float(value)
        if style in self._dates:
            moment = self._epoch + timedelta(days=number)
            return date(moment.year, moment.month, moment.day).isoformat()
        return str(int(number)) if number.is_integer() else repr(number)


def _words(item: _Element) -> str:
    """The text of a string item, without what only tells how it is read aloud (rPh)."""
    return "".join(
        text.text or ""
        for text in item.iter(f"{_MAIN}t")
        if not any(one.tag == f"{_MAIN}rPh" for one in text.iterancestors())
    )


def _column(reference: str) -> int:
    """The place of the column in a reference such as “AB12”, from 0."""
    found = re.match(r"[A-Z]{1,3}", reference)
    if found is None:
        raise ValueError(f"“{reference}” is no cell")
    place = 0
    for letter in found[0]:
        place = place * 26 + ord(letter) - ord("A") + 1
    return place - 1
