"""Small Excel workbooks, as Excel itself packs them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from datetime import date
from xml.sax.saxutils import escape

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def workbook(rows: Sequence[Sequence[object]], *, since_1904: bool = False, inline: bool = False) -> bytes:
    """Return a workbook with one sheet; a cell of None is left out, as Excel does."""
    shared: list[str] = []
    lines = []
    for number, row in enumerate(rows, 1):
        cells = [
            _cell(f"{_letters(place)}{number}", value, shared, since_1904=since_1904, inline=inline)
            for place, value in enumerate(row)
            if value is not None
        ]
        lines.append(f'<row r="{number}">{"".join(cells)}</row>')
    texts = "".join(
        f"<si><r><t>{escape(text[:1])}</t></r><r><t>{escape(text[1:])}</t></r>"
        "<rPh sb='0' eb='1'><t>spoken</t></rPh></si>"
        for text in shared
    )
    setting = '<workbookPr date1904="1"/>' if since_1904 else ""
    parts = {
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}">{setting}<sheets>'
        '<sheet name="Clients" sheetId="1" r:id="rId7"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}">'
        '<Relationship Id="rId7" Type="worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{_MAIN}"><sheetData>{"".join(lines)}'
        "</sheetData></worksheet>",
        "xl/sharedStrings.xml": f'<sst xmlns="{_MAIN}">{texts}</sst>',
        "xl/styles.xml": f'<styleSheet xmlns="{_MAIN}"><numFmts>'
        '<numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/>'
        '<numFmt numFmtId="165" formatCode="&quot;days&quot; 0 [Red]"/></numFmts><cellXfs><xf numFmtId="0"/>'
        '<xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>',
    }
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return packed.getvalue()


def _letters(place: int) -> str:
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _cell(place: str, value: object, shared: list[str], *, since_1904: bool, inline: bool) -> str:
    if isinstance(value, bool):
        return f'<c r="{place}" t="b"><v>{int(value)}</v></c>'
    if isinstance(value, date):
        day = (value - (date(1904, 1, 1) if since_1904 else date(1899, 12, 30))).days
        return f'<c r="{place}" s="2"><v>{day}</v></c>'
    if isinstance(value, (int, float)):
        return f'<c r="{place}" s="3"><v>{value}</v></c>'
    if inline:
        return f'<c r="{place}" t="inlineStr"><is><t>{escape(str(value))}</t></is></c>'
    shared.append(str(value))
    return f'<c r="{place}" t="s"><v>{len(shared) - 1}</v></c>'
