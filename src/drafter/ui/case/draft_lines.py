"""The preview's HTML as the paragraphs of a text document, so that only those that changed are written anew.

The HTML is the program's own (``render/preview.py``): one paragraph or one table on each line, nothing nested
but paragraphs in the cells of a table.  Qt makes one block of each paragraph, of each empty cell and of each
rule, and one more after each table.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtGui import QTextCursor, QTextDocument

if TYPE_CHECKING:
    from PySide6.QtGui import QTextBlock

_LINE: Final = re.compile(
    r"(?P<opens><(?P<tag>p|h\d)\b[^>]*>)(?P<inner>.*?)</(?P=tag)>"
    r"|<hr/>|<t[dh]\b[^>]*></t[dh]>|</table>",
    re.DOTALL,
)
#: More paragraphs than this are quicker laid out in one go, with the whole document.
_MOST: Final = 8


class Line(NamedTuple):
    """What becomes one block: its opening tag, empty where nothing is ever printed, and what is inside."""

    opens: str
    inner: str


@dataclass(frozen=True)
class Lines:
    """A preview divided into its lines; previews with the same ``frame`` differ in their lines alone."""

    html: str

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """What becomes one block each, in order."""
        return tuple(Line(found["opens"] or "", found["inner"] or "") for found in _LINE.finditer(self.html))

    @cached_property
    def frame(self) -> str:
        """The HTML without what is inside its lines: tables, their cells, how each paragraph is set."""
        return _LINE.sub(lambda found: found["opens"] or found[0], self.html)

    def changed(self, other: Lines) -> list[int] | None:
        """The numbers of the lines in which ``other`` differs; None where more than lines has changed."""
        if len(self.lines) != len(other.lines) or self.frame != other.frame:
            return None
        pairs = zip(self.lines, other.lines, strict=True)
        return [number for number, (one, two) in enumerate(pairs) if one != two]

    def place_in(self, other: Lines, number: int) -> int:
        """The number that line ``number`` has in ``other``, or of the line before what has changed."""
        ours, theirs = self.lines, other.lines
        number = min(number, len(ours) - 1)
        same = 0
        for one, two in zip(ours, theirs, strict=False):
            if one != two or same == number:
                break
            same += 1
        if same == number:
            return number
        tail = len(ours) - number
        if tail <= len(theirs) and ours[number:] == theirs[len(theirs) - tail :]:
            return len(theirs) - tail
        return min(same, len(theirs) - 1)


def patched(document: QTextDocument, shown: Lines, wanted: Lines) -> list[int] | None:
    """Change the lines of ``document``, which shows ``shown``, that ``wanted`` has otherwise; return which.

    None, and nothing is changed, where that cannot be done or would take longer than to set the whole.
    """
    changed = shown.changed(wanted)
    if changed is None or len(changed) > _MOST or document.blockCount() != len(wanted.lines):
        return None
    made = QTextDocument()
    made.setDefaultFont(document.defaultFont())
    made.setDefaultStyleSheet(document.defaultStyleSheet())
    made.setHtml("".join(_closed(wanted.lines[number]) for number in changed))
    if made.blockCount() != max(1, len(changed)):
        return None
    for place, number in enumerate(changed):
        _write(document.findBlockByNumber(number), made.findBlockByNumber(place))
    return changed


def _closed(line: Line) -> str:
    tag = line.opens[1:].partition(" ")[0].rstrip(">")
    return f"{line.opens}{line.inner}</{tag}>"


def _write(block: QTextBlock, made: QTextBlock) -> None:
    """Write the text of ``made``, with its looks and links, over that of ``block``."""
    cursor = QTextCursor(block)
    cursor.beginEditBlock()
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()
    pieces = made.begin()
    while not pieces.atEnd():
        piece = pieces.fragment()
        cursor.insertText(piece.text(), piece.charFormat())
        pieces += 1
    cursor.endEditBlock()
