"""The window of the templates: with keys, over real files."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import docx
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from drafter import paths
from drafter.render import isolated
from drafter.ui.library.templates_dialog import TemplatesDialog

Hand = Any  # conftest.Hand; the tests' folders are no packages, so it cannot be imported by name


@pytest.fixture(autouse=True)
def _child_ends() -> Iterator[None]:
    yield
    isolated.close()


@pytest.fixture
def dialog(sample: Hand, qtbot: QtBot) -> TemplatesDialog:
    """The window of the templates over the sample case, opened with its key."""
    sample.control(Qt.Key.Key_T)
    (opened,) = sample.window.findChildren(TemplatesDialog)
    assert isinstance(opened, TemplatesDialog)
    opened.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is opened.table)
    return opened


def choose(dialog: TemplatesDialog, template: str) -> None:
    """Go to ``template`` with the arrow keys."""
    ids = [line.id for line in dialog._lines]
    QTest.keyClick(dialog.table, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    for _ in range(ids.index(template)):
        QTest.keyClick(dialog.table, Qt.Key.Key_Down)
    assert dialog.line.id == template


def press(dialog: TemplatesDialog, name: str) -> None:
    """Press a button with the keyboard."""
    button = dialog.buttons[name]
    assert button.isEnabled(), name
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)


def rows(dialog: TemplatesDialog) -> list[str]:
    model = dialog.findings.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def used(dialog: TemplatesDialog) -> str:
    item = dialog.table.item(dialog.table.currentRow(), 2)
    assert item is not None
    return item.text()


def edit(path: Path, old: str, new: str) -> None:
    """Change words as a person does in Word, and save."""
    document = docx.Document(str(path))
    for paragraph in document.paragraphs:
        for run in paragraph.runs:
            run.text = run.text.replace(old, new)
    document.save(str(path))


def enabled(dialog: TemplatesDialog) -> set[str]:
    return {name for name, button in dialog.buttons.items() if button.isEnabled()}


def test_a_template_is_copied_edited_checked_and_set_aside(
    dialog: TemplatesDialog, sample: Hand, data_dir: Path
) -> None:
    choose(dialog, "motion")
    assert used(dialog) == "shipped with the program"
    assert enabled(dialog) == {"Copy to my templates", "Open folder", "Check"}
    press(dialog, "Copy to my templates")
    path = data_dir / "my templates" / "documents" / "motion.docx"
    assert path.exists()
    assert str(path) in dialog.told.text()
    assert used(dialog) == "yours, as copied"
    assert enabled(dialog) == {"Open folder", "Check", "What changed", "Reset"}

    press(dialog, "Check")
    assert (dialog.told.text(), rows(dialog)) == ("motion.docx: no fault found.", [])
    edit(path, "Hearing requested", "Argument for {{ movant.nme }} requested")
    press(dialog, "Check")
    assert dialog.told.text() == "motion.docx: one fault found."
    (row,) = rows(dialog)
    assert "did you mean movant.name" in row
    edit(path, "movant.nme", "movant.name")
    press(dialog, "Check")
    assert rows(dialog) == []

    sample.page.draft.refresh()
    assert "Argument for Jordan Avery Doe requested" in sample.page.draft.browser.toPlainText()
    press(dialog, "Reset")
    assert "set aside" in dialog.told.text()
    assert used(dialog) == "shipped with the program"
    assert "Hearing requested" in sample.page.draft.browser.toPlainText()


def test_what_the_program_changed_is_shown_and_marked_as_reviewed(
    dialog: TemplatesDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(dialog, "motion")
    press(dialog, "Copy to my templates")
    press(dialog, "What changed")
    assert "has not changed" in dialog.told.text()
    later, real = tmp_path / "later", paths._shipped
    shutil.copytree(real("templates"), later)
    edit(later / "documents" / "motion.docx", "Hearing requested", "A hearing is requested")
    monkeypatch.setattr(paths, "_shipped", lambda folder: later if folder == "templates" else real(folder))
    dialog._fill()
    assert "has changed since" in used(dialog)
    press(dialog, "What changed")
    assert {"-Hearing requested", "+A hearing is requested"} <= set(rows(dialog))
    press(dialog, "Mark as reviewed")
    assert used(dialog) == "yours, edited"


def test_the_folder_is_made_and_opened(
    dialog: TemplatesDialog, data_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    press(dialog, "Open folder")
    assert opened == [str(data_dir / "my templates")]
    assert (data_dir / "my templates" / "blocks").is_dir()


def test_a_fault_of_the_file_is_told_in_the_window(dialog: TemplatesDialog, data_dir: Path) -> None:
    choose(dialog, "b3D")
    press(dialog, "Copy to my templates")
    (data_dir / "my templates" / "grounds" / "b3D.docx").write_bytes(b"no Word file")
    press(dialog, "Check")
    assert dialog.told.text() == "b3D.docx: this is not a Word document (.docx), or it is damaged."


def test_the_firms_own_paragraphs_are_listed(sample: Hand, data_dir: Path) -> None:
    path = data_dir / "my templates" / "blocks" / "b5.docx"
    path.parent.mkdir(parents=True)
    document = docx.Document()
    document.add_paragraph("The firm adds {{ ground.label }}.")
    document.save(str(path))
    sample.control(Qt.Key.Key_T)
    (dialog,) = sample.window.findChildren(TemplatesDialog)
    QTest.keyClick(dialog.table, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert (dialog.line.id, used(dialog)) == ("b5", "yours, printed after the ground")
    assert enabled(dialog) == {"Open folder", "Check"}
    press(dialog, "Check")
    assert dialog.told.text() == "b5.docx: no fault found."


def test_everything_in_the_window_is_reached_by_tab_and_has_a_name(dialog: TemplatesDialog) -> None:
    assert dialog.findings.isHidden()  # an empty list would only take room
    dialog._tell("motion.docx: one fault found.", "Paragraph 3: a field without a name.")
    names = []
    for _ in range(12):
        focus = QApplication.focusWidget()
        assert focus is not None
        names.append(QAccessible.queryAccessibleInterface(focus).text(QAccessible.Text.Name))
        QTest.keyClick(focus, Qt.Key.Key_Tab)
        if QApplication.focusWidget() is dialog.table:
            break
    assert names[0] == "Templates"
    assert {"Copy to my templates", "Open folder", "Check", "What was found", "Close"} <= set(names)
    mnemonics = [button.text()[button.text().index("&") + 1].lower() for button in dialog.buttons.values()]
    assert len(mnemonics) == len(set(mnemonics))


def test_escape_closes_the_window(dialog: TemplatesDialog, sample: Hand, qtbot: QtBot) -> None:
    QTest.keyClick(dialog.table, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not sample.window.findChildren(TemplatesDialog))
