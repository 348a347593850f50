"""Keeping the counsel of a case for new ones, from the window."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox

Hand = Any  # conftest.Hand


def action(hand: Hand) -> None:
    """Choose File, Keep counsel for new cases."""
    (file,) = [menu for menu in hand.window.menuBar().actions() if menu.text() == "&File"]
    menu = file.menu()
    (keep,) = [one for one in menu.actions() if one.text() == "&Keep counsel for new cases"]
    keep.trigger()


def test_a_new_case_begins_with_counsel_as_typed_a_moment_ago(sample: Hand) -> None:
    sample.go_to("counsel.phone")
    sample.control(Qt.Key.Key_A)
    sample.type("304-555-7777")
    action(sample)
    assert "New cases begin with the counsel of this case" in sample.window.statusBar().currentMessage()
    sample.new_case()
    assert sample.value("counsel.phone") == "304-555-7777"
    assert sample.value("movant.name") is None
    assert sample.go_to("counsel.phone").editor.raw() == "304-555-7777"


def test_a_case_without_counsel_says_what_to_do(case: Hand) -> None:
    action(case)
    (box,) = case.window.findChildren(QMessageBox)
    assert "answer the questions on counsel first" in box.text()
    box.close()
