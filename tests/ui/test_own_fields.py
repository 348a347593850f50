"""The firm's own fields in the window: defined in a dialog, answered in the last section of every case."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QInputDialog, QMessageBox

from drafter.ui.library.own_fields_dialog import OwnFieldsDialog

Hand = Any  # conftest.Hand


def opened(hand: Hand) -> OwnFieldsDialog:
    next(one for one in hand.window.actions_.every() if one.text() == "O&ur own fields…").trigger()
    found: list[OwnFieldsDialog] = [
        one for one in hand.window.findChildren(OwnFieldsDialog) if one.isVisible()
    ]
    (dialog,) = found
    return dialog


def closed(hand: Hand, dialog: OwnFieldsDialog) -> None:
    dialog.reject()
    hand.window.activateWindow()
    QApplication.processEvents()


def add(dialog: OwnFieldsDialog, ask: str, kind: str = "text", options: str = "") -> None:
    dialog.ask.setText(ask)
    dialog.kind.setCurrentIndex(dialog.kind.findData(kind))
    dialog.options.setText(options)
    dialog.add.click()


def rows(dialog: OwnFieldsDialog) -> list[list[str]]:
    model = dialog.table.model()
    return [
        [str(model.index(row, column).data()) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def titles(hand: Hand) -> list[str]:
    return [section.title for section in hand.session.sections]


def test_a_field_is_added_and_answered_in_the_open_case(case: Hand) -> None:
    assert "Our own fields" not in titles(case)
    dialog = opened(case)
    add(dialog, "Who is the officer?")
    assert rows(dialog) == [["Who is the officer?", "Text", "{{ own.who_is_the_officer }}", "0 cases"]]
    assert dialog.ask.text() == ""
    closed(case, dialog)
    assert titles(case)[-1] == "Our own fields"
    case.answer("own.who_is_the_officer", "Quillon Fairweather")
    assert case.value("own.who_is_the_officer") == "Quillon Fairweather"
    assert rows(opened(case))[0][3] == "1 case"


@pytest.mark.parametrize(
    ("kind", "typed", "stored"),
    [
        ("long_text", "one\ntwo", "one two"),
        ("date", "3/4/27", "2027-03-04"),
        ("yes_no", "y", True),
        ("choice", "D", "denied"),
        ("amount", "12.5", "$12.50"),
    ],
)
def test_each_kind_has_its_editor(case: Hand, kind: str, typed: str, stored: object) -> None:
    dialog = opened(case)
    add(dialog, "Asked", kind, "Granted; Denied" if kind == "choice" else "")
    closed(case, dialog)
    case.go_to("own.asked")
    case.type(typed.replace("\n", " "))
    case.page.autosave.flush()
    assert case.value("own.asked") == stored


def test_a_wording_is_shown_as_it_was_written(case: Hand) -> None:
    dialog = opened(case)
    wording = "<b>Fee</b> & costs"
    add(dialog, wording)
    closed(case, dialog)
    label = case.go_to("own.b_fee_b_costs").ask
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert label.text() == "<b>Fee</b> && costs"
    assert wording in QAccessible.queryAccessibleInterface(case.focus).text(QAccessible.Text.Name)


def test_what_cannot_be_added_is_told_and_what_was_typed_stays(case: Hand) -> None:
    dialog = opened(case)
    add(dialog, "Outcome", "choice", "only one")
    assert dialog.told.text.startswith("A choice needs at least two options")
    assert dialog.ask.text() == "Outcome"
    assert not dialog.options.isHidden()
    add(dialog, "Да?")
    assert "cannot be the name of a field" in dialog.told.text
    assert dialog.options.isHidden()
    dialog.id.setText("yes_in_russian")
    dialog.add.click()
    assert dialog.told.text == ""
    assert rows(dialog)[0][2] == "{{ own.yes_in_russian }}"


def test_wording_order_and_tag(case: Hand, monkeypatch: pytest.MonkeyPatch) -> None:
    dialog = opened(case)
    for ask in ("First", "Second", "Third"):
        add(dialog, ask)
    dialog.table.selectRow(0)
    assert not dialog.buttons["Move up"].isEnabled()
    dialog.buttons["Move down"].click()
    assert [row[0] for row in rows(dialog)] == ["Second", "First", "Third"]
    assert dialog.table.currentRow() == 1
    monkeypatch.setattr(QInputDialog, "getText", lambda *_, **__: ("  Once more ", True))
    dialog.buttons["Change the wording…"].click()
    assert rows(dialog)[1][:3] == ["Once more", "Text", "{{ own.first }}"]
    dialog.buttons["Copy the tag"].click()
    assert QApplication.clipboard().text() == "{{ own.first }}"
    closed(case, dialog)
    assert [one.ask for one in case.session.sections[-1]] == ["Second", "Once more", "Third"]


def test_a_field_is_removed_only_after_a_yes_that_names_its_cases_and_keeps_the_answer(
    case: Hand, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = opened(case)
    add(dialog, "Officer")
    closed(case, dialog)
    case.answer("own.officer", "R. Roe")
    asked: list[str] = []
    answer = QMessageBox.StandardButton.No

    def warning(_parent: object, _title: str, text: str, *_: object) -> QMessageBox.StandardButton:
        asked.append(text)
        return answer

    monkeypatch.setattr(QMessageBox, "warning", warning)
    dialog = opened(case)
    dialog.buttons["Remove…"].click()
    assert "It is answered in 1 case." in asked[0]
    assert len(rows(dialog)) == 1
    answer = QMessageBox.StandardButton.Yes
    dialog.buttons["Remove…"].click()
    assert rows(dialog) == []
    assert not dialog.buttons["Remove…"].isEnabled()
    closed(case, dialog)
    assert "Our own fields" not in titles(case)
    dialog = opened(case)
    add(dialog, "Officer")
    closed(case, dialog)
    assert case.session.answers.stored("own.officer") == "R. Roe"


def test_fields_are_defined_without_an_open_case_and_by_key(hand: Hand) -> None:
    dialog = opened(hand)
    assert dialog.focusWidget() is dialog.ask
    QTest.keyClicks(dialog.ask, "Off")
    assert dialog.id.placeholderText() == "off"
    add(dialog, "Officer")
    assert dialog.table.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole) == (
        "Wording: Officer, Kind: Text, In your templates: {{ own.officer }}, Answered in: 0 cases"
    )
    closed(hand, dialog)
    hand.new_case()
    assert titles(hand)[-1] == "Our own fields"
