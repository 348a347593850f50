"""Who has the library open: a small file beside it names the machine, the user and since when."""

from __future__ import annotations

import getpass
import json
import os
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from drafter.core.dates import long_date

if TYPE_CHECKING:
    from pathlib import Path

_FILE: Final = "drafter.open"


@dataclass(frozen=True, slots=True)
class Holder:
    """The program that has the library open; ``since`` is in ISO form, UTC."""

    machine: str
    user: str
    pid: int
    since: str

    @property
    def words(self) -> str:
        """Who it is, for a person."""
        try:
            since = datetime.fromisoformat(self.since).astimezone()
        except ValueError:
            return f"{self.user} on {self.machine}"
        return f"{self.user} on {self.machine}, since {long_date(since.date())}, {since:%H:%M}"


def myself() -> Holder:
    """Return this program on this machine."""
    try:
        user = getpass.getuser()
    except (OSError, KeyError, ImportError):  # a system without a name for its user
        user = "someone"
    return Holder(_machine(), user, os.getpid(), datetime.now(tz=UTC).isoformat(timespec="seconds"))


def _machine() -> str:
    """The name of this machine; ``platform`` knows it too, but takes longer to load than all of this."""
    return os.uname().nodename if hasattr(os, "uname") else os.environ.get("COMPUTERNAME", "a machine")


def found(folder: Path) -> Holder | None:
    """Return who has left word of having the library in ``folder`` open, None where no one has."""
    try:
        told = json.loads((folder / _FILE).read_text(encoding="utf-8"))
        return Holder(str(told["machine"]), str(told["user"]), int(told["pid"]), str(told["since"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def leave_word(folder: Path, holder: Holder) -> None:
    """Name ``holder`` in ``folder``; where that cannot be written, nobody is warned."""
    try:
        (folder / _FILE).write_text(json.dumps(asdict(holder)), encoding="utf-8")
    except OSError:
        return


def take_word_back(folder: Path) -> None:
    """Say that the library in ``folder`` is closed; where nothing can be written, nothing was said before."""
    try:
        (folder / _FILE).unlink(missing_ok=True)
    except OSError:
        return
