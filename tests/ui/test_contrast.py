"""Every text can be read on its ground in every theme, by the Web Content Accessibility Guidelines."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPalette, QStandardItemModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QRadioButton,
    QStyle,
    QStyleOptionButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from drafter.ui.editors.date import Calendar
from drafter.ui.theme import (
    SCALES,
    THEMES,
    Theme,
    blank_colours,
    done_colour,
    is_high_contrast,
    missing_colour,
    problem_colour,
)

Hand = Any  # conftest.Hand
_ROLE = QPalette.ColorRole
_GROUNDS = (_ROLE.Window, _ROLE.Base, _ROLE.AlternateBase)
#: Text roles and the grounds on which this program shows them.
_PAIRS = {
    _ROLE.WindowText: (_ROLE.Window,),
    _ROLE.Text: _GROUNDS,
    _ROLE.PlaceholderText: _GROUNDS,
    _ROLE.Link: _GROUNDS,
    _ROLE.LinkVisited: _GROUNDS,
    _ROLE.ButtonText: (_ROLE.Button,),
    _ROLE.ToolTipText: (_ROLE.ToolTipBase,),
    _ROLE.HighlightedText: (_ROLE.Highlight,),
}


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    made = Theme(qapp)
    yield made
    made.choose("system")
    made.zoom(100)
    made.deleteLater()


def ratio(one: QColor, other: QColor) -> float:
    def luminance(colour: QColor) -> float:
        parts = (colour.redF(), colour.greenF(), colour.blueF())
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def every_pair(palette: QPalette) -> Iterator[tuple[str, float]]:
    for text, grounds in _PAIRS.items():
        for ground in grounds:
            yield f"{text.name} on {ground.name}", ratio(palette.color(text), palette.color(ground))
    for name, state in (("problem", problem_colour), ("missing", missing_colour), ("done", done_colour)):
        for ground in _GROUNDS:
            yield f"{name} on {ground.name}", ratio(state(palette), palette.color(ground))
    blank, ink = blank_colours(palette)
    yield "blank", ratio(QColor(blank), QColor(ink))


def test_the_formula_gives_the_known_ratios() -> None:
    assert ratio(QColor("black"), QColor("white")) == pytest.approx(21)
    assert ratio(QColor("#777777"), QColor("white")) == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("name", [name for name in THEMES if name != "system"])
def test_every_text_can_be_read_in_every_theme(theme: Theme, name: str) -> None:
    theme.choose(name)
    least = 7 if "-on-" in name else 4.5
    poor = [f"{pair}: {found:.2f}" for pair, found in every_pair(QApplication.palette()) if found < least]
    assert poor == []


def test_text_can_be_three_times_as_large(theme: Theme) -> None:
    before = QApplication.font().pointSizeF()
    theme.zoom(300)
    assert QApplication.font().pointSizeF() == pytest.approx(3 * before)
    assert (SCALES[0], SCALES[-1]) == (100, 300)


def test_the_window_stays_on_a_small_screen_with_the_largest_text(hand: Hand) -> None:
    hand.window.open_sample("vailes")
    hand.zoom(len(SCALES))
    assert hand.window.settings.number("view/scale", 100) == 300
    assert not hand.page.tabs.isVisible()
    for place, section in enumerate(hand.session.sections):
        hand.page.outline.go_to(place)
        hand.page.form.start()
        QTest.qWait(1)
        form = hand.page.form
        assert form.widget().minimumSizeHint().width() <= form.viewport().width(), section.id
    assert (hand.window.width(), hand.window.height()) == (1366, 768)


# --- what is drawn -----------------------------------------------------------------------------------

#: Inputs as the forms have them, and where a line from outside into them crosses their frame.
_INPUTS: dict[str, Callable[[], QWidget]] = {
    "line": QLineEdit,
    "long text": QPlainTextEdit,
    "choice": QComboBox,
    "box to tick": QCheckBox,
    "one of several": QRadioButton,
}


def drawn(widget: QWidget) -> QImage:
    """What ``widget`` looks like in a window of its own, a few pixels of the window around it."""
    around = QWidget()
    column = QVBoxLayout(around)
    column.addWidget(widget)
    around.resize(160, 80)
    around.ensurePolished()
    picture = around.grab().toImage()
    return picture.copy(widget.geometry().adjusted(-3, -3, 3, 3))


def across(picture: QImage) -> list[QColor]:
    """The colours of a line from the left edge into the middle, at half the height."""
    return [picture.pixelColor(x, picture.height() // 2) for x in range(min(24, picture.width()))]


@pytest.mark.parametrize("name", [name for name in THEMES if name != "system"])
@pytest.mark.parametrize("kind", _INPUTS)
def test_the_frame_of_every_input_can_be_seen(theme: Theme, name: str, kind: str) -> None:
    theme.choose(name)
    line = across(drawn(_INPUTS[kind]()))
    assert max(ratio(colour, line[0]) for colour in line) >= 3


@pytest.mark.parametrize("name", [name for name in THEMES if name != "system"])
@pytest.mark.parametrize("kind", [QCheckBox, QRadioButton])
@pytest.mark.parametrize("order", ["theme first", "size first"])
def test_a_box_grows_with_its_text_and_its_frame_stays_seen(
    theme: Theme, name: str, kind: type[QAbstractButton], order: str
) -> None:
    theme.choose(name)
    usual = box_of(kind())
    theme.choose("system")
    if order == "size first":
        theme.zoom(300)
    theme.choose(name)
    theme.zoom(300)
    large = kind()
    assert box_of(large) == (3 * usual[0], 3 * usual[1])
    assert large.sizeHint().height() >= 3 * usual[1]
    line = across(drawn(large))
    assert max(ratio(colour, line[0]) for colour in line) >= 3
    theme.zoom(100)
    assert box_of(kind()) == usual
    assert theme.shown == name


def marking(kind: type[QAbstractButton]) -> QStyle.SubElement:
    """Where a style draws the box of a button of this kind."""
    element = QStyle.SubElement
    return element.SE_CheckBoxIndicator if kind is QCheckBox else element.SE_RadioButtonIndicator


def options(button: QAbstractButton) -> QStyleOptionButton:
    option = QStyleOptionButton()
    option.initFrom(button)
    return option


def box_of(button: QAbstractButton) -> tuple[int, int]:
    """Width and height of the box of ``button`` in pixels."""
    place = button.style().subElementRect(marking(type(button)), options(button), button)
    return place.width(), place.height()


@pytest.mark.parametrize("name", [name for name in THEMES if name != "system"])
@pytest.mark.parametrize("kind", [QCheckBox, QRadioButton])
@pytest.mark.parametrize("scale", [100, 300])
def test_a_mark_can_be_told_from_an_empty_box(
    theme: Theme, name: str, kind: type[QAbstractButton], scale: int
) -> None:
    theme.choose(name)
    theme.zoom(scale)
    marked = kind()
    marked.setChecked(True)
    empty, full = drawn(kind()), drawn(marked)
    places = [(x, y) for x in range(empty.width()) for y in range(empty.height())]
    assert max(ratio(empty.pixelColor(*place), full.pixelColor(*place)) for place in places) >= 4.5


@pytest.mark.parametrize("name", [name for name in THEMES if name != "system"])
def test_the_boxes_of_a_list_and_the_cells_of_a_table_can_be_seen(theme: Theme, name: str) -> None:
    theme.choose(name)
    ticked = QListWidget()
    entry = QListWidgetItem("Counsel", ticked)
    entry.setCheckState(Qt.CheckState.Unchecked)
    ticked.resize(160, 80)
    boxes = ticked.grab().toImage()
    row = ticked.visualItemRect(entry).center().y() + ticked.frameWidth()
    base = QApplication.palette().color(_ROLE.Base)
    assert max(ratio(boxes.pixelColor(x, row), base) for x in range(2, 24)) >= 3
    cells = QTableView()
    rows = QStandardItemModel(2, 2)
    cells.setModel(rows)
    cells.resize(160, 80)
    picture = cells.grab().toImage()
    below = cells.horizontalHeader().height() + cells.rowHeight(0) // 2
    right = cells.verticalHeader().width() + cells.columnWidth(0)
    assert max(ratio(picture.pixelColor(x, below), base) for x in range(right - 4, right + 8)) >= 3


@pytest.mark.parametrize("name", [name for name in THEMES if name != "system"])
def test_every_day_of_the_calendar_can_be_read(theme: Theme, name: str) -> None:
    theme.choose(name)
    field = QWidget()
    calendar = Calendar(field)
    base = QApplication.palette().color(_ROLE.Base)
    for day in (Qt.DayOfWeek.Monday, Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
        ink = calendar.weekdayTextFormat(day).foreground()
        shown = (
            QApplication.palette().color(_ROLE.Text) if ink.style() == Qt.BrushStyle.NoBrush else ink.color()
        )
        assert ratio(shown, base) >= 4.5, day


# --- the system’s own wish ---------------------------------------------------------------------------


def test_the_wish_of_the_system_for_contrast_is_followed_and_given_up_again(
    theme: Theme, qapp: QApplication
) -> None:
    hints = qapp.styleHints()
    wishes = hints.accessibility()
    theme.follow_contrast()
    assert not is_high_contrast(QApplication.palette())
    wishes.contrastPreferenceChanged.emit(Qt.ContrastPreference.HighContrast)
    assert theme.name == "system"
    assert is_high_contrast(QApplication.palette())
    assert [pair for pair, found in every_pair(QApplication.palette()) if found < 7] == []
    wishes.contrastPreferenceChanged.emit(Qt.ContrastPreference.NoPreference)
    assert not is_high_contrast(QApplication.palette())


def test_a_theme_of_the_person_is_not_changed_by_the_wish_of_the_system(theme: Theme) -> None:
    theme.choose("dark")
    theme.prefer_contrast(Qt.ContrastPreference.HighContrast)
    assert not is_high_contrast(QApplication.palette())
    theme.choose("system")
    assert is_high_contrast(QApplication.palette())
    theme.prefer_contrast(Qt.ContrastPreference.NoPreference)


def test_the_window_asks_the_system_once_the_list_is_there(
    hand: Hand, qapp: QApplication, qtbot: QtBot
) -> None:
    hints = qapp.styleHints()
    wishes = hints.accessibility()

    def shows(wish: Qt.ContrastPreference) -> bool:
        wishes.contrastPreferenceChanged.emit(
            wish
        )  # until the window listens; the state itself is the system's
        return is_high_contrast(hand.window.palette())

    qtbot.waitUntil(lambda: shows(Qt.ContrastPreference.HighContrast))
    qtbot.waitUntil(lambda: not shows(Qt.ContrastPreference.NoPreference))
