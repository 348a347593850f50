"""The child process in which templates that are not ours are read and filled; started by isolated.py.

It gets jobs as JSON and answers with JSON, so that nothing but text and bytes ever passes between the two.
"""

from __future__ import annotations

import base64
import contextlib
import faulthandler
import json
import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, Final, TextIO

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

READY: Final = b"ready"
#: Bytes of address space: many times what the longest honest paper needs.
MOST_MEMORY: Final = 1 << 30
#: Seconds of processor time for one job, or twice what the imports took on a slow machine.
LEAST_TIME: Final = 1.0
#: Seconds on the clock, as a share of the processor time: the machine has other things to do as well.
_CLOCK: Final = 6

Job = dict[str, Any]


def serve(jobs: Connection, answers: Connection) -> None:
    """Answer ``jobs`` until they end; each has a time limit that ends this process."""
    # The terminal's Ctrl+C is for the parent, which closes the pipe when it ends.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    work = _work()
    time_limit = max(LEAST_TIME, 2 * time.process_time())
    with open(os.devnull, "w", encoding="utf-8") as nowhere:  # noqa: PTH123 - a device, not a path
        _limit_process()
        answers.send_bytes(READY)
        with contextlib.suppress(EOFError, BrokenPipeError):
            while True:
                job = json.loads(jobs.recv_bytes())
                with _time_limit(time_limit, nowhere):
                    answer = json.dumps(_answer(work, job)).encode()
                answers.send_bytes(answer)


def _work() -> dict[str, Callable[[Job], object]]:
    """What this process can do; everything is imported before its limits hold."""
    import docx  # noqa: F401 - see above
    import docxtpl  # noqa: F401

    from drafter.core.citing import Citing
    from drafter.render import comments, contents, engine, lint, outline  # noqa: F401 - contents: see above
    from drafter.render.findings import Finding
    from drafter.render.look import Look

    def opened(job: Job) -> engine.Template:
        fragments = {name: _bytes(file) for name, file in job["fragments"].items()}
        return engine.Template.open(_bytes(job["file"]), fragments, name=job["name"])

    def render(job: Job) -> object:
        made = engine.render(
            opened(job),
            _tuples(job["context"]),
            strict=job["strict"],
            citing=Citing.from_json(job["citing"]),
            pages=job["pages"],
            properties=job["properties"],
            look=Look(**job["look"]) if job["look"] else None,
        )
        names = {"blanks": made.blanks, "undefined": made.undefined, "bookmarks": made.bookmarks}
        return {"docx": text_of(made.docx), **names}

    def preview(job: Job) -> object:
        made = engine.preview(opened(job), _tuples(job["context"]), citing=Citing.from_json(job["citing"]))
        return {"html": made.html, "blanks": made.blanks, "undefined": made.undefined}

    def check(job: Job) -> object:
        measure = lint.Measure(**{**job["measure"], "example": _tuples(job["measure"]["example"])})
        return [finding.as_json() for finding in lint.lint(_bytes(job["file"]), job["name"], measure)]

    def commented(job: Job) -> object:
        findings = [Finding.from_json(row) for row in job["findings"]]
        return text_of(comments.commented(_bytes(job["file"]), job["name"], findings))

    return {
        "render": render,
        "preview": preview,
        "lint": check,
        "commented": commented,
        "outline": lambda job: outline.to_text(_bytes(job["file"])),
        "title": lambda job: lint.title_of(_bytes(job["file"]), job["name"]),
    }


def _answer(work: dict[str, Callable[[Job], object]], job: Job) -> dict[str, object]:
    from drafter.render.faults import TemplateFault

    try:
        return {"done": work[job["do"]](job)}
    except TemplateFault as fault:
        return {"fault": [fault.template, fault.problem, fault.paragraph, fault.name]}
    except MemoryError:
        return {"fault": [job["name"], "it needs more memory than a template may use", "", ""]}
    except Exception as error:  # noqa: BLE001 - a damaged file may fail anywhere, and the parent is to know
        kind = type(error).__name__
        return {"fault": [job["name"], f"the Word file is damaged or not made by Word ({kind})", "", ""]}


@contextlib.contextmanager
def _time_limit(seconds: float, nowhere: TextIO) -> Iterator[None]:
    """End this process when a job takes longer; nothing that a template does can stop that."""
    faulthandler.dump_traceback_later(seconds * _CLOCK, exit=True, file=nowhere)
    _set_timer(seconds)
    try:
        yield
    finally:
        _set_timer(0)
        faulthandler.cancel_dump_traceback_later()


def _set_timer(seconds: float) -> None:
    if sys.platform != "win32":
        signal.setitimer(signal.ITIMER_PROF, seconds)  # SIGPROF ends a process that does not handle it


def _limit_process() -> None:
    """Take memory and files away; Windows has no such limits without a job object."""
    if sys.platform != "win32":
        import resource

        limits = {resource.RLIMIT_FSIZE: 0, resource.RLIMIT_CORE: 0, resource.RLIMIT_AS: MOST_MEMORY}
        for kind, most in limits.items():
            with contextlib.suppress(ValueError, OSError):  # macOS knows no limit of address space
                resource.setrlimit(kind, (most, most))


def text_of(content: bytes) -> str:
    """Bytes as JSON can carry them."""
    return base64.b64encode(content).decode("ascii")


def _bytes(text: str) -> bytes:
    return base64.b64decode(text)


def _tuples(value: Any) -> Any:  # noqa: ANN401 - whatever JSON holds
    """JSON's lists as the tuples that a context has."""
    if isinstance(value, list):
        return tuple(_tuples(item) for item in value)
    if isinstance(value, dict):
        return {key: _tuples(item) for key, item in value.items()}
    return value
