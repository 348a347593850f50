"""The evidence tab of the review: the map, the list of what to obtain, and the papers kept with the case."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QInputDialog, QMessageBox

from drafter.ui.review.evidence_tab import EvidenceTab, page

Hand = Any  # conftest.Hand


def tab(hand: Hand) -> EvidenceTab:
    hand.control(Qt.Key.Key_R)
    pages = hand.page.review.page
    pages.tabs.setCurrentWidget(pages.evidence)
    found: EvidenceTab = pages.evidence
    return found


def test_each_element_is_told_with_its_state_in_words_and_a_sign(sample: Hand) -> None:
    found = tab(sample)
    states = []
    for ground in range(found.rows.rowCount()):
        head = found.rows.item(ground)
        for row in range(head.rowCount()):
            spoken = head.child(row).data(Qt.ItemDataRole.AccessibleTextRole)
            states.append(head.child(row, 1).text())
            assert head.child(row, 1).text() in spoken
    assert states
    assert all(state[0] in "✓◐?✗" for state in states)
    assert str(len(states)) in found.told.text()


def test_a_line_goes_to_its_question(sample: Hand) -> None:
    found = tab(sample)
    found.view.setFocus()
    found.view.setCurrentIndex(found.rows.item(0).child(0).index())
    question = found.view.currentIndex().data(Qt.ItemDataRole.UserRole)
    sample.press(Qt.Key.Key_Return)
    assert sample.page.form.blocks[question].isAncestorOf(sample.focus)


def test_what_must_be_obtained_is_listed_and_printed(sample: Hand) -> None:
    sample.window.open_sample("vailes")
    found = tab(sample)
    listed = [str(found.list.model().index(row, 0).data()) for row in range(found.list.rowCount())]
    assert listed
    printed = page("Doe", sample.session.evidence())
    for what in listed:
        assert what.split("“")[0].split("’")[0] in printed.replace("&#x27;", "'")


def test_a_paper_is_kept_named_and_written_out_again(
    case: Hand, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "letter.pdf").write_bytes(b"%PDF-1.7 a letter")
    papers = tab(case).papers
    assert not papers.save_button.isEnabled()
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(tmp_path / "letter.pdf")], ""))
    papers.attach_button.click()
    monkeypatch.setattr(QInputDialog, "getText", lambda *_, **__: ("F", True))
    papers.exhibit_button.click()
    (one,) = case.session.kept_papers.all()
    assert (one.name, one.exhibit, one.size) == ("letter.pdf", "F", 17)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "out.pdf"), ""))
    papers.save_button.click()
    assert (tmp_path / "out.pdf").read_bytes() == b"%PDF-1.7 a letter"
    monkeypatch.setattr(QMessageBox, "question", lambda *_: QMessageBox.StandardButton.Yes)
    papers.remove_button.click()
    assert case.session.kept_papers.all() == []
    assert papers.table.rowCount() == 0


def test_a_file_that_cannot_be_kept_is_told(
    case: Hand, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr("drafter.ui.review.papers_kept.warn", lambda _parent, text: told.append(text))
    papers = tab(case).papers
    (tmp_path / "empty.pdf").touch()
    for file in ("empty.pdf", "nowhere.pdf"):
        monkeypatch.setattr(
            QFileDialog, "getOpenFileNames", lambda *_, name=file: ([str(tmp_path / name)], "")
        )
        papers.attach_button.click()
    assert [("is empty" in text, "cannot be read" in text) for text in told] == [(True, False), (False, True)]
    assert case.session.kept_papers.all() == []
