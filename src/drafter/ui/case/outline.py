"""The list of sections, each with how far it is: in a sign and in words, never in colour alone."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from drafter.ui.labels import SMALL
from drafter.ui.theme import done_colour, missing_colour, problem_colour
from drafter.ui.unbroken import unbroken

if TYPE_CHECKING:
    from collections.abc import Sequence

    from drafter.app.case_view import SectionState

Index = QModelIndex | QPersistentModelIndex
_NOWHERE: Final = QModelIndex()
_STATE: Final = Qt.ItemDataRole.UserRole
_MARGIN: Final = 7


def state_words(state: SectionState) -> str:
    """Return how far a section is, in words with a sign."""
    if state.problems:
        words = f"! {state.problems} problem{'s' * (state.problems > 1)}"
        return f"{words}, {state.missing} missing" if state.missing else words
    if state.missing:
        return f"○ {state.missing} missing"
    return "✓ done" if state.state == "done" else "– nothing yet"


def signed_words(state: SectionState) -> str:
    """Return in words with a sign whether somebody signed the section off; empty while nobody did."""
    if state.signed is None:
        return ""
    return "△ changed since sign-off" if state.signed.changed else "✓ signed off"


class OutlineModel(QAbstractListModel):
    """The sections with their states."""

    def __init__(self, parent: QObject) -> None:
        """Start empty."""
        super().__init__(parent)
        self._states: tuple[SectionState, ...] = ()

    def show(self, states: Sequence[SectionState]) -> None:
        """Show ``states``; rows keep their place, so that selection and focus stay."""
        if len(states) != len(self._states):
            self.beginResetModel()
            self._states = tuple(states)
            self.endResetModel()
            return
        before, self._states = self._states, tuple(states)
        for row, (old, new) in enumerate(zip(before, self._states, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(row), self.index(row))
            if bool(old.signed) != bool(new.signed):
                self.layoutChanged.emit()  # the row is higher or lower now

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return the number of sections."""
        return 0 if parent.isValid() else len(self._states)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own signature
        """Return title and state of a section."""
        if not index.isValid():
            return None
        state = self._states[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return state.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            signed = f", {signed_words(state)}" if state.signed else ""
            return f"{index.row() + 1}. {state.title}: {state_words(state)}{signed}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"<p>{escape(state.signed.words)}</p>" if state.signed else None  # never as markup
        return state if role == _STATE else None


class Outline(QListView):
    """The list; ``chosen`` is sent with the row that a person goes to."""

    chosen = Signal(int)

    def __init__(self) -> None:
        """Start empty."""
        super().__init__()
        self.rows = OutlineModel(self)
        self.setModel(self.rows)
        self.setItemDelegate(_SectionDelegate(self))
        self.setAccessibleName("Sections")
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.selectionModel().currentChanged.connect(self._tell)

    def go_to(self, row: int) -> None:
        """Mark the section in ``row`` as the one that is open."""
        self.setCurrentIndex(self.rows.index(row))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the titles anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def _tell(self, current: QModelIndex) -> None:
        if current.isValid():
            self.chosen.emit(current.row())


class _SectionDelegate(QStyledItemDelegate):
    """Draws a title, wrapped, and under it the state; screen readers get both from the model."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As wide as the list, as high as the wrapped title and the state."""
        width = self._view.viewport().width()
        title, small = _fonts(option.font)
        height = _wrapped(QFontMetrics(title), width, _title(index)).height()
        for words in _below(index.data(_STATE)):
            height += _wrapped(QFontMetrics(small), width, words).height()
        return QSize(width, height + 2 * _MARGIN)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the ground as the style does, then the title and what stands below it."""
        self.initStyleOption(option, index)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        option.text = ""
        style: QWidget = self._view
        style.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, style)
        title, small = _fonts(option.font)
        place = option.rect.adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        width = option.rect.width()
        colour = option.palette.color(
            QPalette.ColorRole.HighlightedText if chosen else QPalette.ColorRole.Text
        )
        painter.save()
        painter.setFont(title)
        painter.setPen(colour)
        painter.drawText(place, Qt.TextFlag.TextWordWrap, _title(index))
        place.setTop(place.top() + _wrapped(QFontMetrics(title), width, _title(index)).height())
        state: SectionState = index.data(_STATE)
        painter.setFont(small)
        for words, of_state in zip(_below(state), _colours(state, option.palette), strict=True):
            painter.setPen(colour if chosen else of_state)
            painter.drawText(place, Qt.TextFlag.TextWordWrap, words)
            place.setTop(place.top() + _wrapped(QFontMetrics(small), width, words).height())
        painter.restore()


def _title(index: Index) -> str:
    return unbroken(str(index.data()))


def _below(state: SectionState) -> list[str]:
    """What stands below the title: how far the section is, and whether somebody signed it off."""
    return [words for words in (state_words(state), signed_words(state)) if words]


def _wrapped(metrics: QFontMetrics, width: int, words: str) -> QRect:
    """The room that ``words`` take in a row of this width."""
    room = QRect(0, 0, width - 2 * _MARGIN, 1000)
    return metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, words)


def _fonts(font: QFont) -> tuple[QFont, QFont]:
    small = QFont(font)
    small.setPointSizeF(font.pointSizeF() * SMALL)
    return font, small


def _colours(state: SectionState, palette: QPalette) -> list[QColor]:
    """The colours of what stands below the title."""
    if state.signed is None:
        return [_colour(state, palette)]
    changed = missing_colour if state.signed.changed else done_colour
    return [_colour(state, palette), changed(palette)]


def _colour(state: SectionState, palette: QPalette) -> QColor:
    if state.problems:
        return problem_colour(palette)
    if state.missing:
        return missing_colour(palette)
    return (
        done_colour(palette) if state.state == "done" else palette.color(QPalette.ColorRole.PlaceholderText)
    )
