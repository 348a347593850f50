"""Notes on a section and its sign-off in the window: said, shown in the outline, printed with the review."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt

from drafter.ui.case.notes_dialog import NotesDialog

Hand = Any  # conftest.Hand
CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
NUMBER = "case.number"


def opened(hand: Hand) -> NotesDialog:
    hand.press(Qt.Key.Key_S, CONTROL_SHIFT)
    found: list[NotesDialog] = [one for one in hand.window.findChildren(NotesDialog) if one.isVisible()]
    (dialog,) = found
    return dialog


def closed(hand: Hand, dialog: NotesDialog) -> None:
    dialog.close()
    hand.window.activateWindow()


def spoken(hand: Hand, row: int) -> str:
    rows = hand.page.outline.rows
    return str(rows.data(rows.index(row), Qt.ItemDataRole.AccessibleTextRole))


def sign(dialog: NotesDialog, who: str, text: str = "") -> None:
    dialog.who.setText(who)
    dialog.text.setPlainText(text)
    dialog.sign.click()


def test_a_sign_off_stands_in_the_outline_and_says_by_whom(case: Hand) -> None:
    case.answer(NUMBER, "1:21-cr-1")
    assert "signed" not in spoken(case, 0)
    dialog = opened(case)
    assert dialog.state.text() == "Nobody has signed this section off."
    sign(dialog, "M. Lee", "read against the <docket>")
    assert dialog.state.text().startswith("Signed off by M. Lee on ")
    assert dialog.text.toPlainText() == ""
    closed(case, dialog)
    assert spoken(case, 0).endswith("✓ signed off")
    assert "signed" not in spoken(case, 1)
    rows = case.page.outline.rows
    assert "M. Lee" in rows.data(rows.index(0), Qt.ItemDataRole.ToolTipRole)
    assert "read against the &lt;docket&gt;" in rows.data(rows.index(0), Qt.ItemDataRole.ToolTipRole)


def test_an_answer_changed_later_shows_in_the_outline_until_the_section_is_signed_again(case: Hand) -> None:
    sign(dialog := opened(case), "M. Lee")
    closed(case, dialog)
    case.go_to("warden.sent")
    case.type("y")
    case.page.autosave.flush()
    assert spoken(case, 0).endswith("✓ signed off"), "another section changed"
    case.answer(NUMBER, "1:21-cr-2")
    assert spoken(case, 0).endswith("△ changed since sign-off")
    again = opened(case)
    question = case.session.question(NUMBER).ask
    assert str(again.table.model().index(0, 3).data()) == question
    assert again.who.text() == "M. Lee", "the name is remembered"
    sign(again, "M. Lee")
    closed(case, again)
    assert spoken(case, 0).endswith("✓ signed off")


def test_a_note_needs_a_name_and_words(case: Hand) -> None:
    dialog = opened(case)
    dialog.note.click()
    assert dialog.told.text.startswith("The note is empty")
    dialog.text.setPlainText("Ask for the judgment.")
    dialog.note.click()
    assert dialog.told.text == "A note or sign-off says who made it; give the name."
    dialog.who.setText("R. Roe")
    dialog.note.click()
    assert dialog.told.text == ""
    assert [str(dialog.table.model().index(0, column).data()) for column in (1, 2)] == [
        "R. Roe",
        "Ask for the judgment.",
    ]
    closed(case, dialog)
    assert "signed" not in spoken(case, 0), "a note is no sign-off"


def test_notes_and_sign_offs_stand_in_the_printed_review(case: Hand) -> None:
    case.answer(NUMBER, "1:21-cr-1")
    notes = case.session.notes
    notes.add("case", "Docket <checked>\non paper", "R. Roe")
    notes.sign_off("warden", "M. Lee")
    case.control(Qt.Key.Key_R)
    tab = case.page.review.page.answers
    page = tab._page()
    first = page.index(f"<h2>{case.session.sections[0].title}</h2>")
    assert first < page.index("Docket &lt;checked&gt;<br>on paper") < page.index("1:21-cr-1")
    assert page.index("Signed off by M. Lee") > page.index("1:21-cr-1")
    headings = [tab.rows.item(row).text() for row in range(tab.rows.rowCount())]
    assert [one for one in headings if "Signed off by M. Lee" in one]
    tab.filter.setCurrentIndex(tab.filter.findData("unknown"))
    assert "Signed off by M. Lee" in tab._page(), "also where the filter leaves no question of the section"
