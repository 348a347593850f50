"""Reads and fills templates that are not ours, in a child process with limits of time and memory.

The parent never opens such a file: it sends bytes and plain values, and takes bytes, text or a fault.  One
child serves the whole session; one that fails or takes too long is ended, and the next job gets another.
"""

from __future__ import annotations

import base64
import json
import threading
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any, Final

from drafter.core.citing import NOTHING_CITED, Citing
from drafter.render.child import READY, serve, text_of
from drafter.render.faults import TemplateFault
from drafter.render.files import Files
from drafter.render.findings import Finding
from drafter.render.plain import plain_context

if TYPE_CHECKING:
    from multiprocessing.process import BaseProcess

    from drafter.render.engine import Preview, Rendered
    from drafter.render.lint import Measure
    from drafter.render.look import Look

#: Seconds for the child to start, and for one job if the child's own limits should fail to end it.
_STARTS_WITHIN, _ENDS_WITHIN = 60, 60
_LONGEST_ANSWER: Final = 200_000_000
_NO_PROCESS: Final = "it needs a process of its own, which"
_TOO_MUCH: Final = (
    "it takes more time or memory than a template may; take the loops inside loops out of it, "
    "or save it in Word anew if it has none"
)


def render(  # noqa: PLR0913 -- as engine.render
    files: Files,
    context: object,
    *,
    strict: bool,
    properties: Mapping[str, str],
    citing: Citing = NOTHING_CITED,
    pages: Mapping[str, int] | None = None,
    look: Look | None = None,
) -> Rendered:
    """As :func:`drafter.render.engine.render`; a limit that is reached is a :class:`TemplateFault` too."""
    from drafter.render.engine import Rendered

    dress = None if look is None else asdict(look)
    filling = {"strict": strict, "properties": dict(properties), "pages": dict(pages or {}), "look": dress}
    done = _ask("render", _paper(files, context, citing) | filling)
    names = (tuple(done[key]) for key in ("blanks", "undefined", "bookmarks"))
    return Rendered(base64.b64decode(done["docx"]), *names)


def preview(files: Files, context: object, *, citing: Citing = NOTHING_CITED) -> Preview:
    """As :func:`drafter.render.engine.preview`; a limit that is reached is a :class:`TemplateFault` too."""
    from drafter.render.engine import Preview

    done = _ask("preview", _paper(files, context, citing))
    return Preview(done["html"], tuple(done["blanks"]), tuple(done["undefined"]))


def lint(file: bytes, name: str, measure: Measure) -> tuple[Finding, ...]:
    """As :func:`drafter.render.lint.lint`; raises :class:`TemplateFault` also when a limit is reached."""
    rows = _ask("lint", {"file": text_of(file), "name": name, "measure": asdict(measure)})
    return tuple(Finding.from_json(row) for row in rows)


def commented(file: bytes, name: str, findings: Sequence[Finding]) -> bytes:
    """As :func:`drafter.render.comments.commented`."""
    rows = [finding.as_json() for finding in findings]
    return base64.b64decode(_ask("commented", {"file": text_of(file), "name": name, "findings": rows}))


def outline(file: bytes, name: str) -> str:
    """As :func:`drafter.render.outline.to_text`."""
    return str(_ask("outline", {"file": text_of(file), "name": name}))


def title(file: bytes, name: str) -> str:
    """As :func:`drafter.render.lint.title_of`."""
    return str(_ask("title", {"file": text_of(file), "name": name}))


def _paper(files: Files, context: object, citing: Citing) -> dict[str, Any]:
    return {
        "file": text_of(files.shell),
        "fragments": {key: text_of(file) for key, file in files.fragments.items()},
        "name": files.name,
        "context": plain_context(context),
        "citing": citing.as_json(),
    }


class _Child:
    """One child process and the pipes to and from it: plain ones, since a pair of sockets is not needed."""

    def __init__(self, name: str) -> None:
        """Start it; ``name`` is the template for which it is started."""
        import multiprocessing  # imports the modules of the network, which nothing else here needs

        # spawn on every system: a fork would take the parent's memory, with its cases, along.
        spawning = multiprocessing.get_context("spawn")
        jobs, self.jobs = spawning.Pipe(duplex=False)
        self.answers, answers = spawning.Pipe(duplex=False)
        self.process: BaseProcess = spawning.Process(
            target=serve, args=(jobs, answers), daemon=True, name="drafter-templates"
        )
        try:
            self.process.start()
        except OSError as fault:
            raise TemplateFault(name, f"{_NO_PROCESS} cannot start ({fault})") from fault
        finally:
            jobs.close()
            answers.close()
        if self._answer(_STARTS_WITHIN) != READY:
            self.end()
            raise TemplateFault(name, f"{_NO_PROCESS} does not start")

    def ask(self, job: bytes) -> bytes | None:
        """The answer to ``job``; None when the child has ended."""
        try:
            self.jobs.send_bytes(job)
        except OSError:
            return None
        return self._answer(_ENDS_WITHIN)

    def _answer(self, seconds: float) -> bytes | None:
        try:
            return self.answers.recv_bytes(_LONGEST_ANSWER) if self.answers.poll(seconds) else None
        except (EOFError, OSError):
            return None

    def end(self) -> None:
        """End it at once."""
        self.process.kill()
        self.process.join()
        self.jobs.close()
        self.answers.close()


_lock: Final = threading.Lock()
_children: Final[list[_Child]] = []


def _ask(do: str, job: Mapping[str, Any]) -> Any:  # noqa: ANN401 - each job has its own answer
    """The child's answer to one job; raises its :class:`TemplateFault`, or one for a child that ended."""
    sent = json.dumps({**job, "do": do}).encode()
    name = str(job["name"])
    with _lock:
        # One that was ended while it waited, as a system short of memory does, is no template's fault.
        if _children and not _children[0].process.is_alive():
            _children.pop().end()
        if not _children:
            _children.append(_Child(name))
        received = _children[0].ask(sent)
        if received is None:
            _children.pop().end()
            raise TemplateFault(name, _TOO_MUCH)
    answer = json.loads(received)
    if "fault" in answer:
        raise TemplateFault(*answer["fault"])
    return answer["done"]


def close() -> None:
    """End the child, if there is one."""
    with _lock:
        while _children:
            _children.pop().end()
