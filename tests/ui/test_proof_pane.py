"""Beside the form: what is printed without proof, and the checks by their weight."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tests.ui.conftest import Hand

from drafter.ui.case.grouped_list import GroupedList


def headings(view: GroupedList) -> list[str]:
    rows = (view.rows.item(row) for row in range(view.rows.rowCount()))
    return [row.text().rpartition(" (")[0] for row in rows if not row.isEnabled()]


def test_what_is_printed_without_proof_is_listed_and_enter_goes_to_the_line_for_the_proof(
    hand: Hand, qtbot: QtBot
) -> None:
    hand.window.open_sample("vailes")
    unproved = hand.session.printed().unproved
    hand.press(Qt.Key.Key_F7, Qt.KeyboardModifier.ControlModifier)
    proof = hand.page.proof
    assert proof.view.hasFocus()
    assert headings(proof.view) == ["Printed without proof", "Printed with proof"]
    tab = hand.page.tabs.tabText(hand.page.tabs.indexOf(proof))
    assert tab == f"P&roof ({len(unproved)})"
    asked = hand.session.question(unproved[0]).ask
    assert str(proof.view.currentIndex().data()).startswith(asked), "a heading cannot be chosen"
    hand.press(Qt.Key.Key_Return)
    block = hand.page.form.blocks[unproved[0]]
    assert block.proof.proof.hasFocus()
    hand.type("PSR ¶ 9")
    hand.press(Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: proof.unproved == len(unproved) - 1)
    assert "PSR ¶ 9" in [
        line
        for row in range(proof.view.rows.rowCount())
        for line in proof.view.rows.item(row).text().split("\n")
    ]


def test_the_proof_is_that_of_the_paper_in_sight(hand: Hand, qtbot: QtBot) -> None:
    hand.window.open_sample("vailes")
    qtbot.waitUntil(lambda: hand.page.draft.paper_box.count() > 1)
    box = hand.page.draft.paper_box
    box.setFocus()
    hand.press(Qt.Key.Key_End)
    number = len(hand.session.printed(hand.page.draft.paper).unproved)
    qtbot.waitUntil(lambda: hand.page.proof.summary.text().startswith(f"{box.currentText()}: "))
    assert hand.page.proof.unproved == number


def test_checks_stand_under_their_weight_and_arrow_keys_pass_the_headings(hand: Hand) -> None:
    hand.window.open_sample("vailes")
    hand.press(Qt.Key.Key_F7)
    view = hand.page.to_do.view
    assert headings(view) == ["Stands in the way of a final", "Missing", "To be obtained", "To be read"]
    spoken = [
        view.rows.item(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(view.rows.rowCount())
    ]
    assert str(spoken[1]).endswith("(Stands in the way of a final)")
    lines = 0
    hand.press(Qt.Key.Key_Home)
    while True:
        before = view.currentIndex().row()
        assert view.rows.item(before).isEnabled()
        lines += 1
        hand.press(Qt.Key.Key_Down)
        if view.currentIndex().row() == before:
            break
    assert lines == len(hand.page.to_do)


def test_a_case_without_open_points_has_no_empty_headings(sample: Hand) -> None:
    sample.press(Qt.Key.Key_F7)
    assert len(headings(sample.page.to_do.view)) == len({*headings(sample.page.to_do.view)})
    assert "Missing" not in headings(sample.page.to_do.view)
