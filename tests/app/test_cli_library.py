"""The list of cases on the command line: status, tags, archive, templates, trash."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from drafter.cli.entry import main


def ran(capsys: pytest.CaptureFixture[str], *arguments: str) -> Any:  # noqa: ANN401 - whatever the command prints
    assert main([*arguments, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


@pytest.fixture
def case(capsys: pytest.CaptureFixture[str]) -> str:
    return str(ran(capsys, "new", "--sample", "complete")["case"])


def test_status_and_tags_narrow_what_is_listed(capsys: pytest.CaptureFixture[str], case: str) -> None:
    ran(capsys, "new", "--title", "another")
    ran(capsys, "status", case, "granted")
    ran(capsys, "tags", case, "medical", "urgent")
    (line,) = ran(capsys, "cases", "--status", "granted", "--tag", "urgent")
    assert line["status"] == "granted"
    assert line["tags"] == ["medical", "urgent"]
    assert len(ran(capsys, "cases", "--sort", "due")) == 2


def test_archive_and_templates_are_places_of_their_own(capsys: pytest.CaptureFixture[str], case: str) -> None:
    for command, place in (("archive", "archive"), ("make-template", "templates")):
        assert ran(capsys, command, case)["place"] == place
        assert [line["case"] for line in ran(capsys, "cases", "--place", place)] == [int(case)]
        assert ran(capsys, "cases") == []
        ran(capsys, command, case, "--back")
    assert len(ran(capsys, "cases")) == 1


def test_only_what_is_in_the_trash_is_deleted_for_good_and_its_receipt_names_no_one(
    capsys: pytest.CaptureFixture[str], case: str, data_dir: Path
) -> None:
    assert main(["trash", "purge", case]) == 2
    assert "in the trash" in capsys.readouterr().err
    ran(capsys, "trash", "put", case)
    assert [one["case"] for one in ran(capsys, "trash", "list")] == [int(case)]
    ran(capsys, "trash", "take-back", case)
    ran(capsys, "trash", "put", case)
    receipt = ran(capsys, "trash", "purge", case)
    assert receipt["removed"]["answers"] > 100
    assert set(receipt) == {"uid", "at", "removed"}
    assert ran(capsys, "cases", "--place", "trash") == []
    assert list((data_dir / "backups").glob("drafter-*.sqlite")), "a backup was made before"


def test_a_new_case_takes_over_chosen_sections_alone(capsys: pytest.CaptureFixture[str], case: str) -> None:
    made = str(ran(capsys, "new", "--from", case, "--sections", "case")["case"])
    answers = ran(capsys, "show", made)["answers"]
    assert "case.number" in answers
    assert not any(key.startswith("warden.") for key in answers)
    assert len(answers) < len(ran(capsys, "show", case)["answers"])


def test_a_step_is_taken_back_and_done_again_and_stands_in_the_history(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    case = str(ran(capsys, "new")["case"])
    answers = tmp_path / "answers.json"
    answers.write_text('{"case.number": "1:21-cr-1"}', encoding="utf-8")
    ran(capsys, "fill", case, str(answers))
    assert ran(capsys, "undo", case)["changed"] == ["case.number"]
    assert "case.number" not in ran(capsys, "show", case)["answers"]
    ran(capsys, "redo", case)
    assert ran(capsys, "show", case)["answers"]["case.number"] == "1:21-cr-1"
    assert main(["redo", case]) == 1
    capsys.readouterr()
    how = [one["how"] for one in ran(capsys, "history", case, "case.number")]
    assert how == ["done again", "taken back", "filled in"]
