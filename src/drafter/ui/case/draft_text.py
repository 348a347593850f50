"""The text of the draft: set or patched in place, with marks where an answer is printed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QColor, QPalette, QTextCharFormat, QTextCursor, QTextOption
from PySide6.QtWidgets import QTextBrowser, QTextEdit

from drafter.ui.case.draft_lines import Lines, patched
from drafter.ui.case.draft_places import SCHEME, Places
from drafter.ui.theme import blank_colours, filled_colour, place_colours

if TYPE_CHECKING:
    from PySide6.QtCore import QRect, QUrl

    from drafter.ui.case.draft_places import Place

_MARKER: Final = "background-color:#ffff66"  # how the preview marks a bracketed blank
_GROUND: Final = re.compile("background-color:(#[0-9a-f]{6})")
#: The line over a signature, which would go on in the next line of a narrow pane.
_RULE: Final = re.compile("_{14,}")
_SHORT_RULE: Final = "_" * 14
_ABOVE: Final = 3  # a place that is gone to stands a third down the pane


class DraftText(QTextBrowser):
    """``chosen`` is sent with the question of a printed answer; ``pointed`` with that under the pointer."""

    chosen = Signal(str)
    pointed = Signal(str)

    def __init__(self) -> None:
        """Start empty."""
        super().__init__()
        self._html = ""
        self._lines: Lines | None = None
        self._places: Places | None = None
        self._question = ""
        self._filled = False
        self.setOpenLinks(False)
        self.setAccessibleDescription(
            "Tab goes through the printed answers, Enter goes to the question of one."
        )
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setWordWrapMode(QTextOption.WrapMode.WordWrap)  # or narrow columns break inside words
        self.document().setDocumentMargin(18)
        self.document().setUndoRedoEnabled(False)
        self.anchorClicked.connect(self._go)
        self.highlighted.connect(lambda link: self.pointed.emit(_question_of(link)))

    # --- the text ------------------------------------------------------------------------------------

    def show_draft(self, html: str) -> None:
        """Show ``html``; what is in sight stays in sight, and :meth:`mark` marks it anew."""
        if html == self._html:
            return
        wanted, before = Lines(_fitted(html, self.palette())), self._lines
        top, off = self._top()
        if before is None or not self._patch(before, wanted):
            self._put(wanted)
            top = before.place_in(wanted, top) if before is not None else 0
        self._html, self._lines = html, wanted
        if before is not None:
            self._restore(top, off)

    def _patch(self, shown: Lines, wanted: Lines) -> bool:
        changed = patched(self.document(), shown, wanted)
        if changed is not None and self._places is not None:
            self._places.read_again(changed)
        return changed is not None

    def _put(self, wanted: Lines) -> None:
        across = self.horizontalScrollBar().value()
        self.document().setDefaultStyleSheet(_style(self.palette()))
        self.setHtml(wanted.html)
        self._places = None
        self.horizontalScrollBar().setValue(across)

    def _top(self) -> tuple[int, int]:
        """The number of the paragraph at the upper edge, and how far down it begins, in pixels."""
        cursor = self.cursorForPosition(self.viewport().rect().topLeft())
        block = cursor.block()
        return block.blockNumber(), self.cursorRect(QTextCursor(block)).top()

    def _restore(self, number: int, off: int) -> None:
        """Scroll so that the paragraph ``number`` begins ``off`` pixels down."""
        bar = self.verticalScrollBar()
        if bar.value() or off < 0:
            now = self.cursorRect(QTextCursor(self.document().findBlockByNumber(number))).top()
            bar.setValue(bar.value() + now - off)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the colours of the theme, of which Qt tells every widget in its turn."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_html") and self._html:
            top, off = self._top()
            self._lines = Lines(_fitted(self._html, self.palette()))
            self._put(self._lines)
            self._restore(top, off)
            self._mark()

    # --- marks and places ----------------------------------------------------------------------------

    @property
    def places(self) -> Places:
        """Where the answers are printed in what is shown."""
        if self._places is None:
            self._places = Places(self.document(), QColor(blank_colours(self.palette())[0]))
        return self._places

    def mark(self, question: str) -> int:
        """Mark every place that prints the answer to ``question``; return how many there are."""
        self._question = question
        return self._mark()

    def show_filled(self, filled: bool) -> None:
        """Tint every printed answer, or none."""
        self._filled = filled
        self._mark()

    def _mark(self) -> int:
        palette = self.palette()
        ground, line = place_colours(palette)
        filled, here, blank = QTextCharFormat(), QTextCharFormat(), QTextCharFormat()
        filled.setBackground(filled_colour(palette))
        here.setBackground(ground)
        for form in (here, blank):  # a blank keeps the ground by which one knows it
            form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
            form.setUnderlineColor(line)
        marks, number = [], 0
        for place in self.places.all():
            if place.question == self._question and place.question:
                marks.append(self._selection(place, blank if place.blank else here))
                number += 1
            elif self._filled and not place.blank:
                marks.append(self._selection(place, filled))
        self.setExtraSelections(marks)
        return number

    def _selection(self, place: Place, form: QTextCharFormat) -> QTextEdit.ExtraSelection:
        selection = QTextEdit.ExtraSelection()
        selection.cursor = place.cursor(self.document())
        selection.format = form
        return selection

    def bring(self, places: list[Place]) -> None:
        """Scroll to the first of ``places`` unless one of them is in sight."""
        room = self.viewport().rect()
        if not places or any(room.contains(self._spot(place)) for place in places):
            return
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self._spot(places[0]).top() - room.height() // _ABOVE)

    def _spot(self, place: Place) -> QRect:
        cursor = QTextCursor(self.document())
        cursor.setPosition(place.begins)
        return self.cursorRect(cursor)

    def step_blank(self, steps: int) -> tuple[int, int, str]:
        """Select the next blank, or the one before; return its number, how many there are, its question.

        After the last comes the first.  The number is 0 where there is none.
        """
        blanks = self.places.blanks()
        if not blanks:
            return 0, 0, ""
        begins, ends = self.textCursor().selectionStart(), self.textCursor().selectionEnd()
        on_one = any((blank.begins, blank.ends) == (begins, ends) for blank in blanks)
        if steps > 0:
            later = [n for n, b in enumerate(blanks) if (b.begins > begins if on_one else b.begins >= begins)]
            number = later[0] if later else 0
        else:
            earlier = [n for n, blank in enumerate(blanks) if blank.begins < begins]
            number = earlier[-1] if earlier else len(blanks) - 1
        place = blanks[number]
        self.bring([place])
        self.setTextCursor(place.cursor(self.document()))
        return number + 1, len(blanks), place.question

    def _go(self, link: QUrl) -> None:
        if question := _question_of(link):
            self.chosen.emit(question)
        elif link.hasFragment():
            self.scrollToAnchor(link.fragment())


def _question_of(link: QUrl) -> str:
    return link.path() if link.scheme() == SCHEME else ""


def _fitted(html: str, palette: QPalette) -> str:
    """Return ``html``, which is made for white paper, so that it fits the pane and the theme."""
    ground, text = blank_colours(palette)
    other = palette.color(QPalette.ColorRole.AlternateBase).name()
    html = html.replace('width="100%"', 'width="98%"')  # a whole one comes out a pixel too wide in Qt
    html = _RULE.sub(_SHORT_RULE, html)
    html = html.replace(_MARKER, f"background-color:{ground};color:{text}")
    return _GROUND.sub(lambda found: found[0] if found[1] == ground else f"background-color:{other}", html)


def _style(palette: QPalette) -> str:
    """Links look like the text they are."""
    ink = palette.color(QPalette.ColorRole.Text).name()
    return f"a {{ color: {ink}; text-decoration: none; }}"
