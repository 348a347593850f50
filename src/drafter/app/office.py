"""LibreOffice at work on a copy of a paper: no window, a throw-away profile, and it can be stopped."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final

from drafter import paths
from drafter.errors import OutputError, StoppedError

if TYPE_CHECKING:
    from collections.abc import Callable

WORD: Final = "docx:MS Word 2007 XML"
PDF: Final = "pdf:writer_pdf_Export"
NO_OFFICE: Final = (
    "A PDF needs LibreOffice, which was not found on this computer; install it, or draft the motion (Ctrl+D)"
    " and save or print it from Word."
)
#: Seconds; a cold start on a slow machine takes about ten.
_LIMIT: Final = 90
_LOOK_EVERY: Final = 0.1  # seconds between two looks whether the person wants to stop


def never() -> bool:
    """Return False: nobody wants to stop."""
    return False


def to_pdf(docx: Path, stopped: Callable[[], bool] = never) -> bytes:
    """Return the paper ``docx`` as a PDF.

    Raises :class:`StoppedError` once ``stopped`` returns True, and :class:`OutputError` where LibreOffice is
    missing or gives no answer.
    """
    program = paths.office_program()
    if program is None:
        raise OutputError(NO_OFFICE)
    with tempfile.TemporaryDirectory(prefix="drafter-pdf-", ignore_cleanup_errors=True) as folder:
        into = Path(folder)
        convert(program, docx, into, into / "profile", form=PDF, stopped=stopped)
        try:
            return (into / f"{docx.stem}.pdf").read_bytes()
        except OSError as fault:
            raise OutputError(
                "LibreOffice gave no PDF of this paper; try again, or save it as PDF from Word."
            ) from fault


def convert(  # noqa: PLR0913 - what LibreOffice needs to know
    program: str,
    asked: Path,
    into: Path,
    profile: Path,
    *,
    form: str = WORD,
    stopped: Callable[[], bool] = never,
) -> None:
    """Let LibreOffice set ``asked`` and save it into ``into``; it may fail without a word.

    Past the time limit it is stopped with all it started, and so it is once ``stopped`` returns True; then
    :class:`StoppedError` is raised.
    """
    command = [
        program,
        f"-env:UserInstallation={profile.as_uri()}",
        *("--headless", "--norestore", "--nolockcheck", "--nodefault"),
        *("--convert-to", form, "--outdir", str(into), str(asked)),
    ]
    nothing = subprocess.DEVNULL
    try:
        # A group of its own: the program is a starter, and stopping it alone would leave LibreOffice running.
        process = subprocess.Popen(
            command, stdin=nothing, stdout=nothing, stderr=nothing, start_new_session=True
        )
    except OSError:
        return
    until = time.monotonic() + _LIMIT
    while time.monotonic() < until and not stopped():
        try:
            process.wait(_LOOK_EVERY)
        except subprocess.TimeoutExpired:
            continue
        return
    _stop(process)
    if stopped():
        raise StoppedError


def _stop(process: subprocess.Popen[bytes]) -> None:
    if sys.platform == "win32":
        subprocess.run(["taskkill", "/T", "/F", "/PID", str(process.pid)], capture_output=True, check=False)
    else:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
