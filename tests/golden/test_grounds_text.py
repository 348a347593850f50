"""The grounds of the incomplete sample on the days on which the law changed, as the command line prints them.

``DRAFTER_WRITE_GOLDEN=1 python3 dev.py test tests/golden`` writes the file anew; read the difference before
you commit it.
"""

from __future__ import annotations

import json
import os
from datetime import date
from pathlib import Path

import pytest

from drafter import paths
from drafter.__main__ import main
from drafter.app.library import Library

#: The second motion as filed, the eve and the first day of two changes, and the day of this edition.
DAYS = ("2021-09-22", "2023-10-31", "2023-11-01", "2026-05-27", "2026-05-28", "2026-11-21")
WRITE = os.environ.get("DRAFTER_WRITE_GOLDEN") == "1"


@pytest.fixture
def case(data_dir: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> str:
    """The sample as a case, on a day that stays the same."""

    def opened(cls: type[Library], folder: Path | None = None) -> Library:
        return cls(paths.data_folder(folder), today=lambda: date.fromisoformat(DAYS[-1]))

    monkeypatch.setattr(Library, "open", classmethod(opened))
    assert main(["--data-dir", str(data_dir), "new", "--sample", "vailes"]) == 0
    return capsys.readouterr().out.strip()


def test_the_grounds_of_the_sample_read_as_before(case: str, capsys: pytest.CaptureFixture[str]) -> None:
    told = []
    for day in DAYS:
        assert main(["grounds", case, "--filing-date", day]) == 0
        told.append(capsys.readouterr().out)
    text = "\n".join(told)
    golden = Path(__file__).parent / "grounds-vailes.txt"
    if WRITE:
        golden.write_text(text, encoding="utf-8", newline="\n")
    assert text == golden.read_text(encoding="utf-8")


def test_the_grounds_as_json_have_the_fixed_keys(case: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["grounds", case, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert [one["id"] for one in told] == [
        "b1A", "b1B", "b1C", "b1D", "b2", "b3A", "b3B", "b3C", "b3D", "b4", "b5", "ii", "b6",
    ]  # fmt: skip
    assert {one["state"] for one in told} <= {"met", "half_met", "not_met", "unknown", "foreclosed"}
    for one in told:
        for element in one["elements"]:
            assert {"id", "state", "reason", "proof", "authority"} <= set(element)
            assert element["state"] in {"met", "not_met", "unknown", "proof_missing"}
            assert element["authority"]


@pytest.mark.parametrize("day", ["2010-01-01", "2017-01-01"])
def test_a_day_whose_law_is_not_held_is_one_line(
    case: str, day: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["grounds", case, "--filing-date", day]) == 2
    assert "The program’s law begins on December 21, 2018" in capsys.readouterr().err
