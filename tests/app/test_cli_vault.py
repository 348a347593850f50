"""Passphrase, backups, restoring and checking on the command line."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest

from drafter.app.passphrase import strength
from drafter.cli.entry import main
from drafter.cli.vault import PASSPHRASE_VARIABLE


def ran(capsys: pytest.CaptureFixture[str], *arguments: str) -> Any:  # noqa: ANN401 - whatever the command prints
    assert main([*arguments, "--json"]) == 0, capsys.readouterr().err
    return json.loads(capsys.readouterr().out)


@pytest.fixture
def secret(tmp_path: Path) -> str:
    path = tmp_path / "secret.txt"
    path.write_text("correct horse\n", encoding="utf-8")
    return str(path)


def test_a_protected_library_opens_with_the_file_of_its_passphrase_alone(
    capsys: pytest.CaptureFixture[str], secret: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran(capsys, "new", "--title", "Roe")
    assert ran(capsys, "protect", "--new-passphrase-file", secret)["encrypted"] is True
    monkeypatch.setattr("sys.stdin", io.StringIO())
    assert main(["cases"]) == 2
    assert "--passphrase-file" in capsys.readouterr().err
    assert [one["title"] for one in ran(capsys, "cases", "--passphrase-file", secret)] == ["Roe"]
    monkeypatch.setenv(PASSPHRASE_VARIABLE, secret)
    assert len(ran(capsys, "cases")) == 1
    assert main(["time", "--start", "2020-01-01", "--months", "12"]) == 0
    wrong = tmp_path / "wrong.txt"
    wrong.write_text("wrong horse", encoding="utf-8")
    capsys.readouterr()
    assert main(["cases", "--passphrase-file", str(wrong)]) == 2
    assert "does not open" in capsys.readouterr().err
    assert ran(capsys, "protect", "--remove")["encrypted"] is False
    monkeypatch.delenv(PASSPHRASE_VARIABLE)
    assert len(ran(capsys, "cases")) == 1


def test_commands_that_need_no_case_ask_for_no_passphrase(
    capsys: pytest.CaptureFixture[str], secret: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran(capsys, "new")
    ran(capsys, "protect", "--new-passphrase-file", secret)
    monkeypatch.setattr("sys.stdin", io.StringIO())
    assert main(["law", "status"]) in {0, 1}


@pytest.mark.parametrize(
    ("passphrase", "said"),
    [
        ("", ""),
        ("abc", "Very weak"),
        ("aaaaaaaaaaaaaaaa", "Very weak"),
        ("Horse9x", "Weak"),
        ("four words in here", "Strong"),
    ],
)
def test_the_strength_is_said_simply(passphrase: str, said: str) -> None:
    assert strength(passphrase).startswith(said)


def test_a_backup_is_restored_as_a_library_of_its_own(capsys: pytest.CaptureFixture[str]) -> None:
    ran(capsys, "new", "--title", "Roe")
    file = ran(capsys, "backup")["file"]
    assert [one["file"] for one in ran(capsys, "backup", "--list")] == [file]
    ran(capsys, "new", "--title", "later")
    folder = ran(capsys, "restore", file)["folder"]
    assert [one["title"] for one in ran(capsys, "cases", "--data-dir", folder)] == ["Roe"]
    assert len(ran(capsys, "cases")) == 2
    assert main(["restore", __file__]) == 2
    assert "no backup of drafter" in capsys.readouterr().err


def test_a_damaged_library_is_told_and_what_can_be_read_is_rescued(
    capsys: pytest.CaptureFixture[str], data_dir: Path
) -> None:
    for number in range(40):
        ran(capsys, "new", "--title", f"Case {number}")
    ran(capsys, "new", "--sample", "complete")
    assert ran(capsys, "check-data", "--rebuild-index")["sound"] is True
    assert len(ran(capsys, "cases", "--search", "case")) >= 40
    path = data_dir / "drafter.sqlite"
    whole = bytearray(path.read_bytes())
    middle = len(whole) // 2 // 4096 * 4096
    whole[middle : middle + 8192] = b"\xff" * 8192
    path.write_bytes(whole)
    assert main(["check-data"]) == 1
    capsys.readouterr()
    folder = ran(capsys, "check-data", "--rescue")["folder"]
    assert path.read_bytes() == bytes(whole), "the damaged library stays as it is"
    assert len(ran(capsys, "cases", "--data-dir", folder)) >= 40
    assert ran(capsys, "check-data", "--data-dir", folder)["sound"] is True
