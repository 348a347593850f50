"""Templates that are not ours are read and filled in a process apart, whose limits they cannot pass."""

from __future__ import annotations

import ast
import importlib.util
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from drafter.core.citing import Citing, Forms, Listed
from drafter.core.marks import cited, italic
from drafter.render import engine, isolated
from drafter.render.faults import TemplateFault
from drafter.render.files import Files
from drafter.render.lint import Measure

Context = dict[str, Any]
MEASURE = Measure(
    {"flags": ("flag",), "movant": {"name": "name"}, "counsel": {"pro_se": True}, "exhibits": ()}
)
MANY = tuple("flag" for _ in range(60))


def _hostile_files() -> ModuleType:
    """tests/ is a folder of files, so its modules are loaded by their place."""
    spec = importlib.util.spec_from_file_location(
        "hostile_files", Path(__file__).with_name("hostile_files.py")
    )
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


hostile = _hostile_files()
EXHAUSTING = [
    *("a million braces", "a million paragraph tags", "a million comments"),
    *("loops inside loops", "loops over letters", "a text that grows"),
]


@pytest.fixture(scope="module", autouse=True)
def _child_ends() -> Iterator[None]:
    yield
    isolated.close()


@pytest.fixture(scope="module")
def sound(compiled: Callable[..., bytes]) -> Any:  # noqa: ANN401 - hostile.Sound; see above
    return hostile.Sound(compiled("---\nheader: H\n---\n\nText.\n"))


def alone(file: bytes, name: str = "t.docx") -> Files:
    """A template without fragments."""
    return Files(name, file, {})


def child() -> int:
    """The id of the child process of this moment."""
    pid = isolated._children[0].process.pid
    assert pid is not None
    return pid


def test_what_comes_back_is_what_the_engine_makes(motion: bytes, b3d: bytes, context: Context) -> None:
    here = engine.Template.open(motion, {"b3D": b3d}, name="motion.docx")
    properties = {"title": "T", "version": "motion 1 2"}
    files = Files("motion.docx", motion, {"b3D": b3d})
    apart = isolated.render(files, context, strict=True, properties=properties)
    assert apart == engine.render(here, context, strict=True, properties=properties)
    assert isolated.preview(files, context) == engine.preview(here, context)
    assert child() != os.getpid()


def test_a_fault_comes_back_with_its_place(compiled: Callable[..., bytes]) -> None:
    file = compiled("One {{ nobody }} two.\n")
    with pytest.raises(TemplateFault) as told:
        isolated.render(alone(file, "t.docx"), {"a": "b"}, strict=True, properties={})
    assert (told.value.name, told.value.paragraph) == ("nobody", "One {{ nobody }} two.")
    assert str(told.value) == "t.docx: “nobody” is missing, in the paragraph “One {{ nobody }} two.”."


def test_one_child_serves_many_jobs(compiled: Callable[..., bytes]) -> None:
    file = compiled("{{ a }}\n")
    isolated.preview(alone(file), {"a": "b"})
    first = child()
    for value in ("c", "d"):
        assert value in isolated.preview(alone(file), {"a": value}).html
    assert child() == first


def test_a_context_with_more_than_plain_values_never_reaches_the_child(
    compiled: Callable[..., bytes],
) -> None:
    with pytest.raises(TypeError, match="a template takes only text"):
        isolated.preview(alone(compiled("{{ a }}\n")), {"a": object()})


def test_files_that_cannot_be_read_are_refused_in_one_sentence(sound: Any) -> None:  # noqa: ANN401
    for what, file in hostile.unreadable(sound).items():
        with pytest.raises(TemplateFault) as told:
            isolated.lint(file, "bad.docx", MEASURE)
        sentence = str(told.value)
        assert sentence.startswith("bad.docx: "), what
        assert sentence.endswith("."), what
        assert "\n" not in sentence, what
        with pytest.raises(TemplateFault):
            isolated.render(alone(file, "bad.docx"), {"a": "b"}, strict=False, properties={})


def test_what_a_file_brings_along_is_told_and_refused(sound: Any) -> None:  # noqa: ANN401
    allowed = {"dotx", "attached", "mail_merge", "stale", "unreadable", "bound"}
    for what, (file, rule) in hostile.dangerous(sound).items():
        assert rule in {finding.fault.rule for finding in isolated.lint(file, "bad.docx", MEASURE)}, what
        if rule not in allowed:
            with pytest.raises(TemplateFault):
                isolated.render(alone(file, "bad.docx"), {"a": "b"}, strict=False, properties={})


@pytest.mark.parametrize("what", EXHAUSTING)
def test_what_would_never_end_is_ended(what: str, sound: Any) -> None:  # noqa: ANN401
    file = hostile.exhausting(sound)[what]
    context = {"flags": MANY, "movant": {"name": "n" * 200}}
    with pytest.raises(TemplateFault, match=r"bad\.docx: .*\.$"):
        isolated.render(alone(file, "bad.docx"), context, strict=False, properties={})
    # The next job gets a new child and never learns of it.
    assert isolated.lint(hostile.zipped(sound.parts), "good.docx", MEASURE) == ()


def test_a_child_that_is_killed_while_it_waits_is_replaced(compiled: Callable[..., bytes]) -> None:
    file = compiled("{{ a }}\n")
    isolated.preview(alone(file), {"a": "b"})
    before = child()
    isolated._children[0].process.kill()
    isolated._children[0].process.join()
    assert "b" in isolated.preview(alone(file), {"a": "b"}).html
    assert child() != before


def test_a_child_that_cannot_start_is_told(
    monkeypatch: pytest.MonkeyPatch, compiled: Callable[..., bytes]
) -> None:
    isolated.close()
    monkeypatch.setattr(isolated, "serve", print)  # ends at once
    with pytest.raises(TemplateFault, match="it needs a process of its own, which does not start"):
        isolated.preview(alone(compiled("{{ a }}\n")), {"a": "b"})


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limits; see docs/decisions")
def test_the_child_has_limits_of_memory_time_and_files(compiled: Callable[..., bytes]) -> None:
    import resource

    isolated.preview(alone(compiled("{{ a }}\n")), {"a": "b"})
    limits = Path(f"/proc/{child()}/limits")
    if limits.exists():
        told = limits.read_text(encoding="utf-8")
        for name in ("Max file size", "Max core file size"):
            (line,) = (line for line in told.splitlines() if line.startswith(name))
            assert line.split()[len(name.split())] == "0"
        (line,) = (line for line in told.splitlines() if line.startswith("Max address space"))
        assert int(line.split()[3]) == 1 << 30
    assert resource.getrlimit(resource.RLIMIT_FSIZE)[0] != 0, "the limits are the child's alone"
    assert signal.getsignal(signal.SIGPROF) is signal.SIG_DFL


ENDLESS = """
import os, sys
from drafter.render import child
child._set_timer = lambda seconds: None  # as where there is no such timer
with open(os.devnull, "w") as nowhere, child._time_limit(0.05, nowhere):
    while True:
        pass
"""


def test_without_a_timer_of_the_processor_the_clock_ends_the_child() -> None:
    done = subprocess.run([sys.executable, "-c", ENDLESS], check=False, timeout=60, capture_output=True)
    assert (done.returncode, done.stdout, done.stderr) == (1, b"", b"")


def test_the_child_neither_executes_nor_unpickles_what_it_is_sent() -> None:
    """Nothing but JSON crosses the pipe: an object could run code where it is unpacked."""
    for module in (isolated, sys.modules["drafter.render.child"]):
        assert module.__file__ is not None
        tree = ast.parse(Path(module.__file__).read_text(encoding="utf-8"))
        names = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
        assert not names & {"recv", "send"}


def test_citations_and_tables_are_made_there_as_here(compiled: Callable[..., bytes]) -> None:
    file = compiled("[[contents]]\n\n[[authorities]]\n\n# One\nSo. {{ c }}. Again. {{ c }}.\n")
    forms = {("roe", ""): Forms(italic("Roe v. Doe") + ", 1 U.S. 1", "Roe", "roe")}
    citing = Citing(forms, {"roe": Listed("Cases", forms["roe", ""].full)}, ("Cases",), 5)
    context, template = {"c": cited("roe")}, engine.Template.open(file, name="t.docx")
    here = engine.render(template, context, strict=True, citing=citing, pages={"_Cited3": 7})
    assert here.bookmarks
    there = isolated.render(
        alone(file), context, strict=True, properties={}, citing=citing, pages={"_Cited3": 7}
    )
    assert there == here
    shown = engine.preview(template, context, citing=citing)
    assert isolated.preview(alone(file), context, citing=citing) == shown
    assert "Again. <i>Id.</i>" in shown.html
