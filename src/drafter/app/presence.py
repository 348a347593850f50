"""Who has the library open: a small file beside it names the machine, the user and since when."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path

_FILE: Final = "drafter.open"
#: Where systems name the user of a program, in the order in which :mod:`getpass` asks.
_USER: Final = ("LOGNAME", "USER", "LNAME", "USERNAME")


class Holder(NamedTuple):
    """The program that has the library open; ``since`` is in ISO form, UTC."""

    machine: str
    user: str
    pid: int
    since: str

    @property
    def words(self) -> str:
        """Who it is, for a person."""
        from drafter.core.dates import long_date  # seldom asked, and no start waits for it

        try:
            since = datetime.fromisoformat(self.since).astimezone()
        except ValueError:
            return f"{self.user} on {self.machine}"
        return f"{self.user} on {self.machine}, since {long_date(since.date())}, {since:%H:%M}"


def myself() -> Holder:
    """Return this program on this machine."""
    user = next((name for place in _USER if (name := os.environ.get(place))), "")
    return Holder(
        _machine(),
        user or _user_of_the_system(),
        os.getpid(),
        datetime.now(tz=UTC).isoformat(timespec="seconds"),
    )


def _machine() -> str:
    """The name of this machine; ``platform`` knows it too, but takes longer to load than all of this."""
    return os.uname().nodename if hasattr(os, "uname") else os.environ.get("COMPUTERNAME", "a machine")


def _user_of_the_system() -> str:
    import getpass  # a program that a person starts is told the name

    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # a system without a name for its user
        return "someone"


def found(folder: Path) -> Holder | None:
    """Return who has left word of having the library in ``folder`` open, None where no one has."""
    try:
        machine, user, pid, since = (folder / _FILE).read_text(encoding="utf-8").splitlines()
        return Holder(machine, user, int(pid), since)
    except (OSError, ValueError):
        return None


def leave_word(folder: Path, holder: Holder) -> None:
    """Name ``holder`` in ``folder``; where that cannot be written, nobody is warned."""
    try:
        (folder / _FILE).write_text("\n".join(map(str, holder)), encoding="utf-8", errors="replace")
    except OSError:
        return


def take_word_back(folder: Path) -> None:
    """Say that the library in ``folder`` is closed; where nothing can be written, nothing was said before."""
    try:
        (folder / _FILE).unlink(missing_ok=True)
    except OSError:
        return
