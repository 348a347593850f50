"""What could not be read in a field is there again, with its message; long texts lose nothing in a crash."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from drafter.app.library import Library

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
    from drafter.ui.library.check_dialog import CheckDialog

    case.window.desk.check_data()
    dialog = case.window.findChild(CheckDialog)
    assert dialog.words.text().startswith("The library is sound")
    assert not dialog.rescue.isEnabled()
    dialog.index.click()
    assert dialog.words.text().startswith("The library is sound")
    dialog.close()


#: Questions, what is typed there key by key, and what stands in the editor after the crash.
_LEFT = {
    "case.filing_date": ("2/30/2026", "2/30/2026"),
    "movant.name": ("Jan Maria", {"given": "Jan Maria", "family": "", "suffix": ""}),
    "movant.facility_address": (
        "12 Oak St",
        {"street": "12 Oak St", "city": "", "state": "", "postal_code": ""},
    ),
    "conduct.education": ("A first paragraph.\n\nA second — with § 3582(c), and half a sen", None),
    "offense.conduct": ("word " * 400, None),
    "conduct.programs": ("Welding\tmany", None),
}


def test_what_is_half_typed_in_any_field_survives_a_kill(data_dir: Path) -> None:
    library = Library.open(data_dir)
    case = library.new("Doe")
    library.close()
    script = Path(__file__).parent / "half_typist.py"
    entries = [f"{question}={text}" for question, (text, _) in _LEFT.items()]
    command = [sys.executable, str(script), str(data_dir), str(case), *entries]
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONIOENCODING": "utf-8"}
    with subprocess.Popen(command, env=env, stdout=subprocess.PIPE, encoding="utf-8") as typist:
        assert typist.stdout is not None
        assert typist.stdout.readline() == "typed\n"
        typist.kill()
    library = Library.open(data_dir)
    session = library.open_case(case)
    half: dict[str, Any] = session.half_typed()
    for question, (text, unread) in _LEFT.items():
        if unread is not None:
            assert half[question] == unread
        elif question != "conduct.programs":
            assert session.answers.stored(question) == text.strip()
    assert half["conduct.programs"][0][:2] == ["Welding", "many"]
    assert library.integrity() == "ok"
    library.close()


def test_every_kind_of_field_shows_again_what_was_half_typed(case: Hand) -> None:
    case.answer("movant.name", "Jan Maria")
    case.answer("movant.facility_address", "12 Oak St")
    block = case.go_to("conduct.programs")
    block.editor.model.put(0, 0, [["Welding", "many"], ["Baking"]])
    case.window.page.save()
    number = case.session.id
    case.window.put_away(open_still=False)  # nothing is asked, as in a crash
    case.window.open_case(number)
    name = case.go_to("movant.name")
    assert name.editor.raw() == _LEFT["movant.name"][1]
    assert "family name is missing" in name.told.text
    address = case.go_to("movant.facility_address")
    assert address.editor.raw() == _LEFT["movant.facility_address"][1]
    table = case.go_to("conduct.programs")
    assert [row[:2] for row in table.editor.model.texts()] == [
        ["Welding", "many"],
        ["Baking", ""],
    ]
    assert "Row 1" in table.told.text
    table.editor.model.put(0, 0, [["Welding", "40"]])
    case.window.page.save()
    assert set(case.session.half_typed()) == {"movant.name", "movant.facility_address"}
    assert case.value("conduct.programs")[0]["hours"] == 40
