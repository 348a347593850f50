"""Where the data folder lies: in a folder that is synchronised or on a network share, a database suffers."""

from __future__ import annotations

from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath
from typing import Final

#: Names of folders that belong to programs that synchronise, as their names begin, in small letters.
_SYNCHRONISED: Final = {
    "onedrive": "OneDrive",
    "dropbox": "Dropbox",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "my drive": "Google Drive",
    "icloud": "iCloud Drive",
    "mobile documents": "iCloud Drive",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "box sync": "Box",
    "box-box": "Box",
    "pcloud": "pCloud",
    "syncthing": "Syncthing",
    "megasync": "MEGA",
    "seafile": "Seafile",
    "tresorit": "Tresorit",
    "proton drive": "Proton Drive",
}
#: Only as a whole name: the word has other meanings too.
_WHOLE: Final = {"box": "Box", "sync": "Sync.com"}
#: File systems that lie on another machine, as Linux names them.
_NETWORK: Final = frozenset(
    {"nfs", "nfs4", "cifs", "smb3", "smbfs", "afs", "9p", "davfs", "fuse.sshfs", "fuse.rclone", "fuse.davfs2"}
)


def synchroniser(folder: PurePath) -> str:
    """Return which program synchronises ``folder``, as far as names tell; empty for none."""
    for part in folder.parts:
        name = part.casefold()
        if name in _WHOLE:
            return _WHOLE[name]
        for start, program in _SYNCHRONISED.items():
            if name.startswith(start):
                return program
    return ""


def on_network(folder: PurePath, mounts: str = "") -> bool:
    """Whether ``folder`` lies on a network share, by name or by ``mounts``, which is like /proc/mounts."""
    if isinstance(folder, PureWindowsPath):
        return folder.drive.startswith("\\\\")
    best, kind = -1, ""
    for line in mounts.splitlines():
        fields = line.split()
        if len(fields) < 3:  # noqa: PLR2004 - device, place and kind
            continue
        place = PurePosixPath(fields[1].replace("\\040", " "))
        if (place == folder or place in folder.parents) and len(place.parts) > best:
            best, kind = len(place.parts), fields[2]
    return kind in _NETWORK


def warning(folder: Path) -> str:
    """Return what to say of the place of the data folder; empty where it is a good one."""
    advice = (
        "move it to a folder on this computer alone (start drafter with --data-dir, or set DRAFTER_DATA_DIR),"
        " and copy backups there instead."
    )
    if program := synchroniser(folder):
        return (
            f"The data folder {folder} is synchronised by {program}, which can damage a database in use:"
            f" {advice}"
        )
    if on_network(folder, _mounts()):
        return (
            f"The data folder {folder} lies on a network share, where a database in use can be damaged:"
            f" {advice}"
        )
    return ""


def _mounts() -> str:
    try:
        return Path("/proc/mounts").read_text(encoding="utf-8", errors="replace")
    except OSError:  # no Linux
        return ""
