"""Where in the shown draft each answer is printed, and where its blanks are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QUrl
from PySide6.QtGui import QTextCursor

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from PySide6.QtGui import QColor, QTextBlock, QTextDocument

SCHEME: Final = "question"


class Place(NamedTuple):
    """A stretch of the draft: the question whose answer it is, where it stands, whether it is a blank."""

    question: str
    begins: int
    ends: int
    blank: bool

    def cursor(self, document: QTextDocument) -> QTextCursor:
        """A cursor that has the stretch selected."""
        cursor = QTextCursor(document)
        cursor.setPosition(self.begins)
        cursor.setPosition(self.ends, QTextCursor.MoveMode.KeepAnchor)
        return cursor


class Places:
    """The places in one document, block by block, so that a changed paragraph costs one reading only."""

    def __init__(self, document: QTextDocument, blank: QColor) -> None:
        """Read the whole ``document``, in which blanks stand on the ground ``blank``."""
        self._document = document
        self._blank = blank
        self._by_block: list[tuple[Place, ...]] = []
        block = document.begin()
        while block.isValid():
            self._by_block.append(tuple(self._read(block)))
            block = block.next()

    def read_again(self, blocks: Iterable[int]) -> None:
        """Read the blocks with these numbers again, because they have changed."""
        for number in blocks:
            self._by_block[number] = tuple(self._read(self._document.findBlockByNumber(number)))

    def _read(self, block: QTextBlock) -> Iterator[Place]:
        """The stretches of ``block``, their places counted from where it begins."""
        begins, pieces = block.position(), block.begin()
        while not pieces.atEnd():
            piece = pieces.fragment()
            form = piece.charFormat()
            link, blank = form.anchorHref(), form.background().color() == self._blank
            if blank or link.startswith(SCHEME):
                question = QUrl(link).path() if link else ""
                place = piece.position() - begins
                yield Place(question, place, place + piece.length(), blank)
            pieces += 1

    def all(self) -> Iterator[Place]:
        """Every place in the order of the paper."""
        for number, places in enumerate(self._by_block):
            if places:
                start = self._document.findBlockByNumber(number).position()
                for place in places:
                    yield place._replace(begins=start + place.begins, ends=start + place.ends)

    def of(self, question: str) -> list[Place]:
        """The places that print the answer to ``question``."""
        return [place for place in self.all() if place.question == question]

    def blanks(self) -> list[Place]:
        """The places of facts that are not known yet."""
        return [place for place in self.all() if place.blank]
