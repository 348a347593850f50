"""What could not be read in a line is there again, with its message."""

from __future__ import annotations

from typing import Any

Hand = Any  # conftest.Hand


def test_an_entry_that_cannot_be_read_is_there_again_with_its_message(case: Hand) -> None:
    case.answer("case.filing_date", "2/30/2026")
    number = case.session.id
    case.window.put_away(open_still=False)  # nothing is asked, as in a crash
    case.window.open_case(number)
    block = case.go_to("case.filing_date")
    assert block.editor.raw() == "2/30/2026"
    assert "Not saved" in block.told.text
    assert case.stored("case.filing_date") is None


def test_once_it_can_be_read_the_half_typed_entry_is_forgotten(case: Hand) -> None:
    case.answer("case.filing_date", "2/30/2026")
    assert case.session.half_typed() == {"case.filing_date": "2/30/2026"}
    case.answer("case.filing_date", "12/4/2026")
    assert case.session.half_typed() == {}
    assert case.value("case.filing_date") == "2026-12-04"


def test_the_library_is_checked_from_the_menu(case: Hand) -> None:
    from drafter.ui.check_dialog import CheckDialog

    case.window.desk.check_data()
    dialog = case.window.findChild(CheckDialog)
    assert dialog.words.text().startswith("The library is sound")
    assert not dialog.rescue.isEnabled()
    dialog.index.click()
    assert dialog.words.text().startswith("The library is sound")
    dialog.close()
