"""What is seen: nothing is cut off, the keyboard's way follows sight, every field has a name."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, QSettings, Qt
from PySide6.QtGui import QAccessible, QPalette, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QWidget
from pytestqt.qtbot import QtBot

from drafter.ui.settings import WindowSettings, on_screen

Hand = Any  # conftest.Hand


def focusable(page: QWidget) -> Iterator[QWidget]:
    for widget in page.findChildren(QWidget):
        reachable = widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.isEnabled()
        if reachable and widget.isVisible() and widget.focusProxy() is None:
            yield widget


def name_of(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name).strip()


@pytest.mark.parametrize("name", ["complete", "vailes"])
def test_every_field_of_every_section_has_a_name(hand: Hand, name: str) -> None:
    hand.window.open_sample(name)
    for place, section in enumerate(hand.session.sections):
        hand.page.outline.go_to(place)
        nameless = [widget for widget in focusable(hand.window) if not name_of(widget)]
        assert nameless == [], section.id
        for block in hand.page.form.in_order():
            if block.isVisible():
                names = [name_of(field) for field in block.fields()]
                assert any(block.question.ask in text for text in names), block.question.id


def test_every_field_of_the_start_page_has_a_name(hand: Hand) -> None:
    assert [widget for widget in focusable(hand.window) if not name_of(widget)] == []
    hand.window.open_sample("complete")
    hand.window.close_case()
    assert [widget for widget in focusable(hand.window) if not name_of(widget)] == []


def test_the_outline_tells_its_state_in_words(sample: Hand) -> None:
    rows = sample.page.outline.rows
    for row in range(rows.rowCount()):
        told = rows.index(row).data(Qt.ItemDataRole.AccessibleTextRole)
        assert any(word in told for word in ("done", "missing", "problem", "nothing yet"))


def test_tab_goes_through_a_section_from_top_to_bottom(sample: Hand) -> None:
    for place, section in enumerate(sample.session.sections):
        sample.page.outline.go_to(place)
        form = sample.page.form
        form.start()
        blocks = [block for block in form.in_order() if block.isVisible()]
        visited: list[QWidget] = []
        for _ in range(800):
            block = next((b for b in blocks if b.isAncestorOf(sample.focus)), None)
            if block is None:
                break
            if not visited or visited[-1] is not block:
                visited.append(block)
            sample.press(Qt.Key.Key_Tab)
        assert visited == blocks, section.id
        if place + 1 < len(sample.session.sections):
            assert sample.focus is form._next
            sample.press(Qt.Key.Key_Tab)
        assert not form.isAncestorOf(sample.focus)


def test_questions_that_appear_later_join_the_way_of_tab(case: Hand) -> None:
    case.go_to("case.emergency")
    case.type("y")
    for _ in range(10):
        case.press(Qt.Key.Key_Tab)
        if case.page.form.blocks["case.emergency_reason"].isAncestorOf(case.focus):
            return
    pytest.fail("Tab does not reach the question that appeared")


@pytest.mark.parametrize("scale", [100, 125, 200])
def test_nothing_needs_to_be_scrolled_sideways(sample: Hand, scale: int) -> None:
    sample.zoom({100: 0, 125: 2, 200: 5}[scale])
    sample.page.draft.refresh()
    for place, section in enumerate(sample.session.sections):
        sample.page.outline.go_to(place)
        QTest.qWait(1)
        form = sample.page.form
        assert form.widget().minimumSizeHint().width() <= form.viewport().width(), section.id
    if scale == 100:
        assert sample.page.draft.browser.horizontalScrollBar().maximum() == 0
    assert sample.window.width() == 1366


def test_a_change_above_does_not_move_the_field_in_use(sample: Hand) -> None:
    block = sample.go_to("case.contact_rules")
    top = block.mapTo(sample.window, QPoint(0, 0)).y()
    sample.session.set_answer("case.emergency", "yes")
    sample.page.autosave.changed.emit(None)
    assert sample.page.form.blocks["case.emergency_reason"].isVisible()
    assert block.mapTo(sample.window, QPoint(0, 0)).y() == top
    assert block.isAncestorOf(sample.focus)


def test_the_wheel_does_not_change_a_choice_that_is_only_scrolled_past(sample: Hand) -> None:
    box = sample.page.form.blocks["movant.pronouns"].editor.box
    assert isinstance(box, QComboBox)
    before = box.currentIndex()
    turn = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(0, -120), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(box, turn)
    assert box.currentIndex() == before


def test_dark_is_dark_and_larger_is_larger(sample: Hand) -> None:
    sample.page.draft.refresh()
    light = sample.page.draft.browser.document().defaultStyleSheet()
    sample.window.choose_theme("dark")
    ground = QApplication.palette().color(QPalette.ColorRole.Base).lightness()
    assert ground < 60
    QApplication.processEvents()
    assert sample.page.draft.browser.document().defaultStyleSheet() != light
    label = sample.page.form.blocks["case.number"].ask
    assert isinstance(label, QLabel)
    before = label.font().pointSizeF()
    sample.zoom(1)
    assert label.font().pointSizeF() > before
    for role in (QPalette.ColorRole.PlaceholderText, QPalette.ColorRole.Text):
        assert contrast(QApplication.palette(), role, QPalette.ColorRole.Window) >= 4.5
    sample.window.choose_theme("light")
    for role in (QPalette.ColorRole.PlaceholderText, QPalette.ColorRole.Text):
        assert contrast(QApplication.palette(), role, QPalette.ColorRole.Window) >= 4.5


def contrast(palette: QPalette, one: QPalette.ColorRole, other: QPalette.ColorRole) -> float:
    """The contrast ratio of the Web Content Accessibility Guidelines."""

    def luminance(role: QPalette.ColorRole) -> float:
        colour = palette.color(role)
        parts = (colour.redF(), colour.greenF(), colour.blueF())
        linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_the_window_never_opens_off_the_screen() -> None:
    screens = [QRect(0, 0, 1366, 768), QRect(1366, 0, 1920, 1080)]
    assert on_screen(QRect(100, 100, 800, 600), screens) == QRect(100, 100, 800, 600)
    assert on_screen(QRect(-500, -40, 800, 600), screens) == QRect(0, 0, 800, 600)
    assert on_screen(QRect(5000, 5000, 3000, 2000), screens) == screens[0]
    assert on_screen(QRect(3000, 200, 1000, 600), screens) == QRect(2286, 200, 1000, 600)


def test_the_window_remembers_how_it_was(hand: Hand, data_dir: Path) -> None:
    hand.window.zoom(2)
    hand.window.choose_theme("dark")
    hand.window.close()
    stored = WindowSettings(data_dir)
    assert stored.text("view/theme") == "dark"
    assert stored.number("view/scale", 100) == 125
    assert QSettings(str(data_dir / "window.ini"), QSettings.Format.IniFormat).contains("window/geometry")


def test_all_shortcuts_are_listed_and_none_is_taken_twice(sample: Hand, qtbot: QtBot) -> None:
    actions = [action for action in sample.window.actions_.every() if not action.shortcut().isEmpty()]
    keys = [action.shortcut().toString() for action in actions]
    assert len(keys) == len(set(keys))
    assert {"Ctrl+N", "Ctrl+W", "Ctrl+S", "Ctrl+D", "Ctrl+Shift+D", "F1", "F8"} <= set(keys)
    sample.control(Qt.Key.Key_F1)
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    qtbot.addWidget(dialog)
    assert dialog.windowTitle() == "Keyboard shortcuts"
    dialog.close()


def test_searching_lists_the_cases_that_hold_the_words(hand: Hand, qtbot: QtBot) -> None:
    for name in ("complete", "vailes"):
        hand.window.open_sample(name)
    hand.window.close_case()
    start = hand.window.start
    start.search.setFocus()
    hand.type("Otisville")
    qtbot.waitUntil(lambda: [line.movant for line in start.cases.table.lines] == ["Valon Vailes"])
    hand.type(" nowhere")
    qtbot.waitUntil(lambda: not start.cases.table.lines)
    hand.press(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: len(start.cases.table.lines) == 2)


def test_the_note_on_a_known_answer_is_shown(hand: Hand) -> None:
    hand.window.open_sample("vailes")
    hand.page.go_to("sentence.months")
    (block,) = [one for one in hand.page.form.in_order() if one.question.id == "sentence.months"]
    assert block.note.isVisible()
    assert "20 years" in block.note.text()
    hand.page.go_to("case.number")
    (plain,) = [one for one in hand.page.form.in_order() if one.question.id == "case.number"]
    assert plain.note.isVisible() == bool(hand.session.answers["case.number"].note)
