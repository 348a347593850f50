"""The manual: F1 opens the page that fits, links lead somewhere, and what it names is in the program."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QAction, QImage, QKeySequence, QTextDocument
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QMenu,
    QTabWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from drafter import paths
from drafter.app import manual
from drafter.app.receipts import Receipt
from drafter.app.text_blocks import TextBlocks
from drafter.app.transfer import MergeField, MergePlan
from drafter.core.merging import ThreeWay
from drafter.store.records import StoredAnswer
from drafter.ui.case import beside_commands, case_commands
from drafter.ui.case.notes_dialog import show_notes
from drafter.ui.case.text_blocks_dialog import TextBlockForm, TextBlocksDialog
from drafter.ui.case.undoing import show_history
from drafter.ui.case.versions_dialog import show_versions
from drafter.ui.dialogs import key_rows
from drafter.ui.library.conflicts_dialog import show_conflicts
from drafter.ui.library.merge_dialog import MergeDialog
from drafter.ui.library.receipt_dialog import ReceiptDialog
from drafter.ui.main_window import MainWindow
from drafter.ui.manual import Manual, fitting_page
from drafter.ui.vault.lock_page import LockPage

Hand = Any  # conftest.Hand; the tests' folders are no packages, so it cannot be imported by name

PAGES = [manual.CONTENTS, *manual.titles()]
#: Words in bold that are not on a button or a tab: a mark beside a question, and the state of an answer.
#: The last stands in a box that waits for an answer; test_case_files presses it.
ELSEWHERE = {"Needed", "As another case"}
#: Menus of which each entry is one of many of a kind.
CHOICES = ("File › Open sample › ", "File › Chosen case › Status › ")
#: Code that is no key.
_NO_KEY = re.compile(r"^drafter |--|\.\w{3}|\.drafter|^title$|Ex\. B|\{\{")


def text_of(name: str) -> str:
    return (paths.manual_folder() / f"{name}.md").read_text(encoding="utf-8")


def opened(hand: Hand) -> Manual:
    found = hand.window.findChild(Manual)
    assert isinstance(found, Manual)
    return found


def plain(text: str) -> str:
    return text.partition("\t")[0].replace("&", "").rstrip("…").strip()


def commands(actions: list[QAction], above: str = "") -> Iterator[str]:
    """Every command by its way through the menus."""
    for action in actions:
        menu = action.menu()
        if action.isSeparator():
            continue
        yield f"{above}{plain(action.text())}"
        if isinstance(menu, QMenu):
            yield from commands(menu.actions(), f"{above}{plain(action.text())} › ")


def menu_ways(hand: Hand) -> set[str]:
    """Every command of the menus, with a case in the list that some of them are about."""
    hand.window.open_sample("vailes")
    hand.window.close_case()
    for menu in hand.window.menuBar().findChildren(QMenu):
        menu.aboutToShow.emit()  # some are filled when they are opened
    return set(commands(hand.window.menuBar().actions()))


def texts(root: QWidget) -> Iterator[str]:
    """What stands on the buttons and tabs of ``root``."""
    for button in root.findChildren(QAbstractButton):
        yield plain(button.text())
    for tabs in root.findChildren(QTabWidget):
        for place in range(tabs.count()):
            yield re.sub(r" \(\d+\)$", "", plain(tabs.tabText(place)))


@pytest.mark.parametrize("name", PAGES)
def test_every_link_and_picture_is_there(name: str) -> None:
    text = text_of(name)
    assert "://" not in text, "the manual leads nowhere else"
    for alternative, target in re.findall(r"\[([^\]]+)\]\(([^)]+)\)", text):
        assert alternative
        assert (paths.manual_folder() / target).is_file(), target


def test_pictures_are_few_and_small_and_each_is_used() -> None:
    pictures = list((paths.manual_folder().parent / "pictures").iterdir())
    sizes = [picture.stat().st_size for picture in pictures]
    assert max(sizes) <= 200_000
    assert sum(sizes) < 2_500_000
    readme = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    pages = readme + "".join(text_of(name) for name in PAGES)
    assert {picture.name for picture in pictures if f"pictures/{picture.name})" not in pages} == set()
    for target in re.findall(r"\]\(([^):]+)\)", readme):
        assert (Path(__file__).parents[2] / target).exists(), target


def test_every_page_is_in_the_contents_under_its_own_title() -> None:
    files = {file.stem for file in paths.manual_folder().glob("*.md")}
    assert files == set(PAGES)
    for name, title in manual.titles().items():
        assert text_of(name).startswith(f"# {title}\n")


def named_ways() -> set[str]:
    bold = (way for name in PAGES for way in re.findall(r"\*\*([^*]+ › [^*]+)\*\*", text_of(name)))
    return {way.rstrip("…") for way in bold}


def test_every_command_that_a_page_names_is_in_the_menus(hand: Hand) -> None:
    assert named_ways() - menu_ways(hand) == set()


def test_every_command_of_the_menus_is_named_in_the_manual(hand: Hand) -> None:
    ways = {way for way in menu_ways(hand) if " › " in way and not way.startswith(CHOICES)}
    assert len(ways) > 60
    assert ways - named_ways() == set()


def merging(window: MainWindow) -> None:
    """Show a merge with an answer to decide."""
    field = MergeField("case.number", "What is the case number?", "Case and court", "", "1", "2")
    nothing: ThreeWay[str, StoredAnswer] = ThreeWay({}, {}, {})
    MergeDialog(window, MergePlan(1, "United States v. Doe", None, (), (), (field,), (nothing, None))).open()


def test_every_button_and_tab_that_a_page_names_is_on_the_window(sample: Hand, qtbot: QtBot) -> None:
    window = sample.window
    there: set[str] = set(ELSEWHERE) | set(texts(window.start)) | set(texts(LockPage()))
    sample.control(Qt.Key.Key_R)
    there |= set(texts(window))
    sample.control(Qt.Key.Key_R)
    for show in (
        window.show_templates,
        partial(case_commands.read_facts, window),
        window.manners.show_about,
        window.desk.show_backups,
        window.desk.check_data,
        lambda: show_history(window),
        lambda: show_versions(window, window._library),
        lambda: show_notes(window),
        lambda: show_conflicts(window, window._library),
        lambda: TextBlocksDialog(window, TextBlocks(window._library)).open(),
        lambda: TextBlockForm(window, TextBlocks(window._library)).open(),
        lambda: merging(window),
        lambda: ReceiptDialog(window, Receipt("", datetime.now(tz=UTC), {}), lambda _receipt: None).open(),
    ):
        show()
        dialog = QApplication.activeModalWidget()
        assert dialog is not None
        there |= set(texts(dialog))
        dialog.close()
        qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    bold = (words for name in PAGES for words in re.findall(r"\*\*([^*]+)\*\*", text_of(name)))
    named = {plain(words) for words in bold if " › " not in words and not words.startswith("… ")}
    assert len(named) > 20
    assert named - there == set()


def test_every_key_that_a_page_names_does_something(sample: Hand) -> None:
    keys = {
        key for listed, _ in key_rows(sample.window.actions_.every()) for key in (listed, *listed.split(", "))
    }
    keys |= {"Space", "Del", "F2"}  # of a list: they tick, delete and rename
    named = {
        code for name in PAGES for code in re.findall(r"`([^`]+)`", text_of(name)) if not _NO_KEY.search(code)
    }
    assert len(named) > 20
    assert {key for key in named if key not in keys} == set()


def test_the_page_on_the_keyboard_lists_every_key_of_the_window(sample: Hand) -> None:
    sample.press(Qt.Key.Key_F1)
    shown = opened(sample)
    shown.turn_to("keyboard")
    text = shown.page.toPlainText()
    for action in sample.window.actions_.every():
        if not action.shortcut().isEmpty():
            assert action.shortcut().toString(QKeySequence.SequenceFormat.NativeText) in text
            assert action.text().replace("&", "") in text


def opened_over(sample: Hand, qtbot: QtBot, show: Callable[[MainWindow], object]) -> tuple[QWidget, Manual]:
    """The small window that ``show`` opens, and the manual that F1 opens over it."""
    show(sample.window)
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.isAncestorOf(QApplication.focusWidget() or sample.window))
    sample.press(Qt.Key.Key_F1)
    shown = dialog.findChild(Manual)
    assert shown is not None
    return dialog, shown


def test_f1_on_the_list_and_on_the_locked_page_opens_their_pages(sample: Hand, qtbot: QtBot) -> None:
    window = sample.window
    window.close_case()
    view = window.start.cases.view
    qtbot.waitUntil(lambda: QApplication.focusWidget() is view)
    sample.press(Qt.Key.Key_F1)
    assert opened(sample).name == "cases"
    opened(sample).close()
    assert fitting_page(None, LockPage().line) == "passphrase"


@pytest.mark.parametrize(
    ("show", "name"),
    [
        (lambda window: window.desk.show_backups(), "backups"),
        (lambda window: window.desk.check_data(), "backups"),
        (lambda window: window.vault.protect(), "passphrase"),
        (show_history, "undo"),
        (lambda window: show_versions(window, window._library), "review"),
        (show_notes, "review"),
        (lambda window: show_conflicts(window, window._library), "review"),
        (merging, "case-files"),
        (lambda window: window.manners.show_own_fields(), "templates"),
        (lambda window: TextBlocksDialog(window, TextBlocks(window._library)).open(), "text-blocks"),
    ],
)
def test_f1_over_the_library_opens_the_page_on_it(
    sample: Hand, qtbot: QtBot, show: Callable[[MainWindow], object], name: str
) -> None:
    dialog, shown = opened_over(sample, qtbot, show)
    assert shown.name == name
    dialog.close()


def test_f1_on_the_first_page_opens_the_first_steps(hand: Hand) -> None:
    hand.press(Qt.Key.Key_F1)
    assert opened(hand).name == "first-steps"
    assert opened(hand).isVisible()


@pytest.mark.parametrize(
    ("go", "name"),
    [
        (lambda hand: hand.go_to("case.number"), "interview"),
        (lambda hand: hand.control(Qt.Key.Key_E), "proof"),
        (lambda hand: hand.press(Qt.Key.Key_F9), "law"),
        (lambda hand: beside_commands.show_proof(hand.window), "proof"),
        (lambda hand: hand.press(Qt.Key.Key_F7), "drafts"),
        (lambda hand: beside_commands.show_deadlines(hand.window), "deadlines"),
        (lambda hand: hand.control(Qt.Key.Key_R), "review"),
    ],
)
def test_f1_opens_the_page_that_fits_the_place(sample: Hand, go: Callable[[Hand], object], name: str) -> None:
    go(sample)
    sample.press(Qt.Key.Key_F1)
    assert opened(sample).name == name
    assert sample.window.findChildren(Manual) == [opened(sample)]


@pytest.mark.parametrize(
    ("show", "name"),
    [(MainWindow.show_templates, "templates"), (case_commands.read_facts, "pasted-papers")],
)
def test_f1_in_a_small_window_opens_its_page_over_it(
    sample: Hand, qtbot: QtBot, show: Callable[[MainWindow], None], name: str
) -> None:
    dialog, shown = opened_over(sample, qtbot, show)
    assert shown.name == name
    shown.turn_to("keyboard")
    assert "Ctrl+Shift+D" in shown.page.toPlainText()
    dialog.close()


def test_links_lead_on_and_back_leads_back(hand: Hand) -> None:
    hand.press(Qt.Key.Key_F1)
    shown = opened(hand)
    assert not shown.back.isEnabled()
    shown.page.anchorClicked.emit(QUrl("interview.md"))
    assert shown.contents.currentItem().text() == "The interview"
    shown.page.anchorClicked.emit(QUrl("proof.md"))
    shown.back.click()
    assert shown.name == "interview"
    shown.go_back()
    assert shown.name == "first-steps"
    assert not shown.back.isEnabled()


def test_words_are_found_on_every_page_forward_and_back(hand: Hand) -> None:
    hand.press(Qt.Key.Key_F1)
    shown = opened(hand)
    shown.line.setText("foreclosed")
    assert shown.holding() == ["drafts", "law"]
    assert shown.found.text().startswith("On 2 pages")
    visited = []
    for _ in range(3):
        shown.step(1)
        visited.append(shown.name)
        assert shown.page.textCursor().selectedText() == "foreclosed"
    assert visited == ["drafts", "law", "drafts"]
    shown.step(-1)
    assert shown.name == "law"
    shown.line.setText("nowhere at all")
    shown.step(1)
    assert shown.found.text() == "Nothing in the manual has these words."


def test_the_contents_are_chosen_by_key_and_escape_closes(hand: Hand, qtbot: QtBot) -> None:
    hand.press(Qt.Key.Key_F1)
    shown = opened(hand)
    shown.contents.setFocus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is shown.contents)
    hand.press(Qt.Key.Key_Down)
    assert shown.name == list(manual.titles())[1]
    with qtbot.waitSignal(shown.destroyed):
        hand.press(Qt.Key.Key_Escape)


def test_pictures_are_never_wider_than_the_page(
    hand: Hand, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hand.press(Qt.Key.Key_F1)
    picture = QImage(3000, 100, QImage.Format.Format_RGB32)
    picture.save(str(tmp_path / "wide.png"))
    monkeypatch.setattr(paths, "manual_folder", lambda: tmp_path)
    page = opened(hand).page
    kind = QTextDocument.ResourceType.ImageResource.value
    shown = page.loadResource(kind, QUrl("wide.png"))
    assert 0 < shown.width() <= page.viewport().width()


def test_a_page_that_is_gone_is_told_in_one_sentence(hand: Hand) -> None:
    hand.press(Qt.Key.Key_F1)
    shown = opened(hand)
    shown.turn_to("no-such-page")
    assert "install the program again" in shown.told.text
    assert shown.name == "first-steps"
