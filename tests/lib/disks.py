"""A small disk of its own for a test: it fills up, may only be read, is pulled out."""

from __future__ import annotations

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

_FILLER = "filler"


@dataclass
class Disk:
    """A file system in memory, plugged in at ``place``."""

    place: Path
    _socket: Path

    def leave(self, room: int) -> None:
        """Fill the disk up until ``room`` bytes are free."""
        self.free()
        found = os.statvfs(self.place)
        with (self.place / _FILLER).open("wb") as file:
            os.posix_fallocate(file.fileno(), 0, found.f_bavail * found.f_frsize - room)

    def free(self) -> None:
        """Make room again."""
        (self.place / _FILLER).unlink(missing_ok=True)

    def let(self, rights: Literal["ro", "rw"]) -> None:
        """Let the disk be read alone, or be written again; no file of it may be open to be written."""
        _run("mount", "-o", f"remount,bind,{rights}", str(self.place))

    def pull_out(self) -> None:
        """Take the disk away from under whatever has files of it open."""
        _run("umount", "--lazy", str(self.place))

    def plug_in(self) -> None:
        """Bring the disk back, as it was when it was pulled out."""
        _run("mount", "--bind", str(self._socket), str(self.place))

    def end(self) -> None:
        """Throw the disk away."""
        for place in (self.place, self._socket):
            subprocess.run(["umount", "--lazy", str(place)], check=False, capture_output=True)


def mounted(place: Path, megabytes: int) -> Disk | None:
    """Mount a disk of so many megabytes at ``place``; return None where this user may not."""
    socket = place.with_name(f"{place.name} in memory")
    for folder in (place, socket):
        folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "drafter-test", str(socket)]
    if subprocess.run(command, capture_output=True, check=False).returncode:
        return None
    disk = Disk(place, socket)
    disk.plug_in()
    return disk


def _run(*command: str) -> None:
    subprocess.run(command, check=True, capture_output=True)
