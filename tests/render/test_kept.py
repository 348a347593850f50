"""A kept template gives the same papers as a fresh one, and nothing but a sound kept form is ever run."""

from __future__ import annotations

import marshal
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from drafter.render import kept, prepare
from drafter.render.engine import Rendered, Template, preview, render
from drafter.render.faults import TemplateFault

Context = dict[str, Any]
Again = Callable[[], Template]


@pytest.fixture(autouse=True)
def _nothing_in_memory() -> Iterator[None]:
    Template._cache.clear()
    yield
    Template._cache.clear()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "cache"


@pytest.fixture
def again(motion: bytes, b3d: bytes, folder: Path) -> Again:
    """The template as the next process would open it."""

    def opened() -> Template:
        Template._cache.clear()
        return Template.open(motion, {"b3D": b3d}, name="motion.docx", keep_in=folder)

    return opened


@pytest.fixture
def preparations(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the templates that were prepared and not taken from the folder."""
    made: list[str] = []

    def counted(shell: bytes, fragments: dict[str, bytes], name: str) -> prepare.Prepared:
        made.append(name)
        return prepare.prepared(shell, fragments, name)

    monkeypatch.setattr("drafter.render.engine.prepared", counted)
    return made


def only(folder: Path) -> Path:
    (file,) = folder.iterdir()
    return file


def paper(template: Template, context: Context) -> Rendered:
    return render(template, context, strict=False, properties={"title": "T"})


def test_the_next_process_prepares_nothing_and_prints_the_same(
    again: Again, context: Context, preparations: list[str]
) -> None:
    first = again()
    second = again()
    assert second is not first
    assert preparations == ["motion.docx"]
    assert paper(second, context) == paper(first, context)
    assert preview(second, context) == preview(first, context)


def test_a_fault_of_a_kept_template_is_told_with_its_paragraph(again: Again, context: Context) -> None:
    again()
    del context["grounds"][1]["fact"]
    with pytest.raises(
        TemplateFault, match=r"b3D\.docx: “fact” is missing, in the paragraph “\{\{ ground\.fact"
    ):
        render(again(), context, strict=True)


@pytest.mark.parametrize(
    "damage",
    [
        lambda content: content[:0],
        lambda content: content[:20],
        lambda content: content[:-1],
        lambda content: content[: len(content) // 2] + b"\0" + content[len(content) // 2 + 1 :],
        lambda content: content + b"more",
        lambda content: b"PK" + content[2:],
    ],
    ids=["empty", "short", "cut", "changed", "longer", "another file"],
)
def test_a_damaged_kept_form_is_made_anew(
    damage: Callable[[bytes], bytes],
    again: Again,
    folder: Path,
    preparations: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    again()
    sound = only(folder).read_bytes()
    only(folder).write_bytes(damage(sound))
    with monkeypatch.context() as patched:
        patched.setattr(marshal, "loads", lambda _: pytest.fail("damaged code was read"))
        again()
    assert preparations == ["motion.docx"] * 2
    assert only(folder).read_bytes() == sound
    again()
    assert len(preparations) == 2


def test_another_version_keeps_its_own(
    again: Again, folder: Path, preparations: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    again()
    kept._program.cache_clear()
    monkeypatch.setattr("drafter.__version__", "99")
    again()
    kept._program.cache_clear()
    assert len(preparations) == 2
    assert len(list(folder.iterdir())) == 2


def test_another_template_has_another_key(
    folder: Path, motion: bytes, compiled: Callable[..., bytes], preparations: list[str]
) -> None:
    for fragment, name in (("One.\n", "a.docx"), ("Two.\n", "a.docx"), ("One.\n", "b.docx")):
        Template.open(motion, {"b3D": compiled(fragment)}, name=name, keep_in=folder)
    assert len(preparations) == 3


def test_a_broken_template_is_not_kept(folder: Path, compiled: Callable[..., bytes]) -> None:
    with pytest.raises(TemplateFault):
        Template.open(compiled("{% if x %}\n"), keep_in=folder)
    assert not folder.exists()


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="Windows guards the user's folder by other means")
@pytest.mark.parametrize("what", ["folder", "file"])
def test_what_others_can_write_is_never_run(
    what: str, again: Again, folder: Path, context: Context, preparations: list[str]
) -> None:
    before = paper(again(), context)
    (folder if what == "folder" else only(folder)).chmod(0o777)
    assert paper(again(), context) == before
    assert len(preparations) == 2


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="Windows guards the user's folder by other means")
def test_what_another_user_wrote_is_never_run(
    again: Again, preparations: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    again()
    monkeypatch.setattr(os, "geteuid", lambda: 4711)
    again()
    assert len(preparations) == 2


def test_without_a_folder_to_write_in_all_goes_on(
    again: Again, folder: Path, context: Context, preparations: list[str]
) -> None:
    folder.write_text("a file where the folder should be", encoding="utf-8")
    assert paper(again(), context) == paper(again(), context)
    assert len(preparations) == 2


def test_a_folder_that_cannot_be_written_is_read(
    again: Again, folder: Path, context: Context, preparations: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    before = paper(again(), context)
    file = only(folder)
    monkeypatch.setattr("tempfile.mkstemp", refused)
    assert paper(again(), context) == before
    assert len(preparations) == 1
    file.unlink()
    assert paper(again(), context) == before
    assert len(preparations) == 2
    assert list(folder.iterdir()) == []


def test_the_oldest_go(again: Again, folder: Path) -> None:
    folder.mkdir(mode=0o700)
    for number in range(80):
        file = folder / f"{number}.kept"
        file.write_bytes(b"old")
        os.utime(file, (number, number))
    again()
    assert len(list(folder.iterdir())) == kept._MOST_FILES
    assert not (folder / "0.kept").exists()
    assert (folder / "79.kept").exists()


IN_ANOTHER_PROCESS = """
import sys
from hashlib import sha256
from pathlib import Path
from drafter.render.engine import Template, render
shell, folder = Path(sys.argv[1]).read_bytes(), Path(sys.argv[2])
made = render(Template.open(shell, keep_in=folder), {"a": "A & B"}, strict=True).docx
print(sha256(made).hexdigest(), "docxtpl" in sys.modules)
"""


def test_two_processes_at_once_make_the_same_paper(
    tmp_path: Path, folder: Path, compiled: Callable[..., bytes]
) -> None:
    shell = tmp_path / "shell.docx"
    shell.write_bytes(compiled("# Head\n\nSay {{ a }}.\n"))
    command = [sys.executable, "-c", IN_ANOTHER_PROCESS, str(shell), str(folder)]

    def started() -> subprocess.Popen[str]:
        return subprocess.Popen(command, stdout=subprocess.PIPE, encoding="utf-8")

    told = [process.communicate(timeout=60)[0].split() for process in [started() for _ in range(4)]]
    assert len({digest for digest, _ in told}) == 1
    assert len(list(folder.iterdir())) == 1
    # The next process has no need of docxtpl, a quarter of a second's import.
    assert started().communicate(timeout=60)[0].split() == [told[0][0], "False"]
