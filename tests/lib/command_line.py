"""The program called from the command line as a user calls it, on a day that stays the same."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from drafter import paths
from drafter.__main__ import main
from drafter.app.library import Library

TODAY = date(2026, 11, 21)


@dataclass
class Run:
    """What one call printed and how it ended."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:  # noqa: ANN401 - whatever the command prints
        """What a call printed that was neither wrong nor had anything to complain of."""
        assert (self.code in {0, 1}, self.err) == (True, "")
        return json.loads(self.out)


@dataclass
class Drafter:
    """The program with its data folder; a call is its words one by one, or all in one text."""

    folder: Path
    capsys: pytest.CaptureFixture[str]

    def __call__(self, *words: object) -> Run:
        """Run one command."""
        said = str(words[0]).split() if len(words) == 1 else [str(word) for word in words]
        code = main(["--data-dir", str(self.folder), *said])
        printed = self.capsys.readouterr()
        return Run(code, printed.out, printed.err)

    def new(self, sample: str) -> int:
        """Make a case from a sample and return its id."""
        return int(self("new", "--sample", sample, "--json").json["case"])


def on_a_day_that_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every library of the command line take :data:`TODAY` for today, so that no law grows old."""

    def opened(cls: type[Library], folder: Path | None = None) -> Library:
        return cls(paths.data_folder(folder), today=lambda: TODAY)

    monkeypatch.setattr(Library, "open", classmethod(opened))
