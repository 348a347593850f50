"""The system’s keyring on the command line: remembering, forgetting, opening only where it is asked for."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest

from drafter.app.library import Library
from drafter.cli.entry import main

Ring = Any  # fake_ring.FakeRing


def ran(capsys: pytest.CaptureFixture[str], *arguments: str) -> Any:  # noqa: ANN401 - whatever the command prints
    assert main([*arguments, "--json"]) == 0, capsys.readouterr().err
    return json.loads(capsys.readouterr().out)


@pytest.fixture
def secret(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The file of a passphrase; nobody can be asked at a terminal."""
    monkeypatch.setattr("sys.stdin", io.StringIO())
    path = tmp_path / "secret.txt"
    path.write_text("correct horse\n", encoding="utf-8")
    return str(path)


@pytest.fixture
def kept(capsys: pytest.CaptureFixture[str], ring: Ring, secret: str) -> str:
    """A library with one case whose passphrase is remembered; the file of the passphrase."""
    ran(capsys, "new", "--title", "Roe")
    assert ran(capsys, "protect", "--new-passphrase-file", secret, "--remember")["remembered"] is True
    assert len(ring.entries) == 1
    return secret


def test_what_is_remembered_opens_the_library_only_where_it_is_asked_for(
    capsys: pytest.CaptureFixture[str], kept: str
) -> None:
    assert main(["cases"]) == 2
    assert "--passphrase-file" in capsys.readouterr().err
    assert [one["title"] for one in ran(capsys, "cases", "--use-keyring")] == ["Roe"]
    assert [one["title"] for one in ran(capsys, "--use-keyring", "cases")] == ["Roe"]
    assert [one["title"] for one in ran(capsys, "cases", "--passphrase-file", kept)] == ["Roe"]


def test_the_passphrase_in_use_is_remembered_and_forgotten_without_a_change(
    capsys: pytest.CaptureFixture[str], ring: Ring, secret: str, data_dir: Path
) -> None:
    ran(capsys, "new")
    ran(capsys, "protect", "--new-passphrase-file", secret)
    before = (data_dir / "drafter.sqlite").read_bytes()
    assert ring.entries == {}
    told = ran(capsys, "protect", "--remember", "--passphrase-file", secret)
    assert told == {"encrypted": True, "remembered": True}
    assert len(ring.entries) == 1
    assert ran(capsys, "protect", "--forget") == {"encrypted": True, "remembered": False}
    assert ring.entries == {}
    assert ran(capsys, "protect", "--forget")["remembered"] is False
    assert (data_dir / "drafter.sqlite").read_bytes() == before


def test_another_passphrase_is_remembered_in_place_of_the_former_and_a_removed_one_is_forgotten(
    capsys: pytest.CaptureFixture[str], ring: Ring, kept: str, tmp_path: Path
) -> None:
    assert kept
    (former,) = ring.entries
    other = tmp_path / "other.txt"
    other.write_text("battery staple", encoding="utf-8")
    told = ran(capsys, "protect", "--new-passphrase-file", str(other), "--use-keyring")
    assert told["remembered"] is True
    assert len(ring.entries) == 1
    assert former not in ring.entries
    assert len(ran(capsys, "cases", "--use-keyring")) == 1
    assert ran(capsys, "protect", "--remove", "--use-keyring")["remembered"] is False
    assert ring.entries == {}


def test_a_key_that_does_not_open_is_forgotten_and_the_passphrase_used(
    capsys: pytest.CaptureFixture[str], ring: Ring, kept: str
) -> None:
    ring.entries.update(dict.fromkeys(ring.entries, "ab" * 32))
    assert main(["cases", "--use-keyring", "--passphrase-file", kept]) == 0
    answer = capsys.readouterr()
    assert "Roe" in answer.out
    assert answer.err == (
        "drafter: The key in the system’s keyring does not open the library any more, so it is forgotten.\n"
    )
    assert ring.entries == {}
    assert main(["cases", "--use-keyring"]) == 2
    assert "holds no key of this library" in capsys.readouterr().err


def test_a_keyring_that_fails_is_told_in_one_line_and_the_passphrase_used(
    capsys: pytest.CaptureFixture[str], ring: Ring, kept: str, tmp_path: Path
) -> None:
    ring.fault = OSError("no bus")
    assert main(["cases", "--use-keyring", "--passphrase-file", kept]) == 0
    said = "drafter: The system’s keyring did not give the key (no bus); type the passphrase.\n"
    assert capsys.readouterr().err == said
    other = tmp_path / "other.txt"
    other.write_text("battery staple", encoding="utf-8")
    command = ["protect", "--new-passphrase-file", str(other), "--passphrase-file", kept]
    assert main(command) == 0, "the passphrase is changed all the same"
    assert "did not forget the key (no bus)" in capsys.readouterr().err
    assert len(ran(capsys, "cases", "--passphrase-file", str(other))) == 1
    assert main(["protect", "--forget"]) == 2
    assert "remove its entry “drafter” there by hand" in capsys.readouterr().err


def test_without_a_keyring_nothing_is_encrypted_in_the_belief_that_it_is_remembered(
    capsys: pytest.CaptureFixture[str], secret: str, data_dir: Path
) -> None:
    ran(capsys, "new")
    assert main(["protect", "--new-passphrase-file", secret, "--remember"]) == 2
    assert "no keyring that can be used" in capsys.readouterr().err
    assert not Library.open(data_dir).encrypted


def test_remembering_forgetting_and_removing_exclude_one_another(
    capsys: pytest.CaptureFixture[str], ring: Ring, kept: str
) -> None:
    assert main(["protect", "--forget", "--remember", "--passphrase-file", kept]) == 2
    assert "exclude one another" in capsys.readouterr().err
    assert len(ring.entries) == 1
