"""A data folder that another program synchronises or that lies on another machine is known by its place."""

from __future__ import annotations

from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from drafter.app.surroundings import on_network, synchroniser, warning

MOUNTS = """\
/dev/sda1 / ext4 rw 0 0
server:/home /home nfs4 rw 0 0
/dev/sda2 /home/roe/own\\040disk ext4 rw 0 0
//server/share /mnt/share cifs rw 0 0
"""


@pytest.mark.parametrize(
    ("folder", "program"),
    [
        (PureWindowsPath(r"C:\Users\roe\OneDrive - Clinic\drafter"), "OneDrive"),
        (PureWindowsPath(r"C:\Users\roe\Dropbox (Firm)\drafter"), "Dropbox"),
        (PureWindowsPath(r"G:\My Drive\drafter"), "Google Drive"),
        (PurePosixPath("/Users/roe/Library/Mobile Documents/drafter"), "iCloud Drive"),
        (PurePosixPath("/home/roe/Nextcloud/drafter"), "Nextcloud"),
        (PurePosixPath("/home/roe/Box/drafter"), "Box"),
        (PurePosixPath("/home/roe/boxes/drafter"), ""),
        (PureWindowsPath(r"C:\Users\roe\AppData\Local\drafter"), ""),
    ],
)
def test_a_synchronised_folder_is_known_by_its_name(folder: PureWindowsPath, program: str) -> None:
    assert synchroniser(folder) == program


@pytest.mark.parametrize(
    ("folder", "shared"),
    [
        (PurePosixPath("/home/roe/drafter"), True),
        (PurePosixPath("/home/roe/own disk/drafter"), False),
        (PurePosixPath("/mnt/share/drafter"), True),
        (PurePosixPath("/var/drafter"), False),
        (PureWindowsPath(r"\\server\share\drafter"), True),
        (PureWindowsPath(r"C:\drafter"), False),
    ],
)
def test_a_network_share_is_known_by_the_nearest_mount(folder: PurePosixPath, shared: bool) -> None:
    assert on_network(folder, MOUNTS) is shared


def test_the_warning_names_folder_and_program_and_what_to_do() -> None:
    told = warning(Path("/home/roe/Dropbox/drafter"))
    assert "Dropbox" in told
    assert "--data-dir" in told
    assert warning(Path("/var/lib/drafter")) == ""
