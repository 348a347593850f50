"""The search for conflicts of interest in the window: names in, cases out, and the way to them."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from drafter.ui.library import conflicts_dialog
from drafter.ui.library.conflicts_dialog import ConflictsDialog

Hand = Any  # conftest.Hand
CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
JUDGE = "case.judge"


def opened(hand: Hand) -> ConflictsDialog:
    hand.press(Qt.Key.Key_F, CONTROL_SHIFT)
    found: list[ConflictsDialog] = [
        one for one in hand.window.findChildren(ConflictsDialog) if one.isVisible()
    ]
    (dialog,) = found
    return dialog


def searched(dialog: ConflictsDialog, *names: str) -> list[list[str]]:
    dialog.names.setPlainText("\n".join(names))
    dialog.search.click()
    return rows(dialog)


def rows(dialog: ConflictsDialog) -> list[list[str]]:
    model = dialog.table.model()
    return [
        [str(model.index(row, column).data()) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def test_each_name_has_its_cases_below_it_and_goes_to_the_question(case: Hand) -> None:
    first = case.session.id
    case.session.set_answer(JUDGE, "Quillon Fairweather")
    ask = case.session.question(JUDGE).ask
    case.new_case("Another")
    dialog = opened(case)
    assert not dialog.go.isEnabled()
    assert not dialog.copy.isEnabled()
    assert searched(dialog, "Fairweather, Q.", "", "Nobody Whatsoever") == [
        ["Fairweather, Q.: something similar in 1 case.", "", "", "", ""],
        ["United States v. Roe", "open", ask, "Quillon Fairweather", "similar"],
        ["Nobody Whatsoever: found in no case.", "", "", "", ""],
    ]
    assert dialog.found.text().endswith("over 2 cases.")
    dialog.table.selectRow(2)
    assert not dialog.go.isEnabled()
    dialog.table.selectRow(1)
    dialog.go.click()
    assert case.session.id == first
    case.come_back(case.page.form.blocks[JUDGE].fields()[0])
    assert case.page.form.last_question() == JUDGE


def test_what_is_typed_at_this_moment_is_searched_too(case: Hand) -> None:
    case.go_to("case.number")
    case.control(Qt.Key.Key_A)
    case.type("1:21-cr-1 Fairweather")
    dialog = opened(case)
    assert searched(dialog, "Fairweather")[1][3:] == ["1:21-cr-1 Fairweather", "the name"]


def test_no_name_and_what_is_no_name_are_told_in_the_dialog(case: Hand) -> None:
    dialog = opened(case)
    searched(dialog)
    assert dialog.told.text.startswith("No name is given")
    searched(dialog, "J. R.")
    assert dialog.told.text.startswith("“J. R.” has no family name")
    searched(dialog, "Roe")
    assert dialog.told.text == ""


def test_copy_and_print_give_all_with_what_was_not_looked_at(
    case: Hand, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages: list[str] = []
    monkeypatch.setattr(conflicts_dialog, "print_page", lambda _parent, html: pages.append(html))
    monkeypatch.setattr(conflicts_dialog, "_SHOWN", 1)
    case.session.set_answer(JUDGE, "Quillon <b>Roe")
    dialog = opened(case)
    assert searched(dialog, "Roe")[0][0] == ("Roe: found in 1 case; the first 1 of 2 places are shown.")
    assert len(rows(dialog)) == 2
    dialog.copy.click()
    copied = QApplication.clipboard().text()
    assert copied.count("United States v. Roe") == 3
    assert "Not looked at: " in copied
    dialog.print.click()
    assert "Quillon &lt;b&gt;Roe" in pages[0]
    assert "Not looked at: " in pages[0]


def test_the_rows_speak_and_the_library_can_be_searched_without_an_open_case(hand: Hand) -> None:
    hand.window.open_sample("complete")
    hand.window.close_case()
    dialog = opened(hand)
    found = searched(dialog, "Jordan Doe")
    assert found[0][0] == "Jordan Doe: found in 1 case."
    model, spoken = dialog.table.model(), Qt.ItemDataRole.AccessibleTextRole
    assert model.index(0, 0).data(spoken) == found[0][0]
    assert "Place: open, Found in: " in model.index(1, 0).data(spoken)
